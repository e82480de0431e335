//! One lead at a time: the same plan walked for a single row, in buffers that are kept from lead to lead, so that nothing
//! is allocated once they are warm. In: a [`Lead`] of plain values; out: all that came out for it. Batches are faster by
//! far for files; this is for a form, a queue, a service.

use crate::columns::{Event, Lead};
use leadrules_language::calendar::{month_of, week_of};
use leadrules_language::decimal::{Decimal, Points, divide_rounded};
use leadrules_language::ir::{Bucket, RowKind, StageId};
use leadrules_language::types::{Truth, Value};

use super::super::count::LocalDays;
use super::super::points::{GainPlan, GroupPlan, PartPlan, RulePlan, limited, within};
use super::super::program::NodeId;
use super::super::row::{Counter, Row, World};
use super::super::tally::{BucketKey, Measure};
use super::{LabelPlan, Plan, ScorePlan};

const TRUE: u8 = Truth::True as u8;
const UNKNOWN: u8 = Truth::Unknown as u8;

/// Scores leads one at a time.
#[derive(Debug)]
pub struct Single<'p> {
    plan: &'p Plan,
    leads: Row,
    events: Row,
    counters: Vec<Counter>,
    /// The points that rules gave, for taking back those that lost in their group.
    given: Vec<(u32, i64)>,
    outcome: SingleOutcome,
}

/// What came out for a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SingleOutcome {
    /// By score id: its points, none where a computed score is unknown.
    pub scores: Vec<Option<Points>>,
    /// By score id: how many of its rules were unknown; a table counts as one.
    pub unknown_rules: Vec<u32>,
    /// By rule id: the points it gave, after its cap; 0 for what a table did not take and what lost in a group.
    pub rules: Vec<Points>,
    /// By label id: its text, none where it is unknown.
    pub labels: Vec<Option<String>>,
    /// Its stage; none is [`StageId::None`].
    pub stage: Option<StageId>,
    /// The place of the exclusion that sets it apart.
    pub exclusion: Option<usize>,
}

impl Plan {
    /// Makes the buffers in which leads are scored one at a time.
    #[must_use]
    pub fn single(&self) -> Single<'_> {
        Single {
            plan: self,
            leads: Row::new(&self.leads),
            events: Row::new(&self.events.program),
            counters: self.events.tallies.iter().map(|tally| Counter::new(tally.measure)).collect(),
            given: Vec::new(),
            outcome: SingleOutcome {
                rules: vec![Points::ZERO; self.rule_count],
                labels: vec![None; self.labels.len()],
                ..SingleOutcome::default()
            },
        }
    }
}

impl Single<'_> {
    /// Scores a lead. Without a log (see [`super::Options::log`]) its events are not looked at.
    ///
    /// # Panics
    /// Where a value is not of its field's type, or fewer values stand there than the rules have fields.
    pub fn score(&mut self, lead: &Lead) -> &SingleOutcome {
        let plan = self.plan;
        self.leads.clear();
        self.outcome.scores.clear();
        self.outcome.unknown_rules.clear();
        self.outcome.rules.fill(Points::ZERO);
        self.outcome.stage = None;
        self.count(&lead.events);
        self.outcome.exclusion = plan.exclusions.iter().position(|&node| self.holds(lead, node));
        for (range, score) in &plan.scores {
            let (points, unknown) = match score {
                ScorePlan::Computed(number) => {
                    let value = self.with(lead, |row, world| row.number(&plan.leads, world, *number));
                    (value.and_then(Decimal::round_to_points).map(|points| points.0), 0)
                }
                ScorePlan::Parts(parts) => {
                    self.given.clear();
                    let sum = parts.iter().map(|part| self.part(lead, part)).fold((0, 0), add);
                    for &(id, points) in &self.given {
                        self.outcome.rules[id as usize] = Points(points);
                    }
                    (Some(sum.0), sum.1)
                }
            };
            self.outcome.scores.push(points.map(|points| Points(within(range, points))));
            self.outcome.unknown_rules.push(unknown);
        }
        let mut stage = StageId::None;
        for (at, &step) in (0..).zip(&plan.stages) {
            if self.holds(lead, step) {
                stage = StageId::Step(at);
            }
        }
        self.outcome.stage = Some(if self.outcome.exclusion.is_some() { StageId::Excluded } else { stage });
        for (at, label) in plan.labels.iter().enumerate() {
            self.label(lead, at, label);
        }
        &self.outcome
    }

    fn with<R>(&mut self, lead: &Lead, look: impl FnOnce(&mut Row, &World<'_>) -> R) -> R {
        let world = World {
            values: &lead.fields,
            counters: &self.counters,
            scores: &self.outcome.scores,
            labels: &self.outcome.labels,
            stage: self.outcome.stage.unwrap_or(StageId::None),
        };
        look(&mut self.leads, &world)
    }

    fn truth(&mut self, lead: &Lead, node: NodeId) -> u8 {
        let plan = self.plan;
        self.with(lead, |row, world| row.truth(&plan.leads, world, node))
    }

    fn holds(&mut self, lead: &Lead, node: NodeId) -> bool {
        self.truth(lead, node) == TRUE
    }

    fn label(&mut self, lead: &Lead, at: usize, label: &LabelPlan) {
        let text = match label {
            LabelPlan::Lines { lines, otherwise, texts } => {
                let line = lines.iter().find(|(node, _)| self.holds(lead, *node)).map(|(_, text)| *text);
                line.or(*otherwise).map(|text| texts[usize::from(text)].clone())
            }
            LabelPlan::Joined(parts) => {
                parts.iter().map(|&part| self.outcome.labels[part].as_deref()).collect::<Option<String>>()
            }
        };
        self.outcome.labels[at] = text;
    }

    /// The points of a part, and how many of its rules are unknown.
    fn part(&mut self, lead: &Lead, part: &PartPlan) -> (i64, u32) {
        match part {
            PartPlan::Rule(rule) => {
                let (truth, raw) = self.rule(lead, rule);
                let points = rule.cap_one(raw);
                self.given.push((rule.id, points));
                (points, u32::from(truth == UNKNOWN))
            }
            PartPlan::Table { known, rows } => self.table(lead, *known, rows),
            PartPlan::Group(group) => self.group(lead, group),
        }
    }

    /// The truth of a rule's condition, with that of what it counts; and its points before its cap.
    fn rule(&mut self, lead: &Lead, rule: &RulePlan) -> (u8, i64) {
        let plan = self.plan;
        let truth = self.truth(lead, rule.condition);
        if truth != TRUE {
            return (truth, 0);
        }
        let millionths = |points: i64, factor: i128| divide_rounded(i128::from(points) * factor, 1_000_000);
        let points = match &rule.gain {
            GainPlan::Once(points) => return (TRUE, *points),
            GainPlan::Faded { points, latest, factors } => {
                let time = latest.and_then(|tally| self.counters[tally.0 as usize].latest());
                millionths(*points, time.map_or(0, |time| factors.at(plan.events.as_of, time)).into())
            }
            GainPlan::PerUnit { points, per, of } => {
                match self.with(lead, |row, world| row.number(&plan.leads, world, *of)) {
                    None => return (UNKNOWN, 0),
                    Some(Decimal(value)) => i128::from(*points) * (value.max(0) / per),
                }
            }
            GainPlan::PerOccurrence { points, of } => match of.map(|tally| &self.counters[tally.0 as usize]) {
                None => 0,
                Some(Counter::Count(count)) => i128::from(*points) * i128::from(*count),
                Some(counter) => millionths(*points, counter.factors()),
            },
        };
        (TRUE, limited(points))
    }

    fn table(&mut self, lead: &Lead, known: NodeId, rows: &[(RowKind, RulePlan)]) -> (i64, u32) {
        let known = self.holds(lead, known);
        let (mut taken, mut undecided, mut sum) = (false, !known, 0);
        let values = rows.iter().filter(|(kind, _)| *kind == RowKind::Values);
        let others = rows.iter().filter(|(kind, _)| *kind != RowKind::Values);
        for (kind, rule) in values.chain(others) {
            let (truth, raw) = self.rule(lead, rule);
            undecided |= truth == UNKNOWN;
            let fits = match kind {
                RowKind::Values => true,
                RowKind::Otherwise => known,
                RowKind::Unknown => !known,
            };
            let mut points = 0;
            if truth == TRUE && !taken && fits {
                taken = true;
                points = raw;
            }
            let points = rule.cap_one(points);
            self.given.push((rule.id, points));
            sum += points;
        }
        (sum, u32::from(undecided && !taken))
    }

    fn group(&mut self, lead: &Lead, group: &GroupPlan) -> (i64, u32) {
        let from = self.given.len();
        let mut unknown = 0;
        // The best part so far of each sign: its points, and which rules are its own.
        let mut sum = 0;
        let mut most: Option<(i64, usize, usize)> = None;
        let mut least: Option<(i64, usize, usize)> = None;
        for part in &group.parts {
            let start = self.given.len();
            let (points, not_known) = self.part(lead, part);
            let own = (points, start, self.given.len());
            unknown += not_known;
            sum += points;
            if most.is_none_or(|(other, ..)| points > other) {
                most = Some(own);
            }
            if least.is_none_or(|(other, ..)| points < other) {
                least = Some(own);
            }
        }
        if group.best {
            let best = most.filter(|(points, ..)| *points > 0).or(least);
            let (points, start, end) = best.unwrap_or((0, from, from));
            for (at, given) in self.given.iter_mut().enumerate().skip(from) {
                if at < start || at >= end {
                    given.1 = 0;
                }
            }
            sum = points;
        }
        (sum.min(group.up_to.unwrap_or(i64::MAX)).max(group.down_to.unwrap_or(i64::MIN)), unknown)
    }

    /// Counts the events of a lead.
    fn count(&mut self, events: &[Event]) {
        let plan = &self.plan.events;
        self.counters.iter_mut().for_each(Counter::clear);
        if plan.tallies.is_empty() {
            return;
        }
        let mut days = LocalDays::new(&plan.zone);
        for event in events.iter().filter(|event| event.time <= plan.as_of) {
            self.events.clear();
            let world =
                World { values: &event.properties, counters: &[], scores: &[], labels: &[], stage: StageId::None };
            let mut holds = |node: NodeId| self.events.truth(&plan.program, &world, node) == TRUE;
            let ignored = plan.ignored.iter().any(|(kinds, filter)| {
                kinds.as_ref().is_none_or(|kinds| kinds.contains(&event.kind)) && filter.is_none_or(&mut holds)
            });
            if ignored {
                continue;
            }
            for &at in &plan.by_kind[usize::from(event.kind).min(plan.by_kind.len() - 1)] {
                let tally = &plan.tallies[at];
                let (first, last) = tally.window;
                if event.time < first || event.time > last || !tally.filter.is_none_or(&mut holds) {
                    continue;
                }
                let factor = || plan.factors[at].as_ref().map_or(1_000_000, |of| of.at(plan.as_of, event.time));
                let number = |property: u16| match &event.properties[usize::from(property)] {
                    Some(Value::Number(value)) => i64::try_from(value.0).ok(),
                    _ => None,
                };
                match (&mut self.counters[at], tally.measure) {
                    (Counter::Count(count), _) => *count = count.saturating_add(1),
                    (Counter::Latest(latest), _) => *latest = (*latest).max(Some(event.time)),
                    (Counter::Factors(sum), _) => *sum += factor(),
                    (Counter::Buckets(buckets), Measure::Buckets(bucket, _)) => {
                        let (key, factor) = (bucket_key(bucket, event, &mut days), factor());
                        match buckets.iter_mut().find(|(other, _)| *other == key) {
                            Some((_, kept)) => *kept = factor.max(*kept),
                            None => buckets.push((key, factor)),
                        }
                    }
                    (Counter::Sum(sum, known), Measure::Sum(property)) => {
                        if let Some(value) = number(property) {
                            *sum += i128::from(value);
                            *known += 1;
                        }
                    }
                    (Counter::Highest(kept), Measure::Highest(property)) => *kept = (*kept).max(number(property)),
                    (Counter::Lowest(kept), Measure::Lowest(property)) => {
                        *kept = (*kept).into_iter().chain(number(property)).min();
                    }
                    (Counter::LatestValue(kept), Measure::LatestValue(property)) => {
                        *kept = (*kept).max(number(property).map(|value| (event.time, value)));
                    }
                    (_, measure) => unreachable!("counters are made for {measure:?}"),
                }
            }
        }
    }
}

fn add(left: (i64, u32), right: (i64, u32)) -> (i64, u32) {
    (left.0 + right.0, left.1 + right.1)
}

fn bucket_key(bucket: Bucket, event: &Event, days: &mut LocalDays<'_>) -> BucketKey {
    let blocks = |number: i32, size: u32| BucketKey::Number(i64::from(number).div_euclid(i64::from(size.max(1))));
    match bucket {
        Bucket::Days(size) => blocks(days.at(event.time), size),
        Bucket::Weeks(size) => blocks(week_of(days.at(event.time)), size),
        Bucket::Months(size) => blocks(month_of(days.at(event.time)), size),
        Bucket::Value(property) => {
            event.properties[usize::from(property.0)].as_ref().map_or(BucketKey::Unknown, BucketKey::of)
        }
    }
}
