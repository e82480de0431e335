//! Words: what other languages and tools call what the rules say, words in capitals, and slips of the pen.

mod foreign;
mod phrases;

use std::sync::LazyLock;

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::diagnostic::nearest;
use crate::keyword;
use crate::parse::context::Context;
use crate::parse::lex::{Kind, Token};
use crate::parse::names::Names;
use crate::words::say;
use foreign::{ABROAD, NEGATED};
use phrases::{PHRASES, PLACED};

use super::{leads, signs, units};

/// Synonyms for what the rules say, the longest first.
static LONGEST_FIRST: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let anywhere = PHRASES.iter().chain(ABROAD).map(|(phrase, write)| (None, *phrase, *write));
    let placed = PLACED.iter().map(|(context, phrase, write)| (Some(*context), *phrase, *write));
    let all = anywhere.chain(placed);
    let mut all: Vec<Phrase> = all.map(|(at, phrase, write)| (at, phrase.split(' ').collect(), write)).collect();
    all.sort_by_key(|(_, words, _)| std::cmp::Reverse(words.len()));
    all
});

/// In which lines, what people write, and what the rules write.
type Phrase = (Option<Context>, Vec<&'static str>, &'static str);

/// What an amount is of.
const AMOUNTS: [&str; 13] = [
    "sum", "total", "max", "maximum", "min", "minimum", "mean", "average", "avg", "number", "amount", "share", "count",
];

/// Synonyms for what the rules say.
pub fn phrases(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let lower: Vec<String> = (0..broken.tokens.len()).map(|at| broken.lower(at)).collect();
    for (_, words, write) in LONGEST_FIRST.iter().filter(|(at, ..)| at.is_none_or(|at| at == broken.context)) {
        let matches_at = |at: usize| {
            words.iter().enumerate().all(|(ahead, word)| match (*word, broken.kind(at + ahead)) {
                ("#", kind) => kind == Some(Kind::Number),
                ("@", kind) => kind == Some(Kind::Word) && units::unit(&lower[at + ahead]).is_some_and(units::is_known),
                (word, Some(Kind::Word | Kind::Sign)) => lower[at + ahead] == word,
                _ => false,
            })
        };
        // `sum of order` is English, and no Dutch `or`.
        let is_of_amount =
            |at: usize| words.as_slice() == ["of"] && at > 0 && AMOUNTS.contains(&lower[at - 1].as_str());
        // `no visit for 60 days` says that none was in the last 60; `customer for 2 years` says something else.
        let is_of_duration =
            |at: usize| words[0] == "for" && *write != "of account" && (at < 2 || lower[at - 2] != "no");
        let mut places = Vec::new();
        let mut at = 0;
        while at + words.len() <= broken.tokens.len() {
            if matches_at(at) && !is_of_amount(at) && !is_of_duration(at) {
                places.push(at);
                at += words.len();
            } else {
                at += 1;
            }
        }
        let Some(&first) = places.first() else { continue };
        let near = |at: &usize| at + words.len() + 3 > broken.culprit && *at < broken.culprit + 3;
        if !places.iter().any(near) {
            continue;
        }
        let mut candidate: Option<Candidate> = None;
        for at in places {
            let last = at + words.len() - 1;
            let range = broken.range(at, last);
            let number = (at..=last).find(|&at| broken.kind(at) == Some(Kind::Number)).map_or("", |at| broken.word(at));
            let unit = words.iter().position(|word| *word == "@").and_then(|ahead| units::unit(&lower[at + ahead]));
            let Some(mut text) = fill(write, number, unit) else { continue };
            // What happened is counted in `times`.
            if at > 0 && broken.is_kind(at - 1) && words.last() == Some(&"#") {
                text = match *write {
                    ">= #" => format!("at least {number} times"),
                    "<= #" => format!("at most {number} times"),
                    _ => text,
                };
            }
            let mut place = range.clone();
            let is_sign = matches!(text.as_str(), "+" | "-") && at > 0 && broken.kind(at - 1) == Some(Kind::Arrow);
            if text.is_empty() || is_sign {
                place.end = broken.tokens.get(last + 1).map_or(place.end, |next| next.start);
            } else if ["up to", "halving", "fading", "losing", "kept"].iter().any(|word| text.starts_with(word))
                && broken.arrow().is_some_and(|arrow| arrow < at)
                && broken.kind(at - 1) != Some(Kind::Comma)
            {
                place.start = broken.tokens[at - 1].end;
                text = format!(", {text}");
            }
            if text.is_empty() && last + 1 == broken.tokens.len() && at > 0 {
                place = broken.tokens[at - 1].end..broken.tokens[last].end;
            }
            let shown = broken.written(&range);
            let made =
                candidate.take().unwrap_or_else(|| said(shown, &text, broken.range(first, first + words.len() - 1)));
            candidate = Some(made.edit(place, text));
        }
        // Whoever says `3 times` may mean at least so many, and `of` may be part of a text: `contains head of sales`.
        let tests_text = |at: usize| matches!(broken.word(at), "contains" | "mentions" | "with" | "matches" | "all");
        let is_in_text = first >= 2 && broken.kind(first - 1) == Some(Kind::Word) && tests_text(first - 2);
        let is_guess = write.starts_with("exactly") && matches!(words[0], "#" | "twice")
            || words.as_slice() == ["of"] && is_in_text;
        out.extend(candidate.map(|found| if is_guess { found.guess() } else { found }));
    }
}

/// The replacement with its number and unit; `None` if it would ask for fewer than zero.
fn fill(write: &str, number: &str, unit: Option<&str>) -> Option<String> {
    let unit = unit.map_or_else(String::new, |unit| if number == "1" { unit.to_owned() } else { format!("{unit}s") });
    let write = write.replace('@', &unit);
    if write.contains("#+") || write.contains("#-") {
        let count: u32 = number.parse().ok()?;
        let more = if write.contains("#+") { count.checked_add(1)? } else { count.checked_sub(1)? };
        return Some(write.replace("#+", &more.to_string()).replace("#-", &more.to_string()));
    }
    Some(write.replace('#', number))
}

fn said(shown: &str, text: &str, span: std::ops::Range<usize>) -> Candidate {
    let text = text.trim_start_matches([',', ' ']);
    let base = if text.is_empty() {
        let found =
            Candidate::new(&codes::LR0106, span.clone(), say!("`{words}` has no place in a rule", words = shown))
                .help(say!("A rule reads `condition => what it gives`, without further words."))
                .title(say!("leave out `{text}`", text = shown));
        // In the middle of a line it may have another meaning.
        Candidate { alone: span.start == 0, ..found }
    } else if text == shown {
        Candidate::new(&codes::LR0106, span, say!("a comma is missing before `{word}`", word = shown))
            .help(say!("Write `, {words}`.", words = shown))
            .title(say!("write a comma before it"))
    } else {
        Candidate::new(&codes::LR0106, span, say!("rules say `{text}`, not `{written}`", text, written = shown))
            .help(say!("Write `{text}` in its place.", text))
            .title(say!("write `{text}`", text))
    };
    base.label(say!("another word for it"))
}

/// `does not contain`, `not contains`: the `not` belongs before the subject.
pub fn negations(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let abroad = NEGATED.iter().find_map(|(words, operator)| {
            let count = words.split(' ').count();
            let is_here = words.split(' ').zip(at..).all(|(word, at)| broken.lower(at) == word);
            is_here.then_some((at + count - 1, *operator))
        });
        if let Some((last, operator)) = abroad {
            negated(broken, (at, last), operator, out);
            continue;
        }
        let (start, verb) = match (broken.word(at), broken.word(at + 1), broken.word(at + 2)) {
            ("does" | "do", "not", verb) => (at, verb),
            ("doesnt" | "not", verb, _) if !matches!(verb, "in" | "known" | "unknown") => (at, verb),
            _ => continue,
        };
        let operator = match verb {
            "contain" | "contains" | "include" | "includes" | "containing" => "contains",
            "start" | "starts" | "begin" | "begins" => "starts",
            "end" | "ends" => "ends",
            "mention" | "mentions" => "mentions",
            "match" | "matches" => "matches",
            _ => continue,
        };
        let verb_at = if broken.word(start + 1) == "not" { start + 2 } else { start + 1 };
        negated(broken, (start, verb_at), operator, out);
    }
}

/// The test between two tokens, negated.
pub fn negated(broken: &Broken<'_>, (start, last): (usize, usize), operator: &str, out: &mut Vec<Candidate>) {
    let mut subject = start - 1;
    while subject >= 2 && broken.word(subject - 1) == "." {
        subject -= 2;
    }
    let subject_start = broken.tokens[subject].start;
    let range = broken.range(start, last);
    out.push(
        Candidate::new(
            &codes::LR0106,
            range.clone(),
            say!("`{written}` is said with `not` in front", written = broken.written(&range)),
        )
        .label(say!("the opposite of a test"))
        .help(say!(
            "Write `not {subject} {operator} …`.",
            subject = broken.written(&broken.range(subject, start - 1)),
            operator
        ))
        .title(say!("write `not` before the subject"))
        .edit(subject_start..subject_start, "not ")
        .edit(range, operator),
    );
}

/// `has email`: whether something is there is said after its name.
pub fn has(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        let (Some(Kind::Word), "has" | "have" | "with" | "given") = (broken.kind(at + 1), broken.word(at)) else {
            continue;
        };
        let range = broken.range(at, at + 1);
        let text = format!("{} is known", broken.word(at + 1));
        out.push(
            Candidate::new(
                &codes::LR0106,
                range.clone(),
                say!("rules say `{text}`, not `{written}`", text = &text, written = broken.written(&range)),
            )
            .label(say!("whether it is there"))
            .help(say!("Write `{text}`.", text = &text))
            .title(say!("write `{text}`", text = &text))
            .edit(range, text)
            .only_whole(),
        );
    }
}

/// Pairs of words of the language that people write as one.
const JOINED: &[&str] = &[
    "at least",
    "at most",
    "up to",
    "down to",
    "once per",
    "in last",
    "in next",
    "older than",
    "starts with",
    "ends with",
    "contains all",
    "is known",
    "is unknown",
    "not in",
    "is not",
    "count of",
    "days since",
    "any of",
    "any activity",
    "no activity",
    "list of",
    "time zone",
    "rank by",
    "as of",
    "split by",
    "halving every",
    "fading over",
    "decimal comma",
];

/// Whether a part of a web address begins here, as in `gmail.com`, other than the `domain` of an e-mail.
fn is_site(broken: &Broken<'_>, at: usize) -> bool {
    broken.kind(at) == Some(Kind::Word)
        && broken.word(at + 1) == "."
        && broken.touches_next(at)
        && broken.touches_next(at + 1)
        && broken.kind(at + 2) == Some(Kind::Word)
        && nearest(broken.word(at + 2), std::iter::once("domain")).is_none()
        && broken.word(at + 2) != "domain"
}

/// Words in capitals, words written as one, and slips of the pen, near the place where reading stopped.
pub fn slips(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    capitals(broken, out);
    let near = broken.culprit.saturating_sub(2)..(broken.culprit + 2).min(broken.tokens.len());
    let mut order: Vec<usize> = near.collect();
    order.sort_by_key(|&at| (at != broken.culprit, broken.culprit.abs_diff(at)));
    for at in order {
        if broken.kind(at) != Some(Kind::Word) {
            continue;
        }
        let word = broken.word(at);
        if is_site(broken, at) || at >= 2 && is_site(broken, at - 2) {
            // `gmail.com` is no slip of `email`.
            continue;
        }
        if word != broken.lower(at) && is_word(&broken.lower(at)) {
            // It is spelt correctly.
            continue;
        }
        let squeezed: String = word.chars().filter(|c| *c != '_').collect::<String>().to_lowercase();
        let apart = JOINED.iter().find(|joined| joined.replace(' ', "") == squeezed);
        let mut meant: Vec<&str> = apart.into_iter().copied().collect();
        let mut rest: Vec<&str> = keyword::all().filter(|known| *known != word).collect();
        while let Some(found) = nearest(word, rest.iter().copied()).filter(|_| meant.len() < 5) {
            meant.push(found);
            rest.retain(|known| *known != found);
        }
        let is_short = word.chars().count() < 4 && apart.is_none();
        out.extend(meant.into_iter().map(|meant| {
            let found = slip(broken.place(at), word, meant);
            if is_short { found.guess() } else { found }
        }));
        // `in last30 days`, `a ndb`
        if broken.kind(at + 1) == Some(Kind::Word) {
            let both = format!("{word}{}", broken.word(at + 1));
            if let Some(known) = keyword::all().find(|known| *known == both) {
                out.push(slip(broken.range(at, at + 1), &format!("{word} {}", broken.word(at + 1)), known));
            }
        }
    }
    if broken.word(broken.culprit + 1) == "/" || broken.word(broken.culprit) == "/" {
        let slash = if broken.word(broken.culprit) == "/" { broken.culprit } else { broken.culprit + 1 };
        if slash > 0 && slash + 1 < broken.tokens.len() {
            let range = broken.range(slash - 1, slash + 1);
            out.push(slip(range.clone(), broken.written(&range), "yes/no"));
        }
    }
    // A digit run together with a word: `last30`.
    for at in 0..broken.tokens.len() {
        let word = broken.word(at);
        if let Some(digit) = word.find(|c: char| c.is_ascii_digit()).filter(|&digit| digit > 0 && at <= broken.culprit)
            && broken.kind(at) == Some(Kind::Word)
            && is_word(&word[..digit])
        {
            let text = format!("{} {}", &word[..digit], &word[digit..]);
            out.push(slip(broken.place(at), word, &text));
        }
    }
}

/// Whether it is a word of the language.
fn is_word(word: &str) -> bool {
    keyword::all().any(|known| known == word)
}

/// Whether a word belongs to the language, or is understood in place of some of its words.
pub fn is_understood(word: &str) -> bool {
    let lower = word.to_lowercase();
    is_word(&lower)
        || LONGEST_FIRST.iter().any(|(_, words, _)| words.contains(&lower.as_str()))
        || NEGATED.iter().any(|(words, _)| words.split(' ').any(|known| known == lower))
        || otherwise_of(&lower).is_some()
        || signs::is_understood(&lower)
        || leads::is_understood(&lower)
        || OTHERS.contains(&lower.as_str())
}

/// Words that are understood by menders other than [`PHRASES`].
const OTHERS: &[&str] = &[
    "does", "do", "doesnt", "has", "have", "given", "else", "x", "like", "ilike", "case", "when", "then", "end",
    "true", "false", "ja", "nee", "waar", "onwaar", "oui", "non", "vrai", "faux", "nein", "wahr", "falsch",
];

fn capitals(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let places = broken.positions(|broken, at| {
        let word = broken.word(at);
        broken.kind(at) == Some(Kind::Word) && word.chars().any(char::is_uppercase) && is_word(&word.to_lowercase())
    });
    let Some(&first) = places.first() else { return };
    let word = broken.word(first);
    let mut candidate = slip(broken.place(first), word, &word.to_lowercase());
    candidate.message = say!("`{word}` is written in small letters: `{small}`", word, small = word.to_lowercase());
    candidate.edits = places.iter().map(|&at| (broken.place(at), broken.word(at).to_lowercase())).collect();
    out.push(candidate);
}

fn slip(place: std::ops::Range<usize>, word: &str, meant: &str) -> Candidate {
    Candidate::new(
        &codes::LR0106,
        place.clone(),
        say!("`{word}` is not a word that fits here: did you mean `{meant}`?", word, meant),
    )
    .label(say!("perhaps `{meant}`", meant))
    .help(say!("Write `{meant}`, if that is meant.", meant))
    .title(say!("write `{text}`", text = meant))
    .edit(place, meant)
}

/// Words of the language where a name must stand.
pub fn reserved(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in broken.culprit.saturating_sub(1)..=broken.culprit {
        let word = broken.word(at);
        if !keyword::is_reserved(word) {
            continue;
        }
        let place = broken.place(at);
        if word == "activity" && !(at > 0 && matches!(broken.word(at - 1), "any" | "no")) {
            out.push(
                Candidate::new(&codes::LR0106, place.clone(), say!("`activity` says `any` or `no` before it"))
                    .label(say!("which activity?"))
                    .help(say!("`any activity` holds when anything at all happened, `no activity` when nothing did."))
                    .title(say!("write `{text}`", text = "any activity"))
                    .edit(place.start..place.start, "any "),
            );
        }
        let message = say!("`{word}` is a word of the language and can't be a name", word);
        let before = if at > 0 { broken.word(at - 1) } else { "" };
        let declares = matches!(before, "define" | "score" | "label" | "list" | "by")
            || (at == 0 && matches!(broken.context, Context::Lead | Context::Events | Context::Properties));
        if !declares || broken.context != Context::File {
            let found = Candidate::new(&codes::LR0111, place.clone(), message.clone())
                .label(say!("has a meaning of its own"))
                .help(say!("As an option, a stage or a text it stands between quotes."))
                .title(say!("write `\"{text}\"`", text = word))
                .edit(place.clone(), format!("\"{word}\""));
            let is_option = matches!(broken.context, Context::Lead | Context::Properties);
            out.push(if is_option { found } else { found.guess() });
        }
        if declares {
            out.push(
                Candidate::new(&codes::LR0111, place.clone(), message)
                    .label(say!("has a meaning of its own"))
                    .help(say!("Give it another name."))
                    .title(say!("call it `{name}`", name = format!("{word}_")))
                    .edit(place, format!("{word}_"))
                    .guess(),
            );
        }
    }
}

/// `else => …`, which would be read as a name.
pub fn lonely_else(source: &str, tokens: &[Token], names: &Names<'_>) -> Option<usize> {
    let is_else = |token: &Token| {
        let word = token.text(source);
        token.kind == Kind::Word && otherwise_of(word).is_some() && !names.contains_key(word)
    };
    match tokens {
        [first, arrow, ..] if is_else(first) && arrow.kind == Kind::Arrow => Some(first.start),
        _ => None,
    }
}

/// `otherwise` and `unknown` in foreign words.
pub fn otherwise_of(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "else" | "default" | "anders" | "sinon" | "autrement" | "sonst" | "andernfalls" => Some("otherwise"),
        "onbekend" | "leeg" | "inconnu" | "vide" | "unbekannt" | "leer" => Some("unknown"),
        _ => None,
    }
}

/// `else` for `otherwise`.
pub fn otherwise(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if let Some(write) = otherwise_of(broken.word(0)) {
        out.push(said(broken.word(0), write, broken.place(0)).edit(broken.place(0), write));
    }
}
