//! Lines that are being tried, as a score of their own beside the others. In: the files of a set and the lines; out:
//! the set with one more score, which is read, given its meaning and evaluated like any other: what a line gives a lead
//! while it is tried is what it would really give.

use leadrules_language::load::Loaded;

use super::candidates::Candidate;

/// The name of that score.
pub(super) const NAME: &str = "lines_that_suggest_tries";

/// The set with a score made of the lines to be tried; the same set if there are none.
#[must_use]
pub fn with_trials(loaded: &Loaded, tried: &[Candidate]) -> Loaded {
    if tried.is_empty() {
        return loaded.clone();
    }
    let lines: String = tried.iter().map(|line| format!("  {}\n", line.trial())).collect();
    loaded.with("lines about events", format!("score {NAME} 0.. {{\n{lines}}}\n"))
}
