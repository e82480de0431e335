//! A rule set as meant: every name resolved to an id, every value to its type, no sugar left. `resolve` makes it;
//! `analyze`, `sql`, `engine` and the reference evaluator read it. All files of the set are one here.

mod children;
mod condition;
mod looks;
mod number;
mod score;
mod stage;
mod text_test;
mod walk;

use std::sync::Arc;

use crate::calendar::Zone;
use crate::source::{Sources, Span};
use crate::types::Type;

pub use children::{Child, ChildMut};
pub use condition::*;
pub use looks::Looks;
pub use score::*;
pub use stage::*;
pub use text_test::PreparedTest;
pub use walk::Item;

/// A field of the lead: its place in [`Rules::fields`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// A kind of event: its place in [`Log::kinds`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(pub u16);

/// A property of events: its place in [`Log::properties`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PropertyId(pub u16);

/// A definition: its place in [`Rules::definitions`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefinitionId(pub u16);

/// A score: its place in [`Rules::scores`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreId(pub u16);

/// A label: its place in [`Rules::labels`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

/// A condition: its number among all of the set.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CondId(pub u32);

/// A quantity: its number among all of the set.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuantityId(pub u32);

/// A rule or a row of a table: its place among all rules of the set, in the order they stand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub u32);

/// A rule set.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The files it was read from, which spans point into.
    pub sources: Arc<Sources>,
    /// In which dates and zone-less times are read.
    pub zone: Zone,
    /// What is known of a lead.
    pub fields: Vec<Field>,
    /// The field that tells leads apart; without one the row number does.
    pub key: Option<FieldId>,
    /// What leads do, where the set speaks of events.
    pub log: Option<Log>,
    /// Conditions and quantities that rules share; one names only those before it.
    pub definitions: Vec<Definition>,
    /// What sets a lead apart, the first that is true.
    pub exclusions: Vec<Exclusion>,
    /// In an order in which each names only those before it.
    pub scores: Vec<Score>,
    /// The steps, lowest first; none where the set has no `stages`.
    pub stages: Stages,
    /// In the order they stand.
    pub labels: Vec<Label>,
    /// In the order they stand.
    pub promises: Vec<Promise>,
    /// In the order they stand.
    pub tests: Vec<Test>,
}

impl Rules {
    /// The text that a span covers.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.sources.text(span)
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[usize::from(id.0)]
    }

    /// The definition with this id.
    #[must_use]
    pub fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[usize::from(id.0)]
    }

    /// The score with this id.
    #[must_use]
    pub fn score(&self, id: ScoreId) -> &Score {
        &self.scores[usize::from(id.0)]
    }

    /// The label with this id.
    #[must_use]
    pub fn label(&self, id: LabelId) -> &Label {
        &self.labels[usize::from(id.0)]
    }

    /// How many rules and table rows there are.
    #[must_use]
    pub fn rule_count(&self) -> usize {
        self.scores.iter().flat_map(Score::parts).map(Part::rule_count).sum()
    }

    /// All rules and table rows, in the order of their ids.
    #[must_use]
    pub fn rules(&self) -> Vec<(&Score, &Rule)> {
        let mut rules: Vec<_> = self
            .scores
            .iter()
            .flat_map(|score| score.parts().iter().flat_map(Part::rules).map(move |rule| (score, rule)))
            .collect();
        rules.sort_by_key(|(_, rule)| rule.id);
        rules
    }
}

/// A field of the lead, or a property of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the rules.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// Its columns in the data, the first present being taken; its own name where the file names none.
    pub columns: Vec<String>,
    /// Texts that stand for an empty cell, those for all fields included. Compared by [`crate::text::key`].
    pub missing: Vec<String>,
    /// Known only afterwards.
    pub outcome: bool,
    /// Can't be changed by the lead.
    pub fixed: bool,
    /// Its name in the file.
    pub span: Span,
    /// Where its declaration can be continued.
    pub places: FieldPlaces,
}

/// Where the declaration of a field stands, part by part, so that an edit can add to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPlaces {
    /// All of it.
    pub whole: Span,
    /// Its type.
    pub ty: Span,
    /// The columns after `from`.
    pub from: Vec<Span>,
    /// The last of its options, with the other texts that mean it.
    pub last_option: Option<Span>,
}

/// The event log.
#[derive(Clone, Debug)]
pub struct Log {
    /// The column names of the lead's key, in the order they are tried.
    pub lead: Vec<String>,
    /// Those of the kind.
    pub event: Vec<String>,
    /// Those of the time.
    pub time: Vec<String>,
    /// How times are written, where it is not ISO 8601: `dd/mm/yyyy hh:mm`.
    pub time_form: Option<String>,
    /// The column names of the row's id; empty where the file declares none and `id` is taken if it is there.
    pub id: Vec<String>,
    /// The kinds of event.
    pub kinds: Vec<Kind>,
    /// The properties of all kinds; kinds that declare one alike share it.
    pub properties: Vec<Field>,
    /// Events that never count.
    pub ignored: Vec<Occurrences>,
}

impl Log {
    /// The kind with this id.
    #[must_use]
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[usize::from(id.0)]
    }

    /// The property with this id.
    #[must_use]
    pub fn property(&self, id: PropertyId) -> &Field {
        &self.properties[usize::from(id.0)]
    }
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the rules.
    pub name: String,
    /// The texts it bears in the log, compared by [`crate::text::key`]; its own name where the file gives none.
    pub texts: Vec<String>,
    /// Its properties, in the order they are declared.
    pub properties: Vec<PropertyId>,
    /// Its name in the file.
    pub span: Span,
    /// The texts after `from`.
    pub from: Vec<Span>,
}

/// `define NAME = …`
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub body: DefinitionBody,
    /// Its name in the file.
    pub span: Span,
}

/// What a definition stands for.
#[derive(Clone, Debug)]
pub enum DefinitionBody {
    /// A condition.
    Cond(Cond),
    /// A quantity.
    Quantity(Quantity),
}

/// `condition => "reason"`
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// When.
    pub condition: Cond,
    /// Why.
    pub reason: String,
    /// The line.
    pub span: Span,
}
