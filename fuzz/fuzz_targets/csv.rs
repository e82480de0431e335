//! Any rows of CSV: cells come out as the csv crate reads them.
#![no_main]

use std::sync::LazyLock;

use csv::ReaderBuilder;
use leadrules::RuleSet;
use leadrules_engine::columns::Needed;
use leadrules_engine::data::{Format, Input, ReadOptions, read_leads};
use libfuzzer_sys::fuzz_target;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    RuleSet::from_text("leadrules 1\nlead { a text }\nscore s { a is known => +1 }").expect("they are right")
});

const HEADER: &str = "a,b,c\n";
const COLUMNS: [&str; 3] = ["a", "b", "c"];

type Rows = Vec<[Option<String>; 3]>;

/// Our rows; `None` if the file ends within quotes, which the csv crate accepts.
fn ours(text: &str) -> Option<Rows> {
    let options = ReadOptions {
        format: Some(Format::Csv),
        delimiter: Some(b','),
        encoding: Some("utf-8".to_owned()),
        ..ReadOptions::default()
    };
    let keep = COLUMNS.map(str::to_owned);
    let leads = read_leads(&Input::bytes("fuzzed", text), RULES.rules(), &Needed::default(), &keep, &options);
    let mut rows = Vec::new();
    for batch in leads.expect("it has the columns") {
        let batch = batch.ok()?;
        let cell = |row: usize, column: usize| (&batch.kept[column]).into_iter().nth(row).flatten().map(str::to_owned);
        rows.extend((0..batch.rows).map(|row| std::array::from_fn(|column| cell(row, column))));
    }
    Some(rows)
}

/// Whether there is anything in a cell, or in the formula around its text.
fn is_filled(cell: &str) -> bool {
    let cell = cell.as_bytes().trim_ascii();
    let inside = cell.strip_prefix(b"=\"").and_then(|cell| cell.strip_suffix(b"\"")).unwrap_or(cell);
    inside.iter().any(|byte| !byte.is_ascii_whitespace() && !byte.is_ascii_control())
}

fn theirs(text: &str) -> Rows {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("it is UTF-8"));
    let filled = rows.filter(|row| row.iter().any(is_filled));
    let cell = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    filled.map(|row| std::array::from_fn(|column| row.get(column).and_then(cell))).collect()
}

fuzz_target!(|body: &str| {
    // What looks like an archive is none to the csv crate.
    if body.as_bytes().get(251..256) == Some(b"ustar") {
        return;
    }
    // For the csv crate a lone carriage return ends a row; here it does so only if all lines end that way.
    if body.replace("\r\n", "").contains('\r') {
        return;
    }
    // Here, end-of-file marks are not part of the last cell.
    if body.ends_with(['\x1a', '\0']) {
        return;
    }
    // Here, a repeated header and a line drawn under it are not rows.
    let is_header = |line: &str| line.trim_start_matches('\u{feff}') == HEADER.trim_end();
    let is_ruler = |line: &str| line.bytes().all(|byte| b"-=+| ,".contains(&byte));
    if body.lines().any(is_header) || body.lines().next().is_some_and(is_ruler) {
        return;
    }
    let text = format!("{HEADER}{body}");
    if let Some(rows) = ours(&text) {
        assert_eq!(rows, theirs(&text));
    }
});
