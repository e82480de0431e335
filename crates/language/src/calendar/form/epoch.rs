//! Instants counted since 1970-01-01T00:00Z, as programs write them: `1795161600`, `1795161600000`. In: a number as
//! text; out: microseconds.

use crate::calendar::{ENDS, Instant};

/// What is counted.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Epoch {
    /// `epoch s`
    Seconds,
    /// `epoch ms`
    Millis,
    /// `epoch us`
    Micros,
}

impl Epoch {
    /// The unit of a form; `None` if the form does not count.
    #[must_use]
    pub fn of_form(form: &str) -> Option<Self> {
        let mut words = form.split_whitespace().map(str::to_ascii_lowercase);
        let unit = words.next().filter(|word| word == "epoch").and_then(|_| words.next())?;
        let unit = match unit.as_str() {
            "s" => Self::Seconds,
            "ms" => Self::Millis,
            "us" => Self::Micros,
            _ => return None,
        };
        words.next().is_none().then_some(unit)
    }

    /// What a whole number probably counts: the unit in which it is an instant of the years 2001 to 2099, if there is
    /// one.
    #[must_use]
    pub fn likely(text: &str) -> Option<Self> {
        if text.starts_with('0') || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let epoch = match text.len() {
            10 => Self::Seconds,
            13 => Self::Millis,
            16 => Self::Micros,
            _ => return None,
        };
        let instant = epoch.parse(text)?;
        (1_000_000_000_000_000..4_070_908_800_000_000).contains(&instant).then_some(epoch)
    }

    /// How many microseconds one is, as a power of ten.
    #[must_use]
    pub fn places(self) -> u32 {
        match self {
            Self::Seconds => 6,
            Self::Millis => 3,
            Self::Micros => 0,
        }
    }

    /// The instant of a number, which may have decimal places and an exponent; what is finer than a microsecond is cut
    /// off.
    pub(super) fn parse(self, text: &str) -> Option<Instant> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|by| by.abs() <= 40)?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole, fraction].concat();
        if whole.is_empty() || digits.len() > 36 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value: i128 = digits.parse().ok()?;
        let value = if negative { -value } else { value };
        let power = exponent + i32::try_from(self.places()).ok()? - i32::try_from(fraction.len()).ok()?;
        let power_of_ten = 10_i128.checked_pow(power.unsigned_abs());
        let micros = match power_of_ten {
            Some(ten) if power >= 0 => value.checked_mul(ten)?,
            Some(ten) => value.div_euclid(ten),
            None if power < 0 || value == 0 => 0,
            None => return None,
        };
        Instant::try_from(micros).ok().filter(|instant| (ENDS.0..=ENDS.1).contains(instant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::format_instant;

    #[test]
    fn likely_units() {
        assert_eq!(Epoch::likely("1795161600"), Some(Epoch::Seconds));
        assert_eq!(Epoch::likely("1795161600000"), Some(Epoch::Millis));
        assert_eq!(Epoch::likely("1795161600000000"), Some(Epoch::Micros));
        for text in ["", "475123456", "0475123456", "9995161600", "20261123", "1795161600.5"] {
            assert_eq!(Epoch::likely(text), None, "{text}");
        }
    }

    #[test]
    fn counts_are_instants() {
        for (form, text, instant) in [
            ("epoch s", "1795161600", "2026-11-20T08:00:00Z"),
            ("epoch ms", "1795161600000", "2026-11-20T08:00:00Z"),
            ("Epoch  MS", "1.7951616e12", "2026-11-20T08:00:00Z"),
            ("epoch us", "1795161600000001", "2026-11-20T08:00:00.000001Z"),
            ("epoch s", "1795161600.25", "2026-11-20T08:00:00.25Z"),
            ("epoch s", "-1", "1969-12-31T23:59:59Z"),
            ("epoch s", "253402300799", "9999-12-31T23:59:59Z"),
            ("epoch s", "0", "1970-01-01T00:00:00Z"),
        ] {
            let read = Epoch::of_form(form).unwrap().parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(format_instant(read), instant, "{form} {text}");
        }
        for text in ["", "-", "1795161600000000", "2026-11-20", "1e99", "0x10", ".5", "1 795 161 600", "NaN"] {
            assert_eq!(Epoch::Seconds.parse(text), None, "{text}");
        }
    }
}
