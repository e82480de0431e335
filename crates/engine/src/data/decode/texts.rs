//! Texts to columns: dictionary-coded while there are few different ones, plain otherwise; and the keys of leads from
//! their column.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, StringBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{Array, DictionaryArray, Int32Array, StringArray};
use arrow_buffer::BooleanBuffer;

use super::{ColumnDecoder, ColumnNotes, RowSet};
use crate::columns::Column;
use crate::data::cell::{self, Cell, Why};
use crate::data::memo::Memo;
use leadrules_language::decimal::Decimal;
use leadrules_language::text;
use leadrules_language::types::{Type, Value};

/// The result for a text: the index of its value, or one of these.
const NOTHING: i32 = -1;
const INVALID: i32 = -2;

/// A column stays coded while at most one row in this many brings a new text.
const SHARE: usize = 4;

/// Up to this many different texts always count as few.
const FEW: usize = 128;

impl ColumnDecoder {
    /// Reads where there are texts, but not what they are.
    pub(super) fn fill_presence<'a>(
        &self,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let is_there = |index: usize| {
            let row = rows.at(index);
            let cell = get(row);
            match cell {
                Cell::Missing => false,
                Cell::Text(text) => self.is_there(text),
                _ if cell.is_several() => {
                    notes.invalid(row, Why::NotAValue, &cell.text());
                    false
                }
                _ => self.is_there(&super::plain_text(&cell)),
            }
        };
        Column::Presence(BooleanBuffer::collect_bool(rows.len(), is_there))
    }

    /// Whether a text is not blank, and does not stand for an empty cell.
    #[inline]
    pub(super) fn is_there(&self, text: &str) -> bool {
        if self.missing.texts.is_empty() {
            return !cell::trim(text).is_empty();
        }
        self.text(text).is_some()
    }

    /// A text as rules see it; none if it is blank, or stands for an empty cell.
    #[inline]
    pub(super) fn text<'t>(&self, raw: &'t str) -> Option<Cow<'t, str>> {
        Some(cell::clean(raw)).filter(|clean| !clean.is_empty() && !self.missing.holds(clean))
    }

    /// Reads texts that `fits` accepts.
    pub(super) fn fill_texts<'a>(
        &self,
        rows: RowSet<'_>,
        get: impl Fn(usize) -> Cell<'a>,
        fits: impl Fn(&str) -> bool,
        notes: &mut ColumnNotes,
    ) -> Column {
        let why = if matches!(self.kind, super::Kind::Email) { Why::NotAnEmail } else { Why::NotAValue };
        let count = rows.len();
        let mut values = StringBuilder::new();
        let mut codes: Vec<i32> = Vec::with_capacity(count);
        let mut places: Memo<'a, i32> = Memo::default();
        let read = |raw: &str, values: &mut StringBuilder| {
            let Some(text) = self.text(raw) else { return NOTHING };
            if !fits(&text) {
                return INVALID;
            }
            values.append_value(&text);
            i32::try_from(values.len() - 1).expect("a batch has far fewer rows than 2^31")
        };
        let mut plain_from = count;
        for index in 0..count {
            let row = rows.at(index);
            let cell = get(row);
            let code = match cell {
                Cell::Missing => NOTHING,
                Cell::Text(raw) => places.get(raw, usize::MAX, |raw| read(raw, &mut values)),
                _ if cell.is_several() => INVALID,
                _ => read(&super::plain_text(&cell), &mut values),
            };
            if code == INVALID {
                notes.invalid(row, why, &cell.text());
            }
            codes.push(code);
            if values.len() > FEW && values.len() * SHARE > index {
                plain_from = index + 1;
                break;
            }
        }
        if plain_from == count {
            return coded(&codes, values.finish());
        }
        drop(places);
        let coded = values.finish();
        let mut texts = StringBuilder::with_capacity(count, coded.value_data().len() / plain_from * count);
        for &code in &codes {
            match usize::try_from(code) {
                Ok(place) => texts.append_value(coded.value(place)),
                Err(_) => texts.append_null(),
            }
        }
        for index in plain_from..count {
            let row = rows.at(index);
            let cell = get(row);
            let code = match cell {
                Cell::Missing => NOTHING,
                Cell::Text(raw) => read(raw, &mut texts),
                _ if cell.is_several() => INVALID,
                _ => read(&super::plain_text(&cell), &mut texts),
            };
            if code < 0 {
                texts.append_null();
            }
            if code == INVALID {
                notes.invalid(row, why, &cell.text());
            }
        }
        Column::Text(texts.finish())
    }
}

fn coded(codes: &[i32], values: StringArray) -> Column {
    let keys: Vec<i32> = codes.iter().map(|&code| code.max(0)).collect();
    let nulls = super::where_missing(BooleanBuffer::collect_bool(codes.len(), |at| codes[at] >= 0));
    let keys = Int32Array::new(keys.into(), nulls);
    Column::CodedText(DictionaryArray::<Int32Type>::new(keys, Arc::new(values)))
}

/// The keys of leads from the column of the key field; those of an `email` field are folded. Numbers, dates and options
/// are written in one canonical way, so that `7` and `7.0` are the same key.
pub(crate) fn key_column(column: Column, ty: &Type) -> Column {
    match column {
        Column::Text(array) if *ty == Type::Email => Column::Text(fold(&array)),
        Column::CodedText(array) if *ty == Type::Email => {
            let values = array.values().as_any().downcast_ref::<StringArray>().map(fold);
            Column::CodedText(array.with_values(Arc::new(values.expect("the values of coded texts are texts"))))
        }
        Column::Text(_) | Column::CodedText(_) => column,
        Column::Number(array) => {
            written(array.iter().map(|value| value.map(|value| Decimal(value.into()).to_string())))
        }
        Column::Truth(array) => {
            written(array.iter().map(|value| value.map(|value| if value { "yes" } else { "no" }.to_owned())))
        }
        Column::Date(array) => written(array.iter().map(|value| value.map(leadrules_language::calendar::format_day))),
        Column::Choice(array) => written(array.iter().map(|value| value.map(|place| Value::Choice(place).shown(ty)))),
        // A list tells nobody apart, and what is worked out is no key.
        Column::Wide(_) | Column::Absent | Column::Presence(_) | Column::Texts(_) | Column::Choices(_) => {
            Column::Absent
        }
    }
}

fn written(texts: impl Iterator<Item = Option<String>>) -> Column {
    Column::Text(texts.collect())
}

fn fold(array: &StringArray) -> StringArray {
    let folded = |text| match text {
        Some(text) if str::bytes(text).any(|b| b.is_ascii_uppercase() || !b.is_ascii()) => {
            Some(Cow::Owned(text::fold(text)))
        }
        other => other.map(Cow::Borrowed),
    };
    array.iter().map(folded).collect()
}
