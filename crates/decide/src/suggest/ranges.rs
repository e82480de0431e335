//! Numbers in ranges with round ends. In: numbers; out: ranges that each hold about equally many of them.

/// Numbers are divided into at most this many ranges to begin with.
const RANGES: usize = 12;

/// From the first on and below the second, in millionths.
pub(super) type Ends = (Option<i64>, Option<i64>);

/// Divides numbers (in millionths, sorted) into ranges of about equally many leads, with ends as round as the data
/// allows.
pub(super) fn ranges(values: &[i64], least: usize, whole: bool) -> Vec<Ends> {
    let mut cuts: Vec<i64> = Vec::new();
    let count = values.len();
    let wanted = RANGES.min(count / least.max(1));
    for at in 1..wanted {
        let near = |shift: i64| {
            let place =
                i64::try_from(count * at / wanted).unwrap_or(0) + shift * i64::try_from(count / 50).unwrap_or(0);
            values[usize::try_from(place).unwrap_or(0).min(count - 1)]
        };
        let (low, high) = (near(-1), near(1));
        // Many leads have the same value: the cut comes right above it.
        let (low, high) = if low == high {
            let above = values.partition_point(|value| *value <= low);
            if above == count {
                continue;
            }
            (low, values[above])
        } else {
            (low, high)
        };
        let cut = roundest(low, high, whole);
        let start = cuts.last().map_or(0, |last| values.partition_point(|value| value < last));
        let place = values.partition_point(|value| *value < cut);
        if place - start.min(place) >= least && count - place >= least {
            cuts.push(cut);
        }
    }
    cuts.dedup();
    if cuts.is_empty() && (count < least || count == 0) {
        return Vec::new();
    }
    let lows = std::iter::once(None).chain(cuts.iter().copied().map(Some));
    let highs = cuts.iter().copied().map(Some).chain([None]);
    lows.zip(highs).collect()
}

/// The number above `low`, and not above `high`, with the fewest digits; all are in millionths.
pub(super) fn roundest(low: i64, high: i64, whole: bool) -> i64 {
    let finest = if whole { 1_000_000 } else { 1 };
    let mut unit = 1_000_000_000_000_000_000;
    while unit >= finest {
        for step in [unit, unit / 2] {
            if step >= finest && step > 0 {
                let next = (low.div_euclid(step) + 1) * step;
                if next <= high {
                    return next;
                }
            }
        }
        unit /= 10;
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: i64 = 1_000_000;

    #[test]
    fn cuts_are_round() {
        assert_eq!(roundest(93 * ONE, 112 * ONE, true), 100 * ONE);
        assert_eq!(roundest(3 * ONE, 5 * ONE, true), 5 * ONE);
        assert_eq!(roundest(3 * ONE, 4 * ONE, true), 4 * ONE);
        assert_eq!(roundest(1_234_000, 1_261_000, false), 1_250_000);
        assert_eq!(roundest(-2 * ONE, 2 * ONE, true), 0);
    }

    #[test]
    fn ranges_hold_enough_leads_each() {
        let values: Vec<i64> =
            (0..1000).map(|at| (at % 100) * ONE).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let levels = ranges(&values, 20, true);
        assert_eq!(levels.first(), Some(&(None, Some(20 * ONE))));
        assert!(levels.len() <= 5, "{levels:?}");
        // All alike, or too few to divide: that something is known may tell all the same.
        assert_eq!(ranges(&[5 * ONE; 100], 20, true), [(None, None)]);
        assert_eq!(ranges(&[5 * ONE; 10], 20, true), []);
    }
}
