//! What the report is told beside what was counted.

use crate::backtest::Backtest;
use crate::diff::Moves;
use leadrules_engine::data::ReadReport;

/// What else goes into the report.
#[derive(Debug)]
pub struct Words<'a> {
    /// Its title.
    pub title: &'a str,
    /// The file of the leads, as the user knows it.
    pub source: &'a str,
    /// The instant from which leads are seen.
    pub as_of: &'a str,
    /// What reading the leads noticed.
    pub data: &'a ReadReport,
    /// The outcome, when each lead was seen, and the backtest.
    pub backtest: Option<(&'a str, &'a str, &'a Backtest)>,
    /// The earlier rule file, and who moves from it to this one.
    pub previous: Option<(&'a str, &'a Moves)>,
}
