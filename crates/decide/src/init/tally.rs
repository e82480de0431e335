//! Values with how often each comes, as long as there is room. In: values; out: counts. Batches count by themselves and are merged;
//! what comes of them does not depend on which was done first.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use leadrules_language::text;

use super::look::Look;

/// How many distinct values are counted one by one.
pub(super) const DISTINCT: usize = 2000;

/// Values that are counted one by one, until there are too many.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    counts: HashTable<Counted>,
    /// Whether there were more than can be counted.
    pub(super) many: bool,
}

/// A value, and how often it came.
#[derive(Clone, Debug)]
struct Counted {
    value: String,
    print: u64,
    count: u64,
    look: Look,
}

impl Tally {
    fn get(&mut self, value: &str, print: u64) -> Option<&mut Counted> {
        self.counts.find_mut(print, |counted| counted.value == value)
    }

    /// Counts a value that is among those counted; `print` is its fingerprint. Returns what it looks like.
    pub(super) fn again(&mut self, value: &str, print: u64) -> Option<Look> {
        self.come(value, print, 1)
    }

    /// The same for one that came so often.
    pub(super) fn come(&mut self, value: &str, print: u64, times: u64) -> Option<Look> {
        let counted = self.get(value, print)?;
        counted.count += times;
        Some(counted.look)
    }

    /// What a value looks like that is among those counted.
    pub(super) fn look(&self, value: &str, print: u64) -> Option<Look> {
        self.counts.find(print, |counted| counted.value == value).map(|counted| counted.look)
    }

    /// Counts a value that looks like nothing in particular.
    pub(super) fn add(&mut self, value: &str) {
        let print = fingerprint(value);
        if self.again(value, print).is_none() {
            self.insert(value, print, 1, Look::default());
        }
    }

    /// Takes in a value that is not among those counted.
    pub(super) fn insert(&mut self, value: &str, print: u64, count: u64, look: Look) {
        if self.counts.len() < DISTINCT {
            let counted = Counted { value: value.to_owned(), print, count, look };
            self.counts.insert_unique(print, counted, |counted| counted.print);
        } else {
            self.many = true;
        }
    }

    /// Counts a value that came so often.
    fn sum(&mut self, value: &str, print: u64, count: u64, look: Look) {
        match self.get(value, print) {
            Some(counted) => counted.count += count,
            None => self.insert(value, print, count, look),
        }
    }

    pub(super) fn merge(&mut self, later: Self) {
        self.many |= later.many;
        let mut values: Vec<_> = later.counts.into_iter().collect();
        values.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        for Counted { value, print, count, look } in values {
            self.sum(&value, print, count, look);
        }
    }

    /// How many values there are, as far as they are counted.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// How many cells they are in.
    pub(super) fn total(&self) -> u64 {
        self.counts.iter().map(|counted| counted.count).sum()
    }

    /// The values, the most frequent first.
    pub(super) fn sorted(&self) -> Vec<(&str, u64)> {
        let mut values: Vec<(&str, u64)> =
            self.counts.iter().map(|counted| (counted.value.as_str(), counted.count)).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        values
    }

    /// The entries that the values consist of when split at `mark`; and in how many cells it occurs.
    pub(super) fn parted(&self, mark: char) -> (Self, u64) {
        let (mut entries, mut cells) = (Self::default(), 0);
        for (value, count) in self.sorted() {
            cells += if value.contains(mark) { count } else { 0 };
            for entry in value.split(mark).map(text::trim).filter(|entry| !entry.is_empty()) {
                entries.sum(entry, fingerprint(entry), count, Look::default());
            }
        }
        (entries, cells)
    }
}

/// A number that stands for a text.
pub(super) fn fingerprint(value: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one(value)
}
