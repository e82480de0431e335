//! Leads and accounts in other words: `sum of revenue of leads`, `at least 2 leads where …`, `score fit account`. In: a broken
//! statement; out: candidates.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::context::Context;
use crate::parse::lex::Kind;
use crate::words::say;

/// What is worked out, in the words of spreadsheets, databases and other languages.
fn function(word: &str) -> Option<&'static str> {
    Some(match word {
        "sum" | "total" | "som" | "totaal" | "somme" | "summe" | "gesamt" => "total",
        "average" | "avg" | "mean" | "gemiddelde" | "gemiddeld" | "moyenne" | "durchschnitt" | "mittel" => "average",
        "highest" | "max" | "maximum" | "largest" | "hoogste" | "maximale" | "höchste" | "höchster" => "highest",
        "lowest" | "min" | "minimum" | "smallest" | "laagste" | "minimale" | "niedrigste" | "niedrigster" => "lowest",
        _ => return None,
    })
}

/// Whether a word is understood here.
pub fn is_understood(word: &str) -> bool {
    function(word).is_some() || is_of(word) || is_article(word)
}

fn is_of(word: &str) -> bool {
    matches!(word, "of" | "for" | "over" | "van" | "de" | "des" | "von" | "der")
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "all" | "its" | "de" | "het" | "alle" | "les" | "la" | "le" | "die")
}

fn are_leads(word: &str) -> bool {
    matches!(word, "leads" | "lead" | "contacts" | "contact" | "contacten")
}

/// `sum of revenue of leads`, `max engagement of the leads`
pub fn worked_out(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        let word = broken.lower(at);
        let Some(function) = function(&word).filter(|_| !broken.names.contains_key(broken.word(at))) else { continue };
        let mut name = at + 1;
        if is_of(&broken.lower(name)) {
            name += 1;
        }
        if broken.kind(name) != Some(Kind::Word) || are_leads(broken.word(name)) {
            continue;
        }
        let mut leads = name + 1;
        if !is_of(&broken.lower(leads)) {
            continue;
        }
        leads += 1;
        if is_article(&broken.lower(leads)) {
            leads += 1;
        }
        if !are_leads(&broken.lower(leads)) {
            continue;
        }
        let range = broken.range(at, leads);
        let write = format!("{function} {} of leads", broken.word(name));
        out.push(said(broken, range, &write));
    }
}

/// `at least 2 leads where …`, `2 leads`: leads are counted.
pub fn numbers(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        if broken.kind(at) != Some(Kind::Number) || !are_leads(&broken.lower(at + 1)) {
            continue;
        }
        let before = |back: usize| at.checked_sub(back).map_or(String::new(), |at| broken.lower(at));
        let (start, sign) = match (before(2).as_str(), before(1).as_str()) {
            ("at" | "ten", "least" | "minste") => (at - 2, ">="),
            ("at", "most") => (at - 2, "<="),
            ("more", "than") => (at - 2, ">"),
            ("fewer" | "less", "than") => (at - 2, "<"),
            (_, "minstens" | "mindestens") => (at - 1, ">="),
            (_, "exactly") => (at - 1, "="),
            (_, "" | "and" | "or" | "not" | "expect" | "never" | "always") => (at, "="),
            _ => continue,
        };
        let number = broken.word(at);
        // What stands between `where` and the end of the condition belongs to it.
        let end = (at + 2..broken.tokens.len())
            .find(|&end| broken.kind(end) == Some(Kind::Arrow))
            .unwrap_or(broken.tokens.len());
        let filter = match broken.word(at + 2) {
            "where" if end > at + 3 => {
                let written = broken.written(&broken.range(at + 3, end - 1));
                if written.starts_with('(') { format!(" where {written}") } else { format!(" where ({written})") }
            }
            _ if end == at + 2 => String::new(),
            _ => continue,
        };
        let range = broken.range(start, end - 1);
        out.push(said(broken, range, &format!("count of leads{filter} {sign} {number}")));
    }
}

/// `score fit account`, `stages account`, `score fit 0..100 of account`: the head of a block about accounts.
pub fn heads(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let is_account = |at: usize| matches!(broken.word(at), "account" | "accounts");
    let name = match broken.word(0) {
        "score" | "label" | "promise" => 1,
        "stages" => 0,
        _ => return,
    };
    if broken.context != Context::File || broken.tokens.len() <= name {
        return;
    }
    let place = broken.tokens[name].end;
    let found = |range: std::ops::Range<usize>| {
        Candidate::new(&codes::LR0106, range, say!("what is said about accounts has `of account` after its name"))
            .label(say!("about accounts"))
            .help(say!("It reads `score NAME of account 0..100`, `stages of account`, `label NAME of account`."))
            .title(say!("write `of account` there"))
    };
    if is_account(name + 1) {
        out.push(found(broken.place(name + 1)).edit(broken.place(name + 1), "of account"));
    }
    if let Some(at) = (name + 2..broken.tokens.len()).find(|&at| broken.word(at) == "of" && is_account(at + 1)) {
        let range = broken.range(at, at + 1);
        let from = broken.tokens[at - 1].end;
        out.push(found(range.clone()).edit(place..place, " of account").edit(from..range.end, ""));
    }
}

/// `event of An demo`: the name of a lead stands in quotes.
pub fn called(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if broken.context != Context::Test {
        return;
    }
    for at in 1..broken.tokens.len() {
        if broken.kind(at) == Some(Kind::Word)
            && broken.word(at - 1) == "of"
            && !broken.names.contains_key(broken.word(at))
            && !are_leads(broken.word(at))
        {
            let name = broken.word(at);
            out.push(
                Candidate::new(
                    &codes::LR0112,
                    broken.place(at),
                    say!("the name of the lead `{name}` stands without quotes", name),
                )
                .label(say!("the name of a lead"))
                .help(say!("Leads of a test are called as they are in its lines `lead \"An\", …`, between quotes."))
                .title(say!("write `\"{text}\"`", text = name))
                .edit(broken.place(at), format!("\"{name}\""))
                .guess(),
            );
        }
    }
}

fn said(broken: &Broken<'_>, range: std::ops::Range<usize>, write: &str) -> Candidate {
    let shown = broken.written(&range);
    Candidate::new(
        &codes::LR0106,
        range.clone(),
        say!("rules say `{text}`, not `{written}`", text = write, written = shown),
    )
    .label(say!("another word for it"))
    .help(say!("Write `{text}` in its place.", text = write))
    .title(say!("write `{text}`", text = write))
    .edit(range, write)
}
