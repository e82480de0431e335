//! A first rule file from data. In: the cells of leads, and of an event log and accounts if there are any; out: the text of a rule file
//! that passes `check` and scores these leads. Comments say what was guessed, for the author to correct.

mod accounts;
mod again;
mod aside;
mod belonging;
mod crossing;
mod declared;
mod empty;
mod ending;
mod field;
mod guess;
mod lifecycle;
mod log;
mod look;
mod names;
mod order;
mod out;
mod profile;
mod read;
mod scores;
mod spoken;
mod starters;
mod tally;
mod write;

pub use read::{Error, First, From, read};
pub use write::{COMMON, Quoted, Sources};

use accounts::Accounts;
use crossing::{Counts, Crossing};
use log::{Log, Nesting, Roles};
use profile::Profile;
use write::write;

#[cfg(test)]
mod tests;
