//! What comes out for a lead, as the plain evaluator says it.

use crate::decimal::Points;
use crate::ir::StageId;
use crate::types::Truth;

/// What came out for a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// By score id.
    pub scores: Vec<ScoreOutcome>,
    /// By rule id.
    pub rules: Vec<RuleOutcome>,
    /// The groups, in the order they stand.
    pub groups: Vec<GroupOutcome>,
    /// The place of the exclusion that sets it apart.
    pub exclusion: Option<usize>,
    /// Its stage.
    pub stage: StageId,
    /// By label id: the text, if known.
    pub labels: Vec<Option<String>>,
    /// By promise, by line: whether it is kept.
    pub promises: Vec<Vec<bool>>,
    /// Whether a quantity was unknown because it came to 10^18 or more.
    pub overflowed: bool,
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
