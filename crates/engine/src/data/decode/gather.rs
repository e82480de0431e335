//! Rows picked from a column that was read. In: a column and indexes into it; out: the values there.
//! `arrow_select::take` does the same; since every row may pass through here, it is written for, and optimised to, the
//! types that columns have.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::ArrowPrimitiveType;
use arrow_array::{
    Array, BooleanArray, DictionaryArray, Int32Array, PrimitiveArray, StringArray, StringViewArray, UInt32Array,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_select::take::take;

use crate::columns::Column;

/// The values at these indexes; coded texts stay coded.
pub(crate) fn gather(values: &Column, places: Int32Array) -> Column {
    const PLACED: &str = "the places are those of the values";
    match values {
        Column::Text(texts) if texts.null_count() == 0 => {
            Column::CodedText(DictionaryArray::new(places, Arc::new(texts.clone())))
        }
        Column::Text(texts) => {
            let nulls = nulls(texts, &places);
            let keys = Int32Array::new(places.values().clone(), nulls);
            Column::CodedText(DictionaryArray::new(keys, Arc::new(texts.clone())))
        }
        Column::CodedText(coded) => {
            Column::CodedText(DictionaryArray::new(taken(coded.keys(), &places), Arc::clone(coded.values())))
        }
        Column::Truth(array) => {
            let is_set = |at: usize| at < array.len() && array.values().value(at);
            let values = places.values().iter().map(|&at| is_set(index(at)));
            Column::Truth(BooleanArray::new(values.collect(), nulls(array, &places)))
        }
        Column::Choice(array) => Column::Choice(taken(array, &places)),
        Column::Number(array) => Column::Number(taken(array, &places)),
        Column::Wide(array) => Column::Wide(taken(array, &places)),
        Column::Date(array) => Column::Date(taken(array, &places)),
        Column::Texts(array) => Column::Texts(take(array, &places, None).expect(PLACED).as_list().clone()),
        Column::Choices(array) => Column::Choices(take(array, &places, None).expect(PLACED).as_list().clone()),
        Column::Presence(is_there) => Column::Presence(match places.nulls() {
            None if is_there.count_set_bits() == is_there.len() => BooleanBuffer::new_set(places.len()),
            Some(nulls) if is_there.count_set_bits() == is_there.len() => nulls.inner().clone(),
            _ => places.iter().map(|place| place.is_some_and(|at| is_there.value(index(at)))).collect(),
        }),
        Column::Absent => Column::Absent,
    }
}

/// Some rows of a column, in their order.
pub(in crate::data) fn pick(column: &Column, rows: &[u32]) -> Column {
    match column {
        Column::Text(texts) => {
            let value = |&row: &u32| texts.is_valid(row as usize).then(|| texts.value(row as usize));
            Column::Text(rows.iter().map(value).collect::<StringArray>())
        }
        Column::CodedText(_)
        | Column::Number(_)
        | Column::Wide(_)
        | Column::Truth(_)
        | Column::Date(_)
        | Column::Choice(_)
        | Column::Texts(_)
        | Column::Choices(_)
        | Column::Presence(_)
        | Column::Absent => gather(column, rows.iter().map(|&row| i32::try_from(row).ok()).collect()),
    }
}

/// Some of these texts, in their order.
pub(in crate::data) fn pick_views(texts: &StringViewArray, rows: &[u32]) -> StringViewArray {
    let picked = take(texts, &UInt32Array::from(rows.to_vec()), None);
    picked.expect("rows of this column").as_string_view().clone()
}

fn taken<T: ArrowPrimitiveType>(array: &PrimitiveArray<T>, places: &Int32Array) -> PrimitiveArray<T> {
    let values = places.values().iter().map(|&at| array.values().get(index(at)).copied().unwrap_or_default());
    PrimitiveArray::new(values.collect(), nulls(array, places))
}

/// Where there is no value: where there is no index, or the array has none.
fn nulls(array: &dyn Array, places: &Int32Array) -> Option<NullBuffer> {
    let Some(of_array) = array.nulls().filter(|nulls| nulls.null_count() > 0) else { return places.nulls().cloned() };
    let is_there = |place: Option<i32>| place.is_some_and(|at| of_array.is_valid(index(at)));
    Some(places.iter().map(is_there).collect())
}

/// Indexes count rows of a batch; under a null there may be anything.
fn index(place: i32) -> usize {
    place.cast_unsigned() as usize
}
