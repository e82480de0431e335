//! What comes out for a lead, as the plain evaluator says it.

use crate::ir::StageId;
use crate::lead::{GroupOutcome, RuleOutcome, ScoreOutcome};

/// What came out for a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadOutcome {
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
