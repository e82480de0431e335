//! Numbers, a row for each account.

use arrow_array::{Decimal128Array, Int64Array};

use crate::columns::Column;

/// In place of the number of an account: there is none.
pub const NONE: u32 = u32::MAX;

/// A column of these numbers, in millionths.
pub fn numbers(values: Vec<Option<i128>>) -> Column {
    let narrow: Option<Vec<Option<i64>>> =
        values.iter().map(|value| value.map_or(Some(None), |value| i64::try_from(value).ok().map(Some))).collect();
    match narrow {
        Some(values) => Column::Number(Int64Array::from(values)),
        None => Column::Wide(Decimal128Array::from(values)),
    }
}
