//! Where a stage should begin. In: batches of leads, as `sample` gives them, with what became of them where that is known;
//! out: for each place that a bar could have, how many leads get to its stage, how many of them convert, and how much of all
//! that converts is kept. All else that the stage asks for stays as it is.

mod find;
mod text;

use std::collections::BTreeMap;

use leadrules_language::calendar::Instant;
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Cond, Rules, StageId};
use leadrules_language::source::Span;
use leadrules_language::types::Truth;
use leadrules_language::words::{self, Text, say};
use serde::Serialize;

use crate::sample::{Clock, Part, created};
use crate::statistic::{Rate, deviations};
use leadrules_engine::columns::Results;

pub use find::{Bar, bars};
pub use text::{remark, render, shown};

/// Rates that bars are set by stand on at least this many leads.
const FEWEST: u64 = 30;

/// How bars are judged, and what is wanted of them.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Settings {
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// How many leads there is time for at the stage: of all in the data, or in this many days.
    pub capacity: Option<(u64, Option<f64>)>,
    /// The share of the leads at the stage that is to convert, 0 to 1.
    pub rate: Option<f64>,
    /// The share of all that converts that is to be at the stage, 0 to 1.
    pub keeps: Option<f64>,
}

/// What the bars of a rule set come to.
#[derive(Clone, Debug, Serialize)]
pub struct Judged {
    /// All leads.
    pub leads: u64,
    /// Those whose outcome is known, and how many of them converted.
    pub all: Rate,
    /// How sure the intervals are, 0 to 1.
    pub confidence: f64,
    /// What says when leads came or were decided; none where nothing does.
    pub by: Option<String>,
    /// From the first of them to the last, in days.
    pub days: Option<f64>,
    /// In the order they stand.
    pub bars: Vec<BarJudged>,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub struct BarJudged {
    /// The stage.
    pub stage: String,
    /// The score.
    pub score: String,
    /// The least points that meet it now.
    pub now: Amount,
    /// Where it stands in the rules.
    #[serde(skip)]
    pub span: Span,
    /// Where it would have to lie for what is wanted.
    pub wanted: Vec<Choice>,
    /// From the lowest to the highest: every whole number of points at which something changes, and where it is now.
    pub places: Vec<Place>,
}

/// A place chosen by what is wanted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// What is wanted, for people.
    pub what: Text,
    /// The least points; none where no place gives that.
    pub at: Option<Amount>,
}

/// A place that a bar could have.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// The least points that meet it.
    pub at: Amount,
    /// How many leads are at the stage or a higher one then.
    pub leads: u64,
    /// The same in a week, where it is known when leads came.
    pub a_week: Option<f64>,
    /// How many of them convert, of those whose outcome is known.
    pub rate: Rate,
    /// How many of all that convert are among them.
    pub kept: Rate,
}

/// Leads whose outcome is unknown, that did not convert, and that did.
type Counts = [u64; 3];

fn sum(counts: &mut Counts, more: Counts) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
}

/// Counts leads as they come.
#[derive(Debug)]
pub struct Gather<'a> {
    rules: &'a Rules,
    bars: Vec<Bar>,
    asked: Vec<Cond>,
    clock: Option<(Clock, String)>,
    all: Counts,
    /// The first and the last moment.
    span: Option<(Instant, Instant)>,
    /// By bar: who is at the stage wherever it lies, and who is there from which points on.
    counts: Vec<(Counts, BTreeMap<i64, Counts>)>,
}

impl<'a> Gather<'a> {
    /// For the bars of these rules: of one stage, or on one score, where one is named. `at` is what says when the outcome was
    /// known; without it a date field may say when leads came.
    #[must_use]
    pub fn new(rules: &'a Rules, stage: Option<&str>, score: Option<&str>, at: Option<&str>) -> Self {
        let mut bars = find::bars(rules);
        bars.retain(|bar| {
            stage.is_none_or(|name| rules.stages.steps[bar.step].name == name)
                && score.is_none_or(|name| rules.score(bar.score).name == name)
        });
        let came = || created(rules).map(|field| (Clock::Field(field), rules.field(field).name.clone()));
        Self {
            rules,
            asked: bars.iter().flat_map(|bar| bar.conditions(rules)).collect(),
            clock: at.map(|at| (Clock::Moment, at.to_owned())).or_else(came),
            all: Counts::default(),
            span: None,
            counts: vec![Default::default(); bars.len()],
            bars,
        }
    }

    /// Whether there is no such bar.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bars.is_empty()
    }

    /// What is to be asked of each lead.
    #[must_use]
    pub fn asked(&self) -> Vec<Cond> {
        self.asked.clone()
    }

    /// Takes in a batch of which `asked` was asked.
    pub fn add(&mut self, part: &Part) {
        let moment = |row| self.clock.as_ref().and_then(|(clock, _)| clock.of(self.rules, part, row));
        let moments: Vec<Option<Instant>> = (0..part.trace.results.rows).map(moment).collect();
        self.take(&part.trace.results, &part.met, |row| part.outcome[row], |row| moments[row]);
    }

    /// Takes in the results of a batch, with what of [`asked`](Self::asked) is true of each lead, what became of it, and when
    /// it came or was decided.
    pub fn take(
        &mut self,
        results: &Results,
        met: &[Vec<Truth>],
        outcome: impl Fn(usize) -> Truth,
        moment: impl Fn(usize) -> Option<Instant>,
    ) {
        use arrow_array::Array;
        for row in 0..results.rows {
            let mut one = Counts::default();
            one[match outcome(row) {
                Truth::Unknown => 0,
                Truth::False => 1,
                Truth::True => 2,
            }] = 1;
            sum(&mut self.all, one);
            if let Some(moment) = moment(row) {
                let (first, last) = self.span.unwrap_or((moment, moment));
                self.span = Some((first.min(moment), last.max(moment)));
            }
            if results.stages[row] == StageId::EXCLUDED_NUMBER {
                continue;
            }
            for ((bar, counts), met) in self.bars.iter().zip(&mut self.counts).zip(met.chunks(2)) {
                let points = &results.scores[usize::from(bar.score.0)].points;
                if met[1][row] == Truth::True {
                    sum(&mut counts.0, one);
                } else if met[0][row] == Truth::True && points.is_valid(row) {
                    sum(counts.1.entry(points.value(row)).or_default(), one);
                }
            }
        }
    }

    /// Takes in what was gathered from other leads for the same bars.
    pub fn join(&mut self, other: Self) {
        sum(&mut self.all, other.all);
        if let Some((first, last)) = other.span {
            let (from, to) = self.span.unwrap_or((first, last));
            self.span = Some((from.min(first), to.max(last)));
        }
        for (counts, (always, points)) in self.counts.iter_mut().zip(other.counts) {
            sum(&mut counts.0, always);
            for (at, more) in points {
                sum(counts.1.entry(at).or_default(), more);
            }
        }
    }

    /// What the bars come to.
    #[must_use]
    pub fn finish(self, settings: Settings) -> Judged {
        let z = deviations(settings.confidence);
        let days = self.span.map(|(first, last)| days(first, last));
        let [unknown, no, yes] = self.all;
        let whole = Whole { conversions: yes, days, z };
        let bars = self.bars.iter().zip(&self.counts).map(|(bar, (always, points))| {
            let places = places(bar, *always, points, whole);
            BarJudged {
                stage: self.rules.stages.steps[bar.step].name.clone(),
                score: self.rules.score(bar.score).name.clone(),
                now: Amount(Points(bar.least)),
                span: bar.span,
                wanted: wanted(&places, settings, whole),
                places,
            }
        });
        Judged {
            leads: unknown + no + yes,
            all: Rate::new(yes, no + yes, z),
            confidence: settings.confidence,
            by: self.clock.filter(|_| days.is_some()).map(|(_, name)| name),
            days,
            bars: bars.collect(),
        }
    }
}

/// What is the same for all places.
#[derive(Copy, Clone, Debug)]
struct Whole {
    conversions: u64,
    days: Option<f64>,
    z: f64,
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a few centuries stay under 2^53 by far enough")]
fn days(first: Instant, last: Instant) -> f64 {
    (last - first) as f64 / leadrules_language::calendar::DAY as f64 + 1.0
}

/// All places, the lowest first.
fn places(bar: &Bar, always: Counts, points: &BTreeMap<i64, Counts>, whole: Whole) -> Vec<Place> {
    // Between two whole numbers of points a bar lies at the higher one.
    let mut steps: Vec<i64> = points.keys().map(|points| (points + 99).div_euclid(100) * 100).collect();
    steps.push(bar.least);
    steps.sort_unstable();
    steps.dedup();
    let (mut places, mut counts) = (Vec::new(), always);
    let mut left = points.iter().rev().peekable();
    for &at in steps.iter().rev() {
        while let Some((_, more)) = left.next_if(|(points, _)| **points >= at) {
            sum(&mut counts, *more);
        }
        places.push(place(at, counts, whole));
    }
    places.reverse();
    places
}

#[expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
fn place(at: i64, [unknown, no, yes]: Counts, whole: Whole) -> Place {
    let leads = unknown + no + yes;
    Place {
        at: Amount(Points(at)),
        leads,
        a_week: whole.days.filter(|days| *days >= 14.0).map(|days| leads as f64 * 7.0 / days),
        rate: Rate::new(yes, no + yes, whole.z),
        kept: Rate::new(yes, whole.conversions, whole.z),
    }
}

/// The places that give what is wanted.
#[expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
fn wanted(places: &[Place], settings: Settings, whole: Whole) -> Vec<Choice> {
    let mut choices = Vec::new();
    let mut choose = |what: Text, place: Option<&Place>| choices.push(Choice { what, at: place.map(|place| place.at) });
    if let Some((leads, days)) = settings.capacity {
        let room = match days {
            None => Some(leads as f64),
            Some(days) => whole.days.map(|all| leads as f64 * all / days),
        };
        let what = capacity(leads, days);
        choose(what, places.iter().find(|place| room.is_some_and(|room| place.leads as f64 <= room)));
    }
    if let Some(rate) = settings.rate {
        let is_enough = |place: &&Place| place.rate.leads >= FEWEST && place.rate.rate.is_some_and(|of| of >= rate);
        choose(say!("rate {share}", share = Text::percent(rate, 0)), places.iter().find(is_enough));
    }
    if let Some(keeps) = settings.keeps {
        let is_enough = |place: &&Place| place.kept.rate.is_some_and(|of| of >= keeps);
        choose(say!("keeps {share}", share = Text::percent(keeps, 0)), places.iter().rev().find(is_enough));
    }
    choices
}

/// `capacity 50/week`, for seven days.
fn capacity(leads: u64, days: Option<f64>) -> Text {
    let leads = words::Value::Rounded(leads.to_string());
    match days {
        None => say!("capacity {leads}", leads),
        Some(days) if days < 2.0 => say!("capacity {leads}/day", leads),
        Some(days) if days < 8.0 => say!("capacity {leads}/week", leads),
        Some(days) if days < 40.0 => say!("capacity {leads}/month", leads),
        Some(_) => say!("capacity {leads}/year", leads),
    }
}
