//! One lead as plain values: what is known of it, what it did, and what rules and scores gave it. Evaluators of single
//! leads take and give these; batches of data never pass through here.

use crate::calendar::Instant;
use crate::decimal::Points;
use crate::ir::KindId;
use crate::types::{Truth, Value};

/// What is known of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// By field id; `None` is unknown. Texts are cleaned by [`crate::text::clean`] and not empty.
    pub fields: Vec<Option<Value>>,
}

/// Something that a lead did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which kind; `None` for one that the rules do not declare.
    pub kind: Option<KindId>,
    /// When, in microseconds since 1970.
    pub time: Instant,
    /// The id of its row: of events with the same id, one counts.
    pub id: Option<String>,
    /// By property id; `None` is unknown, as is a property that its kind does not have.
    pub properties: Vec<Option<Value>>,
}

/// What came out for a score.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct ScoreOutcome {
    /// Its points; `None` if it is computed and unknown.
    pub points: Option<Points>,
    /// The points before they are limited to its range.
    pub uncut: Option<Points>,
    /// How many of its rules were unknown; a table counts as one rule.
    pub unknown_rules: u32,
}

/// What came out for a rule or a row of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct RuleOutcome {
    /// Whether the day of `as of` lies within its dates.
    pub in_force: bool,
    /// Whether its condition is true and, for a row, no other was taken; also unknown if what it counts is.
    pub truth: Truth,
    /// What it gives before its cap.
    pub raw: Points,
    /// What it gives after its cap.
    pub capped: Points,
    /// The part of that which counts: no points if its group takes the best and that is another part.
    pub counted: Points,
}

/// What came out for a group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct GroupOutcome {
    /// What its parts (or the best of them) give together.
    pub raw: Points,
    /// What it gives after its caps.
    pub capped: Points,
}
