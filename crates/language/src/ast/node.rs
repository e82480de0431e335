//! What all parts of a file are made of: statements with their comments, names, texts, numbers, dates.

pub use crate::calendar::Unit;
use crate::decimal::Decimal;
use crate::source::Span;

/// Statements between braces (or those of a whole file).
#[derive(Clone, Debug, PartialEq)]
pub struct Block<T> {
    /// In the order they are written.
    pub statements: Vec<Statement<T>>,
    /// Comments after the last statement, before the closing brace.
    pub closing: Vec<Comment>,
    /// From the opening brace to the closing one.
    pub span: Span,
}

/// A statement with the comments that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement<T> {
    /// What it says.
    pub node: T,
    /// From its first character to its last, comments left out.
    pub span: Span,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// Whether a blank line comes right above it, below its comments.
    pub blank_before: bool,
    /// The comment at the end of its last line (of its opening line, for a block).
    pub after: Option<Comment>,
}

/// Whom a statement is about.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum About {
    /// Each lead.
    #[default]
    Lead,
    /// Each account: `… of account`.
    Account,
}

impl About {
    /// `lead` or `account`, as messages call one of them.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Account => "account",
        }
    }

    /// Several of them.
    #[must_use]
    pub fn many(self) -> &'static str {
        match self {
            Self::Lead => "leads",
            Self::Account => "accounts",
        }
    }

    /// `lead` or `account` with its article.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Lead => "a lead",
            Self::Account => "an account",
        }
    }

    /// ` of account`, behind the name of what says something about accounts.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Lead => "",
            Self::Account => " of account",
        }
    }
}

/// `# text`
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// With its `#`, without trailing blanks.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether a blank line comes above it.
    pub blank_before: bool,
}

/// A name as written, in NFC.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// `"text"`, with its escapes undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What stands between the quotes.
    pub value: String,
    /// With the quotes.
    pub span: Span,
}

/// `100`, `2.5`, `10k`, `15%`, `-5`
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// As the author wrote it (`10k`), which the formatter keeps.
    pub written: String,
    /// Where it stands.
    pub span: Span,
}

/// `2026-11-23`: a day that exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// Where it stands.
    pub span: Span,
}

/// `30 days`
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// How many.
    pub count: u32,
    /// In which unit.
    pub unit: Unit,
    /// Where it stands.
    pub span: Span,
}

/// The name of an option, a stage or a label, which may be written as a text: `BE`, `"real estate"`.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionName {
    /// The name itself.
    pub text: String,
    /// With its quotes, if any.
    pub span: Span,
    /// Whether it was written as a text.
    pub quoted: bool,
}
