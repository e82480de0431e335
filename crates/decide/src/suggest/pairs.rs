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
    /// Whether each lead has one of them, one bit each.
    has: Vec<u64>,
}

/// Lines that ask for two facts.
pub(super) struct Pairs {
    facts: Vec<Fact>,
    pairs: Vec<(usize, usize)>,
}

/// The pairs of facts that enough leads meet. `grouped` says which values count the same.
pub(super) fn pairs(rules: &Rules, fields: &Factors, grouped: &[Grouped]) -> Pairs {
    let mut facts: Vec<Fact> = Vec::new();
    for (at, ((factor, values), grouped)) in fields.list.iter().zip(&fields.values).zip(grouped).enumerate() {
        let mut sets: Vec<Vec<usize>> = (0..factor.levels.len()).map(|level| vec![level]).collect();
        sets.extend(grouped.groups.iter().filter(|group| group.len() > 1).cloned());
        for set in sets {
            let Some(text) = asked(rules, factor, &set) else { continue };
            let has = |value: &f32| u64::from(set.contains(&super::factor::level_of(factor, *value)));
            let bits = |values: &[f32]| values.iter().zip(0..).fold(0, |bits, (value, at)| bits | has(value) << at);
            facts.push(Fact { factor: at, text, has: values.chunks(64).map(bits).collect() });
        }
    }
    let least = least(fields.values.first().map_or(0, Vec::len));
    let mut pairs = Vec::new();
    for (at, one) in facts.iter().enumerate() {
        for (place, other) in facts.iter().enumerate().skip(at + 1).filter(|(_, other)| other.factor != one.factor) {
            let both = one.has.iter().zip(&other.has).map(|(one, other)| (one & other).count_ones() as usize);
            if pairs.len() < MOST && both.sum::<usize>() >= least {
                pairs.push((at, place));
            }
        }
    }
    Pairs { facts, pairs }
}

impl Pairs {
    /// The lines.
    pub(super) fn lines(&self) -> Vec<Candidate> {
        let text = |&(one, other): &(usize, usize)| format!("{} and {}", self.facts[one].text, self.facts[other].text);
        self.pairs.iter().map(|pair| Candidate::once(text(pair))).collect()
    }

    /// How often these leads meet a line: once or not at all.
    pub(super) fn times(&self, line: usize, leads: impl Iterator<Item = usize>) -> Vec<f32> {
        let (one, other) = self.pairs[line];
        let (one, other) = (&self.facts[one].has, &self.facts[other].has);
        let both = |lead: usize| (one[lead / 64] & other[lead / 64]) >> (lead % 64) & 1;
        leads.map(|lead| f32::from(u8::from(both(lead) == 1))).collect()
    }
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
