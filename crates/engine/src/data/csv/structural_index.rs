//! The structural index of a text: its delimiters, line ends and quotes, found sixty-four bytes at a time. In: a text;
//! out: the positions of these marks, in order.

use crate::data::simd::{self, BLOCK};

/// The positions of three marks in a text.
#[derive(Debug)]
pub(super) struct StructuralIndex<'t> {
    text: &'t [u8],
    marks: [u8; 3],
    /// Where the block being looked at starts.
    base: usize,
    /// A bit for each mark of the block that is yet to come.
    bits: u64,
}

impl<'t> StructuralIndex<'t> {
    /// The marks from `from` on.
    pub(super) fn new(text: &'t [u8], marks: [u8; 3], from: usize) -> Self {
        let mut found = Self { text, marks, base: 0, bits: 0 };
        found.seek(from);
        found
    }

    /// Moves to another position: the next mark is the first from there on.
    pub(super) fn seek(&mut self, from: usize) {
        self.base = from / BLOCK * BLOCK;
        self.bits = self.block() & (u64::MAX << (from - self.base));
    }

    fn block(&self) -> u64 {
        let rest = self.text.get(self.base..).unwrap_or_default();
        if let Some(block) = rest.first_chunk() {
            return simd::marks(block, self.marks);
        }
        // The padding after the end is not a mark.
        let mut block = [0; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        simd::marks(&block, self.marks) & ((1 << rest.len()) - 1)
    }
}

impl Iterator for StructuralIndex<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.base += BLOCK;
            if self.base >= self.text.len() {
                self.base = self.text.len();
                return None;
            }
            self.bits = self.block();
        }
        let at = self.base + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_every_mark_and_no_other(text in "[a,\"\n\0é]{0,200}", from in 0_usize..220) {
            let (text, marks) = (text.as_bytes(), *b",\n\"");
            let from = from.min(text.len());
            let wanted: Vec<usize> = (from..text.len()).filter(|&at| marks.contains(&text[at])).collect();
            prop_assert_eq!(StructuralIndex::new(text, marks, from).collect::<Vec<_>>(), wanted);
        }
    }
}
