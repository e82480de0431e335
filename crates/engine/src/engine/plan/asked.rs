//! What a plan is asked for. Nothing is worked out here.

use leadrules_language::ir::{Cond, Occurrences, Quantity};

/// How a rule set is to be run.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether there is an event log (an empty one counts as one); without one, every event condition is unknown.
    pub log: bool,
    /// Whether [`crate::columns::Results::rules`] is wanted.
    pub rule_points: bool,
    /// Whether [`super::Plan::trace`] is wanted: events are then counted beyond what rules need, and values are read even
    /// where rules only need to know which are there.
    pub trace: bool,
}

/// What else is told about a lead besides its results.
#[derive(Copy, Clone, Debug, Default)]
pub struct Asked<'a> {
    /// Conditions of the rule set.
    pub conditions: &'a [Cond],
    /// Quantities of the rule set.
    pub quantities: &'a [Quantity],
    /// Occurrences of the rule set; [`super::Single::is_one_of`] tells whether an event is one of them.
    pub occurrences: &'a [Occurrences],
}
