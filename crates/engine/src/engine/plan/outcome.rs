//! What comes out for a lead that is looked at by itself: at a glance, or with everything that happened.

use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::StageId;
use leadrules_language::lead::{GroupOutcome, Lead, RuleOutcome, ScoreOutcome};
use leadrules_language::types::Truth;

use super::super::row::Counter;

/// What came out for a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SingleOutcome {
    /// By score id: its points; `None` if it is computed and unknown.
    pub scores: Vec<Option<Points>>,
    /// By score id: how many of its rules were unknown; a table counts as one.
    pub unknown_rules: Vec<u32>,
    /// By rule id: the points it gave, after its cap; 0 for a row that a table did not take and a rule that lost in a
    /// group.
    pub rules: Vec<Points>,
    /// By label id: its text; `None` if it is unknown.
    pub labels: Vec<Option<String>>,
    /// Its stage; `None` counts as [`StageId::None`].
    pub stage: Option<StageId>,
    /// The index of the exclusion that excludes it.
    pub exclusion: Option<usize>,
}

/// Everything that happened to a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadTrace {
    /// By score id.
    pub scores: Vec<ScoreOutcome>,
    /// By rule id.
    pub rules: Vec<RuleOutcome>,
    /// The groups, in the order they are written.
    pub groups: Vec<GroupOutcome>,
    /// The index of the exclusion that excludes it.
    pub exclusion: Option<usize>,
    /// Its stage.
    pub stage: StageId,
    /// By label id: the text, if known.
    pub labels: Vec<Option<String>>,
    /// For each condition that was asked about: its truth.
    pub truths: Vec<Truth>,
    /// For each quantity that was asked about: its value, if it is known.
    pub values: Vec<Option<Decimal>>,
}

/// What is noted of rules, groups and scores while a lead is looked at closely.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    pub rules: Vec<RuleOutcome>,
    pub groups: Vec<GroupOutcome>,
    pub uncut: Vec<Option<Points>>,
}

/// What is noted for a rule that does nothing.
pub(super) const NOTHING: RuleOutcome =
    RuleOutcome { in_force: true, truth: Truth::False, raw: Points::ZERO, capped: Points::ZERO, counted: Points::ZERO };

/// A lead as far as a plan looks at it, seen from an instant: its values, and what was counted of its events.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its values.
    pub lead: Lead,
    pub(super) counters: Vec<Counter>,
}
