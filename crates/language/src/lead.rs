//! One lead as plain values: what is known of it, what it did, what rules and scores came to for it. Evaluators of single
//! leads take and give these; batches of data never pass through here.

use crate::calendar::Instant;
use crate::decimal::Points;
use crate::ir::KindId;
use crate::types::{Truth, Value};

/// What is known of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// By field id; none is unknown. Texts are cleaned by [`crate::text::clean`] and not empty.
    pub fields: Vec<Option<Value>>,
}

/// Something that a lead did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which kind; none for one that the rules do not declare.
    pub kind: Option<KindId>,
    /// When, in microseconds.
    pub time: Instant,
    /// The row's id: of events with the same one, one counts.
    pub id: Option<String>,
    /// By property id; none is unknown, as is what its kind does not have.
    pub properties: Vec<Option<Value>>,
}

/// What came out for a score.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct ScoreOutcome {
    /// Its points; none where a computed score is unknown.
    pub points: Option<Points>,
    /// The points before its range cut them off.
    pub uncut: Option<Points>,
    /// How many of its rules were unknown; a table counts as one rule.
    pub unknown_rules: u32,
}

/// What came out for a rule or a row of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct RuleOutcome {
    /// Whether the day of `as of` lies within its dates.
    pub in_force: bool,
    /// Whether its condition is true, and for a row that no other was taken; unknown too where what it counts is.
    pub truth: Truth,
    /// What it gives before its cap.
    pub raw: Points,
    /// What it gives after its cap.
    pub capped: Points,
    /// The part of that which counts: none where its group takes the best, and that is another.
    pub counted: Points,
}

/// What came out for a group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct GroupOutcome {
    /// What its parts (or the best of them) give.
    pub raw: Points,
    /// What it gives after its caps.
    pub capped: Points,
}
