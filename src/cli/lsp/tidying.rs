//! Canonical form, of a file or of some of its statements. In: a text that is open; out: edits. A text that can't be read stays.

use leadrules_service::tidy::{self, Edits};

use super::documents::{Document, Documents};
use super::names;
use super::protocol::types::{
    DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, Range, TextEdit,
};
use super::protocol::{place, position};

/// Of the whole text.
pub(super) fn whole(asked: &DocumentFormattingParams, documents: &Documents) -> Vec<TextEdit> {
    let Some(document) = documents.get(&names::name(&asked.text_document.uri.0)) else { return Vec::new() };
    edits(tidy::whole(document.lines.text()), document, documents)
}

/// Of the statements in a range.
pub(super) fn part(asked: &DocumentRangeFormattingParams, documents: &Documents) -> Vec<TextEdit> {
    let Some(document) = documents.get(&names::name(&asked.text_document.uri.0)) else { return Vec::new() };
    let byte = |at| document.lines.byte(place(at), documents.units);
    let stretch = byte(asked.range.start)..byte(asked.range.end);
    edits(tidy::part(document.lines.text(), stretch), document, documents)
}

/// Of what was just typed: a new line, or the end of a block.
pub(super) fn typed(asked: &DocumentOnTypeFormattingParams, documents: &Documents) -> Vec<TextEdit> {
    let Some(document) = documents.get(&names::name(&asked.text_document.uri.0)) else { return Vec::new() };
    let at = document.lines.byte(place(asked.position), documents.units);
    edits(tidy::typed(document.lines.text(), at, asked.ch == "\n"), document, documents)
}

fn edits(edits: Edits, document: &Document, documents: &Documents) -> Vec<TextEdit> {
    let at = |byte| position(document.lines.position(byte, documents.units));
    let edit = |(range, new_text): (std::ops::Range<usize>, String)| TextEdit {
        range: Range { start: at(range.start), end: at(range.end) },
        new_text,
    };
    edits.into_iter().map(edit).collect()
}
