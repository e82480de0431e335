//! A long text in pieces that each hold whole rows, so that they can be read in parallel. In: a stream; out: blocks of
//! a given size or a little less (256 KiB of CSV, 512 KiB of JSON). All that is looked at here is where rows end.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memrchr};

use super::dialect::LineEnds;
use leadrules_language::decimal::Decimal;
use leadrules_language::words::{Text, say};

/// The most bytes that one row may have, unless another limit is set: 64 MiB.
pub(super) const LONGEST_ROW: usize = 64 << 20;

/// The stream, cut into blocks.
pub(super) struct Blocks {
    rest: Box<dyn Read + Send>,
    carry: Vec<u8>,
    ended: bool,
    size: usize,
    /// The most bytes that one row may have.
    limit: usize,
    cut: Cut,
}

/// Where rows end.
#[derive(Copy, Clone, Debug)]
pub(super) enum Cut {
    /// At line ends.
    Lines,
    /// At line ends that are not within quotes.
    Records { delimiter: u8, line_ends: LineEnds },
}

impl Cut {
    fn line_end(self) -> u8 {
        match self {
            Self::Lines => b'\n',
            Self::Records { line_ends, .. } => line_ends.last(),
        }
    }

    /// The quote at this place is never closed.
    fn left_open(self, text: &[u8], quote: usize) -> Failed {
        let (before, rest) = text.split_at(quote);
        // The end of the last line has no line after it.
        let after = self.lines(rest) - u64::from(rest.last() == Some(&self.line_end()));
        Failed::OpenQuote { before: self.lines(before), after }
    }

    /// How many lines end in a text.
    fn lines(self, text: &[u8]) -> u64 {
        memchr_iter(self.line_end(), text).count() as u64
    }
}

/// What was found where no row ends.
pub(super) enum Failed {
    Io(io::Error),
    /// A quote that is never closed: the number of lines before it in this block, and the number after it.
    OpenQuote {
        before: u64,
        after: u64,
    },
    /// A row longer than the limit: the number of lines before its unclosed quote, if it has one.
    LongRow(Option<u64>, usize),
}

impl Blocks {
    /// Cuts `head`, which has already been read, and then `rest`.
    pub(super) fn new(head: Vec<u8>, rest: Box<dyn Read + Send>, size: usize, cut: Cut) -> Self {
        Self { rest, carry: head, ended: false, size, limit: LONGEST_ROW, cut }
    }

    /// The same with another limit on the bytes of one row.
    pub(super) fn longest_row(self, limit: Option<usize>) -> Self {
        Self { limit: limit.unwrap_or(self.limit), ..self }
    }

    /// What is wrong with a whole text if a quote is still open at its end.
    pub(super) fn open_quote(text: &[u8], cut: Cut) -> Option<Failed> {
        let Cut::Records { delimiter, line_ends } = cut else { return None };
        let (_, quote) = records_end(text, delimiter, line_ends);
        quote.map(|quote| cut.left_open(text, quote))
    }

    /// The next block.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>, Failed> {
        let mut block = std::mem::take(&mut self.carry);
        let mut wanted = self.size;
        loop {
            if !self.ended && block.len() < wanted {
                self.ended = fill(&mut self.rest, &mut block, wanted).map_err(Failed::Io)?;
            }
            if block.is_empty() {
                return Ok(None);
            }
            let (end, open) = match self.cut {
                Cut::Lines => (memrchr(b'\n', &block).map(|at| at + 1), None),
                Cut::Records { delimiter, line_ends } => records_end(&block, delimiter, line_ends),
            };
            match (end, open) {
                (_, Some(quote)) if self.ended => return Err(self.cut.left_open(&block, quote)),
                (_, None) if self.ended => return Ok(Some(block)),
                (Some(end), _) => {
                    self.carry = block.split_off(end);
                    return Ok(Some(block));
                }
                // One row longer than a block.
                (None, quote) if block.len() > self.limit => {
                    let lines = |quote: usize| self.cut.lines(&block[..quote]);
                    return Err(Failed::LongRow(quote.map(lines), self.limit));
                }
                (None, _) => wanted = (block.len().max(self.size) * 2).min(self.limit + 1),
            }
        }
    }
}

/// A number of bytes, as people write it.
pub(super) fn size(bytes: u64) -> Text {
    if bytes < 1 << 20 {
        say!("{bytes} bytes", bytes = Decimal::whole(bytes.cast_signed()))
    } else {
        say!("{size} MiB", size = (bytes >> 20).to_string())
    }
}

/// Reads until the block has as many bytes as are wanted, in as few steps as the source allows; returns whether the
/// source ended.
fn fill(rest: &mut dyn Read, block: &mut Vec<u8>, wanted: usize) -> io::Result<bool> {
    let mut filled = block.len();
    block.resize(wanted, 0);
    // If nothing more is wanted, nothing is asked for: some decoders take an empty buffer for a mistake.
    let mut ended = false;
    while filled < wanted && !ended {
        match rest.read(&mut block[filled..]) {
            Ok(0) => ended = true,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    block.truncate(filled);
    Ok(ended)
}

/// The end of the last whole row, and where quotes were opened that are not closed.
fn records_end(text: &[u8], delimiter: u8, line_ends: LineEnds) -> (Option<usize>, Option<usize>) {
    let line_end = line_ends.last();
    let last_in = |from: usize, to: usize| memrchr(line_end, &text[from..to]).map(|at| from + at + 1);
    // A lone `\r` ends a row only if all rows end that way; elsewhere it is an ordinary character.
    let starts_cell = |before: u8| before == delimiter || before == b'\n' || before == line_end;
    // Nothing between `outside` and `from` is within quotes.
    let (mut outside, mut from, mut end) = (0, 0, None);
    while let Some(quote) = memchr(b'"', &text[from..]).map(|at| from + at) {
        // Within a cell that started without one, a quote is an ordinary character.
        let opens = quote == 0 || starts_cell(text[quote - 1]);
        from = quote + 1;
        if opens {
            end = last_in(outside, quote).or(end);
            let Some(closed) = quote_end(text, from) else { return (end, Some(quote)) };
            (outside, from) = (closed, closed);
        }
    }
    (last_in(outside, text.len()).or(end), None)
}

/// The byte after the quote that closes quotes opened before `from`.
fn quote_end(text: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let quote = from + memchr(b'"', text.get(from..)?)?;
        if text.get(quote + 1) != Some(&b'"') {
            return Some(quote + 1);
        }
        from = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, size: usize) -> Vec<String> {
        let cut = Cut::Records { delimiter: b',', line_ends: LineEnds::Lf };
        let mut blocks = Blocks::new(Vec::new(), Box::new(io::Cursor::new(text.to_owned().into_bytes())), size, cut);
        let mut texts = Vec::new();
        while let Ok(Some(block)) = blocks.next() {
            texts.push(String::from_utf8(block).unwrap());
        }
        texts
    }

    #[test]
    fn blocks_hold_whole_rows() {
        let text = "a,b\n\"c\nd\",e\"f\n\"g\"\"\n\",h\ni,5\" pipe\nj,k";
        for size in 1..text.len() + 2 {
            let blocks = cut(text, size);
            assert_eq!(blocks.concat(), text, "{size}");
            for block in &blocks[..blocks.len() - 1] {
                assert!(block.ends_with('\n'), "{size} {block:?}");
                let inner = ["a,b\n", "e\"f\n", "\n\",h\n", "pipe\n"];
                assert!(inner.iter().any(|end| block.ends_with(end)), "{size} {block:?}");
            }
        }
    }

    #[test]
    fn a_row_has_a_limit() {
        let endless = || Box::new(io::repeat(b'x'));
        let mut lines = Blocks::new(Vec::new(), endless(), 8, Cut::Lines).longest_row(Some(100));
        assert!(matches!(lines.next(), Err(Failed::LongRow(None, 100))));
        let cut = Cut::Records { delimiter: b',', line_ends: LineEnds::Lf };
        let mut rows = Blocks::new(b"a\nb,\"".to_vec(), endless(), 8, cut).longest_row(Some(100));
        assert_eq!(rows.next().ok().flatten().as_deref(), Some(&b"a\n"[..]));
        assert!(matches!(rows.next(), Err(Failed::LongRow(Some(0), 100))));
        let text = "x".repeat(100) + "\ny";
        let mut rows = Blocks::new(text.into_bytes(), Box::new(io::empty()), 8, cut).longest_row(Some(100));
        assert!(rows.next().is_ok_and(|block| block.is_some()));
    }

    #[test]
    fn a_quote_that_stays_open_is_found() {
        let cut = Cut::Records { delimiter: b',', line_ends: LineEnds::Lf };
        let mut blocks = Blocks::new(b"a,b\nc,\"d\ne,f\n".to_vec(), Box::new(io::empty()), 100, cut);
        assert!(matches!(blocks.next(), Err(Failed::OpenQuote { before: 1, after: 1 })));
    }
}
