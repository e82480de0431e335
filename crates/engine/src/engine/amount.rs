//! What an event adds to a counter that is not a mere count, and how journals write it down: in one word with the number
//! of the counter, or in up to three. In: amounts; out: words, and amounts again.

use leadrules_language::calendar::Instant;

/// What an event adds to a counter that is not a mere count.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Its age in whole days.
    Age(u32),
    /// Its factor in millionths.
    Factor(u32),
    /// The number of the bucket it falls into.
    Bucket(u32),
    /// The number of its bucket, and its factor in millionths.
    Fading(u32, u32),
    /// The value of a property, in millionths.
    Value(i64),
    /// When it happened, and the value of a property.
    Dated(Instant, i64),
}

/// What a note says besides the counts of the first group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Which counts of a further group the event adds one to: a bit for each.
    Counts(usize, u32),
    /// What it adds to another counter.
    Add(usize, Amount),
}

/// The lowest bits of an item's first word say what it is; above them is the number of its group or counter.
const KINDS: u32 = 3;

impl Item {
    /// Writes it down.
    #[expect(clippy::inline_always, reason = "what an amount is, is known where it is written down")]
    #[inline(always)]
    pub fn write(self, words: &mut Vec<u64>) {
        let mut head = |kind: u32, at: usize, beside: u32| {
            let at = u32::try_from(at).ok().filter(|at| at >> (u32::BITS - KINDS) == 0);
            let at = at.expect("rules have fewer counters than five hundred million");
            words.push(u64::from(beside) << 32 | u64::from(at << KINDS | kind));
        };
        match self {
            Self::Counts(group, bits) => head(0, group, bits),
            Self::Add(other, Amount::Age(days)) => head(1, other, days),
            Self::Add(other, Amount::Factor(factor)) => head(2, other, factor),
            Self::Add(other, Amount::Bucket(number)) => head(3, other, number),
            Self::Add(other, Amount::Fading(number, factor)) => {
                head(4, other, number);
                words.push(factor.into());
            }
            Self::Add(other, Amount::Value(value)) => {
                head(5, other, 0);
                words.push(value.cast_unsigned());
            }
            Self::Add(other, Amount::Dated(time, value)) => {
                head(6, other, 0);
                words.extend([time.cast_unsigned(), value.cast_unsigned()]);
            }
        }
    }

    /// The next item of what was written; `None` at its end.
    #[inline]
    pub fn read(words: &mut impl Iterator<Item = u64>) -> Option<Self> {
        let half = |word: u64| u32::try_from(word & u64::from(u32::MAX)).expect("masked to 32 bits");
        let head = words.next()?;
        let (beside, low) = (half(head >> 32), half(head));
        let at = (low >> KINDS) as usize;
        let mut more = || words.next().expect("an item is written whole");
        let amount = match low & ((1 << KINDS) - 1) {
            0 => return Some(Self::Counts(at, beside)),
            1 => Amount::Age(beside),
            2 => Amount::Factor(beside),
            3 => Amount::Bucket(beside),
            4 => Amount::Fading(beside, half(more())),
            5 => Amount::Value(more().cast_signed()),
            _ => Amount::Dated(more().cast_signed(), more().cast_signed()),
        };
        Some(Self::Add(at, amount))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let items = [
            Item::Counts(7, u32::MAX),
            Item::Add(0, Amount::Age(u32::MAX)),
            Item::Add(500_000_000, Amount::Factor(1_000_000)),
            Item::Add(3, Amount::Bucket(9)),
            Item::Add(3, Amount::Fading(u32::MAX, 5)),
            Item::Add(1, Amount::Value(i64::MIN)),
            Item::Add(2, Amount::Dated(-1, i64::MAX)),
        ];
        let mut words = Vec::new();
        for item in items {
            item.write(&mut words);
        }
        let mut left = words.into_iter();
        let read: Vec<Item> = std::iter::from_fn(|| Item::read(&mut left)).collect();
        assert_eq!(read, items);
    }
}
