//! Tests, run where they stand. In: rules and the title of a test; out: whether it passed, and what came instead.

use leadrules_language::ir::{Rules, Test};
use leadrules_language::source::{Span, one_line};
use leadrules_language::testing::{self, TestOutcome};
use leadrules_language::words::{Text, say};

/// The command that an editor executes to run a test: the URI of the file, and the title.
pub(super) const RUN: &str = "leadrules.runTest";

/// What came of a test.
#[derive(Clone, Debug)]
pub(super) struct Ran {
    /// `passed`, or what came instead of what was expected.
    pub said: Text,
    /// Each expectation that failed, and what came.
    pub failures: Vec<(Span, Text)>,
    /// Whether it passed.
    pub passed: bool,
}

/// Runs a test; the error is a sentence.
pub(super) fn run(rules: &Rules, title: &str) -> Result<Ran, Text> {
    let report = testing::run(rules, &|other| other == title);
    let tests = rules.tests.iter().filter(|test| test.title == title).zip(&report.tests);
    let ran = tests.map(|(test, outcome)| of(rules, test, outcome)).reduce(both);
    ran.ok_or_else(|| say!("there is no test \"{test}\" any more", test = title))
}

/// Of two tests with one title.
fn both(one: Ran, mut other: Ran) -> Ran {
    other.failures.splice(0..0, one.failures);
    Ran { said: if one.passed { other.said } else { one.said }, passed: one.passed && other.passed, ..other }
}

fn of(rules: &Rules, test: &Test, outcome: &TestOutcome) -> Ran {
    let mut failures = Vec::new();
    let mut came = Vec::new();
    for expected in &test.expectations {
        let text = one_line(rules.text(expected.span));
        if let Some(failure) = outcome.failures.iter().find(|failure| failure.expected == text) {
            let facts = Text::row(failure.came(), ", ");
            failures.push((expected.span, say!("expected {condition}; {came}", condition = text, came = &facts)));
            came.push(facts);
        }
    }
    for breach in outcome.broken() {
        let text = say!("breaks the promise \"{promise}\"", promise = &breach.promise);
        failures.push((test.span, text.clone()));
        came.push(text);
    }
    came.dedup();
    let passed = outcome.passed();
    let said = if passed { say!("passed") } else { say!("failed: {came}", came = Text::row(came, ", ")) };
    Ran { said, failures, passed }
}
