//! What the leads of a batch did. In: their records; out: counts, ages, sums and values, row by row.

use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::{Decimal, divide_rounded};

use super::counters::Numbered;
use super::program::TallyId;
use super::row::Counter;
use super::tally::{Keeps, Layout, Place};

/// The records of the leads of a batch, side by side.
#[derive(Debug)]
pub struct Tallied<'a> {
    layout: &'a Layout,
    records: Vec<u8>,
}

impl Numbered for Tallied<'_> {
    fn numbered(&mut self, number: u32) -> &mut [u8] {
        self.record_mut(number as usize)
    }
}

impl<'a> Tallied<'a> {
    /// Of this many leads, none of whom has done anything.
    pub fn new(layout: &'a Layout, rows: usize) -> Self {
        Self { layout, records: vec![0; rows * layout.size] }
    }

    /// Of these records, side by side.
    pub fn of_records(layout: &'a Layout, records: Vec<u8>) -> Self {
        debug_assert_eq!(records.len() % layout.size.max(1), 0, "whole records");
        Self { layout, records }
    }

    /// The record of a row.
    pub fn record(&self, row: usize) -> &[u8] {
        &self.records[row * self.layout.size..][..self.layout.size]
    }

    /// The record of a row, to be written to.
    #[inline]
    pub fn record_mut(&mut self, row: usize) -> &mut [u8] {
        &mut self.records[row * self.layout.size..][..self.layout.size]
    }

    /// What `get` says of the record of each row.
    fn each<T>(&self, get: impl Fn(&[u8]) -> T) -> Vec<T> {
        self.records.chunks_exact(self.layout.size).map(get).collect()
    }

    fn place(&self, tally: TallyId) -> Place {
        self.layout.places[tally.0 as usize]
    }

    fn other(&self, tally: TallyId) -> usize {
        let Place::Other(at) = self.place(tally) else { unreachable!("a count is asked through `count`") };
        at
    }

    /// Whether a tally is a mere count.
    pub fn is_count(&self, tally: TallyId) -> bool {
        matches!(self.place(tally), Place::Count(_))
    }

    /// How often something happened to each lead.
    pub fn counts(&self, tally: TallyId) -> Vec<u32> {
        let Place::Count(column) = self.place(tally) else { unreachable!("only a count is asked for") };
        // Nearly all counts have one byte.
        if column < self.layout.narrow {
            return self.each(|record| record[column].into());
        }
        self.each(|record| self.layout.count_in(record, column))
    }

    /// The sum of the factors of each lead's occurrences, in millionths, whether they are counted, decay or come in
    /// buckets.
    pub fn factors(&self, tally: TallyId) -> Vec<u64> {
        match self.place(tally) {
            Place::Count(column) => self.each(|record| u64::from(self.layout.count_in(record, column)) * 1_000_000),
            Place::Other(other) => self.each(|record| self.layout.factors_in(record, other)),
        }
    }

    /// The age of each lead's latest occurrence, in whole days.
    pub fn ages(&self, tally: TallyId) -> Vec<Option<u32>> {
        let other = self.other(tally);
        self.each(|record| self.layout.age_in(record, other))
    }

    /// The sum of a property over each lead's occurrences; `None` if it is too large.
    pub fn totals(&self, tally: TallyId) -> Vec<Option<Decimal>> {
        let other = self.other(tally);
        self.each(|record| Decimal::ZERO.checked_add(Decimal(self.layout.sum_in(record, other).0)))
    }

    /// That sum divided by the number of known values, rounded; `None` if there is none.
    pub fn averages(&self, tally: TallyId) -> Vec<Option<Decimal>> {
        let other = self.other(tally);
        self.each(|record| {
            let (sum, known) = self.layout.sum_in(record, other);
            (known > 0).then(|| Decimal(divide_rounded(sum, known.into())))
        })
    }

    /// The extreme or latest value of a property, in millionths.
    pub fn values(&self, tally: TallyId) -> Vec<Option<i64>> {
        let other = self.other(tally);
        self.each(|record| self.layout.value_in(record, other))
    }

    /// Everything that was counted by a tally for the lead in a row, seen from `as_of`. Of the time of the latest
    /// occurrence only the age is known; nothing asks for more.
    pub fn counter(&self, tally: TallyId, row: usize, as_of: Instant) -> Counter {
        let record = &self.records[row * self.layout.size..][..self.layout.size];
        let other = match self.place(tally) {
            Place::Count(column) => return Counter::Count(self.layout.count_in(record, column)),
            Place::Other(other) => other,
        };
        match self.layout.fields[other].keeps {
            Keeps::Age => {
                let age = self.layout.age_in(record, other);
                Counter::Latest(age.map(|age| as_of - i64::from(age) * DAY))
            }
            Keeps::Factors | Keeps::Buckets { .. } | Keeps::Fading => {
                let sum = self.layout.factors_in(record, other);
                Counter::Factors(i64::try_from(sum).expect("it was added up from fewer than 2^32 factors"))
            }
            Keeps::Sum => {
                let (sum, known) = self.layout.sum_in(record, other);
                Counter::Sum(sum, known)
            }
            Keeps::Highest => Counter::Highest(self.layout.value_in(record, other)),
            Keeps::Lowest => Counter::Lowest(self.layout.value_in(record, other)),
            Keeps::LatestValue => {
                let (time, value) = (self.layout.time_in(record, other), self.layout.value_in(record, other));
                Counter::LatestValue(time.zip(value))
            }
        }
    }
}
