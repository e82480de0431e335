//! What each lead gets from a rule set: the points of its scores and its stage, with what became of it and when. In:
//! batches of leads; out: the same by lead, to set bars by and to see how well a score ranks from one period to the
//! next.

use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::types::Truth;

use super::held_out::HeldOut;
use crate::sample::Part;
use crate::statistic::Ranking;

/// Leads and what they get. Leads that the rules exclude are not among them.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// For each score: its name, and its points for each lead in hundredths; 0 if they are unknown.
    pub(super) scores: Vec<(String, Vec<i64>)>,
    pub(super) leads: Vec<Lead>,
}

/// A lead.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) outcome: Truth,
    pub(super) held_out: bool,
    /// When it came or was decided, if leads are held out by that.
    pub(super) moment: Option<Instant>,
    /// How many steps there are up to its stage.
    pub(super) steps: u16,
}

/// The leads of a period, and how well a score ranks them.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Period {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Whether nothing was learnt from them.
    pub held_out: bool,
    /// How many leads.
    pub leads: usize,
    /// How well the score as it is ranks them (AUC); `None` if all converted, or none did.
    pub before: Option<f64>,
    /// How well it does as suggested.
    pub after: Option<f64>,
}

impl Reached {
    /// Adds a batch.
    pub fn add(&mut self, rules: &Rules, held_out: &HeldOut, part: &Part) {
        let results = &part.trace.results;
        if self.scores.is_empty() {
            self.scores = rules.scores.iter().map(|score| (score.name.clone(), Vec::new())).collect();
        }
        let rows: Vec<usize> =
            (0..results.rows).filter(|row| results.stages[*row] != StageId::EXCLUDED_NUMBER).collect();
        for ((_, points), score) in self.scores.iter_mut().zip(&results.scores) {
            use arrow_array::Array;
            let of = |row: &usize| if score.points.is_valid(*row) { score.points.value(*row) } else { 0 };
            points.extend(rows.iter().map(of));
        }
        self.leads.extend(rows.iter().map(|&row| Lead {
            outcome: part.outcome[row],
            held_out: held_out.has(rules, part, row),
            moment: held_out.moment(rules, part, row),
            steps: results.stages[row],
        }));
    }

    /// The points of a score, by lead.
    pub(super) fn of(&self, score: &str) -> &[i64] {
        self.scores.iter().find(|(name, _)| name == score).map_or(&[], |(_, points)| points)
    }
}

/// How well a score ranks leads as time goes by: those learnt from, then those held out in four parts; empty if leads
/// have no moment.
#[must_use]
pub fn course(rules: &Rules, score: &str, before: &Reached, after: &Reached) -> Vec<Period> {
    let mut timed: Vec<(Instant, usize)> = before
        .leads
        .iter()
        .enumerate()
        .filter(|(_, lead)| lead.outcome != Truth::Unknown)
        .filter_map(|(at, lead)| Some((lead.moment?, at)))
        .collect();
    timed.sort_unstable();
    let day = |at: Option<&(Instant, usize)>| {
        at.map_or(String::new(), |at| leadrules_language::calendar::format_day(rules.zone.day_of(at.0)))
    };
    let area = |reached: &Reached, of: &[(Instant, usize)]| {
        let mut ranking = Ranking::default();
        for (_, at) in of {
            ranking.add(reached.of(score)[*at], before.leads[*at].outcome == Truth::True);
        }
        ranking.area(0.0).map(|area| area.auc)
    };
    let (held, learnt): (Vec<_>, Vec<_>) = timed.into_iter().partition(|(_, at)| before.leads[*at].held_out);
    let parts = std::iter::once(&learnt[..]).chain(held.chunks(held.len().div_ceil(4).max(1)));
    parts
        .filter(|of| !of.is_empty())
        .map(|of| Period {
            from: day(of.first()),
            to: day(of.last()),
            held_out: before.leads[of[0].1].held_out,
            leads: of.len(),
            before: area(before, of),
            after: area(after, of),
        })
        .collect()
}
