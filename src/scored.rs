//! What comes out for a lead, by the names that the rules give.

use arrow_array::Array;
use leadrules_engine::columns::Results;
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Rules, StageId};
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

/// What came out for an account and its leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoredAccount {
    /// The account, of which the same is said as of a lead.
    #[serde(flatten)]
    pub account: ScoredLead,
    /// Its leads, in the order in which they were given.
    pub leads: Vec<ScoredLead>,
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
    /// The lead in a row of results.
    pub(crate) fn new(rules: &Rules, results: &Results, row: usize) -> Self {
        let stage = StageId::of_number(results.stages[row]);
        let points = |column: &arrow_array::Int64Array| column.is_valid(row).then(|| Amount(Points(column.value(row))));
        let scores = rules.scores.iter().zip(&results.scores);
        let labels = rules.labels.iter().zip(&results.labels);
        let gave = results.rules.iter().flatten().zip(rules.rules());
        Self {
            key: results.keys.is_valid(row).then(|| results.keys.value(row).to_owned()),
            scores: scores
                .map(|(score, column)| ScoredValue { name: score.name.clone(), value: points(&column.points) })
                .collect(),
            labels: labels
                .map(|(label, column)| {
                    let values = &column.values;
                    let text = values.is_valid(row).then(|| column.texts[usize::from(values.value(row))].clone());
                    ScoredValue { name: label.name.clone(), value: text }
                })
                .collect(),
            stage: rules.stages.name(stage).to_owned(),
            excluded: results
                .exclusions
                .is_valid(row)
                .then(|| rules.exclusions[usize::from(results.exclusions.value(row))].reason.clone()),
            rules: gave
                .filter(|(points, _)| points[row] != 0)
                .map(|(points, (_, rule))| ScoredValue { name: rule.title.clone(), value: Amount(Points(points[row])) })
                .collect(),
        }
    }

    /// The points of a score; `None` if there is no such score, or it is unknown.
    #[must_use]
    pub fn score(&self, name: &str) -> Option<Points> {
        self.scores.iter().find(|score| score.name == name).and_then(|score| score.value).map(|amount| amount.0)
    }
}
