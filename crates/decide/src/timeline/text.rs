//! A course as a person reads it in a terminal: how the lead is, a small chart, the steps up to now, and those to come.

use super::{LabelTurn, Step, Timeline, Turn, difference, points, spark};
use crate::change::{Exact, Kind, Line, ScoreChange};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::StageId;
use leadrules_language::page::{Page, Style, Tone, columns, padded, widest};
use leadrules_language::words::{Text, Value, say};

/// The course as text.
#[must_use]
pub fn render(timeline: &Timeline, style: Style) -> String {
    let mut page = Page::new(style);
    head(&mut page, timeline);
    chart(&mut page, timeline);
    reached(&mut page, timeline);
    steps(&mut page, &say!("what happened"), timeline, &timeline.steps);
    if timeline.events_without_effect > 0 {
        let text = say!("({events} {events|event|events} changed nothing)", events = timeline.events_without_effect);
        page.line(2, &page.say(&text));
    }
    ahead(&mut page, timeline);
    page.into_text()
}

fn head(page: &mut Page, timeline: &Timeline) {
    let key = timeline.key.as_deref().map_or_else(|| say!("(without a key)"), Text::verbatim);
    let (stage, as_of) = (&timeline.now.stage, Text::moment(&timeline.as_of));
    page.head(&page.say(&say!("{key} is {stage} as of {as_of}", key, stage, as_of)));
    let scores = timeline.shown.scores.iter().zip(&timeline.now.scores);
    let scores: Vec<Text> =
        scores.map(|(name, amount)| Text::row(vec![Text::verbatim(name.as_str()), points(*amount)], " ")).collect();
    if !scores.is_empty() {
        page.wrapped(0, 2, &page.say(&Text::row(scores, ", ")));
    }
    page.wrapped(0, 2, &page.say(&timeline.note));
}

fn chart(page: &mut Page, timeline: &Timeline) {
    let course = &timeline.course;
    if course.len() < 2 {
        return;
    }
    let of_stage = page.say(&say!("stage"));
    let names = timeline.shown.scores.iter().map(String::as_str).chain([of_stage.as_str()]);
    let label = widest(names);
    let width = page.style().text_width().saturating_sub(label + 2 + 20).clamp(20, 72);
    let now = timeline.now.instant;
    let all: Vec<(i64, Option<i64>)> = course.iter().map(|state| (state.instant, None)).collect();
    let mark = spark::column_of(&all, width, now);
    page.gap();
    let (first, last) = (&course[0], &course[course.len() - 1]);
    let [from, to] = [first, last].map(|state| page.say(&timeline.shown.day(state.instant)));
    let gap = " ".repeat(width.saturating_sub(columns(&from) + columns(&to)));
    page.line(0, &format!("{:label$}  {from}{gap}{to}", ""));
    let series = |value: &dyn Fn(&super::State) -> Option<i64>| -> Vec<(i64, Option<i64>)> {
        course.iter().map(|state| (state.instant, value(state))).collect()
    };
    for (at, name) in timeline.shown.scores.iter().enumerate() {
        let score = series(&|state| state.scores[at].map(|amount| amount.0.0));
        let known = || score.iter().filter_map(|(_, points)| *points);
        let (Some(least), Some(most)) = (known().min(), known().max()) else { continue };
        let low = least.min(0);
        let blocks = spark::blocks(&spark::columns(&score, width), low, most.max(low + 1), page.style().unicode);
        let range = page.say(&say!("{low} to {high}", low = Points(least), high = Points(most)));
        let blocks = marked(page.style(), &blocks, mark);
        page.line(0, &format!("{}  {blocks}  {range}", padded(name, label)));
    }
    let steps = i64::try_from(timeline.shown.stages.len()).unwrap_or(i64::MAX);
    if steps > 1 {
        let stage = series(&|state| match state.level {
            StageId::Excluded => None,
            StageId::None => Some(0),
            StageId::Step(step) => Some(i64::from(step) + 1),
        });
        let blocks = spark::blocks(&spark::columns(&stage, width), 0, steps - 1, page.style().unicode);
        let (low, high) = (timeline.shown.stages.first(), timeline.shown.stages.last());
        let range = low.zip(high).map(|(lowest, highest)| say!("{lowest} to {highest}", lowest, highest));
        let range = range.map(|range| page.say(&range)).unwrap_or_default();
        let blocks = marked(page.style(), &blocks, mark);
        page.line(0, &format!("{}  {blocks}  {range}", padded(&of_stage, label)));
    }
    let (arrow, now) = (page.style().sign("▲", "^"), page.say(&say!("now")));
    page.line(0, &format!("{:label$}  {:mark$}{arrow} {now}", "", ""));
}

/// Dims what is ahead of now.
fn marked(style: Style, blocks: &str, mark: usize) -> String {
    let past: String = blocks.chars().take(mark + 1).collect();
    let ahead: String = blocks.chars().skip(mark + 1).collect();
    past + &style.tint(Tone::Dim, &ahead)
}

fn reached(page: &mut Page, timeline: &Timeline) {
    if timeline.reached.is_empty() {
        return;
    }
    page.head(&page.say(&say!("first reached")));
    let width = widest(timeline.reached.iter().map(|reached| reached.stage.as_str()));
    for reached in &timeline.reached {
        let when = match reached.instant {
            Some(at) => timeline.shown.minute(at),
            None => timeline.shown.at_first.clone(),
        };
        page.line(2, &format!("{}  {}", padded(&reached.stage, width), page.say(&when)));
    }
}

fn steps(page: &mut Page, head: &Text, timeline: &Timeline, steps: &[Step]) {
    page.head(&page.say(head));
    if steps.is_empty() {
        page.line(2, &page.say(&say!("nothing changed")));
    }
    for taken in steps {
        step(page, timeline, taken);
    }
}

fn step(page: &mut Page, timeline: &Timeline, step: &Step) {
    let day = |instant| timeline.shown.day(instant);
    let when = match step.began {
        Some(began) if day(began) != day(step.instant) => {
            say!("{from} to {until}", from = day(began), until = day(step.instant))
        }
        _ => timeline.shown.minute(step.instant),
    };
    let what = if step.events.is_empty() { say!("time passes") } else { Text::row(step.events.clone(), "; ") };
    page.wrapped(2, 4, &page.say(&Text::row(vec![when, what], "  ")));
    if let Some(Turn { before: Some(before), after: Some(after) }) = &step.stage {
        page.toned(Tone::Head, 4, &page.say(&say!("stage {before} to {after}", before, after)));
    }
    if let Some(excluded) = step.excluded.as_ref().and_then(set_apart) {
        page.wrapped(4, 4, &page.say(&excluded));
    }
    for change in &step.scores {
        let mut said = page.say(&turned(change));
        if !change.lines.is_empty() {
            let lines: Vec<Text> = change.lines.iter().map(short).collect();
            said += &format!(" {} {}", page.dash(), page.say(&Text::row(lines, ", ")));
        }
        page.wrapped(4, 4, &said);
    }
    for LabelTurn { label, turn } in &step.labels {
        let text = |text: &Option<String>| text.as_deref().map_or_else(|| say!("unknown"), Text::verbatim);
        let (before, after) = (text(&turn.before), text(&turn.after));
        page.wrapped(4, 4, &page.say(&say!("{label}: {before} to {after}", label, before, after)));
    }
}

/// That a lead was set apart, or no longer is.
fn set_apart(turn: &Turn) -> Option<Text> {
    match (&turn.before, &turn.after) {
        (None, Some(reason)) => Some(say!("set apart: no reason to {reason}", reason)),
        (Some(reason), None) => Some(say!("set apart: {reason} to no reason", reason)),
        (Some(before), Some(after)) => Some(say!("set apart: {before} to {after}", before, after)),
        (None, None) => None,
    }
}

/// The points of a score before and after.
fn turned(change: &ScoreChange) -> Text {
    let (score, before, after) = (&change.score, points(change.before), points(change.after));
    match difference(change) {
        Some(by) => {
            say!("{score} {before} to {after} ({by})", score, before, after, by = Value::Signed(by))
        }
        None => say!("{score} {before} to {after}", score, before, after),
    }
}

fn ahead(page: &mut Page, timeline: &Timeline) {
    let until = Text::moment(timeline.until.get(..10).unwrap_or(&timeline.until));
    let stage = &timeline.now.stage;
    page.head(&page.say(&say!("if nothing happens")));
    if let Some(fall) = &timeline.falls {
        let falls = say!("it is no longer {stage}: it is {then} then", stage, then = &fall.stage);
        page.line(2, &page.say(&Text::row(vec![timeline.shown.minute(fall.instant), falls], "  ")));
    } else {
        let text = say!("it does not fall below {stage} before {until}", stage, until = &until);
        page.line(2, &page.say(&text));
    }
    if timeline.ahead.is_empty() {
        page.line(2, &page.say(&say!("nothing changes before {until}", until)));
    } else {
        steps(page, &say!("what is ahead"), timeline, &timeline.ahead);
    }
}

/// `ebook_downloaded +10`
fn short(line: &Line) -> Text {
    let words = match line.kind {
        Kind::Range => say!("range"),
        Kind::Rule
        | Kind::RuleLimit
        | Kind::Best
        | Kind::GroupLimit
        | Kind::Score
        | Kind::Weight
        | Kind::Quantity
        | Kind::Rounding => line.words(),
    };
    let Exact(points) = line.points;
    let sign = if points > Decimal::ZERO { "+" } else { "" };
    let points = Text::row(vec![Text::verbatim(sign), Text::figure(points)], "");
    Text::row(vec![words, points], " ")
}
