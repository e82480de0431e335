//! What `check` has proved so far, and what it could not decide. What was not decided is never reported as a mistake.

use super::super::proof::Reach;
use super::super::query::Verdict;
use super::super::witness::Witness;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;
use crate::source::Span;

/// Steps that one question of `check` may take: fewer than for a proof, so that checking stays quick.
pub(super) const STEPS: u64 = 400_000;

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
    /// What was asked: "whether a lead can reach the stage" with this name, say.
    pub question: String,
    /// Why it was given up.
    pub reason: String,
}

impl Findings {
    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    pub(super) fn undecided(&mut self, span: Span, question: impl Into<String>, reason: impl Into<String>) {
        self.undecided.push(Undecided { span, question: question.into(), reason: reason.into() });
    }

    /// Whether a verdict is no; if there is no verdict, that is noted.
    pub(super) fn is_never(&mut self, verdict: &Verdict, span: Span, question: impl FnOnce() -> String) -> bool {
        if let Verdict::Undecided(reason) = verdict {
            self.undecided(span, question(), reason);
        }
        matches!(verdict, Verdict::No(_))
    }
}

pub(super) fn with_witness(finding: Diagnostic, rules: &Rules, witness: &Witness) -> Diagnostic {
    Diagnostic { witness: Some(witness.shown(rules).join("\n")), ..finding }
}

/// The finding together with the lead, if one was found and confirmed.
pub(super) fn with_any(finding: Diagnostic, rules: &Rules, witness: &Reach<Witness>) -> Diagnostic {
    match witness {
        Reach::Proved(witness) => with_witness(finding, rules, witness),
        Reach::Never | Reach::Undecided(..) => finding,
    }
}
