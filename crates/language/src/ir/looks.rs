//! What a condition, a rule or a score looks at. In: something of a rule set; out: the fields, scores and labels whose
//! values decide it, definitions followed. Nothing is evaluated here.

use std::collections::BTreeSet;

use super::{
    Cond, CondKind, DefinitionBody, FieldId, Gain, LabelBody, LabelId, Occurrences, Operand, Quantity, QuantityKind,
    Rule, Rules, ScoreId, Subject,
};

/// What something looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Fields of the lead.
    pub fields: BTreeSet<FieldId>,
    /// Those of the fields of which more is asked than whether they are known.
    pub values: BTreeSet<FieldId>,
    /// Scores.
    pub scores: BTreeSet<ScoreId>,
    /// Labels.
    pub labels: BTreeSet<LabelId>,
    /// Whether it asks for the stage.
    pub stage: bool,
    /// Whether it asks what leads did.
    pub events: bool,
}

impl Rules {
    /// What a condition looks at.
    #[must_use]
    pub fn looks_of_condition(&self, cond: &Cond) -> Looks {
        let mut looks = Looks::default();
        self.condition_looks(cond, &mut looks);
        looks
    }

    /// What a quantity looks at.
    #[must_use]
    pub fn looks_of_quantity(&self, quantity: &Quantity) -> Looks {
        let mut looks = Looks::default();
        self.quantity_looks(quantity, &mut looks);
        looks
    }

    /// What a rule looks at: its condition, and what it counts.
    #[must_use]
    pub fn looks_of_rule(&self, rule: &Rule) -> Looks {
        let mut looks = self.looks_of_condition(&rule.condition);
        match &rule.gain {
            Gain::Once { decay: None, .. } => {}
            Gain::Once { decay: Some((_, of)), .. } | Gain::PerOccurrence { of, .. } => {
                self.events_looks(of, &mut looks);
            }
            Gain::PerUnit { of, .. } => self.quantity_looks(of, &mut looks),
        }
        looks
    }

    /// What the lines of a label look at; of joined labels, the labels.
    #[must_use]
    pub fn looks_of_label(&self, body: &LabelBody) -> Looks {
        let mut looks = Looks::default();
        match body {
            LabelBody::Lines { lines, .. } => lines.iter().for_each(|(cond, _)| self.condition_looks(cond, &mut looks)),
            LabelBody::Joined(labels) => looks.labels.extend(labels),
        }
        looks
    }

    fn condition_looks(&self, cond: &Cond, looks: &mut Looks) {
        match &cond.kind {
            CondKind::Constant(_) => {}
            CondKind::Not(inner) => self.condition_looks(inner, looks),
            CondKind::And(parts) | CondKind::Or(parts) => {
                for part in parts {
                    self.condition_looks(part, looks);
                }
            }
            CondKind::Defined(id) => match &self.definition(*id).body {
                DefinitionBody::Cond(cond) => self.condition_looks(cond, looks),
                DefinitionBody::Quantity(quantity) => self.quantity_looks(quantity, looks),
            },
            CondKind::Known(Operand::Subject(Subject::Field(field) | Subject::FieldDomain(field))) => {
                looks.fields.insert(*field);
            }
            CondKind::Known(Operand::Subject(subject))
            | CondKind::Truth(subject)
            | CondKind::Date(subject, _)
            | CondKind::Text(subject, _)
            | CondKind::Choice(subject, _)
            | CondKind::Choices { subject, .. }
            | CondKind::Texts { subject, .. } => looks.subject(*subject),
            CondKind::Known(Operand::Quantity(Quantity { kind: QuantityKind::Field(field), .. })) => {
                looks.fields.insert(*field);
            }
            CondKind::Known(Operand::Quantity(quantity)) | CondKind::Number(quantity, _) => {
                self.quantity_looks(quantity, looks);
            }
            CondKind::Compare(_, first, second) => {
                self.quantity_looks(first, looks);
                self.quantity_looks(second, looks);
            }
            CondKind::CompareDates(_, first, second) | CondKind::Same(first, second) => {
                looks.subject(*first);
                looks.subject(*second);
            }
            CondKind::Happened { of, .. } => self.events_looks(of, looks),
            CondKind::Stage(_) => looks.stage = true,
        }
    }

    fn quantity_looks(&self, quantity: &Quantity, looks: &mut Looks) {
        match &quantity.kind {
            QuantityKind::Constant(_) => {}
            QuantityKind::Field(field) => looks.subject(Subject::Field(*field)),
            QuantityKind::Property(property) => looks.subject(Subject::Property(*property)),
            QuantityKind::Score(score) => {
                looks.scores.insert(*score);
            }
            QuantityKind::Defined(id) => match &self.definition(*id).body {
                DefinitionBody::Cond(cond) => self.condition_looks(cond, looks),
                DefinitionBody::Quantity(quantity) => self.quantity_looks(quantity, looks),
            },
            QuantityKind::DaysSince(subject) => looks.subject(*subject),
            QuantityKind::Aggregate(_, of) => self.events_looks(of, looks),
            QuantityKind::Binary(_, first, second) => {
                self.quantity_looks(first, looks);
                self.quantity_looks(second, looks);
            }
        }
    }

    fn events_looks(&self, of: &Occurrences, looks: &mut Looks) {
        looks.events = true;
        if let Some(filter) = &of.filter {
            self.condition_looks(filter, looks);
        }
    }
}

impl Looks {
    fn subject(&mut self, subject: Subject) {
        match subject {
            Subject::Field(field) | Subject::FieldDomain(field) => {
                self.fields.insert(field);
                self.values.insert(field);
            }
            Subject::Property(_) | Subject::PropertyDomain(_) => self.events = true,
            Subject::Label(label) => {
                self.labels.insert(label);
            }
        }
    }
}
