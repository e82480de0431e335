//! The plain evaluator: one lead, walked from the top of the rule set to the bottom. In: a rule set, an instant, a lead
//! and its events; out: everything that can be said of the lead. It is what every engine is held to, so it is kept small
//! enough to be obviously right: nothing is cached, reordered or skipped, and nothing is read or written here.

use std::cell::Cell;
use std::cmp::Ordering;

use crate::calendar::Instant;
use crate::decay;
use crate::decimal::{Decimal, Points, RULE_LIMIT, divide_rounded};
use crate::ir::{self, Bucket, Gain, KindId, Part, RowKind, Rule, RuleId, Rules, ScoreBody, StageId};
use crate::text;
use crate::types::{Bounds, Truth, Value};

mod condition;
mod quantity;

/// What is known of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// By field id.
    pub fields: Vec<Option<Value>>,
}

/// Something that a lead did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which kind; none for one that the rules do not declare.
    pub kind: Option<KindId>,
    /// When.
    pub time: Instant,
    /// The row's id: of events with the same one, one counts.
    pub id: Option<String>,
    /// By property id.
    pub properties: Vec<Option<Value>>,
}

/// What came out for a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// By score id.
    pub scores: Vec<ScoreOutcome>,
    /// By rule id.
    pub rules: Vec<RuleOutcome>,
    /// The groups, in the order they stand.
    pub groups: Vec<GroupOutcome>,
    /// The place of the exclusion that sets it apart.
    pub exclusion: Option<usize>,
    /// Its stage.
    pub stage: StageId,
    /// By label id: the text, if known.
    pub labels: Vec<Option<String>>,
    /// By promise, by line: whether it is kept.
    pub promises: Vec<Vec<bool>>,
    /// Whether a quantity was unknown because it came to 10^18 or more.
    pub overflowed: bool,
}

/// What came out for a score.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct ScoreOutcome {
    /// Its points; none where a computed score is unknown.
    pub points: Option<Points>,
    /// The points before its range cut them off.
    pub uncut: Option<Points>,
    /// How many of its rules were unknown; a table counts as one rule.
    pub unknown_rules: u32,
}

/// What came out for a rule or a row of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct RuleOutcome {
    /// Whether the day of `as of` lies within its dates.
    pub in_force: bool,
    /// Whether its condition is true, and for a row that no other was taken; unknown too where what it counts is.
    pub truth: Truth,
    /// What it gives before its cap.
    pub raw: Points,
    /// What it gives after its cap.
    pub capped: Points,
    /// The part of that which counts: none where its group takes the best, and that is another.
    pub counted: Points,
}

/// What came out for a group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct GroupOutcome {
    /// What its parts (or the best of them) give.
    pub raw: Points,
    /// What it gives after its caps.
    pub capped: Points,
}

/// Scores one lead. Without `events` there is no log, and all that is asked of it is unknown; an empty one is still a log.
#[must_use]
pub fn evaluate(rules: &Rules, as_of: Instant, lead: &Lead, events: Option<&[Event]>) -> Outcome {
    run(rules, as_of, lead, events).1
}

/// Whether each expectation of a test holds for its lead, and what came out.
#[must_use]
pub fn test(rules: &Rules, test: &ir::Test) -> (Vec<Truth>, Outcome) {
    let (lead, events) = of_test(rules, test);
    let evaluation = Evaluation::new(rules, test.as_of, &lead, Some(&events));
    (test.expectations.iter().map(|expected| evaluation.truth(expected)).collect(), evaluation.outcome)
}

/// The lead of a test, and what it did.
#[must_use]
pub fn of_test(rules: &Rules, test: &ir::Test) -> (Lead, Vec<Event>) {
    let mut lead = Lead { fields: vec![None; rules.fields.len()] };
    for (field, value) in &test.lead {
        lead.fields[usize::from(field.0)] = Some(value.clone());
    }
    let properties = rules.log.as_ref().map_or(0, |log| log.properties.len());
    let event = |event: &ir::Event| {
        let mut values = vec![None; properties];
        for (property, value) in &event.properties {
            values[usize::from(property.0)] = Some(value.clone());
        }
        Event { kind: Some(event.kind), time: event.time, id: None, properties: values }
    };
    (lead, test.events.iter().map(event).collect())
}

/// A lead that was evaluated, of which more can be asked.
pub struct Evaluation<'a> {
    ctx: Ctx<'a>,
    outcome: Outcome,
}

impl<'a> Evaluation<'a> {
    /// Evaluates a lead. Without `events` there is no log.
    #[must_use]
    pub fn new(rules: &'a Rules, as_of: Instant, lead: &'a Lead, events: Option<&'a [Event]>) -> Self {
        let (ctx, outcome) = run(rules, as_of, lead, events);
        Self { ctx, outcome }
    }

    /// The rule set.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        self.ctx.rules
    }

    /// The instant from which the lead is seen.
    #[must_use]
    pub fn as_of(&self) -> Instant {
        self.ctx.as_of
    }

    /// What came out.
    #[must_use]
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Whether a condition of the rule set holds.
    #[must_use]
    pub fn truth(&self, condition: &ir::Cond) -> Truth {
        self.ctx.truth(condition, None)
    }

    /// The value of a quantity of the rule set, if it is known.
    #[must_use]
    pub fn value(&self, quantity: &ir::Quantity) -> Option<Decimal> {
        self.ctx.quantity(quantity, None)
    }

    /// The value of a field or a label, if it is known.
    #[must_use]
    pub fn subject(&self, subject: ir::Subject) -> Option<Value> {
        self.ctx.value(subject, None)
    }

    /// How many of the lead's events are among these; none without a log.
    #[must_use]
    pub fn count(&self, of: &ir::Occurrences) -> Option<usize> {
        self.ctx.occurrences(of).map(|found| found.len())
    }
}

/// By event: whether it is the one that counts of those with its id; one without an id always is. Of equal ones it is the
/// first. A log may repeat an id for several leads: give the events of all, in the order of the leads' keys.
#[must_use]
pub fn first_of_each_id(rules: &Rules, events: &[Event]) -> Vec<bool> {
    let is_first = |event: &Event| {
        let same = events.iter().filter(|other| other.id == event.id);
        event.id.is_none() || same.min_by(|a, b| order(rules, a, b)).is_some_and(|first| std::ptr::eq(first, event))
    };
    events.iter().map(is_first).collect()
}

/// Which of two rows with the same id comes first: the earlier, then the lower kind by code point (one that is not
/// declared comes last), then the lower properties (an unknown one being lowest, texts folded).
fn order(rules: &Rules, a: &Event, b: &Event) -> Ordering {
    let kind = |event: &Event| {
        let kind = rules.log.as_ref().zip(event.kind).map(|(log, kind)| log.kind(kind));
        (kind.is_none(), kind.map(|kind| &kind.name))
    };
    let properties =
        |event: &Event| event.properties.iter().map(|value| value.as_ref().map(folded)).collect::<Vec<_>>();
    a.time.cmp(&b.time).then_with(|| kind(a).cmp(&kind(b))).then_with(|| properties(a).cmp(&properties(b)))
}

/// The values of quantities on a lead whose scores are these.
#[must_use]
pub fn values(
    rules: &Rules,
    as_of: Instant,
    (lead, events): (&Lead, Option<&[Event]>),
    scores: &[Option<Points>],
    quantities: &[&ir::Quantity],
) -> Vec<Option<Decimal>> {
    let mut ctx = Ctx::new(rules, as_of, lead, events);
    ctx.scores = scores.to_vec();
    quantities.iter().map(|quantity| ctx.quantity(quantity, None)).collect()
}

/// Whether conditions hold for a lead whose scores are these; they ask about fields, events and scores.
#[must_use]
pub fn truths(
    rules: &Rules,
    as_of: Instant,
    (lead, events): (&Lead, Option<&[Event]>),
    scores: &[Option<Points>],
    conditions: &[&ir::Cond],
) -> Vec<Truth> {
    let mut ctx = Ctx::new(rules, as_of, lead, events);
    ctx.scores = scores.to_vec();
    conditions.iter().map(|condition| ctx.truth(condition, None)).collect()
}

/// Whether an event passes what `where` asks, seen from an instant.
#[must_use]
pub fn passes(rules: &Rules, as_of: Instant, filter: &ir::Cond, event: &Event) -> bool {
    let lead = Lead { fields: Vec::new() };
    Ctx::new(rules, as_of, &lead, None).truth(filter, Some(event)) == Truth::True
}

/// Whether an event is one of each of these, seen from an instant.
#[must_use]
pub fn occurs(rules: &Rules, as_of: Instant, event: &Event, of: &[&ir::Occurrences]) -> Vec<bool> {
    let lead = Lead { fields: vec![None; rules.fields.len()] };
    let ctx = Ctx::new(rules, as_of, &lead, None);
    of.iter().map(|of| ctx.is_one_of(of, event)).collect()
}

fn run<'a>(rules: &'a Rules, as_of: Instant, lead: &'a Lead, events: Option<&'a [Event]>) -> (Ctx<'a>, Outcome) {
    let mut ctx = Ctx::new(rules, as_of, lead, events);
    let mut points = Scored { rules: vec![NOTHING; rules.rules().len()], groups: Vec::new() };
    let mut scores = Vec::new();
    for score in &rules.scores {
        let outcome = ctx.score(score, &mut points);
        ctx.scores.push(outcome.points);
        scores.push(outcome);
    }
    let exclusion = ctx.decide();
    for label in &rules.labels {
        let text = ctx.label(&label.body);
        ctx.labels.push(text);
    }
    let promises = rules
        .promises
        .iter()
        .map(|promise| promise.lines.iter().map(|line| ctx.is_true(&line.condition) == line.always).collect())
        .collect();
    let outcome = Outcome {
        scores,
        rules: points.rules,
        groups: points.groups,
        exclusion,
        stage: ctx.stage,
        labels: ctx.labels.clone(),
        promises,
        overflowed: ctx.overflowed.get(),
    };
    (ctx, outcome)
}

/// What is known so far.
struct Ctx<'a> {
    rules: &'a Rules,
    as_of: Instant,
    lead: &'a Lead,
    /// The events that count, if there is a log.
    log: Option<Vec<&'a Event>>,
    scores: Vec<Option<Points>>,
    stage: StageId,
    labels: Vec<Option<String>>,
    overflowed: Cell<bool>,
}

/// What rules and groups gave.
struct Scored {
    rules: Vec<RuleOutcome>,
    groups: Vec<GroupOutcome>,
}

impl Scored {
    fn rule(&mut self, id: RuleId) -> &mut RuleOutcome {
        &mut self.rules[id.0 as usize]
    }
}

impl<'a> Ctx<'a> {
    /// Nothing known yet but the lead and its events.
    fn new(rules: &'a Rules, as_of: Instant, lead: &'a Lead, events: Option<&'a [Event]>) -> Self {
        let mut ctx = Self {
            rules,
            as_of,
            lead,
            log: None,
            scores: Vec::new(),
            stage: StageId::None,
            labels: Vec::new(),
            overflowed: Cell::new(false),
        };
        ctx.log = events.map(|events| ctx.counting(events));
        ctx
    }

    fn is_true(&self, condition: &ir::Cond) -> bool {
        self.truth(condition, None) == Truth::True
    }

    /// Takes the stage, once the scores are there; gives the place of the exclusion that sets the lead apart.
    fn decide(&mut self) -> Option<usize> {
        let exclusion = self.rules.exclusions.iter().position(|line| self.is_true(&line.condition));
        let step = self.rules.stages.steps.iter().rposition(|step| self.is_true(&step.condition));
        self.stage = match (exclusion, step) {
            (Some(_), _) => StageId::Excluded,
            (None, Some(step)) => StageId::Step(u16::try_from(step).expect("stages are counted in 16 bits")),
            (None, None) => StageId::None,
        };
        exclusion
    }

    /// The events that count: of those with the same id the first, none that are ignored, none after `as of`.
    fn counting(&self, events: &'a [Event]) -> Vec<&'a Event> {
        let is_ignored = |event: &Event| {
            let ignored = self.rules.log.as_ref().map_or(&[][..], |log| &log.ignored);
            ignored.iter().any(|of| self.is_one_of(of, event))
        };
        let first = first_of_each_id(self.rules, events);
        let first = events.iter().zip(first).filter(|&(_, first)| first).map(|(event, _)| event);
        first.filter(|event| !is_ignored(event) && event.time <= self.as_of).collect()
    }

    fn score(&self, score: &ir::Score, scored: &mut Scored) -> ScoreOutcome {
        match &score.body {
            ScoreBody::Computed(quantity) => self.computed(score, quantity),
            ScoreBody::Rules(parts) => {
                let given: Vec<Given> = parts.iter().map(|part| self.part(part, scored)).collect();
                let uncut = sum(given.iter().map(|given| given.points));
                ScoreOutcome {
                    points: Some(clamp(uncut, &score.range)),
                    uncut: Some(uncut),
                    unknown_rules: given.iter().map(|given| given.unknown).sum(),
                }
            }
        }
    }

    fn computed(&self, score: &ir::Score, quantity: &ir::Quantity) -> ScoreOutcome {
        let uncut = self.quantity(quantity, None).and_then(|value| {
            let points = value.round_to_points();
            self.overflowed.set(self.overflowed.get() || points.is_none());
            points
        });
        ScoreOutcome { points: uncut.map(|points| clamp(points, &score.range)), uncut, unknown_rules: 0 }
    }

    fn part(&self, part: &Part, scored: &mut Scored) -> Given {
        match part {
            Part::Rule(rule) => {
                let outcome = self.rule(rule);
                *scored.rule(rule.id) = outcome;
                let unknown = outcome.in_force && outcome.truth == Truth::Unknown;
                Given { points: outcome.counted, unknown: u32::from(unknown) }
            }
            Part::Table(table) => self.table(table, scored),
            Part::Group(group) => self.group(group, scored),
        }
    }

    /// Rows outside their dates are as if they were not written; of the others one at most is taken and gives its points.
    /// The table is unknown if none is, and the subject or a row is.
    fn table(&self, table: &ir::Table, scored: &mut Scored) -> Given {
        let outcomes: Vec<RuleOutcome> = table.rows.iter().map(|row| self.rule(&row.rule)).collect();
        let holds = |at: &usize| outcomes[*at].in_force && outcomes[*at].truth == Truth::True;
        let first = |kind| (0..table.rows.len()).filter(|&at| table.rows[at].kind == kind).find(holds);
        let known = self.truth(&table.known, None) == Truth::True;
        let taken = if known {
            first(RowKind::Values).or_else(|| first(RowKind::Otherwise))
        } else {
            first(RowKind::Values).or_else(|| first(RowKind::Unknown))
        };
        for (at, (row, outcome)) in table.rows.iter().zip(&outcomes).enumerate() {
            let truth = if outcome.truth == Truth::True { Truth::False } else { outcome.truth };
            let passed_over = RuleOutcome { in_force: outcome.in_force, truth, ..NOTHING };
            *scored.rule(row.rule.id) = if taken == Some(at) { *outcome } else { passed_over };
        }
        let undecided = outcomes.iter().any(|outcome| outcome.in_force && outcome.truth == Truth::Unknown);
        Given {
            points: taken.map_or(Points::ZERO, |at| outcomes[at].counted),
            unknown: u32::from(taken.is_none() && (!known || undecided)),
        }
    }

    fn group(&self, group: &ir::Group, scored: &mut Scored) -> Given {
        let given: Vec<Given> = group.parts.iter().map(|part| self.part(part, scored)).collect();
        let raw = if group.best {
            let best = best(&given.iter().map(|given| given.points).collect::<Vec<_>>());
            for (_, part) in group.parts.iter().enumerate().filter(|&(at, _)| Some(at) != best) {
                for rule in part.rules() {
                    scored.rule(rule.id).counted = Points::ZERO;
                }
            }
            best.map_or(Points::ZERO, |at| given[at].points)
        } else {
            sum(given.iter().map(|given| given.points))
        };
        let capped = raw.min(group.up_to.unwrap_or(raw)).max(group.down_to.unwrap_or(Points(i64::MIN)));
        scored.groups.push(GroupOutcome { raw, capped });
        Given { points: capped, unknown: given.iter().map(|given| given.unknown).sum() }
    }

    /// What a rule gives standing alone.
    fn rule(&self, rule: &Rule) -> RuleOutcome {
        let today = self.rules.zone.day_of(self.as_of);
        let in_force = rule.from.is_none_or(|from| from <= today) && rule.until.is_none_or(|until| today <= until);
        let (countable, points) = self.gain(&rule.gain);
        let truth = self.truth(&rule.condition, None).and(countable);
        let raw = if in_force && truth == Truth::True { points } else { Points::ZERO };
        let capped = match rule.cap {
            Some(cap) if cap < Points::ZERO => raw.max(cap),
            Some(cap) => raw.min(cap),
            None => raw,
        };
        RuleOutcome { in_force, truth, raw, capped, counted: capped }
    }

    /// Whether what it counts is known, and the points it gives if its rule's condition is true.
    fn gain(&self, gain: &Gain) -> (Truth, Points) {
        match gain {
            Gain::Once { points, decay: None } => (Truth::True, *points),
            Gain::Once { points, decay: Some((decay, of)) } => {
                let Some(occurrences) = self.occurrences(of) else { return (Truth::Unknown, Points::ZERO) };
                let latest = occurrences.iter().map(|event| event.time).max();
                let factor = latest.map_or(0, |time| self.factor(*decay, time));
                (Truth::True, limited(divide_rounded(i128::from(points.0) * i128::from(factor), 1_000_000)))
            }
            Gain::PerUnit { points, per, of } => {
                let Some(quantity) = self.quantity(of, None) else { return (Truth::Unknown, Points::ZERO) };
                let units = quantity.0.max(0) / per.0;
                (Truth::True, limited(units.saturating_mul(i128::from(points.0))))
            }
            Gain::PerOccurrence { points, of, once_per, decay } => {
                let Some(mut occurrences) = self.occurrences(of) else { return (Truth::Unknown, Points::ZERO) };
                if let Some(bucket) = once_per {
                    occurrences = self.latest_of_each(&occurrences, *bucket);
                }
                let factors = occurrences.iter().map(|event| decay.map_or(1_000_000, |d| self.factor(d, event.time)));
                let factors: i128 = factors.map(i128::from).sum();
                (Truth::True, limited(divide_rounded(i128::from(points.0) * factors, 1_000_000)))
            }
        }
    }

    /// The factor, in millionths, of points that an event at `time` gives.
    fn factor(&self, decay: ir::Decay, time: Instant) -> i64 {
        let age = quantity::age_in_days(self.as_of, time);
        decay::factor(decay, u32::try_from(age).unwrap_or(u32::MAX))
    }

    /// The latest occurrence of each day, week, month or value; those whose value is unknown share one.
    fn latest_of_each(&self, occurrences: &[&'a Event], bucket: Bucket) -> Vec<&'a Event> {
        let mut kept: Vec<(Option<Value>, &Event)> = Vec::new();
        for &event in occurrences {
            let key = self.bucket(event, bucket);
            match kept.iter_mut().find(|(other, _)| *other == key) {
                Some((_, latest)) if latest.time < event.time => *latest = event,
                Some(_) => {}
                None => kept.push((key, event)),
            }
        }
        kept.into_iter().map(|(_, event)| event).collect()
    }

    fn bucket(&self, event: &Event, bucket: Bucket) -> Option<Value> {
        let day = self.rules.zone.day_of(event.time);
        let block = |number: i32, count: u32| Value::Date(number.div_euclid(count.try_into().unwrap_or(i32::MAX)));
        match bucket {
            Bucket::Days(count) => Some(block(day, count)),
            Bucket::Weeks(count) => Some(block(crate::calendar::week_of(day), count)),
            Bucket::Months(count) => Some(block(crate::calendar::month_of(day), count)),
            Bucket::Value(property) => event.properties[usize::from(property.0)].as_ref().map(folded),
        }
    }

    fn label(&self, body: &ir::LabelBody) -> Option<String> {
        match body {
            ir::LabelBody::Lines { lines, otherwise } => {
                let first = lines.iter().find(|(condition, _)| self.truth(condition, None) == Truth::True);
                first.map(|(_, text)| text.clone()).or_else(|| otherwise.clone())
            }
            ir::LabelBody::Joined(labels) => {
                labels.iter().map(|label| self.labels[usize::from(label.0)].clone()).collect()
            }
        }
    }
}

/// What a part of a score gives, and how many of its rules were unknown.
struct Given {
    points: Points,
    unknown: u32,
}

const NOTHING: RuleOutcome =
    RuleOutcome { in_force: true, truth: Truth::False, raw: Points::ZERO, capped: Points::ZERO, counted: Points::ZERO };

/// The part that gives most; if none gives anything above zero, the one furthest below. Of equals the earlier.
#[must_use]
pub fn best(given: &[Points]) -> Option<usize> {
    let positive = given.iter().any(|&given| given > Points::ZERO);
    let better = |a: Points, b: Points| if positive { a > b } else { a < b };
    let mut best = None;
    for (at, &points) in given.iter().enumerate() {
        if best.is_none_or(|best: usize| better(points, given[best])) {
            best = Some(at);
        }
    }
    best
}

fn sum(points: impl Iterator<Item = Points>) -> Points {
    let sum: i128 = points.map(|points| i128::from(points.0)).sum();
    Points(i64::try_from(sum).expect("so many rules do not fit into memory"))
}

/// Points of one rule, within the limit of one.
fn limited(points: i128) -> Points {
    let limit = i128::from(RULE_LIMIT);
    Points(i64::try_from(points.clamp(-limit, limit)).expect("the limit fits"))
}

/// Points kept within a range.
#[must_use]
pub fn clamp(points: Points, range: &Bounds<Points>) -> Points {
    let high = range.high.map(|high| if range.half_open { Points(high.0 - 1) } else { high });
    points.min(high.unwrap_or(points)).max(range.low.unwrap_or(Points(i64::MIN)))
}

/// A value as `once per` tells it apart from others: texts folded, a list whatever its order.
fn folded(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text::fold(text)),
        Value::Texts(texts) => {
            let mut texts: Vec<String> = texts.iter().map(|text| text::fold(text)).collect();
            texts.sort();
            Value::Texts(texts)
        }
        Value::Choices(options) => {
            let mut options = options.clone();
            options.sort_unstable();
            Value::Choices(options)
        }
        Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Choice(_) => value.clone(),
    }
}
