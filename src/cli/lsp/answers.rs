//! What the editor asks, and who knows. In: a method and its parameters; out: the answer, or a sentence that says why there is none.

use leadrules_language::words::Text;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::documents::Documents;
use super::protocol::types;
use super::sets::Sets;
use super::settings::Show;
use super::{exam, fixes, hints, looks, naming, tidying, typed};

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refused {
    /// Nobody here knows of such a question.
    Unknown,
    /// The parameters are not those of the question.
    Unreadable,
    /// A sentence for people.
    Said(Text),
}

/// What can be asked, as it is said when a conversation begins.
pub(super) fn capabilities() -> Value {
    json!({
        "codeActionProvider": { "codeActionKinds": ["quickfix", fixes::FIX_ALL] },
        "documentFormattingProvider": true,
        "documentRangeFormattingProvider": true,
        "documentOnTypeFormattingProvider": { "firstTriggerCharacter": "\n", "moreTriggerCharacter": ["}"] },
        "completionProvider": { "triggerCharacters": [" ", ","] },
        "hoverProvider": true,
        "definitionProvider": true,
        "referencesProvider": true,
        "documentHighlightProvider": true,
        "renameProvider": { "prepareProvider": true },
        "documentSymbolProvider": true,
        "workspaceSymbolProvider": true,
        "foldingRangeProvider": true,
        "selectionRangeProvider": true,
        "documentLinkProvider": {},
        "inlayHintProvider": true,
        "codeLensProvider": {},
        "executeCommandProvider": { "commands": [exam::RUN] },
        "semanticTokensProvider": {
            "legend": { "tokenTypes": looks::TOKENS, "tokenModifiers": ["declaration"] },
            "full": true,
        },
    })
}

/// The answer.
pub(super) fn answer(
    method: &str,
    params: Value,
    sets: &Sets,
    documents: &Documents,
    show: Show,
) -> Result<Value, Refused> {
    match method {
        "textDocument/inlayHint" => given(params, |asked| Ok(hints::hints(&asked, sets, documents, show))),
        "textDocument/codeLens" => given(params, |asked| Ok(hints::lenses(&asked, sets, documents, show))),
        "textDocument/codeAction" => given(params, |asked| Ok(fixes::fixes(&asked, sets, documents))),
        "textDocument/formatting" => given(params, |asked| Ok(tidying::whole(&asked, documents))),
        "textDocument/rangeFormatting" => given(params, |asked| Ok(tidying::part(&asked, documents))),
        "textDocument/onTypeFormatting" => given(params, |asked| Ok(tidying::typed(&asked, documents))),
        "textDocument/completion" => given(params, |asked| Ok(typed::words(&asked, sets, documents))),
        "textDocument/hover" => given(params, |asked| Ok(naming::hover(&asked, sets, documents))),
        "textDocument/definition" => given(params, |asked| Ok(naming::definition(&asked, sets, documents))),
        "textDocument/references" => given(params, |asked| Ok(naming::references(&asked, sets, documents))),
        "textDocument/documentHighlight" => given(params, |asked| Ok(naming::highlights(&asked, sets, documents))),
        "textDocument/prepareRename" => given(params, |asked| naming::prepare(&asked, sets, documents)),
        "textDocument/rename" => given(params, |asked| naming::rename(&asked, sets, documents)),
        "textDocument/documentSymbol" => given(params, |asked| Ok(looks::symbols(&asked, sets, documents.locale))),
        "workspace/symbol" => {
            given(params, |asked: types::WorkspaceSymbolParams| Ok(looks::all_symbols(&asked.query, sets, documents)))
        }
        "textDocument/foldingRange" => given(params, |asked| Ok(looks::folds(&asked, sets))),
        "textDocument/selectionRange" => given(params, |asked| Ok(looks::selections(&asked, sets, documents))),
        "textDocument/documentLink" => given(params, |asked| Ok(looks::links(&asked, sets, documents))),
        "textDocument/semanticTokens/full" => given(params, |asked| Ok(looks::tokens(&asked, sets))),
        _ => Err(Refused::Unknown),
    }
}

fn given<P: DeserializeOwned, R: Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> Result<R, Text>,
) -> Result<Value, Refused> {
    let params = serde_json::from_value(params).map_err(|_| Refused::Unreadable)?;
    let answered = answer(params).map_err(Refused::Said)?;
    serde_json::to_value(answered).map_err(|error| Refused::Said(Text::verbatim(error.to_string())))
}
