//! The parts of the page about what became of those who entered a stage, and whether leads are still like those of before. In: what
//! the commands of these names found; out: what the template shows.

use super::answer::{Answer, Table, answer, in_words, with_interval};
use super::sentence::spoken;
use super::words::DriftFrom;
use crate::cohorts::{Cohort, Cohorts, Onward};
use crate::drift::Shares;
use crate::entry::span_of_days;
use leadrules_language::words::{Locale, Text, Value, say};

/// The name of a place that leads went on to, and how many did.
fn onward(cohort: &Cohort) -> impl Iterator<Item = &Onward> {
    cohort.stages.iter().chain(&cohort.outcome)
}

pub(super) fn cohorts_said(cohorts: &Cohorts) -> Text {
    let stage = &cohorts.stage;
    let parts = onward(&cohorts.all).map(|got| {
        let (rate, name) = (with_interval(got.rate), &got.name);
        match (got.name == "outcome", got.median_days) {
            (true, None) => say!("{rate} converted", rate),
            (true, Some(0.0)) => say!("{rate} converted, half of them at once", rate),
            (true, Some(days)) => say!("{rate} converted, half of them in {time}", rate, time = span_of_days(days)),
            (false, None) => say!("{rate} became {name}", rate, name),
            (false, Some(0.0)) => say!("{rate} became {name}, half of them at once", rate, name),
            (false, Some(days)) => {
                say!("{rate} became {name}, half of them in {time}", rate, name, time = span_of_days(days))
            }
        }
    });
    match parts.reduce(|one, other| say!("{one}; and {other}", one, other)) {
        Some(parts) => say!("Of the leads that became {stage}, {parts}.", stage, parts),
        None => say!("{leads} {leads|lead|leads} became {stage}.", leads = cohorts.all.entered, stage),
    }
}

pub(super) fn cohorts_part(cohorts: &Cohorts, outcome: Option<&str>, locale: Locale) -> Answer {
    let mut heads = vec![say!("month"), say!("entered")];
    for got in onward(&cohorts.all) {
        let name = match outcome {
            Some(outcome) if got.name == "outcome" => Text::verbatim(outcome),
            None if got.name == "outcome" => say!("outcome"),
            _ => Text::verbatim(got.name.as_str()),
        };
        heads.extend([name, say!("half of them in")]);
    }
    let mut table = Table::new(locale, 1, heads);
    for cohort in &cohorts.months {
        let mut cells = vec![Text::moment(&cohort.month), Text::figure(cohort.entered)];
        for got in onward(cohort) {
            let half = got.median_days.map_or_else(Text::empty, span_of_days);
            cells.extend([with_interval(got.rate), half]);
        }
        table.add(cells);
    }
    let mut said = vec![cohorts_said(cohorts)];
    said.push(say!("By the month in which they did. Fields are taken as they are today."));
    if cohorts.unknown > 0 {
        said.push(say!("Of {leads} {leads|lead|leads} more nothing says when.", leads = cohorts.unknown));
    }
    if let Some(days) = cohorts.within_days {
        said.push(say!(
            "What came within {time} counts, of leads that entered that long ago.",
            time = span_of_days(days)
        ));
    }
    let title = say!("What became of those who became {stage}", stage = &cohorts.stage);
    Answer { folded: true, ..answer(locale, "cohorts", &title, &said, vec![(say!("Month by month"), table)]) }
}

pub(super) fn drift_said(DriftFrom { drift, sides: [before, _] }: &DriftFrom<'_>, locale: Locale) -> Text {
    if drift.drifted.is_empty() {
        return say!("Nothing has drifted from the leads of {file}.", file = *before);
    }
    let shown = drift.drifted.iter().take(3).map(|what| in_words(&what.clone(), locale)).collect();
    let (what, file) = (Text::row(shown, ", "), *before);
    match drift.drifted.len().saturating_sub(3) {
        0 => say!("Drifted from the leads of {file}: {what}.", file, what),
        count => say!("Drifted from the leads of {file}: {what} and {count} more.", file, what, count),
    }
}

pub(super) fn drift_part(asked: &DriftFrom<'_>, locale: Locale) -> Answer {
    let DriftFrom { drift, sides: [before, now] } = asked;
    let percent = |share: f64| Text::percent(share, 1);
    let mut stages = Table::new(locale, 1, vec![say!("stage"), say!("before"), say!("now")]);
    for (name, [was, is]) in &drift.stages.shares {
        stages.add([Text::verbatim(name.as_str()), percent(*was), percent(*is)]);
    }
    let mut shifted = Table::new(locale, 1, vec![say!("what"), say!("before"), say!("now"), say!("shift")]);
    let is_more = |shares: &&Shares| shares.shift.is_more_than(drift.limit);
    let mut add = |what: Text, shares: &Shares| {
        let [was, is] = shares.shares.map(percent);
        shifted.add([what, was, is, Text::rounded(shares.shift.index, 2)]);
    };
    for shares in drift.rules.iter().filter(is_more) {
        add(say!("fires: {rule}", rule = spoken(&shares.name)), shares);
    }
    for shares in drift.unknown.iter().filter(is_more) {
        add(say!("unknown: {field}", field = spoken(&shares.name)), shares);
    }
    for shares in drift.invalid.iter().filter(is_more) {
        add(say!("can't be read: {field}", field = spoken(&shares.name)), shares);
    }
    let is_shifted = !shifted.rows.is_empty();
    let mut tables = vec![(say!("Stages"), stages)];
    tables.extend(is_shifted.then(|| (say!("What drifted"), shifted.folded())));
    let [was, is] = drift.leads;
    let said = [
        say!("{is} leads of {now}, held against {was} of {before}.", is, now = *now, was, before = *before),
        if drift.drifted.is_empty() {
            say!(
                "Nothing has shifted by {limit} (population stability index) or more, beyond chance.",
                limit = Value::Rounded(drift.limit.to_string())
            )
        } else {
            say!("Drifted: {what}.", what = Text::row(drift.drifted.clone(), ", "))
        },
    ];
    Answer { folded: true, ..answer(locale, "drift", &say!("Is it still right"), &said, tables) }
}
