//! What to write, and where, so that a declaration fits the data: edits of the rule file. In: a field or a kind, which
//! knows where its declaration is; out: places and texts.

use leadrules_language::ir::{Field, Kind};
use leadrules_language::source::{Span, quoted};

/// Reads a field from this column.
pub(super) fn from(field: &Field, column: &str) -> (Span, String) {
    match field.places.from.as_slice() {
        [] => (field.places.whole.after(), format!(", from {}", quoted(column))),
        [only] => (*only, quoted(column)),
        [.., last] => (last.after(), format!(", {}", quoted(column))),
    }
}

/// Reads a kind from this text as well.
pub(super) fn kind_from(kind: &Kind, text: &str) -> (Span, String) {
    match kind.from.last() {
        None => (kind.span.after(), format!(" from {}", quoted(text))),
        Some(last) => (last.after(), format!(", {}", quoted(text))),
    }
}

/// Declares more options of a field; `None` if it has no options.
pub(super) fn more_options(field: &Field, texts: &[&str]) -> Option<(Span, String)> {
    let last = field.places.last_option?;
    Some((last.after(), texts.iter().map(|text| format!(", {}", quoted(text))).collect()))
}
