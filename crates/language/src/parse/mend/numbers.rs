//! Numbers and dates as people elsewhere write them.

use super::broken::{Broken, Candidate};
use super::signs::is_dash;
use crate::calendar;
use crate::codes;
use crate::parse::lex::{Kind, Token};
use crate::words::{Text, say};

/// The first `1,000` among the tokens: it would be read as two values.
pub fn parted_thousands(source: &str, tokens: &[Token]) -> Option<usize> {
    let is_whole = |token: &Token| token.kind == Kind::Number && token.text(source).bytes().all(|b| b.is_ascii_digit());
    let parted = tokens.windows(3).find(|three| {
        let [one, comma, next] = three else { return false };
        comma.kind == Kind::Comma
            && one.end == comma.start
            && comma.end == next.start
            && is_whole(one)
            && one.end - one.start <= 3
            && is_whole(next)
            && next.end - next.start == 3
    });
    parted.map(|three| three[0].start)
}

/// Numbers with a comma, a blank, a unit or a currency.
pub fn numbers(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        if broken.kind(at) != Some(Kind::Number) {
            if broken.word(at) == "." && broken.touches_next(at) && broken.kind(at + 1) == Some(Kind::Number) {
                let range = broken.range(at, at + 1);
                let (dots, decimal) = (format!(".{}", broken.written(&range)), format!("0{}", broken.written(&range)));
                out.push(number(broken, range.clone(), &dots, say!("A range reads `..9`.")));
                out.push(number(broken, range, &decimal, say!("A number begins with a digit.")));
            }
            continue;
        }
        let word = broken.word(at);
        commas(broken, at, out);
        points(broken, at, out);
        if let Some(suffix) = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '_')) {
            suffixes(broken, at, suffix, out);
        }
        if let Some(unit) = broken.tokens.get(at + 1).filter(|_| broken.kind(at + 1) == Some(Kind::Word)) {
            let text = unit.text(broken.text);
            let joined = match text {
                "k" | "K" | "thousand" | "duizend" | "mille" | "tausend" => Some("k"),
                "M" | "m" | "million" | "millions" | "mln" | "miljoen" | "mio" | "Million" | "Millionen" => Some("M"),
                "percent" | "procent" | "pct" | "Prozent" => Some("%"),
                _ => None,
            };
            if let Some(joined) = joined {
                let help = say!("What belongs to a number touches it: `10k`, `1.5M`, `15%`.");
                out.push(number(broken, broken.range(at, at + 1), &format!("{word}{joined}"), help));
            }
            if matches!(text, "EUR" | "USD" | "GBP" | "euro" | "euros" | "dollar" | "dollars") {
                out.push(number(
                    broken,
                    broken.range(at, at + 1),
                    word,
                    say!("Numbers in rules are plain, without a currency."),
                ));
            }
        }
        if broken.word(at + 1) == "%" {
            let help = say!("What belongs to a number touches it: `15%`.");
            out.push(number(broken, broken.range(at, at + 1), &format!("{word}%"), help));
        }
        thousands(broken, at, out);
        sign_apart(broken, at, out);
    }
}

/// `20,5` and `1,000`
fn commas(broken: &Broken<'_>, at: usize, out: &mut Vec<Candidate>) {
    let mut end = at;
    let parts = |at: usize| broken.kind(at) == Some(Kind::Comma) || matches!(broken.word(at), "'" | "’");
    while parts(end + 1)
        && broken.kind(end + 2) == Some(Kind::Number)
        && broken.touches_next(end)
        && broken.touches_next(end + 1)
    {
        end += 2;
    }
    if end == at {
        return;
    }
    let range = broken.range(at, end);
    let written = broken.written(&range);
    let groups: Vec<&str> = written.split([',', '\'', '’']).collect();
    let is_thousands = groups[1..].iter().all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    if is_thousands {
        let help =
            say!("Thousands are written with `_`, with `k`, or with nothing between them; a comma parts two values.");
        out.push(number(broken, range, &groups.join("_"), help));
    } else if groups.len() == 2 {
        let plain = format!("{}.{}", groups[0].replace('.', ""), groups[1]);
        out.push(number(broken, range, &plain, say!("The decimal sign is a point; a comma parts two values.")));
    }
}

/// `1.234.567`
fn points(broken: &Broken<'_>, at: usize, out: &mut Vec<Candidate>) {
    let groups: Vec<&str> = broken.word(at).split('.').collect();
    if groups.len() > 2 && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3) {
        let help = say!("Thousands are written with `_`, with `k`, or with nothing between them.");
        out.push(number(broken, broken.place(at), &groups.concat(), help));
    }
}

/// `10m`, `30days`, `10e3`
fn suffixes(broken: &Broken<'_>, at: usize, suffix: usize, out: &mut Vec<Candidate>) {
    let (digits, unit) = broken.word(at).split_at(suffix);
    let place = broken.place(at);
    let joined = match unit {
        "m" | "mln" | "mio" | "million" | "Mio" | "MM" => Some("M"),
        "thousand" | "T" => Some("k"),
        _ => None,
    };
    if let Some(joined) = joined {
        let help = say!("`k` stands for thousand, `M` for million.");
        out.push(number(broken, place.clone(), &format!("{digits}{joined}"), help));
    }
    if matches!(unit, "x" | "X") {
        out.push(number(
            broken,
            place.clone(),
            &format!("{digits} times"),
            say!("How often something happened is written in `times`."),
        ));
    }
    let unit_word = match unit {
        "d" => "days",
        "w" | "wk" | "wks" => "weeks",
        "mo" | "mos" => "months",
        "y" | "yr" | "yrs" => "years",
        "h" | "hr" | "hrs" => "hours",
        _ if unit.chars().all(char::is_alphabetic) => unit,
        _ => return,
    };
    let text = format!("{digits} {unit_word}");
    out.push(number(broken, place, &text, say!("A number and the word after it are parted by a blank.")));
}

/// `1 000`
fn thousands(broken: &Broken<'_>, at: usize, out: &mut Vec<Candidate>) {
    let next = broken.word(at + 1);
    if broken.kind(at + 1) == Some(Kind::Number) && next.len() == 3 && next.bytes().all(|b| b.is_ascii_digit()) {
        let help = say!("Thousands are written with `_`, with `k`, or with nothing between them.");
        out.push(number(broken, broken.range(at, at + 1), &format!("{}_{next}", broken.word(at)), help));
    }
}

/// `=> + 20`
fn sign_apart(broken: &Broken<'_>, at: usize, out: &mut Vec<Candidate>) {
    let is_sign = |at: usize| broken.word(at) == "+" || is_dash(broken.word(at));
    if at > 0 && is_sign(at - 1) && !broken.touches_next(at - 1) && !(at > 1 && is_sign(at - 2)) {
        let sign = if broken.word(at - 1) == "+" { "+" } else { "-" };
        let text = format!("{sign}{}", broken.word(at));
        out.push(number(broken, broken.range(at - 1, at), &text, say!("The sign touches its number.")));
    }
}

fn number(broken: &Broken<'_>, range: std::ops::Range<usize>, write: &str, help: Text) -> Candidate {
    let written = broken.written(&range);
    Candidate::new(&codes::LR0107, range.clone(), say!("`{written}` is written `{text}`", written, text = write))
        .label(say!("a number"))
        .help(help)
        .title(say!("write `{text}`", text = write))
        .edit(range, write)
}

/// Dates in other forms: `2026-1-1`, `23/11/2026`, `2026/11/23`, `23.11.2026`.
pub fn dates(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        if broken.kind(at) != Some(Kind::Number) {
            continue;
        }
        let mut end = at;
        while (matches!(broken.word(end + 1), "/" | ".") || is_dash(broken.word(end + 1)))
            && broken.kind(end + 2) == Some(Kind::Number)
            && broken.touches_next(end)
            && broken.touches_next(end + 1)
            && end < at + 4
        {
            end += 2;
        }
        let range = broken.range(at, end);
        let written = broken.written(&range);
        let parts: Vec<&str> =
            written.split(|c: char| matches!(c, '/' | '.') || is_dash(c.encode_utf8(&mut [0; 4]))).collect();
        let [one, two, three] = parts[..] else { continue };
        let numbers: Option<Vec<i16>> = parts.iter().map(|part| part.parse().ok()).collect();
        let Some(numbers) = numbers else { continue };
        let readings: &[(usize, usize, usize)] = match (one.len(), two.len(), three.len()) {
            (4, 1..=2, 1..=2) => &[(0, 1, 2), (0, 2, 1)],
            (1..=2, 1..=2, 4) => &[(2, 1, 0), (2, 0, 1)],
            _ => continue,
        };
        for &(year, month, day) in readings {
            let narrow = |at: usize| i8::try_from(numbers[at]).unwrap_or(0);
            if calendar::day(numbers[year], narrow(month), narrow(day)).is_none() {
                continue;
            }
            let text = format!("{:04}-{:02}-{:02}", numbers[year], numbers[month], numbers[day]);
            out.push(
                Candidate::new(
                    &codes::LR0109,
                    range.clone(),
                    say!("the date `{written}` is written `{text}`", written, text = &text),
                )
                .label(say!("a date"))
                .help(say!("Dates are written year, month, day, with two digits for month and day."))
                .title(say!("write `{text}`", text = &text))
                .edit(range.clone(), text),
            );
        }
    }
}
