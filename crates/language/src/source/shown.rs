//! The text of a file as it is shown: what a terminal would obey is spelt out. In: the text; out: a text to draw, and
//! where each place of the original is in it. Files without such characters, which is nearly all of them, are shown as
//! they are.

use crate::visible;

/// The byte at which each line of a text starts, the first being 0.
pub(super) fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// A text in which something is spelt out.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) line_starts: Vec<usize>,
    /// For each character that was spelt out, the byte after it: in the original, and in the text as shown.
    after: Vec<(usize, usize)>,
}

impl Shown {
    /// `None` if there is nothing to spell out.
    pub(super) fn of(text: &str) -> Option<Self> {
        let is_spelt = |at: usize, c: char| match c {
            '\n' | '\t' => false,
            '\r' => text.as_bytes().get(at + 1) != Some(&b'\n'),
            c => visible::is_obeyed(c),
        };
        if !text.char_indices().any(|(at, c)| is_spelt(at, c)) {
            return None;
        }
        let mut shown = String::with_capacity(text.len() + 16);
        let mut after = Vec::new();
        for (at, c) in text.char_indices() {
            if is_spelt(at, c) {
                shown.push_str(&visible::spelt(c));
                after.push((at + c.len_utf8(), shown.len()));
            } else {
                shown.push(c);
            }
        }
        Some(Self { line_starts: line_starts(&shown), text: shown, after })
    }

    /// Where a byte of the original is in the text as shown.
    pub(super) fn place(&self, at: usize) -> usize {
        let before = self.after.partition_point(|(there, _)| *there <= at);
        before.checked_sub(1).map_or(at, |last| {
            let (there, here) = self.after[last];
            here + (at - there)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        assert!(Shown::of("a\r\n\tb é\n").is_none());
        let shown = Shown::of("a\u{202e}b\nc\u{1b}d\r").expect("something is spelt out");
        assert_eq!(shown.text, "a\\u{202e}b\nc\\x1bd\\r");
        assert_eq!(shown.line_starts, [0, 11]);
        let places: Vec<usize> = [0, 1, 4, 5, 6, 7, 8, 9, 10].map(|at| shown.place(at)).to_vec();
        assert_eq!(places, [0, 1, 9, 10, 11, 12, 16, 17, 19]);
    }
}
