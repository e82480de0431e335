//! What `check` proves about a rule set. In: a rule set and the instant from which leads are seen; out: findings, each
//! shown by a lead or by the absence of one, and the questions that were not decided. What was not decided is not reported
//! as a mistake.

mod borders;
mod conditions;
mod idle;
mod limits;
mod promises;
mod stages;

use super::model::Model;
use super::proof::Reach;
use super::query::Verdict;
use super::witness::Witness;
use crate::calendar::Instant;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;
use crate::source::Span;

pub use promises::broken_promises;

/// Steps that one question of `check` may take: fewer than a proof's, so that checking stays quick.
const STEPS: u64 = 400_000;

/// What is proved, and what is not.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Mistakes and advice, sorted by place.
    pub found: Vec<Diagnostic>,
    /// Questions without an answer, sorted by place.
    pub undecided: Vec<Undecided>,
}

/// A question that was neither proved nor refuted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// What it is about.
    pub span: Span,
    /// What was asked: "whether a lead can reach the stage" of this name, say.
    pub question: String,
    /// Why it was given up.
    pub reason: String,
}

/// All that is found by proof.
#[must_use]
pub fn findings(rules: &Rules, as_of: Instant) -> Findings {
    let model = Model::new(rules, as_of, STEPS);
    let mut findings = Findings::default();
    stages::findings(&model, &mut findings);
    conditions::findings(&model, &mut findings);
    borders::findings(&model, &mut findings.found);
    limits::findings(&model, &mut findings);
    idle::findings(&model, &mut findings);
    promises::findings(&model, &mut findings);
    crate::diagnostic::sort(&mut findings.found);
    findings.undecided.sort_by_key(|undecided| undecided.span);
    findings
}

impl Findings {
    fn push(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    fn undecided(&mut self, span: Span, question: impl Into<String>, reason: impl Into<String>) {
        self.undecided.push(Undecided { span, question: question.into(), reason: reason.into() });
    }

    /// Whether a verdict is no; if there is none, that is noted.
    fn is_never(&mut self, verdict: &Verdict, span: Span, question: impl FnOnce() -> String) -> bool {
        if let Verdict::Undecided(reason) = verdict {
            self.undecided(span, question(), reason);
        }
        *verdict == Verdict::No
    }
}

fn with_witness(finding: Diagnostic, rules: &Rules, witness: &Witness) -> Diagnostic {
    Diagnostic { witness: Some(witness.lines(rules).join("\n")), ..finding }
}

/// With the lead, if one was found and confirmed.
fn with_any(finding: Diagnostic, rules: &Rules, witness: &Reach<Witness>) -> Diagnostic {
    match witness {
        Reach::Proved(witness) => with_witness(finding, rules, witness),
        Reach::Never | Reach::Undecided(..) => finding,
    }
}
