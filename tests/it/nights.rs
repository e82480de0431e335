//! On which day each lead reached each step: what `timeline::reached` finds, which looks at few nights, is what comes out where every
//! lead is looked at after each of its events and at the end of every day, by the reference evaluator.

use leadrules_decide::replay::Case;
use leadrules_decide::timeline::{Day, ReachedDays, reached};
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::lead::Event;
use leadrules_language::reference;
use leadrules_language::types::Value;

use crate::generate::{self, Dice, Seeds};
use crate::properties::number;
use crate::rules::{read, usable};
use crate::share;

/// A lead whose stage is asked for again and again.
struct Looks<'a> {
    rules: &'a Rules,
    case: &'a Case,
}

impl Looks<'_> {
    fn stage(&self, at: Instant, had: Option<StageId>) -> StageId {
        let mut lead = self.case.lead.clone();
        if let Some(field) = self.rules.before {
            lead.fields[usize::from(field.0)] = Rules::had(had).map(Value::Choice);
        }
        let done = |events: &Vec<Event>| events.iter().filter(|event| event.time <= at).cloned().collect::<Vec<_>>();
        reference::evaluate(self.rules, at, &lead, self.case.events.as_ref().map(done).as_deref()).stage
    }

    fn times(&self, as_of: Instant) -> Vec<Instant> {
        self.case.events.iter().flatten().map(|event| event.time).filter(|time| *time <= as_of).collect()
    }
}

/// The same with every look taken.
fn plainly(rules: &Rules, cases: &[Case], as_of: Instant) -> Vec<(Vec<Day>, StageId)> {
    let zone = &rules.zone;
    let today = zone.day_of(as_of);
    let firsts = cases.iter().filter_map(|case| Looks { rules, case }.times(as_of).first().copied());
    let first_of_all = firsts.min().map_or(today, |time| zone.day_of(time));
    let of = |case: &Case| {
        let looks = Looks { rules, case };
        let mut days = vec![Day::Never; rules.stages.steps.len()];
        let mut note = |stage: StageId, day: Day| {
            let StageId::Step(step) = stage else { return };
            for known in &mut days[..=usize::from(step)] {
                let is_earlier = match (&*known, &day) {
                    (Day::Before, _) => false,
                    (Day::On(known, _), Day::On(day, _)) => day < known,
                    _ => true,
                };
                if is_earlier {
                    *known = day.clone();
                }
            }
        };
        let times = looks.times(as_of);
        let mut stage = looks.stage(times.first().map_or(as_of, |first| first - 1), None);
        note(stage, Day::Before);
        if rules.before.is_none() {
            for &time in &times {
                note(looks.stage(time, None), Day::On(zone.day_of(time), time));
            }
        }
        for day in first_of_all..=today {
            stage = looks.stage(zone.end_of(day).min(as_of), Some(stage));
            if times.first().is_some_and(|first| zone.day_of(*first) <= day) {
                note(stage, Day::On(day, zone.start_of(day)));
            }
        }
        if rules.before.is_none() {
            stage = looks.stage(as_of, None);
        }
        (days, stage)
    };
    cases.iter().map(of).collect()
}

fn differ(rules: &Rules, cases: &[Case], as_of: Instant) -> Result<Vec<ReachedDays>, String> {
    let found = reached(rules, cases, as_of);
    for ((found, (days, stage)), case) in found.iter().zip(plainly(rules, cases, as_of)).zip(cases) {
        let stage = rules.stages.name(stage);
        if found.days != days || found.stage != stage {
            return Err(format!("found {found:?}\nbut it is {days:?}, now {stage}\n{case:#?}"));
        }
    }
    Ok(found)
}

/// Leads of made-up data, each with the events of the last half year and those to come.
fn cases(seeds: &Seeds, rules: &Rules, as_of: Instant) -> Vec<Case> {
    let data = generate::data(seeds, rules);
    let of = |(row, (key, lead)): (usize, &(Option<String>, leadrules_language::lead::Lead))| {
        let own = |events: &Vec<(String, Event)>| {
            let is_own = |of: &String, event: &Event| Some(of) == key.as_ref() && as_of - event.time < 190 * DAY;
            let own = events.iter().filter(|(of, event)| is_own(of, event));
            // Whoever replays has left out what is there twice.
            let mut own: Vec<Event> = own.map(|(_, event)| Event { id: None, ..event.clone() }).collect();
            own.sort_by_key(|event| event.time);
            own
        };
        let events = data.events.as_ref().map(own);
        Case { row: row as u64, key: key.clone(), lead: lead.clone(), events, kept: Vec::new() }
    };
    data.leads.iter().enumerate().map(of).collect()
}

/// A rule file whose stages leads come to, and data.
fn seeds(number: u64) -> Seeds {
    let mut dice = Dice(number);
    let mut several = |least, most| (0..least + dice.below(most)).map(|_| dice.next()).collect();
    let (lines, ends, leads, events) = (several(4, 12), several(3, 4), several(6, 1), several(20, 60));
    Seeds { head: dice.next(), lines, ends, leads, events }
}

/// The text of the rule file, where most steps are bars of scores that made-up rules get to.
fn text(seeds: &Seeds) -> String {
    let mut dice = Dice(seeds.head ^ 5);
    let mut is_stage = false;
    let line = |line: &str| {
        is_stage = (is_stage || line == "stages {") && line != "}";
        match line.split_once(" => ") {
            Some((_, step)) if is_stage && !dice.one_in(4) => {
                let bar = dice.pick(&["1", "2.5", "4", "7", "12", "20"]);
                format!("  {} >= {bar} => {step}\n", dice.pick(&["heat", "fit", "heat", "total"]))
            }
            _ => format!("{line}\n"),
        }
    };
    let mut text: String = generate::file(seeds).lines().map(line).collect();
    // Clocks that are set back at midnight, to the day before; at one, to midnight; by half an hour.
    for (from, to) in [
        ("Asia/Kathmandu", "Asia/Beirut"),
        ("America/New_York", "America/Havana"),
        ("Pacific/Auckland", "Australia/Lord_Howe"),
    ] {
        text = text.replace(from, to);
    }
    text
}

#[test]
fn the_nights_that_are_left_out_bring_nothing() {
    let (mut by_events, mut by_time, mut nightly) = (0, 0, 0);
    let first = number("LEADRULES_SEED", 0);
    for seed in share::of(first..first + number("LEADRULES_CASES", 1_000)) {
        let seeds = seeds(seed);
        let text = text(&seeds);
        let checked = read("made.leadrules", text.clone());
        let rules = usable(&checked);
        let as_of = generate::as_of(&seeds, rules);
        let found = differ(rules, &cases(&seeds, rules, as_of), as_of);
        let found = found.unwrap_or_else(|why| panic!("LEADRULES_SEED={seed}\n{why}\nas of {as_of}\n{text}"));
        for day in found.into_iter().flat_map(|lead| lead.days) {
            if let Day::On(day, at) = day {
                let is_night = at == rules.zone.start_of(day);
                let counts = if rules.before.is_some() { &mut nightly } else { &mut by_time };
                *(if is_night { counts } else { &mut by_events }) += 1;
            }
        }
    }
    println!("reached by events {by_events}, by time {by_time}, with a memory {nightly}");
    assert!(by_events > 20 && by_time > 10 && nightly > 20, "{by_events}, {by_time}, {nightly}");
}

/// What only time brings, one thing at a time: rows of a table that give nothing and take a lead all the same among them.
#[test]
fn what_time_alone_brings_is_found() {
    let lines = [
        "age {\n    ..14 => 0\n    otherwise => +9\n  }",
        "age > 14 => +9",
        "created older than 2 weeks => +9",
        "no seen in last 15 days => +9",
        "seen older than 2 weeks => +9",
        "seen in last 2 weeks => -30\n  seen => +12 once",
        "days since seen > 14 => +9",
        "seen => -40 each, halving every 5 days\n  seen => +12 once",
        "seen => -40 once, halving every 5 days\n  seen => +12 once",
        "seen => +9, from 2026-11-10",
        "seen => +9, until 2026-11-10",
        "seen in last 1 month => -30\n  seen => +12 once",
        "seen in last 15 days at most 0 times => +9",
        "group \"best\", best {\n    seen in last 15 days => -5\n    age > 100 => +3\n  }\n  seen => +9",
    ];
    let mut found_by_time = 0;
    for line in lines {
        let text = format!(
            "leadrules 1\n\nlead {{\n  id text key\n  created date\n}}\n\nevents {{\n  seen\n}}\n\ndefine age = days since created\n\n\
             score heat {{\n  {line}\n}}\n\nstages {{\n  heat >= 9 => Warm\n}}\n"
        );
        let checked = read("made.leadrules", text.clone());
        let rules =
            checked.rules.as_ref().unwrap_or_else(|| panic!("{}", crate::rules::rendered(&checked, &checked.findings)));
        let zone = &rules.zone;
        let as_of = zone.parse_as_of("2026-11-23").expect("a day");
        let seen = |time: &str| Event {
            kind: Some(leadrules_language::ir::KindId(0)),
            time: zone.parse_time(time).expect("a time"),
            id: None,
            properties: Vec::new(),
        };
        let case = |times: &[&str]| {
            let day = Value::Date(zone.day_of(zone.parse_time("2026-11-01").expect("a day")));
            let mut fields = vec![None; rules.fields.len()];
            fields[1] = Some(day);
            let events = Some(times.iter().map(|time| seen(time)).collect());
            Case { row: 0, key: None, lead: leadrules_language::lead::Lead { fields }, events, kept: Vec::new() }
        };
        let cases =
            [case(&["2026-11-02T10:00"]), case(&["2026-11-02T10:00", "2026-11-03T11:00"]), case(&["2026-09-30T23:30"])];
        let found = differ(rules, &cases, as_of).unwrap_or_else(|why| panic!("{why}\n{text}"));
        let by_time = |day: &Day| matches!(day, Day::On(day, at) if *at == zone.start_of(*day));
        found_by_time += usize::from(found.iter().flat_map(|lead| &lead.days).any(by_time));
    }
    assert!(found_by_time >= 7, "{found_by_time} of {}", lines.len());
}
