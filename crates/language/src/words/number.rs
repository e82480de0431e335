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

/// `0.87`, `0,87`
pub(super) fn rounded(number: &str, locale: Locale) -> String {
    number.replace('.', locale.decimal())
}

/// `2026-11-23`, `23-11-2026`, `23/11/2026`
pub(super) fn day(day: Day, locale: Locale) -> String {
    turned(&calendar::format_day(day), locale)
}

/// `2026-11-23T09:00:00Z`, `23-11-2026 09:00 UTC`, `23/11/2026 09:00 UTC`; seconds only where there are some, and no parts of them.
pub(super) fn moment(iso: &str, locale: Locale) -> String {
    if locale == Locale::English {
        return iso.to_owned();
    }
    match iso.strip_suffix('Z').and_then(|local| local.split_once('T')) {
        Some((day, time)) => {
            let time = time.split('.').next().unwrap_or(time);
            let time = time.strip_suffix(":00").filter(|left| left.len() == "09:00".len()).unwrap_or(time);
            format!("{} {time} UTC", turned(day, locale))
        }
        None => turned(iso, locale),
    }
}

/// The parts of a day or a month in the order of the language.
fn turned(iso: &str, locale: Locale) -> String {
    let between = match locale {
        Locale::English => return iso.to_owned(),
        Locale::Dutch => "-",
        Locale::French => "/",
    };
    iso.rsplit('-').collect::<Vec<_>>().join(between)
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
