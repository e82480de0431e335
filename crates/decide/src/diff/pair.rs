//! One lead, or one account, under both rule sets.

use arrow_array::Array;

use super::moved::Found;
use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::engine::{Ledger, Plan};

/// One lead, or one account, under both rule sets.
pub struct Pair<'a> {
    pub plans: [&'a Plan; 2],
    pub ledgers: [&'a Ledger; 2],
    /// Its batch, what came out for that, and its row there.
    pub at: [(&'a Leads, &'a Results, usize); 2],
}

impl Pair<'_> {
    /// Its outcome: the batch, and its row there.
    pub fn results(&self) -> [(&Results, usize); 2] {
        self.at.map(|(_, results, row)| (results, row))
    }

    /// The lead, so that it can be looked at again.
    pub fn found(&self) -> Found {
        let known = [0, 1].map(|side| {
            let (leads, _, row) = self.at[side];
            self.plans[side].known(leads, row, self.ledgers[side])
        });
        let (leads, after, at) = self.at[1];
        let key = after.keys.is_valid(at).then(|| after.keys.value(at).to_owned());
        let row = leads.first_row + at as u64;
        Found { row, kept: leads.kept_in(at), key, known }
    }
}
