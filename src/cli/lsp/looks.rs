//! How a file looks: its outline, what can be folded and selected, what its names are, and where its paths lead. In: a file of a set; out:
//! ranges and what they are.

use leadrules_language::load::{beside, tidy};
use leadrules_language::resolve::What;
use leadrules_language::source::{FileId, Span};
use leadrules_language::words::Locale;
use leadrules_service::shape::{self, Part};

use super::documents::Documents;
use super::names;
use super::protocol::place;
use super::protocol::types::{
    DocumentLink, DocumentLinkParams, DocumentSymbol, DocumentSymbolParams, FoldingRange, FoldingRangeParams, Location,
    Range, SelectionRange, SelectionRangeParams, SemanticToken, SemanticTokens, SemanticTokensParams, SymbolKind, Uri,
};
use super::set::Set;
use super::sets::Sets;

/// What names can be, as tokens: in the order of [`token`].
pub(super) const TOKENS: &[&str] = &["property", "event", "enumMember", "function", "variable", "class", "string"];

fn token(what: What) -> u32 {
    match what {
        What::Field | What::Property => 0,
        What::Kind => 1,
        What::Option | What::Stage => 2,
        What::Definition => 3,
        What::Score | What::Label => 4,
        What::List => 5,
        What::Text => 6,
    }
}

fn symbol_kind(what: Option<What>) -> SymbolKind {
    match what {
        Some(What::Field | What::Property) => SymbolKind::Field,
        Some(What::Kind) => SymbolKind::Event,
        Some(What::Option | What::Stage) => SymbolKind::EnumMember,
        Some(What::Definition) => SymbolKind::Function,
        Some(What::Score | What::Label) => SymbolKind::Variable,
        Some(What::List) => SymbolKind::Array,
        Some(What::Text) => SymbolKind::String,
        None => SymbolKind::Namespace,
    }
}

fn of<'s>(uri: &Uri, sets: &'s Sets) -> Option<(&'s Set, FileId)> {
    sets.of(&names::name(&uri.0))
}

/// The outline.
pub(super) fn symbols(asked: &DocumentSymbolParams, sets: &Sets, locale: Locale) -> Vec<DocumentSymbol> {
    let Some((set, file)) = of(&asked.text_document.uri, sets) else { return Vec::new() };
    let parts = set.written(file).map(shape::parts).unwrap_or_default();
    parts.into_iter().map(|part| symbol(part, set, locale)).collect()
}

#[expect(deprecated, reason = "the field has to be there")]
fn symbol(part: Part, set: &Set, locale: Locale) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> = part.parts.into_iter().map(|part| symbol(part, set, locale)).collect();
    DocumentSymbol {
        name: part.title,
        detail: part.what.map(|what| what.word().in_locale(locale)),
        kind: symbol_kind(part.what),
        tags: None,
        deprecated: None,
        range: set.range(part.whole),
        selection_range: set.range(part.name),
        children: (!children.is_empty()).then_some(children),
    }
}

/// What is called so, in all sets.
pub(super) fn all_symbols(query: &str, sets: &Sets, documents: &Documents) -> Vec<serde_json::Value> {
    let query = query.to_lowercase();
    let mut found = Vec::new();
    for set in sets.all() {
        for one in set.mentions().all().iter().filter(|one| one.span == one.declared && one.what != What::Text) {
            let name = set.checked().sources().text(one.span);
            if name.to_lowercase().contains(&query) {
                let location: Location = set.location(one.span, documents);
                found.push(
                    serde_json::json!({ "name": name, "kind": symbol_kind(Some(one.what)), "location": location }),
                );
            }
        }
    }
    found.dedup();
    found
}

/// What can be folded: what has several lines.
pub(super) fn folds(asked: &FoldingRangeParams, sets: &Sets) -> Vec<FoldingRange> {
    let Some((set, file)) = of(&asked.text_document.uri, sets) else { return Vec::new() };
    let folds = set.written(file).map(shape::folds).unwrap_or_default();
    let ranges = folds.into_iter().map(|span| set.range(span)).filter(|range| range.start.line < range.end.line);
    let fold = |range: Range| FoldingRange { start_line: range.start.line, end_line: range.end.line, ..no_fold() };
    ranges.map(fold).collect()
}

fn no_fold() -> FoldingRange {
    FoldingRange {
        start_line: 0,
        start_character: None,
        end_line: 0,
        end_character: None,
        kind: None,
        collapsed_text: None,
    }
}

/// Around each place: the name, the line, the statement, and so on.
pub(super) fn selections(asked: &SelectionRangeParams, sets: &Sets, documents: &Documents) -> Vec<SelectionRange> {
    let Some((set, file)) = of(&asked.text_document.uri, sets) else { return Vec::new() };
    let lines = set.lines(file);
    let whole = Span::new(file, 0, lines.text().len());
    let around = |at: &super::protocol::types::Position| {
        let byte = lines.byte(place(*at), documents.units);
        let mut spans = vec![whole];
        spans.extend(set.written(file).map(shape::folds).unwrap_or_default());
        spans.extend(set.mentions().at(file, byte).map(|name| name.span));
        spans.retain(|span| span.range().start <= byte && byte <= span.range().end);
        spans.sort_by_key(|span| (std::cmp::Reverse(span.end - span.start), span.start));
        spans.dedup();
        let nest = |parent: Option<SelectionRange>, span: &Span| {
            Some(SelectionRange { range: set.range(*span), parent: parent.map(Box::new) })
        };
        spans.iter().fold(None, nest)
    };
    asked.positions.iter().filter_map(around).collect()
}

/// Where its paths lead.
pub(super) fn links(asked: &DocumentLinkParams, sets: &Sets, documents: &Documents) -> Vec<DocumentLink> {
    let name = names::name(&asked.text_document.uri.0);
    let Some((set, file)) = sets.of(&name) else { return Vec::new() };
    let paths = set.written(file).map(shape::paths).unwrap_or_default();
    let link = |path: &leadrules_language::ast::Text| DocumentLink {
        range: set.range(path.span),
        target: Some(documents.uri(&tidy(&beside(&name, &path.value)))),
        tooltip: None,
        data: None,
    };
    paths.into_iter().map(link).collect()
}

/// What its names are.
pub(super) fn tokens(asked: &SemanticTokensParams, sets: &Sets) -> Option<SemanticTokens> {
    let (set, file) = of(&asked.text_document.uri, sets)?;
    let (mut line, mut start) = (0, 0);
    let mut data = Vec::new();
    for one in set.mentions().all().iter().filter(|one| one.span.file == file) {
        let range = set.range(one.span);
        // The same place may stand for two things; the first one counts.
        if (range.start.line, range.start.character) < (line, start) || range.start.line != range.end.line {
            continue;
        }
        let delta_line = range.start.line - line;
        data.push(SemanticToken {
            delta_line,
            delta_start: if delta_line == 0 { range.start.character - start } else { range.start.character },
            length: range.end.character - range.start.character,
            token_type: token(one.what),
            token_modifiers_bitset: u32::from(one.span == one.declared && one.what != What::Text),
        });
        (line, start) = (range.start.line, range.start.character);
    }
    // Two tokens at one place are one.
    data.dedup_by(|next, _| next.delta_line == 0 && next.delta_start == 0);
    Some(SemanticTokens { result_id: None, data })
}
