//! Rule sets from the project's own files, and what was found in them.

use std::path::Path;

use leadrules_language::check::{self, Checked};
use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::{self, Diagnostic};
use leadrules_language::ir::Rules;
use leadrules_language::page::Style;
use leadrules_language::words::Text;

use crate::files;

/// Findings as a person reads them.
pub fn rendered(checked: &Checked, findings: &[Diagnostic]) -> String {
    let style = Style { width: 100, ..Style::default() };
    let texts = findings.iter().map(|finding| diagnostic::render(finding, checked.sources(), style));
    let text = texts.collect::<Vec<_>>().join("\n");
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The meaning of a rule set, which must have no errors.
pub fn usable(checked: &Checked) -> &Rules {
    let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<Diagnostic> = errors.cloned().collect();
    checked.rules.as_ref().unwrap_or_else(|| panic!("a rule set with errors:\n{}", rendered(checked, &errors)))
}

/// The rule set of a file of the project, without what is proved about it.
pub fn read_file(path: &Path) -> Checked {
    read(&path.to_string_lossy(), files::read(path))
}

/// A rule set from text, without what is proved about it; the files that it names are taken from the project.
pub fn read(path: &str, text: String) -> Checked {
    check::read(path, text, &mut further)
}

/// Everything that `check` finds in a text, seen from the start of 2026.
pub fn check(path: &str, text: String) -> Checked {
    check::check(path, text, &mut further, |zone| zone.parse_as_of("2026-01-01T00:00Z").expect("an instant"))
}

fn further(path: &str) -> Result<String, Text> {
    if files::exists(path) { Ok(files::read(path)) } else { Err(Text::verbatim("there is no such file")) }
}
