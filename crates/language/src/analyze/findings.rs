//! What `check` proves about a rule set. In: a rule set and the instant from which leads are seen; out: findings, each
//! shown by a lead or by the absence of one, and the questions that were not decided. What was not decided is not reported
//! as a mistake.

mod borders;
mod caps;
mod conditions;
mod counted;
mod found;
mod fresh;
mod idle;
mod labels;
mod limits;
mod promises;
mod spent;
mod stages;

use super::model::Model;
use crate::calendar::Instant;
use crate::ir::Rules;

pub use found::{Findings, Undecided};
pub use promises::broken_promises;

use found::STEPS;

/// Everything that is found by proof.
#[must_use]
pub fn findings(rules: &Rules, as_of: Instant) -> Findings {
    let model = Model::new(rules, as_of, STEPS);
    let mut findings = Findings::default();
    stages::findings(&model, &mut findings);
    conditions::findings(&model, &mut findings);
    labels::findings(&model, &mut findings);
    borders::findings(&model, &mut findings);
    counted::findings(&model, &mut findings);
    limits::findings(&model, &mut findings);
    caps::findings(&model, &mut findings);
    spent::findings(&model, &mut findings);
    fresh::findings(&model, &mut findings);
    idle::findings(&model, &mut findings);
    promises::findings(&model, &mut findings);
    crate::diagnostic::sort(&mut findings.found);
    findings.undecided.sort_by_key(|undecided| undecided.span);
    findings
}
