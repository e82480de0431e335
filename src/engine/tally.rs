//! What rules count of events, and the counters it is kept in: per lead a few numbers, never the events themselves.

use hashbrown::HashMap;

use crate::calendar::Instant;
use crate::decimal::{Decimal, SCALE, divide_rounded};
use crate::ir::{Bucket, Decay};

use super::program::NodeId;

/// Which events are counted, and what of them is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The kinds, sorted; `None` for any activity.
    pub kinds: Option<Vec<u16>>,
    /// What must be true of an event, in the events' program.
    pub filter: Option<NodeId>,
    /// The first and the last instant.
    pub window: (Instant, Instant),
    /// What is kept.
    pub measure: Measure,
}

/// What is kept of the events of a tally, per lead.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// How many.
    Count,
    /// The time of the latest.
    Latest,
    /// The sum of their factors, in millionths.
    Factors(Decay),
    /// The sum of the greatest factor of each bucket, in millionths; without a decay 1 for each.
    Buckets(Bucket, Option<Decay>),
    /// The sum of a property and how many knew it.
    Sum(u16),
    /// The greatest value of a property.
    Highest(u16),
    /// The least value of a property.
    Lowest(u16),
    /// The value of a property at the latest time it is known; at equal times the greatest.
    LatestValue(u16),
}

/// The value of a bucket of `once per`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BucketKey {
    /// A block of days, weeks or months; a number, a date, a choice or a truth value.
    Number(i64),
    /// A text, folded.
    Text(Box<str>),
    /// A list: its entries, folded or as places, sorted.
    List(Box<[BucketKey]>),
}

type Buckets = HashMap<(u32, BucketKey), i64, foldhash::fast::FixedState>;

/// The counters of one tally, by slot.
#[derive(Debug)]
pub enum Counters {
    /// How many.
    Count(Vec<u32>),
    /// The time of the latest, [`Instant::MIN`] for none.
    Latest(Vec<Instant>),
    /// The sum of factors.
    Factors(Vec<i64>),
    /// The factors of each bucket.
    Buckets(Buckets),
    /// What [`Counters::Buckets`] come to once all events are in.
    BucketSums(HashMap<u32, i64, foldhash::fast::FixedState>),
    /// Sum in millionths, and how many.
    Sum(Vec<(i128, u32)>),
    /// The extreme, none yet for a slot without a known value.
    Extreme(Vec<Option<i64>>),
    /// Time and value.
    LatestValue(Vec<Option<(Instant, i64)>>),
}

impl Counters {
    /// Empty counters for a measure.
    pub fn new(measure: Measure) -> Self {
        match measure {
            Measure::Count => Self::Count(Vec::new()),
            Measure::Latest => Self::Latest(Vec::new()),
            Measure::Factors(_) => Self::Factors(Vec::new()),
            Measure::Buckets(..) => Self::Buckets(Buckets::default()),
            Measure::Sum(_) => Self::Sum(Vec::new()),
            Measure::Highest(_) | Measure::Lowest(_) => Self::Extreme(Vec::new()),
            Measure::LatestValue(_) => Self::LatestValue(Vec::new()),
        }
    }

    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        match self {
            Self::Count(counts) => counts.resize(slots, 0),
            Self::Latest(times) => times.resize(slots, Instant::MIN),
            Self::Factors(sums) => sums.resize(slots, 0),
            Self::Buckets(_) | Self::BucketSums(_) => {}
            Self::Sum(sums) => sums.resize(slots, (0, 0)),
            Self::Extreme(values) => values.resize(slots, None),
            Self::LatestValue(values) => values.resize(slots, None),
        }
    }

    /// Keeps the greatest factor of a bucket: that of its latest occurrence.
    pub fn add_to_bucket(&mut self, slot: u32, key: BucketKey, factor: i64) {
        let Self::Buckets(buckets) = self else { unreachable!("only `once per` has buckets") };
        buckets.entry((slot, key)).and_modify(|kept| *kept = factor.max(*kept)).or_insert(factor);
    }

    /// Adds up the buckets, once all events are in.
    pub fn close(&mut self) {
        if let Self::Buckets(buckets) = self {
            let mut sums: HashMap<u32, i64, foldhash::fast::FixedState> = HashMap::default();
            for ((slot, _), factor) in buckets.drain() {
                *sums.entry(slot).or_default() += factor;
            }
            *self = Self::BucketSums(sums);
        }
    }

    /// How often it happened: for [`Measure::Count`].
    pub fn count(&self, slot: u32) -> u32 {
        let Self::Count(counts) = self else { unreachable!("only a count is asked how often") };
        counts.get(slot as usize).copied().unwrap_or(0)
    }

    /// The sum of factors in millionths: of counts, factors and buckets.
    pub fn factors(&self, slot: u32) -> i128 {
        let at = slot as usize;
        match self {
            Self::Count(counts) => counts.get(at).map_or(0, |&count| i128::from(count) * SCALE),
            Self::Factors(sums) => sums.get(at).map_or(0, |&sum| sum.into()),
            Self::BucketSums(sums) => sums.get(&slot).map_or(0, |&sum| sum.into()),
            Self::Latest(_) | Self::Buckets(_) | Self::Sum(_) | Self::Extreme(_) | Self::LatestValue(_) => {
                unreachable!("only occurrences are worth points")
            }
        }
    }

    /// The time of the latest: for [`Measure::Latest`].
    pub fn latest(&self, slot: u32) -> Option<Instant> {
        let Self::Latest(times) = self else { unreachable!("only the latest is asked for its time") };
        times.get(slot as usize).copied().filter(|&time| time != Instant::MIN)
    }

    /// The sum of a property: for [`Measure::Sum`].
    pub fn total(&self, slot: u32) -> i128 {
        let Self::Sum(sums) = self else { unreachable!("only a sum is asked for its total") };
        sums.get(slot as usize).map_or(0, |&(sum, _)| sum)
    }

    /// The sum divided by the number of known values, rounded: for [`Measure::Sum`].
    pub fn average(&self, slot: u32) -> Option<Decimal> {
        let Self::Sum(sums) = self else { unreachable!("only a sum is asked for its average") };
        let &(sum, known) = sums.get(slot as usize)?;
        (known > 0).then(|| Decimal(divide_rounded(sum, known.into())))
    }

    /// The extreme or latest value of a property.
    pub fn value(&self, slot: u32) -> Option<Decimal> {
        match self {
            Self::Extreme(values) => values.get(slot as usize).copied().flatten().map(|value| Decimal(value.into())),
            Self::LatestValue(values) => {
                values.get(slot as usize).copied().flatten().map(|(_, value)| Decimal(value.into()))
            }
            _ => unreachable!("only a value is asked for"),
        }
    }
}
