//! The fewest things that lift a lead to a step. In: what can be tried; out: the combinations that do. All of one size
//! are tried, on the engine, before any of the next.

use std::collections::BTreeMap;

use arrow_array::StringArray;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::replay::columns;
use leadrules_engine::engine::{Options, Plan};
use leadrules_language::ir::StageId;

use super::candidates::{Candidates, Move};
use super::standing::Standing;
use super::things::{Limits, WAYS};

/// What was found.
pub struct Searched {
    /// The ways, the best first.
    pub ways: Vec<Vec<Move>>,
    /// How many combinations were tried.
    pub tried: usize,
    /// All combinations of up to this many things were tried.
    pub things: usize,
}

/// This many combinations go through the engine at once.
const BATCH: usize = 1024;

/// Looks for ways to this step or a higher one.
pub fn search(standing: &Standing<'_>, step: u16, candidates: &Candidates, limits: Limits) -> Searched {
    let moves = candidates.moves();
    let trial = Trial::new(standing, step, candidates);
    let mut found = Searched { ways: Vec::new(), tried: 0, things: 0 };
    let mut enough: Vec<Vec<Move>> = Vec::new();
    for things in 1..=limits.things {
        if combinations(moves.len(), things) > limits.combinations.saturating_sub(found.tried) {
            break;
        }
        let mut level: Vec<Vec<Move>> = Vec::new();
        let mut waiting: Vec<Vec<Move>> = Vec::new();
        each(&moves, things, &mut Vec::new(), 0, &mut |combination| {
            // A combination that contains a way already found is not a way of its own.
            if !enough.iter().any(|way| way.iter().all(|one| combination.contains(one))) {
                waiting.push(combination.to_vec());
            }
            if waiting.len() == BATCH {
                found.tried += waiting.len();
                level.extend(trial.reaches(std::mem::take(&mut waiting)));
            }
        });
        found.tried += waiting.len();
        level.extend(trial.reaches(waiting));
        found.things = things;
        let first = found.ways.is_empty();
        level.sort_by_key(|way| cost(way, candidates));
        enough.extend(level.iter().cloned());
        found.ways.extend(fewest_times(level, candidates));
        // One more size is looked at, to offer another way to choose from.
        if found.ways.len() >= WAYS || (!first && !found.ways.is_empty()) {
            break;
        }
    }
    found.ways.truncate(WAYS);
    found
}

/// Whether it takes days, how many things happen in all, how many kinds of them, and how many days: a question costs
/// less than an action, and an action now less than waiting. Then the order of the rules.
fn cost(way: &[Move], candidates: &Candidates) -> (bool, u32, usize, u32, Vec<Move>) {
    let times = |one: &Move| match one {
        Move::Fact(..) | Move::Wait(_) => 0,
        Move::Event(_, times) => *times,
    };
    let kinds = way.iter().filter(|one| times(one) > 0).count();
    let days = candidates.days(way);
    (days > 0, way.iter().map(times).sum(), kinds, days, way.to_vec())
}

/// Of ways that differ only in how often, how much, or which other lead, the first: the one with the least.
fn fewest_times(level: Vec<Vec<Move>>, candidates: &Candidates) -> Vec<Vec<Move>> {
    let plain = |way: &[Move]| -> Vec<Move> { way.iter().map(|one| candidates.alike(one)).collect() };
    let mut kept: Vec<Vec<Move>> = Vec::new();
    for way in level {
        if !kept.iter().any(|other| plain(other) == plain(&way)) {
            kept.push(way);
        }
    }
    kept
}

fn combinations(of: usize, size: usize) -> usize {
    (0..size).fold(1_usize, |count, at| count.saturating_mul(of.saturating_sub(at)) / (at + 1))
}

/// Calls for every combination of `size` things, no two of the same field or the same event.
fn each(moves: &[Move], size: usize, chosen: &mut Vec<Move>, from: usize, give: &mut dyn FnMut(&[Move])) {
    if chosen.len() == size {
        give(chosen);
        return;
    }
    for at in from..moves.len() {
        let same = |other: &Move| match (other, &moves[at]) {
            (Move::Fact(a, _), Move::Fact(b, _)) | (Move::Event(a, _), Move::Event(b, _)) => a == b,
            (Move::Wait(_), Move::Wait(_)) => true,
            (Move::Fact(..) | Move::Event(..) | Move::Wait(_), _) => false,
        };
        if chosen.iter().any(same) {
            continue;
        }
        chosen.push(moves[at]);
        each(moves, size, chosen, at + 1, give);
        chosen.pop();
    }
}

struct Trial<'a> {
    standing: &'a Standing<'a>,
    step: u16,
    candidates: &'a Candidates,
    plan: Plan,
}

impl<'a> Trial<'a> {
    fn new(standing: &'a Standing<'a>, step: u16, candidates: &'a Candidates) -> Self {
        let log = standing.case.events.is_some();
        let plan = Plan::new(standing.rules, Options { log, rule_points: false, trace: false });
        Self { standing, step, candidates, plan }
    }

    /// Those that reach the step.
    fn reaches(&self, combinations: Vec<Vec<Move>>) -> Vec<Vec<Move>> {
        if combinations.is_empty() {
            return combinations;
        }
        if self.standing.among.is_some() {
            // Each is a company of its own.
            let reaches = |moves: &Vec<Move>| self.standing.reaches(self.step, &self.candidates.supposed(moves));
            return combinations.into_par_iter().filter(reaches).collect();
        }
        // Those that end at the same instant are evaluated together.
        let mut by_days: BTreeMap<u32, Vec<Vec<Move>>> = BTreeMap::new();
        for moves in combinations {
            by_days.entry(self.candidates.days(&moves)).or_default().push(moves);
        }
        by_days.into_values().flat_map(|moves| self.reach_together(moves)).collect()
    }

    fn reach_together(&self, combinations: Vec<Vec<Move>>) -> Vec<Vec<Move>> {
        let Standing { rules, case, as_of, .. } = *self.standing;
        let mut by_then = as_of;
        let after = |moves: &Vec<Move>| {
            let (lead, events, then) = self.candidates.apply(case, as_of, moves);
            by_then = then;
            (lead, events)
        };
        let leads: Vec<_> = combinations.iter().map(after).collect();
        let mut batch = columns(rules, &leads);
        batch.keys = StringArray::from(vec![case.key.as_deref(); leads.len()]);
        if case.events.is_none() {
            batch.events = None;
        }
        let stages = self.plan.score(&batch, &self.plan.no_ledger(by_then)).stages;
        let there = |stage: u16| stage != StageId::EXCLUDED_NUMBER && stage > self.step;
        combinations.into_iter().zip(stages).filter(|(_, stage)| there(*stage)).map(|(moves, _)| moves).collect()
    }
}
