//! The keys of leads and their slots: an open table whose entries hold short keys whole, so that finding one touches one
//! place in memory. Keys are looked up a few at a time, whose entries are read ahead together: waiting for memory is what a
//! large table costs, and the processor waits for several places at once.

use arrow_array::StringArray;
use foldhash::fast::FixedState;

/// No slot: a key that is not there.
pub const NO_SLOT: u32 = u32::MAX;

/// A key of up to fifteen bytes as it is, its length behind it; of a longer one two hashes.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed([u64; 2]);

/// In the place of a length: the key is longer than fifteen bytes.
const LONG: u64 = 0xff;

#[derive(Copy, Clone, Debug)]
struct Entry {
    key: Packed,
    slot: u32,
    /// How many events it has; it fills what would be padding.
    events: u32,
}

/// So many keys are looked up together.
pub const AHEAD: usize = 32;

const EMPTY: Entry = Entry { key: Packed([0; 2]), slot: NO_SLOT, events: 0 };

/// Keys and their slots, in the order they came.
#[derive(Debug)]
pub struct Keys {
    entries: Vec<Entry>,
    text: String,
    ends: Vec<usize>,
}

impl Default for Keys {
    fn default() -> Self {
        Self { entries: vec![EMPTY; 64], text: String::new(), ends: Vec::new() }
    }
}

/// The first `length` bytes of sixteen.
fn head(bytes: [u8; 16], length: usize) -> u128 {
    let value = u128::from_le_bytes(bytes);
    if length >= 16 { value } else { value & ((1_u128 << (8 * length)) - 1) }
}

fn narrow(value: u128) -> u64 {
    u64::try_from(value & u128::from(u64::MAX)).expect("masked to 64 bits")
}

impl Packed {
    /// A key, packed; `around` are sixteen bytes that start with it, where there are so many.
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
        // The length stands in the lowest byte of the second half, the eighth to fifteenth byte above it.
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

    /// Whether the key is longer than what is packed of it.
    #[inline]
    pub fn is_long(self) -> bool {
        self.0[1] & 0xff == LONG
    }

    /// A number that hardly two keys have in common.
    #[inline]
    pub fn hash(self) -> u64 {
        let [first, second] = self.0;
        let product = u128::from(first ^ 0x9e37_79b9_7f4a_7c15) * u128::from(second ^ 0xd1b5_4a32_d192_ed03);
        narrow((product >> 64) ^ product)
    }

    /// A short key, written out behind a text.
    fn write_to(self, text: &mut String) {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.0[0].to_le_bytes());
        bytes[8..].copy_from_slice(&(self.0[1] >> 8).to_le_bytes());
        let length = usize::try_from(self.0[1] & 0xff).expect("a byte");
        text.push_str(std::str::from_utf8(&bytes[..length]).expect("it was packed from a text"));
    }
}

impl Keys {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The key of a slot.
    fn get(&self, slot: u32) -> &str {
        let at = slot as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// The slot of a key; none if it is not there. `text` gives the key itself.
    #[inline]
    pub fn find<'k>(&self, packed: Packed, text: impl Fn() -> &'k str) -> Option<u32> {
        self.probe(packed, text).map(|at| self.entries[at].slot)
    }

    /// Every key and how many events it has, by slot.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut events = vec![0; self.len()];
        for entry in self.entries.iter().filter(|entry| entry.slot != NO_SLOT) {
            events[entry.slot as usize] = entry.events;
        }
        (0..).zip(events).map(|(slot, events)| (self.get(slot), events))
    }

    /// Reads the entry at which a key will be looked for. Such reads do not wait for each other.
    #[inline]
    pub fn touch(&self, packed: Packed) -> u32 {
        self.entries[self.home(packed)].slot
    }

    /// The slot of a key, a new one if it is not there; it has one event more. `text` gives a long key itself.
    #[inline]
    pub fn find_or_add<'k>(&mut self, packed: Packed, text: impl Fn() -> &'k str) -> u32 {
        if let Some(at) = self.probe(packed, &text) {
            let entry = &mut self.entries[at];
            entry.events = entry.events.saturating_add(1);
            return entry.slot;
        }
        if (self.ends.len() + 1) * 2 > self.entries.len() {
            self.grow();
        }
        let slot = u32::try_from(self.ends.len()).expect("fewer than four thousand million leads");
        if packed.is_long() {
            self.text.push_str(text());
        } else {
            packed.write_to(&mut self.text);
        }
        self.ends.push(self.text.len());
        self.place(Entry { key: packed, slot, events: 1 });
        slot
    }

    /// Where a key stands if no other took its place.
    #[inline]
    fn home(&self, packed: Packed) -> usize {
        let mask = self.entries.len() as u64 - 1;
        usize::try_from(packed.hash() & mask).expect("masked to a place in the table")
    }

    /// The place of the key's entry.
    #[inline]
    fn probe<'k>(&self, packed: Packed, text: impl Fn() -> &'k str) -> Option<usize> {
        let mask = self.entries.len() - 1;
        let mut at = self.home(packed);
        loop {
            let entry = &self.entries[at];
            if entry.slot == NO_SLOT {
                return None;
            }
            if entry.key == packed && (!packed.is_long() || self.get(entry.slot) == text()) {
                return Some(at);
            }
            at = (at + 1) & mask;
        }
    }

    fn place(&mut self, entry: Entry) {
        let mask = self.entries.len() - 1;
        let mut at = self.home(entry.key);
        while self.entries[at].slot != NO_SLOT {
            at = (at + 1) & mask;
        }
        self.entries[at] = entry;
    }

    fn grow(&mut self) {
        let larger = vec![EMPTY; self.entries.len() * 2];
        let entries = std::mem::replace(&mut self.entries, larger);
        for entry in entries {
            if entry.slot != NO_SLOT {
                self.place(entry);
            }
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
        let mut table = Keys::default();
        for (slot, (text, &packed)) in (0..).zip(texts.iter().zip(&packed)) {
            assert_eq!(packed, Packed::new(text.as_bytes(), None));
            assert_eq!(table.find_or_add(packed, || text), slot);
        }
        for (slot, (text, &packed)) in (0..).zip(texts.iter().zip(&packed)) {
            assert_eq!((table.find(packed, || text), table.get(slot)), (Some(slot), text.as_str()));
        }
        for text in ["not there", "a-much-longer-key-that-is-not-there"] {
            assert_eq!(table.find(Packed::new(text.as_bytes(), None), || text), None);
        }
        assert!(table.iter().zip(&texts).all(|((key, events), text)| key == text && events == 1));
    }
}
