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
//!
//! Where leads and accounts ask each other, each turn that they take is such a chain, as a step before (see `company`).

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::similar_names,
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "a query is short: pieces are put together where that reads best"
)]

mod asked;
mod company;
mod condition;
mod create;
pub mod dbt;
mod dialect;
mod expr;
mod moment;
mod needed;
mod options;
mod points;
mod quantity;
mod query;
mod read;
mod regex;
mod results;
mod rule_names;
mod side;
mod steps;
mod tally;
mod words;
mod writer;

use crate::ir::Rules;

pub use create::{Created, create};
pub use dialect::Dialect;
pub use options::{AccountData, AsOf, Of, Options, Previous, Refusal};

/// The query that gives for each lead what scoring gives: its key, scores, labels, stage, and why it is excluded. One
/// row per lead, in whatever order the engine returns them. Or the same for each account, with the number of its leads after
/// its key.
///
/// # Errors
/// Everything that the dialect can't do in the same way.
pub fn select(rules: &Rules, options: &Options<'_>) -> Result<String, Vec<Refusal>> {
    company::select(rules, options).map(|(query, _)| query)
}
