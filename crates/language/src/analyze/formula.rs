//! Conditions and quantities over cells. In: a condition of the rule set; out: a formula whose answers are looked up by
//! cell. Scores stay open in it: they are looked up once their values are known.

use std::rc::Rc;

use super::doubt::Doubt;
use super::problem::{index, next};
use crate::ast::Arithmetic;
use crate::decimal::{Decimal, Points};
use crate::ir::{Comparison, NumberRange, ScoreId};
use crate::types::Truth;
use crate::words::say;

/// A condition.
#[derive(Clone, Debug)]
pub(super) enum Formula {
    Constant(Truth),
    Table(Table<Truth>),
    Not(Rc<Formula>),
    And(Vec<Formula>),
    Or(Vec<Formula>),
    /// A question about scores.
    Scores(Rc<ScoreTest>),
}

/// Answers that depend on the cells of some variables.
#[derive(Clone, Debug)]
pub(super) struct Table<T> {
    pub(super) variables: Vec<usize>,
    pub(super) answers: Rc<[T]>,
    /// Whether there may be other answers.
    pub(super) doubt: Doubt,
}

/// A placeholder for the answers of a table that would be too large; it always comes with a doubt.
pub(super) trait Guess {
    const GUESS: Self;
}

impl Guess for Truth {
    const GUESS: Self = Self::Unknown;
}

impl Guess for Option<Decimal> {
    const GUESS: Self = None;
}

impl Guess for i64 {
    const GUESS: Self = 0;
}

impl<T: Copy + Guess> Table<T> {
    /// A placeholder for what would be too large.
    pub(super) fn guess() -> Self {
        let doubt = Doubt::of(say!("more values meet in one question than can be tried together"));
        Self { variables: Vec::new(), answers: Rc::new([T::GUESS]), doubt }
    }

    /// Whether it is such a placeholder.
    pub(super) fn is_guess(&self) -> bool {
        self.variables.is_empty() && self.doubt != Doubt::NONE
    }

    /// The answers for all cells of these variables. `cells` holds the first cell of every variable, both before and
    /// after.
    pub(super) fn make(
        variables: Vec<usize>,
        (sizes, cells): (&[usize], &mut [usize]),
        doubt: Doubt,
        mut answer: impl FnMut(&[usize]) -> T,
    ) -> Self {
        let count = variables.iter().map(|at| sizes[*at]).product();
        let answers = (0..count)
            .map(|_| {
                let one = answer(cells);
                next(cells, &variables, sizes);
                one
            })
            .collect();
        Self { variables, answers, doubt }
    }
}

impl<T: Copy> Table<T> {
    /// The same with each answer replaced.
    pub(super) fn map<U>(&self, answer: impl Fn(T) -> U) -> Table<U> {
        let answers = self.answers.iter().map(|one| answer(*one)).collect();
        Table { variables: self.variables.clone(), answers, doubt: self.doubt.clone() }
    }

    pub(super) fn at(&self, cells: &[usize], sizes: &[usize]) -> T {
        self.answers[index(&self.variables, cells, sizes)]
    }
}

/// What is asked of scores.
#[derive(Clone, Debug)]
pub(super) enum ScoreTest {
    Number(Measure, Vec<NumberRange>),
    Compare(Comparison, Measure, Measure),
    Known(Measure),
}

/// A quantity.
#[derive(Clone, Debug)]
pub(super) enum Measure {
    Constant(Decimal),
    Column(Table<Option<Decimal>>),
    Score(ScoreId),
    Binary(Arithmetic, Rc<Measure>, Rc<Measure>),
}

/// Where scores and cells are looked up.
pub(super) struct Facts<'a> {
    pub(super) cells: &'a [usize],
    pub(super) sizes: &'a [usize],
    /// By score id.
    pub(super) scores: &'a [Option<Points>],
}

impl Formula {
    pub(super) fn truth(&self, facts: &Facts<'_>) -> Truth {
        match self {
            Self::Constant(truth) => *truth,
            Self::Table(table) => table.at(facts.cells, facts.sizes),
            Self::Not(inner) => !inner.truth(facts),
            Self::And(all) => all.iter().map(|one| one.truth(facts)).fold(Truth::True, Truth::and),
            Self::Or(all) => all.iter().map(|one| one.truth(facts)).fold(Truth::False, Truth::or),
            Self::Scores(test) => test.truth(facts),
        }
    }

    /// A placeholder for what would be too large.
    pub(super) fn guess() -> Self {
        Self::Table(Table::guess())
    }

    /// Whether any of it was not looked up.
    pub(super) fn is_guess(&self) -> bool {
        let mut is_guess = false;
        self.leaves(false, &mut |leaf, _| {
            if let Self::Table(table) = leaf {
                is_guess |= table.is_guess();
            }
        });
        is_guess
    }

    /// How many tables and questions about scores are in it.
    pub(super) fn weight(&self) -> usize {
        let mut weight = 0;
        self.leaves(false, &mut |_, _| weight += 1);
        weight
    }

    pub(super) fn not(inner: Self) -> Self {
        match inner {
            Self::Constant(truth) => Self::Constant(!truth),
            Self::Not(inner) => inner.as_ref().clone(),
            other => Self::Not(Rc::new(other)),
        }
    }

    /// The same with negations only in front of something that is not an `and` or an `or`.
    pub(super) fn positive(&self) -> Self {
        match self {
            Self::Constant(_) | Self::Table(_) | Self::Scores(_) => self.clone(),
            Self::And(all) => Self::And(all.iter().map(Self::positive).collect()),
            Self::Or(all) => Self::Or(all.iter().map(Self::positive).collect()),
            Self::Not(inner) => match inner.as_ref() {
                Self::And(all) => Self::Or(all.iter().map(|one| Self::not(one.clone()).positive()).collect()),
                Self::Or(all) => Self::And(all.iter().map(|one| Self::not(one.clone()).positive()).collect()),
                Self::Not(inner) => inner.positive(),
                Self::Constant(_) | Self::Table(_) | Self::Scores(_) => self.clone(),
            },
        }
    }

    /// Visits the tables and the questions about scores, each with whether it is under an odd number of negations.
    pub(super) fn leaves<'f>(&'f self, turned: bool, visit: &mut dyn FnMut(&'f Formula, bool)) {
        match self {
            Self::Constant(_) => {}
            Self::Table(_) | Self::Scores(_) => visit(self, turned),
            Self::Not(inner) => inner.leaves(!turned, visit),
            Self::And(all) | Self::Or(all) => all.iter().for_each(|one| one.leaves(turned, visit)),
        }
    }

    /// The variables that it refers to, in order.
    pub(super) fn variables(&self) -> Vec<usize> {
        let mut variables = Vec::new();
        self.leaves(false, &mut |leaf, _| match leaf {
            Self::Table(table) => variables.extend(&table.variables),
            Self::Scores(test) => variables.extend(test.columns().iter().flat_map(|column| &column.variables)),
            Self::Constant(_) | Self::Not(_) | Self::And(_) | Self::Or(_) => {}
        });
        variables.sort_unstable();
        variables.dedup();
        variables
    }

    /// Whether its tables may have other answers; says nothing about the scores that it asks about.
    pub(super) fn doubt(&self) -> Doubt {
        let mut doubt = Doubt::NONE;
        self.leaves(false, &mut |leaf, _| match leaf {
            Self::Table(table) => doubt = doubt.or(&table.doubt),
            Self::Scores(test) => doubt = doubt.or(&test.columns().into_iter().map(|column| &column.doubt).collect()),
            Self::Constant(_) | Self::Not(_) | Self::And(_) | Self::Or(_) => {}
        });
        doubt
    }

    /// Whether it asks about scores.
    pub(super) fn has_scores(&self) -> bool {
        let mut has = false;
        self.leaves(false, &mut |leaf, _| has |= matches!(leaf, Self::Scores(_)));
        has
    }
}

impl ScoreTest {
    fn truth(&self, facts: &Facts<'_>) -> Truth {
        match self {
            Self::Number(of, ranges) => {
                of.value(facts).map(|number| ranges.iter().any(|range| range.contains(number))).into()
            }
            Self::Compare(comparison, left, right) => {
                let both = left.value(facts).zip(right.value(facts));
                both.map(|(left, right)| comparison.holds(left.cmp(&right))).into()
            }
            Self::Known(of) => of.value(facts).is_some().into(),
        }
    }

    pub(super) fn measures(&self) -> Vec<&Measure> {
        match self {
            Self::Number(of, _) | Self::Known(of) => vec![of],
            Self::Compare(_, left, right) => vec![left, right],
        }
    }

    pub(super) fn columns(&self) -> Vec<&Table<Option<Decimal>>> {
        self.measures().iter().flat_map(|of| of.columns()).collect()
    }
}

impl Measure {
    /// Its value, if it is known.
    pub(super) fn value(&self, facts: &Facts<'_>) -> Option<Decimal> {
        match self {
            Self::Constant(value) => Some(*value),
            Self::Column(table) => table.at(facts.cells, facts.sizes),
            Self::Score(id) => facts.scores[usize::from(id.0)].map(Points::to_decimal),
            Self::Binary(operation, left, right) => {
                let (left, right) = (left.value(facts)?, right.value(facts)?);
                match operation {
                    Arithmetic::Add => left.checked_add(right),
                    Arithmetic::Subtract => left.checked_sub(right),
                    Arithmetic::Multiply => left.checked_mul(right),
                    Arithmetic::Divide => left.checked_div(right),
                }
            }
        }
    }

    pub(super) fn columns(&self) -> Vec<&Table<Option<Decimal>>> {
        match self {
            Self::Constant(_) | Self::Score(_) => Vec::new(),
            Self::Column(table) => vec![table],
            Self::Binary(_, left, right) => left.columns().into_iter().chain(right.columns()).collect(),
        }
    }

    /// Whether its columns may have other values.
    pub(super) fn doubt(&self) -> Doubt {
        self.columns().into_iter().map(|column| &column.doubt).collect()
    }

    /// The same, with a doubt about each of its columns.
    pub(super) fn doubted(self, doubt: &Doubt) -> Self {
        match self {
            Self::Constant(_) | Self::Score(_) => self,
            Self::Column(table) => Self::Column(Table { doubt: table.doubt.or(doubt), ..table }),
            Self::Binary(operation, left, right) => {
                let doubted = |side: &Rc<Self>| Rc::new(side.as_ref().clone().doubted(doubt));
                Self::Binary(operation, doubted(&left), doubted(&right))
            }
        }
    }

    pub(super) fn scores(&self) -> Vec<ScoreId> {
        match self {
            Self::Constant(_) | Self::Column(_) => Vec::new(),
            Self::Score(id) => vec![*id],
            Self::Binary(_, left, right) => left.scores().into_iter().chain(right.scores()).collect(),
        }
    }

    /// The variables of its columns, in order.
    pub(super) fn variables(&self) -> Vec<usize> {
        let mut variables: Vec<usize> =
            self.columns().iter().flat_map(|column| column.variables.iter().copied()).collect();
        variables.sort_unstable();
        variables.dedup();
        variables
    }
}
