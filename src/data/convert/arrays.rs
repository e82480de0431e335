//! Columns that come with the type of their field: taken as they are, or read without asking each cell what it is. What
//! does not fit that is left to the reading of cells; both give the same.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, StringArray};
use arrow_schema::DataType;

use super::{Kind, Notes, Reading, Rows, is_email, known};
use crate::columns::Column;
use crate::data::cell::{self, Cell};

impl Reading {
    /// Reads a whole column; cells of rows that `has` leaves out are empty. None where cell by cell is the only way.
    pub(in crate::data) fn fill_array(
        &self,
        rows: Rows<'_>,
        array: &ArrayRef,
        has: impl Fn(usize) -> bool,
        notes: &mut Notes,
    ) -> Option<Column> {
        let all = matches!(rows, Rows::All(count) if (0..count).all(&has));
        let column = match (&self.kind, array.data_type()) {
            (Kind::Text, DataType::Utf8) if all => self.texts_as_they_are(array.as_string(), |_| true)?,
            (Kind::Email, DataType::Utf8) if all => self.texts_as_they_are(array.as_string(), is_email)?,
            (Kind::YesNo, DataType::Boolean) if all => Column::Truth(array.as_boolean().clone()),
            (Kind::Number { .. }, DataType::Float64) => {
                let (values, nulls) = (array.as_primitive::<Float64Type>().values(), array.nulls());
                let is_there = |row| has(row) && nulls.is_none_or(|nulls| nulls.is_valid(row));
                self.fill_numbers(
                    rows,
                    |row| if is_there(row) { Cell::Float(values[row]) } else { Cell::Missing },
                    notes,
                )
            }
            (Kind::Number { .. }, DataType::Int64) => {
                let (values, nulls) = (array.as_primitive::<Int64Type>().values(), array.nulls());
                let is_there = |row| has(row) && nulls.is_none_or(|nulls| nulls.is_valid(row));
                let get = |row| if is_there(row) { Cell::Integer(values[row]) } else { Cell::Missing };
                self.fill_numbers(rows, get, notes)
            }
            _ => return None,
        };
        notes.known += known(&column);
        Some(column)
    }

    /// Whether it is plain text, and reading leaves this one as it is.
    #[inline]
    pub(in crate::data) fn keeps(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Text) && self.missing.texts.is_empty() && is_clean(text)
    }

    /// The texts themselves, if reading them would change none.
    fn texts_as_they_are(&self, texts: &StringArray, fits: impl Fn(&str) -> bool) -> Option<Column> {
        let same = |text: &str| is_clean(text) && fits(text);
        let stays = self.missing.texts.is_empty() && texts.iter().flatten().all(same);
        stays.then(|| Column::Text(texts.clone()))
    }
}

/// Whether cleaning leaves a text as it is, and something is in it.
fn is_clean(text: &str) -> bool {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(|byte| (b'!'..=b'~').contains(byte));
    let bytes = text.as_bytes();
    if bytes.is_ascii() && is_plain(bytes.first()) && is_plain(bytes.last()) {
        return true;
    }
    !text.is_empty() && matches!(cell::clean(text), std::borrow::Cow::Borrowed(clean) if clean.len() == text.len())
}
