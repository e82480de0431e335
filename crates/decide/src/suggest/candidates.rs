//! Lines about events that are worth trying, as a marketer would write them. In: the declared kinds and what the log
//! holds; out: lines of the language, to be read and evaluated like any other. What a line gives a lead is never worked
//! out here.

use leadrules_language::ir::{Kind, Log};
use leadrules_language::resolve::written;
use leadrules_language::source::quoted;
use leadrules_language::types::{Type, Value};

use super::number::{number, signed};
use super::ranges::roundest;
use super::seen::{Seen, Values};

/// What a line gives each time while it is being tried: enough to make fractions of it visible.
pub(super) const POINTS: i64 = 1_000;

/// A kind or value that occurred less often than this says nothing.
const RARE: u64 = 50;

/// At most this many lines are tried.
const MOST: usize = 320;

/// Numbers of days that people think in.
const WINDOWS: [u32; 4] = [7, 30, 90, 180];
const HALVINGS: [u32; 4] = [7, 30, 90, 180];
const FADINGS: [u32; 3] = [30, 90, 365];

/// A line about events, its points left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is to the left of the arrow.
    pub(super) left: String,
    /// How it counts.
    pub(super) award: Award,
    /// How it loses its points over time, if it does.
    decay: Option<String>,
    /// Whether it only looks back a number of days.
    windowed: bool,
}

/// How a line counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Award {
    /// `each`
    Each,
    /// Once, however often it happened.
    Once,
    /// `once per day`
    OncePerDay,
    /// `per 10`, of a quantity.
    Per(String),
}

impl Candidate {
    /// A line that counts once where a condition is true.
    pub(super) fn once(left: String) -> Self {
        Self { left, award: Award::Once, decay: None, windowed: false }
    }

    /// The line as it is tried.
    pub(super) fn trial(&self) -> String {
        self.line(POINTS, None)
    }

    /// The most times that it may be worth counting, the plainest first; `None` is without limit.
    pub(super) fn caps(&self) -> &'static [Option<u32>] {
        match (&self.award, &self.decay) {
            (Award::Once, _) => &[None],
            (Award::Per(_), _) => &[None, Some(2), Some(5), Some(10), Some(20)],
            (Award::Each | Award::OncePerDay, _) => &[Some(1), None, Some(2), Some(3), Some(5), Some(10)],
        }
    }

    /// The line with its points, counted at most `most` times.
    pub(super) fn line(&self, points: i64, most: Option<u32>) -> String {
        // Once and no more, without decay: it happened, or it did not.
        let happened = most == Some(1) && self.decay.is_none() && !matches!(self.award, Award::Per(_));
        if happened && points < 0 && self.windowed {
            return format!("no {} => {}", self.left, signed(-points));
        }
        let mut line = format!("{} => {}", self.left, signed(points));
        match &self.award {
            _ if happened => return line,
            Award::Each => line += " each",
            Award::Once => {}
            Award::OncePerDay => line += " once per day",
            Award::Per(unit) => line += &format!(" per {unit}"),
        }
        if let Some(most) = most {
            let word = if points < 0 { "down to" } else { "up to" };
            line += &format!(", {word} {}", points * i64::from(most));
        }
        if let Some(decay) = &self.decay {
            line += &format!(", {decay}");
        }
        line
    }

    /// Whether it may be reversed, so that not having happened earns points.
    pub(super) fn can_be_denied(&self, most: Option<u32>) -> bool {
        self.windowed && most == Some(1) && self.decay.is_none() && !matches!(self.award, Award::Per(_))
    }
}

/// What of a log may stand in lines that are tried.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Quoted {
    /// Texts, too.
    #[default]
    Texts,
    /// Only what the rules name: kinds, options, numbers.
    Declared,
}

/// The lines that are tried for a log.
#[must_use]
pub fn candidates(log: &Log, seen: &Seen, quoted: Quoted) -> Vec<Candidate> {
    let Some((first, last)) = seen.span else { return Vec::new() };
    let days = u32::try_from(last.saturating_sub(first) / 86_400_000_000).unwrap_or(u32::MAX);
    let mut tried = Vec::new();
    let common: Vec<usize> = (0..log.kinds.len()).filter(|at| seen.kinds[*at] >= RARE).collect();
    for &at in &common {
        whole(&written(&log.kinds[at].name), days, &mut tried);
    }
    if common.len() > 1 {
        activity(days, &mut tried);
    }
    for &at in &common {
        let kind = &log.kinds[at];
        for (values, property) in seen.values[at].iter().zip(&kind.properties) {
            let property = &log.properties[usize::from(property.0)];
            if quoted == Quoted::Texts || property.ty != Type::Text {
                with_property(kind, (&written(&property.name), &property.ty), values, days, &mut tried);
            }
        }
    }
    tried.truncate(MOST);
    tried
}

/// Spans that are shorter than the log, and the first that is not.
fn within(spans: &[u32], days: u32) -> impl Iterator<Item = u32> + '_ {
    let shorter = spans.iter().take_while(|span| **span < days).count();
    spans.iter().copied().take(shorter.max(1))
}

/// All ways in which a kind can count.
fn whole(left: &str, days: u32, tried: &mut Vec<Candidate>) {
    let mut add = |left: String, award: Award, decay: Option<String>, windowed: bool| {
        tried.push(Candidate { left, award, decay, windowed });
    };
    let last = |days: u32| format!("{left} in last {days} days");
    add(left.to_owned(), Award::Each, None, false);
    add(left.to_owned(), Award::OncePerDay, None, false);
    for window in within(&WINDOWS, days) {
        add(last(window), Award::Each, None, true);
        if window >= 30 {
            add(last(window), Award::OncePerDay, None, true);
        }
    }
    for span in within(&HALVINGS, days) {
        for award in [Award::Each, Award::Once] {
            add(left.to_owned(), award, Some(format!("halving every {span} days")), false);
        }
    }
    for span in within(&FADINGS, days) {
        for award in [Award::Each, Award::Once] {
            add(left.to_owned(), award, Some(format!("fading over {span} days")), false);
        }
    }
}

/// Any activity at all.
fn activity(days: u32, tried: &mut Vec<Candidate>) {
    let mut add = |left: String, award: Award, decay: Option<String>, windowed: bool| {
        tried.push(Candidate { left, award, decay, windowed });
    };
    add("any activity".to_owned(), Award::Each, None, false);
    for window in within(&WINDOWS, days) {
        add(format!("any activity in last {window} days"), Award::Each, None, true);
    }
    for span in within(&HALVINGS, days) {
        for award in [Award::Each, Award::Once] {
            add("any activity".to_owned(), award, Some(format!("halving every {span} days")), false);
        }
    }
}

/// A kind with a property: some of its values, and its total.
fn with_property(kind: &Kind, (name, ty): (&str, &Type), values: &Values, days: u32, tried: &mut Vec<Candidate>) {
    let event = written(&kind.name);
    let mut add = |asked: &str| {
        let left = format!("{event} where {asked}");
        let mut add = |left: String, decay: Option<String>, windowed: bool| {
            tried.push(Candidate { left, award: Award::Each, decay, windowed });
        };
        add(left.clone(), None, false);
        for window in within(&[30, 90], days) {
            add(format!("{left} in last {window} days"), None, true);
        }
        for span in within(&[30, 90], days) {
            add(left.clone(), Some(format!("halving every {span} days")), false);
        }
    };
    let mut counts: Vec<(&Value, u64)> = values.counts.values().map(|(value, count)| (value, *count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.shown(ty).cmp(&b.0.shown(ty))));
    for (value, _) in counts.into_iter().take(8).filter(|(_, count)| *count >= RARE) {
        match value {
            // In brackets, since a bare name before `in last` would be asked for its time.
            Value::Truth(true) => add(&format!("({name})")),
            Value::Truth(false) => add(&format!("({name} is no)")),
            Value::Choice(_) => add(&format!("{name} is {}", written(&value.shown(ty)))),
            Value::Text(text) => add(&format!("{name} is {}", quoted(text))),
            Value::Number(_) | Value::Date(_) | Value::Texts(_) | Value::Choices(_) => {}
        }
    }
    let mut numbers = values.numbers.clone();
    numbers.sort_unstable();
    if numbers.len() < 50 || numbers.first() == numbers.last() {
        return;
    }
    let at = |percent: usize| numbers[(numbers.len() - 1) * percent / 100];
    let whole = matches!(ty, Type::Integer(_));
    let mut cuts: Vec<i64> = [(40, 55), (70, 80), (88, 94)]
        .into_iter()
        .filter(|(low, high)| at(*low) < at(*high))
        .map(|(low, high)| roundest(at(low), at(high), whole))
        .collect();
    cuts.dedup();
    for cut in cuts {
        add(&format!("{name} >= {}", number(cut)));
    }
    let unit = roundest(at(40), at(60).max(at(40) + 1), whole);
    if numbers[0] >= 0 && unit > 0 {
        let total = format!("total {name} of {event}");
        let spans = within(&[90, 180], days).map(|days| (format!("{total} in last {days} days"), true));
        let all: Vec<(String, bool)> = std::iter::once((total.clone(), false)).chain(spans).collect();
        for (left, windowed) in all {
            tried.push(Candidate { left, award: Award::Per(number(unit)), decay: None, windowed });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_a_person_writes_them() {
        let line = |award: Award, decay: Option<&str>, points, most| {
            let decay = decay.map(str::to_owned);
            Candidate { left: "visit in last 30 days".to_owned(), award, decay, windowed: true }.line(points, most)
        };
        assert_eq!(line(Award::Each, None, 5, Some(1)), "visit in last 30 days => +5");
        assert_eq!(line(Award::Each, None, -5, Some(1)), "no visit in last 30 days => +5");
        assert_eq!(line(Award::Each, None, 5, Some(3)), "visit in last 30 days => +5 each, up to 15");
        assert_eq!(line(Award::Each, None, -5, Some(3)), "visit in last 30 days => -5 each, down to -15");
        let halving = Some("halving every 7 days");
        assert_eq!(line(Award::Once, halving, 5, None), "visit in last 30 days => +5, halving every 7 days");
    }
}
