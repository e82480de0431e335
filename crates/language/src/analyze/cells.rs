//! Divides what a field can hold into cells within which no rule changes its answer. In: the rule set and the day from
//! which it is seen; out: for each field that rules ask about, a value for each of its cells, "unknown" first. Where
//! the values are only a sample of all that there are, the reason is kept: nothing is called impossible then.

mod ask;
mod collect;
mod empty;
mod follow;
mod ordered;
mod search;
mod what;
mod words;

use ask::Holds;
pub(super) use collect::{Asked, Together, Way};
pub(super) use ordered::Line;

use std::collections::BTreeMap;

use super::doubt::Doubt;
use crate::ir::{Field, FieldId, Rules};
use crate::types::{Type, Value};
use crate::words::say;

/// The cells of a field or a property.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// A value in each; `None` for unknown, which comes first.
    pub(super) values: Vec<Option<Value>>,
    /// For numbers (in millionths) and dates: the range that each value stands for, both ends included.
    pub(super) spans: Vec<Option<(i128, i128)>>,
    /// Whether there may be values that behave unlike any of these.
    pub(super) doubt: Doubt,
}

/// A list has cells for up to this many sets of its entries.
const MOST_SETS: usize = 1024;

/// The cells of all fields, for those that something is asked about.
pub(super) fn of_fields(rules: &Rules, asked: &Asked<'_>, given: &BTreeMap<FieldId, Vec<Value>>) -> Vec<Option<Cells>> {
    rules
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| {
            let id = FieldId(u16::try_from(at).expect("fields are counted in 16 bits"));
            asked.is_asked(id).then(|| match given.get(&id) {
                // Compared with others, it has cells in common with them.
                Some(texts) if asked.of(usize::from(id.0)).compared <= 1 => {
                    let texts = texts.iter().filter(|value| !field.takes_for_empty(value)).cloned();
                    let values: Vec<Option<Value>> = std::iter::once(None).chain(texts.map(Some)).collect();
                    Cells { spans: vec![None; values.len()], values, doubt: Doubt::NONE }
                }
                _ => of(field, asked, usize::from(id.0)),
            })
        })
        .collect()
}

/// The cells of a field or a property, given what is asked of it.
pub(super) fn of(field: &Field, asked: &Asked<'_>, at: usize) -> Cells {
    let what = asked.of(at);
    let empty = empty::points(field);
    let each = what.compared.max(1);
    let mut doubt = what.doubt.clone();
    let mut spans: Vec<Option<(i128, i128)>> = vec![None];
    let mut too_many =
        || doubt = Doubt::of(say!("`{field}` meets more questions than can be tried together", field = &field.name));
    let mut ordered = |line: &Line| {
        let cuts: Vec<i128> = what.cuts.iter().chain(&empty).copied().collect();
        let mut samples = line.samples(&cuts, each);
        samples.retain(|sample| sample.low < sample.high || !empty.contains(&sample.value));
        spans.extend(samples.iter().map(|sample| Some((sample.low, sample.high))));
        samples.into_iter().map(|sample| sample.value).collect::<Vec<i128>>()
    };
    fn kept(field: &Field, values: impl Iterator<Item = Value>) -> Vec<Value> {
        values.filter(|value| !field.takes_for_empty(value)).collect()
    }
    let number = |value: i128| Value::Number(crate::decimal::Decimal(value));
    let known: Vec<Value> = match &field.ty {
        Type::Number(ty) => ordered(&Line::numbers(&ty.range, false)).into_iter().map(number).collect(),
        Type::Integer(ty) => ordered(&Line::numbers(&ty.range, true)).into_iter().map(number).collect(),
        Type::YesNo => kept(field, [true, false].into_iter().map(Value::Truth)),
        Type::Date(ty) => {
            let days = ordered(&Line::days(&ty.range)).into_iter();
            days.map(|day| Value::Date(i32::try_from(day).expect("days from year 1 to 9999"))).collect()
        }
        Type::Choice(choice) => kept(field, options(choice.options.len()).map(Value::Choice)),
        Type::Text | Type::Email => {
            let holds = if field.ty == Type::Email { Holds::Email } else { Holds::Text };
            let (texts, complete) = empty::texts(field, &what.asks, holds, each, asked.effort());
            if !complete {
                too_many();
            }
            texts.into_iter().map(Value::Text).collect()
        }
        Type::ListOfText { .. } => {
            let (texts, complete) = empty::texts(field, &what.asks, Holds::Text, 1, asked.effort());
            let (sets, all) = sets(texts.len());
            if !complete || !all {
                too_many();
            }
            sets.into_iter().map(|set| Value::Texts(set.into_iter().map(|at| texts[at].clone()).collect())).collect()
        }
        Type::ListOfChoice { choice, .. } => {
            let mut named: Vec<u16> = what.options.clone();
            named.sort_unstable();
            named.dedup();
            // One that nobody names stands for all the others.
            named.extend(options(choice.options.len()).find(|option| !named.contains(option)));
            let (sets, all) = sets(named.len());
            if !all {
                too_many();
            }
            sets.into_iter().map(|set| Value::Choices(set.into_iter().map(|at| named[at]).collect())).collect()
        }
    };
    spans.resize(known.len() + 1, None);
    Cells { values: std::iter::once(None).chain(known.into_iter().map(Some)).collect(), spans, doubt }
}

fn options(count: usize) -> impl Iterator<Item = u16> {
    (0..count).filter_map(|at| u16::try_from(at).ok())
}

/// The non-empty sets of `count` entries, small ones first, and whether these are all of them.
fn sets(count: usize) -> (Vec<Vec<usize>>, bool) {
    let mut sets: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    let mut from = 0;
    while from < sets.len() {
        let until = sets.len();
        for at in from..until {
            let last = *sets[at].last().expect("no set is empty");
            for next in last + 1..count {
                if sets.len() >= MOST_SETS {
                    sets.push((0..count).collect());
                    return (sets, false);
                }
                let mut larger = sets[at].clone();
                larger.push(next);
                sets.push(larger);
            }
        }
        from = until;
    }
    (sets, true)
}
