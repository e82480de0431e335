//! As few groups of values as the data can tell apart. In: factors, each value in a group of its own; out: groups that
//! certainly differ, with their log odds. Starting with all groups, the two that the data tells apart least are joined,
//! again and again, until telling any two apart is worth the cost of one more number (the Bayesian information
//! criterion: G. Schwarz, "Estimating the dimension of a model", 1978; for the last two groups of a field, the
//! criterion of E. J. Hannan and B. G. Quinn, 1979) and there are no more lines than allowed. Rules that a person wrote
//! are dropped only if their effect is smaller than its standard error.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
#![expect(clippy::disallowed_methods, reason = "no result is made here: what is reckoned is put before a person")]

use super::factor::{Factor, Factors, Grouped, Of, level_of};
use super::fit::{Fit, Lead};
use super::rows;

/// What the groups must satisfy.
pub(super) struct Limits<'a> {
    /// How many lines there may be.
    pub(super) lines: usize,
    /// For each factor, the sign that its points must have, if the author says so.
    pub(super) signs: &'a [Option<bool>],
}

/// Groups the values of all factors; those of the first factors are already grouped as in `before`, and are never split
/// again.
pub(super) fn fuse(factors: &Factors, converted: &[bool], limits: &Limits<'_>, before: &[Grouped]) -> Vec<Grouped> {
    let mut state = State::new(factors);
    state.start_from(before);
    let leads = converted.len().max(20) as f64;
    // A field is only among the factors if it tells something, so its first line costs less than a further one.
    let (worth, worth_of_last) = (leads.ln(), 2.0 * leads.ln().ln());
    loop {
        let leads = state.leads(factors, converted);
        let mut fit = Fit::new(&leads, state.columns(), state.start.take());
        let many = state.columns() / 4;
        let mut joined = 0;
        // The effect of a few joins on the others can be told without the leads; then those are looked at again.
        while joined <= many {
            let weakest = (0..factors.list.len())
                .filter_map(|at| state.weakest(at, &factors.list[at], &fit, limits.signs[at]))
                .map(|join| match factors.list[join.factor].of {
                    // What a person wrote stays unless the data can't tell it from nothing at all.
                    Of::Rule(_) => Join { apart: join.apart * worth, ..join },
                    _ if state.groups[join.factor].len() == 2 => {
                        Join { apart: join.apart * worth / worth_of_last, ..join }
                    }
                    Of::Field(_) | Of::Entry(..) | Of::Line(..) => join,
                })
                .min_by(|a, b| a.apart.total_cmp(&b.apart));
            let Some(weakest) = weakest else { break };
            if weakest.apart >= worth && state.lines(factors, &fit) <= limits.lines {
                break;
            }
            state.join(&weakest, &mut fit);
            joined += 1;
        }
        if joined == 0 {
            return state.grouped(factors, &fit);
        }
        state.start = Some(state.number_columns(&fit));
    }
}

/// Two groups of a factor, and how far they are apart.
struct Join {
    factor: usize,
    one: usize,
    other: usize,
    apart: f64,
}

/// Factors as columns of a regression.
pub(super) struct State {
    /// For each factor: groups of levels, each of which some lead has.
    groups: Vec<Vec<Vec<usize>>>,
    /// For each factor and group: its column; `None` for the group that the others are compared with.
    columns: Vec<Vec<Option<usize>>>,
    /// For each factor and level: how many leads have it.
    counts: Vec<Vec<usize>>,
    /// For each factor: whether it counts, so that its first group is what the other is compared with.
    counted: Vec<bool>,
    /// Where the next fit starts.
    start: Option<Vec<f64>>,
}

impl State {
    /// Gives each level of each factor a column, except for the largest level.
    pub(super) fn new(factors: &Factors) -> Self {
        let count = |(factor, values): (&Factor, &Vec<f32>)| {
            let mut counts = vec![0; factor.levels.len()];
            for &value in values {
                counts[level_of(factor, value)] += 1;
            }
            counts
        };
        let counts: Vec<Vec<usize>> = factors.list.iter().zip(&factors.values).map(count).collect();
        let groups = factors.list.iter().zip(&factors.values).zip(&counts).map(|((factor, values), counts)| {
            let had = |level: &usize| counts[*level] > 0;
            // What counts for every lead, but more for some than for others, is compared with not counting.
            let is_graded = factor.is_counted() && varies(values);
            (0..counts.len()).filter(|level| is_graded || had(level)).map(|level| vec![level]).collect()
        });
        let groups: Vec<Vec<Vec<usize>>> = groups.collect();
        let columns = groups.iter().map(|groups| vec![None; groups.len()]).collect();
        let counted = factors.list.iter().map(Factor::is_counted).collect();
        let mut state = Self { groups, columns, counts, counted, start: None };
        state.columns = state.numbered();
        state
    }

    /// Starts from groups that were made before.
    pub(super) fn start_from(&mut self, before: &[Grouped]) {
        for (groups, before) in self.groups.iter_mut().zip(before) {
            groups.clone_from(&before.groups);
        }
        self.columns = self.numbered();
    }

    /// The column of each group of a factor; `None` for the one that the others are compared with.
    pub(super) fn columns_of(&self, factor: usize) -> &[Option<usize>] {
        &self.columns[factor]
    }

    /// How many columns there are, without the intercept.
    pub(super) fn columns(&self) -> usize {
        self.columns.iter().flatten().flatten().max().map_or(0, |last| last + 1)
    }

    /// Gives each group a column, except for the largest of each factor or, for something that counts, for not
    /// counting.
    fn numbered(&self) -> Vec<Vec<Option<usize>>> {
        let mut next = 0;
        let mut number = |(&is_counted, (groups, counts)): (&bool, (&Vec<Vec<usize>>, &Vec<usize>))| {
            let size = |group: &Vec<usize>| group.iter().map(|level| counts[*level]).sum::<usize>();
            let largest = (0..groups.len()).max_by_key(|at| size(&groups[*at])).unwrap_or(0);
            let base = if is_counted { 0 } else { largest };
            let mut column = |at: usize| {
                (at != base).then(|| {
                    next += 1;
                    next - 1
                })
            };
            (0..groups.len()).map(&mut column).collect()
        };
        self.counted.iter().zip(self.groups.iter().zip(&self.counts)).map(&mut number).collect()
    }

    /// Renumbers the columns after groups were joined; returns where each coefficient starts, ending with the
    /// intercept.
    fn number_columns(&mut self, fit: &Fit) -> Vec<f64> {
        let odds: Vec<Vec<f64>> =
            self.columns.iter().map(|columns| columns.iter().map(|at| fit.of(*at)).collect()).collect();
        let mut intercept = fit.coefficients.last().copied().unwrap_or(0.0);
        self.columns = self.numbered();
        let mut start = vec![0.0; self.columns() + 1];
        for (columns, odds) in self.columns.iter().zip(&odds) {
            let base = columns.iter().position(Option::is_none).map_or(0.0, |at| odds[at]);
            intercept += base;
            for (column, odds) in columns.iter().zip(odds) {
                if let Some(column) = column {
                    start[*column] = odds - base;
                }
            }
        }
        let last = start.len() - 1;
        start[last] = intercept;
        start
    }

    /// Leads as the columns that are not zero.
    pub(super) fn leads(&self, factors: &Factors, converted: &[bool]) -> Vec<Lead> {
        let mut leads: Vec<Lead> = converted.iter().map(|&converted| Lead { columns: Vec::new(), converted }).collect();
        for (at, (factor, values)) in factors.list.iter().zip(&factors.values).enumerate() {
            let mut of = vec![None; factor.levels.len()];
            for (group, column) in self.groups[at].iter().zip(&self.columns[at]) {
                for level in group {
                    of[*level] = *column;
                }
            }
            for (lead, &value) in leads.iter_mut().zip(values) {
                if let Some(column) = of[level_of(factor, value)] {
                    lead.columns.push((column, if factor.is_counted() { f64::from(value) } else { 1.0 }));
                }
            }
        }
        leads
    }

    /// The two groups of a factor that differ least, among those that may be joined.
    fn weakest(&self, at: usize, factor: &Factor, fit: &Fit, sign: Option<bool>) -> Option<Join> {
        let (groups, columns) = (&self.groups[at], &self.columns[at]);
        let mut weakest: Option<Join> = None;
        for one in 0..groups.len() {
            for other in one + 1..groups.len() {
                if factor.ordered && !are_neighbours(&groups[one], &groups[other]) {
                    continue;
                }
                let mut apart = fit.apart(columns[one], columns[other]);
                if let (Some(positive), Some(column)) = (sign, columns[other]) {
                    // Points with the other sign are as good as none.
                    let wrong = (fit.coefficients[column] > 0.0) != positive;
                    apart = if wrong { 0.0 } else { apart };
                }
                if weakest.as_ref().is_none_or(|weakest| apart < weakest.apart) {
                    weakest = Some(Join { factor: at, one, other, apart });
                }
            }
        }
        weakest
    }

    fn join(&mut self, join: &Join, fit: &mut Fit) {
        let (groups, columns) = (&mut self.groups[join.factor], &mut self.columns[join.factor]);
        let other = groups.remove(join.other);
        groups[join.one].extend(other);
        groups[join.one].sort_unstable();
        let other = columns.remove(join.other);
        match (columns[join.one], other) {
            (one, Some(other)) => fit.join(other, one),
            (Some(one), None) => {
                fit.join(one, None);
                columns[join.one] = None;
            }
            (None, None) => {}
        }
    }

    /// How many lines of the language express it.
    fn lines(&self, factors: &Factors, fit: &Fit) -> usize {
        let grouped = self.grouped(factors, fit);
        factors.list.iter().zip(&grouped).map(|(factor, grouped)| rows::count(factor, grouped)).sum()
    }

    /// The groups with their log odds.
    fn grouped(&self, factors: &Factors, fit: &Fit) -> Vec<Grouped> {
        let of = |(at, factor): (usize, &Factor)| {
            let (groups, columns) = (&self.groups[at], &self.columns[at]);
            let odds: Vec<f64> = columns.iter().map(|column| fit.of(*column)).collect();
            let zero = odds[rows::zero(factor, groups, &odds)];
            Grouped { groups: groups.clone(), odds: odds.iter().map(|odds| odds - zero).collect() }
        };
        factors.list.iter().enumerate().map(of).collect()
    }
}

/// Whether leads differ in how much something counts.
fn varies(values: &[f32]) -> bool {
    values.windows(2).any(|pair| pair[0].to_bits() != pair[1].to_bits())
}

/// Whether levels are neighbours; unknown is next to all.
fn are_neighbours(one: &[usize], other: &[usize]) -> bool {
    let known = |group: &[usize]| group.iter().any(|level| *level > 0);
    // The far ends are not joined by way of unknown.
    if !known(one) || !known(other) {
        return true;
    }
    one.iter()
        .filter(|level| **level > 0)
        .any(|level| other.contains(&(level + 1)) || (*level > 1 && other.contains(&(level - 1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_ends_are_no_neighbours_over_what_is_unknown() {
        assert!(are_neighbours(&[1, 2], &[3]) && are_neighbours(&[3], &[1, 2]));
        assert!(are_neighbours(&[0], &[7]) && are_neighbours(&[0, 6], &[7]));
        assert!(!are_neighbours(&[0, 1], &[7]) && !are_neighbours(&[1], &[3]));
    }
}
