//! A course as a person reads it in a terminal: how the lead is, a small chart, the steps up to now, and those to come.

use super::{Step, Timeline, Turn, difference, points, spark};
use crate::change::{Exact, Kind, Line};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::StageId;
use leadrules_language::page::{Page, Style, Tone, padded, widest};
use leadrules_language::text::counted;

/// The course as text.
#[must_use]
pub fn render(timeline: &Timeline, style: Style) -> String {
    let mut page = Page::new(style);
    head(&mut page, timeline);
    chart(&mut page, timeline);
    reached(&mut page, timeline);
    steps(&mut page, "what happened", timeline, &timeline.steps);
    if timeline.events_without_effect > 0 {
        let events = counted(timeline.events_without_effect as u64, "event", "events");
        page.line(2, &format!("({events} changed nothing)"));
    }
    ahead(&mut page, timeline);
    page.into_text()
}

fn head(page: &mut Page, timeline: &Timeline) {
    let key = timeline.key.as_deref().unwrap_or("(without a key)");
    page.head(&format!("{key} is {} as of {}", timeline.now.stage, timeline.as_of));
    let scores = timeline.shown.scores.iter().zip(&timeline.now.scores);
    let scores: Vec<String> = scores.map(|(name, amount)| format!("{name} {}", points(*amount))).collect();
    if !scores.is_empty() {
        page.wrapped(0, 2, &scores.join(", "));
    }
    page.wrapped(0, 2, timeline.note);
}

fn chart(page: &mut Page, timeline: &Timeline) {
    let course = &timeline.course;
    if course.len() < 2 {
        return;
    }
    let names = timeline.shown.scores.iter().map(String::as_str).chain(["stage"]);
    let label = widest(names);
    let width = page.style().text_width().saturating_sub(label + 2 + 20).clamp(20, 72);
    let now = timeline.now.instant;
    let all: Vec<(i64, Option<i64>)> = course.iter().map(|state| (state.instant, None)).collect();
    let mark = spark::column_of(&all, width, now);
    page.gap();
    let (first, last) = (&course[0], &course[course.len() - 1]);
    let (from, to) = (timeline.shown.day(first.instant), timeline.shown.day(last.instant));
    let gap = " ".repeat(width.saturating_sub(from.len() + to.len()));
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
        let range = format!("{} to {}", Points(least), Points(most));
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
        let range = low.zip(high).map(|(low, high)| format!("{low} to {high}")).unwrap_or_default();
        page.line(0, &format!("{:label$}  {}  {range}", "stage", marked(page.style(), &blocks, mark)));
    }
    let arrow = page.style().sign("▲ now", "^ now");
    page.line(0, &format!("{:label$}  {:mark$}{arrow}", "", ""));
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
    page.head("first reached");
    let width = widest(timeline.reached.iter().map(|reached| reached.stage.as_str()));
    for reached in &timeline.reached {
        let when = match reached.instant {
            Some(at) => timeline.shown.minute(at),
            None => timeline.shown.at_first.to_owned(),
        };
        page.line(2, &format!("{}  {when}", padded(&reached.stage, width)));
    }
}

fn steps(page: &mut Page, head: &str, timeline: &Timeline, steps: &[Step]) {
    page.head(head);
    if steps.is_empty() {
        page.line(2, "nothing changed");
    }
    for taken in steps {
        step(page, timeline, taken);
    }
}

fn step(page: &mut Page, timeline: &Timeline, step: &Step) {
    let when = match step.began {
        Some(began) if timeline.shown.day(began) != timeline.shown.day(step.instant) => {
            format!("{} to {}", timeline.shown.day(began), timeline.shown.day(step.instant))
        }
        _ => timeline.shown.minute(step.instant),
    };
    let what = if step.events.is_empty() { "time passes".to_owned() } else { step.events.join("; ") };
    let dash = page.dash();
    page.wrapped(2, 4, &format!("{when}  {what}"));
    if let Some(turn) = &step.stage {
        page.toned(Tone::Head, 4, &format!("stage {}", turned(turn, "none")));
    }
    if let Some(turn) = &step.excluded {
        page.wrapped(4, 4, &format!("set apart: {}", turned(turn, "no reason")));
    }
    for change in &step.scores {
        let lines: Vec<String> = change.lines.iter().map(short).collect();
        let by = difference(change).map_or(String::new(), |by| format!(" ({})", by.signed()));
        let head = format!("{} {} to {}{by}", change.score, points(change.before), points(change.after));
        let why = if lines.is_empty() { String::new() } else { format!(" {dash} {}", lines.join(", ")) };
        page.wrapped(4, 4, &format!("{head}{why}"));
    }
    for label in &step.labels {
        page.wrapped(4, 4, &format!("{}: {}", label.label, turned(&label.turn, "unknown")));
    }
}

fn ahead(page: &mut Page, timeline: &Timeline) {
    let until = timeline.until.get(..10).unwrap_or(&timeline.until);
    page.head("if nothing happens");
    match &timeline.falls {
        Some(fall) => {
            let when = timeline.shown.minute(fall.instant);
            page.line(2, &format!("{when}  it is no longer {}: it is {} then", timeline.now.stage, fall.stage));
        }
        None => page.line(2, &format!("it does not fall below {} before {until}", timeline.now.stage)),
    }
    if timeline.ahead.is_empty() {
        page.line(2, &format!("nothing changes before {until}"));
    } else {
        steps(page, "what is ahead", timeline, &timeline.ahead);
    }
}

fn turned(turn: &Turn, none: &str) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| none.to_owned());
    format!("{} to {}", text(&turn.before), text(&turn.after))
}

/// `ebook_downloaded +10`
fn short(line: &Line) -> String {
    let Exact(Decimal(points)) = line.points;
    let words = match line.kind {
        Kind::Range => "range".to_owned(),
        Kind::Rule
        | Kind::RuleLimit
        | Kind::Best
        | Kind::GroupLimit
        | Kind::Score
        | Kind::Weight
        | Kind::Quantity
        | Kind::Rounding => line.words().to_string(),
    };
    format!("{words} {}", Exact(Decimal(points)).signed())
}
