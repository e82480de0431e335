//! What is said to people, in the language of the reader. In: an English sentence as it stands in the code, with places for
//! names and numbers; out: the sentence in a locale, from the catalogue of that language (`words/nl`), its numbers and
//! dates as they are written there. A sentence that a catalogue lacks is said in English; a test sees to it that none lacks.
//!
//! English stands where it is said, so that whoever reads the code reads what it says; a catalogue names a sentence by
//! [`id`], which is made of its words, and so notices when the English has changed. No text becomes a [`Text`] by itself: what
//! is the same in every language (names, what a file holds) is said to be so, by [`Text::verbatim`].

mod catalogue;
mod english;
mod filled;
mod id;
mod locale;
mod number;
mod written;

use std::fmt;

pub use english::pieces;
use filled::Filled;
pub use id::id;
pub use locale::Locale;
pub use written::written_in;

use crate::calendar::Day;
use crate::decimal::{Decimal, Points};

/// Something that is said, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Said);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// A sentence with its places.
    Sentence { english: &'static str, places: Vec<(&'static str, Value)> },
    /// What is the same in every language: a name, a quotation, what an operating system says.
    Verbatim(String),
    /// A number or a day.
    Figure(Box<Value>),
    /// One after the other, with this between them.
    Row(Vec<Text>, &'static str),
    /// `a, b and c`
    List(Vec<Text>, Junction),
    /// With a capital at its beginning.
    Capital(Box<Text>),
}

/// What stands before the last of a list.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Junction {
    /// `a, b and c`
    And,
    /// `a, b or c`
    Or,
}

/// What stands at a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Further words, in the language of the sentence.
    Text(Text),
    /// How many.
    Count(u64),
    /// An amount.
    Number(Decimal),
    /// Points that are added, with their sign: `+10`.
    Signed(Points),
    /// A number that was rounded, as English writes it: `0.87`.
    Rounded(String),
    /// A day.
    Day(Day),
    /// An instant in UTC or a month, in ISO 8601: `2026-11-23T09:00:00Z`, `2026-11`.
    Moment(String),
}

/// A sentence with its places: `say!("there is no field `{name}`", name)`, or `say!("{leads} {leads|lead|leads}", leads = count)`.
///
/// In English, `{name}` is what stands there and `{count|one|many}` one of two wordings, by a count. Braces are written twice.
#[macro_export]
macro_rules! say {
    ($english:literal $(, $place:ident $(= $value:expr)?)* $(,)?) => {
        $crate::words::Text::sentence($english)$(.with(stringify!($place), $crate::say!(@value $place $(= $value)?)))*
    };
    (@value $place:ident) => { $place };
    (@value $place:ident = $value:expr) => { $value };
}

pub use crate::say;

impl Text {
    /// A sentence; [`say!`] writes this.
    #[must_use]
    pub fn sentence(english: &'static str) -> Self {
        Self(Said::Sentence { english, places: Vec::new() })
    }

    /// What stands at a place of a sentence. It is called in thousands of places, each of which would otherwise be compiled by itself.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, place: &'static str, value: impl Into<Value>) -> Self {
        if let Said::Sentence { places, .. } = &mut self.0 {
            places.push((place, value.into()));
        }
        self
    }

    /// What is the same in every language: a name, a quotation, what an operating system says.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self(Said::Verbatim(text.into()))
    }

    /// A number or a day, by itself.
    #[must_use]
    pub fn figure(value: impl Into<Value>) -> Self {
        Self(Said::Figure(Box::new(value.into())))
    }

    /// A number, rounded to that many decimal places.
    #[must_use]
    pub fn rounded(number: f64, places: usize) -> Self {
        Self::figure(Value::Rounded(format!("{number:.places$}")))
    }

    /// A share of one in percent, rounded to that many decimal places: `12.5 %`.
    #[must_use]
    pub fn percent(share: f64, places: usize) -> Self {
        Self::figure(Value::Rounded(format!("{:.places$} %", share * 100.0)))
    }

    /// `12.3 %`, rounded half away from zero; a share above zero is never shown as `0.0 %`.
    #[must_use]
    pub fn share(part: u64, whole: u64) -> Self {
        let tenths = crate::decimal::divide_rounded(i128::from(part) * 1000, i128::from(whole.max(1)));
        let share =
            if tenths == 0 && part > 0 { "<0.1".to_owned() } else { format!("{}.{}", tenths / 10, tenths % 10) };
        Self::figure(Value::Rounded(format!("{share} %")))
    }

    /// An instant as [`format_instant`](crate::calendar::format_instant) writes it, or a month: `2026-11`.
    #[must_use]
    pub fn moment(iso: &str) -> Self {
        Self::figure(Value::Moment(iso.to_owned()))
    }

    /// Nothing.
    #[must_use]
    pub fn empty() -> Self {
        Self::verbatim("")
    }

    /// One after the other, with `between` between them.
    #[must_use]
    pub fn row(texts: Vec<Self>, between: &'static str) -> Self {
        Self(Said::Row(texts, between))
    }

    /// `a, b and c`
    #[must_use]
    pub fn list<T: Into<Self>>(texts: impl IntoIterator<Item = T>, junction: Junction) -> Self {
        Self(Said::List(texts.into_iter().map(Into::into).collect(), junction))
    }

    /// This and a further sentence.
    #[must_use]
    pub fn and_then(self, further: Self) -> Self {
        Self::row(vec![self, further], " ")
    }

    /// The same with a capital at its beginning.
    #[must_use]
    pub fn capital(self) -> Self {
        Self(Said::Capital(Box::new(self)))
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Said::Sentence { english, .. } => english.is_empty(),
            Said::Verbatim(text) => text.is_empty(),
            Said::Figure(_) => false,
            Said::Row(texts, between) => texts.iter().all(Self::is_empty) && (texts.len() < 2 || between.is_empty()),
            Said::List(texts, _) => texts.is_empty(),
            Said::Capital(text) => text.is_empty(),
        }
    }

    /// The same, in a language.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> String {
        match &self.0 {
            Said::Sentence { english, places } => {
                let filled = |locale| places.iter().map(|(name, value)| value.filled(name, locale)).collect::<Vec<_>>();
                catalogue::say(locale, english, &filled(locale))
                    .unwrap_or_else(|| english::say(english, &filled(Locale::English)))
            }
            Said::Verbatim(text) => text.clone(),
            Said::Figure(value) => value.in_locale(locale),
            Said::Row(texts, between) => {
                let texts: Vec<String> = texts.iter().map(|text| text.in_locale(locale)).collect();
                // French sets a blank before a semicolon, at which no line breaks.
                let apart = locale == Locale::French && between.starts_with(';');
                texts.join(&if apart { format!("\u{a0}{between}") } else { between.to_string() })
            }
            Said::List(texts, junction) => {
                let mut texts: Vec<String> = texts.iter().map(|text| text.in_locale(locale)).collect();
                let Some(last) = texts.pop() else { return String::new() };
                if texts.is_empty() { last } else { format!("{} {} {last}", texts.join(", "), junction.word(locale)) }
            }
            Said::Capital(text) => {
                let text = text.in_locale(locale);
                let mut chars = text.chars();
                chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
            }
        }
    }
}

/// Nothing.
impl Default for Text {
    fn default() -> Self {
        Self::empty()
    }
}

/// In English.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.in_locale(Locale::English))
    }
}

impl Junction {
    fn word(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::And, Locale::English) => "and",
            (Self::And, Locale::Dutch) => "en",
            (Self::And, Locale::French) => "et",
            (Self::Or, Locale::English) => "or",
            (Self::Or, Locale::Dutch) => "of",
            (Self::Or, Locale::French) => "ou",
        }
    }
}

impl Value {
    /// It at a place of that name.
    fn filled(&self, place: &'static str, locale: Locale) -> Filled {
        let count = if let Self::Count(count) = self { Some(*count) } else { None };
        Filled { place, said: self.in_locale(locale), count }
    }

    /// As it is written in a language.
    fn in_locale(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.in_locale(locale),
            Self::Count(count) => number::count(*count, locale),
            Self::Number(amount) => number::decimal(*amount, locale),
            Self::Signed(points) => number::signed(*points, locale),
            Self::Rounded(number) => number::rounded(number, locale),
            Self::Day(day) => number::day(*day, locale),
            Self::Moment(iso) => number::moment(iso, locale),
        }
    }
}

/// In English, for programs, unless it is [`written_in`] another language.
impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_locale(written::locale()))
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&Text> for Value {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Text::verbatim(text))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(Text::verbatim(text))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Text::verbatim(text))
    }
}

impl From<Decimal> for Value {
    fn from(amount: Decimal) -> Self {
        Self::Number(amount)
    }
}

impl From<Points> for Value {
    fn from(points: Points) -> Self {
        Self::Number(points.into())
    }
}

macro_rules! counts {
    ($($number:ty)*) => { $(
        impl From<$number> for Value {
            fn from(count: $number) -> Self {
                Self::Count(u64::from(count))
            }
        }
    )* };
}

counts! { u8 u16 u32 u64 }

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

#[cfg(test)]
mod complete;
#[cfg(test)]
mod tests;
