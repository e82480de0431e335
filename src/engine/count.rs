//! Counting: what each event of a batch adds to the tallies of its kind. In: a batch; out: lines in a book.

use std::cmp::Ordering;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt16Type;
use arrow_array::{Array, StringArray};
use hashbrown::HashMap;

use crate::calendar::{Day, Instant, Zone, month_of, week_of};
use crate::columns::{Column, EventLeads, Events, OTHER_KIND};
use crate::ir::Bucket;
use crate::text;
use crate::types::Truth;

use super::evaluate::Frame;
use super::plan::EventPlan;
use super::tally::{Amount, BucketKey, Measure, Place, Store, Tallied};

/// What events add is written here.
pub trait Book {
    /// What one event adds.
    type Line<'l>: Line
    where
        Self: 'l;

    /// Begins with the event of a row.
    fn open(&mut self, row: usize) -> Self::Line<'_>;
}

/// What one event adds.
pub trait Line {
    /// One to a column of counts. Columns come in rising order.
    fn count(&mut self, column: usize);

    /// Something to other counters.
    fn add(&mut self, other: usize, amount: Amount);
}

/// The counters of a batch of leads that carry their events: written to at once, a slot for each lead.
pub struct Nested<'s> {
    pub store: &'s mut Store,
    /// By event the row of its lead.
    pub rows: &'s [u32],
}

impl Book for Nested<'_> {
    type Line<'l>
        = (&'l mut Store, u32)
    where
        Self: 'l;

    #[inline]
    fn open(&mut self, row: usize) -> (&mut Store, u32) {
        (self.store, self.rows[row])
    }
}

impl Line for (&mut Store, u32) {
    #[inline]
    fn count(&mut self, column: usize) {
        self.0.count(self.1, column, 1);
    }

    fn add(&mut self, other: usize, amount: Amount) {
        self.0.add(self.1, other, amount);
    }
}

/// What is done for an event of some kind, in one place: it is looked at for each.
struct Step {
    tally: usize,
    window: (Instant, Instant),
    filtered: bool,
    place: Place,
}

impl EventPlan {
    /// Writes down what the rows of a batch add; says how many were later than `as of`, and how many are ignored.
    pub fn count(&self, events: &Events, dropped: &[bool], book: &mut impl Book) -> (u64, u64) {
        let mut frame = Frame::new(&self.program, events.rows, &events.properties, Tallied::default());
        let filters: Vec<Option<Vec<u8>>> =
            self.tallies.iter().map(|tally| tally.filter.map(|filter| frame.truth(filter).to_vec())).collect();
        let ignored = self.ignored_rows(events, &mut frame);
        let mut days = LocalDays::new(&self.zone);
        let steps = self.steps();
        let (mut late, mut left_out) = (0, 0);
        for row in 0..events.rows {
            // A lead is known to the log whatever becomes of its events.
            let mut line = book.open(row);
            if dropped.get(row) == Some(&true) {
                continue;
            }
            let (kind, time) = (events.kinds[row], events.times[row]);
            if time > self.as_of {
                late += 1;
                continue;
            }
            if ignored.as_ref().is_some_and(|ignored| ignored[row]) {
                left_out += 1;
                continue;
            }
            for step in &steps[usize::from(kind).min(steps.len() - 1)] {
                if time < step.window.0 || time > step.window.1 {
                    continue;
                }
                let at = step.tally;
                if step.filtered && filters[at].as_ref().is_some_and(|truth| truth[row] != Truth::True as u8) {
                    continue;
                }
                match step.place {
                    Place::Count(column) => line.count(column),
                    Place::Other(other) => {
                        if let Some(amount) = self.amount(at, events, row, &mut days) {
                            line.add(other, amount);
                        }
                    }
                }
            }
        }
        (late, left_out)
    }

    /// By kind, what is done for each event of it.
    fn steps(&self) -> Vec<Vec<Step>> {
        let step = |&at: &usize| {
            let tally = &self.tallies[at];
            Step { tally: at, window: tally.window, filtered: tally.filter.is_some(), place: self.layout.places[at] }
        };
        self.by_kind.iter().map(|tallies| tallies.iter().map(step).collect()).collect()
    }

    fn ignored_rows(&self, events: &Events, frame: &mut Frame<'_>) -> Option<Vec<bool>> {
        let mut rows: Option<Vec<bool>> = None;
        for (kinds, filter) in &self.ignored {
            let truth = filter.map(|filter| frame.truth(filter).to_vec());
            let rows = rows.get_or_insert_with(|| vec![false; events.rows]);
            for (row, ignored) in rows.iter_mut().enumerate() {
                *ignored |= kinds.as_ref().is_none_or(|kinds| kinds.contains(&events.kinds[row]))
                    && truth.as_ref().is_none_or(|truth| truth[row] == Truth::True as u8);
            }
        }
        rows
    }

    /// What an event adds to a counter that is not a mere count; none where the property it counts is not known.
    fn amount(&self, at: usize, events: &Events, row: usize, days: &mut LocalDays<'_>) -> Option<Amount> {
        let time = events.times[row];
        let factor = || self.factors[at].as_ref().map_or(1_000_000, |factors| factors.at(self.as_of, time));
        let number = |property: u16| number(&events.properties[usize::from(property)], row);
        match self.tallies[at].measure {
            Measure::Count => unreachable!("counts stand apart"),
            Measure::Latest => Some(Amount::Time(time)),
            Measure::Factors(_) => Some(Amount::Number(factor())),
            Measure::Buckets(bucket, _) => Some(Amount::Bucket(bucket_key(bucket, events, row, days), factor())),
            Measure::Sum(property) | Measure::Highest(property) | Measure::Lowest(property) => {
                number(property).map(Amount::Number)
            }
            Measure::LatestValue(property) => number(property).map(|value| Amount::Dated(time, value)),
        }
    }

    /// By batch and row: whether another row of the same id (and lead, for nested events) counts in its place.
    pub fn repeated(&self, batches: &[Events]) -> Vec<Vec<bool>> {
        let mut dropped: Vec<Vec<bool>> = batches.iter().map(|batch| vec![false; batch.rows]).collect();
        let mut kept: HashMap<(Option<u32>, &str), (usize, usize), foldhash::fast::FixedState> = HashMap::default();
        for (at, batch) in batches.iter().enumerate() {
            let Some(ids) = &batch.ids else { continue };
            for row in (0..batch.rows).filter(|&row| ids.is_valid(row)) {
                let lead = match &batch.leads {
                    EventLeads::Rows(leads) => Some(leads[row]),
                    EventLeads::Keys(_) => None,
                };
                let id = (lead, ids.value(row));
                let Some(first) = kept.get_mut(&id) else {
                    kept.insert(id, (at, row));
                    continue;
                };
                if self.order(batch, row, &batches[first.0], first.1).is_lt() {
                    dropped[first.0][first.1] = true;
                    *first = (at, row);
                } else {
                    dropped[at][row] = true;
                }
            }
        }
        dropped
    }

    /// Which of two rows of the same id counts: the earlier; then the lower kind by code point, those not declared last;
    /// then the lower properties in the order of their declaration, unknown first; then the lower key.
    fn order(&self, left: &Events, left_row: usize, right: &Events, right_row: usize) -> Ordering {
        let kind = |events: &Events, row: usize| match events.kinds[row] {
            OTHER_KIND => (true, ""),
            kind => (false, self.kind_names[usize::from(kind)].as_str()),
        };
        left.times[left_row]
            .cmp(&right.times[right_row])
            .then_with(|| kind(left, left_row).cmp(&kind(right, right_row)))
            .then_with(|| {
                let properties = left.properties.iter().zip(&right.properties);
                let unlike = properties.map(|(left, right)| value(left, left_row).cmp(&value(right, right_row)));
                unlike.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            })
            .then_with(|| key(left, left_row).cmp(&key(right, right_row)))
    }
}

fn key(events: &Events, row: usize) -> Option<BucketKey> {
    match &events.leads {
        EventLeads::Keys(keys) => value(keys, row),
        EventLeads::Rows(rows) => Some(BucketKey::Number(rows[row].into())),
    }
}

fn number(column: &Column, row: usize) -> Option<i64> {
    match column {
        Column::Number(values) => values.is_valid(row).then(|| values.value(row)),
        Column::Absent => None,
        other => unreachable!("only numbers are added up, not {other:?}"),
    }
}

/// A value that can be told from others and ordered; texts folded, lists sorted.
fn value(column: &Column, row: usize) -> Option<BucketKey> {
    let folded = |value: &str| BucketKey::Text(text::fold(value).into_boxed_str());
    let sorted = |mut entries: Vec<BucketKey>| {
        entries.sort_unstable();
        BucketKey::List(entries.into_boxed_slice())
    };
    match column {
        Column::Absent => None,
        Column::Text(values) => values.is_valid(row).then(|| folded(values.value(row))),
        Column::CodedText(values) => {
            let code = values.keys().is_valid(row).then(|| usize::try_from(values.keys().value(row)).ok()).flatten()?;
            let values: &StringArray = values.values().as_string();
            values.is_valid(code).then(|| folded(values.value(code)))
        }
        Column::Number(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row))),
        Column::Truth(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
        Column::Date(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
        Column::Choice(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
        Column::Texts(lists) => lists
            .is_valid(row)
            .then(|| sorted(lists.value(row).as_string::<i32>().iter().flatten().map(folded).collect())),
        Column::Choices(lists) => lists.is_valid(row).then(|| {
            let entries = lists.value(row);
            let entries = entries.as_primitive::<UInt16Type>();
            sorted(entries.values().iter().map(|&option| BucketKey::Number(option.into())).collect())
        }),
    }
}

fn bucket_key(bucket: Bucket, events: &Events, row: usize, days: &mut LocalDays<'_>) -> BucketKey {
    let blocks = |number: i32, size: u32| BucketKey::Number(i64::from(number).div_euclid(i64::from(size.max(1))));
    match bucket {
        Bucket::Days(size) => blocks(days.at(events.times[row]), size),
        Bucket::Weeks(size) => blocks(week_of(days.at(events.times[row])), size),
        Bucket::Months(size) => blocks(month_of(days.at(events.times[row])), size),
        Bucket::Value(property) => {
            value(&events.properties[usize::from(property.0)], row).unwrap_or(BucketKey::Unknown)
        }
    }
}

/// The local day of instants, remembering the day at hand: events close in time share it.
pub struct LocalDays<'a> {
    zone: &'a Zone,
    day: Day,
    first: Instant,
    last: Instant,
}

impl<'a> LocalDays<'a> {
    /// The days of a zone.
    pub fn new(zone: &'a Zone) -> Self {
        Self { zone, day: 0, first: Instant::MAX, last: Instant::MIN }
    }

    /// The local day of an instant.
    pub fn at(&mut self, time: Instant) -> Day {
        if time < self.first || time > self.last {
            self.day = self.zone.day_of(time);
            self.first = self.zone.start_of(self.day);
            self.last = self.zone.end_of(self.day);
        }
        self.day
    }
}
