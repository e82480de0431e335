//! What a single value looks like: as which types it could be read. In: a cleaned text; out: all of them.

use std::sync::LazyLock;

use leadrules_engine::data::cell::number::{self, Mark};
use leadrules_engine::data::cell::time::Clock;
use leadrules_language::calendar::Zone;
use leadrules_language::calendar::form::{COMMON_FORMS, Epoch, Form};
use leadrules_language::text;

/// [`COMMON_FORMS`], read.
static FORMS: LazyLock<Vec<Form>> =
    LazyLock::new(|| COMMON_FORMS.iter().map(|form| Form::new(form).expect("a form of ours is one")).collect());

/// What a single value looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked of every value by itself")]
pub(super) struct Look {
    /// As a number with a decimal point, in millionths.
    pub(super) point: Option<i64>,
    /// With a decimal comma.
    pub(super) comma: Option<i64>,
    pub(super) coded: bool,
    pub(super) truth: bool,
    pub(super) email: bool,
    pub(super) iso: bool,
    pub(super) bare_iso: bool,
    pub(super) timed: bool,
    /// One of the words that mean an empty cell beside numbers and the like.
    pub(super) maybe_empty: bool,
    /// Which of [`COMMON_FORMS`] it has, one bit each.
    pub(super) forms: u32,
}

impl Look {
    /// The look of what begins as a day in ISO 8601 does: that is no number and has none of the other forms. Logs have a time in
    /// each row, and no two are the same.
    fn at_day(value: &str) -> Option<Self> {
        let (day, rest) = value.as_bytes().split_first_chunk::<10>().filter(|_| value.len() <= 40)?;
        let is_time = matches!(rest, [] | [b'T' | b' ', b'0'..=b'9', ..]);
        let mut like = day.iter().zip(b"0000-00-00");
        let is_day = is_time
            && day[0] != b'0'
            && like.all(|(byte, like)| if *like == b'0' { byte.is_ascii_digit() } else { byte == like });
        let iso = is_day && !value.contains('@') && Clock::new(&Zone::utc()).read(value, None).is_some();
        let timed = !rest.is_empty() && !value.contains("00:00:00");
        iso.then(|| Self { iso, timed, ..Self::default() })
    }

    /// The look of a value.
    pub(super) fn at(value: &str) -> Self {
        Self::at_day(value).unwrap_or_else(|| Self::at_any(value))
    }

    fn at_any(value: &str) -> Self {
        let mut look = Self { truth: text::yes_no(value).is_some(), email: text::is_email(value), ..Self::default() };
        if is_numbered_word(value) {
            return look;
        }
        look.read(value);
        look
    }

    /// Whether a value that looks so can be counted whenever it comes.
    pub(super) fn is_still(self) -> bool {
        self.point.is_none() && self.comma.is_none() && !self.maybe_empty
    }

    /// Looks for numbers and times.
    fn read(&mut self, value: &str) {
        let look = self;
        if value.bytes().any(|byte| byte.is_ascii_digit()) {
            look.point = number::read(value, Mark::Point).ok().map(|(number, _)| number);
            look.comma = number::read(value, Mark::Comma).ok().map(|(number, _)| number);
            let mut bytes = value.bytes();
            let first = bytes.next();
            look.coded =
                first == Some(b'+') || (first == Some(b'0') && bytes.next().is_some_and(|b| b.is_ascii_digit()));
        }
        if value.len() <= 40 && value.bytes().any(|byte| byte.is_ascii_digit()) {
            if Clock::new(&Zone::utc()).read(value, None).is_some() {
                look.bare_iso = value.bytes().all(|b| b.is_ascii_digit());
                look.iso = !look.bare_iso;
                look.timed = value.len() > 10 && !value.contains("00:00:00");
            }
            for (at, form) in Form::likely(&FORMS, value) {
                let is_so = match form.epoch() {
                    Some(epoch) => Epoch::likely(value) == Some(epoch),
                    None => form.parse(value).is_some(),
                };
                look.forms |= u32::from(is_so) << at;
            }
        }
    }
}

/// Whether it begins with a letter and a digit, as the keys of many systems do: that is no number and no time.
fn is_numbered_word(value: &str) -> bool {
    matches!(value.as_bytes(), [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_by_how_they_begin() {
        let days = ["2026-11-23", "2024-02-29", "1999-12-31", "2026-02-30", "2026-13-01", "0999-01-01", "12026-11-23"];
        let times = [
            "",
            "T10:00:00Z",
            " 10:00",
            "T10:00:00.123456789+01:00",
            "T00:00:00Z",
            " 00:00:00",
            "T24:00:00",
            " 10:00 UTC",
            "T1",
            " ",
            "-",
            " 9",
            "%",
            " 10:00 Europe/Brussels",
            "T10:00[Europe/Brussels]",
            "e5",
            " 1e5",
            "T10@x.be",
            " 10 EUR",
            "T10:00:00-",
        ];
        let mut told = 0;
        for value in days.iter().flat_map(|day| times.iter().map(move |time| format!("{day}{time}"))) {
            if let Some(look) = Look::at_day(&value) {
                assert_eq!(look, Look::at_any(&value), "{value}");
                told += 1;
            }
        }
        assert!(told > 20, "{told}");
    }

    #[test]
    fn numbered_words_are_no_numbers_and_no_times() {
        let after = [
            "",
            "0",
            "00500000",
            "1/2/2026",
            "-11-2026",
            ".5",
            "€",
            " EUR",
            "e5",
            "%",
            ", 2026",
            " 10:00 +0100",
            "0:00 GMT",
            " a@x.be",
        ];
        let letters = (b'A'..=b'z').map(char::from).filter(char::is_ascii_alphabetic);
        for value in letters.flat_map(|letter| after.map(|after| format!("{letter}1{after}"))) {
            let mut look = Look { truth: Look::at(&value).truth, email: Look::at(&value).email, ..Look::default() };
            look.read(&value);
            assert_eq!(look, Look::at(&value), "{value}");
        }
    }
}
