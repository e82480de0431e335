//! Where a lead stands, what could be done, and how far the search goes.

use crate::change::Side;
use crate::replay::Case;
use leadrules_engine::engine::{LeadTrace, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use leadrules_language::lead::{Event, Lead};
use serde::Serialize;

/// How far to look.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At most this many combinations are tried.
    pub combinations: usize,
    /// Combinations of more things are never tried.
    pub things: usize,
}

impl Default for Limits {
    /// A second or two of work; and nobody would do more than five things.
    fn default() -> Self {
        Self { combinations: 200_000, things: 5 }
    }
}

/// At most this many ways are shown.
pub const WAYS: usize = 5;

/// Something that lifts a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Thing {
    /// A field turns out to be something.
    Fact {
        /// The field.
        field: String,
        /// What: `100 to 200`.
        turns_out: String,
        /// An example of such a value.
        example: String,
    },
    /// The lead does something.
    Event {
        /// What: `webinar_attended (minutes 20)`.
        event: String,
        /// How often.
        times: u32,
        /// How many days apart; 0 if all happen at once.
        every: u32,
    },
    /// Time passes before anything else happens.
    Wait {
        /// How many days.
        days: u32,
    },
}

/// A lead as it is, and what evaluates it with other values and more events.
pub(super) struct Standing<'a> {
    pub(super) rules: &'a Rules,
    pub(super) case: &'a Case,
    pub(super) as_of: Instant,
    pub(super) plan: &'a Plan,
}

impl<'a> Standing<'a> {
    pub(super) fn outcome(&self, lead: &Lead, events: &[Event]) -> LeadTrace {
        self.at(self.as_of, lead, events)
    }

    /// The outcome at another instant.
    pub(super) fn at(&self, instant: Instant, lead: &Lead, events: &[Event]) -> LeadTrace {
        self.plan.single(instant).outcome(lead, events)
    }

    pub(super) fn now(&self) -> LeadTrace {
        self.outcome(&self.case.lead, self.case.events.as_deref().unwrap_or_default())
    }

    pub(super) fn side(&self, outcome: &'a LeadTrace) -> Side<'a> {
        Side { rules: self.rules, outcome }
    }
}
