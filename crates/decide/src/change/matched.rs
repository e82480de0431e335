//! Which score, group and rule of one rule set is which of another. Scores go by name; rules, within their score, by title,
//! then by the text of their left side, then those whose left sides are much alike; groups by the rules that they share,
//! then by title.

use super::linear::Formulas;
use super::named::{RuleNamed, groups};
use leadrules_language::ir::{Group, Part, Rules};

/// The places of one thing in two rule sets; none where a set does not have it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In the one before.
    pub before: Option<usize>,
    /// In the one after.
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
    /// Those of the set after in their order, then those that are gone.
    pub scores: Vec<Pair>,
    /// The same of groups.
    pub groups: Vec<Within>,
    /// The same of rules.
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

    /// Pairs of equal texts (of the same text the first with the first), in the order of the second list; then what is
    /// left of the first.
    #[must_use]
    pub fn by_text(before: &[String], after: &[String]) -> Vec<Pair> {
        let mut left: Vec<usize> = (0..before.len()).collect();
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, text) in after.iter().enumerate() {
            let found = left.iter().position(|other| before[*other] == *text).map(|place| left.remove(place));
            pairs.push(Pair { before: found, after: Some(at) });
        }
        pairs.extend(left.into_iter().map(|at| Pair { before: Some(at), after: None }));
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

/// Left sides that are so much alike, from 0 to 1, are one rule that was edited.
const ALIKE: f64 = 0.6;

/// The groups of a score: place, title, ids of the rules.
fn grouped(rules: &Rules, score: Option<usize>) -> Vec<(usize, String, Vec<usize>)> {
    let all = groups(rules).into_iter().enumerate().filter(|(_, (of, _))| Some(*of) == score);
    let group = |(at, (_, group)): (usize, (usize, &Group))| {
        let rules = group.parts.iter().flat_map(Part::rules).map(|rule| rule.id.0 as usize);
        (at, group.title.clone(), rules.collect())
    };
    all.map(group).collect()
}

/// Groups that share most rules go together, then those of one title; then come those that are gone.
fn groups_of(
    rules: &[Pair],
    before: &[(usize, String, Vec<usize>)],
    after: &[(usize, String, Vec<usize>)],
) -> Vec<Pair> {
    let mut alike: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (place, (_, title, new)) in after.iter().enumerate() {
        for (other, (_, name, old)) in before.iter().enumerate() {
            let both = |pair: &&Pair| {
                pair.before.is_some_and(|id| old.contains(&id)) && pair.after.is_some_and(|id| new.contains(&id))
            };
            alike.push((rules.iter().filter(both).count(), title == name, place, other));
        }
    }
    alike.retain(|(shared, same, ..)| *shared > 0 || *same);
    alike.sort_by_key(|&(shared, same, place, other)| (std::cmp::Reverse((shared, same)), place, other));
    let mut pairs: Vec<Pair> = after.iter().map(|(at, ..)| Pair { before: None, after: Some(*at) }).collect();
    let mut left: Vec<usize> = (0..before.len()).collect();
    for (_, _, place, other) in alike {
        if pairs[place].before.is_none()
            && let Some(found) = left.iter().position(|at| *at == other)
        {
            left.remove(found);
            pairs[place].before = Some(before[other].0);
        }
    }
    pairs.extend(left.into_iter().map(|other| Pair { before: Some(before[other].0), after: None }));
    pairs
}

/// Rules go together in rounds: those of one line, of one title and left side, of one title, of one left side
/// (what was given another title is still the same rule), and last those whose left sides are much alike, the most alike
/// first.
fn rules(named: &(Vec<RuleNamed>, Vec<RuleNamed>), before: Vec<usize>, after: &[usize]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = after.iter().map(|id| Pair { before: None, after: Some(*id) }).collect();
    let mut left = before;
    let rounds: [fn(&RuleNamed, &RuleNamed) -> bool; 4] = [
        |a, b| a.text == b.text,
        |a, b| (&a.title, &a.left) == (&b.title, &b.left),
        |a, b| a.title == b.title,
        |a, b| a.left == b.left,
    ];
    for is_same in rounds {
        for (pair, id) in pairs.iter_mut().zip(after).filter(|(pair, _)| pair.before.is_none()) {
            let place = left.iter().position(|old| is_same(&named.0[*old], &named.1[*id]));
            pair.before = place.map(|place| left.remove(place));
        }
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (at, (_, id)) in pairs.iter().zip(after).enumerate().filter(|(_, (pair, _))| pair.before.is_none()) {
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
