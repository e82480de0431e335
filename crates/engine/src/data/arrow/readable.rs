//! Columns of types that cells do not have, as texts: times of day, lengths of time, bytes of a fixed number, UUIDs.
//! In: an array; out: the same texts that are passed on for it.

use std::collections::HashSet;
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeListArray, ListArray, StringArray};
use arrow_schema::{DataType, Field, Fields};

use super::kept;

/// Names, the outermost first.
pub(in crate::data) type Path = Vec<String>;

/// The key and value in the metadata of an Arrow field by which its bytes are a UUID.
const UUID: (&str, &str) = ("ARROW:extension:name", "arrow.uuid");

/// The path of each column that holds values, in order; list items have no name in a path.
pub(in crate::data) fn leaves(fields: &Fields) -> Vec<Path> {
    let mut paths = Vec::new();
    for field in fields {
        walk(field, &[], &mut |path, _| paths.push(path.to_vec()));
    }
    paths
}

/// The paths of columns that declare themselves to hold UUIDs.
pub(super) fn uuids(fields: &Fields) -> HashSet<Path> {
    let mut paths = HashSet::new();
    for field in fields {
        walk(field, &[], &mut |path, field| {
            if field.metadata().get(UUID.0).is_some_and(|name| name == UUID.1) {
                paths.insert(path.to_vec());
            }
        });
    }
    paths
}

fn walk(field: &Field, prefix: &[String], give: &mut dyn FnMut(&[String], &Field)) {
    let path = [prefix, std::slice::from_ref(field.name())].concat();
    inside(field, &path, give);
}

fn inside(field: &Field, path: &[String], give: &mut dyn FnMut(&[String], &Field)) {
    match field.data_type() {
        DataType::Struct(fields) => fields.iter().for_each(|field| walk(field, path, give)),
        DataType::List(item)
        | DataType::LargeList(item)
        | DataType::FixedSizeList(item, _)
        | DataType::ListView(item)
        | DataType::LargeListView(item)
        | DataType::Map(item, _) => inside(item, path, give),
        _ => give(path, field),
    }
}

/// A column as texts, if cells have no other way to express what is in it.
pub(super) fn texts(array: &ArrayRef, are_uuids: bool) -> Option<ArrayRef> {
    match array.data_type() {
        DataType::FixedSizeBinary(16) if are_uuids => Some(Arc::new(hyphened(array))),
        DataType::FixedSizeBinary(_)
        | DataType::Time32(_)
        | DataType::Time64(_)
        | DataType::Duration(_)
        | DataType::Interval(_) => Some(Arc::new(kept::texts(array))),
        DataType::List(item) => {
            let (list, values) = (array.as_list::<i32>(), texts(array.as_list::<i32>().values(), are_uuids)?);
            let item = Field::new(item.name(), values.data_type().clone(), true);
            Some(Arc::new(ListArray::new(Arc::new(item), list.offsets().clone(), values, list.nulls().cloned())))
        }
        DataType::LargeList(item) => {
            let (list, values) = (array.as_list::<i64>(), texts(array.as_list::<i64>().values(), are_uuids)?);
            let item = Field::new(item.name(), values.data_type().clone(), true);
            Some(Arc::new(LargeListArray::new(Arc::new(item), list.offsets().clone(), values, list.nulls().cloned())))
        }
        DataType::Dictionary(..) => {
            let coded = array.as_any_dictionary();
            Some(coded.with_values(texts(coded.values(), are_uuids)?))
        }
        _ => None,
    }
}

/// UUIDs in the usual form: `11111111-1111-4111-8111-111111111111`.
fn hyphened(array: &ArrayRef) -> StringArray {
    let (hexadecimal, mut texts) = (kept::texts(array), StringBuilder::new());
    for text in &hexadecimal {
        texts.append_option(text.map(|text| {
            let at = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
            [at(0, 8), at(8, 12), at(12, 16), at(16, 20), at(20, 32)].join("-")
        }));
    }
    texts.finish()
}
