//! What is kept of the histories that were found. In: histories as steps, with what the search needed to know about
//! them; out: what rules see of each, with events that show it, and numbers for those that are added up.

use std::collections::HashSet;

use super::{Bounds, Doubt, Happened, MOST_TOTALS, STATE_COST, Search, Step, sums};
use crate::decimal::Decimal;
use crate::types::Value;
use crate::words::say;

impl Search<'_> {
    /// Divides events by the totals that count them.
    pub(super) fn part(&mut self) {
        for (at, group) in self.groups.iter().enumerate().filter(|(_, group)| !group.bounds.is_empty()) {
            for (number, stretch) in self.stretches.iter().enumerate() {
                let counts = |at: usize| group.fits[at] && self.observers[at].sees(stretch.samples[0]);
                let bounds = group.bounds.iter();
                let pieces: Vec<(usize, Bounds)> = bounds
                    .filter_map(|(property, bounds)| Some((self.sums.piece(*property, counts)?, *bounds)))
                    .collect();
                if !pieces.is_empty() {
                    self.pieces.insert((at, number), pieces);
                }
            }
        }
    }

    /// The pieces of sums that the events of a group belong to in a stretch.
    pub(super) fn pieces(&self, group: usize, stretch: usize) -> &[(usize, Bounds)] {
        self.pieces.get(&(group, stretch)).map_or(&[], Vec::as_slice)
    }

    /// What is seen of histories, each with the fewest events that show it; what only the search needed to know is
    /// dropped. Where numbers are added up, each of the totals that a history may come to is shown, or doubted. There
    /// is no such doubt if the effort was used up before everything was looked at.
    pub(super) fn kept(
        &self,
        all: &[Vec<i128>],
        came: &[Option<Step>],
        alike: usize,
    ) -> (Vec<Vec<i128>>, Vec<Vec<Happened>>, Option<Doubt>) {
        let (mut states, mut events): (Vec<Vec<i128>>, Vec<Vec<Happened>>) = (Vec::new(), Vec::new());
        let mut shown: HashSet<(Vec<i128>, Vec<usize>)> = HashSet::new();
        let mut missed: HashSet<(Vec<i128>, Vec<usize>)> = HashSet::new();
        let mut doubt = Doubt::NONE;
        for (at, state) in all.iter().enumerate() {
            let mut seen = state[..self.width].to_vec();
            for (observer, slot) in self.observers.iter().zip(&self.slots) {
                if observer.once_per.is_some() {
                    seen[slot + 1] = 0;
                }
            }
            let steps = history(came, at);
            if !states.is_empty() && !self.effort.spend(steps.len() * STATE_COST) {
                return (states, events, None);
            }
            let all_tried = self.sums.each(&state[alike..], &mut |regions, bounds| {
                let key = (seen.clone(), regions.to_vec());
                if shown.contains(&key) {
                    return true;
                }
                if shown.len() + missed.len() >= MOST_TOTALS {
                    return false;
                }
                let Some((sums, happened)) = self.with_sums(&steps, regions, bounds) else {
                    missed.insert(key);
                    return true;
                };
                let mut seen = seen.clone();
                for (observer, total) in self.sums.observed(&sums) {
                    seen[self.slots[observer]] = total;
                }
                states.push(seen);
                events.push(happened);
                shown.insert(key);
                true
            });
            if !all_tried {
                doubt = Doubt::of(say!("what events add up to can be in more ways than can be tried"));
                break;
            }
        }
        if missed.iter().any(|key| !shown.contains(key)) {
            doubt = doubt.or(&Doubt::of(say!("totals that depend on each other are not all found")));
        }
        (states, events, Some(doubt))
    }

    /// A history whose numbers have totals in these regions, with the sums of its pieces.
    fn with_sums(&self, steps: &[&Step], regions: &[usize], bounds: &[Bounds]) -> Option<(Vec<i128>, Vec<Happened>)> {
        let mut events: Vec<Happened> = steps.iter().map(|step| step.event.clone()).collect();
        // For each piece, its events, their numbers and bounds.
        let mut pieces: Vec<(Vec<usize>, Vec<i128>, Vec<Bounds>)> = vec![Default::default(); bounds.len()];
        for (at, step) in steps.iter().enumerate() {
            for (piece, bounds) in self.pieces(step.group, step.stretch) {
                let property = self.sums.property(*piece);
                let value = step.event.properties.iter().find(|(other, _)| *other == property);
                let Some((_, Value::Number(number))) = value else { continue };
                pieces[*piece].0.push(at);
                pieces[*piece].1.push(number.0);
                pieces[*piece].2.push(*bounds);
            }
        }
        let now: Vec<i128> = pieces.iter().map(|(_, numbers, _)| numbers.iter().sum()).collect();
        let sums = self.sums.chosen(bounds, regions, &now)?;
        for (piece, (places, numbers, bounds)) in pieces.iter_mut().enumerate() {
            if !sums::shared(numbers, bounds, sums[piece]) {
                return None;
            }
            let property = self.sums.property(piece);
            for (at, number) in places.iter().zip(numbers) {
                for (other, value) in &mut events[*at].properties {
                    if *other == property {
                        *value = Value::Number(Decimal(*number));
                    }
                }
            }
        }
        Some((sums, events))
    }
}

/// The steps that led to a history, in order.
fn history(came: &[Option<Step>], at: usize) -> Vec<&Step> {
    let mut steps = Vec::new();
    let mut at = at;
    while let Some(step) = &came[at] {
        steps.push(step);
        at = step.before;
    }
    steps.reverse();
    steps
}
