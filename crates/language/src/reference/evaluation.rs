//! One lead from its first score to its last promise, and what can be asked of it then.

use crate::calendar::Instant;
use crate::decimal::{Decimal, Points};
use crate::ir::{self, Rules};
use crate::lead::{Event, Lead};
use crate::types::{Truth, Value};

use super::ctx::Ctx;
use super::lead::of_test;
use super::outcome::LeadOutcome;
use super::score::{NOTHING, Scored};

/// Scores one lead. Without `events` there is no log, and everything that is asked about it is unknown; an empty one is
/// still a log.
#[must_use]
pub fn evaluate(rules: &Rules, as_of: Instant, lead: &Lead, events: Option<&[Event]>) -> LeadOutcome {
    run(rules, as_of, lead, events).1
}

/// Whether each expectation of a test holds for its lead, and what came out.
#[must_use]
pub fn test(rules: &Rules, test: &ir::Test) -> (Vec<Truth>, LeadOutcome) {
    let (lead, events) = of_test(rules, test);
    let evaluation = Evaluation::new(rules, test.as_of, &lead, Some(&events));
    (test.expectations.iter().map(|expected| evaluation.truth(expected)).collect(), evaluation.outcome)
}

/// A lead that has been evaluated, and of which more can be asked.
pub struct Evaluation<'a> {
    ctx: Ctx<'a>,
    outcome: LeadOutcome,
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
    pub fn outcome(&self) -> &LeadOutcome {
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

    /// How many of the lead's events are among these; `None` without a log.
    #[must_use]
    pub fn count(&self, of: &ir::Occurrences) -> Option<usize> {
        self.ctx.occurrences(of).map(|found| found.len())
    }
}

/// The values of quantities for a lead with these scores.
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

/// Whether conditions hold for a lead with these scores; they may ask about fields, events and scores.
#[must_use]
pub fn meets(
    rules: &Rules,
    as_of: Instant,
    (lead, events): (&Lead, Option<&[Event]>),
    outcome: &LeadOutcome,
    condition: &ir::Cond,
) -> bool {
    let mut ctx = Ctx::new(rules, as_of, lead, events);
    ctx.scores = outcome.scores.iter().map(|score| score.points).collect();
    ctx.stage = outcome.stage;
    ctx.labels.clone_from(&outcome.labels);
    ctx.is_true(condition)
}

/// Whether an event meets the condition of a `where`, seen from an instant.
#[must_use]
pub fn passes(rules: &Rules, as_of: Instant, filter: &ir::Cond, event: &Event) -> bool {
    let lead = Lead { fields: Vec::new() };
    Ctx::new(rules, as_of, &lead, None).truth(filter, Some(event)) == Truth::True
}

/// For each of these occurrences, whether an event is one of them, seen from an instant.
#[must_use]
pub fn occurs(rules: &Rules, as_of: Instant, event: &Event, of: &[&ir::Occurrences]) -> Vec<bool> {
    let lead = Lead { fields: vec![None; rules.fields.len()] };
    let ctx = Ctx::new(rules, as_of, &lead, None);
    of.iter().map(|of| ctx.is_one_of(of, event)).collect()
}

fn run<'a>(rules: &'a Rules, as_of: Instant, lead: &'a Lead, events: Option<&'a [Event]>) -> (Ctx<'a>, LeadOutcome) {
    let mut ctx = Ctx::new(rules, as_of, lead, events);
    let mut points = Scored { rules: vec![NOTHING; rules.rule_count()], groups: Vec::new() };
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
    let outcome = LeadOutcome {
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
