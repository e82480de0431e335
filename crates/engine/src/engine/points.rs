//! From truth to points: rules, tables, groups and scores of one batch, in whole columns of hundredths.

use std::sync::Arc;

use leadrules_language::decimal::{Decimal, Points, RULE_LIMIT, divide_rounded};
use leadrules_language::ir::{Gain, Part, RowKind, Rule};
use leadrules_language::types::{Bounds, Truth};

use super::compile::{Compiler, Rows};
use super::evaluate::Frame;
use super::factors::Factors;
use super::measure::Measure;
use super::moment::Moment;
use super::program::{NodeId, NumberId, TallyId};

/// A rule, prepared.
#[derive(Debug)]
pub struct RulePlan {
    pub id: u32,
    pub condition: NodeId,
    pub gain: GainPlan,
    pub cap: Option<i64>,
}

/// What a rule gives.
#[derive(Debug)]
pub enum GainPlan {
    /// These points.
    Once(i64),
    /// These points, faded by the age of the latest occurrence.
    Faded { points: i64, latest: Option<TallyId>, factors: Arc<Factors> },
    /// These points for each full unit of a quantity.
    PerUnit { points: i64, per: i128, of: NumberId },
    /// These points times the sum of factors of a tally.
    PerOccurrence { points: i64, of: Option<TallyId> },
}

/// A part of a score, prepared.
#[derive(Debug)]
pub enum PartPlan {
    /// A rule.
    Rule(RulePlan),
    /// A table.
    Table {
        /// Whether the subject is known.
        known: NodeId,
        /// In the order they are written.
        rows: Vec<(RowKind, RulePlan)>,
    },
    /// A group.
    Group(GroupPlan),
}

/// A group, prepared.
#[derive(Debug)]
pub struct GroupPlan {
    pub up_to: Option<i64>,
    pub down_to: Option<i64>,
    pub best: bool,
    pub parts: Vec<PartPlan>,
}

impl PartPlan {
    /// Prepares a part.
    pub fn new(part: &Part, compiler: &mut Compiler<'_>) -> Self {
        match part {
            Part::Rule(rule) => Self::Rule(RulePlan::new(rule, compiler)),
            Part::Table(table) => {
                let rows = table.rows.iter().map(|row| (row.kind, RulePlan::new(&row.rule, compiler))).collect();
                Self::Table { known: compiler.condition(&table.known, Rows::Leads), rows }
            }
            Part::Group(group) => Self::Group(GroupPlan {
                up_to: group.up_to.map(|points| points.0),
                down_to: group.down_to.map(|points| points.0),
                best: group.best,
                parts: group.parts.iter().map(|part| Self::new(part, compiler)).collect(),
            }),
        }
    }

    /// Whether it is a rule outside its dates, which counts as if it were not written.
    fn is_left_out(&self, moment: &Moment) -> bool {
        matches!(self, Self::Rule(rule) if !moment.is_in_force(rule.id))
    }
}

impl RulePlan {
    fn new(rule: &Rule, compiler: &mut Compiler<'_>) -> Self {
        let gain = match &rule.gain {
            Gain::Once { points, decay: None } => GainPlan::Once(points.0),
            Gain::Once { points, decay: Some((decay, of)) } => GainPlan::Faded {
                points: points.0,
                latest: compiler.tally(of, Measure::Latest),
                factors: compiler.factors(*decay),
            },
            Gain::PerUnit { points, per, of } => {
                GainPlan::PerUnit { points: points.0, per: per.0, of: compiler.quantity(of, Rows::Leads) }
            }
            Gain::PerOccurrence { points, of, once_per, decay } => {
                let measure = match (once_per, decay) {
                    (Some(bucket), decay) => Measure::Buckets(*bucket, *decay),
                    (None, Some(decay)) => Measure::Factors(*decay),
                    (None, None) => Measure::Count,
                };
                let enough = rule
                    .cap
                    .filter(|_| points.0 != 0)
                    .map(|cap| cap.0.unsigned_abs().div_ceil(points.0.unsigned_abs()));
                let enough = enough.and_then(|enough| u32::try_from(enough).ok()).unwrap_or(u32::MAX);
                let of = compiler.tally_up_to(of, measure, enough);
                GainPlan::PerOccurrence { points: points.0, of }
            }
        };
        Self {
            id: rule.id.0,
            condition: compiler.condition(&rule.condition, Rows::Leads),
            gain,
            cap: rule.cap.map(|cap| cap.0),
        }
    }
}

/// What a rule did in each row of a batch, for explaining.
#[derive(Clone, Debug, Default)]
pub struct RuleRecord {
    /// By row: its truth.
    pub truth: Vec<u8>,
    /// By row: the points before its cap.
    pub raw: Vec<i64>,
    /// By row: the points after its cap; 0 for a row that its table did not take.
    pub capped: Vec<i64>,
}

/// What a part gives.
#[derive(Debug, Default)]
pub struct PartPoints {
    /// By row, in hundredths.
    pub points: Vec<i64>,
    /// By row: how many rules were unknown.
    pub unknown: Vec<u32>,
    /// The points of its rules that count, by rule id; empty unless asked for.
    pub rules: Vec<(u32, Vec<i64>)>,
}

/// What is noted while points are given.
pub struct Notes {
    /// Whether the points of each rule are kept.
    pub rule_points: bool,
    /// By rule id: in how many rows it fired.
    pub fired: Vec<u64>,
    /// By rule id: everything that each did, if asked for.
    pub records: Option<Vec<RuleRecord>>,
    /// The sums of the groups before and after their caps, in the order they are written, if records are asked for.
    pub groups: Vec<(Vec<i64>, Vec<i64>)>,
    /// By score id: the sums before the score's range, if records are asked for.
    pub sums: Vec<Vec<i64>>,
}

impl Notes {
    /// Nothing noted yet.
    pub fn new(rules: usize, rule_points: bool) -> Self {
        Self { rule_points, fired: vec![0; rules], records: None, groups: Vec::new(), sums: Vec::new() }
    }
}

const TRUE: u8 = Truth::True as u8;
const UNKNOWN: u8 = Truth::Unknown as u8;

/// Points of one rule, limited to what one rule may give.
pub fn limited(points: i128) -> i64 {
    i64::try_from(points.clamp((-RULE_LIMIT).into(), RULE_LIMIT.into())).expect("clamped to what fits")
}

impl RulePlan {
    /// The truth of its condition combined with that of the quantity it counts; and the points, before the cap, where
    /// it holds.
    fn raw(&self, frame: &mut Frame<'_>) -> (Vec<u8>, Vec<i64>) {
        let mut truth = frame.taken(self.condition);
        let raw = match &self.gain {
            GainPlan::Once(points) => truth.iter().map(|&truth| if truth == TRUE { *points } else { 0 }).collect(),
            GainPlan::Faded { points, latest, factors } => {
                let ages = latest.map(|tally| frame.tallied().ages(tally)).unwrap_or_default();
                each_true(&truth, |row| {
                    let factor = ages.get(row).copied().flatten().map_or(0, |age| factors.of_age(age));
                    divide_rounded(i128::from(*points) * i128::from(factor), 1_000_000)
                })
            }
            GainPlan::PerUnit { points, per, of } => {
                let numbers = frame.number(*of);
                for (row, truth) in truth.iter_mut().enumerate() {
                    if *truth == TRUE && numbers.get(row).is_none() {
                        *truth = UNKNOWN;
                    }
                }
                each_true(&truth, |row| {
                    let units = numbers.get(row).map_or(0, |Decimal(value)| value.max(0) / per);
                    i128::from(*points) * units
                })
            }
            GainPlan::PerOccurrence { points, of: Some(tally) } if frame.tallied().is_count(*tally) => {
                let counts = frame.tallied().counts(*tally);
                // A sum that cannot overflow: there are fewer than 2^32 occurrences, and points leave room for them.
                if points.unsigned_abs() < 1 << 30 {
                    let sum = |(&truth, &count): (&u8, &u32)| {
                        if truth == TRUE { (points * i64::from(count)).clamp(-RULE_LIMIT, RULE_LIMIT) } else { 0 }
                    };
                    truth.iter().zip(&counts).map(sum).collect()
                } else {
                    each_true(&truth, |row| i128::from(*points) * i128::from(counts[row]))
                }
            }
            GainPlan::PerOccurrence { points, of } => {
                let factors = of.map(|tally| frame.tallied().factors(tally)).unwrap_or_default();
                each_true(&truth, |row| {
                    let factors = factors.get(row).copied().unwrap_or(0);
                    divide_rounded(i128::from(*points) * i128::from(factors), 1_000_000)
                })
            }
        };
        (truth, raw)
    }

    fn capped(&self, raw: &[i64]) -> Vec<i64> {
        raw.iter().map(|&points| self.cap_one(points)).collect()
    }

    /// Points after the rule's cap.
    #[inline]
    pub fn cap_one(&self, points: i64) -> i64 {
        match self.cap {
            None => points,
            Some(cap) if cap >= 0 => points.min(cap),
            Some(cap) => points.max(cap),
        }
    }

    /// The points after the cap if they are the same in every row where it holds; `None` for a gain that differs from
    /// row to row.
    fn fixed(&self) -> Option<i64> {
        let GainPlan::Once(points) = self.gain else { return None };
        Some(self.cap_one(points))
    }

    /// Adds what the rule gives to the sums of its score, if no record of it is kept.
    fn add_to(&self, frame: &mut Frame<'_>, notes: &mut Notes, sums: &mut Sums) {
        let Some(points) = self.fixed() else {
            let (truth, raw) = self.raw(frame);
            let points = self.capped(&raw);
            self.note(&truth, &raw, &points, notes);
            add(&mut sums.points, &points);
            for (sum, &truth) in sums.unknown.iter_mut().zip(&truth) {
                *sum += u32::from(truth == UNKNOWN);
            }
            if let Some(rules) = &mut sums.rules {
                rules[self.id as usize] = points;
            }
            return;
        };
        let truth = frame.truth(self.condition);
        for (sum, &truth) in sums.points.iter_mut().zip(truth) {
            *sum += if truth == TRUE { points } else { 0 };
        }
        for (sum, &truth) in sums.unknown.iter_mut().zip(truth) {
            *sum += u32::from(truth == UNKNOWN);
        }
        notes.fired[self.id as usize] += truth.iter().map(|&truth| u64::from(truth == TRUE)).sum::<u64>();
        if let Some(rules) = &mut sums.rules {
            rules[self.id as usize] = truth.iter().map(|&truth| if truth == TRUE { points } else { 0 }).collect();
        }
        frame.let_go(self.condition);
    }

    /// Notes what the rule did where `taken` (everywhere, for a rule that is not a row of a table).
    fn note(&self, truth: &[u8], raw: &[i64], capped: &[i64], notes: &mut Notes) {
        let units = matches!(self.gain, GainPlan::PerUnit { .. });
        let fired = truth.iter().zip(raw).filter(|&(&truth, &raw)| truth == TRUE && (!units || raw != 0)).count();
        notes.fired[self.id as usize] += fired as u64;
        if let Some(records) = &mut notes.records {
            records[self.id as usize] =
                RuleRecord { truth: truth.to_vec(), raw: raw.to_vec(), capped: capped.to_vec() };
        }
    }
}

fn each_true(truth: &[u8], mut points: impl FnMut(usize) -> i128) -> Vec<i64> {
    truth.iter().enumerate().map(|(row, &truth)| if truth == TRUE { limited(points(row)) } else { 0 }).collect()
}

/// The sums of a score.
#[derive(Debug)]
pub struct Sums {
    /// By row, in hundredths.
    pub points: Vec<i64>,
    /// By row: how many rules were unknown.
    pub unknown: Vec<u32>,
    /// By rule id: its points by row, if asked for.
    pub rules: Option<Vec<Vec<i64>>>,
}

impl PartPlan {
    /// Adds what a part gives to the sums of its score.
    pub fn add_to(&self, frame: &mut Frame<'_>, notes: &mut Notes, sums: &mut Sums) {
        if self.is_left_out(frame.moment()) {
            return;
        }
        if let Self::Rule(rule) = self
            && notes.records.is_none()
        {
            return rule.add_to(frame, notes, sums);
        }
        let part = self.points(frame, notes);
        add(&mut sums.points, &part.points);
        for (sum, unknown) in sums.unknown.iter_mut().zip(part.unknown) {
            *sum += unknown;
        }
        if let Some(rules) = &mut sums.rules {
            for (id, points) in part.rules {
                rules[id as usize] = points;
            }
        }
    }

    /// The points of a part.
    fn points(&self, frame: &mut Frame<'_>, notes: &mut Notes) -> PartPoints {
        match self {
            Self::Rule(rule) => {
                let (truth, raw) = rule.raw(frame);
                let points = rule.capped(&raw);
                rule.note(&truth, &raw, &points, notes);
                let unknown = truth.iter().map(|&truth| u32::from(truth == UNKNOWN)).collect();
                let rules = if notes.rule_points { vec![(rule.id, points.clone())] } else { Vec::new() };
                PartPoints { points, unknown, rules }
            }
            Self::Table { known, rows } => table(*known, rows, frame, notes),
            Self::Group(group) => group.points(frame, notes),
        }
    }
}

fn table(known: NodeId, rows: &[(RowKind, RulePlan)], frame: &mut Frame<'_>, notes: &mut Notes) -> PartPoints {
    let known = frame.truth(known).to_vec();
    let mut sum = PartPoints { points: vec![0; frame.rows()], ..PartPoints::default() };
    let mut taken = vec![false; frame.rows()];
    let mut undecided: Vec<bool> = known.iter().map(|&known| known != TRUE).collect();
    // Rows with values come first: `otherwise` takes what they leave, wherever it is written.
    let moment = frame.moment();
    let in_force = || rows.iter().filter(|(_, rule)| moment.is_in_force(rule.id));
    let values = in_force().filter(|(kind, _)| *kind == RowKind::Values);
    let others = in_force().filter(|(kind, _)| *kind != RowKind::Values);
    for (kind, rule) in values.chain(others) {
        let (mut truth, mut raw) = rule.raw(frame);
        for (row, truth) in truth.iter_mut().enumerate() {
            let free = match kind {
                RowKind::Values => !taken[row],
                RowKind::Otherwise => !taken[row] && known[row] == TRUE,
                RowKind::Unknown => !taken[row] && known[row] != TRUE,
            };
            undecided[row] |= *truth == UNKNOWN;
            if *truth == TRUE && free {
                taken[row] = true;
            } else {
                raw[row] = 0;
                *truth = if *truth == TRUE { Truth::False as u8 } else { *truth };
            }
        }
        let capped = rule.capped(&raw);
        rule.note(&truth, &raw, &capped, notes);
        add(&mut sum.points, &capped);
        if notes.rule_points {
            sum.rules.push((rule.id, capped));
        }
    }
    sum.unknown = undecided.iter().zip(&taken).map(|(&undecided, taken)| u32::from(undecided && !taken)).collect();
    sum
}

fn add(sum: &mut [i64], points: &[i64]) {
    for (sum, points) in sum.iter_mut().zip(points) {
        *sum += points;
    }
}

impl GroupPlan {
    fn points(&self, frame: &mut Frame<'_>, notes: &mut Notes) -> PartPoints {
        let place = notes.groups.len();
        if notes.records.is_some() {
            notes.groups.push((Vec::new(), Vec::new()));
        }
        let moment = frame.moment();
        let parts = self.parts.iter().filter(|part| !part.is_left_out(moment));
        let mut parts: Vec<PartPoints> = parts.map(|part| part.points(frame, notes)).collect();
        if self.best {
            for row in 0..frame.rows() {
                keep_best(&mut parts, row);
            }
        }
        let mut sum = PartPoints { points: vec![0; frame.rows()], unknown: vec![0; frame.rows()], rules: Vec::new() };
        for part in parts {
            add(&mut sum.points, &part.points);
            for (sum, unknown) in sum.unknown.iter_mut().zip(part.unknown) {
                *sum += unknown;
            }
            sum.rules.extend(part.rules);
        }
        let before = notes.records.is_some().then(|| sum.points.clone());
        for points in &mut sum.points {
            *points = (*points).min(self.up_to.unwrap_or(i64::MAX)).max(self.down_to.unwrap_or(i64::MIN));
        }
        if let Some(before) = before {
            notes.groups[place] = (before, sum.points.clone());
        }
        sum
    }
}

/// Leaves only the part that gives the most; if none is positive, the one furthest below zero. The earlier wins a tie.
fn keep_best(parts: &mut [PartPoints], row: usize) {
    let mut best = 0;
    let top = parts.iter().map(|part| part.points[row]).max().unwrap_or(0);
    let wanted = if top > 0 { top } else { parts.iter().map(|part| part.points[row]).min().unwrap_or(0) };
    if let Some(at) = parts.iter().position(|part| part.points[row] == wanted) {
        best = at;
    }
    for (at, part) in parts.iter_mut().enumerate() {
        if at != best {
            part.points[row] = 0;
            for (_, points) in &mut part.rules {
                points[row] = 0;
            }
        }
    }
}

/// Keeps points within a score's range.
#[must_use]
pub fn within(range: &Bounds<Points>, points: i64) -> i64 {
    let high = range.high.map_or(i64::MAX, |high| if range.half_open { high.0 - 1 } else { high.0 });
    points.min(high).max(range.low.map_or(i64::MIN, |low| low.0))
}
