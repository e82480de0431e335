//! Findings of a rule set, where they are and how many there are.

use leadrules_language::analyze::Undecided;
use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::source::{Sources, Span};
use leadrules_language::words::{Text, say};

/// The findings of one rule set, with the files they point into.
#[derive(Debug)]
pub(in crate::cli) struct Found<'a> {
    /// The files.
    pub(in crate::cli) sources: &'a Sources,
    /// The findings, sorted.
    pub(in crate::cli) findings: &'a [Diagnostic],
    /// What was not decided; only shown in JSON.
    pub(in crate::cli) undecided: &'a [Undecided],
}

/// A stretch of a file as programs give it: lines and columns from 1, columns in characters, the end being the one
/// after the last.
#[derive(Debug, serde::Serialize)]
pub(in crate::cli) struct Place<'a> {
    pub(in crate::cli) path: &'a str,
    pub(in crate::cli) line: usize,
    pub(in crate::cli) column: usize,
    pub(in crate::cli) end_line: usize,
    pub(in crate::cli) end_column: usize,
}

impl<'a> Place<'a> {
    pub(in crate::cli) fn of(sources: &'a Sources, span: Span) -> Self {
        let file = sources.file(span.file);
        let (line, column) = file.line_column(span.start as usize);
        let (end_line, end_column) = file.line_column(span.end as usize);
        Self { path: &file.path, line, column, end_line, end_column }
    }
}

/// How many findings there are of each severity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Counts {
    /// Errors.
    pub(in crate::cli) errors: usize,
    /// Warnings.
    pub(in crate::cli) warnings: usize,
    /// Advice.
    pub(in crate::cli) advice: usize,
}

impl Counts {
    /// The counts of these findings.
    pub(in crate::cli) fn of(findings: &[Diagnostic]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), advice: count(Severity::Advice) }
    }

    /// Both counts added up.
    pub(in crate::cli) fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            advice: self.advice + other.advice,
        }
    }

    /// `2 errors, 1 warning`
    pub(in crate::cli) fn said(&self) -> Text {
        let mut parts = Vec::new();
        if self.errors > 0 {
            parts.push(say!("{count} {count|error|errors}", count = self.errors));
        }
        if self.warnings > 0 {
            parts.push(say!("{count} {count|warning|warnings}", count = self.warnings));
        }
        if self.advice > 0 {
            parts.push(say!("{count} {count|piece of advice|pieces of advice}", count = self.advice));
        }
        if parts.is_empty() { say!("nothing found") } else { Text::row(parts, ", ") }
    }
}

/// In English.
impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.said(), f)
    }
}
