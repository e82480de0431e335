//! Whether an edit keeps what the author wrote: each number with its sign and unit, each text, and each word that is a
//! name. In: the lines before and after the edit; out: yes or no. What an edit means is not known here, so that no rule
//! for mending can vouch for itself: what does not pass is a guess, whoever offers it.

mod numbers;

use std::collections::{BTreeMap, BTreeSet};

use super::lex::{self, Kind, Token};
use super::mend::words;
use super::names::{self, Names};
use crate::diagnostic::{Diagnostic, nearest};
use crate::keyword;
use crate::source::{Sources, Span};
use numbers::Number;

/// Words that turn a condition into its opposite.
const TURNING: &str = "not no never unless without unknown empty blank null none missing isnt doesnt niet geen nooit zonder \
    tenzij leeg onbekend pas sans sauf jamais vide aucun aucune inconnu nicht kein keine nie ohne leer \
    unbekannt except exclude false nee onwaar non faux nein falsch";

/// The numbers that words stand for: `twice`, `in last week`, `today`.
const IN_WORDS: [&str; 3] = ["0", "1", "2"];

/// A line end is sought no further than this many bytes before or after an edit; beyond it, only the statement is
/// compared.
const LONG: usize = 1_000;

/// At most this many bytes of lines are compared; fixes beyond them are guesses.
const MOST_COMPARED: usize = 16 << 20;

/// Makes a guess of each fix that does not keep what was written, and of each fix for a line that is to be mended
/// first: it was based on something other than what is written.
pub fn downgrade(findings: &mut [Diagnostic], sources: &Sources) {
    let mut read = BTreeMap::new();
    let mut compared = 0;
    let line = |finding: &Diagnostic| {
        let span = finding.span();
        (span.file, sources.file(span.file).line_column(span.range().start).0)
    };
    let is_of_form = |finding: &Diagnostic| finding.code.id.starts_with("LR01");
    let broken: BTreeSet<_> = findings.iter().filter(|f| is_of_form(f) && !f.fixes.is_empty()).map(line).collect();
    for finding in findings.iter_mut().filter(|finding| !is_of_form(finding) && broken.contains(&line(finding))) {
        finding.fixes.iter_mut().for_each(|fix| fix.sure = false);
    }
    for finding in findings.iter_mut().filter(|finding| finding.fixes.iter().any(|fix| fix.sure)) {
        for fix in finding.fixes.iter_mut().filter(|fix| fix.sure) {
            let files: BTreeSet<_> = fix.edits.iter().map(|(span, _)| span.file).collect();
            fix.sure = files.into_iter().all(|file| {
                let source = &sources.file(file).text;
                let (tokens, names) = read.entry(file).or_insert_with(|| {
                    let tokens = lex::lex(source);
                    let names = names::names(source, &tokens);
                    (tokens, names)
                });
                if compared >= MOST_COMPARED {
                    return false;
                }
                let own: Vec<_> = fix.edits.iter().filter(|(span, _)| span.file == file).collect();
                let (old, new) = lines(source, tokens, &own);
                compared += old.len();
                keeps(old, &new, names)
            });
        }
    }
}

/// The lines that edits touch, before and after them; of long lines, only the statements.
fn lines<'a>(source: &'a str, tokens: &[Token], edits: &[&(Span, String)]) -> (&'a str, String) {
    let first = edits.iter().map(|(span, _)| span.range().start).min().unwrap_or(0);
    let last = edits.iter().map(|(span, _)| span.range().end).max().unwrap_or(0);
    let bytes = source.as_bytes();
    let is_end = |byte: &u8| *byte == b'\n';
    let parts = |token: &&Token| token.kind == Kind::Semicolon || token.first;
    let near = first.saturating_sub(LONG);
    let start = match bytes[near..first].iter().rposition(is_end) {
        Some(at) => near + at + 1,
        None if near == 0 => 0,
        None => {
            let before = &tokens[..tokens.partition_point(|token| token.start < first)];
            let part = before.iter().rev().find(parts);
            part.map_or(0, |token| if token.kind == Kind::Semicolon { token.end } else { token.start })
        }
    };
    let far = bytes.len().min(last + LONG);
    let end = match bytes[last..far].iter().position(is_end) {
        Some(at) => last + at,
        None if far == bytes.len() => far,
        None => {
            let after = &tokens[tokens.partition_point(|token| token.start < last)..];
            after.iter().find(parts).map_or(bytes.len(), |token| token.start)
        }
    };
    let mut sorted: Vec<_> = edits.iter().map(|(span, text)| (span.range(), text)).collect();
    sorted.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut new, mut from) = (String::new(), start);
    for (range, text) in sorted {
        new.push_str(&source[from..range.start]);
        new.push_str(text);
        from = range.end;
    }
    new.push_str(&source[from..end]);
    (&source[start..end], new)
}

/// Whether everything that `old` says is still in `new`, except for words of the language.
pub fn keeps(old: &str, new: &str, names: &Names<'_>) -> bool {
    let (old, new) = (Said::of(old), Said::of(new));
    let is_in_words = |number: &Number| IN_WORDS.iter().any(|word| number.is(word));
    let (mut old_texts, mut new_texts) = (old.texts.clone(), new.texts.clone());
    cancel(&mut old_texts, &mut new_texts, |one, other| one == other);
    let (mut old_numbers, mut new_numbers) = (old.numbers.clone(), new.numbers.clone());
    cancel(&mut old_numbers, &mut new_numbers, Number::same);
    // Quotes put around a number, or taken off.
    old_numbers.retain(|number| !take(&mut new_texts, |text| *text == number.written));
    old_texts.retain(|text| {
        let is_number = take(&mut new_numbers, |number| number.signed() == text.trim().trim_start_matches('+'));
        let mut is_in_it = || old.is_pattern && take(&mut new_texts, |new| text.trim_matches('%') == new);
        !(is_number || is_in_it())
    });
    let (mut dropped, mut added) = (old.words.clone(), new.words.clone());
    cancel(&mut dropped, &mut added, |one, other| one == other);
    old_texts.retain(|text| !take(&mut added, |word| word == text));
    // Words split in two, or written as one.
    let together = |words: &[String]| words.concat().replace('_', "").to_lowercase();
    if together(&dropped) == together(&added) {
        (dropped, added) = (Vec::new(), Vec::new());
    }
    new_numbers.retain(|number| !(is_in_words(number) || dropped.iter().any(|word| word.ends_with(&number.written))));
    if !(old_numbers.is_empty() && new_numbers.is_empty() && old_texts.is_empty()) {
        return false;
    }
    // A word that turns the condition into its opposite may be quoted as a whole, or was misspelt.
    let quoted = new_texts.iter().filter(|text| is_turning(text) && dropped.contains(text)).count();
    let is_slip =
        |word: &String| nearest(word, dropped.iter().filter(|w| !is_turning(w)).map(String::as_str)).is_some();
    let is_type = |word: &str| word == "no" && new.whole.contains("yes/no");
    let misspelt = added.iter().filter(|word| is_turning(word) && !is_type(word) && is_slip(word)).count();
    if old.turns != (new.turns ^ ((quoted + misspelt) % 2 == 1)) {
        return false;
    }
    // Words put in quotes must be consecutive in the old line, and none of several may have a meaning.
    for text in &new_texts {
        let inside: Vec<String> = Said::of(text).words;
        let is_written = squeezed(&old.whole).contains(&squeezed(text));
        let has_meaning = |word: &String| names.contains_key(word.as_str()) || words::is_understood(word);
        let counts = text.starts_with(|c: char| c.is_ascii_digit()) && inside.len() > 1;
        if !is_written || counts || (inside.len() > 1 && inside.iter().any(has_meaning)) {
            return false;
        }
        dropped.retain(|word| !inside.contains(word));
    }
    let is_fine = |word: &String| {
        !names.contains_key(word.as_str())
            && (words::is_understood(word) || added.iter().any(|meant| nearest(word, [meant.as_str()]).is_some()))
    };
    let is_ours = |word: &String| keyword::all().any(|known| known == word) || old.words.contains(word);
    dropped.iter().all(is_fine) && added.iter().all(is_ours)
}

/// Whether a word turns a condition into its opposite.
fn is_turning(word: &str) -> bool {
    let word = word.to_lowercase();
    TURNING.split(' ').any(|turning| turning == word)
}

/// A text without blanks.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !lex::is_blank(*c)).collect()
}

/// Removes the first element that passes from a list; whether there was one.
fn take<T>(list: &mut Vec<T>, pass: impl Fn(&T) -> bool) -> bool {
    let found = list.iter().position(pass);
    if let Some(at) = found {
        list.remove(at);
    }
    found.is_some()
}

/// Removes from both lists what is in both.
fn cancel<T>(one: &mut Vec<T>, other: &mut Vec<T>, same: impl Fn(&T, &T) -> bool) {
    // What edits leave alone is at both ends.
    let front = one.iter().zip(&*other).take_while(|(mine, theirs)| same(mine, theirs)).count();
    one.drain(..front);
    other.drain(..front);
    while one.last().zip(other.last()).is_some_and(|(mine, theirs)| same(mine, theirs)) {
        one.pop();
        other.pop();
    }
    one.retain(|mine| !take(other, |theirs| same(mine, theirs)));
}

/// What the lines say.
struct Said {
    numbers: Vec<Number>,
    texts: Vec<String>,
    words: Vec<String>,
    /// Whether they are turned into the opposite an odd number of times.
    turns: bool,
    /// Whether one of the texts is a pattern of SQL.
    is_pattern: bool,
    whole: String,
}

impl Said {
    fn of(text: &str) -> Self {
        let mut text: String = text.chars().map(plain).collect();
        let lexed = |text: &str| {
            let mut tokens = lex::lex(text);
            tokens.retain(|token| token.kind != Kind::Comment);
            tokens
        };
        let mut tokens = lexed(&text);
        if tokens.iter().any(|token| token.kind == Kind::OpenText) {
            text = text.replace(['“', '”', '„'], "\"");
            tokens = lexed(&text);
        }
        let mut said = Self {
            numbers: numbers::all(&text, &tokens),
            texts: Vec::new(),
            words: Vec::new(),
            turns: false,
            is_pattern: false,
            whole: String::new(),
        };
        for (at, token) in tokens.iter().enumerate() {
            let written = token.text(&text);
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text(&text));
            match token.kind {
                Kind::Text | Kind::QuotedText => {
                    let mut inside = written.chars();
                    inside.next();
                    inside.next_back();
                    said.texts.push(inside.as_str().replace("\\\"", "\""));
                    said.is_pattern |= ["like", "ilike"].contains(&&*before.to_lowercase());
                }
                Kind::OpenText => said.texts.push(written.to_owned()),
                Kind::Word => {
                    said.turns ^= is_turning(written) && before != "/";
                    if !numbers::is_unit_of_number(&text, &tokens, at) {
                        said.words.push(written.to_owned());
                    }
                }
                Kind::Number => said.words.extend(numbers::joined_word(written)),
                Kind::Sign => {
                    said.turns ^= matches!(written, "!=" | "<>" | "≠" | "!" | "!==" | "~=" | "!~");
                }
                _ => {}
            }
        }
        said.whole = text;
        said
    }
}

/// A full-width character, or a digit of another script, as the language writes it.
pub fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{660}'..='\u{669}' => digit(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(u32::from(c) - 0x6f0),
        '\u{966}'..='\u{96f}' => digit(u32::from(c) - 0x966),
        _ => c,
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stands_in_it() {
        let names = Names::from(["profile", "of", "minutes"].map(|name| (name, "")));
        let pairs = [
            ("a => ‑10", "a => -10", true),
            ("a => ‑10", "a => +10", false),
            ("a => subtract 10", "a => +10", false),
            ("a => subtract 10", "a => -10", true),
            ("a => --10", "a => -10", false),
            ("a => +-10", "a => -10", false),
            ("a => - 10", "a => -10", true),
            ("a => 10", "a => +10", true),
            ("a => 10%", "a => +10", false),
            ("a => 10 points", "a => +10", true),
            ("a => 1,000", "a => +1_000", true),
            ("a => +2,5", "a => +2.5", true),
            ("a => 2,5", "a => 2, 5", false),
            ("a > 1.234,50", "a > 1234.50", true),
            ("a 50-99", "a 50..99", true),
            ("a 50.99", "a 50..99", false),
            ("a > 10m", "a > 10M", false),
            ("a > 10 k", "a > 10k", true),
            ("a > €10k", "a > 10k", false),
            ("50 tot 99", "50, \"tot 99\"", false),
            ("a in last 60", "a in \"last 60\"", false),
            ("a is real estate", "a is \"real estate\"", true),
            ("a = 0.5 x profile", "a = \"0.5 x profile\"", false),
            ("a like \"%CEO%\"", "a contains \"CEO\"", true),
            ("a like \"%CEO%\"", "a contains \"CFO\"", false),
            ("after 23/11/2026", "after 2026-11-23", true),
            ("after 23/11/2026", "after 2026-11-24", false),
            ("not not a", "not a", false),
            ("a is not empty", "a is known", true),
            ("a is not empty", "a is unknown", false),
            ("a of b", "a or b", false),
            ("a oder b", "a or b", true),
            ("in last 30 dagen", "in last 30 days", true),
            ("in last 30 mins", "in last 30 hours", false),
            ("in last30 days", "in last 30 days", true),
            ("a at least twice", "a at least 2 times", true),
            ("a more than 3 times", "a at least 4 times", false),
            ("job-title text", "job_title text", true),
            ("a lats 30 days", "a last 30 days", true),
            ("a foobar 30", "a 30", false),
            ("zip is 1000", "zip is \"1000\"", true),
            ("a => \"-10\"", "a => -10", true),
            ("a => 10%%", "a => +10", false),
            ("a is false", "a is no", true),
            ("a is false", "a is yes", false),
        ];
        for (old, new, wanted) in pairs {
            assert_eq!(keeps(old, new, &names), wanted, "{old}  ~~  {new}");
        }
    }
}
