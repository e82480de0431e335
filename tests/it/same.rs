//! Differential test: holds the engine to the reference evaluator, with the same points, labels, stages and exclusions
//! for every lead.

use leadrules_engine::columns::{Column, EventLeads, Events, Leads, Need, Needed};
use leadrules_engine::engine::{Options, Plan, Trace};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::Points;
use leadrules_language::explain::explain;
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::reference::{LeadOutcome, evaluate};
use leadrules_language::types::Truth;

use crate::sums;
use crate::typed::{Plain, columns};

/// What the reference gives for each lead.
pub fn by_reference(rules: &Rules, as_of: Instant, data: &Plain) -> Vec<LeadOutcome> {
    let data = data.without_repeats();
    let outcome =
        |(key, lead): &(Option<String>, _)| evaluate(rules, as_of, lead, data.events_of(key.as_deref()).as_deref());
    data.leads.iter().map(outcome).collect()
}

/// What the reference gives for each lead, if the engine gives the same; otherwise where they differ.
pub fn by_both(rules: &Rules, as_of: Instant, data: &Plain) -> Result<Vec<LeadOutcome>, String> {
    let expected = by_reference(rules, as_of, data);
    let trace = by_engine(rules, as_of, data)?;
    for (row, outcome) in expected.iter().enumerate() {
        same(rules, &trace, row, outcome)
            .map_err(|difference| format!("lead {} ({:?}): {difference}", row + 1, data.leads[row]))?;
    }
    in_parts(rules, as_of, data, &trace)?;
    one_by_one(rules, as_of, data, &expected)?;
    explained(rules, as_of, &data.without_repeats())?;
    Ok(expected)
}

/// Leads that are scored one at a time must get the same.
fn one_by_one(rules: &Rules, as_of: Instant, data: &Plain, expected: &[LeadOutcome]) -> Result<(), String> {
    let plan = plan(rules, data);
    let data = data.without_repeats();
    let mut single = plan.single(as_of);
    for ((key, lead), expected) in data.leads.iter().zip(expected) {
        let events = data.events_of(key.as_deref()).unwrap_or_default();
        let closely = single.outcome(lead, &events);
        closely_same(&closely, expected).map_err(|what| format!("lead {lead:?}, looked at closely: {what}"))?;
        let outcome = single.score(lead, &events);
        let scores: Vec<_> = expected.scores.iter().map(|score| score.points).collect();
        let unknown: Vec<_> = expected.scores.iter().map(|score| score.unknown_rules).collect();
        let points: Vec<_> = expected.rules.iter().map(|rule| rule.counted).collect();
        let equal = outcome.scores == scores
            && outcome.unknown_rules == unknown
            && outcome.rules == points
            && outcome.labels == expected.labels
            && outcome.stage == Some(expected.stage)
            && outcome.exclusion == expected.exclusion;
        if !equal {
            return Err(format!("lead {lead:?} comes out otherwise by itself: {outcome:?}, not {expected:?}"));
        }
    }
    Ok(())
}

/// Everything that is noted about a lead must be what the reference says.
pub fn closely_same(closely: &leadrules_engine::engine::LeadTrace, expected: &LeadOutcome) -> Result<(), String> {
    let equal = closely.scores == expected.scores
        && closely.rules == expected.rules
        && closely.groups == expected.groups
        && closely.exclusion == expected.exclusion
        && closely.stage == expected.stage
        && closely.labels == expected.labels;
    if equal { Ok(()) } else { Err(format!("{closely:?}, not {expected:?}")) }
}

fn plan(rules: &Rules, data: &Plain) -> Plan {
    Plan::new(rules, Options { log: data.events.is_some(), rule_points: true, trace: false })
}

/// The explanation of each lead adds up to what came out for it.
fn explained(rules: &Rules, as_of: Instant, data: &Plain) -> Result<(), String> {
    for (key, lead) in &data.leads {
        let events = data.events_of(key.as_deref());
        let explanation = explain(rules, as_of, key.clone(), lead, events.as_deref());
        sums::adds_up(&serde_json::to_value(explanation).expect("it is plain data"))?;
    }
    Ok(())
}

/// Everything that the engine says, given only what it asks for of each column.
fn by_engine(rules: &Rules, as_of: Instant, data: &Plain) -> Result<Trace, String> {
    let plan = plan(rules, data);
    let (mut leads, mut events) = columns(rules, data);
    leave_out(&mut leads, events.as_mut(), &plan.needed_at(&plan.at(as_of)));
    let mut ledger = plan.ledger(plan.at(as_of));
    if let Some(events) = events {
        plan.add_events(&mut ledger, events);
    }
    plan.close(&mut ledger);
    Ok(plan.trace(&leads, &ledger))
}

fn leave_out(leads: &mut Leads, events: Option<&mut Events>, needed: &Needed) {
    for (column, need) in leads.fields.iter_mut().zip(&needed.fields) {
        match need {
            Need::Nothing => *column = Column::Absent,
            Need::Presence => *column = presence(column, leads.rows),
            Need::Values => {}
        }
    }
    let Some(events) = events else { return };
    // Rows with the same id are told apart by everything they say.
    if events.ids.is_none() {
        for (column, _) in events.properties.iter_mut().zip(&needed.properties).filter(|(_, needed)| !**needed) {
            *column = Column::Absent;
        }
    }
}

/// What a reader may give if only the presence of values is asked for.
fn presence(column: &Column, rows: usize) -> Column {
    Column::Presence((0..rows).map(|row| column.value(row).is_some()).collect())
}

/// The data in two batches of leads and two of events, the second first, must give the same.
fn in_parts(rules: &Rules, as_of: Instant, data: &Plain, whole: &Trace) -> Result<(), String> {
    let plan = plan(rules, data);
    let middle = data.leads.len() / 2;
    let part = |leads: &[_], events: Option<&[_]>| {
        columns(rules, &Plain { leads: leads.to_vec(), events: events.map(<[_]>::to_vec) })
    };
    let mut ledger = plan.ledger(plan.at(as_of));
    if let Some(events) = &data.events {
        let (first, second) = events.split_at(events.len() / 2);
        for events in [second, first] {
            plan.note_events(&ledger, part(&[], Some(events)).1.expect("there is a log"));
        }
    }
    plan.close(&mut ledger);
    let mut row = 0;
    for leads in [&data.leads[..middle], &data.leads[middle..]] {
        let results = plan.score(&part(leads, None).0, &ledger);
        for at in 0..leads.len() {
            let equal = results.stages[at] == whole.results.stages[row]
                && results
                    .scores
                    .iter()
                    .zip(&whole.results.scores)
                    .all(|(part, whole)| part.points.iter().nth(at) == whole.points.iter().nth(row));
            if !equal {
                return Err(format!("lead {} comes out otherwise when the data comes in two parts", row + 1));
            }
            row += 1;
        }
    }
    nested(rules, as_of, data, whole)
}

/// Events nested in the leads must give the same as those of a log (if no two leads share a key or an id).
fn nested(rules: &Rules, as_of: Instant, data: &Plain, whole: &Trace) -> Result<(), String> {
    let Some(events) = &data.events else { return Ok(()) };
    let keys: Vec<Option<&str>> = data.leads.iter().map(|(key, _)| key.as_deref()).collect();
    let alone = |key: Option<&str>| keys.iter().filter(|other| **other == key).count() == 1;
    if !keys.iter().copied().all(alone) || events.iter().any(|(_, event)| event.id.is_some()) {
        return Ok(());
    }
    let rows: Vec<(u32, _)> = events
        .iter()
        .filter_map(|event| {
            let row = keys.iter().position(|key| *key == Some(&event.0))?;
            Some((u32::try_from(row).expect("few leads"), event.clone()))
        })
        .collect();
    let plan = plan(rules, data);
    let inside =
        Plain { leads: data.leads.clone(), events: Some(rows.iter().map(|(_, event)| event.clone()).collect()) };
    let (mut leads, events) = columns(rules, &inside);
    let mut events = events.expect("there is a log");
    events.leads = EventLeads::Rows(rows.iter().map(|(row, _)| *row).collect());
    leads.events = Some(events);
    let mut ledger = plan.ledger(plan.at(as_of));
    plan.close(&mut ledger);
    let results = plan.score(&leads, &ledger);
    let points = |results: &leadrules_engine::columns::Results| -> Vec<Vec<Option<i64>>> {
        results.scores.iter().map(|score| score.points.iter().collect()).collect()
    };
    if results.stages == whole.results.stages && points(&results) == points(&whole.results) {
        Ok(())
    } else {
        Err("the data comes out otherwise when events are nested in the leads".to_owned())
    }
}

fn same(rules: &Rules, trace: &Trace, row: usize, outcome: &LeadOutcome) -> Result<(), String> {
    let results = &trace.results;
    let equal = |what: &str, engine: String, reference: String| {
        if engine == reference {
            Ok(())
        } else {
            Err(format!("{what}: the engine says {engine}, the reference {reference}"))
        }
    };
    let show = |points: Option<i64>| points.map_or("unknown".to_owned(), |points| Points(points).to_string());
    let by_rule = results.rules.as_ref().expect("asked for");
    for ((score, rule), (id, reference)) in rules.rules().into_iter().zip(outcome.rules.iter().enumerate()) {
        let what = format!("{} / {}", score.name, rule.title);
        let record = &trace.rules[id];
        equal(&format!("{what}, in force"), (!record.truth.is_empty()).to_string(), reference.in_force.to_string())?;
        if reference.in_force {
            let truth = [Truth::False, Truth::Unknown, Truth::True][usize::from(record.truth[row])];
            equal(&format!("{what}, truth"), format!("{truth:?}"), format!("{:?}", reference.truth))?;
            equal(&format!("{what}, raw"), show(Some(record.raw[row])), show(Some(reference.raw.0)))?;
            equal(&format!("{what}, capped"), show(Some(record.capped[row])), show(Some(reference.capped.0)))?;
        }
        equal(&what, show(Some(by_rule[id][row])), show(Some(reference.counted.0)))?;
    }
    for (at, (group, reference)) in trace.groups.iter().zip(&outcome.groups).enumerate() {
        equal(&format!("group {at}"), show(Some(group.0[row])), show(Some(reference.raw.0)))?;
        equal(&format!("group {at}, capped"), show(Some(group.1[row])), show(Some(reference.capped.0)))?;
    }
    equal("groups", trace.groups.len().to_string(), outcome.groups.len().to_string())?;
    for (at, (score, reference)) in rules.scores.iter().zip(&outcome.scores).enumerate() {
        let column = &results.scores[at];
        let points = column.points.iter().nth(row).expect("a row for each lead");
        equal(&score.name, show(points), show(reference.points.map(|points| points.0)))?;
        if let Some(sum) = trace.sums[at].get(row) {
            equal(&format!("{}, uncut", score.name), show(Some(*sum)), show(reference.uncut.map(|points| points.0)))?;
        }
        let unknown = column.unknown_rules.get(row).copied().unwrap_or(0);
        equal(&format!("{}, unknown rules", score.name), unknown.to_string(), reference.unknown_rules.to_string())?;
    }
    for (at, kept) in outcome.promises.iter().flatten().enumerate() {
        let broken = results.broken[at].iter().any(|broken| *broken as usize == row);
        equal(&format!("line {at} of the promises, broken"), broken.to_string(), (!kept).to_string())?;
    }
    let stage = StageId::of_number(results.stages[row]);
    equal("stage", rules.stages.name(stage).to_owned(), rules.stages.name(outcome.stage).to_owned())?;
    let exclusion = results.exclusions.iter().nth(row).expect("a row for each lead").map(usize::from);
    equal("exclusion", format!("{exclusion:?}"), format!("{:?}", outcome.exclusion))?;
    for ((label, column), reference) in rules.labels.iter().zip(&results.labels).zip(&outcome.labels) {
        let text = column.values.iter().nth(row).expect("a row for each lead").map(|at| &column.texts[usize::from(at)]);
        equal(&label.name, format!("{text:?}"), format!("{:?}", reference.as_ref()))?;
    }
    Ok(())
}
