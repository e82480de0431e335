//! A list of distinct entries. In: entries; out: the index of each, the same for equal ones.

use std::hash::Hash;
use std::ops::Deref;

use hashbrown::HashMap;

/// A list without duplicates.
#[derive(Debug)]
pub struct Once<T> {
    entries: Vec<T>,
    places: HashMap<T, usize, foldhash::fast::FixedState>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: HashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Once<T> {
    /// The index of an entry, which is added if it is not there.
    pub fn place(&mut self, entry: T) -> usize {
        if let Some(&at) = self.places.get(&entry) {
            return at;
        }
        let at = self.entries.len();
        self.entries.push(entry.clone());
        self.places.insert(entry, at);
        at
    }
}

impl<T> Once<T> {
    /// The entries, in the order in which they came.
    pub fn into_entries(self) -> Vec<T> {
        self.entries
    }
}

impl<T> Deref for Once<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}
