//! A text with three parts between lines of `===`: rules, leads and events as CSV (or, without events, leads as lines of
//! JSON). If the rules have no errors they are run: each lead comes out once, and the engine's sums are the points of
//! its rules.
#![no_main]

use leadrules::RuleSet;
use leadrules_engine::data::{Format, Input, ReadOptions};
use leadrules_engine::run::{EventSource, Request, score};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut parts = text.splitn(3, "\n===\n");
    let (Some(rules), Some(leads)) = (parts.next(), parts.next()) else { return };
    let events = parts.next().map(|events| Input::bytes("events.csv", events));
    let Ok(set) = RuleSet::from_text(rules) else { return };
    let rules = set.rules();
    let format = if events.is_some() { Format::Csv } else { Format::Ndjson };
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    let request = Request {
        rules,
        leads: &Input::bytes("leads", leads),
        options: &options,
        events: events.as_ref().map_or(EventSource::Leads, |events| EventSource::Log(events, &options)),
        keep: &[],
        as_of: rules.zone.parse_as_of("2026-03-31").expect("a day"),
        rule_points: true,
        trace: false,
    };
    let mut rows = 0;
    let outcome = score(&request, &mut |_| ()).and_then(|scoring| {
        scoring.map(|results| (results.rows, results.stages.len())).for_each(
            &mut |(read, stages), first_row| {
                assert_eq!((stages, first_row), (read, rows));
                rows += read as u64;
                Ok(())
            },
            &mut |_| (),
        )
    });
    if let Ok(outcome) = outcome {
        assert_eq!((rows, rows), (outcome.leads.rows, outcome.counts.leads));
    }
});
