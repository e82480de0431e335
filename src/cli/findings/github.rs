//! Findings as workflow commands of GitHub Actions.

use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::Diagnostic;

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
pub(super) fn command(set: &Found<'_>, finding: &Diagnostic) -> String {
    let place = Place::of(set.sources, finding.span());
    let word = match finding.severity {
        Severity::Advice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push('\n');
        message.push_str(help);
    }
    for fix in &finding.fixes {
        message.push_str("\nfix: ");
        message.push_str(&fix.title);
    }
    let title = format!("{}: {}", finding.code.id, finding.code.title);
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
