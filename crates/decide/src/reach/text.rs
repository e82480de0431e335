//! Ways to a stage as a person reads them in a terminal.

use super::{FieldWorth, Obstacle, Reach, Thing, Way};
use crate::change::ScoreChange;
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::page::{Page, Style, padded, widest};
use leadrules_language::words::{Text, Value, say};

/// The ways as text.
#[must_use]
pub fn render(reach: &Reach, style: Style) -> String {
    let mut page = Page::new(style);
    head(&mut page, reach);
    if !reach.is_there {
        ways(&mut page, reach);
    }
    scores(&mut page, reach);
    page.into_text()
}

fn head(page: &mut Page, reach: &Reach) {
    let key = reach.key.as_ref().map_or_else(|| say!("(without a key)"), Text::verbatim);
    let (stage, as_of) = (&reach.stage, Text::moment(&reach.as_of));
    page.head(&page.say(&say!("{key} is {stage} as of {as_of}", key, stage, as_of)));
    if let Some(reason) = &reach.excluded {
        page.line(0, &page.say(&say!("set apart: {reason}", reason)));
    }
    if let Some(before) = &reach.before {
        page.line(0, &page.say(&say!("counted as a lead that was {before} at the last run", before)));
    }
    if reach.is_there {
        page.line(0, &page.say(&say!("it is at {stage} already, or higher", stage = &reach.to)));
    }
}

fn ways(page: &mut Page, reach: &Reach) {
    let (stage, tried, things) = (&reach.to, reach.tried, reach.things);
    if reach.ways.is_empty() {
        page.head(&page.say(&say!("nothing was found that lifts it to {stage}", stage)));
        let tried = match things {
            0 => say!("nothing can be asked for, and nothing can happen, that these rules look at"),
            1 => say!("each single thing that can turn out or happen was tried ({tried})", tried),
            _ => say!("all combinations of up to {things} things were tried ({tried})", things, tried),
        };
        page.wrapped(2, 2, &page.say(&tried));
        page.head(&page.say(&say!("what stands in the way")));
        for obstacle in &reach.obstacles {
            page.wrapped(2, 2, &page.say(&in_the_way(obstacle)));
        }
        return;
    }
    page.head(&page.say(&say!("what would lift it to {stage}", stage)));
    for (number, found) in (1..).zip(&reach.ways) {
        way(page, reach, number, found);
    }
    let all = match things {
        1 => say!("({tried} single things were tried; each way was verified by evaluating it)", tried),
        _ => say!(
            "({tried} combinations of up to {things} things were tried; each way was verified by evaluating it)",
            tried,
            things
        ),
    };
    page.wrapped(2, 2, &page.say(&all));
}

/// `fit >= 60: it is 20, and between 0 and 45 with all that can be asked`
fn in_the_way(obstacle: &Obstacle) -> Text {
    let condition = &obstacle.condition;
    let mut parts = vec![match obstacle.now {
        Some(Amount(now)) => say!("{condition}: it is {now}", condition, now),
        None => condition.clone(),
    }];
    if let Some((Amount(least), Amount(most))) = obstacle.least.zip(obstacle.most) {
        parts.push(match (most == least, obstacle.is_exact) {
            (true, true) => say!("whatever is asked or done"),
            (true, false) => say!("whatever was tried at once"),
            (false, true) => say!("and between {least} and {most} with all that can be asked", least, most),
            (false, false) => say!("and between {least} and {most} with what was tried at once", least, most),
        });
    }
    Text::row(parts, ", ")
}

fn way(page: &mut Page, reach: &Reach, number: usize, way: &Way) {
    let together = |all: Text, one: Text| say!("{all}, and {one}", all, one);
    let things = way.things.iter().map(thing).reduce(together).unwrap_or_else(Text::empty);
    let then = &way.stage;
    let things = if *then == reach.to { things } else { say!("{things} (it is {stage} then)", things, stage = then) };
    page.wrapped(2, 3, &format!("{number}. {}", page.say(&things)));
    for change in &way.scores {
        let lines = change.lines.iter().map(|line| {
            let points = line.points.signed();
            Text::row(vec![line.words(), points], " ")
        });
        let why = page.say(&Text::row(lines.collect(), ", "));
        let why = if why.is_empty() { why } else { format!(" {} {why}", page.dash()) };
        page.wrapped(5, 4, &format!("{}{why}", page.say(&changed(change))));
    }
}

fn scores(page: &mut Page, reach: &Reach) {
    if reach.scores.is_empty() {
        return;
    }
    page.head(&page.say(&say!("once the rest is known")));
    let width = widest(reach.scores.iter().map(|score| score.score.as_str()));
    for score in &reach.scores {
        let now = points(score.now);
        let said = match (score.least, score.most) {
            (Some(least), Some(most)) if least == most && score.now == Some(least) => now,
            (Some(Amount(least)), Some(Amount(most))) if score.is_exact => {
                say!("{now}; between {least} and {most}", now, least, most)
            }
            (Some(Amount(least)), Some(Amount(most))) => {
                say!("{now}; between {least} and {most}, or further: not every way was tried", now, least, most)
            }
            _ => say!("{now}; unknown whatever turns out", now),
        };
        page.line(2, &format!("{}  {}", padded(&score.score, width), page.say(&said)));
    }
    if reach.unknown.is_empty() {
        page.line(2, &page.say(&say!("no field that the scores look at is unknown")));
        return;
    }
    page.head(&page.say(&say!("not known, the field worth most first")));
    let named = |FieldWorth { field, lead, .. }: &FieldWorth| match lead {
        Some(lead) => page.say(&say!("{field} of {lead}", field, lead)),
        None => field.clone(),
    };
    let names: Vec<String> = reach.unknown.iter().map(named).collect();
    let width = widest(names.iter().map(String::as_str));
    for (field, name) in reach.unknown.iter().zip(&names) {
        let scores = field.scores.iter().map(|worth| {
            let (score, least, most) = (&worth.score, Value::Signed(worth.least.0), Value::Signed(worth.most.0));
            if least == most {
                Text::row(vec![Text::verbatim(score), Text::figure(most)], " ")
            } else {
                say!("{score} {least} to {most}", score, least, most)
            }
        });
        let mut text = Text::row(scores.collect(), ", ");
        if field.fixed {
            text = text.and_then(say!("(fixed)"));
        }
        page.wrapped(2, 4, &format!("{}  {}", padded(name, width), page.say(&text)));
    }
}

fn thing(thing: &Thing) -> Text {
    match thing {
        Thing::Fact { field, turns_out, example, lead } => fact((field, lead.as_ref()), turns_out, example),
        Thing::Event { event, times, every, lead } => match lead {
            Some(lead) => match (*times, *every) {
                (1, _) => say!("{event} happens, done by {lead}", event, lead),
                (times, 0) => say!("{event} happens {times} times, done by {lead}", event, times, lead),
                (times, 1) => say!("{event} happens on {times} days, done by {lead}", event, times, lead),
                (times, days) => {
                    say!("{event} happens {times} times, every {days} days, done by {lead}", event, times, days, lead)
                }
            },
            None => match (*times, *every) {
                (1, _) => say!("{event} happens", event),
                (times, 0) => say!("{event} happens {times} times", event, times),
                (times, 1) => say!("{event} happens on {times} days", event, times),
                (times, days) => say!("{event} happens {times} times, every {days} days", event, times, days),
            },
        },
        Thing::Wait { days: 1 } => say!("a day passes"),
        Thing::Wait { days } => say!("{days} days pass", days = *days),
    }
}

/// A field, of another lead of the account where one is named, and what it turns out to be.
fn fact((field, lead): (&String, Option<&Text>), what: &Text, example: &Text) -> Text {
    let english = what.to_string();
    let is_condition = english.starts_with(field.as_str());
    match (english.starts_with("known"), lead) {
        (true, None) => say!("`{field}` becomes {what} (say, {example})", field, what, example),
        (true, Some(lead)) => {
            say!("`{field}` of {lead} becomes {what} (say, {example})", field, lead, what, example)
        }
        (false, None) if is_condition => say!("it turns out that {what} (say, {example})", what, example),
        (false, Some(lead)) if is_condition => {
            say!("it turns out of {lead} that {what} (say, {example})", lead, what, example)
        }
        (false, None) => say!("`{field}` turns out to be {what}", field, what),
        (false, Some(lead)) => say!("`{field}` of {lead} turns out to be {what}", field, lead, what),
    }
}

fn points(amount: Option<Amount>) -> Text {
    amount.map_or_else(|| say!("unknown"), |Amount(points)| Text::figure(points))
}

fn changed(change: &ScoreChange) -> Text {
    let (score, before, after) = (&change.score, points(change.before), points(change.after));
    match change.before.zip(change.after) {
        Some((Amount(was), Amount(is))) => {
            let by = Value::Signed(Points(is.0 - was.0));
            say!("{score} {before} to {after} ({by})", score, before, after, by)
        }
        None => say!("{score} {before} to {after}", score, before, after),
    }
}
