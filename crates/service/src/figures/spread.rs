//! How scores are spread over leads: histograms, and two scores against each other.

use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Rules, ScoreId};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use crate::scored::{Batch, Side};

/// A histogram has at most about this many bins.
const BINS: i64 = 40;
/// A map has at most about this many columns, and rows.
const CELLS: i64 = 24;

/// Leads with points in a range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bin {
    from: Amount,
    to: Amount,
    count: u64,
    before: u64,
}

/// Two scores against each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Heat {
    x: String,
    y: String,
    xs: Vec<Amount>,
    ys: Vec<Amount>,
    cells: Vec<u64>,
}

/// Ranges of equal width, each a round number of points.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Scale {
    /// Where the first begins, in hundredths.
    start: i64,
    width: i64,
    count: usize,
}

impl Scale {
    /// For points from `least` to `most`, in at most about this many ranges.
    fn new(least: i64, most: i64, ranges: i64) -> Self {
        let span = most.saturating_sub(least).max(0);
        let mut width = 100;
        // 1, 2, 5, 10, 20, 50, … points
        for factor in [2, 5, 10].into_iter().cycle() {
            if span / width < ranges || width > i64::MAX / 100 {
                break;
            }
            width = match factor {
                5 => width / 2 * 5,
                _ => width * 2,
            };
        }
        let start = least.div_euclid(width) * width;
        let count = usize::try_from((most - start) / width + 1).unwrap_or(1);
        Self { start, width, count }
    }

    fn place(self, points: i64) -> usize {
        let place = points.saturating_sub(self.start) / self.width;
        usize::try_from(place).unwrap_or(0).min(self.count - 1)
    }

    /// Where range number `at` begins.
    fn edge(self, at: usize) -> Amount {
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        Amount(Points(self.start.saturating_add(self.width.saturating_mul(at))))
    }
}

fn points(batch: &Batch, score: usize) -> impl Iterator<Item = i64> + '_ {
    batch.scores[score].iter().flatten()
}

/// The least and the most points that leads have; if the score's range has ends, those.
fn ends<'a>(rules: &Rules, score: usize, batches: impl Iterator<Item = (&'a Batch, usize)>) -> Option<(i64, i64)> {
    let found = batches.flat_map(|(batch, at)| points(batch, at)).fold(None, |ends: Option<(i64, i64)>, points| {
        let (least, most) = ends.unwrap_or((points, points));
        Some((least.min(points), most.max(points)))
    });
    let range = rules.score(ScoreId(u16::try_from(score).expect("scores are counted in 16 bits"))).range;
    let low = range.low.map(|low| low.0).or(found.map(|ends| ends.0.min(0)))?;
    let high = range.high.map(|high| high.0).or(found.map(|ends| ends.1))?;
    Some((low, high.max(low)))
}

/// How a score is spread; `was` is the same score by the saved rules.
pub(super) fn histogram(draft: Side<'_>, score: usize, was: Option<(Side<'_>, usize)>) -> Vec<Bin> {
    let before = was.map_or(&[][..], |(base, _)| base.batches);
    let at = was.map_or(0, |(_, at)| at);
    let all = draft.batches.iter().map(|batch| (*batch, score)).chain(before.iter().map(|batch| (*batch, at)));
    let Some((least, most)) = ends(draft.rules, score, all) else { return Vec::new() };
    let scale = Scale::new(least, most, BINS);
    let count = |batches: &[&Batch], score: usize| {
        let none = || vec![0_u64; scale.count];
        let add = |mut counts: Vec<u64>, batch: &&Batch| {
            points(batch, score).for_each(|points| counts[scale.place(points)] += 1);
            counts
        };
        batches.into_par_iter().fold(none, add).reduce(none, sum)
    };
    let (counts, before) = (count(draft.batches, score), count(before, at));
    let bin = |at: usize| Bin { from: scale.edge(at), to: scale.edge(at + 1), count: counts[at], before: before[at] };
    (0..scale.count).map(bin).collect()
}

/// Two scores against each other.
pub(super) fn heat(draft: Side<'_>, x: usize, y: usize) -> Option<Heat> {
    let scale = |score: usize| {
        let batches = draft.batches.iter().map(|batch| (*batch, score));
        ends(draft.rules, score, batches).map(|(least, most)| Scale::new(least, most, CELLS))
    };
    let (across, up) = (scale(x)?, scale(y)?);
    let none = || vec![0_u64; across.count * up.count];
    let add = |mut cells: Vec<u64>, batch: &&Batch| {
        for (x, y) in batch.scores[x].iter().zip(batch.scores[y].iter()) {
            let Some((x, y)) = x.zip(y) else { continue };
            cells[up.place(y) * across.count + across.place(x)] += 1;
        }
        cells
    };
    let name = |score: usize| draft.rules.scores[score].name.clone();
    let edges = |scale: Scale| (0..=scale.count).map(|at| scale.edge(at)).collect();
    Some(Heat {
        x: name(x),
        y: name(y),
        xs: edges(across),
        ys: edges(up),
        cells: draft.batches.into_par_iter().fold(none, add).reduce(none, sum),
    })
}

fn sum(mut one: Vec<u64>, other: Vec<u64>) -> Vec<u64> {
    one.iter_mut().zip(other).for_each(|(sum, other)| *sum += other);
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_round_and_few() {
        assert_eq!(Scale::new(0, 2_000, 40), Scale { start: 0, width: 100, count: 21 });
        assert_eq!(Scale::new(0, 10_000, 40), Scale { start: 0, width: 500, count: 21 });
        assert_eq!(Scale::new(-350, 120, 40), Scale { start: -400, width: 100, count: 6 });
        for most in [0, 1, 99, 100, 3_999, 4_000, 1_000_000, i64::MAX / 4] {
            let scale = Scale::new(0, most, 40);
            assert!(scale.count <= 101, "{most}: {scale:?}");
            assert_eq!(scale.place(most), scale.count - 1, "{most}");
        }
    }
}
