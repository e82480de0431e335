//! Rules that ask for the stage before, run night by night over a year, each time from the results of the night before: what
//! comes out is what `timeline` says when it follows a lead from its first day on.

use leadrules_decide::diff;
use leadrules_decide::previous::Previous;
use leadrules_decide::replay::{self, Extra};
use leadrules_decide::timeline::{self, Span, timeline};
use leadrules_engine::data::{Before, Input, ReadOptions};
use leadrules_engine::run::{self, EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;

use crate::generate::Dice;
use crate::rules::{read_file, usable};

/// The nights of a year.
const NIGHTS: i32 = 365;

/// Leads and what they did, from the second day of the year on.
fn data() -> (Input, Input) {
    let mut dice = Dice(7);
    let leads: String =
        (0..24).map(|lead| format!("L{lead},{}@x.be,{}\n", lead, dice.pick(&["no", "no", "yes", ""]))).collect();
    let events: String = (0..160)
        .map(|_| {
            let (lead, month, day, hour) = (dice.below(24), dice.below(12) + 1, dice.below(26) + 2, dice.below(24));
            format!("L{lead},webinar,2026-{month:02}-{day:02}T{hour:02}:30:00Z\n")
        })
        .collect();
    (
        Input::bytes("leads.csv", format!("id,email,rejected\n{leads}")),
        Input::bytes("events.csv", format!("lead,event,time\n{events}")),
    )
}

fn request<'a>(
    rules: &'a Rules,
    leads: &'a Input,
    options: &'a ReadOptions,
    events: EventSource<'a>,
    as_of: Instant,
) -> Request<'a> {
    Request { rules, leads, options, events, keep: &[], as_of, rule_points: false, trace: false, accounts: None }
}

#[test]
fn a_year_night_by_night_is_what_the_timeline_says() {
    let checked = read_file(std::path::Path::new("tests/cmd/memory/flapping.leadrules"));
    let rules = usable(&checked);
    let (leads, log) = data();
    let plain = ReadOptions::default();
    let first = rules.zone.day_of(rules.zone.parse_as_of("2026-01-01").expect("a day"));
    let ends: Vec<Instant> = (first..first + NIGHTS).map(|day| rules.zone.end_of(day)).collect();
    let mut options = ReadOptions { before: Before::Nobody, ..ReadOptions::default() };
    let mut nights: Vec<Vec<String>> = Vec::new();
    for &as_of in &ends {
        let mut rows = Vec::new();
        let events = EventSource::Log(&log, &plain);
        run::score(&request(rules, &leads, &options, events, as_of), &mut |_| ())
            .and_then(|scoring| {
                scoring.map(|results| results).for_each(
                    &mut |results, _| {
                        for row in 0..results.rows {
                            let stage = leadrules_language::ir::StageId::of_number(results.stages[row]);
                            rows.push((results.keys.value(row).to_owned(), rules.stages.name(stage).to_owned()));
                        }
                        Ok(())
                    },
                    &mut |_| (),
                )
            })
            .expect("it can be run");
        let written: String = rows.iter().map(|(key, stage)| format!("{key},{stage}\n")).collect();
        let last = Input::bytes("last.csv", format!("id,stage\n{written}"));
        let previous = Previous::read(rules, &last, &plain).expect("an earlier run");
        options.before = Before::Run(std::sync::Arc::new(previous.stages()));
        nights.push(rows.into_iter().map(|(_, stage)| stage).collect());
    }
    let new = ReadOptions { before: Before::Nobody, ..ReadOptions::default() };
    let now = *ends.last().expect("nights");
    let all = request(rules, &leads, &new, EventSource::Log(&log, &plain), now);
    let cases = replay::read(&all, Extra::default(), &mut |_| true, &mut |_| ()).expect("it can be read");
    let reached = timeline::reached(rules, &cases, now);
    let mut flaps = [0, 0];
    for (at, case) in cases.iter().enumerate() {
        let found = timeline(rules, case, Span { since: None, as_of: now, ahead: 0 });
        let by_night: Vec<&str> = nights.iter().map(|night| night[at].as_str()).collect();
        for state in &found.course {
            let instant = rules.zone.parse_time(&state.at).expect("an instant");
            let Some(night) = ends.iter().position(|end| *end == instant) else { continue };
            assert_eq!(state.stage, by_night[night], "{:?} {}", case.key, state.at);
        }
        assert_eq!(found.now.stage, by_night[ends.len() - 1]);
        assert_eq!(reached[at].stage, found.now.stage);
        flaps[0] += by_night.windows(2).filter(|two| two[0] != two[1]).count();
        flaps[1] += without_memory(rules, case, &ends);
    }
    assert!(flaps[0] > 50 && flaps[0] < flaps[1], "with memory leads move less: {flaps:?}");
}

/// How often a lead's stage changes from night to night if it is always new.
fn without_memory(rules: &Rules, case: &replay::Case, ends: &[Instant]) -> usize {
    let mut lead = case.lead.clone();
    if let Some(field) = rules.before {
        lead.fields[usize::from(field.0)] = None;
    }
    let done = |as_of: Instant| case.events.iter().flatten().filter(move |event| event.time <= as_of).cloned();
    let stage = |as_of: &Instant| {
        let events: Vec<_> = done(*as_of).collect();
        leadrules_language::reference::evaluate(rules, *as_of, &lead, Some(&events)).stage
    };
    let stages: Vec<_> = ends.iter().map(stage).collect();
    stages.windows(2).filter(|two| two[0] != two[1]).count()
}

/// Two rule sets over a year: how often each lead changes its stage, and where it ends, is what its timelines say.
#[test]
fn a_history_is_what_the_timelines_say() {
    let path = "tests/cmd/memory/flapping.leadrules";
    let text = crate::files::read(path);
    let (was, is) = (text.clone(), text.replace("kept while heat >= 25", "kept while heat >= 40"));
    assert_ne!(was, is);
    let checked = [was, is].map(|text| crate::rules::read(path, text));
    let [old, new] = [usable(&checked[0]), usable(&checked[1])];
    let (leads, log) = data();
    let plain = ReadOptions::default();
    let options = ReadOptions { before: Before::Nobody, ..ReadOptions::default() };
    let now = old.zone.parse_as_of("2026-12-31").expect("a day");
    let since = old.zone.parse_as_of("2026-03-01").expect("a day");
    let requests = [old, new].map(|rules| request(rules, &leads, &options, EventSource::Log(&log, &plain), now));
    let found = diff::history(&requests[0], &requests[1], old.zone.day_of(since), &mut |_| ()).expect("it can be run");
    assert_eq!((found.nights, found.leads), (306, 24));
    assert!(found.apart > 5, "{found:?}");
    let mut changes = [0, 0];
    for (side, rules) in [old, new].into_iter().enumerate() {
        let cases =
            replay::read(&requests[side], Extra::default(), &mut |_| true, &mut |_| ()).expect("it can be read");
        for case in &cases {
            let course = timeline(rules, case, Span { since: None, as_of: now, ahead: 0 });
            let turns = course.steps.iter().filter(|step| step.stage.is_some() && *step.at >= *"2026-03-01").count();
            changes[side] += turns as u64;
            let Some(mover) = found.movers.iter().find(|mover| mover.key == case.key) else { continue };
            let of = |pair: (u64, u64)| [pair.0, pair.1][side];
            assert_eq!(of(mover.changes), turns as u64, "{:?}", case.key);
            assert_eq!([&mover.at_end.0, &mover.at_end.1][side], &course.now.stage);
        }
    }
    let crossed = |of: fn(&diff::Crossed) -> diff::Crossings| -> u64 {
        found.stages.iter().map(|stage| of(stage).reached + of(stage).left).sum()
    };
    // In these rules no turn crosses two steps at once but from and to the lowest.
    assert!(crossed(|stage| stage.before) >= changes[0] && crossed(|stage| stage.after) >= changes[1]);
    assert!(changes[0] < changes[1], "who is kept for longer moves less: {changes:?}");
}

/// A program says the stage before as it says any field; a lead without it is new.
#[test]
fn a_program_says_which_stage_a_lead_had() {
    let text = "leadrules 1\nlead { id text key; points integer 0..100 }\nscore fit 0..100 { points => +1 each }\n\
                stages { fit >= 40 => MQL, kept while fit >= 30 }\n";
    let rules = leadrules::RuleSet::from_text(text).expect("no errors");
    let scorer = rules.scorer(rules.as_of("2026-11-23").expect("a day"));
    let stage = |lead: leadrules::Lead| scorer.score(&lead).expect("it can be scored").stage.clone();
    let lead = || leadrules::Lead::new().set("points", 35);
    assert_eq!(stage(lead()), "contact");
    assert_eq!(stage(lead().set("stage before", "MQL")), "MQL");
    let json = scorer.score_json(r#"[{"id": "1", "points": 35, "stage before": "mql"}, {"id": "2", "points": 35}]"#);
    let stages: Vec<String> = json.expect("it can be scored").into_iter().map(|lead| lead.stage).collect();
    assert_eq!(stages, ["MQL", "contact"]);
}
