//! Walks everything that a rule set asks. In: the rule set, or a condition or quantity of it; out: each question and each
//! quantity, given once to a visitor; definitions where they are first used. Nothing is decided here.

use std::collections::BTreeSet;

use super::{
    Child, Cond, DefinitionBody, DefinitionId, Gain, LabelBody, Part, Quantity, QuantityKind, Rule, Rules, ScoreBody,
};

/// What a walk comes across.
#[derive(Copy, Clone, Debug)]
pub enum Item<'a> {
    /// A condition that holds no others.
    Test(&'a Cond),
    /// A quantity, after its parts.
    Quantity(&'a Quantity),
    /// What a rule gives.
    Gain(&'a Rule),
}

impl Rules {
    /// All top-level conditions: of rules, tables, exclusions, stages, labels and promises, and those that accounts ask of
    /// leads.
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
        all.extend(self.accounts.iter().flat_map(|accounts| &accounts.gathered).filter_map(|one| one.filter.as_ref()));
        all
    }

    /// Visits everything that is asked of leads, except what `where` asks of events; each definition once.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(Item<'a>)) {
        let mut walk = Walk { rules: self, seen: BTreeSet::new(), visit };
        for condition in self.conditions() {
            walk.condition(condition);
        }
        for (_, rule) in self.rules() {
            (walk.visit)(Item::Gain(rule));
            match &rule.gain {
                Gain::PerUnit { of, .. } => walk.quantity(of),
                Gain::Once { .. } | Gain::PerOccurrence { .. } => {}
            }
        }
        for score in &self.scores {
            if let ScoreBody::Computed(of) = &score.body {
                walk.quantity(of);
            }
        }
        for gathered in self.accounts.iter().flat_map(|accounts| &accounts.gathered) {
            gathered.of.quantity().into_iter().for_each(|of| walk.quantity(of));
        }
    }

    /// Visits a condition; each definition in it once.
    pub fn walk_condition<'a>(&'a self, condition: &'a Cond, visit: &mut dyn FnMut(Item<'a>)) {
        Walk { rules: self, seen: BTreeSet::new(), visit }.condition(condition);
    }

    /// Visits a quantity; each definition in it once.
    pub fn walk_quantity<'a>(&'a self, of: &'a Quantity, visit: &mut dyn FnMut(Item<'a>)) {
        Walk { rules: self, seen: BTreeSet::new(), visit }.quantity(of);
    }

    /// For each definition, how many conditions and quantities it stands for once names are expanded.
    #[must_use]
    pub fn weights(&self) -> Vec<u64> {
        let mut weights: Vec<u64> = Vec::new();
        for definition in &self.definitions {
            let weight = match &definition.body {
                DefinitionBody::Cond(body) => weight(Child::Cond(body), &weights),
                DefinitionBody::Quantity(body) => weight(Child::Quantity(body), &weights),
            };
            weights.push(weight);
        }
        weights
    }

    /// How many conditions and quantities a quantity stands for once names are expanded.
    #[must_use]
    pub fn weight_of(&self, quantity: &Quantity, weights: &[u64]) -> u64 {
        weight(Child::Quantity(quantity), weights)
    }

    /// What a quantity stands for, following definitions as long as it merely names one.
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

/// The weight of a node, given those of the definitions before it.
fn weight(child: Child<'_>, weights: &[u64]) -> u64 {
    let all = |children: Vec<Child<'_>>| {
        children.into_iter().fold(1_u64, |all, child| all.saturating_add(weight(child, weights)))
    };
    match child {
        Child::Cond(cond) => all(cond.children()),
        Child::Quantity(quantity) => all(quantity.children()),
        Child::Definition(id) => weights.get(usize::from(id.0)).copied().unwrap_or(u64::MAX),
        Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => 1,
    }
}

/// A walk under way.
struct Walk<'a, 'v> {
    rules: &'a Rules,
    /// Definitions already visited: one that is used twice asks nothing new.
    seen: BTreeSet<DefinitionId>,
    visit: &'v mut dyn FnMut(Item<'a>),
}

impl<'a> Walk<'a, '_> {
    fn condition(&mut self, condition: &'a Cond) {
        let mut is_test = true;
        for child in condition.children() {
            match child {
                Child::Cond(_) | Child::Definition(_) => {
                    is_test = false;
                    self.child(child);
                }
                Child::Quantity(_) => self.child(child),
                Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
            }
        }
        if is_test {
            (self.visit)(Item::Test(condition));
        }
    }

    fn quantity(&mut self, of: &'a Quantity) {
        let plain = self.rules.plain(of);
        plain.children().into_iter().for_each(|child| self.child(child));
        (self.visit)(Item::Quantity(plain));
    }

    fn child(&mut self, child: Child<'a>) {
        match child {
            Child::Cond(cond) => self.condition(cond),
            Child::Quantity(quantity) => {
                // The name itself is not visited, but what it stands for is, once.
                if let QuantityKind::Defined(id) = quantity.kind
                    && !self.seen.insert(id)
                {
                    return;
                }
                self.quantity(quantity);
            }
            Child::Definition(id) => {
                if self.seen.insert(id) {
                    match &self.rules.definition(id).body {
                        DefinitionBody::Cond(body) => self.condition(body),
                        DefinitionBody::Quantity(body) => self.quantity(body),
                    }
                }
            }
            Child::Subject(_) | Child::Occurrences(_) | Child::Score(_) | Child::Stage => {}
        }
    }
}

fn tables<'a>(part: &'a Part, all: &mut Vec<&'a Cond>) {
    match part {
        Part::Rule(_) => {}
        Part::Table(table) => all.push(&table.known),
        Part::Group(group) => group.parts.iter().for_each(|part| tables(part, all)),
    }
}
