//! What may stand at a place of a text. In: a draft, a place, and how often the data has each option; out: names and words,
//! those that data has most often first.

use leadrules_language::ir::{DefinitionBody, Rules};
use leadrules_language::keyword;
use leadrules_language::text::counted;
use serde::Serialize;

use crate::place::byte;

/// What may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What is replaced begins here, in UTF-16 code units.
    pub from: usize,
    /// The first ones fit best.
    pub items: Vec<Word>,
}

/// A word that may stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Word {
    /// As it is shown.
    pub label: String,
    /// What it is.
    pub kind: Kind,
    /// More about it.
    pub detail: String,
    /// As it is written.
    pub text: String,
}

/// What a word is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A word of the language.
    Keyword,
    /// A field.
    Field,
    /// An option of a choice.
    Option,
    /// A kind of event.
    Event,
    /// A score.
    Score,
    /// A stage.
    Stage,
    /// A label.
    Label,
    /// A definition.
    Definition,
}

/// How often leads have which values, by field id. What few leads have is not there: it may say who they are.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// By option.
    pub options: Vec<Vec<u64>>,
    /// Texts that are no options of the choice, the most frequent first.
    pub unlisted: Vec<Vec<(String, u64)>>,
    /// Values of texts, the most frequent first.
    pub texts: Vec<Vec<(String, u64)>>,
}

/// What may stand at `at` (in UTF-16 code units) of `text`; `rules` are those of the last draft that could be read.
#[must_use]
pub fn words(rules: Option<&Rules>, text: &str, at: usize, seen: &Seen) -> Words {
    let end = byte(text, at);
    let before = &text[..end];
    let line = before.rsplit('\n').next().unwrap_or("");
    let typed = line.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
    let from = at - typed.encode_utf16().count();
    if is_quoted(line) || line.trim_start().starts_with('#') {
        return Words { from, items: Vec::new() };
    }
    let mut items = Vec::new();
    let left = line[..line.len() - typed.len()].trim_end();
    if let Some(rules) = rules {
        let options = options(rules, left, seen);
        if !options.is_empty() {
            return Words { from, items: options };
        }
        items.extend(names(rules));
    }
    items.extend(keyword::all().map(|word| item(word, Kind::Keyword, "")));
    let typed = typed.to_lowercase();
    items.retain(|item| item.label.to_lowercase().starts_with(&typed));
    Words { from, items }
}

fn is_quoted(line: &str) -> bool {
    line.chars().filter(|c| *c == '"').count() % 2 == 1
}

fn item(name: &str, kind: Kind, detail: &str) -> Word {
    Word { label: name.to_owned(), kind, detail: detail.to_owned(), text: name.to_owned() }
}

/// A name as a rule writes it: in quotes where it is no name.
fn written(name: &str) -> String {
    let is_plain = name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !keyword::is_reserved(name);
    if is_plain { name.to_owned() } else { leadrules_language::source::quoted(name) }
}

/// The options of the choice or the stages that are asked for, if that is what stands to the left.
fn options(rules: &Rules, left: &str, seen: &Seen) -> Vec<Word> {
    let mut asked = left;
    // `country in BE, NL,`
    while let Some(comma) = asked.strip_suffix(',') {
        let entry = comma.trim_end();
        let start = entry.rfind([',', ' ', '\t']).map_or(0, |at| at + 1);
        let rest = entry[..start].trim_end();
        asked = rest;
        if !rest.ends_with(',') {
            break;
        }
    }
    let mut words = asked.split_whitespace().rev();
    let asks = |word: &str| matches!(word, "is" | "in" | "not" | "any" | "all" | "of" | "contains" | "below");
    let subject = words.clone().find(|word| !asks(word));
    if !words.next().is_some_and(asks) {
        return Vec::new();
    }
    let Some(subject) = subject else { return Vec::new() };
    if subject == "stage" {
        let steps = rules.stages.steps.iter().rev().map(|step| step.name.as_str());
        let names = steps.chain([rules.stages.none.as_str()]);
        return names.map(|name| Word { text: written(name), ..item(name, Kind::Stage, "") }).collect();
    }
    let Some(id) = rules.fields.iter().position(|field| field.name == subject) else { return Vec::new() };
    let of = |values: &[Vec<(String, u64)>]| values.get(id).cloned().unwrap_or_default();
    let leads = |count: u64| if count > 0 { counted(count, "lead", "leads") } else { String::new() };
    let Some(choice) = rules.fields[id].ty.options() else {
        let word = |(text, count): (String, u64)| Word {
            text: leadrules_language::source::quoted(&text),
            ..item(&text, Kind::Option, &leads(count))
        };
        return of(&seen.texts).into_iter().map(word).collect();
    };
    let count = |at: usize| seen.options.get(id).and_then(|seen| seen.get(at)).copied().unwrap_or(0);
    let mut options: Vec<(u64, &str)> =
        choice.options.iter().enumerate().map(|(at, option)| (count(at), option.name.as_str())).collect();
    options.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let word = |(count, name): (u64, &str)| Word { text: written(name), ..item(name, Kind::Option, &leads(count)) };
    let further = |(text, count): (String, u64)| Word {
        text: written(&text),
        ..item(&text, Kind::Option, &format!("{}; no option yet", leads(count)))
    };
    options.into_iter().map(word).chain(of(&seen.unlisted).into_iter().map(further)).collect()
}

fn names(rules: &Rules) -> impl Iterator<Item = Word> + '_ {
    let fields = rules.declared().map(|(_, field)| item(&field.name, Kind::Field, field.ty.word()));
    let events = rules.log.iter().flat_map(|log| &log.kinds).map(|kind| item(&kind.name, Kind::Event, "event"));
    let definitions = rules.definitions.iter().map(|definition| {
        let detail = match definition.body {
            DefinitionBody::Cond(_) => "condition",
            DefinitionBody::Quantity(_) => "quantity",
        };
        item(&definition.name, Kind::Definition, detail)
    });
    let scores = rules.scores.iter().map(|score| item(&score.name, Kind::Score, "score"));
    let labels = rules.labels.iter().map(|label| item(&label.name, Kind::Label, "label"));
    fields.chain(events).chain(definitions).chain(scores).chain(labels)
}
