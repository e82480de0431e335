//! Texts folded, as tests compare them: a whole column at once, or the texts of its dictionary. In: columns; out:
//! folded texts.

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::{Array, Int32Array, StringArray};
use arrow_buffer::OffsetBuffer;

use crate::columns::{Column, LabelColumn};
use leadrules_language::text;

/// The folded texts of a column.
pub(super) struct Folded {
    pub(super) values: StringArray,
    pub(super) codes: Option<Int32Array>,
}

impl Folded {
    /// The text of a row.
    pub(super) fn get(&self, row: usize) -> Option<&str> {
        match &self.codes {
            None => self.values.is_valid(row).then(|| self.values.value(row)),
            Some(codes) => {
                let at = codes.is_valid(row).then(|| usize::try_from(codes.value(row)).unwrap_or(usize::MAX))?;
                self.values.is_valid(at).then(|| self.values.value(at))
            }
        }
    }

    /// The folded texts of a label.
    pub(super) fn label(label: &LabelColumn) -> Self {
        Self {
            values: label.texts.iter().map(|text| Some(text::key(text))).collect(),
            codes: Some(label.values.iter().map(|value| value.map(i32::from)).collect()),
        }
    }

    /// The folded texts of a column with `rows` rows; for lists, those of all entries.
    pub(super) fn column(column: &Column, rows: usize, fold: fn(&StringArray) -> StringArray) -> Self {
        match column {
            Column::Text(values) => Self { values: fold(values), codes: None },
            Column::CodedText(values) => {
                Self { values: fold(values.values().as_string()), codes: Some(values.keys().clone()) }
            }
            Column::Texts(lists) => Self { values: fold(lists.values().as_string()), codes: None },
            Column::Absent => Self { values: StringArray::new_null(rows), codes: None },
            other => unreachable!("texts are asked of a column of {other:?}"),
        }
    }
}

/// Each text folded. If all are ASCII, folding changes no length: the bytes are folded in one go, and the offsets stay.
pub(super) fn fold(values: &StringArray) -> StringArray {
    let place = |offset: i32| usize::try_from(offset).expect("offsets are not negative");
    let (first, last) = (values.value_offsets()[0], values.value_offsets()[values.len()]);
    let bytes = &values.value_data()[place(first)..place(last)];
    if !bytes.is_ascii() {
        return mapped(values, text::fold);
    }
    let offsets = values.value_offsets().iter().map(|offset| offset - first).collect();
    let folded = bytes.to_ascii_lowercase().into();
    StringArray::new(OffsetBuffer::new(offsets), folded, values.nulls().cloned())
}

/// The domains of addresses, folded.
pub(super) fn domains(values: &StringArray) -> StringArray {
    mapped(values, text::domain)
}

fn mapped(values: &StringArray, map: fn(&str) -> String) -> StringArray {
    let mut made = StringBuilder::with_capacity(values.len(), values.value_data().len());
    for value in values {
        made.append_option(value.map(map));
    }
    made.finish()
}
