//! `language`: the language in short, and the page of a finding. In: a topic or a code; out: text.

use leadrules_language::codes::{ALL, find};
use leadrules_language::diagnostic;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::refused::{Answer, Refused};

/// The language in short, made for assistants.
pub(super) const PAGE: &str = include_str!("language.md");

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    /// A section of the page ("scores"), a code ("LR0201"), or "codes" for the list of codes; the whole page without it.
    topic: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Said {
    /// The page, in Markdown.
    text: String,
    /// The sections that can be asked for.
    topics: Vec<String>,
}

/// Says how rules are written.
pub(super) fn language(asked: &Asked) -> Answer<Said> {
    let topics: Vec<String> = sections().map(|(title, _)| title.to_lowercase()).chain(["codes".to_owned()]).collect();
    let Some(topic) = asked.topic.as_deref().map(str::trim).filter(|topic| !topic.is_empty()) else {
        return Ok(Said { text: PAGE.to_owned(), topics });
    };
    if topic.eq_ignore_ascii_case("codes") {
        return Ok(Said { text: codes(), topics });
    }
    if let Some(code) = find(topic) {
        return Ok(Said { text: code.page(leadrules_language::words::Locale::English).to_owned(), topics });
    }
    if let Some((_, text)) = sections().find(|(title, _)| title.eq_ignore_ascii_case(topic)) {
        return Ok(Said { text: text.to_owned(), topics });
    }
    let folded = topic.to_lowercase();
    // A word that is no title may stand in one, or in some sections.
    let near = sections().find(|(title, _)| title.to_lowercase().contains(&folded));
    let near = near.or_else(|| sections().find(|(_, text)| text.to_lowercase().contains(&folded)));
    if let Some((_, text)) = near {
        return Ok(Said { text: text.to_owned(), topics });
    }
    let codes = ALL.iter().map(|code| code.id);
    let names = topics.iter().map(String::as_str).chain(codes);
    let hint = diagnostic::nearest(&folded, names).map_or_else(
        || format!("ask for one of {}, for a code such as LR0201, or leave `topic` out", topics.join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    Err(Refused::new(format!("the page says nothing of `{topic}`"), hint))
}

/// All codes, each in a line.
pub(super) fn codes() -> String {
    ALL.iter().map(|code| format!("{} {}: {}\n", code.id, code.severity.word(), code.title)).collect()
}

/// The sections of the page, with their titles.
fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGE.split("\n## ").skip(1).filter_map(|section| Some((section.lines().next()?.trim(), section)))
}
