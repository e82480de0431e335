//! What became of the leads that entered a stage, month by month. In: leads with what they did, and with what became of them where
//! that is known; out: for each month how many went on to the next stages and converted, and how long it took.

mod text;

use std::collections::BTreeMap;

use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::types::{Truth, Value};
use serde::Serialize;

use crate::entry::{Entered, entered, median};
use crate::replay::Case;
use crate::statistic::{Rate, deviations};
use crate::timeline::ReachedDays;

pub use text::render;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The index of the step whose entry counts, the lowest being 0.
    pub step: usize,
    /// Only what came within this time of entering counts, in microseconds, and only leads that entered that long ago.
    pub within: Option<i64>,
    /// The date field that says when the outcome was known.
    pub at: Option<FieldId>,
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// Now.
    pub as_of: Instant,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Cohorts {
    /// The stage.
    pub stage: String,
    /// Within how many days what came counts.
    pub within_days: Option<f64>,
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// Leads that entered, and of which nothing says when.
    pub unknown: u64,
    /// In order.
    pub months: Vec<Cohort>,
    /// All months together.
    pub all: Cohort,
}

/// The leads that entered in a month.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cohort {
    /// `2026-11`; empty for all.
    pub month: String,
    /// How many entered.
    pub entered: u64,
    /// Those of them that entered too short a time ago to tell; only with `within`.
    pub too_early: u64,
    /// By higher stage, the next one first.
    pub stages: Vec<Onward>,
    /// What became of them; only with an outcome.
    pub outcome: Option<Onward>,
}

/// How many leads got somewhere, and how long it took.
#[derive(Clone, Debug, Serialize)]
pub struct Onward {
    /// Where.
    pub name: String,
    /// How many of those that can be told.
    pub rate: Rate,
    /// After how many days half of those that got there were there.
    pub median_days: Option<f64>,
}

/// What is counted of a month.
#[derive(Debug, Default)]
struct Counts {
    entered: u64,
    too_early: u64,
    /// By higher stage, and then of the outcome.
    onward: Vec<Got>,
}

/// How many leads got somewhere.
#[derive(Clone, Debug, Default)]
struct Got {
    /// Those of which it can be told.
    told: u64,
    there: u64,
    /// After what time, where that is known.
    times: Vec<(i64, bool)>,
}

/// Parts the leads by the month in which they entered, and looks what became of them. `outcome` says of each lead whether it
/// converted.
#[must_use]
pub fn cohorts(
    rules: &Rules,
    cases: &[Case],
    reached: &[ReachedDays],
    outcome: Option<&[Truth]>,
    settings: &Settings,
) -> Cohorts {
    let higher = settings.step + 1..rules.stages.steps.len();
    let places = higher.len() + 1;
    let empty = || Counts { onward: vec![Got::default(); places], ..Counts::default() };
    let (mut months, mut all, mut unknown) = (BTreeMap::new(), empty(), 0);
    for (at, (case, reached)) in cases.iter().zip(reached).enumerate() {
        let entry = match entered(rules, case, reached, settings.step) {
            Entered::Never => continue,
            Entered::Unknown => {
                unknown += 1;
                continue;
            }
            Entered::At(entry) => entry,
        };
        let mut onward: Vec<Option<(bool, Option<i64>)>> = Vec::with_capacity(places);
        for step in higher.clone() {
            onward.push(Some(match entered(rules, case, reached, step) {
                Entered::Never => (false, None),
                Entered::Unknown => (true, Some(0)),
                Entered::At(then) => (true, Some((then - entry).max(0))),
            }));
        }
        onward.push(match outcome.map(|outcome| outcome[at]) {
            None | Some(Truth::Unknown) => None,
            Some(Truth::False) => Some((false, None)),
            Some(Truth::True) => {
                Some((true, settings.at.and_then(|field| day_in(rules, case, field)).map(|then| (then - entry).max(0))))
            }
        });
        let month = format_day(rules.zone.day_of(entry))[..7].to_owned();
        let is_early = settings.within.is_some_and(|within| settings.as_of - entry < within);
        for counts in [months.entry(month).or_insert_with(empty), &mut all] {
            counts.add(&onward, is_early, settings.within);
        }
    }
    let z = deviations(settings.confidence);
    let finish = |month: String, counts: Counts| counts.finish(month, rules, settings.step, outcome.is_some(), z);
    Cohorts {
        stage: rules.stages.steps[settings.step].name.clone(),
        within_days: settings.within.map(days),
        confidence: settings.confidence,
        unknown,
        months: months.into_iter().map(|(month, counts)| finish(month, counts)).collect(),
        all: finish(String::new(), all),
    }
}

fn day_in(rules: &Rules, case: &Case, field: FieldId) -> Option<Instant> {
    match case.lead.fields[usize::from(field.0)] {
        Some(Value::Date(day)) => Some(rules.zone.start_of(day)),
        _ => None,
    }
}

impl Counts {
    fn add(&mut self, onward: &[Option<(bool, Option<i64>)>], is_early: bool, within: Option<i64>) {
        self.entered += 1;
        if is_early {
            self.too_early += 1;
            return;
        }
        for (got, onward) in self.onward.iter_mut().zip(onward) {
            let Some((is_there, time)) = onward else { continue };
            let is_in_time = within.is_none_or(|within| time.is_none_or(|time| time <= within));
            got.told += 1;
            if *is_there && is_in_time {
                got.there += 1;
                got.times.extend(time.map(|time| (time, true)));
            }
        }
    }

    fn finish(self, month: String, rules: &Rules, step: usize, with_outcome: bool, z: f64) -> Cohort {
        let names = rules.stages.steps[step + 1..].iter().map(|step| step.name.clone()).chain(["outcome".to_owned()]);
        let mut onward: Vec<Onward> = (names.zip(self.onward))
            .map(|(name, got)| Onward {
                name,
                rate: Rate::new(got.there, got.told, z),
                median_days: median(got.times).map(days),
            })
            .collect();
        let outcome = onward.pop().filter(|_| with_outcome);
        Cohort { month, entered: self.entered, too_early: self.too_early, stages: onward, outcome }
    }
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a few centuries; it is only shown")]
fn days(micros: i64) -> f64 {
    micros as f64 / leadrules_language::calendar::DAY as f64
}
