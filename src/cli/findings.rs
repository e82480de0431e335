//! Findings in the forms that people and programs read. In: findings and the texts they speak of; out: text. What the
//! findings are was decided before.

mod github;
mod json;
mod sarif;

use clap::ValueEnum;
use leadrules_language::analyze::Undecided;
use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::{self, Diagnostic};
use leadrules_language::source::{Sources, Span};

use super::args::Form;
use super::terminal::Stream;

/// A form of findings beside text, their lines underlined, and JSON, which docs/cli.md describes.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Further {
    /// One line each, path:line:column, for editors
    Plain,
    /// For code scanning (SARIF 2.1.0)
    Sarif,
    /// For GitHub Actions, which shows them beside the changed lines
    Github,
}

/// A form of findings.
pub(super) type Format = Form<Further>;

/// The findings of one rule set, with the files they point into.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The files.
    pub(super) sources: &'a Sources,
    /// The findings, sorted.
    pub(super) findings: &'a [Diagnostic],
    /// What was not decided; in JSON only.
    pub(super) undecided: &'a [Undecided],
}

/// All findings in one form. Counts and praise are not in it.
pub(super) fn write(format: Format, sets: &[Found<'_>], out: &Stream) -> String {
    match format {
        Form::Text => each(sets, |set, finding| {
            let mut text = diagnostic::render(finding, set.sources, out.style);
            text.push('\n');
            text
        }),
        Form::Further(Further::Plain) => each(sets, plain),
        Form::Json => json::write(sets),
        Form::Further(Further::Sarif) => sarif::write(sets),
        Form::Further(Further::Github) => each(sets, github::command),
    }
}

fn each(sets: &[Found<'_>], show: impl Fn(&Found<'_>, &Diagnostic) -> String) -> String {
    sets.iter().flat_map(|set| set.findings.iter().map(|finding| show(set, finding))).collect()
}

/// `path:line:column: error[LR0201]: message`
fn plain(set: &Found<'_>, finding: &Diagnostic) -> String {
    let place = Place::of(set.sources, finding.span());
    let (word, code) = (finding.severity.word(), finding.code.id);
    format!("{}:{}:{}: {word}[{code}]: {}\n", place.path, place.line, place.column, one_line(&finding.message))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stretch of a file as programs name it: lines and columns from 1, columns in characters, the end after the last.
#[derive(Debug, serde::Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Place<'a> {
    fn of(sources: &'a Sources, span: Span) -> Self {
        let file = sources.file(span.file);
        let (line, column) = file.line_column(span.start as usize);
        let (end_line, end_column) = file.line_column(span.end as usize);
        Self { path: &file.path, line, column, end_line, end_column }
    }
}

/// How many findings there are of each severity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Errors.
    pub(super) errors: usize,
    /// Warnings.
    pub(super) warnings: usize,
    /// Advice.
    pub(super) advice: usize,
}

impl Counts {
    /// Of these findings.
    pub(super) fn of(findings: &[Diagnostic]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), advice: count(Severity::Advice) }
    }

    /// Both.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            advice: self.advice + other.advice,
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        for (count, one, many) in [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.advice, "piece of advice", "pieces of advice"),
        ] {
            if count > 0 {
                parts.push(super::terminal::counted(count, one, many));
            }
        }
        if parts.is_empty() { f.write_str("nothing found") } else { f.write_str(&parts.join(", ")) }
    }
}
