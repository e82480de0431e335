//! Why a lead moved since an earlier run: what it did, the passing of time, or other fields and rules. In: a lead with what it did,
//! the instant of that run and what it came to; out: a sentence whose points add up exactly to the change of each score.

use std::cmp::Reverse;

use leadrules_engine::engine::{LeadTrace, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{KindId, Rules, ScoreBody, StageId};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::Value;
use leadrules_language::words::{self, Text, say};
use rayon::prelude::*;

use crate::change::{self, Kind, Matched, ScoreChange, Side, changes};
use crate::replay::Case;
use crate::sample::created;

/// At most this many events, and rules of a score, are named.
const NAMED: usize = 3;

/// The time since an earlier run.
#[derive(Debug)]
pub struct Since<'a> {
    rules: &'a Rules,
    plan: Plan,
    matched: Matched,
    then: Instant,
    as_of: Instant,
}

impl<'a> Since<'a> {
    /// From `then` to `as_of`; `log` says whether it is known what leads did.
    #[must_use]
    pub fn new(rules: &'a Rules, log: bool, then: Instant, as_of: Instant) -> Self {
        Self { rules, plan: change::plan(rules, log), matched: Matched::same(rules), then, as_of }
    }

    /// Why a lead moved that had these points then, in hundredths; `None` where that is unknown.
    #[must_use]
    pub fn reason(&self, case: &Case, was: &[Option<i64>]) -> Text {
        let rules = self.rules;
        let (events, new) = self.done(case);
        let then = self.plan.course(&case.lead, &events[..new]).at(self.then);
        let without = self.plan.course(&case.lead, &events[..new]).at(self.as_of);
        let now = self.plan.course(&case.lead, &events).at(self.as_of);
        let between =
            |before, after| changes(&self.matched, &Side { rules, outcome: before }, &Side { rules, outcome: after });
        let mut parts = Vec::new();
        let by_events = self.scores(&between(&without, &now));
        if !by_events.is_empty() {
            let telling = self.telling(&case.lead, &events, new, &now);
            let events = self.named(&telling, &events[new..]);
            parts.push(say!("{events}: {changes}", events, changes = by_events));
        }
        let by_time = self.scores(&between(&then, &without));
        if !by_time.is_empty() {
            parts.push(say!("time: {changes}", changes = by_time));
        }
        let others = rules.scores.iter().zip(&then.scores).zip(was).filter_map(|((score, then), was)| {
            let difference = then.points?.0 - (*was)?;
            let is_own = matches!(score.body, ScoreBody::Rules(_)) && difference != 0;
            is_own.then(|| by(Text::verbatim(score.name.as_str()), words::Value::Signed(Points(difference))))
        });
        let others: Vec<Text> = others.collect();
        if !others.is_empty() {
            parts.push(say!("other fields or rules: {changes}", changes = Text::row(others, ", ")));
        }
        let exclusion = |at: Option<usize>| at.map(|at| rules.exclusions[at].reason.as_str());
        match (exclusion(then.exclusion), exclusion(now.exclusion)) {
            (before, after) if before == after => {}
            (_, Some(reason)) => parts.push(say!("excluded: {reason}", reason)),
            (Some(reason), None) => parts.push(say!("no longer excluded: {reason}", reason)),
            (None, None) => {}
        }
        let together = |said, more| say!("{said}; {more}", said, more);
        parts.into_iter().reduce(together).unwrap_or_else(|| say!("other fields or rules"))
    }

    /// What a lead did until now, earliest first, and how much of that was before.
    fn done(&self, case: &Case) -> (Vec<Event>, usize) {
        let mut events = case.events.clone().unwrap_or_default();
        events.retain(|event| event.time <= self.as_of);
        events.sort_by_key(|event| event.time);
        let new = events.partition_point(|event| event.time <= self.then);
        (events, new)
    }

    /// The stages of a lead then and now.
    fn stages(&self, case: &Case) -> [StageId; 2] {
        let (events, new) = self.done(case);
        let at = |events: &[Event], instant| self.plan.course(&case.lead, events).at(instant).stage;
        [at(&events[..new], self.then), at(&events, self.as_of)]
    }

    /// The kinds of the new events, what made the most difference first: what would change without them. Those that would change
    /// nothing are left out, unless it takes several together.
    fn telling(&self, lead: &Lead, events: &[Event], new: usize, now: &LeadTrace) -> Vec<Option<KindId>> {
        let (before, after) = events.split_at(new);
        let mut kinds: Vec<Option<KindId>> = Vec::new();
        for event in after.iter().rev() {
            if !kinds.contains(&event.kind) {
                kinds.push(event.kind);
            }
        }
        let difference = |kind: &Option<KindId>| {
            let others = before.iter().chain(after.iter().filter(|event| event.kind != *kind));
            let without = self.plan.course(lead, &others.cloned().collect::<Vec<_>>()).at(self.as_of);
            let points = without.scores.iter().zip(&now.scores).map(|(without, now)| {
                let [without, now] = [without, now].map(|score| score.points.map_or(0, |points| points.0));
                without.abs_diff(now)
            });
            (without.stage != now.stage, points.sum::<u64>())
        };
        let mut telling: Vec<_> = kinds.iter().map(|kind| (difference(kind), *kind)).collect();
        telling.retain(|(difference, _)| *difference != (false, 0));
        telling.sort_by_key(|(difference, _)| Reverse(*difference));
        if telling.is_empty() { kinds } else { telling.into_iter().map(|(_, kind)| kind).collect() }
    }

    /// `engagement +50 (webinar_attended +50)`, for the scores that rules make.
    fn scores(&self, changed: &[ScoreChange]) -> Text {
        let is_own = |change: &&ScoreChange| {
            let score = self.rules.scores.iter().find(|score| score.name == change.score);
            score.is_some_and(|score| matches!(score.body, ScoreBody::Rules(_)))
        };
        let said = changed.iter().filter(is_own).map(|change| {
            let points = change.before.zip(change.after).map(|(before, after)| Points(after.0.0 - before.0.0));
            let mut lines: Vec<_> = change.lines.iter().filter(|line| line.kind != Kind::Rounding).collect();
            lines.sort_by_key(|line| std::cmp::Reverse(line.points.0.0.abs()));
            let said = match points {
                Some(points) => by(Text::verbatim(change.score.as_str()), words::Value::Signed(points)),
                None => say!("{score} is known, or no longer", score = &change.score),
            };
            let mut why: Vec<Text> =
                lines.iter().take(NAMED).map(|line| by(line.words(), line.points.signed().into())).collect();
            if lines.len() > NAMED {
                why.push(Text::verbatim("…"));
            }
            if why.is_empty() { said } else { say!("{what} ({said})", what = said, said = Text::row(why, ", ")) }
        });
        Text::row(said.collect(), ", ")
    }

    /// `demo_requested on 2026-11-20, email_opened on 2026-11-21 (3 times)`: these kinds of events, each by its latest.
    fn named(&self, kinds: &[Option<KindId>], events: &[Event]) -> Text {
        let log = self.rules.log.as_ref();
        let said = kinds.iter().take(NAMED).filter_map(|kind| {
            let name = match kind.zip(log) {
                Some((kind, log)) => Text::verbatim(&log.kind(kind).name),
                None => say!("something else"),
            };
            let of_kind = || events.iter().filter(|event| event.kind == *kind);
            let day = words::Value::Day(self.rules.zone.day_of(of_kind().next_back()?.time));
            let times = of_kind().count();
            Some(match times {
                1 => say!("{name} on {day}", name, day),
                _ => say!("{name} on {day} ({times} times)", name, day, times),
            })
        });
        let mut said: Vec<Text> = said.collect();
        if kinds.len() > NAMED {
            said.push(Text::verbatim("…"));
        }
        Text::row(said, ", ")
    }
}

/// What it is, and by how much.
fn by(what: Text, points: words::Value) -> Text {
    Text::row(vec![what, Text::figure(points)], " ")
}

/// A lead whose stage is another one than at an earlier instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its key; without one, its row.
    pub key: Text,
    /// What the columns passed on say of it.
    pub kept: Vec<Option<String>>,
    /// The stage then; `None` if the lead came since.
    pub before: Option<StageId>,
    /// The stage now.
    pub now: StageId,
    /// Why, where it did not just come.
    pub reason: Text,
}

impl Moved {
    /// Whether it is at a higher stage than then; a lead that came since had none.
    #[must_use]
    pub fn is_up(&self) -> bool {
        rank(self.now) > self.before.map_or(0, rank)
    }
}

/// The leads that moved from `then` to `as_of`, those that rose first, within them the highest stage first. Fields are taken as they
/// are today. A lead that came since counts if it is at a step; `log` says whether it is known what leads did.
#[must_use]
pub fn moved(rules: &Rules, log: bool, cases: &[Case], then: Instant, as_of: Instant) -> Vec<Moved> {
    let since = Since::new(rules, log, then, as_of);
    let came = created(rules);
    let is_new = |case: &Case| match came.and_then(|field| case.lead.fields[usize::from(field.0)].as_ref()) {
        Some(Value::Date(day)) => rules.zone.start_of(*day) > then,
        _ => false,
    };
    let one = |case: &Case| {
        let [before, now] = since.stages(case);
        let before = Some(before).filter(|_| !is_new(case));
        let is_moved = before.map_or(rank(now) > 0, |before| before != now);
        is_moved.then(|| Moved {
            key: match &case.key {
                Some(key) => Text::verbatim(key),
                None => say!("row {row}", row = (case.row + 1).to_string()),
            },
            kept: case.kept.clone(),
            before,
            now,
            reason: before.map_or_else(Text::empty, |_| since.reason(case, &[])),
        })
    };
    let mut moved: Vec<Moved> = cases.par_iter().filter_map(one).collect();
    moved.sort_by_key(|moved| Reverse((moved.is_up(), rank(moved.now))));
    moved
}

/// How high a stage is: 0 for no step, less for excluded.
fn rank(stage: StageId) -> i32 {
    match stage.number() {
        StageId::EXCLUDED_NUMBER => -1,
        number => i32::from(number),
    }
}
