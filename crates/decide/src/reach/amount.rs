//! Amounts as a person would name them. In: a number that would do; out: rounder ones near it.

use leadrules_language::decimal::{Decimal, SCALE};
use leadrules_language::types::Value;

/// How far from a number a round one may be, as a fraction: a tenth of it.
const NEAR: i128 = 10;

/// How many digits a number has, not counting zeros at either end: 5,000 has one, 4,999.5 has five.
pub fn digits(number: Decimal) -> usize {
    let mut left = number.0.unsigned_abs();
    while left != 0 && left.is_multiple_of(10) {
        left /= 10;
    }
    left.to_string().len()
}

/// Rounder numbers near one, the roundest first, and of equally round ones the nearest; none if it is round itself.
pub fn rounder(number: Decimal) -> Vec<Decimal> {
    let own = digits(number);
    let mut found: Vec<Decimal> = Vec::new();
    let mut unit = 1;
    while unit <= number.0.saturating_abs().saturating_mul(10) && own > 2 {
        let below = number.0.div_euclid(unit) * unit;
        found.extend([below, below + unit].map(Decimal));
        unit *= 10;
    }
    let far = |other: &Decimal| (other.0 - number.0).abs();
    found.retain(|other| digits(*other) < own && far(other) <= number.0.abs() / NEAR);
    found.sort_by_key(|other| (digits(*other), far(other), other.0));
    found.dedup();
    found
}

/// The round number that a value is only just below, if there is one: 5,000 for 4,999.999999.
pub fn just_below(value: &Value) -> Option<Decimal> {
    beside(value, 1)
}

/// The round number that a value is only just above, if there is one.
pub fn just_above(value: &Value) -> Option<Decimal> {
    beside(value, -1)
}

fn beside(value: &Value, step: i128) -> Option<Decimal> {
    let Value::Number(number) = value else { return None };
    let other = Decimal(number.0 + step);
    // Nobody wrote a number with six decimal places.
    (number.0 % SCALE != 0 && digits(other) + 3 < digits(*number)).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number").0
    }

    #[test]
    fn the_roundest_near_comes_first() {
        assert_eq!(rounder(number("4999.999999"))[0], number("5000"));
        assert_eq!(rounder(number("1000.000001"))[..2], [number("1000"), number("1100")]);
        assert_eq!(rounder(number("-4999.5"))[0], number("-5000"));
        assert_eq!(rounder(number("20")), []);
        assert_eq!(rounder(number("0")), []);
    }

    #[test]
    fn the_least_bit_is_no_amount() {
        assert_eq!(just_below(&Value::Number(number("149999.999999"))), Some(number("150000")));
        assert_eq!(just_above(&Value::Number(number("0.000001"))), None);
        assert_eq!(just_above(&Value::Number(number("150000.000001"))), Some(number("150000")));
        assert_eq!(just_below(&Value::Number(number("199"))), None);
    }
}
