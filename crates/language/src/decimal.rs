//! Exact numbers as scaled integers: decimals with six places, and points with two. All rounding is half away from
//! zero, so that every engine can do the same with integers alone. No binary fraction comes near a result.

use serde::Serialize;
use std::fmt;

/// A decimal of at most six places, in millionths. Values read from data stay under 10^12, results under 10^18.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(pub i128);

/// Points, with two decimal places, in hundredths.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i64);

/// Millionths in one.
pub const SCALE: i128 = 1_000_000;

/// The magnitude of a value in data or rules is below this (in millionths): 10^12.
pub const VALUE_LIMIT: i128 = 1_000_000_000_000 * SCALE;

/// The magnitude of a result is below this (in millionths): 10^18.
pub const RESULT_LIMIT: i128 = 1_000_000_000_000_000_000 * SCALE;

/// One rule gives at most this (in hundredths) either way: 10^12 points.
pub const RULE_LIMIT: i64 = 100_000_000_000_000;

/// The magnitude of a computed score is below this (in hundredths): 10^16 points. At or beyond it the score is unknown.
pub const SCORE_LIMIT: i64 = 1_000_000_000_000_000_000;

/// Why a text is not a number.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// It does not have the form of one.
    Form,
    /// Its magnitude is 10^12 or more.
    TooLarge,
}

/// `numerator / denominator`, rounded half away from zero. The denominator is not zero.
#[must_use]
pub fn divide_rounded(numerator: i128, denominator: i128) -> i128 {
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    if rest.unsigned_abs() >= denominator.unsigned_abs().div_ceil(2) && rest != 0 {
        quotient + if (numerator < 0) == (denominator < 0) { 1 } else { -1 }
    } else {
        quotient
    }
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(SCALE);

    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self(i128::from(value) * SCALE)
    }

    /// Reads `[+-]digits[.digits]`; more than six places are rounded, and the second value says so.
    ///
    /// # Errors
    /// When the text does not have this form, or the magnitude is 10^12 or more.
    pub fn parse(text: &str) -> Result<(Self, bool), NotANumber> {
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if (whole.is_empty() && fraction.is_empty())
            || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit())
        {
            return Err(NotANumber::Form);
        }
        let significant = whole.trim_start_matches('0');
        if significant.len() > 12 {
            return Err(NotANumber::TooLarge);
        }
        let digit = |b: u8| i128::from(b - b'0');
        let mut value = significant.bytes().fold(0, |sum, b| sum * 10 + digit(b));
        let places = fraction.as_bytes();
        for at in 0..6 {
            value = value * 10 + places.get(at).map_or(0, |&b| digit(b));
        }
        let rounded = places.len() > 6 && places[6..].iter().any(|&b| b != b'0');
        if places.get(6).is_some_and(|&b| b >= b'5') {
            value += 1;
        }
        if value >= VALUE_LIMIT {
            return Err(NotANumber::TooLarge);
        }
        Ok((Self(if negative { -value } else { value }), rounded))
    }

    /// Reads a number as rule files write it: `-2.5`, `1_000`, `10k`, `1.5M`, `15%`; the second value says whether places
    /// beyond the sixth were rounded.
    ///
    /// # Errors
    /// As for [`Decimal::parse`].
    pub fn literal(written: &str) -> Result<(Self, bool), NotANumber> {
        let (digits, shift) = match written.as_bytes().last() {
            Some(b'k' | b'K') => (&written[..written.len() - 1], 3),
            Some(b'M') => (&written[..written.len() - 1], 6),
            Some(b'%') => (&written[..written.len() - 1], -2),
            _ => (written, 0),
        };
        let (sign, digits) = digits.split_at(usize::from(digits.starts_with(['-', '+'])));
        Self::parse(&format!("{sign}{}", shifted(&digits.replace('_', ""), shift)))
    }

    /// Whether it has no decimal places.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0 % SCALE == 0
    }

    /// As points, if it has at most two decimal places and fits.
    #[must_use]
    pub fn to_points(self) -> Option<Points> {
        (self.0 % 10_000 == 0).then(|| i64::try_from(self.0 / 10_000).ok().map(Points)).flatten()
    }

    /// As points, rounded; `None` at [`SCORE_LIMIT`] or more.
    #[must_use]
    pub fn round_to_points(self) -> Option<Points> {
        let points = i64::try_from(divide_rounded(self.0, 10_000)).ok()?;
        (points.unsigned_abs() < SCORE_LIMIT.unsigned_abs()).then_some(Points(points))
    }

    fn within(value: i128) -> Option<Self> {
        (value.unsigned_abs() < RESULT_LIMIT.unsigned_abs()).then_some(Self(value))
    }

    /// The sum; `None` (unknown) at 10^18 or more.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(Self::within)
    }

    /// The difference; `None` at 10^18 or more.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(Self::within)
    }

    /// The product, rounded to six places; `None` at 10^18 or more.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).map(|product| divide_rounded(product, SCALE)).and_then(Self::within)
    }

    /// The quotient, rounded to six places; `None` on division by zero, or at 10^18 or more.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.0 == 0 {
            return None;
        }
        self.0.checked_mul(SCALE).map(|scaled| divide_rounded(scaled, other.0)).and_then(Self::within)
    }
}

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// As a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal(i128::from(self.0) * 10_000)
    }

    /// Writes it as shown, avoiding the cost of a formatter: files hold millions of them.
    pub fn write_to(self, out: &mut Vec<u8>) {
        let mut digits = [0; 24];
        let mut at = digits.len();
        let magnitude = self.0.unsigned_abs();
        let (mut whole, hundredths) = (magnitude / 100, magnitude % 100);
        let digit = |value: u64| b'0' + u8::try_from(value % 10).expect("a digit");
        let mut put = |byte: u8| {
            at -= 1;
            digits[at] = byte;
        };
        if hundredths != 0 {
            if hundredths % 10 != 0 {
                put(digit(hundredths));
            }
            put(digit(hundredths / 10));
            put(b'.');
        }
        loop {
            put(digit(whole));
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if self.0 < 0 {
            put(b'-');
        }
        // There are so few that copying them one by one is quicker than a bulk copy.
        digits[at..].iter().for_each(|&digit| out.push(digit));
    }

    /// With its sign, as rules write them: `+20`, `-5`, `+2.5`; zero is `0`.
    #[must_use]
    pub fn signed(self) -> String {
        if self.0 > 0 { format!("+{self}") } else { self.to_string() }
    }
}

/// Writes `value`, which has `places` decimal places, without trailing zeros.
fn write_scaled(f: &mut fmt::Formatter<'_>, value: i128, places: usize) -> fmt::Result {
    let unit = 10_u128.pow(u32::try_from(places).expect("two or six places"));
    let magnitude = value.unsigned_abs();
    let fraction = format!("{:0places$}", magnitude % unit);
    let fraction = fraction.trim_end_matches('0');
    let dot = if fraction.is_empty() { "" } else { "." };
    f.pad_integral(value >= 0, "", &format!("{}{dot}{fraction}", magnitude / unit))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_scaled(f, self.0, 6)
    }
}

/// Points that are serialised as an exact number.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount(pub Points);

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hundredths = self.0.0;
        if hundredths % 100 == 0 {
            return serializer.serialize_i64(hundredths / 100);
        }
        // The binary fraction nearest to a number of two places is written back as those two places.
        let number: f64 = self.0.to_string().parse().expect("points are written as a number");
        serializer.serialize_f64(number)
    }
}

impl From<Points> for Decimal {
    fn from(points: Points) -> Self {
        Self(i128::from(points.0) * (SCALE / 100))
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_scaled(f, i128::from(self.0), 2)
    }
}

/// A decimal's digits with the point moved, to the right if `places` is positive.
fn shifted(plain: &str, places: i32) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let many = places.unsigned_abs() as usize;
    if places >= 0 {
        let padded = format!("{fraction:0<many$}");
        format!("{whole}{}.{}", &padded[..many], &padded[many..]).trim_end_matches('.').to_owned()
    } else {
        let padded = format!("{whole:0>width$}", width = many + 1);
        let cut = padded.len() - many;
        format!("{}.{}{fraction}", &padded[..cut], &padded[cut..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for text in ["0", "1", "-1", "12.5", "-0.000001", "999999999999.999999"] {
            assert_eq!(Decimal::parse(text).unwrap().0.to_string(), text);
        }
        assert_eq!(Decimal::parse("1.0000005"), Ok((Decimal(1_000_001), true)));
        assert_eq!(Decimal::parse("-1.0000005"), Ok((Decimal(-1_000_001), true)));
        assert_eq!(Decimal::parse("1.0000000"), Ok((Decimal(SCALE), false)));
        assert_eq!(Decimal::parse("1000000000000"), Err(NotANumber::TooLarge));
        assert_eq!(Decimal::parse("999999999999.9999999"), Err(NotANumber::TooLarge));
        for text in ["", "-", ".", "1e5", "1,5", " 1", "1.2.3"] {
            assert_eq!(Decimal::parse(text), Err(NotANumber::Form), "{text}");
        }
    }

    #[test]
    fn rounds_half_away_from_zero() {
        for (numerator, denominator, quotient) in [
            (5, 2, 3),
            (-5, 2, -3),
            (5, -2, -3),
            (7, 3, 2),
            (8, 3, 3),
            (-7, 3, -2),
            (1, 3, 0),
            (0, 7, 0),
            (1, 2, 1),
            (2, 5, 0),
            (3, 5, 1),
        ] {
            assert_eq!(divide_rounded(numerator, denominator), quotient, "{numerator}/{denominator}");
        }
    }

    #[test]
    fn results_stay_within_the_limit() {
        let large = Decimal(RESULT_LIMIT - 1);
        assert_eq!(large.checked_add(Decimal(1)), None);
        assert_eq!(large.checked_mul(large), None);
        assert_eq!(Decimal::ONE.checked_div(Decimal::ZERO), None);
        assert_eq!(Decimal::ONE.checked_div(Decimal::whole(3)), Some(Decimal(333_333)));
        assert_eq!(Decimal::whole(2).checked_div(Decimal::whole(-3)), Some(Decimal(-666_667)));
    }

    #[test]
    fn points_are_written_plainly() {
        assert_eq!(Points(250).signed(), "+2.5");
        assert_eq!(Points(-500).signed(), "-5");
        assert_eq!(Points(0).signed(), "0");
        assert_eq!(Points(-5).to_string(), "-0.05");
        for points in [0, 1, -1, 10, -10, 99, 100, 105, 110, -12_345, 4_200, i64::MAX, i64::MIN] {
            let mut bytes = Vec::new();
            Points(points).write_to(&mut bytes);
            assert_eq!(String::from_utf8(bytes), Ok(Points(points).to_string()));
        }
    }

    #[test]
    fn points_move() {
        assert_eq!(shifted("10", 3), "10000");
        assert_eq!(shifted("1.5", 6), "1500000");
        assert_eq!(shifted("1.23456", 3), "1234.56");
        assert_eq!(shifted("15", -2), "0.15");
        assert_eq!(shifted("2.5", -2), "0.025");
    }
}
