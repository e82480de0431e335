//! What may stand at a place of a text. In: a draft, a place, and how often the data has each option; out: names and words,
//! those that data has most often first.

pub(crate) mod context;

use context::Whose;

use leadrules_language::ir::{DefinitionBody, Field, Kind as EventKind, Rules};
use leadrules_language::keyword;
use leadrules_language::words::{Text, say};
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
    pub detail: Text,
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
    let accounts = rules.and_then(|rules| rules.accounts.as_deref()).map(|accounts| &accounts.rules);
    if let Some(rules) = rules {
        let whose = context::whose(&text[..end - typed.len()]);
        if let Some(of) = accounts.filter(|_| whose != Whose::Accounts && is_member(left)) {
            items.extend(names(of).filter(|word| matches!(word.kind, Kind::Field | Kind::Score | Kind::Label)));
            items.push(item("stage", Kind::Keyword, Text::empty()));
            items.retain(|item| is_begun(item, typed));
            return Words { from, items };
        }
        let nothing = Seen::default();
        let (own, seen) = match (accounts, whose) {
            (Some(accounts), Whose::Accounts | Whose::Both) => (accounts, &nothing),
            (Some(_), Whose::Leads) | (None, _) => (rules, seen),
        };
        let asked = asked(own, left);
        let options = match (accounts, member_left(left)) {
            (Some(accounts), Some(left)) => options(accounts, None, &left, &nothing),
            _ => options(own, asked, left, seen),
        };
        if !options.is_empty() {
            return Words { from, items: options };
        }
        items.extend(asked.into_iter().flat_map(|kind| properties(own, kind)));
        items.extend(names(own));
        if whose == Whose::Both && accounts.is_some() {
            let also: Vec<Word> = names(rules).filter(|word| !items.contains(word)).collect();
            items.extend(also);
        }
    }
    items.extend(
        context::words(&text[..end - typed.len()]).into_iter().map(|word| item(word, Kind::Keyword, Text::empty())),
    );
    items.retain(|item| is_begun(item, typed));
    Words { from, items }
}

fn is_begun(item: &Word, typed: &str) -> bool {
    item.label.to_lowercase().starts_with(&typed.to_lowercase())
}

/// Whether something of the account is asked for: `account.`
fn is_member(left: &str) -> bool {
    left.strip_suffix("account.")
        .is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'))
}

/// What stands to the left as the account itself would say it, if the last thing there is asked of an account: `account.stage is`.
fn member_left(left: &str) -> Option<String> {
    let at = left.rfind("account.").filter(|at| is_member(&left[..at + "account.".len()]))?;
    let after = &left[at + "account.".len()..];
    let is_done = after.split_whitespace().any(|word| matches!(word, "and" | "or" | "=>"));
    (!is_done).then(|| after.to_owned())
}

fn is_quoted(line: &str) -> bool {
    line.chars().filter(|c| *c == '"').count() % 2 == 1
}

fn item(name: &str, kind: Kind, detail: Text) -> Word {
    Word { label: name.to_owned(), kind, detail, text: name.to_owned() }
}

/// A name as a rule writes it: in quotes where it is no name.
fn written(name: &str) -> String {
    let is_plain = name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !keyword::is_reserved(name);
    if is_plain { name.to_owned() } else { leadrules_language::source::quoted(name) }
}

/// The kind of event whose properties are asked about: after its `where`, up to a bare `and` or `or`.
fn asked<'r>(rules: &'r Rules, left: &str) -> Option<&'r EventKind> {
    let (before, after) = left.rsplit_once(" where")?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if after.starts_with(is_word) || after.contains("=>") {
        return None;
    }
    let count = |mark: char| after.matches(mark).count();
    let is_bare = after.split_whitespace().any(|word| matches!(word, "and" | "or"));
    if is_bare && count('(') <= count(')') {
        return None;
    }
    let name = before.rsplit(|c: char| !is_word(c)).next()?;
    rules.log.as_ref()?.kinds.iter().find(|kind| kind.name == name)
}

/// What events of a kind say.
fn properties<'r>(rules: &'r Rules, kind: &'r EventKind) -> impl Iterator<Item = Word> + 'r {
    of_kind(rules, kind).map(|property| {
        let of = say!("{what} of {event}", what = property.ty.word(), event = &kind.name);
        item(&property.name, Kind::Field, of)
    })
}

fn of_kind<'r>(rules: &'r Rules, kind: &'r EventKind) -> impl Iterator<Item = &'r Field> {
    let properties = rules.log.iter().flat_map(|log| &log.properties);
    properties.enumerate().filter(|(at, _)| kind.properties.iter().any(|id| usize::from(id.0) == *at)).map(|(_, it)| it)
}

/// The options of the choice or the stages that are asked for, if that is what stands to the left.
fn options(rules: &Rules, kind: Option<&EventKind>, left: &str, seen: &Seen) -> Vec<Word> {
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
    let Some(subject) = subject.map(|subject| subject.trim_start_matches('(')) else { return Vec::new() };
    if let Some(property) = kind.and_then(|kind| of_kind(rules, kind).find(|property| property.name == subject)) {
        let options = property.ty.options().into_iter().flat_map(|choice| &choice.options);
        let word = |name: &str| Word { text: written(name), ..item(name, Kind::Option, Text::empty()) };
        return options.map(|option| word(&option.name)).collect();
    }
    if subject == "stage" {
        let steps = rules.stages.steps.iter().rev().map(|step| step.name.as_str());
        let names = steps.chain([rules.stages.none.as_str()]);
        return names.map(|name| Word { text: written(name), ..item(name, Kind::Stage, Text::empty()) }).collect();
    }
    let Some(id) = rules.fields.iter().position(|field| field.name == subject) else { return Vec::new() };
    let of = |values: &[Vec<(String, u64)>]| values.get(id).cloned().unwrap_or_default();
    let seen_of = |leads: u64| if leads > 0 { say!("{leads} {leads|lead|leads}", leads) } else { Text::empty() };
    let Some(choice) = rules.fields[id].ty.options() else {
        let word = |(text, count): (String, u64)| Word {
            text: leadrules_language::source::quoted(&text),
            ..item(&text, Kind::Option, seen_of(count))
        };
        return of(&seen.texts).into_iter().map(word).collect();
    };
    let count = |at: usize| seen.options.get(id).and_then(|seen| seen.get(at)).copied().unwrap_or(0);
    let mut options: Vec<(u64, &str)> =
        choice.options.iter().enumerate().map(|(at, option)| (count(at), option.name.as_str())).collect();
    options.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let word = |(count, name): (u64, &str)| Word { text: written(name), ..item(name, Kind::Option, seen_of(count)) };
    let further = |(text, leads): (String, u64)| Word {
        text: written(&text),
        ..item(&text, Kind::Option, say!("{leads} {leads|lead|leads}; no option yet", leads))
    };
    options.into_iter().map(word).chain(of(&seen.unlisted).into_iter().map(further)).collect()
}

fn names(rules: &Rules) -> impl Iterator<Item = Word> + '_ {
    let fields = rules.declared().map(|(_, field)| item(&field.name, Kind::Field, Text::verbatim(field.ty.word())));
    let events = rules.log.iter().flat_map(|log| &log.kinds).map(|kind| item(&kind.name, Kind::Event, say!("event")));
    let definitions = rules.definitions.iter().map(|definition| {
        let detail = match definition.body {
            DefinitionBody::Cond(_) => say!("condition"),
            DefinitionBody::Quantity(_) => say!("quantity"),
        };
        item(&definition.name, Kind::Definition, detail)
    });
    let scores = rules.scores.iter().map(|score| item(&score.name, Kind::Score, say!("score")));
    let labels = rules.labels.iter().map(|label| item(&label.name, Kind::Label, say!("label")));
    fields.chain(events).chain(definitions).chain(scores).chain(labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadrules_language::check::read;

    const RULES: &str = "leadrules 1
lead {
  id text key
  country choice { BE, NL }
}
events {
  lead from \"Contact\"
  webinar { minutes number, host text, kind choice { live, \"on demand\" } }
  visit { page text }
}
score s {
  webinar where minutes > 3 => +1
}
";

    fn proposed(line: &str) -> Vec<String> {
        let rules = read("a", RULES.to_owned(), &mut |_| Err(Text::empty())).rules.expect("they can be read");
        let text = RULES.replace("  webinar where minutes > 3 => +1\n", line);
        let at = text.find(line).expect("it is there") + line.len();
        let words = words(Some(&rules), &text, text[..at].encode_utf16().count(), &Seen::default());
        words.items.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn within_where_the_properties_of_the_event_come_first() {
        assert_eq!(proposed("  webinar where ")[..4], ["minutes", "host", "kind", "id"]);
        assert_eq!(proposed("  webinar where (minutes > 3 and ")[..3], ["minutes", "host", "kind"]);
        assert_eq!(proposed("  webinar where kind is "), ["live", "\"on demand\""]);
        for other in
            ["  webinar where minutes > 3 and ", "  webinar ", "  webinar where minutes > 3 => ", "  nobody where "]
        {
            assert_eq!(proposed(other)[..2], ["id", "country"], "{other}");
        }
    }

    const BOTH: &str = "leadrules 1
lead { id text key; country choice { BE, NL }; company text }
account { id text key; country choice { LU, FR }; size number; leads by company }
events { lead from \"Contact\"; webinar { minutes number } }
score fit { country is BE => +1 }
score big of account { size > 3 => +1 }
label team of account { size > 3 => \"a\" }
stages { fit > 3 => MQL }
stages of account { big > 3 => Target }
";

    /// The names that are proposed, without words of the language.
    fn of_both(rest: &str) -> Vec<String> {
        let rules = read("a", BOTH.to_owned(), &mut |_| Err(Text::empty())).rules.expect("they can be read");
        let text = format!("{BOTH}{rest}");
        let words = words(Some(&rules), &text, text.encode_utf16().count(), &Seen::default());
        words.items.into_iter().filter(|word| word.kind != Kind::Keyword).map(|word| word.text).collect()
    }

    #[test]
    fn leads_and_accounts_have_names_of_their_own() {
        let (of_leads, of_accounts) =
            (["id", "country", "company", "webinar", "fit"], ["id", "country", "size", "webinar", "big", "team"]);
        for at in [
            "score x {\n  ",
            "label x { account is known and ",
            "score x of account {\n  any lead where ",
            "exclude account { count of leads where (",
            "score x of account = highest ",
            "test \"t\" {\n  lead ",
        ] {
            assert_eq!(of_both(at), of_leads, "{at}");
        }
        for at in [
            "score x of account {\n  ",
            "exclude account { ",
            "promise \"p\" of account { never ",
            "stages of account { any lead where fit > 3 and ",
            "score x of account = ",
            "label x of account { count of leads where (fit > 3) > 2 and ",
            "test \"t\" {\n  account ",
        ] {
            assert_eq!(of_both(at), of_accounts, "{at}");
        }
        assert_eq!(of_both("score x { account."), ["id", "country", "size", "big", "team"]);
        assert_eq!(of_both("score x { account.si"), ["size"]);
        assert_eq!(of_both("score x { my_account.si"), Vec::<String>::new());
        for (at, options) in [
            ("score x { country is ", ["BE", "NL"]),
            ("score x { account.country is ", ["LU", "FR"]),
            ("score x of account { country in ", ["LU", "FR"]),
            ("score x of account { any lead where country is ", ["BE", "NL"]),
            ("stages { account.country is LU and country is ", ["BE", "NL"]),
            ("score x { account.stage is ", ["Target", "account"]),
            ("score x of account { stage is ", ["Target", "account"]),
            ("score x of account { any lead where (stage is ", ["MQL", "contact"]),
        ] {
            assert_eq!(of_both(at), options, "{at}");
        }
        let both = of_both("test \"t\" {\n  expect ");
        assert!(both.contains(&"big".to_owned()) && both.contains(&"fit".to_owned()), "{both:?}");
    }

    #[test]
    fn words_are_proposed_where_they_fit() {
        let has = |line: &str, word: &str| proposed(line).contains(&word.to_owned());
        assert!(has("  country is known => +5 ", "halving") && !has("  country ", "halving"));
        assert!(!has("  country is known => +5 ", "promise") && !has("  ", "expect") && has("  ", "no"));
        assert!(has("}\npro", "promise") && !has("}\npro", "known"));
    }
}
