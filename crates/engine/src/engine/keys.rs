//! The keys of leads and their records: each record begins with its key, a short one whole, and an open-addressing table of
//! small numbers says where it is. Keys are looked up a few at a time, and their records are read ahead together:
//! waiting for memory is the main cost of a large table, and the processor can wait for several places at once.

use arrow_array::{StringArray, StringViewArray};
use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::counters::Numbered;
use super::records::Records;

/// A key: up to fifteen bytes as they are, followed by the length; two hashes of a longer one.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed([u64; 2]);

/// In place of a length: the key is longer than fifteen bytes.
const LONG: u64 = 0xff;

/// A key of up to eleven bytes, and 32 bits.
#[derive(Copy, Clone, Debug)]
pub struct Short([u64; 2]);

impl Short {
    /// The key.
    #[inline]
    pub fn key(self) -> Packed {
        Packed([self.0[0], self.0[1] & u64::from(u32::MAX)])
    }

    /// The bits beside it.
    #[inline]
    pub fn bits(self) -> u32 {
        u32::try_from(self.0[1] >> 32).expect("the upper half")
    }
}

/// How many keys are looked up together.
pub const AHEAD: usize = 32;

/// Keys and their records, in the order they came.
#[derive(Debug)]
pub struct Keys {
    /// Where a key's hash leads: the number of its record plus one, or zero if the place is free. At least twice as many
    /// as there are keys.
    places: Vec<u32>,
    /// Each begins with the key and how many events it has.
    records: Records,
    /// The texts of long keys, by the number of their record.
    long: HashMap<u32, Box<str>, FixedState>,
}

/// What a record begins with: the two words of its key, and its number of events.
const HEAD: usize = 20;

/// The first `length` bytes of sixteen.
fn head(bytes: [u8; 16], length: usize) -> u128 {
    let value = u128::from_le_bytes(bytes);
    if length >= 16 { value } else { value & ((1_u128 << (8 * length)) - 1) }
}

fn narrow(value: u128) -> u64 {
    u64::try_from(value & u128::from(u64::MAX)).expect("masked to 64 bits")
}

impl Packed {
    /// A key, packed; `around` is the sixteen bytes that start with it, if there are that many.
    #[inline]
    fn new(key: &[u8], around: Option<&[u8; 16]>) -> Self {
        use std::hash::BuildHasher;
        if key.len() > 15 {
            let state = FixedState::default();
            let first = state.hash_one(key);
            let second = state.hash_one((first, key));
            return Self([first, second << 8 | LONG]);
        }
        let bytes = around.copied().unwrap_or_else(|| {
            let mut bytes = [0; 16];
            bytes[..key.len()].copy_from_slice(key);
            bytes
        });
        let value = head(bytes, key.len());
        // The length is in the lowest byte of the second half, with bytes eight to fifteen above it.
        Self([narrow(value), narrow(value >> 64) << 8 | key.len() as u64])
    }

    /// The keys of a batch.
    pub fn all(keys: &StringArray) -> Vec<Self> {
        let (bytes, offsets) = (keys.value_data(), keys.value_offsets());
        let place = |offset: i32| usize::try_from(offset).expect("offsets are not negative");
        let packed = |ends: &[i32]| {
            let (start, end) = (place(ends[0]), place(ends[1]));
            let around = bytes.get(start..start + 16).and_then(|bytes| bytes.try_into().ok());
            Self::new(&bytes[start..end], around)
        };
        offsets.windows(2).map(packed).collect()
    }

    /// The keys of a batch; those of up to twelve bytes are in the views themselves.
    pub fn all_views(keys: &StringViewArray) -> Vec<Self> {
        let packed = |(at, &view): (usize, &u128)| match view & u128::from(u32::MAX) {
            // The length is followed by the bytes, and these by zeros.
            length @ 0..=12 => Self([narrow(view >> 32), narrow(view >> 96) << 8 | narrow(length)]),
            _ => Self::new(keys.value(at).as_bytes(), None),
        };
        keys.views().iter().enumerate().map(packed).collect()
    }

    /// Its two words.
    #[inline]
    pub fn words(self) -> [u64; 2] {
        self.0
    }

    /// The key of two words that [`Packed::words`] gave.
    #[inline]
    pub fn of_words(words: [u64; 2]) -> Self {
        Self(words)
    }

    /// Whether the key is too long to be packed whole.
    #[inline]
    pub fn is_long(self) -> bool {
        self.0[1] & 0xff == LONG
    }

    /// A key of up to eleven bytes, with 32 bits beside it; `None` for a longer key.
    #[inline]
    pub fn with(self, bits: u32) -> Option<Short> {
        let [first, second] = self.0;
        (second >> 32 == 0 && !self.is_long()).then_some(Short([first, second | u64::from(bits) << 32]))
    }

    /// A number that two keys rarely have in common.
    #[inline]
    pub fn hash(self) -> u64 {
        let [first, second] = self.0;
        let product = u128::from(first ^ 0x9e37_79b9_7f4a_7c15) * u128::from(second ^ 0xd1b5_4a32_d192_ed03);
        narrow((product >> 64) ^ product)
    }

    /// A short key, written out.
    fn text(self) -> String {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.0[0].to_le_bytes());
        bytes[8..].copy_from_slice(&(self.0[1] >> 8).to_le_bytes());
        let length = usize::try_from(self.0[1] & 0xff).expect("a byte");
        std::str::from_utf8(&bytes[..length]).expect("it was packed from a text").to_owned()
    }
}

fn key_of(record: &[u8]) -> Packed {
    let word = |at: usize| u64::from_le_bytes(*record[at..].first_chunk().expect("a record begins with its key"));
    Packed([word(0), word(8)])
}

fn events_of(record: &[u8]) -> u32 {
    u32::from_le_bytes(*record[16..].first_chunk().expect("a record begins with its key and its events"))
}

impl Numbered for Keys {
    fn numbered(&mut self, number: u32) -> &mut [u8] {
        self.record_mut(number)
    }
}

impl Keys {
    /// No keys; a record has this many bytes besides.
    pub fn new(size: usize) -> Self {
        Self { places: vec![0; 64], records: Records::new(HEAD + size), long: HashMap::default() }
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// A key, and how many events it has.
    pub fn get(&self, number: u32) -> (String, u32) {
        let record = self.records.get(number);
        let key = self.long.get(&number).map_or_else(|| key_of(record).text(), ToString::to_string);
        (key, events_of(record))
    }

    /// What a record holds besides its key.
    #[inline]
    pub fn record(&self, number: u32) -> &[u8] {
        &self.records.get(number)[HEAD..]
    }

    /// The same, to be written to.
    #[inline]
    pub fn record_mut(&mut self, number: u32) -> &mut [u8] {
        &mut self.records.get_mut(number)[HEAD..]
    }

    /// The record of a key; `None` if it is not there. `text` gives the key itself.
    #[inline]
    pub fn find<'k>(&self, packed: Packed, text: impl Fn() -> &'k str) -> Option<u32> {
        self.probe(packed, text).ok()
    }

    /// Reads what will be read when these keys, up to [`AHEAD`] of them, are looked up: such reads do not wait for each
    /// other.
    #[inline]
    pub fn touch_all(&self, keys: impl Iterator<Item = Packed>) {
        let mut places = [0; AHEAD];
        for (place, key) in places.iter_mut().zip(keys) {
            *place = self.touch(key);
        }
        let held = places.iter().map(|&place| self.touch_held(place));
        std::hint::black_box(held.fold(0, std::ops::BitXor::bitxor));
    }

    /// Reads the whole table, from its first byte to its last: memory gives what is read in its order much faster than what is
    /// looked up here and there. Worth it where many keys are looked up next, and the table fits into the processor's cache.
    pub fn warm(&self) {
        let places = self.places.chunks(16).map(|line| line[0]);
        std::hint::black_box(places.fold(0, std::ops::BitXor::bitxor) ^ u32::from(self.records.warm()));
    }

    /// Reads the place at which a key will be looked for.
    #[inline]
    pub fn touch(&self, packed: Packed) -> u32 {
        self.places[self.home(packed)]
    }

    /// Reads what a place touched before leads to.
    #[inline]
    pub fn touch_held(&self, place: u32) -> u32 {
        place.checked_sub(1).map_or(0, |number| events_of(self.records.get(number)))
    }

    /// The record of a key, or a new one if it is not there, and counts one more event for it. `text` gives a long key
    /// itself.
    #[inline]
    pub fn find_or_add<'k>(&mut self, packed: Packed, text: impl Fn() -> &'k str) -> u32 {
        match self.probe(packed, &text) {
            Ok(number) => {
                let record = self.records.get_mut(number);
                let events = events_of(record).saturating_add(1);
                record[16..HEAD].copy_from_slice(&events.to_le_bytes());
                number
            }
            Err(at) => self.add(at, packed, text()),
        }
    }

    fn add(&mut self, mut at: usize, key: Packed, text: &str) -> u32 {
        if (self.records.len() + 1) * 2 > self.places.len() {
            self.grow();
            at = self.free(key);
        }
        let number = self.records.add();
        self.places[at] = number + 1;
        let record = self.records.get_mut(number);
        record[..8].copy_from_slice(&key.0[0].to_le_bytes());
        record[8..16].copy_from_slice(&key.0[1].to_le_bytes());
        record[16..HEAD].copy_from_slice(&1_u32.to_le_bytes());
        if key.is_long() {
            self.long.insert(number, text.into());
        }
        number
    }

    /// The place of a key if no other has taken it.
    #[inline]
    fn home(&self, packed: Packed) -> usize {
        let mask = self.places.len() as u64 - 1;
        usize::try_from(packed.hash() & mask).expect("masked to a place in the table")
    }

    /// The key's record, or the place where it would go.
    #[inline]
    fn probe<'k>(&self, packed: Packed, text: impl Fn() -> &'k str) -> Result<u32, usize> {
        let mask = self.places.len() - 1;
        let mut at = self.home(packed);
        while let Some(number) = self.places[at].checked_sub(1) {
            let is_it = |number| !packed.is_long() || self.long.get(number).is_some_and(|held| **held == *text());
            if key_of(self.records.get(number)) == packed && is_it(&number) {
                return Ok(number);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    /// The place for a key that is not there.
    fn free(&self, key: Packed) -> usize {
        let mask = self.places.len() - 1;
        let mut at = self.home(key);
        while self.places[at] != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.places = vec![0; self.places.len() * 2];
        for number in 0..u32::try_from(self.records.len()).expect("fewer than four thousand million leads") {
            let at = self.free(key_of(self.records.get(number)));
            self.places[at] = number + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_own_slot() {
        let texts: Vec<String> = (0..5_000)
            .flat_map(|number| {
                [format!("{number}"), format!("L{number:014}"), format!("a-much-longer-key-{number:020}")]
            })
            .chain(["", "\0", "\0\0", "0123456789abcde", "0123456789abcdef", "é", "e\u{301}"].map(str::to_owned))
            .collect();
        let packed = Packed::all(&StringArray::from(texts.clone()));
        assert_eq!(Packed::all_views(&StringViewArray::from_iter_values(&texts)), packed);
        let mut table = Keys::new(3);
        for (slot, (text, &packed)) in (0..).zip(texts.iter().zip(&packed)) {
            assert_eq!(packed, Packed::new(text.as_bytes(), None));
            let short = packed.with(0x8000_0001);
            assert_eq!(
                short.map(|short| (short.key(), short.bits())),
                (text.len() <= 11).then_some((packed, 0x8000_0001))
            );
            assert_eq!(table.find_or_add(packed, || text), slot);
        }
        for (slot, (text, &packed)) in (0..).zip(texts.iter().zip(&packed)) {
            assert_eq!((table.find(packed, || text), table.get(slot)), (Some(slot), (text.clone(), 1)));
        }
        for text in ["not there", "a-much-longer-key-that-is-not-there"] {
            assert_eq!(table.find(Packed::new(text.as_bytes(), None), || text), None);
        }
        assert_eq!(table.len(), texts.len());
    }
}
