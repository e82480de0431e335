//! Edits of a set, as an editor makes them: all of them or none, and only if the texts are still those that were looked at. In: spans
//! and texts; out: the edits by file.

use std::collections::{BTreeMap, HashMap};

use leadrules_language::source::Span;

use super::documents::Documents;
use super::protocol::types::{
    DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};
use super::set::Set;

/// The edits, by file.
pub(super) fn workspace(edits: &[(Span, String)], set: &Set, documents: &Documents) -> WorkspaceEdit {
    let mut by_file: BTreeMap<&str, Vec<TextEdit>> = BTreeMap::new();
    for (span, text) in edits {
        let edit = TextEdit { range: set.range(*span), new_text: text.clone() };
        by_file.entry(set.name(span.file)).or_default().push(edit);
    }
    of_files(by_file, documents)
}

/// The same, with places already as the editor counts them.
pub(super) fn of_files(by_file: BTreeMap<&str, Vec<TextEdit>>, documents: &Documents) -> WorkspaceEdit {
    if !documents.takes_versions {
        let changes: HashMap<_, _> = by_file.into_iter().map(|(name, edits)| (documents.uri(name), edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let change = |(name, edits): (&str, Vec<TextEdit>)| {
        DocumentChange::TextDocumentEdit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version: documents.get(name).map(|document| document.version),
                text_document_identifier: TextDocumentIdentifier { uri: documents.uri(name) },
            },
            edits: edits.into_iter().map(Edit::TextEdit).collect(),
        })
    };
    WorkspaceEdit { document_changes: Some(by_file.into_iter().map(change).collect()), ..WorkspaceEdit::default() }
}
