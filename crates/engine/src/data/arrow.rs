//! Arrow record batches, as Parquet files give them and as callers of the library have them. In: a batch; out: its cells,
//! structs entered by dotted names, coded columns kept as codes.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Float16Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch, StructArray, UInt32Array};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Fields, TimeUnit};

use super::cell::Cell;
use super::cells::{Cells, Codes};
use super::names;
use super::projection::ProjectedColumn;
use leadrules_language::calendar::DAY;

/// Where the columns stand in a schema.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The names of all columns, those in structs with the path to them.
    pub(super) names: Vec<String>,
    /// By target, the path to its column.
    pub(super) columns: Arc<[Option<Path>]>,
    /// The path to the list of events, and by target the path inside it.
    pub(super) events: Option<(Path, Arc<[Option<Path>]>)>,
    /// The names of all columns of nested events.
    pub(super) event_names: Vec<String>,
}

/// Names from the outermost.
pub(super) type Path = Vec<String>;

impl Layout {
    /// Finds the columns in a schema.
    pub(super) fn new(fields: &Fields, wanted: &[ProjectedColumn], events: Option<&[ProjectedColumn]>) -> Self {
        let list = fields.iter().find(|field| names::loose(field.name()) == "events").and_then(|field| {
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
        Self { names: paths, columns, events, event_names }
    }
}

fn find(fields: &Fields, wanted: &[ProjectedColumn], but: Option<&String>) -> (Vec<String>, Arc<[Option<Path>]>) {
    let mut paths = Vec::new();
    // Flat columns come before those with the same name inside a struct.
    collect(fields, &[], but, &mut paths);
    paths.sort_by_key(Vec::len);
    let names: Vec<String> = paths.iter().map(|path| path.join(".")).collect();
    let place = |wanted: &ProjectedColumn| {
        if wanted.exact {
            names.iter().position(|name| wanted.names.contains(name))
        } else {
            names::find(&names, &wanted.names)
        }
    };
    let found: Vec<Option<usize>> = wanted.iter().map(place).collect();
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
        let mut frame = Self::of(&top, &layout.columns);
        frame.events = layout.events.as_ref().and_then(|(path, columns)| {
            let list = follow(&top, path)?;
            let (events, owners) = unnest(&list)?;
            Some((Box::new(Self::of(&events, columns)), owners))
        });
        frame
    }

    fn of(top: &StructArray, columns: &[Option<Path>]) -> Self {
        let columns = columns.iter().map(|path| path.as_ref().and_then(|path| follow(top, path))).collect();
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
                // Without values all keys are null.
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

    pub(super) fn events(&self) -> Option<(&ArrowFrame, &[u32])> {
        self.events.as_ref().map(|(events, owners)| (&**events, owners.as_slice()))
    }
}

/// The column at a path; where a struct on the way is null, so is what it holds.
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

/// The structs in a list of them, and by struct the row that it belongs to.
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

type Getter<'a> = Box<dyn Fn(usize) -> Cell<'a> + 'a>;

/// The cells of an array.
fn getter(array: &ArrayRef) -> Getter<'_> {
    let array = array.as_ref();
    match array.data_type() {
        DataType::Null => Box::new(|_| Cell::Missing),
        DataType::Boolean => {
            let array = array.as_boolean();
            unless_null(array, |row| Cell::Truth(array.value(row)))
        }
        DataType::Int8 => primitive::<Int8Type>(array, |value| Cell::Integer(value.into())),
        DataType::Int16 => primitive::<Int16Type>(array, |value| Cell::Integer(value.into())),
        DataType::Int32 => primitive::<Int32Type>(array, |value| Cell::Integer(value.into())),
        DataType::Int64 => primitive::<Int64Type>(array, Cell::Integer),
        DataType::UInt8 => primitive::<UInt8Type>(array, |value| Cell::Integer(value.into())),
        DataType::UInt16 => primitive::<UInt16Type>(array, |value| Cell::Integer(value.into())),
        DataType::UInt32 => primitive::<UInt32Type>(array, |value| Cell::Integer(value.into())),
        DataType::UInt64 => primitive::<UInt64Type>(array, |value| Cell::Decimal(value.into(), 0)),
        DataType::Float16 => primitive::<Float16Type>(array, |value| narrow_float(value.to_f32())),
        DataType::Float32 => primitive::<Float32Type>(array, narrow_float),
        DataType::Float64 => primitive::<Float64Type>(array, Cell::Float),
        DataType::Decimal32(_, scale) => {
            let scale = *scale;
            primitive::<Decimal32Type>(array, move |value| Cell::Decimal(value.into(), scale))
        }
        DataType::Decimal64(_, scale) => {
            let scale = *scale;
            primitive::<Decimal64Type>(array, move |value| Cell::Decimal(value.into(), scale))
        }
        DataType::Decimal128(_, scale) => {
            let scale = *scale;
            primitive::<Decimal128Type>(array, move |value| Cell::Decimal(value, scale))
        }
        DataType::Date32 => primitive::<Date32Type>(array, Cell::Day),
        DataType::Date64 => primitive::<Date64Type>(array, |millis| {
            let days = millis.div_euclid(DAY / 1000);
            i32::try_from(days).map_or(Cell::Other("a date far away"), Cell::Day)
        }),
        DataType::Timestamp(unit, zone) => timestamps(array, *unit, zone.is_some()),
        DataType::Utf8 => {
            let array = array.as_string::<i32>();
            unless_null(array, |row| Cell::Text(array.value(row)))
        }
        DataType::LargeUtf8 => {
            let array = array.as_string::<i64>();
            unless_null(array, |row| Cell::Text(array.value(row)))
        }
        DataType::Utf8View => {
            let array = array.as_string_view();
            unless_null(array, |row| Cell::Text(array.value(row)))
        }
        DataType::Binary => {
            let array = array.as_binary::<i32>();
            unless_null(array, |row| bytes(array.value(row)))
        }
        DataType::LargeBinary => {
            let array = array.as_binary::<i64>();
            unless_null(array, |row| bytes(array.value(row)))
        }
        DataType::BinaryView => {
            let array = array.as_binary_view();
            unless_null(array, |row| bytes(array.value(row)))
        }
        DataType::List(_) => {
            let array = array.as_list::<i32>();
            let inner = getter(array.values());
            unless_null(array, move |row| {
                let ends = &array.offsets()[row..=row + 1];
                let place = |end: i32| usize::try_from(end).unwrap_or(0);
                Cell::List((place(ends[0])..place(ends[1])).map(&inner).collect())
            })
        }
        DataType::LargeList(_) => {
            let array = array.as_list::<i64>();
            let inner = getter(array.values());
            unless_null(array, move |row| {
                let ends = &array.offsets()[row..=row + 1];
                let place = |end: i64| usize::try_from(end).unwrap_or(0);
                Cell::List((place(ends[0])..place(ends[1])).map(&inner).collect())
            })
        }
        DataType::FixedSizeList(..) => {
            let array = array.as_fixed_size_list();
            let inner = getter(array.values());
            let length = usize::try_from(array.value_length()).unwrap_or(0);
            unless_null(array, move |row| Cell::List((row * length..(row + 1) * length).map(&inner).collect()))
        }
        DataType::Dictionary(..) => match array.as_any_dictionary_opt() {
            Some(coded) if !coded.values().is_empty() => {
                let (places, values) = (coded.normalized_keys(), getter(coded.values()));
                unless_null(coded.keys(), move |row| values(places[row]))
            }
            _ => Box::new(|_| Cell::Missing),
        },
        DataType::Time32(_)
        | DataType::Time64(_)
        | DataType::Duration(_)
        | DataType::Interval(_)
        | DataType::FixedSizeBinary(_)
        | DataType::ListView(_)
        | DataType::LargeListView(_)
        | DataType::Struct(_)
        | DataType::Union(..)
        | DataType::Decimal256(..)
        | DataType::Map(..)
        | DataType::RunEndEncoded(..) => Box::new(move |row| {
            if array.is_null(row) { Cell::Missing } else { Cell::Other("a value of a type that no field has") }
        }),
    }
}

fn unless_null<'a>(array: &'a dyn Array, get: impl Fn(usize) -> Cell<'a> + 'a) -> Getter<'a> {
    match array.nulls() {
        None => Box::new(get),
        Some(nulls) => Box::new(move |row| if nulls.is_null(row) { Cell::Missing } else { get(row) }),
    }
}

fn primitive<'a, T: ArrowPrimitiveType>(array: &'a dyn Array, cell: impl Fn(T::Native) -> Cell<'a> + 'a) -> Getter<'a> {
    let values = array.as_primitive::<T>().values();
    unless_null(array, move |row| cell(values[row]))
}

/// A number of less than 64 bits means the decimal that its own shortest text gives: 0.1, not 0.10000000149.
fn narrow_float<'a>(value: f32) -> Cell<'a> {
    Cell::Float(value.to_string().parse().unwrap_or(f64::NAN))
}

fn timestamps(array: &dyn Array, unit: TimeUnit, zoned: bool) -> Getter<'_> {
    fn cell<'a>(micros: Option<i64>, zoned: bool) -> Cell<'a> {
        match micros {
            None => Cell::Other("a time far away"),
            Some(micros) if zoned => Cell::Instant(micros),
            Some(micros) => Cell::Local(micros),
        }
    }
    match unit {
        TimeUnit::Second => {
            primitive::<TimestampSecondType>(array, move |value| cell(value.checked_mul(1_000_000), zoned))
        }
        TimeUnit::Millisecond => {
            primitive::<TimestampMillisecondType>(array, move |value| cell(value.checked_mul(1000), zoned))
        }
        TimeUnit::Microsecond => primitive::<TimestampMicrosecondType>(array, move |value| cell(Some(value), zoned)),
        TimeUnit::Nanosecond => {
            primitive::<TimestampNanosecondType>(array, move |value| cell(Some(value.div_euclid(1000)), zoned))
        }
    }
}

fn bytes(value: &[u8]) -> Cell<'_> {
    std::str::from_utf8(value).map_or(Cell::Other("bytes that are no text"), Cell::Text)
}
