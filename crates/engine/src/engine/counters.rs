//! What events add to the record of their lead. In: a record, its layout, counts and amounts; out: the record, and what does
//! not fit into it until all events are in.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::amount::Amount;
use super::tally::{Field, Keeps, Layout, Place};

/// What stands beside the records while events come in: buckets whose bits have no room, and the factors of buckets. By
/// number of the field.
#[derive(Debug)]
pub struct Beside {
    seen: Vec<HashSet<u64, FixedState>>,
    factors: Vec<HashMap<u64, u32, FixedState>>,
}

fn pair(record: u32, bucket: u32) -> u64 {
    u64::from(record) << 32 | u64::from(bucket)
}

impl Beside {
    /// Nothing yet.
    pub fn new(layout: &Layout) -> Self {
        let fields = || 0..layout.fields.len();
        Self {
            seen: fields().map(|_| HashSet::default()).collect(),
            factors: fields().map(|_| HashMap::default()).collect(),
        }
    }

    /// The same of these fields alone.
    pub fn only(&self, fields: &[usize]) -> Self {
        let mut only = Self {
            seen: self.seen.iter().map(|_| HashSet::default()).collect(),
            factors: self.factors.iter().map(|_| HashMap::default()).collect(),
        };
        for &field in fields {
            only.seen[field].clone_from(&self.seen[field]);
            only.factors[field].clone_from(&self.factors[field]);
        }
        only
    }

    /// Adds what stands beside other records: `of` says to which of these records each of them belongs, if to any. Buckets that
    /// are new are counted in `records`.
    pub fn join(
        &mut self,
        other: &Self,
        layout: &Layout,
        of: impl Fn(u32) -> Option<u32>,
        records: &mut impl Numbered,
    ) {
        let apart = |key: u64| (u32::try_from(key >> 32).expect("the upper half"), key & u64::from(u32::MAX));
        let moved = |key: u64| {
            let (record, bucket) = apart(key);
            of(record).map(|record| (record, u64::from(record) << 32 | bucket))
        };
        for (field, seen) in other.seen.iter().enumerate() {
            let at = layout.fields[field].at;
            for (record, key) in seen.iter().filter_map(|&key| moved(key)) {
                if self.seen[field].insert(key) {
                    let record = records.numbered(record);
                    put(record, at, u32_at(record, at).saturating_add(1).to_le_bytes());
                }
            }
        }
        for (field, factors) in other.factors.iter().enumerate() {
            for (&key, &factor) in factors {
                if let Some((_, key)) = moved(key) {
                    let kept = self.factors[field].entry(key).or_default();
                    *kept = factor.max(*kept);
                }
            }
        }
    }

    /// Adds up what needs all events; `records` gives a record by its number.
    pub fn close(self, layout: &Layout, records: &mut impl Numbered) {
        for (field, factors) in layout.fields.iter().zip(self.factors) {
            for (pair, factor) in factors {
                let record = records.numbered(u32::try_from(pair >> 32).expect("the upper half"));
                let sum = u64_at(record, field.at) + u64::from(factor);
                put(record, field.at, sum.to_le_bytes());
            }
        }
    }
}

/// Records that can be written to by number.
pub trait Numbered {
    /// A record.
    fn numbered(&mut self, number: u32) -> &mut [u8];
}

fn bytes<const N: usize>(record: &[u8], at: usize) -> [u8; N] {
    *record[at..].first_chunk().expect("a record has room for its fields")
}

fn put<const N: usize>(record: &mut [u8], at: usize, value: [u8; N]) {
    *record[at..].first_chunk_mut().expect("a record has room for its fields") = value;
}

#[inline]
fn u32_at(record: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes(record, at))
}

#[inline]
fn u64_at(record: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes(record, at))
}

/// A number in a form that keeps the order and is zero for none: numbers are far from [`i64::MIN`].
#[inline]
fn ordered(value: i64) -> u64 {
    value.cast_unsigned() ^ 1 << 63
}

#[inline]
fn unordered(value: u64) -> Option<i64> {
    (value != 0).then(|| (value ^ 1 << 63).cast_signed())
}

/// Adds one to some of eight counts that stop at 255: bit n stands for byte n.
#[inline]
fn add_to_eight(counts: u64, bits: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = EACH * 0x7f;
    // Byte n keeps bit n; what is added to it brings that bit to the top of the byte.
    let apart = (bits * EACH) & 0x8040_2010_0804_0201;
    let ones = (apart + 0x0040_6070_787c_7e7f) >> 7 & EACH;
    let full = ((counts & LOW) + EACH) & counts;
    counts + (ones & !(full >> 7))
}

/// The same for four counts.
#[inline]
fn add_to_four(counts: u32, bits: u64) -> u32 {
    u32::try_from(add_to_eight(counts.into(), bits)).expect("the upper four stay as they are")
}

impl Layout {
    /// Counts one more occurrence in some columns: bit n stands for column `first` + n.
    #[inline]
    pub fn count(&self, record: &mut [u8], first: usize, columns: u32) {
        let narrow = self.narrow.saturating_sub(first).min(u32::BITS as usize);
        let (mut left, mut at) = (u64::from(columns) & ((1 << narrow) - 1), first);
        let wide = u64::from(columns) ^ left;
        let end = first + narrow;
        while at + 4 < end {
            let counts = add_to_eight(u64_at(record, at), left & 0xff);
            put(record, at, counts.to_le_bytes());
            (left, at) = (left >> 8, at + 8);
        }
        if at < end {
            let counts = add_to_four(u32_at(record, at), left & 0xf);
            put(record, at, counts.to_le_bytes());
        }
        if wide != 0 {
            self.count_wide(record, first, wide);
        }
    }

    fn count_wide(&self, record: &mut [u8], first: usize, mut columns: u64) {
        while columns != 0 {
            let at = self.wide_at(first + columns.trailing_zeros() as usize);
            let count = u32_at(record, at).saturating_add(1);
            put(record, at, count.to_le_bytes());
            columns &= columns - 1;
        }
    }

    fn wide_at(&self, column: usize) -> usize {
        self.narrow + 4 * (column - self.narrow)
    }

    /// Adds to a field. `number` is that of the record.
    #[inline]
    pub fn add(&self, record: &mut [u8], number: u32, other: usize, amount: Amount, beside: &mut Beside) {
        let field = self.fields[other];
        let at = field.at;
        let highest = |record: &mut [u8], value: u64| {
            let value = value.max(u64_at(record, at));
            put(record, at, value.to_le_bytes());
        };
        match (field.keeps, amount) {
            // The least age is the greatest number of what it leaves.
            (Keeps::Age, Amount::Age(age)) => {
                let latest = u32_at(record, at).max(!age);
                put(record, at, latest.to_le_bytes());
            }
            (Keeps::Factors, Amount::Factor(factor)) => {
                let sum = u64_at(record, at) + u64::from(factor);
                put(record, at, sum.to_le_bytes());
            }
            (Keeps::Buckets { words, enough }, Amount::Bucket(bucket)) => {
                let word = (bucket / u64::BITS) as usize;
                if word < words {
                    let at = at + 4 + 8 * word;
                    let bits = u64_at(record, at) | 1 << (bucket % u64::BITS);
                    put(record, at, bits.to_le_bytes());
                } else {
                    let others = u32_at(record, at);
                    if others < enough && beside.seen[other].insert(pair(number, bucket)) {
                        put(record, at, (others + 1).to_le_bytes());
                    }
                }
            }
            // The greatest factor of a bucket is that of its latest occurrence.
            (Keeps::Fading, Amount::Fading(bucket, factor)) => {
                let kept = beside.factors[other].entry(pair(number, bucket)).or_default();
                *kept = factor.max(*kept);
            }
            (Keeps::Sum, Amount::Value(value)) => {
                let (sum, known) = (i128::from_le_bytes(bytes(record, at)), u32_at(record, at + 16));
                put(record, at, (sum + i128::from(value)).to_le_bytes());
                put(record, at + 16, known.saturating_add(1).to_le_bytes());
            }
            (Keeps::Highest, Amount::Value(value)) => highest(record, ordered(value)),
            (Keeps::Lowest, Amount::Value(value)) => highest(record, !ordered(value)),
            (Keeps::LatestValue, Amount::Dated(time, value)) => {
                let kept = (u64_at(record, at), u64_at(record, at + 8));
                let (time, value) = kept.max((ordered(time), ordered(value)));
                put(record, at, time.to_le_bytes());
                put(record, at + 8, value.to_le_bytes());
            }
            (keeps, amount) => unreachable!("{amount:?} is no amount for {keeps:?}"),
        }
    }

    /// Adds what another record has counted of these tallies, except for buckets that stand beside it.
    pub fn join(&self, record: &mut [u8], other: &[u8], tallies: &[usize]) {
        for &tally in tallies {
            match self.places[tally] {
                Place::Count(column) if column < self.narrow => {
                    record[column] = record[column].saturating_add(other[column]);
                }
                Place::Count(column) => {
                    let at = self.wide_at(column);
                    put(record, at, u32_at(record, at).saturating_add(u32_at(other, at)).to_le_bytes());
                }
                Place::Other(field) => self.join_field(record, other, self.fields[field]),
            }
        }
    }

    fn join_field(&self, record: &mut [u8], other: &[u8], Field { at, keeps }: Field) {
        match keeps {
            Keeps::Age => put(record, at, u32_at(record, at).max(u32_at(other, at)).to_le_bytes()),
            Keeps::Factors => put(record, at, (u64_at(record, at) + u64_at(other, at)).to_le_bytes()),
            Keeps::Highest | Keeps::Lowest => {
                put(record, at, u64_at(record, at).max(u64_at(other, at)).to_le_bytes());
            }
            Keeps::Buckets { words, .. } => {
                for at in (0..words).map(|word| at + 4 + 8 * word) {
                    put(record, at, (u64_at(record, at) | u64_at(other, at)).to_le_bytes());
                }
            }
            Keeps::Fading => {}
            Keeps::Sum => {
                let sum = i128::from_le_bytes(bytes(record, at)) + i128::from_le_bytes(bytes(other, at));
                let known = u32_at(record, at + 16).saturating_add(u32_at(other, at + 16));
                put(record, at, sum.to_le_bytes());
                put(record, at + 16, known.to_le_bytes());
            }
            Keeps::LatestValue => {
                let of = |record: &[u8]| (u64_at(record, at), u64_at(record, at + 8));
                let (time, value) = of(record).max(of(other));
                put(record, at, time.to_le_bytes());
                put(record, at + 8, value.to_le_bytes());
            }
        }
    }

    /// The fields of these tallies of which something stands beside the records.
    pub fn with_pairs(&self, tallies: &[usize]) -> Vec<usize> {
        let field = |&tally: &usize| match self.places[tally] {
            Place::Other(field) => Some(field),
            Place::Count(_) => None,
        };
        let has_pairs = |field: &usize| matches!(self.fields[*field].keeps, Keeps::Buckets { .. } | Keeps::Fading);
        tallies.iter().filter_map(field).filter(has_pairs).collect()
    }

    /// The count in a column.
    #[inline]
    pub fn count_in(&self, record: &[u8], column: usize) -> u32 {
        if column < self.narrow { record[column].into() } else { u32_at(record, self.wide_at(column)) }
    }

    /// The age of the latest, in whole days; `None` if there is none.
    pub fn age_in(&self, record: &[u8], other: usize) -> Option<u32> {
        let latest = u32_at(record, self.fields[other].at);
        (latest != 0).then_some(!latest)
    }

    /// A sum of factors, in millionths; of buckets without a decay, each counts as a whole.
    pub fn factors_in(&self, record: &[u8], other: usize) -> u64 {
        let field = self.fields[other];
        match field.keeps {
            Keeps::Factors | Keeps::Fading => u64_at(record, field.at),
            Keeps::Buckets { words, .. } => {
                let bits = |word: usize| u64_at(record, field.at + 4 + 8 * word).count_ones();
                let known: u32 = (0..words).map(bits).sum();
                (u64::from(u32_at(record, field.at)) + u64::from(known)) * 1_000_000
            }
            other => unreachable!("only occurrences are worth points, not {other:?}"),
        }
    }

    /// A sum of values in millionths, and of how many.
    pub fn sum_in(&self, record: &[u8], other: usize) -> (i128, u32) {
        let at = self.fields[other].at;
        (i128::from_le_bytes(bytes(record, at)), u32_at(record, at + 16))
    }

    /// The extreme or latest value, in millionths.
    pub fn value_in(&self, record: &[u8], other: usize) -> Option<i64> {
        let field = self.fields[other];
        match field.keeps {
            Keeps::Highest => unordered(u64_at(record, field.at)),
            Keeps::Lowest => {
                let kept = u64_at(record, field.at);
                (kept != 0).then_some(!kept).and_then(unordered)
            }
            Keeps::LatestValue => unordered(u64_at(record, field.at)).and(unordered(u64_at(record, field.at + 8))),
            other => unreachable!("only a value is asked for, not {other:?}"),
        }
    }

    /// The time of the latest value.
    pub fn time_in(&self, record: &[u8], other: usize) -> Option<i64> {
        unordered(u64_at(record, self.fields[other].at))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::engine::measure::Measure;
    use crate::engine::moment::Moment;
    use crate::engine::tally::Tally;

    proptest! {
        #[test]
        fn eight_counts_are_added_to_at_once(counts in any::<[u8; 8]>(), full in 0..8_usize, bits: u8) {
            let mut counts = counts;
            counts[full] = u8::MAX;
            let added = add_to_eight(u64::from_le_bytes(counts), bits.into()).to_le_bytes();
            let wanted: Vec<u8> =
                counts.iter().zip(0..).map(|(count, bit)| count.saturating_add(bits >> bit & 1)).collect();
            prop_assert_eq!(&added[..], &wanted);
            let four = u32::from_le_bytes(*counts.first_chunk().unwrap());
            prop_assert_eq!(&add_to_four(four, (bits & 0xf).into()).to_le_bytes(), &wanted[..4]);
        }

        #[test]
        fn counts_keep_apart(
            enough in prop::collection::vec(prop_oneof![1_u32..300, Just(u32::MAX)], 1..70),
            events in prop::collection::vec(any::<(u32, u32, u32)>(), 0..400),
        ) {
            let tally = |at: usize| Tally {
                kinds: Some(vec![u16::try_from(at).unwrap()]),
                filter: None,
                window: None,
                measure: if at == 5 { Measure::Latest } else { Measure::Count },
            };
            let tallies: Vec<Tally> = (0..enough.len()).map(tally).collect();
            let windows = vec![(i64::MIN, 0); tallies.len()];
            let layout = Layout::new(&tallies, &enough, &Moment { windows, ..Moment::default() });
            let columns = layout.places.iter().filter(|place| matches!(place, Place::Count(_))).count();
            let mut record = vec![0; layout.size];
            let mut wanted = vec![0; columns];
            for (first, second, third) in events {
                for (group, bits) in [first, second, third].into_iter().enumerate() {
                    let here = (group * 32..columns).take(32);
                    let known = here.clone().zip(0..).fold(0_u32, |known, (_, bit)| known | 1 << bit);
                    layout.count(&mut record, group * 32, bits & known);
                    here.zip(0..).for_each(|(column, bit)| wanted[column] += bits >> bit & 1);
                }
            }
            for (place, &enough) in layout.places.iter().zip(&enough) {
                if let &Place::Count(column) = place {
                    prop_assert_eq!(layout.count_in(&record, column).min(enough), wanted[column].min(enough));
                }
            }
        }

        #[test]
        fn fields_keep_what_is_asked_of_them(
            added in prop::collection::vec(
                (0_usize..9, 0_u32..3, prop_oneof![0_u32..70, 0_u32..600, Just(u32::MAX - 1)],
                    prop_oneof![-3_i64..3, -1_000_000_000_000_000_000_i64..1_000_000_000_000_000_000]),
                0..120,
            ),
        ) {
            let keeps = [
                Keeps::Age,
                Keeps::Factors,
                Keeps::Buckets { words: 1, enough: u32::MAX },
                Keeps::Buckets { words: 4, enough: 2 },
                Keeps::Fading,
                Keeps::Sum,
                Keeps::Highest,
                Keeps::Lowest,
                Keeps::LatestValue,
            ];
            let mut layout = Layout { places: Vec::new(), narrow: 0, fields: Vec::new(), size: 0 };
            for keeps in keeps {
                layout.fields.push(Field { at: layout.size, keeps });
                layout.size += 20 + 4 * 8;
            }
            let (mut records, mut beside) = (Some(vec![vec![0; layout.size]; 3]), Beside::new(&layout));
            let of = |record: u32, other: usize| added.iter().filter(move |one| (one.0, one.1) == (other, record));
            for &(other, record, small, value) in &added {
                let amount = match keeps[other] {
                    Keeps::Age => Amount::Age(small),
                    Keeps::Factors => Amount::Factor(small),
                    Keeps::Buckets { .. } => Amount::Bucket(small),
                    Keeps::Fading => Amount::Fading(small % 4, small),
                    Keeps::Sum | Keeps::Highest | Keeps::Lowest => Amount::Value(value),
                    Keeps::LatestValue => Amount::Dated(small.into(), value),
                };
                let record_at = &mut records.as_mut().unwrap()[record as usize];
                layout.add(record_at, record, other, amount, &mut beside);
            }
            struct All(Vec<Vec<u8>>);
            impl Numbered for All {
                fn numbered(&mut self, number: u32) -> &mut [u8] {
                    &mut self.0[number as usize]
                }
            }
            let mut all = All(records.take().unwrap());
            beside.close(&layout, &mut all);
            for record in 0..3 {
                let bytes = &all.0[record as usize];
                let small = |other| of(record, other).map(|one| one.2);
                let values = |other| of(record, other).map(|one| one.3);
                prop_assert_eq!(layout.age_in(bytes, 0), small(0).min());
                prop_assert_eq!(layout.factors_in(bytes, 1), small(1).map(u64::from).sum::<u64>());
                let buckets: BTreeSet<u32> = small(2).collect();
                prop_assert_eq!(layout.factors_in(bytes, 2), buckets.len() as u64 * 1_000_000);
                let buckets: BTreeSet<u32> = small(3).collect();
                prop_assert_eq!(layout.factors_in(bytes, 3).min(2_000_000), buckets.len().min(2) as u64 * 1_000_000);
                let mut factors: BTreeMap<u32, u32> = BTreeMap::new();
                small(4).for_each(|small| {
                    let kept = factors.entry(small % 4).or_default();
                    *kept = small.max(*kept);
                });
                prop_assert_eq!(layout.factors_in(bytes, 4), factors.values().copied().map(u64::from).sum::<u64>());
                let sum = (values(5).map(i128::from).sum::<i128>(), u32::try_from(values(5).count()).unwrap());
                prop_assert_eq!(layout.sum_in(bytes, 5), sum);
                prop_assert_eq!(layout.value_in(bytes, 6), values(6).max());
                prop_assert_eq!(layout.value_in(bytes, 7), values(7).min());
                let latest = of(record, 8).map(|one| (i64::from(one.2), one.3)).max();
                prop_assert_eq!(layout.time_in(bytes, 8).zip(layout.value_in(bytes, 8)), latest);
            }
        }
    }
}
