//! Columns that are passed on come out as they went in, whatever type they have, or are refused by name.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, RecordBatch, RunArray};

use super::every_type::every_type;
use super::typed::as_parquet;
use super::*;

/// What a value, and the one at the edge, come out as. Between them there is an empty cell.
const WANTED: &[(&str, &str, &str)] = &[
    ("int8", "1", "-128"),
    ("int16", "1", "-32768"),
    ("int32", "1", "-2147483648"),
    ("int64", "1", "-9223372036854775808"),
    ("uint8", "1", "255"),
    ("uint16", "1", "65535"),
    ("uint32", "1", "4294967295"),
    ("uint64", "1", "18446744073709551615"),
    ("float32", "0.1", "inf"),
    (
        "float64",
        "0.1",
        "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
    ),
    ("decimal32", "-0.15", "9999999.99"),
    ("decimal64", "-0.15", "0.01"),
    ("decimal128", "-0.0000000015", "1000000000000000000000000000"),
    (
        "decimal256",
        "-0.00000000000000000015",
        "99999999999999999999999999999999999999999999999999999999.99999999999999999999",
    ),
    ("boolean", "true", "false"),
    ("utf8", "a \"b\", c", "é\n"),
    ("large_utf8", "a \"b\", c", "é\n"),
    ("utf8_view", "a \"b\", c", "é\n"),
    ("binary", "text", "\\xff00"),
    ("large_binary", "text", "\\xff00"),
    ("binary_view", "text", "\\xff00"),
    ("fixed_size_binary", "7465", "ff00"),
    ("dictionary", "a \"b\", c", "é\n"),
    ("dictionary_of_numbers", "9223372036854775807", "7"),
    ("null", "", ""),
    ("date32", "0001-01-01", "9999-12-31"),
    ("date64", "0001-01-01", "9999-12-31T23:59:59"),
    ("far_date", "-0001-11-28", "+5881580-07-11"),
    ("time32_s", "00:00:00", "23:59:59"),
    ("time32_ms", "00:00:00.001", "23:59:59.999"),
    ("time64_us", "00:00:00.000001", "23:59:59.999999"),
    ("time64_ns", "00:00:00.000000001", "23:59:59.999999999"),
    ("timestamp_s", "0001-01-01T00:00:00", "9999-12-31T23:59:59"),
    ("timestamp_ms", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    ("timestamp_us", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    ("timestamp_ns", "1970-01-01T00:00:00.000000001", "1677-09-21T00:12:43.145224192"),
    ("far_timestamp", "-292277022657-01-27T08:29:52", "+292277026596-12-04T15:30:07"),
    ("duration_s", "PT90S", "PT9223372036854775807S"),
    ("duration_us", "PT-1.5S", "PT9223372036854.775807S"),
    ("interval_months", "P14M", "P-1M"),
    ("interval_days", "P3DT1.5S", "P-1D"),
    ("list", "[1,null,-3]", "[]"),
    ("large_list", r#"["a",null]"#, r#"["\""]"#),
    ("fixed_size_list", "[1,2]", "[null,4]"),
    ("map", r#"[["k",1]]"#, "[]"),
    ("struct.name", "x", "y"),
    ("struct.size", "1", ""),
    ("list_of_coded", r#"["a","a"]"#, "[null]"),
];

fn kept(input: &Input, names: &[String]) -> Result<Vec<Vec<Option<String>>>, Error> {
    let rules = rules(vec![field("int64", Type::Text, &[])], Some(0), None);
    let reader = read_leads(input, &rules, &Needed::default(), names, &ReadOptions::default())?;
    let leads: Vec<Leads> = reader.collect::<Result<_, _>>()?;
    let texts =
        |at: usize| leads.iter().flat_map(move |leads| leads.kept[at].iter().map(|text| text.map(str::to_owned)));
    Ok((0..names.len()).map(|at| texts(at).collect()).collect())
}

#[test]
fn every_type_comes_out_as_it_went_in() {
    let columns = every_type().into_iter().map(|(name, array)| (name, array, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let names: Vec<String> = WANTED.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let all = every_type().len() + 1;
    assert_eq!(names.len(), all, "each type once, and the struct by its two fields");
    let parquet = Input::bytes("x.parquet", as_parquet(&batch));
    for input in [Input::batches("memory", batch.schema(), [batch.clone()]), parquet] {
        for ((name, first, last), found) in WANTED.iter().zip(kept(&input, &names).unwrap()) {
            let wanted = [*first, "", *last].map(|text| (!text.is_empty()).then(|| text.to_owned()));
            assert_eq!(found, wanted, "{name}");
        }
    }
}

#[test]
fn what_no_output_can_hold_is_refused_by_name() {
    let runs: ArrayRef = Arc::new(RunArray::try_new(&Int32Array::from(vec![2]), &Int32Array::from(vec![7])).unwrap());
    let ids: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let batch = RecordBatch::try_from_iter([("int64", ids), ("runs", runs)]).unwrap();
    let said = kept(&Input::batches("memory", batch.schema(), [batch]), &["runs".to_owned()]).unwrap_err().to_string();
    assert!(
        said.starts_with("memory: the column `runs` can't be kept: no output can hold values of its type"),
        "{said}"
    );
}
