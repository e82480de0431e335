//! Leads and events between the two forms they have: typed columns, which engines read, and plain values, which the
//! reference evaluator reads.

use std::collections::BTreeSet;

use arrow_array::builder::{ListBuilder, StringBuilder, UInt16Builder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, UInt16Type};
use arrow_array::{Array, BooleanArray, Date32Array, DictionaryArray, Int64Array, StringArray, UInt16Array};
use leadrules::columns::{Column, EventLeads, Events, Leads, OTHER_KIND};
use leadrules::decimal::Decimal;
use leadrules::ir::{KindId, Rules};
use leadrules::reference::{Event, Lead};
use leadrules::types::{Type, Value};

/// Leads with the events of each, plain.
#[derive(Clone, Debug)]
pub struct Plain {
    /// In the order of the data.
    pub leads: Vec<(Option<String>, Lead)>,
    /// Whose event it is, and the event, in the order of the data; none without a log.
    pub events: Option<Vec<(String, Event)>>,
}

impl Plain {
    /// The events of a lead, if there is a log. A lead without a key has none.
    pub fn events_of(&self, key: Option<&str>) -> Option<Vec<Event>> {
        let events = self.events.as_ref()?;
        Some(events.iter().filter(|(lead, _)| Some(lead.as_str()) == key).map(|(_, event)| event.clone()).collect())
    }

    /// The same without the rows whose id another row has that counts in their place.
    pub fn without_repeats(&self, rules: &Rules) -> Self {
        let Some(events) = &self.events else { return self.clone() };
        let mut events = events.clone();
        events.sort_by(|a, b| a.0.cmp(&b.0));
        let rows: Vec<Event> = events.iter().map(|(_, event)| event.clone()).collect();
        let counts = leadrules::reference::first_of_each_id(rules, &rows);
        let events = events.into_iter().zip(counts).filter(|(_, counts)| *counts).map(|(event, _)| event).collect();
        Self { leads: self.leads.clone(), events: Some(events) }
    }
}

/// Typed columns as plain values.
pub fn plain(leads: &[Leads], events: Option<&[Events]>) -> Plain {
    let mut plain = Plain { leads: Vec::new(), events: events.map(|_| Vec::new()) };
    for batch in leads {
        for row in 0..batch.rows {
            let key = batch.keys.is_valid(row).then(|| batch.keys.value(row).to_owned());
            let fields = batch.fields.iter().map(|column| value(column, row)).collect();
            plain.leads.push((key, Lead { fields }));
        }
    }
    for batch in events.unwrap_or_default() {
        let EventLeads::Keys(keys) = &batch.leads else { panic!("events of a log bear keys") };
        for row in 0..batch.rows {
            let Some(Value::Text(key)) = value(keys, row) else { panic!("a row of the log has its lead") };
            let kind = batch.kinds[row];
            let event = Event {
                kind: (kind != OTHER_KIND).then_some(KindId(kind)),
                time: batch.times[row],
                id: batch.ids.as_ref().filter(|ids| ids.is_valid(row)).map(|ids| ids.value(row).to_owned()),
                properties: batch.properties.iter().map(|column| value(column, row)).collect(),
            };
            plain.events.as_mut().expect("there is a log").push((key, event));
        }
    }
    plain
}

/// The value in a row of a column.
pub fn value(column: &Column, row: usize) -> Option<Value> {
    fn there<'a, A: Array>(values: &'a A, row: usize) -> Option<&'a A> {
        values.is_valid(row).then_some(values)
    }
    match column {
        Column::Absent => None,
        Column::Text(values) => there(values, row).map(|values| Value::Text(values.value(row).to_owned())),
        Column::CodedText(values) => {
            let place = there(values, row)?.key(row).expect("a row that is not null has a code");
            let texts: &StringArray = values.values().as_string();
            there(texts, place).map(|texts| Value::Text(texts.value(place).to_owned()))
        }
        Column::Number(values) => there(values, row).map(|values| Value::Number(Decimal(values.value(row).into()))),
        Column::Truth(values) => there(values, row).map(|values| Value::Truth(values.value(row))),
        Column::Date(values) => there(values, row).map(|values| Value::Date(values.value(row))),
        Column::Choice(values) => there(values, row).map(|values| Value::Choice(values.value(row))),
        Column::Texts(values) => there(values, row).map(|values| {
            let entries = values.value(row);
            Value::Texts(entries.as_string::<i32>().iter().flatten().map(str::to_owned).collect())
        }),
        Column::Choices(values) => there(values, row)
            .map(|values| Value::Choices(values.value(row).as_primitive::<UInt16Type>().values().to_vec())),
    }
}

/// Plain values as columns: the leads in one batch, the events in another.
pub fn columns(rules: &Rules, plain: &Plain) -> (Leads, Option<Events>) {
    let column = |ty: &Type, at: usize| {
        let values: Vec<Option<&Value>> = plain.leads.iter().map(|(_, lead)| lead.fields[at].as_ref()).collect();
        column_of(ty, &values)
    };
    let leads = Leads {
        rows: plain.leads.len(),
        first_row: 0,
        fields: rules.fields.iter().enumerate().map(|(at, field)| column(&field.ty, at)).collect(),
        keys: plain.leads.iter().map(|(key, _)| key.as_deref()).collect(),
        events: None,
        kept: Vec::new(),
    };
    let properties = rules.log.as_ref().map_or(&[][..], |log| &log.properties);
    let events = plain.events.as_ref().map(|events| Events {
        rows: events.len(),
        first_row: 0,
        leads: EventLeads::Keys(coded(&events.iter().map(|(lead, _)| Some(lead.as_str())).collect::<Vec<_>>())),
        kinds: events.iter().map(|(_, event)| event.kind.map_or(OTHER_KIND, |kind| kind.0)).collect(),
        times: events.iter().map(|(_, event)| event.time).collect(),
        ids: events
            .iter()
            .any(|(_, event)| event.id.is_some())
            .then(|| events.iter().map(|(_, event)| event.id.as_deref()).collect()),
        properties: properties
            .iter()
            .enumerate()
            .map(|(at, property)| {
                let values: Vec<Option<&Value>> =
                    events.iter().map(|(_, event)| event.properties[at].as_ref()).collect();
                column_of(&property.ty, &values)
            })
            .collect(),
    });
    (leads, events)
}

fn coded(texts: &[Option<&str>]) -> Column {
    let distinct: BTreeSet<&str> = texts.iter().flatten().copied().collect();
    let distinct: Vec<&str> = distinct.into_iter().collect();
    let code = |text: &str| i32::try_from(distinct.binary_search(&text).expect("collected from here")).expect("few");
    let codes: arrow_array::Int32Array = texts.iter().map(|text| text.map(code)).collect();
    let values = std::sync::Arc::new(StringArray::from(distinct.clone()));
    Column::CodedText(DictionaryArray::<Int32Type>::try_new(codes, values).expect("codes are places"))
}

/// The column of a type with these values.
fn column_of(ty: &Type, values: &[Option<&Value>]) -> Column {
    fn all<T>(values: &[Option<&Value>], one: impl Fn(&Value) -> T) -> Vec<Option<T>> {
        values.iter().map(|value| value.map(&one)).collect()
    }
    match ty {
        Type::Text | Type::Email => {
            let texts: Vec<Option<&str>> = values
                .iter()
                .map(|value| {
                    value.map(|value| if let Value::Text(text) = value { text.as_str() } else { unfit(ty, value) })
                })
                .collect();
            // Both forms that a text column may have, whichever comes.
            if values.len() % 2 == 0 { coded(&texts) } else { Column::Text(texts.into_iter().collect()) }
        }
        Type::Number(_) | Type::Integer(_) => {
            let one = |value: &Value| if let Value::Number(n) = value { n.0 } else { unfit(ty, value) };
            let narrow = |n: i128| i64::try_from(n).expect("values stay under 10^12");
            Column::Number(all(values, one).into_iter().map(|n| n.map(narrow)).collect::<Int64Array>())
        }
        Type::YesNo => {
            let one = |value: &Value| if let Value::Truth(yes) = value { *yes } else { unfit(ty, value) };
            Column::Truth(all(values, one).into_iter().collect::<BooleanArray>())
        }
        Type::Date(_) => {
            let one = |value: &Value| if let Value::Date(day) = value { *day } else { unfit(ty, value) };
            Column::Date(all(values, one).into_iter().collect::<Date32Array>())
        }
        Type::Choice(_) => {
            let one = |value: &Value| if let Value::Choice(at) = value { *at } else { unfit(ty, value) };
            Column::Choice(all(values, one).into_iter().collect::<UInt16Array>())
        }
        Type::ListOfText { .. } => {
            let mut builder = ListBuilder::new(StringBuilder::new());
            for value in values {
                match value {
                    Some(Value::Texts(texts)) => builder.append_value(texts.iter().map(Some)),
                    Some(other) => unfit(ty, other),
                    None => builder.append_null(),
                }
            }
            Column::Texts(builder.finish())
        }
        Type::ListOfChoice { .. } => {
            let mut builder = ListBuilder::new(UInt16Builder::new());
            for value in values {
                match value {
                    Some(Value::Choices(options)) => builder.append_value(options.iter().copied().map(Some)),
                    Some(other) => unfit(ty, other),
                    None => builder.append_null(),
                }
            }
            Column::Choices(builder.finish())
        }
    }
}

fn unfit(ty: &Type, value: &Value) -> ! {
    panic!("{value:?} in a column of {}", ty.word())
}
