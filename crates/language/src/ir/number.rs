//! Gives every condition and quantity of a rule set its id. In: a rule set as `resolve` has made it; out: the same set,
//! in which no two nodes share an id. A node keeps its id as long as the rule set is not changed.

use super::{
    ChildMut, Cond, CondId, DefinitionBody, Gain, LabelBody, Occurrences, Part, Quantity, QuantityId, Rule, Rules,
    ScoreBody,
};

/// The next free ids.
#[derive(Default)]
struct Free {
    cond: u32,
    quantity: u32,
}

impl Rules {
    /// Numbers all conditions and quantities, from 0, in the order in which declarations, scores, stages, labels, promises
    /// and tests are evaluated.
    pub(crate) fn number(&mut self) {
        let mut free = Free::default();
        for of in self.log.iter_mut().flat_map(|log| &mut log.ignored) {
            free.occurrences(of);
        }
        for definition in &mut self.definitions {
            match &mut definition.body {
                DefinitionBody::Cond(cond) => free.cond(cond),
                DefinitionBody::Quantity(quantity) => free.quantity(quantity),
            }
        }
        for score in &mut self.scores {
            match &mut score.body {
                ScoreBody::Rules(parts) => parts.iter_mut().for_each(|part| free.part(part)),
                ScoreBody::Computed(quantity) => free.quantity(quantity),
            }
        }
        self.exclusions.iter_mut().for_each(|line| free.cond(&mut line.condition));
        self.stages.steps.iter_mut().for_each(|step| free.cond(&mut step.condition));
        for label in &mut self.labels {
            match &mut label.body {
                LabelBody::Lines { lines, .. } => lines.iter_mut().for_each(|(cond, _)| free.cond(cond)),
                LabelBody::Joined(_) => {}
            }
        }
        let promised = self.promises.iter_mut().flat_map(|promise| &mut promise.lines);
        promised.for_each(|line| free.cond(&mut line.condition));
        self.tests.iter_mut().flat_map(|test| &mut test.expectations).for_each(|cond| free.cond(cond));
    }
}

impl Free {
    fn cond(&mut self, cond: &mut Cond) {
        cond.id = CondId(self.cond);
        self.cond += 1;
        cond.children_mut().into_iter().for_each(|child| self.child(child));
    }

    fn quantity(&mut self, quantity: &mut Quantity) {
        quantity.id = QuantityId(self.quantity);
        self.quantity += 1;
        quantity.children_mut().into_iter().for_each(|child| self.child(child));
    }

    fn child(&mut self, child: ChildMut<'_>) {
        match child {
            ChildMut::Cond(cond) => self.cond(cond),
            ChildMut::Quantity(quantity) => self.quantity(quantity),
            ChildMut::Occurrences(of) => self.occurrences(of),
            ChildMut::Subject(_)
            | ChildMut::Field(_)
            | ChildMut::Property(_)
            | ChildMut::Definition(_)
            | ChildMut::Score(_) => {}
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
