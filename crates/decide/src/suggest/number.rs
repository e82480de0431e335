//! Numbers and points as rules write them. In: exact numbers; out: text that can be read in only one way.

use leadrules_language::decimal::Decimal;

/// A number as rules write it. Three decimal places could be read as thousands: such a number gets a fourth.
pub(super) fn number(millionths: i64) -> String {
    let text = Decimal(millionths.into()).to_string();
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    if places == 3 { text + "0" } else { text }
}

/// `+5`, `-5`, `0`
pub(super) fn signed(points: i64) -> String {
    if points > 0 { format!("+{points}") } else { points.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read_in_one_way_only() {
        assert_eq!(number(4_858_000), "4.8580");
        assert_eq!(number(4_850_000), "4.85");
        assert_eq!(number(-1_000_000), "-1");
    }
}
