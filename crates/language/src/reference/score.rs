//! The points of scores: rules, tables and groups, their caps and decays, in the order that the language prescribes.

use super::ctx::Ctx;
use super::lead::folded;
use super::quantity::age_in_days;
use crate::calendar::Instant;
use crate::decay;
use crate::decimal::{Points, RULE_LIMIT, divide_rounded};
use crate::ir::{self, Bucket, Gain, Part, RowKind, Rule, RuleId, ScoreBody};
use crate::lead::Event;
use crate::lead::{GroupOutcome, RuleOutcome, ScoreOutcome};
use crate::types::{Bounds, Truth, Value};

/// What rules and groups gave.
pub(super) struct Scored {
    pub(super) rules: Vec<RuleOutcome>,
    pub(super) groups: Vec<GroupOutcome>,
}

impl Scored {
    pub(super) fn rule(&mut self, id: RuleId) -> &mut RuleOutcome {
        &mut self.rules[id.0 as usize]
    }
}

impl<'a> Ctx<'a> {
    pub(super) fn score(&self, score: &ir::Score, scored: &mut Scored) -> ScoreOutcome {
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

    /// Rows outside their dates count as if they were not written; of the others at most one is taken and gives its
    /// points. The table is unknown if none is taken and the subject or a row is unknown.
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

    /// What a rule gives by itself.
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
        let age = age_in_days(self.as_of, time);
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
}

/// What a part of a score gives, and how many of its rules were unknown.
struct Given {
    points: Points,
    unknown: u32,
}

pub(super) const NOTHING: RuleOutcome =
    RuleOutcome { in_force: true, truth: Truth::False, raw: Points::ZERO, capped: Points::ZERO, counted: Points::ZERO };

/// The index of the part that gives the most; if none gives more than zero, of the one furthest below. Of equal ones
/// the earlier.
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

/// Points of one rule, limited to what one rule may give.
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
