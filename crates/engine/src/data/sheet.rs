//! Spreadsheets: one sheet of a workbook, whose first row is the header. In: the workbook's bytes; out: typed cells.
//! `calamine` reads the file.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, Data, Range, Reader, SheetVisible};

use super::cell::Cell;
use super::cells::Cells;
use super::input::Error;
use super::report::Place;
use leadrules_language::calendar::DAY;

/// A sheet that was read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) header: Vec<String>,
    range: Arc<Range<Data>>,
    /// The rows, counted from the header, that hold something.
    rows: Arc<[u32]>,
    pub(super) blank_rows: u64,
}

/// Reads the sheet with this name or number; otherwise the first that is shown and holds something.
pub(super) fn open(path: &str, bytes: Vec<u8>, wanted: Option<&str>) -> Result<Sheet, Error> {
    let failed = |cause: calamine::Error| Error {
        cause: Some(cause.to_string().into()),
        ..Error::new(path, "it can't be read as a spreadsheet; it may be damaged, protected, or of another format")
    };
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(failed)?;
    let names = book.sheet_names();
    let name = if let Some(wanted) = wanted {
        let by_name =
            names.iter().find(|name| leadrules_language::text::key(name) == leadrules_language::text::key(wanted));
        let by_number = || wanted.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(1)?));
        by_name.or_else(by_number).cloned().ok_or_else(|| {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            Error::new(path, format!("it has no sheet `{wanted}`; its sheets are {}", names.join(", ")))
        })?
    } else {
        let shown = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let shown: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
        let filled = shown.iter().find(|name| book.worksheet_range(name).is_ok_and(|range| !range.is_empty()));
        match filled.or(shown.first()).or(names.first()) {
            Some(name) => name.clone(),
            None => return Err(Error::new(path, "it has no sheet")),
        }
    };
    let range = book.worksheet_range(&name).map_err(failed)?;
    let header = (0..range.width()).map(|column| cell(&range, 0, column).text().into_owned()).collect();
    let all = range.height().saturating_sub(1);
    let filled = |row: &usize| (0..range.width()).any(|column| !cell(&range, *row, column).is_missing());
    let rows: Arc<[u32]> = (1..=all).filter(filled).filter_map(|row| u32::try_from(row).ok()).collect();
    let blank_rows = (all - rows.len()) as u64;
    Ok(Sheet { name, header, range: Arc::new(range), rows, blank_rows })
}

impl Sheet {
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }
}

/// A batch of rows of a sheet.
#[derive(Debug)]
pub(super) struct SheetFrame {
    sheet: Sheet,
    from: usize,
    to: usize,
    columns: Arc<[Option<usize>]>,
}

impl SheetFrame {
    /// The rows of `sheet` from `from` up to `to`.
    pub(super) fn new(sheet: &Sheet, from: usize, to: usize, columns: &Arc<[Option<usize>]>) -> Self {
        Self { sheet: sheet.clone(), from, to, columns: Arc::clone(columns) }
    }

    pub(super) fn rows(&self) -> usize {
        self.to - self.from
    }

    fn row(&self, row: usize) -> usize {
        self.sheet.rows[self.from + row] as usize
    }

    pub(super) fn place(&self, row: usize) -> Place {
        let top = self.sheet.range.start().map_or(0, |(row, _)| row);
        Place { row: row as u64 + 1, line: u64::from(top) + self.row(row) as u64 + 1 }
    }

    /// A cell by the place of its column.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        cell(&self.sheet.range, self.row(row), column)
    }

    pub(super) fn cells(&self, target: usize) -> Option<Cells<'_>> {
        let column = self.columns[target]?;
        Some(Cells::Any(Box::new(move |row| self.cell(row, column))))
    }
}

fn cell(range: &Range<Data>, row: usize, column: usize) -> Cell<'_> {
    match range.get((row, column)) {
        None | Some(Data::Empty) => Cell::Missing,
        Some(Data::Int(value)) => Cell::Integer(*value),
        Some(Data::Float(value)) => Cell::Float(*value),
        Some(Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text)) => Cell::Text(text),
        Some(Data::Bool(value)) => Cell::Truth(*value),
        Some(Data::DateTime(value)) if value.is_datetime() => {
            let (year, month, date, hour, minute, second, milli) = value.to_ymd_hms_milli();
            let narrow = |number: u8| i8::try_from(number).unwrap_or(0);
            let day = i16::try_from(year)
                .ok()
                .and_then(|year| leadrules_language::calendar::day(year, narrow(month), narrow(date)));
            let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
            let micros = seconds * 1_000_000 + i64::from(milli) * 1000;
            match day {
                Some(day) if micros == 0 => Cell::Day(day),
                Some(day) => Cell::Local(i64::from(day) * DAY + micros),
                None => Cell::Float(value.as_f64()),
            }
        }
        Some(Data::DateTime(value)) => Cell::Float(value.as_f64()),
        Some(Data::Error(error)) => Cell::Other(match error {
            CellErrorType::Div0 => "#DIV/0!",
            CellErrorType::NA => "#N/A",
            CellErrorType::Name => "#NAME?",
            CellErrorType::Null => "#NULL!",
            CellErrorType::Num => "#NUM!",
            CellErrorType::Ref => "#REF!",
            CellErrorType::Value => "#VALUE!",
            CellErrorType::GettingData => "#DATA!",
        }),
    }
}
