//! An opened file, whatever its format: the columns that were found, and its blocks one after another. In: an input and what
//! is looked for; out: blocks, and the frames that each is decoded to. In which order threads work on them is not known here.

use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::blocks::{Blocks, Cut, Failed};
use super::csv::{self, CsvFrame, Splitting};
use super::dialect::{self, Dialect, Format};
use super::frame::Frame;
use super::header::{self, Row};
use super::input::{self, Error, Input, Opened, Progress, ReadOptions, Text};
use super::json::{self, Ask, JsonBlock, JsonText};
use super::parquet::{self, ParquetFile};
use super::projection::{Header, ProjectedColumn, Projection};
use super::report::{Counted, OpenQuotes, Place};
use super::sheet::{self, Sheet, SheetFrame};
use super::{arrow, names};
use leadrules_language::text::counted;

/// Bytes in a block of CSV.
const CSV_BLOCK: usize = 256 << 10;
/// Bytes in a block of JSON, which says the same in more of them.
const JSON_BLOCK: usize = 512 << 10;
/// The most bytes, unpacked, that JSON of one piece may have.
const JSON_DOCUMENT: u64 = 1 << 30;
/// Bytes of JSON that are looked through for the first lead with events, where events are asked for.
const JSON_AHEAD: usize = 64 << 20;
/// Rows of a sheet in a batch.
const SHEET_ROWS: usize = 16_384;

/// A file whose rows are still to be read.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) dialect: Dialect,
    /// The names of its columns; of JSON, those in its first block.
    pub(super) columns: Vec<String>,
    /// The names of the columns of nested events.
    pub(super) event_columns: Vec<String>,
    /// Whether it has nested events, as far as its start shows.
    pub(super) has_events: bool,
    pub(super) repeated: Vec<(String, String)>,
    /// Quotes of its header that are probably never closed.
    pub(super) open_quotes: OpenQuotes,
    /// Lines of its header, or of a text read as a whole, that are not UTF-8.
    pub(super) odd_lines: Counted,
    /// The line that is drawn under its header.
    pub(super) headers: Counted<()>,
    /// Merged cells of a sheet, and formulas without a value.
    pub(super) merged: Counted,
    pub(super) formulas: Counted,
    /// Columns whose values can't be passed on, with their types.
    pub(super) refused: Vec<(String, String)>,
    /// By target, the name of the column that was found; none for JSON, whose objects differ.
    pub(super) found: Option<Vec<Option<String>>>,
    pub(super) progress: Progress,
    pending: Pending,
    shape: Shape,
    first: Place,
}

enum Pending {
    /// With the blocks that were looked at before.
    Text(Blocks, VecDeque<Vec<u8>>),
    Values {
        text: Arc<str>,
        values: Vec<(usize, usize)>,
        from: usize,
        line: u64,
    },
    Rows {
        all: usize,
        from: usize,
    },
    Groups {
        all: usize,
        from: usize,
    },
    Batches(std::vec::IntoIter<RecordBatch>),
}

/// How a block is read.
enum Shape {
    Csv(Splitting),
    Json(Ask),
    Sheet(Sheet, Arc<[Option<usize>]>),
    Parquet(ParquetFile),
    Arrow(arrow::Layout),
}

/// A piece of a source that holds whole rows.
pub(super) enum Block {
    Csv(Vec<u8>),
    Json(JsonBlock),
    Rows(usize, usize),
    Group(usize),
    Batch(RecordBatch),
}

/// What is known of a batch beside its cells.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) rows: u64,
    pub(super) lines: u64,
    pub(super) short_rows: Counted<usize>,
    pub(super) long_rows: Counted<usize>,
    pub(super) blank_rows: u64,
    pub(super) open_quotes: OpenQuotes,
    pub(super) odd_lines: Counted,
    pub(super) headers: Counted<()>,
    /// Its last row, where that sums up the others.
    pub(super) total: Option<(Place, String)>,
    pub(super) not_events: Counted,
    pub(super) repeated_names: Counted,
    /// Names that objects had.
    pub(super) names: Vec<String>,
    pub(super) event_names: Vec<String>,
    /// Where the batch starts: what stands before it.
    pub(super) base: Place,
}

/// Opens an input and finds the columns.
pub(super) fn open(input: &Input, options: &ReadOptions, asked: &Projection) -> Result<Source, Error> {
    let (opened, dialect, progress) = input::open(input, options)?;
    let opening = Opening { path: input.name(), options, asked, dialect, progress };
    match opened {
        Opened::Text(text) if opening.dialect.format == Format::Csv => opening.csv(text),
        Opened::Text(text) => opening.json(text),
        Opened::Sheet(bytes) => opening.sheet(bytes),
        Opened::Parquet(chunks) => opening.parquet(chunks),
        Opened::Batches(schema, batches) => Ok(opening.batches(&schema, batches)),
    }
}

/// A file whose format is known and whose columns are not.
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
        if let Some((mark, bytes)) = csv::separator_line(&head) {
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
        let Some(header) = csv::header(&head, delimiter) else {
            let what =
                if whole { "it is empty: not even the names of columns are there" } else { "its header does not end" };
            return Err(Error::new(path, what));
        };
        if header.bytes == head.len() && !whole {
            let what = "its header does not end: perhaps a quote is opened and never closed";
            return Err(Error::new(path, what).at(Place { row: 0, line: lines + 1 }));
        }
        if let Some(failed) = Blocks::open_quote(&head[..header.bytes], Cut::Records { delimiter, line_ends }) {
            return Err(failed_block(path, failed).shift(Place { row: 0, line: lines }));
        }
        let first = head.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let written = if header.cells.len() > 1 { csv::without_end(&head[first..header.bytes]) } else { &[] };
        let written: Arc<[u8]> = written.into();
        head.drain(..header.bytes);
        let mut headers = Counted::default();
        let next = csv::before_line(&head, 2).unwrap_or(head.len());
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

    /// Leaves out what stands above the header, whose lines are counted, and says what parts its cells.
    fn skip_to_header(
        &mut self,
        head: &mut Vec<u8>,
        whole: bool,
        lines: &mut u64,
        delimiter: u8,
        is_said: bool,
    ) -> Result<u8, Error> {
        let (mut delimiter, mut rows) = (delimiter, csv::first_rows(head, delimiter, whole));
        let (asked, wanted) = (&self.asked.header, &self.asked.wanted);
        let fit =
            |rows: &[(Row, usize)]| rows.iter().map(|(row, _)| header::fit(row, asked, wanted)).max().unwrap_or(0);
        let is_given = self.options.delimiter.is_some() || is_said;
        if matches!(asked, Header::Names(_)) && !is_given && fit(&rows) == 0 {
            // Titles may be fuller of another mark than the rows are of theirs.
            let others = dialect::DELIMITERS.map(|other| (other, csv::first_rows(head, other, whole)));
            let best = others.into_iter().rev().max_by_key(|(_, rows)| fit(rows)).filter(|(_, rows)| fit(rows) > 1);
            (delimiter, rows) = best.unwrap_or((delimiter, rows));
        }
        let start = if let Some(row) = self.options.header_row {
            let line = row.checked_sub(*lines);
            let start = line.filter(|&line| line > 0).and_then(|line| csv::before_line(head, line));
            let is_there = |&start: &usize| csv::before_line(&head[start..], 2).unwrap_or(head.len() - start) > 0;
            let blank = |&start: &usize| {
                let end = csv::before_line(&head[start..], 2).map_or(head.len(), |end| start + end);
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
        let skipped = csv::breaks(&head[..start]);
        if skipped > 0 {
            *lines += skipped;
            self.dialect.header = header::at(*lines + 1, &above);
            head.drain(..start);
        }
        Ok(delimiter)
    }

    fn json(self, text: Text) -> Result<Source, Error> {
        let ask = Ask { wanted: self.asked.wanted.clone().into(), events: self.asked.events.clone().map(Into::into) };
        let for_events = self.asked.events.is_some();
        let pending = if self.dialect.format == Format::Ndjson {
            let blocks = Blocks::new(text.head, text.rest, JSON_BLOCK, Cut::Lines);
            Pending::Text(blocks.longest_row(self.options.longest_row), VecDeque::new())
        } else {
            let text = whole(&self.path, text, JSON_DOCUMENT)?;
            let values = json::values(&text, &self.path)?;
            let before = values.first().map_or(0, |&(start, _)| start);
            let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..before]).count() as u64 + 1;
            Pending::Values { text, values, from: 0, line }
        };
        let mut source = self.source(pending, Shape::Json(ask));
        source.look_ahead(for_events)?;
        Ok(source)
    }

    fn sheet(mut self, bytes: Vec<u8>) -> Result<Source, Error> {
        let asked = sheet::Asked {
            sheet: self.options.sheet.as_deref(),
            header_row: self.options.header_row,
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

    fn batches(self, schema: &Schema, batches: Vec<RecordBatch>) -> Source {
        let layout = arrow::Layout::new(schema.fields(), &self.asked.wanted, self.asked.events.as_deref());
        let pending = Pending::Batches(batches.into_iter());
        self.source(pending, Shape::Arrow(layout.clone())).with_layout(&layout)
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
    let place = |wanted: &ProjectedColumn| {
        if wanted.exact {
            columns.iter().position(|column| wanted.names.contains(column))
        } else {
            names::find(columns, &wanted.names)
        }
    };
    wanted.iter().map(place).collect()
}

fn found(columns: &[String], places: &[Option<usize>]) -> Vec<Option<String>> {
    places.iter().map(|place| place.map(|at| columns[at].clone())).collect()
}

fn whole(path: &str, text: Text, limit: u64) -> Result<Arc<str>, Error> {
    const LINES: &str = "write it as JSON lines (.ndjson), an object a line, which are read piece by piece";
    let bytes = input::held(path, text.head, text.rest, limit, LINES)?;
    Ok(csv::to_utf8(bytes).0.into())
}

fn failed_block(path: &str, failed: Failed) -> Error {
    match failed {
        Failed::Io(cause) => Error::io(path, "it can't be read to its end", cause),
        Failed::OpenQuote { before, after } => {
            let rest = match after {
                0 => "the rest of the line".to_owned(),
                after => format!("the {} after it", counted(after, "line", "lines")),
            };
            let what = format!(
                "a quote is opened here and never closed, so {rest} would be part of one cell; close it, or write it twice \
                 if it belongs to the text"
            );
            Error::new(path, what).at(Place { row: 0, line: before + 1 })
        }
        Failed::LongRow(quote, limit) => {
            let size = if limit < 1 << 20 { format!("{limit} bytes") } else { format!("{} MiB", limit >> 20) };
            let Some(before) = quote else {
                let what = format!("a row in it is longer than {size}; it may be no table, or have no line ends");
                return Error::new(path, what);
            };
            let what = format!(
                "a quote is opened here and not closed within {size}, so all that would be one cell; close it, or write \
                 it twice if it belongs to the text"
            );
            Error::new(path, what).at(Place { row: 0, line: before + 1 })
        }
    }
}

impl Pending {
    /// The next block.
    fn next(&mut self, shape: &Shape, path: &str, progress: &Progress) -> Result<Option<Block>, Error> {
        match self {
            Self::Text(blocks, ahead) => {
                let bytes = match ahead.pop_front() {
                    Some(block) => Some(block),
                    None => blocks.next().map_err(|failed| failed_block(path, failed))?,
                };
                Ok(bytes.map(|bytes| match shape {
                    Shape::Csv(_) => Block::Csv(bytes),
                    Shape::Json(_) | Shape::Sheet(..) | Shape::Parquet(_) | Shape::Arrow(_) => {
                        Block::Json(JsonBlock::Lines(bytes))
                    }
                }))
            }
            Self::Values { text, values, from, line } => {
                let Some(&(start, _)) = values.get(*from) else { return Ok(None) };
                let count = values[*from..].iter().take_while(|(_, end)| end - start < JSON_BLOCK).count().max(1);
                let block = values[*from..*from + count].to_vec();
                let first_line = *line;
                *from += count;
                let next = values.get(*from).map_or(start, |&(start, _)| start);
                *line += memchr::memchr_iter(b'\n', &text.as_bytes()[start..next]).count() as u64;
                Ok(Some(Block::Json(JsonBlock::Values { text: Arc::clone(text), values: block, first_line })))
            }
            Self::Rows { all, from } => {
                let (start, end) = (*from, (*from + SHEET_ROWS).min(*all));
                *from = end;
                Ok((start < end).then_some(Block::Rows(start, end)))
            }
            Self::Groups { all, from } => {
                let group = *from;
                *from += 1;
                if group < *all
                    && let Shape::Parquet(file) = shape
                {
                    progress.add(file.size(group));
                }
                Ok((group < *all).then_some(Block::Group(group)))
            }
            Self::Batches(batches) => Ok(batches.next().map(Block::Batch)),
        }
    }
}

impl Source {
    /// The same with the columns of a file that has types.
    fn with_layout(self, layout: &arrow::Layout) -> Self {
        let found = layout.columns.iter().map(|path| path.as_ref().map(|path| path.join("."))).collect();
        Self {
            columns: layout.names.clone(),
            event_columns: layout.event_names.clone(),
            has_events: layout.events.is_some(),
            refused: layout.refused.clone(),
            found: Some(found),
            ..self
        }
    }

    /// Where its first row stands.
    pub(super) fn first(&self) -> Place {
        self.first
    }

    /// How many blocks each thread may take at a time and keep in memory. Blocks of text are small, so that what is made of
    /// them stays near the processor.
    pub(super) fn blocks_at_a_time(&self) -> usize {
        if matches!(self.pending, Pending::Text(..)) { 8 } else { 1 }
    }

    /// The blocks still to come, and what decodes them: the one is held by one thread at a time, the other shared.
    pub(super) fn split(&mut self) -> (Unread<'_>, Decoding<'_>) {
        let Self { pending, shape, path, progress, .. } = self;
        (Unread { pending, shape, path, progress }, Decoding { shape, path })
    }

    /// Reads the first objects, to know which names they have; where events are asked for, up to the first that has some,
    /// unless that is far away.
    fn look_ahead(&mut self, for_events: bool) -> Result<(), Error> {
        let mut bytes = 0;
        for at in 0.. {
            let block = match &mut self.pending {
                Pending::Text(blocks, ahead) => {
                    if at == ahead.len() {
                        ahead.extend(blocks.next().map_err(|failed| failed_block(&self.path, failed))?);
                    }
                    let Some(block) = ahead.get(at) else { break };
                    bytes += block.len();
                    JsonBlock::Lines(block.clone())
                }
                Pending::Values { text, values, line, .. } => {
                    let Some(block) = values.chunks(1000).nth(at) else { break };
                    JsonBlock::Values { text: Arc::clone(text), values: block.to_vec(), first_line: *line }
                }
                Pending::Rows { .. } | Pending::Groups { .. } | Pending::Batches(_) => break,
            };
            // The events are asked for, so that they are not taken for a column.
            let ask = Ask { wanted: Arc::new([]), events: Some(Arc::new([])) };
            // What is wrong with it is said when it is read in earnest.
            let text = JsonText::new(block);
            let Ok(frame) = text.frame(&ask, &self.path) else { break };
            self.has_events = frame.has_events;
            self.event_columns = frame.event_names().to_vec();
            if at == 0 {
                self.columns = frame.names;
            }
            if self.has_events || !for_events || bytes > JSON_AHEAD {
                break;
            }
        }
        Ok(())
    }
}

/// The blocks of a source that are still to come.
pub(super) struct Unread<'s> {
    pending: &'s mut Pending,
    shape: &'s Shape,
    path: &'s str,
    progress: &'s Progress,
}

impl Unread<'_> {
    /// The next block.
    pub(super) fn next(&mut self) -> Option<Result<Block, Error>> {
        self.pending.next(self.shape, self.path, self.progress).transpose()
    }
}

/// How blocks of a source are decoded.
#[derive(Copy, Clone)]
pub(super) struct Decoding<'s> {
    shape: &'s Shape,
    path: &'s str,
}

impl Decoding<'_> {
    /// Decodes a block, and works on each batch in it.
    pub(super) fn frames<T: Send>(
        self,
        block: Block,
        work: &(impl Fn(&Frame<'_>) -> T + Sync),
    ) -> Result<Vec<(T, About)>, Error> {
        match (self.shape, block) {
            (Shape::Csv(how), Block::Csv(bytes)) => {
                let frame = CsvFrame::new(bytes, how);
                let made = work(&Frame::Csv(&frame));
                let rows = frame.rows() as u64;
                let about = About {
                    rows,
                    total: Frame::Csv(&frame).total(),
                    lines: frame.all_lines,
                    short_rows: frame.short_rows,
                    long_rows: frame.long_rows,
                    blank_rows: frame.blank_rows,
                    open_quotes: frame.open_quotes,
                    odd_lines: frame.odd_lines,
                    headers: frame.headers,
                    ..About::default()
                };
                Ok(vec![(made, about)])
            }
            (Shape::Json(ask), Block::Json(block)) => {
                let text = JsonText::new(block);
                let frame = text.frame(ask, self.path)?;
                let made = work(&Frame::Json(&frame));
                let about = About {
                    rows: frame.rows() as u64,
                    lines: frame.all_lines,
                    odd_lines: frame.odd_lines.clone(),
                    not_events: frame.not_events.clone(),
                    repeated_names: frame.repeated.clone(),
                    event_names: frame.event_names().to_vec(),
                    names: frame.names,
                    ..About::default()
                };
                Ok(vec![(made, about)])
            }
            (Shape::Sheet(sheet, columns), Block::Rows(from, to)) => {
                let frame = SheetFrame::new(sheet, from, to, columns);
                let made = work(&Frame::Sheet(&frame));
                let (blank_rows, headers) =
                    if from == 0 { (sheet.blank_rows, sheet.headers.clone()) } else { Default::default() };
                let (rows, total) = ((to - from) as u64, Frame::Sheet(&frame).total());
                Ok(vec![(made, About { rows, blank_rows, headers, total, ..About::default() })])
            }
            (Shape::Parquet(file), Block::Group(group)) => {
                let mut frames = file.frames(group)?;
                let mut batches = Vec::new();
                let mut next = frames.next();
                while let Some(frame) = next {
                    let frame = frame?;
                    let about = About { rows: frame.rows() as u64, ..About::default() };
                    // A thread that has nothing else to do reads on meanwhile.
                    let (made, following) = rayon::join(|| work(&Frame::Arrow(&frame)), || frames.next());
                    batches.push((made, about));
                    next = following;
                }
                Ok(batches)
            }
            (Shape::Arrow(layout), Block::Batch(batch)) => {
                let frame = arrow::ArrowFrame::new(&batch, layout);
                let about = About { rows: frame.rows() as u64, ..About::default() };
                Ok(vec![(work(&Frame::Arrow(&frame)), about)])
            }
            (Shape::Csv(_) | Shape::Json(_) | Shape::Sheet(..) | Shape::Parquet(_) | Shape::Arrow(_), _) => {
                unreachable!("a source gives blocks of its own shape")
            }
        }
    }
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
        assert_eq!(whole("leads.json", short, 2).expect("it is just so long").as_ref(), "[]");
    }
}
