//! The keys of leads and their slots: an open table whose entries hold short keys whole, so that finding one touches one
//! place in memory. A batch is looked up a few keys at a time, whose entries are read ahead together: waiting for memory is
//! what a large table costs, and the processor waits for several places at once.

use arrow_array::{Array, StringArray};
use foldhash::fast::FixedState;

/// No slot: a key that is not there.
pub const NO_SLOT: u32 = u32::MAX;

/// A key of up to fifteen bytes as it is, its length behind it; of a longer one two hashes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Packed([u64; 2]);

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
const AHEAD: usize = 32;

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

fn packed(key: &[u8], around: Option<&[u8; 16]>) -> Packed {
    use std::hash::BuildHasher;
    if key.len() > 15 {
        let state = FixedState::default();
        let first = state.hash_one(key);
        let second = state.hash_one((first, key));
        return Packed([first, second << 8 | LONG]);
    }
    let bytes = around.copied().unwrap_or_else(|| {
        let mut bytes = [0; 16];
        bytes[..key.len()].copy_from_slice(key);
        bytes
    });
    let value = head(bytes, key.len());
    let narrow = |value: u128| u64::try_from(value & u128::from(u64::MAX)).expect("masked to 64 bits");
    // The length stands in the lowest byte of the second half, the eighth to fifteenth byte above it.
    Packed([narrow(value), narrow(value >> 64) << 8 | key.len() as u64])
}

impl Packed {
    #[inline]
    fn hash(self) -> usize {
        let [first, second] = self.0;
        let product = u128::from(first ^ 0x9e37_79b9_7f4a_7c15) * u128::from(second ^ 0xd1b5_4a32_d192_ed03);
        let folded = (product >> 64) ^ (product & u128::from(u64::MAX));
        usize::try_from(folded & u128::from(u64::MAX)).expect("a hash has 64 bits")
    }
}

impl Keys {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The key of a slot.
    pub fn get(&self, slot: u32) -> &str {
        let at = slot as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// The slot of a key; [`NO_SLOT`] if it is not there.
    pub fn find(&self, key: &str) -> u32 {
        let packed = packed(key.as_bytes(), None);
        self.probe(packed, key).map_or(NO_SLOT, |at| self.entries[at].slot)
    }

    /// The slot of a key, a new one if it is not there; it has so many events more.
    pub fn find_or_add(&mut self, key: &str, events: u32) -> u32 {
        self.find_or_add_packed(packed(key.as_bytes(), None), key, events)
    }

    /// How many events a key has.
    pub fn events_of(&self, key: &str) -> u64 {
        self.probe(packed(key.as_bytes(), None), key).map_or(0, |at| self.entries[at].events.into())
    }

    /// Every key and how many events it has, by slot.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut events = vec![0; self.len()];
        for entry in self.entries.iter().filter(|entry| entry.slot != NO_SLOT) {
            events[entry.slot as usize] = entry.events;
        }
        (0..).zip(events).map(|(slot, events)| (self.get(slot), events))
    }

    /// The slots of a batch's keys (null and absent ones have none).
    pub fn find_all(&self, keys: &StringArray) -> Vec<u32> {
        let packed = pack_all(keys);
        let mut slots = Vec::with_capacity(packed.len());
        for (part, packed) in packed.chunks(AHEAD).enumerate() {
            self.read_ahead(packed);
            for (row, packed) in (part * AHEAD..).zip(packed) {
                let found = (!keys.is_null(row)).then(|| self.probe(*packed, keys.value(row))).flatten();
                slots.push(found.map_or(NO_SLOT, |at| self.entries[at].slot));
            }
        }
        slots
    }

    /// The slots of a batch's keys, new ones for those that are not there; each has one event more a row.
    pub fn find_or_add_all(&mut self, keys: &StringArray) -> Vec<u32> {
        let packed = pack_all(keys);
        let mut slots = Vec::with_capacity(packed.len());
        for (part, packed) in packed.chunks(AHEAD).enumerate() {
            self.read_ahead(packed);
            for (row, packed) in (part * AHEAD..).zip(packed) {
                slots.push(self.find_or_add_packed(*packed, keys.value(row), 1));
            }
        }
        slots
    }

    /// Touches the entries at which these keys will be looked for: reads that do not wait for each other.
    fn read_ahead(&self, keys: &[Packed]) {
        let mask = self.entries.len() - 1;
        let slots = keys.iter().map(|key| self.entries[key.hash() & mask].slot);
        std::hint::black_box(slots.fold(0, std::ops::BitXor::bitxor));
    }

    /// The place of the key's entry.
    #[inline]
    fn probe(&self, packed: Packed, key: &str) -> Option<usize> {
        let mask = self.entries.len() - 1;
        let mut at = packed.hash() & mask;
        loop {
            let entry = &self.entries[at];
            if entry.slot == NO_SLOT {
                return None;
            }
            if entry.key == packed && (packed.0[1] & 0xff != LONG || self.get(entry.slot) == key) {
                return Some(at);
            }
            at = (at + 1) & mask;
        }
    }

    fn find_or_add_packed(&mut self, packed: Packed, key: &str, events: u32) -> u32 {
        if let Some(at) = self.probe(packed, key) {
            let entry = &mut self.entries[at];
            entry.events = entry.events.saturating_add(events);
            return entry.slot;
        }
        if (self.ends.len() + 1) * 2 > self.entries.len() {
            self.grow();
        }
        let slot = u32::try_from(self.ends.len()).expect("fewer than four thousand million leads");
        self.text.push_str(key);
        self.ends.push(self.text.len());
        self.place(Entry { key: packed, slot, events });
        slot
    }

    fn place(&mut self, entry: Entry) {
        let mask = self.entries.len() - 1;
        let mut at = entry.key.hash() & mask;
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

fn pack_all(keys: &StringArray) -> Vec<Packed> {
    let (bytes, offsets) = (keys.value_data(), keys.value_offsets());
    let place = |offset: i32| usize::try_from(offset).expect("offsets are not negative");
    offsets
        .windows(2)
        .map(|ends| {
            let (start, end) = (place(ends[0]), place(ends[1]));
            let around = bytes.get(start..start + 16).and_then(|bytes| bytes.try_into().ok());
            packed(&bytes[start..end], around)
        })
        .collect()
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
        let keys = StringArray::from(texts.clone());
        let mut table = Keys::default();
        let slots = table.find_or_add_all(&keys);
        assert_eq!(slots, (0..).take(texts.len()).collect::<Vec<u32>>());
        assert_eq!(table.find_all(&keys), slots);
        for (text, slot) in texts.iter().zip(slots) {
            assert_eq!((table.find(text), table.get(slot)), (slot, text.as_str()));
        }
        assert_eq!(table.find("not there"), NO_SLOT);
        assert_eq!(table.find("a-much-longer-key-that-is-not-there"), NO_SLOT);
    }

    #[test]
    fn null_keys_have_no_slot() {
        let mut table = Keys::default();
        table.find_or_add("", 1);
        assert_eq!(table.find_all(&StringArray::from(vec![None, Some("")])), [NO_SLOT, 0]);
    }
}
