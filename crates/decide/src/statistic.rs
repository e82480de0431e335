//! How sure one can be of a rate, and how well points rank leads. In: counts; out: intervals, areas and curves, in
//! floating point. They judge scores but never decide one: no score, stage or label depends on what is computed here.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
#![expect(clippy::disallowed_methods, reason = "no result is made here: what is reckoned judges results")]

use std::collections::BTreeMap;

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

/// How many standard deviations around the middle hold this share (0 to 1) of a normal distribution: 1.96 for 0.95.
#[must_use]
pub fn deviations(confidence: f64) -> f64 {
    Normal::standard().inverse_cdf(f64::midpoint(1.0, confidence.clamp(0.0, 0.999_999)))
}

/// A number from 0 up to 1 that depends only on a key and a seed, and otherwise looks random: the same on any machine,
/// in any order of the leads.
///
/// The key's bytes, after the eight of the seed (the lowest first), go through 64-bit FNV-1a and the final mixing step
/// of `MurmurHash3`; the upper 53 bits are the fraction.
#[must_use]
pub fn drawn(key: &str, seed: u64) -> f64 {
    let bytes = seed.to_le_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes.iter().copied().chain(key.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    for factor in [0xff51_afd7_ed55_8ccd_u64, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^= hash >> 33;
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

/// How likely noise alone is to be off by this many squared standard deviations or more.
#[must_use]
pub fn chance(squared: f64) -> f64 {
    2.0 * Normal::standard().sf(squared.max(0.0).sqrt())
}

/// How far leads have shifted from one set of bands to another.
#[derive(Copy, Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Shift {
    /// The population stability index: 0 is no shift; from 0.1 on people speak of some, from 0.25 on of much.
    pub index: f64,
    /// Whether chance alone rarely shifts as many leads so far.
    pub is_sure: bool,
}

impl Shift {
    /// Whether the index is at or above a limit, and that is no chance.
    #[must_use]
    pub fn is_more_than(self, limit: f64) -> bool {
        self.is_sure && self.index >= limit
    }
}

/// The population stability index of two sets of leads, in the same bands, half a lead being added to each band so that an
/// empty one has a logarithm. Times `n m / (n + m)` it is distributed as chi squared with one degree of freedom less than
/// there are bands where nothing has shifted (B. Yurdakul, "Statistical properties of population stability index", 2018); it
/// is sure where that exceeds what it stays under with this confidence, 0 to 1.
#[must_use]
pub fn shift(sides: &[impl AsRef<[u64]>; 2], confidence: f64) -> Shift {
    let [before, now] = [0, 1].map(|side| sides[side].as_ref());
    let bands: Vec<(f64, f64)> = (before.iter().zip(now))
        .filter(|(before, now)| **before + **now > 0)
        .map(|(before, now)| (*before as f64 + 0.5, *now as f64 + 0.5))
        .collect();
    let (n, m) = bands.iter().fold((0.0, 0.0), |sum, band| (sum.0 + band.0, sum.1 + band.1));
    let is_there = before.iter().sum::<u64>() > 0 && now.iter().sum::<u64>() > 0;
    if bands.len() < 2 || !is_there {
        return Shift::default();
    }
    let index = bands.iter().map(|(before, now)| (now / m - before / n) * ((now / m) / (before / n)).ln()).sum();
    let Ok(chance) = ChiSquared::new((bands.len() - 1) as f64) else { return Shift::default() };
    Shift { index, is_sure: index * n * m / (n + m) > chance.inverse_cdf(confidence.clamp(0.0, 0.999_999)) }
}

/// A share of leads, with the interval that contains the true share with the confidence asked for.
#[derive(Copy, Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Rate {
    /// Of how many leads it is the share.
    pub leads: u64,
    /// How many of them converted.
    pub conversions: u64,
    /// The share, 0 to 1; `None` if there are no leads.
    pub rate: Option<f64>,
    /// The lower end of the interval.
    pub low: Option<f64>,
    /// The upper end of the interval.
    pub high: Option<f64>,
}

impl Rate {
    /// The share and its interval by Wilson's score method (E. B. Wilson, "Probable inference, the law of succession, and
    /// statistical inference", 1927), which also works for few leads and for shares near 0 and 1.
    #[must_use]
    pub fn new(conversions: u64, leads: u64, deviations: f64) -> Self {
        if leads == 0 {
            return Self::default();
        }
        let (n, z) = (leads as f64, deviations);
        let rate = conversions as f64 / n;
        let middle = (rate + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z / (1.0 + z * z / n) * (rate * (1.0 - rate) / n + z * z / (4.0 * n * n)).sqrt();
        let low = if conversions == 0 { 0.0 } else { (middle - half).max(0.0) };
        let high = if conversions == leads { 1.0 } else { (middle + half).min(1.0) };
        Self { leads, conversions, rate: Some(rate), low: Some(low), high: Some(high) }
    }
}

/// Whether the first rate is greater than the second, and chance alone rarely makes two rates of as many leads differ so far (by
/// the test of two proportions with a pooled variance, two-sided, with this confidence, 0 to 1).
#[must_use]
pub fn is_more(one: Rate, other: Rate, confidence: f64) -> bool {
    let (Some(first), Some(second)) = (one.rate, other.rate) else { return false };
    let (n, m) = (one.leads as f64, other.leads as f64);
    let pooled = (one.conversions + other.conversions) as f64 / (n + m);
    let spread = (pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m)).sqrt();
    first - second > deviations(confidence) * spread
}

/// The chance that a lead that converted has more points than one that did not, ties counting half; 0.5 is chance.
#[derive(Copy, Clone, Debug, PartialEq, serde::Serialize)]
pub struct Area {
    /// The area under the ROC curve, 0 to 1.
    pub auc: f64,
    /// The lower end of its interval; `None` with fewer than two leads of either kind.
    pub low: Option<f64>,
    /// The upper end of its interval.
    pub high: Option<f64>,
}

/// For each number of points, how many leads did not convert and how many did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    counts: BTreeMap<i64, [u64; 2]>,
}

impl Ranking {
    /// Counts a lead.
    pub fn add(&mut self, points: i64, converted: bool) {
        self.counts.entry(points).or_default()[usize::from(converted)] += 1;
    }

    /// Counts so many leads that did not convert, and did.
    pub fn add_all(&mut self, points: i64, [others, converted]: [u64; 2]) {
        let counts = self.counts.entry(points).or_default();
        counts[0] += others;
        counts[1] += converted;
    }

    /// Takes away leads that were counted.
    pub(crate) fn take_away(&mut self, points: i64, [others, converted]: [u64; 2]) {
        let counts = self.counts.entry(points).or_default();
        counts[0] -= others;
        counts[1] -= converted;
        if *counts == [0, 0] {
            self.counts.remove(&points);
        }
    }

    /// The points, in ascending order, with how many leads with those points did not convert and did.
    pub fn iter(&self) -> impl Iterator<Item = (i64, [u64; 2])> {
        self.counts.iter().map(|(&points, &counts)| (points, counts))
    }

    /// How many leads did not convert, and how many did.
    #[must_use]
    pub fn totals(&self) -> [u64; 2] {
        self.counts.values().fold([0, 0], |sum, counts| [sum[0] + counts[0], sum[1] + counts[1]])
    }

    /// The area under the ROC curve with its interval (E. R. `DeLong`, D. M. `DeLong`, D. L. Clarke-Pearson, "Comparing the
    /// areas under two or more correlated receiver operating characteristic curves", 1988; by ranks as in X. Sun, W. Xu,
    /// "Fast implementation of `DeLong`'s algorithm", 2014). `None` if no lead converted, or all did.
    #[must_use]
    pub fn area(&self, deviations: f64) -> Option<Area> {
        let [negatives, positives] = self.totals().map(|count| count as f64);
        if negatives == 0.0 || positives == 0.0 {
            return None;
        }
        // For each lead: the share of the other kind that it is ranked correctly against.
        let (mut below, mut auc) = ([0.0, 0.0], 0.0);
        let (mut of_negatives, mut of_positives) = (Vec::new(), Vec::new());
        for [negative, positive] in self.counts.values().map(|counts| counts.map(|count| count as f64)) {
            let of_positive = (below[0] + negative / 2.0) / negatives;
            let of_negative = 1.0 - (below[1] + positive / 2.0) / positives;
            auc += positive * of_positive / positives;
            of_negatives.push((negative, of_negative));
            of_positives.push((positive, of_positive));
            below = [below[0] + negative, below[1] + positive];
        }
        let spread = |shares: &[(f64, f64)]| {
            shares.iter().map(|(leads, share)| leads * (share - auc) * (share - auc)).sum::<f64>()
        };
        if negatives < 2.0 || positives < 2.0 {
            return Some(Area { auc, low: None, high: None });
        }
        let variance = spread(&of_positives) / (positives - 1.0) / positives
            + spread(&of_negatives) / (negatives - 1.0) / negatives;
        let half = deviations * variance.sqrt();
        Some(Area { auc, low: Some((auc - half).max(0.0)), high: Some((auc + half).min(1.0)) })
    }

    /// The logistic curve that fits best: the intercept and the slope of the log odds in points. `None` if no lead
    /// converted, all did, or all have the same points.
    ///
    /// A ridge of a millionth keeps the slope finite if points separate the leads perfectly.
    #[must_use]
    pub fn curve(&self) -> Option<(f64, f64)> {
        let [negatives, positives] = self.totals();
        if negatives == 0 || positives == 0 || self.counts.len() < 2 {
            return None;
        }
        let points: Vec<(f64, f64, f64)> =
            self.iter().map(|(points, [no, yes])| (points as f64, (no + yes) as f64, yes as f64)).collect();
        let leads = (negatives + positives) as f64;
        let mean = points.iter().map(|(x, n, _)| x * n).sum::<f64>() / leads;
        let spread = (points.iter().map(|(x, n, _)| n * (x - mean) * (x - mean)).sum::<f64>() / leads).sqrt();
        let (mut at, mut slope) = ((positives as f64 / negatives as f64).ln(), 0.0);
        let ridge = 1e-6 * leads;
        for _ in 0..100 {
            let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, -ridge * slope, 0.0, 0.0, ridge);
            for &(x, n, yes) in &points {
                let x = (x - mean) / spread;
                let p = logistic(at + slope * x);
                let weight = n * p * (1.0 - p);
                g0 += yes - n * p;
                g1 += (yes - n * p) * x;
                h00 += weight;
                h01 += weight * x;
                h11 += weight * x * x;
            }
            let determinant = h00 * h11 - h01 * h01;
            if !determinant.is_normal() {
                break;
            }
            let (d0, d1) = ((g0 * h11 - g1 * h01) / determinant, (g1 * h00 - g0 * h01) / determinant);
            at += d0.clamp(-2.0, 2.0);
            slope += d1.clamp(-2.0, 2.0);
            if d0.abs() + d1.abs() < 1e-10 {
                break;
            }
        }
        Some((at - slope * mean / spread, slope / spread))
    }
}

/// The probability that corresponds to log odds.
#[must_use]
pub fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// The factor by which odds grow when their logarithm grows by this much.
#[must_use]
pub fn factor(log_odds: f64) -> f64 {
    log_odds.exp()
}

/// The log odds of a share of leads.
#[must_use]
pub fn log_odds(conversions: f64, others: f64) -> f64 {
    (conversions / others).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: Option<f64>, wanted: f64) {
        assert!(value.is_some_and(|value| (value - wanted).abs() < 1e-4), "{value:?} is not {wanted}");
    }

    #[test]
    fn intervals_of_rates() {
        // 81 of 263: a textbook example of Wilson's interval (Newcombe 1998, table I, method 3).
        let rate = Rate::new(81, 263, deviations(0.95));
        near(rate.low, 0.2553);
        near(rate.high, 0.3662);
        // 0 of 20 (the same table).
        let rate = Rate::new(0, 20, deviations(0.95));
        near(rate.low, 0.0);
        near(rate.high, 0.1611);
        assert_eq!(Rate::new(0, 0, 1.96).rate, None);
    }

    #[test]
    fn rates_that_differ_by_more_than_chance() {
        let rate = |conversions, leads| Rate::new(conversions, leads, 1.96);
        // z = 0.2 / sqrt(0.4 * 0.6 * 0.02) = 2.89
        assert!(is_more(rate(50, 100), rate(30, 100), 0.95) && is_more(rate(50, 100), rate(30, 100), 0.99));
        // Of ten leads each: z = 0.91
        assert!(!is_more(rate(5, 10), rate(3, 10), 0.95) && !is_more(rate(30, 100), rate(50, 100), 0.95));
        assert!(!is_more(rate(0, 0), rate(3, 10), 0.95));
    }

    #[test]
    fn shifts() {
        // By hand, without the halves: 0.1 ln 2 + 0.1 ln (8/9), of 0.1 and 0.9 beside 0.2 and 0.8.
        let large = shift(&[vec![100_000, 900_000], vec![200_000, 800_000]], 0.99);
        near(Some(large.index), 0.1 * 2_f64.ln() + 0.1 * (9.0 / 8.0_f64).ln());
        assert!(large.is_sure && !large.is_more_than(0.25) && large.is_more_than(0.05), "{large:?}");
        // The same shares of ten leads may be chance.
        assert!(!shift(&[vec![1, 9], vec![2, 8]], 0.99).is_sure);
        assert_eq!(shift(&[vec![10, 0, 5], vec![0, 0, 0]], 0.99), Shift::default());
        assert_eq!(shift(&[vec![10, 0], vec![20, 0]], 0.99), Shift::default());
        assert!(shift(&[vec![100, 0], vec![0, 100]], 0.99).is_more_than(0.25));
    }

    #[test]
    fn areas() {
        let mut ranking = Ranking::default();
        for (points, converted) in [(1, false), (2, false), (3, true), (4, false), (5, true), (5, false), (6, true)] {
            ranking.add(points, converted);
        }
        // Of the twelve pairs nine are right and one is a tie (5 beside 5), as counted by hand.
        let area = ranking.area(deviations(0.95)).expect("both kinds are there");
        near(Some(area.auc), 9.5 / 12.0);
        let reversed = Ranking { counts: ranking.iter().map(|(points, counts)| (-points, counts)).collect() };
        near(reversed.area(1.96).map(|area| area.auc), 1.0 - 9.5 / 12.0);
        assert_eq!(Ranking::default().area(1.96), None);
    }

    #[test]
    fn a_curve_meets_the_rates_of_two_groups() {
        let mut ranking = Ranking::default();
        for at in 0..1000 {
            ranking.add(0, at < 200);
            ranking.add(10, at < 600);
        }
        let (at, slope) = ranking.curve().expect("both kinds are there");
        near(Some(logistic(at)), 0.2);
        near(Some(logistic(at + 10.0 * slope)), 0.6);
    }
}
