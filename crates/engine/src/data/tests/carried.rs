//! The same value means the same whatever carries it: one table made as text and typed, in every format, is read to the
//! same columns.

use std::fmt::Write;
use std::sync::Arc;

use arrow_array::types::{Decimal128Type, Int32Type, UInt16Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Date64Array, Decimal256Array, DictionaryArray, Float64Array, Int64Array,
    LargeStringArray, PrimitiveArray, RecordBatch, StringArray, StringViewArray, TimestampMicrosecondArray,
    TimestampMillisecondArray, TimestampSecondArray, UInt64Array,
};
use arrow_buffer::i256;
use leadrules_language::calendar::{DAY, FIRST_DAY, LAST_DAY, format_day, format_instant};
use proptest::prelude::*;

use super::typed::as_parquet;
use super::*;

/// What is known of a lead; numbers in hundredths.
#[derive(Clone, Debug)]
struct Made {
    key: u32,
    city: Option<&'static str>,
    country: Option<&'static str>,
    consent: Option<bool>,
    seats: Option<i64>,
    revenue: Option<i64>,
    since: Option<i32>,
    seen: Option<i64>,
}

const NAMES: [&str; 9] = ["id", "city", "country", "consent", "asked", "seats", "revenue", "since", "seen"];

/// What stands for an empty cell: a day, a number, a truth value.
const NO_DAY: i32 = -25_567;
const NO_REVENUE: i64 = -100;

fn table_rules() -> Rules {
    let missing = |mut field: Field, texts: &[&str]| {
        field.missing = texts.iter().map(|&text| text.to_owned()).collect();
        field
    };
    let country = choice(&[("BE", &["België", "32"]), ("NL", &[])]);
    let seats = NumberType { range: Bounds { low: Some(Decimal(0)), ..Bounds::default() }, ..NumberType::default() };
    rules(
        vec![
            field("id", Type::Text, &[]),
            missing(field("city", Type::Text, &[]), &["n/a", "0"]),
            missing(field("country", Type::Choice(country), &[]), &["Select"]),
            field("consent", Type::YesNo, &[]),
            missing(field("asked", Type::YesNo, &["consent"]), &["no"]),
            field("seats", Type::Integer(seats), &[]),
            missing(field("revenue", number(), &[]), &["-1"]),
            missing(field("since", date(None), &[]), &["1900-01-01"]),
            field("seen", date(None), &[]),
            field("counted", date(Some("epoch ms")), &["counted"]),
        ],
        Some(0),
        None,
    )
}

/// What must be read, by field.
fn wanted(rows: &[Made]) -> Vec<Vec<String>> {
    fn each(rows: &[Made], value: impl Fn(&Made) -> Option<String>) -> Vec<String> {
        rows.iter().map(|row| value(row).unwrap_or("?".to_owned())).collect()
    }
    let day = |row: &Made| row.seen.map(|seen| format_day(Zone::named("Europe/Brussels").unwrap().day_of(seen)));
    vec![
        each(rows, |row| Some(row.key.to_string())),
        each(rows, |row| row.city.map(str::trim).filter(|city| !["N/A", "0", ""].contains(city)).map(str::to_owned)),
        each(rows, |row| match row.country?.trim().to_lowercase().as_str() {
            "be" | "belgië" | "32" => Some("0".to_owned()),
            "nl" => Some("1".to_owned()),
            _ => None,
        }),
        each(rows, |row| row.consent.map(|consent| consent.to_string())),
        each(rows, |row| row.consent.filter(|consent| *consent).map(|consent| consent.to_string())),
        each(rows, |row| row.seats.filter(|seats| *seats >= 0).map(|seats| seats.to_string())),
        each(rows, |row| row.revenue.filter(|n| *n != NO_REVENUE).map(|n| Decimal((n * 10_000).into()).to_string())),
        each(rows, |row| row.since.filter(|day| *day != NO_DAY).map(format_day)),
        each(rows, day),
        each(rows, day),
    ]
}

fn hundredths(value: i64) -> String {
    Decimal((value * 10_000).into()).to_string()
}

/// The table as texts, in one of several ways to write each value.
fn texts(rows: &[Made], way: usize) -> Vec<(&'static str, Vec<Option<String>>)> {
    fn each(rows: &[Made], value: impl Fn(&Made) -> Option<String>) -> Vec<Option<String>> {
        rows.iter().map(value).collect()
    }
    let yes_no = [("true", "false"), ("WAAR", "ONWAAR"), ("t", "f"), ("1.0", "0.0"), ("Ja", "nee")][way % 5];
    let number = |value: i64| match (way % 5, value < 0) {
        (0, _) => hundredths(value),
        (1, true) => format!("({})", hundredths(-value)),
        (2, true) => format!("{}-", hundredths(-value)),
        (3, _) => format!("{}%", hundredths(value * 100)),
        (4.., _) => format!("{value}e-2"),
        (_, false) => format!("€ {}", hundredths(value)),
    };
    let time = |instant: i64| {
        let iso = format_instant(instant);
        match way % 4 {
            0 => iso,
            1 => iso.replace('T', " ").replace('Z', " UTC"),
            2 => iso.replace('Z', " +0000"),
            _ => iso.replace('Z', "+00:00"),
        }
    };
    let mut columns = vec![
        ("id", each(rows, |row| Some(row.key.to_string()))),
        ("city", each(rows, |row| row.city.map(str::to_owned))),
        ("country", each(rows, |row| row.country.map(str::to_owned))),
        ("consent", each(rows, |row| row.consent.map(|yes| if yes { yes_no.0 } else { yes_no.1 }.to_owned()))),
        ("seats", each(rows, |row| row.seats.map(|seats| seats.to_string()))),
        ("revenue", each(rows, |row| row.revenue.map(number))),
        ("since", each(rows, |row| row.since.map(|day| format!("{}{}", format_day(day), ["", " 00:00:00"][way % 2])))),
        ("seen", each(rows, |row| row.seen.map(time))),
        ("counted", each(rows, |row| row.seen.map(|seen| seen.div_euclid(1000).to_string()))),
    ];
    columns.sort_by_key(|(name, _)| *name != "id");
    columns
}

fn csv(columns: &[(&str, Vec<Option<String>>)]) -> String {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let mut text = names.join(";") + "\n";
    for row in 0..columns[0].1.len() {
        let cells: Vec<&str> = columns.iter().map(|(_, values)| values[row].as_deref().unwrap_or("")).collect();
        writeln!(text, "{}", cells.join(";")).unwrap();
    }
    text
}

/// Objects of JSON; `typed` says which columns are numbers and truth values rather than texts.
fn objects(columns: &[(&str, Vec<Option<String>>)], typed: &[&str]) -> Vec<String> {
    let object = |row: usize| {
        let pairs = columns.iter().map(|(name, values)| {
            let value = match &values[row] {
                None => "null".to_owned(),
                Some(value) if typed.contains(name) => value.clone(),
                Some(value) => serde_json::to_string(value).unwrap(),
            };
            format!("\"{name}\":{value}")
        });
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
    };
    (0..columns[0].1.len()).map(object).collect()
}

/// Texts in the types that Arrow has for them.
fn text_arrays(columns: &[(&str, Vec<Option<String>>)], way: usize) -> RecordBatch {
    let array = |values: &[Option<String>]| -> ArrayRef {
        let texts = values.iter().map(Option::as_deref);
        match way % 5 {
            0 => Arc::new(texts.collect::<StringArray>()),
            1 => Arc::new(texts.collect::<LargeStringArray>()),
            2 => Arc::new(texts.collect::<StringViewArray>()),
            3 => Arc::new(texts.collect::<DictionaryArray<Int32Type>>()),
            _ => Arc::new(texts.collect::<DictionaryArray<UInt16Type>>()),
        }
    };
    let columns = columns.iter().map(|(name, values)| (*name, array(values), true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

/// Values in one of the types that hold them.
fn typed_arrays(rows: &[Made], way: usize) -> RecordBatch {
    let of = |value: fn(&Made) -> Option<i64>| -> Vec<Option<i64>> { rows.iter().map(value).collect() };
    #[expect(clippy::cast_precision_loss, reason = "they are small")]
    let floats = |values: &[Option<i64>], by: f64| -> ArrayRef {
        Arc::new(values.iter().map(|value| value.map(|value| value as f64 / by)).collect::<Float64Array>())
    };
    let decimals = |values: &[Option<i64>], places: i8| -> ArrayRef {
        let scaled = values.iter().map(|value| value.map(i128::from));
        let array: PrimitiveArray<Decimal128Type> = scaled.collect();
        Arc::new(array.with_precision_and_scale(30, places).unwrap())
    };
    let wide = |values: &[Option<i64>], places: i8| -> ArrayRef {
        let by = i256::from_i128(10_i128.pow(36));
        let scaled = values.iter().map(|value| value.map(|value| i256::from_i128(value.into()).wrapping_mul(by)));
        Arc::new(scaled.collect::<Decimal256Array>().with_precision_and_scale(76, 36 + places).unwrap())
    };
    let numbers = |values: &[Option<i64>]| -> ArrayRef {
        match way % 4 {
            0 => Arc::new(Int64Array::from(values.to_vec())),
            1 => floats(values, 1.0),
            2 => decimals(values, 0),
            _ => wide(values, 0),
        }
    };
    let keys = of(|row| Some(row.key.into()));
    let revenue = of(|row| row.revenue);
    let days: Vec<Option<i32>> = rows.iter().map(|row| row.since).collect();
    let seconds: Vec<Option<i64>> = days.iter().map(|day| day.map(|day| i64::from(day) * 86_400)).collect();
    let times = |by: i64| seconds.iter().map(|value| value.map(|value| value * by)).collect::<Vec<_>>();
    let seen = of(|row| row.seen);
    let texts = |of: fn(&Made) -> Option<&str>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<StringArray>()) };
    let columns: Vec<(&str, ArrayRef)> = vec![
        (
            "id",
            match way % 5 {
                4 => Arc::new(keys.iter().map(|key| key.map(i64::unsigned_abs)).collect::<UInt64Array>()),
                _ => numbers(&keys),
            },
        ),
        ("city", texts(|row| row.city)),
        ("country", texts(|row| row.country)),
        ("consent", Arc::new(rows.iter().map(|row| row.consent).collect::<BooleanArray>())),
        ("seats", numbers(&of(|row| row.seats))),
        (
            "revenue",
            match way % 3 {
                0 => floats(&revenue, 100.0),
                1 => decimals(&revenue, 2),
                _ => wide(&revenue, 2),
            },
        ),
        (
            "since",
            match way % 4 {
                0 => Arc::new(Date32Array::from(days.clone())),
                1 => Arc::new(Date64Array::from(times(1000))),
                2 => Arc::new(TimestampSecondArray::from(times(1))),
                _ => Arc::new(TimestampMicrosecondArray::from(times(1_000_000))),
            },
        ),
        (
            "seen",
            if way.is_multiple_of(2) {
                Arc::new(TimestampMicrosecondArray::from(seen.clone()).with_timezone("UTC"))
            } else {
                let millis = seen.iter().map(|seen| seen.map(|seen| seen.div_euclid(1000)));
                Arc::new(millis.collect::<TimestampMillisecondArray>().with_timezone("+02:00"))
            },
        ),
        ("counted", numbers(&of(|row| row.seen.map(|seen| seen.div_euclid(1000))))),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

fn text_sheet(columns: &[(&str, Vec<Option<String>>)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (name, values)) in (0_u16..).zip(columns) {
        sheet.write_string(0, column, *name).unwrap();
        for (row, value) in (1_u32..).zip(values) {
            if let Some(value) = value {
                sheet.write_string(row, column, value).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Numbers, truth values and dates as such; before 1900 spreadsheets only have texts, and they never have zones.
fn typed_sheet(rows: &[Made]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (column, name) in (0_u16..).zip(NAMES.iter().filter(|name| **name != "asked").chain(&["counted"])) {
        sheet.write_string(0, column, *name).unwrap();
    }
    for (row, made) in (1_u32..).zip(rows) {
        sheet.write_number(row, 0, made.key).unwrap();
        let mut text = |column: u16, value: Option<String>| {
            if let Some(value) = value {
                sheet.write_string(row, column, value).unwrap();
            }
        };
        text(1, made.city.map(str::to_owned));
        text(2, made.country.map(str::to_owned));
        text(7, made.seen.map(format_instant));
        text(6, made.since.filter(|day| *day < NO_DAY).map(format_day));
        if let Some(consent) = made.consent {
            sheet.write_boolean(row, 3, consent).unwrap();
        }
        #[expect(clippy::cast_precision_loss, reason = "they are small")]
        let mut number = |column: u16, value: Option<i64>, by: f64| {
            if let Some(value) = value {
                sheet.write_number(row, column, value as f64 / by).unwrap();
            }
        };
        number(4, made.seats, 1.0);
        number(5, made.revenue, 100.0);
        number(8, made.seen.map(|seen| seen.div_euclid(1000)), 1.0);
        // Sheets count from 1899-12-30, except in the first weeks, since they have a 29 February in 1900.
        if let Some(day) = made.since.filter(|day| *day >= NO_DAY) {
            let serial = day + 25_569 - i32::from(day < NO_DAY + 59);
            sheet.write_number_with_format(row, 6, serial, &date).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn made() -> impl Strategy<Value = Made> {
    let days =
        prop_oneof![Just(NO_DAY), Just(FIRST_DAY), Just(LAST_DAY), FIRST_DAY..LAST_DAY, NO_DAY..0, 15_000..25_000_i32];
    let instants = prop_oneof![
        Just(i64::from(FIRST_DAY) * DAY),
        Just((i64::from(LAST_DAY) + 1) * DAY - 1000),
        (-2_000_000_000_000..253_402_300_800_000_i64).prop_map(|millis| millis * 1000),
        (1_600_000_000_000..1_800_000_000_000_i64).prop_map(|millis| millis * 1000),
    ];
    let city = prop::sample::select(vec!["Ghent", " Liège ", "n/a", "N/A", "0", "", "00123", "TRUE"]);
    let country = prop::sample::select(vec!["BE", "belgië", "32", "nl", "select", "FR", " NL"]);
    (
        any::<u32>(),
        prop::option::of(city),
        prop::option::of(country),
        prop::option::of(any::<bool>()),
        prop::option::of(-2..2_000_000_i64),
        prop::option::of(prop_oneof![Just(NO_REVENUE), Just(0), -1_000_000..1_000_000_000_i64]),
        prop::option::of(days),
        prop::option::of(instants),
    )
        .prop_map(|(key, city, country, consent, seats, revenue, since, seen)| {
            let city = city.map(|city| if city == "n/a" { "N/A" } else { city });
            Made { key, city, country, consent, seats, revenue, since, seen }
        })
}

fn same(rules: &Rules, input: &Input, wanted: &[Vec<String>]) -> Result<(), TestCaseError> {
    let (leads, report) = read(rules, input, &ReadOptions::default());
    prop_assert_eq!(&keys(&leads), &wanted[0], "{}", input.name());
    for (at, wanted) in wanted.iter().enumerate() {
        let name = &rules.fields[at].name;
        prop_assert_eq!(&column(&leads, at), wanted, "{} of {} {:?}", name, input.name(), report.fields[at].invalid);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_value_is_the_same_in_every_format(rows in prop::collection::vec(made(), 1..12), way in 0_usize..60) {
        let rules = table_rules();
        let wanted = wanted(&rows);
        let written = texts(&rows, way);
        let plain = texts(&rows, 0);
        let lines = objects(&written, &[]).join("\n");
        let typed = ["id", "consent", "seats", "revenue", "counted"];
        let (texts, batch) = (text_arrays(&written, way), typed_arrays(&rows, way));
        for input in [
            Input::bytes("text.csv", csv(&written).into_bytes()),
            Input::bytes("text.ndjson", lines.into_bytes()),
            Input::bytes("typed.ndjson", objects(&plain, &typed).join("\n").into_bytes()),
            Input::bytes("typed.json", format!("[{}]", objects(&plain, &typed).join(",")).into_bytes()),
            Input::bytes("text.parquet", as_parquet(&texts)),
            Input::bytes("typed.parquet", as_parquet(&batch)),
            Input::bytes("text.xlsx", text_sheet(&written)),
            Input::bytes("typed.xlsx", typed_sheet(&rows)),
            Input::batches("texts in memory", texts.schema(), [texts.clone()]),
            Input::batches("values in memory", batch.schema(), [batch.clone()]),
        ] {
            same(&rules, &input, &wanted)?;
        }
    }
}
