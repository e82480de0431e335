//! Objects read by `serde_json`: whatever is unusual. In: the text of an object; out: its cells, or what is wrong.

use std::borrow::Cow;
use std::fmt;

use memchr::memchr;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::frame::{JsonCell, JsonFrame, Row, Table};
use crate::data::report::{Counted, Place, shorten};

/// Reads an object into a row.
pub(super) struct Object<'s, 't> {
    pub(super) frame: &'s mut JsonFrame<'t>,
    pub(super) table: &'s mut Table,
    pub(super) events: Option<&'s mut (Box<JsonFrame<'t>>, Table)>,
    pub(super) depth: usize,
}

impl<'t> DeserializeSeed<'t> for Object<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Object<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut at = 0;
        while let Some(name) = map.next_key_seed(Name)? {
            let index = self.table.slot(&name, at);
            at += 1;
            let slot = &mut self.table.slots[index];
            if slot.events
                && let Some((events, table)) = self.events.as_deref_mut()
            {
                self.frame.has_events = true;
                let owner = u32::try_from(self.frame.rows).map_err(A::Error::custom)?;
                let (owners, not_events) = (&mut self.frame.owners, &mut self.frame.not_events);
                map.next_value_seed(Events { events, table, owners, not_events, owner })?;
                continue;
            }
            if slot.targets.is_empty() && slot.inside.is_none() {
                map.next_value::<serde::de::IgnoredAny>()?;
                continue;
            }
            let raw = map.next_value::<&'t RawValue>()?.get();
            let cell = value(raw).map_err(A::Error::custom)?;
            if let (JsonCell::Object(text), Some(inside)) = (&cell, &mut slot.inside)
                && self.depth < 16
            {
                slot.object = true;
                let seed = Object { frame: self.frame, table: inside, events: None, depth: self.depth + 1 };
                seed.deserialize(&mut serde_json::Deserializer::from_str(text)).map_err(A::Error::custom)?;
                self.table.repeated.append(&mut inside.repeated);
            }
            match slot.targets.as_slice() {
                [] => {}
                &[(target, rank)] => self.frame.set(target, rank, cell),
                several => several.iter().for_each(|&(target, rank)| self.frame.set(target, rank, cell.clone())),
            }
        }
        Ok(())
    }
}

/// A value from its text.
#[inline]
fn value(raw: &str) -> Result<JsonCell<'_>, serde_json::Error> {
    Ok(match raw.as_bytes().first() {
        Some(b'"') => {
            let inside = &raw[1..raw.len() - 1];
            if memchr(b'\\', inside.as_bytes()).is_some() {
                JsonCell::Decoded(serde_json::from_str::<String>(raw)?.into_boxed_str())
            } else {
                JsonCell::Text(inside)
            }
        }
        Some(b't') => JsonCell::Truth(true),
        Some(b'f') => JsonCell::Truth(false),
        Some(b'[') => JsonCell::Array(raw),
        Some(b'{') => JsonCell::Object(raw),
        Some(b'n') | None => JsonCell::Missing,
        Some(_) => JsonCell::Number(raw),
    })
}

/// A name, pointing into the text if it contains no escapes.
struct Name;

impl<'t> DeserializeSeed<'t> for Name {
    type Value = Cow<'t, str>;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'t> Visitor<'t> for Name {
    type Value = Cow<'t, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// Reads the events of a lead.
struct Events<'s, 't> {
    events: &'s mut JsonFrame<'t>,
    table: &'s mut Table,
    owners: &'s mut Vec<u32>,
    not_events: &'s mut Counted,
    owner: u32,
}

impl Events<'_, '_> {
    fn not_an_event(self, what: impl fmt::Display) {
        let place = Place { row: u64::from(self.owner) + 1, line: 0 };
        self.not_events.add(place, || shorten(&what.to_string()));
    }
}

impl<'t> DeserializeSeed<'t> for Events<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Events<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of events")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        let Events { events, table, owners, not_events, owner } = self;
        loop {
            let (events, table) = (&mut *events, &mut *table);
            let each = Events { events, table, owners: &mut *owners, not_events: &mut *not_events, owner };
            if list.next_element_seed(each)?.is_none() {
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<(), A::Error> {
        Object { frame: self.events, table: self.table, events: None, depth: 0 }.visit_map(map)?;
        self.events.end_row();
        self.owners.push(self.owner);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.not_an_event(value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.not_an_event(value);
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.not_an_event(value);
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.not_an_event(value);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.not_an_event(value);
        Ok(())
    }
}
