//! What a condition, a rule or a score depends on. In: a part of a rule set; out: the fields, scores and labels whose
//! values decide it, with definitions followed. Nothing is evaluated here.

use std::collections::BTreeSet;

use super::{
    Child, Cond, CondKind, DefinitionBody, DefinitionId, FieldId, Gain, LabelBody, LabelId, Occurrences, Operand,
    Quantity, QuantityKind, Rule, Rules, ScoreId, Subject,
};

/// What something depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependencies {
    /// Fields of the lead.
    pub fields: BTreeSet<FieldId>,
    /// Those fields of which more is asked than whether they are known.
    pub values: BTreeSet<FieldId>,
    /// Scores.
    pub scores: BTreeSet<ScoreId>,
    /// Labels.
    pub labels: BTreeSet<LabelId>,
    /// Whether it asks for the stage.
    pub stage: bool,
    /// Whether it asks about what leads did.
    pub events: bool,
    /// Definitions that were followed.
    followed: BTreeSet<DefinitionId>,
}

impl Rules {
    /// What a condition depends on.
    #[must_use]
    pub fn dependencies_of_condition(&self, cond: &Cond) -> Dependencies {
        let mut looks = Dependencies::default();
        self.condition_dependencies(cond, &mut looks);
        looks
    }

    /// What a quantity depends on.
    #[must_use]
    pub fn dependencies_of_quantity(&self, quantity: &Quantity) -> Dependencies {
        let mut looks = Dependencies::default();
        self.quantity_dependencies(quantity, &mut looks);
        looks
    }

    /// What a rule depends on: its condition, and what it counts.
    #[must_use]
    pub fn dependencies_of_rule(&self, rule: &Rule) -> Dependencies {
        let mut looks = self.dependencies_of_condition(&rule.condition);
        match &rule.gain {
            Gain::Once { decay: None, .. } => {}
            Gain::Once { decay: Some((_, of)), .. } | Gain::PerOccurrence { of, .. } => {
                self.events_dependencies(of, &mut looks);
            }
            Gain::PerUnit { of, .. } => self.quantity_dependencies(of, &mut looks),
        }
        looks
    }

    /// What the lines of a label depend on; for joined labels, those labels.
    #[must_use]
    pub fn dependencies_of_label(&self, body: &LabelBody) -> Dependencies {
        let mut looks = Dependencies::default();
        match body {
            LabelBody::Lines { lines, .. } => {
                for (cond, _) in lines {
                    self.condition_dependencies(cond, &mut looks);
                }
            }
            LabelBody::Joined(labels) => looks.labels.extend(labels),
        }
        looks
    }

    fn condition_dependencies(&self, cond: &Cond, looks: &mut Dependencies) {
        match &cond.kind {
            // All that is asked is whether it is there.
            CondKind::Known(
                Operand::Subject(Subject::Field(field) | Subject::FieldDomain(field))
                | Operand::Quantity(Quantity { kind: QuantityKind::Field(field), .. }),
            ) => {
                looks.fields.insert(*field);
            }
            _ => cond.children().into_iter().for_each(|child| self.child_dependencies(child, looks)),
        }
    }

    fn quantity_dependencies(&self, quantity: &Quantity, looks: &mut Dependencies) {
        quantity.children().into_iter().for_each(|child| self.child_dependencies(child, looks));
    }

    fn child_dependencies(&self, child: Child<'_>, looks: &mut Dependencies) {
        match child {
            Child::Cond(cond) => self.condition_dependencies(cond, looks),
            Child::Quantity(quantity) => self.quantity_dependencies(quantity, looks),
            Child::Subject(subject) => looks.subject(subject),
            Child::Occurrences(of) => self.events_dependencies(of, looks),
            Child::Definition(id) => {
                if looks.followed.insert(id) {
                    match &self.definition(id).body {
                        DefinitionBody::Cond(cond) => self.condition_dependencies(cond, looks),
                        DefinitionBody::Quantity(quantity) => self.quantity_dependencies(quantity, looks),
                    }
                }
            }
            Child::Score(score) => {
                looks.scores.insert(score);
            }
            Child::Stage => looks.stage = true,
        }
    }

    fn events_dependencies(&self, of: &Occurrences, looks: &mut Dependencies) {
        looks.events = true;
        if let Some(filter) = &of.filter {
            self.condition_dependencies(filter, looks);
        }
    }
}

impl Dependencies {
    /// Adds what something else depends on.
    pub fn add(&mut self, other: Self) {
        self.fields.extend(other.fields);
        self.values.extend(other.values);
        self.scores.extend(other.scores);
        self.labels.extend(other.labels);
        self.followed.extend(other.followed);
        self.stage |= other.stage;
        self.events |= other.events;
    }

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
