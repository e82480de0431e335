//! Batches that a program hands over as a stream: read once, in pieces, with every column told apart.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, Field as ArrowField, Schema, SchemaRef};

use super::*;

/// More than a piece holds, and not a multiple of it.
const MANY: i64 = 40_000;

fn stream(name: &str, schema: &SchemaRef, batches: Vec<Result<RecordBatch, ArrowError>>) -> Input {
    Input::stream(name, Box::new(RecordBatchIterator::new(batches, Arc::clone(schema))))
}

fn numbers(schema: &SchemaRef, from: i64, to: i64) -> RecordBatch {
    let columns = schema.fields().iter().map(|_| Arc::new((from..to).collect::<Int64Array>()) as ArrayRef);
    RecordBatch::try_new(Arc::clone(schema), columns.collect()).unwrap()
}

fn schema(names: &[&str]) -> SchemaRef {
    Arc::new(Schema::new(names.iter().map(|name| ArrowField::new(*name, DataType::Int64, true)).collect::<Vec<_>>()))
}

#[test]
fn a_long_batch_comes_in_pieces_in_its_order() {
    let (schema, rules) = (schema(&["id"]), rules(vec![field("id", Type::Text, &[])], Some(0), None));
    let batches = vec![numbers(&schema, 0, 0), numbers(&schema, 0, MANY), numbers(&schema, MANY, MANY + 3)];
    let input = stream("leads", &schema, batches.into_iter().map(Ok).collect());
    let (leads, report) = read_needed(&input, &rules, &all(&rules), &ReadOptions::default());
    assert!(leads.len() > 3, "{} batches", leads.len());
    assert_eq!(report.rows, MANY.cast_unsigned() + 3);
    let keys = leads.iter().flat_map(|leads| leads.keys.iter().map(|key| key.unwrap().to_owned()));
    assert!(keys.eq((0..MANY + 3).map(|id| id.to_string())));
    let first_rows = leads.iter().scan(0, |rows, leads| Some(std::mem::replace(rows, *rows + leads.rows as u64)));
    assert!(leads.iter().map(|leads| leads.first_row).eq(first_rows));
}

#[test]
fn a_stream_is_read_once() {
    let (schema, rules) = (schema(&["id"]), rules(vec![field("id", Type::Text, &[])], Some(0), None));
    let input = stream("leads", &schema, vec![Ok(numbers(&schema, 0, 2))]);
    let open = || read_leads(&input, &rules, &all(&rules), &[], &ReadOptions::default());
    assert_eq!(open().unwrap().count(), 1);
    let said = open().err().unwrap().to_string();
    assert_eq!(said, "leads: it is a stream, which can be read only once, and it was read before");
    let held = stream("leads", &schema, vec![Ok(numbers(&schema, 0, 2))]).held().unwrap();
    for _ in 0..2 {
        assert_eq!(read_leads(&held, &rules, &all(&rules), &[], &ReadOptions::default()).unwrap().count(), 1);
    }
}

#[test]
fn a_stream_that_breaks_off_is_an_error() {
    let (schema, rules) = (schema(&["id"]), rules(vec![field("id", Type::Text, &[])], Some(0), None));
    let broken = || vec![Ok(numbers(&schema, 0, 2)), Err(ArrowError::ComputeError("the cable is out".to_owned()))];
    let input = stream("leads", &schema, broken());
    let read = read_leads(&input, &rules, &all(&rules), &[], &ReadOptions::default()).unwrap();
    let said = read.collect::<Result<Vec<_>, _>>().unwrap_err().to_string();
    assert_eq!(said, "leads: the program that hands it over can't give all of it: Compute error: the cable is out");
    let said = stream("leads", &schema, broken()).held().unwrap_err().to_string();
    assert!(said.ends_with("the cable is out"), "{said}");
}

#[test]
fn columns_of_one_name_are_told_apart() {
    let schema = schema(&["id", "size", "size"]);
    let fields = vec![field("id", Type::Text, &[]), field("other", number(), &["size (2)"])];
    let rules = rules(fields, Some(0), None);
    let mut batch = numbers(&schema, 0, 2);
    let mut columns = batch.columns().to_vec();
    columns[2] = Arc::new(Int64Array::from(vec![7, 8]));
    batch = RecordBatch::try_new(Arc::clone(&schema), columns).unwrap();
    let of_stream = stream("leads", &schema, vec![Ok(batch.clone())]);
    for input in [of_stream, Input::batches("leads", Arc::clone(&schema), vec![batch])] {
        let (leads, report) = read_needed(&input, &rules, &all(&rules), &ReadOptions::default());
        assert_eq!(report.repeated_columns, [("size".to_owned(), "size (2)".to_owned())]);
        let Column::Number(others) = &leads[0].fields[1] else { panic!("a number is read as one") };
        assert_eq!(others.values().as_ref(), [7_000_000, 8_000_000]);
    }
}
