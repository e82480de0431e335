//! One cell of data: what it is as the format gives it, and how a text becomes a value. In: a cell; out: a value, nothing
//! (the cell is empty), or why it does not fit. A pure room: no files, no places, no counting.

pub mod number;
pub mod time;
mod why;
mod zoned;

use std::borrow::Cow;
use std::rc::Rc;

use leadrules_language::text;

pub use why::Why;

/// A cell as a format gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Missing,
    /// A text.
    Text(&'a str),
    /// A number as JSON writes it.
    Number(&'a str),
    /// A whole number.
    Integer(i64),
    /// A binary fraction; it means the decimal that its shortest text gives.
    Float(f64),
    /// An exact decimal: a whole number, and how many of its digits are decimal places.
    Decimal(i128, i8),
    /// A decimal with more digits than the others can hold, as written.
    Digits(Rc<str>),
    /// A truth value.
    Truth(bool),
    /// A day.
    Day(i32),
    /// An instant, in microseconds since 1970.
    Instant(i64),
    /// A date and time without a zone, in microseconds as if it were UTC.
    Local(i64),
    /// Several values. (Shared, like the digits: to let go of a cell is then one comparison, where it is most of reading.)
    List(Rc<[Cell<'a>]>),
    /// Several values as JSON writes them: `["a", "b"]`.
    Array(&'a str),
    /// Something that no type can hold, as text.
    Other(&'a str),
}

impl<'a> Cell<'a> {
    /// As text: numbers as they were written, or in their shortest form; dates in ISO 8601.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        match *self {
            Self::Missing => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) | Self::Array(text) | Self::Other(text) => Cow::Borrowed(text),
            Self::Digits(ref text) => text.to_string().into(),
            Self::Integer(value) => value.to_string().into(),
            Self::Float(0.0) => Cow::Borrowed("0"),
            Self::Float(value) => value.to_string().into(),
            Self::Decimal(value, places) => number::decimal_text(value, places).into(),
            Self::Truth(value) => Cow::Borrowed(if value { "true" } else { "false" }),
            Self::Day(day) => leadrules_language::calendar::format_day(day).into(),
            Self::Instant(instant) => leadrules_language::calendar::format_instant(instant).into(),
            Self::Local(micros) => {
                let text = leadrules_language::calendar::format_instant(micros);
                text.strip_suffix('Z').map(str::to_owned).unwrap_or(text).into()
            }
            Self::List(ref entries) => {
                let texts: Vec<_> = entries.iter().map(Cell::text).collect();
                serde_json::to_string(&texts).expect("texts are always JSON").into()
            }
        }
    }

    /// Whether it holds something other than a single value.
    #[must_use]
    pub fn is_several(&self) -> bool {
        matches!(self, Self::List(_) | Self::Array(_) | Self::Other(_))
    }

    /// Whether it is missing or holds nothing but blanks.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Missing => true,
            Self::Text(text) => text::trim(text).is_empty(),
            Self::List(entries) => entries.is_empty(),
            Self::Number(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Decimal(..)
            | Self::Digits(_)
            | Self::Truth(_)
            | Self::Day(_)
            | Self::Instant(_)
            | Self::Local(_)
            | Self::Array(_)
            | Self::Other(_) => false,
        }
    }
}

/// A text trimmed at both ends; fast if its ends are plain.
#[must_use]
pub fn trim(text: &str) -> &str {
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text::trim(text),
    }
}

/// A text as rules see it: in NFC, trimmed at both ends.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let trimmed = trim(text);
    if trimmed.is_ascii() { Cow::Borrowed(trimmed) } else { text::clean(trimmed) }
}

/// Folds a text into `buffer`, as [`text::key`] does but without allocating.
pub fn fold_into<'b>(text: &str, buffer: &'b mut String) -> &'b str {
    buffer.clear();
    let cleaned = clean(text);
    if cleaned.is_ascii() {
        buffer.push_str(&cleaned);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(cleaned.chars().map(text::fold_char));
    }
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_as_text() {
        assert_eq!(Cell::Float(123.0).text(), "123");
        assert_eq!(Cell::Float(0.1).text(), "0.1");
        assert_eq!(Cell::Decimal(-12345, 2).text(), "-123.45");
        assert_eq!(Cell::Day(20_780).text(), "2026-11-23");
        assert_eq!(Cell::Local(20_780 * 86_400_000_000).text(), "2026-11-23T00:00:00");
        assert_eq!(Cell::List([Cell::Text("a\"b"), Cell::Integer(1)].into()).text(), r#"["a\"b","1"]"#);
    }

    #[test]
    fn trims_like_the_language() {
        for text in ["a", " a ", "\u{feff}a\u{200b}", "\u{a0}é\u{a0}", "", " ", "é"] {
            assert_eq!(trim(text), text::trim(text), "{text:?}");
            assert_eq!(clean(text), text::clean(text), "{text:?}");
            assert_eq!(fold_into(text, &mut String::new()), text::key(text), "{text:?}");
        }
    }
}
