//! As few groups of values as the data can tell apart. In: factors, each value in a group of its own; out: groups that
//! differ for certain, with their log odds. Starting from all groups, those two that the data tells apart least are made
//! one, again and again, until telling any two apart is worth what a further number costs (the Bayesian information
//! criterion: G. Schwarz, "Estimating the dimension of a model", 1978) and there are no more lines than allowed. Rules that a
//! person wrote go only where their effect is smaller than its standard error.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]
#![expect(clippy::disallowed_methods, reason = "no result is made here: what is reckoned is put before a person")]

use super::factor::{Factor, Factors, Level, Of};
use super::fit::{Fit, Lead};

/// What must hold of the groups.
pub(super) struct Limits<'a> {
    /// How many lines there may be.
    pub(super) lines: usize,
    /// By factor: the sign that its points must have, where the author says so.
    pub(super) signs: &'a [Option<bool>],
}

/// A factor's values in groups.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grouped {
    /// The levels of each group. What is unknown or rare is in the first, if any lead has it.
    pub(super) groups: Vec<Vec<usize>>,
    /// By group: log odds, those of the first being 0 if what is unknown is in it, otherwise the least.
    pub(super) odds: Vec<f64>,
    /// Whether some lead has level 0.
    pub(super) has_unknown: bool,
}

/// Groups the values of all factors.
pub(super) fn fuse(factors: &Factors, converted: &[bool], limits: &Limits<'_>) -> Vec<Grouped> {
    let mut state = State::new(factors);
    let worth = (converted.len().max(2) as f64).ln();
    let mut fit: Option<Fit> = None;
    loop {
        let leads = state.leads(factors, converted);
        let columns = state.columns.iter().flatten().flatten().count();
        let start = fit.take().map(|_| state.start.clone());
        let fitted = Fit::new(&leads, columns, start.filter(|start| start.len() == columns + 1));
        let mut joins: Vec<Join> = (0..factors.list.len())
            .filter_map(|at| state.weakest(at, &factors.list[at], &fitted, limits.signs[at]))
            .map(|join| match factors.list[join.factor].of {
                // What a person wrote down stays unless the data can't tell it from nothing at all.
                Of::Rule(_) => Join { apart: join.apart * worth, ..join },
                Of::Field(_) | Of::Entry(..) => join,
            })
            .collect();
        joins.sort_by(|a, b| a.apart.total_cmp(&b.apart));
        let lines: usize = factors
            .list
            .iter()
            .zip(state.grouped(factors, &fitted))
            .map(|(factor, grouped)| lines(factor, &grouped))
            .sum();
        let Some(first) = joins.first().map(|join| join.apart) else { return state.grouped(factors, &fitted) };
        if first >= worth && lines <= limits.lines {
            return state.grouped(factors, &fitted);
        }
        // What is not apart at all goes at once, one join a factor; then one by one.
        let count = joins.iter().take_while(|join| join.apart < 1.0).count().max(1);
        for join in &joins[..count] {
            state.join(join);
        }
        state.name_columns(&fitted);
        fit = Some(fitted);
    }
}

/// How many lines of the language say it.
pub(super) fn lines(factor: &Factor, grouped: &Grouped) -> usize {
    let others = grouped.groups.len() - 1;
    if !factor.ordered || others == 0 {
        return others;
    }
    // Ranges without points between ranges with points are written too, and each range on its own.
    let zero = grouped.odds.iter().position(|odds| *odds == 0.0).unwrap_or(0);
    let group_of = |level: usize| grouped.groups.iter().position(|group| group.contains(&level)).unwrap_or(0);
    let mut runs: Vec<usize> = (1..factor.levels.len()).map(group_of).collect();
    runs.dedup();
    let first = runs.iter().position(|group| *group != zero).unwrap_or(0);
    let last = runs.iter().rposition(|group| *group != zero).unwrap_or(0);
    last + 1 - first
}

/// Two groups of a factor, and how far they are apart.
struct Join {
    factor: usize,
    one: usize,
    other: usize,
    apart: f64,
}

struct State {
    /// By factor: groups of levels that some lead has.
    groups: Vec<Vec<Vec<usize>>>,
    /// By factor, by group: its column; none for the group that the others are compared with.
    columns: Vec<Vec<Option<usize>>>,
    /// By factor, by level: how many leads have it.
    counts: Vec<Vec<usize>>,
    /// Where the next fit starts.
    start: Vec<f64>,
}

impl State {
    fn new(factors: &Factors) -> Self {
        let mut counts: Vec<Vec<usize>> = factors.list.iter().map(|factor| vec![0; factor.levels.len()]).collect();
        for values in &factors.values {
            for ((factor, counts), &value) in factors.list.iter().zip(&mut counts).zip(values) {
                counts[level_of(factor, value)] += 1;
            }
        }
        let groups = (0..).zip(factors.list.iter().zip(&counts)).map(|(at, (factor, counts))| {
            let had = |level: &usize| counts[*level] > 0;
            // A rule that counts for every lead, more for some than for others, is held against not counting.
            let is_graded = is_rule(factor) && varies(factors, at);
            (0..counts.len()).filter(|level| is_graded || had(level)).map(|level| vec![level]).collect()
        });
        let groups = groups.collect();
        let mut state = Self { groups, columns: Vec::new(), counts, start: Vec::new() };
        state.number_columns();
        state
    }

    /// Gives each group a column, but for the largest of each factor.
    fn number_columns(&mut self) {
        let mut next = 0;
        self.columns = self
            .groups
            .iter()
            .zip(&self.counts)
            .map(|(groups, counts)| {
                let size = |group: &Vec<usize>| group.iter().map(|level| counts[*level]).sum::<usize>();
                // A rule that does not count is what it is compared with, however seldom that is.
                let is_rule = groups.len() == 2 && groups[0] == [0] && counts.len() == 2;
                let largest =
                    if is_rule { 0 } else { (0..groups.len()).max_by_key(|at| size(&groups[*at])).unwrap_or(0) };
                (0..groups.len())
                    .map(|at| {
                        let column = (at != largest).then_some(next);
                        next += usize::from(column.is_some());
                        column
                    })
                    .collect()
            })
            .collect();
    }

    /// Columns for the joined groups, each starting where it was.
    fn name_columns(&mut self, fit: &Fit) {
        let intercept = fit.coefficients.last().copied().unwrap_or(0.0);
        self.number_columns();
        let columns = self.columns.iter().flatten().flatten().count();
        // Warm starts save a step or two of Newton's; the intercept is the part that matters most.
        self.start = vec![0.0; columns + 1];
        self.start[columns] = intercept;
    }

    fn leads(&self, factors: &Factors, converted: &[bool]) -> Vec<Lead> {
        let columns_of: Vec<Vec<Option<usize>>> = (0..factors.list.len())
            .map(|at| {
                let mut of = vec![None; self.counts[at].len()];
                for (group, column) in self.groups[at].iter().zip(&self.columns[at]) {
                    for level in group {
                        of[*level] = *column;
                    }
                }
                of
            })
            .collect();
        let lead = |(values, &converted): (&Vec<f32>, &bool)| {
            let columns = factors.list.iter().zip(&columns_of).zip(values).filter_map(|((factor, of), &value)| {
                let times = if is_rule(factor) { f64::from(value) } else { 1.0 };
                of[level_of(factor, value)].map(|column| (column, times))
            });
            Lead { columns: columns.collect(), converted }
        };
        factors.values.iter().zip(converted).map(lead).collect()
    }

    /// The two groups of a factor that are least apart, of those that may be joined.
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
                    // Points of the other sign are as good as none.
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

    fn join(&mut self, join: &Join) {
        let groups = &mut self.groups[join.factor];
        let other = groups.remove(join.other);
        groups[join.one].extend(other);
        groups[join.one].sort_unstable();
    }

    /// The groups with their log odds.
    fn grouped(&self, factors: &Factors, fit: &Fit) -> Vec<Grouped> {
        let of = |(at, factor): (usize, &Factor)| {
            let (groups, columns) = (&self.groups[at], &self.columns[at]);
            let odds: Vec<f64> =
                columns.iter().map(|column| column.map_or(0.0, |column| fit.coefficients[column])).collect();
            let has_unknown = groups.iter().any(|group| group.contains(&0));
            let least = odds.iter().copied().fold(f64::INFINITY, f64::min);
            // What is not known earns nothing; where all is known, a plain no does, or else what counts least.
            let no = factor.levels.iter().position(|level| *level == Level::Truth(false));
            let plain = if has_unknown { Some(0) } else { no };
            let zero = plain.and_then(|level| groups.iter().position(|group| group.contains(&level)));
            let zero = zero.map_or(least, |at| odds[at]);
            Grouped { groups: groups.clone(), odds: odds.iter().map(|odds| odds - zero).collect(), has_unknown }
        };
        factors.list.iter().enumerate().map(of).collect()
    }
}

/// Whether leads differ in how much this factor counts.
fn varies(factors: &Factors, at: usize) -> bool {
    factors.values.windows(2).any(|pair| pair[0][at].to_bits() != pair[1][at].to_bits())
}

fn is_rule(factor: &Factor) -> bool {
    matches!(factor.of, Of::Rule(_))
}

/// The level that a value stands for: a rule counts or does not.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "levels are few and counted from 0")]
fn level_of(factor: &Factor, value: f32) -> usize {
    if factor.levels.get(1) == Some(&Level::Rule) { usize::from(value != 0.0) } else { value as usize }
}

/// Whether ranges touch; what is unknown touches all.
fn are_neighbours(one: &[usize], other: &[usize]) -> bool {
    let has_unknown = one.contains(&0) || other.contains(&0);
    has_unknown || one.iter().any(|level| other.contains(&(level + 1)) || (*level > 0 && other.contains(&(level - 1))))
}
