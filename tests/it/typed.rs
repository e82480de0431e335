//! Leads and events between the two forms they have: typed columns, which engines read, and plain values, which the
//! reference evaluator reads.

use arrow_array::types::Int32Type;
use arrow_array::{Array, DictionaryArray, StringArray};
use leadrules_engine::columns::{Column, EventLeads, Events, Leads, OTHER_KIND};
use leadrules_language::ir::{KindId, Rules};
use leadrules_language::reference::{Event, Lead};
use leadrules_language::types::{Type, Value};

/// Leads with the events of each, plain.
#[derive(Clone, Debug)]
pub struct Plain {
    /// In the order of the data.
    pub leads: Vec<(Option<String>, Lead)>,
    /// The key of its lead, and the event, in the order of the data; `None` without a log.
    pub events: Option<Vec<(String, Event)>>,
}

impl Plain {
    /// The events of a lead, if there is a log. A lead without a key has none.
    pub fn events_of(&self, key: Option<&str>) -> Option<Vec<Event>> {
        let events = self.events.as_ref()?;
        Some(events.iter().filter(|(lead, _)| Some(lead.as_str()) == key).map(|(_, event)| event.clone()).collect())
    }

    /// The lead of a test and its events.
    pub fn of_test(rules: &Rules, test: &leadrules_language::ir::Test) -> Self {
        let (lead, events) = leadrules_language::reference::of_test(rules, test);
        let key = rules.key.and_then(|id| {
            let value = lead.fields[usize::from(id.0)].as_ref();
            value.map(|value| value.shown(&rules.field(id).ty))
        });
        let key = key.unwrap_or_else(|| "1".to_owned());
        let events = rules.log.as_ref().map(|_| events.into_iter().map(|event| (key.clone(), event)).collect());
        Self { leads: vec![(Some(key), lead)], events }
    }

    /// The same without the rows in whose place another row of their lead counts.
    pub fn without_repeats(&self) -> Self {
        let Some(events) = &self.events else { return self.clone() };
        let mut events = events.clone();
        events.sort_by(|a, b| a.0.cmp(&b.0));
        let counts = events.chunk_by(|a, b| a.0 == b.0).flat_map(|of_lead| {
            let rows: Vec<Event> = of_lead.iter().map(|(_, event)| event.clone()).collect();
            leadrules_language::reference::first_of_each_id(&rows)
        });
        let counts: Vec<bool> = counts.collect();
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
            let fields = batch.fields.iter().map(|column| column.value(row)).collect();
            plain.leads.push((key, Lead { fields }));
        }
    }
    for batch in events.unwrap_or_default() {
        for row in 0..batch.rows {
            let key = match &batch.leads {
                EventLeads::Keys(keys) => keys.value(row),
                EventLeads::Views(keys) => Some(Value::Text(keys.value(row).to_owned())),
                EventLeads::Rows(_) => panic!("events of a log bear keys"),
            };
            let Some(Value::Text(key)) = key else { panic!("a row of the log has its lead") };
            let kind = batch.kinds[row];
            let event = Event {
                kind: (kind != OTHER_KIND).then_some(KindId(kind)),
                time: batch.times[row],
                id: batch.ids.as_ref().filter(|ids| ids.is_valid(row)).map(|ids| ids.value(row).to_owned()),
                properties: batch.properties.iter().map(|column| column.value(row)).collect(),
            };
            plain.events.as_mut().expect("there is a log").push((key, event));
        }
    }
    plain
}

/// Plain values as columns: the leads in one batch, the events in another.
pub fn columns(rules: &Rules, plain: &Plain) -> (Leads, Option<Events>) {
    let column = |ty: &Type, at: usize| {
        let values: Vec<Option<Value>> = plain.leads.iter().map(|(_, lead)| lead.fields[at].clone()).collect();
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
        leads: EventLeads::Keys(coded(&events.iter().map(|(lead, _)| Some(lead)).collect())),
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
                let values: Vec<Option<Value>> = events.iter().map(|(_, event)| event.properties[at].clone()).collect();
                column_of(&property.ty, &values)
            })
            .collect(),
    });
    (leads, events)
}

/// A column of a type; every other text column in the dictionary form that readers also give.
fn column_of(ty: &Type, values: &[Option<Value>]) -> Column {
    match Column::from_values(ty, values) {
        Column::Text(texts) if texts.len() % 2 == 0 => coded(&texts),
        column => column,
    }
}

fn coded(texts: &StringArray) -> Column {
    Column::CodedText(texts.iter().collect::<DictionaryArray<Int32Type>>())
}
