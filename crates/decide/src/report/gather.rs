//! Counts leads for the report as they come. In: batches as `sample` gives them; out: counts, sums and the first leads.

use std::collections::BTreeMap;

use arrow_array::Array;
use hashbrown::HashMap;

use crate::sample::Part;
use leadrules_engine::columns::Results;
use leadrules_engine::run::Counts;
use leadrules_language::ir::{RuleId, Rules, ScoreBody, ScoreId, StageId};
use leadrules_language::types::Truth;

/// Counts leads as they come.
#[derive(Debug)]
pub struct Gatherer<'a> {
    pub(super) rules: &'a Rules,
    pub(super) settings: Settings,
    pub(super) counts: Counts,
    /// By rule id: the sum of what it gave, in hundredths.
    pub(super) given: Vec<i128>,
    /// By score id: how many leads have each number of points, in hundredths.
    pub(super) spreads: Vec<BTreeMap<i64, u64>>,
    pub(super) pair: Option<[ScoreId; 2]>,
    pub(super) both: HashMap<(i64, i64), u64>,
    /// By label id: how many leads have each text; `None` is for those without one.
    pub(super) labels: Vec<BTreeMap<Option<String>, u64>>,
    /// The first of the leads whose outcome is still open, and the first of those that did not convert.
    top: [Vec<Top>; 2],
    /// How many leads have an outcome.
    pub(super) decided: u64,
    /// The scores by which leads of a stage are sorted, the first one first.
    pub(super) order: Vec<usize>,
}

/// What is shown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How many leads are shown.
    pub top: usize,
    /// The score by which leads of a stage are sorted. If not given, it is the last computed score, or else the scores
    /// that the highest stage asks for, one after the other.
    pub order_by: Option<ScoreId>,
    /// Columns of the input to show for them.
    pub keep: Vec<String>,
}

/// A lead among the first.
#[derive(Debug)]
pub(super) struct Top {
    rank: (u16, Vec<i64>),
    pub(super) row: u64,
    pub(super) key: String,
    pub(super) kept: Vec<String>,
    pub(super) scores: Vec<Option<i64>>,
    pub(super) stage: String,
    pub(super) labels: Vec<Option<String>>,
    /// For each rule, what it gave.
    pub(super) reasons: Vec<(RuleId, i64)>,
}

impl<'a> Gatherer<'a> {
    /// A gatherer that has counted nothing yet.
    #[must_use]
    pub fn new(rules: &'a Rules, settings: Settings) -> Self {
        let order = settings.order_by.map_or_else(|| order(rules), |id| vec![usize::from(id.0)]);
        let of_rules = (0..).map(ScoreId).zip(&rules.scores);
        let of_rules = of_rules.filter(|(_, score)| matches!(score.body, ScoreBody::Rules(_))).map(|(id, _)| id);
        let pair = <[ScoreId; 2]>::try_from(of_rules.take(2).collect::<Vec<_>>()).ok();
        Self {
            rules,
            settings,
            counts: Counts::new(rules),
            given: vec![0; rules.rule_count()],
            spreads: vec![BTreeMap::new(); rules.scores.len()],
            pair,
            both: HashMap::new(),
            labels: vec![BTreeMap::new(); rules.labels.len()],
            top: [Vec::new(), Vec::new()],
            decided: 0,
            order,
        }
    }

    /// The first leads: those whose outcome is still open, if there are any; otherwise those that did not convert.
    pub(super) fn first(&self) -> &[Top] {
        let [open, others] = &self.top;
        if open.is_empty() { others } else { open }
    }

    /// Adds a batch; batches come in the order of the data.
    pub fn add(&mut self, part: &Part) {
        let results = &part.trace.results;
        self.counts.add(results);
        for (sum, rule) in self.given.iter_mut().zip(results.rules.iter().flatten()) {
            *sum += rule.iter().copied().map(i128::from).sum::<i128>();
        }
        for (spread, score) in self.spreads.iter_mut().zip(&results.scores) {
            for points in score.points.iter().flatten() {
                *spread.entry(points).or_default() += 1;
            }
        }
        if let Some(pair) = self.pair {
            let [across, up] = pair.map(|id| &results.scores[usize::from(id.0)].points);
            for (x, y) in across.iter().zip(up.iter()) {
                if let (Some(x), Some(y)) = (x, y) {
                    *self.both.entry((x, y)).or_default() += 1;
                }
            }
        }
        for (counts, label) in self.labels.iter_mut().zip(&results.labels) {
            for value in &label.values {
                let text = value.map(|value| label.texts[usize::from(value)].clone());
                *counts.entry(text).or_default() += 1;
            }
        }
        self.rank(part);
    }

    fn stage(&self, results: &Results, row: usize) -> &'a str {
        self.rules.stages.name(StageId::of_number(results.stages[row]))
    }

    /// Keeps the leads in the highest stages with the most points.
    fn rank(&mut self, part: &Part) {
        let results = &part.trace.results;
        let all = self.rules.rules();
        for row in 0..results.rows {
            self.decided += u64::from(part.outcome[row] != Truth::Unknown);
            let list = match part.outcome[row] {
                Truth::Unknown => 0,
                Truth::False => 1,
                Truth::True => continue,
            };
            if results.stages[row] == StageId::EXCLUDED_NUMBER {
                continue;
            }
            let scores: Vec<Option<i64>> = results
                .scores
                .iter()
                .map(|score| score.points.is_valid(row).then(|| score.points.value(row)))
                .collect();
            let by: Vec<i64> = self.order.iter().map(|&at| scores[at].unwrap_or(i64::MIN)).collect();
            let rank = (results.stages[row], by);
            let is_full = self.top[list].len() >= self.settings.top;
            if is_full && self.top[list].last().is_none_or(|last| last.rank >= rank) {
                continue;
            }
            let mut reasons: Vec<(RuleId, i64)> = results
                .rules
                .iter()
                .flatten()
                .zip(&all)
                .filter(|(points, _)| points[row] != 0)
                .map(|(points, (_, rule))| (rule.id, points[row]))
                .collect();
            reasons.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
            let labels = results.labels.iter().map(|label| {
                label.values.is_valid(row).then(|| label.texts[usize::from(label.values.value(row))].clone())
            });
            let kept = results
                .kept
                .iter()
                .map(|kept| if kept.is_valid(row) { kept.value(row).to_owned() } else { String::new() });
            let lead = Top {
                rank,
                row: results.first_row + row as u64,
                key: if results.keys.is_valid(row) { results.keys.value(row).to_owned() } else { String::new() },
                kept: kept.collect(),
                scores,
                stage: self.stage(results, row).to_owned(),
                labels: labels.collect(),
                reasons,
            };
            let at = self.top[list].partition_point(|other| {
                (&other.rank, std::cmp::Reverse(other.row)) >= (&lead.rank, std::cmp::Reverse(lead.row))
            });
            self.top[list].insert(at, lead);
            self.top[list].truncate(self.settings.top);
        }
    }
}

/// The scores by which leads of a stage are sorted.
fn order(rules: &Rules) -> Vec<usize> {
    let computed = rules.scores.iter().rposition(|score| matches!(score.body, ScoreBody::Computed(_)));
    if let Some(computed) = computed {
        return vec![computed];
    }
    let mut order: Vec<usize> = Vec::new();
    let asked = rules.stages.steps.last().map(|step| rules.dependencies_of_condition(&step.condition).scores);
    let asked = asked.into_iter().flatten().map(|id| usize::from(id.0));
    for at in asked.chain(0..rules.scores.len()) {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    order
}
