//! What rules count of events, and the counters that hold it: a few numbers per lead, never the events themselves.

use super::measure::{BucketKey, Measure};
use hashbrown::HashMap;

use leadrules_language::calendar::Instant;
use leadrules_language::decimal::{Decimal, SCALE, divide_rounded};

use super::keys::NO_SLOT;
use super::program::{NodeId, TallyId};
use super::row::Counter;

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

type Buckets = HashMap<(u32, BucketKey), i64, foldhash::fast::FixedState>;

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
    others: Vec<Measure>,
}

impl Layout {
    /// For these tallies; `enough` is, for each, the most occurrences that rules ask for.
    pub fn new(tallies: &[Tally], enough: &[u32]) -> Self {
        let (mut counts, mut others) = (0, Vec::new());
        let mut place = |tally: &Tally| match tally.measure {
            Measure::Count => {
                counts += 1;
                Place::Count(counts - 1)
            }
            other => {
                others.push(other);
                Place::Other(others.len() - 1)
            }
        };
        let places = tallies.iter().map(&mut place).collect();
        Self { places, counts, narrow: enough.iter().all(|&enough| enough <= 255), others }
    }

    /// Empty counters.
    pub fn store(&self) -> Store {
        let counts = if self.narrow { Counts::Narrow(Vec::new()) } else { Counts::Wide(Vec::new()) };
        Store {
            counts,
            stride: self.counts,
            others: self.others.iter().map(|&measure| Counters::new(measure)).collect(),
        }
    }
}

/// The counters of all tallies, by slot. The counts of a slot are side by side: most events touch a single place.
#[derive(Debug, Default)]
pub struct Store {
    counts: Counts,
    stride: usize,
    others: Vec<Counters>,
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

/// What an event adds to a counter that is not a mere count.
#[derive(Clone, Debug)]
pub enum Amount {
    /// The time at which it happened.
    Time(Instant),
    /// A factor in millionths, or the value of a property.
    Number(i64),
    /// The bucket it falls into, and its factor.
    Bucket(BucketKey, i64),
    /// The value of a property, and when.
    Dated(Instant, i64),
}

/// The counters of a tally that is not a mere count, by slot.
#[derive(Debug)]
pub enum Counters {
    /// The time of the latest, [`Instant::MIN`] for none.
    Latest(Vec<Instant>),
    /// The sum of factors.
    Factors(Vec<i64>),
    /// The factors of each bucket, until all events are in.
    Buckets(Buckets),
    /// What becomes of [`Counters::Buckets`] once all events are in.
    BucketSums(HashMap<u32, i64, foldhash::fast::FixedState>),
    /// A sum in millionths, and of how many values.
    Sum(Vec<(i128, u32)>),
    /// The greatest value; `None` for a slot that has had no known one yet.
    Highest(Vec<Option<i64>>),
    /// The least value.
    Lowest(Vec<Option<i64>>),
    /// A time, and the value at it.
    LatestValue(Vec<Option<(Instant, i64)>>),
}

impl Counters {
    fn new(measure: Measure) -> Self {
        match measure {
            Measure::Count => unreachable!("counts stand apart"),
            Measure::Latest => Self::Latest(Vec::new()),
            Measure::Factors(_) => Self::Factors(Vec::new()),
            Measure::Buckets(..) => Self::Buckets(Buckets::default()),
            Measure::Sum(_) => Self::Sum(Vec::new()),
            Measure::Highest(_) => Self::Highest(Vec::new()),
            Measure::Lowest(_) => Self::Lowest(Vec::new()),
            Measure::LatestValue(_) => Self::LatestValue(Vec::new()),
        }
    }

    fn grow(&mut self, slots: usize) {
        match self {
            Self::Latest(times) => times.resize(slots, Instant::MIN),
            Self::Factors(sums) => sums.resize(slots, 0),
            Self::Buckets(_) | Self::BucketSums(_) => {}
            Self::Sum(sums) => sums.resize(slots, (0, 0)),
            Self::Highest(values) | Self::Lowest(values) => values.resize(slots, None),
            Self::LatestValue(values) => values.resize(slots, None),
        }
    }

    /// Adds what an event gives.
    pub fn add(&mut self, slot: u32, amount: Amount) {
        let at = slot as usize;
        match (self, amount) {
            (Self::Latest(times), Amount::Time(time)) => times[at] = times[at].max(time),
            (Self::Factors(sums), Amount::Number(factor)) => sums[at] += factor,
            // The greatest factor of a bucket is that of its latest occurrence.
            (Self::Buckets(buckets), Amount::Bucket(key, factor)) => {
                buckets.entry((slot, key)).and_modify(|kept| *kept = factor.max(*kept)).or_insert(factor);
            }
            (Self::Sum(sums), Amount::Number(value)) => {
                sums[at].0 += i128::from(value);
                sums[at].1 += 1;
            }
            (Self::Highest(values), Amount::Number(value)) => {
                values[at] = Some(values[at].map_or(value, |kept| kept.max(value)));
            }
            (Self::Lowest(values), Amount::Number(value)) => {
                values[at] = Some(values[at].map_or(value, |kept| kept.min(value)));
            }
            (Self::LatestValue(values), Amount::Dated(time, value)) => values[at] = values[at].max(Some((time, value))),
            (counters, amount) => unreachable!("{amount:?} is no amount for {counters:?}"),
        }
    }

    fn append(&mut self, more: Self, first: u32) {
        match (self, more) {
            (Self::Latest(times), Self::Latest(more)) => times.extend(more),
            (Self::Factors(sums), Self::Factors(more)) => sums.extend(more),
            (sums @ Self::Buckets(_), more @ Self::BucketSums(_)) => {
                *sums = Self::BucketSums(HashMap::default());
                sums.append(more, first);
            }
            (Self::BucketSums(sums), Self::BucketSums(more)) => {
                sums.extend(more.into_iter().map(|(slot, sum)| (first + slot, sum)));
            }
            (Self::Sum(sums), Self::Sum(more)) => sums.extend(more),
            (Self::Highest(values), Self::Highest(more)) | (Self::Lowest(values), Self::Lowest(more)) => {
                values.extend(more);
            }
            (Self::LatestValue(values), Self::LatestValue(more)) => values.extend(more),
            (counters, more) => unreachable!("{more:?} are no counters like {counters:?}"),
        }
    }

    fn close(&mut self) {
        if let Self::Buckets(buckets) = self {
            let mut sums: HashMap<u32, i64, foldhash::fast::FixedState> = HashMap::default();
            for ((slot, _), factor) in buckets.drain() {
                *sums.entry(slot).or_default() += factor;
            }
            *self = Self::BucketSums(sums);
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
    fn counters(&self, tally: TallyId, row: usize) -> Option<(&Counters, usize)> {
        let Place::Other(at) = self.places[tally.0 as usize] else { unreachable!("a count is asked through `count`") };
        let store = self.store.filter(|_| self.slots[row] != NO_SLOT)?;
        Some((store.other(at), self.slots[row] as usize))
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
        if let Place::Count(_) = self.places[tally.0 as usize] {
            return self.counts(tally, rows).into_iter().map(|count| i128::from(count) * SCALE).collect();
        }
        let sum = |(counters, slot): (&Counters, usize)| match counters {
            Counters::Factors(sums) => i128::from(sums[slot]),
            Counters::BucketSums(sums) => {
                let slot = u32::try_from(slot).expect("slots are counted in u32");
                sums.get(&slot).map_or(0, |&sum| sum.into())
            }
            other => unreachable!("only occurrences are worth points, not {other:?}"),
        };
        (0..rows).map(|row| self.counters(tally, row).map_or(0, sum)).collect()
    }

    /// The time of a lead's latest occurrence.
    pub fn latest(&self, tally: TallyId, row: usize) -> Option<Instant> {
        let time = |(counters, slot): (&Counters, usize)| match counters {
            Counters::Latest(times) => Some(times[slot]).filter(|&time| time != Instant::MIN),
            other => unreachable!("only the latest is asked for its time, not {other:?}"),
        };
        self.counters(tally, row).and_then(time)
    }

    fn sum(&self, tally: TallyId, row: usize) -> (i128, u32) {
        let sum = |(counters, slot): (&Counters, usize)| match counters {
            Counters::Sum(sums) => sums[slot],
            other => unreachable!("only a sum is asked for its total, not {other:?}"),
        };
        self.counters(tally, row).map_or((0, 0), sum)
    }

    /// The sum of a property over a lead's occurrences; `None` if it is too large.
    pub fn total(&self, tally: TallyId, row: usize) -> Option<Decimal> {
        Decimal::ZERO.checked_add(Decimal(self.sum(tally, row).0))
    }

    /// That sum divided by the number of known values, rounded.
    pub fn average(&self, tally: TallyId, row: usize) -> Option<Decimal> {
        let (sum, known) = self.sum(tally, row);
        (known > 0).then(|| Decimal(divide_rounded(sum, known.into())))
    }

    /// Everything that was counted for a lead by a tally.
    pub fn counter(&self, tally: TallyId, measure: Measure, row: usize) -> Counter {
        if let Place::Count(_) = self.places[tally.0 as usize] {
            return Counter::Count(self.counts(tally, self.slots.len())[row]);
        }
        let Some((counters, slot)) = self.counters(tally, row) else { return Counter::new(measure) };
        match counters {
            Counters::Latest(times) => Counter::Latest(Some(times[slot]).filter(|&time| time != Instant::MIN)),
            Counters::Factors(_) | Counters::Buckets(_) | Counters::BucketSums(_) => {
                let sum = self.factors(tally, self.slots.len())[row];
                Counter::Factors(i64::try_from(sum).expect("it was added up in 64 bits"))
            }
            Counters::Sum(sums) => Counter::Sum(sums[slot].0, sums[slot].1),
            Counters::Highest(values) => Counter::Highest(values[slot]),
            Counters::Lowest(values) => Counter::Lowest(values[slot]),
            Counters::LatestValue(values) => Counter::LatestValue(values[slot]),
        }
    }

    /// The extreme or latest value of a property.
    pub fn value(&self, tally: TallyId, row: usize) -> Option<Decimal> {
        let (counters, slot) = self.counters(tally, row)?;
        let found = match counters {
            Counters::Highest(values) | Counters::Lowest(values) => values[slot],
            Counters::LatestValue(values) => values[slot].map(|(_, value)| value),
            other => unreachable!("only a value is asked for, not {other:?}"),
        };
        found.map(|value| Decimal(value.into()))
    }
}
