//! Rules as one SQL query over a table of leads and a table of events, for the engine that already holds them. In: a rule
//! set, a dialect and the tables' names; out: one `SELECT`, or what the dialect can't do the same way. Nothing is run here.
//!
//! The query is a chain of named steps (`WITH`), each adding columns to the one before:
//!
//! ```text
//! lead_cells ▶ lead ─┐
//!                    ├▶ fact ▶ defined ▶ taken ▶ rule ▶ best ▶ score ▶ excluded ▶ staged ▶ labelled
//! event_cells ▶ event_rows ▶ event ▶ tally, once_… ┘
//! ```

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::similar_names,
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "a query is short: pieces are put together where that reads best"
)]

mod condition;
pub mod dbt;
mod dialect;
mod expr;
mod moment;
mod points;
mod quantity;
mod query;
mod read;
mod regex;
mod results;
mod steps;
mod tally;
mod text;
mod words;
mod writer;

use crate::calendar::Instant;
use crate::ir::Rules;
use crate::source::Span;

pub use dialect::Dialect;

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
    /// From the instant in dbt's variable `as_of`; for models of dbt alone.
    DbtVariable,
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// For which engine.
    pub dialect: Dialect,
    /// The instant from which leads are seen.
    pub as_of: AsOf,
    /// The table of leads: names parted by dots.
    pub leads: &'a str,
    /// The table of events; without one, all that rules ask of events is unknown.
    pub events: Option<&'a str>,
    /// The column of the events' ids, by which a repeated row counts once, where the rules name none.
    pub event_id: Option<&'a str>,
    /// Whether the points of each rule come out too.
    pub explain: bool,
}

/// Something in the rules that the dialect can't do the same way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{construct} can't be written for {dialect}: {reason}")]
pub struct Refusal {
    /// What.
    pub construct: String,
    /// For which engine.
    pub dialect: Dialect,
    /// Why, and what to do.
    pub reason: String,
    /// Where it stands, if it is a part of the rules.
    pub span: Option<Span>,
}

/// The query that gives for each lead what scoring gives: its key, scores, labels, stage, and why it is excluded. One
/// row a lead, in whatever order the engine hands them out.
///
/// # Errors
/// All that the dialect can't do the same way.
pub fn select(rules: &Rules, options: &Options<'_>) -> Result<String, Vec<Refusal>> {
    writer::Writer::new(rules, options).select().map(|(query, _)| query)
}
