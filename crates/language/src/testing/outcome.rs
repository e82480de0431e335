//! What came out of the tests of a rule set.

use serde::Serialize;

use super::coverage::Coverage;
use crate::explain::{Breach, Explanation, Fact, Piece};
use crate::words::Text;

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
    /// The points and conditions of its lead; of its account, if it is about one.
    pub explanation: Explanation,
    /// Those of the leads of that account, each under the name that the test gives it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Explanation>,
}

impl TestOutcome {
    /// Whether everything it expected came out, and no promise is broken.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failures.is_empty() && self.broken().next().is_none()
    }

    /// The promises that its lead breaks, or its account and the leads of that.
    pub fn broken(&self) -> impl Iterator<Item = &Breach> {
        self.leads.iter().chain([&self.explanation]).flat_map(|explanation| &explanation.broken)
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
    pub fn came(&self) -> Vec<Text> {
        let mut came = Vec::new();
        facts(&self.pieces, &mut came);
        came.dedup();
        came
    }
}

fn facts(piece: &Piece, came: &mut Vec<Text>) {
    came.extend(piece.facts.iter().map(Fact::said));
    piece.parts.iter().for_each(|part| facts(part, came));
}
