//! A test about an account and its leads. In: the test; out: what it expected of each and did not get, each with the pieces of
//! whom it is about.

use crate::explain::{Answer, Explanation, Piece, Pieces, explain_evaluated};
use crate::ir::{Accounts, Company, Expected, ExpectedKind, Rules, Test};
use crate::reference::{Evaluated, Evaluation, company_of_test};
use crate::source::one_line;
use crate::types::{Truth, Value};

use super::coverage::Seen;
use super::outcome::{Failure, TestOutcome};

pub(super) fn run(
    rules: &Rules,
    (test, company): (&Test, &Company),
    accounts: &Accounts,
    coverage: &mut Seen<'_>,
) -> TestOutcome {
    let came = company_of_test(rules, test, company);
    let of_account = evaluation(&accounts.rules, test, &came.account);
    let of_leads: Vec<Evaluation<'_>> = came.leads.iter().map(|lead| evaluation(rules, test, lead)).collect();
    for lead in &of_leads {
        coverage.add(lead);
    }
    coverage.add_account(&of_account);
    let both = Both { rules, of_account: &of_account, of_leads: &of_leads };
    let failures = company
        .expectations
        .iter()
        .map(|expected| (expected, both.piece(expected)))
        .filter(|(_, piece)| piece.outcome != Answer::Met)
        .map(|(expected, pieces)| Failure {
            expected: one_line(rules.text(expected.span)),
            place: rules.sources.place(expected.span),
            pieces,
        })
        .collect();
    let key = came.account.lead.fields[usize::from(accounts.key.0)].as_ref();
    let key = key.map(|value: &Value| value.shown(&accounts.rules.field(accounts.key).ty));
    let named = |(member, evaluation): (&crate::ir::Member, &Evaluation<'_>)| -> Explanation {
        explain_evaluated(Some(member.called.clone()), evaluation)
    };
    TestOutcome {
        title: test.title.clone(),
        place: rules.sources.place(test.span),
        failures,
        explanation: explain_evaluated(key, &of_account),
        leads: company.leads.iter().zip(&of_leads).map(named).collect(),
    }
}

fn evaluation<'a>(rules: &'a Rules, test: &Test, of: &'a Evaluated) -> Evaluation<'a> {
    Evaluation::new(rules, test.as_of, &of.lead, of.events.as_deref())
}

struct Both<'a> {
    rules: &'a Rules,
    of_account: &'a Evaluation<'a>,
    of_leads: &'a [Evaluation<'a>],
}

impl Both<'_> {
    fn piece(&self, expected: &Expected) -> Piece {
        let joined = |parts: &[Expected], start: Truth, join: fn(Truth, Truth) -> Truth| {
            let parts: Vec<Piece> = parts.iter().map(|part| self.piece(part)).collect();
            let outcome = parts.iter().map(|part| Truth::from(part.outcome)).fold(start, join);
            Piece { text: one_line(self.rules.text(expected.span)), outcome: outcome.into(), facts: Vec::new(), parts }
        };
        match &expected.kind {
            ExpectedKind::Account(cond) => Pieces { evaluation: self.of_account }.condition(cond),
            ExpectedKind::Lead(at, cond) => Pieces { evaluation: &self.of_leads[*at] }.condition(cond),
            ExpectedKind::All(parts) => joined(parts, Truth::True, Truth::and),
            ExpectedKind::Any(parts) => joined(parts, Truth::False, Truth::or),
            ExpectedKind::Not(inner) => {
                let inner = self.piece(inner);
                let outcome = (!Truth::from(inner.outcome)).into();
                let text = one_line(self.rules.text(expected.span));
                Piece { text, outcome, facts: Vec::new(), parts: vec![inner] }
            }
        }
    }
}
