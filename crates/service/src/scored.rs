//! Leads scored by a draft, batch by batch. In: rules, an outcome, and leads on a shelf; out: what came of each, kept until
//! a newer draft comes, or nothing if nobody waits for it any more.

use std::sync::atomic::{AtomicBool, Ordering};

use arrow_array::{Array, StringArray, UInt16Array};
use leadrules_decide::bars::Gather;
use leadrules_decide::outcome::Outcome;
use leadrules_engine::columns::{LabelColumn, Leads, Results, ScoreColumn, SetAside};
use leadrules_engine::engine::{Asked, Ledger, Options, Plan};
use leadrules_engine::run::Counts;
use leadrules_engine::shelf::Shelf;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::types::Truth;
use leadrules_language::words::Text;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::packed::{Numbers, Truths};

/// What came of a batch of leads, without what the leads themselves say.
#[derive(Debug)]
pub struct Batch {
    /// Added up over its leads.
    pub counts: Counts,
    /// By rule id: the points that it gave in all, in hundredths.
    pub points: Vec<i128>,
    /// By row: the number of its stage.
    pub stages: Vec<u16>,
    /// By score id, in hundredths.
    pub scores: Vec<Numbers>,
    labels: Vec<LabelColumn>,
    exclusions: UInt16Array,
    /// For each bar, two conditions: see [`Gather::asked`].
    met: Vec<Truths>,
    /// What became of each lead, if that was asked.
    outcome: Option<Truths>,
}

impl Batch {
    /// What came out by some rules, of which nothing else was asked.
    #[must_use]
    pub fn of(rules: &Rules, results: Results) -> Self {
        let mut counts = Counts::new(rules);
        counts.add(&results);
        let exclusions = if rules.exclusions.is_empty() { UInt16Array::new_null(0) } else { results.exclusions };
        Self {
            counts,
            points: Vec::new(),
            stages: results.stages,
            scores: results.scores.iter().map(|score| Numbers::new(&score.points)).collect(),
            labels: results.labels,
            exclusions,
            met: Vec::new(),
            outcome: None,
        }
    }

    /// How many leads there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.stages.len()
    }

    /// What became of the lead in a row; unknown if that was not asked.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn outcome(&self, row: usize) -> Truth {
        self.outcome.as_ref().map_or(Truth::Unknown, |outcome| outcome.get(row))
    }

    /// The text of a label in a row; `None` if it is unknown.
    ///
    /// # Panics
    /// If there is no such row.
    #[must_use]
    pub fn label(&self, at: usize, row: usize) -> Option<&str> {
        let LabelColumn { texts, values } = &self.labels[at];
        values.is_valid(row).then(|| texts[usize::from(values.value(row))].as_str())
    }

    /// For each bar, whether its two conditions are met, by row.
    #[must_use]
    pub fn met(&self) -> Vec<Vec<Truth>> {
        self.met.iter().map(Truths::all).collect()
    }

    /// As the engine gave it: without keys, and without what was only counted.
    #[must_use]
    pub fn results(&self) -> Results {
        let rows = self.rows();
        let score = |score: &Numbers| ScoreColumn { points: score.column(), unknown_rules: Vec::new() };
        let exclusions = if self.exclusions.is_empty() { UInt16Array::new_null(rows) } else { self.exclusions.clone() };
        Results {
            rows,
            first_row: 0,
            keys: StringArray::new_null(rows),
            scores: self.scores.iter().map(score).collect(),
            labels: self.labels.clone(),
            stages: self.stages.clone(),
            exclusions,
            rules: None,
            fired: Vec::new(),
            overflows: 0,
            set_aside: SetAside::default(),
            broken: Vec::new(),
            kept: Vec::new(),
            changes: None,
            leads: None,
        }
    }
}

/// Leads that were scored by some rules.
#[derive(Copy, Clone, Debug)]
pub struct Side<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// What came of each batch; of two sides, the batches of the same leads stand at the same places.
    pub batches: &'a [&'a Batch],
}

/// Rules made ready to score batches.
#[derive(Debug)]
pub struct Scorer<'r> {
    rules: &'r Rules,
    plan: Plan,
    ledger: Ledger,
    has_outcome: bool,
}

impl<'r> Scorer<'r> {
    /// Makes rules ready; `log` says whether it is known what leads did.
    #[must_use]
    pub fn new(rules: &'r Rules, outcome: Option<&Outcome>, as_of: Instant, log: bool) -> Self {
        let mut conditions: Vec<Cond> = Gather::new(rules, None, None, None).asked();
        conditions.extend(outcome.map(|outcome| outcome.condition.clone()));
        let options = Options { log, rule_points: true, trace: false };
        let plan = Plan::asking(rules, options, Asked { conditions: &conditions, ..Asked::default() });
        Self { rules, ledger: plan.no_ledger(as_of), plan, has_outcome: outcome.is_some() }
    }

    /// Scores a batch, whose events are nested in its leads.
    #[must_use]
    pub fn batch(&self, leads: &Leads) -> Batch {
        let (mut results, mut met) = self.plan.score_and_ask(leads, &self.ledger);
        let outcome = if self.has_outcome { met.pop() } else { None };
        let points = results.rules.take().unwrap_or_default();
        Batch {
            points: points.iter().map(|points| points.iter().map(|&points| i128::from(points)).sum()).collect(),
            met: met.iter().map(|met| Truths::new(met)).collect(),
            outcome: outcome.map(|outcome| Truths::new(&outcome)),
            ..Batch::of(self.rules, results)
        }
    }

    /// Scores batches, in parallel, as long as `goes_on` says that somebody waits.
    ///
    /// # Errors
    /// If nobody did, or leads can't be read back.
    pub fn batches(
        &self,
        shelf: &Shelf,
        places: &[usize],
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Vec<Batch>, Stopped> {
        let is_over = AtomicBool::new(false);
        let one = |&at: &usize| {
            if is_over.load(Ordering::Relaxed) || !goes_on() {
                is_over.store(true, Ordering::Relaxed);
                return Err(Stopped::Overtaken);
            }
            let leads = shelf.batch(at).map_err(|error| Stopped::Failed(Text::verbatim(error.to_string())))?;
            Ok(self.batch(&leads))
        };
        places.par_iter().map(one).collect()
    }
}

/// Why leads were not scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// Nobody waits for it any more.
    Overtaken,
    /// A sentence for people.
    Failed(Text),
}
