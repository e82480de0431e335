//! The formatter: its text says the same as the author's, and formatting it again changes nothing.

use leadrules::ast::File;
use leadrules::diagnostic::has_errors;
use leadrules::parse::parse;
use leadrules::source::Sources;

/// A file from text, and whether it has errors.
pub fn read(text: &str) -> (File, bool) {
    let mut sources = Sources::default();
    let id = sources.add("formatted.leadrules", text);
    let (file, findings) = parse(&sources, id);
    (file, has_errors(&findings))
}
