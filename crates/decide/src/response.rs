//! How soon leads are called once they are ready: from entering a stage to the first touch. In: leads with what they did, and what
//! counts as a touch; out: how long it takes, how many were called in time, and who waits now.

mod text;

use std::collections::BTreeMap;

use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::ir::{FieldId, KindId, Rules};
use leadrules_language::types::Value;
use leadrules_language::words::{self, Text, say};
use serde::Serialize;

use crate::entry::{By, Entered, entered, median};
use crate::replay::Case;
use crate::statistic::{Rate, deviations};
use crate::timeline::ReachedDays;

pub use text::render;

/// What counts as a touch: sales was in contact with the lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touch {
    /// An event of one of these kinds.
    Events(Vec<KindId>),
    /// The day in this field.
    Day(FieldId),
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The index of the step whose entry counts, the lowest being 0.
    pub step: usize,
    /// What counts as a touch.
    pub touch: Touch,
    /// Within what time, in microseconds, it was promised.
    pub within: Option<i64>,
    /// What leads are told apart by: their owner, for one.
    pub by: Option<By>,
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// Now.
    pub as_of: Instant,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Response {
    /// The stage.
    pub stage: String,
    /// The promise, in hours.
    pub within_hours: Option<f64>,
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// All leads.
    pub all: Group,
    /// The same by what they are told apart by.
    pub groups: Vec<Group>,
    /// The leads that are at the stage or a higher one, and wait: the longest first.
    pub waiting: Vec<Waiting>,
}

/// Some of the leads that entered the stage.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Group {
    /// Which; empty for all.
    pub name: Text,
    /// How many entered the stage.
    pub entered: u64,
    /// Those of which nothing says when: they are in nothing that follows.
    pub unknown: u64,
    /// Those that had been touched before: they are in nothing that follows.
    pub touched_before: u64,
    /// Those that were touched afterwards.
    pub touched: u64,
    /// Within how many hours half of them are touched, those that wait counting as long as they have waited.
    pub median_hours: Option<f64>,
    /// Of those whose time is up or who were touched: how many within the promise; only where there is one.
    pub in_time: Option<Rate>,
    /// Those that are there, and wait.
    pub waiting: u64,
    /// Those of them that wait for longer than was promised.
    pub overdue: u64,
    /// Those that left the stage again without a touch.
    pub left: u64,
}

/// A lead that waits.
#[derive(Clone, Debug, Serialize)]
pub struct Waiting {
    /// Its key; without one, its row.
    pub key: Text,
    /// What the columns passed on say of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Option<String>>,
    /// What it is told apart by.
    pub group: Option<Text>,
    /// Its stage now.
    pub stage: String,
    /// Since when, ISO 8601 in UTC.
    pub since: String,
    /// For how many hours.
    pub hours: f64,
    /// Whether that is longer than was promised.
    pub is_overdue: bool,
    #[serde(skip)]
    micros: i64,
}

/// What is counted of some leads.
#[derive(Debug, Default)]
struct Counts {
    group: Group,
    waits: Vec<(i64, bool)>,
    in_time: u64,
    due: u64,
}

/// What a lead did after it entered.
enum Course {
    Before,
    After(i64),
    Waits(i64),
    Left(i64),
}

/// Looks how soon these leads were touched.
#[must_use]
pub fn response(rules: &Rules, cases: &[Case], reached: &[ReachedDays], settings: &Settings) -> Response {
    let mut all = Counts::default();
    // In the order of their names in English, whatever the language.
    let mut groups: BTreeMap<String, (Text, Counts)> = BTreeMap::new();
    let mut waiting = Vec::new();
    let stage_at = |name: &str| rules.stages.steps.iter().position(|step| step.name == name);
    for (case, reached) in cases.iter().zip(reached) {
        let at = entered(rules, case, reached, settings.step);
        if at == Entered::Never {
            continue;
        }
        let name = settings.by.map(|by| by.of(rules, case, reached));
        let is_there = stage_at(&reached.stage).is_some_and(|step| step >= settings.step);
        let course = match at {
            Entered::At(at) => Some((at, course(rules, case, at, is_there, settings))),
            Entered::Never | Entered::Unknown => None,
        };
        let of_group = name.clone().map(|name| {
            let group = groups.entry(name.to_string()).or_insert_with(|| (name, Counts::default()));
            &mut group.1
        });
        for counts in std::iter::once(&mut all).chain(of_group) {
            counts.add(course.as_ref().map(|(_, course)| course), settings.within);
        }
        if let Some((at, Course::Waits(micros))) = course {
            waiting.push(Waiting {
                key: case.key.as_deref().map_or_else(|| row(case.row), Text::verbatim),
                kept: case.kept.clone(),
                group: name,
                stage: reached.stage.clone(),
                since: format_instant(at),
                hours: hours(micros),
                is_overdue: settings.within.is_some_and(|within| micros > within),
                micros,
            });
        }
    }
    waiting.sort_by(|one, other| {
        other.micros.cmp(&one.micros).then_with(|| one.key.to_string().cmp(&other.key.to_string()))
    });
    let z = deviations(settings.confidence);
    let finish = |name: Text, counts: Counts| counts.finish(name, settings.within.map(|_| z));
    Response {
        stage: rules.stages.steps[settings.step].name.clone(),
        within_hours: settings.within.map(hours),
        confidence: settings.confidence,
        all: finish(Text::empty(), all),
        groups: groups.into_values().map(|(name, counts)| finish(name, counts)).collect(),
        waiting,
    }
}

/// A lead without a key.
fn row(row: u64) -> Text {
    say!("row {row}", row = words::Value::Rounded((row + 1).to_string()))
}

fn course(rules: &Rules, case: &Case, at: Instant, is_there: bool, settings: &Settings) -> Course {
    let mut touches: Vec<Instant> = match &settings.touch {
        Touch::Events(kinds) => {
            let of_kind = |event: &&leadrules_language::lead::Event| {
                event.kind.is_some_and(|kind| kinds.contains(&kind)) && event.time <= settings.as_of
            };
            case.events.iter().flatten().filter(of_kind).map(|event| event.time).collect()
        }
        // A touch on the day of entering comes after it, for all that is known.
        Touch::Day(field) => match case.lead.fields[usize::from(field.0)] {
            Some(Value::Date(day)) if rules.zone.day_of(at) == day => vec![at],
            Some(Value::Date(day)) if rules.zone.start_of(day) <= settings.as_of => vec![rules.zone.start_of(day)],
            _ => Vec::new(),
        },
    };
    touches.sort_unstable();
    match (touches.first(), touches.iter().find(|touch| **touch >= at)) {
        (Some(first), _) if *first < at => Course::Before,
        (_, Some(touch)) => Course::After(touch - at),
        (_, None) if is_there => Course::Waits(settings.as_of - at),
        (_, None) => Course::Left(settings.as_of - at),
    }
}

impl Counts {
    fn add(&mut self, course: Option<&Course>, within: Option<i64>) {
        let group = &mut self.group;
        group.entered += 1;
        let (wait, is_touched) = match course {
            None => {
                group.unknown += 1;
                return;
            }
            Some(Course::Before) => {
                group.touched_before += 1;
                return;
            }
            Some(Course::After(wait)) => {
                group.touched += 1;
                (*wait, true)
            }
            Some(Course::Waits(wait)) => {
                group.waiting += 1;
                group.overdue += u64::from(within.is_some_and(|within| *wait > within));
                (*wait, false)
            }
            Some(Course::Left(wait)) => {
                group.left += 1;
                (*wait, false)
            }
        };
        self.waits.push((wait, is_touched));
        let is_over = within.is_some_and(|within| wait > within);
        // Whoever waits, and whose time is not up, tells nothing yet.
        self.due += u64::from(is_touched || is_over);
        self.in_time += u64::from(is_touched && !is_over);
    }

    /// `deviations` is given where there is a promise.
    fn finish(self, name: Text, deviations: Option<f64>) -> Group {
        Group {
            name,
            median_hours: median(self.waits).map(hours),
            in_time: deviations.map(|deviations| Rate::new(self.in_time, self.due, deviations)),
            ..self.group
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a few centuries; it is only shown")]
fn hours(micros: i64) -> f64 {
    micros as f64 / 3_600e6
}
