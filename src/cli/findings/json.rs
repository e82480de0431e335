//! Findings as JSON. Its form is documented in `docs/cli.md`; fields are added, never renamed.

use leadrules_language::analyze::Undecided;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::source::Sources;
use leadrules_language::words::Locale;
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
    title: String,
    message: String,
    #[serde(flatten)]
    place: Place<'a>,
    labels: Vec<Label<'a>>,
    help: Option<String>,
    fixes: Vec<Fix<'a>>,
    witness: Option<&'a str>,
}

#[derive(Serialize)]
struct Open<'a> {
    question: String,
    reason: String,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: String,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: String,
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
pub(super) fn write(sets: &[Found<'_>], locale: Locale) -> String {
    let counts = sets.iter().map(|set| Counts::of(set.findings)).fold(Counts::default(), Counts::and);
    let document = Document {
        version: 1,
        findings: sets
            .iter()
            .flat_map(|set| set.findings.iter().map(|found| finding(set.sources, found, locale)))
            .collect(),
        undecided: sets.iter().flat_map(|set| set.undecided.iter().map(|one| open(set.sources, one, locale))).collect(),
        errors: counts.errors,
        warnings: counts.warnings,
        advice: counts.advice,
    };
    json::json(&document)
}

fn open<'a>(sources: &'a Sources, one: &'a Undecided, locale: Locale) -> Open<'a> {
    let (question, reason) = (one.question.in_locale(locale), one.reason.in_locale(locale));
    Open { question, reason, place: Place::of(sources, one.span) }
}

fn finding<'a>(sources: &'a Sources, found: &'a Diagnostic, locale: Locale) -> Finding<'a> {
    Finding {
        code: found.code.id,
        severity: found.severity.word(),
        title: found.code.said().in_locale(locale),
        message: found.message.in_locale(locale),
        place: Place::of(sources, found.span()),
        labels: found
            .labels
            .iter()
            .map(|label| Label { place: Place::of(sources, label.span), text: label.text.in_locale(locale) })
            .collect(),
        help: found.help.as_ref().map(|help| help.in_locale(locale)),
        fixes: found
            .fixes
            .iter()
            .map(|fix| Fix {
                title: fix.title.in_locale(locale),
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
