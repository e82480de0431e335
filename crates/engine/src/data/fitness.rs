//! What data must hold to be scored: what a run asks of the files that it reads. Nothing is checked here.

use crate::columns::{Need, Needed};
use leadrules_language::ir::{Field, Rules};

/// What data must hold to be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitness {
    /// The field that tells leads apart, where there is one.
    pub key: Option<String>,
    /// The fields that rules look at.
    pub fields: Vec<String>,
    /// The properties of events that rules look at.
    pub properties: Vec<String>,
    /// The fields and properties whose column need not be there.
    pub optional: Vec<String>,
    /// Whether a column of these that is not there is taken for unknown; the key's never is.
    pub missing_is_unknown: bool,
    /// Of a hundred values of a field, or of a hundred events, so many may be unreadable, from 0 to 100.
    pub max_invalid: u8,
    /// Who asks, in whose words the way out is said.
    pub asker: Asker,
}

/// Who asks whether data is what the rules speak of.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Asker {
    /// Somebody at a command line, who has options.
    #[default]
    CommandLine,
    /// A program, which sets the fields of [`Fitness`].
    Program,
}

impl Fitness {
    /// So many of a hundred may be unreadable where nothing else is said.
    pub const MAX_INVALID: u8 = 20;

    /// What these rules ask, of which so much is needed: the key, and what rules look at that are in force.
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

    /// The same as a program asks it of leads that it hands over: no key is needed, since their events are nested in them; its
    /// column is looked for as those that rules look at.
    #[must_use]
    pub fn for_program(mut self) -> Self {
        self.fields.extend(self.key.take());
        Self { asker: Asker::Program, ..self }
    }

    /// What two rule sets ask of the same data.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.fields.extend(other.fields);
        self.properties.extend(other.properties);
        self.optional.extend(other.optional);
        self
    }
}
