//! Columns from single values and back: for leads made by hand (tests of a rule file, the library's single leads), and
//! for showing what a lead has. Batches of data never pass through here.

use arrow_array::builder::{ListBuilder, StringBuilder, UInt16Builder};
use arrow_array::cast::AsArray;
use arrow_array::types::UInt16Type;
use arrow_array::{Array, Int64Array, StringArray};

use super::Column;
use leadrules_language::decimal::Decimal;
use leadrules_language::types::{Type, Value};

impl Column {
    /// A column of a type from values of that type, `None` being unknown.
    ///
    /// # Panics
    /// If a value is of another type.
    #[must_use]
    pub fn from_values(ty: &Type, values: &[Option<Value>]) -> Self {
        macro_rules! pick {
            ($kind:ident) => {
                values.iter().map(|value| match value {
                    Some(Value::$kind(value)) => Some(value.clone()),
                    None => None,
                    Some(other) => panic!("{other:?} is not a value of a {} field", ty.word()),
                })
            };
        }
        match ty {
            Type::Text | Type::Email => Self::Text(pick!(Text).collect::<Vec<_>>().into()),
            Type::Number(_) | Type::Integer(_) => {
                let millionths = |value: Decimal| i64::try_from(value.0).expect("values stay under 10^12");
                Self::Number(pick!(Number).map(|value| value.map(millionths)).collect::<Int64Array>())
            }
            Type::YesNo => Self::Truth(pick!(Truth).collect::<Vec<_>>().into()),
            Type::Date(_) => Self::Date(pick!(Date).collect::<Vec<_>>().into()),
            Type::Choice(_) => Self::Choice(pick!(Choice).collect::<Vec<_>>().into()),
            Type::ListOfText { .. } => {
                let mut lists = ListBuilder::new(StringBuilder::new());
                for list in pick!(Texts) {
                    for entry in list.iter().flatten() {
                        lists.values().append_value(entry);
                    }
                    lists.append(list.is_some());
                }
                Self::Texts(lists.finish())
            }
            Type::ListOfChoice { .. } => {
                let mut lists = ListBuilder::new(UInt16Builder::new());
                for list in pick!(Choices) {
                    for &entry in list.iter().flatten() {
                        lists.values().append_value(entry);
                    }
                    lists.append(list.is_some());
                }
                Self::Choices(lists.finish())
            }
        }
    }

    /// The value in a row, if it is known. A column that only says where there are values has none.
    #[must_use]
    pub fn value(&self, row: usize) -> Option<Value> {
        match self {
            Self::Absent | Self::Presence(_) => None,
            Self::Text(values) => values.is_valid(row).then(|| Value::Text(values.value(row).to_owned())),
            Self::CodedText(values) => {
                let texts: &StringArray = values.values().as_string();
                let code = values.key(row).filter(|&code| texts.is_valid(code))?;
                Some(Value::Text(texts.value(code).to_owned()))
            }
            Self::Wide(values) => values.is_valid(row).then(|| Value::Number(Decimal(values.value(row)))),
            Self::Number(values) => values.is_valid(row).then(|| Value::Number(Decimal(values.value(row).into()))),
            Self::Truth(values) => values.is_valid(row).then(|| Value::Truth(values.value(row))),
            Self::Date(values) => values.is_valid(row).then(|| Value::Date(values.value(row))),
            Self::Choice(values) => values.is_valid(row).then(|| Value::Choice(values.value(row))),
            Self::Texts(lists) => lists.is_valid(row).then(|| {
                Value::Texts(lists.value(row).as_string::<i32>().iter().flatten().map(str::to_owned).collect())
            }),
            Self::Choices(lists) => lists
                .is_valid(row)
                .then(|| Value::Choices(lists.value(row).as_primitive::<UInt16Type>().values().to_vec())),
        }
    }
}
