//! The lead of a test and what it did, and which of several rows with one id counts.

use std::cmp::Ordering;

use crate::ir::{self, Rules};
use crate::lead::{Event, Lead};
use crate::text;
use crate::types::Value;

/// The lead of a test, and what it did.
#[must_use]
pub fn of_test(rules: &Rules, test: &ir::Test) -> (Lead, Vec<Event>) {
    let mut lead = Lead { fields: vec![None; rules.fields.len()] };
    for (field, value) in &test.lead {
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
    (lead, test.events.iter().map(event).collect())
}

/// By event: whether it is the one that counts of those with its id; one without an id always is. Of equal ones it is the
/// first. A log may repeat an id for several leads: give the events of all, in the order of the leads' keys.
#[must_use]
pub fn first_of_each_id(rules: &Rules, events: &[Event]) -> Vec<bool> {
    let is_first = |event: &Event| {
        let same = events.iter().filter(|other| other.id == event.id);
        event.id.is_none() || same.min_by(|a, b| order(rules, a, b)).is_some_and(|first| std::ptr::eq(first, event))
    };
    events.iter().map(is_first).collect()
}

/// Which of two rows with the same id comes first: the earlier, then the lower kind by code point (one that is not
/// declared comes last), then the lower properties (an unknown one being lowest, texts folded).
fn order(rules: &Rules, a: &Event, b: &Event) -> Ordering {
    let kind = |event: &Event| {
        let kind = rules.log.as_ref().zip(event.kind).map(|(log, kind)| log.kind(kind));
        (kind.is_none(), kind.map(|kind| &kind.name))
    };
    let properties =
        |event: &Event| event.properties.iter().map(|value| value.as_ref().map(folded)).collect::<Vec<_>>();
    a.time.cmp(&b.time).then_with(|| kind(a).cmp(&kind(b))).then_with(|| properties(a).cmp(&properties(b)))
}

/// A value as `once per` tells it apart from others: texts folded, a list whatever its order.
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
