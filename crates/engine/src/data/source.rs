//! An opened file, whatever its format: the columns that were found, and its blocks one after another. In: an input and what
//! is looked for; out: blocks, and the frames that each is decoded to. The order in which threads work on them is not
//! known here.

use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::RecordBatch;

use super::arrow;
use super::blocks::{Blocks, Failed, size};
use super::csv::{CsvFrame, Splitting};
use super::dialect::Dialect;
use super::frame::Frame;
use super::handed::Handed;
use super::input::{Error, Progress};
use super::json::{self, Ask, JsonBlock, JsonFrame};
use super::parquet::ParquetFile;
use super::report::{Counted, OddEnd, OpenQuotes, Place};
use super::sheet::{Sheet, SheetFrame};
use crate::shelf::Shelf;
use leadrules_language::words::{Text, say};

/// Bytes in a block of JSON, which takes more of them to say the same.
pub(super) const JSON_BLOCK: usize = 512 << 10;
/// Bytes of JSON that are searched for the first lead with events, if events are asked for.
const JSON_AHEAD: usize = 64 << 20;
/// Rows of a sheet in a batch.
const SHEET_ROWS: usize = 16_384;

/// A file whose rows are yet to be read.
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
    /// Odd places of JSON that was put right as a whole.
    pub(super) odd_values: Counted<Text>,
    /// The line drawn under its header.
    pub(super) headers: Counted<()>,
    /// Merged cells of a sheet, and formulas without a value.
    pub(super) merged: Counted,
    pub(super) formulas: Counted,
    /// Columns whose values can't be passed on, with their types.
    pub(super) refused: Vec<(String, String)>,
    /// By target, the name of the column that was found; `None` for JSON, whose objects differ.
    pub(super) found: Option<Vec<Option<String>>>,
    pub(super) progress: Progress,
    pub(super) pending: Pending,
    pub(super) shape: Shape,
    pub(super) first: Place,
}

pub(super) enum Pending {
    /// With the blocks that were looked at ahead.
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
    Batches(Handed),
}

/// How a block is read.
pub(super) enum Shape {
    Csv(Splitting),
    Json(Ask),
    Sheet(Sheet, Arc<[Option<usize>]>),
    Parquet(ParquetFile),
    Arrow(arrow::Layout),
    /// As batches of leads that were read before.
    Held(Shelf),
}

/// A piece of a source that holds whole rows.
pub(super) enum Block {
    Csv(Vec<u8>),
    Json(JsonBlock),
    Rows(usize, usize),
    Group(usize),
    Batch(RecordBatch),
}

/// What is known of a batch besides its cells.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) rows: u64,
    pub(super) lines: u64,
    pub(super) short_rows: Counted<usize>,
    pub(super) long_rows: Counted<usize>,
    pub(super) blank_rows: u64,
    pub(super) open_quotes: OpenQuotes,
    pub(super) odd_lines: Counted,
    /// Odd places of objects, and lines that are not objects.
    pub(super) odd_values: Counted<Text>,
    pub(super) broken: Counted,
    pub(super) headers: Counted<()>,
    /// Its last rows, if they do not look like leads.
    pub(super) end: Option<OddEnd>,
    pub(super) not_events: Counted,
    pub(super) repeated_names: Counted,
    /// Names that objects had.
    pub(super) names: Vec<String>,
    pub(super) event_names: Vec<String>,
    /// Where the batch starts: what comes before it.
    pub(super) base: Place,
}

pub(super) fn failed_block(path: &str, failed: Failed) -> Error {
    match failed {
        Failed::Io(cause) => Error::io(path, say!("it can't be read to its end"), cause),
        Failed::OpenQuote { before, after } => {
            let what = match after {
                0 => say!(
                    "a quote is opened here and never closed, so the rest of the line would be part of one cell; close it, or \
                     write it twice if it belongs to the text"
                ),
                lines => say!(
                    "a quote is opened here and never closed, so the {lines} {lines|line|lines} after it would be part of one \
                     cell; close it, or write it twice if it belongs to the text",
                    lines
                ),
            };
            Error::new(path, what).at(Place { row: 0, line: before + 1 })
        }
        Failed::LongRow(quote, limit) => {
            let size = size(limit as u64);
            let Some(before) = quote else {
                let what = say!(
                    "a row in it is longer than {size}; it may be no table, or have no line ends (if it is one, `--longest-row` allows more)",
                    size
                );
                return Error::new(path, what);
            };
            let what = say!(
                "a quote is opened here and not closed within {size}, so all that would be one cell; close it, or write \
                 it twice if it belongs to the text",
                size
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
                    Shape::Json(_) | Shape::Sheet(..) | Shape::Parquet(_) | Shape::Arrow(_) | Shape::Held(_) => {
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
            Self::Batches(handed) => Ok(handed.next(path)?.map(Block::Batch)),
        }
    }
}

impl Source {
    /// The same with the columns of a file that has types.
    pub(super) fn with_layout(self, layout: &arrow::Layout) -> Self {
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

    /// Where its first row is.
    pub(super) fn first(&self) -> Place {
        self.first
    }

    /// How many blocks each thread may take at a time and keep in memory. Blocks of text are small, so that what is
    /// made of them stays in the processor's cache.
    pub(super) fn blocks_at_a_time(&self) -> usize {
        if matches!(self.pending, Pending::Text(..)) { 8 } else { 1 }
    }

    /// The blocks yet to come, and what decodes them: the former is held by one thread at a time, the latter shared.
    pub(super) fn split(&mut self) -> (Unread<'_>, Decoding<'_>) {
        let Self { pending, shape, path, progress, .. } = self;
        (Unread { pending, shape, path, progress }, Decoding { shape, path })
    }

    /// Reads the first objects to find out which names they have; if events are asked for, up to the first object that
    /// has some, unless that is far away.
    pub(super) fn look_ahead(&mut self, for_events: bool, opens: bool) -> Result<(), Error> {
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
            // Events are asked for here so that they are not taken for a column.
            let ask = Ask { wanted: Arc::default(), events: Some(Arc::default()), opens };
            let found = |frame: &JsonFrame<'_>| (frame.has_events, frame.event_names().to_vec(), frame.names.clone());
            let (has_events, event_columns, names) = match json::read(block, &ask, &self.path, found) {
                Ok(found) => found,
                Err(error) if opens && at == 0 => return Err(error),
                // What is wrong with it is reported when it is read in earnest.
                Err(_) => break,
            };
            (self.has_events, self.event_columns) = (has_events, event_columns);
            if at == 0 {
                self.columns = names;
            }
            if self.has_events || !for_events || bytes > JSON_AHEAD {
                break;
            }
        }
        Ok(())
    }
}

/// The blocks of a source that are yet to come.
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
                    end: Frame::Csv(&frame).end(),
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
            (Shape::Json(ask), Block::Json(block)) => json::read(block, ask, self.path, |frame| {
                let about = About {
                    rows: frame.rows() as u64,
                    lines: frame.all_lines,
                    odd_lines: frame.odd_lines.clone(),
                    odd_values: frame.odd_values.clone(),
                    broken: frame.broken.clone(),
                    not_events: frame.not_events.clone(),
                    repeated_names: frame.repeated.clone(),
                    event_names: frame.event_names().to_vec(),
                    names: frame.names.clone(),
                    ..About::default()
                };
                vec![(work(&Frame::Json(frame)), about)]
            }),
            (Shape::Sheet(sheet, columns), Block::Rows(from, to)) => {
                let frame = SheetFrame::new(sheet, from, to, columns);
                let made = work(&Frame::Sheet(&frame));
                let (blank_rows, headers) =
                    if from == 0 { (sheet.blank_rows, sheet.headers.clone()) } else { Default::default() };
                let (rows, end) = ((to - from) as u64, Frame::Sheet(&frame).end());
                Ok(vec![(made, About { rows, blank_rows, headers, end, ..About::default() })])
            }
            (Shape::Parquet(file), Block::Group(group)) => {
                let mut frames = file.frames(group)?;
                let mut batches = Vec::new();
                let mut next = frames.next();
                while let Some(frame) = next {
                    let frame = frame?;
                    let about = About { rows: frame.rows() as u64, ..About::default() };
                    // A thread with nothing else to do reads ahead meanwhile.
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
            (Shape::Held(batches), Block::Group(at)) => {
                let leads = batches.batch(at).map_err(|cause| Error::shelf(self.path, cause))?;
                let about = About { rows: leads.rows as u64, ..About::default() };
                Ok(vec![(work(&Frame::Held(&leads)), about)])
            }
            (
                Shape::Csv(_)
                | Shape::Json(_)
                | Shape::Sheet(..)
                | Shape::Parquet(_)
                | Shape::Arrow(_)
                | Shape::Held(_),
                _,
            ) => {
                unreachable!("a source gives blocks of its own shape")
            }
        }
    }
}
