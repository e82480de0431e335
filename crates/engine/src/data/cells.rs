//! The cells of one column of a batch, as its format has them. In: rows, and how a field is decoded; out: columns, or
//! the cells one by one. Which file they come from is not known here.

use std::borrow::Cow;

use arrow_array::builder::StringViewBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array, ArrayRef, Int32Array, StringViewArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{DataType, TimeUnit};

use super::cell::Cell;
use super::cell::time::Clock;
use super::csv::CsvFrame;
use super::decode::{ColumnDecoder, ColumnNotes, RowSet};
use super::json::JsonCell;
use crate::columns::Column;

/// The cells of one column.
pub(super) enum Cells<'f> {
    Csv(&'f CsvFrame, usize),
    Json(&'f [JsonCell<'f>]),
    Any(Box<dyn Fn(usize) -> Cell<'f> + 'f>),
    /// A column with a type, which may be the field's, and its cells one by one.
    Array(&'f ArrayRef, Box<dyn Fn(usize) -> Cell<'f> + 'f>),
    /// A few values, and for each row the index of one.
    Coded(Codes<'f>, usize, Box<dyn Fn(usize) -> Cell<'f> + 'f>),
}

/// For each row, the index of its value.
pub(super) struct Codes<'f> {
    pub(super) places: Cow<'f, [i32]>,
    /// Where cells are empty.
    pub(super) nulls: Option<&'f NullBuffer>,
}

impl Codes<'_> {
    /// The index of a row's value; `None` for an empty cell.
    #[inline]
    pub(super) fn at(&self, row: usize) -> Option<usize> {
        self.nulls.is_none_or(|nulls| nulls.is_valid(row)).then(|| self.places[row].cast_unsigned() as usize)
    }

    /// The indexes of the values of `rows`; null where `has` leaves a row out.
    fn pick(&self, rows: RowSet<'_>, has: Option<&BooleanBuffer>) -> Int32Array {
        let there = there(self.nulls, has);
        match rows {
            RowSet::All(_) => Int32Array::new(self.places.to_vec().into(), there.map(NullBuffer::new)),
            RowSet::Some(rows) => {
                let is_there = |&row: &u32| there.as_ref().is_none_or(|there| there.value(row as usize));
                rows.iter().map(|row| is_there(row).then(|| self.places[*row as usize])).collect()
            }
        }
    }
}

/// The rows that are neither null nor left out by `has`; `None` if those are all rows.
pub(super) fn there(nulls: Option<&NullBuffer>, has: Option<&BooleanBuffer>) -> Option<BooleanBuffer> {
    match (nulls, has) {
        (Some(nulls), Some(has)) => Some(nulls.inner() & has),
        (Some(nulls), None) => Some(nulls.inner().clone()),
        (None, has) => has.cloned(),
    }
}

impl<'f> Cells<'f> {
    /// Reads a field from these cells.
    pub(super) fn fill(
        &self,
        reading: &ColumnDecoder,
        rows: RowSet<'_>,
        clock: &mut Clock<'_>,
        notes: &mut ColumnNotes,
    ) -> Column {
        match self {
            Self::Csv(frame, column) => reading.fill(rows, |row| frame.cell(row, *column), clock, notes),
            Self::Json(cells) => reading.fill(rows, |row| cells[row].cell(), clock, notes),
            Self::Any(get) => reading.fill(rows, get, clock, notes),
            Self::Array(array, get) => {
                reading.fill_array(rows, array, None, notes).unwrap_or_else(|| reading.fill(rows, get, clock, notes))
            }
            Self::Coded(codes, count, values) if reading.by_value() && *count <= rows.len() => {
                reading.fill_coded(rows, codes.pick(rows, None), *count, values, clock, notes)
            }
            Self::Coded(codes, _, values) => {
                reading.fill(rows, |row| codes.at(row).map_or(Cell::Missing, values), clock, notes)
            }
        }
    }

    /// Reads a field from the cells of the rows that `has` includes; the others are empty.
    pub(super) fn fill_where(
        &self,
        reading: &ColumnDecoder,
        rows: RowSet<'_>,
        has: &BooleanBuffer,
        clock: &mut Clock<'_>,
        notes: &mut ColumnNotes,
    ) -> Column {
        match self {
            Self::Csv(frame, column) => {
                let get = |row: usize| if has.value(row) { frame.cell(row, *column) } else { Cell::Missing };
                reading.fill(rows, get, clock, notes)
            }
            Self::Json(cells) => {
                let get = |row: usize| if has.value(row) { cells[row].cell() } else { Cell::Missing };
                reading.fill(rows, get, clock, notes)
            }
            Self::Any(get) => {
                reading.fill(rows, |row| if has.value(row) { get(row) } else { Cell::Missing }, clock, notes)
            }
            Self::Array(array, get) => reading.fill_array(rows, array, Some(has), notes).unwrap_or_else(|| {
                reading.fill(rows, |row| if has.value(row) { get(row) } else { Cell::Missing }, clock, notes)
            }),
            Self::Coded(codes, count, values) if reading.by_value() && *count <= rows.len() => {
                reading.fill_coded(rows, codes.pick(rows, Some(has)), *count, values, clock, notes)
            }
            Self::Coded(codes, _, values) => {
                let get = |row: usize| {
                    if has.value(row) { codes.at(row).map_or(Cell::Missing, values) } else { Cell::Missing }
                };
                reading.fill(rows, get, clock, notes)
            }
        }
    }

    /// Gives the cell of each row.
    pub(super) fn each(&self, rows: RowSet<'_>, mut give: impl FnMut(usize, Cell<'f>)) {
        match self {
            Self::Csv(frame, column) => {
                (0..rows.len()).for_each(|at| give(rows.at(at), frame.cell(rows.at(at), *column)));
            }
            Self::Json(cells) => (0..rows.len()).for_each(|at| give(rows.at(at), cells[rows.at(at)].cell())),
            Self::Any(get) | Self::Array(_, get) => {
                (0..rows.len()).for_each(|at| give(rows.at(at), get(rows.at(at))));
            }
            Self::Coded(codes, _, values) => {
                (0..rows.len()).for_each(|at| give(rows.at(at), codes.at(rows.at(at)).map_or(Cell::Missing, values)));
            }
        }
    }

    /// The cell of one row.
    pub(super) fn one(&self, row: usize) -> Cell<'f> {
        match self {
            Self::Csv(frame, column) => frame.cell(row, *column),
            Self::Json(cells) => cells[row].cell(),
            Self::Any(get) | Self::Array(_, get) => get(row),
            Self::Coded(codes, _, values) => codes.at(row).map_or(Cell::Missing, values),
        }
    }

    /// The texts as they are stored, if `reading` would change none and leave none out. Columns with few values are
    /// better read as codes, so this is not asked of them.
    pub(super) fn views(&self, reading: &ColumnDecoder, rows: usize) -> Option<StringViewArray> {
        match self {
            Self::Array(array, _) => {
                let texts = array.as_string_view_opt().filter(|texts| texts.null_count() == 0)?;
                reading.keeps_views(texts).then(|| texts.clone())
            }
            Self::Csv(frame, column) => {
                let mut texts = StringViewBuilder::with_capacity(rows);
                for row in 0..rows {
                    match frame.cell(row, *column) {
                        Cell::Text(text) if reading.keeps(text) => texts.append_value(text),
                        _ => return None,
                    }
                }
                Some(texts.finish())
            }
            Self::Json(_) | Self::Any(_) | Self::Coded(..) => None,
        }
    }

    /// All of them, if they are instants in microseconds and none is empty.
    pub(super) fn instants(&self) -> Option<&'f [i64]> {
        let Self::Array(array, _) = self else { return None };
        match array.data_type() {
            DataType::Timestamp(TimeUnit::Microsecond, Some(_)) if array.null_count() == 0 => {
                Some(array.as_primitive::<TimestampMicrosecondType>().values())
            }
            _ => None,
        }
    }
}
