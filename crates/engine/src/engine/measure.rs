//! What a tally measures of events, and what `once per` tells them apart by.

use arrow_array::cast::AsArray;
use arrow_array::types::UInt16Type;
use arrow_array::{Array, StringArray};

use crate::columns::Column;
use leadrules_language::ir::{Bucket, Decay};
use leadrules_language::text;
use leadrules_language::types::Value;

/// What is kept of the events of a tally, per lead.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// How many.
    Count,
    /// The time of the latest.
    Latest,
    /// The sum of their factors, in millionths.
    Factors(Decay),
    /// The sum of the greatest factor of each bucket, in millionths; without a decay, one for each bucket.
    Buckets(Bucket, Option<Decay>),
    /// The sum of a property, and how many events had it.
    Sum(u16),
    /// The greatest value of a property.
    Highest(u16),
    /// The least value of a property.
    Lowest(u16),
    /// The value of a property at the latest time at which it is known; of several at that time, the greatest.
    LatestValue(u16),
}

/// The value of a bucket of `once per`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BucketKey {
    /// An unknown value.
    Unknown,
    /// A block of days, weeks or months; a number, a date, a choice or a truth value.
    Number(i64),
    /// A text, folded.
    Text(Box<str>),
    /// A list: its entries, folded or as indexes, sorted.
    List(Box<[BucketKey]>),
}

impl BucketKey {
    /// A value in the form by which it is told apart from others: texts folded, lists sorted.
    pub fn of(value: &Value) -> Self {
        let text = |text: &String| Self::Text(text::fold(text).into_boxed_str());
        let list = |mut entries: Vec<Self>| {
            entries.sort_unstable();
            Self::List(entries.into_boxed_slice())
        };
        match value {
            Value::Text(value) => text(value),
            Value::Number(value) => Self::Number(i64::try_from(value.0).expect("values stay under 10^12")),
            Value::Truth(value) => Self::Number((*value).into()),
            Value::Date(day) => Self::Number((*day).into()),
            Value::Choice(place) => Self::Number((*place).into()),
            Value::Texts(entries) => list(entries.iter().map(text).collect()),
            Value::Choices(places) => list(places.iter().map(|&place| Self::Number(place.into())).collect()),
        }
    }

    /// A value in a form that can be told from others and ordered: texts folded, lists sorted.
    pub fn in_column(column: &Column, row: usize) -> Option<Self> {
        let folded = |value: &str| BucketKey::Text(text::fold(value).into_boxed_str());
        let sorted = |mut entries: Vec<BucketKey>| {
            entries.sort_unstable();
            BucketKey::List(entries.into_boxed_slice())
        };
        match column {
            // What is worked out over leads is no property of events.
            Column::Absent | Column::Presence(_) | Column::Wide(_) => None,
            Column::Text(values) => values.is_valid(row).then(|| folded(values.value(row))),
            Column::CodedText(values) => {
                let code =
                    values.keys().is_valid(row).then(|| usize::try_from(values.keys().value(row)).ok()).flatten()?;
                let values: &StringArray = values.values().as_string();
                values.is_valid(code).then(|| folded(values.value(code)))
            }
            Column::Number(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row))),
            Column::Truth(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
            Column::Date(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
            Column::Choice(values) => values.is_valid(row).then(|| BucketKey::Number(values.value(row).into())),
            Column::Texts(lists) => lists
                .is_valid(row)
                .then(|| sorted(lists.value(row).as_string::<i32>().iter().flatten().map(folded).collect())),
            Column::Choices(lists) => lists.is_valid(row).then(|| {
                let entries = lists.value(row);
                let entries = entries.as_primitive::<UInt16Type>();
                sorted(entries.values().iter().map(|&option| BucketKey::Number(option.into())).collect())
            }),
        }
    }
}
