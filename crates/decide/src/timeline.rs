//! When a lead got its scores and its stage, and when it will lose them. In: rules, a lead with its events, and the
//! instant that is now; out: each step with what caused it, and the steps to come if nothing more happens. Fields are
//! taken as they are today, because nothing says what they were before.
//!
//! A lead is looked at after each event, just before it, and at the start of each day; between two of these looks, the
//! instant of each change is found by bisection. A state that time alone brings and takes away again between two looks
//! is not seen. Points that only fade are gathered into one step.

#[cfg(feature = "report")]
mod drawing;
mod reached;
mod spark;
mod text;

use serde::Serialize;

use crate::change::{self, Matched, ScoreChange, Side, changes};
use crate::company::{Company, Followed, Plans, Together, Who};
use crate::replay::Case;
use leadrules_engine::engine::LeadTrace;
use leadrules_language::calendar::{DAY, Instant, format_instant};
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::lead::Event;
use leadrules_language::words::{Text, Value, say};

#[cfg(feature = "report")]
pub use drawing::svg;
pub use reached::{Day, ReachedDays, follow, reached};
pub use text::render;

/// How far to look, and from when.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first instant that is shown; if not given, the first event.
    pub since: Option<Instant>,
    /// Now.
    pub as_of: Instant,
    /// How many days ahead.
    pub ahead: u32,
}

/// The course of a lead.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// Its key.
    pub key: Option<String>,
    /// The instant that is now, as ISO 8601 in UTC.
    pub as_of: String,
    /// The end of the days looked at ahead.
    pub until: String,
    /// What is not replayed.
    pub note: Text,
    /// How it is now.
    pub now: State,
    /// When it was first at each step or a higher one; none for those that it never reached.
    pub reached: Vec<Reached>,
    /// Events that changed neither a score nor the stage nor a label.
    pub events_without_effect: usize,
    /// What changed up to now.
    pub steps: Vec<Step>,
    /// What will change if nothing happens.
    pub ahead: Vec<Step>,
    /// When it will first be below its present stage.
    pub falls: Option<Fall>,
    /// How it was at each look, including those ahead up to a while after the last change.
    pub course: Vec<State>,
    /// Dates as people here read them.
    #[serde(skip)]
    shown: Shown,
}

/// What is not replayed by these rules: those that ask for the stage before, those by which leads ask something of their account, and
/// all others.
#[must_use]
pub fn note(rules: &Rules) -> Text {
    let asks = rules.accounts.as_ref().is_some_and(|about| about.are_asked());
    match (rules.before.is_some(), asks) {
        (true, _) => say!(
            "Fields are taken as they are today. These rules ask for the stage that a lead had, so they are run at the end of each \
             day, each time from the stage of the day before; the lead is new before its first event."
        ),
        (false, false) => {
            say!("Fields are taken as they are today; what is replayed is what the lead did, and the passing of time.")
        }
        (false, true) => say!(
            "Fields are taken as they are today, those of the account too; what is replayed is what the lead and the others of its \
             account did, and the passing of time."
        ),
    }
}

/// The same for an account.
fn note_of_account() -> Text {
    say!(
        "Fields are taken as they are today, and so is which leads the account has; what is replayed is what its leads \
         did, and the passing of time."
    )
}

/// How a lead is at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// The instant.
    pub at: String,
    /// Its stage.
    pub stage: String,
    /// Its scores, in the order they are written; `None` if a computed one is unknown.
    pub scores: Vec<Option<Amount>>,
    #[serde(skip)]
    instant: Instant,
    #[serde(skip)]
    level: StageId,
}

/// When a step was first reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// The step.
    pub stage: String,
    /// The instant; `None` if it was reached before the lead's first event.
    pub at: Option<String>,
    #[serde(skip)]
    instant: Option<Instant>,
}

/// When a lead will be below its present stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fall {
    /// The instant.
    pub at: String,
    /// The stage that it has then.
    pub stage: String,
    #[serde(skip)]
    instant: Instant,
}

/// A change of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When it came about, as ISO 8601 in UTC.
    pub at: String,
    /// For points that fade or leave their windows over a while, since when.
    pub since: Option<String>,
    /// What brought it about; empty for the passing of time.
    pub events: Vec<Text>,
    /// The scores that changed, and why.
    pub scores: Vec<ScoreChange>,
    /// The stage, if it changed.
    pub stage: Option<Turn>,
    /// The reason for which it is excluded, if that changed.
    pub excluded: Option<Turn>,
    /// The labels that changed.
    pub labels: Vec<LabelTurn>,
    #[serde(skip)]
    instant: Instant,
    #[serde(skip)]
    began: Option<Instant>,
}

/// A text before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// A label before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelTurn {
    /// The label.
    pub label: String,
    /// Its texts.
    #[serde(flatten)]
    pub turn: Turn,
}

#[derive(Clone, Debug)]
struct Shown {
    zone: leadrules_language::calendar::Zone,
    scores: Vec<String>,
    /// The name for no step, then the steps.
    stages: Vec<String>,
    /// What is said where a step was reached before the first event.
    at_first: Text,
}

impl Shown {
    /// Date and minute in the time zone of the rules.
    fn minute(&self, instant: Instant) -> Text {
        let local = self.zone.local(instant);
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        Text::row(vec![self.day(instant), Text::verbatim(time)], " ")
    }

    fn day(&self, instant: Instant) -> Text {
        Text::figure(Value::Day(self.zone.day_of(instant)))
    }
}

/// Something that was done.
#[derive(Copy, Clone, Debug)]
struct Did<'a> {
    event: &'a Event,
    /// By whom, where that is not plain: the key of the lead, if it has one.
    by: Option<Option<&'a str>>,
    /// Whether the one who is followed did it: then it is told even if nothing came of it.
    is_own: bool,
}

/// Replays a lead.
#[must_use]
pub fn timeline(rules: &Rules, case: &Case, span: Span) -> Timeline {
    // Nothing happens after now, whatever the log says.
    let mut events = case.events.clone().unwrap_or_default();
    events.retain(|event| event.time <= span.as_of);
    events.sort_by_key(|event| event.time);
    let plan = change::plan(rules, case.events.is_some());
    let did = events.iter().map(|event| Did { event, by: None, is_own: true }).collect();
    let followed = Followed::Alone(Box::new(plan.course(&case.lead, &events)));
    let walk = Walk::new(rules, did, followed, rules.before.is_some());
    replayed(walk, case.key.clone(), (note(rules), say!("before its first event")), span)
}

/// Replays an account, or a lead of one, with everything that the leads of the account did. Nothing if the rules say nothing about
/// accounts.
#[must_use]
pub fn timeline_among(rules: &Rules, company: &Company, who: Who, span: Span) -> Option<Timeline> {
    let plans = Plans::new(rules, company.has_log())?;
    let members = company.members(span.as_of);
    let mut did = Vec::new();
    for (place, (_, events, is_counted)) in members.iter().enumerate() {
        let is_own = who == Who::Account || who == Who::Lead(place);
        if is_own || *is_counted {
            let by = (who != Who::Lead(place)).then(|| company.lead(place).key.as_deref());
            did.extend(events.iter().map(|event| Did { event, by, is_own }));
        }
    }
    did.sort_by_key(|did| did.event.time);
    let followed = Followed::Among(Box::new(Together::new(&plans, &company.account, &members)), who);
    let (whose, key, note) = match who {
        Who::Account => (&plans.about.rules, Some(company.key.clone()), note_of_account()),
        Who::Lead(place) => (rules, company.lead(place).key.clone(), note(rules)),
    };
    let walk = Walk::new(whose, did, followed, rules.before.is_some());
    Some(replayed(walk, key, (note, say!("before any lead of the account did anything")), span))
}

/// The course of whom a walk follows.
fn replayed(mut walk: Walk<'_>, key: Option<String>, (note, at_first): (Text, Text), span: Span) -> Timeline {
    let rules = walk.rules;
    let first = walk.did.first().map_or(span.as_of, |did| did.event.time.saturating_sub(1).min(span.as_of));
    walk.followed.remember_nothing();
    let mut here = walk.look(first);
    let mut reached = vec![None; rules.stages.steps.len()];
    walk.note(&here);
    note_reached(here.outcome.stage, None, &mut reached);
    let remembers = walk.remembers;
    for at in walk.looks(first, span.as_of) {
        if remembers {
            here = walk.night(here, at);
        } else if walk.did.binary_search_by_key(&at, |did| did.event.time).is_ok() {
            let before = walk.look(at - 1);
            walk.pass(&here, &before);
            let after = walk.look(at);
            walk.happen(&before, &after);
            here = after;
        } else {
            let next = walk.look(at);
            walk.pass(&here, &next);
            here = next;
        }
    }
    walk.flush();
    let mut steps = std::mem::take(&mut walk.steps);
    steps.retain(|step| !step.is_nothing() || !step.events.is_empty());
    let without_effect = steps.iter().filter(|step| step.is_nothing()).map(|step| step.events.len()).sum();
    steps.retain(|step| !step.is_nothing());
    for (at, stage) in std::mem::take(&mut walk.seen) {
        note_reached(stage, Some(at), &mut reached);
    }
    let now = here.clone();
    let end = span.as_of.saturating_add(i64::from(span.ahead) * DAY);
    for at in walk.looks(span.as_of, end) {
        if remembers {
            here = walk.night(here, at);
            continue;
        }
        let next = walk.look(at);
        walk.pass(&here, &next);
        here = next;
    }
    walk.flush();
    let falls = walk.seen.iter().find(|(_, stage)| is_below(*stage, now.outcome.stage)).map(|(at, stage)| Fall {
        at: format_instant(*at),
        stage: rules.stages.name(*stage).to_owned(),
        instant: *at,
    });
    let mut ahead = std::mem::take(&mut walk.steps);
    ahead.retain(|step| !step.is_nothing());
    // What is not shown was replayed all the same; a long time in which nothing changes is not shown either.
    let since = span.since.map_or(first, |since| since.min(span.as_of));
    let last = ahead.last().map_or(span.as_of, |step| step.instant);
    let rest = (last.saturating_sub(since) / 8).max(14 * DAY);
    steps.retain(|step| since <= step.instant);
    walk.states.retain(|state| since <= state.instant && state.instant <= last.saturating_add(rest));
    let names = rules.stages.steps.iter().map(|step| &step.name);
    Timeline {
        key,
        as_of: format_instant(span.as_of),
        until: format_instant(end),
        note,
        now: walk.state(&now),
        reached: names
            .zip(reached)
            .filter_map(|(stage, at)| {
                let instant = at?;
                Some(Reached { stage: stage.clone(), at: instant.map(format_instant), instant })
            })
            .collect(),
        events_without_effect: without_effect,
        steps,
        ahead,
        falls,
        course: walk.states,
        shown: Shown {
            zone: rules.zone.clone(),
            scores: rules.scores.iter().map(|score| score.name.clone()).collect(),
            stages: std::iter::once(rules.stages.none.clone())
                .chain(rules.stages.steps.iter().map(|step| step.name.clone()))
                .collect(),
            at_first,
        },
    }
}

/// Notes that a lead is at a stage; without an instant, it was so before its first event.
fn note_reached(stage: StageId, at: Option<Instant>, reached: &mut [Option<Option<Instant>>]) {
    if let StageId::Step(step) = stage {
        for first in &mut reached[..=usize::from(step)] {
            first.get_or_insert(at);
        }
    }
}

/// Whether a lead is worse off: at a lower step, or excluded.
fn is_below(stage: StageId, than: StageId) -> bool {
    match (stage, than) {
        (_, StageId::Excluded) => false,
        (StageId::Excluded, StageId::None | StageId::Step(_)) => true,
        (stage, than) => stage < than,
    }
}

impl Step {
    fn is_nothing(&self) -> bool {
        self.scores.is_empty() && self.stage.is_none() && self.excluded.is_none() && self.labels.is_empty()
    }
}

/// A lead at an instant.
#[derive(Clone, Debug)]
struct Look {
    at: Instant,
    outcome: LeadTrace,
}

impl Look {
    /// Whether everything except points is the same: rules met, stage, labels.
    fn is_like(&self, other: &Self) -> bool {
        let mut rules = self.outcome.rules.iter().zip(&other.outcome.rules);
        self.outcome.stage == other.outcome.stage
            && self.outcome.exclusion == other.outcome.exclusion
            && self.outcome.labels == other.outcome.labels
            && rules.all(|(rule, other)| (rule.in_force, rule.truth) == (other.in_force, other.truth))
    }
}

struct Walk<'a> {
    rules: &'a Rules,
    /// Earliest first.
    did: Vec<Did<'a>>,
    followed: Followed<'a>,
    /// Whether leads are seen at the end of each day, from the stage of the day before.
    remembers: bool,
    matched: Matched,
    steps: Vec<Step>,
    /// Points that only faded since the last step: from, to.
    fading: Option<(Look, Look)>,
    states: Vec<State>,
    /// The stage whenever it, or anything other than points, changes.
    seen: Vec<(Instant, StageId)>,
}

impl<'a> Walk<'a> {
    fn new(rules: &'a Rules, did: Vec<Did<'a>>, followed: Followed<'a>, remembers: bool) -> Self {
        let matched = Matched::same(rules);
        Self {
            rules,
            did,
            followed,
            remembers,
            matched,
            steps: Vec::new(),
            fading: None,
            states: Vec::new(),
            seen: Vec::new(),
        }
    }

    fn look(&mut self, at: Instant) -> Look {
        Look { at, outcome: self.followed.at(at) }
    }

    /// Starts of days and events after `from` and not after `to`, and `to` itself.
    fn looks(&mut self, from: Instant, to: Instant) -> Vec<Instant> {
        let zone = &self.rules.zone;
        let (first, last) = (zone.day_of(from), zone.day_of(to));
        if self.remembers {
            let mut nights: Vec<Instant> = (first..last).map(|day| zone.end_of(day)).collect();
            nights.push(to);
            nights.retain(|&at| from < at);
            return nights;
        }
        let mut looks: Vec<Instant> = (first..=last).map(|day| zone.start_of(day)).collect();
        looks.extend(self.did.iter().map(|did| did.event.time));
        looks.push(to);
        looks.retain(|&at| from < at && at <= to);
        looks.sort_unstable();
        looks.dedup();
        looks
    }

    fn state(&self, look: &Look) -> State {
        State {
            at: format_instant(look.at),
            stage: self.rules.stages.name(look.outcome.stage).to_owned(),
            scores: look.outcome.scores.iter().map(|score| score.points.map(Amount)).collect(),
            instant: look.at,
            level: look.outcome.stage,
        }
    }

    fn note(&mut self, look: &Look) {
        let state = self.state(look);
        if self.states.last().is_none_or(|last| last.instant < state.instant) {
            self.states.push(state);
        }
    }

    /// Notes what changes as time passes between two looks.
    fn pass(&mut self, from: &Look, to: &Look) {
        self.narrow(from, to);
        self.note(to);
    }

    fn narrow(&mut self, from: &Look, to: &Look) {
        if from.is_like(to) {
            if from.outcome.scores != to.outcome.scores {
                match &mut self.fading {
                    Some((_, end)) => *end = to.clone(),
                    None => self.fading = Some((from.clone(), to.clone())),
                }
            }
        } else if to.at - from.at <= 1 {
            self.flush();
            self.seen.push((to.at, to.outcome.stage));
            let step = self.step(from, to, Vec::new(), None);
            self.steps.push(step);
        } else {
            let middle = self.look(from.at + (to.at - from.at) / 2);
            self.narrow(from, &middle);
            self.narrow(&middle, to);
        }
    }

    /// Notes what changes when something happens at an instant.
    fn happen(&mut self, before: &Look, after: &Look) {
        self.flush();
        self.seen.push((after.at, after.outcome.stage));
        self.note(before);
        self.note(after);
        let first = self.did.partition_point(|did| did.event.time < after.at);
        let did: Vec<Did<'_>> =
            self.did[first..].iter().take_while(|did| did.event.time == after.at).copied().collect();
        let step = self.brought_about(before, after, &did);
        self.steps.push(step);
    }

    /// Sees the lead at the end of a day, as one that has the stage that it had on the day before.
    fn night(&mut self, from: Look, at: Instant) -> Look {
        self.followed.remember(from.outcome.stage);
        let to = self.look(at);
        let is_of_today = |did: &&Did<'_>| from.at < did.event.time && did.event.time <= at;
        let did: Vec<Did<'_>> = self.did.iter().filter(is_of_today).copied().collect();
        if did.is_empty() && from.is_like(&to) {
            self.narrow(&from, &to);
        } else {
            self.flush();
            self.seen.push((to.at, to.outcome.stage));
            let step = self.brought_about(&from, &to, &did);
            self.steps.push(step);
        }
        self.note(&to);
        to
    }

    /// What was done, and what came of it; where nothing did, what others did is not told.
    fn brought_about(&self, before: &Look, after: &Look, did: &[Did<'_>]) -> Step {
        let mut step = self.step(before, after, Vec::new(), None);
        let told = did.iter().filter(|did| did.is_own || !step.is_nothing());
        step.events = told.map(|did| did.named(self.rules)).collect();
        step
    }

    fn flush(&mut self) {
        if let Some((from, to)) = self.fading.take() {
            let step = self.step(&from, &to, Vec::new(), Some(from.at));
            self.steps.push(step);
        }
    }

    fn step(&self, from: &Look, to: &Look, events: Vec<Text>, began: Option<Instant>) -> Step {
        let before = Side { rules: self.rules, outcome: &from.outcome };
        let after = Side { rules: self.rules, outcome: &to.outcome };
        let turn = |before: Option<String>, after: Option<String>| (before != after).then_some(Turn { before, after });
        let stage = |look: &Look| Some(self.rules.stages.name(look.outcome.stage).to_owned());
        let reason = |look: &Look| look.outcome.exclusion.map(|line| self.rules.exclusions[line].reason.clone());
        let labels = self.rules.labels.iter().zip(from.outcome.labels.iter().zip(&to.outcome.labels));
        Step {
            at: format_instant(to.at),
            since: began.map(format_instant),
            events,
            scores: changes(&self.matched, &before, &after),
            stage: turn(stage(from), stage(to)),
            excluded: turn(reason(from), reason(to)),
            labels: labels
                .filter_map(|(label, (before, after))| {
                    let turn = turn(before.clone(), after.clone())?;
                    Some(LabelTurn { label: label.name.clone(), turn })
                })
                .collect(),
            instant: to.at,
            began,
        }
    }
}

impl Did<'_> {
    /// `P00012: webinar_attended (minutes 25)`; without a name where it is plain who did it.
    fn named(&self, rules: &Rules) -> Text {
        let event = named(rules, self.event);
        let Some(by) = self.by else { return event };
        say!("{by}: {event}", by = by.map_or_else(|| say!("a lead without a key"), Text::verbatim), event)
    }
}

/// An event as a person reads it: `webinar_attended (minutes 25)`.
#[must_use]
pub fn named(rules: &Rules, event: &Event) -> Text {
    let Some((log, kind)) = rules.log.as_ref().zip(event.kind) else { return say!("something else") };
    let kind = log.kind(kind);
    let said = kind.properties.iter().filter_map(|id| {
        let property = log.property(*id);
        let value = event.properties[usize::from(id.0)].as_ref()?;
        Some(Text::row(vec![Text::verbatim(property.name.as_str()), value.said(&property.ty)], " "))
    });
    let (kind, said) = (Text::verbatim(kind.name.as_str()), said.collect::<Vec<Text>>());
    if said.is_empty() {
        kind
    } else {
        Text::row(vec![kind, Text::verbatim(" ("), Text::row(said, ", "), Text::verbatim(")")], "")
    }
}

/// Points of a score, or `unknown`.
fn points(amount: Option<Amount>) -> Text {
    amount.map_or_else(|| say!("unknown"), |Amount(points)| Text::figure(points))
}

/// The difference between two amounts, with its sign.
fn difference(change: &ScoreChange) -> Option<Points> {
    Some(Points(change.after?.0.0 - change.before?.0.0))
}
