//! What an assistant is told instead of an answer: what is wrong, and what to try next. In: reasons; out: a text.

use std::fmt;

use super::super::exit::Failure;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    message: String,
    next: String,
}

/// An answer, or why there is none.
pub(super) type Answer<T> = Result<T, Refused>;

impl Refused {
    /// What is wrong, and what to try next.
    pub(super) fn new(message: impl Into<String>, next: impl Into<String>) -> Self {
        Self { message: message.into(), next: next.into() }
    }

    /// A failure of a command, whose message says what to do.
    pub(super) fn failure(failure: &Failure, next: &str) -> Self {
        Self::new(failure.to_string(), next)
    }

    /// The same, its texts made fit for others.
    pub(super) fn told(self, told: impl Fn(&str) -> String) -> Self {
        Self { message: told(&self.message), next: told(&self.next) }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message.trim_end().trim_end_matches('.');
        write!(f, "{message}.\nNext: {}", self.next)
    }
}
