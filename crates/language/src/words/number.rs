//! Counts, amounts and days as they are written in a language. In: the figures; out: text.

use super::locale::Locale;
use crate::calendar::{self, Day};
use crate::decimal::{Decimal, Points};

impl Locale {
    /// Between thousands.
    fn group(self) -> &'static str {
        match self {
            Self::English => ",",
            Self::Dutch => ".",
            Self::French => "\u{202f}",
        }
    }

    /// Before the fraction.
    fn decimal(self) -> &'static str {
        match self {
            Self::English => ".",
            Self::Dutch | Self::French => ",",
        }
    }
}

/// `9,240`, `9.240`
pub(super) fn count(count: u64, locale: Locale) -> String {
    grouped(&count.to_string(), locale)
}

/// `12500.5` in English, as rules write it; `12.500,5`. Four digits stand together: they may be a year.
pub(super) fn decimal(amount: Decimal, locale: Locale) -> String {
    let text = amount.to_string();
    if locale == Locale::English {
        return text;
    }
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let fraction = fraction.map(|fraction| format!("{}{fraction}", locale.decimal())).unwrap_or_default();
    let whole = if whole.len() > 4 { grouped(whole, locale) } else { whole.to_owned() };
    format!("{sign}{whole}{fraction}")
}

/// `+12.5`, `+12,5`
pub(super) fn signed(points: Points, locale: Locale) -> String {
    let sign = if points.0 > 0 { "+" } else { "" };
    format!("{sign}{}", decimal(points.into(), locale))
}

/// `2026-11-23`, `23-11-2026`, `23/11/2026`
pub(super) fn day(day: Day, locale: Locale) -> String {
    let iso = calendar::format_day(day);
    let [year, month, date] = iso.splitn(3, '-').collect::<Vec<_>>()[..] else { return iso };
    match locale {
        Locale::English => iso,
        Locale::Dutch => format!("{date}-{month}-{year}"),
        Locale::French => format!("{date}/{month}/{year}"),
    }
}

fn grouped(digits: &str, locale: Locale) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(locale.group());
        }
        text.push(digit);
    }
    text
}
