//! Leads and events as record batches, and back. In: their columns; out: arrays in a fixed order, and the same columns again.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int64Type, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, Int64Array, NullArray, RecordBatch, StringArray, UInt16Array, UInt32Array};
use arrow_schema::{DataType, Field, Schema};

use crate::columns::{Column, EventLeads, Events, Leads};

/// What of a batch of leads is not in its arrays.
#[derive(Copy, Clone, Debug)]
pub(super) struct Outline {
    first_row: u64,
    fields: usize,
}

/// Leads without their events. `None` if a column has no values, but only whether there are any.
pub(super) fn of_leads(leads: &Leads) -> Option<(RecordBatch, Outline)> {
    let mut arrays: Vec<ArrayRef> =
        leads.fields.iter().map(|column| array(column, leads.rows)).collect::<Option<_>>()?;
    arrays.push(Arc::new(leads.keys.clone()));
    arrays.extend(leads.kept.iter().map(|kept| Arc::new(kept.clone()) as ArrayRef));
    Some((record(arrays), Outline { first_row: leads.first_row, fields: leads.fields.len() }))
}

/// The leads again.
pub(super) fn leads(batch: &RecordBatch, Outline { first_row, fields }: Outline) -> Leads {
    let columns = batch.columns();
    let text = |array: &ArrayRef| array.as_string::<i32>().clone();
    Leads {
        rows: batch.num_rows(),
        first_row,
        fields: columns[..fields].iter().map(column).collect(),
        keys: text(&columns[fields]),
        events: None,
        kept: columns[fields + 1..].iter().map(text).collect(),
    }
}

/// Events that are nested in leads. `None` as for leads.
pub(super) fn of_events(events: &Events) -> Option<RecordBatch> {
    let EventLeads::Rows(rows) = &events.leads else { return None };
    let ids = events.ids.clone().map_or_else(|| absent(events.rows), |ids| Arc::new(ids) as ArrayRef);
    let mut arrays: Vec<ArrayRef> = vec![
        Arc::new(UInt32Array::from(rows.clone())),
        Arc::new(UInt16Array::from(events.kinds.clone())),
        Arc::new(Int64Array::from(events.times.clone())),
        ids,
    ];
    for property in &events.properties {
        arrays.push(array(property, events.rows)?);
    }
    Some(record(arrays))
}

/// The events again.
pub(super) fn events(batch: &RecordBatch) -> Events {
    let columns = batch.columns();
    Events {
        rows: batch.num_rows(),
        leads: EventLeads::Rows(columns[0].as_primitive::<UInt32Type>().values().to_vec()),
        kinds: columns[1].as_primitive::<UInt16Type>().values().to_vec(),
        times: columns[2].as_primitive::<Int64Type>().values().to_vec(),
        ids: columns[3].as_string_opt::<i32>().cloned(),
        properties: columns[4..].iter().map(column).collect(),
    }
}

/// How many bytes leads take in memory, without their events.
pub(super) fn bytes_of_leads(leads: &Leads) -> usize {
    let fields: usize = leads.fields.iter().map(|column| bytes(column, leads.rows)).sum();
    let texts: usize = leads.kept.iter().chain([&leads.keys]).map(StringArray::get_buffer_memory_size).sum();
    fields + texts
}

/// How many bytes events take in memory.
pub(super) fn bytes_of_events(events: &Events) -> usize {
    let properties: usize = events.properties.iter().map(|column| bytes(column, events.rows)).sum();
    let ids = events.ids.as_ref().map_or(0, StringArray::get_buffer_memory_size);
    events.rows * 14 + ids + properties
}

fn bytes(column: &Column, rows: usize) -> usize {
    array(column, rows).map_or(0, |array| array.get_buffer_memory_size())
}

fn record(arrays: Vec<ArrayRef>) -> RecordBatch {
    let field = |(at, array): (usize, &ArrayRef)| Field::new(at.to_string(), array.data_type().clone(), true);
    let schema = Schema::new(arrays.iter().enumerate().map(field).collect::<Vec<_>>());
    RecordBatch::try_new(Arc::new(schema), arrays).expect("columns of one batch are of one length")
}

fn absent(rows: usize) -> ArrayRef {
    Arc::new(NullArray::new(rows))
}

fn array(column: &Column, rows: usize) -> Option<ArrayRef> {
    Some(match column {
        Column::Absent => absent(rows),
        Column::Presence(_) => return None,
        // A dictionary is written with each batch.
        Column::CodedText(array) if array.values().len() > rows / 2 => return self::array(&column.plain(), rows),
        other => other.array(other, rows),
    })
}

fn column(array: &ArrayRef) -> Column {
    match array.data_type() {
        DataType::Utf8 => Column::Text(array.as_string().clone()),
        DataType::Dictionary(..) => Column::CodedText(array.as_dictionary().clone()),
        DataType::Int64 => Column::Number(array.as_primitive().clone()),
        DataType::Decimal128(..) => Column::Wide(array.as_primitive().clone()),
        DataType::Boolean => Column::Truth(array.as_boolean().clone()),
        DataType::Date32 => Column::Date(array.as_primitive().clone()),
        DataType::UInt16 => Column::Choice(array.as_primitive().clone()),
        DataType::List(entry) if *entry.data_type() == DataType::Utf8 => Column::Texts(array.as_list().clone()),
        DataType::List(_) => Column::Choices(array.as_list().clone()),
        _ => Column::Absent,
    }
}
