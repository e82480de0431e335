//! What an outcome is: a condition on facts. In: a condition and what it looks at; out: whether it can be an outcome.

use std::collections::BTreeSet;
use std::sync::Arc;

use leadrules_language::codes;
use leadrules_language::diagnostic::{Diagnostic, sort};
use leadrules_language::ir::{Cond, Dependencies, FieldId, Rules};
use leadrules_language::source::Sources;
use leadrules_language::words::say;

use super::facts;
use crate::whom::Whom;

/// The name that the condition has while it is read.
pub(crate) const NAME: &str = "outcome_of_leads";

/// What findings call the place where the condition was written.
pub(super) const PLACE: &str = "--outcome";

/// A condition that says whether a lead became what was hoped for.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// When it did, as a condition.
    pub condition: Cond,
    /// The fields that it looks at.
    pub fields: BTreeSet<FieldId>,
    /// As the user wrote it, on one line.
    pub text: String,
}

/// What became of accounts.
#[derive(Clone, Debug)]
pub struct OfAccounts {
    /// The outcome; its fields are those of accounts.
    pub outcome: Outcome,
    /// From the highest stage of leads to the lowest: its name, and whether an account has a lead that is there or higher.
    pub reached: Vec<(String, Cond)>,
}

/// Why an outcome can't be used: the texts, and the errors in them.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The files of the set, and the condition.
    pub sources: Arc<Sources>,
    /// The errors.
    pub findings: Vec<Diagnostic>,
}

/// The errors among the findings, as a reason.
pub(super) fn refused(sources: &Arc<Sources>, mut findings: Vec<Diagnostic>) -> Refused {
    findings.retain(|finding| finding.severity == codes::Severity::Error);
    sort(&mut findings);
    Refused { sources: Arc::clone(sources), findings }
}

/// An outcome is a fact about the lead or the account, not something that the rules say about it.
pub(super) fn unfit(rules: &Rules, whom: Whom, condition: &Cond, looks: &Dependencies) -> Option<Diagnostic> {
    let message = if !looks.scores.is_empty() {
        say!("the outcome looks at a score")
    } else if !looks.labels.is_empty() {
        say!("the outcome looks at a label")
    } else if looks.stage {
        say!("the outcome looks at the stage")
    } else if looks.events {
        say!("the outcome looks at events")
    } else if let Some(said) = facts::looks_at_the_others(rules, whom, &looks.fields) {
        said
    } else if looks.fields.is_empty() {
        match whom {
            Whom::Leads => say!("the outcome looks at no field of the lead"),
            Whom::Accounts => say!("the outcome looks at no field of the account"),
        }
    } else {
        return None;
    };
    let (label, help) = match whom {
        Whom::Leads => (
            say!("not a fact of the lead"),
            say!(
                "What became of a lead has to stand in a field that no rule looks at, as in `won` or `status is \"won\"`."
            ),
        ),
        Whom::Accounts => (
            say!("not a fact of the account"),
            say!(
                "What became of an account has to stand in a field that no rule looks at, its own or its leads', as in `deal` or \
                 `any lead where (won)`."
            ),
        ),
    };
    Some(Diagnostic::new(&codes::LR0207, message, condition.span, label).help(help))
}
