//! What is said of a change adds up to it exactly, on made-up rule files and data: between two instants, between two rule
//! files, and step by step in the course of a lead.

use leadrules::calendar::{DAY, Instant};
use leadrules::change::{Kind, Matched, ScoreChange, Side, changes};
use leadrules::decimal::Points;
use leadrules::ir::{Rules, ScoreBody};
use leadrules::reference::{Event, Lead, evaluate};
use leadrules::replay::Case;
use leadrules::timeline::{Span, Timeline, timeline};

use crate::generate::{self, Seeds};
use crate::properties::for_all;
use crate::rules::check;

/// The rules of a made-up file.
pub fn made(text: String) -> Result<Rules, String> {
    let checked = check("made.leadrules", text);
    let errors = checked.errors();
    checked.rules.ok_or(errors)
}

/// The leads of made-up data with what each did.
pub fn cases(rules: &Rules, seeds: &Seeds) -> Vec<Case> {
    let data = generate::data(seeds, rules).without_repeats(rules);
    let case = |(row, (key, lead)): (u64, &(Option<String>, Lead))| {
        let mut events: Option<Vec<Event>> = data.events_of(key.as_deref());
        for event in events.iter_mut().flatten() {
            event.id = None;
        }
        if let Some(events) = &mut events {
            events.sort_by_key(|event| event.time);
        }
        Case { row, key: key.clone(), lead: lead.clone(), events }
    };
    (0..).zip(&data.leads).map(case).collect()
}

/// Whether the lines of each change add up to it; only computed scores are rounded, and by little.
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
    let was = evaluate(old, from, &case.lead, events);
    let is = evaluate(new, to, &case.lead, events);
    let before = Side { rules: old, as_of: from, lead: &case.lead, events, outcome: &was };
    let after = Side { rules: new, as_of: to, lead: &case.lead, events, outcome: &is };
    let found = changes(matched, &before, &after);
    let differ = |name: &str| {
        let points = |rules: &Rules, outcome: &leadrules::reference::Outcome| {
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
        // Another file of the same fields and events: a line fewer, a line more, the others pushed.
        let pushed = 1.min(other.lines.len());
        other.lines.rotate_left(pushed);
        other.lines.pop();
        other.lines.push(seeds.head ^ 5);
        let other = generate::file(&other);
        let (old, new) = (made(text.clone())?, made(other.clone())?);
        let as_of = generate::as_of(seeds, &old);
        let (same, both) = (Matched::same(&old), Matched::between(&old, &new));
        for case in cases(&old, seeds) {
            let why = |why: String| format!("{why}\n{text}\n{other}");
            between(&same, (&old, &old), (as_of - 40 * DAY, as_of), &case).map_err(why)?;
            between(&both, (&old, &new), (as_of, as_of), &case).map_err(why)?;
            between(&both, (&old, &new), (as_of - 3 * DAY, as_of), &case).map_err(why)?;
        }
        Ok(())
    });
}

/// Whether each step adds up, and begins where the one before it ended.
fn course_holds(rules: &Rules, case: &Case, as_of: Instant, found: &Timeline) -> Result<(), String> {
    let names = || rules.scores.iter().map(|score| score.name.as_str());
    let now = evaluate(rules, as_of, &case.lead, case.events.as_deref());
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
    let stage = rules.stages.name(now.stage);
    if found.now.stage == stage { Ok(()) } else { Err(format!("{} now, not {stage}", found.now.stage)) }
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
