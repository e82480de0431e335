//! Whether two rule sets can be compared at all. In: both; out: why not, or what the old one has and the new one has not.

use std::collections::BTreeSet;

use crate::ir::{Field, Log, Rules, ScoreBody};
use crate::words::{Text, say};

/// The names of the fields that anything of these rules looks at.
fn asked(rules: &Rules) -> Vec<String> {
    let mut fields = BTreeSet::new();
    for score in &rules.scores {
        if let ScoreBody::Computed(quantity) = &score.body {
            fields.extend(rules.dependencies_of_quantity(quantity).fields);
        }
    }
    for (_, rule) in rules.rules() {
        fields.extend(rules.dependencies_of_rule(rule).fields);
    }
    let exclusions = rules.exclusions.iter().map(|line| &line.condition);
    let steps = rules.stages.steps.iter().map(|step| &step.condition);
    let promises = rules.promises.iter().flat_map(|promise| &promise.lines).map(|line| &line.condition);
    for condition in exclusions.chain(steps).chain(promises) {
        fields.extend(rules.dependencies_of_condition(condition).fields);
    }
    for label in &rules.labels {
        fields.extend(rules.dependencies_of_label(&label.body).fields);
    }
    fields.extend(rules.key);
    fields.into_iter().map(|id| rules.field(id).name.clone()).collect()
}

/// Whether both sets find what they share in the same places of the data: names of columns and texts that stand for something.
///
/// # Errors
/// What is found elsewhere.
pub(in crate::analyze) fn is_read_alike(old: &Rules, new: &Rules) -> Result<(), Text> {
    let place = |field: &Field| (field.columns.clone(), field.missing.clone());
    let asked = [asked(old), asked(new)].concat();
    for (_, field) in old.declared().filter(|(_, field)| asked.contains(&field.name)) {
        let other = new.declared().find(|(_, other)| other.name == field.name);
        if other.is_some_and(|(_, other)| place(other) != place(field)) {
            return Err(say!("the field `{field}` is read from the data in another way", field = &field.name));
        }
    }
    // No rule names the field that has the stage before, and it decides all the same.
    let before = |rules: &Rules| rules.before.map(|id| (place(rules.field(id)), rules.field(id).ty.clone()));
    if before(old).is_some() && before(new).is_some() && before(old) != before(new) {
        return Err(say!("the stage before is read from the data in another way"));
    }
    let key = |rules: &Rules| rules.key.map(|key| rules.field(key).name.clone());
    if key(old) != key(new) {
        return Err(say!("another field tells leads apart"));
    }
    let (Some(log), Some(other)) = (&old.log, &new.log) else { return Ok(()) };
    let columns =
        |log: &Log| (log.lead.clone(), log.event.clone(), log.time.clone(), log.time_form.clone(), log.id.clone());
    if columns(log) != columns(other) {
        return Err(say!("the log of events is read in another way"));
    }
    for kind in &log.kinds {
        let Some(same) = other.kinds.iter().find(|other| other.name == kind.name) else { continue };
        if same.texts != kind.texts {
            return Err(say!("the event `{kind}` is read from the data in another way", kind = &kind.name));
        }
        for id in &kind.properties {
            let property = log.property(*id);
            let there = same.properties.iter().map(|id| other.property(*id)).find(|other| other.name == property.name);
            if there.is_some_and(|other| place(other) != place(property)) {
                return Err(say!(
                    "the property `{property}` is read from the data in another way",
                    property = &property.name
                ));
            }
        }
    }
    Ok(())
}

/// What the old set has and the new one has not.
pub(super) fn gone(old: &Rules, new: &Rules) -> Option<Text> {
    let score = old.scores.iter().find(|one| new.scores.iter().all(|other| other.name != one.name));
    let label = old.labels.iter().find(|one| new.labels.iter().all(|other| other.name != one.name));
    let promise = old.promises.iter().find(|one| new.promises.iter().all(|other| other.title != one.title));
    score
        .map(|score| say!("the score `{score}` is gone", score = &score.name))
        .or_else(|| label.map(|label| say!("the label `{label}` is gone", label = &label.name)))
        .or_else(|| promise.map(|promise| say!("the promise \"{promise}\" is gone", promise = &promise.title)))
}
