//! Promises that a lead could break. In: a model; out: findings, and tests of the leads that break them.

use super::super::both;
use super::super::kin::Who;
use super::super::model::Model;
use super::super::proof::{self, Promised};
use super::found::{Findings, STEPS, with_witness};
use crate::calendar::Instant;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;
use crate::source::Span;
use crate::words::say;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    for (at, promise) in rules.promises.iter().enumerate() {
        match proof::promise(model, at) {
            Promised::Kept => {}
            Promised::Broken(line, witness) => {
                let place = promise.lines[line].condition.span;
                let said = match (promise.lines[line].always, model.who) {
                    (true, Who::Leads) => say!("not true of the lead below"),
                    (true, Who::Accounts) => say!("not true of the account below"),
                    (false, Who::Leads) => say!("true of the lead below"),
                    (false, Who::Accounts) => say!("true of the account below"),
                };
                let finding = Diagnostic::new(
                    &codes::LR0706,
                    say!("the promise \"{promise}\" can be broken", promise = &promise.title),
                    place,
                    said,
                )
                .help(model.who.choose(
                    say!("A lead that breaks it could exist: change the rules so that none can, or the promise."),
                    say!("An account that breaks it could exist: change the rules so that none can, or the promise."),
                ));
                findings.push(with_witness(finding, rules, &witness));
            }
            Promised::Undecided(reason) => findings.push(
                Diagnostic::new(
                    &codes::LR0707,
                    say!("it is not decided whether the promise \"{promise}\" is kept", promise = &promise.title),
                    promise.span,
                    say!("neither proved nor refuted"),
                )
                .help(say!("{reason}. `leadrules prove` looks longer.", reason = reason.capital())),
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
