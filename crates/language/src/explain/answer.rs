//! Whether a condition holds for a lead, in the words of an explanation.

use crate::types::Truth;
use serde::Serialize;

/// Whether a condition holds for a lead.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// What it asks about is not known.
    NoData,
}

impl From<Answer> for Truth {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Met => Self::True,
            Answer::NotMet => Self::False,
            Answer::NoData => Self::Unknown,
        }
    }
}

impl From<Truth> for Answer {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Met,
            Truth::False => Self::NotMet,
            Truth::Unknown => Self::NoData,
        }
    }
}
