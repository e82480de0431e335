//! A first rule file from data. In: the cells of leads, and of an event log if there is one; out: the text of a rule file
//! that passes `check` and scores these leads. Comments say what was guessed, for the author to correct.

mod aside;
mod crossing;
mod ending;
mod field;
mod guess;
mod log;
mod names;
mod order;
mod profile;
mod read;
mod starters;
mod write;

pub use crossing::{Counts, Crossing};
pub use log::{ByKind, Log, Nesting, Roles, Unsaid};
pub use profile::Profile;
pub use read::{Error, First, From, read};
pub use write::{Sources, write};

#[cfg(test)]
mod tests;
