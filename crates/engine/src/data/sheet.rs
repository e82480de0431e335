//! Spreadsheets: one sheet of a workbook, whose first row is the header. In: the workbook's bytes; out: typed cells.
//! `calamine` reads the file.

mod claims;
mod grid;
mod ods;
mod ole;
mod xls;

use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, Data, DataRef, Reader, SheetVisible, Sheets, XlsxError};

use super::cell::Cell;
use super::cells::Cells;
use super::foreign::guarded;
use super::input::Error;
use super::report::Place;
use claims::Wrong;
use grid::{Beyond, Grid};
use leadrules_language::calendar::DAY;

/// What is said of a file that can't be read.
const DAMAGED: &str = "it can't be read as a spreadsheet; it may be damaged, protected, or of another format";

/// A sheet that was read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) header: Vec<String>,
    grid: Arc<Grid>,
    /// The rows of the grid below the header that hold something.
    rows: Arc<[usize]>,
    pub(super) blank_rows: u64,
}

/// Reads the sheet with this name or number; otherwise the first that is shown and holds something.
pub(super) fn open(path: &str, bytes: Vec<u8>, wanted: Option<&str>) -> Result<Sheet, Error> {
    guarded(path, DAMAGED, || unguarded(path, bytes, wanted))
}

fn unguarded(path: &str, bytes: Vec<u8>, wanted: Option<&str>) -> Result<Sheet, Error> {
    ods::check(&bytes).and_then(|()| xls::check(&bytes)).map_err(|wrong| match wrong {
        Wrong::Damaged(cause) => damaged(path, &cause),
        Wrong::Large(said) => Error::new(path, said),
    })?;
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|cause| damaged(path, &cause))?;
    let names = book.sheet_names();
    let (name, grid) = if let Some(wanted) = wanted {
        let by_name =
            names.iter().find(|name| leadrules_language::text::key(name) == leadrules_language::text::key(wanted));
        let by_number = || wanted.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(1)?));
        let name = by_name.or_else(by_number).cloned().ok_or_else(|| {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            Error::new(path, format!("it has no sheet `{wanted}`; its sheets are {}", names.join(", ")))
        })?;
        let grid = cells(path, &mut book, &name)?;
        (name, grid)
    } else {
        let shown = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let shown: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
        let mut read = shown.iter().map(|name| (name.clone(), cells(path, &mut book, name)));
        let filled = read.find(|(_, grid)| grid.as_ref().is_ok_and(|grid| !grid.is_empty()));
        drop(read);
        match (filled, shown.first().or(names.first())) {
            (Some((name, grid)), _) => (name, grid?),
            (None, Some(name)) => (name.clone(), cells(path, &mut book, name)?),
            (None, None) => return Err(Error::new(path, "it has no sheet")),
        }
    };
    let header = if grid.is_empty() { 0 } else { grid.width() };
    let header = (0..header).map(|column| cell(&grid, 0, column).text().into_owned()).collect();
    let filled = |row: &usize| (0..grid.width()).any(|column| !cell(&grid, *row, column).is_missing());
    let rows: Arc<[usize]> = (1..grid.rows()).filter(filled).collect();
    let blank_rows = grid.height().saturating_sub(1) - rows.len() as u64;
    Ok(Sheet { name, header, grid: Arc::new(grid), rows, blank_rows })
}

/// The cells of a sheet. Where the format allows it they are read one by one, so that memory follows what is there.
fn cells(path: &str, book: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Result<Grid, Error> {
    let beyond = |Beyond| {
        Error::new(path, format!("sheet `{name}` has a cell beyond the last row or column that a spreadsheet can have"))
    };
    let mut grid = Grid::default();
    let mut take = |cell: calamine::Cell<DataRef<'_>>| {
        grid.push(cell.get_position(), cell.get_value().clone().into()).map_err(beyond)
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = match book.worksheet_cells_reader(name) {
                Ok(reader) => reader,
                // A chart on a sheet of its own.
                Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
                Err(cause) => return Err(damaged(path, &cause)),
            };
            while let Some(cell) = reader.next_cell().map_err(|cause| damaged(path, &cause))? {
                take(cell)?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(|cause| damaged(path, &cause))?;
            while let Some(cell) = reader.next_cell().map_err(|cause| damaged(path, &cause))? {
                take(cell)?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name).map_err(|cause| damaged(path, &cause))?;
            let (top, left) = range.start().unwrap_or_default();
            let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            for (row, column, value) in range.used_cells() {
                let place = (top.saturating_add(narrow(row)), left.saturating_add(narrow(column)));
                grid.push(place, value.clone()).map_err(beyond)?;
            }
        }
    }
    Ok(grid.finish())
}

fn damaged(path: &str, cause: &dyn std::fmt::Display) -> Error {
    Error { cause: Some(cause.to_string().into()), ..Error::new(path, DAMAGED) }
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
        self.sheet.rows[self.from + row]
    }

    pub(super) fn place(&self, row: usize) -> Place {
        Place { row: row as u64 + 1, line: self.sheet.grid.line(self.row(row)) }
    }

    /// A cell by the place of its column.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        cell(&self.sheet.grid, self.row(row), column)
    }

    pub(super) fn cells(&self, target: usize) -> Option<Cells<'_>> {
        let column = self.columns[target]?;
        Some(Cells::Any(Box::new(move |row| self.cell(row, column))))
    }
}

fn cell(grid: &Grid, row: usize, column: usize) -> Cell<'_> {
    match grid.get(row, column) {
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
