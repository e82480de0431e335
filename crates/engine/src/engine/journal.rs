//! What events add to the counters of their leads, noted down but not yet added. In: events, in the order they come;
//! out: notes, partitioned by key, so that the notes of one partition can be added together, to a table that fits into
//! the processor's cache.

use super::count::COLUMNS;
use super::keys::{AHEAD, Keys, Packed, Short};
use super::tally::{Amount, Store};

/// How many partitions the keys fall into.
pub const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 6;

/// The partition that a key falls into. Its table tells keys apart by other bits of the hash.
#[inline]
pub fn part_of(key: Packed) -> usize {
    usize::try_from(key.hash() >> (u64::BITS - PART_BITS)).expect("a few bits")
}

/// An event, and which counts it adds one to.
#[derive(Copy, Clone, Debug, Default)]
struct Note {
    key: Packed,
    /// A bit for each column.
    columns: u32,
    /// Which columns those are: the first group of them, the second, and so on.
    group: u16,
    /// Whether it is about the same event as the note before it.
    goes_on: bool,
}

/// The notes of one partition.
#[derive(Debug, Default)]
pub struct Part {
    /// Those that need only a short key and columns of the first group: most of them, in less space.
    short: Vec<Short>,
    notes: Vec<Note>,
    /// What is added to counters that are not mere counts: the index of the note, that of the counter, and the amount.
    amounts: Vec<(usize, usize, Amount)>,
    /// The keys of notes with long ones, concatenated.
    long: String,
    long_ends: Vec<usize>,
}

/// The notes of some events.
#[derive(Debug)]
pub struct Journal {
    parts: Vec<Part>,
    /// How many notes there are.
    notes: usize,
}

impl Default for Journal {
    fn default() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), notes: 0 }
    }
}

impl Journal {
    /// How many notes there are.
    pub fn len(&self) -> usize {
        self.notes
    }

    /// Begins a note for an event of the lead with this key, which adds nothing yet. `text` gives the key itself.
    #[inline]
    pub fn enter<'k>(&mut self, key: Packed, text: impl Fn() -> &'k str) -> Entering<'_> {
        let part = &mut self.parts[part_of(key)];
        if key.is_long() {
            part.long.push_str(text());
            part.long_ends.push(part.long.len());
        }
        Entering { note: Note { key, ..Note::default() }, has_amounts: false, part, notes: &mut self.notes }
    }

    /// Takes out the notes of a partition.
    pub fn take(&mut self, part: usize) -> Part {
        let part = std::mem::take(&mut self.parts[part]);
        self.notes -= part.notes.len() + part.short.len();
        part
    }

    /// Gives a partition back once its notes are added up, so that its memory is reused.
    pub fn put_back(&mut self, at: usize, part: Part) {
        debug_assert!(part.notes.is_empty() && part.short.is_empty(), "its notes are added up");
        self.parts[at] = part;
    }
}

/// An event that is being noted down.
pub struct Entering<'j> {
    note: Note,
    has_amounts: bool,
    part: &'j mut Part,
    notes: &'j mut usize,
}

impl Entering<'_> {
    /// Adds one to some counts of a group.
    #[inline]
    pub fn count(&mut self, group: usize, columns: u32) {
        if group > 0 && columns != 0 {
            self.push();
            self.note.group = u16::try_from(group).expect("rules have fewer counts than a million");
        }
        self.note.columns |= columns;
    }

    /// Adds to other counters.
    pub fn add(&mut self, other: usize, amount: Amount) {
        self.has_amounts = true;
        self.part.amounts.push((self.part.notes.len(), other, amount));
    }

    fn push(&mut self) {
        self.part.notes.push(self.note);
        *self.notes += 1;
        self.note = Note { key: self.note.key, goes_on: true, ..Note::default() };
    }
}

impl Drop for Entering<'_> {
    #[inline]
    fn drop(&mut self) {
        if !self.note.goes_on
            && !self.has_amounts
            && let Some(short) = self.note.key.with(self.note.columns)
        {
            self.part.short.push(short);
            *self.notes += 1;
        } else {
            self.push();
        }
    }
}

impl Part {
    /// Adds its notes up, and forgets them.
    pub fn add_to(&mut self, keys: &mut Keys, store: &mut Store) {
        let mut amounts = self.amounts.drain(..).peekable();
        let mut long = self.long_ends.iter().scan(0, |start, &end| {
            let key = &self.long[*start..end];
            *start = end;
            Some(key)
        });
        let mut slots = [0; AHEAD];
        for notes in self.short.chunks(AHEAD) {
            keys.touch_all(notes.iter().map(|note| note.key()));
            for (slot, note) in slots.iter_mut().zip(notes) {
                *slot = keys.find_or_add(note.key(), || "");
            }
            store.grow(keys.len());
            for (&slot, note) in slots.iter().zip(notes) {
                store.count(slot, 0, note.bits());
            }
        }
        self.short.clear();
        let mut slot = 0;
        for (chunk, notes) in self.notes.chunks(AHEAD).enumerate() {
            keys.touch_all(notes.iter().map(|note| note.key));
            for (to, note) in slots.iter_mut().zip(notes) {
                if !note.goes_on {
                    let text = if note.key.is_long() { long.next().unwrap_or_default() } else { "" };
                    slot = keys.find_or_add(note.key, || text);
                }
                *to = slot;
            }
            store.grow(keys.len());
            for (&slot, note) in slots.iter().zip(notes) {
                store.count(slot, usize::from(note.group) * COLUMNS, note.columns);
            }
            let first = chunk * AHEAD;
            while let Some((at, other, amount)) = amounts.next_if(|&(at, ..)| at < first + AHEAD) {
                store.add(slots[at - first], other, amount);
            }
        }
        drop(amounts);
        self.notes.clear();
        self.long.clear();
        self.long_ends.clear();
    }
}
