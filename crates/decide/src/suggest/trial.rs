//! Lines that are being tried, as a score of their own beside the others. In: the files of a set and the lines; out:
//! the set with one more score, which is read, given its meaning and evaluated like any other: what a line gives a lead
//! while it is tried is what it would really give.

use leadrules_language::decimal::Points;
use leadrules_language::ir::{Part as RulePart, Rules, Score};
use leadrules_language::load::Loaded;

use super::candidates::{Candidate, POINTS};
use crate::sample::{Part, Rows};

/// The name of that score.
pub(super) const NAME: &str = "lines_that_suggest_tries";

/// The set with a score made of the lines to be tried; the same set if there are none.
#[must_use]
pub fn with_trials(loaded: &Loaded, tried: &[Candidate]) -> Loaded {
    if tried.is_empty() {
        return loaded.clone();
    }
    let lines: String = tried.iter().map(|line| format!("  {}\n", line.trial())).collect();
    loaded.with("lines about events", format!("score {NAME} 0.. {{\n{lines}}}\n"))
}

/// Lines, and the leads that they are tried on.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    /// The lines.
    pub lines: &'a [Candidate],
    /// The leads, by the numbers of their rows in the data.
    pub rows: Rows,
    /// Whether these are few, by means of which lines are chosen; otherwise all that are learnt from.
    pub is_choice: bool,
}

/// By line: how often it gave its points to each lead, by the place of the lead among those asked for.
pub type Given = Vec<Vec<f32>>;

/// How often lines gave their points to leads, gathered batch by batch.
#[derive(Debug)]
pub struct Times<'a> {
    rows: &'a Rows,
    /// The ids of the rules that the lines are.
    rules: Vec<usize>,
    times: Vec<Vec<f32>>,
}

impl<'a> Times<'a> {
    /// None yet. The rules are those with the lines that are tried ([`with_trials`]).
    #[must_use]
    pub fn new(rules: &Rules, rows: &'a Rows) -> Self {
        let trial = rules.scores.iter().filter(|score| score.name == NAME);
        let own = trial.flat_map(Score::parts).flat_map(RulePart::rules);
        let mut ids: Vec<usize> = own.map(|rule| rule.id.0 as usize).collect();
        ids.sort_unstable();
        Self { rows, times: vec![vec![0.0; rows.count()]; ids.len()], rules: ids }
    }

    /// Adds a batch.
    pub fn add(&mut self, part: &Part) {
        let Some(given) = part.trace.results.rules.as_deref() else { return };
        let places = part.rows.iter().enumerate().filter_map(|(row, number)| Some((row, self.rows.place(*number)?)));
        let places: Vec<(usize, usize)> = places.collect();
        for (rule, times) in self.rules.iter().zip(&mut self.times) {
            for &(row, place) in &places {
                times[place] = once(given[*rule][row]);
            }
        }
    }

    /// What was gathered.
    #[must_use]
    pub fn finish(self) -> Given {
        self.times
    }
}

/// How often a line gave its points.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "points of a rule, divided by what it gives once"
)]
fn once(given: i64) -> f32 {
    (given as f64 / Points(POINTS * 100).0 as f64) as f32
}
