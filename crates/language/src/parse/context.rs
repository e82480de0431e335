//! What kind of line a statement is, judging by the block it is in: this decides how the line is read, which braces
//! belong to it and what its own block holds. In: the first words of a line; out: a context. Nothing is read here.

use super::lex::{Kind, Token};
use crate::diagnostic::nearest;
use crate::keyword::STATEMENTS;

/// Where a statement stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Context {
    /// In the file itself.
    File,
    /// In `lead { … }`.
    Lead,
    /// In `account { … }`.
    Account,
    /// In `events { … }`.
    Events,
    /// In the braces of an event's kind.
    Properties,
    /// In `ignore { … }`.
    Ignore,
    /// In `exclude { … }`.
    Exclude,
    /// In `score NAME { … }`.
    Score,
    /// In `group "title" { … }`.
    Group,
    /// In a table.
    Table,
    /// In `stages { … }`.
    Stages,
    /// In `label NAME { … }`.
    Label,
    /// In `promise "title" { … }`.
    Promise,
    /// In `test "title" { … }`.
    Test,
    /// In `agreement "title" { … }`.
    Agreement,
    /// In braces where none can be.
    Unknown,
}

impl Context {
    /// What a block holds, given its `head` and that the head is in this context.
    #[must_use]
    pub fn inside(self, source: &str, head: &[Token]) -> Self {
        let word = head.first().map_or("", |first| first.text(source));
        match self {
            Self::File => match item_of(source, head) {
                "lead" => Self::Lead,
                "account" => Self::Account,
                "events" => Self::Events,
                "ignore" => Self::Ignore,
                "exclude" => Self::Exclude,
                "score" => Self::Score,
                "stages" => Self::Stages,
                "label" => Self::Label,
                "promise" => Self::Promise,
                "test" => Self::Test,
                "agreement" => Self::Agreement,
                _ => Self::Unknown,
            },
            Self::Events => Self::Properties,
            Self::Score | Self::Group => {
                let quoted = |at: usize| {
                    let next = head.get(at + 1).map(|next| next.kind);
                    matches!(next, Some(Kind::Text | Kind::OpenText | Kind::QuotedText))
                };
                let titled = (0..3).any(|at| quoted(at) && nearest(head[at].text(source), ["group"]).is_some());
                if titled
                    || (word == "group"
                        && !matches!(
                            head.get(1).map_or("in", |next| next.text(source)),
                            "in" | "where" | "+" | "-" | "*" | "/"
                        ))
                {
                    Self::Group
                } else {
                    Self::Table
                }
            }
            Self::Lead
            | Self::Account
            | Self::Properties
            | Self::Ignore
            | Self::Exclude
            | Self::Table
            | Self::Stages
            | Self::Label
            | Self::Promise
            | Self::Test
            | Self::Agreement
            | Self::Unknown => Self::Unknown,
        }
    }

    /// Whether a brace after `head` is part of the statement itself: options of a choice, entries of a list.
    #[must_use]
    pub fn holds_inline(self, source: &str, head: &[Token]) -> bool {
        match self {
            Self::Lead | Self::Account | Self::Properties => true,
            Self::File => head.first().is_some_and(|first| item(first.text(source)) == Some("list")),
            Self::Events
            | Self::Ignore
            | Self::Exclude
            | Self::Score
            | Self::Group
            | Self::Table
            | Self::Stages
            | Self::Label
            | Self::Promise
            | Self::Test
            | Self::Agreement
            | Self::Unknown => false,
        }
    }

    /// Whether a line that begins with these tokens continues the one above, which ends with a comma.
    #[must_use]
    pub fn takes_after_comma(self, source: &str, next: &[Token]) -> bool {
        let Some(first) = next.first() else { return false };
        let word = first.text(source);
        let second = next.get(1).filter(|second| !second.first);
        let before_word = second.is_some_and(|second| second.kind == Kind::Word);
        match self {
            Self::Lead | Self::Account | Self::Events | Self::Properties => {
                matches!(first.kind, Kind::Text | Kind::QuotedText | Kind::OpenText | Kind::Number)
                    || matches!(word, "from" | "missing" | "outcome" | "fixed" | "optional" | "previous")
            }
            Self::Test => {
                // `account gold` gives a field of that name, `account size 5` gives fields of an account.
                let has_setter = next.get(2).is_some_and(|third| !third.first && third.kind != Kind::Comma);
                !(word == "expect"
                    || (matches!(word, "event" | "lead" | "as" | "was") && before_word)
                    || (word == "account" && before_word && has_setter))
            }
            Self::Promise => !(matches!(word, "never" | "always") && before_word),
            Self::Agreement => !(matches!(word, "between" | "covers" | "review") && before_word),
            Self::File
            | Self::Ignore
            | Self::Exclude
            | Self::Score
            | Self::Group
            | Self::Table
            | Self::Stages
            | Self::Label
            | Self::Unknown => true,
        }
    }
}

/// The keyword of the statement that this head belongs to, even if something comes before it.
fn item_of<'a>(source: &'a str, head: &[Token]) -> &'a str {
    let words = || head.iter().take(3).map(|token| token.text(source));
    let exact = words().find(|word| STATEMENTS.contains(word));
    match words().next().and_then(item) {
        Some(item) if exact.is_none() || words().next() == exact => item,
        _ => exact.unwrap_or_default(),
    }
}

/// The statement that a word begins, allowing for synonyms and slips of the pen.
#[must_use]
pub fn item(word: &str) -> Option<&'static str> {
    if let Some(item) = STATEMENTS.into_iter().find(|item| *item == word) {
        return Some(item);
    }
    match word.to_lowercase().as_str() {
        "contact" | "contacts" | "leads" | "fields" | "velden" | "champs" | "felder" => Some("lead"),
        "activities" | "gebeurtenissen" | "activiteiten" | "événements" | "ereignisse" => Some("events"),
        "scoring" | "rules" | "regels" | "règles" | "regeln" => Some("score"),
        "accounts" | "company" | "companies" | "organisation" | "organization" | "bedrijf" | "bedrijven"
        | "entreprise" | "entreprises" | "compte" | "comptes" | "unternehmen" | "firma" | "firmen" | "konto"
        | "konten" => Some("account"),
        "grade" => Some("label"),
        "lifecycle" | "fasen" | "fases" | "étapes" | "stufen" | "phasen" => Some("stages"),
        "lijst" | "liste" => Some("list"),
        "exclusions" => Some("exclude"),
        "order" | "sort" | "ranking" | "volgorde" | "tri" | "rangfolge" => Some("rank"),
        "contract" | "afspraak" | "accord" | "vereinbarung" | "sla" => Some("agreement"),
        _ => nearest(word, STATEMENTS),
    }
}
