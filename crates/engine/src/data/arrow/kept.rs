//! Columns that are passed on: each value as a text that expresses all of it, whatever its type. In: an array; out:
//! texts. Columns whose values no text can express are named before anything is read.

use std::fmt::Write;

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date64Type, Decimal256Type, DurationMicrosecondType, DurationMillisecondType,
    DurationNanosecondType, DurationSecondType, IntervalDayTimeType, IntervalMonthDayNanoType, IntervalYearMonthType,
    Time32MillisecondType, Time32SecondType, Time64MicrosecondType, Time64NanosecondType, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::types::{Date32Type, Float16Type, Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef, StringArray};
use arrow_schema::{DataType, IntervalUnit, TimeUnit};

use super::values::getter;
use crate::data::cell::number;

/// Nanoseconds in a second, and seconds in a day.
const NANOS: i128 = 1_000_000_000;
const DAY: i128 = 86_400;

/// Whether values of a type can't be passed on.
pub(in crate::data) fn is_refused(ty: &DataType) -> bool {
    match ty {
        DataType::Union(..) | DataType::RunEndEncoded(..) | DataType::ListView(_) | DataType::LargeListView(_) => true,
        DataType::List(item)
        | DataType::LargeList(item)
        | DataType::FixedSizeList(item, _)
        | DataType::Map(item, _) => is_refused(item.data_type()),
        DataType::Dictionary(_, values) => is_refused(values),
        DataType::Struct(fields) => fields.iter().any(|field| is_refused(field.data_type())),
        _ => false,
    }
}

/// The values of a column; an empty cell stays empty.
pub(in crate::data) fn texts(array: &ArrayRef) -> StringArray {
    let (write, mut text, mut texts) = (writer(array), String::new(), StringBuilder::new());
    let nulls = array.logical_nulls();
    for row in 0..array.len() {
        if nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            texts.append_null();
        } else {
            text.clear();
            write(row, &mut text);
            texts.append_value(&text);
        }
    }
    texts.finish()
}

/// Writes the value of a row that is not empty.
type Writer<'a> = Box<dyn Fn(usize, &mut String) + 'a>;

fn writer(array: &ArrayRef) -> Writer<'_> {
    match array.data_type() {
        DataType::Float16 => each::<Float16Type>(array, |value, text| text.push_str(&value.to_f32().to_string())),
        DataType::Float32 => each::<Float32Type>(array, |value, text| text.push_str(&value.to_string())),
        DataType::Float64 => each::<Float64Type>(array, |value, text| text.push_str(&value.to_string())),
        DataType::Date32 => each::<Date32Type>(array, |day, text| date(day.into(), text)),
        DataType::Date64 => each::<Date64Type>(array, |millis, text| moment(i128::from(millis) * 1_000_000, text)),
        DataType::Timestamp(unit, zone) => {
            let (scale, zone) = (scale(*unit), if zone.is_some() { "Z" } else { "" });
            let write = move |value: i64, text: &mut String| {
                instant(i128::from(value) * scale, text);
                text.push_str(zone);
            };
            match unit {
                TimeUnit::Second => each::<TimestampSecondType>(array, write),
                TimeUnit::Millisecond => each::<TimestampMillisecondType>(array, write),
                TimeUnit::Microsecond => each::<TimestampMicrosecondType>(array, write),
                TimeUnit::Nanosecond => each::<TimestampNanosecondType>(array, write),
            }
        }
        DataType::Time32(unit) => {
            let scale = scale(*unit);
            let write = move |value: i32, text: &mut String| clock(i128::from(value) * scale, text);
            match unit {
                TimeUnit::Second => each::<Time32SecondType>(array, write),
                _ => each::<Time32MillisecondType>(array, write),
            }
        }
        DataType::Time64(unit) => {
            let scale = scale(*unit);
            let write = move |value: i64, text: &mut String| clock(i128::from(value) * scale, text);
            match unit {
                TimeUnit::Nanosecond => each::<Time64NanosecondType>(array, write),
                _ => each::<Time64MicrosecondType>(array, write),
            }
        }
        DataType::Duration(unit) => {
            let scale = scale(*unit);
            let write = move |value: i64, text: &mut String| period(&[], i128::from(value) * scale, text);
            match unit {
                TimeUnit::Second => each::<DurationSecondType>(array, write),
                TimeUnit::Millisecond => each::<DurationMillisecondType>(array, write),
                TimeUnit::Microsecond => each::<DurationMicrosecondType>(array, write),
                TimeUnit::Nanosecond => each::<DurationNanosecondType>(array, write),
            }
        }
        DataType::Interval(IntervalUnit::YearMonth) => {
            each::<IntervalYearMonthType>(array, |months, text| period(&[(months, 'M')], 0, text))
        }
        DataType::Interval(IntervalUnit::DayTime) => each::<IntervalDayTimeType>(array, |value, text| {
            period(&[(value.days, 'D')], i128::from(value.milliseconds) * 1_000_000, text);
        }),
        DataType::Interval(IntervalUnit::MonthDayNano) => each::<IntervalMonthDayNanoType>(array, |value, text| {
            period(&[(value.months, 'M'), (value.days, 'D')], value.nanoseconds.into(), text);
        }),
        DataType::Decimal256(_, scale) => {
            let scale = *scale;
            each::<Decimal256Type>(array, move |value, text| {
                text.push_str(&number::digits_text(&value.to_string(), scale));
            })
        }
        DataType::Binary => {
            let array = array.as_binary::<i32>();
            Box::new(move |row, text| bytes(array.value(row), text))
        }
        DataType::LargeBinary => {
            let array = array.as_binary::<i64>();
            Box::new(move |row, text| bytes(array.value(row), text))
        }
        DataType::BinaryView => {
            let array = array.as_binary_view();
            Box::new(move |row, text| bytes(array.value(row), text))
        }
        DataType::FixedSizeBinary(_) => {
            let array = array.as_fixed_size_binary();
            Box::new(move |row, text| hex(array.value(row), text))
        }
        DataType::List(_) => {
            let (array, entries) = (array.as_list::<i32>(), json(array.as_list::<i32>().values()));
            Box::new(move |row, text| {
                let ends = array.value_offsets();
                list(widen(ends[row])..widen(ends[row + 1]), &entries, text);
            })
        }
        DataType::LargeList(_) => {
            let (array, entries) = (array.as_list::<i64>(), json(array.as_list::<i64>().values()));
            Box::new(move |row, text| {
                let ends = array.value_offsets();
                list(widen(ends[row])..widen(ends[row + 1]), &entries, text);
            })
        }
        DataType::FixedSizeList(_, length) => {
            let entries = json(array.as_fixed_size_list().values());
            let length = widen(*length);
            Box::new(move |row, text| list(row * length..(row + 1) * length, &entries, text))
        }
        DataType::Map(..) => {
            let array = array.as_map();
            let (keys, values) = (json(array.keys()), json(array.values()));
            Box::new(move |row, text| {
                let ends = array.value_offsets();
                // Keys may be of any type and occur twice, which an object does not allow.
                let pair = |at: usize, text: &mut String| {
                    text.push('[');
                    keys(at, text);
                    text.push(',');
                    values(at, text);
                    text.push(']');
                };
                list(widen(ends[row])..widen(ends[row + 1]), &pair, text);
            })
        }
        DataType::Struct(fields) => {
            let members = fields.iter().zip(array.as_struct().columns());
            let members: Vec<_> = members.map(|(field, column)| (quoted(field.name()), json(column))).collect();
            Box::new(move |row, text| {
                text.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    let _ = write!(text, "{}{name}:", if at > 0 { "," } else { "" });
                    value(row, text);
                }
                text.push('}');
            })
        }
        DataType::Dictionary(..) => match array.as_any_dictionary_opt() {
            Some(coded) if !coded.values().is_empty() => {
                let (places, values) = (coded.normalized_keys(), writer(coded.values()));
                Box::new(move |row, text| values(places[row], text))
            }
            _ => Box::new(|_, _| ()),
        },
        // For these types, the cell expresses the whole value.
        _ => {
            let get = getter(array);
            Box::new(move |row, text| text.push_str(&get(row).text()))
        }
    }
}

fn each<'a, T: ArrowPrimitiveType>(array: &'a ArrayRef, write: impl Fn(T::Native, &mut String) + 'a) -> Writer<'a> {
    let values = array.as_primitive::<T>().values();
    Box::new(move |row, text| write(values[row], text))
}

/// The same as JSON writes it, including empty cells.
fn json(array: &ArrayRef) -> Writer<'_> {
    let (write, nulls, cell) = (writer(array), array.logical_nulls(), is_plain(array.data_type()));
    Box::new(move |row, text| {
        if nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            text.push_str("null");
        } else if cell {
            let from = text.len();
            write(row, text);
            // What a JSON number can't be.
            if matches!(&text[from..], "NaN" | "inf" | "-inf") {
                let value = quoted(&text[from..]);
                text.replace_range(from.., &value);
            }
        } else {
            let mut value = String::new();
            write(row, &mut value);
            text.push_str(&quoted(&value));
        }
    })
}

/// Whether the text of a value is valid JSON as it is.
fn is_plain(ty: &DataType) -> bool {
    match ty {
        DataType::Dictionary(_, values) => is_plain(values),
        DataType::Boolean
        | DataType::List(_)
        | DataType::LargeList(_)
        | DataType::FixedSizeList(..)
        | DataType::Map(..)
        | DataType::Struct(_) => true,
        ty => ty.is_numeric(),
    }
}

fn list(entries: std::ops::Range<usize>, write: &dyn Fn(usize, &mut String), text: &mut String) {
    text.push('[');
    for (at, entry) in entries.enumerate() {
        if at > 0 {
            text.push(',');
        }
        write(entry, text);
    }
    text.push(']');
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("texts are always JSON")
}

fn widen(end: impl TryInto<usize>) -> usize {
    end.try_into().unwrap_or(0)
}

fn scale(unit: TimeUnit) -> i128 {
    match unit {
        TimeUnit::Second => NANOS,
        TimeUnit::Millisecond => 1_000_000,
        TimeUnit::Microsecond => 1000,
        TimeUnit::Nanosecond => 1,
    }
}

/// A day counted from 1970, of any year: years beyond 9999 or before 0 have a sign, as in ISO 8601.
fn date(day: i128, text: &mut String) {
    // Years begin in March here, so that a leap day ends one; 400 of them have 146,097 days.
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year_of_era + era * 400 + i128::from(month <= 2);
    let sign = if year < 0 {
        "-"
    } else if year > 9999 {
        "+"
    } else {
        ""
    };
    let _ = write!(text, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs());
}

/// The time of day after this many nanoseconds.
fn clock(nanos: i128, text: &mut String) {
    let seconds = nanos.div_euclid(NANOS);
    let _ = write!(text, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    fraction(nanos.rem_euclid(NANOS), text);
}

fn fraction(nanos: i128, text: &mut String) {
    if nanos > 0 {
        let digits = format!(".{nanos:09}");
        text.push_str(digits.trim_end_matches('0'));
    }
}

fn instant(nanos: i128, text: &mut String) {
    date(nanos.div_euclid(NANOS * DAY), text);
    text.push('T');
    clock(nanos.rem_euclid(NANOS * DAY), text);
}

/// A day, and its time if it has one.
fn moment(nanos: i128, text: &mut String) {
    if nanos.rem_euclid(NANOS * DAY) == 0 { date(nanos.div_euclid(NANOS * DAY), text) } else { instant(nanos, text) }
}

/// A length of time in ISO 8601: `P14M`, `P3DT1.5S`, `PT-90S`; each part has its own sign.
fn period(parts: &[(i32, char)], nanos: i128, text: &mut String) {
    text.push('P');
    for &(count, unit) in parts.iter().filter(|(count, _)| *count != 0) {
        let _ = write!(text, "{count}{unit}");
    }
    if nanos != 0 || text.len() == 1 {
        let _ = write!(text, "T{}{}", if nanos < 0 { "-" } else { "" }, nanos.unsigned_abs() / NANOS.unsigned_abs());
        fraction(nanos.abs() % NANOS, text);
        text.push('S');
    }
}

/// Bytes as the text that they are or, if they are not a text, `\x` and two digits for each.
fn bytes(value: &[u8], text: &mut String) {
    if let Ok(value) = std::str::from_utf8(value) {
        text.push_str(value);
    } else {
        text.push_str("\\x");
        hex(value, text);
    }
}

fn hex(value: &[u8], text: &mut String) {
    for byte in value {
        let _ = write!(text, "{byte:02x}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::cell::Cell;

    #[test]
    fn days_of_any_year() {
        for (day, written) in [
            (0, "1970-01-01"),
            (-719_162, "0001-01-01"),
            (-719_528, "0000-01-01"),
            (-719_529, "-0001-12-31"),
            (2_932_896, "9999-12-31"),
            (2_932_897, "+10000-01-01"),
            (19_782, "2024-02-29"),
        ] {
            let mut text = String::new();
            date(day, &mut text);
            assert_eq!(text, written);
        }
    }

    #[test]
    fn ordinary_days_and_instants_are_as_cells_have_them() {
        for day in (-719_162..2_932_896).step_by(9973) {
            let (mut date, mut moment) = (String::new(), String::new());
            super::date(day.into(), &mut date);
            assert_eq!(date, Cell::Day(day).text());
            let micros = i64::from(day) * 86_400_000_000 + 3_661_500_000;
            instant(i128::from(micros) * 1000, &mut moment);
            assert_eq!(moment, Cell::Local(micros).text());
        }
    }

    #[test]
    fn lengths_of_time() {
        for (parts, nanos, written) in [
            (&[][..], 90 * NANOS, "PT90S"),
            (&[], -1_500_000_000, "PT-1.5S"),
            (&[], 0, "PT0S"),
            (&[(14, 'M')], 0, "P14M"),
            (&[(-1, 'M'), (3, 'D')], 1, "P-1M3DT0.000000001S"),
        ] {
            let mut text = String::new();
            period(parts, nanos, &mut text);
            assert_eq!(text, written);
        }
    }
}
