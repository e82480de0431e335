//! Fixes: each that a finding offers, and all sure ones of a file at once. In: a stretch of a file; out: what can be done there.

use std::collections::BTreeMap;

use leadrules_language::diagnostic::{Diagnostic, Fix};
use leadrules_language::fix::{Which, apply};
use leadrules_language::source::FileId;
use leadrules_language::words::say;

use super::diagnostics;
use super::documents::Documents;
use super::edit;
use super::names;
use super::protocol::types::{CodeAction, CodeActionKind, CodeActionParams, Range, TextEdit};
use super::set::Set;
use super::sets::Sets;

/// What mends all that is sure.
pub(super) const FIX_ALL: &str = "source.fixAll.leadrules";

/// What can be done about a stretch of a file.
pub(super) fn fixes(asked: &CodeActionParams, sets: &Sets, documents: &Documents) -> Vec<CodeAction> {
    let Some((set, file)) = sets.of(&names::name(&asked.text_document.uri.0)) else { return Vec::new() };
    let wants = |kind: &str| {
        let named = |only: &CodeActionKind| {
            let only = kind_text(only);
            only.is_empty() || kind == only || kind.starts_with(&format!("{only}."))
        };
        asked.context.only.as_ref().is_none_or(|only| only.iter().any(named))
    };
    let findings: Vec<Diagnostic> =
        set.typing.findings().into_iter().filter(|found| found.span().file == file).collect();
    let mut actions = Vec::new();
    if wants("quickfix") {
        for found in findings.iter().filter(|found| touch(set.range(found.span()), asked.range)) {
            let is_choice = found.fixes.len() > 1;
            actions.extend(found.fixes.iter().map(|fix| one(found, fix, is_choice, set, documents)));
        }
    }
    if wants(FIX_ALL) {
        actions.extend(all(&findings, file, set, documents));
    }
    actions
}

fn one(found: &Diagnostic, fix: &Fix, is_choice: bool, set: &Set, documents: &Documents) -> CodeAction {
    CodeAction {
        title: fix.title.in_locale(documents.locale),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![diagnostics::one(found, set, documents)]),
        is_preferred: (fix.sure && !is_choice).then_some(true),
        edit: Some(edit::workspace(&fix.edits, set, documents)),
        ..CodeAction::default()
    }
}

/// All that is sure; nothing if there is none.
fn all(findings: &[Diagnostic], file: FileId, set: &Set, documents: &Documents) -> Option<CodeAction> {
    let stays = |found: &&Diagnostic| found.fixes.iter().flat_map(|fix| &fix.edits).all(|(span, _)| span.file == file);
    let own: Vec<Diagnostic> = findings.iter().filter(stays).cloned().collect();
    let mended = apply(&own, set.checked().sources(), Which::Sure).into_iter().find(|mended| mended.file == file)?;
    let lines = set.lines(file);
    let whole = Range { start: set.position(file, 0), end: set.position(file, lines.text().len()) };
    let edits = BTreeMap::from([(set.name(file), vec![TextEdit { range: whole, new_text: mended.text }])]);
    Some(CodeAction {
        title: say!("mend all that is sure").in_locale(documents.locale),
        kind: Some(CodeActionKind::from(FIX_ALL)),
        edit: Some(edit::of_files(edits, documents)),
        ..CodeAction::default()
    })
}

fn kind_text(kind: &CodeActionKind) -> String {
    kind.to_string()
}

/// Whether two ranges have a place in common.
fn touch(one: Range, other: Range) -> bool {
    let key = |range: Range| ((range.start.line, range.start.character), (range.end.line, range.end.character));
    let ((start, end), (from, to)) = (key(one), key(other));
    start <= to && from <= end
}
