//! Scores as written: rules, tables and groups, and what they give.

use super::{About, Block, Date, Entry, Expr, Name, Number, Period, Range, Tail, Term, Text};
use crate::source::Span;

/// `score NAME [RANGE] [, by OWNER] { … }` or `… = quantity`
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Its name.
    pub name: Name,
    /// Whose points they are.
    pub about: About,
    /// The points it stays within.
    pub range: Option<Range>,
    /// Who looks after it.
    pub owner: Option<Name>,
    /// Its rules, or its formula.
    pub body: ScoreBody,
}

/// What a score is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreBody {
    /// `{ rules }`
    Rules(Block<ScoreLine>),
    /// `= profile + 0.5 * engagement`
    Computed(Expr),
}

/// A line of a score or a group.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreLine {
    /// `condition => +20`
    Rule(Rule),
    /// `employees { ..9 => -10 }`
    Table(Table),
    /// `group "e-mail", up to 20 { … }`
    Group(Group),
}

/// `left => award`
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// A condition, or what `each` and `per` count.
    pub left: Term,
    /// What it gives.
    pub award: Award,
}

/// A table on one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// A field or a quantity.
    pub subject: Expr,
    /// Its rows.
    pub rows: Block<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which values it takes.
    pub matcher: Matcher,
    /// What it gives.
    pub award: Award,
}

/// What a row of a table takes; the subject stands at the table's head.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// `software, logistics`, `50..99`
    Entries(Vec<Entry>, Span),
    /// `< 10`, `contains "director"`
    Tail(Tail, Span),
    /// `otherwise`
    Otherwise(Span),
    /// `unknown`
    Unknown(Span),
}

/// `group "title" [, up to N] [, down to -N] [, DECAY] [, best] { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its title.
    pub title: Text,
    /// Its options, in the order they are written: `UpTo`, `DownTo`, `Decay`, `Best` (`resolve` reports any other as an
    /// error).
    pub options: Vec<Setting>,
    /// Rules and tables; `resolve` reports a group within a group as an error.
    pub body: Block<ScoreLine>,
}

/// `POINTS [each | per N | once | once per X] [, option]…`
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// With its sign.
    pub points: Number,
    /// How often they are given.
    pub times: Option<Times>,
    /// In the order they are written.
    pub options: Vec<Setting>,
    /// The whole award.
    pub span: Span,
}

/// How often points are given.
#[derive(Clone, Debug, PartialEq)]
pub enum Times {
    /// `each`
    Each(Span),
    /// `per 10`
    Per(Number),
    /// `once`
    Once(Span),
    /// `once per day`, `once per 3 days`
    OncePer(Period),
    /// `once per title`
    OncePerValue(Name),
}

impl Times {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Each(span) | Self::Once(span) => *span,
            Self::Per(number) => number.span,
            Self::OncePer(period) => period.span,
            Self::OncePerValue(name) => name.span,
        }
    }
}

/// What follows an award or a group's title after a comma.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Which one.
    pub kind: SettingKind,
    /// Where it stands.
    pub span: Span,
}

/// The settings of rules and groups.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingKind {
    /// `up to 20 [points]`
    UpTo(Number),
    /// `down to -20 [points]`
    DownTo(Number),
    /// `halving every 30 days`
    Halving(Period),
    /// `fading over 90 days`
    Fading(Period),
    /// `losing 25% every 30 days, compound` or `, linear`
    Losing {
        /// The share that is lost, as a fraction of one (`25%` is 0.25).
        share: Number,
        /// How often.
        every: Period,
        /// `compound` or `linear`. The word is required; `resolve` reports it where it is missing.
        shape: Option<LosingShape>,
    },
    /// `as "title"`
    As(Text),
    /// `because "reason"`
    Because(Text),
    /// `by OWNER`
    By(Name),
    /// `from DATE`
    From(Date),
    /// `until DATE`
    Until(Date),
    /// `best`, of a group
    Best,
}

/// What `losing` takes its share of.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum LosingShape {
    /// `compound`: of what is left
    Compound,
    /// `linear`: of the original points
    Linear,
}
