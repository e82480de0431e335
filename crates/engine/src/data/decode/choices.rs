//! Cells to options: recognised by their names and synonyms, ignoring capitals.

use arrow_array::UInt16Array;

use super::options::Options;
use super::{ColumnDecoder, ColumnNotes, RowSet, count_options, fill_plain, plain_text};
use crate::columns::Column;
use crate::data::cell::{self, Cell, Why};
use crate::data::memo::Memo;

impl ColumnDecoder {
    pub(super) fn fill_choice<'a>(
        &self,
        options: &Options,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        notes: &mut ColumnNotes,
    ) -> Column {
        type Read = Result<Option<u16>, Why>;
        let mut buffer = String::new();
        let mut find = |text: &str| self.option(options, text, &mut buffer);
        let mut known: Memo<'a, Read> = Memo::default();
        let read = |cell: &Cell<'a>, _: &mut ColumnNotes| match *cell {
            Cell::Missing => Ok(None),
            Cell::Text(text) => known.get(text, 4096, &mut find),
            Cell::List(_) | Cell::Array(_) | Cell::Other(_) => Err(Why::NotAValue),
            Cell::Number(_)
            | Cell::Integer(_)
            | Cell::Float(_)
            | Cell::Decimal(..)
            | Cell::Digits(_)
            | Cell::Truth(_)
            | Cell::Day(_)
            | Cell::Instant(_)
            | Cell::Local(_) => find(&plain_text(cell)),
        };
        let (values, nulls) = fill_plain(rows, get, read, notes);
        let array = UInt16Array::new(values.into(), nulls);
        count_options(&array, options.count, notes);
        Column::Choice(array)
    }

    /// The option that a text stands for.
    pub(super) fn option(&self, options: &Options, text: &str, buffer: &mut String) -> Result<Option<u16>, Why> {
        let text = cell::trim(text);
        if text.is_empty() || self.missing.holds(text) {
            return Ok(None);
        }
        options.find(text, buffer).map(Some).ok_or(Why::NotAnOption)
    }
}
