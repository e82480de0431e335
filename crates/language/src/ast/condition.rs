//! Conditions and quantities as written.

use super::{Date, Name, Number, OptionName, Period, Text};
use crate::calendar;
use crate::source::Span;

/// Something that is true, false or unknown of a lead or an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// `C and D and …`, two or more
    And(Vec<Cond>, Span),
    /// `C or D or …`, two or more
    Or(Vec<Cond>, Span),
    /// `not C`
    Not(Box<Cond>, Span),
    /// `( C )`
    Paren(Box<Cond>, Span),
    /// `budget >= 10k`, `country in BE, NL`
    Test(Question),
    /// `any lead where (stage is MQL)`, asked of an account
    OverLeads(OverLeads),
    /// A bare name, or a happening: `consent`, `benelux`, `created in last 30 days`, `no activity in last 60 days`,
    /// `page_viewed where page is "/pricing" at least 3 times`
    Happens(Happens),
}

impl Cond {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::And(_, span) | Self::Or(_, span) | Self::Not(_, span) | Self::Paren(_, span) => *span,
            Self::Test(test) => test.span,
            Self::OverLeads(over) => over.span,
            Self::Happens(happens) => happens.span,
        }
    }
}

/// `any lead`, `no lead`, `every lead`, with what must be true of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OverLeads {
    /// How many it asks for.
    pub quantifier: Quantifier,
    /// What must be true of them.
    pub filter: Option<Where>,
    /// The whole condition.
    pub span: Span,
}

/// Of how many leads of an account something must be true.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// `any lead`: of one at least
    Any,
    /// `no lead`
    No,
    /// `every lead`: of all; so also where there is none
    Every,
}

impl Quantifier {
    /// As it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::No => "no",
            Self::Every => "every",
        }
    }
}

/// A subject and what is asked of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked about.
    pub subject: Expr,
    /// What is asked.
    pub tail: Tail,
    /// The whole question.
    pub span: Span,
}

/// What a condition asks of its subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Tail {
    /// `is V`, `is not V`, `= V`, `< V`, …
    Compare {
        /// Which way.
        op: Compare,
        /// What it is compared with.
        right: Expr,
    },
    /// `100..200`, `10..`, `..<5`
    Range(Range),
    /// `in V, W, LIST`, `not in …`
    In {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The values it may have.
        entries: Vec<Entry>,
    },
    /// `contains "a", "b"` (and the like)
    Texts {
        /// Which operator.
        op: TextOp,
        /// The texts, options or lists.
        values: Vec<Value>,
    },
    /// `matches "re"`
    Matches(Text),
    /// `is known` (also `is not unknown`)
    Known,
    /// `is unknown` (also `is not known`)
    Unknown,
    /// `at least MQL`, of `stage`
    AtLeast(OptionName),
    /// `below SQL`, of `stage`
    Below(OptionName),
}

/// How two values are compared.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// The operators that look into a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextOp {
    /// `contains`: one of the parts occurs
    Contains,
    /// `contains all`: each occurs
    ContainsAll,
    /// `starts with` one of them
    StartsWith,
    /// `ends with` one of them
    EndsWith,
    /// `mentions`: one of them occurs as whole words
    Mentions,
}

impl TextOp {
    /// As it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contains => "contains",
            Self::ContainsAll => "contains all",
            Self::StartsWith => "starts with",
            Self::EndsWith => "ends with",
            Self::Mentions => "mentions",
        }
    }
}

/// `A..B`, `A..`, `..B`, `A..<B`
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lower end, which is part of the range.
    pub low: Option<Value>,
    /// The upper end.
    pub high: Option<Value>,
    /// Whether the upper end is left out (`..<`).
    pub half_open: bool,
    /// The whole range.
    pub span: Span,
}

/// An entry of `in` or of a table's row.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// `BE`, `"x"`, `5`, a list's name
    Value(Value),
    /// `50..99`
    Range(Range),
}

/// A literal, or a bare name.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `10k`
    Number(Number),
    /// `"text"`
    Text(Text),
    /// `2026-11-23`
    Date(Date),
    /// `yes`, `no`
    Truth(bool, Span),
    /// An option, a list or a field
    Name(Name),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Number(number) => number.span,
            Self::Text(text) => text.span,
            Self::Date(date) => date.span,
            Self::Truth(_, span) => *span,
            Self::Name(name) => name.span,
        }
    }
}

/// Something with a value: a literal, a field, a quantity.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A literal or a bare name
    Value(Value),
    /// `email.domain`
    Member {
        /// `email`
        of: Name,
        /// `domain`
        member: Name,
    },
    /// `count of E …`, `total P of E …`, `days since E …`
    Aggregate(Aggregate),
    /// `a + b`
    Binary {
        /// Which operation.
        op: Arithmetic,
        /// The left operand.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
        /// The whole operation.
        span: Span,
    },
    /// `( a )`
    Paren(Box<Expr>, Span),
    /// `stage before`
    StageBefore(Span),
    /// `stage of "An"`, in a test
    OfLead {
        /// What is asked for.
        name: Name,
        /// Of whom, as the test calls the lead.
        lead: Text,
    },
}

impl Expr {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Value(value) => value.span(),
            Self::Member { of, member } => of.span.to(member.span),
            Self::OfLead { name, lead } => name.span.to(lead.span),
            Self::Aggregate(aggregate) => aggregate.span,
            Self::Binary { span, .. } | Self::Paren(_, span) | Self::StageBefore(span) => *span,
        }
    }

    /// Whether it is nothing but `account.customer`, say, in any number of brackets.
    #[must_use]
    pub fn is_member(&self) -> bool {
        match self {
            Self::Member { .. } => true,
            Self::Paren(inner, _) => inner.is_member(),
            Self::Value(_) | Self::Aggregate(_) | Self::OfLead { .. } | Self::Binary { .. } | Self::StageBefore(_) => {
                false
            }
        }
    }
}

/// `+ - * /`
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// A quantity made from events. The happening has no frequency, and its `where` is in brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// Which one.
    pub function: Function,
    /// `P`, for those that take a property.
    pub property: Option<Name>,
    /// The events; for `days since F` a bare name that is a date.
    pub of: Happens,
    /// The whole quantity.
    pub span: Span,
}

/// What is worked out from events.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// `count of E`
    Count,
    /// `total P of E`
    Total,
    /// `average P of E`
    Average,
    /// `highest P of E`
    Highest,
    /// `lowest P of E`
    Lowest,
    /// `latest P of E`
    Latest,
    /// `days since E`, `days since F`
    DaysSince,
}

/// `[no] E [where …] [FREQUENCY] [WINDOW]`, or a bare name.
#[derive(Clone, Debug, PartialEq)]
pub struct Happens {
    /// Where `no` stands before it.
    pub negated: Option<Span>,
    /// Which events (or a field, or a definition).
    pub what: What,
    /// Which of them count.
    pub filter: Option<Where>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// When.
    pub window: Option<Window>,
    /// The whole happening.
    pub span: Span,
}

/// Which kinds of event.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// One kind; or the bare name of a field or a definition
    Name(Name),
    /// `account.since`, which is no kind
    Member {
        /// `account`
        of: Name,
        /// `since`
        member: Name,
    },
    /// `activity` (after `any` or `no`)
    Activity(Span),
    /// `any of E1, E2`
    AnyOf(Vec<Name>, Span),
}

/// `where …`
#[derive(Clone, Debug, PartialEq)]
pub struct Where {
    /// One test, or a bracketed condition ([`Cond::Paren`]).
    pub condition: Box<Cond>,
    /// The clause, including the word `where`.
    pub span: Span,
}

/// How often something must have happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Frequency {
    /// `N` of `at least N`, `exactly N`, `N..M`.
    pub at_least: Option<u32>,
    /// `M` of `at most M`, `exactly M`, `N..M`.
    pub at_most: Option<u32>,
    /// All of it.
    pub span: Span,
}

/// When something must have happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Which one.
    pub kind: WindowKind,
    /// All of it.
    pub span: Span,
}

/// The forms of a window.
#[derive(Clone, Debug, PartialEq)]
pub enum WindowKind {
    /// `in last 30 days`
    InLast(Period),
    /// `older than 30 days`
    OlderThan(Period),
    /// `in next 30 days`
    InNext(Period),
    /// `between D and D`
    Between(Date, Date),
    /// `since D`
    Since(Date),
    /// `before D`
    Before(Date),
    /// `after D`
    After(Date),
}

impl calendar::Window {
    /// The window that was written, if its dates exist.
    #[must_use]
    pub fn from_written(kind: &WindowKind) -> Option<Self> {
        let day = |date: &Date| calendar::day(date.year, date.month, date.day);
        let period = |period: &Period| calendar::Period { count: period.count, unit: period.unit };
        Some(match kind {
            WindowKind::InLast(span) => Self::InLast(period(span)),
            WindowKind::OlderThan(span) => Self::OlderThan(period(span)),
            WindowKind::InNext(span) => Self::InNext(period(span)),
            WindowKind::Between(first, last) => Self::Between(day(first)?, day(last)?),
            WindowKind::Since(date) => Self::Since(day(date)?),
            WindowKind::Before(date) => Self::Before(day(date)?),
            WindowKind::After(date) => Self::After(day(date)?),
        })
    }
}

impl Cond {
    /// The name, if the condition is nothing else.
    #[must_use]
    pub fn bare(&self) -> Option<&Name> {
        match self {
            Self::Paren(inner, _) => inner.bare(),
            Self::Happens(Happens {
                negated: None,
                what: What::Name(name),
                filter: None,
                frequency: None,
                window: None,
                ..
            }) => Some(name),
            Self::And(..) | Self::Or(..) | Self::Not(..) | Self::Test(_) | Self::OverLeads(_) | Self::Happens(_) => {
                None
            }
        }
    }

    /// The two names of `account.employees`, if the condition is nothing else.
    #[must_use]
    pub fn bare_member(&self) -> Option<(&Name, &Name)> {
        match self {
            Self::Paren(inner, _) => inner.bare_member(),
            Self::Happens(Happens {
                negated: None,
                what: What::Member { of, member },
                filter: None,
                frequency: None,
                window: None,
                ..
            }) => Some((of, member)),
            Self::And(..) | Self::Or(..) | Self::Not(..) | Self::Test(_) | Self::OverLeads(_) | Self::Happens(_) => {
                None
            }
        }
    }
}

impl Entry {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Value(value) => value.span(),
            Self::Range(range) => range.span,
        }
    }
}
