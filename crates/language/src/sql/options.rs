//! What is to be written, and what could not be.

use super::dialect::Dialect;
use crate::calendar::Instant;
use crate::source::Span;
use crate::words::{Text, say};

/// From when leads are seen.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// From this instant, which is written into the query.
    At(Instant),
    /// From whenever the query runs.
    CurrentTimestamp,
    /// From the instant that is given to the query as a parameter: `$as_of` on `DuckDB`, `$1` on `PostgreSQL`, `:as_of` on
    /// Spark and Snowflake, `@as_of` on `BigQuery`.
    Parameter,
    /// From the instant in the dbt variable `as_of`; only for dbt models.
    DbtVariable,
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// For which engine.
    pub dialect: Dialect,
    /// The instant from which leads are seen.
    pub as_of: AsOf,
    /// The table of leads: names separated by dots.
    pub leads: &'a str,
    /// The table of events; without one, everything that rules ask about events is unknown.
    pub events: Option<&'a str>,
    /// Of whom results are wanted.
    pub of: Of,
    /// Where what is known of accounts is, for rules about them.
    pub accounts: AccountData<'a>,
    /// The column with the events' ids, by which a repeated row counts once, if the rules name none.
    pub event_id: Option<&'a str>,
    /// Whether the points of each rule come out too.
    pub explain: bool,
    /// Where the stage that leads had is, for rules that ask for it.
    pub previous: Previous<'a>,
}

impl<'a> Options<'a> {
    /// The same after an earlier run, whose results are in this table.
    #[must_use]
    pub fn after(self, table: &'a str) -> Self {
        Self { previous: Previous::Table(table), ..self }
    }

    /// The tables that the query reads.
    #[must_use]
    pub fn tables(&self) -> Vec<&'a str> {
        let accounts = match self.accounts {
            AccountData::Table(table) => Some(table),
            AccountData::NotSaid | AccountData::Nowhere => None,
        };
        let previous = match self.previous {
            Previous::Table(table) => Some(table),
            Previous::Marked | Previous::Nobody => None,
        };
        [Some(self.leads), self.events, accounts, previous].into_iter().flatten().collect()
    }

    /// The same for the first run: no lead had a stage.
    #[must_use]
    pub fn first(self) -> Self {
        Self { previous: Previous::Nobody, ..self }
    }
}

/// Of whom results are wanted.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// Of leads.
    #[default]
    Leads,
    /// Of accounts.
    Accounts,
}

/// Where what is known of accounts is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum AccountData<'a> {
    /// It was not said: rules that look at fields of accounts are refused.
    #[default]
    NotSaid,
    /// Nowhere: there are the accounts that leads name, and their fields are unknown.
    Nowhere,
    /// In this table: names separated by dots.
    Table(&'a str),
}

/// Where the stage that leads had is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Previous<'a> {
    /// In the column of the field that the rules mark `previous stage`.
    #[default]
    Marked,
    /// Nowhere: no lead had a stage.
    Nobody,
    /// In a table that this query made of an earlier run: names separated by dots.
    Table(&'a str),
}

/// Something in the rules that the dialect can't do in the same way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said())]
pub struct Refusal {
    /// What.
    pub construct: Text,
    /// For which engine.
    pub dialect: Dialect,
    /// Why, and what to do.
    pub reason: Text,
    /// Where it is, if it is part of the rules.
    pub span: Option<Span>,
}

impl Refusal {
    /// All of it.
    #[must_use]
    pub fn said(&self) -> Text {
        let Self { construct, dialect, reason, .. } = self;
        say!("{construct} can't be written for {dialect}: {reason}", construct, dialect = dialect.to_string(), reason)
    }
}

/// The text that stands for the instant in a query until the dbt variable takes its place.
pub(super) const AS_OF: &str = "\u{f8ff}as of";
