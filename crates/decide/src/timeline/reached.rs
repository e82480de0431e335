//! The day on which each lead first reached each step. In: leads with their events; out: days. A lead is looked at just
//! before its first event, after each of its events, and at the end of each day; for rules that ask for the stage before only
//! at the end of each day, from the stage of the day before.

mod among;
mod follow;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use crate::replay::Case;
use leadrules_engine::engine::{Course, Looking, Options, Plan, Watch};
use leadrules_language::calendar::{self, Instant};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::words::{Text, Value, say};

pub use follow::follow;

/// When a lead first reached each step (or a higher one).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachedDays {
    /// Its key.
    pub key: Option<String>,
    /// Its stage now.
    pub stage: String,
    /// By step, the lowest first.
    pub days: Vec<Day>,
    /// The columns of the input passed on.
    #[serde(skip)]
    pub kept: Vec<Option<String>>,
    /// Its labels now.
    #[serde(skip)]
    pub labels: Vec<Option<String>>,
}

/// When a step was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// Never up to now.
    #[default]
    Never,
    /// Before the lead's first event.
    Before,
    /// On this day, in the time zone of the rules; at the instant of the event that brought it, or at the start of the day if
    /// that was the passing of time.
    On(calendar::Day, Instant),
}

impl std::fmt::Display for Day {
    /// Empty, `before`, or the day.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl Day {
    /// The same for people.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::Never => Text::empty(),
            Self::Before => say!("before"),
            Self::On(day, _) => Text::figure(Value::Day(*day)),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Never => serializer.serialize_none(),
            Self::Before | Self::On(..) => serializer.collect_str(self),
        }
    }
}

/// Finds the days of these leads.
#[must_use]
pub fn reached(rules: &Rules, cases: &[Case], as_of: Instant) -> Vec<ReachedDays> {
    let plan = plan(rules, cases.iter().any(|case| case.events.is_some()));
    let times = cases.iter().flat_map(|case| &case.events).flatten().map(|event| event.time);
    let nights = Nights::new(rules, &plan, times.filter(|time| *time <= as_of).min(), as_of);
    cases.par_iter().map(|case| of_one(rules, &plan, &nights, case)).collect()
}

fn plan(rules: &Rules, log: bool) -> Plan {
    Plan::new(rules, Options { log, rule_points: false, trace: false })
}

/// The ends of the days up to now.
struct Nights {
    first: calendar::Day,
    as_of: Instant,
    watch: Watch,
}

impl Nights {
    /// From the day of the first event of all leads on.
    fn new(rules: &Rules, plan: &Plan, first: Option<Instant>, as_of: Instant) -> Self {
        let today = rules.zone.day_of(as_of);
        let first = first.map_or(today, |time| rules.zone.day_of(time));
        let ends = (first..=today).map(|day| rules.zone.end_of(day).min(as_of)).collect();
        let looking = if rules.before.is_some() { Looking::Changes } else { Looking::Rises };
        Self { first, as_of, watch: plan.watch(ends, looking) }
    }

    /// The place of the night that ends a day.
    fn place(&self, day: calendar::Day) -> usize {
        usize::try_from(day - self.first).unwrap_or(0)
    }

    fn day(&self, place: usize) -> calendar::Day {
        self.first + calendar::Day::try_from(place).expect("nights are counted by their days")
    }
}

/// The days of a lead.
fn of_one(rules: &Rules, plan: &Plan, nights: &Nights, case: &Case) -> ReachedDays {
    let mut reaching = Reaching::new(rules, plan, nights, case);
    let stage = if rules.before.is_some() {
        reaching.night_by_night()
    } else {
        reaching.by_events();
        reaching.by_nights();
        reaching.course.stage_at(nights.as_of)
    };
    ReachedDays {
        key: case.key.clone(),
        stage: rules.stages.name(stage).to_owned(),
        labels: if rules.labels.is_empty() { Vec::new() } else { reaching.course.at(nights.as_of).labels },
        days: reaching.days,
        kept: case.kept.clone(),
    }
}

/// A lead on its way.
struct Reaching<'a> {
    rules: &'a Rules,
    nights: &'a Nights,
    course: Course<'a>,
    /// When it did something up to now.
    times: Vec<Instant>,
    /// Its stage before that.
    before: StageId,
    days: Vec<Day>,
}

impl<'a> Reaching<'a> {
    /// A lead before it did anything.
    fn new(rules: &'a Rules, plan: &'a Plan, nights: &'a Nights, case: &'a Case) -> Self {
        let events = case.events.as_deref().unwrap_or_default();
        let mut times: Vec<Instant> =
            events.iter().map(|event| event.time).filter(|time| *time <= nights.as_of).collect();
        times.dedup();
        let mut course = plan.course(&case.lead, events);
        course.remember(None);
        let before = course.stage_at(times.first().map_or(nights.as_of, |first| first - 1));
        let days = vec![Day::Never; rules.stages.steps.len()];
        let mut reaching = Self { rules, nights, course, times, before, days };
        reaching.note(before, Day::Before);
        reaching
    }

    /// The place of the night that ends its first day.
    fn first(&self) -> Option<usize> {
        self.times.first().map(|time| self.nights.place(self.rules.zone.day_of(*time)))
    }

    /// Whether nothing can be learnt any more on a day: the highest step was reached by then.
    fn is_known(&self, day: calendar::Day) -> bool {
        match self.days.last() {
            None | Some(Day::Before) => true,
            Some(Day::On(known, _)) => *known <= day,
            Some(Day::Never) => false,
        }
    }

    fn by_events(&mut self) {
        for at in 0..self.times.len() {
            let time = self.times[at];
            let day = self.rules.zone.day_of(time);
            if !self.is_known(day) {
                let stage = self.course.stage_at(time);
                self.note(stage, Day::On(day, time));
            }
        }
    }

    /// Looks at it at the ends of days on which time may have raised its stage.
    fn by_nights(&mut self) {
        let Some(first) = self.first() else { return };
        let mut watched = Vec::new();
        self.course.watched(&self.nights.watch, first, &mut watched);
        for night in watched {
            let day = self.nights.day(night);
            if self.is_known(day) {
                break;
            }
            let stage = self.course.stage_at(self.nights.watch.nights()[night]);
            self.note(stage, Day::On(day, self.rules.zone.start_of(day)));
        }
    }

    /// Follows it from the stage of each night to that of the next; gives the last one. A night on which nothing has changed
    /// gives the stage that the night before gave, if that one kept the stage that it found.
    fn night_by_night(&mut self) -> StageId {
        let mut watched = Vec::new();
        self.course.watched(&self.nights.watch, 0, &mut watched);
        let first = self.first();
        let (mut had, mut stage) = (self.before, None);
        for night in 0..self.nights.watch.nights().len() {
            let is_still = stage == Some(had) && watched.binary_search(&night).is_err();
            // The first one is noted in any case.
            if is_still && first != Some(night) {
                continue;
            }
            had = stage.unwrap_or(had);
            self.course.remember(Some(had));
            let now = self.course.stage_at(self.nights.watch.nights()[night]);
            stage = Some(now);
            if first.is_some_and(|first| first <= night) {
                let day = self.nights.day(night);
                self.note(now, Day::On(day, self.rules.zone.start_of(day)));
            }
        }
        stage.unwrap_or(had)
    }

    /// Notes where the lead is, from the earliest to the latest of one kind of look.
    fn note(&mut self, stage: StageId, day: Day) {
        note(&mut self.days, stage, &day);
    }
}

/// Notes in the days of a lead where it is on one; of two days, the earlier counts.
fn note(days: &mut [Day], stage: StageId, day: &Day) {
    let StageId::Step(step) = stage else { return };
    for known in &mut days[..=usize::from(step)] {
        *known = match (&*known, day) {
            (Day::Before, _) | (_, Day::Before) => Day::Before,
            (Day::On(known, _), Day::On(later, _)) if known <= later => continue,
            (Day::Never | Day::On(..), day) => day.clone(),
        };
    }
}
