//! What data says, and what came of tests, beside the lines that they are about: as hints behind them, or as lenses above them. In: a
//! file of a set; out: hints and lenses. They say how many leads, and never which.

use leadrules_language::source::Span;
use leadrules_language::words::{Text, say};
use leadrules_service::typing::{Note, Topic};
use serde_json::{Value, json};

use super::documents::Documents;
use super::exam::{RUN, Ran};
use super::names;
use super::protocol::types::{CodeLensParams, InlayHintParams, Range};
use super::set::Set;
use super::sets::Sets;
use super::settings::Show;

/// Behind lines.
pub(super) fn hints(asked: &InlayHintParams, sets: &Sets, documents: &Documents, show: Show) -> Vec<Value> {
    let Some((set, file)) = sets.of(&names::name(&asked.text_document.uri.0)) else { return Vec::new() };
    if !matches!(show, Show::Hints | Show::Both) {
        return Vec::new();
    }
    let notes = notes(set).map(|note| (note.span, &note.text));
    let tests = tests(set).filter_map(|(span, _, ran)| Some((span, &ran?.said)));
    let mut own: Vec<(Span, &Text)> = notes.chain(tests).filter(|(span, _)| span.file == file).collect();
    own.sort_by_key(|(span, _)| span.start);
    let hint = |(span, text): (Span, &Text)| {
        let at = set.line_end(file, span.end as usize);
        let is_asked = asked.range.start.line <= at.line && at.line <= asked.range.end.line;
        is_asked.then(|| json!({ "position": at, "label": text.in_locale(documents.locale), "paddingLeft": true }))
    };
    own.into_iter().filter_map(hint).collect()
}

/// Above lines: tests can be run by them.
pub(super) fn lenses(asked: &CodeLensParams, sets: &Sets, documents: &Documents, show: Show) -> Vec<Value> {
    let uri = &asked.text_document.uri;
    let Some((set, file)) = sets.of(&names::name(&uri.0)) else { return Vec::new() };
    let lens = |span: Span, command: Value| {
        let start = set.range(span).start;
        json!({ "range": Range { start, end: start }, "command": command })
    };
    let run = |(span, title, ran): (Span, &str, Option<&Ran>)| {
        let shown = ran.map_or_else(|| say!("▶ run"), |ran| say!("▶ run · {result}", result = &ran.said));
        lens(span, json!({ "title": shown.in_locale(documents.locale), "command": RUN, "arguments": [uri, title] }))
    };
    let tests = tests(set).filter(|(span, ..)| span.file == file).map(run);
    // A command without a name is shown, and can't be called.
    let shown = |note: &Note| lens(note.span, json!({ "title": note.text.in_locale(documents.locale), "command": "" }));
    let is_asked = matches!(show, Show::Lenses | Show::Both);
    let notes = notes(set).filter(|note| is_asked && note.span.file == file).map(shown);
    tests.chain(notes).collect()
}

/// What is said beside lines; of fields only whoever points at one is told.
fn notes(set: &Set) -> impl Iterator<Item = &Note> {
    set.typing.notes().iter().filter(|note| note.topic != Topic::Field)
}

/// The heads of tests, their titles, and what came of those that were run.
fn tests(set: &Set) -> impl Iterator<Item = (Span, &str, Option<&Ran>)> {
    let rules = set.checked().rules.as_ref();
    let tests = rules.into_iter().flat_map(|rules| &rules.tests);
    tests.map(|test| (test.span, test.title.as_str(), set.ran.get(&test.title)))
}
