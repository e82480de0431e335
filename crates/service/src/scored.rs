//! Leads scored by a draft, batch by batch. In: rules, an outcome, and leads in memory; out: what came of each, kept until
//! a newer draft comes, or nothing if nobody waits for it any more.

use std::sync::atomic::{AtomicBool, Ordering};

use leadrules_decide::bars::Gather;
use leadrules_decide::outcome::Outcome;
use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::engine::{Asked, Ledger, Options, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::types::Truth;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// What came of a batch of leads.
#[derive(Debug)]
pub struct Batch {
    /// What came out; without the points of rules.
    pub results: Results,
    /// By rule id: the points that it gave in all, in hundredths.
    pub points: Vec<i128>,
    /// For each bar, two conditions: see [`Gather::asked`].
    pub met: Vec<Vec<Truth>>,
    /// What became of each lead; unknown without an outcome.
    pub outcome: Vec<Truth>,
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
pub struct Scorer {
    plan: Plan,
    ledger: Ledger,
    has_outcome: bool,
}

impl Scorer {
    /// Makes rules ready; `log` says whether it is known what leads did.
    #[must_use]
    pub fn new(rules: &Rules, outcome: Option<&Outcome>, as_of: Instant, log: bool) -> Self {
        let mut conditions: Vec<Cond> = Gather::new(rules, None, None, None).asked();
        conditions.extend(outcome.map(|outcome| outcome.condition.clone()));
        let options = Options { log, rule_points: true, trace: false };
        let plan = Plan::asking(rules, options, Asked { conditions: &conditions, ..Asked::default() });
        Self { ledger: plan.no_ledger(as_of), plan, has_outcome: outcome.is_some() }
    }

    /// Scores a batch, whose events are nested in its leads.
    #[must_use]
    pub fn batch(&self, leads: &Leads) -> Batch {
        let (mut results, mut met) = self.plan.score_and_ask(leads, &self.ledger);
        let outcome = if self.has_outcome { met.pop() } else { None };
        let points = results.rules.take().unwrap_or_default();
        Batch {
            points: points.iter().map(|points| points.iter().map(|&points| i128::from(points)).sum()).collect(),
            met,
            outcome: outcome.unwrap_or_else(|| vec![Truth::Unknown; leads.rows]),
            results,
        }
    }

    /// Scores batches, in parallel, as long as `goes_on` says that somebody waits; `None` if nobody did.
    pub fn batches(&self, leads: &[&Leads], goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Batch>> {
        let is_over = AtomicBool::new(false);
        let one = |leads: &&Leads| {
            if is_over.load(Ordering::Relaxed) || !goes_on() {
                is_over.store(true, Ordering::Relaxed);
                return None;
            }
            Some(self.batch(leads))
        };
        leads.par_iter().map(one).collect()
    }
}
