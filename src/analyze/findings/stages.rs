//! Stages that no lead reaches, that every lead reaches, or that a higher one hides. In: a model; out: findings.

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::model::Model;
use super::super::proof;
use super::super::proof::Reach;
use super::super::query::Verdict;
use super::super::solve::Mode;
use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{ScoreId, StageId};

pub(super) fn findings(model: &Model<'_>, findings: &mut Vec<Diagnostic>) {
    let rules = model.space.rules;
    for (at, step) in rules.stages.steps.iter().enumerate() {
        let id = StageId::Step(u16::try_from(at).expect("stages are counted in 16 bits"));
        let condition = model.space.certain(&step.condition);
        if model.can_be_true(&condition) == Verdict::No {
            findings.push(unreachable(model, at));
            continue;
        }
        let otherwise = Formula::not(condition);
        if model.can_be_true(&otherwise) == Verdict::No {
            findings.push(
                Diagnostic::new(
                    &codes::LR0611,
                    format!("every lead reaches the stage `{}`", step.name),
                    step.span,
                    "its condition is true of every lead that could exist",
                )
                .help("A step that everybody takes tells nobody apart, and the steps below it are never seen."),
            );
            continue;
        }
        if matches!(proof::stage(model, id), Reach::Never) {
            let higher = &rules.stages.steps[at + 1..];
            let mut finding = Diagnostic::new(
                &codes::LR0612,
                format!("no lead stays in the stage `{}`", step.name),
                step.span,
                "whoever meets it meets a higher one too, or is excluded",
            )
            .help("A lead has the highest stage whose condition is true. Ask for more in the higher stage, or for less here.");
            if let [only] = higher {
                finding = finding.also(only.span, "takes them all");
            }
            findings.push(finding);
        }
    }
}

/// A stage that no lead reaches: with the most that there is of the scores it asks for, and the rules that make it.
fn unreachable(model: &Model<'_>, at: usize) -> Diagnostic {
    let rules = model.space.rules;
    let step = &rules.stages.steps[at];
    let mut finding = Diagnostic::new(
        &codes::LR0610,
        format!("no lead can reach the stage `{}`", step.name),
        step.condition.span,
        "true of no lead that could exist",
    );
    let mut help = Vec::new();
    for id in asked(&model.space.formula(&step.condition)) {
        let Reach::Proved((points, witness)) = proof::extreme(model, id, Mode::Most) else { continue };
        let outcome = witness.outcome(rules);
        let made: Vec<String> = rules
            .rules()
            .iter()
            .filter(|(score, _)| score.name == rules.score(id).name)
            .filter_map(|(_, rule)| {
                let counted = outcome.rules[rule.id.0 as usize].counted;
                (counted != Points::ZERO).then(|| format!("{} {}", counted.signed(), rule.title))
            })
            .collect();
        help.push(format!(
            "The most that a lead can have in `{}` is {points}{}.",
            rules.score(id).name,
            if made.is_empty() { String::new() } else { format!(": {}", made.join("; ")) }
        ));
        if finding.witness.is_none() {
            finding.witness = Some(witness.lines(rules).join("\n"));
        }
    }
    if help.is_empty() {
        help.push("Its parts exclude each other.".to_owned());
    }
    finding.help(help.join(" "))
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
