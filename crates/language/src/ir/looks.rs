//! What a condition, a rule or a score looks at. In: something of a rule set; out: the fields, scores and labels whose
//! values decide it, definitions followed. Nothing is evaluated here.

use std::collections::BTreeSet;

use super::{
    Child, Cond, CondKind, DefinitionBody, FieldId, Gain, LabelBody, LabelId, Occurrences, Operand, Quantity,
    QuantityKind, Rule, Rules, ScoreId, Subject,
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
            // Only whether it is there.
            CondKind::Known(
                Operand::Subject(Subject::Field(field) | Subject::FieldDomain(field))
                | Operand::Quantity(Quantity { kind: QuantityKind::Field(field), .. }),
            ) => {
                looks.fields.insert(*field);
            }
            _ => cond.children().into_iter().for_each(|child| self.child_looks(child, looks)),
        }
    }

    fn quantity_looks(&self, quantity: &Quantity, looks: &mut Looks) {
        quantity.children().into_iter().for_each(|child| self.child_looks(child, looks));
    }

    fn child_looks(&self, child: Child<'_>, looks: &mut Looks) {
        match child {
            Child::Cond(cond) => self.condition_looks(cond, looks),
            Child::Quantity(quantity) => self.quantity_looks(quantity, looks),
            Child::Subject(subject) => looks.subject(subject),
            Child::Occurrences(of) => self.events_looks(of, looks),
            Child::Definition(id) => match &self.definition(id).body {
                DefinitionBody::Cond(cond) => self.condition_looks(cond, looks),
                DefinitionBody::Quantity(quantity) => self.quantity_looks(quantity, looks),
            },
            Child::Score(score) => {
                looks.scores.insert(score);
            }
            Child::Stage => looks.stage = true,
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
