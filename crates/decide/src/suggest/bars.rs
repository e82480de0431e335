//! Where the stages begin. In: a rule file whose points have changed, and what leads came to before and come to now;
//! out: new bars in the conditions of stages, so that as many leads reach them as before, or as many as there is time
//! for, or the wanted share of those that do converts. Other parts of a stage's condition stay as they are.
#![expect(clippy::cast_precision_loss, reason = "counts of leads and points stay far under 2^52")]

use leadrules_language::ast::{About, Compare, Cond, Expr, Item, Question, Tail, Value};
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::parse;
use leadrules_language::source::{Sources, Span};
use leadrules_language::types::Truth;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::edit::canonical;
use super::reached::Reached;

/// At least this many leads are needed to say how many of them convert.
const FEWEST: usize = 30;

/// What bars are set by.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Goal {
    /// As many leads as before.
    Same,
    /// This many leads reach the highest stage, out of all in the data or within a number of days.
    Capacity {
        /// How many.
        leads: u64,
        /// Within how many days.
        days: Option<f64>,
    },
    /// This share of the leads that reach the highest stage converts, 0 to 1.
    Rate(f64),
}

/// A bar in the condition of a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The stage.
    pub stage: String,
    /// The score.
    pub score: String,
    /// Where it was.
    pub from: Amount,
    /// Where it would be.
    pub to: Amount,
    /// How many leads were at or above it.
    pub leads_before: usize,
    /// How many would be.
    pub leads_after: usize,
    /// What could not be achieved, in words for people.
    pub remark: Option<Text>,
}

/// A number that a score must reach.
struct Place {
    stage: String,
    score: String,
    number: Span,
    /// In hundredths; with `strict`, the score must lie above it.
    value: i64,
    strict: bool,
}

/// The text with the bars of the highest stage that asks for a score with changed points set as low as possible:
/// whoever reaches that stage then meets everything else that it asks for.
#[must_use]
pub fn lowered(text: &str, score: &str) -> String {
    let places = places(text);
    let last = places.iter().rev().find(|place| place.score == score).map(|place| place.stage.clone());
    let low = |place: &&Place| place.score == score && Some(&place.stage) == last.as_ref();
    replaced(text, places.iter().filter(low).map(|place| (place.number, "-1000000".to_owned())).collect())
}

/// New bars for the scores whose points changed. `now` is by the text with its highest bars lowered.
#[must_use]
pub fn bars(text: &str, score: &str, goal: Goal, was: &Reached, now: &Reached) -> Vec<Bar> {
    let places = places(text);
    let top = places.iter().rev().find(|place| place.score == score).map(|place| place.stage.clone());
    let highest_steps = now.leads.iter().map(|lead| lead.steps).max().unwrap_or(0);
    let mut bars: Vec<Bar> = Vec::new();
    for place in &places {
        let (old, new) = (was.of(&place.score), now.of(&place.score));
        if old == new || old.len() != new.len() {
            continue;
        }
        let bar = if place.strict { place.value + 1 } else { place.value };
        let before = old.iter().filter(|points| **points >= bar).count();
        let is_top = place.score == score && top.as_ref() == Some(&place.stage);
        let eligible = |at: usize| !is_top || now.leads[at].steps >= highest_steps;
        let (to, remark) = match goal {
            Goal::Capacity { leads, days } if is_top => {
                let (room, unsaid) = room(leads, days, was);
                let (bar, remark) = capacity(new, &eligible, room);
                (bar, remark.or(unsaid))
            }
            Goal::Rate(rate) if is_top => at_rate(new, &eligible, rate, was),
            Goal::Same | Goal::Capacity { .. } | Goal::Rate(_) => same(new, before, place.value),
        };
        bars.push(Bar {
            stage: place.stage.clone(),
            score: place.score.clone(),
            from: Amount(Points(place.value)),
            to: Amount(Points(to)),
            leads_before: before,
            leads_after: (0..new.len()).filter(|at| new[*at] >= to && eligible(*at)).count(),
            remark,
        });
    }
    // For the same score, a lower step begins no later than a higher one.
    for at in (0..bars.len().saturating_sub(1)).rev() {
        let above = bars[at + 1..].iter().filter(|bar| bar.score == bars[at].score).map(|bar| bar.to.0.0).min();
        if let Some(above) = above.filter(|above| *above < bars[at].to.0.0) {
            let new = now.of(&bars[at].score);
            bars[at].to = Amount(Points(above));
            bars[at].leads_after = new.iter().filter(|points| **points >= above).count();
        }
    }
    bars
}

/// The text with these bars, which `bars` gave for it.
#[must_use]
pub fn with_bars(text: &str, bars: &[Bar]) -> String {
    let mut left = bars.iter().peekable();
    let mut edits = Vec::new();
    for place in places(text) {
        let is_of = |bar: &&&Bar| bar.stage == place.stage && bar.score == place.score && bar.from.0.0 == place.value;
        let Some(bar) = left.next_if(|bar| is_of(&bar)) else { continue };
        let points = bar.to.0.0 / 100 - i64::from(place.strict);
        if bar.to != bar.from {
            edits.push((place.number, points.to_string()));
        }
    }
    replaced(text, edits)
}

/// The points at which there are as many leads as before.
fn same(new: &[i64], before: usize, value: i64) -> (i64, Option<Text>) {
    if before == 0 || before == new.len() {
        let remark = if before == 0 {
            say!("no lead was at it before: say --capacity or --rate to set it by")
        } else {
            say!("every lead was at it before: say --capacity or --rate to set it by")
        };
        return (value, Some(remark));
    }
    let at = |bar: i64| new.iter().filter(|points| **points >= bar).count();
    let near = steps(new).into_iter().min_by_key(|bar| (at(*bar).abs_diff(before), *bar));
    (near.unwrap_or(value), None)
}

/// The lowest points at which there are no more leads than there is room for.
fn capacity(new: &[i64], eligible: &dyn Fn(usize) -> bool, room: f64) -> (i64, Option<Text>) {
    let mut points: Vec<i64> =
        new.iter().enumerate().filter(|(at, _)| eligible(*at)).map(|(_, points)| *points).collect();
    points.sort_unstable();
    let steps = steps(new);
    let last = steps.last().copied().unwrap_or(100);
    let fits = |bar: &i64| (points.len() - points.partition_point(|points| points < bar)) as f64 <= room;
    match steps.into_iter().find(fits) {
        Some(bar) => (bar, None),
        None => (last + 100, Some(say!("more leads than that have the most points there are: none get there"))),
    }
}

/// The lowest points from which on this share of the leads converts, among those that were learnt from.
fn at_rate(new: &[i64], eligible: &dyn Fn(usize) -> bool, rate: f64, was: &Reached) -> (i64, Option<Text>) {
    let mut known: Vec<(i64, bool)> = (0..new.len())
        .filter(|at| eligible(*at) && !was.leads[*at].held_out && was.leads[*at].outcome != Truth::Unknown)
        .map(|at| (new[at], was.leads[at].outcome == Truth::True))
        .collect();
    known.sort_unstable();
    let mut best: Option<(f64, i64)> = None;
    for bar in steps(new) {
        let above = &known[known.partition_point(|(points, _)| *points < bar)..];
        if above.len() < FEWEST {
            break;
        }
        let reached = above.iter().filter(|(_, converted)| *converted).count() as f64 / above.len() as f64;
        if reached >= rate {
            return (bar, None);
        }
        if best.is_none_or(|(most, _)| reached > most) {
            best = Some((reached, bar));
        }
    }
    let (most, bar) = best.unwrap_or((0.0, 100));
    let share = Text::percent(most, 1);
    (bar, Some(say!("no bar is high enough for that rate: here {share} of the leads learnt from convert", share)))
}

/// How many leads there is room for over the whole period of the data.
fn room(leads: u64, days: Option<f64>, was: &Reached) -> (f64, Option<Text>) {
    let moments = || was.leads.iter().filter_map(|lead| lead.moment);
    let span = moments().max().zip(moments().min()).map(|(last, first)| (last - first) as f64 / 86_400e6 + 1.0);
    match (days, span) {
        (Some(days), Some(span)) => (leads as f64 * span / days, None),
        (None, _) => (leads as f64, None),
        (Some(_), None) => {
            let remark = say!("no date says when leads came: so many of all leads in the data get there");
            (leads as f64, Some(remark))
        }
    }
}

/// The whole points at which a bar can be, the lowest first.
fn steps(points: &[i64]) -> Vec<i64> {
    let mut steps: Vec<i64> = points.iter().map(|points| (points + 99).div_euclid(100) * 100).collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}

/// The numbers that scores are compared with in the conditions of stages.
fn places(text: &str) -> Vec<Place> {
    let mut sources = Sources::default();
    let id = sources.add("", text.to_owned());
    let (file, _) = parse::parse(&sources, id);
    let mut places = Vec::new();
    for statement in &file.body.statements {
        let Item::Stages(About::Lead, stages) = &statement.node else { continue };
        for line in &stages.statements {
            if let Some(condition) = &line.node.condition {
                look(condition, &line.node.stage.text, &mut places);
            }
        }
    }
    places
}

fn look(condition: &Cond, stage: &str, places: &mut Vec<Place>) {
    match condition {
        Cond::And(parts, _) => parts.iter().for_each(|part| look(part, stage, places)),
        Cond::Paren(inner, _) => look(inner, stage, places),
        Cond::Test(Question { subject: Expr::Value(Value::Name(score)), tail, .. }) => {
            let (number, strict) = match tail {
                Tail::Compare { op: Compare::Ge, right: Expr::Value(Value::Number(number)) } => (number, false),
                Tail::Compare { op: Compare::Gt, right: Expr::Value(Value::Number(number)) } => (number, true),
                Tail::Range(range) if range.high.is_none() => match &range.low {
                    Some(Value::Number(number)) => (number, false),
                    _ => return,
                },
                _ => return,
            };
            if let Ok(value) = i64::try_from(number.value.0 / 10_000) {
                let (stage, score) = (stage.to_owned(), score.text.clone());
                places.push(Place { stage, score, number: number.span, value, strict });
            }
        }
        // If one of several conditions is enough, or something must not hold, a bar means something else.
        Cond::Or(..) | Cond::Not(..) | Cond::Test(_) | Cond::OverLeads(_) | Cond::Happens(_) => {}
    }
}

fn replaced(text: &str, edits: Vec<(Span, String)>) -> String {
    if edits.is_empty() {
        return text.to_owned();
    }
    let (mut after, mut at) = (String::new(), 0);
    for (span, new) in edits {
        after.push_str(&text[at..span.range().start]);
        after.push_str(&new);
        at = span.range().end;
    }
    after.push_str(&text[at..]);
    canonical(after)
}

#[cfg(test)]
mod tests {
    use super::super::reached::Lead;
    use super::*;

    const TEXT: &str =
        "leadrules 1\n\nstages {\n  fit >= 20 and heat >= 5 => MQL\n  fit > 40                => SQL\n}\n";

    fn reached(points: &[i64]) -> Reached {
        let lead = |at: usize| Lead {
            outcome: if at.is_multiple_of(2) { Truth::True } else { Truth::False },
            held_out: false,
            moment: Some(86_400_000_000 * i64::try_from(at).unwrap_or(0)),
            steps: 2,
        };
        let scores = vec![("fit".to_owned(), points.to_vec()), ("heat".to_owned(), vec![500; points.len()])];
        Reached { scores, leads: (0..points.len()).map(lead).collect() }
    }

    #[test]
    fn as_many_leads_get_there_as_before() {
        let was = reached(&[1000, 2000, 3000, 4000, 5000]);
        let now = reached(&[500, 1200, 1300, 3000, 7000]);
        let bars = bars(TEXT, "fit", Goal::Same, &was, &now);
        assert_eq!(
            bars.iter().map(|bar| (bar.to.0.0, bar.leads_before, bar.leads_after)).collect::<Vec<_>>(),
            [(1200, 4, 4), (7000, 1, 1)]
        );
        let text = with_bars(TEXT, &bars);
        assert!(text.contains("fit >= 12 and heat >= 5 => MQL") && text.contains("fit > 69 "), "{text}");
    }

    #[test]
    fn no_more_get_there_than_there_is_time_for() {
        let points: Vec<i64> = (0..100).map(|at| at * 100).collect();
        let (was, now) = (reached(&vec![0; 100]), reached(&points));
        let of = |leads, days| bars(TEXT, "fit", Goal::Capacity { leads, days }, &was, &now)[1].clone();
        assert_eq!((of(10, None).to.0.0, of(10, None).leads_after), (9000, 10));
        // Two a week, over 100 days.
        assert_eq!(of(2, Some(7.0)).leads_after, 28);
        assert!(lowered(TEXT, "fit").contains("fit > -1000000"), "{}", lowered(TEXT, "fit"));
    }

    #[test]
    fn leads_that_get_there_convert_so_often() {
        let points: Vec<i64> = (0..400).map(|at| if at % 2 == 0 { at * 100 } else { at * 50 }).collect();
        let (was, now) = (reached(&vec![0; 400]), reached(&points));
        let bar = bars(TEXT, "fit", Goal::Rate(0.9), &was, &now)[1].clone();
        let above = |at: &usize| now.of("fit")[*at] >= bar.to.0.0;
        let won = (0..400).filter(above).filter(|at| at % 2 == 0).count();
        assert!(won * 10 >= (0..400).filter(above).count() * 9, "{bar:?}");
        assert!(bars(TEXT, "heat", Goal::Same, &was, &now).iter().all(|bar| bar.score == "fit"));
        let none = bars(TEXT, "fit", Goal::Rate(1.1), &was, &now)[1].clone();
        assert!(none.remark.is_some_and(|remark| remark.to_string().contains("no bar is high enough")));
    }
}
