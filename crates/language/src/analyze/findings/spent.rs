//! Points that come to nothing: those of rules whose last day is past, and of rules that only excluded leads meet. In:
//! a model; out: findings.

use std::collections::BTreeSet;

use super::super::formula::Formula;
use super::super::model::Model;
use super::super::proof;
use super::super::query::Verdict;
use super::found::{Findings, with_any};
use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::Rule;
use crate::types::Truth;
use crate::words::{Value, say};

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let today = model.space.today;
    let apart = Apart::of(model);
    for (_, rule) in model.space.rules.rules() {
        match rule.until {
            Some(until) if until < today => findings.push(
                Diagnostic::new(
                    &codes::LR0805,
                    say!("this rule gives nothing since {day}", day = Value::Day(until)),
                    rule.span,
                    say!("its last day is past"),
                )
                .help(model.who.choose(
                    say!("Take it out, or give it a later `until`. Leave it only while leads are still scored as of days before."),
                    say!("Take it out, or give it a later `until`. Leave it only while accounts are still scored as of days before."),
                )),
            ),
            _ if rule.in_force(today) && rule.gain.points() != Points::ZERO => apart.only(model, rule, findings),
            _ => {}
        }
    }
}

/// What excludes leads.
struct Apart {
    /// That no exclusion is true.
    none: Vec<Formula>,
    variables: BTreeSet<usize>,
}

impl Apart {
    fn of(model: &Model<'_>) -> Self {
        let all = || model.space.rules.exclusions.iter().map(|line| model.space.certain(&line.condition));
        let none: Vec<Formula> = all().map(Formula::not).collect();
        // If they exclude every lead, nothing is said about single rules.
        let takes_all = !none.is_empty() && !matches!(model.can_be_true(&Formula::And(none.clone())), Verdict::Yes(_));
        let none = if takes_all { Vec::new() } else { none };
        let variables = none.iter().flat_map(Formula::variables).collect();
        Self { none, variables }
    }

    /// Reports a rule that only excluded leads meet.
    fn only(&self, model: &Model<'_>, rule: &Rule, findings: &mut Findings) {
        let own = model.space.certain(&rule.condition);
        if self.none.is_empty() || !own.variables().iter().any(|variable| self.variables.contains(variable)) {
            return;
        }
        let followed = Formula::And(std::iter::once(own.clone()).chain(self.none.iter().cloned()).collect());
        let question = || {
            model.who.choose(
                say!("whether a lead that is not excluded gets these points"),
                say!("whether an account that is not excluded gets these points"),
            )
        };
        if !findings.is_never(&model.can_be_true(&followed), rule.left, question) {
            return;
        }
        // A rule that nobody meets is reported as such.
        let met = model.can_be_true(&own);
        if matches!(met, Verdict::No(_)) {
            return;
        }
        let finding = Diagnostic::new(
            &codes::LR0518,
            model
                .who
                .choose(say!("only excluded leads get these points"), say!("only excluded accounts get these points")),
            rule.left,
            say!("whoever meets it is excluded"),
        )
        .help(model.who.choose(
            say!("An excluded lead has no stage, whatever its points. Take the rule out, or exclude fewer leads."),
            say!(
                "An excluded account has no stage, whatever its points. Take the rule out, or exclude fewer accounts."
            ),
        ));
        let is_met = |outcome: &crate::reference::LeadOutcome| {
            outcome.exclusion.is_some() && outcome.rules[rule.id.0 as usize].truth == Truth::True
        };
        findings.push(with_any(finding, model.space.rules, &proof::confirmed(model, met, is_met)));
    }
}
