//! The numbers of a text, however people write them: their values, signs and units. In: tokens; out: numbers that can be
//! compared. Where a spelling can be read in two ways, the likelier one counts.

use crate::parse::lex::{self, Kind, Token};
use crate::parse::mend::signs::{is_dash, takes_away};

/// A number as it is written somewhere.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its digits, without sign and unit.
    pub(super) written: String,
    /// Empty, `-`, or more than one sign.
    sign: String,
    unit: String,
    values: Vec<String>,
}

impl Number {
    /// Whether they can be the same number.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.sign == other.sign
            && self.unit == other.unit
            && self.values.iter().any(|value| other.values.contains(value))
    }

    pub(super) fn is(&self, value: &str) -> bool {
        self.sign.is_empty() && self.values.iter().any(|own| own == value)
    }

    pub(super) fn signed(&self) -> String {
        format!("{}{}{}", self.sign, self.written, self.unit)
    }
}

/// All numbers of a text.
pub(super) fn all(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != Kind::Number {
            at += 1;
            continue;
        }
        let last = end(text, tokens, at);
        let mut start = tokens[at].start;
        let is_fraction = at > 0 && tokens[at - 1].text(text) == "." && tokens[at - 1].end == start;
        if is_fraction {
            start = tokens[at - 1].start;
        }
        let whole = &text[start..tokens[last].end];
        let (digits, suffix) = split(whole);
        let values = date(digits).map_or_else(|| readings(digits), |date| vec![date]);
        numbers.push(Number {
            written: digits.to_owned(),
            sign: sign(text, tokens, at - usize::from(is_fraction)),
            unit: unit(text, tokens, at, last, suffix),
            values,
        });
        at = last + 1;
    }
    numbers
}

/// The digits with their separators, and the letters at their end.
fn split(whole: &str) -> (&str, &str) {
    if whole.contains('T') && whole.len() > 10 {
        return (whole, "");
    }
    let digits = whole.trim_end_matches(|c: char| !c.is_ascii_digit());
    whole.split_at(digits.len())
}

/// The last token of the number that begins with token `at`: `1,000`, `1 000`, `23/11/2026`.
fn end(text: &str, tokens: &[Token], at: usize) -> usize {
    let is_digits = |at: usize| {
        tokens[at].kind == Kind::Number && tokens[at].text(text).bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    let touches = |at: usize| tokens.get(at + 1).is_some_and(|next| tokens[at].end == next.start);
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    let mut last = at;
    if is_digits(at) {
        let parts = |at: usize| tokens.get(at).is_some_and(|t| t.text(text) == "/" || is_dash(t.text(text)));
        let mut date_end = at;
        while parts(date_end + 1) && touches(date_end) && touches(date_end + 1) && is_number(date_end + 2) {
            date_end += 2;
        }
        if date_end == at + 4 && date(&text[tokens[at].start..tokens[date_end].end]).is_some() {
            return date_end;
        }
    }
    while is_digits(last) {
        let joins = |at: usize| tokens.get(at).is_some_and(|t| matches!(t.text(text), "," | "'" | "’"));
        let three = |at: usize| {
            is_number(at) && {
                let next = tokens[at].text(text);
                next.bytes().take_while(u8::is_ascii_digit).count() == 3
            }
        };
        if joins(last + 1) && touches(last) && touches(last + 1) && is_number(last + 2) {
            last += 2;
        } else if three(last + 1)
            && text[tokens[last].end..tokens[last + 1].start].chars().count() == 1
            && tokens[last].end - tokens[last].start <= 3
        {
            last += 1;
        } else {
            break;
        }
    }
    last
}

/// The parts of a date, sorted by size, whatever their order.
fn date(digits: &str) -> Option<String> {
    let parts: Vec<&str> =
        digits.split(|c: char| matches!(c, '/' | '.') || is_dash(c.encode_utf8(&mut [0; 4]))).collect();
    let is_date =
        matches!(parts.iter().map(|part| part.len()).collect::<Vec<_>>()[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4]);
    let mut numbers = parts.iter().map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>()?;
    numbers.sort_unstable();
    is_date.then(|| format!("date {numbers:?}"))
}

/// The value of digits: a single comma before three digits, and any repeated sign, separate thousands.
fn readings(digits: &str) -> Vec<String> {
    let plain: String = digits.chars().filter(|c| !(matches!(c, '_' | '\'' | '’') || lex::is_blank(*c))).collect();
    let signs: Vec<char> = plain.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let last = plain.rfind(['.', ',']);
    let (whole, fraction) = match (last, &signs[..]) {
        (Some(at), ['.']) => (&plain[..at], &plain[at + 1..]),
        (Some(at), [',']) if plain.len() - at - 1 != 3 => (&plain[..at], &plain[at + 1..]),
        (Some(at), [.., before, last]) if before != last => (&plain[..at], &plain[at + 1..]),
        _ => (plain.as_str(), ""),
    };
    let whole = whole.replace(['.', ','], "");
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    vec![if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }]
}

/// The sign of the number whose first token is `first`.
fn sign(text: &str, tokens: &[Token], first: usize) -> String {
    let word = |at: usize| tokens[at].text(text);
    let is_sign = |at: usize| {
        tokens[at].kind == Kind::Sign
            && (is_dash(word(at)) || matches!(word(at), "+" | "=" | ":" | "+=" | "++" | "--" | ":="))
    };
    let mut start = first;
    while start > 0 && is_sign(start - 1) {
        start -= 1;
    }
    let mut sign: String = tokens[start..first]
        .iter()
        .map(|token| token.text(text))
        .flat_map(|run| if is_dash(run) { "-".to_owned() } else { run.replace(['=', ':'], "") }.into_bytes())
        .map(char::from)
        .collect();
    let before = start.checked_sub(1).map(|before| &tokens[before]);
    // `=> score - 10` gives points, and calculates nothing.
    let is_given = start >= 2 && tokens[start - 2].kind == Kind::Arrow;
    let is_operand = !is_given
        && before.is_some_and(|before| {
            matches!(before.kind, Kind::Word | Kind::Number | Kind::Text | Kind::CloseBracket)
                && !crate::keyword::is_reserved(before.text(text))
        });
    if is_operand && first - start == 1 && !sign.is_empty() {
        let touches_before = before.is_some_and(|before| before.end == tokens[start].start);
        let touches_after = tokens[start].end == tokens[first].start;
        if touches_before == touches_after {
            sign.clear();
        }
    }
    if let Some(before) = before.filter(|before| before.kind == Kind::Word) {
        let word = before.text(text).to_lowercase();
        let after_arrow = start >= 2 && matches!(tokens[start - 2].text(text), "=>" | "->" | "→" | ":" | "=");
        if takes_away(&word, after_arrow) {
            sign.push('-');
        }
    }
    if sign == "+" { String::new() } else { sign }
}

/// What a number counts, whatever the language: `k`, `%`, `day`, `€`.
fn unit(text: &str, tokens: &[Token], first: usize, last: usize, suffix: &str) -> String {
    let mut unit = String::new();
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.text(text));
    let before = word(first.checked_sub(1));
    if is_currency(before) {
        unit += before;
    }
    let of_suffix = unit_of(suffix);
    unit += of_suffix.unwrap_or(if suffix.chars().all(char::is_alphabetic) { "" } else { suffix });
    let mut next = word(Some(last + 1));
    if matches!(next, "derniers" | "dernières" | "prochains" | "prochaines") {
        next = word(Some(last + 2));
    }
    if of_suffix.is_none() && suffix.is_empty() {
        unit += if is_currency(next) { next } else { unit_of(next).unwrap_or_default() };
    } else if is_currency(next) {
        unit += next;
    }
    unit
}

fn is_currency(word: &str) -> bool {
    matches!(word, "€" | "$" | "£" | "EUR" | "USD" | "GBP" | "CHF" | "euro" | "euros" | "dollar" | "dollars")
}

/// The unit that a word stands for.
fn unit_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "k" | "K" | "thousand" | "duizend" | "mille" | "tausend" => "k",
        "M" | "mln" | "mio" | "Mio" | "MM" | "million" | "millions" | "miljoen" | "Million" | "Millionen" => "M",
        "%" | "percent" | "procent" | "pct" | "Prozent" => "%",
        _ => crate::parse::mend::units::unit(word)?,
    })
}

/// The letters at the end of a number, if they form a word: `days` of `30days`.
pub(super) fn joined_word(written: &str) -> Option<String> {
    let (_, suffix) = split(written);
    (suffix.chars().all(char::is_alphabetic) && !suffix.is_empty() && unit_of(suffix).is_none())
        .then(|| suffix.to_owned())
}

/// Whether a word is the unit of the number before it.
pub(super) fn is_unit_of_number(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].text(text);
    let is_between = at > 1 && tokens[at - 1].text(text).starts_with("derni");
    let before = at.checked_sub(1 + usize::from(is_between)).map(|before| tokens[before].kind);
    before == Some(Kind::Number) && (unit_of(word).is_some() || is_currency(word))
}
