//! Cuts what a field can hold into cells inside which no rule changes its mind. In: the rule set and the day from which it
//! is seen; out: for each field that rules ask about a value for each of its cells, "unknown" first. Where the values are
//! only a sample of all that there are, the reason is kept: nothing is called impossible then.

mod ask;
mod collect;
mod follow;
mod ordered;
mod search;
mod words;

use ask::Holds;
pub(super) use collect::Asked;
use ordered::Line;
use words::samples as texts;

use crate::calendar::Day;
use crate::ir::{Field, FieldId, Rules};
use crate::types::{Type, Value};

/// The cells of a field or a property.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// A value in each; none for unknown, which stands first.
    pub(super) values: Vec<Option<Value>>,
    /// Why there may be values that behave like none of these, in words for the user.
    pub(super) sampled: Option<String>,
}

/// The cells of a list go up to so many.
const MOST_SETS: usize = 1024;

/// The cells of all fields, for those that something is asked about.
pub(super) fn of_fields(rules: &Rules, today: Day) -> Vec<Option<Cells>> {
    let asked = Asked::of_rules(rules, today);
    rules
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| {
            let id = FieldId(u16::try_from(at).expect("fields are counted in 16 bits"));
            asked.is_asked(id).then(|| of(field, &asked, usize::from(id.0)))
        })
        .collect()
}

/// The cells of a field or a property, given what is asked of it.
pub(super) fn of(field: &Field, asked: &Asked<'_>, at: usize) -> Cells {
    let what = asked.of(at);
    let each = what.compared.max(1);
    let mut sampled = what.sampled.clone();
    let mut too_many = || sampled = Some(format!("`{}` meets more questions than can be tried together", field.name));
    let known: Vec<Value> = match &field.ty {
        Type::Number(ty) => numbers(&Line::numbers(&ty.range, false), &what.cuts, each),
        Type::Integer(ty) => numbers(&Line::numbers(&ty.range, true), &what.cuts, each),
        Type::YesNo => vec![Value::Truth(true), Value::Truth(false)],
        Type::Date(ty) => {
            let days = Line::days(&ty.range).samples(&what.cuts, each);
            days.into_iter().filter_map(|day| i32::try_from(day).ok()).map(Value::Date).collect()
        }
        Type::Choice(choice) => options(choice.options.len()).map(Value::Choice).collect(),
        Type::Text | Type::Email => {
            let holds = if field.ty == Type::Email { Holds::Email } else { Holds::Text };
            let (texts, complete) = texts(&what.asks, holds, each);
            if !complete {
                too_many();
            }
            texts.into_iter().map(Value::Text).collect()
        }
        Type::ListOfText { .. } => {
            let (texts, complete) = texts(&what.asks, Holds::Text, 1);
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
            // One that nobody names stands for all of those.
            named.extend(options(choice.options.len()).find(|option| !named.contains(option)));
            let (sets, all) = sets(named.len());
            if !all {
                too_many();
            }
            sets.into_iter().map(|set| Value::Choices(set.into_iter().map(|at| named[at]).collect())).collect()
        }
    };
    Cells { values: std::iter::once(None).chain(known.into_iter().map(Some)).collect(), sampled }
}

fn numbers(line: &Line, cuts: &[i128], each: usize) -> Vec<Value> {
    let samples = line.samples(cuts, each).into_iter();
    samples.map(|value| Value::Number(crate::decimal::Decimal(value))).collect()
}

fn options(count: usize) -> impl Iterator<Item = u16> {
    (0..count).filter_map(|at| u16::try_from(at).ok())
}

/// The sets of so many entries, small ones first, and whether they are all.
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
