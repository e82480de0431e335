//! Runs a rule set over columns. In: [`leadrules_language::ir::Rules`], batches of events, batches of leads; out: results. Names are
//! looked up when the [`Plan`] is made, never while it runs; each condition is evaluated once for a whole batch.
//!
//! Events go first, into a [`Ledger`] of counters per lead; then leads stream through [`Plan::score`] in any order.

mod amount;
mod compile;
mod count;
mod counters;
mod evaluate;
mod event_plan;
mod factors;
mod folded;
mod joined;
mod journal;
mod keys;
mod ledger;
mod matcher;
mod measure;
mod members;
mod moment;
mod numbering;
mod once;
mod plan;
mod points;
mod program;
mod records;
mod repeated;
mod row;
mod soon;
mod tallied;
mod tally;

pub use ledger::{Ledger, Strangers};
pub use members::Members;
pub use moment::Moment;
pub use plan::{
    Asked, Course, ForAccounts, Idle, Known, LeadTrace, Looking, Options, Plan, Single, SingleOutcome, Supposed, Trace,
    Watch,
};
pub use points::{RuleRecord, within};
pub use repeated::repeated;
