//! The lead of a test and what it did, and which of several rows of one event counts.

use crate::ir::{self, Rules};
use crate::lead::{Event, Lead};
use crate::text;
use crate::types::Value;

/// The lead of a test, and what it did.
#[must_use]
pub fn of_test(rules: &Rules, test: &ir::Test) -> (Lead, Vec<Event>) {
    of_member(rules, (&test.lead, &test.events))
}

/// A lead, or an account, of which a test says this.
pub(super) fn of_member(
    rules: &Rules,
    (fields, events): (&[(ir::FieldId, Value)], &[ir::Event]),
) -> (Lead, Vec<Event>) {
    let mut lead = Lead { fields: vec![None; rules.fields.len()] };
    for (field, value) in fields {
        lead.fields[usize::from(field.0)] = Some(value.clone());
    }
    let properties = rules.log.as_ref().map_or(0, |log| log.properties.len());
    let event = |event: &ir::Event| {
        let mut values = vec![None; properties];
        for (property, value) in &event.properties {
            values[usize::from(property.0)] = Some(value.clone());
        }
        Event { kind: Some(event.kind), time: event.time, id: None, properties: values }
    };
    (lead, events.iter().map(event).collect())
}

/// For each event of a lead, whether it counts. Of those with the same id, kind and time, which repeated deliveries
/// brought, it is the one with the lowest properties (unknown being the lowest, texts folded), and of equal ones the
/// first. One without an id always counts.
#[must_use]
pub fn first_of_each_id(events: &[Event]) -> Vec<bool> {
    let said = |event: &Event| (event.id.clone(), event.kind, event.time);
    let properties =
        |event: &Event| event.properties.iter().map(|value| value.as_ref().map(folded)).collect::<Vec<_>>();
    let is_first = |event: &Event| {
        let same = events.iter().filter(|other| said(other) == said(event));
        event.id.is_none() || same.min_by_key(|event| properties(event)).is_some_and(|first| std::ptr::eq(first, event))
    };
    events.iter().map(is_first).collect()
}

/// A value in the form by which `once per` tells it apart from others: texts folded, and a list regardless of its
/// order.
pub(super) fn folded(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text::fold(text)),
        Value::Texts(texts) => {
            let mut texts: Vec<String> = texts.iter().map(|text| text::fold(text)).collect();
            texts.sort();
            Value::Texts(texts)
        }
        Value::Choices(options) => {
            let mut options = options.clone();
            options.sort_unstable();
            Value::Choices(options)
        }
        Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Choice(_) => value.clone(),
    }
}
