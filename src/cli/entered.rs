//! Leads and when they entered stages, for commands that ask what came after. In: what a command line names; out: leads with what
//! they did, the days on which they reached each step, and what became of them. Nothing is judged here.

use leadrules_decide::company::Companies;
use leadrules_decide::entry::{self, By};
use leadrules_decide::outcome::{Legible, Outcome, illegible};
use leadrules_decide::replay::{Case, Everybody, Extra, columns};
use leadrules_decide::timeline::{self, ReachedDays};
use leadrules_decide::whom::Whom;
use leadrules_engine::engine::{Asked, Options, Plan};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::ir::{FieldId, KindId, Rules};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::{Truth, Type};
use leadrules_language::visible;
use leadrules_language::words::say;

use super::exit::Failure;
use super::outcome::remark_illegible;
use super::progress::Progress;
use super::terminal::Terminal;

/// All leads, and when they reached each step. Where `kinds` are given, only these fields and events of these kinds are kept; the
/// rest is let go of lead by lead. What the outcome looks at is read, too, and has to be readable.
pub(super) fn read(
    request: &Request<'_>,
    outcome: Option<&Outcome>,
    fields: &[FieldId],
    kinds: Option<&[KindId]>,
    terminal: &Terminal,
) -> Result<(Vec<Case>, Vec<ReachedDays>), Failure> {
    let legible = Legible::new(outcome, Whom::Leads, request);
    let request = &legible.request(*request);
    let mut fields = [fields, &entry::fields(request.rules)].concat();
    fields.extend(outcome.iter().flat_map(|outcome| &outcome.fields));
    let extra = Extra { fields: &fields, events: true };
    let mut progress = Progress::new(terminal.err.is_terminal);
    let all = Everybody::read(request, extra, &mut |step| progress.step(step)).map_err(Failure::new)?;
    let companies = Companies::of(request, &all, &mut |step| progress.step(step)).map_err(Failure::new)?;
    progress.clear();
    if let Some(outcome) = outcome {
        remark_illegible(&illegible(request.rules, outcome, Whom::Leads, &all.report), terminal);
    }
    let asked = |mut case: Case, reached: ReachedDays| {
        let Some(kinds) = kinds else { return (case, reached) };
        for (at, value) in case.lead.fields.iter_mut().enumerate() {
            if !fields.iter().any(|field| usize::from(field.0) == at) {
                *value = None;
            }
        }
        if let Some(events) = &mut case.events {
            events.retain(|event| event.kind.is_some_and(|kind| kinds.contains(&kind)));
            events.shrink_to_fit();
        }
        (case, reached)
    };
    Ok(timeline::follow(request.rules, &all, companies.as_ref(), request.as_of, asked).unzip())
}

/// What became of each lead.
pub(super) fn outcomes(request: &Request<'_>, outcome: &Outcome, cases: &[Case]) -> Vec<Truth> {
    let log = !matches!(request.events, EventSource::None);
    let conditions = std::slice::from_ref(&outcome.condition);
    let asked = Asked { conditions, ..Asked::default() };
    let plan = Plan::asking(request.rules, Options { log, rule_points: false, trace: true }, asked);
    let ledger = plan.no_ledger(request.as_of);
    let of = |cases: &[Case]| {
        // An outcome asks for fields only.
        let plain: Vec<(Lead, Vec<Event>)> = cases.iter().map(|case| (case.lead.clone(), Vec::new())).collect();
        plan.trace(&columns(request.rules, &plain), &ledger).expectations.swap_remove(0)
    };
    cases.chunks(4096).flat_map(of).collect()
}

/// The index of the step of this name; of the highest one where none is named.
pub(super) fn step(rules: &Rules, name: Option<&str>) -> Result<usize, Failure> {
    let steps = &rules.stages.steps;
    let Some(name) = name else {
        return steps
            .len()
            .checked_sub(1)
            .ok_or_else(|| Failure::new(say!("the rules have no stages, so no lead enters one")));
    };
    steps.iter().position(|step| step.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
        let names: Vec<String> = steps.iter().map(|step| format!("`{}`", step.name)).collect();
        Failure::new(say!(
            "--stage: there is no stage `{stage}`; there are {stages}",
            stage = visible::line(name).as_ref(),
            stages = names.join(", ")
        ))
    })
}

/// The date field of this name, or that is read from a column of this name.
pub(super) fn day_field(rules: &Rules, option: &str, name: &str) -> Result<FieldId, Failure> {
    let key = leadrules_language::text::key(name);
    let is_it = |other: &String| leadrules_language::text::key(other) == key;
    let place = rules.fields.iter().position(|field| is_it(&field.name) || field.columns.iter().any(is_it));
    let is_day = place.is_some_and(|at| matches!(rules.fields[at].ty, Type::Date(_)));
    place.filter(|_| is_day).and_then(|at| u16::try_from(at).ok()).map(FieldId).ok_or_else(|| {
        let dates = rules.fields.iter().filter(|field| matches!(field.ty, Type::Date(_)));
        let dates: Vec<String> = dates.map(|field| format!("`{}`", field.name)).collect();
        let name = visible::line(name);
        Failure::new(if dates.is_empty() {
            say!(
                "{option}: `{name}` is no date field that the rules declare; the rules declare none",
                option,
                name = name.as_ref()
            )
        } else {
            say!(
                "{option}: `{name}` is no date field that the rules declare; there are {fields}",
                option,
                name = name.as_ref(),
                fields = dates.join(", ")
            )
        })
    })
}

/// What leads are told apart by.
pub(super) fn by(rules: &Rules, name: &str) -> Result<By, Failure> {
    By::named(rules, name).ok_or_else(|| {
        let names = rules.labels.iter().map(|label| &label.name).chain(rules.fields.iter().map(|field| &field.name));
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        Failure::new(say!(
            "--by: there is no label or field `{name}`; there are {names}",
            name = visible::line(name).as_ref(),
            names = names.join(", ")
        ))
    })
}
