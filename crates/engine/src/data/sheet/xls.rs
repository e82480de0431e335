//! What a workbook of `.xls` claims, before its reader allocates for it: more rows and columns than anything could
//! hold, cells far apart, or parts that refer to each other in circles. In: the workbook's bytes; out: nothing, or what
//! is wrong.

use leadrules_language::words::say;

use super::claims::{CELLS, Wrong};
use super::ole::{Ole, four, two};

/// Kinds of record.
mod kind {
    pub(super) const BEGIN: u16 = 0x0809;
    pub(super) const END: u16 = 0x000a;
    pub(super) const PROTECTED: u16 = 0x002f;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const ROW_OF_NUMBERS: u16 = 0x00bd;
    pub(super) const RICH_TEXT: u16 = 0x00d6;
    pub(super) const SHARED_TEXT: u16 = 0x00fd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const TEXT: u16 = 0x0204;
    pub(super) const TRUTH: u16 = 0x0205;
    pub(super) const SHORT_NUMBER: u16 = 0x027e;
}

/// The sheets of a file are side by side, so all of them together are about as long as the file; if they are longer
/// than this many times its length, they are the same ones over and over.
const OVERLAP: usize = 16;

/// Looks through a workbook if it is `.xls`.
pub(super) fn check(bytes: &[u8]) -> Result<(), Wrong> {
    let damaged = |cause: &str| Wrong::damaged(&cause);
    let Some(file) = Ole::open(bytes) else { return Ok(()) };
    let file = file.map_err(damaged)?;
    let Some(stream) = file.stream("Workbook").or_else(|| file.stream("Book")) else { return Ok(()) };
    let stream = stream.map_err(damaged)?;
    let (mut all, mut looked_at) = (0_u64, 0);
    for start in sheets(&stream) {
        let sheet = stream.get(start..).ok_or_else(|| damaged("a sheet begins beyond the end"))?;
        let (extent, length) = extent(sheet)?;
        all = all.saturating_add(extent);
        looked_at += length;
        if looked_at > stream.len().saturating_mul(OVERLAP) {
            return Err(damaged("its sheets lie within each other"));
        }
        if all > CELLS {
            return Err(Wrong::together(all));
        }
    }
    Ok(())
}

/// The records of a stream, up to one that breaks off: kind and content.
struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (two(self.rest, 0)?, two(self.rest, 2)?);
        let (record, rest) = self.rest.split_at_checked(usize::from(length) + 4)?;
        self.rest = rest;
        Some((kind, &record[4..]))
    }
}

/// Where the sheets begin.
fn sheets(stream: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    for (kind, content) in (Records { rest: stream }) {
        match kind {
            kind::SHEET => starts.extend(four(content, 0).map(|start| start as usize)),
            // What follows can't be read.
            kind::PROTECTED if two(content, 0) != Some(0) => return Vec::new(),
            kind::END => break,
            _ => {}
        }
    }
    starts
}

/// Rows or columns from the first to the last.
#[derive(Default)]
struct Span(Option<(u64, u64)>);

impl Span {
    fn add(&mut self, at: u16) {
        let at = u64::from(at);
        let (first, last) = self.0.unwrap_or((at, at));
        self.0 = Some((first.min(at), last.max(at)));
    }

    fn length(&self) -> u64 {
        self.0.map_or(0, |(first, last)| last - first + 1)
    }
}

/// How many cells a sheet spans, and how many bytes of its records were looked at.
fn extent(sheet: &[u8]) -> Result<(u64, usize), Wrong> {
    let (mut rows, mut columns) = (Span::default(), Span::default());
    let (mut records, mut depth) = (Records { rest: sheet }, 0_u32);
    for (kind, content) in &mut records {
        match kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // A chart within the sheet.
            _ if depth > 1 => {}
            kind::DIMENSIONS => {
                let (rows, columns) = claimed(content);
                believable(rows, columns)?;
            }
            kind::NUMBER
            | kind::TEXT
            | kind::RICH_TEXT
            | kind::TRUTH
            | kind::SHORT_NUMBER
            | kind::SHARED_TEXT
            | kind::ROW_OF_NUMBERS
            | kind::FORMULA => {
                let (Some(row), Some(column)) = (two(content, 0), two(content, 2)) else { break };
                rows.add(row);
                columns.add(column);
                if kind == kind::ROW_OF_NUMBERS
                    && let Some(last) = content.len().checked_sub(2).and_then(|at| two(content, at))
                {
                    columns.add(last);
                }
            }
            _ => {}
        }
    }
    believable(rows.length(), columns.length())?;
    Ok((rows.length() * columns.length(), sheet.len() - records.rest.len()))
}

/// The rows and columns that a sheet claims, as its reader takes them.
fn claimed(content: &[u8]) -> (u64, u64) {
    let narrow = |at| two(content, at).map(u32::from);
    let bounds = match content.len() {
        10 => (narrow(0), narrow(2), narrow(4), narrow(6)),
        14 | 16 => (four(content, 0), four(content, 4), narrow(8), narrow(10)),
        _ => return (0, 0),
    };
    let (Some(first_row), Some(end_row), Some(first_column), Some(end_column)) = bounds else { return (0, 0) };
    if end_row == 0 || end_column == 0 {
        return (1, 1);
    }
    let first_column = if first_column > 0xff || end_column < first_column { 0 } else { first_column };
    // An end before the beginning is taken for a very large number.
    (end_row.wrapping_sub(first_row).into(), (end_column - first_column).into())
}

/// Whether a sheet can have this many rows and columns.
fn believable(rows: u64, columns: u64) -> Result<(), Wrong> {
    if rows.saturating_mul(columns) <= CELLS {
        return Ok(());
    }
    Err(Wrong::Large(say!(
        "a sheet of it claims {rows} rows and {columns} columns, more than .xls can have, so it may be damaged; open it in a \
         spreadsheet program and save it as .xlsx",
        rows,
        columns
    )))
}
