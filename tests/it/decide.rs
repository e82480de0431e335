//! What is said about a change adds up to it exactly, on made-up rule files and data: between two instants, between two
//! rule files, and step by step in the course of a lead. Every way to a stage leads there.

use leadrules_decide::change::{self, Kind, Matched, ScoreChange, Side, changes};
use leadrules_decide::diff;
use leadrules_decide::reach::{self, Limits, reach};
use leadrules_decide::replay::{self, Case};
use leadrules_decide::timeline::{Span, Timeline, timeline};
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::engine::{Options, Plan};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, ScoreBody, StageId};
use leadrules_language::reference::{Event, Lead, evaluate};

use crate::generate::{self, Seeds};
use crate::properties::for_all;
use crate::rules::{self, read, read_file};
use crate::same;

/// The rules in a made-up file.
pub fn made(text: String) -> Result<Rules, String> {
    let checked = read("made.leadrules", text);
    let errors = rules::rendered(&checked, &checked.findings);
    checked.rules.ok_or(errors)
}

/// The leads of made-up data with what each did.
pub fn cases(rules: &Rules, seeds: &Seeds) -> Vec<Case> {
    let data = generate::data(seeds, rules).without_repeats();
    let case = |(row, (key, lead)): (u64, &(Option<String>, Lead))| {
        let mut events: Option<Vec<Event>> = data.events_of(key.as_deref());
        for event in events.iter_mut().flatten() {
            event.id = None;
        }
        if let Some(events) = &mut events {
            events.sort_by_key(|event| event.time);
        }
        Case { row, key: key.clone(), lead: lead.clone(), events, kept: Vec::new() }
    };
    (0..).zip(&data.leads).map(case).collect()
}

/// Whether the lines of each change add up to it; only computed scores are rounded, and only by a little.
fn adds_up(rules: &[&Rules], found: &[ScoreChange]) -> Result<(), String> {
    for change in found {
        let Some((before, after)) = change.before.zip(change.after) else {
            if !change.lines.is_empty() {
                return Err(format!("{}: lines for what is unknown", change.score));
            }
            continue;
        };
        let wanted = Points(after.0.0 - before.0.0).to_decimal().0;
        let sum: i128 = change.lines.iter().map(|line| line.points.0.0).sum();
        if sum != wanted {
            return Err(format!("{}: lines come to {sum} millionths, not {wanted}: {:#?}", change.score, change.lines));
        }
        let of = rules.iter().flat_map(|rules| &rules.scores).filter(|score| score.name == change.score);
        let computed = of.into_iter().any(|score| matches!(score.body, ScoreBody::Computed(_)));
        for line in change.lines.iter().filter(|line| line.kind == Kind::Rounding) {
            if !computed {
                return Err(format!("{}: points of rules are not rounded: {line:?}", change.score));
            }
        }
    }
    Ok(())
}

fn between(
    matched: &Matched,
    (old, new): (&Rules, &Rules),
    (from, to): (Instant, Instant),
    case: &Case,
) -> Result<(), String> {
    let events = case.events.as_deref();
    let come = |rules: &Rules, at: Instant| {
        change::plan(rules, events.is_some()).single(at).outcome(&case.lead, events.unwrap_or_default())
    };
    let (was, is) = (come(old, from), come(new, to));
    same::closely_same(&was, &evaluate(old, from, &case.lead, events))?;
    same::closely_same(&is, &evaluate(new, to, &case.lead, events))?;
    let found = changes(matched, &Side { rules: old, outcome: &was }, &Side { rules: new, outcome: &is });
    let differ = |name: &str| {
        let points = |rules: &Rules, outcome: &leadrules_engine::engine::LeadTrace| {
            let at = rules.scores.iter().position(|score| score.name == name);
            at.and_then(|at| outcome.scores[at].points)
        };
        points(old, &was) != points(new, &is)
    };
    for score in old.scores.iter().chain(&new.scores) {
        if differ(&score.name) != found.iter().any(|change| change.score == score.name) {
            return Err(format!("{} changed and is not told, or the other way round", score.name));
        }
    }
    adds_up(&[old, new], &found).map_err(|why| format!("{why}\n{case:?}"))
}

#[test]
fn what_explains_a_change_adds_up_to_it() {
    for_all(|seeds| {
        let text = generate::file(seeds);
        let mut other = seeds.clone();
        // Another file with the same fields and events: one line fewer, one line more, the others shifted; and some
        // with other ranges, formulas, exclusions, stages and limits.
        let pushed = 1.min(other.lines.len());
        other.lines.rotate_left(pushed);
        other.lines.pop();
        other.lines.push(seeds.head ^ 5);
        let is_odd = |by: u32| seeds.head >> by & 1 == 1;
        other.head ^= u64::from(is_odd(3));
        for (at, end) in other.ends.iter_mut().enumerate() {
            *end ^= (seeds.head >> (at % 40)) & 1;
        }
        let mut other = generate::file(&other);
        if is_odd(5) {
            other = other.replace(", best", "").replace("up to 6", "up to 2").replace("up to 20.5", "up to 3");
        }
        let (old, new) = (made(text.clone())?, made(other.clone())?);
        let as_of = generate::as_of(seeds, &old);
        let (same, both) = (Matched::same(&old), Matched::between(&old, &new));
        for mut case in cases(&old, seeds) {
            // The stage before is one of each file's own steps: without it, both are about the same fields.
            let before = |rules: &Rules| rules.before.map(|field| rules.field(field).ty.clone());
            if before(&old) != before(&new) {
                case.lead.fields.truncate(old.declared().count());
                case.lead.fields.resize(old.fields.len().max(new.fields.len()), None);
            }
            let why = |why: String| format!("{why}\n{text}\n{other}");
            between(&same, (&old, &old), (as_of - 40 * DAY, as_of), &case).map_err(why)?;
            between(&both, (&old, &new), (as_of, as_of), &case).map_err(why)?;
            between(&both, (&old, &new), (as_of - 3 * DAY, as_of), &case).map_err(why)?;
            let [before, undone] = diff::undone(&old, &new, as_of, &case);
            if before != undone {
                return Err(why(format!("{before:?} before, and {undone:?} with every edit undone: {case:?}")));
            }
        }
        Ok(())
    });
}

/// Whether each step adds up, and begins where the one before it ended, and each state is what the reference says it
/// is.
fn course_holds(rules: &Rules, case: &Case, as_of: Instant, found: &Timeline) -> Result<(), String> {
    let names = || rules.scores.iter().map(|score| score.name.as_str());
    // A lead that is followed from day to day has the stage of the day before.
    let remembered = |stage: Option<&String>| {
        let mut lead = case.lead.clone();
        if let Some(field) = rules.before {
            let id = stage.and_then(|name| rules.stages.ids().find(|id| rules.stages.name(*id) == name));
            lead.fields[usize::from(field.0)] = Rules::had(id).map(leadrules_language::types::Value::Choice);
        }
        lead
    };
    let last = found.course.iter().rposition(|state| state.at == found.now.at).ok_or("now is not in the course")?;
    let lead = remembered(last.checked_sub(1).map(|at| &found.course[at].stage));
    let now = evaluate(rules, as_of, &lead, case.events.as_deref());
    let mut stands: Vec<Option<Option<Points>>> = vec![None; rules.scores.len()];
    for step in found.steps.iter().chain(&found.ahead) {
        adds_up(&[rules], &step.scores)?;
        for change in &step.scores {
            let at = names().position(|name| name == change.score).ok_or("a score that is not there")?;
            let before = change.before.map(|amount| amount.0);
            if stands[at].is_some_and(|stands| stands != before) {
                return Err(format!("{} {}: it stood at {:?}, not {before:?}", step.at, change.score, stands[at]));
            }
            stands[at] = Some(change.after.map(|amount| amount.0));
        }
        if found.steps.last().is_some_and(|last| std::ptr::eq(last, step)) {
            for (stands, outcome) in stands.iter().zip(&now.scores) {
                if stands.is_some_and(|stands| stands != outcome.points) {
                    return Err(format!("the steps lead to {stands:?}, and now it is {:?}", outcome.points));
                }
            }
        }
    }
    // Nothing happens after now.
    let done: Option<Vec<Event>> =
        case.events.as_ref().map(|events| events.iter().filter(|event| event.time <= as_of).cloned().collect());
    for (place, state) in found.course.iter().enumerate() {
        let at = rules.zone.parse_time(&state.at).ok_or("a state without an instant")?;
        let before = place.checked_sub(1).map(|at| &found.course[at].stage);
        let expected = evaluate(rules, at, &remembered(before), done.as_deref());
        let points: Vec<_> = state.scores.iter().map(|points| points.map(|points| points.0)).collect();
        let wanted: Vec<_> = expected.scores.iter().map(|score| score.points).collect();
        // What came before the first that is shown is not said.
        let is_told = rules.before.is_none() || place > 0;
        if points != wanted || is_told && state.stage != rules.stages.name(expected.stage) {
            return Err(format!("{state:?}, and the reference says {wanted:?}, {:?}", expected.stage));
        }
    }
    let stage = rules.stages.name(now.stage);
    if found.now.stage == stage || rules.before.is_some() && last == 0 {
        Ok(())
    } else {
        Err(format!("{} now, not {stage}", found.now.stage))
    }
}

/// A lead seen from one instant after another gets what the reference says for each: around its events, around the ends
/// of windows and of days, forwards and backwards.
#[test]
fn a_course_is_at_every_instant_what_the_reference_says() {
    for_all(|seeds| {
        let text = generate::file(seeds);
        let rules = made(text.clone())?;
        let as_of = generate::as_of(seeds, &rules);
        for case in cases(&rules, seeds) {
            let events = case.events.as_deref();
            let plan = change::plan(&rules, events.is_some());
            let mut course = plan.course(&case.lead, events.unwrap_or_default());
            let mut instants: Vec<Instant> =
                events.iter().copied().flatten().flat_map(|event| [event.time - 1, event.time]).collect();
            instants.extend(events.iter().copied().flatten().map(|event| event.time + 30 * DAY));
            instants.extend((0..4).map(|back| as_of - back * 7 * DAY / 3));
            let mut dice = generate::Dice(seeds.head);
            let reach = usize::try_from(90 * DAY).expect("64 bits");
            instants.extend((0..6).map(|_| as_of + 10 * DAY - i64::try_from(dice.below(reach)).expect("64 bits")));
            if dice.one_in(2) {
                instants.sort_unstable();
            }
            for at in instants {
                let expected = evaluate(&rules, at, &case.lead, events);
                same::closely_same(&course.at(at), &expected)
                    .map_err(|why| format!("at {at}: {why}\n{case:?}\n{text}"))?;
                if course.stage_at(at) != expected.stage {
                    return Err(format!("at {at}: another stage\n{case:?}\n{text}"));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_steps_of_a_course_add_up() {
    for_all(|seeds| {
        let text = generate::file(seeds);
        let rules = made(text.clone())?;
        let as_of = generate::as_of(seeds, &rules);
        for case in cases(&rules, seeds).iter().take(1) {
            let span = Span { since: Some(as_of - 20 * DAY), as_of, ahead: 10 };
            let found = timeline(&rules, case, span);
            course_holds(&rules, case, as_of, &found).map_err(|why| format!("{why}\n{case:?}\n{text}"))?;
        }
        Ok(())
    });
}

/// Whether what a way leads to is at the step, for both the engine and the reference, and contradicts nothing that is
/// known.
fn leads_there(rules: &Rules, case: &Case, as_of: Instant, step: u16) -> Result<usize, String> {
    let limits = Limits { combinations: 400, things: 3 };
    let found = reach(rules, case, as_of, step, limits);
    let states = reach::after(rules, case, as_of, step, limits);
    if found.is_there {
        return if found.ways.is_empty() { Ok(0) } else { Err("ways to where it is".to_owned()) };
    }
    let log = case.events.is_some();
    let before = case.events.iter().flatten().filter(|event| event.time <= as_of).count();
    for (lead, events, by_then) in &states {
        let stage = evaluate(rules, *by_then, lead, log.then_some(events)).stage;
        if !matches!(stage, StageId::Step(at) if at >= step) {
            return Err(format!("a way leads to {stage:?}, not to step {step}"));
        }
        let plan = Plan::new(rules, Options { log, rule_points: false, trace: false });
        let ledger = plan.no_ledger(*by_then);
        let mut leads = replay::columns(rules, &[(lead.clone(), events.clone())]);
        if !log {
            leads.events = None;
        }
        if plan.score(&leads, &ledger).stages[0] != stage.number() {
            return Err("the engine says otherwise".to_owned());
        }
        for ((field, known), after) in rules.fields.iter().zip(&case.lead.fields).zip(&lead.fields) {
            if known != after && (known.is_some() || field.fixed || field.outcome) {
                return Err(format!("{} was {known:?} and would be {after:?}", field.name));
            }
        }
        if events.len() < before {
            return Err("what happened is gone".to_owned());
        }
    }
    for way in &found.ways {
        adds_up(&[rules], &way.scores)?;
    }
    if found.ways.is_empty() && found.obstacles.is_empty() {
        return Err("no way, and nothing in it".to_owned());
    }
    for range in found.scores.iter().filter(|range| range.is_exact) {
        if let (Some(now), Some(least), Some(most)) = (range.now, range.least, range.most)
            && (now.0 < least.0 || most.0 < now.0)
        {
            return Err(format!("{range:?}"));
        }
    }
    Ok(states.len())
}

#[test]
fn every_way_to_a_stage_leads_there() {
    let ways = std::cell::Cell::new(0);
    for_all(|seeds| {
        let text = generate::file(seeds);
        let rules = made(text.clone())?;
        let as_of = generate::as_of(seeds, &rules);
        let Some(step) = rules.stages.steps.len().checked_sub(1).and_then(|step| u16::try_from(step).ok()) else {
            return Ok(());
        };
        for case in cases(&rules, seeds).iter().take(1) {
            let found = leads_there(&rules, case, as_of, step)
                .map_err(|why| format!("{why}\n{case:?}\nas of {as_of}\n{text}"))?;
            ways.set(ways.get() + found);
        }
        Ok(())
    });
    assert!(ways.get() > 0, "no lead was lifted");
}

/// Whether what scores are said to come to, once the rest is known, holds for this rest.
fn bounds_hold(rules: &Rules, case: &Case, rest: &Lead, as_of: Instant) -> Result<u64, String> {
    let limits = Limits { combinations: 1, things: 1 };
    let found = reach(rules, case, as_of, 0, limits);
    let events: Option<Vec<Event>> =
        case.events.as_ref().map(|events| events.iter().filter(|event| event.time <= as_of).cloned().collect());
    let mut lead = case.lead.clone();
    let mut held = 0;
    // With the fields known one after the other, until all are.
    for at in 0..lead.fields.len() {
        if lead.fields[at].is_none() {
            lead.fields[at].clone_from(&rest.fields[at]);
        }
        let outcome = evaluate(rules, as_of, &lead, events.as_deref());
        for (score, range) in outcome.scores.iter().zip(&found.scores).filter(|(_, range)| range.is_exact) {
            let Some(points) = score.points else { continue };
            let is_within =
                range.least.zip(range.most).is_some_and(|(least, most)| least.0 <= points && points <= most.0);
            if !is_within {
                return Err(format!("{points} points, and {range:?}\n{lead:?}"));
            }
            held += 1;
        }
    }
    Ok(held)
}

#[test]
fn scores_come_to_nothing_else_once_the_rest_is_known() {
    let held = std::cell::Cell::new(0);
    for_all(|seeds| {
        let text = generate::file(seeds);
        let rules = made(text.clone())?;
        let as_of = generate::as_of(seeds, &rules);
        if rules.stages.steps.is_empty() {
            return Ok(());
        }
        let all = cases(&rules, seeds);
        for (case, other) in all.iter().zip(all.iter().skip(1)) {
            let of_one = bounds_hold(&rules, case, &other.lead, as_of)
                .map_err(|why| format!("{why}\n{case:?}\nas of {as_of}\n{text}"))?;
            held.set(held.get() + of_one);
        }
        Ok(())
    });
    assert!(held.get() > 0, "nothing was certain");
}

/// The examples with their data.
pub const EXAMPLES: &[(&str, &str, Option<&str>)] = &[
    ("examples/first-hour/first.leadrules", "examples/first-hour/leads.csv", Some("examples/first-hour/events.csv")),
    ("examples/inbound/inbound.leadrules", "examples/inbound/leads.csv", Some("examples/inbound/events.csv")),
    ("examples/brouwerij/klanten.leadrules", "examples/brouwerij/klanten.csv", Some("examples/brouwerij/acties.csv")),
    ("examples/teams/scoring.leadrules", "examples/teams/leads.ndjson", None),
    ("examples/signups/signups.leadrules", "examples/signups/signups.csv", None),
];

#[test]
fn on_every_example_sums_are_exact_and_ways_lead_there() {
    for (path, leads, events) in EXAMPLES {
        let checked = read_file(std::path::Path::new(path));
        let rules = rules::usable(&checked);
        // Rules that give ten now give eleven, steps ask for more, and a score weighs more.
        let text = crate::files::read(path)
            .replace("=> +10", "=> +11")
            .replace(">= 40", ">= 41")
            .replace("0.6 * fit", "0.7 * fit");
        let edited = read(path, text);
        let edited = rules::usable(&edited);
        let as_of = rules.zone.parse_as_of("2026-11-23").expect("a day");
        let options = ReadOptions::default();
        let leads = Input::path(crate::files::root().join(leads));
        let events = events.map(|events| Input::path(crate::files::root().join(events)));
        let source = match &events {
            Some(events) => EventSource::Log(events, &options),
            None => EventSource::Leads,
        };
        let request = |rules| Request {
            rules,
            leads: &leads,
            options: &options,
            events: source,
            keep: &[],
            as_of,
            rule_points: true,
            trace: false,
            accounts: None,
        };
        let cases = replay::read(
            &request(rules),
            replay::Extra::default(),
            &mut |seen| seen.row < crate::share::of_number(40),
            &mut |_| {},
        )
        .expect("the example can be read");
        let last = u16::try_from(rules.stages.steps.len() - 1).expect("few steps");
        for case in &cases {
            let span = Span { since: None, as_of, ahead: 60 };
            let told = |why: String| format!("{path}, {:?}: {why}", case.key);
            course_holds(rules, case, as_of, &timeline(rules, case, span)).map_err(told).expect("it adds up");
            leads_there(rules, case, as_of, last).map_err(told).expect("it leads there");
        }
        let moves = diff::moves(&request(rules), &request(edited), &[], &mut |_| {}).expect("both can be run");
        assert!(moves.moved + moves.only_scores > 0, "{path}: nothing changed");
        assert_eq!(moves.movers.len() as u64, moves.moved);
        for mover in &moves.movers {
            adds_up(&[rules, edited], &mover.scores).expect(path);
            assert_ne!(mover.before, mover.after);
        }
    }
}
