//! The order in which variables are eliminated: always the one whose neighbours lack the fewest links among themselves
//! (min-fill); of equal ones, the one with the smallest table. In: a problem; out: its variables in order.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::Problem;

/// The variables that factors refer to, in the order in which they are eliminated.
pub(super) fn elimination(problem: &Problem) -> Vec<usize> {
    // For each variable, those that it shares a factor with, as long as both are left.
    let mut links: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for factor in &problem.factors {
        for a in &factor.variables {
            links.entry(*a).or_default().extend(factor.variables.iter().filter(|b| *b != a));
        }
    }
    let mut order = Vec::new();
    let mut costs: BTreeMap<usize, (usize, u64)> = BTreeMap::new();
    let mut cheapest: BTreeSet<((usize, u64), usize)> = BTreeSet::new();
    let mut open: BTreeSet<usize> = links.keys().copied().collect();
    while !links.is_empty() {
        for at in std::mem::take(&mut open) {
            if let Some(near) = links.get(&at) {
                let near: Vec<usize> = near.iter().copied().collect();
                let missing: usize = near
                    .iter()
                    .enumerate()
                    .map(|(n, a)| near[..n].iter().filter(|b| !links[a].contains(*b)).count())
                    .sum();
                let table = near.iter().fold(1_u64, |table, at| table.saturating_mul(problem.sizes[*at] as u64));
                if let Some(before) = costs.insert(at, (missing, table)) {
                    cheapest.remove(&(before, at));
                }
                cheapest.insert(((missing, table), at));
            }
        }
        let (_, best) = cheapest.pop_first().expect("each that is left has a cost");
        costs.remove(&best);
        let near = links.remove(&best).expect("it was left");
        for a in &near {
            let of_a = links.get_mut(a).expect("its neighbours are left");
            of_a.remove(&best);
            of_a.extend(near.iter().filter(|b| *b != a));
            // What changed is worked out again: the neighbours, and theirs.
            open.insert(*a);
            open.extend(of_a.iter());
        }
        order.push(best);
    }
    order
}
