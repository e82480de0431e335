//! Events that could be read but do not count, in numbers.

use leadrules_language::words::{Text, say};

/// How many events could be read but do not count.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct SetAside {
    /// Those later than the instant.
    pub late: u64,
    /// Those that `ignore` names.
    pub ignored: u64,
    /// Those with an id that another event has.
    pub repeated: Repeats,
}

impl SetAside {
    /// Adds what was counted of other events.
    pub fn add(&mut self, other: Self) {
        let Self { late, ignored, repeated } = other;
        self.late += late;
        self.ignored += ignored;
        self.repeated.rows += repeated.rows;
        self.repeated.unlike += repeated.unlike;
        self.repeated.other_events += repeated.other_events;
        self.repeated.other_leads += repeated.other_leads;
    }
}

/// How many events have an id that an earlier one has.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Rows of the same event, only one of which counts.
    pub rows: u64,
    /// Those of them that differ in their properties.
    pub unlike: u64,
    /// Rows of another kind or time: these are other events of the same lead, and count.
    pub other_events: u64,
    /// Rows of another lead, which count for that lead.
    pub other_leads: u64,
}

impl Repeats {
    /// Says that several events of one lead share an id, and what became of them; `None` if none do.
    #[must_use]
    pub fn other_events_said(&self) -> Option<Text> {
        (self.other_events > 0).then(|| {
            say!(
                "{events} {events|event has|events have} the number of another event of the same lead, but another kind or time: \
                 each counts",
                events = self.other_events
            )
        })
    }
}
