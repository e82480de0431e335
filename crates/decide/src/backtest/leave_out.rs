//! A score with one of its rules giving nothing, for each rule. In: what every rule gave; out: the points that the
//! score would have then, counted. Caps, groups and ranges are applied again; a row of a table that gives nothing still
//! takes its leads.

use crate::statistic::Ranking;
use leadrules_engine::engine::RuleRecord;
use leadrules_language::ir::{Group, Part, Rule, Score, ScoreBody};
use leadrules_language::types::Bounds;

use leadrules_language::decimal::Points;

/// Counts, for each rule of the score, the points that the leads in these rows have without it.
pub(super) fn add(score: &Score, records: &[RuleRecord], rows: &[(usize, bool)], left_out: &mut [Ranking]) {
    let parts = match &score.body {
        ScoreBody::Rules(parts) => parts,
        ScoreBody::Computed(_) => return,
    };
    for &(row, converted) in rows {
        let all: Vec<i64> = parts.iter().map(|part| points(part, records, row, None)).collect();
        let sum: i64 = all.iter().sum();
        for (part, all) in parts.iter().zip(all) {
            for rule in part.rules() {
                let id = rule.id.0 as usize;
                // Most rules fire for few leads; nothing changes for the others.
                let changed = gave(rule, records, row) != 0;
                let rest = if changed { points(part, records, row, Some(rule)) } else { all };
                left_out[id].add(within(&score.range, sum - all + rest), converted);
            }
        }
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
