//! Caps, ranges and windows that do nothing, or too much. In: a model; out: findings.

use super::super::model::{Model, fades};
use super::super::points::is_in_force;
use super::super::solve::{Join, Mode};
use crate::calendar::Window;
use crate::codes;
use crate::decay;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{Gain, Group, Part, Rule, Score, ScoreBody, ScoreId};

pub(super) fn findings(model: &Model<'_>, findings: &mut Vec<Diagnostic>) {
    for (at, score) in model.space.rules.scores.iter().enumerate() {
        for part in score.parts() {
            match part {
                Part::Rule(rule) => of_rule(model, rule, findings),
                Part::Table(_) => {}
                Part::Group(group) => {
                    of_group(model, at, group, findings);
                    for rule in group.parts.iter().flat_map(Part::rules) {
                        of_rule(model, rule, findings);
                    }
                }
            }
        }
        let id = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
        of_score(model, id, score, findings);
    }
}

fn of_rule(model: &Model<'_>, rule: &Rule, findings: &mut Vec<Diagnostic>) {
    if !is_in_force(&model.space, rule) {
        return;
    }
    if let Some(cap) = rule.cap {
        let points = rule.gain.points();
        let is_counted = matches!(rule.gain, Gain::PerOccurrence { .. } | Gain::PerUnit { .. });
        if !is_counted && points.0.abs() <= cap.0.abs() && points.0 != 0 {
            findings.push(
                Diagnostic::new(
                    &codes::LR0615,
                    "this cap never takes anything away",
                    rule.span,
                    format!("gives {} once", points.signed()),
                )
                .help(format!("Points that are given once never come to {cap}; with `each` they would.")),
            );
        } else if points.0.abs() > cap.0.abs() {
            findings.push(
                Diagnostic::new(
                    &codes::LR0616,
                    "this cap takes away from the first",
                    rule.span,
                    format!("{} each, but {} at most", points.signed(), cap.signed()),
                )
                .help("One alone already gives more than the cap lets through."),
            );
        }
    }
    if let Some((of, decay)) = fades(rule) {
        let Some(Window::InLast(period)) = of.window else { return };
        let Some(days) = period.days() else { return };
        if decay::factor(decay, days) == 0 && days > 0 && decay::factor(decay, days - 1) == 0 {
            findings.push(
                Diagnostic::new(
                    &codes::LR0514,
                    "the window is longer than the points last",
                    rule.span,
                    format!("after {days} days nothing is left"),
                )
                .help("The points have faded away before the window ends: leave it out, or let them fade more slowly."),
            );
        }
    }
}

/// What the parts of a group give at most and at least, were there no cap.
fn reach(model: &Model<'_>, score: usize, group: &Group) -> Option<(i64, i64)> {
    let parts = model.space.rules.scores[score].parts();
    let is_this = |part: &Part| matches!(part, Part::Group(other) if other.span == group.span);
    let place = parts.iter().filter(|part| matches!(part, Part::Group(_))).position(is_this)?;
    let tables = &model.tables[score];
    let factors = tables.factors.iter().filter(|factor| factor.sum == Some(place));
    let (mut most, mut least) = (0_i64, 0_i64);
    for factor in factors {
        let (high, low) = (factor.table.iter().max()?, factor.table.iter().min()?);
        match tables.sums[place].0 {
            Join::Sum => (most, least) = (most.saturating_add((*high).max(0)), least.saturating_add((*low).min(0))),
            Join::Best => (most, least) = (most.max(*high), least.min(*low)),
        }
    }
    Some((most, least))
}

fn of_group(model: &Model<'_>, score: usize, group: &Group, findings: &mut Vec<Diagnostic>) {
    let Some((most, least)) = reach(model, score, group) else { return };
    let counts = group.parts.iter().flat_map(Part::rules).any(|rule| !matches!(rule.gain, Gain::Once { .. }));
    // What rules count is followed only as far as it matters.
    if counts
        && group
            .parts
            .iter()
            .flat_map(Part::rules)
            .any(|rule| rule.cap.is_none() && !matches!(rule.gain, Gain::Once { .. }))
    {
        return;
    }
    for (cap, reached, word) in [(group.up_to, most, "most"), (group.down_to, least, "least")] {
        let Some(cap) = cap else { continue };
        let binds = if word == "most" { reached > cap.0 } else { reached < cap.0 };
        if !binds && reached.abs() < cap.0.abs() {
            findings.push(
                Diagnostic::new(
                    &codes::LR0615,
                    format!("the group's cap of {cap} never takes anything away"),
                    group.span,
                    format!("its rules give {} at {word}", Points(reached).signed()),
                )
                .help("Leave the cap out, or look for a rule that is missing."),
            );
        }
    }
}

fn of_score(model: &Model<'_>, id: ScoreId, score: &Score, findings: &mut Vec<Diagnostic>) {
    if !matches!(score.body, ScoreBody::Rules(_)) || score.parts().is_empty() {
        return;
    }
    let open = |mode| model.extreme(id, mode).ok().flatten().filter(|extreme| extreme.open.is_none());
    let (Some(least), Some(most)) = (open(Mode::Least), open(Mode::Most)) else { return };
    if least.points == most.points {
        findings.push(
            Diagnostic::new(
                &codes::LR0614,
                format!("every lead has {} points in `{}`", most.points, score.name),
                score.span,
                "always cut off at the same end",
            )
            .help("Its range leaves nothing of the rules: widen it."),
        );
        return;
    }
    let Some(high) = score.range.high else { return };
    // A score that comes near its end is no mistake; one that stays in the lower half of its range is a wrong scale.
    if high.0 > 0 && most.points.0 * 2 < high.0 {
        findings.push(
            Diagnostic::new(
                &codes::LR0613,
                format!("no lead has more than {} points in `{}`", most.points, score.name),
                score.span,
                format!("the range goes to {high}"),
            )
            .help("People read points against the range's end: let it end where leads can come, or raise the points."),
        );
    }
}
