//! A column of each type that Arrow has and Parquet can hold: a value, an empty cell, and a value at the edge of what
//! is possible. Tests read them, and the seeds of the fuzz target `parquet` are made from them.

use std::sync::Arc;

use arrow_array::builder::{
    FixedSizeListBuilder, Int32Builder, LargeListBuilder, ListBuilder, MapBuilder, StringBuilder,
    StringDictionaryBuilder,
};
use arrow_array::types::{Int8Type, Int32Type, UInt16Type};
use arrow_array::{
    ArrayRef, BinaryArray, BinaryViewArray, BooleanArray, Date32Array, Date64Array, Decimal32Array, Decimal64Array,
    Decimal128Array, Decimal256Array, DictionaryArray, DurationMicrosecondArray, DurationSecondArray,
    FixedSizeBinaryArray, Float32Array, Float64Array, Int8Array, Int16Array, Int32Array, Int64Array,
    IntervalDayTimeArray, IntervalYearMonthArray, LargeBinaryArray, LargeStringArray, NullArray, StringArray,
    StringViewArray, StructArray, Time32MillisecondArray, Time32SecondArray, Time64MicrosecondArray,
    Time64NanosecondArray, TimestampMicrosecondArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array,
};
use arrow_buffer::{IntervalDayTime, NullBuffer, i256};
use arrow_schema::{DataType, Field};

/// The first day of year 1, and the last day of year 9999.
const YEARS: (i32, i32) = (-719_162, 2_932_896);
const DAY: i64 = 86_400;

fn numbers() -> Vec<(&'static str, ArrayRef)> {
    let decimal = |array: Decimal128Array| array.with_precision_and_scale(38, 10).expect("it holds them");
    let wide = Decimal256Array::from(vec![Some(i256::from_i128(-15)), None, i256::from_string(&"9".repeat(76))]);
    vec![
        ("int8", Arc::new(Int8Array::from(vec![Some(1), None, Some(i8::MIN)]))),
        ("int16", Arc::new(Int16Array::from(vec![Some(1), None, Some(i16::MIN)]))),
        ("int32", Arc::new(Int32Array::from(vec![Some(1), None, Some(i32::MIN)]))),
        ("int64", Arc::new(Int64Array::from(vec![Some(1), None, Some(i64::MIN)]))),
        ("uint8", Arc::new(UInt8Array::from(vec![Some(1), None, Some(u8::MAX)]))),
        ("uint16", Arc::new(UInt16Array::from(vec![Some(1), None, Some(u16::MAX)]))),
        ("uint32", Arc::new(UInt32Array::from(vec![Some(1), None, Some(u32::MAX)]))),
        ("uint64", Arc::new(UInt64Array::from(vec![Some(1), None, Some(u64::MAX)]))),
        ("float32", Arc::new(Float32Array::from(vec![Some(0.1), None, Some(f32::INFINITY)]))),
        ("float64", Arc::new(Float64Array::from(vec![Some(0.1), None, Some(1e300)]))),
        (
            "decimal32",
            Arc::new(
                Decimal32Array::from(vec![Some(-15), None, Some(999_999_999)])
                    .with_precision_and_scale(9, 2)
                    .expect("it holds them"),
            ),
        ),
        (
            "decimal64",
            Arc::new(
                Decimal64Array::from(vec![Some(-15), None, Some(1)])
                    .with_precision_and_scale(18, 2)
                    .expect("it holds them"),
            ),
        ),
        ("decimal128", Arc::new(decimal(Decimal128Array::from(vec![Some(-15), None, Some(10_i128.pow(37))])))),
        ("decimal256", Arc::new(wide.with_precision_and_scale(76, 20).expect("it holds them"))),
        ("boolean", Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)]))),
    ]
}

fn texts() -> Vec<(&'static str, ArrayRef)> {
    let words = [Some("a \"b\", c"), None, Some("é\n")];
    let bytes: [Option<&[u8]>; 3] = [Some(b"text"), None, Some(b"\xff\x00")];
    let mut coded = StringDictionaryBuilder::<Int8Type>::new();
    for word in words {
        coded.append_option(word);
    }
    let fixed = bytes.iter().map(|value| value.map(|value| value[..2].to_vec()));
    vec![
        ("utf8", Arc::new(StringArray::from(words.to_vec()))),
        ("large_utf8", Arc::new(LargeStringArray::from(words.to_vec()))),
        ("utf8_view", Arc::new(StringViewArray::from(words.to_vec()))),
        ("binary", Arc::new(BinaryArray::from(bytes.to_vec()))),
        ("large_binary", Arc::new(LargeBinaryArray::from(bytes.to_vec()))),
        ("binary_view", Arc::new(BinaryViewArray::from(bytes.to_vec()))),
        (
            "fixed_size_binary",
            Arc::new(FixedSizeBinaryArray::try_from_sparse_iter_with_size(fixed, 2).expect("two each")),
        ),
        ("dictionary", Arc::new(coded.finish())),
        ("dictionary_of_numbers", Arc::new(numbered())),
        ("null", Arc::new(NullArray::new(3))),
    ]
}

fn numbered() -> DictionaryArray<UInt16Type> {
    let keys = UInt16Array::from(vec![Some(1), None, Some(0)]);
    DictionaryArray::new(keys, Arc::new(Int64Array::from(vec![7, i64::MAX])))
}

fn times() -> Vec<(&'static str, ArrayRef)> {
    let (first, last) = (i64::from(YEARS.0) * DAY, i64::from(YEARS.1) * DAY + DAY - 1);
    let seconds = |unit: i64| vec![Some(first * unit), None, Some(last * unit)];
    let nanos = vec![Some(1), None, Some(i64::MIN)];
    vec![
        ("date32", Arc::new(Date32Array::from(vec![Some(YEARS.0), None, Some(YEARS.1)]))),
        ("date64", Arc::new(Date64Array::from(seconds(1000)))),
        ("far_date", Arc::new(Date32Array::from(vec![Some(YEARS.0 - 400), None, Some(i32::MAX)]))),
        ("time32_s", Arc::new(Time32SecondArray::from(vec![Some(0), None, Some(86_399)]))),
        ("time32_ms", Arc::new(Time32MillisecondArray::from(vec![Some(1), None, Some(86_399_999)]))),
        ("time64_us", Arc::new(Time64MicrosecondArray::from(vec![Some(1), None, Some(86_399_999_999)]))),
        ("time64_ns", Arc::new(Time64NanosecondArray::from(vec![Some(1), None, Some(86_399_999_999_999)]))),
        ("timestamp_s", Arc::new(TimestampSecondArray::from(seconds(1)))),
        ("timestamp_ms", Arc::new(TimestampMillisecondArray::from(seconds(1000)).with_timezone("UTC"))),
        ("timestamp_us", Arc::new(TimestampMicrosecondArray::from(seconds(1_000_000)).with_timezone("+02:00"))),
        ("timestamp_ns", Arc::new(TimestampNanosecondArray::from(nanos))),
        ("far_timestamp", Arc::new(TimestampSecondArray::from(vec![Some(i64::MIN), None, Some(i64::MAX)]))),
        ("duration_s", Arc::new(DurationSecondArray::from(vec![Some(90), None, Some(i64::MAX)]))),
        ("duration_us", Arc::new(DurationMicrosecondArray::from(vec![Some(-1_500_000), None, Some(i64::MAX)]))),
        ("interval_months", Arc::new(IntervalYearMonthArray::from(vec![Some(14), None, Some(-1)]))),
        (
            "interval_days",
            Arc::new(IntervalDayTimeArray::from(vec![
                Some(IntervalDayTime::new(3, 1500)),
                None,
                Some(IntervalDayTime::new(-1, 0)),
            ])),
        ),
    ]
}

fn nested() -> Vec<(&'static str, ArrayRef)> {
    let mut list = ListBuilder::new(Int32Builder::new());
    list.append_value([Some(1), None, Some(-3)]);
    list.append_null();
    list.append_value([]);
    let mut large = LargeListBuilder::new(StringBuilder::new());
    large.append_value([Some("a"), None]);
    large.append_null();
    large.append_value([Some("\"")]);
    let mut fixed = FixedSizeListBuilder::new(Int32Builder::new(), 2);
    for entries in [Some([Some(1), Some(2)]), None, Some([None, Some(4)])] {
        for entry in entries.unwrap_or_default() {
            fixed.values().append_option(entry);
        }
        fixed.append(entries.is_some());
    }
    let mut map = MapBuilder::new(None, StringBuilder::new(), Int32Builder::new());
    map.keys().append_value("k");
    map.values().append_value(1);
    map.append(true).expect("a value for each key");
    map.append(false).expect("a value for each key");
    map.append(true).expect("a value for each key");
    let fields = vec![
        (
            Arc::new(Field::new("name", DataType::Utf8, true)),
            Arc::new(StringArray::from(vec![Some("x"), None, Some("y")])) as ArrayRef,
        ),
        (Arc::new(Field::new("size", DataType::Int32, true)), Arc::new(Int32Array::from(vec![Some(1), None, None]))),
    ];
    let (fields, arrays): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let inner = StructArray::new(fields.into(), arrays, Some(NullBuffer::from(vec![true, false, true])));
    let mut coded = ListBuilder::new(StringDictionaryBuilder::<Int32Type>::new());
    coded.append_value([Some("a"), Some("a")]);
    coded.append_null();
    coded.append_value([None::<&str>]);
    vec![
        ("list", Arc::new(list.finish())),
        ("large_list", Arc::new(large.finish())),
        ("fixed_size_list", Arc::new(fixed.finish())),
        ("map", Arc::new(map.finish())),
        ("struct", Arc::new(inner)),
        ("list_of_coded", Arc::new(coded.finish())),
    ]
}

/// Each type's name and a column of three rows.
pub fn every_type() -> Vec<(&'static str, ArrayRef)> {
    [numbers(), texts(), times(), nested()].concat()
}
