//! Opening files: what they are written in, and where the names of their columns are. In: an input and what is looked
//! for; out: a source, of which no row has been read yet.

use std::collections::VecDeque;
use std::sync::Arc;

use super::blocks::{Blocks, Cut};
use super::csv::{Splitting, head};
use super::dialect::{self, Dialect, Format};
use super::handed::Handed;
use super::header::{self, Row};
use super::input::{self, Error, Held, Input, Opened, Progress, ReadOptions, Text};
use super::json::{self, Ask, Wanted};
use super::parquet;
use super::projection::{Header, ProjectedColumn, Projection};
use super::report::{Counted, OpenQuotes, Place};
use super::source::{JSON_BLOCK, Pending, Shape, Source, failed_block};
use super::utf8::{before_end_marks, is_blank, to_utf8};
use super::{arrow, names, sheet};
use leadrules_language::words::say;

/// Bytes in a block of CSV.
const CSV_BLOCK: usize = 256 << 10;
/// The most bytes, unpacked, that a single piece of JSON may have: 1 GiB.
const JSON_DOCUMENT: u64 = 1 << 30;

/// Opens an input and finds the columns.
pub(super) fn open(input: &Input, options: &ReadOptions, asked: &Projection) -> Result<Source, Error> {
    let (opened, dialect, progress) = input::open(input, options)?;
    let opening = Opening { path: input.name(), options, asked, dialect, progress };
    match opened {
        Opened::Text(text) if opening.dialect.format == Format::Csv => opening.csv(text),
        Opened::Text(text) => opening.json(text),
        Opened::Sheet(bytes) => opening.sheet(bytes),
        Opened::Parquet(chunks) => opening.parquet(chunks),
        Opened::Batches(reader) => Ok(opening.batches(Handed::whole(reader))),
        Opened::Stream(reader) => Ok(opening.batches(Handed::in_pieces(reader))),
        Opened::Held(held) => Ok(opening.held(held)),
    }
}

/// A file whose format is known and whose columns are not yet.
struct Opening<'a> {
    path: String,
    options: &'a ReadOptions,
    asked: &'a Projection,
    dialect: Dialect,
    progress: Progress,
}

impl Opening<'_> {
    fn csv(mut self, text: Text) -> Result<Source, Error> {
        let Text { mut head, whole, rest } = text;
        let path = self.path.as_str();
        let mut lines = 0;
        let mut said = None;
        if let Some((mark, bytes)) = head::separator_line(&head) {
            said = Some(mark);
            lines = 1;
            head.drain(..bytes);
        }
        let extension = path.trim_end_matches(".gz").trim_end_matches(".zst").rsplit('.').next().unwrap_or("");
        let tabs = (extension.eq_ignore_ascii_case("tsv")).then_some(b'\t');
        let delimiter =
            self.options.delimiter.or(said).or(tabs).unwrap_or_else(|| dialect::detect_delimiter(&head, whole));
        let delimiter = self.skip_to_header(&mut head, whole, &mut lines, delimiter, said.or(tabs).is_some())?;
        let path = self.path.as_str();
        let line_ends = dialect::detect_line_ends(&head, delimiter);
        let Some(header) = head::header(&head, delimiter) else {
            let what = if whole {
                say!("it is empty: not even the names of columns are there")
            } else {
                say!("its header does not end")
            };
            return Err(Error::new(path, what));
        };
        if header.bytes == head.len() && !whole {
            let what = say!("its header does not end: perhaps a quote is opened and never closed");
            return Err(Error::new(path, what).at(Place { row: 0, line: lines + 1 }));
        }
        if let Some(failed) = Blocks::open_quote(&head[..header.bytes], Cut::Records { delimiter, line_ends }) {
            return Err(failed_block(path, failed).shift(Place { row: 0, line: lines }));
        }
        let first = head.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let written = if header.cells.len() > 1 { head::without_end(&head[first..header.bytes]) } else { &[] };
        let written: Arc<[u8]> = written.into();
        head.drain(..header.bytes);
        let mut headers = Counted::default();
        let next = head::before_line(&head, 2).unwrap_or(head.len());
        let has_ruler = header::is_ruler(&head[..next], delimiter);
        if has_ruler {
            headers.add(Place { row: 0, line: lines + header.lines + 1 }, || ());
            head.drain(..next);
        }
        let mut odd_lines = header.odd_lines;
        odd_lines.shift(Place { row: 0, line: lines });
        let mut open_quotes = OpenQuotes::default();
        open_quotes.merge(&header.open_quotes, Place { row: 0, line: lines });
        lines += header.lines + u64::from(has_ruler);
        self.dialect.delimiter = Some(delimiter);
        self.dialect.line_ends = Some(line_ends);
        let (columns, repeated) = names::header(&header.cells);
        let places = places(&columns, &self.asked.wanted);
        let found = Some(found(&columns, &places));
        let how = Splitting { delimiter, line_ends, width: columns.len(), columns: places, header: written };
        let blocks = Blocks::new(head, rest, CSV_BLOCK, Cut::Records { delimiter, line_ends })
            .longest_row(self.options.longest_row);
        let first = Place { row: 0, line: lines };
        let source = self.source(Pending::Text(blocks, VecDeque::new()), Shape::Csv(how));
        Ok(Source { columns, repeated, open_quotes, odd_lines, headers, found, first, ..source })
    }

    /// Skips what comes above the header, whose lines are counted, and returns the delimiter of its cells.
    fn skip_to_header(
        &mut self,
        head: &mut Vec<u8>,
        whole: bool,
        lines: &mut u64,
        delimiter: u8,
        is_said: bool,
    ) -> Result<u8, Error> {
        let (mut delimiter, mut rows) = (delimiter, head::first_rows(head, delimiter, whole));
        let (asked, wanted) = (&self.asked.header, &self.asked.wanted);
        let fit =
            |rows: &[(Row, usize)]| rows.iter().map(|(row, _)| header::fit(row, asked, wanted)).max().unwrap_or(0);
        let is_given = self.options.delimiter.is_some() || is_said;
        if matches!(asked, Header::Names(_)) && !is_given && fit(&rows) == 0 {
            // Titles may contain more of another delimiter than rows do of theirs.
            let others = dialect::DELIMITERS.map(|other| (other, head::first_rows(head, other, whole)));
            let best = others.into_iter().rev().max_by_key(|(_, rows)| fit(rows)).filter(|(_, rows)| fit(rows) > 1);
            (delimiter, rows) = best.unwrap_or((delimiter, rows));
        }
        let start = if let Some(row) = self.options.header_row {
            let line = row.checked_sub(*lines);
            let start = line.filter(|&line| line > 0).and_then(|line| head::before_line(head, line));
            let is_there = |&start: &usize| head::before_line(&head[start..], 2).unwrap_or(head.len() - start) > 0;
            let blank = |&start: &usize| {
                let end = head::before_line(&head[start..], 2).map_or(head.len(), |end| start + end);
                !head[start..end].trim_ascii().is_empty()
            };
            start.filter(is_there).filter(blank).ok_or_else(|| header::not_there(&self.path, row))?
        } else {
            let (first, starts): (Vec<Row>, Vec<usize>) = rows.iter().cloned().unzip();
            let at = header::find(&first, asked, wanted).map_err(|mut unsure| {
                unsure.shift(*lines);
                Error::new(&self.path, unsure.said())
            })?;
            starts.get(at).copied().unwrap_or(0)
        };
        let above: Vec<Row> = rows.into_iter().filter(|&(_, at)| at < start).map(|(row, _)| row).collect();
        let skipped = head::breaks(&head[..start]);
        if skipped > 0 {
            *lines += skipped;
            self.dialect.header = header::at(*lines + 1, &above);
            head.drain(..start);
        }
        Ok(delimiter)
    }

    fn json(mut self, text: Text) -> Result<Source, Error> {
        let wanted = |columns: &[ProjectedColumn]| Arc::new(Wanted::new(columns));
        let events = self.asked.events.as_deref().map(wanted);
        let ask = Ask { wanted: wanted(&self.asked.wanted), events, opens: false };
        let for_events = self.asked.events.is_some();
        let opens = matches!(self.asked.header, Header::Looks);
        if self.options.format.is_none() {
            self.dialect.format = lines_or_pages(self.dialect.format, &text.head);
        }
        let (mut odd_lines, mut odd_values) = (Counted::default(), Counted::default());
        let pending = if self.dialect.format == Format::Ndjson {
            let blocks = Blocks::new(text.head, text.rest, JSON_BLOCK, Cut::Lines);
            Pending::Text(blocks.longest_row(self.options.longest_row), VecDeque::new())
        } else {
            let (text, odd) = whole(&self.path, text, JSON_DOCUMENT)?;
            let (document, mended, odd_places) = json::document(&text, &self.known(), &self.path)?;
            let text: Arc<str> = mended.unwrap_or(text).into();
            (odd_lines, odd_values) = (odd, odd_places);
            self.dialect.list = document.list;
            let values = document.values;
            let before = values.first().map_or(0, |&(start, _)| start);
            let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..before]).count() as u64 + 1;
            Pending::Values { text, values, from: 0, line }
        };
        let mut source = self.source(pending, Shape::Json(ask));
        source.look_ahead(for_events, opens)?;
        Ok(Source { odd_lines, odd_values, ..source })
    }

    /// The names that are looked for.
    fn known(&self) -> Vec<String> {
        let spoken: &[Vec<String>] = if let Header::Names(spoken) = &self.asked.header { spoken } else { &[] };
        self.asked.wanted.iter().flat_map(|wanted| &wanted.names).chain(spoken.iter().flatten()).cloned().collect()
    }

    fn sheet(mut self, bytes: Vec<u8>) -> Result<Source, Error> {
        let asked = sheet::Asked {
            sheet: self.options.sheet.as_deref(),
            header_row: self.options.header_row,
            longest_row: self.options.longest_row,
            header: &self.asked.header,
            wanted: &self.asked.wanted,
        };
        let sheet = sheet::open(&self.path, bytes, asked)?;
        self.dialect.sheet = Some(sheet.name.clone());
        self.dialect.header = header::at(sheet.header_line, &sheet.above);
        let (columns, repeated) = names::header(&sheet.header);
        let places = places(&columns, &self.asked.wanted);
        let found = Some(found(&columns, &places));
        let pending = Pending::Rows { all: sheet.rows(), from: 0 };
        let (merged, formulas) = (sheet.odd.merged.clone(), sheet.odd.formulas.clone());
        let source = self.source(pending, Shape::Sheet(sheet, places));
        Ok(Source { columns, repeated, merged, formulas, found, ..source })
    }

    fn parquet(self, chunks: input::Chunks) -> Result<Source, Error> {
        let file = parquet::open(&self.path, chunks, &self.asked.wanted, self.asked.events.as_deref())?;
        let layout: Arc<arrow::Layout> = Arc::clone(&file.layout);
        let pending = Pending::Groups { all: file.groups(), from: 0 };
        Ok(self.source(pending, Shape::Parquet(file)).with_layout(&layout))
    }

    fn batches(self, handed: Handed) -> Source {
        let layout = arrow::Layout::new(handed.schema.fields(), &self.asked.wanted, self.asked.events.as_deref());
        let repeated = handed.repeated.clone();
        let source = self.source(Pending::Batches(handed), Shape::Arrow(layout.clone()));
        Source { repeated, ..source.with_layout(&layout) }
    }

    /// What was read before has its columns already; only those to pass on go by their names.
    fn held(self, held: Held) -> Source {
        let columns = held.kept.to_vec();
        let has_events = held.leads.has_events();
        let pending = Pending::Groups { all: held.leads.len(), from: 0 };
        Source { columns, has_events, ..self.source(pending, Shape::Held(held.leads)) }
    }

    /// A source without columns.
    fn source(self, pending: Pending, shape: Shape) -> Source {
        Source {
            path: self.path,
            dialect: self.dialect,
            columns: Vec::new(),
            event_columns: Vec::new(),
            has_events: false,
            refused: Vec::new(),
            repeated: Vec::new(),
            open_quotes: OpenQuotes::default(),
            odd_lines: Counted::default(),
            odd_values: Counted::default(),
            headers: Counted::default(),
            merged: Counted::default(),
            formulas: Counted::default(),
            found: None,
            progress: self.progress,
            pending,
            shape,
            first: Place::default(),
        }
    }
}

fn places(columns: &[String], wanted: &[ProjectedColumn]) -> Arc<[Option<usize>]> {
    let index = names::Index::new(columns);
    wanted.iter().map(|wanted| index.place(wanted)).collect()
}

fn found(columns: &[String], places: &[Option<usize>]) -> Vec<Option<String>> {
    places.iter().map(|place| place.map(|at| columns[at].clone())).collect()
}

/// The form of JSON that a text has, judging by its first lines: an object per line, or something else, whatever the
/// file is called.
fn lines_or_pages(format: Format, head: &[u8]) -> Format {
    let lines = head.split(|&byte| byte == b'\n').filter(|line| !is_blank(line));
    match (format, Format::sniff(head)) {
        (Format::Ndjson, _) | (_, Format::Ndjson) if json::starts_with_page(head) => Format::Json,
        (Format::Json, Format::Ndjson) if lines.take(2).count() > 1 => Format::Ndjson,
        (format, _) => format,
    }
}

fn whole(path: &str, text: Text, limit: u64) -> Result<(String, Counted), Error> {
    let lines = say!("write it as JSON lines (.ndjson), an object a line, which are read piece by piece");
    let bytes = input::held(path, text.head, text.rest, limit, &lines)?;
    let (mut text, odd) = to_utf8(bytes);
    text.truncate(before_end_marks(&text).len());
    Ok((text, odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_of_one_piece_has_a_limit() {
        let endless =
            |head: &str| Text { head: head.as_bytes().to_vec(), whole: false, rest: Box::new(std::io::repeat(b' ')) };
        let said = whole("leads.json", endless("["), 1 << 20).expect_err("it has no end").to_string();
        let wanted = "leads.json: it has to be in memory as a whole, and is longer than 1048576 bytes; write it as JSON \
                      lines (.ndjson)";
        assert!(said.starts_with(wanted), "{said}");
        let short = Text { head: b"[]".to_vec(), whole: true, rest: Box::new(std::io::empty()) };
        assert_eq!(whole("leads.json", short, 2).expect("it is just so long").0, "[]");
    }
}
