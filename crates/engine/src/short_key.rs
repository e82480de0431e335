//! Short-string keys: texts told apart without a loop over their bytes or a call to a function with one.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

/// The first and the last bytes of a text: all of its bytes if there are no more than sixteen.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShortKey([u64; 2]);

impl ShortKey {
    /// A text of at most this many bytes is held whole.
    pub(crate) const WHOLE: usize = 16;

    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            return Self([u64::from_le_bytes(first), u64::from_le_bytes(last)]);
        }
        if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            return Self([u32::from_le_bytes(first).into(), u32::from_le_bytes(last).into()]);
        }
        Self([bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)), 0])
    }

    #[inline]
    pub(crate) fn hash(self, text: &str) -> u64 {
        if text.len() > Self::WHOLE {
            return FixedState::default().hash_one(text);
        }
        let [first, last] = self.0;
        let last = last.rotate_left(32) ^ text.len() as u64;
        let product = u128::from(first ^ 0x9e37_79b9_7f4a_7c15) * u128::from(last ^ 0xd1b5_4a32_d192_ed03);
        u64::try_from((product >> 64 ^ product) & u128::from(u64::MAX)).expect("masked to 64 bits")
    }
}

/// Whether two texts are the same; fast if they are short.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len()
        && ShortKey::of(one) == ShortKey::of(other)
        && (one.len() <= ShortKey::WHOLE || one == other)
}

/// Whether a text begins with another; fast if that one is no longer than 32 bytes.
#[inline]
pub(crate) fn starts_with(text: &[u8], start: &[u8]) -> bool {
    let Some(text) = text.get(..start.len()) else { return false };
    match (text.first_chunk::<16>(), start.first_chunk::<16>(), text.last_chunk::<16>(), start.last_chunk::<16>()) {
        (Some(first), Some(of_start), Some(last), Some(end)) if start.len() <= 32 => {
            u128::from_le_bytes(*first) == u128::from_le_bytes(*of_start)
                && u128::from_le_bytes(*last) == u128::from_le_bytes(*end)
        }
        _ => same(text, start),
    }
}

/// Whether a text ends with another.
#[inline]
pub(crate) fn ends_with(text: &[u8], end: &[u8]) -> bool {
    text.len().checked_sub(end.len()).is_some_and(|start| same(&text[start..], end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tells_texts_apart(one in "[ab\0é]{0,40}", other in "[ab\0é]{0,40}", cut in 0_usize..80) {
            let (one, other) = (one.as_bytes(), other.as_bytes());
            prop_assert!(same(one, one));
            prop_assert_eq!(same(one, other), one == other);
            prop_assert_eq!(ends_with(one, other), one.ends_with(other));
            prop_assert!(ends_with(one, &one[cut.min(one.len())..]));
            prop_assert!(starts_with(one, &one[..cut.min(one.len())]));
            prop_assert_eq!(starts_with(one, other), one.starts_with(other));
        }

        #[test]
        fn tells_short_texts_apart(one in "[ab]{0,3}", other in "[ab]{0,3}") {
            let (one, other) = (one.as_bytes(), other.as_bytes());
            prop_assert_eq!(same(one, other), one == other);
            prop_assert_eq!(ends_with(one, other), one.ends_with(other));
        }
    }
}
