//! Scores leads for the accounts that they belong to, and these. In: leads, and the ledger; out: results, and what accounts need to
//! know of their leads.

use leadrules_language::types::Truth;

use super::Plan;
use crate::columns::{Leads, Results, SetAside};
use crate::engine::counters::Beside;
use crate::engine::evaluate::{Frame, Numbers};
use crate::engine::ledger::{Found, Ledger};
use crate::engine::moment::Moment;
use crate::engine::points::Notes;
use crate::engine::tallied::Tallied;

/// What accounts need of a batch of leads.
#[derive(Debug)]
pub struct ForAccounts {
    /// By further condition: its truth, row by row, as in a frame.
    pub(in crate::engine) conditions: Vec<Vec<u8>>,
    /// By further quantity: its values.
    pub(in crate::engine) quantities: Vec<Numbers>,
    /// What the leads did.
    pub(in crate::engine) done: Done,
}

/// What leads did, to be added up for their accounts.
#[derive(Debug)]
pub(in crate::engine) enum Done {
    /// Nothing that anyone asks for.
    Nothing,
    /// By row: where the ledger has its record.
    InLedger(Vec<Option<Found>>),
    /// By row: its record; and what stands beside these.
    Here(Vec<Vec<u8>>, Beside),
}

impl ForAccounts {
    /// Whether the further condition with this index holds for the lead in a row.
    #[must_use]
    pub fn holds(&self, condition: usize, row: usize) -> bool {
        self.conditions[condition][row] == Truth::True as u8
    }

    /// The value of the further quantity with this index, in millionths.
    #[must_use]
    pub fn value(&self, quantity: usize, row: usize) -> Option<i128> {
        self.quantities[quantity].get(row).map(|value| value.0)
    }
}

impl Plan {
    /// Scores a batch of leads, and tells what accounts need of them: the plan is one of [`Plan::with_accounts`]. `tallies` are
    /// those that accounts look at.
    #[must_use]
    pub fn score_for_accounts(&self, leads: &Leads, ledger: &Ledger, tallies: &[usize]) -> (Results, ForAccounts) {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        let (counted, done) = self.counted_for_accounts(leads, ledger, tallies);
        let (tallied, set_aside) = counted;
        let mut frame = Frame::new(&self.leads, ledger.moment(), leads.rows, &leads.fields).with_tallied(tallied);
        frame.set_aside = set_aside;
        let results = self.results(&mut frame, leads, &mut notes);
        let (conditions, quantities) =
            (&self.parts.expectations[self.asked.0..], &self.parts.quantities[self.asked.1..]);
        let conditions = conditions.iter().map(|&node| frame.truth(node).to_vec()).collect();
        let quantities = quantities.iter().map(|&number| frame.number(number).clone()).collect();
        (results, ForAccounts { conditions, quantities, done })
    }

    /// What leads did, and the same for their accounts.
    fn counted_for_accounts<'l>(
        &self,
        leads: &Leads,
        ledger: &'l Ledger,
        tallies: &[usize],
    ) -> ((Tallied<'l>, SetAside), Done) {
        match &leads.events {
            Some(events) if self.needed.events => {
                let pairs = ledger.layout().with_pairs(tallies);
                let (tallied, set_aside, beside) =
                    self.count_nested(ledger, ledger.numbering(), leads.rows, events, &pairs);
                let done = if tallies.is_empty() {
                    Done::Nothing
                } else {
                    Done::Here((0..leads.rows).map(|row| tallied.record(row).to_vec()).collect(), beside)
                };
                ((tallied, set_aside), done)
            }
            _ if self.needed.events => {
                let mut places = vec![None; leads.rows];
                let tallied = ledger.tallied_at(&leads.keys, &mut |row, found| places[row] = Some(found));
                ((tallied, SetAside::default()), Done::InLedger(places))
            }
            _ => ((Tallied::new(ledger.layout(), leads.rows), SetAside::default()), Done::Nothing),
        }
    }

    /// The tallies that it looks at.
    #[must_use]
    pub fn tallies(&self) -> Vec<usize> {
        self.looked_for()
    }

    /// Closes the ledger, so that what leads did can be added up for accounts, which look at these tallies.
    pub fn close_for_accounts(&self, ledger: &mut Ledger, tallies: &[usize]) {
        ledger.close(&self.events, tallies);
    }

    /// Scores a batch of accounts, the first of which has this number among those of `records`.
    #[must_use]
    pub fn score_accounts(
        &self,
        accounts: &Leads,
        (ledger, moment): (&Ledger, &Moment),
        (records, first): (&[u8], usize),
    ) -> Results {
        let mut notes = Notes::new(self.dates.len(), self.options.rule_points);
        let tallied = Tallied::of_accounts(ledger.layout(), records, first, accounts.rows);
        let mut frame = Frame::new(&self.leads, moment, accounts.rows, &accounts.fields).with_tallied(tallied);
        self.results(&mut frame, accounts, &mut notes)
    }
}
