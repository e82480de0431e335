//! What is to be solved: variables with a number of cells each, tables that give points to sums, and how each sum is
//! capped.

use std::rc::Rc;

/// A combination that is impossible.
pub(super) const NEVER: i64 = i64::MIN;

/// How parts are combined into a sum.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// They add up.
    Sum,
    /// The greatest counts; if none is above zero, the least.
    Best,
}

/// Which values of a sum matter.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The greater, the better.
    Most,
    /// The less, the better.
    Least,
    /// Each by itself.
    All,
}

impl Mode {
    /// What matters for something that must serve both.
    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::All }
    }

    /// The same seen from the other side.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::Most => Self::Least,
            Self::Least => Self::Most,
            Self::All => Self::All,
        }
    }
}

/// A sum.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) join: Join,
    pub(super) mode: Mode,
    /// The ends that limit it once all its parts are there.
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
    /// The sum that it then becomes part of.
    pub(super) part_of: Option<usize>,
    /// If all that matters is between which of these it lies; sorted.
    pub(super) cuts: Option<Vec<i64>>,
}

/// What combinations of cells give to a sum; without a sum it only rules combinations out.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    pub(super) variables: Vec<usize>,
    pub(super) sum: Option<usize>,
    /// The value for each combination of cells, the last variable varying fastest.
    pub(super) table: Rc<[i64]>,
}

/// What is to be solved.
#[derive(Clone, Debug, Default)]
pub(super) struct Problem {
    /// The number of cells of each variable.
    pub(super) sizes: Vec<usize>,
    pub(super) factors: Vec<Factor>,
    pub(super) sums: Vec<Sum>,
}

/// The index in a table for the cells of these variables.
pub(super) fn index(variables: &[usize], cells: &[usize], sizes: &[usize]) -> usize {
    variables.iter().fold(0, |at, variable| at * sizes[*variable] + cells[*variable])
}

/// Moves to the next combination of cells, the last variable varying fastest.
pub(super) fn next(cells: &mut [usize], variables: &[usize], sizes: &[usize]) {
    for variable in variables.iter().rev() {
        cells[*variable] += 1;
        if cells[*variable] < sizes[*variable] {
            return;
        }
        cells[*variable] = 0;
    }
}
