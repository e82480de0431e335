//! What rules count of events, and the counters that hold it: a few numbers per lead, never the events themselves.

use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::{Decimal, SCALE, divide_rounded};

use super::amount::Amount;
use super::buckets::{Buckets, FadingBuckets};
use super::keys::NO_SLOT;
use super::measure::Measure;
use super::program::{NodeId, TallyId};
use super::row::Counter;
use super::sums::{Sums, Totals};

/// Which events are counted, and what is kept of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The kinds, sorted; `None` for any activity.
    pub kinds: Option<Vec<u16>>,
    /// What must be true of an event, in the events' program.
    pub filter: Option<NodeId>,
    /// The index of its window among those of the plan; `None` if every event up to `as of` counts.
    pub window: Option<usize>,
    /// What is kept.
    pub measure: Measure,
}

/// Where the counters of a tally are in a [`Store`].
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this column of the counts.
    Count(usize),
    /// Among the others.
    Other(usize),
}

/// How the counters of a plan's tallies are laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// By tally.
    pub places: Vec<Place>,
    counts: usize,
    /// Whether counts may stop at 255: no rule asks for more.
    narrow: bool,
    /// What the others measure, and how many occurrences are enough to know.
    others: Vec<(Measure, u32)>,
}

impl Layout {
    /// For these tallies; `enough` is, for each, the most occurrences that rules ask for.
    pub fn new(tallies: &[Tally], enough: &[u32]) -> Self {
        let (mut counts, mut others) = (0, Vec::new());
        let mut narrow = true;
        let mut place = |(tally, &enough): (&Tally, &u32)| match tally.measure {
            Measure::Count => {
                counts += 1;
                narrow &= enough <= u8::MAX.into();
                Place::Count(counts - 1)
            }
            other => {
                others.push((other, enough));
                Place::Other(others.len() - 1)
            }
        };
        let places = tallies.iter().zip(enough).map(&mut place).collect();
        Self { places, counts, narrow, others }
    }

    /// Empty counters.
    pub fn store(&self) -> Store {
        let counts = if self.narrow { Counts::Narrow(Vec::new()) } else { Counts::Wide(Vec::new()) };
        Store {
            counts,
            stride: self.counts,
            others: self.others.iter().map(|&(measure, enough)| Counters::new(measure, enough)).collect(),
            slots: 0,
        }
    }
}

/// The counters of all tallies, by slot. The counts of a slot are side by side: most events touch a single place.
#[derive(Debug, Default)]
pub struct Store {
    counts: Counts,
    stride: usize,
    others: Vec<Counters>,
    /// How many slots there is room for.
    slots: usize,
}

/// Counts, with those of a slot side by side.
#[derive(Debug)]
pub enum Counts {
    /// Those that stop at 255.
    Narrow(Vec<u8>),
    /// Those that don't.
    Wide(Vec<u32>),
}

impl Default for Counts {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Store {
    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        if slots <= self.slots {
            return;
        }
        self.slots = slots;
        match &mut self.counts {
            Counts::Narrow(counts) => counts.resize(slots * self.stride, 0),
            Counts::Wide(counts) => counts.resize(slots * self.stride, 0),
        }
        for counters in &mut self.others {
            counters.grow(slots);
        }
    }

    /// Makes room for this many slots at once.
    pub fn reserve(&mut self, slots: usize) {
        match &mut self.counts {
            Counts::Narrow(counts) => counts.reserve_exact(slots * self.stride),
            Counts::Wide(counts) => counts.reserve_exact(slots * self.stride),
        }
    }

    /// Counts one more occurrence in some columns: bit n of `columns` stands for column `first` + n.
    #[inline]
    pub fn count(&mut self, slot: u32, first: usize, mut columns: u32) {
        let from = slot as usize * self.stride + first;
        while columns != 0 {
            let at = from + columns.trailing_zeros() as usize;
            match &mut self.counts {
                Counts::Narrow(counts) => counts[at] = counts[at].saturating_add(1),
                Counts::Wide(counts) => counts[at] = counts[at].saturating_add(1),
            }
            columns &= columns - 1;
        }
    }

    /// Adds to counters that are not mere counts.
    #[inline]
    pub fn add(&mut self, slot: u32, other: usize, amount: Amount) {
        self.others[other].add(slot, amount);
    }

    /// How often something happened, for each row's slot.
    pub fn read_counts(&self, slots: &[u32], column: usize, found: &mut [u32]) {
        let at = |slot: u32| slot as usize * self.stride + column;
        let known = found.iter_mut().zip(slots).filter(|&(_, &slot)| slot != NO_SLOT);
        match &self.counts {
            Counts::Narrow(counts) => known.for_each(|(found, &slot)| *found = counts[at(slot)].into()),
            Counts::Wide(counts) => known.for_each(|(found, &slot)| *found = counts[at(slot)]),
        }
    }

    /// The counts of each row's slot, a row for each.
    pub fn pick_counts(&self, slots: &[u32]) -> Counts {
        fn pick<T: Copy + Default>(counts: &[T], stride: usize, slots: &[u32]) -> Vec<T> {
            let mut picked = vec![T::default(); slots.len() * stride];
            if stride > 0 {
                let known = picked.chunks_exact_mut(stride).zip(slots).filter(|&(_, &slot)| slot != NO_SLOT);
                known.for_each(|(row, &slot)| row.copy_from_slice(&counts[slot as usize * stride..][..stride]));
            }
            picked
        }
        match &self.counts {
            Counts::Narrow(counts) => Counts::Narrow(pick(counts, self.stride, slots)),
            Counts::Wide(counts) => Counts::Wide(pick(counts, self.stride, slots)),
        }
    }

    /// How often something happened, for each row whose counts were picked.
    pub fn read_picked(&self, picked: &Counts, column: usize, found: &mut [u32]) {
        let places = (0..found.len()).map(|row| row * self.stride + column);
        match picked {
            Counts::Narrow(counts) => found.iter_mut().zip(places).for_each(|(to, at)| *to = counts[at].into()),
            Counts::Wide(counts) => found.iter_mut().zip(places).for_each(|(to, at)| *to = counts[at]),
        }
    }

    /// The counters of another measure.
    pub fn other(&self, at: usize) -> &Counters {
        &self.others[at]
    }

    /// Adds up what needs all events.
    pub fn close(&mut self) {
        self.others.iter_mut().for_each(Counters::close);
    }

    /// Takes over the counters of another store, whose slots follow those here: its first is `first`. Both are closed.
    pub fn append(&mut self, other: Self, first: u32) {
        match (&mut self.counts, other.counts) {
            (Counts::Narrow(counts), Counts::Narrow(more)) => counts.extend_from_slice(&more),
            (Counts::Wide(counts), Counts::Wide(more)) => counts.extend_from_slice(&more),
            (Counts::Narrow(_) | Counts::Wide(_), _) => unreachable!("stores of one plan are laid out alike"),
        }
        for (counters, more) in self.others.iter_mut().zip(other.others) {
            counters.append(more, first);
        }
    }
}

/// The counters of a tally that is not a mere count, by slot: as small as what rules ask of them.
#[derive(Debug)]
pub enum Counters {
    /// The age of the latest in whole days, [`NEVER`] for none: that is all that rules ask of a time.
    Latest(Vec<u32>),
    /// The sum of factors.
    Factors(Sums),
    /// Different buckets.
    Buckets(Buckets),
    /// The greatest factor of each bucket.
    FadingBuckets(FadingBuckets),
    /// A sum, and of how many values.
    Sum(Totals),
    /// The greatest value, [`i64::MIN`] for a slot that has had no known one yet: values are far from it.
    Highest(Vec<i64>),
    /// The least value, [`i64::MAX`] for none.
    Lowest(Vec<i64>),
    /// A time, and the value at it; [`NO_VALUE`] for none.
    LatestValue(Vec<(Instant, i64)>),
}

/// An age that no occurrence has.
pub const NEVER: u32 = u32::MAX;

/// In place of a time and the value at it.
const NO_VALUE: (Instant, i64) = (Instant::MIN, i64::MIN);

impl Counters {
    fn new(measure: Measure, enough: u32) -> Self {
        match measure {
            Measure::Count => unreachable!("counts stand apart"),
            Measure::Latest => Self::Latest(Vec::new()),
            Measure::Factors(_) => Self::Factors(Sums::default()),
            Measure::Buckets(_, None) => Self::Buckets(Buckets::new(enough)),
            Measure::Buckets(_, Some(_)) => Self::FadingBuckets(FadingBuckets::default()),
            Measure::Sum(_) => Self::Sum(Totals::default()),
            Measure::Highest(_) => Self::Highest(Vec::new()),
            Measure::Lowest(_) => Self::Lowest(Vec::new()),
            Measure::LatestValue(_) => Self::LatestValue(Vec::new()),
        }
    }

    fn grow(&mut self, slots: usize) {
        match self {
            Self::Latest(ages) => ages.resize(slots, NEVER),
            Self::Factors(sums) => sums.grow(slots),
            Self::Buckets(buckets) => buckets.grow(slots),
            Self::FadingBuckets(buckets) => buckets.grow(slots),
            Self::Sum(totals) => totals.grow(slots),
            Self::Highest(values) => values.resize(slots, i64::MIN),
            Self::Lowest(values) => values.resize(slots, i64::MAX),
            Self::LatestValue(values) => values.resize(slots, NO_VALUE),
        }
    }

    /// Adds what an event gives.
    #[inline]
    pub fn add(&mut self, slot: u32, amount: Amount) {
        let at = slot as usize;
        match (self, amount) {
            (Self::Latest(ages), Amount::Age(age)) => ages[at] = ages[at].min(age),
            (Self::Factors(sums), Amount::Factor(factor)) => sums.add(slot, factor),
            (Self::Buckets(buckets), Amount::Bucket(bucket)) => buckets.add(slot, bucket),
            // The greatest factor of a bucket is that of its latest occurrence.
            (Self::FadingBuckets(buckets), Amount::Fading(bucket, factor)) => buckets.add(slot, bucket, factor),
            (Self::Sum(totals), Amount::Value(value)) => totals.add(slot, value),
            (Self::Highest(values), Amount::Value(value)) => values[at] = values[at].max(value),
            (Self::Lowest(values), Amount::Value(value)) => values[at] = values[at].min(value),
            (Self::LatestValue(values), Amount::Dated(time, value)) => values[at] = values[at].max((time, value)),
            (counters, amount) => unreachable!("{amount:?} is no amount for {counters:?}"),
        }
    }

    fn append(&mut self, more: Self, first: u32) {
        match (self, more) {
            (Self::Latest(ages), Self::Latest(more)) => ages.extend(more),
            (Self::Factors(sums), Self::Factors(more)) => sums.append(more, first),
            (Self::Buckets(buckets), Self::Buckets(more)) => buckets.append(more),
            (Self::FadingBuckets(buckets), Self::FadingBuckets(more)) => buckets.append(more, first),
            (Self::Sum(totals), Self::Sum(more)) => totals.append(more, first),
            (Self::Highest(values), Self::Highest(more)) | (Self::Lowest(values), Self::Lowest(more)) => {
                values.extend(more);
            }
            (Self::LatestValue(values), Self::LatestValue(more)) => values.extend(more),
            (counters, more) => unreachable!("{more:?} are no counters like {counters:?}"),
        }
    }

    fn close(&mut self) {
        match self {
            Self::Buckets(buckets) => buckets.close(),
            Self::FadingBuckets(buckets) => buckets.close(),
            Self::Latest(_)
            | Self::Factors(_)
            | Self::Sum(_)
            | Self::Highest(_)
            | Self::Lowest(_)
            | Self::LatestValue(_) => {}
        }
    }

    /// The sum of the factors of a slot, in millionths.
    fn factors(&self, slot: u32) -> i128 {
        match self {
            Self::Factors(sums) => sums.get(slot).into(),
            Self::Buckets(buckets) => i128::from(buckets.get(slot)) * SCALE,
            Self::FadingBuckets(buckets) => buckets.get(slot).into(),
            other => unreachable!("only occurrences are worth points, not {other:?}"),
        }
    }

    /// The extreme or latest value of a slot, in millionths.
    fn value(&self, slot: u32) -> Option<i64> {
        let at = slot as usize;
        match self {
            Self::Highest(values) => Some(values[at]).filter(|&value| value != i64::MIN),
            Self::Lowest(values) => Some(values[at]).filter(|&value| value != i64::MAX),
            Self::LatestValue(values) => Some(values[at]).filter(|&value| value != NO_VALUE).map(|(_, value)| value),
            other => unreachable!("only a value is asked for, not {other:?}"),
        }
    }
}

/// What the leads of a batch did: their slots in a store.
#[derive(Debug, Default)]
pub struct Tallied<'a> {
    /// Where the counters of each tally are.
    pub places: &'a [Place],
    /// The counters; `None` if no rule looks at events.
    pub store: Option<&'a Store>,
    /// By row: the slot ([`NO_SLOT`] for a lead that the store does not know).
    pub slots: Vec<u32>,
    /// The counts of the rows, if their slots are far apart.
    pub picked: Option<Counts>,
}

impl Tallied<'_> {
    fn others(&self, tally: TallyId) -> Option<&Counters> {
        let Place::Other(at) = self.places[tally.0 as usize] else { unreachable!("a count is asked through `count`") };
        self.store.map(|store| store.other(at))
    }

    /// What `get` says of the counters of each lead's slot; nothing for those who have none.
    fn each<T>(&self, tally: TallyId, get: impl Fn(&Counters, u32) -> Option<T>) -> Vec<Option<T>> {
        let Some(counters) = self.others(tally) else { return self.slots.iter().map(|_| None).collect() };
        self.slots.iter().map(|&slot| if slot == NO_SLOT { None } else { get(counters, slot) }).collect()
    }

    /// Whether a tally is a mere count.
    pub fn is_count(&self, tally: TallyId) -> bool {
        matches!(self.places.get(tally.0 as usize), Some(Place::Count(_)))
    }

    /// How often something happened to each lead.
    pub fn counts(&self, tally: TallyId, rows: usize) -> Vec<u32> {
        let Place::Count(column) = self.places[tally.0 as usize] else { unreachable!("only a count is asked for") };
        let mut counts = vec![0_u32; rows];
        match (self.store, &self.picked) {
            (Some(store), Some(picked)) => store.read_picked(picked, column, &mut counts),
            (Some(store), None) => store.read_counts(&self.slots, column, &mut counts),
            (None, _) => {}
        }
        counts
    }

    /// The sum of the factors of each lead's occurrences, in millionths, whether they are counted, decay or come in
    /// buckets.
    pub fn factors(&self, tally: TallyId, rows: usize) -> Vec<i128> {
        if self.is_count(tally) {
            return self.counts(tally, rows).into_iter().map(|count| i128::from(count) * SCALE).collect();
        }
        let found = self.each(tally, |counters, slot| Some(counters.factors(slot)));
        found.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// The age of each lead's latest occurrence, in whole days.
    pub fn ages(&self, tally: TallyId) -> Vec<Option<u32>> {
        self.each(tally, |counters, slot| match counters {
            Counters::Latest(ages) => Some(ages[slot as usize]).filter(|&age| age != NEVER),
            other => unreachable!("only the latest is asked for its age, not {other:?}"),
        })
    }

    /// The sum of a property over each lead's occurrences, in millionths, and of how many values; `None` for a lead
    /// without any.
    fn sums(&self, tally: TallyId) -> Vec<Option<(i128, u32)>> {
        self.each(tally, |counters, slot| match counters {
            Counters::Sum(totals) => Some(totals.get(slot)),
            other => unreachable!("only a sum is asked for its total, not {other:?}"),
        })
    }

    /// The sum of a property over each lead's occurrences; `None` if it is too large.
    pub fn totals(&self, tally: TallyId) -> Vec<Option<Decimal>> {
        let total = |sum: Option<(i128, u32)>| Decimal::ZERO.checked_add(Decimal(sum.unwrap_or_default().0));
        self.sums(tally).into_iter().map(total).collect()
    }

    /// That sum divided by the number of known values, rounded.
    pub fn averages(&self, tally: TallyId) -> Vec<Option<Decimal>> {
        let average = |sum: Option<(i128, u32)>| {
            let (sum, known) = sum.filter(|&(_, known)| known > 0)?;
            Some(Decimal(divide_rounded(sum, known.into())))
        };
        self.sums(tally).into_iter().map(average).collect()
    }

    /// The extreme or latest value of a property, in millionths.
    pub fn values(&self, tally: TallyId) -> Vec<Option<i64>> {
        self.each(tally, Counters::value)
    }

    /// Everything that was counted for a lead by a tally, seen from `as_of`. Of the time of its latest occurrence only
    /// the age is known; nothing asks for more.
    pub fn counter(&self, tally: TallyId, measure: Measure, row: usize, as_of: Instant) -> Counter {
        if self.is_count(tally) {
            return Counter::Count(self.counts(tally, self.slots.len())[row]);
        }
        let slot = self.slots[row];
        let Some(counters) = self.others(tally).filter(|_| slot != NO_SLOT) else { return Counter::new(measure) };
        match counters {
            Counters::Latest(ages) => {
                let age = Some(ages[slot as usize]).filter(|&age| age != NEVER);
                Counter::Latest(age.map(|age| as_of - i64::from(age) * DAY))
            }
            Counters::Factors(_) | Counters::Buckets(_) | Counters::FadingBuckets(_) => {
                Counter::Factors(i64::try_from(counters.factors(slot)).expect("it was added up in 64 bits"))
            }
            Counters::Sum(totals) => {
                let (sum, known) = totals.get(slot);
                Counter::Sum(sum, known)
            }
            Counters::Highest(_) => Counter::Highest(counters.value(slot)),
            Counters::Lowest(_) => Counter::Lowest(counters.value(slot)),
            Counters::LatestValue(values) => {
                Counter::LatestValue(Some(values[slot as usize]).filter(|&value| value != NO_VALUE))
            }
        }
    }
}
