//! What the report is told beside what was counted.

use crate::backtest::Backtest;
use crate::bars::Judged;
use crate::cohorts::Cohorts;
use crate::diff::Moves;
use crate::drift::Drift;
use crate::reason::Moved;
use crate::response::Response;
use leadrules_engine::data::ReadReport;
use leadrules_language::words::{Locale, Text};

/// What else goes into the report.
#[derive(Debug)]
pub struct Words<'a> {
    /// The reader's language.
    pub locale: Locale,
    /// Its title.
    pub title: &'a str,
    /// The file of the leads, as the user knows it.
    pub source: &'a str,
    /// The instant from which leads are seen.
    pub as_of: &'a Text,
    /// Whether the rules were agreed, in a line for each agreement; nothing where there is none.
    pub agreed: &'a str,
    /// What reading the leads noticed.
    pub data: &'a ReadReport,
    /// The outcome, a sentence that says when each lead was seen, and the backtest.
    pub backtest: Option<(&'a str, &'a Text, &'a Backtest)>,
    /// The earlier rule file, and who moves from it to this one.
    pub previous: Option<(&'a str, &'a Moves)>,
    /// What is asked every week.
    pub weekly: Weekly<'a>,
}

/// What marketing and sales ask every week, as far as this run was asked it.
#[derive(Debug, Default)]
pub struct Weekly<'a> {
    /// Who moved since a day.
    pub moved: Option<MovedSince<'a>>,
    /// Whether leads are called in time.
    pub response: Option<ResponseTo<'a>>,
    /// Where the bars of stages could be.
    pub bars: Option<&'a Judged>,
    /// What leads are told apart by.
    pub by: Option<&'a str>,
    /// What became of those who entered a stage, and the outcome in words.
    pub cohorts: Option<(&'a Cohorts, Option<&'a str>)>,
    /// How far leads are from those of before.
    pub drift: Option<DriftFrom<'a>>,
}

/// Who moved since a day.
#[derive(Debug)]
pub struct MovedSince<'a> {
    /// The day, as it was written.
    pub since: &'a str,
    /// Those who moved.
    pub moved: &'a [Moved],
}

/// Whether leads are called in time.
#[derive(Debug)]
pub struct ResponseTo<'a> {
    /// How soon they are.
    pub response: &'a Response,
    /// What counts as a touch: any of these.
    pub touch: &'a [String],
    /// What leads are told apart by.
    pub by: Option<&'a str>,
}

/// How far leads are from those of before.
#[derive(Debug)]
pub struct DriftFrom<'a> {
    /// How far.
    pub drift: &'a Drift,
    /// The files of the leads of before, and of those of now.
    pub sides: [&'a str; 2],
}
