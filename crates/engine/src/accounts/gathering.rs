//! What is worked out over the leads of each account. In: batches of leads, with the number of each one's account; out: columns, a
//! row for each account.

use super::numbers::{NONE, numbers};
use crate::columns::Column;
use crate::engine::ForAccounts;
use leadrules_language::decimal::{Decimal, RESULT_LIMIT, divide_rounded};
use leadrules_language::ir::{self, Over};

/// What has been gathered so far.
#[derive(Debug)]
pub struct Gathering {
    /// By account: its leads.
    leads: Vec<u32>,
    /// By what accounts ask.
    sums: Vec<Sum>,
}

/// One thing that accounts ask.
#[derive(Debug)]
struct Sum {
    /// The index of its filter among those that leads are asked for.
    filter: Option<usize>,
    /// Whether it counts those that the filter does not take.
    others: bool,
    /// The index of its quantity among those that leads are asked for.
    quantity: Option<usize>,
    kept: Kept,
}

/// What is kept of it, by account.
#[derive(Debug)]
enum Kept {
    Count(Vec<u32>),
    Sum { sums: Vec<i128>, known: Vec<u32>, average: bool },
    Highest(Vec<Option<i128>>),
    Lowest(Vec<Option<i128>>),
}

impl Kept {
    fn grow(&mut self, accounts: usize) {
        match self {
            Self::Count(counts) => counts.resize(accounts, 0),
            Self::Sum { sums, known, .. } => {
                sums.resize(accounts, 0);
                known.resize(accounts, 0);
            }
            Self::Highest(values) | Self::Lowest(values) => values.resize(accounts, None),
        }
    }

    fn add(&mut self, account: usize, value: Option<i128>) {
        match (self, value) {
            (Self::Count(counts), _) => counts[account] = counts[account].saturating_add(1),
            (_, None) => {}
            (Self::Sum { sums, known, .. }, Some(value)) => {
                sums[account] += value;
                known[account] = known[account].saturating_add(1);
            }
            (Self::Highest(values), Some(value)) => values[account] = values[account].max(Some(value)),
            (Self::Lowest(values), Some(value)) => {
                values[account] = Some(values[account].map_or(value, |least| least.min(value)));
            }
        }
    }

    /// The values in millionths, a row for each account.
    fn values(&self) -> Vec<Option<i128>> {
        match self {
            Self::Count(counts) => counts.iter().map(|&count| Some(i128::from(count) * Decimal::ONE.0)).collect(),
            Self::Sum { sums, average: false, .. } => {
                sums.iter().map(|&sum| Some(sum).filter(|sum| sum.abs() < RESULT_LIMIT)).collect()
            }
            Self::Sum { sums, known, average: true } => {
                let average = |(&sum, &known): (&i128, &u32)| (known > 0).then(|| divide_rounded(sum, known.into()));
                sums.iter().zip(known).map(average).collect()
            }
            Self::Highest(values) | Self::Lowest(values) => values.clone(),
        }
    }
}

impl Gathering {
    /// Nothing yet, of so many accounts.
    pub fn new(ir: &ir::Accounts, accounts: usize) -> Self {
        let (mut filters, mut quantities) = (0, 0);
        let next = |is_there: bool, count: &mut usize| {
            *count += usize::from(is_there);
            is_there.then(|| *count - 1)
        };
        let sums = ir.gathered.iter().map(|gathered| {
            let kept = match &gathered.of {
                Over::Count | Over::CountOthers => Kept::Count(Vec::new()),
                Over::Total(_) => Kept::Sum { sums: Vec::new(), known: Vec::new(), average: false },
                Over::Average(_) => Kept::Sum { sums: Vec::new(), known: Vec::new(), average: true },
                Over::Highest(_) => Kept::Highest(Vec::new()),
                Over::Lowest(_) => Kept::Lowest(Vec::new()),
            };
            Sum {
                filter: next(gathered.filter.is_some(), &mut filters),
                others: gathered.of == Over::CountOthers,
                quantity: next(gathered.of.quantity().is_some(), &mut quantities),
                kept,
            }
        });
        let mut gathering = Self { leads: Vec::new(), sums: sums.collect() };
        gathering.grow(accounts);
        gathering
    }

    /// Makes room for so many accounts.
    pub fn grow(&mut self, accounts: usize) {
        if accounts > self.leads.len() || self.leads.is_empty() {
            self.leads.resize(accounts, 0);
            self.sums.iter_mut().for_each(|sum| sum.kept.grow(accounts));
        }
    }

    /// Takes in a batch of leads; `places` says to which account each counts.
    pub fn take(&mut self, places: &[u32], told: &ForAccounts) {
        let counted = || places.iter().enumerate().filter(|(_, place)| **place != NONE);
        for (_, &place) in counted() {
            self.leads[place as usize] = self.leads[place as usize].saturating_add(1);
        }
        for sum in &mut self.sums {
            for (row, &place) in counted() {
                let taken = sum.filter.is_none_or(|filter| told.holds(filter, row));
                if taken != sum.others {
                    let value = sum.quantity.and_then(|quantity| told.value(quantity, row));
                    sum.kept.add(place as usize, value);
                }
            }
        }
    }

    /// By what accounts ask: a column, a row for each account; nothing is known of what is known in a later turn.
    pub fn columns(&self, ir: &ir::Accounts, turn: u16) -> Vec<Column> {
        let column = |(gathered, sum): (&ir::Gathered, &Sum)| {
            if gathered.turn > turn { Column::Absent } else { numbers(sum.kept.values()) }
        };
        ir.gathered.iter().zip(&self.sums).map(column).collect()
    }

    /// By account: how many leads it has that count.
    pub fn leads(self) -> Vec<u32> {
        self.leads
    }
}
