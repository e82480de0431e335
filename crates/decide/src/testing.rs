//! Runs the tests that stand in a rule set, on the engine that scores leads, and says what no test looked at. In: the
//! rule set; out: each test's outcome with the points that made it, and the coverage.

mod coverage;

use serde::Serialize;

use crate::explain::{Explanation, Outcome, Piece, Pieces, explain, place, squeezed};
use leadrules_engine::columns::{Column, EventLeads, Events, Leads};
use leadrules_engine::engine::{Options, Plan, Trace};
use leadrules_language::ir::{Rules, Test};
use leadrules_language::types::Value;

pub use coverage::{ConditionCoverage, Coverage, RuleCoverage};

/// What came of all tests of a rule set.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// In the order they stand.
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

/// What came of one test.
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
    /// Whether all it expected came out, and its lead breaks no promise.
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
    /// Each piece of it, with what came out.
    pub pieces: Piece,
}

/// Runs the tests whose titles the filter takes. The coverage is of those that ran.
#[must_use]
pub fn run(rules: &Rules, filter: &dyn Fn(&str) -> bool) -> Report {
    let mut coverage = coverage::Seen::default();
    let tests = rules
        .tests
        .iter()
        .filter(|test| filter(&test.title))
        .map(|test| {
            let (outcome, trace) = run_one(rules, test);
            coverage.add(&trace);
            outcome
        })
        .collect();
    Report { tests, coverage: coverage.coverage(rules) }
}

fn run_one(rules: &Rules, test: &Test) -> (TestOutcome, Trace) {
    let options = Options { as_of: test.as_of, log: rules.log.is_some(), rule_points: true, trace: true };
    let plan = Plan::with_expectations(rules, options, &test.expectations);
    let mut ledger = plan.ledger();
    plan.close(&mut ledger);
    let leads = lead_of(rules, test);
    let trace = plan.trace(&leads, &ledger);
    let pieces = Pieces { rules, leads: &leads, trace: &trace, row: 0 };
    let failures = test
        .expectations
        .iter()
        .map(|expectation| (expectation, pieces.condition(expectation)))
        .filter(|(_, piece)| piece.outcome != Outcome::Met)
        .map(|(expectation, pieces)| Failure {
            expected: squeezed(rules.text(expectation.span)),
            place: place(rules, expectation.span),
            pieces,
        })
        .collect();
    let explanation = explain(rules, &plan, &ledger, &leads, 0);
    let outcome = TestOutcome { title: test.title.clone(), place: place(rules, test.span), failures, explanation };
    (outcome, trace)
}

/// The lead of a test, with its events, as a batch of one.
#[must_use]
pub fn lead_of(rules: &Rules, test: &Test) -> Leads {
    let value = |id: usize| test.lead.iter().find(|(field, _)| usize::from(field.0) == id).map(|(_, value)| value);
    let fields = rules.fields.iter().enumerate();
    let fields: Vec<Column> = fields.map(|(id, field)| Column::from_values(&field.ty, &[value(id).cloned()])).collect();
    let key = rules.key.map_or(Some("1".to_owned()), |key| {
        let field = rules.field(key);
        value(usize::from(key.0)).map(|value| leadrules_engine::columns::show(value, &field.ty))
    });
    Leads {
        rows: 1,
        first_row: 0,
        fields,
        keys: vec![key].into(),
        events: rules.log.as_ref().map(|log| Events {
            rows: test.events.len(),
            leads: EventLeads::Rows(vec![0; test.events.len()]),
            kinds: test.events.iter().map(|event| event.kind.0).collect(),
            times: test.events.iter().map(|event| event.time).collect(),
            ids: None,
            properties: (0..)
                .zip(&log.properties)
                .map(|(id, property)| {
                    let values: Vec<Option<Value>> = test
                        .events
                        .iter()
                        .map(|event| event.properties.iter().find(|(at, _)| at.0 == id).map(|(_, value)| value.clone()))
                        .collect();
                    Column::from_values(&property.ty, &values)
                })
                .collect(),
        }),
        kept: Vec::new(),
    }
}
