//! What can earn points: rules that are there, and fields that no rule looks at, their values parted into levels. In: leads
//! as columns, and what the rules did; out: for each lead the level of each field, and how often each rule counts.

use arrow_array::Array;

use leadrules_engine::columns::{Column, Leads};
use leadrules_language::ir::{Field, FieldId, Rules};
use leadrules_language::types::{Type, Value};

/// At most into so many ranges numbers are parted to begin with.
const RANGES: usize = 12;

/// Something that can earn points.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    /// What it is.
    pub(super) of: Of,
    /// By level: which it is. Level 0 is what is unknown or rare, and stays without points if any lead has it.
    pub(super) levels: Vec<Level>,
    /// Whether levels from 1 on stand in an order, so that only neighbours may be joined.
    pub(super) ordered: bool,
}

/// What a factor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// The rule with this id, counted as often as it gave its points.
    Rule(usize),
    /// A field.
    Field(FieldId),
    /// An option of a list field.
    Entry(FieldId, u16),
}

/// One of the values that a field can have, or several that lie together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Nothing is known, or the value is too rare to say anything of.
    Unknown,
    /// An option of a choice or of a list.
    Option(u16),
    /// Yes or no; of a list whether the entry is there.
    Truth(bool),
    /// A number from the first on and below the second, in millionths.
    Range(Option<i64>, Option<i64>),
    /// A rule that counts.
    Rule,
}

/// All factors, and of each lead which levels it has.
#[derive(Debug, Default)]
pub(super) struct Factors {
    pub(super) list: Vec<Factor>,
    /// By lead, by factor: the level; of rules how often they count.
    pub(super) values: Vec<Vec<f32>>,
}

/// Whether a field can be proposed for, and if not, why (for people).
pub(super) fn is_usable(field: &Field) -> Result<(), &'static str> {
    match &field.ty {
        Type::Number(_) | Type::Integer(_) | Type::YesNo | Type::Choice(_) | Type::ListOfChoice { .. } => Ok(()),
        Type::Text | Type::ListOfText { .. } => Err("a text: declare the values that matter as a choice"),
        Type::Email => Err("an address"),
        Type::Date(_) => Err("a date: how long ago it is depends on when one looks"),
    }
}

/// The factors of a field from the leads to learn from; none where they are all alike.
pub(super) fn of_field(id: FieldId, field: &Field, leads: &[&Leads], learns: &[Vec<bool>]) -> Vec<Factor> {
    let at = usize::from(id.0);
    let known = leads.iter().zip(learns).flat_map(|(batch, learns)| {
        let column = &batch.fields[at];
        (0..batch.rows).filter(|row| learns[*row]).map(|row| column.value(row))
    });
    let least = least(learns.iter().flatten().filter(|learns| **learns).count());
    match &field.ty {
        Type::Choice(choice) => {
            let mut counts = vec![0; choice.options.len()];
            for value in known {
                if let Some(Value::Choice(option)) = value {
                    counts[usize::from(option)] += 1;
                }
            }
            let levels = frequent(&counts, least).map(Level::Option);
            some(Of::Field(id), levels.collect(), false)
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
            let levels = [false, true].into_iter().filter(|truth| counts[usize::from(*truth)] >= least);
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
            some(Of::Field(id), ranges(&values, least, whole), true)
        }
        Type::Text | Type::Email | Type::Date(_) | Type::ListOfText { .. } => Vec::new(),
    }
}

/// A value that fewer leads have says nothing that could be relied on.
fn least(leads: usize) -> usize {
    (leads / 200).max(20)
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

/// Parts numbers (in millionths, sorted) into ranges of about as many leads, their ends as round as the data lets them be.
fn ranges(values: &[i64], least: usize, whole: bool) -> Vec<Level> {
    let mut cuts: Vec<i64> = Vec::new();
    let count = values.len();
    let wanted = RANGES.min(count / least.max(1));
    for at in 1..wanted {
        let near = |shift: i64| {
            let place =
                i64::try_from(count * at / wanted).unwrap_or(0) + shift * i64::try_from(count / 50).unwrap_or(0);
            values[usize::try_from(place).unwrap_or(0).min(count - 1)]
        };
        let (low, high) = (near(-1), near(1));
        // Many leads of one value: the cut stands right above it.
        let (low, high) = if low == high {
            let above = values.partition_point(|value| *value <= low);
            if above == count {
                continue;
            }
            (low, values[above])
        } else {
            (low, high)
        };
        let cut = roundest(low, high, whole);
        let start = cuts.last().map_or(0, |last| values.partition_point(|value| value < last));
        let place = values.partition_point(|value| *value < cut);
        if place - start.min(place) >= least && count - place >= least {
            cuts.push(cut);
        }
    }
    cuts.dedup();
    if cuts.is_empty() {
        return Vec::new();
    }
    let lows = std::iter::once(None).chain(cuts.iter().copied().map(Some));
    let highs = cuts.iter().copied().map(Some).chain([None]);
    lows.zip(highs).map(|(low, high)| Level::Range(low, high)).collect()
}

/// The number above `low` and not above `high` with the fewest digits, all in millionths.
fn roundest(low: i64, high: i64, whole: bool) -> i64 {
    let finest = if whole { 1_000_000 } else { 1 };
    let mut unit = 1_000_000_000_000_000_000;
    while unit >= finest {
        for step in [unit, unit / 2] {
            if step >= finest && step > 0 {
                let next = (low.div_euclid(step) + 1) * step;
                if next <= high {
                    return next;
                }
            }
        }
        unit /= 10;
    }
    high
}

impl Factors {
    /// The level of each factor that is a field, for a lead.
    pub(super) fn level(factor: &Factor, leads: &Leads, row: usize) -> usize {
        let place = |level: &Level| factor.levels.iter().position(|other| other == level).unwrap_or(0);
        match factor.of {
            Of::Rule(_) => 0,
            Of::Entry(field, entry) => match leads.fields[usize::from(field.0)].value(row) {
                Some(Value::Choices(options)) if options.contains(&entry) => place(&Level::Truth(true)),
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
                        Level::Unknown | Level::Option(_) | Level::Truth(_) | Level::Rule => false,
                    };
                    factor.levels.iter().position(holds).unwrap_or(0)
                }
                column => match column.value(row) {
                    Some(Value::Choice(option)) => place(&Level::Option(option)),
                    Some(Value::Truth(truth)) => place(&Level::Truth(truth)),
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

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: i64 = 1_000_000;

    #[test]
    fn cuts_are_round() {
        assert_eq!(roundest(93 * ONE, 112 * ONE, true), 100 * ONE);
        assert_eq!(roundest(3 * ONE, 5 * ONE, true), 5 * ONE);
        assert_eq!(roundest(3 * ONE, 4 * ONE, true), 4 * ONE);
        assert_eq!(roundest(1_234_000, 1_261_000, false), 1_250_000);
        assert_eq!(roundest(-2 * ONE, 2 * ONE, true), 0);
    }

    #[test]
    fn ranges_hold_enough_leads_each() {
        let values: Vec<i64> =
            (0..1000).map(|at| (at % 100) * ONE).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let levels = ranges(&values, 20, true);
        assert_eq!(levels.first(), Some(&Level::Range(None, Some(20 * ONE))));
        assert!(levels.len() <= 5, "{levels:?}");
        assert_eq!(ranges(&[5 * ONE; 100], 20, true), []);
    }
}
