//! `list NAME { … }`, `list NAME from "file"`: entries that conditions refer to by the list's name. In: the declaration
//! and what `load` read; out: entries as written, which each condition reads as its subject's type.

use crate::ast;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::load::Loaded;
use crate::source::Span;
use crate::words::say;

/// A list as declared.
pub(super) struct List<'a> {
    pub name: &'a ast::Name,
    pub entries: Entries<'a>,
}

/// Where its entries are.
pub(super) enum Entries<'a> {
    /// In the rule file.
    Written(Vec<&'a ast::Value>),
    /// In a file of their own: the span of its path, and the lines.
    Read(Span, &'a [String]),
    /// Nowhere: the file could not be read, which has been reported.
    Unreadable,
}

/// What the entries of a written list are.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Sort {
    Words,
    Numbers,
    Dates,
    Truths,
}

impl<'a> List<'a> {
    pub(super) fn gather(list: &'a ast::List, loaded: &'a Loaded) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let entries = match &list.source {
            ast::ListSource::Inline { entries, .. } => {
                findings.extend(mixed(entries));
                if entries.is_empty() {
                    findings.push(empty(&list.name.text, list.name.span));
                }
                Entries::Written(entries.iter().map(|entry| &entry.value).collect())
            }
            ast::ListSource::File(path) => match loaded.lists.get(&path.span) {
                Some(lines) => {
                    if lines.is_empty() {
                        findings.push(empty(&list.name.text, path.span));
                    }
                    Entries::Read(path.span, lines)
                }
                None => Entries::Unreadable,
            },
        };
        (Self { name: &list.name, entries }, findings)
    }
}

fn empty(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::LR0505, say!("the list `{list}` is empty", list = name), span, say!("no entries"))
        .help(say!("Nothing is ever in it, so a condition that asks for it never holds."))
}

fn sort(value: &ast::Value) -> Sort {
    match value {
        ast::Value::Text(_) | ast::Value::Name(_) => Sort::Words,
        ast::Value::Number(_) => Sort::Numbers,
        ast::Value::Date(_) => Sort::Dates,
        ast::Value::Truth(..) => Sort::Truths,
    }
}

/// The first entry that is of another kind than the one before it.
fn mixed(entries: &[ast::ListEntry]) -> Option<Diagnostic> {
    let first = entries.first()?;
    let other = entries.iter().find(|entry| sort(&entry.value) != sort(&first.value))?;
    Some(
        Diagnostic::new(
            &codes::LR0223,
            say!("the entries of this list are not alike"),
            other.value.span(),
            say!("of another kind"),
        )
        .also(first.value.span(), say!("the first entry"))
        .help(say!("A list holds texts, options, numbers or dates, not a mix of them; texts stand in quotes.")),
    )
}
