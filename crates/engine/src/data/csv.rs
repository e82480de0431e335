//! CSV: the header, and blocks of rows split into cells. In: text; out: cells as stretches of it. Rows are split at
//! their delimiters; `csv-core` reads the header, and rows with misplaced quotes.

#[cfg(test)]
mod cuts;
mod guard;
pub(super) mod head;
mod stray;
mod structural_index;

use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use memchr::{memchr_iter, memmem};

use super::cell::Cell;
use super::dialect::LineEnds;
use super::report::{Counted, OpenQuotes, Place};
use super::utf8::to_utf8;
use stray::{Marks, stray_quote};
use structural_index::StructuralIndex;

/// How the rows of a file are split.
#[derive(Clone, Debug)]
pub(super) struct Splitting {
    pub(super) delimiter: u8,
    pub(super) line_ends: LineEnds,
    /// How many cells the header has.
    pub(super) width: usize,
    /// By target, the index of its column.
    pub(super) columns: Arc<[Option<usize>]>,
    /// The header as it is written, without the end of its line: where files were concatenated it appears again. Empty
    /// if a row may say the same, because there is only one column.
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
    /// Start and end of each cell in `text`, as many for each row as the header has: cells that a row lacks are empty,
    /// and those it has in excess are left out.
    cells: Vec<(u32, u32)>,
    /// Cells that are written as formulas around a text, by their index among all, with what is written; `cells` has
    /// the text itself.
    guarded: Vec<(usize, (u32, u32))>,
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
    /// Whether the row at hand has a quote that is probably never closed.
    has_stray: bool,
    pub(super) odd_lines: Counted,
    /// Rows that repeat the header.
    pub(super) headers: Counted<()>,
    header: Arc<[u8]>,
}

/// What is needed to read rows with quotes.
struct Quotes {
    /// Making one takes longer than reading a row with it, and most blocks need none.
    reader: Option<Reader>,
    /// What their cells hold, to be appended to the text.
    cells: Vec<u8>,
}

impl CsvFrame {
    /// Splits a block.
    pub(super) fn new(block: Vec<u8>, how: &Splitting) -> Self {
        let (mut text, odd_lines) = to_utf8(block);
        text.truncate(guard::without_end_mark(&text));
        // With it come the texts of its quoted cells, and those within formulas: neither is longer in all.
        assert!(u32::try_from(text.len().saturating_mul(3)).is_ok(), "a block stays far under 4 GiB");
        let rows = text.len() / (how.width * 6).max(1) + 1;
        let mut frame = Self {
            cells: Vec::with_capacity(rows * how.width),
            guarded: Vec::new(),
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

    /// The index of a target's column; `None` if the data does not have it.
    pub(super) fn column(&self, target: usize) -> Option<usize> {
        self.columns[target]
    }

    /// A cell by the index of its column.
    #[expect(clippy::inline_always, reason = "each column is read in a loop of its own, which this is most of")]
    #[inline(always)]
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let (start, end) = self.cells[row * self.width + column];
        if start < end { Cell::Text(&self.text[start as usize..end as usize]) } else { Cell::Missing }
    }

    /// A cell as it is written.
    pub(super) fn written(&self, row: usize, column: usize) -> Cell<'_> {
        let at = row * self.width + column;
        match self.guarded.binary_search_by_key(&at, |&(at, _)| at) {
            Ok(found) => {
                let (start, end) = self.guarded[found].1;
                Cell::Text(&self.text[start as usize..end as usize])
            }
            Err(_) => self.cell(row, column),
        }
    }

    /// The first cell of a row that holds something.
    pub(super) fn first_filled(&self, row: usize) -> Cell<'_> {
        let mut cells = (0..self.width).map(|column| self.cell(row, column));
        cells.find(|cell| !cell.text().trim().is_empty()).unwrap_or(Cell::Missing)
    }

    /// Whether nothing but the first cell of a row is filled, in a table of several columns.
    pub(super) fn holds_first_alone(&self, row: usize) -> bool {
        let is_filled = |column: usize| !self.cell(row, column).text().trim().is_empty();
        self.width > 1 && is_filled(0) && !(1..self.width).any(is_filled)
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
                // An empty line is not a row, and the row after it starts on its own line.
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
        if memmem::find(self.text.as_bytes(), guard::MARK).is_some() {
            self.unguard();
        }
    }

    /// Takes the texts out of formulas that contain nothing else.
    fn unguard(&mut self) {
        for (at, cell) in self.cells.iter_mut().enumerate() {
            let (start, end) = (cell.0 as usize, cell.1 as usize);
            let Some((inside, has_quotes)) = guard::within(&self.text.as_bytes()[start..end]) else { continue };
            self.guarded.push((at, *cell));
            let mut inside = start + inside.start..start + inside.end;
            if has_quotes {
                let plain = self.text[inside].replace("\"\"", "\"");
                inside = self.text.len()..self.text.len() + plain.len();
                self.text.push_str(&plain);
            }
            *cell = (narrow(inside.start), narrow(inside.end));
        }
    }

    /// Splits rows at their delimiters.
    fn rows_by_marks(&mut self, text: &[u8], quotes: &mut Quotes, line: &mut u32, how: &Splitting) {
        let mut marks = StructuralIndex::new(text, [how.delimiter, b'\n', b'"'], 0);
        // Where the row starts, and where the cell does.
        let (mut row, mut start) = (0, 0);
        // Lines that end within quotes.
        let mut inner_lines = 0;
        while row < text.len() {
            let mut end = marks.next().unwrap_or(text.len());
            // Nearly every cell ends like this.
            if text.get(end) == Some(&how.delimiter) {
                self.cells.push((narrow(start), narrow(end)));
                start = end + 1;
                continue;
            }
            let mut cell = None;
            if text.get(end) == Some(&b'"') {
                // Within a cell that started without one, a quote is an ordinary character.
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

    /// Reads one row with quotes; returns the index of the byte after it.
    fn record(&mut self, text: &[u8], at: usize, quotes: &mut Quotes, line: &mut u32, how: &Splitting) -> usize {
        let Quotes { reader, cells: unquoted } = quotes;
        let reader = reader.get_or_insert_with(|| row_reader(how));
        let mut ends = [0; 64];
        reader.reset();
        // At the start of a file the reader would strip U+FEFF. This is not the start, since a line came before.
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
                // An empty input tells the reader that this is the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        if text[read - 1] == b'\r' && text.get(read) == Some(&b'\n') {
            read += 1;
        }
        let ends = how.line_ends.last();
        // The `\r` of a `\r
        // ` is not part of the last cell.
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
        if self.is_header(head::without_end(&text[at..read]), *line) {
            unquoted.truncate(base);
        } else if self.cells.len() > from {
            // Whether a row is blank depends on what is in its quotes.
            let filled = |start: usize, end: usize| guard::is_filled(&unquoted[start - text.len()..end - text.len()]);
            let blank = !self.cells[from..].iter().any(|&(start, end)| filled(start as usize, end as usize));
            self.close_row(*line, blank, filled);
        }
        *line += u32::try_from(breaks).unwrap_or(1);
        read
    }

    /// Notes a quote that is probably never closed, in a row of several lines that starts at `line`.
    #[cold]
    fn note_stray(&mut self, row: &[u8], line: u32, how: &Splitting) {
        if let Some(stray) = stray_quote(row, how.marks()) {
            let place = Place { row: self.lines.len() as u64 + 1, line: u64::from(line) + u64::from(stray.before) };
            self.open_quotes.add(place, stray.lines.into());
            self.has_stray = true;
        }
    }

    /// Whether the row at hand repeats the header, in which case it is not a row.
    #[inline]
    fn is_header(&mut self, row: &[u8], line: u32) -> bool {
        // A byte order mark can only be at the start of a file.
        let is = !self.header.is_empty()
            && matches!(row.len().wrapping_sub(self.header.len()), 0 | 3)
            && row.strip_prefix(BOM).unwrap_or(row) == &*self.header;
        if is {
            self.headers.add(Place { row: self.lines.len() as u64, line: line.into() }, || ());
            self.cells.truncate(self.row_start());
        }
        is
    }

    /// Ends the row made up of the last cells, which starts at the byte `row`.
    fn end_row(&mut self, text: &[u8], unquoted: &[u8], row: usize, line: u32, how: &Splitting) {
        let filled = |start: usize, end: usize| {
            let cell =
                if start < text.len() { &text[start..end] } else { &unquoted[start - text.len()..end - text.len()] };
            guard::is_filled(cell)
        };
        let cells = &self.cells[self.row_start()..];
        let blank = match text[row] {
            b'\n' | b'\r' if matches!(cells, [(start, end)] if start == end) => {
                // An empty line.
                self.cells.pop();
                return;
            }
            first if first.is_ascii_graphic() && !matches!(first, b'"' | b'=') && first != how.delimiter => false,
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
        // If a row has misplaced quotes, its number of cells means nothing more.
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
        if cells != width {
            self.cells.resize(from + width, (0, 0));
        }
        self.lines.push(line);
    }
}

/// The cell whose quote opens at `start`: its range, how many lines end in it, and where the delimiter is that ends it.
/// Texts with doubled quotes go into `unquoted`, after the text. `None` if something else follows its quotes.
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

/// Reads rows with misplaced quotes; they end where [`CsvFrame::rows_by_marks`] ends them.
fn row_reader(how: &Splitting) -> Reader {
    let terminator = if how.line_ends == LineEnds::Cr { Terminator::CRLF } else { Terminator::Any(b'\n') };
    ReaderBuilder::new().delimiter(how.delimiter).terminator(terminator).build()
}

/// A position in a block, of which [`CsvFrame::new`] has seen that it is not too long.
#[expect(clippy::cast_possible_truncation, reason = "asking for each cell would cost more than finding it")]
fn narrow(at: usize) -> u32 {
    debug_assert!(u32::try_from(at).is_ok(), "a block stays far under 4 GiB");
    at as u32
}

const BOM: &[u8] = b"\xef\xbb\xbf";

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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2000)))]
        #[test]
        fn splits_as_csv_core_does(
            text in prop_oneof!["[ab,\"\n]{0,40}", "(([ab ]{0,2}|\"[ab, \n]{0,2}\"|\"\"|a\"|\"a\"\"\")(,|\n|\r\n)){0,12}"],
            width in 1_usize..5,
        ) {
            // A quote left open at the end is an error before rows are split.
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
