//! Spreadsheets: one sheet of a workbook, with its header. In: the workbook's bytes; out: typed cells.
//! `calamine` reads the file.

mod claims;
mod grid;
mod odd;
mod ods;
mod ole;
mod parts;
mod xls;

use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, Data, DataRef, Dimensions, Reader, SheetVisible, Sheets, XlsxCellReader, XlsxError};

use super::blocks::{LONGEST_ROW, size};
use super::cell::Cell;
use super::cells::Cells;
use super::foreign::guarded;
use super::header::{self, Row};
use super::input::Error;
use super::projection::{Header, ProjectedColumn};
use super::report::{Counted, Place};
use claims::Wrong;
use grid::{Grid, Refused};
use leadrules_language::calendar::DAY;
use leadrules_language::words::{Text, say};
use odd::{Book, Formulas, OddCells};

/// What is said about a file that can't be read.
fn not_a_sheet() -> Text {
    say!("it can't be read as a spreadsheet; it may be damaged, protected, or of another format")
}

/// A sheet that was read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) header: Vec<String>,
    /// The number of the header's row in the sheet, from 1, and the rows above it that are not blank.
    pub(super) header_line: u64,
    pub(super) above: Vec<Row>,
    pub(super) odd: OddCells,
    /// Rows that repeat the header.
    pub(super) headers: Counted<()>,
    grid: Arc<Grid>,
    /// The rows of the grid below the header that are not blank.
    rows: Arc<[usize]>,
    pub(super) blank_rows: u64,
}

/// Which sheet is read, and how its header is recognised.
#[derive(Copy, Clone, Debug)]
pub(super) struct Asked<'a> {
    pub(super) sheet: Option<&'a str>,
    /// The number of the header's row, if it was given.
    pub(super) header_row: Option<u64>,
    /// The most bytes that the texts of a row may have.
    pub(super) longest_row: Option<usize>,
    pub(super) header: &'a Header,
    pub(super) wanted: &'a [ProjectedColumn],
}

/// Reads the sheet with this name or number; otherwise the first one that is not hidden or blank.
pub(super) fn open(path: &str, bytes: Vec<u8>, asked: Asked<'_>) -> Result<Sheet, Error> {
    guarded(path, not_a_sheet(), || unguarded(path, bytes, asked))
}

fn unguarded(path: &str, bytes: Vec<u8>, asked: Asked<'_>) -> Result<Sheet, Error> {
    let looked_through = parts::check(&bytes).and_then(|()| ods::check(&bytes)).and_then(|merged| {
        xls::check(&bytes)?;
        Ok(merged)
    });
    let merged_in_ods = looked_through.map_err(|wrong| match wrong {
        Wrong::Damaged(cause) => damaged(path, &cause),
        Wrong::Large(said) => Error::new(path, said),
    })?;
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|cause| damaged(path, &cause))?;
    let names = book.sheet_names();
    let (name, (mut grid, formulas)) = if let Some(wanted) = asked.sheet {
        let by_name =
            names.iter().find(|name| leadrules_language::text::key(name) == leadrules_language::text::key(wanted));
        let by_number = || wanted.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(1)?));
        let name = by_name.or_else(by_number).cloned().ok_or_else(|| {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            Error::new(
                path,
                say!("it has no sheet `{wanted}`; its sheets are {names}", wanted, names = names.join(", ")),
            )
        })?;
        let grid = cells(path, &mut book, &name, asked.longest_row)?;
        (name, grid)
    } else {
        let shown = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let shown: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
        let mut read = shown.iter().map(|name| (name.clone(), cells(path, &mut book, name, asked.longest_row)));
        let filled = read.find(|(_, grid)| grid.as_ref().is_ok_and(|(grid, _)| !grid.is_empty()));
        drop(read);
        match (filled, shown.first().or(names.first())) {
            (Some((name, grid)), _) => (name, grid?),
            (None, Some(name)) => (name.clone(), cells(path, &mut book, name, asked.longest_row)?),
            (None, None) => return Err(Error::new(path, say!("it has no sheet"))),
        }
    };
    let merged = if grid.is_full() { Vec::new() } else { odd::merged(&mut book, &name, merged_in_ods) };
    let at = header_at(path, &grid, &merged, asked)?;
    let above = (0..at).map(|row| read_row(&grid, row, &[])).filter(|row| !row.is_blank()).collect();
    grid.start_at(at);
    let header_line = if grid.is_empty() { 1 } else { grid.line(0) };
    let header = if grid.is_empty() { Vec::new() } else { read_row(&grid, 0, &merged).cells };
    let odd = OddCells::new(&merged, &formulas, header_line);
    // Where tables were put one below the other, the header appears again.
    let is_header = |row: usize| {
        header.len() > 1 && header.iter().enumerate().all(|(column, name)| cell(&grid, row, column).text() == *name)
    };
    let (mut rows, mut headers) = (Vec::new(), Counted::default());
    for row in 1..grid.rows() {
        if is_header(row) {
            headers.add(Place { row: rows.len() as u64, line: grid.line(row) }, || ());
        } else if (0..grid.width()).any(|column| is_filled(&cell(&grid, row, column))) {
            rows.push(row);
        }
    }
    let blank_rows = grid.height().saturating_sub(1) - rows.len() as u64 - headers.count;
    Ok(Sheet { name, header, header_line, above, odd, headers, grid: Arc::new(grid), rows: rows.into(), blank_rows })
}

/// A row as a header is made from it, in which `merged` ranges that extend into it from above give their names.
fn read_row(grid: &Grid, row: usize, merged: &[Dimensions]) -> Row {
    let line = grid.line(row);
    let mut cells: Vec<String> = (0..grid.width()).map(|column| cell(grid, row, column).text().into_owned()).collect();
    for range in merged.iter().filter(|range| reaches_into(range, line)) {
        let column = range.start.1.checked_sub(grid.left()).map(|column| column as usize);
        let into = column.and_then(|column| cells.get_mut(column)).filter(|into| into.is_empty());
        if let (Some(into), Some(Data::String(text))) = (into, grid.at(range.start)) {
            into.clone_from(text);
        }
    }
    Row::new(line, cells)
}

/// Whether a range that starts above a line reaches down to it, one column wide.
fn reaches_into(range: &Dimensions, line: u64) -> bool {
    u64::from(range.start.0) + 1 < line && line <= u64::from(range.end.0) + 1 && range.start.1 == range.end.1
}

/// The index of the header among the rows of the grid.
fn header_at(path: &str, grid: &Grid, merged: &[Dimensions], asked: Asked<'_>) -> Result<usize, Error> {
    if let Some(given) = asked.header_row {
        let at = (0..grid.rows()).find(|&row| grid.line(row) == given);
        return at.filter(|&at| !read_row(grid, at, &[]).is_blank()).ok_or_else(|| header::not_there(path, given));
    }
    let rows = (0..grid.rows()).take(header::AHEAD).map(|row| (row, read_row(grid, row, merged)));
    let (places, mut rows): (Vec<usize>, Vec<Row>) = rows.filter(|(_, row)| !row.is_blank()).unzip();
    for row in &mut rows {
        row.is_merged = merged.iter().any(|range| u64::from(range.start.0) + 1 == row.line);
        let filled = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        row.cells.truncate(filled);
    }
    let found = header::find(&rows, asked.header, asked.wanted);
    found.map(|at| places.get(at).copied().unwrap_or(0)).map_err(|unsure| Error::new(path, unsure.said()))
}

/// The cells of a sheet. If the format allows it they are read one by one, so that memory depends on what is there.
fn cells(path: &str, book: &mut Book, name: &str, longest_row: Option<usize>) -> Result<(Grid, Formulas), Error> {
    let refused = |refused| {
        let what = match refused {
            Refused::Beyond => {
                say!("sheet `{name}` has a cell beyond the last row or column that a spreadsheet can have", name)
            }
            Refused::Long(row, most) => say!(
                "sheet `{name}` has more than {size} of text in row {row}; `--longest-row` allows more",
                name,
                size = size(most),
                row = row.to_string()
            ),
            Refused::Large(most) => say!(
                "sheet `{name}` has more than {size} of text; save it as .csv or .parquet",
                name,
                size = size(most)
            ),
        };
        Error::new(path, what)
    };
    let (mut grid, mut formulas) = (Grid::new(longest_row.unwrap_or(LONGEST_ROW)), Formulas::default());
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = match book.worksheet_cells_reader(name) {
                Ok(reader) => reader,
                // A chart as a sheet of its own.
                Err(XlsxError::NotAWorksheet(_)) => return Ok((grid, formulas)),
                Err(cause) => return Err(damaged(path, &cause)),
            };
            let next = XlsxCellReader::next_cell_with_formula_metadata;
            while let Some(cell) = next(&mut reader).map_err(|cause| damaged(path, &cause))? {
                if cell.formula.is_some() && cell.value == DataRef::Empty {
                    formulas.push(cell.pos);
                }
                grid.push(cell.pos, time_of_day(cell.value.into())).map_err(refused)?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(|cause| damaged(path, &cause))?;
            while let Some(cell) = reader.next_cell().map_err(|cause| damaged(path, &cause))? {
                grid.push(cell.get_position(), time_of_day(cell.get_value().clone().into())).map_err(refused)?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name).map_err(|cause| damaged(path, &cause))?;
            let (top, left) = range.start().unwrap_or_default();
            let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            for (row, column, value) in range.used_cells() {
                let place = (top.saturating_add(narrow(row)), left.saturating_add(narrow(column)));
                grid.push(place, time_of_day(value.clone())).map_err(refused)?;
            }
            formulas = odd::formulas(book, name, &range);
        }
    }
    Ok((grid.finish(), formulas))
}

fn damaged(path: &str, cause: &dyn std::fmt::Display) -> Error {
    Error { cause: Some(cause.to_string().into()), ..Error::new(path, not_a_sheet()) }
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
    /// The rows `from` up to `to` of `sheet`.
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

    /// A cell by the index of its column.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        cell(&self.sheet.grid, self.row(row), column)
    }

    /// The first cell of a row that holds something.
    pub(super) fn first_filled(&self, row: usize) -> Cell<'_> {
        let mut cells = (0..self.sheet.grid.width()).map(|column| self.cell(row, column));
        cells.find(is_filled).unwrap_or(Cell::Missing)
    }

    /// Whether nothing but the first cell of a row is filled, in a table of several columns.
    pub(super) fn holds_first_alone(&self, row: usize) -> bool {
        let is_filled = |column: usize| is_filled(&self.cell(row, column));
        self.sheet.grid.width() > 1 && is_filled(0) && !(1..self.sheet.grid.width()).any(is_filled)
    }

    pub(super) fn cells(&self, target: usize) -> Option<Cells<'_>> {
        let column = self.columns[target]?;
        Some(Cells::Any(Box::new(move |row| self.cell(row, column))))
    }
}

/// A time without a day, which sheets hold as a time on a day before the first one, as the text that it shows.
fn time_of_day(value: Data) -> Data {
    match value {
        Data::DateTime(time) if time.is_datetime() && (0.0..1.0).contains(&time.as_f64()) => {
            let (year, _, _, hour, minute, second, milli) = time.to_ymd_hms_milli();
            // In some workbooks days are counted from 1904; the first day of those is a day like any other.
            if year >= 1904 {
                return value;
            }
            let places = if milli == 0 { String::new() } else { format!(".{milli:03}") };
            Data::String(format!("{hour:02}:{minute:02}:{second:02}{places}"))
        }
        Data::DurationIso(text) => Data::String(ods::time_of_day(&text).unwrap_or(text)),
        other => other,
    }
}

/// Whether a cell holds anything but blanks and control characters.
fn is_filled(cell: &Cell<'_>) -> bool {
    let is_nothing = |text: &str| text.chars().all(|c| c.is_control() || c.is_whitespace());
    !cell.is_missing() && !matches!(cell, Cell::Text(text) if is_nothing(text))
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
