//! What `check` proves about a rule set. In: a rule set and the instant from which leads are seen; out: findings, each
//! shown by a lead or by the absence of one. What was not decided is not reported as a mistake.

mod borders;
mod conditions;
mod idle;
mod limits;
mod stages;

use super::model::Model;
use super::proof::{self, Promised};
use super::witness::Witness;
use crate::calendar::Instant;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;

/// Steps that one question of `check` may take: fewer than a proof's, so that checking stays quick.
const STEPS: u64 = 400_000;

/// All that is found by proof.
#[must_use]
pub fn findings(rules: &Rules, as_of: Instant) -> Vec<Diagnostic> {
    let model = Model::new(rules, as_of, STEPS);
    let mut findings = Vec::new();
    stages::findings(&model, &mut findings);
    conditions::findings(&model, &mut findings);
    borders::findings(&model, &mut findings);
    limits::findings(&model, &mut findings);
    idle::findings(&model, &mut findings);
    promises(&model, &mut findings);
    crate::diagnostic::sort(&mut findings);
    findings
}

/// A test for each promise that can be broken, by its place among the promises: a lead that breaks it, and what was promised
/// of it. It fails until the rules are mended. None for leads that a test can't write.
#[must_use]
pub fn broken_promises(rules: &Rules, as_of: Instant) -> Vec<(usize, String)> {
    let model = Model::new(rules, as_of, STEPS);
    let test = |at: usize| {
        let Promised::Broken(line, witness) = proof::promise(&model, at) else { return None };
        let (promise, line) = (&rules.promises[at], &rules.promises[at].lines[line]);
        let condition = rules.text(line.condition.span);
        let expected = if line.always { condition.to_owned() } else { format!("not ({condition})") };
        let title = format!("{}: a lead that broke it", promise.title);
        witness.is_writable().then(|| (at, witness.as_test(rules, &title, &[expected])))
    };
    (0..rules.promises.len()).filter_map(test).collect()
}

fn promises(model: &Model<'_>, findings: &mut Vec<Diagnostic>) {
    let rules = model.space.rules;
    for (at, promise) in rules.promises.iter().enumerate() {
        match proof::promise(model, at) {
            Promised::Kept => {}
            Promised::Broken(line, witness) => {
                let place = promise.lines[line].condition.span;
                let word =
                    if promise.lines[line].always { "not true of the lead below" } else { "true of the lead below" };
                let finding = Diagnostic::new(
                    &codes::LR0706,
                    format!("the promise \"{}\" can be broken", promise.title),
                    place,
                    word,
                )
                .help("A lead that breaks it could exist: change the rules so that none can, or the promise.");
                findings.push(with_witness(finding, rules, &witness));
            }
            Promised::Undecided(reason) => findings.push(
                Diagnostic::new(
                    &codes::LR0707,
                    format!("it is not decided whether the promise \"{}\" is kept", promise.title),
                    promise.span,
                    "neither proved nor refuted",
                )
                .help(format!("{}. `leadrules prove` looks longer.", capital(&reason))),
            ),
        }
    }
}

fn with_witness(mut finding: Diagnostic, rules: &Rules, witness: &Witness) -> Diagnostic {
    finding.witness = Some(witness.lines(rules).join("\n"));
    finding
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
