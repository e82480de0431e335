//! Findings as workflow commands of GitHub Actions.

use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::words::{Locale, Text, say};

use super::found::{Found, Place};

/// An error at a line of a file: what is wrong in a few words, and what is said of it.
pub(in crate::cli) fn error(path: &str, line: &str, title: &str, message: &str) -> String {
    format!("::error file={},line={line},title={}::{}\n", file(path), property(title), data(message))
}

/// A file as GitHub names it: from the top of the repository on, which a folder `.` adds nothing to.
fn file(path: &str) -> String {
    property(path.strip_prefix("./").unwrap_or(path))
}

/// `::error file=…,line=…::message`
pub(super) fn command(set: &Found<'_>, finding: &Diagnostic, locale: Locale) -> String {
    let place = Place::of(set.sources, finding.span());
    let word = match finding.severity {
        Severity::Advice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut said = vec![finding.message.clone()];
    said.extend(finding.help.clone());
    said.extend(finding.fixes.iter().map(|fix| say!("fix: {title}", title = &fix.title)));
    let message = Text::row(said, "\n").in_locale(locale);
    let title = format!("{}: {}", finding.code.id, finding.code.said().in_locale(locale));
    format!(
        "::{word} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        file(place.path),
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        property(&title),
        data(&message)
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
