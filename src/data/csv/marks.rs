//! Finds the marks that split a text: delimiters, line ends and quotes, sixty-four bytes at a time. In: a text; out: the
//! places of its marks, in order.

/// The bytes that are looked at together.
const BLOCK: usize = 64;

/// The places of three marks in a text.
#[derive(Debug)]
pub(super) struct Marks<'t> {
    text: &'t [u8],
    marks: [u8; 3],
    /// Where the block starts that is looked at.
    base: usize,
    /// A bit for each mark of the block that is still to come.
    bits: u64,
}

impl<'t> Marks<'t> {
    /// The marks from `from` on.
    pub(super) fn new(text: &'t [u8], marks: [u8; 3], from: usize) -> Self {
        let mut found = Self { text, marks, base: 0, bits: 0 };
        found.seek(from);
        found
    }

    /// Goes to another place: the next mark is the first from there on.
    pub(super) fn seek(&mut self, from: usize) {
        self.base = from / BLOCK * BLOCK;
        self.bits = self.block() & (u64::MAX << (from - self.base));
    }

    fn block(&self) -> u64 {
        let rest = self.text.get(self.base..).unwrap_or_default();
        if let Some(block) = rest.first_chunk() {
            return found(block, self.marks);
        }
        // What stands after the end is no mark.
        let mut block = [0; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        found(&block, self.marks) & ((1 << rest.len()) - 1)
    }
}

impl Iterator for Marks<'_> {
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

/// A bit for each byte that is one of the marks. Compilers turn the comparing into a few instructions for sixteen bytes or
/// more at once.
#[inline]
fn found(block: &[u8; BLOCK], [first, second, third]: [u8; 3]) -> u64 {
    let mut are = [0_u8; BLOCK];
    for (is, &byte) in are.iter_mut().zip(block) {
        *is = u8::from(byte == first) | u8::from(byte == second) | u8::from(byte == third);
    }
    // Times this number, eight bytes of 0 or 1 stand as eight bits in the highest byte, the first lowest.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let eights = are.as_chunks().0.iter().map(|&eight| u64::from_le_bytes(eight).wrapping_mul(GATHER) >> 56);
    eights.zip(0..).fold(0, |bits, (eight, at)| bits | eight << (8 * at))
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
            prop_assert_eq!(Marks::new(text, marks, from).collect::<Vec<_>>(), wanted);
        }
    }
}
