//! Why a lead moved since an earlier run: what it did, the passing of time, or other fields and rules. In: a lead with what it did,
//! the instant of that run and what it came to; out: a sentence whose points add up exactly to the change of each score.

use leadrules_engine::engine::Plan;
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, ScoreBody};

use crate::change::{self, Kind, Matched, ScoreChange, Side, changes};
use crate::replay::Case;

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
    pub fn reason(&self, case: &Case, was: &[Option<i64>]) -> String {
        let rules = self.rules;
        let mut events = case.events.clone().unwrap_or_default();
        events.retain(|event| event.time <= self.as_of);
        events.sort_by_key(|event| event.time);
        let new = events.partition_point(|event| event.time <= self.then);
        let then = self.plan.course(&case.lead, &events[..new]).at(self.then);
        let without = self.plan.course(&case.lead, &events[..new]).at(self.as_of);
        let now = self.plan.course(&case.lead, &events).at(self.as_of);
        let between =
            |before, after| changes(&self.matched, &Side { rules, outcome: before }, &Side { rules, outcome: after });
        let mut parts = Vec::new();
        let by_events = self.scores(&between(&without, &now));
        if !by_events.is_empty() {
            parts.push(format!("{}: {by_events}", self.named(&events[new..])));
        }
        let by_time = self.scores(&between(&then, &without));
        if !by_time.is_empty() {
            parts.push(format!("time: {by_time}"));
        }
        let others = rules.scores.iter().zip(&then.scores).zip(was).filter_map(|((score, then), was)| {
            let difference = then.points?.0 - (*was)?;
            let is_own = matches!(score.body, ScoreBody::Rules(_)) && difference != 0;
            is_own.then(|| format!("{} {}", score.name, Points(difference).signed()))
        });
        let others: Vec<String> = others.collect();
        if !others.is_empty() {
            parts.push(format!("other fields or rules: {}", others.join(", ")));
        }
        let exclusion = |at: Option<usize>| at.map(|at| rules.exclusions[at].reason.as_str());
        match (exclusion(then.exclusion), exclusion(now.exclusion)) {
            (before, after) if before == after => {}
            (_, Some(reason)) => parts.push(format!("excluded: {reason}")),
            (Some(reason), None) => parts.push(format!("no longer excluded: {reason}")),
            (None, None) => {}
        }
        if parts.is_empty() { "other fields or rules".to_owned() } else { parts.join("; ") }
    }

    /// `engagement +50 (webinar_attended +50)`, for the scores that rules make.
    fn scores(&self, changed: &[ScoreChange]) -> String {
        let is_own = |change: &&ScoreChange| {
            let score = self.rules.scores.iter().find(|score| score.name == change.score);
            score.is_some_and(|score| matches!(score.body, ScoreBody::Rules(_)))
        };
        let said = changed.iter().filter(is_own).map(|change| {
            let points = change.before.zip(change.after).map(|(before, after)| Points(after.0.0 - before.0.0));
            let points = points.map_or_else(|| "is known, or no longer".to_owned(), Points::signed);
            let mut lines: Vec<_> = change.lines.iter().filter(|line| line.kind != Kind::Rounding).collect();
            lines.sort_by_key(|line| std::cmp::Reverse(line.points.0.0.abs()));
            let more = if lines.len() > NAMED { ", …" } else { "" };
            let lines = lines.iter().take(NAMED).map(|line| format!("{} {}", line.words(), line.points.signed()));
            let lines: Vec<String> = lines.collect();
            let why = if lines.is_empty() { String::new() } else { format!(" ({}{more})", lines.join(", ")) };
            format!("{} {points}{why}", change.score)
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// `webinar_attended on 2026-11-20`, the latest first.
    fn named(&self, events: &[leadrules_language::lead::Event]) -> String {
        let log = self.rules.log.as_ref();
        let mut said: Vec<String> = Vec::new();
        for event in events.iter().rev() {
            let name = event.kind.zip(log).map_or("something else", |(kind, log)| log.kind(kind).name.as_str());
            let text = format!("{name} on {}", format_day(self.rules.zone.day_of(event.time)));
            if !said.contains(&text) {
                said.push(text);
            }
        }
        let more = if said.len() > NAMED { ", …" } else { "" };
        said.truncate(NAMED);
        format!("{}{more}", said.join(", "))
    }
}
