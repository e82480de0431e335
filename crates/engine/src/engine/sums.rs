//! Sums by slot, in as few bytes as nearly all of them need; what does not fit stands beside them. In: slots and what is
//! added; out: exact sums.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

/// Sums of factors in millionths, none of which is negative.
#[derive(Debug, Default)]
pub struct Sums {
    low: Vec<u32>,
    /// How often the low part of a slot has run over.
    over: HashMap<u32, u32, FixedState>,
}

impl Sums {
    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        self.low.resize(slots, 0);
    }

    /// Adds to a slot.
    #[inline]
    pub fn add(&mut self, slot: u32, factor: u32) {
        let low = &mut self.low[slot as usize];
        let (sum, is_over) = low.overflowing_add(factor);
        *low = sum;
        if is_over {
            *self.over.entry(slot).or_default() += 1;
        }
    }

    /// The sum of a slot.
    #[inline]
    pub fn get(&self, slot: u32) -> u64 {
        let over = if self.over.is_empty() { 0 } else { self.over.get(&slot).copied().unwrap_or(0) };
        u64::from(over) << 32 | u64::from(self.low[slot as usize])
    }

    /// Takes over further slots, the first of which is `first`.
    pub fn append(&mut self, more: Self, first: u32) {
        self.low.extend(more.low);
        self.over.extend(more.over.into_iter().map(|(slot, over)| (first + slot, over)));
    }
}

/// Sums of values in millionths, and of how many.
#[derive(Debug, Default)]
pub struct Totals {
    low: Vec<i64>,
    counts: Vec<u32>,
    /// What a slot has beyond its low part.
    over: HashMap<u32, i128, FixedState>,
}

impl Totals {
    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        self.low.resize(slots, 0);
        self.counts.resize(slots, 0);
    }

    /// Adds a value to a slot.
    #[inline]
    pub fn add(&mut self, slot: u32, value: i64) {
        self.counts[slot as usize] += 1;
        let low = &mut self.low[slot as usize];
        *low = low.checked_add(value).unwrap_or_else(|| {
            *self.over.entry(slot).or_default() += i128::from(*low);
            value
        });
    }

    /// The sum of a slot, and of how many values.
    #[inline]
    pub fn get(&self, slot: u32) -> (i128, u32) {
        let over = if self.over.is_empty() { 0 } else { self.over.get(&slot).copied().unwrap_or(0) };
        (over + i128::from(self.low[slot as usize]), self.counts[slot as usize])
    }

    /// Takes over further slots, the first of which is `first`.
    pub fn append(&mut self, more: Self, first: u32) {
        self.low.extend(more.low);
        self.counts.extend(more.counts);
        self.over.extend(more.over.into_iter().map(|(slot, over)| (first + slot, over)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_beyond_their_bytes_are_exact() {
        let (mut sums, mut totals) = (Sums::default(), Totals::default());
        sums.grow(1);
        totals.grow(1);
        let (mut more, mut more_totals) = (Sums::default(), Totals::default());
        more.grow(2);
        more_totals.grow(2);
        for _ in 0..10_000 {
            more.add(1, 1_000_000);
        }
        for value in [i64::MAX, i64::MAX, 5, i64::MIN, -3] {
            more_totals.add(0, value);
        }
        sums.append(more, 1);
        totals.append(more_totals, 1);
        assert_eq!([sums.get(0), sums.get(1), sums.get(2)], [0, 0, 10_000_000_000]);
        assert_eq!(totals.get(1), (i128::from(i64::MAX) + 1, 5));
        assert_eq!((totals.get(0), totals.get(2)), ((0, 0), (0, 0)));
    }
}
