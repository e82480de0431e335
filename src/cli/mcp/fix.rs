//! `fix`: the draft as it would be with what is certain mended, in canonical form. In: rules; out: texts. No file is written.

use leadrules_language::diagnostic::has_errors;
use leadrules_language::load::tidy;
use leadrules_language::source::Sources;
use leadrules_language::{fix, format, parse};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::{Counts, Finding, shown};
use super::given::{Given, read};
use super::refused::Answer;
use super::session::{Session, Use};

/// So many times a draft is mended: each time may reveal what an earlier mistake hid.
const ROUNDS: usize = 20;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    #[serde(flatten)]
    rules: Given,
    /// True to apply guesses too, such as the nearest name: read what changed then.
    guesses: Option<bool>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Fixed {
    /// The files that changed, whole.
    files: Vec<Text>,
    /// How many findings were mended.
    mended: usize,
    /// What is left.
    left: Counts,
    /// What is left, the worst first.
    findings: Vec<Finding>,
    /// What to do next.
    next: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Text {
    path: String,
    text: String,
}

/// Mends and formats a draft.
pub(super) fn fix(session: &Session, asked: Asked) -> Answer<Fixed> {
    let which = if asked.guesses == Some(true) { fix::Which::Guesses } else { fix::Which::Sure };
    let (name, mut drafts) = asked.rules.drafts(session)?;
    let mut set = asked.rules.read(session)?;
    let before: Vec<(String, String)> =
        set.checked.loaded.files.iter().map(|(id, _)| of(set.checked.sources(), *id)).collect();
    let mut mended = 0;
    for _ in 0..ROUNDS {
        let edits = fix::apply(&set.checked.findings, set.checked.sources(), which);
        if edits.is_empty() {
            break;
        }
        mended += edits.iter().map(|edit| edit.count).sum::<usize>();
        for edit in edits {
            drafts.insert(tidy(&set.checked.sources().file(edit.file).path), edit.text);
        }
        set = again(session, &name, &drafts)?;
    }
    for (id, _) in &set.checked.loaded.files {
        let (path, text) = of(set.checked.sources(), *id);
        let tidied = formatted(&text);
        if tidied != text {
            drafts.insert(tidy(&path), tidied);
        }
    }
    set = again(session, &name, &drafts)?;
    let after = set.checked.loaded.files.iter().map(|(id, _)| of(set.checked.sources(), *id));
    let is_new = |file: &(String, String)| !before.contains(file);
    let files: Vec<Text> = after.filter(is_new).map(|(path, text)| Text { path, text }).collect();
    let left = Counts::of(&set.checked.findings);
    let (findings, _) = shown(set.checked.sources(), &set.checked.findings);
    let next = match (files.is_empty(), left.errors) {
        (true, 0) => "nothing to mend; `check` proves it and runs its tests",
        (false, 0) => "take these texts, and `check` them: it proves and tests what is only read here",
        (_, _) => "mend what is left by hand: each finding says how; `language` explains its code",
    };
    Ok(Fixed { files, mended, left, findings, next: next.to_owned() })
}

fn again(session: &Session, name: &str, drafts: &super::given::Drafts) -> Answer<super::given::Set> {
    let text = match drafts.get(&tidy(name)) {
        Some(text) => text.clone(),
        None => session.text(&session.find(name, Use::Rules)?)?,
    };
    Ok(read(session, name, text, drafts))
}

fn of(sources: &Sources, id: leadrules_language::source::FileId) -> (String, String) {
    let file = sources.file(id);
    (file.path.clone(), file.text.clone())
}

/// The canonical form of a text, or the text itself where it can't be read.
fn formatted(text: &str) -> String {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse::parse(&sources, id);
    if has_errors(&findings) { text.to_owned() } else { format::format(&file) }
}
