//! When a lead came or was decided, by what says so: the moment from which it was seen, or a date field.

use arrow_array::Array;
use leadrules_engine::columns::Column;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::types::Type;

use super::Part;

/// What says when a lead came or was decided.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// The moment that each was seen from.
    Moment,
    /// A date field.
    Field(FieldId),
}

impl Clock {
    /// When a lead came or was decided.
    pub(crate) fn of(self, rules: &Rules, part: &Part, row: usize) -> Option<Instant> {
        match self {
            Self::Moment => part.moments[row],
            Self::Field(field) => match &part.leads.fields[usize::from(field.0)] {
                Column::Date(days) if days.is_valid(row) => Some(rules.zone.start_of(days.value(row))),
                _ => None,
            },
        }
    }
}

/// The date field that says when a lead came, by its name; one that is only known afterwards says something else.
pub(crate) fn created(rules: &Rules) -> Option<FieldId> {
    const WORDS: [&str; 16] = [
        "created",
        "creation",
        "create",
        "added",
        "registered",
        "registration",
        "signup",
        "signed",
        "received",
        "entered",
        "aangemaakt",
        "aanmaak",
        "binnengekomen",
        "erstellt",
        "angelegt",
        "création",
    ];
    let is_created = |name: &str| name.to_lowercase().split(['_', ' ', '-']).any(|word| WORDS.contains(&word));
    let fits = |field: &leadrules_language::ir::Field| {
        matches!(field.ty, Type::Date(_)) && !field.outcome && is_created(&field.name)
    };
    (0..).map(FieldId).zip(&rules.fields).find(|(_, field)| fits(field)).map(|(id, _)| id)
}
