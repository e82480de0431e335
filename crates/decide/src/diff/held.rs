//! Leads and accounts under a rule set about both, all in memory: what one of them is depends on the others. In: a run's request;
//! out: all leads, or all accounts, scored; and those of two rule sets, side by side.

use std::sync::Arc;

use arrow_array::Array;
use hashbrown::HashMap;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::pair::Pair;
use crate::change;
use leadrules_engine::accounts::AsLeads;
use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::engine::{Asked, Ledger, Plan};
use leadrules_engine::run::{self, Asking, Error, Request, Step};

/// Leads, or accounts, under one rule set.
pub struct Held {
    plan: Arc<Plan>,
    ledger: Ledger,
    batches: Vec<(Leads, Results)>,
}

impl Held {
    /// All leads, scored.
    pub fn leads(request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Self, Error> {
        let quantities = change::quantities(request.rules);
        let of_leads = Asked { quantities: &quantities, ..Asked::default() };
        let request = Request { rule_points: true, trace: true, ..*request };
        let mut opened = run::open_for(&request, Asking { of_leads, ..Asking::default() }, progress)?;
        let mut all = Vec::new();
        loop {
            let mut group = opened.next_group()?;
            if group.is_empty() {
                return Ok(Self::scored(Arc::new(opened.plan), opened.ledger, all));
            }
            all.append(&mut group);
            progress(opened.step());
        }
    }

    /// All accounts, scored; `None` if the rules say nothing about accounts.
    pub fn accounts(request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Option<Self>, Error> {
        let Some(accounts) = &request.rules.accounts else { return Ok(None) };
        let quantities = change::quantities(&accounts.rules);
        let of_accounts = Asked { quantities: &quantities, ..Asked::default() };
        let request = Request { rule_points: true, trace: true, ..*request };
        let opened = run::open_for(&request, Asking { of_accounts, ..Asking::default() }, progress)?;
        let accounts = opened.into_accounts(request.rules, progress)?;
        Ok(accounts.map(|AsLeads { plan, ledger, leads, .. }| Self::scored(plan, ledger, leads)))
    }

    fn scored(plan: Arc<Plan>, ledger: Ledger, leads: Vec<Leads>) -> Self {
        let score = |leads: Leads| {
            let results = plan.score(&leads, &ledger);
            (leads, results)
        };
        let batches = leads.into_par_iter().map(score).collect();
        Self { plan, ledger, batches }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// All of them: the batch, and the row there.
    fn rows(&self) -> impl Iterator<Item = (usize, usize)> {
        self.batches.iter().enumerate().flat_map(|(at, (leads, _))| (0..leads.rows).map(move |row| (at, row)))
    }

    /// The same, each with its key, and how many with that key came before it.
    fn named(&self) -> impl Iterator<Item = (Named<'_>, (usize, usize))> {
        let mut seen: HashMap<Option<&str>, usize> = HashMap::new();
        self.rows().map(move |(at, row)| {
            let keys = &self.batches[at].0.keys;
            let key = keys.is_valid(row).then(|| keys.value(row));
            let before = seen.entry(key).or_default();
            *before += 1;
            ((key, *before - 1), (at, row))
        })
    }
}

/// A key, and how many with that key came before.
type Named<'a> = (Option<&'a str>, usize);

/// All that are known under both rule sets, side by side, in the order of the second.
pub fn pairs(sides: [&Held; 2]) -> impl Iterator<Item = Pair<'_>> {
    let before: HashMap<Named<'_>, (usize, usize)> = sides[0].named().collect();
    sides[1].named().filter_map(move |(name, after)| {
        let places = [*before.get(&name)?, after];
        let at = [0, 1].map(|side| {
            let (leads, results) = &sides[side].batches[places[side].0];
            (leads, results, places[side].1)
        });
        Some(Pair { plans: sides.map(Held::plan), ledgers: sides.map(|side| &side.ledger), at })
    })
}
