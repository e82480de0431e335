//! A field as the rule file has it: a column, what is guessed of it, and what stands in the way of rules about it. In: guesses
//! and what became of the leads; out: whether, and what for, starter rules may speak of it.

use leadrules_language::words::Text;

use super::aside;
use super::crossing::Told;
use super::ending;
use super::guess::{Guess, Kind};
use super::lifecycle;
use super::profile::Column;

/// A field as it is written.
pub(super) struct Field<'a> {
    pub(super) column: &'a Column,
    pub(super) guess: Guess,
    pub(super) name: String,
    pub(super) is_key: bool,
    /// Whether its name says that it tells how it ended.
    is_said: bool,
    /// Whether it has the stage that leads are at.
    pub(super) is_stage: bool,
    /// Why it seems to be known only because of how it ended.
    pub(super) leak: Option<Text>,
    /// Why starter rules leave it alone all the same.
    pub(super) aside: Option<Text>,
    /// What became of the leads by its values, where there are enough of each kind to tell.
    pub(super) told: Option<Told<'a>>,
}

impl<'a> Field<'a> {
    pub(super) fn new(column: &'a Column, guess: Guess, name: String, is_key: bool, told: Option<Told<'a>>) -> Self {
        let is_said = !is_key && ending::is_said(column, &guess);
        let is_stage = !is_key && lifecycle::is_stage(column, &guess);
        let is_free = !is_key && !is_said && !is_stage;
        let leak = told.filter(|_| is_free).and_then(|told| aside::leak(told, &guess));
        let aside = match () {
            () if is_stage => Some(lifecycle::why()),
            () if is_free && leak.is_none() => aside::why(column, &guess),
            () => None,
        };
        let told = told.filter(|told| aside::are_enough(told.all()));
        Self { column, guess, name, is_key, is_said, is_stage, leak, aside, told }
    }

    /// Whether it says how it ended, so that no rule may score on it.
    pub(super) fn is_outcome(&self) -> bool {
        self.is_said || self.leak.is_some()
    }

    /// Whether rules can speak of it.
    pub(super) fn is_usable(&self) -> bool {
        match self.guess.kind {
            Kind::Empty | Kind::Constant(_) => false,
            Kind::Text
            | Kind::Email
            | Kind::Number { .. }
            | Kind::Integer { .. }
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::Choice(_)
            | Kind::ListOfText
            | Kind::ListOfChoice(..) => !self.is_outcome(),
        }
    }

    /// Whether the starter rules should speak of it.
    pub(super) fn is_live(&self) -> bool {
        self.is_usable() && self.aside.is_none()
    }

    /// Whether it counts something: whole numbers, none of them below zero.
    pub(super) fn starts_at_zero(&self) -> bool {
        matches!(self.guess.kind, Kind::Integer { .. }) && self.guess.span.is_some_and(|(least, _)| least >= 0)
    }

    /// How many of a hundred rows have a value.
    pub(super) fn known_share(&self) -> u64 {
        self.guess.known * 100 / self.column.rows.max(1)
    }
}
