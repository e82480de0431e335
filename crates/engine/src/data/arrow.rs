//! Arrow record batches, as Parquet files give them and as callers of the library have them. In: a batch; out: its
//! cells; structs are entered by dotted names, and dictionaries are kept as codes.

pub(super) mod kept;
pub(super) mod readable;
mod values;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, StructArray, UInt32Array};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Fields};

use super::cells::{Cells, Codes};
use super::names;
use super::projection::ProjectedColumn;
use leadrules_language::text;
pub(super) use readable::Path;
use values::getter;

/// Where the columns are in a schema.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The names of all columns; for those in structs, with the path to them.
    pub(super) names: Vec<String>,
    /// By target, the path to its column.
    pub(super) columns: Arc<[Option<Path>]>,
    /// The path to the list of events, and by target the path within it.
    pub(super) events: Option<(Path, Arc<[Option<Path>]>)>,
    /// The names of all columns of nested events.
    pub(super) event_names: Vec<String>,
    /// Columns whose values can't be passed on, with their types.
    pub(super) refused: Vec<(String, String)>,
    /// The paths of columns whose bytes are UUIDs; for those of nested events, after the path of their list.
    pub(super) uuids: HashSet<Path>,
}

impl Layout {
    /// Finds the columns in a schema.
    pub(super) fn new(fields: &Fields, wanted: &[ProjectedColumn], events: Option<&[ProjectedColumn]>) -> Self {
        let list = fields.iter().find(|field| text::column_key(field.name()) == "events").and_then(|field| {
            let inner = match field.data_type() {
                DataType::List(item) | DataType::LargeList(item) => item,
                _ => return None,
            };
            let DataType::Struct(inner) = inner.data_type() else { return None };
            Some((vec![field.name().clone()], inner.clone()))
        });
        let (paths, columns) = find(fields, wanted, list.as_ref().map(|(path, _)| &path[0]));
        let mut event_names = Vec::new();
        let events = events.zip(list).map(|(wanted, (path, inner))| {
            let (paths, columns) = find(&inner, wanted, None);
            event_names = paths;
            (path, columns)
        });
        let mut refused = Vec::new();
        refuse(fields, "", &mut refused);
        Self { names: paths, columns, events, event_names, refused, uuids: readable::uuids(fields) }
    }
}

fn find(fields: &Fields, wanted: &[ProjectedColumn], but: Option<&String>) -> (Vec<String>, Arc<[Option<Path>]>) {
    let mut paths = Vec::new();
    // Top-level columns come before those of the same name within a struct.
    collect(fields, &[], but, &mut paths);
    paths.sort_by_key(Vec::len);
    let names: Vec<String> = paths.iter().map(|path| path.join(".")).collect();
    let index = names::Index::new(&names);
    let found: Vec<Option<usize>> = wanted.iter().map(|wanted| index.place(wanted)).collect();
    let needed = |wanted: &ProjectedColumn| wanted.beside.is_none_or(|other| found[other].is_some());
    let columns =
        wanted.iter().zip(&found).map(|(wanted, at)| at.filter(|_| needed(wanted)).map(|at| paths[at].clone()));
    let columns = columns.collect();
    (names, columns)
}

fn collect(fields: &Fields, prefix: &[String], but: Option<&String>, paths: &mut Vec<Path>) {
    for field in fields {
        let mut path = prefix.to_vec();
        path.push(field.name().clone());
        match field.data_type() {
            DataType::Struct(inner) => collect(inner, &path, None, paths),
            _ if but == Some(field.name()) && prefix.is_empty() => {}
            _ => paths.push(path),
        }
    }
}

/// Notes the columns that can't be passed on.
fn refuse(fields: &Fields, prefix: &str, refused: &mut Vec<(String, String)>) {
    for field in fields {
        let name = format!("{prefix}{}", field.name());
        match field.data_type() {
            DataType::Struct(inner) => refuse(inner, &format!("{name}."), refused),
            ty if kept::is_refused(ty) => refused.push((name, ty.to_string())),
            _ => {}
        }
    }
}

/// A batch of rows.
#[derive(Debug)]
pub(super) struct ArrowFrame {
    rows: usize,
    columns: Vec<Option<ArrayRef>>,
    events: Option<(Box<ArrowFrame>, Vec<u32>)>,
}

impl ArrowFrame {
    /// The columns of a batch that `layout` found in its schema.
    pub(super) fn new(batch: &RecordBatch, layout: &Layout) -> Self {
        let top = StructArray::from(batch.clone());
        let mut frame = Self::of(&top, &layout.columns, &[], &layout.uuids);
        frame.events = layout.events.as_ref().and_then(|(path, columns)| {
            let list = follow(&top, path)?;
            let (events, owners) = unnest(&list)?;
            Some((Box::new(Self::of(&events, columns, path, &layout.uuids)), owners))
        });
        frame
    }

    fn of(top: &StructArray, columns: &[Option<Path>], prefix: &[String], uuids: &HashSet<Path>) -> Self {
        let column = |path: &Path| {
            let column = follow(top, path)?;
            let are_uuids = !uuids.is_empty() && uuids.contains(&[prefix, path].concat());
            Some(readable::texts(&column, are_uuids).unwrap_or(column))
        };
        let columns = columns.iter().map(|path| path.as_ref().and_then(column)).collect();
        Self { rows: top.len(), columns, events: None }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn cells(&self, target: usize) -> Option<Cells<'_>> {
        let array = self.columns[target].as_ref()?;
        Some(match array.as_any_dictionary_opt() {
            None => Cells::Array(array, getter(array)),
            Some(coded) => {
                let values = getter(coded.values());
                let keys = coded.keys();
                let count = coded.values().len();
                // Without values, all keys are null.
                let places = match keys.as_primitive_opt::<Int32Type>() {
                    Some(keys) => Cow::Borrowed(keys.values().as_ref()),
                    None if count == 0 => vec![0; keys.len()].into(),
                    None => {
                        coded.normalized_keys().into_iter().map(|at| i32::try_from(at).unwrap_or(i32::MAX)).collect()
                    }
                };
                Cells::Coded(Codes { places, nulls: keys.nulls() }, count, values)
            }
        })
    }

    /// The texts of a target's column, to be passed on.
    pub(super) fn kept(&self, target: usize) -> Option<StringArray> {
        self.columns[target].as_ref().map(kept::texts)
    }

    pub(super) fn events(&self) -> Option<(&ArrowFrame, &[u32])> {
        self.events.as_ref().map(|(events, owners)| (&**events, owners.as_slice()))
    }
}

/// The column at a path; where a struct on the way is null, so is what is in it.
fn follow(top: &StructArray, path: &[String]) -> Option<ArrayRef> {
    let (name, rest) = path.split_first()?;
    let column = top.column_by_name(name)?;
    let column = match top.nulls() {
        Some(nulls) if nulls.null_count() > 0 => {
            let nulls = NullBuffer::union(Some(nulls), column.nulls());
            arrow_array::make_array(column.to_data().into_builder().nulls(nulls).build().ok()?)
        }
        _ => Arc::clone(column),
    };
    if rest.is_empty() {
        return Some(column);
    }
    follow(column.as_struct_opt()?, rest)
}

/// The structs in a list of structs, and for each the row that it belongs to.
fn unnest(list: &ArrayRef) -> Option<(StructArray, Vec<u32>)> {
    let (ranges, values): (Vec<(usize, usize)>, &ArrayRef) = match list.data_type() {
        DataType::List(_) => {
            let list = list.as_list::<i32>();
            let ends = list.offsets().windows(2).map(|ends| Some((ends[0].try_into().ok()?, ends[1].try_into().ok()?)));
            (ends.collect::<Option<_>>()?, list.values())
        }
        DataType::LargeList(_) => {
            let list = list.as_list::<i64>();
            let ends = list.offsets().windows(2).map(|ends| Some((ends[0].try_into().ok()?, ends[1].try_into().ok()?)));
            (ends.collect::<Option<_>>()?, list.values())
        }
        _ => return None,
    };
    let (mut owners, mut picks) = (Vec::new(), Vec::new());
    for (row, &(from, to)) in ranges.iter().enumerate() {
        if !list.is_null(row) {
            owners.extend(std::iter::repeat_n(u32::try_from(row).ok()?, to - from));
            picks.extend((from..to).filter_map(|at| u32::try_from(at).ok()));
        }
    }
    let structs = values.as_struct_opt()?;
    let whole =
        picks.first().zip(picks.last()).is_some_and(|(&first, &last)| (last - first + 1) as usize == picks.len());
    let events = match picks.first() {
        Some(&first) if whole => structs.slice(first as usize, picks.len()),
        _ => arrow_select::take::take(structs, &UInt32Array::from(picks), None).ok()?.as_struct().clone(),
    };
    Some((events, owners))
}
