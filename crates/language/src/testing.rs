//! Runs the tests that are part of a rule set, and says what no test looked at. In: the rule set; out: each test's
//! outcome with the points that made it, and the coverage.

mod coverage;

use serde::Serialize;

use crate::explain::{Answer, Explanation, Piece, Pieces, explain_evaluated};
use crate::ir::{Rules, Test};
use crate::reference::{Evaluation, of_test};
use crate::source::one_line;

pub use coverage::{ConditionCoverage, Coverage, RuleCoverage};

/// The results of all tests of a rule set.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// In the order they are written.
    pub tests: Vec<TestOutcome>,
    /// What no test looked at.
    pub coverage: Coverage,
}

impl Report {
    /// Whether every test passed.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.tests.iter().all(TestOutcome::passed)
    }
}

/// The result of one test.
#[derive(Clone, Debug, Serialize)]
pub struct TestOutcome {
    /// Its title.
    pub title: String,
    /// Its file and line.
    pub place: String,
    /// What it expected and did not get; empty if it passed.
    pub failures: Vec<Failure>,
    /// The points and conditions of its lead.
    pub explanation: Explanation,
}

impl TestOutcome {
    /// Whether everything it expected came out, and its lead breaks no promise.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failures.is_empty() && self.explanation.broken.is_empty()
    }
}

/// An expectation that did not hold.
#[derive(Clone, Debug, Serialize)]
pub struct Failure {
    /// As written.
    pub expected: String,
    /// Its file and line.
    pub place: String,
    /// Each piece of it, with its outcome.
    pub pieces: Piece,
}

impl Failure {
    /// What it looked at came to: `profile is 15`, each once.
    #[must_use]
    pub fn came(&self) -> Vec<String> {
        let mut came = Vec::new();
        facts(&self.pieces, &mut came);
        came.dedup();
        came
    }
}

fn facts(piece: &Piece, came: &mut Vec<String>) {
    came.extend(
        piece.facts.iter().map(|fact| format!("{} is {}", fact.name, fact.value.as_deref().unwrap_or("unknown"))),
    );
    piece.parts.iter().for_each(|part| facts(part, came));
}

/// Runs the tests whose titles pass the filter. The coverage is that of the tests that ran.
#[must_use]
pub fn run(rules: &Rules, filter: &dyn Fn(&str) -> bool) -> Report {
    let mut coverage = coverage::Seen::new(rules);
    let tests = rules.tests.iter().filter(|test| filter(&test.title)).map(|test| run_one(rules, test, &mut coverage));
    Report { tests: tests.collect(), coverage: coverage.coverage() }
}

fn run_one(rules: &Rules, test: &Test, coverage: &mut coverage::Seen<'_>) -> TestOutcome {
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
    }
}
