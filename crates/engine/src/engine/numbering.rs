//! The buckets of `once per`, numbered: blocks of days, weeks and months by how long they are past, values as they come. In:
//! events; out: a number for each, the same for those that fall into one bucket, and small where there are few.

use std::sync::{Mutex, PoisonError};

use arrow_array::Array;
use foldhash::fast::FixedState;
use hashbrown::HashMap;

use leadrules_language::calendar::{Day, Instant, Zone, month_of, week_of};
use leadrules_language::ir::Bucket;

use super::measure::BucketKey;
use super::moment::Moment;
use crate::columns::{Column, Events};

/// The numbers of the values of properties, by property; shared by all that count events for the same leads.
#[derive(Debug, Default)]
pub struct Numbering {
    properties: Vec<Mutex<HashMap<BucketKey, u32, FixedState>>>,
}

impl Numbering {
    /// No value has a number yet.
    pub fn new(properties: usize) -> Self {
        Self { properties: (0..properties).map(|_| Mutex::default()).collect() }
    }

    fn number(&self, property: u16, value: BucketKey) -> u32 {
        let mut known = self.properties[usize::from(property)].lock().unwrap_or_else(PoisonError::into_inner);
        let next = u32::try_from(known.len()).expect("fewer than four thousand million values");
        *known.entry(value).or_insert(next)
    }
}

/// The block of days, weeks or months that a day falls into; `None` for buckets of values.
fn block(bucket: Bucket, day: Day) -> Option<i64> {
    let blocks = |number: i32, size: u32| Some(i64::from(number).div_euclid(i64::from(size.max(1))));
    match bucket {
        Bucket::Days(size) => blocks(day, size),
        Bucket::Weeks(size) => blocks(week_of(day), size),
        Bucket::Months(size) => blocks(month_of(day), size),
        Bucket::Value(_) => None,
    }
}

impl BucketKey {
    /// The bucket of an event on this local day; `value` gives that of a property.
    pub fn in_bucket(bucket: Bucket, day: impl FnOnce() -> Day, value: impl FnOnce(u16) -> Option<Self>) -> Self {
        match bucket {
            Bucket::Value(property) => value(property.0).unwrap_or(Self::Unknown),
            Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_) => {
                Self::Number(block(bucket, day()).expect("days, weeks and months have blocks"))
            }
        }
    }
}

/// Numbers the buckets of a batch of events.
pub struct BatchNumbers<'e> {
    numbering: &'e Numbering,
    events: &'e Events,
    days: LocalDays<'e>,
    today: Day,
    /// By property: the numbers of the values that were asked for.
    known: Vec<Known<'e>>,
}

/// The numbers of values that were asked for.
enum Known<'e> {
    /// None yet.
    Nothing,
    /// By code of a coded column; [`OPEN`] where it was not asked for.
    Codes(Vec<u32>),
    Texts(HashMap<&'e str, u32, FixedState>),
    Numbers(HashMap<i64, u32, FixedState>),
}

const OPEN: u32 = u32::MAX;

impl<'e> BatchNumbers<'e> {
    /// For these events, seen from this moment.
    pub fn new(numbering: &'e Numbering, events: &'e Events, zone: &'e Zone, moment: &Moment) -> Self {
        let known = events.properties.iter().map(|_| Known::Nothing).collect();
        Self { numbering, events, days: LocalDays::new(zone), today: moment.today(), known }
    }

    /// The number of the bucket that the event in a row falls into.
    pub fn of(&mut self, bucket: Bucket, row: usize) -> u32 {
        let Bucket::Value(property) = bucket else {
            let day = self.days.at(self.events.times[row]);
            let past = block(bucket, self.today).zip(block(bucket, day)).map_or(0, |(now, then)| now - then);
            // Where a clock was once set back past midnight, a block may seem to be in the future.
            return u32::try_from(past.rem_euclid(1 << 32)).expect("a rest of 2^32");
        };
        self.of_value(property.0, row)
    }

    fn of_value(&mut self, property: u16, row: usize) -> u32 {
        let at = usize::from(property);
        let (column, numbering) = (&self.events.properties[at], self.numbering);
        let number = || numbering.number(property, BucketKey::in_column(column, row).unwrap_or(BucketKey::Unknown));
        let known = &mut self.known[at];
        let plain = match column {
            Column::CodedText(values) if values.keys().is_valid(row) => {
                if let Known::Nothing = known {
                    *known = Known::Codes(vec![OPEN; values.values().len()]);
                }
                let Known::Codes(codes) = known else { return number() };
                let code = usize::try_from(values.keys().value(row)).expect("codes are places");
                if codes[code] == OPEN {
                    codes[code] = number();
                }
                return codes[code];
            }
            Column::Text(values) if values.is_valid(row) => {
                if let Known::Nothing = known {
                    *known = Known::Texts(HashMap::default());
                }
                let Known::Texts(texts) = known else { return number() };
                return *texts.entry(values.value(row)).or_insert_with(number);
            }
            Column::Number(values) if values.is_valid(row) => values.value(row),
            Column::Truth(values) if values.is_valid(row) => values.value(row).into(),
            Column::Date(values) if values.is_valid(row) => values.value(row).into(),
            Column::Choice(values) if values.is_valid(row) => values.value(row).into(),
            // Unknown values, and lists.
            _ => return number(),
        };
        if let Known::Nothing = known {
            *known = Known::Numbers(HashMap::default());
        }
        let Known::Numbers(numbers) = known else { return number() };
        *numbers.entry(plain).or_insert_with(number)
    }
}

/// The local day of instants, remembering the latest one: events close in time share it.
#[derive(Debug)]
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
