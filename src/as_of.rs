//! The instant from which leads are seen.

use std::fmt;

use leadrules_language::calendar::{self, Instant};

/// The instant from which leads are seen: nothing else knows what time it is. [`RuleSet::as_of`](crate::RuleSet::as_of) makes
/// one from a text, in the time zone of the rules.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsOf(Instant);

impl AsOf {
    /// From microseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0
    }
}

impl From<std::time::SystemTime> for AsOf {
    /// In whole microseconds, rounded towards 1970. A time too far away to be counted in microseconds becomes the
    /// furthest that can be.
    fn from(time: std::time::SystemTime) -> Self {
        let micros = |span: std::time::Duration| i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
        Self(match time.duration_since(std::time::UNIX_EPOCH) {
            Ok(after) => micros(after),
            Err(before) => -micros(before.duration()),
        })
    }
}

impl fmt::Display for AsOf {
    /// As ISO 8601 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&calendar::format_instant(self.0))
    }
}
