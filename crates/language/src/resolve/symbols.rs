//! The symbol table of a rule set: what each name stands for, and what to say about a name that stands for nothing. In:
//! names as declared and as used; out: what they mean, or a finding with the nearest name. Types play no part here.

use std::collections::{HashMap, HashSet};

use crate::ast::{About, Name};
use crate::codes::{self, Code, Severity};
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{FieldId, KindId};
use crate::load::Loaded;
use crate::source::quoted;
use crate::source::{Sources, Span};
use crate::words::{Junction, Text, say};
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
                Diagnostic::new(&codes::LR0222, say!("the name `stage` is taken"), name.span, say!("declared here")).help(
                    say!("`stage` always means the step of `stages` that a lead has reached; choose another name, and let a field \
                     keep its column with `from \"stage\"`."),
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
pub(super) fn twice(sources: &Sources, name: &str, what: Text, first: Span, second: Span) -> Diagnostic {
    let message = say!("`{name}` is declared twice", name);
    let finding = Diagnostic::new(&codes::LR0202, message, second, say!("declared again here"))
        .also(first, say!("first declared here"));
    finding.help(say!(
        "It is {what} already ({place}), and a name means one thing in a whole rule set: rename one of them, or remove it.",
        what,
        place = place(sources, first)
    ))
}

/// `sales.leadrules, line 3`
pub(super) fn place(sources: &Sources, span: Span) -> Text {
    let file = sources.file(span.file);
    say!("{path}, line {line}", path = &file.path, line = file.line_column(span.range().start).0.to_string())
}

/// Reports that nothing has this name, and offers the nearest one, or else lists these.
pub(super) fn no_such(code: &'static Code, what: Text, wanted: &str, span: Span, names: &[&str]) -> Diagnostic {
    let finding = Diagnostic::new(code, there_is_no(what, wanted), span, say!("not declared"));
    if let Some((near, help)) = alike(wanted, names) {
        return finding.help(help).guess(say!("write `{text}`", text = written(near)), span, written(near));
    }
    match nearest(wanted, names.iter().copied()) {
        Some(near) => finding.help(say!("Did you mean `{near}`?", near)).guess(
            say!("write `{text}`", text = written(near)),
            span,
            written(near),
        ),
        None if names.is_empty() => finding,
        None => finding.help(there_are(names)),
    }
}

/// That nothing of this sort has this name.
pub(super) fn there_is_no(what: Text, name: &str) -> Text {
    say!("there is no {what} `{name}`", what, name)
}

/// The name that looks the same as one that is not declared, and how they differ.
pub(super) fn alike<'a>(wanted: &str, names: &[&'a str]) -> Option<(&'a str, Text)> {
    let same = visible::skeleton(wanted);
    let near = names.iter().find(|name| **name != wanted && visible::skeleton(name) == same)?;
    let odd = |name: &str| name.chars().find_map(|c| Some((c, visible::looks_like(c)?)));
    let (holder, c, plain) = match (odd(wanted), odd(near)) {
        (Some((c, plain)), _) => (wanted, c, plain),
        (None, Some((c, plain))) => (*near, c, plain),
        (None, None) => return None,
    };
    let (odd, plain) = (visible::named(c), plain.to_string());
    Some((
        near,
        if holder == wanted {
            say!(
                "It looks like `{near}`, but what stands here has a {odd} where it looks like `{plain}`.",
                near = *near,
                odd,
                plain
            )
        } else {
            say!(
                "It looks like `{near}`, but the name as it is declared has a {odd} where it looks like `{plain}`.",
                near = *near,
                odd,
                plain
            )
        },
    ))
}

/// What there is instead.
pub(super) fn there_are(names: &[&str]) -> Text {
    say!("There {count|is|are} {names}.", count = names.len(), names = listing(names))
}

/// `a`, `b` and `c`; of many, the first eight.
pub(super) fn listing(names: &[&str]) -> Text {
    const MOST: usize = 8;
    let quoted: Vec<Text> = names.iter().take(MOST).map(|name| Text::verbatim(format!("`{name}`"))).collect();
    match names.len().saturating_sub(MOST) {
        _ if quoted.is_empty() => say!("none"),
        0 => Text::list(quoted, Junction::And),
        more => say!("{names} and {more} more", names = Text::row(quoted, ", "), more),
    }
}

/// `leads` or `accounts`
pub(super) fn many(about: About) -> Text {
    match about {
        About::Lead => say!("leads"),
        About::Account => say!("accounts"),
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
