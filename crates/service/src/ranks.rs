//! Who comes first: by stage, then by points. In: what came of leads, batch by batch; out: the rows, the best first.

use std::cmp::Reverse;

use leadrules_language::ir::StageId;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use crate::scored::Batch;

/// How leads are told apart by stage and by some scores.
#[derive(Debug)]
pub struct Ranks<'a> {
    batches: &'a [&'a Batch],
    /// The one that decides first comes first.
    scores: Vec<Score>,
}

/// A score that decides.
#[derive(Debug)]
struct Score {
    at: usize,
    /// The least points that a lead has.
    least: i64,
    /// In so many bits all of them fit, with a place below them for unknown ones.
    bits: u32,
}

/// The number of a stage, and that a lead is excluded, fit in so many bits.
const OF_STAGE: u32 = 17;

impl<'a> Ranks<'a> {
    /// For leads that came out so, by these scores.
    #[must_use]
    pub fn new(batches: &'a [&'a Batch], scores: &[usize]) -> Self {
        let score = |&at: &usize| {
            let ends = || batches.iter().map(|batch| batch.scores[at].ends());
            let least = ends().map(|(least, _)| least).min().unwrap_or(0);
            let most = ends().map(|(_, most)| most).max().unwrap_or(0);
            let places = u128::from(most.abs_diff(least)) + 2;
            Score { at, least, bits: u128::BITS - (places - 1).leading_zeros() }
        };
        Self { batches, scores: scores.iter().map(score).collect() }
    }

    /// The rows, the best first; those that are alike in their order. They are given by batch, with the number of its first row.
    #[must_use]
    pub fn sorted(&self, rows: &[Vec<u32>], starts: &[u32]) -> Vec<u32> {
        if OF_STAGE + self.scores.iter().map(|score| score.bits).sum::<u32>() <= u64::BITS {
            sorted(rows, starts, |batch, row| self.short(batch, row))
        } else {
            sorted(rows, starts, |batch, row| self.long(batch, row))
        }
    }

    /// Stage and points in one number.
    fn short(&self, batch: usize, row: usize) -> u64 {
        let batch = self.batches[batch];
        let shift = |rank: u64, score: &Score| {
            let points = batch.scores[score.at].get(row).map_or(0, |points| points.abs_diff(score.least) + 1);
            rank << score.bits | points
        };
        self.scores.iter().fold(step(batch, row).into(), shift)
    }

    /// Stage and points where they don't fit in one.
    fn long(&self, batch: usize, row: usize) -> (u16, Vec<Option<i64>>) {
        let batch = self.batches[batch];
        (step(batch, row), self.scores.iter().map(|score| batch.scores[score.at].get(row)).collect())
    }
}

fn step(batch: &Batch, row: usize) -> u16 {
    let stage = batch.stages[row];
    if stage == StageId::EXCLUDED_NUMBER { 0 } else { stage + 1 }
}

fn sorted<R: Ord + Send>(rows: &[Vec<u32>], starts: &[u32], rank: impl Fn(usize, usize) -> R + Sync) -> Vec<u32> {
    let ranked = |(at, rows): (usize, &Vec<u32>)| {
        rows.iter().map(|&row| (Reverse(rank(at, (row - starts[at]) as usize)), row)).collect::<Vec<_>>()
    };
    let mut ranked: Vec<(Reverse<R>, u32)> = rows.par_iter().enumerate().flat_map_iter(ranked).collect();
    ranked.par_sort_unstable();
    ranked.into_iter().map(|(_, row)| row).collect()
}
