//! Instants, days, spans and windows, on `jiff`'s calendar and its bundled time zones. In: what rules and data write;
//! out: microseconds and day numbers. No clock is read here.

pub mod form;

use jiff::civil;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// An instant: microseconds since 1970-01-01T00:00Z.
pub type Instant = i64;

/// A calendar day: days since 1970-01-01.
pub type Day = i32;

/// Microseconds in a day of 24 hours.
pub const DAY: i64 = 86_400_000_000;

/// Microseconds in an hour.
pub const HOUR: i64 = 3_600_000_000;

/// The years that dates may lie in.
pub const YEARS: std::ops::RangeInclusive<i16> = 1..=9999;

/// The first day of year 1, and the last of year 9999.
pub const FIRST_DAY: Day = -719_162;
/// See [`FIRST_DAY`].
pub const LAST_DAY: Day = 2_932_896;

/// The first instant of year 1, and the last of year 9999.
pub const ENDS: (Instant, Instant) = (FIRST_DAY as i64 * DAY, (LAST_DAY as i64 + 1) * DAY - 1);

/// The unit of a span of time, and of `once per`.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `hours`
    Hour,
    /// `days`
    Day,
    /// `weeks`
    Week,
    /// `months`
    Month,
    /// `years`
    Year,
}

/// A length of time.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// How many units.
    pub count: u32,
    /// Of which unit.
    pub unit: Unit,
}

impl Period {
    /// Its length in days, for days and weeks.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        match self.unit {
            Unit::Day => Some(self.count),
            Unit::Week => self.count.checked_mul(7),
            Unit::Hour | Unit::Month | Unit::Year => None,
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = match self.unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

/// A window as rules mean it, with day numbers in place of written dates.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Window {
    /// `in last 30 days`
    InLast(Period),
    /// `older than 30 days`
    OlderThan(Period),
    /// `in next 30 days`; dates only
    InNext(Period),
    /// `between D and D`, both days included
    Between(Day, Day),
    /// `since D`, that day included
    Since(Day),
    /// `before D`
    Before(Day),
    /// `after D`
    After(Day),
}

impl Window {
    /// The days in it, both ends included, seen from the day of `as of`; empty when the first is after the last. A
    /// period in hours, which no date can have, counts as no days.
    #[must_use]
    pub fn days(self, as_of: Day) -> (Day, Day) {
        match self {
            Self::InLast(period) => (step(as_of, period, -1), as_of),
            Self::OlderThan(period) => (Day::MIN, step(as_of, period, -1).saturating_sub(1)),
            Self::InNext(period) => (as_of, step(as_of, period, 1)),
            Self::Between(first, last) => (first, last),
            Self::Since(first) => (first, Day::MAX),
            Self::Before(day) => (Day::MIN, day.saturating_sub(1)),
            Self::After(day) => (day.saturating_add(1), Day::MAX),
        }
    }

    /// The instants in it, both ends included, seen from `as_of`; none lies after `as_of`.
    #[must_use]
    pub fn instants(self, as_of: Instant, zone: &Zone) -> (Instant, Instant) {
        match self {
            Self::InLast(period) => (zone.back(as_of, period), as_of),
            Self::OlderThan(period) => (Instant::MIN, zone.back(as_of, period).saturating_sub(1)),
            Self::InNext(_) => (as_of, as_of),
            Self::Between(first, last) => (zone.start_of(first), zone.end_of(last).min(as_of)),
            Self::Since(first) => (zone.start_of(first), as_of),
            Self::Before(day) => (Instant::MIN, zone.start_of(day).saturating_sub(1).min(as_of)),
            Self::After(day) => (zone.start_of(day.saturating_add(1)), as_of),
        }
    }
}

/// The day number of a date, if it exists and its year is one of [`YEARS`].
#[must_use]
pub fn day(year: i16, month: i8, day: i8) -> Option<Day> {
    if !YEARS.contains(&year) {
        return None;
    }
    civil::Date::new(year, month, day).ok().map(day_of)
}

fn epoch() -> civil::Date {
    civil::date(1970, 1, 1)
}

fn day_of(date: civil::Date) -> Day {
    date.since(epoch()).expect("two dates of the calendar have a distance").get_days()
}

/// A local date and time in microseconds, as if it were UTC.
fn micros_of(local: civil::DateTime) -> i64 {
    let time = local.time();
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    i64::from(day_of(local.date())) * DAY + seconds * 1_000_000 + i64::from(time.subsec_nanosecond()) / 1000
}

fn nearest(instant: Instant) -> jiff::Timestamp {
    let end = if instant < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    jiff::Timestamp::from_microsecond(instant).unwrap_or(end)
}

fn date_of(day: Day) -> civil::Date {
    use jiff::ToSpan;
    let near = day.clamp(FIRST_DAY, LAST_DAY);
    epoch().saturating_add(near.days())
}

/// A day number as year, month and day: `2026-11-23`.
#[must_use]
pub fn format_day(day: Day) -> String {
    date_of(day).to_string()
}

/// A day moved by a period, `direction` being 1 or -1. Where the month reached is too short, months and years give its
/// last day.
#[must_use]
pub fn step(from: Day, period: Period, direction: i32) -> Day {
    let count = i64::from(period.count) * i64::from(direction);
    match period.unit {
        Unit::Hour => from,
        Unit::Day | Unit::Week => {
            let days = if period.unit == Unit::Week { count * 7 } else { count };
            i32::try_from(i64::from(from) + days).unwrap_or(if count < 0 { Day::MIN } else { Day::MAX })
        }
        Unit::Month | Unit::Year => {
            let months = if period.unit == Unit::Year { count * 12 } else { count };
            match i32::try_from(months)
                .ok()
                .and_then(|months| date_of(from).checked_add(jiff::Span::new().try_months(months).ok()?).ok())
            {
                Some(date) => day_of(date),
                None if count < 0 => Day::MIN,
                None => Day::MAX,
            }
        }
    }
}

/// The number of its calendar month: months since January 1970.
#[must_use]
pub fn month_of(day: Day) -> i32 {
    let date = date_of(day);
    (i32::from(date.year()) - 1970) * 12 + i32::from(date.month()) - 1
}

/// The first day of a calendar month, by its number; the calendar's ends where it is outside.
#[must_use]
pub fn first_of_month(month: i32) -> Day {
    let year = i16::try_from(1970 + month.div_euclid(12)).ok().filter(|year| YEARS.contains(year));
    let month_of_year = i8::try_from(month.rem_euclid(12) + 1).expect("1 to 12");
    let outside = if month < 0 { FIRST_DAY } else { LAST_DAY };
    year.and_then(|year| day(year, month_of_year, 1)).unwrap_or(outside)
}

/// The number of its calendar week; weeks start on Monday.
#[must_use]
pub fn week_of(day: Day) -> i32 {
    (day + 3).div_euclid(7)
}

/// A time zone, from the database built into the program, so that every machine agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    zone: TimeZone,
    name: String,
}

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self { zone: TimeZone::UTC, name: "UTC".to_owned() }
    }

    /// The zone with this IANA name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let zone = TimeZoneDatabase::bundled().get(name).ok()?;
        let name = zone.iana_name().unwrap_or(name).to_owned();
        Some(Self { zone, name })
    }

    /// All IANA names that [`Zone::named`] knows.
    #[must_use]
    pub fn names() -> Vec<String> {
        TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect()
    }

    /// Its IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first instant of a day here.
    #[must_use]
    pub fn start_of(&self, day: Day) -> Instant {
        if day <= FIRST_DAY {
            return Instant::MIN;
        }
        if day > LAST_DAY {
            return Instant::MAX;
        }
        self.instant(date_of(day).at(0, 0, 0, 0))
    }

    /// The last microsecond of a day here.
    #[must_use]
    pub fn end_of(&self, day: Day) -> Instant {
        self.start_of(day.saturating_add(1)).saturating_sub(1)
    }

    /// The instant of a local time. A time that clocks skip moves forward by the gap; of a time that occurs twice, the
    /// earlier counts.
    #[must_use]
    pub fn instant(&self, local: civil::DateTime) -> Instant {
        let ambiguous = self.zone.to_ambiguous_timestamp(local);
        match ambiguous.compatible() {
            Ok(timestamp) => timestamp.as_microsecond(),
            // `jiff` has no instants on the last day: clocks are taken to be as far from UTC as on the day before.
            Err(_) => micros_of(local) - self.offset_at(micros_of(local)),
        }
    }

    /// Microseconds by which clocks are ahead of UTC at an instant, or at the nearest one that `jiff` has.
    fn offset_at(&self, instant: Instant) -> i64 {
        i64::from(self.zone.to_offset(nearest(instant)).seconds()) * 1_000_000
    }

    /// The day of an instant here. An instant within the years 1 to 9999 by UTC gives a day within those years.
    #[must_use]
    pub fn day_of(&self, instant: Instant) -> Day {
        let day = day_of(self.local(instant).date());
        if (ENDS.0..=ENDS.1).contains(&instant) { day.clamp(FIRST_DAY, LAST_DAY) } else { day }
    }

    /// The local date and time of an instant, which stays within what `jiff` can hold and the year 9999.
    #[must_use]
    pub fn local(&self, instant: Instant) -> civil::DateTime {
        match jiff::Timestamp::from_microsecond(instant) {
            Ok(timestamp) => self.zone.to_datetime(timestamp),
            Err(_) if instant < 0 => self.zone.to_datetime(jiff::Timestamp::MIN),
            Err(_) => {
                let local = instant.saturating_add(self.offset_at(instant)).min(ENDS.1);
                let (seconds, micros) = (local.rem_euclid(DAY) / 1_000_000, local.rem_euclid(1_000_000));
                let part = |value: i64| i8::try_from(value).unwrap_or(0);
                let day = Day::try_from(local.div_euclid(DAY)).unwrap_or(LAST_DAY);
                let nanos = i32::try_from(micros * 1000).unwrap_or(0);
                date_of(day).at(part(seconds / 3600), part(seconds / 60 % 60), part(seconds % 60), nanos)
            }
        }
    }

    /// The instant `period` before `as_of`: hours, days and weeks have a fixed length; months and years step the local
    /// date and keep the local time.
    #[must_use]
    pub fn back(&self, as_of: Instant, period: Period) -> Instant {
        let count = i64::from(period.count);
        match period.unit {
            Unit::Hour => as_of.saturating_sub(count.saturating_mul(HOUR)),
            Unit::Day => as_of.saturating_sub(count.saturating_mul(DAY)),
            Unit::Week => as_of.saturating_sub(count.saturating_mul(7 * DAY)),
            Unit::Month | Unit::Year => {
                let local = self.local(as_of);
                let stepped = step(day_of(local.date()), period, -1);
                if stepped == Day::MIN {
                    return Instant::MIN;
                }
                self.instant(date_of(stepped).to_datetime(local.time()))
            }
        }
    }

    /// Reads an instant as rules and flags write it: a day (its last microsecond here), or an ISO 8601 date and time,
    /// either with an offset or `Z` or without (a local time here).
    #[must_use]
    pub fn parse_as_of(&self, text: &str) -> Option<Instant> {
        match text.parse::<civil::Date>() {
            Ok(date) if !text.contains(['T', 't', ' ']) => {
                Some(self.end_of(day(date.year(), date.month(), date.day())?))
            }
            _ => self.parse_time(text),
        }
    }

    /// Reads an ISO 8601 date and time; one without an offset is a local time here, and a bare day is its first
    /// instant.
    #[must_use]
    pub fn parse_time(&self, text: &str) -> Option<Instant> {
        let text = text.trim();
        if let Ok(timestamp) = text.parse::<jiff::Timestamp>() {
            return Some(timestamp.as_microsecond());
        }
        // jiff accepts `2026-01-01T00Z` and a time without seconds; a text without a zone is a civil time.
        let local = text.parse::<civil::DateTime>().ok()?;
        let has_offset = text.len() > 10 && (text.ends_with(['Z', 'z']) || text[10..].contains(['+', '-', '[']));
        (!has_offset).then(|| self.instant(local))
    }
}

/// An instant as ISO 8601 in UTC, with only as many decimal places as it needs.
#[must_use]
pub fn format_instant(instant: Instant) -> String {
    match jiff::Timestamp::from_microsecond(instant) {
        Ok(timestamp) => timestamp.to_string(),
        Err(_) if (ENDS.0..=ENDS.1).contains(&instant) => format!("{}Z", Zone::utc().local(instant)),
        Err(_) => instant.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brussels() -> Zone {
        Zone::named("Europe/Brussels").expect("a zone of the bundled database")
    }

    #[test]
    fn months_end_at_the_months_last_day() {
        let from = day(2026, 3, 31).unwrap();
        assert_eq!(step(from, Period { count: 1, unit: Unit::Month }, -1), day(2026, 2, 28).unwrap());
        let leap = day(2024, 2, 29).unwrap();
        assert_eq!(step(leap, Period { count: 1, unit: Unit::Year }, -1), day(2023, 2, 28).unwrap());
    }

    #[test]
    fn gaps_move_forward_and_doubles_are_the_earlier() {
        let zone = brussels();
        assert_eq!(zone.parse_time("2026-03-29T02:30:00"), zone.parse_time("2026-03-29T01:30:00Z"));
        assert_eq!(zone.parse_time("2026-10-25T02:30:00"), zone.parse_time("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn a_day_as_of_is_its_last_microsecond() {
        let zone = brussels();
        assert_eq!(zone.parse_as_of("2026-11-23").map(format_instant).as_deref(), Some("2026-11-23T22:59:59.999999Z"));
        assert_eq!(
            Zone::utc().parse_as_of("2026-11-23T00:00Z").map(format_instant).as_deref(),
            Some("2026-11-23T00:00:00Z")
        );
    }

    #[test]
    fn the_last_days_of_the_calendar_are_days_like_others() {
        for (name, instant, date) in [
            ("UTC", ENDS.1, "9999-12-31"),
            ("Europe/Brussels", ENDS.1, "9999-12-31"),
            ("America/New_York", ENDS.0, "0001-01-01"),
            ("America/New_York", ENDS.1 - DAY + HOUR, "9999-12-30"),
            ("Europe/Brussels", ENDS.1 - DAY + 1, "9999-12-31"),
            ("Europe/Brussels", ENDS.1 - DAY - HOUR, "9999-12-30"),
        ] {
            assert_eq!(format_day(Zone::named(name).unwrap().day_of(instant)), date, "{name}");
        }
        assert_eq!(brussels().day_of(ENDS.1 + 1), LAST_DAY);
        assert_eq!(format_instant(ENDS.1), "9999-12-31T23:59:59.999999Z");
        let last = Zone::utc().parse_time("9999-12-31").unwrap();
        assert_eq!(last, ENDS.1 - DAY + 1);
        assert_eq!(brussels().parse_time("9999-12-31").map(format_instant).as_deref(), Some("9999-12-30T23:00:00Z"));
    }

    #[test]
    fn weeks_start_on_monday() {
        let monday = day(2026, 11, 23).unwrap();
        assert_eq!(week_of(monday), week_of(monday + 6));
        assert_eq!(week_of(monday - 1) + 1, week_of(monday));
    }

    #[test]
    fn days_round_trip() {
        for number in [-719_162, -1, 0, 1, 20_780, 2_932_896] {
            let date = date_of(number);
            assert_eq!(day(date.year(), date.month(), date.day()), Some(number));
        }
    }
}
