//! A condition taken apart: each piece with its text, whether it holds, and the values it looked at.

use std::collections::BTreeSet;

use serde::Serialize;

use super::answer::Answer;
use crate::ir::{Child, Cond, CondKind, DefinitionBody, DefinitionId, NEW, Origin, Quantity, QuantityKind, Subject};
use crate::reference::Evaluation;
use crate::source::one_line;
use crate::types::Type;
use crate::words::{Text, say};

/// A piece of a condition (or of a formula), and what it is made of.
#[derive(Clone, Debug, Serialize)]
pub struct Piece {
    /// As written, on one line.
    pub text: String,
    /// Whether it holds; for a formula, whether its value is known.
    pub outcome: Answer,
    /// What it looked at; empty if it is only made of others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Piece>,
}

/// Something that is known, or not known, about the lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The field, score or quantity, as the rules name it.
    pub name: String,
    /// Its value; `None` if it is unknown.
    pub value: Option<Text>,
}

/// What a fact about how often something happened is called.
const HAPPENED: &str = "happened";

impl Fact {
    /// It as a sentence.
    #[must_use]
    pub fn said(&self) -> Text {
        match &self.value {
            Some(value) if self.name == HAPPENED => value.clone(),
            Some(value) => say!("{name} is {value}", name = &self.name, value),
            None if self.name == HAPPENED => say!("unknown how often"),
            None => say!("{name} is unknown", name = &self.name),
        }
    }
}

/// Takes conditions apart for one lead.
pub(crate) struct Pieces<'a> {
    pub(crate) evaluation: &'a Evaluation<'a>,
}

impl Pieces<'_> {
    /// A condition on the lead; what a name stands for is taken apart at its first occurrence.
    pub(crate) fn condition(&self, cond: &Cond) -> Piece {
        self.part(cond, &mut BTreeSet::new())
    }

    fn part(&self, cond: &Cond, named: &mut BTreeSet<DefinitionId>) -> Piece {
        let rules = self.evaluation.rules();
        if rules.asks_before(cond) {
            return self.before(cond);
        }
        let parts = match &cond.kind {
            CondKind::Not(inner) => match inner.origin {
                Origin::Written => vec![self.part(inner, named)],
                // `is not` and the like: a single piece for a reader.
                Origin::Sugar => self.part(inner, named).parts,
            },
            CondKind::Defined(id) => match &rules.definition(*id).body {
                DefinitionBody::Cond(body) if named.insert(*id) => vec![self.part(body, named)],
                DefinitionBody::Cond(_) | DefinitionBody::Quantity(_) => Vec::new(),
            },
            _ => cond.parts().iter().map(|part| self.part(part, named)).collect(),
        };
        let mut facts = Vec::new();
        self.facts(cond, &mut facts);
        facts.dedup();
        let outcome = self.evaluation.truth(cond).into();
        Piece { text: one_line(rules.text(cond.span)), outcome, facts, parts }
    }

    /// A question for the stage that the lead had.
    fn before(&self, cond: &Cond) -> Piece {
        let rules = self.evaluation.rules();
        let fact = rules.before.map(|field| {
            let Fact { name, value } = self.fact(Subject::Field(field));
            Fact { name, value: value.or_else(|| Some(Text::verbatim(NEW))) }
        });
        let outcome = self.evaluation.truth(cond).into();
        Piece { text: one_line(rules.text(cond.span)), outcome, facts: fact.into_iter().collect(), parts: Vec::new() }
    }

    /// What keeps a lead at a step: the stage that it had, and what must be true meanwhile.
    pub(crate) fn kept(&self, kept: &Cond) -> Piece {
        match &kept.kind {
            CondKind::And(parts) if !self.evaluation.rules().asks_before(kept) => {
                let mut whole = self.before(kept);
                whole.parts = parts[1..].iter().map(|part| self.condition(part)).collect();
                whole
            }
            _ => self.before(kept),
        }
    }

    /// A quantity of the lead.
    pub(crate) fn quantity(&self, quantity: &Quantity) -> Piece {
        let mut facts = Vec::new();
        self.quantity_facts(quantity, &mut facts);
        let outcome = if self.evaluation.value(quantity).is_some() { Answer::Met } else { Answer::NoData };
        Piece { text: one_line(self.evaluation.rules().text(quantity.span)), outcome, facts, parts: Vec::new() }
    }

    /// What a condition itself looks at.
    fn facts(&self, cond: &Cond, facts: &mut Vec<Fact>) {
        for child in cond.children() {
            match child {
                Child::Cond(inner) => {
                    if matches!(cond.kind, CondKind::Not(_)) && inner.origin == Origin::Sugar {
                        self.facts(inner, facts);
                    }
                }
                Child::Quantity(quantity) => self.quantity_facts(quantity, facts),
                Child::Subject(subject) => facts.push(self.fact(subject)),
                Child::Occurrences(of) => {
                    let times = self.evaluation.count(of);
                    let value = times.map(|times| match times {
                        1 => say!("once"),
                        times => say!("{times} times", times = times.to_string()),
                    });
                    facts.push(Fact { name: HAPPENED.to_owned(), value });
                }
                Child::Stage => {
                    let stages = &self.evaluation.rules().stages;
                    let value = Some(Text::verbatim(stages.name(self.evaluation.outcome().stage)));
                    facts.push(Fact { name: "stage".to_owned(), value });
                }
                Child::Definition(_) | Child::Score(_) => {}
            }
        }
    }

    fn quantity_facts(&self, quantity: &Quantity, facts: &mut Vec<Fact>) {
        match &quantity.kind {
            QuantityKind::Constant(_) => {}
            QuantityKind::Binary(_, left, right) => {
                self.quantity_facts(left, facts);
                self.quantity_facts(right, facts);
            }
            _ => {
                let name = one_line(self.evaluation.rules().text(quantity.span));
                facts.push(Fact { name, value: self.evaluation.value(quantity).map(Text::figure) });
            }
        }
    }

    /// A subject and its value.
    pub(crate) fn fact(&self, subject: Subject) -> Fact {
        let rules = self.evaluation.rules();
        let value = self.evaluation.subject(subject);
        match subject {
            Subject::Field(id) => {
                let field = rules.field(id);
                Fact { name: field.name.clone(), value: value.map(|value| value.said(&field.ty)) }
            }
            Subject::FieldDomain(id) => {
                let field = rules.field(id);
                Fact { name: format!("{}.domain", field.name), value: value.map(|value| value.said(&field.ty)) }
            }
            Subject::Label(id) => {
                Fact { name: rules.label(id).name.clone(), value: value.map(|value| value.said(&Type::Text)) }
            }
            Subject::Property(_) | Subject::PropertyDomain(_) => {
                unreachable!("properties stand only in the filter of events, which is no piece")
            }
        }
    }
}
