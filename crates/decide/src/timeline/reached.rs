//! The day on which each lead first reached each step. In: leads with their events; out: days. A lead is looked at just
//! before its first event, after each of its events, and at the end of each day.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use crate::replay::{Case, columns};
use leadrules_engine::engine::{Options, Plan};
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::reference::{Lead, evaluate};

/// When a lead first reached each step (or a higher one).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachedDays {
    /// Its key.
    pub key: Option<String>,
    /// Its stage now.
    pub stage: String,
    /// By step, the lowest first.
    pub days: Vec<Day>,
}

/// When a step was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// Never up to now.
    #[default]
    Never,
    /// Before the lead's first event.
    Before,
    /// On this day, in the time zone of the rules.
    On(leadrules_language::calendar::Day),
}

impl std::fmt::Display for Day {
    /// Nothing, `before`, or the day.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Never => Ok(()),
            Self::Before => f.write_str("before"),
            Self::On(day) => f.write_str(&format_day(*day)),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Never => serializer.serialize_none(),
            Self::Before | Self::On(_) => serializer.collect_str(self),
        }
    }
}

/// So many leads go through the engine at once.
const BATCH: usize = 4096;

/// Finds the days of all leads.
#[must_use]
pub fn reached(rules: &Rules, cases: &[Case], as_of: Instant) -> Vec<ReachedDays> {
    let mut courses: Vec<Course> = cases.par_iter().map(|case| by_events(rules, case, as_of)).collect();
    let today = rules.zone.day_of(as_of);
    let first = courses.iter().filter_map(|course| course.first).min().unwrap_or(today);
    let log = cases.iter().any(|case| case.events.is_some());
    let batches: Vec<_> = cases
        .chunks(BATCH)
        .map(|cases| {
            let plain: Vec<(Lead, Vec<_>)> =
                cases.iter().map(|case| (case.lead.clone(), case.events.clone().unwrap_or_default())).collect();
            columns(rules, &plain)
        })
        .collect();
    for day in first..=today {
        let end = rules.zone.end_of(day).min(as_of);
        let plan = Plan::new(rules, Options { as_of: end, log, rule_points: false, trace: false });
        let mut ledger = plan.ledger();
        plan.close(&mut ledger);
        let stages: Vec<u16> =
            batches.par_iter().map(|leads| plan.score(leads, &ledger).stages).collect::<Vec<_>>().concat();
        for (course, stage) in courses.iter_mut().zip(stages) {
            if course.first.is_some_and(|first| first <= day) {
                course.note(stage_id(stage), Day::On(day));
            }
        }
    }
    let now = |case: &Case| evaluate(rules, as_of, &case.lead, case.events.as_deref()).stage;
    let all = cases.par_iter().map(|case| rules.stages.name(now(case)).to_owned()).collect::<Vec<_>>();
    let found = cases.iter().zip(courses).zip(all);
    found.map(|((case, course), stage)| ReachedDays { key: case.key.clone(), stage, days: course.days }).collect()
}

fn stage_id(number: u16) -> StageId {
    match number {
        0 => StageId::None,
        StageId::EXCLUDED_NUMBER => StageId::Excluded,
        step => StageId::Step(step - 1),
    }
}

struct Course {
    /// The day of the first event.
    first: Option<leadrules_language::calendar::Day>,
    days: Vec<Day>,
}

impl Course {
    /// Takes in how the lead stands, from the earliest to the latest of one kind of look; of two days the earlier counts.
    fn note(&mut self, stage: StageId, day: Day) {
        let StageId::Step(step) = stage else { return };
        for known in &mut self.days[..=usize::from(step)] {
            *known = match (&*known, &day) {
                (Day::Before, _) | (_, Day::Before) => Day::Before,
                (Day::On(known), Day::On(day)) => Day::On(*known.min(day)),
                (Day::Never, day) => day.clone(),
                (known, Day::Never) => known.clone(),
            };
        }
    }
}

fn by_events(rules: &Rules, case: &Case, as_of: Instant) -> Course {
    let stage = |at: Instant| evaluate(rules, at, &case.lead, case.events.as_deref()).stage;
    let mut times: Vec<Instant> =
        case.events.iter().flatten().map(|event| event.time).filter(|time| *time <= as_of).collect();
    times.dedup();
    let first = times.first().map(|time| rules.zone.day_of(*time));
    let mut course = Course { first, days: vec![Day::Never; rules.stages.steps.len()] };
    course.note(stage(times.first().map_or(as_of, |first| first - 1)), Day::Before);
    for time in times {
        course.note(stage(time), Day::On(rules.zone.day_of(time)));
    }
    course
}
