//! A batch of rows as its format has it, seen column by column. In: which columns are looked for; out: their cells. The
//! formats differ up to this point; beyond it, leads and events are read in a single way.

use arrow_array::StringArray;
use arrow_array::builder::StringBuilder;

use super::arrow::ArrowFrame;
use super::cell::Cell;
use super::cells::Cells;
use super::csv::CsvFrame;
use super::decode::RowSet;
use super::header;
use super::json::JsonFrame;
use super::report::{OddEnd, Place};
use super::sheet::SheetFrame;
use crate::columns::Leads;

/// At most this many lines may come below a table: who made it, when, for whom.
const MOST_AT_END: usize = 8;

/// A batch of rows.
pub(super) enum Frame<'f> {
    Csv(&'f CsvFrame),
    Json(&'f JsonFrame<'f>),
    Sheet(&'f SheetFrame),
    Arrow(&'f ArrowFrame),
    /// Leads that were read before.
    Held(&'f Leads),
}

impl<'f> Frame<'f> {
    pub(super) fn rows(&self) -> usize {
        match self {
            Self::Csv(frame) => frame.rows(),
            Self::Json(frame) => frame.rows(),
            Self::Sheet(frame) => frame.rows(),
            Self::Arrow(frame) => frame.rows(),
            Self::Held(leads) => leads.rows,
        }
    }

    /// The cells of a target; `None` if the data does not have its column.
    pub(super) fn cells(&self, target: usize) -> Option<Cells<'f>> {
        match *self {
            Self::Csv(frame) => frame.column(target).map(|column| Cells::Csv(frame, column)),
            Self::Json(frame) => frame.cells(target).map(Cells::Json),
            Self::Sheet(frame) => frame.cells(target),
            Self::Arrow(frame) => frame.cells(target),
            // Its cells have been read.
            Self::Held(_) => None,
        }
    }

    /// The cells of a target as texts that express all of them, to be passed on; `None` if the data does not have its
    /// column.
    pub(super) fn kept(&self, target: usize) -> Option<StringArray> {
        if let Self::Arrow(frame) = self {
            return frame.kept(target);
        }
        let mut texts = StringBuilder::new();
        let mut add = |cell: Cell<'_>| match cell {
            Cell::Missing => texts.append_null(),
            Cell::Text(text) => texts.append_value(text),
            _ => texts.append_value(cell.text()),
        };
        match self {
            Self::Csv(frame) => {
                let column = frame.column(target)?;
                (0..frame.rows()).for_each(|row| add(frame.written(row, column)));
            }
            _ => self.cells(target)?.each(RowSet::All(self.rows()), |_, cell| add(cell)),
        }
        Some(texts.finish())
    }

    /// The last rows, if they do not look like leads, as at the end of reports.
    pub(super) fn end(&self) -> Option<OddEnd> {
        let last = self.rows().checked_sub(1)?;
        let first = |row: usize| match self {
            Self::Csv(frame) => Some(frame.first_filled(row).text().into_owned()),
            Self::Sheet(frame) => Some(frame.first_filled(row).text().into_owned()),
            Self::Json(_) | Self::Arrow(_) | Self::Held(_) => None,
        };
        let is_alone = |row: &usize| match self {
            Self::Csv(frame) => frame.holds_first_alone(*row),
            Self::Sheet(frame) => frame.holds_first_alone(*row),
            Self::Json(_) | Self::Arrow(_) | Self::Held(_) => false,
        };
        let text = first(last)?;
        if header::is_total(&text) {
            return Some(OddEnd { place: self.place(last), text, rows: 1, is_total: true });
        }
        let rows = (0..=last).rev().take(MOST_AT_END + 1).take_while(is_alone).count();
        // If more rows are like that, they belong to a table with one column filled.
        let start = self.rows() - rows;
        let text = if rows == 0 || rows > MOST_AT_END { None } else { first(start) }?;
        // A key by itself is a lead too, unless something shows that leads have more.
        let is_end = start > 0 || text.trim().contains(char::is_whitespace);
        is_end.then(|| OddEnd { place: self.place(start), text, rows, is_total: false })
    }

    /// Where a row is, counted from the start of the batch.
    pub(super) fn place(&self, row: usize) -> Place {
        match self {
            Self::Csv(frame) => frame.place(row),
            Self::Json(frame) => frame.place(row),
            Self::Sheet(frame) => frame.place(row),
            Self::Arrow(_) | Self::Held(_) => Place { row: row as u64 + 1, line: 0 },
        }
    }

    /// The line of each row, counted as places are; empty if the format has no lines.
    pub(super) fn lines(&self) -> Vec<u64> {
        match self {
            Self::Csv(_) | Self::Json(_) | Self::Sheet(_) => (0..self.rows()).map(|row| self.place(row).line).collect(),
            Self::Arrow(_) | Self::Held(_) => Vec::new(),
        }
    }

    /// The events nested in the rows, and for each event the row that it belongs to.
    pub(super) fn events(&self) -> Option<(Frame<'f>, &'f [u32])> {
        match *self {
            Self::Csv(_) | Self::Sheet(_) | Self::Held(_) => None,
            Self::Json(frame) => frame.events().map(|(events, owners)| (Frame::Json(events), owners)),
            Self::Arrow(frame) => frame.events().map(|(events, owners)| (Frame::Arrow(events), owners)),
        }
    }
}
