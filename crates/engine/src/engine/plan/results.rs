//! The results of a batch. In: a frame, in which conditions and numbers are evaluated; out: exclusions, scores, stages and labels,
//! in this order, since each may ask for those before it.

use arrow_array::builder::Int64Builder;
use arrow_array::{Array, UInt16Array};
use hashbrown::HashMap;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::StageId;
use leadrules_language::types::{Bounds, Truth};

use super::Plan;
use super::parts::{LabelPlan, ScorePlan};
use crate::columns::{LabelColumn, Leads, Results, ScoreColumn};
use crate::engine::evaluate::Frame;
use crate::engine::points::{Notes, Sums, within};
use crate::engine::program::{NodeId, NumberId};

impl Plan {
    pub(super) fn results(&self, frame: &mut Frame<'_>, leads: &Leads, notes: &mut Notes) -> Results {
        let exclusions = first_true(frame, self.parts.exclusions.iter().copied());
        let mut rules = notes.rule_points.then(|| vec![Vec::new(); self.dates.len()]);
        for (range, score) in &self.parts.scores {
            let column = match score {
                ScorePlan::Computed(number) => {
                    notes.sums.push(Vec::new());
                    computed(frame, *number, range)
                }
                ScorePlan::Parts(parts) => {
                    let mut sums =
                        Sums { points: vec![0; leads.rows], unknown: vec![0; leads.rows], rules: rules.take() };
                    for part in parts {
                        part.add_to(frame, notes, &mut sums);
                    }
                    let Sums { mut points, unknown: unknown_rules, rules: by_rule } = sums;
                    rules = by_rule;
                    notes.sums.push(if notes.records.is_some() { points.clone() } else { Vec::new() });
                    for points in &mut points {
                        *points = within(range, *points);
                    }
                    ScoreColumn { points: points.into(), unknown_rules }
                }
            };
            frame.scores.push(column);
        }
        // Those that gave nothing: rules outside their dates.
        for points in rules.iter_mut().flatten().filter(|points| points.len() < leads.rows) {
            points.resize(leads.rows, 0);
        }
        frame.stages = vec![0; leads.rows];
        let mut stages = vec![0; leads.rows];
        for (at, &step) in self.parts.stages.iter().enumerate() {
            let number = StageId::Step(u16::try_from(at).expect("stages are counted in u16")).number();
            for (stage, truth) in stages.iter_mut().zip(frame.truth(step)) {
                *stage = if *truth == Truth::True as u8 { number } else { *stage };
            }
        }
        for (row, stage) in stages.iter_mut().enumerate() {
            *stage = if exclusions.is_valid(row) { StageId::EXCLUDED_NUMBER } else { *stage };
        }
        frame.stages.clone_from(&stages);
        for label in &self.parts.labels {
            let column = text_of(label, frame);
            frame.labels.push(column);
        }
        let broken = self.parts.promises.iter().map(|&(always, node)| rows_where(frame, node, !always)).collect();
        Results {
            rows: leads.rows,
            first_row: leads.first_row,
            keys: leads.keys.clone(),
            scores: frame.scores.clone(),
            labels: frame.labels.clone(),
            stages,
            exclusions,
            rules,
            fired: std::mem::take(&mut notes.fired),
            overflows: frame.overflows,
            set_aside: frame.set_aside,
            broken,
            kept: leads.kept.clone(),
            changes: None,
            leads: None,
        }
    }
}

/// A label of each lead.
fn text_of(label: &LabelPlan, frame: &mut Frame<'_>) -> LabelColumn {
    match label {
        LabelPlan::Lines { lines, otherwise, texts } => {
            let first = first_true(frame, lines.iter().map(|line| line.0));
            let text = |line: Option<u16>| line.map(|line| lines[usize::from(line)].1).or(*otherwise);
            LabelColumn { texts: texts.clone(), values: first.iter().map(text).collect() }
        }
        LabelPlan::Joined(parts) => joined(&parts.iter().map(|&part| &frame.labels[part]).collect::<Vec<_>>()),
    }
}

/// The rows for which a condition is true, or is not.
fn rows_where(frame: &mut Frame<'_>, condition: NodeId, is_true: bool) -> Vec<u32> {
    let truths = (0..).zip(frame.truth(condition));
    truths.filter(|&(_, &truth)| (truth == Truth::True as u8) == is_true).map(|(row, _)| row).collect()
}

/// By row: the index of the first of these conditions that is true.
fn first_true(frame: &mut Frame<'_>, conditions: impl Iterator<Item = NodeId>) -> UInt16Array {
    let mut first: Vec<Option<u16>> = vec![None; frame.rows()];
    for (at, condition) in (0..).zip(conditions) {
        for (first, truth) in first.iter_mut().zip(frame.truth(condition)) {
            if first.is_none() && *truth == Truth::True as u8 {
                *first = Some(at);
            }
        }
    }
    first.into()
}

fn computed(frame: &mut Frame<'_>, number: NumberId, range: &Bounds<Points>) -> ScoreColumn {
    let rows = frame.rows();
    let numbers = frame.number(number);
    let mut points = Int64Builder::with_capacity(rows);
    let mut overflows = 0;
    for row in 0..rows {
        let value = numbers.get(row);
        let rounded = value.and_then(Decimal::round_to_points);
        overflows += u64::from(value.is_some() && rounded.is_none());
        points.append_option(rounded.map(|value| within(range, value.0)));
    }
    frame.overflows += overflows;
    ScoreColumn { points: points.finish(), unknown_rules: Vec::new() }
}

/// The texts of several labels, joined; unknown where one of them is.
fn joined(parts: &[&LabelColumn]) -> LabelColumn {
    let rows = parts.first().map_or(0, |part| part.values.len());
    let mut places: HashMap<String, u16> = HashMap::new();
    let mut texts = Vec::new();
    let values = (0..rows)
        .map(|row| {
            let text = parts.iter().try_fold(String::new(), |text, part| {
                let known = part.values.is_valid(row);
                known.then(|| text + &part.texts[usize::from(part.values.value(row))])
            })?;
            Some(*places.entry(text).or_insert_with_key(|text| {
                texts.push(text.clone());
                u16::try_from(texts.len() - 1).expect("a batch has no more leads than this")
            }))
        })
        .collect();
    LabelColumn { texts: texts.into(), values }
}
