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

use super::both;
use super::model::Model;
use crate::calendar::Instant;
use crate::ir::Rules;

pub use found::{Findings, Undecided};
pub use promises::broken_promises;

use found::STEPS;

/// Everything that is found by proof.
#[must_use]
pub fn findings(rules: &Rules, as_of: Instant) -> Findings {
    findings_while(rules, as_of, &|| true).unwrap_or_default()
}

/// Everything that is found by proof, as long as `goes_on` says that somebody waits for it; `None` if nobody did.
#[must_use]
pub fn findings_while(rules: &Rules, as_of: Instant, goes_on: &dyn Fn() -> bool) -> Option<Findings> {
    const FAMILIES: [fn(&Model<'_>, &mut Findings); 11] = [
        stages::findings,
        conditions::findings,
        labels::findings,
        borders::findings,
        counted::findings,
        limits::findings,
        caps::findings,
        spent::findings,
        fresh::findings,
        idle::findings,
        promises::findings,
    ];
    let mut of_model = |model: &Model<'_>| {
        let mut findings = Findings::default();
        for family in FAMILIES {
            family(model, &mut findings);
            if !goes_on() {
                return None;
            }
        }
        Some(findings)
    };
    let (findings, of_accounts) = both::asked(rules, as_of, STEPS, goes_on, &mut of_model);
    let mut findings = findings?;
    if let Some(of_accounts) = of_accounts {
        findings.add(of_accounts?);
    }
    crate::diagnostic::sort(&mut findings.found);
    findings.undecided.sort_by_key(|undecided| undecided.span);
    Some(findings)
}
