//! What fields and properties hold: types, values, and truth in three values. Nothing is read or compared with rules here.

use std::collections::HashMap;

use crate::calendar::Day;
use crate::decimal::Decimal;
use crate::text;
use crate::words::{self, Text, say};

/// The type of a field or a property, with what is needed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `text`
    Text,
    /// `email`
    Email,
    /// `number`
    Number(NumberType),
    /// `integer`
    Integer(NumberType),
    /// `yes/no`
    YesNo,
    /// `date`
    Date(DateType),
    /// `choice { … }`
    Choice(ChoiceType),
    /// `list of text`
    ListOfText {
        /// What separates the entries: `;` unless the file says otherwise.
        split: String,
    },
    /// `list of choice { … }`
    ListOfChoice {
        /// The options.
        choice: ChoiceType,
        /// What separates the entries: `;` unless the file says otherwise.
        split: String,
    },
}

/// How a number is written and bounded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberType {
    /// Whether `1.234,5` is 1234.5; otherwise `1,234.5` is.
    pub decimal_comma: bool,
    /// The values it may have.
    pub range: Bounds<Decimal>,
}

/// How a date is written and bounded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateType {
    /// `dd/mm/yyyy` and the like; `None` for ISO 8601.
    pub form: Option<String>,
    /// The days it may have.
    pub range: Bounds<Day>,
}

/// The options of a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceType {
    /// In the order they are declared; a value is the index of its option here.
    pub options: Vec<ChoiceOption>,
    /// By name: the first option with that name.
    named: HashMap<String, u16>,
    /// By what the data may say, ignoring capitals: the first option meant by it.
    meant: HashMap<String, u16>,
}

impl ChoiceType {
    /// A choice of these options, in their order.
    #[must_use]
    pub fn new(options: Vec<ChoiceOption>) -> Self {
        let (mut named, mut meant) = (HashMap::new(), HashMap::new());
        for (at, option) in options.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            named.entry(option.name.clone()).or_insert(at);
            for said in std::iter::once(&option.name).chain(&option.synonyms) {
                meant.entry(text::key(said)).or_insert(at);
            }
        }
        Self { options, named, meant }
    }

    /// The index of the option with exactly this name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<u16> {
        self.named.get(name).copied()
    }

    /// The index of the option that these words of the data mean: its name or a synonym, ignoring capitals and
    /// surrounding blanks.
    #[must_use]
    pub fn meant(&self, words: &str) -> Option<u16> {
        self.meant.get(&text::key(words)).copied()
    }
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Its name.
    pub name: String,
    /// Other texts that mean it.
    pub synonyms: Vec<String>,
}

/// The lower and upper end of a range; each that is there is part of it, except the upper end if `half_open`.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bounds<T> {
    /// The lowest value in it.
    pub low: Option<T>,
    /// The upper end.
    pub high: Option<T>,
    /// Whether the upper end is left out.
    pub half_open: bool,
}

impl<T> Default for Bounds<T> {
    fn default() -> Self {
        Self { low: None, high: None, half_open: false }
    }
}

impl<T: Copy + Ord> Bounds<T> {
    /// Whether `value` lies in the range.
    pub fn contains(&self, value: T) -> bool {
        self.low.is_none_or(|low| low <= value)
            && self.high.is_none_or(|high| if self.half_open { value < high } else { value <= high })
    }
}

impl Type {
    /// As rules write it, without options and forms: `number`, `choice`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Number(_) => "number",
            Self::Integer(_) => "integer",
            Self::YesNo => "yes/no",
            Self::Date(_) => "date",
            Self::Choice(_) => "choice",
            Self::ListOfText { .. } => "list of text",
            Self::ListOfChoice { .. } => "list of choice",
        }
    }

    /// Whether a lead may have several values in it.
    #[must_use]
    pub fn is_list(&self) -> bool {
        match self {
            Self::ListOfText { .. } | Self::ListOfChoice { .. } => true,
            Self::Text
            | Self::Email
            | Self::Number(_)
            | Self::Integer(_)
            | Self::YesNo
            | Self::Date(_)
            | Self::Choice(_) => false,
        }
    }

    /// Whether it holds texts, which are compared folded.
    #[must_use]
    pub fn holds_text(&self) -> bool {
        match self {
            Self::Text | Self::Email | Self::ListOfText { .. } => true,
            Self::Number(_)
            | Self::Integer(_)
            | Self::YesNo
            | Self::Date(_)
            | Self::Choice(_)
            | Self::ListOfChoice { .. } => false,
        }
    }

    /// What is known of its numbers, if it holds any.
    #[must_use]
    pub fn numbers(&self) -> Option<&NumberType> {
        match self {
            Self::Number(numbers) | Self::Integer(numbers) => Some(numbers),
            Self::Text
            | Self::Email
            | Self::YesNo
            | Self::Date(_)
            | Self::Choice(_)
            | Self::ListOfText { .. }
            | Self::ListOfChoice { .. } => None,
        }
    }

    /// Its options, if it has any.
    #[must_use]
    pub fn options(&self) -> Option<&ChoiceType> {
        match self {
            Self::Choice(choice) | Self::ListOfChoice { choice, .. } => Some(choice),
            Self::Text
            | Self::Email
            | Self::Number(_)
            | Self::Integer(_)
            | Self::YesNo
            | Self::Date(_)
            | Self::ListOfText { .. } => None,
        }
    }
}

/// A known value of a field or a property.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Of `text` and `email`.
    Text(String),
    /// Of `number` and `integer`.
    Number(Decimal),
    /// Of `yes/no`.
    Truth(bool),
    /// Of `date`.
    Date(Day),
    /// Of `choice`: the index of the option.
    Choice(u16),
    /// Of `list of text`, without duplicates (once folded), never empty.
    Texts(Vec<String>),
    /// Of `list of choice`, without duplicates, never empty.
    Choices(Vec<u16>),
}

impl Value {
    /// The value, which is of type `ty`, as a person reads it: options by name, entries separated by commas.
    #[must_use]
    pub fn shown(&self, ty: &Type) -> String {
        let option = |place: &u16| match ty.options() {
            Some(choice) => choice.options[usize::from(*place)].name.clone(),
            None => place.to_string(),
        };
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => (if *truth { "yes" } else { "no" }).to_owned(),
            Self::Date(day) => crate::calendar::format_day(*day),
            Self::Choice(place) => option(place),
            Self::Texts(texts) => texts.join(", "),
            Self::Choices(places) => places.iter().map(option).collect::<Vec<_>>().join(", "),
        }
    }

    /// The same in the language of the reader: numbers and days as they are written there.
    #[must_use]
    pub fn said(&self, ty: &Type) -> Text {
        match self {
            Self::Number(number) => Text::figure(*number),
            Self::Date(day) => Text::figure(words::Value::Day(*day)),
            Self::Truth(true) => say!("yes"),
            Self::Truth(false) => say!("no"),
            Self::Text(_) | Self::Choice(_) | Self::Texts(_) | Self::Choices(_) => Text::verbatim(self.shown(ty)),
        }
    }

    /// The texts that a condition on texts looks at, folded: the text itself, or each entry of the list.
    ///
    /// # Panics
    ///
    /// If it is neither a text nor a list of texts.
    #[must_use]
    pub(crate) fn folded_entries(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![crate::text::fold(text)],
            Self::Texts(texts) => texts.iter().map(|text| crate::text::fold(text)).collect(),
            Self::Number(_) | Self::Truth(_) | Self::Date(_) | Self::Choice(_) | Self::Choices(_) => {
                unreachable!("a text or a list of texts")
            }
        }
    }
}

/// Kleene's three truth values.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Truth {
    /// It does not hold.
    False = 0,
    /// It can't be told.
    Unknown = 1,
    /// It holds.
    True = 2,
}

impl Truth {
    /// Both: the lesser of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Either: the greater of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl From<Option<bool>> for Truth {
    fn from(value: Option<bool>) -> Self {
        value.map_or(Self::Unknown, Self::from)
    }
}
