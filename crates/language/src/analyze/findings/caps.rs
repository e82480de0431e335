//! Caps of rules that can't give their points often enough to reach them. In: a model; out: findings.
//!
//! Each such rule is asked about by itself, as a score of its own that keeps its cap: if its maximum is less than the
//! cap, nothing is ever taken away.

use super::super::model::Model;
use super::super::problem::Mode;
use super::super::proof;
use super::super::query::Extreme;
use super::super::witness::Witness;
use super::found::{Findings, STEPS, with_witness};
use crate::calendar::Window;
use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{
    Bucket, CondKind, Gain, Occurrences, Part, QuantityKind, Rule, Rules, Score, ScoreBody, ScoreId, Stages,
};
use crate::reference::LeadOutcome;
use crate::types::Bounds;
use crate::words::say;

/// At most this many rules are asked about.
const MOST_RULES: usize = 60;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    let all = rules.rules();
    let capped =
        all.iter().filter(|(_, rule)| rule.in_force(model.space.today) && rule.cap.is_some() && is_limited(rule));
    let mut capped: Vec<&Rule> = capped.map(|(_, rule)| *rule).collect();
    if let Some(first) = capped.get(MOST_RULES) {
        findings.undecided(
            first.left,
            say!("whether the caps of this and further rules ever take anything away"),
            say!("this is asked of {rules} rules", rules = MOST_RULES),
        );
        capped.truncate(MOST_RULES);
    }
    if capped.is_empty() {
        return;
    }
    let alone = alone(rules, &capped);
    let alone = Model::new(&alone, model.space.as_of, STEPS);
    for (id, rule) in (0..).map(ScoreId).zip(capped) {
        let (Some(cap), points) = (rule.cap, rule.gain.points()) else { continue };
        // Reaching the cap with the first points is another matter.
        if points.0 == 0 || points.0.abs() >= cap.0.abs() {
            continue;
        }
        let question = || say!("whether this cap ever takes anything away");
        match alone.extreme(id, if cap.0 < 0 { Mode::Least } else { Mode::Most }) {
            Err(reason) => findings.undecided(rule.left, question(), reason),
            Ok(None) => {}
            Ok(Some(Extreme { points: most, lead, doubt })) => {
                if most.0 == 0 || most.0.abs() >= cap.0.abs() {
                    continue;
                }
                if let Some(reason) = doubt.reason() {
                    findings.undecided(rule.left, question(), reason);
                    continue;
                }
                let finding = Diagnostic::new(
                    &codes::LR0615,
                    say!("this cap never takes anything away"),
                    rule.span,
                    if cap.0 < 0 {
                        say!("gives {points} at least", points = most.signed())
                    } else {
                        say!("gives {points} at most", points = most.signed())
                    },
                )
                .help(say!(
                    "Its points can't be given so often that they come to {cap}. Lower the cap, or leave it out.",
                    cap
                ));
                let shows = |_: &Witness, outcome: &LeadOutcome| outcome.rules[rule.id.0 as usize].capped == most;
                findings.push(match proof::real(model, &alone.space, &lead, &shows) {
                    Ok(witness) => with_witness(finding, rules, &witness),
                    Err(_) => finding,
                });
            }
        }
    }
}

/// Whether anything besides its cap limits how often a rule gives its points.
fn is_limited(rule: &Rule) -> bool {
    match &rule.gain {
        Gain::Once { .. } => false,
        Gain::PerUnit { of, .. } => matches!(of.kind, QuantityKind::Field(_)),
        Gain::PerOccurrence { of, once_per, .. } => {
            let in_window = matches!(of.window, Some(Window::InLast(_) | Window::Between(..)));
            match once_per {
                Some(Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_)) => in_window,
                Some(Bucket::Value(_)) => true,
                None => is_counted(&rule.condition.kind, of),
            }
        }
    }
}

/// Whether a condition limits how often something happened.
fn is_counted(condition: &CondKind, what: &Occurrences) -> bool {
    match condition {
        CondKind::Happened { of, at_most: Some(_), .. } => of == what,
        CondKind::And(all) => all.iter().any(|one| is_counted(&one.kind, what)),
        _ => false,
    }
}

/// A rule set of just these rules, each a score of its own.
fn alone(rules: &Rules, these: &[&Rule]) -> Rules {
    let score = |rule: &&Rule| Score {
        name: rule.title.clone(),
        owner: None,
        range: Bounds { low: None::<Points>, high: None, half_open: false },
        body: ScoreBody::Rules(vec![Part::Rule((*rule).clone())]),
        span: rule.span,
    };
    Rules {
        scores: these.iter().map(score).collect(),
        exclusions: Vec::new(),
        stages: Stages { steps: Vec::new(), none: rules.stages.none.clone() },
        labels: Vec::new(),
        promises: Vec::new(),
        tests: Vec::new(),
        ..rules.clone()
    }
}
