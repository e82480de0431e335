//! Which score, group and rule of one rule set corresponds to which of another. Scores are matched by name; rules,
//! within their score, by title, then by the text of their left side, then by similarity of their left sides; groups by
//! the rules that they share, then by title.

use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::linear::Formulas;
use super::named::{RuleNamed, groups};
use leadrules_language::ir::{Group, Part, Rules};

/// The indexes of the same thing in two rule sets; `None` if a set does not have it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In the set before.
    pub before: Option<usize>,
    /// In the set after.
    pub after: Option<usize>,
}

/// A pair within a score.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The score.
    pub score: Pair,
    /// The thing.
    pub pair: Pair,
}

impl Within {
    /// Whether it is in this score.
    #[must_use]
    pub fn is_of(&self, score: Pair) -> bool {
        self.score == score
    }
}

/// Two rule sets, matched.
#[derive(Clone, Debug)]
pub struct Matched {
    /// Those of the set after, in its order, then those that are gone.
    pub scores: Vec<Pair>,
    /// The same for groups.
    pub groups: Vec<Within>,
    /// The same for rules.
    pub rules: Vec<Within>,
    /// By rule id: the rules before and after.
    pub named: (Vec<RuleNamed>, Vec<RuleNamed>),
    /// The formulas before and after.
    pub(super) formulas: (Formulas, Formulas),
}

impl Matched {
    /// A rule set matched with itself.
    #[must_use]
    pub fn same(rules: &Rules) -> Self {
        Self::between(rules, rules)
    }

    /// Pairs of equal texts (with duplicates, the first goes with the first), in the order of the second list; then
    /// what is left of the first.
    #[must_use]
    pub fn by_text(before: &[String], after: &[String]) -> Vec<Pair> {
        let mut waiting = Waiting::of(before.iter().map(String::as_str).zip(0..));
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, text) in after.iter().enumerate() {
            pairs.push(Pair { before: waiting.take(text), after: Some(at) });
        }
        pairs.extend(waiting.left().into_iter().map(|at| Pair { before: Some(at), after: None }));
        pairs
    }

    /// Matches two rule sets.
    #[must_use]
    pub fn between(before: &Rules, after: &Rules) -> Self {
        let names = |rules: &Rules| rules.scores.iter().map(|score| score.name.clone()).collect::<Vec<_>>();
        let scores = Self::by_text(&names(before), &names(after));
        let formulas = (Formulas::of(before), Formulas::of(after));
        let named = (RuleNamed::all(before), RuleNamed::all(after));
        let mut matched = Self { scores, groups: Vec::new(), rules: Vec::new(), named, formulas };
        for score in matched.scores.clone() {
            let of = |named: &[RuleNamed], score: Option<usize>| -> Vec<usize> {
                (0..named.len()).filter(|id| Some(named[*id].score) == score).collect()
            };
            let (old, new) = (of(&matched.named.0, score.before), of(&matched.named.1, score.after));
            let rules = rules(&matched.named, old, &new);
            let groups = groups_of(&rules, &grouped(before, score.before), &grouped(after, score.after));
            matched.groups.extend(groups.into_iter().map(|pair| Within { score, pair }));
            matched.rules.extend(rules.into_iter().map(|pair| Within { score, pair }));
        }
        matched
    }
}

/// Left sides that are at least this similar, from 0 to 1, are one rule that was edited.
const ALIKE: f64 = 0.6;

/// At most this many pairs of left sides are compared letter by letter.
const MOST_COMPARED: usize = 1_000_000;

/// Things that wait for an equal one.
struct Waiting<K>(HashMap<K, VecDeque<usize>>);

impl<K: Eq + Hash> Waiting<K> {
    /// Things, by what makes them equal.
    fn of(things: impl Iterator<Item = (K, usize)>) -> Self {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (key, thing) in things {
            waiting.entry(key).or_default().push_back(thing);
        }
        Self(waiting)
    }

    /// The first that is still waiting for this.
    fn take(&mut self, key: K) -> Option<usize> {
        self.0.get_mut(&key)?.pop_front()
    }

    /// Those still waiting, in order.
    fn left(self) -> Vec<usize> {
        let mut left: Vec<usize> = self.0.into_values().flatten().collect();
        left.sort_unstable();
        left
    }
}

/// The groups of a score: index, title, ids of the rules.
fn grouped(rules: &Rules, score: Option<usize>) -> Vec<(usize, String, Vec<usize>)> {
    let all = groups(rules).into_iter().enumerate().filter(|(_, (of, _))| Some(*of) == score);
    let group = |(at, (_, group)): (usize, (usize, &Group))| {
        let rules = group.parts.iter().flat_map(Part::rules).map(|rule| rule.id.0 as usize);
        (at, group.title.clone(), rules.collect())
    };
    all.map(group).collect()
}

/// Groups that share most of their rules are matched, then those with the same title; then come those that are gone.
fn groups_of(
    rules: &[Pair],
    before: &[(usize, String, Vec<usize>)],
    after: &[(usize, String, Vec<usize>)],
) -> Vec<Pair> {
    let places = |groups: &[(usize, String, Vec<usize>)]| -> HashMap<usize, usize> {
        groups.iter().zip(0..).flat_map(|((.., rules), place)| rules.iter().map(move |id| (*id, place))).collect()
    };
    let (old, new) = (places(before), places(after));
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for pair in rules {
        let place = pair.after.and_then(|id| new.get(&id));
        if let Some((place, other)) = place.zip(pair.before.and_then(|id| old.get(&id))) {
            *shared.entry((*place, *other)).or_default() += 1;
        }
    }
    let is_same = |place: usize, other: usize| after[place].1 == before[other].1;
    let alike = |((place, other), shared)| (Reverse((shared, is_same(place, other))), place, other);
    let mut alike: Vec<_> = shared.into_iter().map(alike).collect();
    alike.sort_unstable();
    let mut pairs: Vec<Pair> = after.iter().map(|(at, ..)| Pair { before: None, after: Some(*at) }).collect();
    let mut taken = vec![false; before.len()];
    for (_, place, other) in alike {
        if pairs[place].before.is_none() && !std::mem::replace(&mut taken[other], true) {
            pairs[place].before = Some(before[other].0);
        }
    }
    let left = before.iter().zip(taken).filter(|(_, taken)| !taken);
    let mut waiting = Waiting::of(left.map(|((at, title, _), _)| (title.as_str(), *at)));
    for (pair, (_, title, _)) in pairs.iter_mut().zip(after).filter(|(pair, _)| pair.before.is_none()) {
        pair.before = waiting.take(title);
    }
    pairs.extend(waiting.left().into_iter().map(|at| Pair { before: Some(at), after: None }));
    pairs
}

/// Rules are matched in rounds: those with the same line, with the same title and left side, with the same title, with
/// the same left side (a rule that was given another title is still the same rule), and last those with similar left
/// sides, the most similar first.
fn rules(named: &(Vec<RuleNamed>, Vec<RuleNamed>), before: Vec<usize>, after: &[usize]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = after.iter().map(|id| Pair { before: None, after: Some(*id) }).collect();
    let mut left = before;
    let rounds: [fn(&RuleNamed) -> [&str; 2]; 4] =
        [|rule| [&rule.text, ""], |rule| [&rule.title, &rule.left], |rule| [&rule.title, ""], |rule| [&rule.left, ""]];
    for key in rounds {
        let mut waiting = Waiting::of(left.into_iter().map(|id| (key(&named.0[id]), id)));
        for (pair, id) in pairs.iter_mut().zip(after).filter(|(pair, _)| pair.before.is_none()) {
            pair.before = waiting.take(key(&named.1[*id]));
        }
        left = waiting.left();
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    let new = pairs.iter().zip(after).enumerate().filter(|(_, (pair, _))| pair.before.is_none());
    for (at, (_, id)) in new.take(MOST_COMPARED / left.len().max(1)) {
        let to = |old: &usize| (strsim::normalized_levenshtein(&named.0[*old].left, &named.1[*id].left), at, *old);
        alike.extend(left.iter().map(to).filter(|(alike, ..)| *alike >= ALIKE));
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, at, old) in alike {
        if pairs[at].before.is_none()
            && let Some(place) = left.iter().position(|other| *other == old)
        {
            pairs[at].before = Some(left.remove(place));
        }
    }
    pairs.extend(left.into_iter().map(|id| Pair { before: Some(id), after: None }));
    pairs
}
