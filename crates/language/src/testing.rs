//! Runs the tests that are part of a rule set, and says what no test looked at. In: the rule set; out: each test's
//! outcome with the points that made it, and the coverage.

mod company;
mod coverage;
mod outcome;

use crate::explain::{Answer, Pieces, explain_evaluated};
use crate::ir::{Rules, Test};
use crate::reference::{Evaluation, of_test};
use crate::source::one_line;

pub use coverage::{ConditionCoverage, Coverage, RuleCoverage};
pub use outcome::{Failure, Report, TestOutcome};

/// Runs the tests whose titles pass the filter. The coverage is that of the tests that ran.
#[must_use]
pub fn run(rules: &Rules, filter: &dyn Fn(&str) -> bool) -> Report {
    let mut coverage = coverage::Seen::new(rules);
    let tests = rules.tests.iter().filter(|test| filter(&test.title)).map(|test| run_one(rules, test, &mut coverage));
    Report { tests: tests.collect(), coverage: coverage.coverage() }
}

fn run_one(rules: &Rules, test: &Test, coverage: &mut coverage::Seen<'_>) -> TestOutcome {
    if let (Some(company), Some(accounts)) = (&test.company, &rules.accounts) {
        return company::run(rules, (test, company), accounts, coverage);
    }
    let (lead, events) = of_test(rules, test);
    let events = rules.log.as_ref().map(|_| events.as_slice());
    let evaluation = Evaluation::new(rules, test.as_of, &lead, events);
    coverage.add(&evaluation);
    let pieces = Pieces { evaluation: &evaluation };
    let failures = test
        .expectations
        .iter()
        .map(|expectation| (expectation, pieces.condition(expectation)))
        .filter(|(_, piece)| piece.outcome != Answer::Met)
        .map(|(expectation, pieces)| Failure {
            expected: one_line(rules.text(expectation.span)),
            place: rules.sources.place(expectation.span),
            pieces,
        })
        .collect();
    let key = rules.key.map_or(Some("1".to_owned()), |key| {
        let value = lead.fields[usize::from(key.0)].as_ref();
        value.map(|value| value.shown(&rules.field(key).ty))
    });
    TestOutcome {
        title: test.title.clone(),
        place: rules.sources.place(test.span),
        failures,
        explanation: explain_evaluated(key, &evaluation),
        leads: Vec::new(),
    }
}
