//! Which accounts leads belong to, and what they did together. In: batches of leads with the numbers of their accounts; out: the records
//! of accounts.

use super::joined::Joined;
use super::ledger::Ledger;
use super::plan::{Done, ForAccounts};

/// What has been taken in so far.
#[derive(Debug, Default)]
pub struct Members {
    /// By page and record of the ledger: the account of its lead.
    in_ledger: Vec<Vec<u32>>,
    /// What was done by leads that carry their events, if any account asks.
    here: Option<Joined>,
}

/// In place of the number of an account: there is none.
const NONE: u32 = u32::MAX;

impl Ledger {
    /// Room for the members of so many accounts.
    #[must_use]
    pub fn members(&self, accounts: usize) -> Members {
        Members { in_ledger: self.rooms(), here: Some(Joined::new(self.layout().clone(), accounts)) }
    }
}

impl Members {
    /// Takes in what was told of a batch of leads; `places` says to which account each of them counts.
    pub fn take(&mut self, places: &[u32], accounts: usize, told: ForAccounts, tallies: &[usize]) {
        match told.done {
            Done::Nothing => {}
            Done::InLedger(found) => {
                for (found, &account) in found.iter().zip(places) {
                    if let Some(found) = found {
                        let member = &mut self.in_ledger[found.page][found.number as usize];
                        // A row that repeats a lead does not take it away from its account.
                        *member = if account == NONE { *member } else { account };
                    }
                }
            }
            Done::Here(records, pairs) => {
                let Some(here) = &mut self.here else { return };
                here.grow(accounts);
                for (record, &account) in records.iter().zip(places) {
                    if account != NONE {
                        here.add(account, record, tallies);
                    }
                }
                here.add_pairs(&pairs, |row| Some(places[row as usize]).filter(|account| *account != NONE));
            }
        }
    }

    /// The records of all accounts, side by side.
    #[must_use]
    pub fn records(self, ledger: &Ledger, accounts: usize, tallies: &[usize]) -> Vec<u8> {
        let mut all = self.here.unwrap_or_else(|| Joined::new(ledger.layout().clone(), accounts));
        all.grow(accounts);
        ledger.add_to_accounts(&self.in_ledger, tallies, &mut all);
        all.close()
    }
}
