//! What `check` has proved so far, and what it could not decide. What was not decided is never reported as a mistake.

use super::super::proof::Reach;
use super::super::query::Verdict;
use super::super::witness::Witness;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::Rules;
use crate::source::Span;
use crate::words::Text;

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
    pub question: Text,
    /// Why it was given up.
    pub reason: Text,
}

impl Findings {
    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    /// Adds what was found about accounts, but for what follows from a condition on leads of which no lead is that: it is the same mistake.
    pub(super) fn add(&mut self, of_accounts: Self) {
        let never = |finding: &Diagnostic| {
            [codes::LR0509.id, codes::LR0610.id].contains(&finding.code.id).then(|| Some(finding.labels.first()?.span))
        };
        let dead: Vec<Span> = self.found.iter().filter_map(never).flatten().collect();
        let follows = |finding: &Diagnostic| {
            let is_within = |inner: &Span, outer: Span| {
                inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end
            };
            never(finding).flatten().is_some_and(|outer| dead.iter().any(|inner| is_within(inner, outer)))
        };
        let own = of_accounts.found.into_iter().filter(|finding| !follows(finding));
        self.found.extend(own.collect::<Vec<_>>());
        self.undecided.extend(of_accounts.undecided);
    }

    pub(super) fn undecided(&mut self, span: Span, question: Text, reason: Text) {
        self.undecided.push(Undecided { span, question, reason });
    }

    /// Whether a verdict is no; if there is no verdict, that is noted.
    pub(super) fn is_never(&mut self, verdict: &Verdict, span: Span, question: impl FnOnce() -> Text) -> bool {
        if let Verdict::Undecided(reason) = verdict {
            self.undecided(span, question(), reason.clone());
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
