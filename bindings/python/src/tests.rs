//! The tests that stand in rules. In: what came of them; out: results by their titles, and a text.

use leadrules_language::explain;
use leadrules_language::page::Style;
use leadrules_language::testing::{Report, TestOutcome};
use pyo3::prelude::*;

/// What came of a test.
#[pyclass(frozen, module = "leadrules")]
#[derive(Debug)]
pub struct TestResult {
    /// Its title.
    #[pyo3(get)]
    title: String,
    /// Whether everything that it expects came out, and its lead breaks no promise.
    #[pyo3(get)]
    passed: bool,
    /// Its file and line.
    #[pyo3(get)]
    place: String,
    /// What it expected and did not get, as written.
    #[pyo3(get)]
    failures: Vec<String>,
    text: String,
}

impl TestResult {
    fn new(test: &TestOutcome) -> Self {
        let mut text = format!("{} {}", if test.passed() { "✓" } else { "✗" }, test.title);
        for failure in &test.failures {
            text += &format!("\n    expected {}  {}", failure.expected, failure.place);
        }
        for breach in test.broken() {
            text += &format!("\n    breaks the promise \"{}\"  {}", breach.promise, breach.place);
        }
        if !test.passed() {
            let lead = explain::render(&test.explanation, Style::default());
            text.extend(lead.trim_end().lines().map(|line| format!("\n    {line}")));
        }
        Self {
            title: test.title.clone(),
            passed: test.passed(),
            place: test.place.clone(),
            failures: test.failures.iter().map(|failure| failure.expected.clone()).collect(),
            text,
        }
    }
}

#[pymethods]
impl TestResult {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("<TestResult {:?}: {}>", self.title, if self.passed { "passed" } else { "failed" })
    }
}

/// What came of the tests in rules.
#[pyclass(frozen, get_all, module = "leadrules")]
#[derive(Debug)]
pub struct TestReport {
    /// Whether every test passed.
    passed: bool,
    /// Each test, in the order they are written.
    results: Vec<Py<TestResult>>,
    /// The titles of the rules that no test made fire.
    never_fired: Vec<String>,
}

impl TestReport {
    pub fn new(py: Python<'_>, report: &Report) -> PyResult<Self> {
        let never = report.coverage.rules.iter().filter(|rule| !rule.fired);
        Ok(Self {
            passed: report.passed(),
            results: report.tests.iter().map(|test| Py::new(py, TestResult::new(test))).collect::<PyResult<_>>()?,
            never_fired: never.map(|rule| rule.title.clone()).collect(),
        })
    }
}

#[pymethods]
impl TestReport {
    fn __str__(&self) -> String {
        let failed = self.results.iter().filter(|test| !test.get().passed).count();
        let tests: Vec<&str> = self.results.iter().map(|test| test.get().text.as_str()).collect();
        format!("{}\n{failed} failed, {} passed", tests.join("\n"), self.results.len() - failed)
    }

    fn __repr__(&self) -> String {
        format!("<TestReport of {} tests: {}>", self.results.len(), if self.passed { "passed" } else { "failed" })
    }
}
