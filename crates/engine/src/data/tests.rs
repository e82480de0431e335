//! Whole files, made here: what comes out, and what is said about it.

mod carried;
mod columns_of_parquet;
mod damaged;
mod edges;
mod every_type;
mod handed;
mod kept;
mod packed;
mod titles;
mod typed;

use std::io::Write;
use std::sync::Arc;

use arrow_array::{Array, StringArray};

use super::*;
use crate::columns::{Column, EventLeads, Events, Leads, Need, Needed, OTHER_KIND};
use leadrules_language::calendar::Zone;
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Field, FieldId, FieldPlaces, Kind, Log, PropertyId, Rules, Stages};
use leadrules_language::source::{Sources, Span};
use leadrules_language::types::{Bounds, ChoiceOption, ChoiceType, DateType, NumberType, Type};

pub(super) fn field(name: &str, ty: Type, columns: &[&str]) -> Field {
    let columns = if columns.is_empty() { &[name][..] } else { columns };
    Field {
        name: name.to_owned(),
        ty,
        columns: columns.iter().map(|&column| column.to_owned()).collect(),
        missing: Vec::new(),
        outcome: false,
        fixed: false,
        optional: false,
        span: Span::default(),
        places: FieldPlaces { whole: Span::default(), ty: Span::default(), from: Vec::new(), last_option: None },
    }
}

pub(super) fn number() -> Type {
    Type::Number(NumberType::default())
}

pub(super) fn date(form: Option<&str>) -> Type {
    Type::Date(DateType { form: form.map(str::to_owned), range: Bounds::default() })
}

pub(super) fn choice(options: &[(&str, &[&str])]) -> ChoiceType {
    let option = |(name, synonyms): &(&str, &[&str])| ChoiceOption {
        name: (*name).to_owned(),
        synonyms: synonyms.iter().map(|&synonym| synonym.to_owned()).collect(),
    };
    ChoiceType::new(options.iter().map(option).collect())
}

pub(super) fn rules(fields: Vec<Field>, key: Option<u16>, log: Option<Log>) -> Rules {
    let declared_fields = u16::try_from(fields.len()).unwrap();
    Rules {
        sources: Arc::new(Sources::default()),
        zone: Zone::named("Europe/Brussels").unwrap(),
        fields,
        before: None,
        declared_fields,
        accounts: None,
        key: key.map(FieldId),
        log,
        definitions: Vec::new(),
        exclusions: Vec::new(),
        scores: Vec::new(),
        stages: Stages { steps: Vec::new(), none: "contact".to_owned() },
        labels: Vec::new(),
        promises: Vec::new(),
        tests: Vec::new(),
        rank: Vec::new(),
        agreements: Vec::new(),
    }
}

pub(super) fn log() -> Log {
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let kind = |name: &str, text: &str, properties: &[u16]| Kind {
        name: name.to_owned(),
        texts: names(&[text]),
        properties: properties.iter().map(|&id| PropertyId(id)).collect(),
        span: Span::default(),
        from: Vec::new(),
    };
    Log {
        lead: names(&["lead"]),
        event: names(&["event"]),
        time: names(&["time", "at"]),
        time_form: None,
        id: Vec::new(),
        kinds: vec![
            kind("opened", "opened", &[]),
            kind("viewed", "Page View", &[0]),
            kind("watched", "watched", &[0, 1]),
        ],
        properties: vec![field("page", Type::Text, &[]), field("minutes", number(), &[])],
        ignored: Vec::new(),
    }
}

fn all(rules: &Rules) -> Needed {
    let properties = rules.log.as_ref().map_or(0, |log| log.properties.len());
    Needed {
        fields: vec![Need::Values; rules.fields.len()],
        properties: vec![true; properties],
        events: rules.log.is_some(),
    }
}

fn read(rules: &Rules, input: &Input, options: &ReadOptions) -> (Vec<Leads>, ReadReport) {
    let values = read_needed(input, rules, &all(rules), options);
    presence_is_that_of_values(input, rules, options, &values);
    values
}

fn read_needed(input: &Input, rules: &Rules, needed: &Needed, options: &ReadOptions) -> (Vec<Leads>, ReadReport) {
    let mut reader = read_leads(input, rules, needed, &[], options).unwrap();
    let leads: Vec<Leads> = reader.by_ref().map(|batch| batch.unwrap()).collect();
    (leads, reader.report().clone())
}

/// Whoever asks only where there are values learns that, and the report is the same.
fn presence_is_that_of_values(
    input: &Input,
    rules: &Rules,
    options: &ReadOptions,
    (values, report): &(Vec<Leads>, ReadReport),
) {
    let needed = Needed { fields: vec![Need::Presence; rules.fields.len()], ..all(rules) };
    let (leads, presence_report) = read_needed(input, rules, &needed, options);
    assert_eq!(presence_report, *report);
    for at in 0..rules.fields.len() {
        let presence = |leads| column(leads, at).iter().map(|shown| shown != "?").collect::<Vec<_>>();
        assert_eq!(presence(&leads), presence(values), "{}", rules.fields[at].name);
    }
}

fn read_bytes(rules: &Rules, name: &str, bytes: &[u8]) -> (Vec<Leads>, ReadReport) {
    read(rules, &Input::bytes(name, bytes), &ReadOptions::default())
}

fn contacts() -> Rules {
    let country = choice(&[("BE", &["Belgium", "België"]), ("NL", &["Nederland"])]);
    rules(
        vec![
            field("id", Type::Text, &["Record ID"]),
            field("name", Type::Text, &[]),
            field("email", Type::Email, &["E-mail"]),
            field("country", Type::Choice(country), &[]),
            field("employees", Type::Integer(NumberType::default()), &["Number of employees"]),
            field("budget", Type::Number(NumberType { decimal_comma: true, range: Bounds::default() }), &[]),
            field("consent", Type::YesNo, &[]),
            field("created", date(Some("dd/mm/yyyy")), &[]),
            field("interests", Type::ListOfText { split: ";".to_owned() }, &[]),
        ],
        Some(0),
        None,
    )
}

/// A column as text, one value per row.
pub(super) fn shown(column: &Column) -> Vec<String> {
    fn each<T>(values: impl Iterator<Item = Option<T>>, show: impl Fn(T) -> String) -> Vec<String> {
        values.map(|value| value.map_or("?".to_owned(), &show)).collect()
    }
    match column {
        Column::Absent => vec!["absent".to_owned()],
        Column::Presence(is_there) => is_there.iter().map(|is| if is { "there" } else { "?" }.to_owned()).collect(),
        Column::Text(texts) => each(texts.iter(), str::to_owned),
        Column::CodedText(coded) => each(coded.downcast_dict::<StringArray>().unwrap().into_iter(), str::to_owned),
        Column::Number(numbers) => each(numbers.iter(), |value| Decimal(value.into()).to_string()),
        Column::Wide(_) => unreachable!("readers read no such numbers"),
        Column::Truth(values) => each(values.iter(), |value| value.to_string()),
        Column::Date(days) => each(days.iter(), leadrules_language::calendar::format_day),
        Column::Choice(places) => each(places.iter(), |place| place.to_string()),
        Column::Texts(lists) | Column::Choices(lists) => each(lists.iter(), |list| {
            let texts = arrow_cast::cast(&list, &arrow_schema::DataType::Utf8).unwrap();
            let texts = texts.as_any().downcast_ref::<StringArray>().unwrap();
            texts.iter().flatten().collect::<Vec<_>>().join("+")
        }),
    }
}

fn keys(leads: &[Leads]) -> Vec<String> {
    leads.iter().flat_map(|batch| batch.keys.iter().map(|key| key.unwrap_or("?").to_owned())).collect()
}

fn column(leads: &[Leads], at: usize) -> Vec<String> {
    leads.iter().flat_map(|batch| shown(&batch.fields[at])).collect()
}

const EXPORT: &str = "Record ID; name ;e-MAIL;country;Number  of employees;budget;consent;created;interests\r\n\
    A1;\"An \"\"the\"\" Boss\";an@x.be;Belgi\u{eb};12;1.234,5;Ja;3/11/2026;wine;Beer\r\n\
    \r\n\
    A2;;broken@;Spain;1,5;x;?;31/02/2026\r\n\
    A1;\"two\r\nlines\";;nl;1.000;\u{20ac} 5;0;01/01/2026 10:30;a; a ;;B\r\n\
    ;;;;;;;;\r\n";

#[test]
fn an_export_as_companies_make_it() {
    let rules = contacts();
    let text = EXPORT.replace("wine;Beer", "\"wine;Beer\"").replace("a; a ;;B", "\"a; a ;;B\"");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (ansi, _, failed) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!failed);
    let marked = [b"\xef\xbb\xbfsep=;\r\n", text.as_bytes()].concat();
    for (bytes, dialect, shift) in [
        (text.as_bytes().to_vec(), "CSV (semicolon, UTF-8, CRLF)", 0),
        (marked, "CSV (semicolon, UTF-8, CRLF)", 1),
        (ansi.into_owned(), "CSV (semicolon, Windows-1252, CRLF)", 0),
        ([b"\xff\xfe".to_vec(), utf16.clone()].concat(), "CSV (semicolon, UTF-16LE, CRLF)", 0),
        (utf16, "CSV (semicolon, UTF-16LE, CRLF)", 0),
    ] {
        let (leads, report) = read_bytes(&rules, "leads.csv", &bytes);
        assert_eq!(report.dialect.said().to_string(), dialect);
        assert_eq!(keys(&leads), ["A1", "A2", "A1"]);
        assert_eq!(column(&leads, 1), ["An \"the\" Boss", "?", "two\r\nlines"]);
        assert_eq!(column(&leads, 2), ["an@x.be", "?", "?"]);
        assert_eq!(column(&leads, 3), ["0", "?", "1"]);
        assert_eq!(column(&leads, 4), ["12", "?", "?"]);
        assert_eq!(column(&leads, 5), ["1234.5", "?", "5"]);
        assert_eq!(column(&leads, 6), ["true", "?", "false"]);
        assert_eq!(column(&leads, 7), ["2026-11-03", "?", "2026-01-01"]);
        assert_eq!(column(&leads, 8), ["wine+Beer", "?", "a+B"]);
        let misfit = |at: usize| {
            let (place, misfit) = &report.fields[at].invalid.examples[0];
            (place.line - shift, misfit.text.clone(), misfit.why.to_string())
        };
        assert_eq!(misfit(2), (4, "broken@".into(), "not an e-mail address".into()));
        assert_eq!(misfit(3), (4, "Spain".into(), "not one of the options".into()));
        assert_eq!(misfit(4), (4, "1,5".into(), "not a number".into()));
        assert_eq!(misfit(6), (4, "?".into(), "neither yes nor no".into()));
        assert_eq!(misfit(7), (4, "31/02/2026".into(), "not a date".into()));
        assert_eq!(report.fields[3].unlisted, [("Spain".to_owned(), 1)]);
        assert_eq!((report.short_rows.count, report.blank_rows), (1, 1));
        assert_eq!(report.repeated_keys.count, 1);
        let (place, key) = &report.repeated_keys.examples[0];
        assert_eq!((place.row, place.line - shift, key.as_str()), (3, 5, "A1"));
        assert_eq!(report.missing_columns, []);
    }
}

#[test]
fn packed_texts_are_unpacked() {
    let rules = contacts();
    let text = "Record ID,name\nA1,An\n";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    for (name, bytes, dialect) in [
        ("leads.csv.gz", gzip.finish().unwrap(), "CSV (comma, UTF-8, LF, gzip)"),
        ("leads.csv.zst", zstd::encode_all(text.as_bytes(), 1).unwrap(), "CSV (comma, UTF-8, LF, zstd)"),
        ("leads", zstd::encode_all(text.as_bytes(), 1).unwrap(), "CSV (comma, UTF-8, LF, zstd)"),
    ] {
        let (leads, report) = read_bytes(&rules, name, &bytes);
        assert_eq!(keys(&leads), ["A1"]);
        assert_eq!(report.dialect.said().to_string(), dialect);
        let missing: Vec<_> = report.missing_columns.iter().map(|missing| missing.name.as_str()).collect();
        assert_eq!(missing, ["email", "country", "employees", "budget", "consent", "created", "interests"]);
    }
}

#[test]
fn headers_that_repeat_and_rows_that_are_ragged() {
    let rules = contacts();
    let (leads, report) = read_bytes(&rules, "x.csv", b"Record ID,name,name,\nA,1,2,\nB,\nC,1,2,3,4\nD,1,2,,,\n");
    assert_eq!(column(&leads, 1), ["1", "?", "1", "1"]);
    assert_eq!(report.repeated_columns, [("name".to_owned(), "name (2)".to_owned())]);
    assert_eq!(report.columns, ["Record ID", "name", "name (2)", "column 4"]);
    assert_eq!((report.short_rows.count, report.long_rows.count), (1, 1));
    assert_eq!(report.long_rows.examples[0], (Place { row: 3, line: 4 }, 5));
}

#[test]
fn a_quote_that_swallows_rows_is_told() {
    let rules = contacts();
    // Longer than a block, with the quote just before and just after its end.
    for before in [10, 26_000, 26_214, 26_215, 30_000] {
        let rows = |count: usize| "A,Bo,1234\n".repeat(count);
        let text = format!("Record ID,name,x\n{}A,\"Bo,5\n{}A,\"Bo, An\",7\n{}", rows(before), rows(300), rows(9));
        let (leads, report) = read_bytes(&rules, "x.csv", text.as_bytes());
        let line = before as u64 + 2;
        assert_eq!(keys(&leads).len(), before + 10);
        assert_eq!(report.open_quotes.cells.examples, [(Place { row: line - 1, line }, 301)]);
        let said = report.open_quotes.said().unwrap().to_string();
        let wanted = format!("a quote opens in line {line} and is probably never closed: 301 lines after it became");
        assert!(said.starts_with(&wanted), "{said}");
    }
    let (_, report) =
        read_bytes(&rules, "x.csv", b"sep=,\r\nRecord ID,\"name\nA,1\nB,2\nC,3\nD,4\nE,5\nF,5\" pipe\nG,7\n");
    assert_eq!(report.open_quotes.cells.examples, [(Place { row: 0, line: 2 }, 6)]);
}

#[test]
fn a_quote_that_is_open_at_the_end_is_an_error() {
    let rules = contacts();
    let read = |text: &str| {
        let options = ReadOptions { format: Some(Format::Csv), ..ReadOptions::default() };
        let leads = read_leads(&Input::bytes("x.csv", text), &rules, &Needed::default(), &[], &options);
        leads
            .and_then(|leads| leads.map(|batch| batch.map(drop)).collect::<Result<Vec<()>, _>>())
            .expect_err(text.get(text.len().saturating_sub(40)..).unwrap_or_default())
            .to_string()
    };
    let rows = "A,B\n".repeat(100_000);
    for (text, line, lines) in [
        (format!("Record ID,name\n{rows}A,\"B\n{rows}"), 100_002, "the 100,000 lines after it"),
        ("Record ID,name\rA,B\rC,\"D\rE,F".to_owned(), 3, "the 1 line after it"),
        ("Record ID,\"name\nA,B\nC,D\n".to_owned(), 1, "the 2 lines after it"),
        ("sep=,\nRecord ID,\"name".to_owned(), 2, "the rest of the line"),
    ] {
        let said = read(&text);
        assert!(said.starts_with(&format!("x.csv, line {line}: ")) && said.contains(lines), "{said}");
    }
}

#[test]
fn a_key_that_is_not_there() {
    let rules = contacts();
    let (leads, report) = read_bytes(&rules, "x.csv", b"Record  Id,name\nA,1\n,2\n");
    assert_eq!(keys(&leads), ["A", "?"]);
    assert_eq!((report.keyless.count, report.keyless.examples[0].0.line), (1, 3));
    let without = self::rules(vec![field("name", Type::Text, &[])], None, None);
    assert_eq!(keys(&read_bytes(&without, "x.csv", b"name\nx\ny\n").0), ["1", "2"]);
}

#[test]
fn keys_are_written_in_one_way() {
    let by = |ty: Type| rules(vec![field("id", ty, &[])], Some(0), None);
    let whole = by(Type::Integer(NumberType::default()));
    assert_eq!(
        keys(&read_bytes(&whole, "x.csv", b"id\n7\n7.0\n007\n1e3\n\"1,000\"\n").0),
        ["7", "7", "7", "1000", "1000"]
    );
    assert_eq!(keys(&read_bytes(&by(Type::Email), "x.csv", b"id\nA@X.be\n").0), ["a@x.be"]);
    assert_eq!(column(&read_bytes(&by(Type::Email), "x.csv", b"id\nA@X.be\n").0, 0), ["A@X.be"]);
}

#[test]
fn missing_texts_and_ranges() {
    let mut pdays = field("pdays", number(), &[]);
    pdays.missing = vec!["999".to_owned(), "Select".to_owned()];
    pdays.ty = Type::Number(NumberType {
        decimal_comma: false,
        range: Bounds { low: Some(Decimal::ZERO), high: Some(Decimal::whole(1000)), half_open: true },
    });
    let mut city = field("city", Type::Text, &[]);
    city.missing = vec!["Select".to_owned(), "Ünknown".to_owned()];
    let rules = rules(vec![pdays, city], None, None);
    let text = "pdays,city\n999,SELECT\n999.0,Ghent\nselect, ünknown \n0,Select city\n1000,x\n-1,x\n999.999999,x\n";
    let (leads, report) = read_bytes(&rules, "x.csv", text.as_bytes());
    assert_eq!(column(&leads, 0), ["?", "?", "?", "0", "?", "?", "999.999999"]);
    assert_eq!(column(&leads, 1), ["?", "Ghent", "?", "Select city", "x", "x", "x"]);
    assert_eq!(report.fields[0].invalid.count, 2);
    assert_eq!(report.fields[0].invalid.examples[0].1.why, cell::Why::OutOfRange);
    assert_eq!((report.fields[0].known, report.fields[1].known), (2, 5));
}

#[test]
fn json_in_its_forms() {
    let ty = || Type::ListOfChoice { choice: choice(&[("a", &[]), ("b", &["bee"])]), split: ";".to_owned() };
    let rules = rules(
        vec![
            field("id", Type::Text, &[]),
            field("size", number(), &["company.size"]),
            field("rate", number(), &["emp.var.rate"]),
            field("ok", Type::YesNo, &[]),
            field("tags", ty(), &[]),
            field("mail", Type::Email, &["mail", "email"]),
        ],
        Some(0),
        None,
    );
    let one = r#"{"id": 7, "company": {"name": "x", "size": 123456789012.1234567}, "emp.var.rate": 1e2, "ok": true, "tags": ["b", "A", "zzz", "bee"], "Email": "a\u0040x.be"}"#;
    let two =
        r#"{"id":"B","company":null,"emp":{"var":{"rate":-0.5}},"ok":"nee","tags":"a;b","mail":null,"email":"b@x.be"}"#;
    for (name, text) in [
        ("x.ndjson", format!("{one}\n\n{two}\n")),
        ("x.ndjson", format!("{one}\r\n{two}")),
        ("x.json", format!("[{one},\n {two}]")),
        ("x.json", format!("{{\"total\": 2, \"leads\": [{one}, {two}], \"tags\": [1]}}")),
        ("x", format!("{one}\n{two}\n")),
        ("x", format!("\u{feff}[{one}, {two}]")),
    ] {
        let (leads, report) = read_bytes(&rules, name, text.as_bytes());
        assert_eq!(keys(&leads), ["7", "B"], "{text}");
        assert_eq!(column(&leads, 1), ["123456789012.123457", "?"]);
        assert_eq!(column(&leads, 2), ["100", "-0.5"]);
        assert_eq!(column(&leads, 3), ["true", "false"]);
        assert_eq!(column(&leads, 4), ["1+0", "0+1"]);
        assert_eq!(column(&leads, 5), ["a@x.be", "?"]);
        assert_eq!((report.fields[1].rounded, report.fields[4].dropped), (1, 1));
        assert_eq!(report.fields[4].unlisted, [("zzz".to_owned(), 1)]);
        assert_eq!(report.missing_columns, []);
        assert_eq!(report.fields[1].column.as_deref(), Some("company.size"));
    }
    let (leads, _) = read_bytes(&rules, "x.json", one.as_bytes());
    assert_eq!(keys(&leads), ["7"]);
}

#[test]
fn json_that_is_broken_says_where() {
    let rules = contacts();
    let fail = |name: &str, text: &str| {
        let reader = read_leads(&Input::bytes(name, text), &rules, &all(&rules), &[], &ReadOptions::default());
        match reader {
            Err(error) => error.to_string(),
            Ok(mut reader) => reader.find_map(Result::err).map(|error| error.to_string()).unwrap_or_default(),
        }
    };
    assert_eq!(
        fail("x.ndjson", "{\"a\":1}\n{\"a\":1,}\n"),
        "x.ndjson, line 2, column 8: this is not JSON: a comma, a quote or a bracket is missing or in the wrong place"
    );
    assert!(fail("x.ndjson", "{\"a\":1}\n[1]\n").contains("line 2"));
    assert!(fail("x.ndjson", "{\"a\":1}\n{\"a\":\n").contains("line 2"));
    assert!(fail("x.json", "[{\"a\":1}\n,{\"a\":1]").starts_with("x.json, line 2"));
    assert!(fail("x.json", "{\"a\":[{}],\"b\":[{}]}").contains("`a`, `b`"));
    assert!(fail("x.json", "hello").contains("square brackets"));
    assert_eq!(fail("x.csv", "Record ID\na\n\"b\nc\nd\n").split(':').next(), Some("x.csv, line 3"));
    assert!(fail("x.csv", "").contains("empty"));
    assert!(fail("x.csv", "PK\u{3}\u{4}").contains("spreadsheet"));
    assert!(fail("x.parquet", "PAR1").contains("Parquet"));
    assert!(fail("x.xlsx", "PK\u{3}\u{4}").contains("spreadsheet"));
}

fn events(rules: &Rules, name: &str, text: &str) -> (Vec<Events>, ReadReport) {
    let mut reader = read_events(&Input::bytes(name, text), rules, &all(rules), &ReadOptions::default()).unwrap();
    let events: Vec<Events> = reader.by_ref().map(|batch| batch.unwrap()).collect();
    (events, reader.report().clone())
}

#[test]
fn a_log_in_a_file() {
    let rules = rules(vec![field("id", Type::Email, &[])], Some(0), Some(log()));
    let text = "Lead,event,at,page,minutes\n\
        A@x.be,OPENED,2026-11-23T00:00:00Z,ignored,x\n\
        a@x.be,page view,2026-11-23 01:00:00,/p,7\n\
        ,opened,2026-11-23,,\n\
        a@x.be,,2026-11-23,,\n\
        a@x.be,opened,1795392000,,\n\
        b@x.be,clicked,2026-11-23T02:00:00.5+01:00,/p,x\n\
        b@x.be,watched,2026-11-23T02:00:00Z,,x\n";
    let (batches, report) = events(&rules, "events.csv", text);
    let [batch] = batches.as_slice() else { panic!("one batch") };
    assert_eq!(batch.kinds, [0, 1, OTHER_KIND, 2]);
    let EventLeads::Keys(leads) = &batch.leads else { panic!("keys") };
    assert_eq!(shown(leads), ["a@x.be", "a@x.be", "b@x.be", "b@x.be"]);
    let midnight = 1_795_392_000_000_000;
    let hour = 3_600_000_000;
    assert_eq!(batch.times, [midnight, midnight, midnight + hour + 500_000, midnight + 2 * hour]);
    assert_eq!(shown(&batch.properties[0]), ["?", "/p", "?", "?"]);
    assert_eq!(shown(&batch.properties[1]), ["?", "?", "?", "?"]);
    assert!(batch.ids.is_none());
    let seen = report.events.unwrap();
    assert_eq!((seen.rows, seen.kinds.as_slice(), seen.unknown_kind_rows), (4, &[1, 1, 1][..], 1));
    assert_eq!(seen.unknown_kinds, [("clicked".to_owned(), 1)]);
    assert_eq!((seen.without_lead.count, seen.without_kind.count, seen.without_time.count), (1, 1, 1));
    assert_eq!(seen.without_time.examples, [(Place { row: 5, line: 6 }, "1795392000".to_owned())]);
    assert_eq!((report.fields[1].invalid.count, report.fields[1].invalid.examples[0].0.line), (1, 8));
}

#[test]
fn a_log_without_a_column() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), Some(log()));
    let error =
        read_events(&Input::bytes("e.csv", "contact,event,Times\n"), &rules, &all(&rules), &ReadOptions::default());
    let error = error.err().unwrap().to_string();
    assert_eq!(
        error,
        "e.csv: no column says whose each event is: looked for `lead`. Its columns are `contact`, `event`, `Times`. \
         Name the right one with `from` in the `events` block"
    );
}

#[test]
fn events_nested_in_leads() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), Some(log()));
    let text = r#"{"id":"A","events":[{"event":"opened","time":"2026-11-23T00:00:00Z","id":"e1"},{"event":"watched","at":"2026-11-23T00:00:00Z","minutes":2.5,"page":null},7]}
{"id":"B","events":null}
{"id":"C"}
{"id":"D","events":[{"event":"watched","time":"soon"},{"event":"other","time":"2026-11-23T00:00:01Z"}]}
"#;
    let mut reader =
        read_leads(&Input::bytes("x.ndjson", text), &rules, &all(&rules), &[], &ReadOptions::default()).unwrap();
    assert!(reader.has_events());
    let leads: Vec<Leads> = reader.by_ref().map(|batch| batch.unwrap()).collect();
    assert_eq!(keys(&leads), ["A", "B", "C", "D"]);
    let events = leads[0].events.as_ref().unwrap();
    let EventLeads::Rows(owners) = &events.leads else { panic!("rows") };
    assert_eq!(owners, &[0, 0, 3]);
    assert_eq!(events.kinds, [0, 2, OTHER_KIND]);
    assert_eq!(shown(&events.properties[1]), ["?", "2.5", "?"]);
    assert_eq!(events.ids.as_ref().unwrap().iter().collect::<Vec<_>>(), [Some("e1"), None, None]);
    let seen = reader.report().events.as_ref().unwrap();
    assert_eq!((seen.rows, seen.without_time.count, seen.not_events.count), (3, 1, 1));
    assert_eq!(seen.without_time.examples, [(Place { row: 4, line: 4 }, "soon".to_owned())]);
    assert_eq!(reader.report().columns, ["id"]);
}

#[test]
fn the_first_events_may_come_late() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), Some(log()));
    let plain: Vec<String> = (0..300_000).map(|row| format!(r#"{{"id":"A{row}"}}"#)).collect();
    let last = r#"{"id":"B","events":[{"event":"opened","time":"2026-11-23T00:00:00Z"}]}"#;
    let lines = format!("{}\n{last}\n", plain.join("\n"));
    let array = format!("[{},{last}]", plain.join(","));
    for (name, text) in [("x.ndjson", &lines), ("x.json", &array)] {
        let reader =
            read_leads(&Input::bytes(name, text.as_str()), &rules, &all(&rules), &[], &ReadOptions::default()).unwrap();
        assert!(reader.has_events(), "{name}");
        let leads: Vec<Leads> = reader.map(|batch| batch.unwrap()).collect();
        assert!(leads.len() > 1);
        assert_eq!(leads.iter().map(|batch| batch.rows).sum::<usize>(), 300_001);
        assert!(leads.iter().all(|batch| batch.events.is_some()), "{name}: no batch is without a log");
        assert_eq!(leads.last().unwrap().events.as_ref().unwrap().rows, 1);
    }
}

#[test]
fn columns_are_kept_as_they_are() {
    let rules = rules(vec![field("id", Type::Text, &[])], Some(0), None);
    let keep = ["Note".to_owned(), "id".to_owned()];
    let input = Input::bytes("x.csv", "id,note\n A ,\" x \"\nB,\n");
    let mut reader = read_leads(&input, &rules, &Needed::default(), &keep, &ReadOptions::default()).unwrap();
    let batch = reader.next().unwrap().unwrap();
    assert_eq!(batch.kept[0].iter().collect::<Vec<_>>(), [Some(" x "), None]);
    assert_eq!(batch.kept[1].iter().collect::<Vec<_>>(), [Some(" A "), Some("B")]);
    assert!(matches!(batch.fields[0], Column::Absent));
    let error = read_leads(&input, &rules, &Needed::default(), &["nota".to_owned()], &ReadOptions::default());
    assert_eq!(error.err().unwrap().to_string(), "x.csv: there is no column `nota` to keep; did you mean `note`?");
}

#[test]
fn large_files_come_in_order() {
    let rules = rules(vec![field("id", Type::Text, &[]), field("n", number(), &[])], Some(0), None);
    let rows = 400_000_u32;
    let line = |row: u32| {
        if row.is_multiple_of(1000) { format!("\"A,\n{row}\",{row}\n") } else { format!("A{row},{row}\n") }
    };
    let text: String = std::iter::once("id,n\n".to_owned()).chain((0..rows).map(line)).collect();
    let (leads, report) = read_bytes(&rules, "x.csv", format!("{text}last,x\n").as_bytes());
    assert!(leads.len() > 1);
    let mut next = 0;
    for batch in &leads {
        assert_eq!(batch.first_row, next);
        next += batch.rows as u64;
    }
    assert_eq!(report.rows, u64::from(rows) + 1);
    let numbers: Vec<String> = column(&leads, 1);
    assert!((0..rows).all(|row| numbers[row as usize] == row.to_string()));
    let place = report.fields[1].invalid.examples[0].0;
    assert_eq!(place, Place { row: u64::from(rows) + 1, line: u64::from(rows) + u64::from(rows) / 1000 + 2 });
    let json: String = (0..200_000).map(|row| format!("{{\"id\":\"A{row}\",\"n\":{row}}}\n")).collect();
    let (leads, report) = read_bytes(&rules, "x.ndjson", format!("{json}{{\"id\":1,\"n\":[]}}\n").as_bytes());
    assert!(leads.len() > 1);
    assert_eq!(report.fields[1].invalid.examples[0].0, Place { row: 200_001, line: 200_001 });
    let array = format!("[\n{}{{\"id\":1,\"n\":[]}}\n]", json.replace("}\n", "},\n"));
    let (leads, report) = read_bytes(&rules, "x.json", array.as_bytes());
    assert!(leads.len() > 1);
    assert_eq!(report.fields[1].invalid.examples[0].0, Place { row: 200_001, line: 200_002 });
}
