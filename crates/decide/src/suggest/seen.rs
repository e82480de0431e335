//! What an event log holds, so that lines about it can be tried. In: a run's request; out: for each kind how often it
//! occurs, the values of its properties, and how long the log is. Nothing here knows what became of a lead.

use hashbrown::HashMap;

use leadrules_engine::columns::{Events, Need, Needed};
use leadrules_engine::data;
use leadrules_engine::run::{Error, EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Log, PropertyId};
use leadrules_language::types::Value;

/// At most this many values of a property are looked at.
const VALUES: usize = 100_000;

/// What a log holds.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// For each kind, how many events.
    pub(super) kinds: Vec<u64>,
    /// For each kind and each of its properties (in the order of the kind), the values.
    pub(super) values: Vec<Vec<Values>>,
    /// The times of the first and the last event.
    pub(super) span: Option<(Instant, Instant)>,
}

/// The values of a property.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    /// Texts, options and truth values, by a text for each, with how often each occurs; there are few of them.
    pub(super) counts: HashMap<String, (Value, u64), foldhash::fast::FixedState>,
    /// Numbers, in millionths.
    pub(super) numbers: Vec<i64>,
    looked: usize,
}

impl Seen {
    /// Reads the log, or the events within the leads; empty if there is no log.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn read(request: &Request<'_>) -> Result<Self, Error> {
        let Some(log) = &request.rules.log else { return Ok(Self::default()) };
        let of = |kind: &leadrules_language::ir::Kind| vec![Values::default(); kind.properties.len()];
        let mut seen = Self { kinds: vec![0; log.kinds.len()], values: log.kinds.iter().map(of).collect(), span: None };
        let needed = Needed {
            fields: vec![Need::Nothing; request.rules.fields.len()],
            properties: vec![true; log.properties.len()],
            events: true,
        };
        match request.events {
            EventSource::None => {}
            EventSource::Log(input, options) => {
                let mut events = data::read_events(input, request.rules, &needed, options)?;
                for events in events.by_ref() {
                    seen.add(log, &events?);
                }
            }
            EventSource::Leads => {
                let mut leads = data::read_leads(request.leads, request.rules, &needed, &[], request.options)?;
                for leads in leads.by_ref() {
                    if let Some(events) = leads?.events {
                        seen.add(log, &events);
                    }
                }
            }
        }
        Ok(seen)
    }

    fn add(&mut self, log: &Log, events: &Events) {
        let places: Vec<Vec<PropertyId>> = log.kinds.iter().map(|kind| kind.properties.clone()).collect();
        for (row, (&kind, &time)) in events.kinds.iter().zip(&events.times).enumerate() {
            let kind = usize::from(kind);
            let Some(count) = self.kinds.get_mut(kind) else { continue };
            *count += 1;
            self.span = Some(self.span.map_or((time, time), |(first, last)| (first.min(time), last.max(time))));
            for (values, property) in self.values[kind].iter_mut().zip(&places[kind]) {
                if values.looked < VALUES {
                    values.looked += 1;
                    values.add(events.properties[usize::from(property.0)].value(row));
                }
            }
        }
    }
}

impl Values {
    fn add(&mut self, value: Option<Value>) {
        match value {
            Some(Value::Number(number)) => self.numbers.extend(i64::try_from(number.0)),
            // Texts of which there are very many identify something, such as a document: none of them is tried.
            Some(value @ (Value::Text(_) | Value::Choice(_) | Value::Truth(_))) => {
                let name = match &value {
                    Value::Text(text) => leadrules_language::text::fold(text),
                    other => format!("{other:?}"),
                };
                if self.counts.len() < 1_000 || self.counts.contains_key(&name) {
                    self.counts.entry(name).or_insert((value, 0)).1 += 1;
                }
            }
            Some(Value::Date(_) | Value::Texts(_) | Value::Choices(_)) | None => {}
        }
    }
}
