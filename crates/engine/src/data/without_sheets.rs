//! In place of `sheet` if that is left out of the build: a spreadsheet is refused.

use std::convert::Infallible;
use std::sync::Arc;

use super::cell::Cell;
use super::cells::Cells;
use super::header::Row;
use super::input::Error;
use super::projection::{Header, ProjectedColumn};
use super::report::{Counted, Place};
use leadrules_language::words::say;

/// No sheet is ever opened.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) header: Vec<String>,
    pub(super) header_line: u64,
    pub(super) above: Vec<Row>,
    pub(super) odd: OddCells,
    pub(super) headers: Counted<()>,
    pub(super) blank_rows: u64,
    never: Infallible,
}

#[derive(Clone, Debug)]
pub(super) struct OddCells {
    pub(super) merged: Counted,
    pub(super) formulas: Counted,
}

/// Which sheet would be read.
#[derive(Copy, Clone, Debug)]
#[expect(dead_code, reason = "it is asked as of a sheet that is read")]
pub(super) struct Asked<'a> {
    pub(super) sheet: Option<&'a str>,
    pub(super) header_row: Option<u64>,
    pub(super) longest_row: Option<usize>,
    pub(super) header: &'a Header,
    pub(super) wanted: &'a [ProjectedColumn],
}

/// Refuses it.
pub(super) fn open(path: &str, _bytes: Vec<u8>, _asked: Asked<'_>) -> Result<Sheet, Error> {
    Err(Error::new(path, say!("it is a spreadsheet, which this build of leadrules leaves out: save it as .csv")))
}

impl Sheet {
    pub(super) fn rows(&self) -> usize {
        match self.never {}
    }
}

/// No rows.
#[derive(Debug)]
pub(super) struct SheetFrame(Infallible);

impl SheetFrame {
    pub(super) fn new(sheet: &Sheet, _from: usize, _to: usize, _columns: &Arc<[Option<usize>]>) -> Self {
        match sheet.never {}
    }

    pub(super) fn rows(&self) -> usize {
        match self.0 {}
    }

    pub(super) fn place(&self, _row: usize) -> Place {
        match self.0 {}
    }

    pub(super) fn first_filled(&self, _row: usize) -> Cell<'_> {
        match self.0 {}
    }

    pub(super) fn holds_first_alone(&self, _row: usize) -> bool {
        match self.0 {}
    }

    pub(super) fn cells(&self, _target: usize) -> Option<Cells<'_>> {
        match self.0 {}
    }
}
