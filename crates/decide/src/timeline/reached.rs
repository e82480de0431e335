//! The day on which each lead first reached each step. In: leads with their events; out: days. A lead is looked at just
//! before its first event, after each of its events, and at the end of each day; for rules that ask for the stage before only
//! at the end of each day, from the stage of the day before.

use arrow_array::Array;
use leadrules_engine::columns::{LabelColumn, Results};
use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;
use serde::Serialize;

use crate::nights::{self, Nights};
use crate::replay::Case;
use leadrules_engine::engine::Plan;
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::{Rules, StageId};

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
    On(leadrules_language::calendar::Day, Instant),
}

impl std::fmt::Display for Day {
    /// Empty, `before`, or the day.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Never => Ok(()),
            Self::Before => f.write_str("before"),
            Self::On(day, _) => f.write_str(&format_day(*day)),
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

/// Finds the days of all leads.
#[must_use]
pub fn reached(rules: &Rules, cases: &[Case], as_of: Instant) -> Vec<ReachedDays> {
    let plan = nights::plan(rules, cases);
    cases.par_chunks(nights::BATCH).flat_map_iter(|cases| of_some(rules, &plan, cases, as_of)).collect()
}

/// The same of some leads: what is made of them to run the nights is let go of before the next ones.
fn of_some(rules: &Rules, plan: &Plan, cases: &[Case], as_of: Instant) -> Vec<ReachedDays> {
    let (mut courses, now): (Vec<Reaching>, Vec<StageId>) =
        cases.iter().map(|case| by_events(rules, plan, case, as_of)).unzip();
    let today = rules.zone.day_of(as_of);
    let first = courses.iter().filter_map(|course| course.first).min().unwrap_or(today);
    let mut nights = Nights::new(rules, plan, cases, now.clone());
    for day in first..=today {
        let stages = nights.at(rules.zone.end_of(day).min(as_of));
        for (course, stage) in courses.iter_mut().zip(stages) {
            if course.first.is_some_and(|first| first <= day) {
                course.note(*stage, Day::On(day, rules.zone.start_of(day)));
            }
        }
    }
    let (batches, last) = nights.end();
    let now = if rules.before.is_some() { last } else { now };
    let ledger = plan.no_ledger(as_of);
    let labels = batches.iter().flat_map(|leads| labels(&plan.score(leads, &ledger)));
    let found = cases.iter().zip(courses).zip(now).zip(labels);
    let found = found.map(|(((case, course), stage), labels)| ReachedDays {
        key: case.key.clone(),
        stage: rules.stages.name(stage).to_owned(),
        days: course.days,
        kept: case.kept.clone(),
        labels,
    });
    found.collect()
}

/// The labels of each lead of a batch.
fn labels(results: &Results) -> Vec<Vec<Option<String>>> {
    let of = |row: usize| {
        let text = |label: &LabelColumn| {
            let value = label.values.is_valid(row).then(|| usize::from(label.values.value(row)));
            value.map(|value| label.texts[value].clone())
        };
        results.labels.iter().map(text).collect()
    };
    (0..results.rows).map(of).collect()
}

struct Reaching {
    /// The day of the first event.
    first: Option<leadrules_language::calendar::Day>,
    days: Vec<Day>,
}

impl Reaching {
    /// Notes where the lead is, from the earliest to the latest of one kind of look; of two days, the earlier counts.
    fn note(&mut self, stage: StageId, day: Day) {
        let StageId::Step(step) = stage else { return };
        for known in &mut self.days[..=usize::from(step)] {
            *known = match (&*known, &day) {
                (Day::Before, _) | (_, Day::Before) => Day::Before,
                (Day::On(known, _), Day::On(later, _)) if known <= later => continue,
                (Day::Never | Day::On(..), day) => day.clone(),
            };
        }
    }
}

/// When a lead reached each step through what it did, and its stage now.
fn by_events(rules: &Rules, plan: &Plan, case: &Case, as_of: Instant) -> (Reaching, StageId) {
    let events = case.events.as_deref().unwrap_or_default();
    let mut course = plan.course(&case.lead, events);
    let mut times: Vec<Instant> = events.iter().map(|event| event.time).filter(|time| *time <= as_of).collect();
    times.dedup();
    let first = times.first().map(|time| rules.zone.day_of(*time));
    let mut reaching = Reaching { first, days: vec![Day::Never; rules.stages.steps.len()] };
    course.remember(None);
    let before = course.stage_at(times.first().map_or(as_of, |first| first - 1));
    reaching.note(before, Day::Before);
    if rules.before.is_some() {
        // These are run night by night, from how the lead was before its first event.
        return (reaching, before);
    }
    for time in times {
        reaching.note(course.stage_at(time), Day::On(rules.zone.day_of(time), time));
    }
    (reaching, course.stage_at(as_of))
}
