//! What comes out for a lead, by the names that the rules give.

use leadrules_language::decimal::{Amount, Points};
use serde::Serialize;

/// What came out for a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoredLead {
    /// Its key; `None` if the data has none for it.
    pub key: Option<String>,
    /// Its scores, in the order they are written.
    pub scores: Vec<ScoredValue<Option<Amount>>>,
    /// Its labels, in the order they are written.
    pub labels: Vec<ScoredValue<Option<String>>>,
    /// Its stage.
    pub stage: String,
    /// Why it is excluded, if it is.
    pub excluded: Option<String>,
    /// The rules that gave points, by title.
    pub rules: Vec<ScoredValue<Amount>>,
}

/// A value with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoredValue<T> {
    /// The name of the score, the label or the rule.
    pub name: String,
    /// Its value.
    pub value: T,
}

impl ScoredLead {
    /// The points of a score; `None` if there is no such score, or it is unknown.
    #[must_use]
    pub fn score(&self, name: &str) -> Option<Points> {
        self.scores.iter().find(|score| score.name == name).and_then(|score| score.value).map(|amount| amount.0)
    }
}
