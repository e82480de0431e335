//! Which rules and which sides of each condition the tests exercised. A side that a condition can't have (an event
//! condition with no data, say) is not asked for.

use hashbrown::{HashMap, HashSet};
use serde::Serialize;

use super::place;
use crate::explain::{Outcome, squeezed};
use leadrules_engine::engine::Trace;
use leadrules_language::ast::Arithmetic;
use leadrules_language::ir::{
    Cond, CondKind, DefinitionBody, Function, LabelBody, Quantity, QuantityKind, Rules, ScoreBody,
};
use leadrules_language::source::Span;
use leadrules_language::types::Truth;

/// What the tests looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// Every rule, in the order they stand.
    pub rules: Vec<RuleCoverage>,
    /// Every condition that is not made of others, in the order they stand.
    pub conditions: Vec<ConditionCoverage>,
}

impl Coverage {
    /// How many rules fired in some test, of how many.
    #[must_use]
    pub fn rules_fired(&self) -> (usize, usize) {
        (self.rules.iter().filter(|rule| rule.fired).count(), self.rules.len())
    }

    /// How many sides of conditions were seen, of how many there are.
    #[must_use]
    pub fn sides_seen(&self) -> (usize, usize) {
        let seen = self.conditions.iter().map(|condition| condition.seen.len()).sum::<usize>();
        (seen, seen + self.conditions.iter().map(|condition| condition.missing.len()).sum::<usize>())
    }
}

/// A rule, and whether a test made it fire.
#[derive(Clone, Debug, Serialize)]
pub struct RuleCoverage {
    /// Its title.
    pub title: String,
    /// Its file and line.
    pub place: String,
    /// Whether it gave points (or held) in some test.
    pub fired: bool,
}

/// A condition, and what tests made of it.
#[derive(Clone, Debug, Serialize)]
pub struct ConditionCoverage {
    /// As written.
    pub text: String,
    /// Its file and line.
    pub place: String,
    /// The sides that some test had.
    pub seen: Vec<Outcome>,
    /// The sides that none had, of those it can have.
    pub missing: Vec<Outcome>,
}

/// What was seen so far.
#[derive(Default)]
pub struct Seen {
    truths: HashMap<Span, HashSet<Truth>>,
    fired: HashSet<usize>,
}

impl Seen {
    /// Adds what one test saw.
    pub fn add(&mut self, trace: &Trace) {
        for (span, rows) in &trace.pieces {
            self.truths.entry(*span).or_default().extend(rows);
        }
        self.fired.extend(trace.results.fired.iter().enumerate().filter(|(_, fired)| **fired > 0).map(|(id, _)| id));
    }

    /// What all tests saw of the rule set.
    pub fn coverage(&self, rules: &Rules) -> Coverage {
        let covered = |(_, rule): (_, &leadrules_language::ir::Rule)| RuleCoverage {
            title: rule.title.clone(),
            place: place(rules, rule.span),
            fired: self.fired.contains(&(rule.id.0 as usize)),
        };
        let mut leaves = Leaves { rules, found: Vec::new() };
        leaves.all();
        leaves.found.sort_by_key(|cond| cond.span);
        leaves.found.dedup_by_key(|cond| cond.span);
        Coverage {
            rules: rules.rules().into_iter().map(covered).collect(),
            conditions: leaves.found.into_iter().map(|cond| self.condition(rules, cond)).collect(),
        }
    }

    fn condition(&self, rules: &Rules, cond: &Cond) -> ConditionCoverage {
        let none = HashSet::new();
        let truths = self.truths.get(&cond.span).unwrap_or(&none);
        let mut sides = vec![Truth::True, Truth::False];
        if can_be_unknown(rules, cond) {
            sides.push(Truth::Unknown);
        }
        let (seen, missing): (Vec<_>, Vec<_>) = sides.into_iter().partition(|side| truths.contains(side));
        ConditionCoverage {
            text: squeezed(rules.text(cond.span)),
            place: place(rules, cond.span),
            seen: seen.into_iter().map(Outcome::from).collect(),
            missing: missing.into_iter().map(Outcome::from).collect(),
        }
    }
}

/// Finds the conditions that are not made of others.
struct Leaves<'a> {
    rules: &'a Rules,
    found: Vec<&'a Cond>,
}

impl<'a> Leaves<'a> {
    fn all(&mut self) {
        let rules = self.rules;
        for definition in &rules.definitions {
            if let DefinitionBody::Cond(cond) = &definition.body {
                self.add(cond);
            }
        }
        for exclusion in &rules.exclusions {
            self.add(&exclusion.condition);
        }
        for (_, rule) in rules.rules() {
            self.add(&rule.condition);
        }
        for step in &rules.stages.steps {
            self.add(&step.condition);
        }
        for label in &rules.labels {
            if let LabelBody::Lines { lines, .. } = &label.body {
                for (cond, _) in lines {
                    self.add(cond);
                }
            }
        }
    }

    fn add(&mut self, cond: &'a Cond) {
        match &cond.kind {
            CondKind::And(parts) | CondKind::Or(parts) => parts.iter().for_each(|part| self.add(part)),
            CondKind::Not(inner) if inner.span != cond.span => self.add(inner),
            CondKind::Constant(_) | CondKind::Defined(_) => {}
            _ => self.found.push(cond),
        }
    }
}

/// Whether there is a lead of which the condition can't be told (with an event log).
fn can_be_unknown(rules: &Rules, cond: &Cond) -> bool {
    match &cond.kind {
        CondKind::Constant(_) | CondKind::Known(_) | CondKind::Happened { .. } | CondKind::Stage(_) => false,
        CondKind::Not(inner) => can_be_unknown(rules, inner),
        CondKind::And(parts) | CondKind::Or(parts) => parts.iter().any(|part| can_be_unknown(rules, part)),
        CondKind::Defined(id) => match &rules.definition(*id).body {
            DefinitionBody::Cond(body) => can_be_unknown(rules, body),
            DefinitionBody::Quantity(body) => may_be_missing(rules, body),
        },
        CondKind::Number(quantity, _) => may_be_missing(rules, quantity),
        CondKind::Compare(_, left, right) => may_be_missing(rules, left) || may_be_missing(rules, right),
        CondKind::Truth(_)
        | CondKind::Date(..)
        | CondKind::CompareDates(..)
        | CondKind::Text(..)
        | CondKind::Choice(..)
        | CondKind::Choices { .. }
        | CondKind::Texts { .. }
        | CondKind::Same(..) => true,
    }
}

fn may_be_missing(rules: &Rules, quantity: &Quantity) -> bool {
    match &quantity.kind {
        QuantityKind::Constant(_) => false,
        QuantityKind::Field(_) | QuantityKind::Property(_) | QuantityKind::DaysSince(_) => true,
        QuantityKind::Score(id) => match &rules.score(*id).body {
            ScoreBody::Rules(_) => false,
            ScoreBody::Computed(formula) => may_be_missing(rules, formula),
        },
        QuantityKind::Defined(id) => match &rules.definition(*id).body {
            DefinitionBody::Cond(_) => false,
            DefinitionBody::Quantity(body) => may_be_missing(rules, body),
        },
        QuantityKind::Aggregate(function, _) => match function {
            Function::Count | Function::Total(_) => false,
            Function::Average(_)
            | Function::Highest(_)
            | Function::Lowest(_)
            | Function::Latest(_)
            | Function::DaysSince => true,
        },
        QuantityKind::Binary(op, left, right) => {
            // A divisor that a lead decides can be zero.
            let divides = *op == Arithmetic::Divide && !matches!(right.kind, QuantityKind::Constant(_));
            divides || may_be_missing(rules, left) || may_be_missing(rules, right)
        }
    }
}
