//! What a plan depends on the instant for, from which leads are seen, worked out once for each instant: where windows
//! begin and end, which days date ranges contain, which rules are in force. Everything that runs a plan reads these
//! numbers.

use super::program::SpanId;
use leadrules_language::calendar::{Day, Instant};

/// A plan seen from an instant.
#[derive(Clone, Debug, Default)]
pub struct Moment {
    pub(super) as_of: Instant,
    pub(super) today: Day,
    /// By tally: the first and the last instant of its window, none later than `as_of`.
    pub(super) windows: Vec<(Instant, Instant)>,
    /// By span of days: the first and the last day.
    pub(super) spans: Vec<(Day, Day)>,
    /// By rule id.
    pub(super) in_force: Vec<bool>,
}

impl Moment {
    /// The instant.
    #[must_use]
    pub fn as_of(&self) -> Instant {
        self.as_of
    }

    /// Its day in the rules' time zone.
    pub(super) fn today(&self) -> Day {
        self.today
    }

    /// The first and the last instant at which an event counts for a tally.
    pub(super) fn window(&self, tally: usize) -> (Instant, Instant) {
        self.windows[tally]
    }

    /// The first and the last day of a span.
    #[inline]
    pub(super) fn span(&self, id: SpanId) -> (Day, Day) {
        self.spans[id.0 as usize]
    }

    /// Whether today lies within a rule's dates.
    #[inline]
    pub(super) fn is_in_force(&self, rule: u32) -> bool {
        self.in_force[rule as usize]
    }

    /// Whether all rules are in force.
    pub(super) fn has_all_in_force(&self) -> bool {
        self.in_force.iter().all(|&in_force| in_force)
    }
}
