//! Pieces of SQL that several engines write alike: literals, lists of values, aggregates without `FILTER`. In: values; out:
//! text.

use crate::calendar::{self, Instant};
use crate::sql::expr::Expr;

/// What is trimmed from both ends of a text.
pub(super) const BLANKS: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
    \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}\u{200b}";

/// A text in quotes, which are doubled inside.
pub(super) fn doubled(text: &str) -> String {
    text.replace('\'', "''")
}

/// A text in quotes, with backslashes before what needs them and the `others` written as given.
pub(super) fn escaped(text: &str, others: &[(char, &str)]) -> String {
    let mut quoted = String::from("'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            _ => match others.iter().find(|(other, _)| *other == c) {
                Some((_, written)) => quoted.push_str(written),
                // What a reader would not see is written as its number.
                None if c != ' ' && BLANKS.contains(c) => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
                None => quoted.push(c),
            },
        }
    }
    quoted.push('\'');
    quoted
}

/// All blanks as escapes; `written` writes those without a name.
pub(super) fn blanks_written(written: impl Fn(char) -> String) -> String {
    let each = |c: char| match c {
        ' ' => " ".to_owned(),
        '\t' => "\\t".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        c => written(c),
    };
    BLANKS.chars().map(each).collect()
}

/// An instant as literals write it.
pub(super) fn instant_text(instant: Instant) -> String {
    calendar::format_instant(instant).replace('T', " ").replace('Z', "+00:00")
}

/// Named values, separated by commas.
pub(super) fn joined(values: &[(&str, String)], part: impl Fn(&str, &str) -> String) -> String {
    values.iter().map(|(name, value)| part(name, value)).collect::<Vec<_>>().join(", ")
}

/// Pairs in brackets, eight to a line.
pub(super) fn pairs(rows: &[(i64, String)]) -> Vec<String> {
    let pairs: Vec<String> = rows.iter().map(|(key, value)| format!("({key}, {value})")).collect();
    let mut lines: Vec<String> = pairs.chunks(8).map(|chunk| format!("  {},", chunk.join(", "))).collect();
    if let Some(last) = lines.last_mut() {
        last.pop();
    }
    lines
}

/// An aggregate for engines without `FILTER`.
pub(super) fn aggregate_by_case(function: &str, distinct: &str, value: Option<&str>, filter: Option<&Expr>) -> String {
    match filter {
        None => format!("{function}({distinct}{})", value.unwrap_or("*")),
        Some(filter) => format!("{function}({distinct}CASE WHEN {filter} THEN {} END)", value.unwrap_or("1")),
    }
}

/// The whole part of a quotient with a `/` that would round: with the remainder taken off first, there is nothing to
/// round.
pub(super) fn quotient_without_rest(value: &str, by: &str, wide: &str) -> String {
    format!("CAST((({value}) - ({value}) % ({by})) / ({by}) AS {wide})")
}
