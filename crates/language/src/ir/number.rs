//! Walks all nodes of a rule set to change them. In: a rule set as `resolve` has made it; out: the same set, in which no two
//! conditions and no two quantities share an id, or in which a field has another one. A node keeps its id as long as the rule
//! set is not changed.

use super::{
    ChildMut, Cond, CondId, DefinitionBody, Expected, ExpectedKind, FieldId, Gain, LabelBody, Occurrences, Part,
    Quantity, QuantityId, Rule, Rules, ScoreBody, Subject,
};

/// What a walk changes: of each node first itself, then its children.
trait Change {
    fn cond(&mut self, _: &mut Cond) {}
    fn quantity(&mut self, _: &mut Quantity) {}
    fn field(&mut self, _: &mut FieldId) {}
}

/// The next free ids.
#[derive(Default)]
struct Number {
    cond: u32,
    quantity: u32,
}

impl Change for Number {
    fn cond(&mut self, cond: &mut Cond) {
        cond.id = CondId(self.cond);
        self.cond += 1;
    }

    fn quantity(&mut self, quantity: &mut Quantity) {
        quantity.id = QuantityId(self.quantity);
        self.quantity += 1;
    }
}

/// One field that gets another id.
struct Move {
    from: FieldId,
    to: FieldId,
}

impl Change for Move {
    fn field(&mut self, field: &mut FieldId) {
        if *field == self.from {
            *field = self.to;
        }
    }
}

impl Rules {
    /// Numbers all conditions and quantities, from 0, in the order in which declarations, scores, stages, labels, promises,
    /// tests and what accounts ask of leads are evaluated; those about accounts from 0 again.
    pub(crate) fn number(&mut self) {
        self.change(&mut Number::default());
        if let Some(accounts) = &mut self.accounts {
            accounts.rules.number();
        }
    }

    /// Gives a field another id, in all that is asked of leads and in what tests say of them.
    pub(crate) fn move_field(&mut self, from: FieldId, to: FieldId) {
        let mut change = Move { from, to };
        self.change(&mut change);
        for test in &mut self.tests {
            test.lead.iter_mut().for_each(|(field, _)| change.field(field));
            let members = test.company.iter_mut().flat_map(|company| &mut company.leads);
            members.flat_map(|member| &mut member.lead).for_each(|(field, _)| change.field(field));
        }
    }

    fn change(&mut self, change: &mut dyn Change) {
        let mut walk = Walk { change };
        for of in self.log.iter_mut().flat_map(|log| &mut log.ignored) {
            walk.occurrences(of);
        }
        for definition in &mut self.definitions {
            match &mut definition.body {
                DefinitionBody::Cond(cond) => walk.cond(cond),
                DefinitionBody::Quantity(quantity) => walk.quantity(quantity),
            }
        }
        for score in &mut self.scores {
            match &mut score.body {
                ScoreBody::Rules(parts) => parts.iter_mut().for_each(|part| walk.part(part)),
                ScoreBody::Computed(quantity) => walk.quantity(quantity),
            }
        }
        self.exclusions.iter_mut().for_each(|line| walk.cond(&mut line.condition));
        self.stages.steps.iter_mut().for_each(|step| walk.cond(&mut step.condition));
        for label in &mut self.labels {
            match &mut label.body {
                LabelBody::Lines { lines, .. } => lines.iter_mut().for_each(|(cond, _)| walk.cond(cond)),
                LabelBody::Joined(_) => {}
            }
        }
        let promised = self.promises.iter_mut().flat_map(|promise| &mut promise.lines);
        promised.for_each(|line| walk.cond(&mut line.condition));
        for test in &mut self.tests {
            test.expectations.iter_mut().for_each(|cond| walk.cond(cond));
            let company = test.company.iter_mut().flat_map(|company| &mut company.expectations);
            company.for_each(|expected| walk.expected(expected));
        }
        for gathered in self.accounts.iter_mut().flat_map(|accounts| &mut accounts.gathered) {
            gathered.filter.iter_mut().for_each(|filter| walk.cond(filter));
            gathered.of.quantity_mut().into_iter().for_each(|of| walk.quantity(of));
        }
    }
}

struct Walk<'c> {
    change: &'c mut dyn Change,
}

impl Walk<'_> {
    fn cond(&mut self, cond: &mut Cond) {
        self.change.cond(cond);
        cond.children_mut().into_iter().for_each(|child| self.child(child));
    }

    fn quantity(&mut self, quantity: &mut Quantity) {
        self.change.quantity(quantity);
        quantity.children_mut().into_iter().for_each(|child| self.child(child));
    }

    fn child(&mut self, child: ChildMut<'_>) {
        match child {
            ChildMut::Cond(cond) => self.cond(cond),
            ChildMut::Quantity(quantity) => self.quantity(quantity),
            ChildMut::Occurrences(of) => self.occurrences(of),
            ChildMut::Subject(Subject::Field(field) | Subject::FieldDomain(field)) | ChildMut::Field(field) => {
                self.change.field(field);
            }
            ChildMut::Subject(Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_))
            | ChildMut::Property(_)
            | ChildMut::Definition(_)
            | ChildMut::Score(_) => {}
        }
    }

    /// What is expected of leads. What is expected of accounts belongs to another set, in which tests have no part.
    fn expected(&mut self, expected: &mut Expected) {
        match &mut expected.kind {
            ExpectedKind::All(parts) | ExpectedKind::Any(parts) => {
                for part in parts {
                    self.expected(part);
                }
            }
            ExpectedKind::Not(inner) => self.expected(inner),
            ExpectedKind::Lead(_, cond) => self.cond(cond),
            ExpectedKind::Account(_) => {}
        }
    }

    fn occurrences(&mut self, of: &mut Occurrences) {
        of.filter.iter_mut().for_each(|filter| self.cond(filter));
    }

    fn part(&mut self, part: &mut Part) {
        match part {
            Part::Rule(rule) => self.rule(rule),
            Part::Table(table) => {
                self.cond(&mut table.known);
                table.rows.iter_mut().for_each(|row| self.rule(&mut row.rule));
            }
            Part::Group(group) => group.parts.iter_mut().for_each(|part| self.part(part)),
        }
    }

    fn rule(&mut self, rule: &mut Rule) {
        self.cond(&mut rule.condition);
        match &mut rule.gain {
            Gain::Once { decay, .. } => decay.iter_mut().for_each(|(_, of)| self.occurrences(of)),
            Gain::PerUnit { of, .. } => self.quantity(of),
            Gain::PerOccurrence { of, .. } => self.occurrences(of),
        }
    }
}
