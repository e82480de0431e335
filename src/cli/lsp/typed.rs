//! What may be typed at a place. In: the place; out: words, the ones that fit best first.

use leadrules_service::words::{self, Kind, Seen};

use super::documents::Documents;
use super::names;
use super::protocol::types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionParams, Range, TextEdit,
};
use super::protocol::{place, position};
use super::sets::Sets;

/// The words that may stand there.
pub(super) fn words(asked: &CompletionParams, sets: &Sets, documents: &Documents) -> Vec<CompletionItem> {
    let at = &asked.text_document_position_params;
    let name = names::name(&at.text_document.uri.0);
    let (Some(document), Some((set, _))) = (documents.get(&name), sets.of(&name)) else { return Vec::new() };
    let text = document.lines.text();
    let end = document.lines.byte(place(at.position), documents.units);
    let (at_unit, nothing) = (text[..end].encode_utf16().count(), Seen::default());
    let found = words::words(set.typing.rules(), text, at_unit, set.seen().unwrap_or(&nothing));
    let start = document.lines.position(leadrules_service::place::byte(text, found.from), documents.units);
    let range = Range { start: position(start), end: at.position };
    let item = |(rank, word): (usize, words::Word)| CompletionItem {
        label: word.label,
        kind: Some(kind(word.kind)),
        detail: (!word.detail.is_empty()).then(|| word.detail.in_locale(documents.locale)),
        sort_text: Some(format!("{rank:05}")),
        text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text: word.text })),
        ..CompletionItem::default()
    };
    found.items.into_iter().enumerate().map(item).collect()
}

fn kind(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Keyword => CompletionItemKind::Keyword,
        Kind::Field => CompletionItemKind::Field,
        Kind::Option => CompletionItemKind::EnumMember,
        Kind::Event => CompletionItemKind::Event,
        Kind::Score | Kind::Label => CompletionItemKind::Variable,
        Kind::Stage => CompletionItemKind::Constant,
        Kind::Definition => CompletionItemKind::Function,
    }
}
