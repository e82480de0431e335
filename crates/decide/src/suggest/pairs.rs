//! Two facts that together tell more, or less, than each by itself. In: fields that tell leads apart, with the level that each
//! lead has; out: lines that ask for both, and which leads meet them.

use leadrules_language::ir::Rules;

use super::candidates::Candidate;
use super::factor::{Factor, Factors, Grouped, Level, Of, least};
use super::lines;
use super::rows::Left;

/// At most this many lines are tried.
const MOST: usize = 4_000;

/// Some values of a field that can be asked for in one condition.
struct Fact {
    factor: usize,
    text: String,
    /// Whether each lead has one of them.
    has: Vec<bool>,
}

/// The lines, and for each line how often each lead meets it: once or not at all. `grouped` says which values count the
/// same.
pub(super) fn pairs(rules: &Rules, fields: &Factors, grouped: &[Grouped]) -> (Vec<Candidate>, Vec<Vec<f32>>) {
    let mut facts: Vec<Fact> = Vec::new();
    for (at, ((factor, values), grouped)) in fields.list.iter().zip(&fields.values).zip(grouped).enumerate() {
        let mut sets: Vec<Vec<usize>> = (0..factor.levels.len()).map(|level| vec![level]).collect();
        sets.extend(grouped.groups.iter().filter(|group| group.len() > 1).cloned());
        for set in sets {
            let Some(text) = asked(rules, factor, &set) else { continue };
            let has: Vec<bool> =
                values.iter().map(|value| set.contains(&super::factor::level_of(factor, *value))).collect();
            facts.push(Fact { factor: at, text, has });
        }
    }
    let (mut found, mut times) = (Vec::new(), Vec::new());
    for (at, one) in facts.iter().enumerate() {
        for other in facts[at + 1..].iter().filter(|other| other.factor != one.factor) {
            let count = one.has.iter().zip(&other.has).filter(|(one, other)| **one && **other).count();
            if count < least(one.has.len()) || found.len() >= MOST {
                continue;
            }
            let both = one.has.iter().zip(&other.has).map(|(one, other)| f32::from(u8::from(*one && *other)));
            times.push(both.collect());
            found.push(Candidate::once(format!("{} and {}", one.text, other.text)));
        }
    }
    (found, times)
}

/// How to ask for some of the values of a field, if one condition is enough.
fn asked(rules: &Rules, factor: &Factor, set: &[usize]) -> Option<String> {
    let Of::Field(field) = factor.of else { return None };
    let levels: Vec<&Level> = set.iter().map(|level| &factor.levels[*level]).collect();
    let left = match levels[..] {
        [Level::Unknown] => Left::Unknown,
        [Level::Truth(truth)] => Left::Truth(*truth),
        [Level::Range(low, _), .., Level::Range(_, high)] | [Level::Range(low, high)] => {
            let is_all = low.is_none() && high.is_none();
            let is_one = set.windows(2).all(|pair| pair[1] == pair[0] + 1);
            if is_all || !is_one {
                return None;
            }
            Left::Range(*low, *high)
        }
        _ => {
            let option = |level: &&Level| match level {
                Level::Option(option) => Some(*option),
                Level::Unknown | Level::Rest | Level::Truth(_) | Level::Range(..) | Level::Counts => None,
            };
            let options: Vec<u16> = levels.iter().map(option).collect::<Option<_>>()?;
            // Nobody would write a longer list in a line.
            if options.len() > 6 {
                return None;
            }
            Left::Options(options)
        }
    };
    Some(lines::alone(rules, field, &left))
}
