//! Which rules, and which sides of each condition, the tests exercised. A side that a condition can't have (unknown,
//! say, for a condition on events) is not asked for.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::ast::Arithmetic;
use crate::explain::Answer;
use crate::ir::{
    Child, Cond, CondKind, DefinitionBody, Function, LabelBody, Origin, Quantity, QuantityKind, Rule, RuleId, Rules,
    ScoreBody,
};
use crate::reference::Evaluation;
use crate::source::one_line;
use crate::types::Truth;

/// What the tests looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// Every rule, in the order they are written.
    pub rules: Vec<RuleCoverage>,
    /// Every condition that is not made of others, in the order they are written.
    pub conditions: Vec<ConditionCoverage>,
}

impl Coverage {
    /// How many rules fired in some test, and how many there are.
    #[must_use]
    pub fn rules_fired(&self) -> (usize, usize) {
        (self.rules.iter().filter(|rule| rule.fired).count(), self.rules.len())
    }

    /// How many sides of conditions were seen, and how many there are.
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

/// A condition, and how the tests exercised it.
#[derive(Clone, Debug, Serialize)]
pub struct ConditionCoverage {
    /// As written.
    pub text: String,
    /// Its file and line.
    pub place: String,
    /// The sides that occurred in some test.
    pub seen: Vec<Answer>,
    /// The sides that occurred in none, among those it can have.
    pub missing: Vec<Answer>,
}

/// What was seen so far.
pub struct Seen<'a> {
    rules: &'a Rules,
    /// The conditions that are not made of others, and the truth values that each has had.
    leaves: Vec<(&'a Cond, BTreeSet<Truth>)>,
    fired: BTreeSet<RuleId>,
    /// The same of accounts.
    accounts: Option<Box<Seen<'a>>>,
}

impl<'a> Seen<'a> {
    /// Nothing yet.
    pub fn new(rules: &'a Rules) -> Self {
        let mut leaves = Leaves::default();
        leaves.all(rules);
        leaves.found.sort_by_key(|cond| (cond.span, cond.id));
        let leaves = leaves.found.into_iter().map(|cond| (cond, BTreeSet::new())).collect();
        let accounts = rules.accounts.as_ref().map(|accounts| Box::new(Self::new(&accounts.rules)));
        Self { rules, leaves, fired: BTreeSet::new(), accounts }
    }

    /// Adds what one test saw of its account.
    pub fn add_account(&mut self, evaluation: &Evaluation<'_>) {
        if let Some(accounts) = &mut self.accounts {
            accounts.add(evaluation);
        }
    }

    /// Adds what one test saw.
    pub fn add(&mut self, evaluation: &Evaluation<'_>) {
        for (cond, truths) in &mut self.leaves {
            truths.insert(evaluation.truth(cond));
        }
        let fired = (0..).map(RuleId).zip(&evaluation.outcome().rules);
        self.fired.extend(fired.filter(|(_, rule)| rule.in_force && rule.truth == Truth::True).map(|(id, _)| id));
    }

    /// What all tests saw of the rule set.
    pub fn coverage(&self) -> Coverage {
        let covered = |(_, rule): (_, &Rule)| RuleCoverage {
            title: rule.title.clone(),
            place: self.rules.sources.place(rule.span),
            fired: self.fired.contains(&rule.id),
        };
        let mut coverage = Coverage {
            rules: self.rules.rules().into_iter().map(covered).collect(),
            conditions: self.leaves.iter().map(|(cond, truths)| self.condition(cond, truths)).collect(),
        };
        if let Some(accounts) = &self.accounts {
            let Coverage { rules, conditions } = accounts.coverage();
            coverage.rules.extend(rules);
            coverage.conditions.extend(conditions);
        }
        coverage
    }

    fn condition(&self, cond: &Cond, truths: &BTreeSet<Truth>) -> ConditionCoverage {
        let mut sides = vec![Truth::True, Truth::False];
        if can_be_unknown(self.rules, cond) {
            sides.push(Truth::Unknown);
        }
        let (seen, missing): (Vec<_>, Vec<_>) = sides.into_iter().partition(|side| truths.contains(side));
        ConditionCoverage {
            text: one_line(self.rules.text(cond.span)),
            place: self.rules.sources.place(cond.span),
            seen: seen.into_iter().map(Answer::from).collect(),
            missing: missing.into_iter().map(Answer::from).collect(),
        }
    }
}

/// Finds the conditions that are not made of others.
#[derive(Default)]
struct Leaves<'a> {
    found: Vec<&'a Cond>,
}

impl<'a> Leaves<'a> {
    fn all(&mut self, rules: &'a Rules) {
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
        for gathered in rules.accounts.iter().flat_map(|accounts| &accounts.gathered) {
            if let Some(filter) = &gathered.filter {
                self.add(filter);
            }
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
            CondKind::Constant(_) | CondKind::Defined(_) => {}
            CondKind::Not(inner) if inner.origin == Origin::Sugar => self.found.push(cond),
            _ if cond.parts().is_empty() => self.found.push(cond),
            _ => cond.parts().iter().for_each(|part| self.add(part)),
        }
    }
}

/// Whether, given an event log, there is a lead for which the condition can't be told.
fn can_be_unknown(rules: &Rules, cond: &Cond) -> bool {
    !matches!(cond.kind, CondKind::Known(_)) && cond.children().into_iter().any(|child| may_be_missing(rules, child))
}

fn may_be_missing(rules: &Rules, child: Child<'_>) -> bool {
    match child {
        Child::Cond(cond) => can_be_unknown(rules, cond),
        Child::Quantity(quantity) => quantity_may_be_missing(rules, quantity),
        Child::Subject(_) => true,
        Child::Score(id) => match &rules.score(id).body {
            ScoreBody::Rules(_) => false,
            ScoreBody::Computed(formula) => quantity_may_be_missing(rules, formula),
        },
        Child::Definition(id) => match &rules.definition(id).body {
            DefinitionBody::Cond(body) => can_be_unknown(rules, body),
            DefinitionBody::Quantity(body) => quantity_may_be_missing(rules, body),
        },
        Child::Occurrences(_) | Child::Stage => false,
    }
}

fn quantity_may_be_missing(rules: &Rules, quantity: &Quantity) -> bool {
    let of_nothing = match &quantity.kind {
        QuantityKind::Aggregate(function, _) => match function {
            Function::Count | Function::Total(_) => false,
            Function::Average(_)
            | Function::Highest(_)
            | Function::Lowest(_)
            | Function::Latest(_)
            | Function::DaysSince => true,
        },
        // A divisor that depends on a lead can be zero.
        QuantityKind::Binary(Arithmetic::Divide, _, right) => !matches!(right.kind, QuantityKind::Constant(_)),
        _ => false,
    };
    of_nothing || quantity.children().into_iter().any(|child| may_be_missing(rules, child))
}
