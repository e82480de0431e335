//! A batch of rows as its format has it, seen column by column. In: which columns are looked for; out: their cells. The
//! four formats differ up to here; behind it leads and events are read in one way.

use arrow_array::StringArray;
use arrow_array::builder::StringBuilder;

use super::arrow::ArrowFrame;
use super::cell::Cell;
use super::cells::Cells;
use super::csv::CsvFrame;
use super::decode::RowSet;
use super::header;
use super::json::JsonFrame;
use super::report::Place;
use super::sheet::SheetFrame;

/// A batch of rows.
pub(super) enum Frame<'f> {
    Csv(&'f CsvFrame),
    Json(&'f JsonFrame<'f>),
    Sheet(&'f SheetFrame),
    Arrow(&'f ArrowFrame),
}

impl<'f> Frame<'f> {
    pub(super) fn rows(&self) -> usize {
        match self {
            Self::Csv(frame) => frame.rows(),
            Self::Json(frame) => frame.rows(),
            Self::Sheet(frame) => frame.rows(),
            Self::Arrow(frame) => frame.rows(),
        }
    }

    /// The cells of a target; none if the data does not have its column.
    pub(super) fn cells(&self, target: usize) -> Option<Cells<'f>> {
        match *self {
            Self::Csv(frame) => frame.column(target).map(|column| Cells::Csv(frame, column)),
            Self::Json(frame) => frame.cells(target).map(Cells::Json),
            Self::Sheet(frame) => frame.cells(target),
            Self::Arrow(frame) => frame.cells(target),
        }
    }

    /// The cells of a target as texts that say all of them, for passing on; none if the data does not have its column.
    pub(super) fn kept(&self, target: usize) -> Option<StringArray> {
        if let Self::Arrow(frame) = self {
            return frame.kept(target);
        }
        let mut texts = StringBuilder::new();
        self.cells(target)?.each(RowSet::All(self.rows()), |_, cell| match cell {
            Cell::Missing => texts.append_null(),
            Cell::Text(text) => texts.append_value(text),
            _ => texts.append_value(cell.text()),
        });
        Some(texts.finish())
    }

    /// The last row, where it sums up the others, as reports end; with its first cell that holds something.
    pub(super) fn total(&self) -> Option<(Place, String)> {
        let last = self.rows().checked_sub(1)?;
        let first = match self {
            Self::Csv(frame) => frame.first_filled(last),
            Self::Sheet(frame) => frame.first_filled(last),
            Self::Json(_) | Self::Arrow(_) => return None,
        };
        let text = first.text();
        header::is_total(&text).then(|| (self.place(last), text.into_owned()))
    }

    /// Where a row stands, counted from the start of the batch.
    pub(super) fn place(&self, row: usize) -> Place {
        match self {
            Self::Csv(frame) => frame.place(row),
            Self::Json(frame) => frame.place(row),
            Self::Sheet(frame) => frame.place(row),
            Self::Arrow(_) => Place { row: row as u64 + 1, line: 0 },
        }
    }

    /// The line of each row, counted as places are; none where the format has no lines.
    pub(super) fn lines(&self) -> Vec<u64> {
        match self {
            Self::Csv(_) | Self::Json(_) | Self::Sheet(_) => (0..self.rows()).map(|row| self.place(row).line).collect(),
            Self::Arrow(_) => Vec::new(),
        }
    }

    /// The events nested in the rows, and by event the row that it belongs to.
    pub(super) fn events(&self) -> Option<(Frame<'f>, &'f [u32])> {
        match *self {
            Self::Csv(_) | Self::Sheet(_) => None,
            Self::Json(frame) => frame.events().map(|(events, owners)| (Frame::Json(events), owners)),
            Self::Arrow(frame) => frame.events().map(|(events, owners)| (Frame::Arrow(events), owners)),
        }
    }
}
