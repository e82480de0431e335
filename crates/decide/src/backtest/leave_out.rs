//! A score with one of its rules giving nothing, for each rule. In: what every rule gave; out: the points that the
//! score would have then, counted. Caps, groups and ranges are applied again; a row of a table that gives nothing still
//! takes its leads.

use crate::statistic::Ranking;
use leadrules_engine::engine::RuleRecord;
use leadrules_language::ir::{Group, Part, Rule, Score, ScoreBody};
use leadrules_language::types::Bounds;

use leadrules_language::decimal::Points;

/// The points of a score with all its rules, and how they change without one: most rules give something to few leads.
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut {
    /// By score.
    whole: Vec<Ranking>,
    /// By rule id: the points that leads have no longer, and those that they have then.
    moved: Vec<(Ranking, Ranking)>,
}

impl LeftOut {
    /// Nothing counted yet, for so many scores and rules.
    pub(super) fn new(scores: usize, rules: usize) -> Self {
        Self { whole: vec![Ranking::default(); scores], moved: vec![<(Ranking, Ranking)>::default(); rules] }
    }

    /// Counts, for each rule of a score, the points that the leads in these rows have with it and without it.
    pub(super) fn add(&mut self, (at, score): (usize, &Score), records: &[RuleRecord], rows: &[(usize, bool)]) {
        let parts = match &score.body {
            ScoreBody::Rules(parts) => parts,
            ScoreBody::Computed(_) => return,
        };
        let of_part = |part: &Part| rows.iter().map(|(row, _)| points(part, records, *row, None)).collect();
        let by_part: Vec<Vec<i64>> = parts.iter().map(of_part).collect();
        let mut sums = vec![0; rows.len()];
        for of_part in &by_part {
            sums.iter_mut().zip(of_part).for_each(|(sum, points)| *sum += points);
        }
        for (sum, (_, converted)) in sums.iter().zip(rows) {
            self.whole[at].add(within(&score.range, *sum), *converted);
        }
        for (part, of_part) in parts.iter().zip(&by_part) {
            for rule in part.rules() {
                let (gone, come) = &mut self.moved[rule.id.0 as usize];
                for ((&(row, converted), sum), all) in rows.iter().zip(&sums).zip(of_part) {
                    if gave(rule, records, row) != 0 {
                        let rest = points(part, records, row, Some(rule));
                        gone.add(within(&score.range, *sum), converted);
                        come.add(within(&score.range, sum - all + rest), converted);
                    }
                }
            }
        }
    }

    /// The points of a score without one of its rules.
    pub(super) fn without(&self, score: usize, rule: usize) -> Ranking {
        let (gone, come) = &self.moved[rule];
        let mut left = self.whole[score].clone();
        gone.iter().for_each(|(points, counts)| left.take_away(points, counts));
        come.iter().for_each(|(points, counts)| left.add_all(points, counts));
        left
    }
}

fn gave(rule: &Rule, records: &[RuleRecord], row: usize) -> i64 {
    records[rule.id.0 as usize].capped.get(row).copied().unwrap_or(0)
}

fn points(part: &Part, records: &[RuleRecord], row: usize, without: Option<&Rule>) -> i64 {
    let one = |rule: &Rule| match without {
        Some(without) if without.id == rule.id => 0,
        _ => gave(rule, records, row),
    };
    match part {
        Part::Rule(rule) => one(rule),
        Part::Table(table) => table.rows.iter().map(|line| one(&line.rule)).sum(),
        Part::Group(group) => of_group(group, records, row, without),
    }
}

fn of_group(group: &Group, records: &[RuleRecord], row: usize, without: Option<&Rule>) -> i64 {
    let parts = group.parts.iter().map(|part| points(part, records, row, without));
    let sum = if group.best {
        // The part that gives the most or, if none is positive, the one furthest below zero.
        let (least, most) = parts.fold((0, 0), |(least, most), points| (points.min(least), points.max(most)));
        if most > 0 { most } else { least }
    } else {
        parts.sum()
    };
    let high = group.up_to.map_or(i64::MAX, |points| points.0);
    let low = group.down_to.map_or(i64::MIN, |points| points.0);
    sum.min(high).max(low)
}

/// Keeps points within a score's range.
fn within(range: &Bounds<Points>, points: i64) -> i64 {
    let high = range.high.map_or(i64::MAX, |high| if range.half_open { high.0 - 1 } else { high.0 });
    points.min(high).max(range.low.map_or(i64::MIN, |low| low.0))
}
