//! The formula of a computed score as a sum: other scores with their weights, and all that is not so simple as its value.

use std::collections::BTreeMap;

use leadrules_language::ast::Arithmetic;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{DefinitionBody, Quantity, QuantityKind, Rules, ScoreBody};
use leadrules_language::reference;
use leadrules_language::source::one_line;

use super::Side;

/// A formula, worked out for a lead.
#[derive(Clone, Debug, Default)]
pub struct Formula {
    /// By the place of the score: its weight.
    pub scores: BTreeMap<usize, Decimal>,
    /// Other quantities (the text, and the value with its weight), in the order they stand.
    pub others: Vec<(String, Decimal)>,
}

impl Formula {
    /// The formula of a computed score; nothing for a score of rules.
    pub fn of(side: &Side<'_>, score: usize) -> Self {
        let ScoreBody::Computed(quantity) = &side.rules.scores[score].body else { return Self::default() };
        let mut terms = Terms::default();
        terms.add(side.rules, quantity, Decimal::ONE);
        let scores: Vec<Option<Points>> = side.outcome.scores.iter().map(|score| score.points).collect();
        let quantities: Vec<&Quantity> = terms.others.iter().map(|(quantity, _)| *quantity).collect();
        let values = reference::values(side.rules, side.as_of, (side.lead, side.events), &scores, &quantities);
        let others = terms.others.iter().zip(values);
        Self {
            scores: terms.scores,
            others: others
                .map(|((quantity, weight), value)| {
                    let value = super::times(*weight, value.unwrap_or(Decimal::ZERO));
                    (one_line(side.rules.text(quantity.span)), value)
                })
                .collect(),
        }
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
                (Arithmetic::Multiply, Some(factor), _) => self.add(rules, right, super::times(weight, factor)),
                (Arithmetic::Multiply, _, Some(factor)) => self.add(rules, left, super::times(weight, factor)),
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
