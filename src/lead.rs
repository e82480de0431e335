//! One lead, built with the names that the rules give to what is known of it. In: names and values; out: a lead as
//! JSON, which is read like all other data, so that a value means the same wherever it comes from.

use leadrules_engine::columns::{Leads, Needed};
use leadrules_engine::data::leads_from_json;
use leadrules_language::calendar::Zone;
use leadrules_language::decimal::Decimal;
use leadrules_language::diagnostic::nearest;
use leadrules_language::ir::{Field, Rules};
use leadrules_language::text;
use serde_json::{Map, Value, json};

use crate::{Error, ErrorKind};

/// A lead: values by the names of its fields, and what it did.
///
/// ```
/// use leadrules::{Event, Lead};
///
/// let lead = Lead::new()
///     .set("employees", 150)
///     .set("country", "Belgium")
///     .event(Event::new("webinar_attended", "2026-11-20T10:00:00Z").set("minutes", 25));
/// # let _ = lead;
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    fields: Vec<(String, Value)>,
    events: Vec<Event>,
}

/// Something that a lead did.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    kind: String,
    time: String,
    properties: Vec<(String, Value)>,
}

impl Lead {
    /// A lead of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a field: a number, a text, a truth value or a list of them; a text is read like a cell of a file.
    #[must_use]
    pub fn set(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.fields.push((field.to_owned(), value.into()));
        self
    }

    /// Adds something that it did.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// The lead as a batch of one.
    pub(crate) fn columns(&self, rules: &Rules, needed: &Needed) -> Result<Leads, Error> {
        let mut lead = Map::new();
        for (name, value) in &self.fields {
            let field = named(&rules.fields, "field", name)?;
            lead.insert(field.columns[0].clone(), value.clone());
        }
        if !self.events.is_empty() {
            let events = self.events.iter().map(|event| event.json(rules)).collect::<Result<Vec<_>, _>>()?;
            lead.insert("events".to_owned(), Value::Array(events));
        }
        let text = Value::Object(lead).to_string();
        let leads = leads_from_json(rules, needed, &text, None)?.next().expect("one object is one batch")?;
        for (name, value) in self.fields.iter().filter(|(_, value)| !value.is_null()) {
            let at = rules.fields.iter().position(|field| field.name == *name).expect("it was found above");
            let is_needed = needed.fields[at] > leadrules_engine::columns::Need::Nothing;
            let stands_for_nothing = |value: &Value| {
                let number = value.as_number().map(ToString::to_string);
                let truth = value.as_bool().map(|truth| truth.to_string());
                let text = value.as_str().map(str::to_owned).or(number).or(truth);
                text.is_some_and(|text| is_missing(&rules.fields[at], &text))
            };
            if is_needed && leads.fields[at].value(0).is_none() && !stands_for_nothing(value) {
                let what = rules.fields[at].ty.word();
                return Err(Error::new(ErrorKind::Value, format!("`{name}`: {value} is no {what}")));
            }
        }
        Ok(leads)
    }
}

impl Event {
    /// An event of a kind at a time, in ISO 8601.
    #[must_use]
    pub fn new(kind: &str, time: &str) -> Self {
        Self { kind: kind.to_owned(), time: time.to_owned(), properties: Vec::new() }
    }

    /// Sets a property.
    #[must_use]
    pub fn set(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.properties.push((property.to_owned(), value.into()));
        self
    }

    fn json(&self, rules: &Rules) -> Result<Value, Error> {
        let none = || Error::new(ErrorKind::Name, "the rules declare no events");
        let log = rules.log.as_ref().ok_or_else(none)?;
        let kind = log.kinds.iter().find(|kind| kind.name == self.kind);
        let kind = kind.ok_or_else(|| unknown("event", &self.kind, log.kinds.iter().map(|kind| kind.name.as_str())))?;
        if rules.zone.parse_time(&self.time).is_none() {
            return Err(Error::new(ErrorKind::Instant, format!("`{}` is no time of an event", self.time)));
        }
        let mut event = Map::new();
        event.insert(log.event[0].clone(), json!(kind.texts[0]));
        event.insert(log.time[0].clone(), json!(self.time));
        for (name, value) in &self.properties {
            event.insert(named(&log.properties, "property", name)?.columns[0].clone(), value.clone());
        }
        Ok(Value::Object(event))
    }
}

fn is_missing(field: &Field, value: &str) -> bool {
    let key = text::key(value);
    let day = || Zone::utc().parse_time(value).map(|instant| Zone::utc().day_of(instant));
    key.is_empty()
        || field.missing.iter().any(|missing| text::key(missing) == key)
        || Decimal::parse(&key).is_ok_and(|(number, _)| field.missing_numbers().contains(&number))
        || text::yes_no(&key).is_some_and(|truth| field.missing_truths().contains(&truth))
        || day().is_some_and(|day| field.missing_days().contains(&day))
}

/// The field or property with this name.
fn named<'a>(fields: &'a [Field], what: &str, name: &str) -> Result<&'a Field, Error> {
    let found = fields.iter().find(|field| field.name == name);
    found.ok_or_else(|| unknown(what, name, fields.iter().map(|field| field.name.as_str())))
}

fn unknown<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str>) -> Error {
    let near = nearest(name, names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Error::new(ErrorKind::Name, format!("the rules declare no {what} `{name}`{near}"))
}
