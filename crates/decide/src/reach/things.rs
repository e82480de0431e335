//! What could turn out or be done, whose it is, and how far the search goes.

use leadrules_language::calendar::Instant;
use leadrules_language::lead::{Event, Lead};
use leadrules_language::words::Text;
use serde::{Serialize, Serializer};

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
        turns_out: Text,
        /// An example of such a value.
        #[serde(serialize_with = "as_it_is")]
        example: Text,
        /// The other lead of the account that it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Text>,
    },
    /// The lead does something.
    Event {
        /// What: `webinar_attended (minutes 20)`.
        event: Text,
        /// How often.
        times: u32,
        /// How many days apart; 0 if all happen at once.
        every: u32,
        /// The lead of the account that does it, if it is not the one who is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<Text>,
    },
    /// Time passes before anything else happens.
    Wait {
        /// How many days.
        days: u32,
    },
}

/// A value as data has it, whatever the language.
fn as_it_is<S: Serializer>(value: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Whose fact or doing something is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the one who is asked about.
    Own,
    /// Of the account of the lead that is asked about.
    Account,
    /// Of the lead of the account in this place.
    Lead(usize),
    /// Of a lead of the account of which nothing is known yet.
    Another,
}

impl Whose {
    /// Whether it is of another lead of the account than the one who is asked about.
    pub(super) fn is_other(self) -> bool {
        matches!(self, Self::Lead(_) | Self::Another)
    }
}

/// Things that are supposed to turn out and happen.
pub(super) trait Supposed {
    /// The instant after them.
    fn by_then(&self, as_of: Instant) -> Instant;

    /// Whether any of them is somebody's.
    fn concerns(&self, whose: Whose) -> bool;

    /// What is known of somebody, and what they did, after those that are theirs.
    fn applied(&self, whose: Whose, known: (Lead, Vec<Event>), by_then: Instant) -> (Lead, Vec<Event>);
}
