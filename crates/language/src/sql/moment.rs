//! The instant from which leads are seen, and what depends on it: windows, days, and the dates of rules. In: windows
//! and dates as the rules mean them; out: SQL, in which the instants are worked out already if the query is for one
//! instant, or are left to the engine to work out from its clock or a parameter.

use super::expr::{Ends, Expr, between};
use super::options::{AS_OF, AsOf};
use super::writer::Writer;
use crate::calendar::{Day, Instant, Period, Unit, Window};
use crate::ir::{DateRange, Rule};
use crate::source::Span;
use crate::words::say;

/// The first instant and the first and last day of the calendar; anything beyond them counts as an open end.
const FIRST: Instant = -62_135_596_800_000_000;
const DAYS: std::ops::RangeInclusive<Day> = -719_162..=2_932_896;

/// The longest period by which an engine's clock is put back, in months: 1,500 years, so that no engine leaves its
/// calendar.
const LONGEST_MONTHS: i64 = 1500 * 12;
const LONGEST_HOURS: i64 = 1500 * 365 * 24;

impl Writer<'_> {
    /// The instant from which leads are seen.
    pub(super) fn as_of(&self) -> String {
        match self.options.as_of {
            AsOf::At(instant) => self.dialect.instant(instant),
            AsOf::CurrentTimestamp => self.dialect.now().to_owned(),
            AsOf::Parameter => self.dialect.instant_in(self.dialect.parameter_name()),
            AsOf::DbtVariable => self.dialect.instant_in(&self.dialect.text(AS_OF)),
        }
    }

    /// The day of that instant, in the zone of the rules.
    pub(super) fn today(&self) -> String {
        match self.options.as_of {
            AsOf::At(instant) => self.dialect.date(self.rules.zone.day_of(instant)),
            AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable => {
                self.dialect.local_day(&self.as_of(), &self.rules.zone)
            }
        }
    }

    /// The full 24-hour periods since a time that is not after that instant.
    pub(super) fn age_in_days(&self, time: &str) -> Expr {
        let as_of = match self.options.as_of {
            AsOf::At(instant) => instant.to_string(),
            AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable => self.dialect.microseconds(&self.as_of()),
        };
        self.dialect.age_in_days(&as_of, time)
    }

    /// Whether a rule is in force on the day: the constant true or false if that is known when the query is written.
    pub(super) fn in_force(&self, rule: &Rule) -> Expr {
        if let AsOf::At(instant) = self.options.as_of {
            return Expr::truth(rule.in_force(self.rules.zone.day_of(instant)));
        }
        let ends = (rule.from.map(|day| self.dialect.date(day)), rule.until.map(|day| self.dialect.date(day)));
        match ends {
            (None, None) => Expr::truth(true),
            ends => between(&self.today(), Some(ends)),
        }
    }

    /// The instants in a window. No event that is looked at lies after `as of`.
    pub(super) fn instants(&mut self, window: Window, span: Span) -> Ends {
        let period = match (self.options.as_of, window) {
            (
                AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable,
                Window::InLast(period) | Window::OlderThan(period),
            ) => period,
            (AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable, Window::InNext(_)) => {
                return Some((Some(self.as_of()), None));
            }
            (AsOf::At(as_of), _) => return self.known_instants(window, as_of),
            // These do not depend on the clock.
            (AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable, _) => {
                return self.known_instants(window, Instant::MAX);
            }
        };
        let first = self.back(period, span);
        Some(match window {
            Window::OlderThan(_) => (None, Some(self.dialect.microsecond_before(&first))),
            _ => (Some(first), None),
        })
    }

    /// The most days that an event in a window can lie before the present one, if there is a limit.
    pub(super) fn days_back(&self, window: Window) -> Option<u32> {
        if let AsOf::At(as_of) = self.options.as_of {
            let (first, _) = window.instants(as_of, &self.rules.zone);
            let first = self.rules.zone.day_of(first.clamp(FIRST, as_of));
            return u32::try_from(self.rules.zone.day_of(as_of) - first).ok();
        }
        let Window::InLast(period) = window else { return None };
        // One more for the part of a day with which it begins.
        let days = match period.unit {
            Unit::Hour | Unit::Day | Unit::Week => hours(period) / 24 + 2,
            Unit::Month | Unit::Year => months(period) * 31 + 1,
        };
        u32::try_from(days).ok()
    }

    fn known_instants(&self, window: Window, as_of: Instant) -> Ends {
        let (first, last) = window.instants(as_of, &self.rules.zone);
        // Instants before the calendar are open ends.
        if first > last || last < FIRST {
            return None;
        }
        let first = (first > FIRST).then(|| self.dialect.instant(first));
        let last = (last < as_of).then(|| self.dialect.instant(last));
        Some((first, last))
    }

    /// The instant a period before `as of`: hours, days and weeks have a fixed length, months and years step the local
    /// date.
    fn back(&mut self, period: Period, span: Span) -> String {
        let count = i64::from(period.count);
        let (as_of, dialect) = (self.as_of(), self.dialect);
        let too_long = match period.unit {
            Unit::Hour | Unit::Day | Unit::Week => hours(period) > LONGEST_HOURS,
            Unit::Month | Unit::Year => months(period) > LONGEST_MONTHS,
        };
        if too_long {
            self.refuse(
                Some(span),
                say!("this window"),
                say!("it is too long to be put back from the engine's clock: write the query for one instant with --as-of"),
            );
            return as_of;
        }
        match period.unit {
            Unit::Hour | Unit::Day | Unit::Week => dialect.hours_before(&as_of, hours(period)),
            Unit::Month | Unit::Year if count == 0 => as_of,
            Unit::Month | Unit::Year => {
                let local = dialect.months_before(&dialect.local_time(&as_of, &self.rules.zone), months(period));
                dialect.instant_of(&local, &self.rules.zone)
            }
        }
    }

    /// The days in a range; those outside the calendar are open ends.
    pub(super) fn days(&self, range: DateRange) -> Ends {
        let (first, last) = match (range, self.options.as_of) {
            (DateRange::Days(first, last), _) => (first.unwrap_or(Day::MIN), last.unwrap_or(Day::MAX)),
            (DateRange::Window(window), AsOf::At(instant)) => window.days(self.rules.zone.day_of(instant)),
            (DateRange::Window(window), AsOf::CurrentTimestamp | AsOf::Parameter | AsOf::DbtVariable) => match window {
                Window::InLast(period) => return Some((Some(self.day_from(period, -1)), Some(self.today()))),
                Window::InNext(period) => return Some((Some(self.today()), Some(self.day_from(period, 1)))),
                Window::OlderThan(period) => {
                    return Some((None, Some(self.dialect.days_from(&self.day_from(period, -1), -1))));
                }
                // These do not depend on the clock.
                Window::Between(..) | Window::Since(_) | Window::Before(_) | Window::After(_) => window.days(0),
            },
        };
        if first > last || first > *DAYS.end() || last < *DAYS.start() {
            return None;
        }
        let written = |day: Day| DAYS.contains(&day).then(|| self.dialect.date(day));
        Some((written(first), written(last)))
    }

    /// The day this far from that of `as of`.
    fn day_from(&self, period: Period, direction: i64) -> String {
        let today = self.today();
        // Beyond the calendar, days are not told apart.
        match period.unit {
            Unit::Hour => today,
            Unit::Day | Unit::Week => {
                let days = (hours(period) / 24).min(LONGEST_HOURS / 24);
                self.dialect.days_from(&today, direction * days)
            }
            Unit::Month | Unit::Year => {
                self.dialect.months_from(&today, direction * months(period).min(LONGEST_MONTHS))
            }
        }
    }
}

fn hours(period: Period) -> i64 {
    let hours = match period.unit {
        Unit::Hour => 1,
        Unit::Week => 7 * 24,
        Unit::Day | Unit::Month | Unit::Year => 24,
    };
    i64::from(period.count) * hours
}

fn months(period: Period) -> i64 {
    i64::from(period.count) * if period.unit == Unit::Year { 12 } else { 1 }
}
