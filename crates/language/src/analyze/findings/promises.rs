//! Promises that a lead could break. In: a model; out: findings, and tests of the leads that break them.

use super::super::both;
use super::super::model::Model;
use super::super::proof::{self, Promised};
use super::found::{Findings, STEPS, with_witness};
use crate::calendar::Instant;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;
use crate::source::Span;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    for (at, promise) in rules.promises.iter().enumerate() {
        match proof::promise(model, at) {
            Promised::Kept => {}
            Promised::Broken(line, witness) => {
                let place = promise.lines[line].condition.span;
                let not = if promise.lines[line].always { "not " } else { "" };
                let word = format!("{not}true of the {} below", model.who.one());
                let finding = Diagnostic::new(
                    &codes::LR0706,
                    format!("the promise \"{}\" can be broken", promise.title),
                    place,
                    word,
                )
                .help(format!(
                    "{} that breaks it could exist: change the rules so that none can, or the promise.",
                    capital(model.who.an())
                ));
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

/// A test for each promise that can be broken, with where the promise begins: a lead that breaks it, or an account with its leads, and
/// what was promised of it. The test fails until the rules are mended. There is none for those that a test can't express.
#[must_use]
pub fn broken_promises(rules: &Rules, as_of: Instant) -> Vec<(Span, String)> {
    let mut tests = |model: &Model<'_>| -> Vec<(Span, String)> {
        let rules = model.space.rules;
        let test = |at: usize| {
            let Promised::Broken(line, witness) = proof::promise(model, at) else { return None };
            let (promise, line) = (&rules.promises[at], &rules.promises[at].lines[line]);
            let condition = rules.text(line.condition.span);
            let expected = if line.always { condition.to_owned() } else { format!("not ({condition})") };
            let title = format!("{}: {} that broke it", promise.title, model.who.an());
            witness.is_writable().then(|| (promise.span, witness.as_test(rules, &title, &[expected])))
        };
        (0..rules.promises.len()).filter_map(test).collect()
    };
    let (mut leads, accounts) = both::asked(rules, as_of, STEPS, &|| true, &mut tests);
    leads.extend(accounts.into_iter().flatten());
    leads
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
