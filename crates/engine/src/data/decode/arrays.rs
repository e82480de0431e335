//! Columns that already have the type of their field: taken as they are, or read without asking each cell what it is.
//! What does not fit is read cell by cell; both ways give the same result.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Int64Array, StringArray, StringViewArray};
use arrow_buffer::BooleanBuffer;
use arrow_schema::DataType;

use super::{ColumnDecoder, ColumnNotes, Kind, RowSet, is_email, known, where_missing};
use crate::columns::Column;
use crate::data::cell::{self, Cell};
use crate::data::cells::there;

impl ColumnDecoder {
    /// Reads a whole column; cells of rows that `has` leaves out are empty. `None` if reading cell by cell is the only
    /// way.
    pub(in crate::data) fn fill_array(
        &self,
        rows: RowSet<'_>,
        array: &ArrayRef,
        has: Option<&BooleanBuffer>,
        notes: &mut ColumnNotes,
    ) -> Option<Column> {
        let all = matches!(rows, RowSet::All(_)) && has.is_none_or(|has| has.count_set_bits() == has.len());
        let there = there(array.nulls(), has);
        let column = match (&self.kind, array.data_type()) {
            (Kind::Text, DataType::Utf8) if all => self.texts_as_they_are(array.as_string(), |_| true)?,
            (Kind::Email, DataType::Utf8) if all => self.texts_as_they_are(array.as_string(), is_email)?,
            (Kind::Presence, DataType::Utf8) => {
                let texts = array.as_string::<i32>();
                self.presence_there(rows, there, |row| texts.value(row))
            }
            (Kind::Presence, DataType::Utf8View) => {
                let texts = array.as_string_view();
                self.presence_there(rows, there, |row| texts.value(row))
            }
            (Kind::YesNo, DataType::Boolean) if all && self.missing.truths.is_empty() => {
                Column::Truth(array.as_boolean().clone())
            }
            (Kind::Number { .. }, DataType::Float64) => {
                let values = array.as_primitive::<Float64Type>().values();
                self.numbers_there(rows, there, |row| Cell::Float(values[row]), notes)
            }
            (Kind::Number { .. }, DataType::Int64) => {
                let values = array.as_primitive::<Int64Type>().values();
                self.numbers_there(rows, there, |row| Cell::Integer(values[row]), notes)
            }
            _ => return None,
        };
        notes.known += known(&column);
        Some(column)
    }

    /// Reads where there are texts, ignoring those left out by `there`.
    fn presence_there<'a>(
        &self,
        rows: RowSet<'_>,
        there: Option<BooleanBuffer>,
        text: impl Fn(usize) -> &'a str,
    ) -> Column {
        let is_there = |row: usize| there.as_ref().is_none_or(|there| there.value(row)) && self.is_there(text(row));
        Column::Presence(BooleanBuffer::collect_bool(rows.len(), |index| is_there(rows.at(index))))
    }

    /// Reads the numbers that are there; the others are unknown.
    fn numbers_there<'a>(
        &self,
        rows: RowSet<'_>,
        there: Option<BooleanBuffer>,
        get: impl Fn(usize) -> Cell<'a>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let (there, count) = match (there, rows) {
            (None, _) => return self.fill_numbers(rows, get, notes),
            (Some(there), RowSet::Some(_)) => {
                let get = |row| if there.value(row) { get(row) } else { Cell::Missing };
                return self.fill_numbers(rows, get, notes);
            }
            (Some(there), RowSet::All(count)) => (there, count),
        };
        let rows: Vec<u32> = there.set_indices_u32().collect();
        let Column::Number(read) = self.fill_numbers(RowSet::Some(&rows), get, notes) else {
            unreachable!("numbers are read as numbers")
        };
        let mut values = vec![0; count];
        for (&row, &value) in rows.iter().zip(read.values()) {
            values[row as usize] = value;
        }
        let known = if read.null_count() == 0 {
            there
        } else {
            let mut known = vec![false; count];
            for (index, &row) in rows.iter().enumerate() {
                known[row as usize] = read.is_valid(index);
            }
            known.into()
        };
        Column::Number(Int64Array::new(values.into(), where_missing(known)))
    }

    /// Whether the field is plain text, and reading leaves this one as it is.
    #[inline]
    pub(in crate::data) fn keeps(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Text) && self.missing.texts.is_empty() && is_clean(text)
    }

    /// Whether the field is plain text, and reading leaves all of these as they are.
    pub(in crate::data) fn keeps_views(&self, texts: &StringViewArray) -> bool {
        /// The upper bit of each of the twelve bytes that are within a view.
        const NOT_ASCII: u128 = 0x8080_8080_8080_8080_8080_8080;
        let keeps = |(at, &view): (usize, &u128)| {
            let (length, bytes) = (view & u128::from(u32::MAX), view >> 32);
            if (1..=12).contains(&length) && bytes & NOT_ASCII == 0 {
                let byte = |at: u128| u8::try_from(bytes >> (8 * at) & 0xff).expect("a byte");
                if is_plain(byte(0)) && is_plain(byte(length - 1)) {
                    return true;
                }
            }
            is_clean(texts.value(at))
        };
        matches!(self.kind, Kind::Text)
            && self.missing.texts.is_empty()
            && texts.null_count() == 0
            && texts.views().iter().enumerate().all(keeps)
    }

    /// The texts themselves, if reading them would change none.
    fn texts_as_they_are(&self, texts: &StringArray, fits: impl Fn(&str) -> bool) -> Option<Column> {
        let stays = self.missing.texts.is_empty() && are_clean(texts) && texts.iter().flatten().all(fits);
        stays.then(|| Column::Text(texts.clone()))
    }
}

/// Whether this byte is a character by itself and not a blank.
fn is_plain(byte: u8) -> bool {
    (b'!'..=b'~').contains(&byte)
}

/// Whether cleaning leaves all texts as they are, and none is empty.
fn are_clean(texts: &StringArray) -> bool {
    let (offsets, bytes) = (texts.value_offsets(), texts.value_data());
    let place = |offset: i32| usize::try_from(offset).expect("offsets are not negative");
    let within = bytes.get(place(offsets[0])..place(offsets[texts.len()])).unwrap_or_default();
    let plain_ends = |row: usize| {
        let (start, end) = (place(offsets[row]), place(offsets[row + 1]));
        start < end && is_plain(bytes[start]) && is_plain(bytes[end - 1])
    };
    let are_plain = within.is_ascii() && (0..texts.len()).all(|row| texts.is_null(row) || plain_ends(row));
    are_plain || texts.iter().flatten().all(is_clean)
}

/// Whether cleaning leaves a text as it is, and it is not empty.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_plain = |byte: Option<&u8>| byte.is_some_and(|&byte| is_plain(byte));
    if bytes.is_ascii() && is_plain(bytes.first()) && is_plain(bytes.last()) {
        return true;
    }
    !text.is_empty() && matches!(cell::clean(text), std::borrow::Cow::Borrowed(clean) if clean.len() == text.len())
}
