//! The order in which variables are eliminated: always the one whose neighbours lack the fewest links among themselves
//! (min-fill), of equals the one with the smallest table. In: a problem; out: its variables in order.

use super::problem::Problem;

/// The variables that factors speak of, in the order in which they are taken out.
pub(super) fn elimination(problem: &Problem) -> Vec<usize> {
    let count = problem.sizes.len();
    let mut links = vec![vec![false; count]; count];
    let mut left = vec![false; count];
    for factor in &problem.factors {
        for a in &factor.variables {
            left[*a] = true;
            for b in &factor.variables {
                links[*a][*b] |= a != b;
            }
        }
    }
    let mut order = Vec::new();
    let neighbours = |links: &[Vec<bool>], left: &[bool], at: usize| -> Vec<usize> {
        (0..count).filter(|other| left[*other] && links[at][*other]).collect()
    };
    let mut cost = vec![None; count];
    loop {
        for at in (0..count).filter(|at| left[*at]) {
            if cost[at].is_none() {
                let near = neighbours(&links, &left, at);
                let missing: usize =
                    near.iter().enumerate().map(|(n, a)| near[..n].iter().filter(|b| !links[*a][**b]).count()).sum();
                let table = near.iter().fold(1_u64, |table, at| table.saturating_mul(problem.sizes[*at] as u64));
                cost[at] = Some((missing, table));
            }
        }
        let Some(best) = (0..count).filter(|at| left[*at]).min_by_key(|at| cost[*at]) else { return order };
        let near = neighbours(&links, &left, best);
        left[best] = false;
        for a in &near {
            for b in &near {
                links[*a][*b] |= a != b;
            }
            // What changed is reckoned again: the neighbours, and theirs.
            cost[*a] = None;
            for b in neighbours(&links, &left, *a) {
                cost[b] = None;
            }
        }
        order.push(best);
    }
}
