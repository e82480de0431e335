//! What lasts from one time to the next. In: groups with their log odds, and when each lead was decided on or came; out: the
//! same groups, with smaller odds where they differ from time to time. What is learnt is for leads of a time to come, and an effect
//! that came and went is likely to be another one by then.
//!
//! The leads are parted by time, and the groups weighed anew in each part. How far the true effects lie apart is estimated as between
//! studies of one treatment (R. `DerSimonian`, N. Laird, "Meta-analysis in clinical trials", 1986). With their mean `m` and variance
//! `t²`, the effect at one time says best of that at another that it is `m² / (m² + t²)` as large: the slope of a regression of the one
//! on the other.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use leadrules_language::calendar::Instant;

use super::FEWEST;
use super::factor::{Factors, Grouped};
use super::fit::Fit;
use super::fuse::State;
use super::rows;

/// Time is parted into at most so many.
const PARTS: usize = 5;

/// The groups with what lasts of their log odds; `moments` are those of the leads, in the order of `converted`. Where too few leads
/// are known to tell times apart, nothing changes.
pub(super) fn lasting(
    factors: &Factors,
    grouped: Vec<Grouped>,
    converted: &[bool],
    moments: &[Option<Instant>],
) -> Vec<Grouped> {
    let mut state = State::new(factors);
    state.start_from(&grouped);
    let leads = state.leads(factors, converted);
    let mut order: Vec<(Instant, usize)> =
        moments.iter().enumerate().filter_map(|(at, moment)| Some(((*moment)?, at))).collect();
    order.sort_unstable();
    let winners = order.iter().filter(|(_, at)| converted[*at]).count();
    let parts = (winners.min(order.len() - winners) / FEWEST).min(PARTS);
    if parts < 2 {
        return grouped;
    }
    let fit = |leads_of_part: &[(Instant, usize)]| {
        let of_part: Vec<_> = leads_of_part.iter().map(|(_, at)| leads[*at].clone()).collect();
        Fit::new(&of_part, state.columns(), None)
    };
    let fits: Vec<Fit> = order.chunks(order.len().div_ceil(parts)).map(fit).collect();
    let scaled = |(at, grouped): (usize, Grouped)| {
        let columns = state.columns_of(at);
        let zero = columns[rows::zero(&factors.list[at], &grouped.groups, &grouped.odds)];
        let lasts = |(odds, column): (&f64, &Option<usize>)| {
            let effects = fits.iter().filter_map(|fit| fit.effect(*column, zero)).collect::<Vec<_>>();
            odds * share_that_lasts(&effects)
        };
        let odds = grouped.odds.iter().zip(columns).map(lasts).collect();
        Grouped { odds, ..grouped }
    };
    grouped.into_iter().enumerate().map(scaled).collect()
}

/// What part of an effect is likely to be there at another time, given what it was at several, each with how exactly that is known (the
/// inverse of its variance).
fn share_that_lasts(effects: &[(f64, f64)]) -> f64 {
    let mean = |of: &[(f64, f64)]| {
        let (sum, weights) =
            of.iter().fold((0.0, 0.0), |sums, (effect, weight)| (sums.0 + effect * weight, sums.1 + weight));
        (sum / weights, weights)
    };
    let (common, weights) = mean(effects);
    let squares: f64 = effects.iter().map(|(_, weight)| weight * weight).sum();
    let spread: f64 = effects.iter().map(|(effect, weight)| weight * (effect - common) * (effect - common)).sum();
    let expected = effects.len() as f64 - 1.0;
    let rest = weights - squares / weights;
    if effects.len() < 2 || rest <= 0.0 || spread <= expected {
        return 1.0;
    }
    let between = (spread - expected) / rest;
    let evened: Vec<(f64, f64)> =
        effects.iter().map(|(effect, weight)| (*effect, 1.0 / (1.0 / weight + between))).collect();
    let (mean, _) = mean(&evened);
    mean * mean / (mean * mean + between)
}

#[cfg(test)]
mod tests {
    use super::super::factor::{Factor, Of};
    use super::*;

    #[test]
    fn what_is_the_same_at_all_times_lasts() {
        let is_whole = |share: f64| (share - 1.0).abs() < 1e-9;
        assert!(is_whole(share_that_lasts(&[(1.0, 100.0), (1.0, 50.0), (1.0, 10.0)])));
        // As far apart as chance has it.
        assert!(is_whole(share_that_lasts(&[(0.95, 100.0), (1.05, 100.0)])));
        assert!(is_whole(share_that_lasts(&[(0.9, 100.0)])) && is_whole(share_that_lasts(&[])));
    }

    #[test]
    fn what_comes_and_goes_lasts_for_a_part() {
        // Two times, far better known than they lie apart: mean 1, variance 2.
        let share = share_that_lasts(&[(0.0, 1e6), (2.0, 1e6)]);
        assert!((share - 1.0 / 3.0).abs() < 1e-3, "{share}");
        // What turns round tells nothing.
        assert!(share_that_lasts(&[(-1.0, 1e6), (1.0, 1e6)]) < 1e-6);
    }

    #[test]
    fn groups_are_weighed_by_time() {
        // Two facts that each half of the leads have: the first always trebles the rate, the second only in the second half.
        let leads = 8000;
        let has = |at: usize, fact: usize| at / (1 << fact) % 2 == 1;
        let rate =
            |at: usize| 10 + if has(at, 0) { 20 } else { 0 } + if has(at, 1) && at >= leads / 2 { 20 } else { 0 };
        let converted: Vec<bool> = (0..leads).map(|at| at / 4 * 37 % 100 < rate(at)).collect();
        let moments: Vec<Option<Instant>> = (0..).map(Some).take(leads).collect();
        let mut factors = Factors::default();
        for fact in 0..2 {
            factors.push(
                Factor::counted(Of::Rule(fact)),
                (0..leads).map(|at| f32::from(u8::from(has(at, fact)))).collect(),
            );
        }
        let grouped = |odds: f64| Grouped { groups: vec![vec![0], vec![1]], odds: vec![0.0, odds] };
        let of = |moments: &[Option<Instant>]| lasting(&factors, vec![grouped(1.0), grouped(1.0)], &converted, moments);
        let odds = |grouped: Vec<Grouped>| [grouped[0].odds[1], grouped[1].odds[1]];
        let [steady, came] = odds(of(&moments));
        assert!(steady > 0.9 && came < 0.7, "{steady} {came}");
        // Of leads of which no time is known, nothing is known to change.
        assert!(odds(of(&vec![None; leads])).iter().all(|odds| (odds - 1.0).abs() < 1e-9));
    }
}
