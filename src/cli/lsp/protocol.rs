//! The protocol's own words. In: two crates; out: their names, and places as the service counts them. No other file knows which
//! crates these are.

pub(super) use gen_lsp_types as types;
pub(super) use lsp_server as transport;

use leadrules_service::lines;

/// A place, as the service counts it.
pub(super) fn place(at: types::Position) -> lines::Position {
    lines::Position { line: at.line, character: at.character }
}

/// A place, as the protocol says it.
pub(super) fn position(at: lines::Position) -> types::Position {
    types::Position { line: at.line, character: at.character }
}
