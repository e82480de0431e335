//! Leads that move, as they are found, and what is counted for them.

use crate::change::Exact;
use leadrules_engine::engine::{Known, LeadTrace, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{EXCLUDED, Rules, StageId};
use serde::Serialize;

/// What is known of a lead, and its outcome.
pub(super) type Evaluated = (Known, LeadTrace);

/// Leads that go from one stage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flow {
    /// The stage before.
    pub before: String,
    /// The stage after.
    pub after: String,
    /// How many.
    pub leads: u64,
}

/// A lead that moves, as it was found.
pub(super) struct Found {
    pub(super) row: u64,
    pub(super) key: Option<String>,
    pub(super) kept: Vec<Option<String>>,
    pub(super) known: [Known; 2],
}

/// A lead that moves, under both rule sets.
pub(super) struct Moved {
    pub(super) row: u64,
    pub(super) key: Option<String>,
    pub(super) kept: Vec<Option<String>>,
    pub(super) before: Evaluated,
    pub(super) after: Evaluated,
}

impl Moved {
    pub(super) fn new(plans: [&Plan; 2], as_of: Instant, found: Found) -> Self {
        let Found { row, key, kept, known: [before, after] } = found;
        let came = |plan: &Plan, known: Known| {
            let outcome = plan.single(as_of).outcome_of(&known);
            (known, outcome)
        };
        Self { row, key, kept, before: came(plans[0], before), after: came(plans[1], after) }
    }

    /// Its stage after.
    pub(super) fn stage<'a>(&self, new: &'a Rules) -> &'a str {
        new.stages.name(self.after.1.stage)
    }

    pub(super) fn flow(&self, old: &Rules, new: &Rules) -> (String, String) {
        (old.stages.name(self.before.1.stage).to_owned(), self.stage(new).to_owned())
    }
}

/// Why a lead is excluded, if it is.
pub(super) fn exclusion_of(rules: &Rules, outcome: &LeadTrace) -> Option<String> {
    outcome.exclusion.map(|at| rules.exclusions[at].reason.clone())
}

/// All names of stages, the lowest first: those of the new set in its order, and those that are gone next to the one
/// that was below them.
#[must_use]
pub fn names(old: &Rules, new: &Rules) -> Vec<String> {
    let of = |rules: &Rules| -> Vec<String> {
        let names = rules.stages.ids().filter(|id| *id != StageId::Excluded).map(|id| rules.stages.name(id).to_owned());
        names.collect()
    };
    let mut names = of(new);
    let mut at = 0;
    for name in of(old) {
        let there = names.iter().position(|other| *other == name);
        let place = there.unwrap_or(at.min(names.len()));
        if there.is_none() {
            names.insert(place, name);
        }
        at = place + 1;
    }
    names.insert(0, EXCLUDED.to_owned());
    names
}

/// Points that are summed over many leads.
pub(super) fn total(hundredths: i128) -> Exact {
    Exact(Decimal(hundredths * Points(1).to_decimal().0))
}
