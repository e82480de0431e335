//! The formula of a computed score as a sum: other scores with their weights, and everything more complex by its value.

use super::named::times;
use std::collections::BTreeMap;

use leadrules_language::ast::Arithmetic;
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{DefinitionBody, Quantity, QuantityKind, Rules, ScoreBody};
use leadrules_language::source::one_line;

/// The formulas of a rule set.
#[derive(Clone, Debug, Default)]
pub struct Formulas {
    /// By score; those made of rules have none.
    of: Vec<Formula>,
    /// The more complex quantities, in the order in which outcomes must give their values.
    pub quantities: Vec<Quantity>,
}

#[derive(Clone, Debug, Default)]
struct Formula {
    /// By index of the score: its weight.
    scores: BTreeMap<usize, Decimal>,
    /// Other quantities: the text, the index and the weight, in the order they are written.
    others: Vec<(String, usize, Decimal)>,
}

/// A formula, worked out for a lead.
#[derive(Clone, Debug, Default)]
pub struct WorkedOut {
    /// By index of the score: its weight.
    pub scores: BTreeMap<usize, Decimal>,
    /// Other quantities (the text, and the value with its weight), in the order they are written.
    pub others: Vec<(String, Decimal)>,
}

impl Formulas {
    /// Takes the formulas of a rule set apart.
    pub fn of(rules: &Rules) -> Self {
        let mut formulas = Self::default();
        for score in &rules.scores {
            let mut terms = Terms::default();
            if let ScoreBody::Computed(quantity) = &score.body {
                terms.add(rules, quantity, Decimal::ONE);
            }
            let mut formula = Formula { scores: terms.scores, others: Vec::new() };
            for (quantity, weight) in terms.others {
                formula.others.push((one_line(rules.text(quantity.span)), formulas.quantities.len(), weight));
                formulas.quantities.push(quantity.clone());
            }
            formulas.of.push(formula);
        }
        formulas
    }

    /// The formula of a score, with the values of the quantities in an outcome.
    pub fn worked_out(&self, score: usize, values: &[Option<Decimal>]) -> WorkedOut {
        let Formula { scores, others } = &self.of[score];
        let value = |at: usize| values[at].unwrap_or(Decimal::ZERO);
        let others = others.iter().map(|(text, at, weight)| (text.clone(), times(*weight, value(*at))));
        WorkedOut { scores: scores.clone(), others: others.collect() }
    }
}

#[derive(Default)]
struct Terms<'a> {
    scores: BTreeMap<usize, Decimal>,
    others: Vec<(&'a Quantity, Decimal)>,
}

impl<'a> Terms<'a> {
    fn add(&mut self, rules: &'a Rules, quantity: &'a Quantity, weight: Decimal) {
        match &quantity.kind {
            QuantityKind::Score(id) => {
                let sum = self.scores.entry(usize::from(id.0)).or_default();
                *sum = Decimal(sum.0 + weight.0);
            }
            QuantityKind::Defined(id) => match &rules.definition(*id).body {
                DefinitionBody::Quantity(body) => self.add(rules, body, weight),
                DefinitionBody::Cond(_) => unreachable!("`resolve` lets only quantities stand here"),
            },
            QuantityKind::Binary(operation, left, right) => match (operation, constant(left), constant(right)) {
                (Arithmetic::Add, ..) => {
                    self.add(rules, left, weight);
                    self.add(rules, right, weight);
                }
                (Arithmetic::Subtract, ..) => {
                    self.add(rules, left, weight);
                    self.add(rules, right, Decimal(-weight.0));
                }
                (Arithmetic::Multiply, Some(factor), _) => self.add(rules, right, times(weight, factor)),
                (Arithmetic::Multiply, _, Some(factor)) => self.add(rules, left, times(weight, factor)),
                (Arithmetic::Divide, _, Some(by)) if by != Decimal::ZERO => match weight.checked_div(by) {
                    Some(weight) => self.add(rules, left, weight),
                    None => self.others.push((quantity, weight)),
                },
                (Arithmetic::Multiply | Arithmetic::Divide, ..) => self.others.push((quantity, weight)),
            },
            _ => self.others.push((quantity, weight)),
        }
    }
}

fn constant(quantity: &Quantity) -> Option<Decimal> {
    if let QuantityKind::Constant(value) = quantity.kind { Some(value) } else { None }
}
