//! Each format writes the same small batch.

use leadrules_language::ir::StageId;
use std::io::Write;
use std::sync::{Arc, Mutex};

use arrow_array::{Int64Array, StringArray, UInt16Array};

use super::{Explain, Fit, Format, Layout, Writer};
use crate::columns::{LabelColumn, Results, ScoreColumn};
use leadrules_language::calendar::Zone;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{
    Cond, CondKind, Exclusion, Gain, Label, LabelBody, Part, Rule, RuleId, Rules, Score, ScoreBody,
};
use leadrules_language::ir::{Stage, Stages};
use leadrules_language::source::{Sources, Span};
use leadrules_language::types::Bounds;

fn always() -> Cond {
    Cond::written(CondKind::Constant(true), Span::default())
}

fn rule(id: u32, title: &str) -> Part {
    Part::Rule(Rule {
        id: RuleId(id),
        title: title.to_owned(),
        titled: true,
        because: None,
        owner: None,
        from: None,
        until: None,
        condition: always(),
        gain: Gain::Once { points: Points(100), decay: None },
        cap: None,
        span: Span::default(),
        left: Span::default(),
    })
}

fn rules() -> Rules {
    let span = Span::default();
    Rules {
        sources: Arc::new(Sources::default()),
        zone: Zone::utc(),
        fields: Vec::new(),
        before: None,
        declared_fields: 0,
        accounts: None,
        key: None,
        log: None,
        definitions: Vec::new(),
        exclusions: vec![Exclusion { condition: always(), reason: "own \"staff\"".to_owned(), span }],
        scores: vec![Score {
            name: "profile".to_owned(),
            owner: None,
            range: Bounds::default(),
            body: ScoreBody::Rules(vec![rule(0, "ideal size"), rule(1, "ideal size"), rule(2, "stage")]),
            span,
        }],
        stages: Stages {
            steps: vec![Stage { name: "MQL".to_owned(), condition: always(), is_kept: false, span }],
            none: "contact".to_owned(),
        },
        labels: vec![Label { name: "team".to_owned(), body: LabelBody::Joined(Vec::new()), span }],
        promises: Vec::new(),
        tests: Vec::new(),
        rank: Vec::new(),
        agreements: Vec::new(),
    }
}

fn results() -> Results {
    Results {
        rows: 3,
        first_row: 0,
        keys: StringArray::from(vec![Some("1"), Some("2"), None]),
        scores: vec![ScoreColumn {
            points: Int64Array::from(vec![Some(2050), None, Some(-500)]),
            unknown_rules: vec![0, 1, 0],
        }],
        labels: vec![LabelColumn {
            texts: vec!["a, b".to_owned(), "line\nbreak".to_owned()].into(),
            values: UInt16Array::from(vec![Some(0), None, Some(1)]),
        }],
        stages: vec![1, StageId::EXCLUDED_NUMBER, 0],
        exclusions: UInt16Array::from(vec![None, Some(0), None]),
        rules: Some(vec![vec![2000, 0, -500], vec![50, 0, 0], vec![0, 0, 0]]),
        kept: vec![StringArray::from(vec![Some("An"), None, Some("é")])],
        fired: vec![2, 1, 0],
        overflows: 0,
        set_aside: crate::columns::SetAside::default(),
        broken: Vec::new(),
        changes: None,
        leads: None,
    }
}

/// A destination that can be looked at afterwards.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn written(format: Format, explain: Explain, batches: &[Results], fit: Fit) -> Vec<u8> {
    let out = Shared::default();
    let layout = Layout::new(&rules(), &["stage".to_owned()], explain);
    let mut writer = Writer::new(format, layout, Box::new(out.clone()), fit).unwrap();
    for results in batches {
        writer.write(results.clone()).unwrap();
    }
    writer.finish().unwrap();
    out.0.lock().map(|bytes| bytes.clone()).unwrap_or_default()
}

fn text(format: Format, explain: Explain, batches: &[Results]) -> String {
    String::from_utf8(written(format, explain, batches, Fit::default())).unwrap()
}

#[test]
fn comma_separated_values() {
    assert_eq!(
        text(Format::Csv, Explain::List, &[results()]),
        "row,stage (input),profile,team,stage,excluded,why\n\
         1,An,20.5,\"a, b\",MQL,,ideal size: +20; ideal size: +0.5\n\
         2,,,,excluded,\"own \"\"staff\"\"\",\n\
         ,é,-5,\"line\nbreak\",contact,,ideal size: -5\n"
    );
}

#[test]
fn a_column_for_each_rule() {
    let csv = text(Format::Csv, Explain::Columns, &[results()]);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("row,stage (input),profile,team,stage,excluded,ideal size,ideal size (2),stage (2)"));
    assert_eq!(lines.next(), Some("1,An,20.5,\"a, b\",MQL,,20,0.5,0"));
}

#[test]
fn json_keeps_every_digit_and_is_whole_over_batches() {
    let ndjson = text(Format::Ndjson, Explain::List, &[results()]);
    assert_eq!(
        ndjson.lines().next(),
        Some(
            r#"{"row":"1","stage (input)":"An","profile":20.5,"team":"a, b","stage":"MQL","excluded":null,"why":[{"rule":"ideal size","points":20},{"rule":"ideal size","points":0.5}]}"#
        )
    );
    assert_eq!(ndjson.lines().count(), 3);
    let empty = Results { rows: 0, ..results() };
    for (batches, count) in [(vec![], 0), (vec![empty.clone(), results(), empty, results()], 6)] {
        let json: serde_json::Value = serde_json::from_str(&text(Format::Json, Explain::No, &batches)).unwrap();
        assert_eq!(json.as_array().unwrap().len(), count);
    }
}

#[test]
fn parquet_reads_back() {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    let bytes = written(Format::Parquet, Explain::List, &[results(), results()], Fit::default());
    let path = std::env::temp_dir().join(format!("leadrules-write-{}.parquet", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(&path).unwrap()).unwrap();
    let names: Vec<String> = reader.schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(names, ["row", "stage (input)", "profile", "team", "stage", "excluded", "why"]);
    let rows: usize = reader.build().unwrap().map(|batch| batch.unwrap().num_rows()).sum();
    assert_eq!(rows, 6);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_workbook_is_the_same_bytes_each_time() {
    let first = written(Format::Xlsx, Explain::List, &[results()], Fit::default());
    assert!(first.starts_with(b"PK"));
    assert_eq!(first, written(Format::Xlsx, Explain::List, &[results()], Fit::default()));
}

#[test]
fn a_table_stays_within_its_width_and_counts_the_rest() {
    let fit = Fit { width: Some(60), rows: Some(2), ..Fit::default() };
    let table = String::from_utf8(written(Format::Table, Explain::List, &[results(), results()], fit)).unwrap();
    assert!(table.lines().all(|line| line.chars().count() <= 60), "{table}");
    assert!(table.ends_with("… and 4 more\n"), "{table}");
    assert_eq!(table.lines().count(), 2 + 2 + 1, "{table}");
}
