//! What the leads of each account did, put together. In: the records of leads, and what stands beside them; out: a record for
//! each account, as if all of it were done by one lead.

use std::sync::Arc;

use super::counters::{Beside, Numbered};
use super::tallied::Tallied;
use super::tally::Layout;

/// The records of accounts, by number.
#[derive(Debug)]
pub struct Joined {
    layout: Arc<Layout>,
    records: Side,
    beside: Beside,
}

/// Records side by side.
#[derive(Debug)]
struct Side {
    size: usize,
    bytes: Vec<u8>,
}

impl Numbered for Side {
    fn numbered(&mut self, number: u32) -> &mut [u8] {
        &mut self.bytes[number as usize * self.size..][..self.size]
    }
}

impl Joined {
    /// Of so many accounts, whose leads have done nothing yet.
    pub fn new(layout: Arc<Layout>, accounts: usize) -> Self {
        let records = Side { size: layout.size, bytes: vec![0; accounts * layout.size] };
        let beside = Beside::new(&layout);
        Self { layout, records, beside }
    }

    /// Room for so many accounts.
    pub fn grow(&mut self, accounts: usize) {
        let size = accounts * self.records.size;
        if size > self.records.bytes.len() {
            self.records.bytes.resize(size, 0);
        }
    }

    /// Adds what a lead of this account did, as far as these tallies go.
    pub fn add(&mut self, account: u32, record: &[u8], tallies: &[usize]) {
        self.layout.join(self.records.numbered(account), record, tallies);
    }

    /// Adds what stands beside records of leads; `of` says to which account each of them belongs, if to any.
    pub fn add_pairs(&mut self, pairs: &Beside, of: impl Fn(u32) -> Option<u32>) {
        self.beside.join(pairs, &self.layout, of, &mut self.records);
    }

    /// Everything is in: the records of all accounts.
    pub fn close(mut self) -> Vec<u8> {
        self.beside.close(&self.layout, &mut self.records);
        self.records.bytes
    }
}

impl Tallied<'_> {
    /// The records of these accounts, from the first one on.
    pub fn of_accounts<'l>(layout: &'l Layout, records: &[u8], first: usize, accounts: usize) -> Tallied<'l> {
        Tallied::of_records(layout, records[first * layout.size..][..accounts * layout.size].to_vec())
    }
}
