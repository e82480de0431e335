//! Scores as meant: rules, tables, groups, and what they give.

use super::{Cond, Occurrences, PropertyId, Quantity, RuleId};
use crate::ast::Unit;
use crate::calendar::{Day, Period};
use crate::decimal::{Decimal, Points};
use crate::source::Span;
use crate::types::Bounds;

/// A score.
#[derive(Clone, Debug)]
pub struct Score {
    /// Its name.
    pub name: String,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The points it stays within.
    pub range: Bounds<Points>,
    /// Its rules, or its formula.
    pub body: ScoreBody,
    /// Its name in the file.
    pub span: Span,
}

impl Score {
    /// Its rules, tables and groups; none if it is computed.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        match &self.body {
            ScoreBody::Rules(parts) => parts,
            ScoreBody::Computed(_) => &[],
        }
    }
}

/// What a score is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreBody {
    /// The sum of what these give.
    Rules(Vec<Part>),
    /// A quantity, rounded to two places.
    Computed(Quantity),
}

/// A part of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// `condition => +20`
    Rule(Rule),
    /// `employees { … }`
    Table(Table),
    /// `group "title" { … }`; holds rules and tables only.
    Group(Group),
}

impl Part {
    /// How many rules and rows it has.
    #[must_use]
    pub fn rule_count(&self) -> usize {
        match self {
            Self::Rule(_) => 1,
            Self::Table(table) => table.rows.len(),
            Self::Group(group) => group.parts.iter().map(Self::rule_count).sum(),
        }
    }

    /// Its rules and rows, in the order they are written.
    #[must_use]
    pub fn rules(&self) -> Vec<&Rule> {
        match self {
            Self::Rule(rule) => vec![rule],
            Self::Table(table) => table.rows.iter().map(|row| &row.rule).collect(),
            Self::Group(group) => group.parts.iter().flat_map(Self::rules).collect(),
        }
    }
}

/// `group "title" [, up to N] [, down to -N] [, best] { … }`
#[derive(Clone, Debug)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// The most it gives.
    pub up_to: Option<Points>,
    /// The least it gives.
    pub down_to: Option<Points>,
    /// Whether only the part that gives the most counts.
    pub best: bool,
    /// Rules and tables; a table counts as one.
    pub parts: Vec<Part>,
    /// Its head.
    pub span: Span,
}

/// A table: the first row that holds gives its points, and no other does.
#[derive(Clone, Debug)]
pub struct Table {
    /// Whether the subject is known.
    pub known: Cond,
    /// In the order they are written, including `otherwise` and `unknown`.
    pub rows: Vec<Row>,
    /// Its head: the subject.
    pub span: Span,
}

/// A row of a table. Its rule's condition is what the row asks of the subject, as a full condition:
/// `employees in 50..99` for `50..99`, "the subject is known" for `otherwise`, "it is unknown" for `unknown`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which row it is.
    pub kind: RowKind,
    /// Its condition and what it gives.
    pub rule: Rule,
}

/// The rows of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// One that names values; counts if no earlier one held.
    Values,
    /// `otherwise`; counts if the subject is known and no row with values held, wherever the `otherwise` is written
    Otherwise,
    /// `unknown`
    Unknown,
}

/// A rule of a score, or a row of a table. Two that give the same to the same leads are equal, whatever their titles.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// `as "title"`; otherwise the text of its left side (in a table, of the subject and the row).
    pub title: String,
    /// Whether the author gave the title.
    pub titled: bool,
    /// `because "reason"`
    pub because: Option<String>,
    /// Its own owner, or else that of its score.
    pub owner: Option<String>,
    /// The first day on which it is in force.
    pub from: Option<Day>,
    /// The last day on which it is in force.
    pub until: Option<Day>,
    /// When it fires; its dates are not part of this.
    pub condition: Cond,
    /// What it gives then.
    pub gain: Gain,
    /// The most that it gives (with the sign of its points); the sum is rounded before it is capped.
    pub cap: Option<Points>,
    /// The line, comments left out.
    pub span: Span,
    /// What is to the left of `=>`.
    pub left: Span,
}

impl Rule {
    /// Whether it is in force on a day.
    #[must_use]
    pub fn in_force(&self, today: Day) -> bool {
        self.from.is_none_or(|from| from <= today) && self.until.is_none_or(|until| today <= until)
    }
}

/// What a rule gives when its condition is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gain {
    /// `+20`; with a decay, by the age of the latest of these occurrences.
    Once {
        /// The points.
        points: Points,
        /// How they decay, and whose age counts.
        decay: Option<(Decay, Occurrences)>,
    },
    /// `+10 each`, `+1 per 10` of a quantity: the points times the full units in it, and nothing if it is below zero or
    /// unknown. The rule's condition is then `Constant(true)`, unless others were joined to it by `and`.
    PerUnit {
        /// The points of one unit.
        points: Points,
        /// How much of the quantity makes a unit: more than zero.
        per: Decimal,
        /// The quantity.
        of: Quantity,
    },
    /// `+10 each`, `+2 once per day` of an event: for each occurrence that counts.
    PerOccurrence {
        /// The points of one occurrence.
        points: Points,
        /// Which occurrences.
        of: Occurrences,
        /// Only the latest occurrence in each of these counts, if given.
        once_per: Option<Bucket>,
        /// How they decay, each by its own age.
        decay: Option<Decay>,
    },
}

impl Gain {
    /// The points as written, with their sign.
    #[must_use]
    pub fn points(&self) -> Points {
        match self {
            Self::Once { points, .. } | Self::PerUnit { points, .. } | Self::PerOccurrence { points, .. } => *points,
        }
    }
}

/// What `once per` divides occurrences into.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bucket {
    /// Blocks of this many local days, counted from 1970-01-01.
    Days(u32),
    /// Blocks of this many weeks, starting on Monday; the first block contains 1970-01-01.
    Weeks(u32),
    /// Blocks of this many calendar months, counted from January 1970.
    Months(u32),
    /// One for each distinct value (texts folded). Occurrences whose value is unknown can't be told apart, so they
    /// share one.
    Value(PropertyId),
}

/// How event points fade with age; the factor is a decimal with six places.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decay {
    /// The shape of the curve.
    pub shape: DecayShape,
    /// `n` in the formulas of [`DecayShape`], in days: at least 1.
    pub days: u32,
}

/// The curves along which points fade, with `k` = age div n and `p` the share lost each time, as a fraction of one.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum DecayShape {
    /// ½^(age/n)
    Halving,
    /// max(0, 1 − age/n)
    Fading,
    /// max(0, 1 − k·p)
    Linear(Decimal),
    /// (1 − p)^k
    Compound(Decimal),
}

/// The bucket of `once per` for `count` of a unit; `None` for a unit that it does not take.
#[must_use]
pub fn bucket_of(period: Period) -> Option<Bucket> {
    match period.unit {
        Unit::Day => Some(Bucket::Days(period.count)),
        Unit::Week => Some(Bucket::Weeks(period.count)),
        Unit::Month => Some(Bucket::Months(period.count)),
        Unit::Year => period.count.checked_mul(12).map(Bucket::Months),
        Unit::Hour => None,
    }
}
