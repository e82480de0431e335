//! Dates and times as data writes them, and the wall clock of the rules' zone. In: a trimmed text; out: a day, or an
//! instant in microseconds.

use hashbrown::HashMap;
use jiff::civil;

pub use leadrules_language::calendar::form::Moment;
use leadrules_language::calendar::form::{Form, LocalTime, split_offset};
use leadrules_language::calendar::{DAY, Day, FIRST_DAY, Instant, LAST_DAY, Zone};

use super::zoned;

/// The wall clock of a zone, which remembers what it has worked out for each day.
#[derive(Debug)]
pub struct Clock<'z> {
    zone: &'z Zone,
    utc: bool,
    /// By local day: its first instant, if the whole day has one offset.
    starts: HashMap<Day, Option<Instant>, foldhash::fast::FixedState>,
    /// By day in UTC: the offset, if the whole day has one.
    offsets: HashMap<Day, Option<i64>, foldhash::fast::FixedState>,
    /// The latest date that began a time in UTC, and when that day begins.
    latest: ([u8; 10], Instant),
}

impl<'z> Clock<'z> {
    /// A clock that shows the time in `zone`.
    #[must_use]
    pub fn new(zone: &'z Zone) -> Self {
        Self {
            zone,
            utc: zone.name() == "UTC",
            starts: HashMap::default(),
            offsets: HashMap::default(),
            latest: ([0; 10], 0),
        }
    }

    /// The instant of a local time.
    pub fn instant(&mut self, local: LocalTime) -> Instant {
        if self.utc {
            return i64::from(local.day) * DAY + local.micros;
        }
        let zone = self.zone;
        let start = *self.starts.entry(local.day).or_insert_with(|| {
            let start = zone.start_of(local.day);
            (zone.start_of(local.day.saturating_add(1)).checked_sub(start) == Some(DAY)).then_some(start)
        });
        match start {
            Some(start) => start + local.micros,
            None => zone.instant(civil_of(local)),
        }
    }

    /// The local day of an instant.
    pub fn day_of(&mut self, instant: Instant) -> Day {
        let day = whole_days(instant);
        if self.utc {
            return day;
        }
        let zone = self.zone;
        let offset = *self.offsets.entry(day).or_insert_with(|| {
            let (first, last) = (i64::from(day) * DAY, i64::from(day) * DAY + DAY - 1);
            let (at_first, at_last) = (offset_at(zone, first), offset_at(zone, last));
            // The ends of the calendar are left to the zone.
            (at_first == at_last && FIRST_DAY < day && day < LAST_DAY).then_some(at_first)
        });
        match offset {
            Some(offset) => whole_days(instant.saturating_add(offset)),
            None => zone.day_of(instant),
        }
    }

    /// The instant of a moment.
    pub fn instant_of(&mut self, moment: Moment) -> Instant {
        match moment {
            Moment::Instant(instant) => instant,
            Moment::Local(local) => self.instant(local),
        }
    }

    /// The day of a moment.
    pub fn day(&mut self, moment: Moment) -> Day {
        match moment {
            Moment::Instant(instant) => self.day_of(instant),
            Moment::Local(local) => local.day,
        }
    }

    /// Reads a text of the form, or of ISO 8601 if there is none: a date, or a date and time. The time may name a
    /// place, or be written as in e-mails.
    #[must_use]
    pub fn read(&self, text: &str, form: Option<&Form>) -> Option<Moment> {
        match form {
            Some(form) => form.parse(text),
            None => iso(text.as_bytes()).or_else(|| self.other_iso(text)).or_else(|| self.zoned(text)),
        }
    }

    /// The instant of a text such as `2026-11-23T10:15:30Z`, as most logs have it; `None` for any other form, which
    /// [`Clock::read`] may know. Logs are in the order of time, so most dates are that of the line before.
    #[inline]
    pub fn second_in_utc(&mut self, text: &str) -> Option<Instant> {
        let (date, rest) = text.as_bytes().split_first_chunk()?;
        let micros = time_in_utc(rest.try_into().ok()?)?;
        if *date != self.latest.0 {
            self.latest = (*date, date_of(date)? * DAY);
        }
        Some(self.latest.1 + micros)
    }

    /// The rarer forms of ISO 8601, and variants that programs write: without separators, with a zone's name, with a
    /// week, with a blank before the offset or `UTC` in place of it, with the end of a day as `24:00`.
    fn other_iso(&self, text: &str) -> Option<Moment> {
        if let Some((before, offset)) = split_offset(text) {
            let iso = iso(before.as_bytes()).or_else(|| self.other_iso(before));
            if let Some(Moment::Local(local)) = iso {
                return Some(Moment::Instant(local.at_offset(offset)));
            }
        }
        if let Some((date, rest)) = text.split_at_checked(10)
            && let Some(after) = rest.strip_prefix(['T', ' ']).and_then(|rest| rest.strip_prefix("24:00"))
        {
            let places = after.strip_prefix(":00").unwrap_or(after);
            let end = places.strip_prefix('.').map_or(places, |places| places.trim_start_matches('0'));
            if end.starts_with(':') {
                return None;
            }
            return match iso(format!("{date}T00:00{end}").as_bytes())? {
                Moment::Local(LocalTime { day, micros }) => Some(Moment::Local(LocalTime { day: day + 1, micros })),
                Moment::Instant(instant) => Some(Moment::Instant(instant + DAY)),
            };
        }
        if text.bytes().all(|b| b.is_ascii_digit()) {
            // `20261123` is a date; any other number counts something that the data does not say.
            if text.len() != 8 {
                return None;
            }
            let date: civil::Date = text.parse().ok()?;
            return Some(Moment::Local(LocalTime {
                day: leadrules_language::calendar::day(date.year(), date.month(), date.day())?,
                micros: 0,
            }));
        }
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Ok(date) = text.parse::<civil::DateTime>()
            && let Some(day) = leadrules_language::calendar::day(date.year(), date.month(), date.day())
            && !has_offset(text)
        {
            let time = date.time();
            let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
            let micros = seconds * 1_000_000 + i64::from(time.subsec_nanosecond()) / 1000;
            return Some(Moment::Local(LocalTime { day, micros }));
        }
        let instant = if has_offset(text) { self.zone.parse_time(text)? } else { return None };
        Some(Moment::Instant(instant))
    }

    /// A time that gives its zone in another way than ISO 8601 does.
    #[cold]
    fn zoned(&self, text: &str) -> Option<Moment> {
        if let Some((before, zone)) = zoned::at_place(text) {
            let local = iso(before.as_bytes()).or_else(|| self.other_iso(before))?;
            let Moment::Local(local) = local else { return None };
            return Some(Moment::Instant(zone.instant(civil_of(local))));
        }
        zoned::of_mail(text).map(Moment::Instant)
    }
}

/// The usual forms of ISO 8601.
#[inline]
fn iso(bytes: &[u8]) -> Option<Moment> {
    let (&date, rest) = bytes.split_first_chunk()?;
    time_of(date_of(&date)?, rest)
}

fn has_offset(text: &str) -> bool {
    text.find(['T', 't', ' ']).is_some_and(|at| text[at + 1..].contains(['Z', 'z', '+', '-', '[']))
}

fn whole_days(micros: i64) -> Day {
    Day::try_from(micros.div_euclid(DAY)).unwrap_or(if micros < 0 { Day::MIN } else { Day::MAX })
}

fn offset_at(zone: &Zone, instant: Instant) -> i64 {
    let local = zone.local(instant);
    let seconds = i64::from(local.hour()) * 3600 + i64::from(local.minute()) * 60 + i64::from(local.second());
    let day = days_from_civil(local.year().into(), local.month().into(), local.day().into());
    day * DAY + seconds * 1_000_000 + i64::from(local.subsec_nanosecond()) / 1000 - instant
}

fn civil_of(local: LocalTime) -> civil::DateTime {
    let midnight = Zone::utc().local(i64::from(local.day) * DAY);
    let seconds = local.micros / 1_000_000;
    let part = |value: i64| i8::try_from(value).unwrap_or(0);
    let nanos = i32::try_from(local.micros % 1_000_000 * 1000).unwrap_or(0);
    midnight.date().at(part(seconds / 3600), part(seconds / 60 % 60), part(seconds % 60), nanos)
}

/// Days since 1970-01-01 of a date that exists, in the years from 1 on.
#[inline]
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // The year starts in March here, so that the leap day is its last.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let leap_days = year / 4 - year / 100 + year / 400;
    365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The length of a month.
const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[inline]
fn two(bytes: &[u8]) -> Option<i64> {
    match bytes {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => Some(i64::from(tens - b'0') * 10 + i64::from(ones - b'0')),
        _ => None,
    }
}

/// The day of `2026-11-23`, counted from 1970-01-01.
#[inline]
fn date_of(&[y1, y2, y3, y4, dash, m1, m2, other_dash, d1, d2]: &[u8; 10]) -> Option<i64> {
    let [y1, y2, y3, y4, _, m1, m2, _] = digits([y1, y2, y3, y4, dash, m1, m2, other_dash], *b"0000-00-")?;
    let (year, month, day) = (y1 * 1000 + y2 * 100 + y3 * 10 + y4, m1 * 10 + m2, two(&[d1, d2])?);
    let is_date = year > 0 && (1..=12).contains(&month) && day > 0 && (day <= 28 || day <= days_in(year, month));
    is_date.then(|| days_from_civil(year, month, day))
}

/// The digits of a text that has them where `like` has zeros, and is the same elsewhere; all in one go, since nearly every
/// event has such a time.
#[inline]
fn digits(text: [u8; 8], like: [u8; 8]) -> Option<[i64; 8]> {
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    // What is left of a digit is at most 9, and of another character 0: with this it stays below 128, and nothing else does.
    let room = u64::from_le_bytes(like.map(|byte| if byte == b'0' { 0x76 } else { 0x7f }));
    let left = u64::from_le_bytes(text) ^ u64::from_le_bytes(like);
    ((left | left.wrapping_add(room)) & HIGH == 0).then(|| left.to_le_bytes().map(i64::from))
}

/// What follows a day: nothing, or `T` or a blank and `10:15`, `10:15:30`, `10:15:30.123456`, and `Z`, `+01:00`,
/// `+0100` or `+01`.
#[inline]
fn time_of(day: i64, rest: &[u8]) -> Option<Moment> {
    if let Some(micros) = rest.try_into().ok().and_then(time_in_utc) {
        return Some(Moment::Instant(day * DAY + micros));
    }
    other_time_of(day, rest)
}

/// The microseconds since midnight of `T10:15:30Z`.
#[inline]
fn time_in_utc(text: &[u8; 10]) -> Option<i64> {
    let &[b'T', ref time @ .., b'Z'] = text else { return None };
    let [h1, h2, _, m1, m2, _, s1, s2] = digits(*time, *b"00:00:00")?;
    let (hour, minute, second) = (h1 * 10 + h2, m1 * 10 + m2, s1 * 10 + s2);
    (hour <= 23 && minute <= 59 && second <= 59).then_some((hour * 3600 + minute * 60 + second) * 1_000_000)
}

/// The same, whatever the time looks like.
fn other_time_of(day: i64, rest: &[u8]) -> Option<Moment> {
    if rest.is_empty() {
        return Some(Moment::Local(LocalTime { day: Day::try_from(day).ok()?, micros: 0 }));
    }
    if !matches!(rest[0], b'T' | b't' | b' ') || rest.get(3) != Some(&b':') {
        return None;
    }
    let (hour, minute) = (two(&rest[1..])?, two(&rest[4..])?);
    let mut rest = &rest[6..];
    let mut second = 0;
    let mut micros = 0;
    if rest.first() == Some(&b':') {
        second = two(&rest[1..])?;
        rest = &rest[3..];
        if matches!(rest.first(), Some(b'.' | b',')) {
            let count = rest[1..].iter().take_while(|b| b.is_ascii_digit()).count();
            if !(1..=9).contains(&count) {
                return None;
            }
            // What is finer than a microsecond is cut off.
            micros = (1..=6).fold(0, |sum, at| sum * 10 + if at <= count { i64::from(rest[at] - b'0') } else { 0 });
            rest = &rest[1 + count..];
        }
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let micros = (hour * 3600 + minute * 60 + second) * 1_000_000 + micros;
    let offset = match rest {
        [] => return Some(Moment::Local(LocalTime { day: Day::try_from(day).ok()?, micros })),
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), offset @ ..] => {
            let (hours, minutes) = match offset.len() {
                2 => (two(offset)?, 0),
                4 => (two(offset)?, two(&offset[2..])?),
                5 if offset[2] == b':' => (two(offset)?, two(&offset[3..])?),
                _ => return None,
            };
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 3600 + minutes * 60) * if *sign == b'+' { 1_000_000 } else { -1_000_000 }
        }
        _ => return None,
    };
    Some(Moment::Instant(day * DAY + micros - offset))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use leadrules_language::calendar::{day, format_day};

    fn brussels() -> Zone {
        Zone::named("Europe/Brussels").unwrap()
    }

    #[test]
    fn days_are_the_calendars() {
        for year in [1_i16, 4, 100, 400, 1600, 1899, 1900, 1970, 2000, 2023, 2024, 2026, 2100, 9999] {
            for month in 1..=12_i8 {
                let last = days_in(year.into(), month.into());
                for date in [1, 28, last] {
                    let own = days_from_civil(year.into(), month.into(), date);
                    assert_eq!(day(year, month, i8::try_from(date).unwrap()), i32::try_from(own).ok());
                }
                assert_eq!(day(year, month, i8::try_from(last).unwrap() + 1), None);
            }
        }
    }

    proptest! {
        #[test]
        fn times_of_a_log_are_read_as_any(
            texts in prop::collection::vec(
                prop_oneof![
                    "2026-(02-28|02-29|02-30|12-31|13-01)T(0[0-9]|1[0-9]|2[0-5]):[0-6][0-9]:[0-6][0-9]Z",
                    "20[0-9]{2}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-5][0-9][Zz:+]",
                ],
                0..9,
            ),
        ) {
            let zone = brussels();
            let mut clock = Clock::new(&zone);
            for text in texts {
                let read = clock.read(&text, None);
                if let Some(time) = clock.second_in_utc(&text) {
                    prop_assert_eq!(read, Some(Moment::Instant(time)), "{}", text);
                } else {
                    // Midnight as `24:00` and leap seconds are left to the other.
                    let is_usual = text.contains('T') && text.ends_with('Z') && &text[11..13] < "24" && &text[17..19] < "60";
                    prop_assert!(!is_usual || read.is_none(), "{}", text);
                }
            }
        }
    }

    #[test]
    fn iso_days_and_times() {
        let zone = brussels();
        let mut clock = Clock::new(&zone);
        for (text, day, instant) in [
            ("2026-11-23", "2026-11-23", "2026-11-22T23:00:00Z"),
            ("20261123", "2026-11-23", "2026-11-22T23:00:00Z"),
            ("2026-11-23T23:30:00Z", "2026-11-24", "2026-11-23T23:30:00Z"),
            ("2026-11-23 23:30", "2026-11-23", "2026-11-23T22:30:00Z"),
            ("2026-11-23T10:15:30.1234567+05:30", "2026-11-23", "2026-11-23T04:45:30.123456Z"),
            ("2026-11-23 10:15:30,5-0200", "2026-11-23", "2026-11-23T12:15:30.5Z"),
            ("2026-11-23T10:15:30+01", "2026-11-23", "2026-11-23T09:15:30Z"),
            ("2026-03-29T02:30:00", "2026-03-29", "2026-03-29T01:30:00Z"),
            ("2026-10-25 02:30:00", "2026-10-25", "2026-10-25T00:30:00Z"),
            ("2026-11-23T10:15:30+01:00[Europe/Brussels]", "2026-11-23", "2026-11-23T09:15:30Z"),
            ("2026-11-23 10:15:30 UTC", "2026-11-23", "2026-11-23T10:15:30Z"),
            ("2026-11-23 10:15:30.5 utc", "2026-11-23", "2026-11-23T10:15:30.5Z"),
            ("2026-11-23 10:15 GMT", "2026-11-23", "2026-11-23T10:15:00Z"),
            ("2026-11-23 10:15:30 +0000", "2026-11-23", "2026-11-23T10:15:30Z"),
            ("2026-11-23 10:15:30 +0000 UTC", "2026-11-23", "2026-11-23T10:15:30Z"),
            ("2026-11-23 10:15:30 -05:30", "2026-11-23", "2026-11-23T15:45:30Z"),
            ("2026-11-23 10:15:30 Z", "2026-11-23", "2026-11-23T10:15:30Z"),
            ("2016-12-31T23:59:60", "2016-12-31", "2016-12-31T22:59:59Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01", "2016-12-31T23:59:59Z"),
            ("2026-11-23T24:00", "2026-11-24", "2026-11-23T23:00:00Z"),
            ("2026-11-23 24:00:00.000Z", "2026-11-24", "2026-11-24T00:00:00Z"),
            ("2026-11-23 10:00:00 America/New_York", "2026-11-23", "2026-11-23T15:00:00Z"),
            ("2026-11-23 23:00 america/new_york", "2026-11-24", "2026-11-24T04:00:00Z"),
            ("2026-11-23T10:00[Asia/Kolkata]", "2026-11-23", "2026-11-23T04:30:00Z"),
            ("2026-07-01 10:00:00.5 Europe/Brussels", "2026-07-01", "2026-07-01T08:00:00.5Z"),
            ("2026-10-25 02:30:00 Europe/Brussels", "2026-10-25", "2026-10-25T00:30:00Z"),
            ("Mon, 23 Nov 2026 10:00:00 +0100", "2026-11-23", "2026-11-23T09:00:00Z"),
            ("Mon, 23 Nov 2026 10:00:00 +0100 (CET)", "2026-11-23", "2026-11-23T09:00:00Z"),
            ("Mon, 23 Nov 2026 23:30:00 GMT", "2026-11-24", "2026-11-23T23:30:00Z"),
            ("tue, 3 nov 2026 10:00 -0530", "2026-11-03", "2026-11-03T15:30:00Z"),
            ("23 Nov 2026 10:00:00 UTC", "2026-11-23", "2026-11-23T10:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31", "9999-12-31T23:59:59Z"),
            ("9999-12-31", "9999-12-31", "9999-12-30T23:00:00Z"),
        ] {
            let moment = clock.read(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(format_day(clock.day(moment)), day, "{text}");
            assert_eq!(leadrules_language::calendar::format_instant(clock.instant_of(moment)), instant, "{text}");
        }
    }

    #[test]
    fn digits_are_read_where_they_are_to_be() {
        assert_eq!(digits(*b"10:15:39", *b"00:00:00"), Some([1, 0, 0, 1, 5, 0, 3, 9]));
        for (at, byte) in (0..8).flat_map(|at| (0..=u8::MAX).map(move |byte| (at, byte))) {
            let mut text = *b"10:15:30";
            text[at] = byte;
            let fits = if matches!(at, 2 | 5) { byte == b':' } else { byte.is_ascii_digit() };
            assert_eq!(digits(text, *b"00:00:00").is_some(), fits, "{text:?}");
        }
    }

    #[test]
    fn other_texts_are_no_times() {
        let zone = brussels();
        let clock = Clock::new(&zone);
        for text in [
            "",
            "today",
            "1795392000",
            "1795392000000",
            "46349",
            "2026-02-29",
            "2026-13-01",
            "2026-11-23T25:00",
            "2026-11-23T24:01",
            "2026-11-23T24:00:01",
            "2026-11-23 UTC",
            "2026-11-23 10:15 CET",
            "2026-11-23 10:15 Europe/Nowhere",
            "2026-11-23 10:15 Etc/GMT+10 x",
            "2026-11-23 Europe/Brussels",
            "2026-11-23 10:15+01:00 Europe/Brussels",
            "2026-02-29 10:15 Europe/Brussels",
            // The wrong weekday, no offset, an ambiguous one, a two-digit year, a day that does not exist.
            "Tue, 23 Nov 2026 10:00:00 +0100",
            "Mon, 23 Nov 2026 10:00:00",
            "Mon, 23 Nov 2026 10:00:00 CST",
            "Mon, 23 Nov 26 10:00:00 +0100",
            "30 Feb 2026 10:00:00 +0100",
            "2026-11-23T10:15:30 +01:00 UTC x",
            "2026-11-23T10:60:00Z",
            "2026-11-23X10:00",
            "23/11/2026",
            "0000-01-01",
            "2026-11-23T",
            "10:15",
        ] {
            assert_eq!(clock.read(text, None), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let zone = brussels();
            let _ = Clock::new(&zone).read(&text, None);
        }

        #[test]
        fn never_panics_near_mail(text in "([A-Z][a-z]{2}, )?[0-9]{1,2} [JNé][a-z]{2} [0-9]{2,5} [0-9:]{2,8} ([+-][0-9]{0,5}|GMT)( \\(é?\\))?") {
            let zone = brussels();
            let _ = Clock::new(&zone).read(&text, None);
        }

        #[test]
        fn never_panics_near_iso(text in "[0-9]{4}-[0-9]{2}-[0-9é]{2}([T ][0-9:.,+Z-]{0,16})?") {
            let zone = brussels();
            let _ = Clock::new(&zone).read(&text, None);
        }

        #[test]
        fn the_clock_is_the_zones(instant in -2_000_000_000_000_000..4_000_000_000_000_000_i64) {
            let zone = brussels();
            let mut clock = Clock::new(&zone);
            prop_assert_eq!(clock.day_of(instant), zone.day_of(instant));
            let local = zone.local(instant);
            let day = clock.day_of(instant);
            let seconds = i64::from(local.hour()) * 3600 + i64::from(local.minute()) * 60 + i64::from(local.second());
            let micros = seconds * 1_000_000 + i64::from(local.subsec_nanosecond()) / 1000;
            let own = clock.instant(LocalTime { day, micros });
            prop_assert_eq!(own, zone.instant(local));
            let read = clock.read(&local.to_string(), None).map(|moment| clock.instant_of(moment));
            prop_assert_eq!(read, Some(own));
        }
    }
}
