//! A regularised logistic regression. In: leads as the columns that are not zero, and whether each converted; out:
//! coefficients in log odds, and their covariance. The same numbers come out with any number of threads.
//!
//! It is written here because the crates that offer it (linfa-logistic with ndarray and argmin, smartcore) would add
//! more build time than this program can spare, and none of them gives the covariance that `fuse` needs.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;

use crate::statistic::{log_odds, logistic};

/// How strongly coefficients are held towards zero: as if each had been seen to be zero with a variance of one. This is
/// enough to keep them finite if few leads tell anything, and too little to matter if many do.
const RIDGE: f64 = 1.0;

/// This many leads are added up at a time, whatever the number of threads.
const CHUNK: usize = 4096;

/// A lead: its columns that are not zero, and whether it converted.
#[derive(Clone, Debug, Default)]
pub(super) struct Lead {
    pub(super) columns: Vec<(usize, f64)>,
    pub(super) converted: bool,
}

/// A fitted regression. The last column is the intercept. Columns that were joined to others stay in place and follow
/// them.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// Log odds, by column, with the intercept at the end.
    pub(super) coefficients: Vec<f64>,
    /// Their covariance, row by row.
    covariance: Vec<f64>,
    /// The inverse of the covariance, row by row: how much the likelihood falls off around the fit.
    information: Vec<f64>,
}

impl Fit {
    /// Fits `columns` columns, starting from `start` (as in [`Fit::coefficients`]) if it is given. Newton's method
    /// (iteratively reweighted least squares).
    pub(super) fn new(leads: &[Lead], columns: usize, start: Option<Vec<f64>>) -> Self {
        let size = columns + 1;
        let converted = leads.iter().filter(|lead| lead.converted).count() as f64;
        let first = log_odds(converted.max(0.5), (leads.len() as f64 - converted).max(0.5));
        let fresh = || (0..size).map(|at| if at == columns { first } else { 0.0 }).collect();
        let mut coefficients: Vec<f64> = start.filter(|start| start.len() == size).unwrap_or_else(fresh);
        for _ in 0..30 {
            let (mut gradient, mut hessian) = slopes(leads, &coefficients);
            for at in 0..columns {
                gradient[at] -= RIDGE * coefficients[at];
                hessian[at * size + at] += RIDGE;
            }
            // A column in which no leads differ keeps its start.
            hessian[size * size - 1] += 1e-9;
            factor(&mut hessian, size);
            let mut step = gradient;
            solve(&hessian, size, &mut step);
            let largest = step.iter().fold(0.0_f64, |largest, step| largest.max(step.abs()));
            let damped = if largest > 2.0 { 2.0 / largest } else { 1.0 };
            for (coefficient, step) in coefficients.iter_mut().zip(&step) {
                *coefficient += damped * step;
            }
            if largest < 1e-6 {
                break;
            }
        }
        let (_, mut hessian) = slopes(leads, &coefficients);
        for at in 0..columns {
            hessian[at * size + at] += RIDGE;
        }
        hessian[size * size - 1] += 1e-9;
        for row in 0..size {
            for column in row + 1..size {
                hessian[row * size + column] = hessian[column * size + row];
            }
        }
        let covariance = inverse(&hessian, size);
        Self { coefficients, covariance, information: hessian }
    }

    /// As if one column had been another (or nothing, if there is no other) from the start: what the fit would be then,
    /// as far as the likelihood is a parabola around it, without looking at the leads again. The column is worth
    /// nothing from then on.
    pub(super) fn join(&mut self, column: usize, to: Option<usize>) {
        let size = self.coefficients.len();
        let mut pull: Vec<f64> = (0..size)
            .map(|row| (0..size).map(|at| self.information[row * size + at] * self.coefficients[at]).sum())
            .collect();
        if let Some(to) = to {
            pull[to] += pull[column];
            for at in 0..size {
                self.information[to * size + at] += self.information[column * size + at];
            }
            for at in 0..size {
                self.information[at * size + to] += self.information[at * size + column];
            }
        }
        pull[column] = 0.0;
        for at in 0..size {
            self.information[at * size + column] = 0.0;
            self.information[column * size + at] = 0.0;
        }
        self.information[column * size + column] = 1.0;
        self.covariance = inverse(&self.information, size);
        self.coefficients =
            (0..size).map(|row| (0..size).map(|at| self.covariance[row * size + at] * pull[at]).sum()).collect();
    }

    /// How much of a weighted sum over columns the columns of the fit can't express themselves, where `spread` is the
    /// sum of its squares and `shared` what it has in common with each column.
    pub(super) fn own_spread(&self, spread: f64, shared: &[f64]) -> f64 {
        let size = self.coefficients.len();
        let made: f64 = shared
            .iter()
            .enumerate()
            .filter(|(_, value)| **value != 0.0)
            .map(|(row, value)| {
                let of = &self.covariance[row * size..(row + 1) * size];
                value * of.iter().zip(shared).map(|(a, b)| a * b).sum::<f64>()
            })
            .sum();
        spread - made
    }

    /// How much better it explains leads than their rate alone does: twice the gain in log likelihood.
    pub(super) fn explained(&self, leads: &[Lead]) -> f64 {
        let converted = leads.iter().filter(|lead| lead.converted).count() as f64;
        let rate = (converted / leads.len().max(1) as f64).clamp(1e-9, 1.0 - 1e-9);
        let gain = |lead: &Lead| {
            let (left, _) = self.left_over(lead);
            let (now, alone) = if lead.converted { (1.0 - left, rate) } else { (1.0 + left, 1.0 - rate) };
            log_odds(now.max(1e-12), alone)
        };
        2.0 * leads.iter().map(gain).sum::<f64>()
    }

    /// What is left unexplained of a lead (1 or 0 minus its probability), and how much it weighs.
    pub(super) fn left_over(&self, lead: &Lead) -> (f64, f64) {
        let last = self.coefficients.len() - 1;
        let odds = lead.columns.iter().map(|&(at, x)| self.coefficients[at] * x).sum::<f64>() + self.coefficients[last];
        let p = logistic(odds);
        (f64::from(u8::from(lead.converted)) - p, p * (1.0 - p))
    }

    /// The log odds of a column; `None` is what the others are compared with.
    pub(super) fn of(&self, column: Option<usize>) -> f64 {
        column.map_or(0.0, |column| self.coefficients[column])
    }

    fn together(&self, one: Option<usize>, other: Option<usize>) -> f64 {
        let size = self.coefficients.len();
        one.zip(other).map_or(0.0, |(one, other)| self.covariance[one * size + other])
    }

    /// By how much the log odds of two columns differ, `None` being zero, in squared standard errors (Wald's
    /// statistic): about twice what telling them apart adds to the log likelihood.
    pub(super) fn apart(&self, one: Option<usize>, other: Option<usize>) -> f64 {
        let (difference, variance) = self.difference(one, other);
        if variance <= 0.0 { 0.0 } else { difference * difference / variance }
    }

    /// By how much the log odds of two columns differ, `None` being zero, as far as the leads say so, and how exactly (the inverse of
    /// the variance); `None` if they say nothing. That coefficients are held towards zero is taken out again.
    pub(super) fn effect(&self, one: Option<usize>, other: Option<usize>) -> Option<(f64, f64)> {
        let (difference, variance) = self.difference(one, other);
        let held = RIDGE / f64::from(u8::from(one.is_some()) + u8::from(other.is_some()));
        let exactness = 1.0 / variance - held;
        (variance > 0.0 && exactness > 1e-6).then(|| (difference / (variance * exactness), exactness))
    }

    /// The difference of two columns, and its variance.
    fn difference(&self, one: Option<usize>, other: Option<usize>) -> (f64, f64) {
        let variance = self.together(one, one) + self.together(other, other) - 2.0 * self.together(one, other);
        (self.of(one) - self.of(other), variance)
    }
}

/// The first derivatives of the log likelihood, and the negated second derivatives.
fn slopes(leads: &[Lead], coefficients: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let size = coefficients.len();
    let last = size - 1;
    let chunks: Vec<(Vec<f64>, Vec<f64>)> = leads
        .par_chunks(CHUNK)
        .map(|leads| {
            let (mut gradient, mut hessian) = (vec![0.0; size], vec![0.0; size * size]);
            for lead in leads {
                let odds = lead.columns.iter().map(|&(at, x)| coefficients[at] * x).sum::<f64>() + coefficients[last];
                let p = logistic(odds);
                let (off, weight) = (f64::from(u8::from(lead.converted)) - p, p * (1.0 - p));
                gradient[last] += off;
                hessian[last * size + last] += weight;
                for (place, &(at, x)) in lead.columns.iter().enumerate() {
                    gradient[at] += off * x;
                    hessian[last * size + at] += weight * x;
                    for &(other, y) in &lead.columns[..=place] {
                        let (row, column) = if at > other { (at, other) } else { (other, at) };
                        hessian[row * size + column] += weight * x * y;
                    }
                }
            }
            (gradient, hessian)
        })
        .collect();
    let (mut gradient, mut hessian) = (vec![0.0; size], vec![0.0; size * size]);
    for (more_gradient, more_hessian) in chunks {
        gradient.iter_mut().zip(more_gradient).for_each(|(sum, more)| *sum += more);
        hessian.iter_mut().zip(more_hessian).for_each(|(sum, more)| *sum += more);
    }
    (gradient, hessian)
}

/// Turns the lower half of a symmetric matrix into its Cholesky factor: the triangle whose square it is.
fn factor(matrix: &mut [f64], size: usize) {
    for row in 0..size {
        for column in 0..=row {
            let inner: f64 = (0..column).map(|at| matrix[row * size + at] * matrix[column * size + at]).sum();
            let rest = matrix[row * size + column] - inner;
            matrix[row * size + column] =
                if row == column { rest.max(1e-12).sqrt() } else { rest / matrix[column * size + column] };
        }
    }
}

/// The inverse of a symmetric matrix.
fn inverse(matrix: &[f64], size: usize) -> Vec<f64> {
    let mut triangle = matrix.to_vec();
    factor(&mut triangle, size);
    let mut inverse = vec![0.0; size * size];
    for (at, row) in inverse.chunks_mut(size).enumerate() {
        row[at] = 1.0;
        solve(&triangle, size, row);
    }
    inverse
}

/// Solves for the right-hand side in place, given the triangle of the matrix.
fn solve(triangle: &[f64], size: usize, right: &mut [f64]) {
    for row in 0..size {
        let inner: f64 = (0..row).map(|at| triangle[row * size + at] * right[at]).sum();
        right[row] = (right[row] - inner) / triangle[row * size + row];
    }
    for row in (0..size).rev() {
        let inner: f64 = (row + 1..size).map(|at| triangle[at * size + row] * right[at]).sum();
        right[row] = (right[row] - inner) / triangle[row * size + row];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_get_their_odds() {
        // Of 1,000 leads each: 20 % convert; with the first column 50 %; with the second also 20 %.
        let mut leads = Vec::new();
        for at in 0..3000 {
            let columns = match at % 3 {
                0 => vec![],
                1 => vec![(0, 1.0)],
                _ => vec![(1, 1.0)],
            };
            let share = if at % 3 == 1 { 5 } else { 2 };
            leads.push(Lead { columns, converted: (at / 3) % 10 < share });
        }
        let fit = Fit::new(&leads, 2, None);
        assert!((logistic(fit.coefficients[2]) - 0.2).abs() < 0.01, "{fit:?}");
        assert!((logistic(fit.coefficients[2] + fit.coefficients[0]) - 0.5).abs() < 0.01, "{fit:?}");
        assert!(fit.apart(Some(0), None) > 100.0 && fit.apart(Some(1), None) < 0.1, "{fit:?}");
        // Without looking at the leads again, the first two groups convert alike once joined.
        let mut joined = fit.clone();
        joined.join(1, None);
        assert!((logistic(joined.coefficients[2]) - 0.2).abs() < 0.01 && joined.coefficients[1] == 0.0, "{joined:?}");
        assert!((joined.coefficients[0] - fit.coefficients[0]).abs() < 0.05, "{joined:?}");
    }
}
