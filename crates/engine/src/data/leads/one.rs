//! One lead as a JSON object, as a form or a webhook sends it, read without columns. In: its text; out: plain values, or nothing if
//! anything in it is unusual (an object inside it, a name that is there twice, a value that does not fit): it is then read as all
//! data is, which has the last word and says what is wrong.

use std::sync::Arc;

use arrow_array::Array;

use super::{LeadPlan, key_texts, need_of};
use crate::columns::{Need, Needed};
use crate::data::before::Before;
use crate::data::cell::time::Clock;
use crate::data::decode::ColumnDecoder;
use crate::data::json::{self, JsonRow, Table, Wanted};
use crate::data::projection::ProjectedColumn;
use leadrules_language::ir::Rules;
use leadrules_language::lead::{Event, Lead};
use leadrules_language::text;
use leadrules_language::types::{Type, Value};

/// Names that objects had are remembered up to this many.
const NAMES: usize = 1000;

/// How leads that come one at a time are read.
#[derive(Debug)]
pub struct LeadParser {
    plan: LeadPlan,
    wanted: Arc<Wanted>,
    event_wanted: Option<Arc<Wanted>>,
    /// Whether rules ask for a stage before that no field holds.
    lacks_before: bool,
}

/// A lead that was read, and what is kept for the next one.
#[derive(Debug)]
pub struct OneLead {
    /// Its key; `None` if it has none.
    pub key: Option<String>,
    /// What is known of it.
    pub lead: Lead,
    /// What it did, each once.
    pub events: Vec<Event>,
    /// Events whose room is used again.
    spare: Vec<Event>,
    names: Table,
    event_names: Table,
    buffer: String,
}

impl LeadParser {
    /// How leads are read, given what is needed of them.
    #[must_use]
    pub fn new(rules: &Rules, needed: &Needed) -> Self {
        let (plan, asked) = LeadPlan::new(rules, needed, &[], false, &Before::Marked);
        let asks = |field: usize| need_of(needed, field) > Need::Nothing;
        let lacks = |field: usize| asks(field) && rules.fields[field].columns.is_empty();
        let lacks_before = rules.before.is_some_and(|field| lacks(usize::from(field.0)));
        let wanted = |columns: &[ProjectedColumn]| Arc::new(Wanted::new(columns));
        Self { plan, wanted: wanted(&asked.wanted), event_wanted: asked.events.as_deref().map(wanted), lacks_before }
    }

    /// Room for a lead.
    #[must_use]
    pub fn room(&self) -> OneLead {
        let (names, event_names) = self.tables();
        let (key, lead, events, spare, buffer) = Default::default();
        OneLead { key, lead, events, spare, names, event_names, buffer }
    }

    fn tables(&self) -> (Table, Table) {
        let event_wanted = self.event_wanted.clone().unwrap_or_default();
        let names = Table::new(Arc::clone(&self.wanted), String::new(), self.event_wanted.is_some());
        (names, Table::new(event_wanted, String::new(), false))
    }

    /// Reads a lead from an object, with the events in it; `None` if anything is unusual.
    pub fn parse(&self, json: &str, into: &mut OneLead) -> Option<()> {
        let read = self.read(json, into);
        into.names.repeated.clear();
        into.event_names.repeated.clear();
        if into.names.slots.len().max(into.event_names.slots.len()) > NAMES {
            (into.names, into.event_names) = self.tables();
        }
        read
    }

    fn read(&self, json: &str, into: &mut OneLead) -> Option<()> {
        let OneLead { key, lead, events, spare, names, event_names, buffer } = into;
        let mut clock = Clock::new(&self.plan.zone);
        spare.append(events);
        let mut row = JsonRow::new(self.wanted.len());
        let mut event = JsonRow::new(event_names.wanted.len());
        json::one(json, (&mut row, names), (&mut event, event_names), |row| {
            let mut event = spare.pop().unwrap_or_else(nothing);
            self.plan.events.as_ref()?.one(row, &mut clock, buffer, &mut event)?;
            is_clear(&event, events).then(|| events.push(event))
        })?;
        if !row.has_any() || self.lacks_before {
            return None;
        }
        lead.fields.clear();
        for (id, field) in self.plan.fields.iter().enumerate() {
            let is_wanted = self.plan.key.as_ref().is_none_or(|&(key, _, wanted)| key != id || wanted);
            lead.fields.push(match field {
                Some((reading, target)) if is_wanted => reading.one(&row.cell(*target), &mut clock, buffer)?,
                _ => None,
            });
        }
        *key = match &self.plan.key {
            None => Some("1".to_owned()),
            Some((id, ty, _)) => {
                let (reading, target) = self.plan.fields[*id].as_ref()?;
                self.key(reading, ty, (&row, *target), &mut clock, buffer)?
            }
        };
        Some(())
    }

    fn key(
        &self,
        reading: &ColumnDecoder,
        ty: &Type,
        (row, target): (&JsonRow<'_>, usize),
        clock: &mut Clock<'_>,
        buffer: &mut String,
    ) -> Option<Option<String>> {
        let cell = row.cell(target);
        match ty {
            Type::Text | Type::Email => Some(reading.one(&cell, clock, buffer)?.and_then(|value| match value {
                Value::Text(key) if *ty == Type::Email => Some(text::fold(&key)),
                Value::Text(key) => Some(key),
                _ => None,
            })),
            _ => {
                let keys = key_texts(reading.key(&cell, ty, clock)?, 1);
                Some(keys.is_valid(0).then(|| keys.value(0).to_owned()))
            }
        }
    }
}

fn nothing() -> Event {
    Event { kind: None, time: 0, id: None, properties: Vec::new() }
}

/// Whether an event counts whatever came before it. Which of several with one id counts depends on all that they say, as does what is
/// read of events where only some have one.
fn is_clear(event: &Event, before: &[Event]) -> bool {
    let is_alike = before.first().is_none_or(|first| first.id.is_some() == event.id.is_some());
    is_alike && (event.id.is_none() || before.iter().all(|other| other.id != event.id))
}
