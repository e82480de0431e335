//! Caps, ranges and windows that do nothing, or too much. In: a model; out: findings.

use super::super::model::{Model, fades};
use super::super::problem::Mode;
use super::super::proof::{self, Reach};
use super::super::query::{Extreme, Verdict};
use super::found::{Findings, with_any, with_witness};
use crate::calendar::Window;
use crate::codes;
use crate::decay;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, Gain, Group, Occurrences, Part, Rule, Score, ScoreBody, ScoreId};
use crate::reference::LeadOutcome;
use crate::types::Bounds;
use crate::words::say;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    for (at, score) in model.space.rules.scores.iter().enumerate() {
        let id = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
        let mut groups = 0..;
        for part in score.parts() {
            match part {
                Part::Rule(rule) => of_rule(model, id, rule, findings),
                Part::Table(_) => {}
                Part::Group(group) => {
                    let place = groups.next().expect("groups are counted from 0 without end");
                    of_group(model, (at, place), group, findings);
                    for rule in group.parts.iter().flat_map(Part::rules) {
                        of_rule(model, id, rule, findings);
                    }
                }
            }
        }
        of_score(model, id, score, findings);
    }
}

fn of_rule(model: &Model<'_>, score: ScoreId, rule: &Rule, findings: &mut Findings) {
    if !rule.in_force(model.space.today) {
        return;
    }
    if let Some(cap) = rule.cap {
        let points = rule.gain.points();
        let is_counted = matches!(rule.gain, Gain::PerOccurrence { .. } | Gain::PerUnit { .. });
        if !is_counted && points.0.abs() <= cap.0.abs() && points.0 != 0 {
            findings.push(
                Diagnostic::new(
                    &codes::LR0615,
                    say!("this cap never takes anything away"),
                    rule.span,
                    say!("gives {points} once", points = points.signed()),
                )
                .help(say!("Points that are given once never come to {cap}; with `each` they would.", cap)),
            );
        } else if points.0.abs() > cap.0.abs() {
            let finding = Diagnostic::new(
                &codes::LR0616,
                say!("this cap takes away from the first"),
                rule.span,
                say!("{points} each, but {cap} at most", points = points.signed(), cap = cap.signed()),
            )
            .help(say!("One alone already gives more than the cap lets through."));
            // A lead with the most (or the least) points has what is needed among other things; it is then reduced to
            // as little as shows it.
            let mode = if cap.0 < 0 { Mode::Least } else { Mode::Most };
            let finding = if let Ok(Some(extreme)) = model.extreme(score, mode) {
                let met = proof::confirmed(model, Verdict::Yes(extreme.lead), |outcome| {
                    outcome.rules[rule.id.0 as usize].capped == cap
                });
                with_any(finding, model.space.rules, &met)
            } else {
                finding
            };
            findings.push(finding);
        }
    }
    if let Some((of, decay)) = fades(rule) {
        let Some(Window::InLast(period)) = of.window else { return };
        let Some(days) = period.days() else { return };
        if !only_asks_whether(&rule.condition, of) {
            return;
        }
        if decay::factor(decay, days) == 0 && days > 0 && decay::factor(decay, days - 1) == 0 {
            findings.push(
                Diagnostic::new(
                    &codes::LR0514,
                    say!("the window is longer than the points last"),
                    rule.span,
                    say!("after {days} days nothing is left", days = days.to_string()),
                )
                .help(say!(
                    "The points have faded away before the window ends: leave it out, or let them fade more slowly."
                )),
            );
        }
    }
}

/// Whether a condition asks no more of these events than that one happened: how many did, or that none did, is another question
/// without their window.
fn only_asks_whether(condition: &Cond, of: &Occurrences) -> bool {
    match &condition.kind {
        CondKind::Happened { of: asked, at_least, at_most } => asked != of || (*at_least <= 1 && at_most.is_none()),
        CondKind::And(parts) => parts.iter().all(|part| only_asks_whether(part, of)),
        CondKind::Constant(_) => true,
        _ => false,
    }
}

/// Reports a cap of a group that nothing exceeds. The group is given by its score and its index among the groups of
/// that score.
fn of_group(model: &Model<'_>, (score, place): (usize, usize), group: &Group, findings: &mut Findings) {
    // What is given again and again without a limit exceeds any cap; it is followed only as far as it matters.
    let is_open = |rule: &Rule| rule.cap.is_none() && !matches!(rule.gain, Gain::Once { .. });
    if group.parts.iter().flat_map(Part::rules).any(is_open) {
        return;
    }
    for (cap, mode) in [(group.up_to, Mode::Most), (group.down_to, Mode::Least)] {
        let Some(cap) = cap else { continue };
        let extreme = match model.group_extreme(score, place, mode) {
            Ok(Some(extreme)) => extreme,
            Ok(None) => continue,
            Err(reason) => {
                findings.undecided(group.span, say!("whether the group's cap ever takes anything away"), reason);
                continue;
            }
        };
        // Nothing at all on this side of zero is another matter.
        let reached = if mode == Mode::Most { extreme.points.0.max(0) } else { extreme.points.0.min(0) };
        if reached.abs() >= cap.0.abs() {
            continue;
        }
        if let Some(reason) = extreme.doubt.reason() {
            findings.undecided(group.span, say!("whether the group's cap ever takes anything away"), reason);
            continue;
        }
        let finding = Diagnostic::new(
            &codes::LR0615,
            say!("the group's cap of {cap} never takes anything away", cap),
            group.span,
            if mode == Mode::Most {
                say!("its rules give {points} at most", points = Points(reached).signed())
            } else {
                say!("its rules give {points} at least", points = Points(reached).signed())
            },
        )
        .help(say!("Leave the cap out, or look for a rule that is missing."));
        let made = |outcome: &LeadOutcome| {
            let counted =
                group.parts.iter().flat_map(Part::rules).map(|rule| outcome.rules[rule.id.0 as usize].counted.0);
            counted.sum::<i64>() == reached
        };
        let most = proof::confirmed(model, Verdict::Yes(extreme.lead), made);
        findings.push(with_any(finding, model.space.rules, &most));
    }
}

fn of_score(model: &Model<'_>, id: ScoreId, score: &Score, findings: &mut Findings) {
    if !matches!(score.body, ScoreBody::Rules(_)) || score.parts().is_empty() {
        return;
    }
    let question = || {
        model.who.choose(
            say!("how far leads come in `{score}`", score = &score.name),
            say!("how far accounts come in `{score}`", score = &score.name),
        )
    };
    let mut ends = Vec::new();
    for mode in [Mode::Least, Mode::Most] {
        match model.extreme(id, mode) {
            Ok(None) => return,
            Ok(Some(Extreme { points, doubt, .. })) => match doubt.reason() {
                None => ends.push(points),
                Some(reason) => {
                    findings.undecided(score.span, question(), reason);
                    return;
                }
            },
            Err(reason) => {
                findings.undecided(score.span, question(), reason);
                return;
            }
        }
    }
    let [least, most] = ends[..] else { return };
    let shown = |finding: Diagnostic| match proof::extreme(model, id, Mode::Most) {
        Reach::Proved((_, best)) => with_witness(finding, model.space.rules, &best),
        Reach::Never | Reach::Undecided(..) => finding,
    };
    if least == most {
        let (label, help) = if score.range == Bounds::default() {
            (
                say!("tells nobody apart"),
                say!(
                    "Whatever the data says, the rules come to the same: look at what they ask, or leave the score out."
                ),
            )
        } else {
            (say!("always cut off at the same end"), say!("Its range leaves nothing of the rules: widen it."))
        };
        let finding = Diagnostic::new(
            &codes::LR0614,
            model.who.choose(
                say!("every lead has {points} points in `{score}`", points = most, score = &score.name),
                say!("every account has {points} points in `{score}`", points = most, score = &score.name),
            ),
            score.span,
            label,
        )
        .help(help);
        findings.push(shown(finding));
        return;
    }
    let Some(high) = score.range.high else { return };
    // A score that merely comes near its end is not a mistake; one that stays in the lower half of its range has the
    // wrong scale.
    if high.0 > 0 && most.0 * 2 < high.0 {
        let finding = Diagnostic::new(
            &codes::LR0613,
            model.who.choose(
                say!("no lead has more than {points} points in `{score}`", points = most, score = &score.name),
                say!("no account has more than {points} points in `{score}`", points = most, score = &score.name),
            ),
            score.span,
            say!("the range goes to {points}", points = high),
        )
        .help(model.who.choose(
            say!("People read points against the range's end: let it end where leads can come, or raise the points."),
            say!(
                "People read points against the range's end: let it end where accounts can come, or raise the points."
            ),
        ));
        findings.push(shown(finding));
    }
}
