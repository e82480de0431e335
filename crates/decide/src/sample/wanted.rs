//! What is to be looked at, and what is handed on: batches of leads with what the rules did to them and what became of them.

use crate::outcome::Outcome;
use crate::whom::Whom;
use leadrules_engine::columns::Leads;
use leadrules_engine::data::ReadReport;
use leadrules_engine::engine::Trace;
use leadrules_engine::run::{Fields, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Cond;
use leadrules_language::types::Truth;
use leadrules_language::words::Text;

/// What is to be looked at.
#[derive(Copy, Clone, Debug)]
pub struct Wanted<'a> {
    /// The rules, the data, and the instant for leads without one of their own.
    pub request: Request<'a>,
    /// Whether leads are looked at, or accounts: these are then the leads of all that follows, and of each [`Part`].
    pub whom: Whom,
    /// What became of them; without it, that is unknown for all.
    pub outcome: Option<&'a Outcome>,
    /// The field or column that says when that was known, if wanted.
    pub at: Option<&'a str>,
    /// Further conditions; each part says which of its leads meet them.
    pub asked: &'a [Cond],
    /// Whether leads without such a moment are given one drawn from those of the others.
    pub draw: bool,
    /// Which fields are read.
    pub fields: Fields,
}

/// A batch of leads and what the rules did to it.
#[derive(Debug)]
pub struct Part {
    /// The leads.
    pub leads: Leads,
    /// The number of the row of each in the data, from 0.
    pub rows: Vec<u64>,
    /// Everything that happened to them.
    pub trace: Trace,
    /// By further condition: whether each meets it.
    pub met: Vec<Vec<Truth>>,
    /// What became of each; unknown without an outcome.
    pub outcome: Vec<Truth>,
    /// For each lead, the month (`2026-11`) of its moment, if one was asked for and is known.
    pub months: Vec<Option<String>>,
    /// The moment itself.
    pub moments: Vec<Option<Instant>>,
}

/// What was noticed along the way.
#[derive(Clone, Debug, Default)]
pub struct Noticed {
    /// Who was looked at; if these are accounts, they are counted wherever leads are spoken of.
    pub whom: Whom,
    /// Of the leads.
    pub leads: ReadReport,
    /// Leads for which it is known what became of them.
    pub with_outcome: u64,
    /// What the outcome looks at and could not be read, in sentences.
    pub illegible: Vec<Text>,
    /// Leads without a moment.
    pub without_moment: u64,
    /// Leads that were given a drawn one.
    pub drawn: u64,
    /// For the leads that converted, and for the others: how many have a moment, and how many there are.
    pub moments: [(u64, u64); 2],
    /// Leads whose moment can't be read, and the first such texts.
    pub odd_moments: (u64, Vec<String>),
}

impl Noticed {
    /// Whether moments are known for a far larger share of the leads that converted than of the others, or the other
    /// way round: leads seen from before their outcome would then be compared with leads seen from the end, and any
    /// score would look right or wrong.
    #[must_use]
    pub fn is_lopsided(&self) -> bool {
        let [(one, all_of_one), (other, all_of_other)] = self.moments;
        // The shares, cross-multiplied: one is less than half of the other.
        let (one, other) = (u128::from(one) * u128::from(all_of_other), u128::from(other) * u128::from(all_of_one));
        all_of_one.min(all_of_other) > 0 && one.min(other) * 2 < one.max(other)
    }
}

impl Wanted<'_> {
    /// What the engine is asked of each lead: the further conditions, then the outcome.
    pub(super) fn conditions(&self) -> Vec<Cond> {
        self.asked.iter().chain(self.outcome.map(|outcome| &outcome.condition)).cloned().collect()
    }

    pub(super) fn part(&self, leads: Leads, rows: Vec<u64>, mut trace: Trace, (moment, month): Moments) -> Part {
        let mut met = std::mem::take(&mut trace.expectations);
        let outcome = self.outcome.and_then(|_| met.pop()).unwrap_or_else(|| vec![Truth::Unknown; leads.rows]);
        let (months, moments) = (vec![month; leads.rows], vec![moment; leads.rows]);
        Part { leads, rows, trace, met, outcome, months, moments }
    }
}

/// The moment of some leads, and its month.
pub(super) type Moments = (Option<Instant>, Option<String>);
