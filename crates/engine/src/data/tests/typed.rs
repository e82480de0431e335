//! Parquet files, record batches and spreadsheets: cells that already have a type.

use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float32Array, Float64Array, Int32Array,
    Int64Array, ListArray, RecordBatch, StringArray, StructArray, TimestampMicrosecondArray, TimestampMillisecondArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field as ArrowField, Fields};

use super::*;

const NOON: i64 = 1_795_435_200_000_000;

fn typed_rules() -> Rules {
    rules(
        vec![
            field("id", Type::Text, &[]),
            field("budget", number(), &[]),
            field("rate", number(), &[]),
            field("price", number(), &[]),
            field("city", Type::Text, &[]),
            field("country", Type::Choice(choice(&[("BE", &["Belgium"]), ("NL", &[])])), &[]),
            field("ok", Type::YesNo, &[]),
            field("created", date(None), &[]),
            field("seen", date(None), &[]),
            field("size", Type::Integer(NumberType::default()), &["company.size"]),
            field("tags", Type::ListOfText { split: ";".to_owned() }, &[]),
            field("mail", Type::Email, &[]),
        ],
        Some(0),
        Some(log()),
    )
}

fn batch() -> RecordBatch {
    let coded = |values: Vec<Option<&str>>| -> ArrayRef {
        Arc::new(values.into_iter().collect::<DictionaryArray<Int32Type>>())
    };
    let company = StructArray::from((
        vec![(
            Arc::new(ArrowField::new("size", DataType::Int32, true)),
            Arc::new(Int32Array::from(vec![Some(5), Some(6), Some(7)])) as ArrayRef,
        )],
        NullBuffer::from(vec![true, false, true]).into_inner().into_inner(),
    ));
    let mut tags = ListBuilder::new(StringBuilder::new());
    tags.append_value([Some("a"), Some(" A "), None, Some("b")]);
    tags.append_null();
    tags.append_value([Some("")]);
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(Int64Array::from(vec![Some(1), None, Some(3)]))),
        ("budget", Arc::new(Float64Array::from(vec![0.1, f64::NAN, 1e12]))),
        ("rate", Arc::new(Float32Array::from(vec![Some(0.1), None, Some(-2.5)]))),
        ("price", Arc::new(Decimal128Array::from(vec![12_345, 0, -1]).with_precision_and_scale(20, 8).unwrap())),
        ("city", coded(vec![Some(" Ghent "), None, Some("")])),
        ("country", coded(vec![Some("belgium"), Some("Spain"), Some("nl")])),
        ("ok", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None]))),
        ("created", Arc::new(Date32Array::from(vec![0, 20_780, 4_000_000]))),
        (
            "seen",
            Arc::new(TimestampMicrosecondArray::from(vec![NOON, NOON + 11 * 3_600_000_000, NOON]).with_timezone("UTC")),
        ),
        ("company", Arc::new(company)),
        ("tags", Arc::new(tags.finish())),
        ("mail", Arc::new(StringArray::from(vec![Some("a@x.be"), Some("x"), None]))),
        ("events", Arc::new(nested_events())),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true))).unwrap()
}

fn nested_events() -> ListArray {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("event", Arc::new(StringArray::from(vec!["opened", "Page view", "hm", "watched"]))),
        ("at", Arc::new(TimestampMillisecondArray::from(vec![NOON / 1000; 4]))),
        ("page", Arc::new(StringArray::from(vec![Some("/x"), Some("/y"), None, None]))),
        ("minutes", Arc::new(Float64Array::from(vec![1.0, 2.0, 3.0, 4.5]))),
    ];
    let fields: Fields =
        columns.iter().map(|(name, array)| ArrowField::new(*name, array.data_type().clone(), true)).collect();
    let items = StructArray::new(fields.clone(), columns.into_iter().map(|(_, array)| array).collect(), None);
    let item = Arc::new(ArrowField::new("item", DataType::Struct(fields), true));
    ListArray::new(item, OffsetBuffer::from_lengths([2, 1, 1]), Arc::new(items), Some(vec![true, false, true].into()))
}

pub(super) fn as_parquet(batch: &RecordBatch) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn types_of_parquet_and_arrow() {
    let rules = typed_rules();
    let batch = batch();
    for input in [
        Input::bytes("x.parquet", as_parquet(&batch)),
        Input::bytes("x", as_parquet(&batch)),
        Input::batches("memory", batch.schema(), [batch.clone()]),
    ] {
        let (leads, report) = read(&rules, &input, &ReadOptions::default());
        let name = input.name();
        assert_eq!(keys(&leads), ["1", "?", "3"], "{name}");
        let all: Vec<Vec<String>> = (1..12).map(|at| column(&leads, at)).collect();
        let wanted: [[&str; 3]; 11] = [
            ["0.1", "?", "?"],
            ["0.1", "?", "-2.5"],
            ["0.000123", "0", "0"],
            ["Ghent", "?", "?"],
            ["0", "?", "1"],
            ["true", "false", "?"],
            ["1970-01-01", "2026-11-23", "?"],
            ["2026-11-23", "2026-11-24", "2026-11-23"],
            ["5", "?", "7"],
            ["a+b", "?", "?"],
            ["a@x.be", "?", "?"],
        ];
        assert_eq!(all, wanted, "{name}");
        let invalid: Vec<u64> = report.fields.iter().map(|field| field.invalid.count).collect();
        assert_eq!(invalid, [0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1], "{name}");
        assert_eq!(report.fields[3].rounded, 2);
        assert_eq!(report.fields[5].invalid.examples[0].0, Place { row: 2, line: 0 });
        assert_eq!(report.fields[5].unlisted, [("Spain".to_owned(), 1)]);
        assert_eq!(report.fields[5].seen, [1, 1]);
        assert_eq!(report.fields[9].column.as_deref(), Some("company.size"));
        assert_eq!(report.missing_columns, []);
        assert!(matches!(leads[0].fields[4], Column::CodedText(_)), "{name}");
        let events = leads[0].events.as_ref().unwrap();
        let EventLeads::Rows(owners) = &events.leads else { panic!("rows") };
        assert_eq!((owners.as_slice(), events.kinds.as_slice()), (&[0, 0, 2][..], &[0, 1, 2][..]));
        // Without a zone these are local times in Brussels.
        assert_eq!(events.times, [NOON - 3_600_000_000; 3]);
        assert_eq!(shown(&events.properties[0]), ["?", "/y", "?"]);
        assert_eq!(shown(&events.properties[1]), ["?", "?", "4.5"]);
    }
}

#[test]
fn under_a_null_stands_any_code() {
    let rules = typed_rules();
    let coded = |values: Vec<&str>| -> ArrayRef {
        let nulls = NullBuffer::from(vec![true, false, false, true]);
        let codes = Int32Array::new(vec![0, 99, -1, 1].into(), Some(nulls));
        Arc::new(DictionaryArray::new(codes, Arc::new(StringArray::from(values))))
    };
    let ids: ArrayRef = Arc::new(Int64Array::from(vec![1, 2, 3, 4]));
    let columns = [("city", vec!["Ghent", " "]), ("country", vec!["BE", "Spain"]), ("ok", vec!["no", "yes"])];
    let columns = columns.map(|(name, values)| (name, coded(values)));
    let batch = RecordBatch::try_from_iter([("id", ids)].into_iter().chain(columns)).unwrap();
    let (leads, report) = read(&rules, &Input::batches("memory", batch.schema(), [batch]), &ReadOptions::default());
    assert_eq!(column(&leads, 4), ["Ghent", "?", "?", "?"]);
    assert_eq!(column(&leads, 5), ["0", "?", "?", "?"]);
    assert_eq!(column(&leads, 6), ["false", "?", "?", "true"]);
    let invalid: Vec<u64> = report.fields.iter().map(|field| field.invalid.count).collect();
    assert_eq!((invalid[4], invalid[5], invalid[6]), (0, 1, 0));
    assert_eq!(report.fields[5].invalid.examples[0].0, Place { row: 4, line: 0 });
}

#[test]
fn numbers_with_gaps_stay_in_their_rows() {
    let rules = typed_rules();
    let ids: ArrayRef = Arc::new(Int64Array::from((0..200).collect::<Vec<_>>()));
    let number =
        |row: u32| (row.is_multiple_of(3)).then_some(if row.is_multiple_of(2) { f64::from(row) } else { f64::NAN });
    let budgets: ArrayRef = Arc::new((0..200).map(number).collect::<Float64Array>());
    let batch = RecordBatch::try_from_iter([("id", ids), ("budget", budgets)]).unwrap();
    let (leads, report) = read(&rules, &Input::batches("memory", batch.schema(), [batch]), &ReadOptions::default());
    let shown = |row: u32| if row.is_multiple_of(6) { row.to_string() } else { "?".to_owned() };
    assert_eq!(column(&leads, 1), (0..200).map(shown).collect::<Vec<_>>());
    assert_eq!((report.fields[1].known, report.fields[1].invalid.count), (34, 0));
}

#[test]
fn columns_that_are_not_needed_are_not_read() {
    let rules = typed_rules();
    let bytes = as_parquet(&batch());
    let needed = Needed { fields: vec![Need::Nothing; 12], properties: vec![false; 2], events: false };
    let mut reader =
        read_leads(&Input::bytes("x.parquet", bytes), &rules, &needed, &["city".to_owned()], &ReadOptions::default())
            .unwrap();
    let leads = reader.next().unwrap().unwrap();
    assert!(leads.fields.iter().all(|column| matches!(column, Column::Absent)));
    assert!(leads.events.is_none());
    assert_eq!(leads.kept[0].iter().collect::<Vec<_>>(), [Some(" Ghent "), None, Some("")]);
    assert_eq!(keys(&[leads]), ["1", "?", "3"]);
}

#[test]
fn leads_from_json_text() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), Some(log()));
    for (json, wanted) in [
        (r#"{"id": "A", "events": [{"event": "opened", "at": "2026-11-23"}]}"#, &["A"][..]),
        ("{\"id\": \"A\"}\n{\"id\": \"B\"}\n", &["A", "B"]),
        (r#"[{"id": 1}, {"id": null}]"#, &["1", "?"]),
        ("[]", &[]),
    ] {
        let leads: Vec<Leads> =
            leads_from_json(&rules, &all(&rules), json, None).unwrap().map(Result::unwrap).collect();
        assert_eq!(keys(&leads), wanted, "{json}");
    }
    assert!(leads_from_json(&rules, &all(&rules), "x", None).is_err());
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Empty").unwrap();
    let sheet = book.add_worksheet().set_name("Klanten").unwrap();
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let time = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy hh:mm");
    for (column, name) in ["id", "budget", "city", "ok", "created", "seen", "mail"].iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), *name).unwrap();
    }
    sheet.write(3, 0, 17).unwrap();
    sheet.write(3, 1, 0.1).unwrap();
    sheet.write(3, 2, " Ghent ").unwrap();
    sheet.write(3, 3, true).unwrap();
    sheet.write_with_format(3, 4, 46_349.0, &day).unwrap();
    sheet.write_with_format(3, 5, 46_349.999, &time).unwrap();
    sheet.write(5, 0, "A-2").unwrap();
    sheet.write(5, 1, "1,234.5").unwrap();
    sheet.write(5, 2, 1234.5).unwrap();
    sheet.write(5, 4, 46_349).unwrap();
    sheet.write_formula(5, 6, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_spreadsheet() {
    let rules = typed_rules();
    let bytes = workbook();
    let (leads, report) = read_bytes(&rules, "x.xlsx", &bytes);
    assert_eq!(
        report.dialect.said().to_string(),
        "spreadsheet (sheet “Klanten”); the header was found in row 3, under 2 blank rows"
    );
    assert_eq!(keys(&leads), ["17", "A-2"]);
    assert_eq!(column(&leads, 1), ["0.1", "1234.5"]);
    assert_eq!(column(&leads, 4), ["Ghent", "1234.5"]);
    assert_eq!(column(&leads, 6), ["true", "?"]);
    assert_eq!(column(&leads, 7), ["2026-11-23", "?"]);
    assert_eq!(column(&leads, 8), ["2026-11-23", "?"]);
    assert_eq!(report.blank_rows, 1);
    // A bare number is not a date; its place is the row that the spreadsheet shows.
    let (place, misfit) = &report.fields[7].invalid.examples[0];
    assert_eq!((place.line, misfit.text.as_str(), misfit.why), (6, "46349", cell::Why::NotADate));
    let sheet = |name: &str| ReadOptions { sheet: Some(name.to_owned()), ..ReadOptions::default() };
    assert_eq!(keys(&read(&rules, &Input::bytes("x.xlsx", bytes.clone()), &sheet("2")).0), ["17", "A-2"]);
    assert_eq!(keys(&read(&rules, &Input::bytes("x.xlsx", bytes.clone()), &sheet("klanten")).0), ["17", "A-2"]);
    let error = read_leads(&Input::bytes("x.xlsx", bytes), &rules, &all(&rules), &[], &sheet("x")).err().unwrap();
    assert_eq!(error.to_string(), "x.xlsx: it has no sheet `x`; its sheets are `Empty`, `Klanten`");
}

/// Data that belongs to others and is not part of this project.
fn shared(path: &str) -> Option<std::path::PathBuf> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?.join("shared").join(path);
    if !path.exists() {
        let thread = std::thread::current();
        eprintln!("skipped: {}: there is no {}", thread.name().unwrap_or("a test"), path.display());
        return None;
    }
    Some(path)
}

#[test]
fn a_bank_campaign() {
    let Some(path) = shared("data/bank-marketing/bank-additional-full.csv") else { return };
    let mut job = field("job", Type::Text, &[]);
    job.missing = vec!["unknown".to_owned()];
    let mut pdays = field("pdays", Type::Integer(NumberType::default()), &[]);
    pdays.missing = vec!["999".to_owned()];
    let rules = rules(
        vec![
            job,
            pdays,
            field("rate", number(), &["emp.var.rate"]),
            field("default", Type::YesNo, &[]),
            field("y", Type::YesNo, &[]),
        ],
        None,
        None,
    );
    let (leads, report) = read(&rules, &Input::path(path), &ReadOptions::default());
    assert_eq!(report.dialect.said().to_string(), "CSV (semicolon, UTF-8, CRLF)");
    assert_eq!(report.rows, 41_188);
    assert_eq!(report.fields[0].known, 41_188 - 330);
    assert_eq!((report.fields[1].known, report.fields[1].invalid.count), (1515, 0));
    assert_eq!((report.fields[2].known, report.fields[2].invalid.count), (41_188, 0));
    assert_eq!((report.fields[3].known, report.fields[3].invalid.count), (41_188 - 8597, 8597));
    assert_eq!(column(&leads, 4).iter().filter(|&value| value == "true").count(), 4640);
    assert_eq!((keys(&leads)[0].as_str(), keys(&leads)[41_187].as_str()), ("1", "41188"));
}

#[test]
fn an_online_school() {
    let Some(path) = shared("data/xeducation/Leads.csv") else { return };
    let source = choice(&[("google", &[]), ("Direct Traffic", &[]), ("Olark Chat", &[])]);
    let mut specialization = field("specialization", Type::Text, &["specialization"]);
    specialization.missing = vec!["Select".to_owned()];
    let rules = rules(
        vec![
            field("id", Type::Text, &["Prospect ID"]),
            field("source", Type::Choice(source), &["Lead Source"]),
            field("converted", Type::YesNo, &["Converted"]),
            field("visits", Type::Integer(NumberType::default()), &["TotalVisits"]),
            specialization,
        ],
        Some(0),
        None,
    );
    let (leads, report) = read(&rules, &Input::path(path), &ReadOptions::default());
    assert_eq!((report.rows, report.repeated_keys.count, report.keyless.count), (9240, 0, 0));
    assert_eq!(report.fields[1].seen[0], 2868 + 5);
    assert_eq!(column(&leads, 2).iter().filter(|&value| value == "true").count(), 3561);
    assert_eq!((report.fields[3].known, report.fields[3].invalid.count), (9240 - 137, 0));
    assert_eq!(report.missing_columns, []);
    assert_eq!(report.short_rows.count + report.long_rows.count, 0);
}
