//! How dates and times are written when not in ISO 8601: `dd/mm/yyyy`, `m/d/yy hh:mm am`. In: the form as the rule file
//! gives it, and a text; out: a moment. Zones have no names here.

mod epoch;
mod month;

pub use epoch::Epoch;

use super::{DAY, Day, Instant, day};

/// The forms other than ISO 8601 in which people write dates and times, the likeliest first.
pub const COMMON_FORMS: &[&str] = &[
    "dd/mm/yyyy",
    "mm/dd/yyyy",
    "dd-mm-yyyy",
    "mm-dd-yyyy",
    "dd.mm.yyyy",
    "yyyy/mm/dd",
    "dd/mm/yyyy hh:mm",
    "mm/dd/yyyy hh:mm",
    "dd-mm-yyyy hh:mm",
    "dd.mm.yyyy hh:mm",
    "yyyy/mm/dd hh:mm",
    "dd/mm/yyyy hh:mm:ss",
    "mm/dd/yyyy hh:mm:ss",
    "dd-mm-yyyy hh:mm:ss",
    "dd.mm.yyyy hh:mm:ss",
    "yyyy/mm/dd hh:mm:ss",
    "mm/dd/yyyy hh:mm am",
    "dd/mm/yyyy hh:mm am",
    "mm/dd/yyyy hh:mm:ss am",
    "dd/mm/yy",
    "mm/dd/yy",
    "dd-mmm-yy",
    "dd-mmm-yyyy",
    "dd mmm yyyy",
    "mmm dd, yyyy",
    "epoch s",
    "epoch ms",
    "epoch us",
];

/// A form for dates and times: `dd`, `d`, `mm`, `m`, `mmm`, `yyyy`, `yy`, `hh`, `h`, `ss`, `am`; `mm` after hours is minutes,
/// and `mmm` the name of a month. The letters may be capitals; everything else stands for itself. Or `epoch s` and the
/// like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    parts: Vec<Part>,
    /// What is counted, where times are numbers; `parts` is then empty.
    epoch: Option<Epoch>,
}

/// A date with a time of day, with or without a zone.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// An instant.
    Instant(Instant),
    /// By the wall clock.
    Local(LocalTime),
}

/// A local date and time of day.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// Microseconds since its midnight by the wall clock.
    pub micros: i64,
}

/// Why a text is no form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoForm {
    /// It is `epoch` without what is counted since then.
    UnknownUnit,
    /// This is no part of a date.
    NoPart(String),
    /// It does not say where this stands.
    Lacks(Needed),
    /// It has this twice.
    HasTwice(Needed),
    /// It has the time twice.
    HasTimeTwice,
    /// It has minutes, seconds or half days, but does not say where the hours stand.
    LacksHours,
}

/// What a form of dates must have.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Needed {
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Part {
    Day(Width),
    Month(Width),
    MonthName,
    Year4,
    Year2,
    Hour(Width),
    Minute(Width),
    Second(Width),
    HalfDay,
    Literal(char),
}

/// How many digits a number takes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Width {
    /// One or two.
    Loose,
    /// Exactly two: the next part follows without a separator.
    Two,
}

impl Form {
    /// Reads a form as the rules give it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: &str) -> Result<Self, NoForm> {
        if let Some(epoch) = Epoch::of_form(text) {
            return Ok(Self { parts: Vec::new(), epoch: Some(epoch) });
        }
        if text.trim().get(..5).is_some_and(|word| word.eq_ignore_ascii_case("epoch")) {
            return Err(NoForm::UnknownUnit);
        }
        let chars: Vec<char> = text.trim().chars().collect();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let letter = chars[at].to_ascii_lowercase();
            let run = chars[at..].iter().take_while(|c| c.to_ascii_lowercase() == letter).count();
            let part = match (letter, run) {
                ('d', 1 | 2) => Part::Day(Width::Loose),
                ('m', 1 | 2) if minutes_follow(&parts) => Part::Minute(Width::Loose),
                ('m', 1 | 2) => Part::Month(Width::Loose),
                ('m', 3 | 4) => Part::MonthName,
                ('y', 4) => Part::Year4,
                ('y', 2) => Part::Year2,
                ('h', 1 | 2) => Part::Hour(Width::Loose),
                ('s', 1 | 2) => Part::Second(Width::Loose),
                ('a' | 'p', 1) if chars.get(at + 1).is_some_and(|c| c.eq_ignore_ascii_case(&'m')) => {
                    at += 1;
                    let rest: String = chars[at + 1..].iter().take(3).collect::<String>().to_ascii_lowercase();
                    at += if rest == "/pm" { 3 } else { 0 };
                    // People write `2:05 PM` and `2:05PM` in one column.
                    parts.pop_if(|part| *part == Part::Literal(' '));
                    Part::HalfDay
                }
                ('t', 1) if !parts.is_empty() => Part::Literal(chars[at]),
                _ if letter.is_alphanumeric() => {
                    let word: String = chars[at..at + run].iter().collect();
                    return Err(NoForm::NoPart(word));
                }
                _ => {
                    parts.extend(std::iter::repeat_n(Part::Literal(chars[at]), run - 1));
                    Part::Literal(chars[at])
                }
            };
            parts.push(part);
            at += run;
        }
        let mut form = Self { parts, epoch: None };
        form.check()?;
        form.set_widths();
        Ok(form)
    }

    fn check(&self) -> Result<(), NoForm> {
        let count = |is: fn(&Part) -> bool| self.parts.iter().filter(|part| is(part)).count();
        let days = count(|part| matches!(part, Part::Day(_)));
        let months = count(|part| matches!(part, Part::Month(_) | Part::MonthName));
        let years = count(|part| matches!(part, Part::Year4 | Part::Year2));
        for (needed, many) in [(Needed::Day, days), (Needed::Month, months), (Needed::Year, years)] {
            match many {
                1 => {}
                0 => return Err(NoForm::Lacks(needed)),
                _ => return Err(NoForm::HasTwice(needed)),
            }
        }
        let hours = count(|part| matches!(part, Part::Hour(_)));
        if hours > 1 || count(|part| matches!(part, Part::Second(_))) > 1 {
            return Err(NoForm::HasTimeTwice);
        }
        if hours == 0 && count(|part| matches!(part, Part::Second(_) | Part::HalfDay)) > 0 {
            return Err(NoForm::LacksHours);
        }
        Ok(())
    }

    /// Numbers that touch have their full width; others may omit a leading zero.
    fn set_widths(&mut self) {
        for at in 0..self.parts.len() {
            let touched = self
                .parts
                .get(at + 1)
                .is_some_and(|next| !matches!(next, Part::Literal(_) | Part::HalfDay | Part::MonthName));
            if touched
                && let Part::Day(width)
                | Part::Month(width)
                | Part::Hour(width)
                | Part::Minute(width)
                | Part::Second(width) = &mut self.parts[at]
            {
                *width = Width::Two;
            }
        }
    }

    /// Whether the form has a time of day.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Hour(_)))
    }

    /// What is counted, if times of this form are numbers.
    #[must_use]
    pub fn epoch(&self) -> Option<Epoch> {
        self.epoch
    }

    /// Reads a text of this form; `None` if it has another one or the date does not exist. If the form has no time of
    /// day, one that follows the date is read too; if it has one, a UTC offset may follow.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<Moment> {
        if let Some(epoch) = self.epoch {
            return epoch.parse(text).map(Moment::Instant);
        }
        if !self.begins(Beginning::of(text)) {
            return None;
        }
        if let Some(local) = self.local(text) {
            return Some(Moment::Local(local));
        }
        let (before, offset) = split_offset(text)?;
        self.local(before).map(|local| Moment::Instant(local.at_offset(offset)))
    }

    /// Which of these forms a text could have: a few, told by how it begins. Numbers that count are among them always.
    pub fn likely<'f>(forms: &'f [Self], text: &str) -> impl Iterator<Item = (usize, &'f Self)> + use<'f> {
        let beginning = Beginning::of(text);
        forms.iter().enumerate().filter(move |(_, form)| form.epoch.is_some() || form.begins(beginning))
    }

    /// Whether a text that begins so could be of this form.
    fn begins(&self, Beginning { digits, mark }: Beginning) -> bool {
        let widths = match self.parts[0] {
            Part::Day(_) | Part::Month(_) | Part::Hour(_) | Part::Minute(_) | Part::Second(_) => 1..=2,
            Part::Year4 => 4..=4,
            Part::Year2 => 2..=2,
            Part::MonthName => 0..=0,
            Part::HalfDay | Part::Literal(_) => return true,
        };
        match self.parts.get(1) {
            Some(&Part::Literal(parting)) if parting.is_ascii() && digits > 0 => {
                widths.contains(&digits) && mark.is_some_and(|mark| char::from(mark) == parting)
            }
            // Numbers that touch are one run of digits.
            _ => (digits == 0) == (*widths.end() == 0),
        }
    }

    /// Reads a text of this form without an offset.
    fn local(&self, text: &str) -> Option<LocalTime> {
        let mut rest = text;
        let (mut year, mut month, mut date) = (0_i16, 0_i8, 0_i8);
        let (mut hour, mut minute, mut second, mut half) = (0_i64, 0_i64, 0_i64, None);
        for part in &self.parts {
            match *part {
                Part::Day(width) => date = i8::try_from(number(&mut rest, width)?).ok()?,
                Part::Month(width) => month = i8::try_from(number(&mut rest, width)?).ok()?,
                Part::MonthName => month = month::name(&mut rest)?,
                Part::Year4 => year = digits(&mut rest, 4, 4)?,
                Part::Year2 => {
                    let two = digits(&mut rest, 2, 2)?;
                    year = two + if two < 69 { 2000 } else { 1900 };
                }
                Part::Hour(width) => hour = i64::from(number(&mut rest, width)?),
                Part::Minute(width) => minute = i64::from(number(&mut rest, width)?),
                Part::Second(width) => second = i64::from(number(&mut rest, width)?),
                Part::HalfDay => half = Some(half_day(&mut rest)?),
                Part::Literal(c) => rest = rest.strip_prefix(c)?,
            }
        }
        let mut micros = 0;
        if let (Some(Part::Second(_)), Some(places)) = (self.parts.last(), rest.strip_prefix(['.', ','])) {
            micros = fraction(places)?;
            rest = "";
        }
        if !rest.is_empty() {
            if self.has_time() {
                return None;
            }
            rest = rest.strip_prefix([' ', 'T'])?.trim_start();
            (hour, minute, second, half) = clock(rest)?;
        }
        if let Some(afternoon) = half {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let micros = (hour * 3600 + minute * 60 + second) * 1_000_000 + micros;
        debug_assert!(micros < DAY, "less than a day");
        Some(LocalTime { day: day(year, month, date)?, micros })
    }
}

/// The digits that a text begins with, and the byte after them.
#[derive(Copy, Clone, Debug)]
struct Beginning {
    digits: usize,
    mark: Option<u8>,
}

impl Beginning {
    fn of(text: &str) -> Self {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Self { digits, mark: text.as_bytes().get(digits).copied() }
    }
}

impl LocalTime {
    /// The instant at which clocks that are `offset` microseconds ahead of UTC show this time.
    #[must_use]
    pub fn at_offset(self, offset: i64) -> Instant {
        i64::from(self.day) * DAY + self.micros - offset
    }
}

/// Splits a time of day from the UTC offset at its end: ` UTC`, ` GMT`, ` Z`, ` +0100`, `+01:00`. Out: what comes
/// before it, and the offset in microseconds.
#[must_use]
pub fn split_offset(text: &str) -> Option<(&str, i64)> {
    if !text.contains(':') {
        return None;
    }
    let is_time =
        |before: &str| before.contains(':') && before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
    let word = |text: &'_ str| {
        let names = ["UTC", "GMT", "Z"];
        let name = names.iter().find(|name| {
            text.len()
                .checked_sub(name.len())
                .and_then(|at| text.get(at..))
                .is_some_and(|end| end.eq_ignore_ascii_case(name))
        })?;
        Some(text.len() - name.len())
    };
    let text = match word(text) {
        Some(at) if is_time(text[..at].trim_end()) && !text[..at].contains(['+']) => {
            return Some((text[..at].trim_end(), 0));
        }
        Some(at) => text[..at].trim_end(),
        None => text,
    };
    let at = text.rfind(['+', '-'])?;
    let (before, sign) = (&text[..at], if text[at..].starts_with('+') { 1 } else { -1 });
    let mut rest = &text[at + 1..];
    let hours = digits(&mut rest, 2, 2)?;
    rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = if rest.is_empty() { 0 } else { digits(&mut rest, 2, 2)? };
    if !rest.is_empty() || hours > 23 || minutes > 59 {
        return None;
    }
    let before = before.trim_end();
    let before = word(before).map_or(before, |at| before[..at].trim_end());
    is_time(before).then_some((before, sign * (i64::from(hours) * 60 + i64::from(minutes)) * 60_000_000))
}

/// The decimal digits of a second, one to nine of them, as microseconds; what is finer is cut off.
fn fraction(places: &str) -> Option<i64> {
    let count = places.len();
    if !(1..=9).contains(&count) || !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{places:0<6}")[..6].parse().ok()
}

/// Whether an `m` at this point means minutes: the last part before it was the hours.
fn minutes_follow(parts: &[Part]) -> bool {
    parts.iter().rev().find(|part| !matches!(part, Part::Literal(_))).is_some_and(|part| matches!(part, Part::Hour(_)))
}

fn digits(rest: &mut &str, least: usize, most: usize) -> Option<i16> {
    let count = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if count < least {
        return None;
    }
    let (number, after) = rest.split_at(count);
    *rest = after;
    number.parse().ok()
}

fn number(rest: &mut &str, width: Width) -> Option<i16> {
    digits(rest, if width == Width::Two { 2 } else { 1 }, 2)
}

/// `am`, `PM`, `a.m.`, with or without blanks before it: whether it is the afternoon.
fn half_day(rest: &mut &str) -> Option<bool> {
    let trimmed = rest.trim_start();
    for (word, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        if trimmed.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) {
            *rest = &trimmed[word.len()..];
            return Some(afternoon);
        }
    }
    None
}

/// `h:mm`, `hh:mm:ss.fff`, with or without `am` or `pm`.
fn clock(text: &str) -> Option<(i64, i64, i64, Option<bool>)> {
    let mut rest = text;
    let hour = digits(&mut rest, 1, 2)?;
    rest = rest.strip_prefix(':')?;
    let minute = digits(&mut rest, 2, 2)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        second = digits(&mut rest, 2, 2)?;
        if let Some(after) = rest.strip_prefix('.') {
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    let half = if rest.is_empty() { None } else { Some(half_day(&mut rest)?) };
    rest.is_empty().then_some((hour.into(), minute.into(), second.into(), half))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: &str, text: &str) -> Option<(String, i64)> {
        let Moment::Local(local) = Form::new(form).unwrap().parse(text)? else { panic!("{text} has an offset") };
        Some((super::super::format_day(local.day), local.micros / 1_000_000))
    }

    #[test]
    fn reads_forms() {
        for (form, text, day, seconds) in [
            ("dd/mm/yyyy", "23/11/2026", "2026-11-23", 0),
            ("dd/mm/yyyy", "3/1/2026", "2026-01-03", 0),
            ("dd/mm/yyyy", "3/1/2026 14:05", "2026-01-03", 50_700),
            ("mm/dd/yyyy", "11/23/2026 2:05:09 PM", "2026-11-23", 50_709),
            ("d.m.yy", "3.1.69", "1969-01-03", 0),
            ("d.m.yy", "3.1.68", "2068-01-03", 0),
            ("yyyymmdd", "20261123", "2026-11-23", 0),
            ("dd/mm/yyyy hh:mm", "23/11/2026 9:05", "2026-11-23", 32_700),
            ("dd/MM/yyyy HH:mm:ss", "23/11/2026 09:05:01", "2026-11-23", 32_701),
            ("hh:mm dd-mm-yyyy", "09:05 23-11-2026", "2026-11-23", 32_700),
            ("m/d/yyyy h:mm am", "11/3/2026 12:30 am", "2026-11-03", 1800),
            ("m/d/yyyy h:mm am/pm", "11/3/2026 12:30PM", "2026-11-03", 45_000),
            ("dd-mmm-yy", "24-mrt-26", "2026-03-24", 0),
            ("d mmm yyyy", "1 août 2026", "2026-08-01", 0),
            ("mmm d, yyyy", "Nov 3, 2026", "2026-11-03", 0),
            ("dd/mm/yyyy hh:mm:ss", "23/11/2026 09:05:01.250", "2026-11-23", 32_701),
        ] {
            assert_eq!(read(form, text), Some((day.to_owned(), seconds)), "{form} {text}");
        }
    }

    #[test]
    fn offsets_after_times_of_a_form() {
        let instant = |form: &str, text: &str| match Form::new(form).unwrap().parse(text) {
            Some(Moment::Instant(instant)) => super::super::format_instant(instant),
            other => panic!("{form} {text}: {other:?}"),
        };
        assert_eq!(instant("dd/mm/yyyy hh:mm", "23/11/2026 09:05 UTC"), "2026-11-23T09:05:00Z");
        assert_eq!(instant("dd/mm/yyyy", "23/11/2026 9:05 +0100"), "2026-11-23T08:05:00Z");
        assert_eq!(instant("mm/dd/yyyy hh:mm am", "11/23/2026 9:05 pm GMT-05:30"), "2026-11-24T02:35:00Z");
        for text in ["23/11/2026 UTC", "23/11/2026 09:05 CET", "23/11/2026 09:05 +25", "23/11/2026 09:05 +1"] {
            assert_eq!(Form::new("dd/mm/yyyy").unwrap().parse(text), None, "{text}");
        }
    }

    #[test]
    fn refuses_other_texts() {
        for (form, text) in [
            ("dd/mm/yyyy", "2026-11-23"),
            ("dd/mm/yyyy", "31/02/2026"),
            ("dd/mm/yyyy", "23/11/26"),
            ("dd/mm/yyyy", "23/11/2026x"),
            ("dd/mm/yyyy", "23/11/2026 25:00"),
            ("dd/mm/yyyy", ""),
            ("dd/mm/yyyy hh:mm", "23/11/2026"),
            ("dd/mm/yyyy hh:mm", "23/11/2026 09:60"),
            ("m/d/yyyy h:mm am", "11/3/2026 13:30 am"),
        ] {
            assert_eq!(read(form, text), None, "{form} {text}");
        }
    }

    #[test]
    fn refuses_other_forms() {
        for form in [
            "dd/mm",
            "yyyy",
            "dd/mm/yyyy dd",
            "jj/mm/aaaa",
            "dd mmmmm yyyy",
            "dd mm mmm yyyy",
            "epoch",
            "epoch h",
            "dd/mm/yyyy ss",
            "",
        ] {
            assert!(Form::new(form).is_err(), "{form}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_does_not_begin_so_is_not_of_the_form(
            text in "[ a-z]?([0-9]{1,4}|[a-z]{3})[-/. :,]{0,2}([0-9]{1,4}|mrt|oct)[-/. :]?[0-9]{0,4}( [0-9]{1,2}:[0-9]{2})?",
        ) {
            let odd = ["yyyymmdd", "ddmmyyyy", "hh:mm dd-mm-yyyy", "/dd/mm/yyyy", "mmmdd yyyy", "yymmdd"];
            for name in COMMON_FORMS.iter().chain(&odd).filter(|name| !name.starts_with("epoch")) {
                let form = Form::new(name).unwrap();
                proptest::prop_assert!(form.begins(Beginning::of(&text)) || form.local(&text).is_none(), "{} {}", name, text);
            }
        }
    }
}
