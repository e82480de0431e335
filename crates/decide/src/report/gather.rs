//! Counts leads for the report as they come. In: batches as `sample` gives them; out: counts, sums and the first leads.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::call_list::{self, CallList};
use crate::entry::By;
use crate::sample::Part;
use leadrules_engine::run::Counts;
use leadrules_language::ir::{Rules, ScoreBody, ScoreId};
use leadrules_language::types::Truth;
use leadrules_language::words::Text;

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
    /// The leads to call.
    pub(super) calls: CallList,
    /// How many leads are at the highest stage: those whose outcome is open, and all.
    pub(super) ready: [u64; 2],
    /// How many leads have an outcome.
    pub(super) decided: u64,
    /// By what leads are told apart by, in English: the same in the reader's language, and what is counted.
    pub(super) groups: BTreeMap<String, (Text, Group)>,
}

/// What is counted of leads that are told apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) leads: u64,
    /// Those at the highest stage.
    pub(super) at_top: u64,
    /// Those that have an outcome, and those of them that converted.
    pub(super) decided: u64,
    pub(super) converted: u64,
}

/// What is shown.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How many leads are shown.
    pub top: usize,
    /// The score by which leads of a stage are sorted; see [`call_list::order`].
    pub order_by: Option<ScoreId>,
    /// Columns of the input to show for them.
    pub keep: Vec<String>,
    /// What leads are told apart by.
    pub by: Option<By>,
}

impl<'a> Gatherer<'a> {
    /// A gatherer that has counted nothing yet.
    #[must_use]
    pub fn new(rules: &'a Rules, settings: Settings) -> Self {
        let listed =
            call_list::Settings { most: Some(settings.top), order_by: settings.order_by, ..Default::default() };
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
            calls: CallList::new(rules, listed),
            ready: [0, 0],
            decided: 0,
            groups: BTreeMap::new(),
        }
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
        self.decided += part.outcome.iter().filter(|outcome| **outcome != Truth::Unknown).count() as u64;
        let top = u16::try_from(self.rules.stages.steps.len()).unwrap_or(u16::MAX);
        for (_, outcome) in results.stages.iter().zip(&part.outcome).filter(|(stage, _)| top > 0 && **stage == top) {
            self.ready[0] += u64::from(*outcome == Truth::Unknown);
            self.ready[1] += 1;
        }
        if let Some(by) = self.settings.by {
            for (row, outcome) in part.outcome.iter().enumerate() {
                let name = by.in_part(self.rules, part, row);
                let group = self.groups.entry(name.to_string()).or_insert_with(|| (name, Group::default()));
                let group = &mut group.1;
                group.leads += 1;
                group.at_top += u64::from(top > 0 && results.stages[row] == top);
                group.decided += u64::from(*outcome != Truth::Unknown);
                group.converted += u64::from(*outcome == Truth::True);
            }
        }
        self.calls.add(results, |row| part.outcome[row]);
    }
}
