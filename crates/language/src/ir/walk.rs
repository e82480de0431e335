//! Walks everything that a rule set asks. In: the rule set, or a condition or quantity of it; out: each question and each
//! quantity once to a visitor, definitions where they are used. Nothing is decided here.

use super::{Child, Cond, DefinitionBody, Gain, LabelBody, Part, Quantity, QuantityKind, Rule, Rules, ScoreBody};

/// What stands in a rule set.
#[derive(Copy, Clone, Debug)]
pub enum Item<'a> {
    /// A condition that holds no others.
    Test(&'a Cond),
    /// A quantity, its parts before it.
    Quantity(&'a Quantity),
    /// What a rule gives.
    Gain(&'a Rule),
}

impl Rules {
    /// All conditions that stand at the top: of rules, tables, exclusions, stages, labels and promises.
    #[must_use]
    pub fn conditions(&self) -> Vec<&Cond> {
        let mut all: Vec<&Cond> = self.rules().into_iter().map(|(_, rule)| &rule.condition).collect();
        for part in self.scores.iter().flat_map(super::Score::parts) {
            tables(part, &mut all);
        }
        all.extend(self.exclusions.iter().map(|line| &line.condition));
        all.extend(self.stages.steps.iter().map(|step| &step.condition));
        for label in &self.labels {
            match &label.body {
                LabelBody::Lines { lines, .. } => all.extend(lines.iter().map(|(condition, _)| condition)),
                LabelBody::Joined(_) => {}
            }
        }
        all.extend(self.promises.iter().flat_map(|promise| promise.lines.iter().map(|line| &line.condition)));
        all
    }

    /// Visits all that is asked of leads, what `where` asks of events left out.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(Item<'a>)) {
        for condition in self.conditions() {
            self.walk_condition(condition, visit);
        }
        for (_, rule) in self.rules() {
            visit(Item::Gain(rule));
            match &rule.gain {
                Gain::PerUnit { of, .. } => self.walk_quantity(of, visit),
                Gain::Once { .. } | Gain::PerOccurrence { .. } => {}
            }
        }
        for score in &self.scores {
            if let ScoreBody::Computed(of) = &score.body {
                self.walk_quantity(of, visit);
            }
        }
    }

    /// Visits a condition.
    pub fn walk_condition<'a>(&'a self, condition: &'a Cond, visit: &mut dyn FnMut(Item<'a>)) {
        let mut is_test = true;
        for child in condition.children() {
            match child {
                Child::Cond(_) | Child::Definition(_) => {
                    is_test = false;
                    self.walk_child(child, visit);
                }
                Child::Quantity(_) => self.walk_child(child, visit),
                Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
            }
        }
        if is_test {
            visit(Item::Test(condition));
        }
    }

    /// Visits a quantity.
    pub fn walk_quantity<'a>(&'a self, of: &'a Quantity, visit: &mut dyn FnMut(Item<'a>)) {
        let plain = self.plain(of);
        plain.children().into_iter().for_each(|child| self.walk_child(child, visit));
        visit(Item::Quantity(plain));
    }

    fn walk_child<'a>(&'a self, child: Child<'a>, visit: &mut dyn FnMut(Item<'a>)) {
        match child {
            Child::Cond(cond) => self.walk_condition(cond, visit),
            Child::Quantity(quantity) => self.walk_quantity(quantity, visit),
            Child::Definition(id) => match &self.definition(id).body {
                DefinitionBody::Cond(body) => self.walk_condition(body, visit),
                DefinitionBody::Quantity(body) => self.walk_quantity(body, visit),
            },
            Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
        }
    }

    /// A quantity without the names of definitions before it.
    #[must_use]
    pub fn plain<'a>(&'a self, of: &'a Quantity) -> &'a Quantity {
        if let QuantityKind::Defined(id) = &of.kind
            && let DefinitionBody::Quantity(body) = &self.definition(*id).body
        {
            return self.plain(body);
        }
        of
    }
}

fn tables<'a>(part: &'a Part, all: &mut Vec<&'a Cond>) {
    match part {
        Part::Rule(_) => {}
        Part::Table(table) => all.push(&table.known),
        Part::Group(group) => group.parts.iter().for_each(|part| tables(part, all)),
    }
}
