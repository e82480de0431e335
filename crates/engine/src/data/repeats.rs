//! Keys that come more than once: of rows with the same one, all but the first are repeats. In: the keys of batches, in the order
//! of the data; out: the rows that repeat one.

use arrow_array::{Array, StringArray};
use hashbrown::HashSet;

/// The keys of a batch, as hashes.
#[derive(Debug)]
pub struct Keys {
    pub texts: StringArray,
    hashes: Vec<u64>,
    /// Whether each is larger than the one before, and none is missing.
    rise: bool,
}

impl Keys {
    /// Those of a batch.
    pub fn new(texts: &StringArray) -> Self {
        use std::hash::BuildHasher;
        let hasher = foldhash::quality::FixedState::default();
        let hashes = (0..texts.len()).map(|row| hasher.hash_one(texts.value(row))).collect();
        let pairs = || (1..texts.len()).map(|row| (texts.value(row - 1), texts.value(row)));
        let rise = texts.null_count() == 0 && pairs().all(|(before, after)| is_above(before, after));
        Self { texts: texts.clone(), hashes, rise }
    }
}

/// Whether keys are in ascending order: by length first, as when numbers count up.
fn is_above(before: &str, after: &str) -> bool {
    (before.len(), before) < (after.len(), after)
}

/// The keys so far, as hashes. As long as each is larger than the one before, as in most exports, none can repeat and
/// they need not be looked up.
#[derive(Debug, Default)]
pub struct Seen {
    last: String,
    rising: Vec<u64>,
    /// All of them, from the first batch with a key that is out of order.
    all: Option<HashSet<u64, foldhash::fast::FixedState>>,
}

impl Seen {
    /// The rows of a batch whose keys have come before; this batch's keys are then added.
    pub fn repeated(&mut self, keys: &Keys) -> Vec<usize> {
        let texts = &keys.texts;
        let goes_on = |first: &str| self.rising.is_empty() || is_above(&self.last, first);
        if self.all.is_none() && keys.rise && !texts.is_empty() && goes_on(texts.value(0)) {
            self.rising.extend_from_slice(&keys.hashes);
            self.last.clear();
            self.last.push_str(texts.value(texts.len() - 1));
            return Vec::new();
        }
        let all = self.all.get_or_insert_with(|| std::mem::take(&mut self.rising).into_iter().collect());
        (0..texts.len()).filter(|&row| texts.is_valid(row) && !all.insert(keys.hashes[row])).collect()
    }
}
