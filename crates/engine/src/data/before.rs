//! The stage that leads had, for rules that ask for it. In: where it comes from; out: a column beside those that were read.

use std::sync::Arc;

use arrow_array::{Array, UInt16Array};
use hashbrown::HashMap;

use crate::columns::{Column, Leads};
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::words::{Text, say};

/// Where the stage that leads had comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// From the field that the rules mark `previous stage`; without one they can't be run.
    #[default]
    Marked,
    /// From the field that the rules mark; without one no lead had a stage.
    IfMarked,
    /// No lead had a stage: this is the first run.
    Nobody,
    /// From an earlier run.
    Run(Arc<StagesBefore>),
}

/// The stages of an earlier run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StagesBefore {
    names: Vec<String>,
    /// By key, the index of the name.
    stages: HashMap<String, u16, foldhash::fast::FixedState>,
}

impl StagesBefore {
    /// The names of stages, and for each key the index of one.
    #[must_use]
    pub fn new(names: Vec<String>, leads: impl IntoIterator<Item = (String, u16)>) -> Self {
        Self { names, stages: leads.into_iter().collect() }
    }

    /// With the stages of these leads in place of theirs, or beside them.
    #[must_use]
    pub fn of_results<'a>(leads: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut before = Self::default();
        for (key, stage) in leads {
            let at = before.names.iter().position(|name| name == stage).unwrap_or_else(|| {
                before.names.push(stage.to_owned());
                before.names.len() - 1
            });
            before.stages.insert(key.to_owned(), u16::try_from(at).unwrap_or(u16::MAX));
        }
        before
    }
}

/// Gives each lead of a batch the stage that it had.
#[derive(Debug)]
pub(super) struct Fill {
    field: usize,
    run: Arc<StagesBefore>,
    /// By name of the earlier run: the option that it is now.
    options: Vec<Option<u16>>,
}

impl Fill {
    /// What there is to fill in, and whether the field is still to be read.
    pub(super) fn new(rules: &Rules, asks: impl Fn(FieldId) -> bool, before: &Before) -> Result<Option<Self>, Text> {
        let Some(field) = rules.before.filter(|field| asks(*field)) else { return Ok(None) };
        match before {
            Before::Run(run) => {
                let choice = rules.field(field).ty.options();
                let option = |name: &String| choice.and_then(|choice| choice.meant(name));
                let options = run.names.iter().map(option).collect();
                Ok(Some(Self { field: usize::from(field.0), run: Arc::clone(run), options }))
            }
            Before::Marked if rules.field(field).columns.is_empty() => Err(say!(
                "the rules ask for the stage that leads had: name the results of the last run with --previous, mark a \
                 field `previous stage`, or say --no-previous if this is the first run"
            )),
            Before::Marked | Before::IfMarked | Before::Nobody => Ok(None),
        }
    }

    /// Puts the stages into the batch.
    pub(super) fn fill(&self, leads: &mut Leads) {
        let stage = |row: usize| {
            let name = leads.keys.is_valid(row).then(|| self.run.stages.get(leads.keys.value(row)))??;
            self.options[usize::from(*name)]
        };
        let column: UInt16Array = (0..leads.rows).map(stage).collect();
        leads.fields[self.field] = Column::Choice(column);
    }
}

/// Whether a field is read from the data, unless an earlier run says what it holds.
pub(super) fn is_read(rules: &Rules, field: usize, before: &Before) -> bool {
    let is_before = rules.before.is_some_and(|id| usize::from(id.0) == field);
    !is_before || (!matches!(before, Before::Run(_) | Before::Nobody) && !rules.fields[field].columns.is_empty())
}
