//! Findings as JSON. Its form is documented in `docs/cli.md`; fields are added, never renamed.

use leadrules_language::analyze::Undecided;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::source::Sources;
use serde::Serialize;

use super::super::json;
use super::found::{Counts, Found, Place};

/// The whole document.
#[derive(Serialize)]
struct Document<'a> {
    /// The version of this form.
    version: u32,
    findings: Vec<Finding<'a>>,
    undecided: Vec<Open<'a>>,
    errors: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    title: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    labels: Vec<Label<'a>>,
    help: Option<&'a str>,
    fixes: Vec<Fix<'a>>,
    witness: Option<&'a str>,
}

#[derive(Serialize)]
struct Open<'a> {
    question: &'a str,
    reason: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    /// Whether it is certainly meant, or a guess.
    sure: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    replacement: &'a str,
}

/// The findings as one JSON document.
pub(super) fn write(sets: &[Found<'_>]) -> String {
    let counts = sets.iter().map(|set| Counts::of(set.findings)).fold(Counts::default(), Counts::and);
    let document = Document {
        version: 1,
        findings: sets.iter().flat_map(|set| set.findings.iter().map(|found| finding(set.sources, found))).collect(),
        undecided: sets.iter().flat_map(|set| set.undecided.iter().map(|one| open(set.sources, one))).collect(),
        errors: counts.errors,
        warnings: counts.warnings,
        advice: counts.advice,
    };
    json::json(&document)
}

fn open<'a>(sources: &'a Sources, one: &'a Undecided) -> Open<'a> {
    Open { question: &one.question, reason: &one.reason, place: Place::of(sources, one.span) }
}

fn finding<'a>(sources: &'a Sources, found: &'a Diagnostic) -> Finding<'a> {
    Finding {
        code: found.code.id,
        severity: found.severity.word(),
        title: found.code.title,
        message: &found.message,
        place: Place::of(sources, found.span()),
        labels: found
            .labels
            .iter()
            .map(|label| Label { place: Place::of(sources, label.span), text: &label.text })
            .collect(),
        help: found.help.as_deref(),
        fixes: found
            .fixes
            .iter()
            .map(|fix| Fix {
                title: &fix.title,
                sure: fix.sure,
                edits: fix
                    .edits
                    .iter()
                    .map(|(span, replacement)| Edit { place: Place::of(sources, *span), replacement })
                    .collect(),
            })
            .collect(),
        witness: found.witness.as_deref(),
    }
}
