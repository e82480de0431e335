//! Results as Arrow record batches. Points are `decimal(18, 2)`, labels and stages dictionaries, `why` a list of rules with
//! points. In: what the columns are, and a batch of results; out: the same as arrays.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::types::UInt16Type;
use arrow_array::{
    Array, ArrayRef, Decimal128Array, DictionaryArray, Int64Array, ListArray, RecordBatch, StringArray, StructArray,
    UInt16Array, UInt32Array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use leadrules_language::ir::StageId;

use crate::columns::{Change, Changes, Results};

use super::error::WriteError;
use super::layout::{Layout, What, is_gone};

/// The digits of points, and how many of them are decimal places.
const PRECISION: u8 = 18;
const SCALE: i8 = 2;

/// The columns of `layout`.
#[must_use]
pub fn schema(layout: &Layout) -> SchemaRef {
    let field = |column: &super::Column| Field::new(&column.name, data_type(column.what), true);
    Arc::new(Schema::new(layout.columns().iter().map(field).collect::<Vec<_>>()))
}

/// A batch of results, with the columns of `layout`, whose [`schema`] this is.
///
/// # Errors
/// If it is not.
pub fn batch(layout: &Layout, schema: &SchemaRef, results: &Results) -> Result<RecordBatch, WriteError> {
    let columns = layout.columns().iter().map(|column| array(column.what, layout, results)).collect();
    RecordBatch::try_new(Arc::clone(schema), columns).map_err(|error| WriteError::Format(error.to_string()))
}

fn data_type(what: What) -> DataType {
    match what {
        What::Key | What::Kept(_) | What::Reason => DataType::Utf8,
        What::Leads => DataType::UInt32,
        What::Score(_) | What::Rule(_) | What::PreviousScore(_) => DataType::Decimal128(PRECISION, SCALE),
        What::Label(_) | What::Stage | What::Excluded | What::Change | What::PreviousStage => {
            DataType::Dictionary(Box::new(DataType::UInt16), Box::new(DataType::Utf8))
        }
        What::Why => DataType::List(Arc::new(given_field())),
    }
}

/// An entry of `why`.
fn given_field() -> Field {
    Field::new("item", DataType::Struct(given_fields()), false)
}

fn given_fields() -> Fields {
    Fields::from(vec![
        Field::new("rule", DataType::Utf8, false),
        Field::new("points", DataType::Decimal128(PRECISION, SCALE), false),
    ])
}

fn array(what: What, layout: &Layout, results: &Results) -> ArrayRef {
    match what {
        What::Key => Arc::new(results.keys.clone()),
        What::Kept(at) => Arc::new(results.kept[at].clone()),
        What::Leads => {
            let none = || vec![0; results.rows];
            Arc::new(UInt32Array::from(results.leads.clone().unwrap_or_else(none)))
        }
        What::Score(at) => Arc::new(points(&results.scores[at].points)),
        What::Label(at) => {
            let label = &results.labels[at];
            Arc::new(dictionary(label.values.clone(), StringArray::from_iter_values(label.texts.iter())))
        }
        What::Stage => Arc::new(stages(layout, results)),
        What::Excluded => {
            Arc::new(dictionary(results.exclusions.clone(), StringArray::from_iter_values(layout.reasons())))
        }
        What::Change => {
            let words = StringArray::from_iter_values(Change::ALL.map(Change::word));
            let place = |change: &Change| Change::ALL.iter().position(|other| other == change);
            let places = |changes: &Changes| {
                changes.changes.iter().map(|change| place(change).and_then(|at| u16::try_from(at).ok())).collect()
            };
            let none = || UInt16Array::new_null(results.rows);
            Arc::new(dictionary(results.changes.as_ref().map_or_else(none, places), words))
        }
        What::PreviousStage => match &results.changes {
            Some(changes) => {
                let texts = StringArray::from_iter_values(changes.stages.texts.iter());
                Arc::new(dictionary(changes.stages.values.clone(), texts))
            }
            None => Arc::new(dictionary(UInt16Array::new_null(results.rows), StringArray::from(vec![""]))),
        },
        What::PreviousScore(at) => {
            let scores = results.changes.as_ref().and_then(|changes| changes.scores.get(at));
            Arc::new(points(scores.unwrap_or(&Int64Array::new_null(results.rows))))
        }
        What::Reason => match &results.changes {
            Some(changes) => Arc::new(changes.reasons.clone()),
            None => Arc::new(StringArray::new_null(results.rows)),
        },
        What::Why => Arc::new(why(layout, results)),
        What::Rule(at) => match &results.rules {
            Some(rules) => {
                let given = (0..).zip(&rules[at]).map(|(row, points)| (!is_gone(results, row)).then_some(*points));
                Arc::new(points(&given.collect::<Int64Array>()))
            }
            None => Arc::new(points(&Int64Array::new_null(results.rows))),
        },
    }
}

fn points(values: &Int64Array) -> Decimal128Array {
    let wide: Vec<i128> = values.values().iter().map(|&value| i128::from(value)).collect();
    Decimal128Array::new(wide.into(), values.nulls().cloned()).with_data_type(DataType::Decimal128(PRECISION, SCALE))
}

fn dictionary(places: UInt16Array, texts: StringArray) -> DictionaryArray<UInt16Type> {
    // An empty dictionary may still be asked for its first text if all indexes are null.
    let texts = if texts.is_empty() { StringArray::from(vec![""]) } else { texts };
    DictionaryArray::new(places, Arc::new(texts))
}

fn stages(layout: &Layout, results: &Results) -> DictionaryArray<UInt16Type> {
    let mut names: Vec<&str> = layout.stages().collect();
    let excluded = u16::try_from(names.len()).expect("stages are numbered in 16 bits");
    names.push(layout.stage(StageId::EXCLUDED_NUMBER));
    let place = |(row, &stage): (usize, &u16)| {
        let place = if stage == StageId::EXCLUDED_NUMBER { excluded } else { stage };
        (!is_gone(results, row)).then_some(place)
    };
    dictionary(results.stages.iter().enumerate().map(place).collect(), StringArray::from(names))
}

fn why(layout: &Layout, results: &Results) -> ListArray {
    let mut lengths = Vec::with_capacity(results.rows);
    let mut titles = StringBuilder::new();
    let mut given = Vec::new();
    for row in 0..results.rows {
        let start = given.len();
        for (title, points) in layout.why(results, row) {
            titles.append_value(title);
            given.push(i128::from(points.0));
        }
        lengths.push(given.len() - start);
    }
    let points = Decimal128Array::new(given.into(), None).with_data_type(DataType::Decimal128(PRECISION, SCALE));
    let entries = StructArray::new(given_fields(), vec![Arc::new(titles.finish()), Arc::new(points)], None);
    ListArray::new(Arc::new(given_field()), OffsetBuffer::from_lengths(lengths), Arc::new(entries), None)
}
