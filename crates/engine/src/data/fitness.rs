//! What data must hold to be scored: what a run asks of the files that it reads. Nothing is checked here.

use crate::columns::{Need, Needed};
use leadrules_language::ir::{Field, Rules};

/// What data must hold to be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitness {
    /// The field that tells leads apart, if there is one.
    pub key: Option<String>,
    /// The fields that rules look at.
    pub fields: Vec<String>,
    /// The properties of events that rules look at.
    pub properties: Vec<String>,
    /// The fields and properties whose column may be missing.
    pub optional: Vec<String>,
    /// Whether the values of a missing column among these are taken to be unknown; those of the key never are.
    pub missing_is_unknown: bool,
    /// How many per cent of the values of a field, or of the events, may be unreadable: 0 to 100.
    pub max_invalid: u8,
    /// Who asks, which decides how the way out is worded.
    pub asker: Asker,
}

/// Who asks whether data is what the rules are about.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Asker {
    /// Somebody at a command line, who has options
    #[default]
    CommandLine,
    /// A program, which sets the fields of [`Fitness`]
    Program,
}

impl Fitness {
    /// How many per cent may be unreadable if nothing else is said.
    pub const MAX_INVALID: u8 = 20;

    /// What these rules require, given what is needed: the key, and what the rules in force look at.
    #[must_use]
    pub fn of(rules: &Rules, needed: &Needed) -> Self {
        let name = |field: &Field| field.name.clone();
        let properties = || rules.log.iter().flat_map(|log| &log.properties);
        let fields = rules.fields.iter().zip(&needed.fields).filter(|(_, need)| **need > Need::Nothing);
        let used = properties().zip(&needed.properties).filter(|(_, needed)| **needed);
        Self {
            key: rules.key.map(|key| name(rules.field(key))),
            fields: fields.map(|(field, _)| name(field)).collect(),
            properties: used.map(|(property, _)| name(property)).collect(),
            optional: rules.fields.iter().chain(properties()).filter(|field| field.optional).map(name).collect(),
            missing_is_unknown: false,
            max_invalid: Self::MAX_INVALID,
            asker: Asker::default(),
        }
    }

    /// The same as a program requires it of leads that it hands over: no key is needed, since their events are nested
    /// in them; the key's column counts like any other that rules look at.
    #[must_use]
    pub fn for_program(mut self) -> Self {
        self.fields.extend(self.key.take());
        Self { asker: Asker::Program, ..self }
    }

    /// What two rule sets require of the same data.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.fields.extend(other.fields);
        self.properties.extend(other.properties);
        self.optional.extend(other.optional);
        self
    }
}
