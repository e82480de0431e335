//! A course as a person reads it in a terminal: how the lead stands, a small chart, the steps up to now, those to come.

use std::fmt::Write;

use super::{Step, Timeline, Turn, difference, points, spark};
use crate::change::{Exact, Kind, Line};
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::diagnostic::Style;
use leadrules_language::ir::StageId;
use leadrules_language::text::wrap;

/// The course as text.
#[must_use]
pub fn render(timeline: &Timeline, style: Style) -> String {
    let mut page = Page { text: String::new(), width: style.width.clamp(50, 120), style };
    page.head(timeline);
    page.chart(timeline);
    page.reached(timeline);
    page.steps("what happened", timeline, &timeline.steps);
    if timeline.events_without_effect > 0 {
        let events = timeline.events_without_effect;
        let events = if events == 1 { "1 event".to_owned() } else { format!("{events} events") };
        page.line(&format!("  ({events} changed nothing)"));
    }
    page.ahead(timeline);
    page.text
}

struct Page {
    text: String,
    width: usize,
    style: Style,
}

impl Page {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    fn strong(&mut self, line: &str) {
        if self.style.colour { self.line(&format!("\u{1b}[1m{line}\u{1b}[0m")) } else { self.line(line) }
    }

    /// A text, broken at blanks, its further lines indented.
    fn wrapped(&mut self, indent: usize, hang: usize, text: &str) {
        let room = self.width.saturating_sub(indent + hang).max(20);
        for (at, part) in wrap(text, room).iter().enumerate() {
            let blanks = " ".repeat(if at == 0 { indent } else { indent + hang });
            self.line(&format!("{blanks}{part}"));
        }
    }

    fn head(&mut self, timeline: &Timeline) {
        let key = timeline.key.as_deref().unwrap_or("(without a key)");
        self.strong(&format!("{key} is {} as of {}", timeline.now.stage, timeline.as_of));
        let scores = timeline.shown.scores.iter().zip(&timeline.now.scores);
        let scores: Vec<String> = scores.map(|(name, amount)| format!("{name} {}", points(*amount))).collect();
        if !scores.is_empty() {
            self.wrapped(0, 2, &scores.join(", "));
        }
        self.wrapped(0, 2, timeline.note);
    }

    fn chart(&mut self, timeline: &Timeline) {
        let course = &timeline.course;
        if course.len() < 2 {
            return;
        }
        let names = timeline.shown.scores.iter().map(String::as_str).chain(["stage"]);
        let label = names.map(|name| name.chars().count()).max().unwrap_or(0);
        let width = self.width.saturating_sub(label + 2 + 20).clamp(20, 72);
        let now = timeline.now.instant;
        let all: Vec<(i64, Option<i64>)> = course.iter().map(|state| (state.instant, None)).collect();
        let mark = spark::column_of(&all, width, now);
        self.line("");
        let (first, last) = (&course[0], &course[course.len() - 1]);
        let (from, to) = (timeline.shown.day(first.instant), timeline.shown.day(last.instant));
        let gap = " ".repeat(width.saturating_sub(from.len() + to.len()));
        self.line(&format!("{:label$}  {from}{gap}{to}", ""));
        let series = |value: &dyn Fn(&super::State) -> Option<i64>| -> Vec<(i64, Option<i64>)> {
            course.iter().map(|state| (state.instant, value(state))).collect()
        };
        for (at, name) in timeline.shown.scores.iter().enumerate() {
            let score = series(&|state| state.scores[at].map(|amount| amount.0.0));
            let known = || score.iter().filter_map(|(_, points)| *points);
            let (Some(least), Some(most)) = (known().min(), known().max()) else { continue };
            let low = least.min(0);
            let blocks = spark::blocks(&spark::columns(&score, width), low, most.max(low + 1), self.style.unicode);
            let range = format!("{} to {}", Points(least), Points(most));
            let pad = label - name.chars().count();
            self.line(&format!("{name}{}  {}  {range}", " ".repeat(pad), self.marked(&blocks, mark)));
        }
        let steps = i64::try_from(timeline.shown.stages.len()).unwrap_or(i64::MAX);
        if steps > 1 {
            let stage = series(&|state| match state.level {
                StageId::Excluded => None,
                StageId::None => Some(0),
                StageId::Step(step) => Some(i64::from(step) + 1),
            });
            let blocks = spark::blocks(&spark::columns(&stage, width), 0, steps - 1, self.style.unicode);
            let (low, high) = (timeline.shown.stages.first(), timeline.shown.stages.last());
            let range = low.zip(high).map(|(low, high)| format!("{low} to {high}")).unwrap_or_default();
            self.line(&format!("{:label$}  {}  {range}", "stage", self.marked(&blocks, mark)));
        }
        let arrow = if self.style.unicode { "▲ now" } else { "^ now" };
        self.line(&format!("{:label$}  {:mark$}{arrow}", "", ""));
    }

    /// What is ahead of now stands back.
    fn marked(&self, blocks: &str, mark: usize) -> String {
        if !self.style.colour {
            return blocks.to_owned();
        }
        let past: String = blocks.chars().take(mark + 1).collect();
        let ahead: String = blocks.chars().skip(mark + 1).collect();
        format!("{past}\u{1b}[2m{ahead}\u{1b}[0m")
    }

    fn reached(&mut self, timeline: &Timeline) {
        if timeline.reached.is_empty() {
            return;
        }
        self.line("");
        self.strong("first reached");
        let width = timeline.reached.iter().map(|reached| reached.stage.chars().count()).max().unwrap_or(0);
        for reached in &timeline.reached {
            let when = match reached.instant {
                Some(at) => timeline.shown.minute(at),
                None => "before its first event".to_owned(),
            };
            self.line(&format!("  {:width$}  {when}", reached.stage));
        }
    }

    fn steps(&mut self, head: &str, timeline: &Timeline, steps: &[Step]) {
        self.line("");
        self.strong(head);
        if steps.is_empty() {
            self.line("  nothing changed");
        }
        for step in steps {
            self.step(timeline, step);
        }
    }

    fn step(&mut self, timeline: &Timeline, step: &Step) {
        let when = match step.began {
            Some(began) if timeline.shown.day(began) != timeline.shown.day(step.instant) => {
                format!("{} to {}", timeline.shown.day(began), timeline.shown.day(step.instant))
            }
            _ => timeline.shown.minute(step.instant),
        };
        let what = if step.events.is_empty() { "time passes".to_owned() } else { step.events.join("; ") };
        let dash = if self.style.unicode { "—" } else { "-" };
        self.wrapped(2, 4, &format!("{when}  {what}"));
        if let Some(turn) = &step.stage {
            let line = format!("stage {}", turned(turn, "none"));
            if self.style.colour {
                self.line(&format!("    \u{1b}[1m{line}\u{1b}[0m"));
            } else {
                self.line(&format!("    {line}"));
            }
        }
        if let Some(turn) = &step.excluded {
            self.wrapped(4, 4, &format!("set apart: {}", turned(turn, "no reason")));
        }
        for change in &step.scores {
            let lines: Vec<String> = change.lines.iter().map(short).collect();
            let by = difference(change).map_or(String::new(), |by| format!(" ({})", by.signed()));
            let head = format!("{} {} to {}{by}", change.score, points(change.before), points(change.after));
            let why = if lines.is_empty() { String::new() } else { format!(" {dash} {}", lines.join(", ")) };
            self.wrapped(4, 4, &format!("{head}{why}"));
        }
        for label in &step.labels {
            self.wrapped(4, 4, &format!("{}: {}", label.label, turned(&label.turn, "unknown")));
        }
    }

    fn ahead(&mut self, timeline: &Timeline) {
        let until = timeline.until.get(..10).unwrap_or(&timeline.until);
        self.line("");
        self.strong("if nothing happens");
        match &timeline.falls {
            Some(fall) => {
                let when = timeline.shown.minute(fall.instant);
                self.line(&format!("  {when}  it is no longer {}: it is {} then", timeline.now.stage, fall.stage));
            }
            None => self.line(&format!("  it does not fall below {} before {until}", timeline.now.stage)),
        }
        if timeline.ahead.is_empty() {
            self.line(&format!("  nothing changes before {until}"));
        } else {
            self.steps("what is ahead", timeline, &timeline.ahead);
        }
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
        | Kind::Rounding => line.words(),
    };
    format!("{words} {}", Exact(Decimal(points)).signed())
}
