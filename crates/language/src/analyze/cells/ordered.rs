//! Values that stand for all numbers, or all days, of a field: every value that rules name, and between any two of them
//! as many as can matter. In: the values where rules change their answer; out: sample values, in order.

use crate::decimal::{Decimal, SCALE, VALUE_LIMIT};
use crate::types::Bounds;

/// A value that stands for all from `low` to `high`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(in crate::analyze) struct Sample {
    pub(in crate::analyze) value: i128,
    pub(in crate::analyze) low: i128,
    pub(in crate::analyze) high: i128,
}

/// The values that there are: from `low` to `high`, `step` apart.
#[derive(Copy, Clone, Debug)]
pub(in crate::analyze) struct Line {
    pub(in crate::analyze) low: i128,
    pub(in crate::analyze) high: i128,
    pub(in crate::analyze) step: i128,
    /// The distance between round values.
    pub(in crate::analyze) unit: i128,
    /// Whether the author gave each of the ends.
    pub(in crate::analyze) named: (bool, bool),
}

impl Line {
    /// The values of a number or an integer field, in millionths.
    pub(in crate::analyze) fn numbers(range: &Bounds<Decimal>, is_whole: bool) -> Self {
        let step = if is_whole { SCALE } else { 1 };
        let low = range.low.map_or(1 - VALUE_LIMIT, |low| low.0).max(1 - VALUE_LIMIT);
        let high = range.high.map_or(VALUE_LIMIT - 1, |high| high.0 - i128::from(range.half_open)).min(VALUE_LIMIT - 1);
        Self {
            low: ceiling(low, step),
            high: floor(high, step),
            step,
            unit: SCALE,
            named: (range.low.is_some(), range.high.is_some()),
        }
    }

    /// The days of a date field.
    pub(in crate::analyze) fn days(range: &Bounds<i32>) -> Self {
        let low = range.low.unwrap_or(-719_162);
        let high = range.high.map_or(2_932_896, |high| high - i32::from(range.half_open));
        Self {
            low: low.into(),
            high: high.into(),
            step: 1,
            unit: 1,
            named: (range.low.is_some(), range.high.is_some()),
        }
    }

    /// Sample values: each of `cuts` (values at which some rule begins or ends to hold, or one step past it), and up to
    /// `each` values in every gap between them. Where fields are compared with each other, `each` is the number of
    /// those fields: that many values are enough to show any order in which they may lie in one gap.
    pub(in crate::analyze) fn samples(&self, cuts: &[i128], each: usize) -> Vec<Sample> {
        if self.low > self.high {
            return Vec::new();
        }
        let mut cuts: Vec<i128> =
            cuts.iter().flat_map(|cut| [floor(*cut, self.step), ceiling(*cut, self.step)]).collect();
        cuts.extend(self.named.0.then_some(self.low));
        cuts.extend(self.named.1.then_some(self.high));
        cuts.retain(|cut| self.low <= *cut && *cut <= self.high);
        cuts.sort_unstable();
        cuts.dedup();
        let mut samples = Vec::new();
        let mut from = self.low;
        for cut in cuts.iter().copied().map(Some).chain([None]) {
            let to = cut.map_or(self.high, |cut| cut - self.step);
            self.gap(from, to, each, (from > self.low, cut.is_some()), &mut samples);
            if let Some(cut) = cut {
                samples.push(Sample { value: cut, low: cut, high: cut });
                from = cut + self.step;
            }
        }
        samples
    }

    /// Up to `each` values from `from` to `to`, near the ends that rules name, and round if there are enough round
    /// ones.
    fn gap(&self, from: i128, to: i128, each: usize, (below, above): (bool, bool), samples: &mut Vec<Sample>) {
        if from > to {
            return;
        }
        let room = usize::try_from((to - from) / self.step).unwrap_or(usize::MAX).saturating_add(1);
        let each = each.min(room);
        let rounds = (floor(to, self.unit) - ceiling(from, self.unit)) / self.unit + 1;
        let step = if rounds >= each as i128 { self.unit } else { self.step };
        let (first, last) = (ceiling(from, step), floor(to, step));
        let reach = step * (each as i128 - 1);
        let start = match (below, above) {
            (false, true) => last - reach,
            (false, false) if first <= 0 && reach <= last => 0,
            (true, _) | (false, false) => first,
        };
        samples.extend((0..each as i128).map(|at| Sample { value: start + step * at, low: from, high: to }));
    }
}

fn floor(value: i128, step: i128) -> i128 {
    value.div_euclid(step) * step
}

fn ceiling(value: i128, step: i128) -> i128 {
    -floor(-value, step)
}
