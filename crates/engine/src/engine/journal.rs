//! What events add to the counters of their leads, noted down but not yet added. In: events, in the order they come;
//! out: notes, partitioned by key, so that the notes of one partition can be added together, to a table that fits into
//! the processor's cache.

use super::amount::{Amount, Item};
use super::count::COLUMNS;
use super::counters::Beside;
use super::keys::{AHEAD, Keys, Packed, Short};
use super::soon::will_write;
use super::tally::Layout;

/// How many partitions the keys fall into.
pub const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 8;

/// The partition that a key falls into. Its table tells keys apart by other bits of the hash.
#[inline]
pub fn part_of(key: Packed) -> usize {
    usize::try_from(key.hash() >> (u64::BITS - PART_BITS)).expect("a few bits")
}

/// The notes of one partition.
#[derive(Debug, Default)]
pub struct Part {
    /// Those that need only a short key and counts of the first group: most of them, in less space.
    short: Vec<Short>,
    /// The others: for each its key, its head, and then as many words as the head says, which are its items.
    words: Vec<u64>,
    /// The keys of notes with long ones, concatenated.
    long: String,
    long_ends: Vec<usize>,
}

/// How many words a note takes before its items: two are its key, and the one between them its head, which has the counts
/// of the first group, and above them the number of words of its items. (The words of a key come from two registers; to
/// copy both at once, as side by side they would be, the processor would have to wait for them.)
const BEFORE: usize = 3;

/// How far the head is from the first item.
const HEAD: usize = 2;

/// How many words a note takes that has no items.
const SHORT: usize = 2;

/// How many notes of that kind, and how many words, the processor reads at a time.
const OF_LINE: usize = 4;
const LINE_OF_WORDS: usize = SHORT * OF_LINE;

/// The notes of some events.
#[derive(Debug)]
pub struct Journal {
    parts: Vec<Part>,
    words: usize,
}

impl Default for Journal {
    fn default() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), words: 0 }
    }
}

impl Journal {
    /// How many words its notes take, of eight bytes each.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Begins a note for an event of the lead with this key, which adds nothing yet. `text` gives the key itself.
    #[inline]
    pub fn enter<'k>(&mut self, key: Packed, text: impl Fn() -> &'k str) -> Entering<'_> {
        let part = &mut self.parts[part_of(key)];
        if key.is_long() {
            part.long.push_str(text());
            part.long_ends.push(part.long.len());
        }
        Entering { key, counts: 0, begun: None, part, words: &mut self.words }
    }

    /// Takes out the notes of a partition.
    pub fn take(&mut self, part: usize) -> Part {
        let part = std::mem::take(&mut self.parts[part]);
        self.words -= part.words.len() + SHORT * part.short.len();
        part
    }

    /// Gives a partition back once its notes are added up, so that its memory is reused.
    pub fn put_back(&mut self, at: usize, part: Part) {
        debug_assert!(part.words.is_empty() && part.short.is_empty(), "its notes are added up");
        self.parts[at] = part;
    }
}

/// An event that is being noted down.
pub struct Entering<'j> {
    key: Packed,
    /// A bit for each count of the first group.
    counts: u32,
    /// Where its items start, once it has one.
    begun: Option<usize>,
    part: &'j mut Part,
    words: &'j mut usize,
}

impl Entering<'_> {
    /// Adds one to some counts of a group.
    #[inline]
    pub fn count(&mut self, group: usize, columns: u32) {
        if group == 0 {
            self.counts = columns;
        } else if columns != 0 {
            self.item(Item::Counts(group, columns));
        }
    }

    /// Adds to another counter.
    #[expect(clippy::inline_always, reason = "what an amount is, is known where it is written down")]
    #[inline(always)]
    pub fn add(&mut self, other: usize, amount: Amount) {
        self.item(Item::Add(other, amount));
    }

    #[expect(clippy::inline_always, reason = "what an amount is, is known where it is written down")]
    #[inline(always)]
    fn item(&mut self, item: Item) {
        self.begin();
        item.write(&mut self.part.words);
    }

    fn begin(&mut self) -> usize {
        *self.begun.get_or_insert_with(|| {
            let words = &mut self.part.words;
            let [first, second] = self.key.words();
            words.extend([first, 0, second]);
            will_write(words, words.len() + LINE_OF_WORDS);
            words.len()
        })
    }
}

impl Drop for Entering<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.begun.is_none()
            && let Some(short) = self.key.with(self.counts)
        {
            let notes = &mut self.part.short;
            if notes.len().is_multiple_of(OF_LINE) {
                will_write(notes, notes.len() + OF_LINE);
            }
            notes.push(short);
            *self.words += SHORT;
            return;
        }
        let start = self.begin();
        let words = &mut self.part.words;
        let items = words.len() - start;
        words[start - HEAD] = u64::from(self.counts) | (items as u64) << 32;
        *self.words += BEFORE + items;
    }
}

impl Part {
    /// Adds its notes up, and forgets them.
    pub fn add_to(&mut self, keys: &mut Keys, layout: &Layout, beside: &mut Beside) {
        keys.warm();
        for notes in self.short.chunks(AHEAD) {
            keys.touch_all(notes.iter().map(|note| note.key()));
            for note in notes {
                let number = keys.find_or_add(note.key(), || "");
                layout.count(keys.record_mut(number), 0, note.bits());
            }
        }
        self.short.clear();
        let mut long = self.long_ends.iter().scan(0, |start, &end| {
            let key = &self.long[*start..end];
            *start = end;
            Some(key)
        });
        let mut left = &self.words[..];
        while !left.is_empty() {
            let mut notes = [Note::default(); AHEAD];
            let mut count = 0;
            while count < AHEAD
                && let Some((note, rest)) = Note::first(left)
            {
                notes[count] = note;
                (count, left) = (count + 1, rest);
            }
            let notes = &notes[..count];
            keys.touch_all(notes.iter().map(|note| note.key));
            for note in notes {
                let text = if note.key.is_long() { long.next().unwrap_or_default() } else { "" };
                let number = keys.find_or_add(note.key, || text);
                note.add_to(keys.record_mut(number), number, layout, beside);
            }
        }
        self.words.clear();
        self.long.clear();
        self.long_ends.clear();
    }
}

/// A note that has items, or a key that is not short.
#[derive(Copy, Clone, Debug, Default)]
struct Note<'w> {
    key: Packed,
    counts: u32,
    items: &'w [u64],
}

impl<'w> Note<'w> {
    /// The first of some notes, and the others.
    #[inline]
    fn first(words: &'w [u64]) -> Option<(Self, &'w [u64])> {
        let (&[first, head, second], rest) = words.split_first_chunk::<BEFORE>()?;
        let (items, rest) = rest.split_at(usize::try_from(head >> 32).expect("the upper half"));
        let counts = u32::try_from(head & u64::from(u32::MAX)).expect("masked to 32 bits");
        Some((Self { key: Packed::of_words([first, second]), counts, items }, rest))
    }

    #[inline]
    fn add_to(&self, record: &mut [u8], number: u32, layout: &Layout, beside: &mut Beside) {
        layout.count(record, 0, self.counts);
        let mut words = self.items.iter().copied();
        while let Some(item) = Item::read(&mut words) {
            match item {
                Item::Counts(group, columns) => layout.count(record, group * COLUMNS, columns),
                Item::Add(other, amount) => layout.add(record, number, other, amount, beside),
            }
        }
    }
}
