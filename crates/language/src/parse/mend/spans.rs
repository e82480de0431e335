//! Spans of time: foreign words for units, and a unit or a number that is missing. In: a broken statement; out:
//! candidates.

use super::broken::{Broken, Candidate};
use super::units;
use crate::codes;
use crate::parse::lex::Kind;
use crate::words::say;

/// `30 dagen`, `2 wks`
pub fn units(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let is_number = broken.kind(at - 1) == Some(Kind::Number);
        let Some(unit) = units::unit(broken.word(at)).filter(|_| is_number && !units::is_own(broken.word(at))) else {
            continue;
        };
        let word = broken.word(at);
        if units::is_known(unit) {
            let write = if broken.word(at - 1) == "1" { unit.to_owned() } else { format!("{unit}s") };
            out.push(
                Candidate::new(
                    &codes::LR0106,
                    broken.place(at),
                    say!("rules say `{text}`, not `{written}`", text = &write, written = word),
                )
                .label(say!("a unit of time"))
                .help(say!("Spans of time are counted in hours, days, weeks, months and years."))
                .title(say!("write `{text}`", text = &write))
                .edit(broken.place(at), write),
            );
        } else if at >= 2 && begins_span(&broken.lower(at - 2)) {
            out.push(
                Candidate::new(&codes::LR0106, broken.place(at), say!("rules have no unit `{word}`", word))
                    .label(say!("a unit of time"))
                    .help(say!("Spans of time are counted in hours, days, weeks, months and years."))
                    .in_any_case(),
            );
        }
    }
}

/// Whether a span of time may follow a word.
fn begins_span(word: &str) -> bool {
    matches!(word, "last" | "next" | "than" | "every" | "over" | "each" | "after")
}

/// `halving every month`, `fading over a week`: one is meant.
pub fn once(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let Some(unit) = units::unit(broken.word(at)).filter(|unit| units::is_known(unit)) else { continue };
        let mut first = at;
        if matches!(broken.lower(at - 1).as_str(), "a" | "an" | "one" | "the") {
            first = at - 1;
        }
        let Some(before) = first.checked_sub(1).map(|before| broken.lower(before)) else { continue };
        let fades = |at: Option<usize>| {
            at.is_some_and(|at| matches!(broken.lower(at).as_str(), "halving" | "fading" | "halve" | "halves" | "fade"))
                || at.is_some_and(|at| at >= 1 && matches!(broken.lower(at - 1).as_str(), "losing" | "lose"))
        };
        if !fades(first.checked_sub(2)) || !begins_span(&before) && before != "per" {
            continue;
        }
        let days = match unit {
            "month" => Some(30),
            "year" => Some(365),
            _ => None,
        };
        let write = days.map_or_else(|| format!("1 {unit}"), |days| format!("{days} days"));
        let range = broken.range(first - 1, at);
        let word = if broken.lower(first - 2).starts_with("fad") { "over" } else { "every" };
        let text = format!("{word} {write}");
        let found = Candidate::new(
            &codes::LR0106,
            range.clone(),
            say!("rules say `{text}`, not `{written}`", text = &text, written = broken.written(&range)),
        )
        .label(say!("how long?"))
        .help(say!("Points fade over a number of days or weeks; months differ in length."))
        .title(say!("write `{text}`", text = &text))
        .edit(range, text);
        out.push(if days.is_some() { found.guess() } else { found });
    }
}

/// `in last 1,5 weeks`: spans are whole.
pub fn fractions(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let before = broken.lower(at - 1);
        let unit = units::unit(broken.word(at + 3)).filter(|unit| units::is_known(unit));
        let Some(unit) = unit.filter(|_| broken.is_decimal_comma(at + 1) && begins_span(&before)) else { continue };
        // Points fade over days or weeks.
        let fades = matches!(before.as_str(), "every" | "over" | "each" | "after");
        let (smaller, times) = match unit {
            "week" => ("days", 7),
            "month" => ("days", 30),
            "year" if fades => ("days", 365),
            "year" => ("months", 12),
            "day" if !fades => ("hours", 24),
            _ => continue,
        };
        let range = broken.range(at, at + 2);
        let (whole, places) = (broken.word(at), broken.word(at + 2));
        let (Ok(whole), Ok(part)) = (whole.parse::<u32>(), places.parse::<u32>()) else { continue };
        let Some(scale) = u32::try_from(places.len()).ok().and_then(|places| 10_u32.checked_pow(places)) else {
            continue;
        };
        let Some(count) =
            part.checked_mul(times).and_then(|part| whole.checked_mul(times)?.checked_add((part + scale / 2) / scale))
        else {
            continue;
        };
        let text = format!("{count} {smaller}");
        out.push(
            Candidate::new(
                &codes::LR0107,
                range.clone(),
                say!("a span of time is whole, and `{written}` is not", written = broken.written(&range)),
            )
            .label(say!("with a decimal comma"))
            .help(say!("Say it in a smaller unit: some `{text}`.", text = &text))
            .title(say!("write `{text}`", text = &text))
            .edit(broken.range(at, at + 3), text)
            .only_whole(),
        );
    }
}

/// `in last 60`: of what?
pub fn without_unit(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let has_unit = broken.kind(at + 1) == Some(Kind::Word) && units::unit(broken.word(at + 1)).is_some();
        let is_whole = broken.word(at).bytes().all(|byte| byte.is_ascii_digit());
        if broken.kind(at) != Some(Kind::Number) || !is_whole || has_unit || !begins_span(broken.word(at - 1)) {
            continue;
        }
        let number = broken.word(at);
        let end = broken.tokens[at].end;
        out.push(
            Candidate::new(&codes::LR0107, broken.place(at), say!("`{number}` of what: days, weeks, months?", number))
                .label(say!("its unit is missing"))
                .help(say!(
                    "A span of time has a unit: `{before} {number} days`, `{before} {number} weeks`. Say which is meant.",
                    before = broken.word(at - 1),
                    number
                ))
                .title(say!("write `{number} days`, if days are meant", number))
                .edit(end..end, " days")
                .only_whole(),
        );
    }
}
