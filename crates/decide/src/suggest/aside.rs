//! Fields that are not learnt from, and why: texts and dates, numbers that identify a lead or count the rows, fields
//! that only tell when a lead came, and fields that tell leads apart too well to be true. In: leads with what became of
//! them; out: reasons, in words for people. All this is settled before anything is learnt.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use std::collections::BTreeMap;

use serde::Serialize;

use super::factor::{self, Factor, Picked};
use crate::misleading::{self, Fates, Numbering};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Field, FieldId};
use leadrules_language::resolve::written;
use leadrules_language::types::{Type, Value};
use leadrules_language::words::{Text, say};

/// Why a field that goes with time is left aside.
fn when() -> Text {
    say!("all leads of about the same time have about the same: it says when a lead came")
}

/// A text with at most this many values can be a choice.
const OPTIONS: usize = 30;

/// A field that tells leads apart too well to be true.
#[derive(Clone, Debug, Serialize)]
pub struct Leak {
    /// Its name.
    pub field: String,
    /// How well it ranks the leads by itself (AUC).
    pub auc: f64,
    /// Why that is suspicious.
    pub why: Text,
    /// What becomes of it.
    pub used: Used,
}

/// What becomes of a field that is suspicious.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Used {
    /// It is left out.
    No,
    /// An existing rule looks at it.
    ByRule,
    /// The user vouches for it.
    Trusted,
}

/// Leads with what became of each, and when each came, if that is known.
#[derive(Copy, Clone, Debug)]
pub(super) struct Known<'a> {
    pub(super) leads: Picked<'a>,
    pub(super) converted: &'a [bool],
    pub(super) moments: &'a [Option<Instant>],
}

/// How well a field ranks the leads by itself, and why that is suspicious, if it ranks them too well.
pub(super) fn too_well(id: FieldId, field: &Field, known: Known<'_>) -> Option<(f64, Text)> {
    let there = fates(known.leads.values(id).map(|value| usize::from(value.is_some())), known.converted);
    let [missing, filled] = [0, 1].map(|there_is| there.get(&there_is).copied().unwrap_or_default());
    let by_value =
        factor::of_field(id, field, known.leads).iter().map(|factor| by_level(factor, known)).fold(0.5, f64::max);
    misleading::too_well(missing, filled, by_value.max(by_text(id, known)), matches!(field.ty, Type::Date(_)))
}

/// How well the values of a text rank the leads, if there are few values.
fn by_text(id: FieldId, known: Known<'_>) -> f64 {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut levels = Vec::with_capacity(known.converted.len());
    for value in known.leads.values(id) {
        let level = match value {
            Some(Value::Text(text)) => {
                let next = places.len() + 1;
                *places.entry(leadrules_language::text::fold(&text)).or_insert(next)
            }
            _ => 0,
        };
        if places.len() > OPTIONS {
            return 0.5;
        }
        levels.push(level);
    }
    misleading::area(fates(levels.into_iter(), known.converted).into_values())
}

fn by_level(factor: &Factor, known: Known<'_>) -> f64 {
    let levels = known.leads.rows.iter().map(|&(batch, row)| factor.level(&known.leads.batches[batch], row));
    misleading::area(fates(levels, known.converted).into_values())
}

/// What became of the leads of each level.
fn fates(levels: impl Iterator<Item = usize>, converted: &[bool]) -> BTreeMap<usize, Fates> {
    let mut counts: BTreeMap<usize, Fates> = BTreeMap::new();
    for (level, converted) in levels.zip(converted) {
        counts.entry(level).or_default()[usize::from(*converted)] += 1;
    }
    counts
}

/// Why a field is not learnt from, other than that it knows the outcome.
pub(super) fn why(id: FieldId, field: &Field, known: Known<'_>) -> Option<Text> {
    match &field.ty {
        Type::Text => return Some(text(id, known)),
        Type::ListOfText { .. } => {
            return Some(say!("texts: declare the entries that matter as a list of choices"));
        }
        Type::Email => return Some(say!("an address")),
        Type::Date(_) => return Some(say!("a date: how long ago it is depends on when one looks")),
        Type::ListOfChoice { .. } | Type::YesNo => return None,
        Type::Choice(_) => return season(id, known),
        Type::Number(_) | Type::Integer(_) => {}
    }
    let numbers: Vec<(usize, f64)> = (0..)
        .zip(known.leads.values(id))
        .filter_map(|(at, value)| match value {
            Some(Value::Number(number)) => Some((at, number.0 as f64)),
            _ => None,
        })
        .collect();
    let named = matches!(field.ty, Type::Integer(_)).then(|| names_a_lead(field, &numbers)).flatten();
    named.or_else(|| says_when(&numbers, known.moments))
}

/// A whole number that differs for each lead, and either rises or falls with the rows or is named as a number.
fn names_a_lead(field: &Field, numbers: &[(usize, f64)]) -> Option<Text> {
    let mut distinct: Vec<u64> = numbers.iter().map(|(_, number)| number.to_bits()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let rising = numbers.windows(2).filter(|pair| pair[1].1 > pair[0].1).count() as u64;
    Numbering { numbers: numbers.len() as u64, distinct: distinct.len() as u64, rising }.why(&field.name, 50)
}

/// Leads that came at about the same time all have about the same value: the field only tells when a lead came.
fn says_when(numbers: &[(usize, f64)], moments: &[Option<Instant>]) -> Option<Text> {
    let mut timed: Vec<(Instant, f64)> =
        numbers.iter().filter_map(|(at, number)| Some((*moments.get(*at)?.as_ref()?, *number))).collect();
    if timed.len() < 400 {
        return None;
    }
    timed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let spread = |of: &[(Instant, f64)]| {
        let mean = of.iter().map(|(_, number)| number).sum::<f64>() / of.len() as f64;
        of.iter().map(|(_, number)| (number - mean) * (number - mean)).sum::<f64>()
    };
    let whole = spread(&timed);
    let within: f64 = timed.chunks(timed.len().div_ceil(40)).map(spread).sum();
    (whole > 0.0 && within < 0.2 * whole).then(when)
}

/// Options that come and go with time, such as the month: leads of about the same time have the same one.
fn season(id: FieldId, known: Known<'_>) -> Option<Text> {
    let options: Vec<(usize, u16)> = (0..)
        .zip(known.leads.values(id))
        .filter_map(|(at, value)| match value {
            Some(Value::Choice(option)) => Some((at, option)),
            _ => None,
        })
        .collect();
    let mut timed: Vec<(Instant, u16)> =
        options.iter().filter_map(|(at, option)| Some((*known.moments.get(*at)?.as_ref()?, *option))).collect();
    if timed.len() < 400 {
        return None;
    }
    timed.sort_unstable();
    let mixed = |of: &[(Instant, u16)]| {
        let mut counts: BTreeMap<u16, f64> = BTreeMap::new();
        for (_, option) in of {
            *counts.entry(*option).or_default() += 1.0;
        }
        of.len() as f64 - counts.values().map(|count| count * count).sum::<f64>() / of.len() as f64
    };
    let whole = mixed(&timed);
    let within: f64 = timed.chunks(timed.len().div_ceil(40)).map(mixed).sum();
    (whole > 0.0 && within < 0.2 * whole).then(when)
}

/// A text; if it has few values, how to declare it so that they can earn points.
fn text(id: FieldId, known: Known<'_>) -> Text {
    let mut counts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for value in known.leads.values(id).flatten() {
        let Value::Text(text) = value else { continue };
        let entry = counts.entry(leadrules_language::text::fold(&text)).or_insert((0, text));
        entry.0 += 1;
        if counts.len() > OPTIONS {
            return say!("a text: declare the values that matter as a choice");
        }
    }
    let mut options: Vec<(usize, String)> = counts.into_values().collect();
    options.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    match options.len() {
        0 => say!("a text, and empty"),
        1 => say!("a text that is the same for all that have one"),
        count => {
            let options: Vec<String> = options.iter().map(|(_, name)| written(name)).collect();
            let options = options.join(", ");
            say!(
                "a text of {values} values; they can earn points once it is `choice {{ {options} }}`",
                values = count,
                options
            )
        }
    }
}
