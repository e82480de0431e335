//! One lead as plain values: for programs that score leads one at a time, as they come. Batches of data never pass
//! through here.

use leadrules_language::calendar::Instant;
use leadrules_language::types::Value;

/// What is known of a lead, and what it did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// By field id; none is unknown. Texts are cleaned by [`leadrules_language::text::clean`] and not empty.
    pub fields: Vec<Option<Value>>,
    /// What it did, in any order. Each event counts: those that came twice are left out before.
    pub events: Vec<Event>,
}

/// Something that a lead did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The place of its kind; [`super::OTHER_KIND`] for one that is not declared.
    pub kind: u16,
    /// When, in microseconds.
    pub time: Instant,
    /// By property id; none is unknown, as is what its kind does not have.
    pub properties: Vec<Option<Value>>,
}
