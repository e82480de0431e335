//! What comes out for a lead, as the plain evaluator gives it.

use crate::ir::StageId;
use crate::lead::{GroupOutcome, RuleOutcome, ScoreOutcome};

/// What came out for a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadOutcome {
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
    /// By label id, its text, if known.
    pub labels: Vec<Option<String>>,
    /// For each promise and each of its lines, whether it is kept.
    pub promises: Vec<Vec<bool>>,
    /// Whether a quantity was unknown because its magnitude was 10^18 or more.
    pub overflowed: bool,
}
