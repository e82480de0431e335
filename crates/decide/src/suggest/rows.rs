//! What groups of values become as lines: which group needs no points, and what is to the left of the arrow. In: a
//! factor, its groups, the points of each; out: rows, as many as the language needs. What they look like is not decided
//! here.

use super::factor::{Factor, Grouped, Level, Of};

/// What is to the left of the arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// One of these options.
    Options(Vec<u16>),
    /// All options that no row names.
    Otherwise,
    /// A number from the first on and below the second, in millionths
    Range(Option<i64>, Option<i64>),
    /// Yes or no; for a list, that the entry is there
    Truth(bool),
    /// Something is known.
    Known,
    /// Nothing is known.
    Unknown,
    /// As often as it counts.
    Counts,
}

/// The group that needs no points: the plain one, or else the one worth least, so that all others earn something.
pub(super) fn zero(factor: &Factor, groups: &[Vec<usize>], odds: &[f64]) -> usize {
    let of = |level: usize| groups.iter().position(|group| group.contains(&level)).unwrap_or(0);
    let is_list = matches!(factor.of, Of::Entry(..));
    if factor.is_counted() || is_list {
        return of(0);
    }
    let lowest = (0..groups.len()).min_by(|a, b| odds[*a].total_cmp(&odds[*b])).unwrap_or(0);
    let level = |wanted: &Level| factor.levels.iter().position(|level| level == wanted);
    // What is costly for the few that have it is said about them, not about all others.
    match (level(&Level::Truth(true)), level(&Level::Truth(false))) {
        (Some(yes), Some(no)) if groups.len() == 2 && groups[lowest] == [yes] && of(no) == of(0) => of(no),
        _ => lowest,
    }
}

/// The rows that give points, and those without points that others need in order to give theirs.
pub(super) fn rows(factor: &Factor, groups: &[Vec<usize>], points: &[i64]) -> Vec<(Left, i64)> {
    let given = |level: usize| groups.iter().position(|group| group.contains(&level)).map(|at| points[at]);
    if factor.is_counted() {
        // Points for not counting are expressed as points taken away for counting; whoever writes the line reverses it.
        let points = given(1).unwrap_or(0) - given(0).unwrap_or(0);
        return if points == 0 { Vec::new() } else { vec![(Left::Counts, points)] };
    }
    let mut rows = known(factor, groups, points);
    if matches!(factor.of, Of::Field(_))
        && let Some(points) = given(0).filter(|points| *points != 0)
    {
        rows.push((Left::Unknown, points));
    }
    rows
}

fn known(factor: &Factor, groups: &[Vec<usize>], points: &[i64]) -> Vec<(Left, i64)> {
    let given = |level: usize| groups.iter().position(|group| group.contains(&level)).map_or(0, |at| points[at]);
    let levels = 1..factor.levels.len();
    let is_truth = matches!(factor.levels.get(1), Some(Level::Truth(_)));
    // Levels that no lead has are in no group, and take no part.
    let had = |level: &usize| groups.iter().any(|group| group.contains(level));
    let mut all: Vec<i64> = levels.clone().filter(had).map(given).collect();
    all.dedup();
    if !is_truth && let [points] = all[..] {
        return if points == 0 { Vec::new() } else { vec![(Left::Known, points)] };
    }
    if matches!(factor.levels.get(1), Some(Level::Range(..))) {
        return ranges(factor, &given);
    }
    if is_truth {
        let truth = |level: usize| match factor.levels[level] {
            Level::Truth(truth) => Some((Left::Truth(truth), given(level))).filter(|(_, points)| *points != 0),
            Level::Unknown | Level::Option(_) | Level::Rest | Level::Range(..) | Level::Counts => None,
        };
        return levels.filter_map(truth).collect();
    }
    let rest = levels.clone().find(|level| factor.levels[*level] == Level::Rest && had(level)).map(given);
    let otherwise = rest.filter(|points| *points != 0);
    let mut worth: Vec<i64> = levels.clone().filter(had).map(given).collect();
    worth.sort_unstable_by_key(|points| -points);
    worth.dedup();
    let mut rows = Vec::new();
    for points in worth.into_iter().filter(|points| *points != 0 || otherwise.is_some()) {
        let options: Vec<u16> = levels
            .clone()
            .filter(|level| had(level) && given(*level) == points)
            .filter_map(|level| match factor.levels[level] {
                Level::Option(option) => Some(option),
                Level::Unknown | Level::Rest | Level::Truth(_) | Level::Range(..) | Level::Counts => None,
            })
            .collect();
        if otherwise != Some(points) && !options.is_empty() {
            rows.push((Left::Options(options), points));
        }
    }
    rows.extend(otherwise.map(|points| (Left::Otherwise, points)));
    rows
}

/// Joins neighbouring ranges with the same points, and leaves out those at the ends that give nothing.
fn ranges(factor: &Factor, given: &dyn Fn(usize) -> i64) -> Vec<(Left, i64)> {
    let mut rows: Vec<(Option<i64>, Option<i64>, i64)> = Vec::new();
    for (at, level) in factor.levels.iter().enumerate() {
        let Level::Range(low, high) = level else { continue };
        match rows.last_mut() {
            Some((_, end, last)) if *last == given(at) => *end = *high,
            _ => rows.push((*low, *high, given(at))),
        }
    }
    while rows.last().is_some_and(|(_, _, points)| *points == 0) {
        rows.pop();
    }
    let leading = rows.iter().take_while(|(_, _, points)| *points == 0).count();
    rows[leading..].iter().map(|(low, high, points)| (Left::Range(*low, *high), *points)).collect()
}

/// How many lines express it.
pub(super) fn count(factor: &Factor, grouped: &Grouped) -> usize {
    let points: Vec<i64> = (1..).zip(&grouped.odds).map(|(at, odds)| if *odds == 0.0 { 0 } else { at }).collect();
    rows(factor, &grouped.groups, &points).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadrules_language::ir::FieldId;

    fn choice() -> Factor {
        let levels = vec![Level::Unknown, Level::Option(0), Level::Option(1), Level::Option(2), Level::Rest];
        Factor { of: Of::Field(FieldId(0)), levels, ordered: false }
    }

    #[test]
    fn a_long_tail_is_one_otherwise() {
        let found = rows(&choice(), &[vec![1], vec![2, 3, 4], vec![0]], &[0, 7, 3]);
        assert_eq!(found, [(Left::Options(vec![0]), 0), (Left::Otherwise, 7), (Left::Unknown, 3)]);
        // If it earns nothing, it needs no row.
        let found = rows(&choice(), &[vec![1], vec![2, 3, 4, 0]], &[7, 0]);
        assert_eq!(found, [(Left::Options(vec![0]), 7)]);
        assert_eq!(rows(&choice(), &[vec![1, 2, 3, 4], vec![0]], &[0, 5]), [(Left::Unknown, 5)]);
        assert_eq!(rows(&choice(), &[vec![1, 2, 3, 4], vec![0]], &[5, 0]), [(Left::Known, 5)]);
    }

    #[test]
    fn what_counts_least_needs_no_points() {
        assert_eq!(zero(&choice(), &[vec![1], vec![2, 3, 4], vec![0]], &[0.0, -0.5, 0.4]), 1);
        let levels = vec![Level::Unknown, Level::Truth(false), Level::Truth(true)];
        let truth = Factor { of: Of::Field(FieldId(0)), levels, ordered: false };
        assert_eq!(zero(&truth, &[vec![0, 1], vec![2]], &[0.0, -0.5]), 0);
    }
}
