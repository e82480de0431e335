//! Ways to a stage as a person reads them in a terminal.

use super::{Reach, Thing, Way};
use crate::change::ScoreChange;
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::page::{Page, Style, padded, widest};
use leadrules_language::text::grouped;

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
    let key = reach.key.as_deref().unwrap_or("(without a key)");
    page.head(&format!("{key} is {} as of {}", reach.stage, reach.as_of));
    if let Some(reason) = &reach.excluded {
        page.line(0, &format!("set apart: {reason}"));
    }
    if let Some(before) = &reach.before {
        page.line(0, &format!("counted as a lead that was {before} at the last run"));
    }
    if reach.is_there {
        page.line(0, &format!("it is at {} already, or higher", reach.to));
    }
}

fn ways(page: &mut Page, reach: &Reach) {
    let tried = grouped(reach.tried as u64);
    if reach.ways.is_empty() {
        page.head(&format!("nothing was found that lifts it to {}", reach.to));
        let things = match reach.things {
            0 => "nothing can be asked for, and nothing can happen, that these rules look at".to_owned(),
            1 => format!("each single thing that can turn out or happen was tried ({tried})"),
            things => format!("all combinations of up to {things} things were tried ({tried})"),
        };
        page.wrapped(2, 2, &things);
        page.head("what stands in the way");
        for obstacle in &reach.obstacles {
            let now = obstacle.now.map(|now| format!(": it is {}", now.0));
            let most =
                obstacle.most.zip(obstacle.least).map(|(most, least)| match (most == least, obstacle.is_exact) {
                    (true, true) => ", whatever is asked or done".to_owned(),
                    (true, false) => ", whatever was tried at once".to_owned(),
                    (false, true) => {
                        format!(", and between {} and {} with all that can be asked", least.0, most.0)
                    }
                    (false, false) => format!(", and between {} and {} with what was tried at once", least.0, most.0),
                });
            let text = format!("{}{}{}", obstacle.condition, now.unwrap_or_default(), most.unwrap_or_default());
            page.wrapped(2, 2, &text);
        }
        return;
    }
    page.head(&format!("what would lift it to {}", reach.to));
    for (number, found) in (1..).zip(&reach.ways) {
        way(page, reach, number, found);
    }
    let all = match reach.things {
        1 => "single things".to_owned(),
        things => format!("combinations of up to {things} things"),
    };
    page.wrapped(2, 2, &format!("({tried} {all} were tried; each way was verified by evaluating it)"));
}

fn way(page: &mut Page, reach: &Reach, number: usize, way: &Way) {
    let things: Vec<String> = way.things.iter().map(thing).collect();
    let stage = if way.stage == reach.to { String::new() } else { format!(" (it is {} then)", way.stage) };
    page.wrapped(2, 3, &format!("{number}. {}{stage}", things.join(", and ")));
    for change in &way.scores {
        let dash = page.dash();
        let lines = change.lines.iter().map(|line| format!("{} {}", line.words(), line.points.signed()));
        let why = lines.collect::<Vec<_>>().join(", ");
        let why = if why.is_empty() { why } else { format!(" {dash} {why}") };
        page.wrapped(5, 4, &format!("{}{why}", changed(change)));
    }
}

fn scores(page: &mut Page, reach: &Reach) {
    if reach.scores.is_empty() {
        return;
    }
    page.head("once the rest is known");
    let width = widest(reach.scores.iter().map(|score| score.score.as_str()));
    for score in &reach.scores {
        let now = points(score.now);
        let range = match (score.least, score.most) {
            (Some(least), Some(most)) if least == most && score.now == Some(least) => String::new(),
            (Some(least), Some(most)) => {
                let about = if score.is_exact { "" } else { " or further" };
                format!("; between {} and {}{about}", least.0, most.0)
            }
            _ => "; unknown whatever turns out".to_owned(),
        };
        page.line(2, &format!("{}  {now}{range}", padded(&score.score, width)));
    }
    if reach.unknown.is_empty() {
        page.line(2, "no field that the scores look at is unknown");
        return;
    }
    page.head("not known, the field worth most first");
    let named = |field: &super::FieldWorth| match &field.lead {
        Some(lead) => format!("{} of {lead}", field.field),
        None => field.field.clone(),
    };
    let names: Vec<String> = reach.unknown.iter().map(named).collect();
    let width = widest(names.iter().map(String::as_str));
    for (field, name) in reach.unknown.iter().zip(&names) {
        let scores = field.scores.iter().map(|worth| {
            let (least, most) = (worth.least.0.signed(), worth.most.0.signed());
            if least == most { format!("{} {most}", worth.score) } else { format!("{} {least} to {most}", worth.score) }
        });
        let fixed = if field.fixed { " (fixed)" } else { "" };
        let text = scores.collect::<Vec<_>>().join(", ");
        page.wrapped(2, 4, &format!("{}  {text}{fixed}", padded(name, width)));
    }
}

fn thing(thing: &Thing) -> String {
    match thing {
        Thing::Fact { field, turns_out, example, lead } => {
            let of = lead.as_ref().map(|lead| format!(" of {lead}")).unwrap_or_default();
            if turns_out.starts_with("known") {
                format!("`{field}`{of} becomes {turns_out} (say, {example})")
            } else if turns_out.starts_with(field.as_str()) {
                format!("it turns out{of} that {turns_out} (say, {example})")
            } else {
                format!("`{field}`{of} turns out to be {turns_out}")
            }
        }
        Thing::Event { event, times, every, lead } => {
            let by = lead.as_ref().map(|lead| format!(", done by {lead}")).unwrap_or_default();
            match (times, every) {
                (1, _) => format!("{event} happens{by}"),
                (times, 0) => format!("{event} happens {times} times{by}"),
                (times, 1) => format!("{event} happens on {times} days{by}"),
                (times, every) => format!("{event} happens {times} times, every {every} days{by}"),
            }
        }
        Thing::Wait { days: 1 } => "a day passes".to_owned(),
        Thing::Wait { days } => format!("{days} days pass"),
    }
}

fn points(amount: Option<Amount>) -> String {
    amount.map_or("unknown".to_owned(), |Amount(points)| points.to_string())
}

fn changed(change: &ScoreChange) -> String {
    let by = change.before.zip(change.after).map(|(before, after)| Points(after.0.0 - before.0.0));
    let by = by.map_or(String::new(), |by| format!(" ({})", by.signed()));
    format!("{} {} to {}{by}", change.score, points(change.before), points(change.after))
}
