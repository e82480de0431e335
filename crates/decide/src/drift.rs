//! Is it still right: how leads of now differ from those of before. In: batches of both, scored by the same rules; out: for stages,
//! scores, rules and fields how far they have shifted, and whether that is more than chance. Nothing here decides about a lead.

mod text;

use leadrules_engine::data::ReadReport;
use leadrules_language::ir::{FieldId, Rules, StageId};
use leadrules_language::types::Truth;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use crate::sample::{Part, created};
use crate::statistic::{Area, Ranking, Shift, deviations, shift};

pub use text::render;

/// A score is parted into this many bands of about as many leads of before.
const BANDS: u64 = 10;

/// From which index on something counts as drifted, where nothing else is asked: what the trade calls a large shift.
pub const LIMIT: f64 = 0.25;

/// How sure it must be, where nothing else is asked.
pub const CONFIDENCE: f64 = 0.99;

/// How it is judged.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Settings {
    /// From which population stability index on something counts as drifted.
    pub limit: f64,
    /// How sure it must be, of all that is asked together, that nothing is called drifted by chance, 0 to 1.
    pub confidence: f64,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Drift {
    /// How many leads there were before, and are now.
    pub leads: [u64; 2],
    /// From which index on something counts as drifted.
    pub limit: f64,
    /// How sure it is that this is no chance, 0 to 1.
    pub confidence: f64,
    /// The stages, from the highest to the lowest, then excluded leads.
    pub stages: Stages,
    /// In the order they stand.
    pub scores: Vec<ScoreDrift>,
    /// In the order they stand: for how many leads each fired.
    pub rules: Vec<Shares>,
    /// In the order they stand: of how many leads each field is unknown.
    pub unknown: Vec<Shares>,
    /// The same for values that do not fit their field; only where the leads come from two files.
    pub invalid: Vec<Shares>,
    /// What has drifted, for people; nothing if all is as it was.
    pub drifted: Vec<Text>,
}

/// How the stages have shifted.
#[derive(Clone, Debug, Serialize)]
pub struct Stages {
    /// How far, together.
    pub shift: Shift,
    /// Each stage, and the share of the leads before and now, 0 to 1.
    pub shares: Vec<(String, [f64; 2])>,
}

/// A score.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreDrift {
    /// Its name.
    pub name: String,
    /// How far its points have shifted, in bands of about as many leads of before.
    pub shift: Shift,
    /// The mean of its points before and now; `None` where it is unknown of all.
    pub means: [Option<f64>; 2],
    /// How well it ranked before and ranks now; `None` without an outcome.
    pub areas: [Option<Area>; 2],
    /// Whether it ranks worse by more than chance.
    pub ranks_worse: bool,
}

/// A share of the leads before and now.
#[derive(Clone, Debug, Serialize)]
pub struct Shares {
    /// Of what: the rule's title, or the field.
    pub name: String,
    /// The rule's score; empty for a field.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub score: String,
    /// The share before and now, 0 to 1.
    pub shares: [f64; 2],
    /// How far it has shifted.
    pub shift: Shift,
}

/// The leads of before, or of now.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// What it is held against.
    Before = 0,
    /// What is looked at.
    Now = 1,
}

/// What is counted of one side.
#[derive(Clone, Debug)]
struct Counts {
    leads: u64,
    /// No step, each step, excluded.
    stages: Vec<u64>,
    /// By rule id.
    fired: Vec<u64>,
    /// By field.
    unknown: Vec<u64>,
    /// By score: the points of all leads, and of those whose outcome is known.
    points: Vec<Ranking>,
    ranked: Vec<Ranking>,
}

/// Counts leads as they come.
#[derive(Debug)]
pub struct Gather<'a> {
    rules: &'a Rules,
    sides: [Counts; 2],
}

/// Parts leads by the day on which they came.
#[derive(Copy, Clone, Debug)]
pub struct Since {
    field: FieldId,
    from: i64,
}

impl Since {
    /// Leads that came from this instant on are those of now; `None` if no date field says when leads came.
    #[must_use]
    pub fn new(rules: &Rules, field: Option<FieldId>, from: i64) -> Option<Self> {
        field.or_else(|| created(rules)).map(|field| Self { field, from })
    }

    /// The field.
    #[must_use]
    pub fn field(&self) -> FieldId {
        self.field
    }

    /// On which side a lead is; `None` if nothing says when it came.
    #[must_use]
    pub fn side(&self, rules: &Rules, part: &Part, row: usize) -> Option<Side> {
        let came = crate::sample::Clock::Field(self.field).of(rules, part, row)?;
        Some(if came < self.from { Side::Before } else { Side::Now })
    }
}

impl<'a> Gather<'a> {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        let empty = Counts {
            leads: 0,
            stages: vec![0; rules.stages.steps.len() + 2],
            fired: vec![0; rules.rule_count()],
            unknown: vec![0; rules.fields.len()],
            points: vec![Ranking::default(); rules.scores.len()],
            ranked: vec![Ranking::default(); rules.scores.len()],
        };
        Self { rules, sides: [empty.clone(), empty] }
    }

    /// Takes in a batch; `side` says of each lead on which side it is, if on any.
    pub fn add(&mut self, part: &Part, side: impl Fn(usize) -> Option<Side>) {
        use arrow_array::Array;
        let results = &part.trace.results;
        let last = self.rules.stages.steps.len() + 1;
        let known: Vec<_> = part.leads.fields.iter().map(|column| column.known(results.rows)).collect();
        for row in 0..results.rows {
            let Some(side) = side(row) else { continue };
            let counts = &mut self.sides[side as usize];
            counts.leads += 1;
            let stage = match results.stages[row] {
                StageId::EXCLUDED_NUMBER => last,
                stage => usize::from(stage),
            };
            counts.stages[stage] += 1;
            for (unknown, known) in counts.unknown.iter_mut().zip(&known) {
                *unknown += u64::from(!known.value(row));
            }
            if stage == last {
                continue;
            }
            for (fired, record) in counts.fired.iter_mut().zip(&part.trace.rules) {
                *fired += u64::from(record.truth.get(row).is_some_and(|&truth| truth == Truth::True as u8));
            }
            let scores = results.scores.iter().zip(&mut counts.points).zip(&mut counts.ranked);
            for ((score, points), ranked) in scores {
                if score.points.is_null(row) {
                    continue;
                }
                points.add(score.points.value(row), false);
                match part.outcome[row] {
                    Truth::True => ranked.add(score.points.value(row), true),
                    Truth::False => ranked.add(score.points.value(row), false),
                    Truth::Unknown => {}
                }
            }
        }
    }

    /// How many leads there are on each side.
    #[must_use]
    pub fn leads(&self) -> [u64; 2] {
        [self.sides[0].leads, self.sides[1].leads]
    }

    /// How far they have shifted. `read` has what reading two files noticed of their fields.
    #[must_use]
    pub fn finish(self, settings: Settings, read: Option<[&ReadReport; 2]>) -> Drift {
        let [before, now] = &self.sides;
        let leads = [before.leads, now.leads];
        let Settings { limit, confidence } = settings;
        let settings = Settings { confidence: self.of_each(confidence, read.is_some()), ..settings };
        let mut drifted = Vec::new();
        let stages = self.stages(settings);
        if stages.shift.is_more_than(settings.limit) {
            drifted.push(say!("the stages"));
        }
        let scores: Vec<ScoreDrift> = (0..self.rules.scores.len()).map(|at| self.score(at, settings)).collect();
        for score in &scores {
            let name = &score.name;
            if score.shift.is_more_than(settings.limit) {
                drifted.push(say!("the points of {score}", score = name));
            }
            if score.ranks_worse {
                drifted.push(say!("how well {score} ranks", score = name));
            }
        }
        let shares = |name: &str, score: &str, counts: [u64; 2], of: [u64; 2]| Shares {
            name: name.to_owned(),
            score: score.to_owned(),
            shares: [0, 1].map(|at| share(counts[at], of[at])),
            shift: shift(&[0, 1].map(|at| [counts[at], of[at] - counts[at]]), settings.confidence),
        };
        let last = self.rules.stages.steps.len() + 1;
        let scored = [before.leads - before.stages[last], now.leads - now.stages[last]];
        let rules: Vec<Shares> = (self.rules.rules().iter())
            .map(|(score, rule)| {
                let id = rule.id.0 as usize;
                shares(&rule.title, &score.name, [before.fired[id], now.fired[id]], scored)
            })
            .collect();
        let field = |at: usize| self.rules.fields[at].name.as_str();
        let fields = self.rules.declared().count();
        let unknown: Vec<Shares> =
            (0..fields).map(|at| shares(field(at), "", [before.unknown[at], now.unknown[at]], leads)).collect();
        let invalid = |[before, now]: [&ReadReport; 2]| {
            let count = |report: &ReadReport, at: usize| report.fields.get(at).map_or(0, |field| field.invalid.count);
            let of = [before.rows, now.rows];
            (0..fields)
                .map(|at| shares(field(at), "", [count(before, at).min(of[0]), count(now, at).min(of[1])], of))
                .collect()
        };
        let invalid: Vec<Shares> = read.map_or_else(Vec::new, invalid);
        let is_more = |shares: &&Shares| shares.shift.is_more_than(settings.limit);
        drifted.extend(rules.iter().filter(is_more).map(|rule| say!("how often “{rule}” fires", rule = &rule.name)));
        drifted.extend(
            unknown.iter().filter(is_more).map(|field| say!("how often {field} is unknown", field = &field.name)),
        );
        drifted.extend(
            invalid.iter().filter(is_more).map(|field| say!("how often {field} can't be read", field = &field.name)),
        );
        Drift { leads, limit, confidence, stages, scores, rules, unknown, invalid, drifted }
    }

    /// How sure each answer must be, so that all of them together are this sure: many are asked at once, and some would shift by
    /// chance (C. E. Bonferroni, 1936).
    #[expect(clippy::cast_precision_loss, reason = "rules and fields are few")]
    fn of_each(&self, confidence: f64, with_invalid: bool) -> f64 {
        let fields = self.rules.declared().count() * (1 + usize::from(with_invalid));
        let asked = 1 + 2 * self.rules.scores.len() + self.rules.rule_count() + fields;
        1.0 - (1.0 - confidence) / asked as f64
    }

    fn stages(&self, settings: Settings) -> Stages {
        let [before, now] = &self.sides;
        let steps = &self.rules.stages.steps;
        let names = std::iter::once(&self.rules.stages.none).chain(steps.iter().map(|step| &step.name));
        let names: Vec<&str> = names.map(String::as_str).chain([leadrules_language::ir::EXCLUDED]).collect();
        let places = (0..=steps.len()).rev().chain((!self.rules.exclusions.is_empty()).then_some(steps.len() + 1));
        let places: Vec<usize> = places.collect();
        let of = |counts: &Counts| places.iter().map(|&at| counts.stages[at]).collect::<Vec<u64>>();
        let share_of = |at: usize| {
            let shares = [share(before.stages[at], before.leads), share(now.stages[at], now.leads)];
            (names[at].to_owned(), shares)
        };
        Stages {
            shift: shift(&[of(before), of(now)], settings.confidence),
            shares: places.iter().map(|&at| share_of(at)).collect(),
        }
    }

    fn score(&self, at: usize, settings: Settings) -> ScoreDrift {
        let z = deviations(settings.confidence);
        let points = [0, 1].map(|side| &self.sides[side].points[at]);
        let areas = [0, 1].map(|side| self.sides[side].ranked[at].area(z));
        ScoreDrift {
            name: self.rules.scores[at].name.clone(),
            shift: shift(&banded(points), settings.confidence),
            means: points.map(mean),
            ranks_worse: matches!(areas, [Some(before), Some(now)] if ranks_worse(before, now)),
            areas,
        }
    }
}

/// How many leads of each side are in each band; the bands have about as many leads of before.
fn banded([before, now]: [&Ranking; 2]) -> [Vec<u64>; 2] {
    let total: u64 = before.totals().iter().sum();
    let mut ends = Vec::new();
    let mut seen = 0;
    for (points, [no, yes]) in before.iter() {
        seen += no + yes;
        if seen * BANDS >= (ends.len() as u64 + 1) * total && seen < total {
            ends.push(points);
        }
    }
    [before, now].map(|side| {
        let mut counts = vec![0; ends.len() + 1];
        for (points, [no, yes]) in side.iter() {
            counts[ends.partition_point(|end| *end < points)] += no + yes;
        }
        counts
    })
}

/// Whether the intervals of two areas, together, can't explain that the second is less.
fn ranks_worse(before: Area, now: Area) -> bool {
    let half = |area: Area| area.low.map(|low| area.auc - low);
    match (half(before), half(now)) {
        (Some(one), Some(other)) => before.auc - now.auc > (one * one + other * other).sqrt(),
        _ => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
fn share(count: u64, of: u64) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

/// In points.
#[expect(clippy::cast_precision_loss, reason = "counts of leads and points stay far under 2^52")]
fn mean(points: &Ranking) -> Option<f64> {
    let leads: u64 = points.totals().iter().sum();
    let sum: f64 = points.iter().map(|(points, [no, yes])| points as f64 * (no + yes) as f64).sum();
    (leads > 0).then(|| sum / leads as f64 / 100.0)
}
