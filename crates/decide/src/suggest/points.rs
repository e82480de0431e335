//! Whole numbers of points. In: groups with their log odds, and the most that the score may come to; out: points of which
//! the best a lead can have fits the score's range. Nothing is rounded twice.

use super::factor::{Factor, Of};
use super::fuse::Grouped;

/// The most that points come to where the score has no upper end.
const MOST: f64 = 100.0;

/// Points of each group, and what the best and the worst lead can have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scaled {
    /// By factor, by group.
    pub(super) points: Vec<Vec<i64>>,
    /// The least that a lead can have.
    pub(super) least: i64,
    /// The most that a lead can have.
    pub(super) most: i64,
}

/// Turns log odds into points; `times` says how often each factor counts at most (a rule with `each`), `high` where the
/// score ends.
pub(super) fn scale(factors: &[Factor], grouped: &[Grouped], times: &[f64], high: Option<f64>) -> Scaled {
    let top: f64 = grouped
        .iter()
        .zip(times)
        .map(|(grouped, times)| grouped.odds.iter().copied().fold(0.0, f64::max) * times)
        .sum();
    let bottom: f64 = grouped
        .iter()
        .zip(times)
        .map(|(grouped, times)| grouped.odds.iter().copied().fold(0.0, f64::min) * times)
        .sum();
    let high = high.filter(|high| *high > 0.0).unwrap_or(MOST);
    // Where nearly all points are taken away, what is left to give must not be blown up.
    let mut unit = high / top.max(-bottom / 2.0).max(1e-9);
    loop {
        let scaled = at(factors, grouped, times, unit);
        if to_float(scaled.most) <= high || unit < 1e-6 {
            return scaled;
        }
        unit *= 0.99;
    }
}

fn at(factors: &[Factor], grouped: &[Grouped], times: &[f64], unit: f64) -> Scaled {
    let mut scaled = Scaled::default();
    for ((factor, grouped), times) in factors.iter().zip(grouped).zip(times) {
        let points: Vec<i64> = grouped.odds.iter().map(|odds| whole(odds * unit)).collect();
        let (least, most) = (points.iter().copied().min().unwrap_or(0), points.iter().copied().max().unwrap_or(0));
        let times = if matches!(factor.of, Of::Rule(_)) { *times } else { 1.0 };
        scaled.least += whole((to_float(least) * times).min(0.0).floor());
        scaled.most += whole((to_float(most) * times).max(0.0).ceil());
        scaled.points.push(points);
    }
    scaled
}

#[expect(clippy::cast_possible_truncation, reason = "points stay far under 2^52")]
pub(super) fn whole(points: f64) -> i64 {
    points.round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "points stay far under 2^52")]
fn to_float(points: i64) -> f64 {
    points as f64
}

#[cfg(test)]
mod tests {
    use super::super::factor::Level;
    use super::*;

    #[test]
    fn the_best_lead_fits_the_range() {
        let factor = Factor { of: Of::Rule(0), levels: vec![Level::Unknown, Level::Rule], ordered: false };
        let grouped = |odds: f64| Grouped { groups: vec![vec![0], vec![1]], odds: vec![0.0, odds], has_unknown: true };
        let scaled = scale(
            &[factor.clone(), factor.clone(), factor],
            &[grouped(1.0), grouped(0.5), grouped(-0.4)],
            &[1.0; 3],
            Some(50.0),
        );
        assert_eq!(scaled.points, [[0, 33], [0, 17], [0, -13]]);
        assert_eq!((scaled.least, scaled.most), (-13, 50));
    }
}
