//! Counting: what each event of a batch adds to the tallies of its kind. In: a batch; out: entries in a [`Book`].

use arrow_array::Array;

use crate::columns::{Column, Events};
use leadrules_language::calendar::Instant;
use leadrules_language::types::Truth;

use super::amount::Amount;
use super::counters::Beside;
use super::evaluate::Frame;
use super::event_plan::EventPlan;
use super::factors::age;
use super::measure::Measure;
use super::moment::Moment;
use super::numbering::{BatchNumbers, Numbering};
use super::program::NodeId;
use super::tallied::Tallied;
use super::tally::{Layout, Place};

/// Where it is written down what events add.
pub trait Book {
    /// What one event adds.
    type Line<'l>: Line
    where
        Self: 'l;

    /// Begins an entry for the event in a row.
    fn open(&mut self, row: usize) -> Self::Line<'_>;
}

/// What one event adds.
pub trait Line {
    /// Adds one to some columns of counts: bit n of `columns` stands for column n of a group of [`COLUMNS`]. Groups
    /// come in order.
    fn count(&mut self, group: usize, columns: u32);

    /// Adds an amount to another counter.
    fn add(&mut self, other: usize, amount: Amount);
}

/// How many columns make a group.
pub const COLUMNS: usize = 32;

/// What counting needs to know, besides the events.
#[derive(Copy, Clone)]
pub struct Seen<'s> {
    /// The instant from which they are seen.
    pub moment: &'s Moment,
    /// How the records of leads are laid out.
    pub layout: &'s Layout,
    /// The numbers of the values that `once per` tells apart.
    pub numbering: &'s Numbering,
}

/// The records of a batch of leads with nested events: they are written to directly.
pub struct Nested<'s, 'l> {
    pub layout: &'l Layout,
    pub tallied: &'s mut Tallied<'l>,
    pub beside: &'s mut Beside,
    /// For each event, the row of its lead.
    pub rows: &'s [u32],
}

/// The record of the lead in a row.
pub struct NestedLine<'l> {
    record: &'l mut [u8],
    row: u32,
    layout: &'l Layout,
    beside: &'l mut Beside,
}

impl Book for Nested<'_, '_> {
    type Line<'l>
        = NestedLine<'l>
    where
        Self: 'l;

    #[inline]
    fn open(&mut self, row: usize) -> NestedLine<'_> {
        let row = self.rows[row];
        let record = self.tallied.record_mut(row as usize);
        NestedLine { record, row, layout: self.layout, beside: self.beside }
    }
}

impl Line for NestedLine<'_> {
    #[inline]
    fn count(&mut self, group: usize, columns: u32) {
        self.layout.count(self.record, group * COLUMNS, columns);
    }

    fn add(&mut self, other: usize, amount: Amount) {
        self.layout.add(self.record, self.row, other, amount, self.beside);
    }
}

/// Tallies that are looked at together, and for each row a bit for every one of them that the event counts for.
struct Group {
    tallies: Vec<usize>,
    rows: Vec<u32>,
}

impl EventPlan {
    /// Writes down what the rows of a batch add; returns how many were later than `as of`, and how many were ignored.
    pub fn count(&self, seen: Seen<'_>, events: &Events, dropped: &[bool], book: &mut impl Book) -> (u64, u64) {
        let Seen { moment, layout, numbering } = seen;
        let mut frame = Frame::new(&self.program, moment, events.rows, &events.properties);
        let as_of = moment.as_of();
        let late = events.times.iter().zip(0..).filter(|&(&time, row)| time > as_of && !is_set(dropped, row)).count();
        // Whatever becomes of these events, the log has their leads in it.
        let mut left: Option<Vec<bool>> = (!dropped.is_empty()).then(|| dropped.to_vec());
        let mut ignored = 0;
        if let Some(rows) = self.ignored_rows(events, &mut frame) {
            let left = left.get_or_insert_with(|| vec![false; events.rows]);
            for ((left, is_ignored), &time) in left.iter_mut().zip(rows).zip(&events.times) {
                ignored += u64::from(is_ignored && !*left && time <= as_of);
                *left |= is_ignored;
            }
        }
        // Counts in the order of their columns, and the others.
        let column = |at: usize| match layout.places[at] {
            Place::Count(column) => Some(column),
            Place::Other(_) => None,
        };
        let (mut counts, others): (Vec<usize>, Vec<usize>) =
            (0..self.tallies.len()).partition(|&at| column(at).is_some());
        counts.sort_unstable_by_key(|&at| column(at));
        let mut groups = |tallies: Vec<usize>| -> Vec<Group> {
            tallies.chunks(COLUMNS).map(|tallies| self.group(tallies, events, left.as_deref(), &mut frame)).collect()
        };
        let (counts, others) = (groups(counts), groups(others));
        let mut numbers = BatchNumbers::new(numbering, events, &self.zone, moment);
        for row in 0..events.rows {
            let mut line = book.open(row);
            for (at, group) in counts.iter().enumerate() {
                line.count(at, group.rows[row]);
            }
            for group in &others {
                let mut hits = group.rows[row];
                while hits != 0 {
                    let tally = group.tallies[hits.trailing_zeros() as usize];
                    if let Place::Other(other) = layout.places[tally] {
                        self.add((tally, other), (events, row), as_of, &mut numbers, &mut line);
                    }
                    hits &= hits - 1;
                }
            }
        }
        (late as u64, ignored)
    }

    /// Which of these tallies each event counts for: those of its kind, except those whose window or filter it does not
    /// meet. Every step goes through the whole batch, without a branch that depends on an event.
    fn group(&self, tallies: &[usize], events: &Events, left: Option<&[bool]>, frame: &mut Frame<'_>) -> Group {
        let bits = |wanted: &dyn Fn(usize) -> bool| {
            tallies.iter().zip(0..).filter(|(at, _)| wanted(**at)).fold(0_u32, |bits, (_, bit)| bits | 1 << bit)
        };
        let mut by_kind = vec![0_u32; self.counted.kinds() + 1];
        for (&at, bit) in tallies.iter().zip(0..) {
            match &self.tallies[at].kinds {
                None => by_kind.iter_mut().for_each(|bits| *bits |= 1 << bit),
                Some(kinds) => kinds.iter().for_each(|&kind| by_kind[usize::from(kind)] |= 1 << bit),
            }
        }
        let others = by_kind.len() - 1;
        let mut rows: Vec<u32> = events.kinds.iter().map(|&kind| by_kind[usize::from(kind).min(others)]).collect();
        let kept = |holds: bool, bits: u32| if holds { u32::MAX } else { !bits };
        let moment = frame.moment();
        let as_of = moment.as_of();
        let windows: Vec<(i64, i64)> = tallies.iter().map(|&at| moment.window(at)).collect();
        for (_, &(first, last)) in windows.iter().enumerate().filter(|&(at, window)| !windows[..at].contains(window)) {
            let bits = bits(&|at| moment.window(at) == (first, last));
            for (row, &time) in rows.iter_mut().zip(&events.times) {
                *row &= kept(first <= time && time <= last && time <= as_of, bits);
            }
        }
        let filters: Vec<NodeId> = tallies.iter().filter_map(|&at| self.tallies[at].filter).collect();
        for (_, &filter) in filters.iter().enumerate().filter(|&(at, filter)| !filters[..at].contains(filter)) {
            let bits = bits(&|at| self.tallies[at].filter == Some(filter));
            for (row, &truth) in rows.iter_mut().zip(frame.truth(filter)) {
                *row &= kept(truth == Truth::True as u8, bits);
            }
        }
        if let Some(left) = left {
            for (row, &left) in rows.iter_mut().zip(left) {
                *row &= kept(!left, u32::MAX);
            }
        }
        Group { tallies: tallies.to_vec(), rows }
    }

    fn ignored_rows(&self, events: &Events, frame: &mut Frame<'_>) -> Option<Vec<bool>> {
        let mut rows: Option<Vec<bool>> = None;
        for (kinds, filter) in &self.ignored {
            let rows = rows.get_or_insert_with(|| vec![false; events.rows]);
            // By kind; the last stands for those that are not declared.
            let mut by_kind = vec![kinds.is_none(); self.counted.kinds() + 1];
            kinds.iter().flatten().for_each(|&kind| by_kind[usize::from(kind)] = true);
            let others = by_kind.len() - 1;
            let is_named = events.kinds.iter().map(|&kind| by_kind[usize::from(kind).min(others)]);
            match filter {
                None => rows.iter_mut().zip(is_named).for_each(|(row, is_named)| *row |= is_named),
                Some(filter) => {
                    let truths = frame.truth(*filter).iter().map(|&truth| truth == Truth::True as u8);
                    rows.iter_mut().zip(is_named.zip(truths)).for_each(|(row, (is_named, is))| *row |= is_named & is);
                }
            }
        }
        rows
    }

    /// Adds what an event gives to a counter that is not a mere count, unless the property that it counts is unknown. (Each
    /// amount is written down where it is made: to hand them all on in one form costs more than to make them.)
    #[inline]
    fn add(
        &self,
        (tally, other): (usize, usize),
        (events, row): (&Events, usize),
        as_of: Instant,
        numbers: &mut BatchNumbers<'_>,
        line: &mut impl Line,
    ) {
        let time = events.times[row];
        let factor = || {
            let factor = self.factors[tally].as_ref().map_or(1_000_000, |factors| factors.at(as_of, time));
            u32::try_from(factor).expect("factors are from nothing to the whole")
        };
        let number = |property: u16| number(&events.properties[usize::from(property)], row);
        match self.tallies[tally].measure {
            Measure::Count => unreachable!("counts stand apart"),
            Measure::Latest => line.add(other, Amount::Age(age(as_of, time))),
            Measure::Factors(_) => line.add(other, Amount::Factor(factor())),
            Measure::Buckets(bucket, None) => line.add(other, Amount::Bucket(numbers.of(bucket, row))),
            Measure::Buckets(bucket, Some(_)) => line.add(other, Amount::Fading(numbers.of(bucket, row), factor())),
            Measure::Sum(property) | Measure::Highest(property) | Measure::Lowest(property) => {
                if let Some(value) = number(property) {
                    line.add(other, Amount::Value(value));
                }
            }
            Measure::LatestValue(property) => {
                if let Some(value) = number(property) {
                    line.add(other, Amount::Dated(time, value));
                }
            }
        }
    }
}

fn is_set(rows: &[bool], row: usize) -> bool {
    rows.get(row) == Some(&true)
}

fn number(column: &Column, row: usize) -> Option<i64> {
    match column {
        Column::Number(values) => values.is_valid(row).then(|| values.value(row)),
        Column::Absent => None,
        other => unreachable!("only numbers are added up, not {other:?}"),
    }
}
