//! Two rule sets over a whole history: what each would have said night after night, each from its own stage of the night before. In:
//! both sets, the same leads with their events, and the days; out: how often leads reach each stage and leave it again by either set, and
//! which leads are treated otherwise, on how many nights.

mod text;

use serde::Serialize;

use crate::nights::{self, Nights};
use crate::replay::{self, Case, Extra};
use leadrules_engine::run::{Error, Request, Step};
use leadrules_language::calendar::{Day, format_day};
use leadrules_language::ir::{Rules, StageId};

pub use text::{markdown_history, render_history};

/// What both rule sets say over a history.
#[derive(Clone, Debug, Serialize)]
pub struct History {
    /// The first night that is counted.
    pub since: String,
    /// The last one.
    pub until: String,
    /// How many nights there are.
    pub nights: u64,
    /// How many leads there are.
    pub leads: u64,
    /// How many leads are at different stages by the two sets on some night.
    pub apart: u64,
    /// How many are on the last one.
    pub apart_at_end: u64,
    /// The steps that both sets have, the highest first.
    pub stages: Vec<Crossed>,
    /// The leads that are at different stages on some night, those with the most nights first.
    pub movers: Vec<Apart>,
    /// The columns of the input that are shown of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
}

/// How often leads come to a step from below, and fall below it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Crossed {
    /// The step.
    pub stage: String,
    /// By the old rules.
    pub before: Crossings,
    /// By the new ones.
    pub after: Crossings,
}

/// How often a step is crossed.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Crossings {
    /// How many times a lead comes to this step or a higher one from below.
    pub reached: u64,
    /// How many times it falls below again.
    pub left: u64,
    /// How many leads flap: they leave it and come back.
    pub flapping: u64,
}

/// A lead that is at different stages by the two sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Apart {
    /// Its key.
    pub key: Option<String>,
    /// The number of its row in the data, from 1.
    pub row: u64,
    /// What the columns of [`History::keep`] say of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Option<String>>,
    /// On how many nights.
    pub nights: u64,
    /// The first of them.
    pub first: String,
    /// How many times its stage changes, by the old rules and by the new ones.
    pub changes: (u64, u64),
    /// Its stage on the last night, by the old rules and by the new ones.
    pub at_end: (String, String),
}

/// A lead under one rule set.
#[derive(Clone, Default)]
struct Course {
    changes: u64,
    /// For each step.
    crossed: Vec<Passed>,
}

/// How often a lead crosses a step.
#[derive(Copy, Clone, Default)]
struct Passed {
    reached: u64,
    left: u64,
    came_back: bool,
}

/// One rule set on all leads.
struct Run<'a> {
    rules: &'a Rules,
    nights: Nights<'a>,
    stages: Vec<StageId>,
    courses: Vec<Course>,
}

impl<'a> Run<'a> {
    fn new(rules: &'a Rules, plan: &'a leadrules_engine::engine::Plan, cases: &[Case]) -> Self {
        // Nobody has a stage before the first night.
        let nights = Nights::new(rules, plan, cases, vec![StageId::None; cases.len()]);
        let course = Course { changes: 0, crossed: vec![Passed::default(); rules.stages.steps.len()] };
        Self { rules, nights, stages: vec![StageId::None; cases.len()], courses: vec![course; cases.len()] }
    }

    /// Goes on to the end of a day; whether what changes is counted.
    fn go(&mut self, day: Day, at_most: i64, is_counted: bool) {
        let stages = self.nights.at(self.rules.zone.end_of(day).min(at_most));
        for ((course, was), is) in self.courses.iter_mut().zip(&mut self.stages).zip(stages) {
            if is_counted && was != is {
                course.changes += 1;
                let (from, to) = (height(*was), height(*is));
                for (at, crossed) in course.crossed.iter_mut().enumerate() {
                    let rises = from <= at && at < to;
                    crossed.came_back |= rises && crossed.left > 0;
                    crossed.reached += u64::from(rises);
                    crossed.left += u64::from(to <= at && at < from);
                }
            }
            *was = *is;
        }
    }

    fn name(&self, lead: usize) -> &str {
        self.rules.stages.name(self.stages[lead])
    }

    fn crossings(&self, step: usize) -> Crossings {
        let mut all = Crossings::default();
        for course in &self.courses {
            let crossed = course.crossed[step];
            all.reached += crossed.reached;
            all.left += crossed.left;
            all.flapping += u64::from(crossed.came_back);
        }
        all
    }
}

/// How many steps a stage is at or above.
fn height(stage: StageId) -> usize {
    match stage {
        StageId::None | StageId::Excluded => 0,
        StageId::Step(step) => usize::from(step) + 1,
    }
}

/// Runs both rule sets night by night, up to the instant of the requests, and counts from a day on. The requests name the same leads,
/// events and instant.
///
/// # Errors
/// As [`leadrules_engine::run::open`].
pub fn history(
    old: &Request<'_>,
    new: &Request<'_>,
    since: Day,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<History, Error> {
    let cases_of = |request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)| {
        replay::read(request, Extra::default(), &mut |_| true, progress)
    };
    let cases = [cases_of(old, progress)?, cases_of(new, progress)?];
    let plans = [nights::plan(old.rules, &cases[0]), nights::plan(new.rules, &cases[1])];
    let mut runs = [Run::new(old.rules, &plans[0], &cases[0]), Run::new(new.rules, &plans[1], &cases[1])];
    let as_of = new.as_of;
    let last = new.rules.zone.day_of(as_of);
    let since = since.min(last);
    let times = cases.iter().flatten().filter_map(|case| case.events.as_deref()?.first()).map(|event| event.time);
    // What leads did before is remembered, and a night of it says where they stood.
    let first = times.min().map_or(since, |time| new.rules.zone.day_of(time)).min(since - 1);
    let mut apart: Vec<(u64, Option<Day>)> = vec![(0, None); cases[1].len()];
    for day in first..=last {
        for run in &mut runs {
            run.go(day, as_of, since <= day);
        }
        if since <= day {
            for (lead, (nights, from)) in apart.iter_mut().enumerate() {
                if runs[0].name(lead) != runs[1].name(lead) {
                    *nights += 1;
                    from.get_or_insert(day);
                }
            }
        }
    }
    let [was, is] = &runs;
    let leads = cases[1].iter().enumerate().zip(&apart);
    let mut movers: Vec<Apart> = leads
        .filter_map(|((at, case), (nights, from))| {
            Some(Apart {
                key: case.key.clone(),
                row: case.row + 1,
                kept: case.kept.clone(),
                nights: *nights,
                first: format_day((*from)?),
                changes: (was.courses[at].changes, is.courses[at].changes),
                at_end: (was.name(at).to_owned(), is.name(at).to_owned()),
            })
        })
        .collect();
    movers.sort_by_key(|mover| std::cmp::Reverse(mover.nights));
    let stages = new.rules.stages.steps.iter().enumerate().rev().filter_map(|(at, step)| {
        let old_at = old.rules.stages.steps.iter().position(|other| other.name == step.name)?;
        Some(Crossed { stage: step.name.clone(), before: was.crossings(old_at), after: is.crossings(at) })
    });
    Ok(History {
        since: format_day(since),
        until: format_day(last),
        nights: u64::try_from(last - since + 1).unwrap_or(0),
        leads: cases[1].len() as u64,
        apart: movers.len() as u64,
        apart_at_end: movers.iter().filter(|mover| mover.at_end.0 != mover.at_end.1).count() as u64,
        stages: stages.collect(),
        movers,
        keep: new.keep.to_vec(),
    })
}
