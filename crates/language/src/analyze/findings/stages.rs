//! Stages that no lead reaches, that every lead reaches, that a higher one hides, or that ask for less than the one
//! below. In: a model; out: findings.

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::kin::Who;
use super::super::model::Model;
use super::super::problem::Mode;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::super::space::Picked;
use super::conditions::true_of_none;
use super::found::{Findings, with_any, with_witness};
use crate::codes;
use crate::decimal::{Decimal, Points};
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, Item, NumberRange, Quantity, QuantityKind, ScoreId, StageId};
use crate::words::{Text, say};

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    let mut is_below_seen = false;
    for (at, step) in rules.stages.steps.iter().enumerate() {
        let condition = model.space.certain(&step.condition);
        let can_be = model.can_be_true(&condition);
        if findings.is_never(&can_be, step.span, || {
            model.who.choose(
                say!("whether a lead can reach the stage `{stage}`", stage = &step.name),
                say!("whether an account can reach the stage `{stage}`", stage = &step.name),
            )
        }) {
            findings.push(unreachable(model, at));
            is_below_seen = false;
            continue;
        }
        let otherwise = model.can_be_true(&Formula::not(condition));
        if findings.is_never(&otherwise, step.span, || {
            model.who.choose(
                say!("whether every lead reaches the stage `{stage}`", stage = &step.name),
                say!("whether every account reaches the stage `{stage}`", stage = &step.name),
            )
        }) {
            let finding = Diagnostic::new(
                &codes::LR0611,
                model.who.choose(
                    say!("every lead reaches the stage `{stage}`", stage = &step.name),
                    say!("every account reaches the stage `{stage}`", stage = &step.name),
                ),
                step.span,
                model.who.choose(
                    say!("its condition is true of every lead that could exist"),
                    say!("its condition is true of every account that could exist"),
                ),
            )
            .help(say!("A step that everybody takes tells nobody apart, and the steps below it are never seen."));
            // Even a lead of which nothing is known.
            let id = StageId::Step(u16::try_from(at).expect("stages are counted in 16 bits"));
            let nobody = proof::confirmed(model, Verdict::Yes(Picked::default()), |outcome| outcome.stage >= id);
            findings.push(with_any(finding, rules, &nobody));
            is_below_seen = false;
            continue;
        }
        let is_seen = stays(model, at, findings);
        // For a stage that nobody has, this goes without saying.
        if is_below_seen && is_seen {
            undercuts(model, at, findings);
        }
        is_below_seen = is_seen;
    }
}

/// Whether any lead stays in a stage whose condition can be met; if none does, the stage is reported.
fn stays(model: &Model<'_>, at: usize, findings: &mut Findings) -> bool {
    let rules = model.space.rules;
    let step = &rules.stages.steps[at];
    let id = StageId::Step(u16::try_from(at).expect("stages are counted in 16 bits"));
    let stays = proof::stage(model, id);
    let is_never = matches!(stays, Reach::Never);
    match stays {
        Reach::Proved(_) => {}
        Reach::Undecided(_, reason) => {
            findings.undecided(
                step.span,
                model.who.choose(
                    say!("whether a lead can stay in the stage `{stage}`", stage = &step.name),
                    say!("whether an account can stay in the stage `{stage}`", stage = &step.name),
                ),
                reason,
            );
        }
        Reach::Never => {
            let higher = &rules.stages.steps[at + 1..];
            let mut finding = Diagnostic::new(
                &codes::LR0612,
                model.who.choose(say!("no lead stays in the stage `{stage}`", stage = &step.name), say!("no account stays in the stage `{stage}`", stage = &step.name)),
                step.span,
                say!("whoever meets it meets a higher one too, or is excluded"),
            )
            .help(model.who.choose(
                say!("A lead has the highest stage whose condition is true. Ask for more in the higher stage, or for less here."),
                say!("An account has the highest stage whose condition is true. Ask for more in the higher stage, or for less here."),
            ));
            if let [only] = higher {
                finding = finding.also(only.span, say!("takes them all"));
            }
            findings.push(with_any(finding, rules, &proof::hidden(model, at)));
        }
    }
    !is_never
}

/// Reports a step that a lead can reach with less of a score than the step below asks for, if both always ask for some
/// of it: a way around the score, after an `or`, is meant as such.
fn undercuts(model: &Model<'_>, at: usize, findings: &mut Findings) {
    let rules = model.space.rules;
    let (lower, step) = (&rules.stages.steps[at - 1], &rules.stages.steps[at]);
    let own = bars(&model.space.formula(&step.condition).positive());
    for (score, (bar, closed)) in bars(&model.space.formula(&lower.condition).positive()) {
        if !own.iter().any(|(other, _)| *other == score) {
            continue;
        }
        let name = &rules.score(score).name;
        let less = NumberRange { low: None, high: Some((bar, !closed)) };
        match proof::step_with(model, at, score, less) {
            Reach::Never => {}
            Reach::Undecided(_, reason) => findings.undecided(
                step.span,
                model.who.choose(
                    say!(
                        "whether a lead can have the stage `{stage}` with less `{score}` than `{lower}` asks for",
                        stage = &step.name,
                        score = name,
                        lower = &lower.name
                    ),
                    say!(
                        "whether an account can have the stage `{stage}` with less `{score}` than `{lower}` asks for",
                        stage = &step.name,
                        score = name,
                        lower = &lower.name
                    ),
                ),
                reason,
            ),
            Reach::Proved(witness) => {
                let finding = Diagnostic::new(
                    &codes::LR0618,
                    say!(
                        "the stage `{stage}` can be had with less `{score}` than `{lower}` asks for",
                        stage = &step.name,
                        score = name,
                        lower = &lower.name
                    ),
                    step.condition.span,
                    say!("asks for `{score}` too, but lets less of it through", score = name),
                )
                .also(lower.condition.span, say!("asks for {points}", points = bar))
                .help(say!("A higher stage usually asks for as much as the one below, and for more. Raise its bar, or leave the score out of the lower one."));
                findings.push(with_witness(finding, rules, &witness));
            }
        }
    }
}

/// The least of each score that a condition always asks for.
fn bars(formula: &Formula) -> Vec<(ScoreId, (Decimal, bool))> {
    match formula {
        Formula::And(all) => all.iter().flat_map(bars).collect(),
        Formula::Scores(test) => match test.as_ref() {
            ScoreTest::Number(Measure::Score(id), ranges) => match ranges.as_slice() {
                [NumberRange { low: Some(low), .. }] => vec![(*id, *low)],
                _ => Vec::new(),
            },
            ScoreTest::Number(..) | ScoreTest::Compare(..) | ScoreTest::Known(_) => Vec::new(),
        },
        Formula::Constant(_) | Formula::Table(_) | Formula::Not(_) | Formula::Or(_) => Vec::new(),
    }
}

/// A stage that no lead reaches: with the most that leads can have of the scores it asks for, and the rules that make
/// up those scores.
fn unreachable(model: &Model<'_>, at: usize) -> Diagnostic {
    let rules = model.space.rules;
    let step = &rules.stages.steps[at];
    let mut finding = Diagnostic::new(
        &codes::LR0610,
        model.who.choose(
            say!("no lead can reach the stage `{stage}`", stage = &step.name),
            say!("no account can reach the stage `{stage}`", stage = &step.name),
        ),
        step.condition.span,
        true_of_none(model.who),
    );
    let mut help = Vec::new();
    for id in asked(&model.space.formula(&step.condition)) {
        let Reach::Proved((points, witness)) = proof::extreme(model, id, Mode::Most) else { continue };
        let Some(outcome) = model.outcome(&witness) else { continue };
        let made: Vec<String> = rules
            .rules()
            .iter()
            .filter(|(score, _)| score.name == rules.score(id).name)
            .filter_map(|(_, rule)| {
                let counted = outcome.rules[rule.id.0 as usize].counted;
                (counted != Points::ZERO).then(|| format!("{} {}", counted.signed(), rule.title))
            })
            .collect();
        let (score, made) = (&rules.score(id).name, made.join("; "));
        help.push(match (made.is_empty(), model.who) {
            (true, Who::Leads) => say!("The most that a lead can have in `{score}` is {points}.", score, points),
            (true, Who::Accounts) => say!("The most that an account can have in `{score}` is {points}.", score, points),
            (false, Who::Leads) => {
                say!("The most that a lead can have in `{score}` is {points}: {made}.", score, points, made)
            }
            (false, Who::Accounts) => {
                say!("The most that an account can have in `{score}` is {points}: {made}.", score, points, made)
            }
        });
        if finding.witness.is_none() {
            finding.witness = Some(witness.shown(rules).join("\n"));
        }
    }
    let asked = rules.dependencies_of_condition(&step.condition).fields;
    rules.walk_condition(&step.condition, &mut |item| {
        if let Item::Test(Cond {
            kind: CondKind::Number(Quantity { kind: QuantityKind::Field(id), .. }, ranges), ..
        }) = item
            && let Some((most, said)) = model.ends.get(id)
            && ranges.iter().all(|range| range.low.is_some_and(|(low, _)| low > *most))
        {
            help.push(said.clone());
        }
    });
    if help.is_empty() {
        let others = asked.iter().any(|field| !rules.is_declared(*field) && rules.before != Some(*field));
        help.push(match (others, model.who) {
            (false, _) => say!("Its parts exclude each other."),
            (true, Who::Leads) => say!("Its parts exclude each other, or ask for what no account is."),
            (true, Who::Accounts) => say!("Its parts exclude each other, or ask for what leads never come to."),
        });
    }
    finding.help(Text::row(help, " "))
}

/// The scores that a condition compares, in order.
fn asked(formula: &Formula) -> Vec<ScoreId> {
    let mut asked: Vec<ScoreId> = Vec::new();
    formula.leaves(false, &mut |leaf, _| {
        if let Formula::Scores(test) = leaf {
            let of: Vec<&Measure> = match test.as_ref() {
                ScoreTest::Number(of, _) | ScoreTest::Known(of) => vec![of],
                ScoreTest::Compare(_, left, right) => vec![left, right],
            };
            asked.extend(of.iter().flat_map(|of| of.scores()));
        }
    });
    asked.sort_unstable();
    asked.dedup();
    asked
}
