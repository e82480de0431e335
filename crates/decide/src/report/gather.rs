//! Counts leads for the report as they come. In: batches as `sample` gives them; out: counts, sums and the first leads.

use std::collections::BTreeMap;

use arrow_array::Array;
use hashbrown::HashMap;

use crate::sample::Part;
use leadrules_engine::columns::Results;
use leadrules_engine::run::Counts;
use leadrules_language::ir::{RuleId, Rules, ScoreBody, ScoreId, StageId};

/// Counts leads as they come.
#[derive(Debug)]
pub struct Gatherer<'a> {
    pub(super) rules: &'a Rules,
    pub(super) settings: Settings,
    pub(super) counts: Counts,
    /// By rule id: the sum of what it gave, in hundredths.
    pub(super) given: Vec<i128>,
    /// By score id: how many leads have so many hundredths.
    pub(super) spreads: Vec<BTreeMap<i64, u64>>,
    pub(super) pair: Option<[ScoreId; 2]>,
    pub(super) both: HashMap<(i64, i64), u64>,
    /// By label id: how many leads have each text; the last place is for those without.
    pub(super) labels: Vec<BTreeMap<Option<String>, u64>>,
    pub(super) top: Vec<Top>,
}

/// What is shown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How many leads are shown.
    pub top: usize,
    /// Columns of the input to show of them.
    pub keep: Vec<String>,
}

/// A lead among the first.
#[derive(Debug)]
pub(super) struct Top {
    pub(super) rank: (u16, i64),
    pub(super) row: u64,
    pub(super) key: String,
    pub(super) kept: Vec<String>,
    pub(super) scores: Vec<Option<i64>>,
    pub(super) stage: String,
    pub(super) labels: Vec<Option<String>>,
    /// By rule: what it gave.
    pub(super) reasons: Vec<(RuleId, i64)>,
}

impl<'a> Gatherer<'a> {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(rules: &'a Rules, settings: Settings) -> Self {
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
            top: Vec::new(),
        }
    }

    /// Takes in a batch; batches come in the order of the data.
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

    /// Keeps the leads of the highest stages with the most points.
    fn rank(&mut self, part: &Part) {
        let results = &part.trace.results;
        let all = self.rules.rules();
        for row in 0..results.rows {
            if results.stages[row] == StageId::EXCLUDED_NUMBER {
                continue;
            }
            let scores: Vec<Option<i64>> = results
                .scores
                .iter()
                .map(|score| score.points.is_valid(row).then(|| score.points.value(row)))
                .collect();
            let rank = (results.stages[row], scores.iter().flatten().sum());
            let is_full = self.top.len() >= self.settings.top;
            if is_full && self.top.last().is_none_or(|last| last.rank >= rank) {
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
            let at = self.top.partition_point(|other| {
                (other.rank, std::cmp::Reverse(other.row)) >= (lead.rank, std::cmp::Reverse(lead.row))
            });
            self.top.insert(at, lead);
            self.top.truncate(self.settings.top);
        }
    }
}
