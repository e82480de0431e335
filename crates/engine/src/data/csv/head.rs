//! The beginning of a CSV file: its first rows, among which the header is looked for, and the header. In: the first
//! bytes of a file; out: cells, and where they are. `csv-core` reads them.

use csv_core::{ReadRecordResult, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr2_iter};

use super::guard;
use super::stray::{Marks, stray_quote};
use crate::data::header::{self, Row};
use crate::data::report::{Counted, OpenQuotes, Place};
use crate::data::utf8::to_utf8;

/// The header of a CSV file.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::data) struct Header {
    /// Its cells.
    pub(in crate::data) cells: Vec<String>,
    /// How many bytes it takes up, including what comes before it.
    pub(in crate::data) bytes: usize,
    /// How many lines.
    pub(in crate::data) lines: u64,
    /// Quotes in it that are probably never closed.
    pub(in crate::data) open_quotes: OpenQuotes,
    /// Its bytes that are not UTF-8.
    pub(in crate::data) odd_lines: Counted,
}

/// The first rows that are not blank, and the byte at which each starts; a row cut off by the end of the head is left
/// out.
pub(in crate::data) fn first_rows(head: &[u8], delimiter: u8, whole: bool) -> Vec<(Row, usize)> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut output = vec![0; head.len() + 1];
    let mut ends = vec![0; MOST_CELLS];
    let (mut at, mut line, mut rows) = (0, 1, Vec::new());
    while at < head.len() && rows.len() < header::AHEAD {
        let start = at + head[at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        line += breaks(&head[at..start]);
        let (mut result, read, mut written, mut cells) = reader.read_record(&head[start..], &mut output, &mut ends);
        at = start + read;
        if matches!(result, ReadRecordResult::InputEmpty) && whole {
            let (last, _, more, count) = reader.read_record(&[], &mut output[written..], &mut ends[cells..]);
            (result, written, cells) = (last, written + more, cells + count);
        }
        if !matches!(result, ReadRecordResult::Record) || written > head.len() {
            break;
        }
        at += usize::from(head[at - 1] == b'\r' && head.get(at) == Some(&b'\n'));
        let row = Row::new(line, texts(&output, &ends[..cells]).0);
        line += breaks(&head[start..at]);
        if !row.is_blank() {
            rows.push((row, start));
        }
    }
    rows
}

/// The most cells that a row may have to be considered as a header.
const MOST_CELLS: usize = 1 << 16;

/// How many lines end in a text, whichever way they end.
pub(in crate::data) fn breaks(text: &[u8]) -> u64 {
    let lone = memchr_iter(b'\r', text).filter(|at| text.get(at + 1) != Some(&b'\n'));
    (memchr_iter(b'\n', text).count() + lone.count()) as u64
}

/// The texts of cells that end at these bytes, and whether some bytes are not UTF-8.
fn texts(output: &[u8], ends: &[usize]) -> (Vec<String>, bool) {
    let (mut start, mut is_odd) = (0, false);
    let cells = ends.iter().map(|&end| {
        let (text, odd) = to_utf8(output[start..end].to_vec());
        start = end;
        is_odd |= odd.count > 0;
        guard::text(text)
    });
    (cells.collect(), is_odd)
}

/// What comes before the line with this number, from 1; `None` if there are fewer lines.
pub(in crate::data) fn before_line(head: &[u8], line: u64) -> Option<usize> {
    let ends = |&at: &usize| head[at] == b'\n' || head.get(at + 1) != Some(&b'\n');
    let before = usize::try_from(line).ok()?.checked_sub(2);
    before.map_or(Some(0), |before| memchr2_iter(b'\n', b'\r', head).filter(ends).nth(before).map(|at| at + 1))
}

/// Reads the header at the start of a file; `None` if there is nothing.
pub(in crate::data) fn header(head: &[u8], delimiter: u8) -> Option<Header> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut output = vec![0; head.len() + 1];
    let mut ends = vec![0; head.len() + 2];
    let (result, mut bytes, mut written, mut cells) = reader.read_record(head, &mut output, &mut ends);
    match result {
        ReadRecordResult::Record => {}
        ReadRecordResult::InputEmpty => {
            let (last, _, more, count) = reader.read_record(&[], &mut output[written..], &mut ends[cells..]);
            if !matches!(last, ReadRecordResult::Record) {
                return None;
            }
            written += more;
            cells += count;
        }
        ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull | ReadRecordResult::End => return None,
    }
    // The reader stops after the `\r` of a `\r\n`.
    if bytes > 0 && head[bytes - 1] == b'\r' && head.get(bytes) == Some(&b'\n') {
        bytes += 1;
    }
    let (cells, is_odd) = texts(&output[..written], &ends[..cells]);
    let breaks = memchr_iter(b'\n', &head[..bytes]).count();
    let line_end = if breaks == 0 { b'\r' } else { b'\n' };
    let breaks = if breaks == 0 { memchr_iter(b'\r', &head[..bytes]).count() } else { breaks };
    let mut open_quotes = OpenQuotes::default();
    if let Some(stray) = stray_quote(&head[..bytes], Marks { delimiter, line_end, width: None }) {
        open_quotes.add(Place { row: 0, line: u64::from(stray.before) + 1 }, stray.lines.into());
    }
    let odd_lines = if is_odd { to_utf8(head[..bytes].to_vec()).1 } else { Counted::default() };
    Some(Header { cells, bytes, lines: breaks as u64, open_quotes, odd_lines })
}

/// Excel's first line `sep=;`: the delimiter, and how many bytes the line takes up.
pub(in crate::data) fn separator_line(head: &[u8]) -> Option<(u8, usize)> {
    let line = &head[..=memchr(b'\n', head)?];
    let mark = line.trim_ascii_end_but(b'\t');
    let quoted = mark.strip_prefix(b"\"").and_then(|mark| mark.strip_suffix(b"\"")).unwrap_or(mark);
    match quoted {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', mark] => Some((*mark, line.len())),
        _ => None,
    }
}

trait TrimEnd {
    fn trim_ascii_end_but(&self, keep: u8) -> &[u8];
}

impl TrimEnd for [u8] {
    fn trim_ascii_end_but(&self, keep: u8) -> &[u8] {
        let end = self.iter().rposition(|&b| !b.is_ascii_whitespace() || b == keep).map_or(0, |at| at + 1);
        &self[..end]
    }
}

/// A row without the end of its line.
pub(in crate::data) fn without_end(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_headers() {
        let parsed = header(b"a;\"b\nc\"\r\n1;2", b';').unwrap();
        assert_eq!((parsed.cells, parsed.bytes, parsed.lines), (vec!["a".into(), "b\nc".into()], 9, 2));
        assert_eq!(parsed.open_quotes, OpenQuotes::default());
        assert_eq!(header(b"a;b", b';').unwrap().cells, ["a", "b"]);
        assert_eq!(header(b"\r\n", b';'), None);
        assert_eq!(separator_line(b"sep=;\r\na;b"), Some((b';', 7)));
        assert_eq!(separator_line(b"\"sep=\t\"\na;b"), Some((b'\t', 8)));
        assert_eq!(separator_line(b"sep\nx"), None);
    }
}
