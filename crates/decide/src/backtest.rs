//! Were the rules right: what became of leads, compared with what the rules said about them. In: batches of leads with
//! their outcome, as `sample` gives them; out: how many leads converted for each stage, band of points, rule and month,
//! and how well each score ranks them. Nothing here decides about a lead.

mod leave_out;
#[cfg(feature = "report")]
mod plot;
mod text;

use std::collections::BTreeMap;

use leave_out::LeftOut;
use serde::Serialize;

use crate::sample::Part;
use crate::statistic::{Area, Ranking, Rate, deviations, logistic};
use crate::whom::Whom;
use leadrules_language::decimal::Amount;
use leadrules_language::ir::{Gain, Rules, StageId};
use leadrules_language::types::Truth;
use leadrules_language::words::{Text, say};

#[cfg(feature = "report")]
pub use plot::plot;
#[cfg(feature = "report")]
pub(crate) use text::change;
pub use text::render;
pub(crate) use text::{RULE_COLUMNS, all_converted, interval, many, percent, rule_names, rule_row, sure};

/// How the rules are judged.
#[derive(Copy, Clone, Debug)]
pub struct Settings {
    /// The confidence level of the intervals, 0 to 1.
    pub confidence: f64,
    /// How many bands of about equally many leads the points of each score are divided into.
    pub bands: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { confidence: 0.95, bands: 5 }
    }
}

/// The result of a backtest.
#[derive(Clone, Debug, Serialize)]
pub struct Backtest {
    /// All leads.
    pub leads: u64,
    /// Those whose outcome is unknown; nothing below includes them.
    pub unknown: u64,
    /// Those excluded by `exclude`; only `all` and `stages` include them.
    pub excluded: u64,
    /// The confidence level of the intervals, 0 to 1.
    pub confidence: f64,
    /// The leads whose outcome is known.
    pub all: Rate,
    /// From the highest stage to the lowest, followed by excluded leads.
    pub stages: Vec<Share>,
    /// In the order they are written.
    pub scores: Vec<ScoreJudged>,
    /// In the order they are written.
    pub rules: Vec<RuleJudged>,
    /// In order; only if a moment was asked for.
    pub months: Vec<Month>,
    /// Of accounts: from the highest stage that one of their leads has come to, to the lowest. It is what leads alone say of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reached: Vec<Share<Text>>,
    /// Who was judged; if these are accounts, they are counted wherever leads are spoken of.
    #[serde(skip)]
    pub whom: Whom,
}

/// A part of the leads.
#[derive(Clone, Debug, Serialize)]
pub struct Share<Name = String> {
    /// Which part.
    pub name: Name,
    /// How many of them converted.
    #[serde(flatten)]
    pub rate: Rate,
    /// Their rate, divided by that of all.
    pub lift: Option<f64>,
}

/// How a score did.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreJudged {
    /// Its name.
    pub name: String,
    /// How well it ranks; `None` if all leads converted, or none did.
    pub area: Option<Area>,
    /// From the highest points to the lowest.
    pub bands: Vec<Band>,
    /// Whether its points mean the same rate everywhere.
    pub calibration: Option<Calibration>,
}

/// Leads with about the same points.
#[derive(Clone, Debug, Serialize)]
pub struct Band {
    /// The least points in it.
    pub from: Amount,
    /// The most points in it.
    pub to: Amount,
    /// How many of them converted.
    #[serde(flatten)]
    pub rate: Rate,
    /// Their rate, divided by that of all.
    pub lift: Option<f64>,
    /// The rate that the score's curve expects of them.
    pub expected: Option<f64>,
}

impl Band {
    /// Its points as people read them: `20..30`, or `20` if it has no others.
    #[must_use]
    pub fn name(&self) -> Text {
        let [from, to] = [self.from, self.to].map(|points| Text::figure(points.0));
        if self.from == self.to { from } else { Text::row(vec![from, to], "..") }
    }
}

/// The logistic curve through what became of the leads, and how far they are from it.
#[derive(Copy, Clone, Debug, Serialize)]
pub struct Calibration {
    /// The log odds at zero points.
    pub intercept: f64,
    /// How much one more point adds to the log odds.
    pub slope: f64,
    /// The mean squared difference between the curve and the outcome, 0 or 1, of each lead (G. W. Brier, 1950): 0 is
    /// best.
    pub brier: f64,
    /// The mean difference between the curve and the rates of the bands, weighted by leads: the expected calibration
    /// error.
    pub error: f64,
}

/// How a rule, or a row of a table, did.
#[derive(Clone, Debug, Serialize)]
pub struct RuleJudged {
    /// Its score.
    pub score: String,
    /// Its title.
    pub title: String,
    /// The points it gives, as written.
    pub points: Amount,
    /// Its file and line.
    pub place: String,
    /// Leads for which it fired.
    pub with: Rate,
    /// Leads for which it did not.
    pub without: Rate,
    /// How well its score ranks if the rule gives nothing, minus how well it ranks now: above 0 means that the score
    /// would be better without it.
    pub auc_change: Option<f64>,
}

/// A month.
#[derive(Clone, Debug, Serialize)]
pub struct Month {
    /// `2026-11`
    pub month: String,
    /// How many of its leads converted.
    #[serde(flatten)]
    pub rate: Rate,
    /// How well each score ranks them, in the order of the scores.
    pub areas: Vec<Option<Area>>,
}

/// Counts leads as they come.
#[derive(Debug)]
pub struct Judge<'a> {
    rules: &'a Rules,
    whom: Whom,
    /// The highest stage that one of the leads has come to, and how many accounts did not convert, and did; then those of no such lead.
    reached: Vec<(Option<&'a str>, [u64; 2])>,
    leads: u64,
    unknown: u64,
    excluded: u64,
    /// No step, each step, excluded.
    stages: Vec<[u64; 2]>,
    scores: Vec<Ranking>,
    /// By rule id: leads for which it did not fire, and for which it did.
    rules_fired: Vec<[[u64; 2]; 2]>,
    /// The scores without each of their rules.
    left_out: LeftOut,
    months: BTreeMap<String, ([u64; 2], Vec<Ranking>)>,
}

impl<'a> Judge<'a> {
    /// A judge that has counted nothing yet.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        let count = rules.rule_count();
        Self {
            rules,
            whom: Whom::Leads,
            reached: Vec::new(),
            leads: 0,
            unknown: 0,
            excluded: 0,
            stages: vec![[0; 2]; rules.stages.steps.len() + 2],
            scores: vec![Ranking::default(); rules.scores.len()],
            rules_fired: vec![[[0; 2]; 2]; count],
            left_out: LeftOut::new(rules.scores.len(), count),
            months: BTreeMap::new(),
        }
    }

    /// The same of accounts: the rules are those about them, and each part says first whether they have a lead that has come to these
    /// stages, the highest first.
    #[must_use]
    pub fn of_accounts(rules: &'a Rules, stages: impl Iterator<Item = &'a str>) -> Self {
        let mut reached: Vec<_> = stages.map(|stage| (Some(stage), [0; 2])).collect();
        if !reached.is_empty() {
            reached.push((None, [0; 2]));
        }
        Self { whom: Whom::Accounts, reached, ..Self::new(rules) }
    }

    /// Takes in a batch.
    pub fn add(&mut self, part: &Part) {
        let results = &part.trace.results;
        self.leads += results.rows as u64;
        let mut rows: Vec<(usize, bool)> = Vec::with_capacity(results.rows);
        for (row, outcome) in part.outcome.iter().enumerate() {
            let converted = match outcome {
                Truth::True => true,
                Truth::False => false,
                Truth::Unknown => {
                    self.unknown += 1;
                    continue;
                }
            };
            let stage = match results.stages[row] {
                StageId::EXCLUDED_NUMBER => self.stages.len() - 1,
                stage => usize::from(stage),
            };
            self.stages[stage][usize::from(converted)] += 1;
            let is_there = |at: &usize| part.met.get(*at).is_none_or(|met| met[row] == Truth::True);
            if let Some(at) = (0..self.reached.len()).find(is_there) {
                self.reached[at].1[usize::from(converted)] += 1;
            }
            if stage == self.stages.len() - 1 {
                self.excluded += 1;
            } else {
                rows.push((row, converted));
            }
        }
        for (ranking, score) in self.scores.iter_mut().zip(&results.scores) {
            for &(row, converted) in &rows {
                if let Some(points) = known(&score.points, row) {
                    ranking.add(points, converted);
                }
            }
        }
        for &(row, converted) in &rows {
            let Some(month) = &part.months[row] else { continue };
            let empty = || ([0; 2], vec![Ranking::default(); self.scores.len()]);
            let (counts, rankings) = self.months.entry(month.clone()).or_insert_with(empty);
            counts[usize::from(converted)] += 1;
            for (ranking, score) in rankings.iter_mut().zip(&results.scores) {
                if let Some(points) = known(&score.points, row) {
                    ranking.add(points, converted);
                }
            }
        }
        self.rules(part, &rows);
    }

    fn rules(&mut self, part: &Part, rows: &[(usize, bool)]) {
        for (_, rule) in self.rules.rules() {
            let id = rule.id.0 as usize;
            let record = &part.trace.rules[id];
            let counts_units = matches!(rule.gain, Gain::PerUnit { .. });
            let mut counts = [[0; 2]; 2];
            for &(row, converted) in rows {
                let fired = record.truth.get(row).is_some_and(|&truth| truth == Truth::True as u8)
                    && (!counts_units || record.raw[row] != 0);
                counts[usize::from(fired)][usize::from(converted)] += 1;
            }
            for (sum, count) in self.rules_fired[id].iter_mut().flatten().zip(counts.iter().flatten()) {
                *sum += count;
            }
        }
        for score in self.rules.scores.iter().enumerate() {
            self.left_out.add(score, &part.trace.rules, rows);
        }
    }

    /// The result.
    #[must_use]
    pub fn finish(self, settings: Settings) -> Backtest {
        let z = deviations(settings.confidence);
        let rate = |[no, yes]: [u64; 2]| Rate::new(yes, no + yes, z);
        let sum = |counts: &[[u64; 2]]| counts.iter().fold([0, 0], |sum, [no, yes]| [sum[0] + no, sum[1] + yes]);
        let all = rate(sum(&self.stages));
        let steps = &self.rules.stages.steps;
        let mut stages: Vec<Share> = Vec::new();
        let names = steps.iter().map(|step| step.name.as_str()).rev().chain([self.rules.stages.none.as_str()]);
        let places = (0..=steps.len()).rev();
        for (name, place) in names.zip(places) {
            stages.push(Share::new(name.to_owned(), rate(self.stages[place]), all));
        }
        if !self.rules.exclusions.is_empty() {
            stages.push(Share::new(
                leadrules_language::ir::EXCLUDED.to_owned(),
                rate(self.stages[steps.len() + 1]),
                all,
            ));
        }
        let ranked = rate(sum(&self.stages[..=steps.len()]));
        let areas: Vec<Option<Area>> = self.scores.iter().map(|ranking| ranking.area(z)).collect();
        let scores = self.rules.scores.iter().zip(&self.scores).zip(&areas).map(|((score, ranking), &area)| {
            let (bands, calibration) = bands(ranking, settings, ranked, z);
            ScoreJudged { name: score.name.clone(), area, bands, calibration }
        });
        let scores = scores.collect();
        let mut rules = Vec::new();
        for (score, rule) in self.rules.rules() {
            let id = rule.id.0 as usize;
            let at = self.rules.scores.iter().position(|other| other.name == score.name).unwrap_or_default();
            let without = self.left_out.without(at, id).area(z).map(|area| area.auc);
            let file = self.rules.sources.file(rule.span.file);
            rules.push(RuleJudged {
                score: score.name.clone(),
                title: rule.title.clone(),
                points: Amount(rule.gain.points()),
                place: format!("{}:{}", file.path, file.line_column(rule.span.start as usize).0),
                with: rate(self.rules_fired[id][1]),
                without: rate(self.rules_fired[id][0]),
                auc_change: without.zip(areas[at]).map(|(without, area)| without - area.auc),
            });
        }
        let is_there = |(stage, counts): &&(Option<&str>, [u64; 2])| stage.is_some() || *counts != [0; 2];
        let reached = self.reached.iter().filter(is_there).map(|(stage, counts)| {
            let name = stage.map_or_else(|| say!("no lead at a stage"), Text::verbatim);
            Share::new(name, rate(*counts), all)
        });
        let reached = reached.collect();
        let months = self.months.into_iter().map(|(month, (counts, rankings))| Month {
            month,
            rate: rate(counts),
            areas: rankings.iter().map(|ranking| ranking.area(z)).collect(),
        });
        Backtest {
            leads: self.leads,
            unknown: self.unknown,
            excluded: self.excluded,
            confidence: settings.confidence,
            all,
            stages,
            scores,
            rules,
            months: months.collect(),
            reached,
            whom: self.whom,
        }
    }
}

impl<Name> Share<Name> {
    fn new(name: Name, rate: Rate, all: Rate) -> Self {
        Self { name, rate, lift: lift(rate, all) }
    }
}

fn known(points: &arrow_array::Int64Array, row: usize) -> Option<i64> {
    use arrow_array::Array;
    points.is_valid(row).then(|| points.value(row))
}

fn lift(rate: Rate, all: Rate) -> Option<f64> {
    rate.rate.zip(all.rate.filter(|&all| all > 0.0)).map(|(rate, all)| rate / all)
}

/// Bands of about equally many leads, the highest first; leads with the same points stay together.
#[expect(clippy::cast_precision_loss, reason = "counts of leads and points stay far under 2^52")]
fn bands(ranking: &Ranking, settings: Settings, all: Rate, z: f64) -> (Vec<Band>, Option<Calibration>) {
    let total: u64 = ranking.totals().iter().sum();
    let curve = ranking.curve();
    let expected = |points: i64| curve.map(|(intercept, slope)| logistic(intercept + slope * points as f64));
    let mut bands = Vec::new();
    let (mut seen, mut start, mut counts, mut sum) = (0, None, [0, 0], 0.0);
    let mut brier = 0.0;
    let mut left = ranking.iter().peekable();
    while let Some((points, [no, yes])) = left.next() {
        let from = *start.get_or_insert(points);
        seen += no + yes;
        counts = [counts[0] + no, counts[1] + yes];
        if let Some(p) = expected(points) {
            sum += p * (no + yes) as f64;
            brier += no as f64 * p * p + yes as f64 * (1.0 - p) * (1.0 - p);
        }
        let due = settings.bands as u64 * seen >= (bands.len() as u64 + 1) * total;
        if due || left.peek().is_none() {
            let leads = counts[0] + counts[1];
            let rate = Rate::new(counts[1], leads, z);
            let expected = curve.map(|_| sum / leads as f64);
            let amount = |points| Amount(leadrules_language::decimal::Points(points));
            bands.push(Band { from: amount(from), to: amount(points), rate, lift: lift(rate, all), expected });
            (start, counts, sum) = (None, [0, 0], 0.0);
        }
    }
    bands.reverse();
    let off = |band: &Band| match (band.rate.rate, band.expected) {
        (Some(rate), Some(expected)) => (rate - expected).abs() * band.rate.leads as f64,
        _ => 0.0,
    };
    let calibration = curve.map(|(intercept, slope)| Calibration {
        intercept,
        slope: slope * 100.0,
        brier: brier / total as f64,
        error: bands.iter().map(off).sum::<f64>() / total as f64,
    });
    (bands, calibration)
}
