//! How many different buckets of `once per` each lead has, kept as small as the buckets are few: bits while their numbers
//! are small, pairs of lead and bucket otherwise, and in the end only how many. In: slots and numbers of buckets.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::sums::Sums;

/// The different buckets of each slot.
#[derive(Debug)]
pub struct Buckets {
    /// How many are enough to know; more may not be counted.
    enough: u32,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    /// This many words for each slot, with a bit for each bucket.
    Bits(usize, Vec<u64>),
    /// Slots and buckets that were seen, and how many each slot has.
    Pairs(HashSet<u64, FixedState>, Vec<u32>),
    /// How many each slot has; there are no more to come.
    Counted(Vec<u32>),
}

/// At most this many words of bits for each slot.
const WORDS: usize = 4;

fn pair(slot: u32, bucket: u32) -> u64 {
    u64::from(slot) << 32 | u64::from(bucket)
}

/// For each slot, the numbers of the buckets whose bits are set.
fn set_bits(words: usize, bits: &[u64]) -> impl Iterator<Item = (u32, u32)> {
    (0..).zip(bits.chunks_exact(words)).flat_map(|(slot, words)| {
        (0..).zip(words).flat_map(move |(at, &word)| {
            (0..u64::BITS).filter(move |bit| word >> bit & 1 == 1).map(move |bit| (slot, at * u64::BITS + bit))
        })
    })
}

impl Buckets {
    /// None yet.
    pub fn new(enough: u32) -> Self {
        Self { enough, kept: Kept::Bits(1, Vec::new()) }
    }

    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        match &mut self.kept {
            Kept::Bits(words, bits) => bits.resize(slots * *words, 0),
            Kept::Pairs(_, counts) | Kept::Counted(counts) => counts.resize(slots, 0),
        }
    }

    /// Notes that a slot has a bucket.
    #[inline]
    pub fn add(&mut self, slot: u32, bucket: u32) {
        let (at, word) = (slot as usize, (bucket / u64::BITS) as usize);
        match &mut self.kept {
            Kept::Bits(words, bits) if word < *words => bits[at * *words + word] |= 1 << (bucket % u64::BITS),
            Kept::Bits(..) => {
                self.widen(word + 1);
                self.add(slot, bucket);
            }
            Kept::Pairs(seen, counts) => {
                if counts[at] < self.enough && seen.insert(pair(slot, bucket)) {
                    counts[at] += 1;
                }
            }
            Kept::Counted(_) => unreachable!("all events are in"),
        }
    }

    #[cold]
    fn widen(&mut self, wanted: usize) {
        let Kept::Bits(words, bits) = &self.kept else { return };
        let mut wider = if wanted <= WORDS {
            Kept::Bits(wanted, vec![0; bits.len() / words * wanted])
        } else {
            Kept::Pairs(HashSet::default(), vec![0; bits.len() / words])
        };
        match &mut wider {
            Kept::Bits(wanted, wide) => {
                wide.chunks_exact_mut(*wanted).zip(bits.chunks_exact(*words)).for_each(|(to, from)| {
                    to[..*words].copy_from_slice(from);
                });
            }
            Kept::Pairs(seen, counts) => {
                seen.extend(set_bits(*words, bits).map(|(slot, bucket)| pair(slot, bucket)));
                count(counts, *words, bits);
            }
            Kept::Counted(_) => unreachable!("events are still to come"),
        }
        self.kept = wider;
    }

    /// How many buckets a slot has.
    #[inline]
    pub fn get(&self, slot: u32) -> u32 {
        let at = slot as usize;
        match &self.kept {
            Kept::Bits(words, bits) => bits[at * words..][..*words].iter().map(|word| word.count_ones()).sum(),
            Kept::Pairs(_, counts) | Kept::Counted(counts) => counts[at],
        }
    }

    /// Forgets which buckets they are.
    pub fn close(&mut self) {
        self.kept = Kept::Counted(match &mut self.kept {
            Kept::Bits(words, bits) => {
                let mut counts = vec![0; bits.len() / *words];
                count(&mut counts, *words, bits);
                counts
            }
            Kept::Pairs(_, counts) | Kept::Counted(counts) => std::mem::take(counts),
        });
    }

    /// Takes over the counts of further slots. Both are closed.
    pub fn append(&mut self, mut more: Self) {
        self.close();
        more.close();
        let (Kept::Counted(counts), Kept::Counted(more)) = (&mut self.kept, more.kept) else { return };
        counts.extend(more);
    }
}

/// Adds up the bits of each slot.
fn count(counts: &mut [u32], words: usize, bits: &[u64]) {
    let slots = counts.iter_mut().zip(bits.chunks_exact(words));
    slots.for_each(|(count, words)| *count = words.iter().map(|word| word.count_ones()).sum());
}

/// The greatest factor of each bucket of each slot, and in the end only their sums.
#[derive(Debug, Default)]
pub struct FadingBuckets {
    factors: HashMap<u64, u32, FixedState>,
    sums: Sums,
}

impl FadingBuckets {
    /// Makes room for this many slots.
    pub fn grow(&mut self, slots: usize) {
        self.sums.grow(slots);
    }

    /// Notes that a slot has a bucket, and the factor of an occurrence in it.
    pub fn add(&mut self, slot: u32, bucket: u32, factor: u32) {
        let kept = self.factors.entry(pair(slot, bucket)).or_default();
        *kept = factor.max(*kept);
    }

    /// The sum of the factors of a slot, in millionths, once it is closed.
    pub fn get(&self, slot: u32) -> u64 {
        self.sums.get(slot)
    }

    /// Forgets which buckets they are.
    pub fn close(&mut self) {
        for (pair, factor) in std::mem::take(&mut self.factors) {
            self.sums.add(u32::try_from(pair >> 32).expect("the upper half"), factor);
        }
    }

    /// Takes over the sums of further slots, the first of which is `first`. Both are closed.
    pub fn append(&mut self, more: Self, first: u32) {
        self.sums.append(more.sums, first);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_each_bucket_once(
            added in prop::collection::vec((0_u32..5, prop_oneof![0_u32..70, 0_u32..600, Just(u32::MAX)]), 0..80),
            enough in prop_oneof![Just(u32::MAX), 1_u32..4],
            first in prop::collection::vec((0_u32..3, 0_u32..300), 0..9),
        ) {
            let made = |added: &[(u32, u32)], slots: u32| {
                let mut buckets = Buckets::new(enough);
                for (at, &(slot, bucket)) in (1..).zip(added) {
                    // Slots come one by one.
                    buckets.grow(slots.min(at + 4) as usize);
                    buckets.add(slot, bucket);
                }
                buckets.grow(slots as usize);
                buckets
            };
            let wanted = |added: &[(u32, u32)], slot: u32| {
                let of: HashSet<u32> = added.iter().filter(|(other, _)| *other == slot).map(|&(_, bucket)| bucket).collect();
                u32::try_from(of.len()).unwrap()
            };
            let (mut buckets, more) = (made(&first, 3), made(&added, 5));
            for slot in 0..5 {
                prop_assert_eq!(more.get(slot).min(enough), wanted(&added, slot).min(enough));
            }
            buckets.append(more);
            for slot in 0..3 {
                prop_assert_eq!(buckets.get(slot).min(enough), wanted(&first, slot).min(enough));
            }
            for slot in 0..5 {
                prop_assert_eq!(buckets.get(3 + slot).min(enough), wanted(&added, slot).min(enough));
            }
        }
    }
}
