//! The outcome of accounts. In: a rule set's files and the text of a condition on accounts; out: the rules, the condition as meant, and
//! what says how far the leads of an account have come.

use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, has_errors};
use leadrules_language::ir::{Cond, LabelBody, Rules};
use leadrules_language::load::Loaded;
use leadrules_language::resolve::resolve;
use leadrules_language::source::{Span, one_line};
use leadrules_language::words::say;

use super::condition::{NAME, OfAccounts, Outcome, PLACE, Refused, refused, unfit};
use crate::whom::Whom;

/// The name of what says how far leads have come, while it is read.
const REACHED: &str = "reached_by_leads";

/// The rules, and the outcome of accounts that a text describes.
pub(super) fn read(loaded: &Loaded, text: &str) -> Result<(Rules, OfAccounts), Refused> {
    let (alone, findings) = resolve(loaded);
    let Some(alone) = alone.filter(|_| !has_errors(&findings)) else { return Err(refused(&loaded.sources, findings)) };
    if alone.accounts.is_none() {
        let message = say!("the rules say nothing about accounts, so they can't be judged by what became of these");
        let finding = Diagnostic::new(&codes::LR0207, message, Span::default(), say!("no accounts"))
            .help(say!("Declare accounts with `account {{ … }}`, or judge the rules by what became of leads."));
        return Err(refused(&loaded.sources, vec![finding]));
    }
    // On a line of its own, so that findings show what the user wrote and nothing else.
    let label = format!("label {NAME} of account {{\n{}\n=> \"yes\"\n}}\n", text.trim());
    let written = loaded.with(PLACE, label).with("stages of leads", reached(&alone));
    let (rules, mut findings) = resolve(&written);
    let Some(mut rules) = rules.filter(|_| !has_errors(&findings)) else {
        return Err(refused(&written.sources, findings));
    };
    let reached = taken_out(&mut rules, REACHED).into_iter().map(|(condition, stage)| (stage, condition)).collect();
    let outcome = taken_out(&mut rules, NAME).into_iter().next();
    let (condition, _) = outcome.expect("a label that was read has lines");
    let looks = Whom::Accounts.rules(&rules).unwrap_or(&rules).dependencies_of_condition(&condition);
    findings.extend(unfit(&rules, Whom::Accounts, &condition, &looks));
    if has_errors(&findings) {
        return Err(refused(&written.sources, findings));
    }
    let outcome = Outcome { condition, fields: looks.fields, text: one_line(text) };
    Ok((rules, OfAccounts { outcome, reached }))
}

/// What says how far the leads of an account have come: the highest stage first.
fn reached(rules: &Rules) -> String {
    let line = |stage: &str| format!("  any lead where (stage at least {stage}) => \"{stage}\"\n");
    let lines: String = rules.stages.steps.iter().rev().map(|step| line(&step.name)).collect();
    if lines.is_empty() { String::new() } else { format!("label {REACHED} of account {{\n{lines}}}\n") }
}

/// The lines of a label that stands last, which is then gone.
fn taken_out(rules: &mut Rules, name: &str) -> Vec<(Cond, String)> {
    let labels = rules.accounts.as_mut().map(|accounts| &mut accounts.rules.labels);
    match labels.and_then(|labels| labels.pop_if(|label| label.name == name)).map(|label| label.body) {
        Some(LabelBody::Lines { lines, .. }) => lines,
        Some(LabelBody::Joined(_)) | None => Vec::new(),
    }
}
