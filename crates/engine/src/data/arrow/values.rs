//! The cells of an array, by its type. In: an array; out: a function that gives the cell of a row.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type,
    Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::i256;
use arrow_schema::{DataType, TimeUnit};

use crate::data::cell::{Cell, number};
use leadrules_language::calendar::DAY;

/// Gives the cell of a row.
pub(super) type Getter<'a> = Box<dyn Fn(usize) -> Cell<'a> + 'a>;

/// The cells of an array.
pub(super) fn getter(array: &ArrayRef) -> Getter<'_> {
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
        DataType::Decimal256(_, scale) => {
            let scale = *scale;
            primitive::<Decimal256Type>(array, move |value| wide(value, scale))
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

/// A decimal of up to 76 digits.
fn wide<'a>(value: i256, scale: i8) -> Cell<'a> {
    value.to_i128().map_or_else(
        || Cell::Digits(number::digits_text(&value.to_string(), scale).into()),
        |value| Cell::Decimal(value, scale),
    )
}

/// A floating-point number of less than 64 bits means the decimal that its own shortest text gives: 0.1, not
/// 0.10000000149.
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
