//! Whole numbers of points. In: groups with their log odds, and the most that the score may have; out: points such that
//! the best lead fits the score's range, and none gives more than its group is worth. Nothing is rounded twice.

use super::factor::{Factor, Factors, Grouped, Of};

/// The most that points add up to if the score has no upper end.
const MOST: f64 = 100.0;

/// What doubles the odds is worth at most this share of the score's range: where little is known, few points are given.
const DOUBLING: f64 = 0.25;

/// Points of each group, and what the best and the worst lead can have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scaled {
    /// For each factor and group.
    pub(super) points: Vec<Vec<i64>>,
    /// The least that a lead can have.
    pub(super) least: i64,
    /// The most that a lead can have.
    pub(super) most: i64,
}

/// Turns log odds into points; `high` is the upper end of the score.
pub(super) fn scale(factors: &Factors, grouped: &[Grouped], high: Option<f64>) -> Scaled {
    let times: Vec<f64> =
        factors.list.iter().zip(&factors.values).map(|(factor, values)| often(factor, values)).collect();
    let sum = |pick: fn(f64, f64) -> f64| -> f64 {
        grouped.iter().zip(&times).map(|(grouped, times)| grouped.odds.iter().copied().fold(0.0, pick) * times).sum()
    };
    let (top, bottom) = (sum(f64::max), sum(f64::min));
    let high = high.filter(|high| *high > 0.0).unwrap_or(MOST);
    let mut unit = (high / top.max(-bottom).max(1e-9)).min(high * DOUBLING / std::f64::consts::LN_2);
    loop {
        let scaled = at(factors, grouped, &times, unit);
        if to_float(scaled.most) <= high || unit < 1e-6 {
            return scaled;
        }
        unit *= 0.99;
    }
}

/// How often a factor counts at most, ignoring outliers.
fn often(factor: &Factor, values: &[f32]) -> f64 {
    if !factor.is_counted() {
        return 1.0;
    }
    let mut counted: Vec<f32> = values.iter().copied().filter(|times| *times > 0.0).collect();
    counted.sort_unstable_by(f32::total_cmp);
    counted.get(counted.len().saturating_sub(1) * 98 / 100).map_or(1.0, |times| f64::from(*times))
}

fn at(factors: &Factors, grouped: &[Grouped], times: &[f64], unit: f64) -> Scaled {
    let mut scaled = Scaled::default();
    for ((factor, grouped), times) in factors.list.iter().zip(grouped).zip(times) {
        let is_own = matches!(factor.of, Of::Rule(_));
        let points = |odds: &f64| match whole(odds * unit) {
            // An existing rule that tells something goes on doing so, even if only with one point.
            0 if is_own && *odds != 0.0 => whole(odds.signum()),
            points => points,
        };
        let points: Vec<i64> = grouped.odds.iter().map(points).collect();
        let (least, most) = (points.iter().copied().min().unwrap_or(0), points.iter().copied().max().unwrap_or(0));
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
    use super::*;

    fn scaled(odds: [f64; 3], high: f64) -> Scaled {
        let mut factors = Factors::default();
        (0..3).for_each(|at| factors.push(Factor::counted(Of::Rule(at)), vec![0.0, 1.0]));
        let grouped = odds.map(|odds| Grouped { groups: vec![vec![0], vec![1]], odds: vec![0.0, odds] });
        scale(&factors, &grouped, Some(high))
    }

    #[test]
    fn the_best_lead_fits_the_range() {
        let scaled = scaled([2.0, 1.0, -0.8], 50.0);
        assert_eq!(scaled.points, [[0, 33], [0, 17], [0, -13]]);
        assert_eq!((scaled.least, scaled.most), (-13, 50));
    }

    #[test]
    fn what_tells_little_gets_few_points() {
        let scaled = scaled([0.4, 0.01, 0.0], 100.0);
        assert_eq!(scaled.points, [[0, 14], [0, 1], [0, 0]]);
    }
}
