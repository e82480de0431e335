//! The stage that a lead would have if some edits had not been made. In: two rule sets, matched; a lead under both; the
//! edits to be undone; out: a stage.
//!
//! Everything is as in the new rules except for what is undone: a rule gives what it gave before, a group and a score
//! have their old limits, a score its old formula, and an exclusion and a stage their old condition, which is asked of
//! the scores as they are then. What is gone is put back: a rule into its group (or beside it, if that is gone too), a
//! limit as the points it took away.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::change::{Matched, Pair, groups};
use leadrules_engine::engine::{Plan, Single, Supposed, within};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{EXCLUDED, Group, Part, Rules, ScoreBody};
use leadrules_language::source::one_line;

use super::moved::{Moved, names};

/// Something that can be edited, by the index of its pair.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Rule(usize),
    Group(usize),
    Score(usize),
    Exclusion(usize),
    Stage(usize),
    /// Nowhere: what is declared is not undone by itself.
    Elsewhere,
}

/// Two rule sets, with everything matched that is the same in both.
pub struct Compared<'a> {
    pub old: &'a Rules,
    pub new: &'a Rules,
    pub plans: [&'a Plan; 2],
    pub as_of: Instant,
    /// Scores, groups, rules.
    pub matched: &'a Matched,
    /// Matched by reason, then by condition: those of the new set in their order, then those that are gone.
    pub exclusions: Vec<Pair>,
    /// Matched by name, the lowest first.
    pub stages: Vec<Pair>,
    /// The groups of both sets.
    pub groups: (Vec<&'a Group>, Vec<&'a Group>),
    /// For each rule of the new set, its pair.
    pairs: Vec<usize>,
    /// For each rule of the old set, the pair of its group.
    group_of: Vec<Option<usize>>,
}

impl<'a> Compared<'a> {
    pub fn new((old, new): (&'a Rules, &'a Rules), plans: [&'a Plan; 2], as_of: Instant, matched: &'a Matched) -> Self {
        let step = |rules: &Rules, name: &String| rules.stages.steps.iter().position(|step| step.name == *name);
        let steps = names(old, new).into_iter().map(|name| Pair { before: step(old, &name), after: step(new, &name) });
        let of = |rules: &'a Rules| groups(rules).into_iter().map(|(_, group)| group).collect::<Vec<_>>();
        let groups = (of(old), of(new));
        let mut pairs = vec![0; matched.named.1.len()];
        for (at, rule) in matched.rules.iter().enumerate() {
            if let Some(id) = rule.pair.after {
                pairs[id] = at;
            }
        }
        let mut group_of = vec![None; matched.named.0.len()];
        for (at, group) in matched.groups.iter().enumerate() {
            let parts = group.pair.before.map_or(&[][..], |before| &groups.0[before].parts);
            for rule in parts.iter().flat_map(Part::rules) {
                group_of[rule.id.0 as usize] = Some(at);
            }
        }
        Self {
            old,
            new,
            plans,
            as_of,
            matched,
            exclusions: exclusions(old, new),
            stages: steps.filter(|pair| pair.before.or(pair.after).is_some()).collect(),
            groups,
            pairs,
            group_of,
        }
    }

    /// Everything that could have been edited.
    pub fn places(&self) -> Vec<Place> {
        let rules = (0..self.matched.rules.len()).map(Place::Rule);
        let groups = (0..self.matched.groups.len()).map(Place::Group);
        let scores = (0..self.matched.scores.len()).map(Place::Score);
        let exclusions = (0..self.exclusions.len()).map(Place::Exclusion);
        let stages = (0..self.stages.len()).map(Place::Stage);
        rules.chain(groups).chain(scores).chain(exclusions).chain(stages).collect()
    }

    /// The stage of a lead with these edits undone.
    pub fn stage(&self, lead: &Moved, undone: &[Place]) -> &'a str {
        self.seen(lead, undone).0
    }

    /// Its stage with these edits undone, and its scores in terms of the old rules.
    pub fn seen(&self, lead: &Moved, undone: &[Place]) -> (&'a str, Vec<Option<Points>>) {
        let [old, new] = self.plans.map(|plan| RefCell::new(plan.single(self.as_of)));
        let undone = undone.iter().copied().collect();
        let mut seen = Seen { of: self, lead, undone, points: Vec::new(), old, new };
        for score in 0..self.new.scores.len() {
            let points = seen.score(score);
            seen.points.push(points);
        }
        (seen.stage(), seen.points_of_old())
    }
}

fn exclusions(old: &Rules, new: &Rules) -> Vec<Pair> {
    let reasons = |rules: &Rules| rules.exclusions.iter().map(|line| line.reason.clone()).collect::<Vec<_>>();
    let condition = |rules: &Rules, at: usize| one_line(rules.text(rules.exclusions[at].condition.span));
    let mut pairs = Matched::by_text(&reasons(old), &reasons(new));
    for at in 0..new.exclusions.len() {
        let Pair { before: None, after: Some(line) } = pairs[at] else { continue };
        let same = |pair: &Pair| {
            let gone = pair.before.filter(|_| pair.after.is_none());
            gone.is_some_and(|gone| condition(old, gone) == condition(new, line))
        };
        if let Some(gone) = pairs.iter().position(same) {
            pairs[at].before = pairs[gone].before;
            pairs.remove(gone);
        }
    }
    pairs
}

/// A lead with some edits undone.
struct Seen<'a, 'b> {
    of: &'b Compared<'a>,
    lead: &'b Moved,
    undone: BTreeSet<Place>,
    /// By score of the new rules, as far as they have been worked out.
    points: Vec<Option<Points>>,
    /// What evaluates by the old rules, and by the new ones.
    old: RefCell<Single<'a>>,
    new: RefCell<Single<'a>>,
}

impl<'a> Seen<'a, '_> {
    fn is_undone(&self, place: Place) -> bool {
        self.undone.contains(&place)
    }

    fn score(&self, at: usize) -> Option<Points> {
        let scores = &self.of.matched.scores;
        let place = scores.iter().position(|pair| pair.after == Some(at)).expect("each score is in a pair");
        let pair = scores[place];
        let is_undone = self.is_undone(Place::Score(place));
        let new = &self.of.new.scores[at];
        let old = pair.before.filter(|_| is_undone).map(|at| &self.of.old.scores[at]);
        let points = match (&new.body, old.map(|score| &score.body)) {
            (ScoreBody::Rules(parts), None | Some(ScoreBody::Rules(_))) => self.sum(pair, parts),
            (_, Some(ScoreBody::Computed(_))) => {
                let mut single = self.old.borrow_mut();
                single.suppose(&self.lead.before.0, &self.points_of_old()).computed(pair.before?)?
            }
            (ScoreBody::Computed(_), Some(ScoreBody::Rules(_))) => {
                return self.lead.before.1.scores[pair.before?].points;
            }
            // Without its formula, a new score says nothing.
            (ScoreBody::Computed(_), None) if is_undone => return None,
            (ScoreBody::Computed(_), None) => {
                self.new.borrow_mut().suppose(&self.lead.after.0, &self.points).computed(at)?
            }
        };
        Some(Points(within(&old.unwrap_or(new).range, points.0)))
    }

    /// The scores in terms of the old rules: those that are gone are what they were.
    fn points_of_old(&self) -> Vec<Option<Points>> {
        let was = &self.lead.before.1.scores;
        let of = |at: usize| {
            let pair = self.of.matched.scores.iter().find(|pair| pair.before == Some(at));
            let made = pair.and_then(|pair| pair.after).and_then(|after| self.points.get(after));
            made.copied().unwrap_or(was[at].points)
        };
        (0..was.len()).map(of).collect()
    }

    fn sum(&self, score: Pair, parts: &[Part]) -> Points {
        let was = &self.lead.before.1;
        let mut sum: i64 = parts.iter().filter_map(|part| self.part(part)).map(|points| points.0).sum();
        let gone_groups = self.of.matched.groups.iter().enumerate().filter(|(at, group)| {
            group.is_of(score) && group.pair.after.is_none() && self.is_undone(Place::Group(*at))
        });
        for before in gone_groups.filter_map(|(_, group)| group.pair.before) {
            let rules = self.of.groups.0[before].parts.iter().flat_map(Part::rules);
            let given: i64 = rules.map(|rule| was.rules[rule.id.0 as usize].capped.0).sum();
            sum += was.groups[before].capped.0 - given;
        }
        for (_, rule) in self.gone().filter(|(pair, _)| self.of.matched.rules[*pair].is_of(score)) {
            let group = self.of.group_of[rule];
            let is_back = group.is_some_and(|group| self.is_undone(Place::Group(group)));
            match group.map(|group| self.of.matched.groups[group].pair.after) {
                Some(Some(_)) => {}
                Some(None) if is_back => sum += was.rules[rule].capped.0,
                Some(None) | None => sum += was.rules[rule].counted.0,
            }
        }
        Points(sum)
    }

    /// The rules that are gone and are put back: the pair, and the index in the old set.
    fn gone(&self) -> impl Iterator<Item = (usize, usize)> {
        let rules = self.undone.iter().filter_map(|place| if let Place::Rule(at) = place { Some(*at) } else { None });
        let pairs = rules.map(|at| (at, self.of.matched.rules[at].pair));
        pairs.filter_map(|(at, pair)| if pair.after.is_none() { Some((at, pair.before?)) } else { None })
    }

    /// What a part gives; `None` if it is new and undone.
    fn part(&self, part: &Part) -> Option<Points> {
        match part {
            Part::Rule(rule) => self.rule(rule.id.0 as usize),
            Part::Table(table) => {
                let rows: Vec<i64> =
                    table.rows.iter().filter_map(|row| self.rule(row.rule.id.0 as usize)).map(|row| row.0).collect();
                (!rows.is_empty()).then(|| Points(rows.iter().sum()))
            }
            Part::Group(group) => Some(self.group(group)),
        }
    }

    fn rule(&self, id: usize) -> Option<Points> {
        let pair = self.of.pairs[id];
        if self.is_undone(Place::Rule(pair)) {
            self.of.matched.rules[pair].pair.before.map(|id| self.lead.before.1.rules[id].capped)
        } else {
            Some(self.lead.after.1.rules[id].capped)
        }
    }

    fn group(&self, group: &Group) -> Points {
        let groups = &self.of.matched.groups;
        let is_it = |other: &Option<usize>| other.is_some_and(|at| std::ptr::eq(self.of.groups.1[at], group));
        let place = groups.iter().position(|pair| is_it(&pair.pair.after)).expect("each group is in a pair");
        let put_back = self.gone().filter(|(_, rule)| self.of.group_of[*rule] == Some(place));
        let put_back = put_back.map(|(_, rule)| self.lead.before.1.rules[rule].capped);
        let given: Vec<Points> = group.parts.iter().filter_map(|part| self.part(part)).chain(put_back).collect();
        let limits = if self.is_undone(Place::Group(place)) {
            groups[place].pair.before.map(|before| self.of.groups.0[before])
        } else {
            Some(group)
        };
        let sum = || Points(given.iter().map(|points| points.0).sum());
        let Some(limits) = limits else { return sum() };
        let best = || {
            let most = given.iter().copied().max().filter(|most| *most > Points::ZERO);
            most.or(given.iter().copied().min()).unwrap_or(Points::ZERO)
        };
        let raw = if limits.best { best() } else { sum() };
        raw.min(limits.up_to.unwrap_or(raw)).max(limits.down_to.unwrap_or(Points(i64::MIN)))
    }

    fn stage(&self) -> &'a str {
        let (old, new) = (self.of.old, self.of.new);
        let exclusion = |(at, pair): (usize, &Pair)| self.holds(Place::Exclusion(at), *pair);
        if self.of.exclusions.iter().enumerate().any(exclusion) {
            return EXCLUDED;
        }
        let step = |(at, pair): &(usize, &Pair)| self.holds(Place::Stage(*at), **pair);
        let name = |(_, pair): (usize, &Pair)| match (pair.before, pair.after) {
            (_, Some(after)) => Some(new.stages.steps[after].name.as_str()),
            (before, None) => before.map(|before| old.stages.steps[before].name.as_str()),
        };
        self.of.stages.iter().enumerate().rev().find(step).and_then(name).unwrap_or(&new.stages.none)
    }

    /// Whether the condition of an exclusion or a stage holds: the new condition, or the old one if the edit is undone.
    fn holds(&self, place: Place, pair: Pair) -> bool {
        let asks = |mut supposed: Supposed<'_, '_>, at: usize| match place {
            Place::Exclusion(_) => supposed.is_excluded_by(at),
            Place::Stage(_) => supposed.is_at(at),
            Place::Rule(_) | Place::Group(_) | Place::Score(_) | Place::Elsewhere => unreachable!("these give points"),
        };
        if self.is_undone(place) {
            let points = self.points_of_old();
            pair.before.is_some_and(|old| asks(self.old.borrow_mut().suppose(&self.lead.before.0, &points), old))
        } else {
            pair.after.is_some_and(|new| asks(self.new.borrow_mut().suppose(&self.lead.after.0, &self.points), new))
        }
    }
}
