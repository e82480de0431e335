//! Walks everything that a rule set asks. In: the rule set; out: each question and each quantity once to a visitor,
//! definitions where they are used. Nothing is decided here.

use crate::ir::{
    Cond, CondKind, DefinitionBody, Gain, LabelBody, Operand, Quantity, QuantityKind, Rule, Rules, ScoreBody,
};

/// What stands in a rule set.
#[derive(Copy, Clone)]
pub(super) enum Item<'a> {
    /// A condition that holds no others.
    Test(&'a Cond),
    /// A quantity, its parts before it.
    Quantity(&'a Quantity),
    /// What a rule gives.
    Gain(&'a Rule),
}

/// All conditions that stand at the top: of rules, tables, exclusions, stages, labels and promises.
pub(super) fn conditions(rules: &Rules) -> Vec<&Cond> {
    let mut all: Vec<&Cond> = Vec::new();
    for (_, rule) in rules.rules() {
        all.push(&rule.condition);
    }
    for part in rules.scores.iter().flat_map(crate::ir::Score::parts) {
        tables(part, &mut all);
    }
    all.extend(rules.exclusions.iter().map(|line| &line.condition));
    all.extend(rules.stages.steps.iter().map(|step| &step.condition));
    for label in &rules.labels {
        match &label.body {
            LabelBody::Lines { lines, .. } => all.extend(lines.iter().map(|(condition, _)| condition)),
            LabelBody::Joined(_) => {}
        }
    }
    all.extend(rules.promises.iter().flat_map(|promise| promise.lines.iter().map(|line| &line.condition)));
    all
}

fn tables<'a>(part: &'a crate::ir::Part, all: &mut Vec<&'a Cond>) {
    match part {
        crate::ir::Part::Rule(_) => {}
        crate::ir::Part::Table(table) => all.push(&table.known),
        crate::ir::Part::Group(group) => group.parts.iter().for_each(|part| tables(part, all)),
    }
}

/// Visits all that is asked of leads, what `where` asks of events left out.
pub(super) fn rules<'a>(rules: &'a Rules, visit: &mut dyn FnMut(Item<'a>)) {
    for condition in conditions(rules) {
        cond(rules, condition, visit);
    }
    for (_, rule) in rules.rules() {
        visit(Item::Gain(rule));
        match &rule.gain {
            Gain::PerUnit { of, .. } => quantity(rules, of, visit),
            Gain::Once { .. } | Gain::PerOccurrence { .. } => {}
        }
    }
    for score in &rules.scores {
        if let ScoreBody::Computed(of) = &score.body {
            quantity(rules, of, visit);
        }
    }
}

/// Visits a condition.
pub(super) fn cond<'a>(rules: &'a Rules, condition: &'a Cond, visit: &mut dyn FnMut(Item<'a>)) {
    match &condition.kind {
        CondKind::Not(inner) => return cond(rules, inner, visit),
        CondKind::And(all) | CondKind::Or(all) => return all.iter().for_each(|one| cond(rules, one, visit)),
        CondKind::Defined(id) => match &rules.definition(*id).body {
            DefinitionBody::Cond(body) => return cond(rules, body, visit),
            DefinitionBody::Quantity(body) => return quantity(rules, body, visit),
        },
        CondKind::Known(Operand::Quantity(of)) | CondKind::Number(of, _) => quantity(rules, of, visit),
        CondKind::Compare(_, left, right) => {
            quantity(rules, left, visit);
            quantity(rules, right, visit);
        }
        CondKind::Happened { .. }
        | CondKind::Constant(_)
        | CondKind::Known(Operand::Subject(_))
        | CondKind::Truth(_)
        | CondKind::Date(..)
        | CondKind::CompareDates(..)
        | CondKind::Text(..)
        | CondKind::Choice(..)
        | CondKind::Choices { .. }
        | CondKind::Texts { .. }
        | CondKind::Same(..)
        | CondKind::Stage(_) => {}
    }
    visit(Item::Test(condition));
}

/// Visits a quantity.
pub(super) fn quantity<'a>(rules: &'a Rules, of: &'a Quantity, visit: &mut dyn FnMut(Item<'a>)) {
    match &of.kind {
        QuantityKind::Defined(id) => {
            return match &rules.definition(*id).body {
                DefinitionBody::Quantity(body) => quantity(rules, body, visit),
                DefinitionBody::Cond(body) => cond(rules, body, visit),
            };
        }
        QuantityKind::Binary(_, left, right) => {
            quantity(rules, left, visit);
            quantity(rules, right, visit);
        }
        QuantityKind::Constant(_)
        | QuantityKind::Field(_)
        | QuantityKind::Property(_)
        | QuantityKind::Score(_)
        | QuantityKind::Aggregate(..)
        | QuantityKind::DaysSince(_) => {}
    }
    visit(Item::Quantity(of));
}

/// A quantity without the names of definitions before it.
pub(super) fn plain<'a>(rules: &'a Rules, of: &'a Quantity) -> &'a Quantity {
    match &of.kind {
        QuantityKind::Defined(id) => match &rules.definition(*id).body {
            DefinitionBody::Quantity(body) => plain(rules, body),
            DefinitionBody::Cond(_) => of,
        },
        QuantityKind::Constant(_)
        | QuantityKind::Field(_)
        | QuantityKind::Property(_)
        | QuantityKind::Score(_)
        | QuantityKind::DaysSince(_)
        | QuantityKind::Aggregate(..)
        | QuantityKind::Binary(..) => of,
    }
}
