//! Leads at the end of each day, each from the stage of the day before. In: rules, leads with their events, the stages that they had;
//! out: their stages at an instant, which are then those that they had.

use leadrules_engine::columns::{Column, Leads};
use leadrules_engine::engine::{Options, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::lead::Lead;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::replay::{Case, columns};

/// This many leads go through the engine at once.
pub(crate) const BATCH: usize = 4096;

/// Leads that are run night by night.
pub(crate) struct Nights<'a> {
    rules: &'a Rules,
    plan: &'a Plan,
    batches: Vec<Leads>,
    had: Vec<StageId>,
}

/// The plan that nights are run by.
pub(crate) fn plan(rules: &Rules, cases: &[Case]) -> Plan {
    let log = cases.iter().any(|case| case.events.is_some());
    Plan::new(rules, Options { log, rule_points: false, trace: false })
}

impl<'a> Nights<'a> {
    /// These leads, which had these stages.
    pub(crate) fn new(rules: &'a Rules, plan: &'a Plan, cases: &[Case], had: Vec<StageId>) -> Self {
        let batch = |cases: &[Case]| {
            let plain: Vec<(Lead, Vec<_>)> =
                cases.iter().map(|case| (case.lead.clone(), case.events.clone().unwrap_or_default())).collect();
            columns(rules, &plain)
        };
        Self { rules, plan, batches: cases.chunks(BATCH).map(batch).collect(), had }
    }

    /// The stages at an instant.
    pub(crate) fn at(&mut self, at: Instant) -> &[StageId] {
        if let Some(field) = self.rules.before {
            let mut had = self.had.iter();
            for leads in &mut self.batches {
                let had = had.by_ref().take(leads.rows).map(|stage| Rules::had(Some(*stage)));
                leads.fields[usize::from(field.0)] = Column::Choice(had.collect());
            }
        }
        let ledger = self.plan.no_ledger(at);
        let of = |leads: &Leads| self.plan.score(leads, &ledger).stages;
        let stages = self.batches.par_iter().map(of).collect::<Vec<_>>().concat();
        self.had = stages.into_iter().map(StageId::of_number).collect();
        &self.had
    }
}
