//! A text by lines and columns, as editors count them, and what an edit makes of it. In: a text, places in it and edits;
//! out: bytes, places and the new text. A place that is not there stands for the nearest one.

use serde::{Deserialize, Serialize};

/// What a column is counted in.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Units {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16, as most editors do.
    #[default]
    Utf16,
}

impl Units {
    fn of(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// A place between two characters.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// From 0.
    pub line: u32,
    /// The units before it in its line.
    pub character: u32,
}

/// A text, and where its lines start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text; each ends with `\n`, `\r\n` or `\r`.
    #[must_use]
    pub fn new(text: String) -> Self {
        let bytes = text.as_bytes();
        let ends = |&at: &usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A line without what ends it.
    fn line(&self, line: usize) -> Option<(usize, &str)> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        Some((start, self.text[start..end].trim_end_matches(['\r', '\n'])))
    }

    /// The byte at a place; a place within a character stands for its beginning.
    #[must_use]
    pub fn byte(&self, at: Position, units: Units) -> usize {
        let Some((start, line)) = self.line(at.line as usize) else { return self.text.len() };
        let mut left = at.character as usize;
        for (byte, c) in line.char_indices() {
            let wide = units.of(c);
            if left < wide {
                return start + byte;
            }
            left -= wide;
        }
        start + line.len()
    }

    /// The place of a byte.
    #[must_use]
    pub fn position(&self, byte: usize, units: Units) -> Position {
        let line = self.starts.partition_point(|&start| start <= byte).saturating_sub(1);
        let start = self.starts[line];
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or_default();
        let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: narrow(line), character: narrow(before.chars().map(|c| units.of(c)).sum()) }
    }

    /// Replaces what stands between two places.
    pub fn edit(&mut self, from: Position, to: Position, text: &str, units: Units) {
        let (from, to) = (self.byte(from, units), self.byte(to, units));
        let mut whole = std::mem::take(&mut self.text);
        whole.replace_range(from.min(to)..from.max(to), text);
        *self = Self::new(whole);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "é = 1\r\n😀 x\rlast\n";

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn every_byte_has_a_place_and_comes_back() {
        let lines = Lines::new(TEXT.to_owned());
        for units in [Units::Utf8, Units::Utf16] {
            for byte in (0..=TEXT.len()).filter(|&byte| TEXT.is_char_boundary(byte) && !TEXT[..byte].ends_with('\r')) {
                assert_eq!(lines.byte(lines.position(byte, units), units), byte, "{byte} {units:?}");
            }
        }
        assert_eq!(lines.position(TEXT.find('x').expect("it is there"), Units::Utf16), at(1, 3));
        assert_eq!(lines.position(TEXT.find('x').expect("it is there"), Units::Utf8), at(1, 5));
    }

    #[test]
    fn places_that_are_not_there_stand_for_the_nearest() {
        let lines = Lines::new(TEXT.to_owned());
        assert_eq!(lines.byte(at(0, 99), Units::Utf16), "é = 1".len());
        assert_eq!(lines.byte(at(1, 1), Units::Utf16), TEXT.find('😀').expect("it is there"));
        assert_eq!(lines.byte(at(99, 0), Units::Utf16), TEXT.len());
    }

    #[test]
    fn an_edit_may_be_given_backwards() {
        let mut lines = Lines::new(TEXT.to_owned());
        lines.edit(at(1, 2), at(0, 1), "!", Units::Utf16);
        assert_eq!(lines.text(), "é! x\rlast\n");
    }
}
