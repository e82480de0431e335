//! How much of what tests make up is tried: one in five where somebody waits, all of it in `.ci/all` (`LEADRULES_TESTS=all`).

use std::iter::StepBy;
use std::ops::Range;

fn step() -> usize {
    #[expect(clippy::disallowed_methods, reason = "how long to test is no part of a result")]
    let wanted = std::env::var("LEADRULES_TESTS");
    match wanted.as_deref() {
        Ok("all") => 1,
        Ok(other) => panic!("LEADRULES_TESTS is `all` or not set, not `{other}`"),
        Err(_) => 5,
    }
}

/// Every fifth of these cases, or all of them.
pub fn of(cases: Range<u64>) -> StepBy<Range<u64>> {
    cases.step_by(step())
}

/// A fifth of this number, or all of it.
pub fn of_number(all: u64) -> u64 {
    of(0..all).count() as u64
}

/// The same for cases that take long: one in twenty-five, or all of them.
pub fn of_slow() -> impl Iterator<Item = bool> {
    let step = step() * step();
    (0..).map(move |at: usize| at.is_multiple_of(step))
}

/// Whether each of many cases, in turn, is tried; without end.
pub fn tried() -> impl Iterator<Item = bool> {
    let step = step();
    (0..).map(move |at: usize| at.is_multiple_of(step))
}

/// How many random edits an editor makes: a fifth of this number, or all of it, or as many as `LEADRULES_EDITS` says.
pub fn edits(usual: usize) -> usize {
    #[expect(clippy::disallowed_methods, reason = "how long to test is no part of a result")]
    let wanted = std::env::var("LEADRULES_EDITS");
    wanted.map_or(usual / step(), |wanted| wanted.parse().expect("LEADRULES_EDITS is a number"))
}
