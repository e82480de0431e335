//! Which score, group and rule of one rule set is which of another. Scores go by name; groups and rules, within their
//! score, by title, then rules by the text of their left side, then those whose left sides are much alike.

use super::{RuleNamed, groups};
use crate::explain::squeezed;
use crate::ir::{Part, Rule, Rules};

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
}

impl Matched {
    /// A rule set matched with itself.
    #[must_use]
    pub fn same(rules: &Rules) -> Self {
        Self::between(rules, rules)
    }

    /// Matches two rule sets.
    #[must_use]
    pub fn between(before: &Rules, after: &Rules) -> Self {
        let names = |rules: &Rules| rules.scores.iter().map(|score| score.name.clone()).collect::<Vec<_>>();
        let scores = pairs(&names(before), &names(after));
        let titles = |rules: &Rules| {
            groups(rules).iter().map(|(score, group)| (*score, group.title.clone())).collect::<Vec<_>>()
        };
        let (groups_before, groups_after) = (titles(before), titles(after));
        let named =
            |rules: &Rules| rules.rules().iter().map(|(_, rule)| RuleNamed::of(rules, rule)).collect::<Vec<_>>();
        let named = (named(before), named(after));
        let rules_before = Keyed::of(before, &named.0);
        let rules_after = Keyed::of(after, &named.1);
        let mut matched = Self { scores, groups: Vec::new(), rules: Vec::new(), named };
        for score in matched.scores.clone() {
            let in_score = |all: &[(usize, String)], score: Option<usize>| -> Vec<(usize, String)> {
                let own = all.iter().enumerate().filter(|(_, (of, _))| Some(*of) == score);
                own.map(|(at, (_, title))| (at, title.clone())).collect()
            };
            let (old, new) = (in_score(&groups_before, score.before), in_score(&groups_after, score.after));
            matched.groups.extend(by_place(&old, &new).into_iter().map(|pair| Within { score, pair }));
            let (old, new) = (rules_before.of_score(score.before), rules_after.of_score(score.after));
            matched.rules.extend(rules(&old, &new).into_iter().map(|pair| Within { score, pair }));
        }
        matched
    }
}

/// Left sides that are so much alike, from 0 to 1, are one rule that was edited.
const ALIKE: f64 = 0.6;

/// Pairs of equal texts (of the same text the first with the first), in the order of the second list; then what is left of the
/// first.
fn pairs(before: &[String], after: &[String]) -> Vec<Pair> {
    let places = |texts: &[String]| texts.iter().cloned().enumerate().collect::<Vec<_>>();
    by_place(&places(before), &places(after))
}

fn by_place(before: &[(usize, String)], after: &[(usize, String)]) -> Vec<Pair> {
    let mut left: Vec<&(usize, String)> = before.iter().collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, text) in after {
        let found = left.iter().position(|(_, other)| other == text).map(|place| left.remove(place).0);
        pairs.push(Pair { before: found, after: Some(*at) });
    }
    pairs.extend(left.into_iter().map(|(at, _)| Pair { before: Some(*at), after: None }));
    pairs
}

/// The rules of a set: score, id, title, left side.
struct Keyed(Vec<(usize, usize, String, String)>);

impl Keyed {
    fn of(rules: &Rules, named: &[RuleNamed]) -> Self {
        let mut keyed = Self(Vec::new());
        for (score, body) in rules.scores.iter().enumerate() {
            body.parts().iter().for_each(|part| keyed.part(rules, named, score, part));
        }
        keyed
    }

    fn part(&mut self, rules: &Rules, named: &[RuleNamed], score: usize, part: &Part) {
        let mut add = |rule: &Rule, subject: &str| {
            let id = rule.id.0 as usize;
            // A row leaves its subject out.
            let left = squeezed(&format!("{subject} {}", rules.text(rule.left)));
            self.0.push((score, id, named[id].title.clone(), left));
        };
        match part {
            Part::Rule(rule) => add(rule, ""),
            Part::Table(table) => table.rows.iter().for_each(|row| add(&row.rule, rules.text(table.span))),
            Part::Group(group) => group.parts.iter().for_each(|part| self.part(rules, named, score, part)),
        }
    }

    fn of_score(&self, score: Option<usize>) -> Vec<(usize, &str, &str)> {
        let own = self.0.iter().filter(|(of, ..)| Some(*of) == score);
        own.map(|(_, id, title, left)| (*id, title.as_str(), left.as_str())).collect()
    }
}

fn rules(before: &[(usize, &str, &str)], after: &[(usize, &str, &str)]) -> Vec<Pair> {
    let titles = |rules: &[(usize, &str, &str)]| -> Vec<(usize, String)> {
        rules.iter().map(|(id, title, _)| (*id, (*title).to_owned())).collect()
    };
    let mut pairs = by_place(&titles(before), &titles(after));
    let left = |rules: &[(usize, &str, &str)], id: usize| -> Option<String> {
        rules.iter().find(|(other, ..)| *other == id).map(|(_, _, left)| (*left).to_owned())
    };
    // What was given another title is still the same rule.
    let mut gone: Vec<usize> =
        pairs.iter().filter(|pair| pair.after.is_none()).filter_map(|pair| pair.before).collect();
    for pair in &mut pairs {
        let Pair { before: None, after: Some(id) } = *pair else { continue };
        let text = left(after, id);
        if let Some(place) = gone.iter().position(|old| left(before, *old) == text) {
            pair.before = Some(gone.remove(place));
        }
    }
    // A left side that was edited is mostly the same; the most alike go together.
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let (None, Some(id)) = (pair.before, pair.after) else { continue };
        let new = left(after, id).unwrap_or_default();
        let to = |old: &usize| strsim::normalized_levenshtein(&left(before, *old).unwrap_or_default(), &new);
        alike.extend(gone.iter().map(|old| (to(old), at, *old)).filter(|(alike, ..)| *alike >= ALIKE));
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, at, old) in alike {
        if let Some(place) = gone.iter().position(|other| *other == old).filter(|_| pairs[at].before.is_none()) {
            pairs[at].before = Some(gone.remove(place));
        }
    }
    let is_left = |pair: &Pair| pair.after.is_some() || pair.before.is_some_and(|id| gone.contains(&id));
    pairs.retain(is_left);
    pairs
}
