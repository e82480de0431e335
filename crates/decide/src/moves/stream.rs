//! Two runs over the same leads, side by side: row for row, whatever batches they come in.

use std::collections::VecDeque;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::run::{self, Error, Opened, Request, Step};

/// One lead in both runs: the batch, and its row there.
#[derive(Copy, Clone)]
pub struct Pair<'a> {
    pub before: (&'a Results, usize),
    pub after: (&'a Results, usize),
}

/// Both runs.
pub struct Both {
    before: Run,
    after: Run,
}

struct Run {
    opened: Opened,
    waiting: VecDeque<Results>,
    /// The next row of the first batch that waits.
    next: usize,
}

impl Run {
    fn open(request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Self, Error> {
        Ok(Self { opened: run::open(request, progress)?, waiting: VecDeque::new(), next: 0 })
    }

    /// Goes to the next row, if there is one.
    fn advance(&mut self, progress: &mut (dyn FnMut(Step) + Send)) -> Result<bool, Error> {
        self.next += 1;
        loop {
            match self.waiting.front() {
                Some(batch) if self.next < batch.rows => return Ok(true),
                Some(_) => {
                    self.waiting.pop_front();
                }
                None => {
                    let batches = self.opened.next_group()?;
                    if batches.is_empty() {
                        return Ok(false);
                    }
                    let score = |leads: Leads| self.opened.plan.score(&leads, &self.opened.ledger);
                    self.waiting.extend(batches.into_par_iter().map(score).collect::<Vec<_>>());
                    progress(self.opened.step());
                }
            }
            self.next = 0;
        }
    }
}

impl Both {
    /// Opens both, and reads the log for each.
    pub fn open(old: &Request<'_>, new: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Self, Error> {
        Ok(Self { before: Run::open(old, progress)?, after: Run::open(new, progress)? })
    }

    /// The next lead.
    pub fn next(&mut self, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Option<Pair<'_>>, Error> {
        let (before, after) = (self.before.advance(progress)?, self.after.advance(progress)?);
        let row = |run: &'_ Run| run.next;
        let (from, to) = (row(&self.before), row(&self.after));
        let batches = self.before.waiting.front().zip(self.after.waiting.front());
        Ok(batches.filter(|_| before && after).map(|(old, new)| Pair { before: (old, from), after: (new, to) }))
    }
}
