//! The symbol table of a rule set: what each name stands for, and what to say about a name that stands for nothing. In:
//! names as declared and as used; out: what they mean, or a finding with the nearest name. Types play no part here.

use std::collections::{HashMap, HashSet};

use crate::ast::Name;
use crate::codes::{self, Code, Severity};
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{FieldId, KindId};
use crate::load::Loaded;
use crate::source::quoted;
use crate::source::{Sources, Span};
use crate::words::{Text, say};
use crate::{keyword, visible};

/// What a name in the common name space stands for. Where ids depend on the order of resolving, it holds the index
/// among the declarations.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Field(FieldId),
    Kind(KindId),
    Definition(usize),
    Score(usize),
    Label(usize),
    List(usize),
}

impl Entity {
    /// With its article, as messages say it.
    pub(super) fn word(self) -> Text {
        match self {
            Self::Field(_) => say!("a field"),
            Self::Kind(_) => say!("a kind of event"),
            Self::Definition(_) => say!("a definition"),
            Self::Score(_) => say!("a score"),
            Self::Label(_) => say!("a label"),
            Self::List(_) => say!("a list"),
        }
    }
}

/// All declared names.
#[derive(Debug)]
pub(super) struct SymbolTable<'a> {
    sources: &'a Sources,
    declared: HashMap<&'a str, (Entity, Span)>,
    order: Vec<(&'a str, Entity)>,
    /// Words of the statements that could not be read: a name among them may be declared there. An empty word stands
    /// for any name.
    unread: HashSet<&'a str>,
    /// Where something could not be read.
    errors: Vec<Span>,
    /// Whether a file that `use` names is missing: any name may be declared there.
    incomplete: bool,
}

impl<'a> SymbolTable<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Self {
        let unread = loaded.files.iter().flat_map(|(_, file)| &file.unread).map(|name| name.text.as_str()).collect();
        let errors = loaded.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let errors = errors.map(Diagnostic::span).collect();
        Self {
            sources: &loaded.sources,
            declared: HashMap::new(),
            order: Vec::new(),
            unread,
            errors,
            incomplete: loaded.incomplete,
        }
    }

    /// Declares a name, or returns a finding that it is taken.
    pub(super) fn declare(&mut self, name: &'a Name, entity: Entity) -> Option<Diagnostic> {
        if name.text == "stage" {
            return Some(
                Diagnostic::new(&codes::LR0222, "the name `stage` is taken", name.span, "declared here").help(
                    "`stage` always means the step of `stages` that a lead has reached; choose another name, and let a field \
                     keep its column with `from \"stage\"`.",
                ),
            );
        }
        if let Some(&(other, first)) = self.declared.get(name.text.as_str()) {
            return Some(twice(self.sources, &name.text, other.word(), first, name.span));
        }
        self.declared.insert(&name.text, (entity, name.span));
        self.order.push((&name.text, entity));
        None
    }

    pub(super) fn get(&self, name: &str) -> Option<Entity> {
        self.declared.get(name).map(|(entity, _)| *entity)
    }

    /// What a name stands for, and where it is declared.
    pub(super) fn declared(&self, name: &str) -> Option<(Entity, Span)> {
        self.declared.get(name).copied()
    }

    /// All names, each with what it stands for and where it is declared.
    pub(super) fn all(&self) -> impl Iterator<Item = (Entity, Span)> {
        self.declared.values().copied()
    }

    /// The names of those that pass, in the order of their declarations.
    pub(super) fn of(&self, pass: impl Fn(Entity) -> bool) -> Vec<&'a str> {
        self.order.iter().filter(|(_, entity)| pass(*entity)).map(|(name, _)| *name).collect()
    }

    /// Whether all of this stretch could be read, so that whatever is missing there was left out by the author.
    pub(super) fn is_whole(&self, span: Span) -> bool {
        !self.errors.iter().any(|error| error.file == span.file && span.start <= error.start && error.end <= span.end)
    }

    /// Whether a name may be declared in a statement that could not be read, which has been reported already.
    pub(super) fn may_be_unread(&self, name: &str) -> bool {
        self.incomplete || self.unread.contains(name) || self.unread.contains("")
    }
}

/// Reports that `what` is declared a second time.
pub(super) fn twice(sources: &Sources, name: &str, what: impl Into<Text>, first: Span, second: Span) -> Diagnostic {
    let finding = Diagnostic::new(&codes::LR0202, format!("`{name}` is declared twice"), second, "declared again here")
        .also(first, "first declared here");
    finding.help(format!(
        "It is {} already ({}), and a name means one thing in a whole rule set: rename one of them, or remove it.",
        what.into(),
        place(sources, first)
    ))
}

/// `sales.leadrules, line 3`
pub(super) fn place(sources: &Sources, span: Span) -> String {
    let file = sources.file(span.file);
    format!("{}, line {}", file.path, file.line_column(span.range().start).0)
}

/// Reports that nothing has this name, and offers the nearest one, or else lists these.
pub(super) fn no_such(
    code: &'static Code,
    what: impl Into<Text>,
    wanted: &str,
    span: Span,
    names: &[&str],
) -> Diagnostic {
    let finding = Diagnostic::new(code, format!("there is no {} `{wanted}`", what.into()), span, "not declared");
    if let Some((near, help)) = alike(wanted, names) {
        return finding.help(help).guess(format!("write `{}`", written(near)), span, written(near));
    }
    match nearest(wanted, names.iter().copied()) {
        Some(near) => finding.help(format!("Did you mean `{near}`?")).guess(
            format!("write `{}`", written(near)),
            span,
            written(near),
        ),
        None if names.is_empty() => finding,
        None => finding.help(there_are(names)),
    }
}

/// The name that looks the same as one that is not declared, and how they differ.
pub(super) fn alike<'a>(wanted: &str, names: &[&'a str]) -> Option<(&'a str, String)> {
    let same = visible::skeleton(wanted);
    let near = names.iter().find(|name| **name != wanted && visible::skeleton(name) == same)?;
    let odd = |name: &str| name.chars().find_map(|c| Some((c, visible::looks_like(c)?)));
    let (holder, c, plain) = match (odd(wanted), odd(near)) {
        (Some((c, plain)), _) => (wanted, c, plain),
        (None, Some((c, plain))) => (*near, c, plain),
        (None, None) => return None,
    };
    let place = if holder == wanted { "what stands here" } else { "the name as it is declared" };
    Some((
        near,
        format!("It looks like `{near}`, but {place} has a {} where it looks like `{plain}`.", visible::named(c)),
    ))
}

/// What there is instead.
pub(super) fn there_are(names: &[&str]) -> String {
    format!("There {} {}.", if names.len() == 1 { "is" } else { "are" }, listing(names))
}

/// `a`, `b` and `c`; of many, the first eight.
pub(super) fn listing(names: &[&str]) -> String {
    const MOST: usize = 8;
    let quoted: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(MOST);
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some(_) if more > 0 => format!("{} and {more} more", quoted.join(", ")),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "none".to_owned(),
    }
}

/// An option or a stage as rules write it: in quotes if it is not a name.
#[must_use]
pub fn written(name: &str) -> String {
    let mut chars = name.chars();
    let is_name =
        chars.next().is_some_and(char::is_alphabetic) && chars.all(crate::text::is_word) && !keyword::is_reserved(name);
    if is_name { name.to_owned() } else { quoted(name) }
}
