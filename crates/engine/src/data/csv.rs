//! CSV: the header, and blocks of rows split into cells. In: text; out: cells as stretches of it. Rows are split at their
//! marks; `csv-core` reads the header, and rows whose quotes stand where they should not.

#[cfg(test)]
mod cuts;
mod stray;
mod structural_index;

use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use memchr::{memchr, memchr_iter, memchr2_iter};

use super::cell::Cell;
use super::dialect::LineEnds;
use super::header::{self, Row};
use super::report::{Counted, OpenQuotes, Place};
use stray::{Marks, stray_quote};
use structural_index::StructuralIndex;

/// The header of a CSV file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Its cells.
    pub(super) cells: Vec<String>,
    /// How many bytes it takes, with what stands before it.
    pub(super) bytes: usize,
    /// How many lines.
    pub(super) lines: u64,
    /// Quotes in it that are probably never closed.
    pub(super) open_quotes: OpenQuotes,
    /// Its bytes that are not UTF-8.
    pub(super) odd_lines: Counted,
}

/// The first rows that hold something, and the byte at which each starts; one that is cut short by the end of the head is none
/// of them.
pub(super) fn first_rows(head: &[u8], delimiter: u8, whole: bool) -> Vec<(Row, usize)> {
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

/// The most cells of a row that is looked at for a header.
const MOST_CELLS: usize = 1 << 16;

/// How many lines end in a text, in whatever way.
pub(super) fn breaks(text: &[u8]) -> u64 {
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
        text
    });
    (cells.collect(), is_odd)
}

/// What stands before the line with this number, from 1; none where there are fewer lines.
pub(super) fn before_line(head: &[u8], line: u64) -> Option<usize> {
    let ends = |&at: &usize| head[at] == b'\n' || head.get(at + 1) != Some(&b'\n');
    let before = usize::try_from(line).ok()?.checked_sub(2);
    before.map_or(Some(0), |before| memchr2_iter(b'\n', b'\r', head).filter(ends).nth(before).map(|at| at + 1))
}

/// Reads the header at the start of a file; none if there is nothing.
pub(super) fn header(head: &[u8], delimiter: u8) -> Option<Header> {
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

/// Excel's first line `sep=;`: the mark, and how many bytes the line takes.
pub(super) fn separator_line(head: &[u8]) -> Option<(u8, usize)> {
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

/// How the rows of a file are split.
#[derive(Clone, Debug)]
pub(super) struct Splitting {
    pub(super) delimiter: u8,
    pub(super) line_ends: LineEnds,
    /// How many cells the header has.
    pub(super) width: usize,
    /// By target, the place of its column.
    pub(super) columns: Arc<[Option<usize>]>,
    /// The header as it is written, without the end of its line: where files were put one behind the other it stands again.
    /// Empty where a row may say the same, since there is one column.
    pub(super) header: Arc<[u8]>,
}

impl Splitting {
    fn marks(&self) -> Marks {
        Marks { delimiter: self.delimiter, line_end: self.line_ends.last(), width: Some(self.width) }
    }
}

/// A block of rows, split.
#[derive(Debug)]
pub(super) struct CsvFrame {
    /// The block's text, and after it the texts of quoted cells.
    text: String,
    /// Start and end of each cell in it, as many for each row as the header has: what a row has less is empty, what it has
    /// more is left out.
    cells: Vec<(u32, u32)>,
    width: usize,
    /// How many cells each row had.
    #[cfg(test)]
    widths: Vec<usize>,
    /// The line that each row starts at, from 1.
    lines: Vec<u32>,
    columns: Arc<[Option<usize>]>,
    /// The lines of the whole block.
    pub(super) all_lines: u64,
    pub(super) short_rows: Counted<usize>,
    pub(super) long_rows: Counted<usize>,
    pub(super) blank_rows: u64,
    pub(super) open_quotes: OpenQuotes,
    /// Whether the row at hand has one.
    has_stray: bool,
    pub(super) odd_lines: Counted,
    /// Rows that say the header again.
    pub(super) headers: Counted<()>,
    header: Arc<[u8]>,
}

/// What rows with quotes need.
struct Quotes {
    /// Making one takes longer than reading a row with it, and most blocks need none.
    reader: Option<Reader>,
    /// What their cells hold, to be put behind the text.
    cells: Vec<u8>,
}

impl CsvFrame {
    /// Splits a block.
    pub(super) fn new(block: Vec<u8>, how: &Splitting) -> Self {
        let (text, odd_lines) = to_utf8(block);
        let rows = text.len() / (how.width * 6).max(1) + 1;
        let mut frame = Self {
            cells: Vec::with_capacity(rows * how.width),
            width: how.width,
            #[cfg(test)]
            widths: Vec::new(),
            lines: Vec::with_capacity(rows),
            text,
            columns: Arc::clone(&how.columns),
            all_lines: 0,
            short_rows: Counted::default(),
            long_rows: Counted::default(),
            blank_rows: 0,
            open_quotes: OpenQuotes::default(),
            has_stray: false,
            odd_lines,
            headers: Counted::default(),
            header: Arc::clone(&how.header),
        };
        frame.split(how);
        frame
    }

    pub(super) fn rows(&self) -> usize {
        self.lines.len()
    }

    /// The place of a target's column; none if the data does not have it.
    pub(super) fn column(&self, target: usize) -> Option<usize> {
        self.columns[target]
    }

    /// A cell by the place of its column.
    #[expect(clippy::inline_always, reason = "each column is read in a loop of its own, which this is most of")]
    #[inline(always)]
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let (start, end) = self.cells[row * self.width + column];
        if start < end { Cell::Text(&self.text[start as usize..end as usize]) } else { Cell::Missing }
    }

    /// The first cell of a row that holds something.
    pub(super) fn first_filled(&self, row: usize) -> Cell<'_> {
        let mut cells = (0..self.width).map(|column| self.cell(row, column));
        cells.find(|cell| !cell.text().trim().is_empty()).unwrap_or(Cell::Missing)
    }

    /// The first cell of the row at hand.
    fn row_start(&self) -> usize {
        self.lines.len() * self.width
    }

    pub(super) fn place(&self, row: usize) -> Place {
        Place { row: row as u64 + 1, line: self.lines[row].into() }
    }

    fn split(&mut self, how: &Splitting) {
        let mut whole = std::mem::take(&mut self.text);
        let text = whole.as_bytes();
        let mut quotes = Quotes { reader: None, cells: Vec::new() };
        let mut at = 0;
        let mut line = 1;
        if how.line_ends == LineEnds::Cr {
            while at < text.len() {
                // An empty line is no row, and the row after it stands on its own line.
                if matches!(text[at], b'\r' | b'\n') {
                    line += u32::from(text[at] == b'\r');
                    at += 1;
                    continue;
                }
                at = self.record(text, at, &mut quotes, &mut line, how);
            }
        } else {
            self.rows_by_marks(text, &mut quotes, &mut line, how);
        }
        self.all_lines = u64::from(line - 1);
        whole.push_str(&String::from_utf8(quotes.cells).expect("cells of a text in UTF-8 are UTF-8"));
        self.text = whole;
    }

    /// Splits rows at their marks.
    fn rows_by_marks(&mut self, text: &[u8], quotes: &mut Quotes, line: &mut u32, how: &Splitting) {
        let mut marks = StructuralIndex::new(text, [how.delimiter, b'\n', b'"'], 0);
        // Where the row starts, and the cell.
        let (mut row, mut start) = (0, 0);
        // Lines that end within quotes.
        let mut inner_lines = 0;
        while row < text.len() {
            let mut end = marks.next().unwrap_or(text.len());
            let mut cell = None;
            if text.get(end) == Some(&b'"') {
                // Within a cell that started without one, a quote is a character like others.
                if end != start {
                    continue;
                }
                if let Some((found, lines, after)) =
                    quoted_cell(text, start, &mut marks, how.delimiter, &mut quotes.cells)
                {
                    cell = Some(found);
                    inner_lines += lines;
                    end = after;
                } else {
                    self.cells.truncate(self.row_start());
                    row = self.record(text, row, quotes, line, how);
                    marks.seek(row);
                    (start, inner_lines) = (row, 0);
                    continue;
                }
            }
            let is_last = text.get(end) != Some(&how.delimiter);
            let cut = if is_last && end > start && text[end - 1] == b'\r' { end - 1 } else { end };
            self.cells.push(cell.unwrap_or((narrow(start), narrow(cut))));
            start = end + 1;
            if is_last {
                if inner_lines > 0 {
                    self.note_stray(&text[row..start.min(text.len())], *line, how);
                }
                if !self.is_header(&text[row..cut], *line) {
                    self.end_row(text, &quotes.cells, row, *line, how);
                }
                *line += 1 + inner_lines;
                (row, inner_lines) = (start, 0);
            }
        }
    }

    /// Reads one row with quotes; gives the byte after it.
    fn record(&mut self, text: &[u8], at: usize, quotes: &mut Quotes, line: &mut u32, how: &Splitting) -> usize {
        let Quotes { reader, cells: unquoted } = quotes;
        let reader = reader.get_or_insert_with(|| row_reader(how));
        let mut ends = [0; 64];
        reader.reset();
        // At the start of a file it would take U+FEFF away. This is none, since a line was before.
        reader.read_record(b"\n", &mut [], &mut ends);
        let base = unquoted.len();
        let (mut read, mut cell_start) = (at, base);
        loop {
            let written = unquoted.len();
            unquoted.resize(written + 512, 0);
            let (result, bytes, filled, cells) = reader.read_record(&text[read..], &mut unquoted[written..], &mut ends);
            unquoted.truncate(written + filled);
            read += bytes;
            for end in &ends[..cells] {
                let end = base + end;
                self.cells.push((narrow(text.len() + cell_start), narrow(text.len() + end)));
                cell_start = end;
            }
            match result {
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {}
                // An empty input says that this is the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        if text[read - 1] == b'\r' && text.get(read) == Some(&b'\n') {
            read += 1;
        }
        let ends = how.line_ends.last();
        // The `\r` of a `\r\n` is no part of the last cell.
        if ends == b'\n'
            && text[at..read].strip_suffix(b"\n").unwrap_or(&text[at..read]).ends_with(b"\r")
            && let Some((start, end)) = self.cells.last_mut()
            && start < end
        {
            *end -= 1;
            unquoted.pop();
        }
        let breaks = memchr_iter(ends, &text[at..read]).count() + usize::from(text[read - 1] != ends);
        if breaks > 1 {
            self.note_stray(&text[at..read], *line, how);
        }
        let from = self.row_start();
        if self.is_header(without_end(&text[at..read]), *line) {
            unquoted.truncate(base);
        } else if self.cells.len() > from {
            // Rows are blank by what their quotes hold.
            let blank = unquoted[base..].iter().all(u8::is_ascii_whitespace);
            self.close_row(*line, blank, |start, end| {
                !unquoted[start - text.len()..end - text.len()].trim_ascii().is_empty()
            });
        }
        *line += u32::try_from(breaks).unwrap_or(1);
        read
    }

    /// Notes a quote that is probably never closed, in a row of several lines that starts at this one.
    #[cold]
    fn note_stray(&mut self, row: &[u8], line: u32, how: &Splitting) {
        if let Some(stray) = stray_quote(row, how.marks()) {
            let place = Place { row: self.lines.len() as u64 + 1, line: u64::from(line) + u64::from(stray.before) };
            self.open_quotes.add(place, stray.lines.into());
            self.has_stray = true;
        }
    }

    /// Whether the row at hand says the header again, which makes no row of it.
    #[inline]
    fn is_header(&mut self, row: &[u8], line: u32) -> bool {
        // A mark of byte order stands at the start of a file.
        let is = !self.header.is_empty()
            && matches!(row.len().wrapping_sub(self.header.len()), 0 | 3)
            && row.strip_prefix(BOM).unwrap_or(row) == &*self.header;
        if is {
            self.headers.add(Place { row: self.lines.len() as u64, line: line.into() }, || ());
            self.cells.truncate(self.row_start());
        }
        is
    }

    /// Ends the row that the last cells make, which starts at the byte `row`.
    fn end_row(&mut self, text: &[u8], unquoted: &[u8], row: usize, line: u32, how: &Splitting) {
        let filled = |start: usize, end: usize| {
            let cell =
                if start < text.len() { &text[start..end] } else { &unquoted[start - text.len()..end - text.len()] };
            !cell.trim_ascii().is_empty()
        };
        let cells = &self.cells[self.row_start()..];
        let blank = match text[row] {
            b'\n' | b'\r' if matches!(cells, [(start, end)] if start == end) => {
                // An empty line.
                self.cells.pop();
                return;
            }
            first if first.is_ascii_graphic() && first != b'"' && first != how.delimiter => false,
            _ => !cells.iter().any(|&(start, end)| filled(start as usize, end as usize)),
        };
        self.close_row(line, blank, filled);
    }

    /// Takes that row unless it is `blank`; `filled` says whether a cell holds something.
    #[inline]
    fn close_row(&mut self, line: u32, blank: bool, filled: impl Fn(usize, usize) -> bool) {
        let (from, width) = (self.row_start(), self.width);
        if blank {
            self.cells.truncate(from);
            self.blank_rows += 1;
            return;
        }
        let cells = self.cells.len() - from;
        // How many cells a row has whose quotes are astray says nothing more.
        let has_stray = std::mem::take(&mut self.has_stray);
        if cells != width && !has_stray {
            let place = Place { row: self.lines.len() as u64 + 1, line: line.into() };
            if cells < width {
                self.short_rows.add(place, || cells);
            } else if self.cells[from + width..].iter().any(|&(start, end)| filled(start as usize, end as usize)) {
                self.long_rows.add(place, || cells);
            }
        }
        #[cfg(test)]
        self.widths.push(cells);
        self.cells.resize(from + width, (0, 0));
        self.lines.push(line);
    }
}

/// The cell whose quote opens at `start`: its place, how many lines end in it, and where the mark stands that ends it. Texts
/// in which quotes are written twice go into `unquoted`, behind the text. None where something else stands after its
/// quotes.
fn quoted_cell(
    text: &[u8],
    start: usize,
    marks: &mut StructuralIndex<'_>,
    delimiter: u8,
    unquoted: &mut Vec<u8>,
) -> Option<((u32, u32), u32, usize)> {
    let mut lines = 0;
    let (mut from, base) = (start + 1, unquoted.len());
    let close = loop {
        let Some(at) = marks.next() else {
            unquoted.truncate(base);
            return None;
        };
        match text[at] {
            b'"' if text.get(at + 1) == Some(&b'"') => {
                marks.next();
                unquoted.extend_from_slice(&text[from..=at]);
                from = at + 2;
            }
            b'"' => break at,
            b'\n' => lines += 1,
            _ => {}
        }
    };
    let end = match text.get(close + 1) {
        Some(b'\r') if text.get(close + 2) == Some(&b'\n') => close + 2,
        Some(&mark) if mark == delimiter || mark == b'\n' => close + 1,
        None => close + 1,
        Some(_) => {
            unquoted.truncate(base);
            return None;
        }
    };
    marks.next();
    if from == start + 1 {
        return Some(((narrow(from), narrow(close)), lines, end));
    }
    unquoted.extend_from_slice(&text[from..close]);
    Some(((narrow(text.len() + base), narrow(text.len() + unquoted.len())), lines, end))
}

/// Reads rows whose quotes stand where they should not; they end where [`CsvFrame::rows_by_marks`] ends them.
fn row_reader(how: &Splitting) -> Reader {
    let terminator = if how.line_ends == LineEnds::Cr { Terminator::CRLF } else { Terminator::Any(b'\n') };
    ReaderBuilder::new().delimiter(how.delimiter).terminator(terminator).build()
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("a block stays far under 4 GiB")
}

/// A row without the end of its line.
pub(super) fn without_end(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A block as UTF-8; bytes that are not are read as Windows-1252, which is what they are in practice.
pub(super) fn to_utf8(block: Vec<u8>) -> (String, Counted) {
    let mut odd = Counted::default();
    let block = match String::from_utf8(block) {
        Ok(text) => return (text, odd),
        Err(error) => error.into_bytes(),
    };
    let (mut text, mut line, mut last) = (String::with_capacity(block.len() + 64), 1, 0);
    // Where the examples are, to be shown with what stands around them.
    let mut shown = Vec::new();
    for chunk in block.utf8_chunks() {
        line += memchr_iter(b'\n', chunk.valid().as_bytes()).count() as u64;
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            if line != last {
                odd.add(Place { row: 0, line }, String::new);
                shown.extend((shown.len() < odd.examples.len()).then_some(text.len()));
                last = line;
            }
            text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    for ((_, example), at) in odd.examples.iter_mut().zip(shown) {
        const MARKS: [char; 7] = [',', ';', '\t', '|', '"', '\n', '\r'];
        let (before, after) = text.split_at(at);
        let from = before.rfind(MARKS).map_or(0, |mark| mark + 1);
        let to = at + after.find(MARKS).unwrap_or(after.len());
        *example = super::report::shorten(text[from..to].trim());
    }
    (text, odd)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str, width: usize) -> (Vec<Vec<String>>, CsvFrame) {
        let how = Splitting {
            delimiter: b',',
            line_ends: super::super::dialect::detect_line_ends(text.as_bytes(), b','),
            width,
            columns: Arc::new([]),
            header: Arc::new([]),
        };
        let frame = CsvFrame::new(text.as_bytes().to_vec(), &how);
        // As many cells as any row may have, so that none is left out.
        let wide = CsvFrame::new(text.as_bytes().to_vec(), &Splitting { width: 64, ..how });
        assert_eq!((&wide.lines, &wide.widths), (&frame.lines, &frame.widths));
        let rows: Vec<Vec<String>> = (0..wide.rows())
            .map(|row| (0..wide.widths[row]).map(|column| wide.cell(row, column).text().into_owned()).collect())
            .collect();
        for (row, cells) in rows.iter().enumerate() {
            let at = |column: usize| cells.get(column).map_or("", String::as_str);
            (0..width).for_each(|column| assert_eq!(frame.cell(row, column).text(), at(column)));
        }
        (rows, frame)
    }

    #[test]
    fn splits_rows() {
        let (cells, frame) =
            rows("a,b\r\n\"c\r\nd\",\"e \"\"x\"\"\"\r\n\r\n,\r\n5\" pipe,f\"g\"\r\nh\r\ni,j,k\r\nl,m,", 2);
        let texts: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(
            texts,
            [
                vec!["a", "b"],
                vec!["c\r\nd", "e \"x\""],
                vec!["5\" pipe", "f\"g\""],
                vec!["h"],
                vec!["i", "j", "k"],
                vec!["l", "m", ""]
            ]
        );
        assert_eq!(frame.lines, [1, 2, 6, 7, 8, 9]);
        assert_eq!((frame.blank_rows, frame.short_rows.count, frame.long_rows.count), (1, 1, 1));
        assert_eq!(frame.short_rows.examples, [(Place { row: 4, line: 7 }, 1)]);
        assert_eq!(frame.all_lines, 9);
        for blank in ["\n,\"\"\n", "\n\"\",\n", "\n \t,\n", "\n\"\",\"\"\n", "\n,\" \"\n", "\n, \n"] {
            let (cells, frame) = rows(&format!("a,b{blank}c,d\n"), 2);
            assert_eq!((cells.len(), frame.blank_rows, &frame.lines[..]), (2, 1, &[1, 3][..]), "{blank:?}");
        }
    }

    #[test]
    fn a_mark_of_byte_order_is_one_at_the_start_of_a_file_only() {
        let (cells, _) = rows("a,b\n\u{feff}1,\"x\"y\n", 2);
        assert_eq!(cells[1], ["\u{feff}1", "xy"]);
    }

    #[test]
    fn carriage_returns_alone_end_lines() {
        let (cells, frame) = rows("a,b\r\"c\",d\r", 2);
        assert_eq!(cells, [["a", "b"], ["c", "d"]]);
        assert_eq!(frame.lines, [1, 2]);
    }

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

    #[test]
    fn odd_bytes_are_windows_1252() {
        let (text, odd) = to_utf8(b"caf\xc3\xa9\ncaf\xe9 \x80\n".to_vec());
        assert_eq!(text, "café\ncafé €\n");
        assert_eq!((odd.count, odd.examples[0].0.line), (1, 2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2000)))]
        #[test]
        fn splits_as_csv_core_does(
            text in prop_oneof!["[ab,\"\n]{0,40}", "(([ab ]{0,2}|\"[ab, \n]{0,2}\"|\"\"|a\"|\"a\"\"\")(,|\n|\r\n)){0,12}"],
            width in 1_usize..5,
        ) {
            // What is left open at the end is an error before rows are split.
            let cut = super::super::blocks::Cut::Records { delimiter: b',', line_ends: LineEnds::Lf };
            let mut blocks = super::super::blocks::Blocks::new(text.clone().into_bytes(), Box::new(std::io::empty()), 1000, cut);
            if blocks.next().is_err() {
                return Ok(());
            }
            let (cells, _) = rows(&text, width);
            let ended = format!("{text}\n");
            let mut reader = csv_core::Reader::new();
            let (mut output, mut ends, mut at) = ([0; 512], [0; 64], 0);
            let mut wanted: Vec<Vec<String>> = Vec::new();
            loop {
                let (result, read, _, count) = reader.read_record(&ended.as_bytes()[at..], &mut output, &mut ends);
                if !matches!(result, ReadRecordResult::Record) {
                    break;
                }
                at += read;
                let starts = [0].into_iter().chain(ends[..count].iter().copied());
                let cell = |(start, &end): (usize, &usize)| String::from_utf8_lossy(&output[start..end]).into_owned();
                wanted.push(starts.zip(&ends[..count]).map(cell).collect());
            }
            wanted.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
            prop_assert_eq!(cells, wanted);
        }
    }
}
