//! Finds the values that sums of tables can have, over all combinations of cells, without trying them all. In:
//! variables with a number of cells each, tables that give points to sums, and how each sum is capped; out: the sums
//! that can be reached together (all of them, or the best), and for each of them a combination of cells. Nothing is
//! known of rules here.
//!
//! The method is variable elimination (bucket elimination; Dechter, "Bucket elimination: a unifying framework for
//! reasoning", 1999): a variable is eliminated by joining the tables that refer to it. An entry of a table is a set of
//! vectors, with one number per sum; where only the most or the least of a sum matters, vectors that another one
//! dominates are left out (Rollon and Larrosa, "Bucket elimination for multiobjective optimization problems", 2006).

use super::order;
use super::problem::{Join, Mode, NEVER, Problem, index, next};

/// Steps that are left; counted, never timed, so that a verdict is the same on every machine.
#[derive(Clone, Debug)]
pub(super) struct Budget(pub(super) u64);

/// The budget is spent.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Spent;

impl Budget {
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Spent> {
        self.0 = self.0.checked_sub(steps as u64).ok_or(Spent)?;
        Ok(())
    }
}

/// A row costs one more step for every this many sums.
const SUMS_A_STEP: usize = 8;

/// Vectors, one after the other.
type Set = Vec<i64>;

/// Sets that are reused, so that none is allocated for each combination of cells.
#[derive(Default)]
struct Work {
    ours: Set,
    joined: Set,
}

struct Bucket {
    /// `None` for the last one, which joins what is left.
    variable: Option<usize>,
    scope: Vec<usize>,
    factors: Vec<usize>,
    children: Vec<usize>,
    /// The sums that are complete after the factors, and after each child.
    complete: Vec<Vec<usize>>,
    /// For each combination of cells of the scope.
    sets: Vec<Set>,
}

/// What can be reached.
pub(super) struct Solution<'a> {
    problem: &'a Problem,
    buckets: Vec<Bucket>,
    width: usize,
}

/// Solves a problem.
pub(super) fn solve<'a>(problem: &'a Problem, budget: &mut Budget) -> Result<Solution<'a>, Spent> {
    // Every entry of every table takes at least one step.
    if problem.factors.iter().map(|factor| factor.table.len() as u64).sum::<u64>() > budget.0 {
        return Err(Spent);
    }
    let mut solution = Solution { problem, buckets: Vec::new(), width: problem.sums.len() };
    let mut factors = Open::new(problem.sizes.len());
    for (at, factor) in problem.factors.iter().enumerate() {
        factors.push(at, &factor.variables);
    }
    let mut messages = Open::new(problem.sizes.len());
    let mut progress = Progress::new(problem);
    let mut cells = vec![0; problem.sizes.len()];
    for variable in order::elimination(problem) {
        // A row has one number per sum.
        budget.spend(solution.width / SUMS_A_STEP)?;
        let (mine, children) = (factors.take(variable), messages.take(variable));
        let bucket = solution.bucket(Some(variable), mine, children, (&mut progress, &mut cells), budget)?;
        messages.push(solution.buckets.len(), &bucket.scope);
        solution.buckets.push(bucket);
    }
    let (factors, mut messages) = (factors.rest(), messages.rest());
    // Those of one sum come together, so that it is complete, and small, before the next begins.
    messages.sort_by_key(|at| progress.first_sum(*at));
    let last = solution.bucket(None, factors, messages, (&mut progress, &mut cells), budget)?;
    solution.buckets.push(last);
    Ok(solution)
}

/// Tables that are not joined yet, by the variables that they refer to.
struct Open {
    by_variable: Vec<Vec<usize>>,
    is_open: Vec<bool>,
}

impl Open {
    fn new(variables: usize) -> Self {
        Self { by_variable: vec![Vec::new(); variables], is_open: Vec::new() }
    }

    /// Adds the next one; they come in the order of their indexes.
    fn push(&mut self, at: usize, variables: &[usize]) {
        debug_assert_eq!(at, self.is_open.len());
        self.is_open.push(true);
        for variable in variables {
            if self.by_variable[*variable].last() != Some(&at) {
                self.by_variable[*variable].push(at);
            }
        }
    }

    /// Takes out those that refer to a variable.
    fn take(&mut self, variable: usize) -> Vec<usize> {
        let mut taken = std::mem::take(&mut self.by_variable[variable]);
        taken.retain(|at| std::mem::take(&mut self.is_open[*at]));
        taken
    }

    /// Those that have not been taken.
    fn rest(&self) -> Vec<usize> {
        (0..self.is_open.len()).filter(|at| self.is_open[*at]).collect()
    }
}

/// How many parts of each sum each bucket has brought together.
struct Progress {
    wanted: Vec<usize>,
    /// For each bucket and each sum.
    joined: Vec<Vec<usize>>,
    closed: Vec<bool>,
}

impl Progress {
    fn new(problem: &Problem) -> Self {
        let mut wanted = vec![0; problem.sums.len()];
        for sum in problem.factors.iter().filter_map(|factor| factor.sum) {
            wanted[sum] += 1;
        }
        for sum in problem.sums.iter().filter_map(|sum| sum.part_of) {
            wanted[sum] += 1;
        }
        Self { wanted, joined: Vec::new(), closed: vec![false; problem.sums.len()] }
    }

    fn first_sum(&self, bucket: usize) -> usize {
        self.joined[bucket].iter().position(|joined| *joined > 0).unwrap_or(usize::MAX)
    }

    /// The sums that are now complete, inner ones first.
    fn close(&mut self, problem: &Problem, joined: &mut [usize]) -> Vec<usize> {
        let mut complete = Vec::new();
        loop {
            let is_next = |at: &usize| !self.closed[*at] && joined[*at] == self.wanted[*at];
            let Some(at) = (0..joined.len()).filter(|at| self.wanted[*at] > 0).find(is_next) else { break };
            self.closed[at] = true;
            if let Some(whole) = problem.sums[at].part_of {
                joined[whole] += 1;
            }
            complete.push(at);
        }
        complete
    }

    /// Sums without parts: complete only at the end.
    fn close_empty(&mut self, problem: &Problem, joined: &mut [usize]) -> Vec<usize> {
        let mut complete = Vec::new();
        while let Some(at) = (0..joined.len()).find(|at| !self.closed[*at] && joined[*at] == self.wanted[*at]) {
            self.closed[at] = true;
            if let Some(whole) = problem.sums[at].part_of {
                joined[whole] += 1;
            }
            complete.push(at);
        }
        complete
    }
}

impl Solution<'_> {
    fn bucket(
        &self,
        variable: Option<usize>,
        factors: Vec<usize>,
        children: Vec<usize>,
        (progress, cells): (&mut Progress, &mut [usize]),
        budget: &mut Budget,
    ) -> Result<Bucket, Spent> {
        let problem = self.problem;
        let mut joined = vec![0; self.width];
        for sum in factors.iter().filter_map(|at| problem.factors[*at].sum) {
            joined[sum] += 1;
        }
        let mut complete = vec![progress.close(problem, &mut joined)];
        for child in &children {
            for (sum, more) in joined.iter_mut().zip(&progress.joined[*child]) {
                *sum += more;
            }
            complete.push(progress.close(problem, &mut joined));
        }
        if variable.is_none() {
            let rest = progress.close_empty(problem, &mut joined);
            complete.last_mut().expect("there is one for the factors").extend(rest);
        }
        // A sum that is closed here is not joined again above, so it must not count as open there.
        progress.joined.push(joined);
        let mut scope: Vec<usize> = factors
            .iter()
            .flat_map(|at| problem.factors[*at].variables.iter())
            .chain(children.iter().flat_map(|at| self.buckets[*at].scope.iter()))
            .copied()
            .filter(|at| Some(*at) != variable)
            .collect();
        scope.sort_unstable();
        scope.dedup();
        let mut entries = 1_usize;
        for at in &scope {
            entries = entries.checked_mul(problem.sizes[*at]).ok_or(Spent)?;
            if entries as u64 > budget.0 {
                return Err(Spent);
            }
        }
        let mut bucket = Bucket { variable, scope, factors, children, complete, sets: Vec::with_capacity(entries) };
        let (mut base, mut work) = (vec![0; self.width], Work::default());
        for _ in 0..entries {
            let mut set = Vec::new();
            for cell in 0..variable.map_or(1, |at| problem.sizes[at]) {
                if let Some(at) = variable {
                    cells[at] = cell;
                }
                budget.spend(1 + bucket.factors.len() + self.width / SUMS_A_STEP)?;
                if self.base(&bucket, cells, &mut base) {
                    self.fold(&bucket, &base, cells, (budget, &mut work), &mut |_| {})?;
                    set.extend_from_slice(&work.ours);
                }
            }
            self.reduce(&mut set, budget)?;
            bucket.sets.push(set);
            next(cells, &bucket.scope, &problem.sizes);
        }
        if let Some(at) = variable {
            cells[at] = 0;
        }
        Ok(bucket)
    }

    /// Fills `row` with what the bucket's own factors give for these cells; false if these cells exclude each other.
    fn base(&self, bucket: &Bucket, cells: &[usize], row: &mut [i64]) -> bool {
        row.fill(0);
        for at in &bucket.factors {
            let factor = &self.problem.factors[*at];
            let value = factor.table[index(&factor.variables, cells, &self.problem.sizes)];
            if value == NEVER {
                return false;
            }
            if let Some(sum) = factor.sum {
                row[sum] = join(self.problem.sums[sum].join, row[sum], value);
            }
        }
        self.close(row, &bucket.complete[0]);
        true
    }

    /// Joins the children one by one: `each` is shown the set before and after each of them; the last is the result.
    fn fold(
        &self,
        bucket: &Bucket,
        base: &[i64],
        cells: &[usize],
        (budget, work): (&mut Budget, &mut Work),
        each: &mut dyn FnMut(&Set),
    ) -> Result<(), Spent> {
        work.ours.clear();
        work.ours.extend_from_slice(base);
        each(&work.ours);
        for (at, child) in bucket.children.iter().enumerate() {
            let theirs = self.set_of(*child, cells);
            budget.spend(work.ours.len() / self.width.max(1) * theirs.len())?;
            work.joined.clear();
            for a in self.rows(&work.ours) {
                for b in self.rows(theirs) {
                    self.joined(a, b, &bucket.complete[at + 1], &mut work.joined);
                }
            }
            self.reduce(&mut work.joined, budget)?;
            std::mem::swap(&mut work.ours, &mut work.joined);
            each(&work.ours);
        }
        Ok(())
    }

    /// Adds the combination of two vectors.
    fn joined(&self, a: &[i64], b: &[i64], complete: &[usize], into: &mut Set) {
        let start = into.len();
        into.extend(a.iter().zip(b).zip(&self.problem.sums).map(|((a, b), sum)| join(sum.join, *a, *b)));
        self.close(&mut into[start..], complete);
    }

    fn close(&self, row: &mut [i64], complete: &[usize]) {
        for at in complete {
            let sum = &self.problem.sums[*at];
            let mut value = row[*at];
            value = sum.high.map_or(value, |high| value.min(high));
            value = sum.low.map_or(value, |low| value.max(low));
            if let Some(cuts) = &sum.cuts {
                let below = cuts.partition_point(|cut| *cut <= value);
                value = match (below.checked_sub(1), cuts.first()) {
                    (Some(cut), _) => cuts[cut],
                    (None, Some(first)) => first - 1,
                    (None, None) => 0,
                };
            }
            row[*at] = value;
            if let Some(whole) = sum.part_of {
                row[*at] = 0;
                row[whole] = join(self.problem.sums[whole].join, row[whole], value);
            }
        }
    }

    fn set_of(&self, bucket: usize, cells: &[usize]) -> &Set {
        let bucket = &self.buckets[bucket];
        &bucket.sets[index(&bucket.scope, cells, &self.problem.sizes)]
    }

    /// The vectors of a set. With no sums there is a single empty vector, written as one number, if it is possible at
    /// all.
    fn rows<'s>(&self, set: &'s Set) -> std::slice::Chunks<'s, i64> {
        set.chunks(self.width.max(1))
    }

    /// Leaves out duplicates and vectors that another one dominates: in one sweep if two numbers vary (Kung, Luccio and
    /// Preparata, "On finding the maxima of a set of vectors", 1975), by comparing each with each if more do.
    fn reduce(&self, set: &mut Set, budget: &mut Budget) -> Result<(), Spent> {
        let width = self.width.max(1);
        if set.len() <= width {
            return Ok(());
        }
        if let [sum] = self.problem.sums.as_slice() {
            match sum.mode {
                Mode::Most => *set = set.iter().max().map(|most| vec![*most]).unwrap_or_default(),
                Mode::Least => *set = set.iter().min().map(|least| vec![*least]).unwrap_or_default(),
                Mode::All => {
                    set.sort_unstable();
                    set.dedup();
                }
            }
            return Ok(());
        }
        let mut rows: Vec<&[i64]> = set.chunks(width).collect();
        budget.spend(rows.len())?;
        rows.sort_unstable();
        rows.dedup();
        if let [only] = rows[..] {
            *set = only.to_vec();
            return Ok(());
        }
        let modes: Vec<Mode> = self.problem.sums.iter().map(|sum| sum.mode).collect();
        let (fixed, free): (Vec<usize>, Vec<usize>) = (0..width).partition(|at| modes[*at] == Mode::All);
        // Only vectors that agree in every sum of which all values matter are compared.
        let key = |row: &[i64]| fixed.iter().map(|at| row[*at]).collect::<Vec<i64>>();
        let mut order: Vec<usize> = (0..rows.len()).collect();
        if !fixed.is_empty() {
            order.sort_by_cached_key(|at| key(rows[*at]));
        }
        let mut is_kept = vec![false; rows.len()];
        for alike in order.chunk_by(|a, b| fixed.iter().all(|at| rows[*a][*at] == rows[*b][*at])) {
            let varies = |at: &usize| alike.iter().any(|row| rows[*row][*at] != rows[alike[0]][*at]);
            let varying: Vec<usize> = free.iter().copied().filter(varies).collect();
            let better = |at: usize, row: usize| match modes[at] {
                Mode::Least => -rows[row][at],
                Mode::Most | Mode::All => rows[row][at],
            };
            match varying[..] {
                [] => alike.iter().for_each(|row| is_kept[*row] = true),
                [one] => {
                    let best = alike.iter().copied().max_by_key(|row| better(one, *row));
                    if let Some(row) = best {
                        is_kept[row] = true;
                    }
                }
                [one, other] => {
                    let mut falling = alike.to_vec();
                    falling.sort_unstable_by_key(|row| std::cmp::Reverse((better(one, *row), better(other, *row))));
                    let mut most = None;
                    for row in falling {
                        if most.is_none_or(|most| better(other, row) > most) {
                            most = Some(better(other, row));
                            is_kept[row] = true;
                        }
                    }
                }
                _ => {
                    let own: Vec<i64> =
                        alike.iter().flat_map(|row| varying.iter().map(|at| better(*at, *row))).collect();
                    let of = |place: usize| &own[place * varying.len()..][..varying.len()];
                    // None is beaten by one whose sum is less.
                    let mut falling: Vec<usize> = (0..alike.len()).collect();
                    falling.sort_by_cached_key(|place| {
                        std::cmp::Reverse(of(*place).iter().map(|value| i128::from(*value)).sum::<i128>())
                    });
                    let mut kept: Vec<i64> = Vec::new();
                    for place in falling {
                        budget.spend(kept.len() / varying.len() / 4 + 1)?;
                        let row = of(place);
                        let beats = |other: &[i64]| other.iter().zip(row).all(|(other, own)| other >= own);
                        if !kept.chunks_exact(varying.len()).any(beats) {
                            kept.extend(row);
                            is_kept[alike[place]] = true;
                        }
                    }
                }
            }
        }
        let kept = rows.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept).map(|(row, _)| row);
        *set = kept.collect::<Vec<_>>().concat();
        Ok(())
    }

    /// What can be reached: one number per sum.
    pub(super) fn outcomes(&self) -> Vec<&[i64]> {
        let last = self.buckets.last().expect("the last bucket is always there");
        last.sets[0].chunks(self.width.max(1)).collect()
    }

    /// For each variable, the cell that makes an outcome; `None` for variables that no factor refers to.
    pub(super) fn cells(&self, outcome: &[i64]) -> Vec<Option<usize>> {
        let mut cells = vec![0; self.problem.sizes.len()];
        let mut known = vec![false; self.problem.sizes.len()];
        let mut open = vec![(self.buckets.len() - 1, outcome.to_vec())];
        while let Some((at, target)) = open.pop() {
            let bucket = &self.buckets[at];
            for cell in 0..bucket.variable.map_or(1, |at| self.problem.sizes[at]) {
                if let Some(variable) = bucket.variable {
                    cells[variable] = cell;
                    known[variable] = true;
                }
                if let Some(parts) = self.parts(bucket, &cells, &target) {
                    open.extend(parts);
                    break;
                }
            }
        }
        cells.into_iter().zip(known).map(|(cell, known)| known.then_some(cell)).collect()
    }

    /// The vectors of the children that make the target with these cells, if any do.
    fn parts(&self, bucket: &Bucket, cells: &[usize], target: &[i64]) -> Option<Vec<(usize, Vec<i64>)>> {
        let mut base = vec![0; self.width];
        if !self.base(bucket, cells, &mut base) {
            return None;
        }
        let (mut sets, mut work): (Vec<Set>, Work) = (Vec::new(), Work::default());
        let mut keep = |set: &Set| sets.push(set.clone());
        self.fold(bucket, &base, cells, (&mut Budget(u64::MAX), &mut work), &mut keep).ok()?;
        let has = |set: &Set, row: &[i64]| self.rows(set).any(|other| other == row);
        if !has(sets.last()?, target) {
            return None;
        }
        let mut target = target.to_vec();
        let mut parts = Vec::new();
        for (at, child) in bucket.children.iter().enumerate().rev() {
            let theirs = self.set_of(*child, cells);
            let (a, b) = self.rows(&sets[at]).flat_map(|a| self.rows(theirs).map(move |b| (a, b))).find(|(a, b)| {
                let mut joined = Vec::with_capacity(target.len());
                self.joined(a, b, &bucket.complete[at + 1], &mut joined);
                joined == target
            })?;
            parts.push((*child, b.to_vec()));
            target = a.to_vec();
        }
        Some(parts)
    }
}

fn join(join: Join, a: i64, b: i64) -> i64 {
    match join {
        Join::Sum => a.saturating_add(b),
        Join::Best if a > 0 || b > 0 => a.max(b),
        Join::Best => a.min(b),
    }
}
