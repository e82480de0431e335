//! What can earn points: existing rules, lines about events, and fields that no rule looks at, with their values
//! divided into levels. In: leads as columns, and what the rules did; out: for each lead the level of each field, and
//! how often each rule or line counts.

use arrow_array::Array;

use leadrules_engine::columns::{Column, Leads};
use leadrules_language::ir::{Field, FieldId, Rules};

use leadrules_language::types::{Type, Value};

use super::order;
use super::ranges::ranges;

/// Something that can earn points.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    /// What it is.
    pub(super) of: Of,
    /// What each level is. Level 0 is unknown or, for something that counts, that it does not.
    pub(super) levels: Vec<Level>,
    /// Whether the levels from 1 on have an order, so that only neighbours may be joined.
    pub(super) ordered: bool,
}

/// What a factor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The rule with this index in the score, counted as often as it gave its points.
    Rule(usize),
    /// The line with this index among those tried, and how often it counts at most.
    Line(usize, Option<u32>),
    /// A field.
    Field(FieldId),
    /// An option of a list field.
    Entry(FieldId, u16),
}

/// One of the values that a field can have, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Nothing is known.
    Unknown,
    /// An option of a choice or of a list.
    Option(u16),
    /// Options too rare to say anything about each.
    Rest,
    /// Yes or no; for a list, whether the entry is there.
    Truth(bool),
    /// A number from the first on and below the second, in millionths.
    Range(Option<i64>, Option<i64>),
    /// A rule or line that counts.
    Counts,
}

/// All factors, and which levels each lead has of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Factors {
    pub(super) list: Vec<Factor>,
    /// For each factor and each lead, the level or, for something that counts, how often.
    pub(super) values: Vec<Vec<f32>>,
}

/// A factor's values in groups.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grouped {
    /// The levels of each group.
    pub(super) groups: Vec<Vec<usize>>,
    /// For each group, its log odds; 0 for the group that needs no points.
    pub(super) odds: Vec<f64>,
}

impl Factor {
    /// Something that counts, more for some leads than for others.
    pub(super) fn counted(of: Of) -> Self {
        Self { of, levels: vec![Level::Unknown, Level::Counts], ordered: false }
    }

    /// Whether its value is how often it counts.
    pub(super) fn is_counted(&self) -> bool {
        self.levels.get(1) == Some(&Level::Counts)
    }
}

impl Factors {
    /// Adds a factor with its value for each lead.
    pub(super) fn push(&mut self, factor: Factor, values: Vec<f32>) {
        self.list.push(factor);
        self.values.push(values);
    }
}

/// The level that a value stands for: whether or not something counts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "levels are few and counted from 0")]
pub(super) fn level_of(factor: &Factor, value: f32) -> usize {
    if factor.is_counted() { usize::from(value != 0.0) } else { value as usize }
}

/// Some of the leads, by batch and row.
#[derive(Copy, Clone, Debug)]
pub(super) struct Picked<'a> {
    pub(super) batches: &'a [Leads],
    pub(super) rows: &'a [(usize, usize)],
}

impl Picked<'_> {
    /// What they have of a field.
    pub(super) fn values(&self, field: FieldId) -> impl Iterator<Item = Option<Value>> {
        let at = usize::from(field.0);
        self.rows.iter().map(move |&(batch, row)| self.batches[batch].fields[at].value(row))
    }
}

/// The factors of a field, from the leads to learn from; none if all are alike.
pub(super) fn of_field(id: FieldId, field: &Field, leads: Picked<'_>) -> Vec<Factor> {
    let known = leads.values(id);
    let least = least(leads.rows.len());
    match &field.ty {
        Type::Choice(choice) => {
            let mut counts = vec![0; choice.options.len()];
            for value in known {
                if let Some(Value::Choice(option)) = value {
                    counts[usize::from(option)] += 1;
                }
            }
            if let Some(order) = order::of_options(choice, &counts) {
                return some(Of::Field(id), order.into_iter().map(Level::Option).collect(), true);
            }
            let mut levels: Vec<Level> = frequent(&counts, least).map(Level::Option).collect();
            if !levels.is_empty() && counts.iter().any(|count| (1..least).contains(count)) {
                levels.push(Level::Rest);
            }
            some(Of::Field(id), levels, false)
        }
        Type::ListOfChoice { choice, .. } => {
            let mut counts = vec![0; choice.options.len()];
            for value in known {
                if let Some(Value::Choices(options)) = value {
                    for option in options {
                        counts[usize::from(option)] += 1;
                    }
                }
            }
            let entries: Vec<u16> = frequent(&counts, least).collect();
            entries.into_iter().flat_map(|entry| some(Of::Entry(id, entry), vec![Level::Truth(true)], false)).collect()
        }
        Type::YesNo => {
            let mut counts = [0, 0];
            for value in known {
                if let Some(Value::Truth(truth)) = value {
                    counts[usize::from(truth)] += 1;
                }
            }
            let is_rare = counts.iter().all(|count| *count < least);
            let levels = [false, true].into_iter().filter(|_| !is_rare);
            some(Of::Field(id), levels.map(Level::Truth).collect(), false)
        }
        Type::Number(_) | Type::Integer(_) => {
            let whole = matches!(field.ty, Type::Integer(_));
            let mut values: Vec<i64> = known
                .filter_map(|value| match value {
                    Some(Value::Number(number)) => i64::try_from(number.0).ok(),
                    _ => None,
                })
                .collect();
            values.sort_unstable();
            let ranges = ranges(&values, least, whole);
            some(Of::Field(id), ranges.into_iter().map(|(low, high)| Level::Range(low, high)).collect(), true)
        }
        Type::Text | Type::Email | Type::Date(_) | Type::ListOfText { .. } => Vec::new(),
    }
}

/// A value that fewer leads than this have says nothing reliable.
pub(super) fn least(leads: usize) -> usize {
    (leads / 200).clamp(20, 50)
}

fn frequent(counts: &[usize], least: usize) -> impl Iterator<Item = u16> + '_ {
    (0..).zip(counts).filter(move |(_, count)| **count >= least).map(|(option, _)| option)
}

fn some(of: Of, levels: Vec<Level>, ordered: bool) -> Vec<Factor> {
    if levels.is_empty() {
        return Vec::new();
    }
    let levels = std::iter::once(Level::Unknown).chain(levels).collect();
    vec![Factor { of, levels, ordered }]
}

impl Factor {
    /// The level that a lead has for a field or an entry.
    pub(super) fn level(&self, leads: &Leads, row: usize) -> usize {
        let place = |level: &Level| self.levels.iter().position(|other| other == level);
        match self.of {
            Of::Rule(_) | Of::Line(..) => 0,
            Of::Entry(field, entry) => match leads.fields[usize::from(field.0)].value(row) {
                Some(Value::Choices(options)) if options.contains(&entry) => place(&Level::Truth(true)).unwrap_or(0),
                _ => 0,
            },
            Of::Field(field) => match &leads.fields[usize::from(field.0)] {
                Column::Number(values) => {
                    if values.is_null(row) {
                        return 0;
                    }
                    let value = values.value(row);
                    let holds = |level: &Level| match level {
                        Level::Range(low, high) => {
                            low.is_none_or(|low| low <= value) && high.is_none_or(|high| value < high)
                        }
                        Level::Unknown | Level::Option(_) | Level::Rest | Level::Truth(_) | Level::Counts => false,
                    };
                    self.levels.iter().position(holds).unwrap_or(0)
                }
                column => match column.value(row) {
                    Some(Value::Choice(option)) => {
                        place(&Level::Option(option)).or_else(|| place(&Level::Rest)).unwrap_or(0)
                    }
                    Some(Value::Truth(truth)) => place(&Level::Truth(truth)).unwrap_or(0),
                    _ => 0,
                },
            },
        }
    }
}

/// The name of a field.
pub(super) fn name(rules: &Rules, field: FieldId) -> &str {
    &rules.field(field).name
}
