//! Places in texts as pages and editors count them: in UTF-16 code units. In: the files of a rule set and spans in them;
//! out: the number of the file and two offsets.

use leadrules_language::load::Loaded;
use leadrules_language::source::{FileId, Span};
use serde::Serialize;

/// A stretch of a file.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The number of the file in its set, the first being 0.
    pub file: usize,
    /// The first code unit.
    pub from: usize,
    /// The one after the last.
    pub to: usize,
}

/// The files of a set, ready for spans in them.
#[derive(Debug)]
pub struct Places {
    files: Vec<(FileId, Units)>,
}

/// Where the offsets in bytes and in code units of a text part.
#[derive(Debug)]
struct Units {
    /// For each character outside ASCII: the byte after it, and how many more bytes than code units there are up to there.
    ahead: Vec<(usize, usize)>,
}

impl Units {
    fn new(text: &str) -> Self {
        let mut more = 0;
        let others = text.char_indices().filter(|(_, c)| !c.is_ascii());
        let ahead = others.map(|(at, c)| {
            more += c.len_utf8() - c.len_utf16();
            (at + c.len_utf8(), more)
        });
        Self { ahead: ahead.collect() }
    }

    /// The code units before a byte.
    fn before(&self, byte: usize) -> usize {
        let known = self.ahead.partition_point(|&(after, _)| after <= byte);
        byte - known.checked_sub(1).map_or(0, |at| self.ahead[at].1)
    }

    /// The byte at which a code unit begins; a unit within a character stands for its beginning.
    fn byte(&self, text: &str, unit: usize) -> usize {
        let known = self.ahead.partition_point(|&(after, more)| after - more <= unit);
        let (from, units) = known.checked_sub(1).map_or((0, 0), |at| {
            let (after, more) = self.ahead[at];
            (after, after - more)
        });
        let rest = text[from..].char_indices().scan(units, |units, (at, c)| {
            let start = *units;
            *units += c.len_utf16();
            Some((from + at, start, *units))
        });
        rest.into_iter().find(|&(_, start, end)| unit == start || unit < end).map_or(text.len(), |(at, ..)| at)
    }
}

impl Places {
    /// The files of a set.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        let units = |id: FileId| (id, Units::new(&loaded.sources.file(id).text));
        Self { files: loaded.files.iter().map(|(id, _)| units(*id)).collect() }
    }

    /// Where a span is; `None` for one in a file that is not part of the set, as what was asked besides it.
    #[must_use]
    pub fn of(&self, span: Span) -> Option<Place> {
        let file = self.files.iter().position(|(id, _)| *id == span.file)?;
        let units = &self.files[file].1;
        Some(Place { file, from: units.before(span.start as usize), to: units.before(span.end as usize) })
    }
}

/// The byte of a text at which a code unit begins.
#[must_use]
pub fn byte(text: &str, unit: usize) -> usize {
    Units::new(text).byte(text, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_utf_16() {
        let text = "aé😀b→c";
        let units = Units::new(text);
        for (at, c) in text.char_indices().chain([(text.len(), 'x')]) {
            let wanted = text[..at].encode_utf16().count();
            assert_eq!(units.before(at), wanted, "before {c}");
            assert_eq!(units.byte(text, wanted), at, "byte of {c}");
        }
        assert_eq!(units.byte(text, 3), 3, "within a character");
        assert_eq!(units.byte(text, 99), text.len());
    }
}
