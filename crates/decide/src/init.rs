//! A first rule file from data. In: the cells of leads, and of an event log if there is one; out: the text of a rule file
//! that passes `check` and scores these leads. Comments say what was guessed, for the author to correct.

mod again;
mod aside;
mod crossing;
mod empty;
mod ending;
mod field;
mod guess;
mod lifecycle;
mod log;
mod look;
mod names;
mod order;
mod profile;
mod read;
mod starters;
mod tally;
mod write;

pub use read::{Error, First, From, read};
pub use write::{COMMON, Quoted, Sources};

use crossing::{Counts, Crossing};
use log::{Log, Nesting, Roles};
use profile::Profile;
use write::write;

#[cfg(test)]
mod tests;
