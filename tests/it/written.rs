//! The formatter: its text says the same as the author's, and formatting it again changes nothing.

use leadrules_language::ast::File;
use leadrules_language::diagnostic::has_errors;
use leadrules_language::format::format;
use leadrules_language::parse::parse;
use leadrules_language::source::Sources;
use regex::Regex;

/// The text that the formatter makes of a file, after making sure that it keeps the meaning and is stable.
pub fn kept_by_the_formatter(file: &File) -> String {
    let once = format(file);
    let (again, errors) = read(&once);
    assert!(!errors, "the formatter wrote what can't be read:\n{once}");
    assert_eq!(bare(file), bare(&again), "the formatter changed what the file says:\n{once}");
    assert_eq!(once, format(&again), "the formatter is not stable");
    once
}

/// A file from text, and whether it has errors.
pub fn read(text: &str) -> (File, bool) {
    let mut sources = Sources::default();
    let id = sources.add("formatted.leadrules", text);
    let (file, findings) = parse(&sources, id);
    (file, has_errors(&findings))
}

/// A file without the spans of its parts, and without what is only layout: blank lines.
fn bare(file: &File) -> String {
    let places = Regex::new(r"Span \{[^{}]*\}|blank_before: (true|false)").expect("a regular expression");
    places.replace_all(&format!("{file:?}"), "_").into_owned()
}
