//! What texts came to that were seen before in a batch. In: short texts, many of them alike; out: what was made of the
//! first of each. Texts of up to sixteen bytes are told apart by two numbers, without a loop over their bytes.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// What distinct texts came to.
#[derive(Debug)]
pub(super) struct Seen<'a, V> {
    table: HashTable<(Sign, &'a str, V)>,
}

/// The first and the last bytes of a text: all of them if there are no more than sixteen.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Sign([u64; 2]);

impl Sign {
    /// So many bytes are told whole.
    const WHOLE: usize = 16;

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            return Self([u64::from_le_bytes(first), u64::from_le_bytes(last)]);
        }
        if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            return Self([u32::from_le_bytes(first).into(), u32::from_le_bytes(last).into()]);
        }
        Self([bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)), 0])
    }

    #[inline]
    fn hash(self, text: &str) -> u64 {
        if text.len() > Self::WHOLE {
            return FixedState::default().hash_one(text);
        }
        let [first, last] = self.0;
        let last = last.rotate_left(32) ^ text.len() as u64;
        let product = u128::from(first ^ 0x9e37_79b9_7f4a_7c15) * u128::from(last ^ 0xd1b5_4a32_d192_ed03);
        u64::try_from((product >> 64 ^ product) & u128::from(u64::MAX)).expect("masked to 64 bits")
    }
}

/// Whether two texts are the same, quickly where they are short.
#[inline]
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && Sign::of(one) == Sign::of(other) && (one.len() <= Sign::WHOLE || one == other)
}

impl<V> Default for Seen<'_, V> {
    fn default() -> Self {
        Self { table: HashTable::new() }
    }
}

impl<'a, V: Copy> Seen<'a, V> {
    /// What this text came to; `make` says it of a new one, which is remembered unless there are `most` of them.
    #[inline]
    pub(super) fn get(&mut self, text: &'a str, most: usize, make: impl FnOnce(&'a str) -> V) -> V {
        let sign = Sign::of(text.as_bytes());
        let hash = sign.hash(text);
        let is_it = |(other, held, _): &(Sign, &str, V)| {
            *other == sign && held.len() == text.len() && (text.len() <= Sign::WHOLE || *held == text)
        };
        if let Some(&(_, _, value)) = self.table.find(hash, is_it) {
            return value;
        }
        let value = make(text);
        if self.table.len() < most {
            self.table.insert_unique(hash, (sign, text, value), |(sign, text, _)| sign.hash(text));
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tells_texts_apart(texts in prop::collection::vec("[ab\0é]{0,20}", 0..40), most in 0_usize..50) {
            let mut seen = Seen::default();
            let (mut made, mut distinct) = (0, Vec::new());
            for text in &texts {
                let first = texts.iter().position(|other| other == text).unwrap();
                let value = seen.get(text, most, |text| { made += 1; (texts.iter().position(|other| other == text).unwrap(), text) });
                prop_assert_eq!(value, (first, text.as_str()));
                if !distinct.contains(&text) {
                    distinct.push(text);
                }
                for other in &texts {
                    prop_assert_eq!(same(text.as_bytes(), other.as_bytes()), text == other);
                }
            }
            prop_assert!(made >= distinct.len() && (made == distinct.len() || most < distinct.len()));
        }
    }
}
