//! What became of a lead, as a condition outside the rules. In: a rule set's files and the text of a condition; out:
//! the rules together with the condition as meant; or findings, including one for each rule that looks at what the
//! outcome looks at: such a rule knows the answer before the question is put.

mod accounts;
mod condition;
mod facts;
mod legible;

use std::collections::BTreeSet;

use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, has_errors};
use leadrules_language::ir::{DefinitionBody, Rules};
use leadrules_language::load::Loaded;
use leadrules_language::resolve::resolve;
use leadrules_language::source::{Span, one_line};
use leadrules_language::words::say;

use crate::whom::Whom;
pub(crate) use condition::NAME;
pub use condition::{OfAccounts, Outcome, Refused};
use condition::{PLACE, refused, unfit};
use facts::{Facts, leaks, moment};
pub use legible::{Legible, illegible};

/// The rules of a set, and the outcome that a text describes.
///
/// # Errors
/// When the text is not a condition on fields of the lead, or something that decides about leads looks at one of those
/// fields.
pub fn read(loaded: &Loaded, text: &str) -> Result<(Rules, Outcome), Refused> {
    read_at(loaded, text, None)
}

/// The same if a field or column says when the outcome was known; nothing that decides about leads may look at that
/// either.
///
/// # Errors
/// As [`read`].
pub fn read_at(loaded: &Loaded, text: &str, at: Option<&str>) -> Result<(Rules, Outcome), Refused> {
    let (rules, outcome) = condition(loaded, text)?;
    unknown_to_rules(&rules, Whom::Leads, &outcome, at)?;
    Ok((rules, outcome))
}

/// The same for accounts: the outcome is a condition on their fields, or on those of their leads, as in `any lead where (won)`.
///
/// # Errors
/// As [`read`], and when the rules say nothing about accounts.
pub fn read_of_accounts(loaded: &Loaded, text: &str, at: Option<&str>) -> Result<(Rules, OfAccounts), Refused> {
    let (rules, outcome) = accounts::read(loaded, text)?;
    unknown_to_rules(&rules, Whom::Accounts, &outcome.outcome, at)?;
    Ok((rules, outcome))
}

/// Refuses rules that look at what the outcome looks at, or at what says when it was known.
fn unknown_to_rules(rules: &Rules, whom: Whom, outcome: &Outcome, at: Option<&str>) -> Result<(), Refused> {
    let of = whom.rules(rules).unwrap_or(rules);
    let facts = Facts::of(rules, whom, &outcome.fields);
    let when = at.and_then(|at| moment(of, at)).map(|field| Facts::of(rules, whom, &BTreeSet::from([field])));
    let findings = leaks(rules, &facts, &when.unwrap_or_default());
    if findings.is_empty() { Ok(()) } else { Err(refused(&rules.sources, findings)) }
}

/// The same for those who only ask what became of leads: rules may look at it, too.
///
/// # Errors
/// When the text is no condition on fields of the lead.
pub fn condition(loaded: &Loaded, text: &str) -> Result<(Rules, Outcome), Refused> {
    // On a line of its own, so that findings show what the user wrote and nothing else.
    let loaded = loaded.with(PLACE, format!("define {NAME} =\n{}\n", text.trim()));
    let (rules, mut findings) = resolve(&loaded);
    let refuse = |findings| refused(&loaded.sources, findings);
    let Some(rules) = rules.filter(|_| !has_errors(&findings)) else { return Err(refuse(findings)) };
    let definition = rules.definitions.iter().find(|definition| definition.name == NAME);
    let whole = definition.map_or_else(Span::default, |definition| definition.span);
    let Some(DefinitionBody::Cond(condition)) = definition.map(|definition| &definition.body) else {
        let message = say!("the outcome is a number; it has to be something that is so or is not");
        findings.push(Diagnostic::bare(&codes::LR0208, message, whole).help(say!("Compare it, as in `revenue > 0`.")));
        return Err(refuse(findings));
    };
    let looks = rules.dependencies_of_condition(condition);
    findings.extend(unfit(&rules, Whom::Leads, condition, &looks));
    if has_errors(&findings) {
        return Err(refuse(findings));
    }
    let outcome = Outcome { condition: condition.clone(), fields: looks.fields, text: one_line(text) };
    Ok((rules, outcome))
}
