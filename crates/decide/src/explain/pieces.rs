//! A condition taken apart: each piece with its text, whether it holds, and the values it looked at.

use serde::Serialize;

use super::Outcome;
use leadrules_engine::columns::{Leads, Need, Needed, show};
use leadrules_engine::engine::Trace;
use leadrules_language::ir::{
    Cond, CondKind, DefinitionBody, FieldId, Operand, Quantity, QuantityKind, Rules, Subject,
};
use leadrules_language::types::Truth;

/// A piece of a condition (or of a formula), and what it is made of.
#[derive(Clone, Debug, Serialize)]
pub struct Piece {
    /// As written, on one line.
    pub text: String,
    /// Whether it holds; for a formula, whether its value is known.
    pub outcome: Outcome,
    /// What it looked at; nothing for what is only made of others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Piece>,
}

/// Something known, or not, of the lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The field, score or quantity, as the rules name it.
    pub name: String,
    /// Its value; none if it is unknown.
    pub value: Option<String>,
}

/// Takes conditions apart for one lead.
pub(crate) struct Pieces<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) leads: &'a Leads,
    pub(crate) trace: &'a Trace,
    pub(crate) row: usize,
}

/// A text on one line.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Pieces<'_> {
    /// The fields that the rules look at.
    pub(crate) fn fields(&self, needed: &Needed) -> Vec<Fact> {
        let ids = (0..).map(FieldId).take(self.rules.fields.len());
        ids.filter(|id| needed.fields[usize::from(id.0)] > Need::Nothing)
            .map(|id| self.fact(Subject::Field(id)))
            .collect()
    }

    /// A condition on the lead.
    pub(crate) fn condition(&self, cond: &Cond) -> Piece {
        let parts = match &cond.kind {
            CondKind::And(parts) | CondKind::Or(parts) => parts.iter().map(|part| self.condition(part)).collect(),
            // `is not` and the like: one piece for a reader.
            CondKind::Not(inner) if inner.span == cond.span => self.condition(inner).parts,
            CondKind::Not(inner) => vec![self.condition(inner)],
            CondKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Cond(body) => vec![self.condition(body)],
                DefinitionBody::Quantity(_) => Vec::new(),
            },
            _ => Vec::new(),
        };
        let mut facts = Vec::new();
        self.facts(cond, &mut facts);
        facts.dedup();
        Piece { text: squeezed(self.rules.text(cond.span)), outcome: self.truth(cond).into(), facts, parts }
    }

    fn truth(&self, cond: &Cond) -> Truth {
        self.trace.pieces.get(&cond.span).map_or(Truth::Unknown, |rows| rows[self.row])
    }

    /// A quantity of the lead.
    pub(crate) fn quantity(&self, quantity: &Quantity) -> Piece {
        let value = self.amount(quantity);
        let mut facts = Vec::new();
        self.quantity_facts(quantity, &mut facts);
        let outcome = if value.is_some() { Outcome::Met } else { Outcome::NoData };
        Piece { text: squeezed(self.rules.text(quantity.span)), outcome, facts, parts: Vec::new() }
    }

    fn amount(&self, quantity: &Quantity) -> Option<String> {
        self.trace.amounts.get(&quantity.span)?[self.row].map(|value| value.to_string())
    }

    fn facts(&self, cond: &Cond, facts: &mut Vec<Fact>) {
        match &cond.kind {
            CondKind::Constant(_) | CondKind::And(_) | CondKind::Or(_) | CondKind::Defined(_) => {}
            CondKind::Not(inner) => {
                if inner.span == cond.span {
                    self.facts(inner, facts);
                }
            }
            CondKind::Known(Operand::Quantity(quantity)) | CondKind::Number(quantity, _) => {
                self.quantity_facts(quantity, facts);
            }
            CondKind::Compare(_, left, right) => {
                self.quantity_facts(left, facts);
                self.quantity_facts(right, facts);
            }
            CondKind::Known(Operand::Subject(subject))
            | CondKind::Truth(subject)
            | CondKind::Date(subject, _)
            | CondKind::Text(subject, _)
            | CondKind::Choice(subject, _)
            | CondKind::Choices { subject, .. }
            | CondKind::Texts { subject, .. } => facts.push(self.fact(*subject)),
            CondKind::CompareDates(_, left, right) | CondKind::Same(left, right) => {
                facts.push(self.fact(*left));
                facts.push(self.fact(*right));
            }
            CondKind::Happened { of, .. } => {
                let times = self.trace.counts.get(&of.span).map(|rows| rows[self.row]);
                let value = times.map(|times| if times == 1 { "once".to_owned() } else { format!("{times} times") });
                facts.push(Fact { name: "happened".to_owned(), value });
            }
            CondKind::Stage(_) => {
                let stage = self.trace.results.stages[self.row];
                let id = self.rules.stages.ids().find(|id| leadrules_engine::engine::stage_number(*id) == stage);
                let value = id.map(|id| self.rules.stages.name(id).to_owned());
                facts.push(Fact { name: "stage".to_owned(), value });
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
            QuantityKind::Field(_)
            | QuantityKind::Property(_)
            | QuantityKind::Score(_)
            | QuantityKind::Defined(_)
            | QuantityKind::DaysSince(_)
            | QuantityKind::Aggregate(..) => {
                facts.push(Fact { name: squeezed(self.rules.text(quantity.span)), value: self.amount(quantity) });
            }
        }
    }

    fn fact(&self, subject: Subject) -> Fact {
        match subject {
            Subject::Field(id) => {
                let field = self.rules.field(id);
                let value = self.leads.fields[usize::from(id.0)].value(self.row).map(|value| show(&value, &field.ty));
                Fact { name: field.name.clone(), value }
            }
            Subject::FieldDomain(id) => {
                let Fact { name, value } = self.fact(Subject::Field(id));
                Fact {
                    name: format!("{name}.domain"),
                    value: value.map(|email| leadrules_language::text::domain(&email)),
                }
            }
            Subject::Label(id) => {
                let column = &self.trace.results.labels[usize::from(id.0)];
                let text = column.values.iter().nth(self.row).flatten();
                let value = text.map(|text| column.texts[usize::from(text)].clone());
                Fact { name: self.rules.label(id).name.clone(), value }
            }
            Subject::Property(_) | Subject::PropertyDomain(_) => {
                unreachable!("properties stand only in the filter of events, which is no piece")
            }
        }
    }
}
