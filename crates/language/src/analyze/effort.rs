//! Work that may still be done, counted and never timed, so that a verdict is the same on every machine. Where it is spent
//! something is left untried, which whoever asks must carry on as a doubt.

use std::cell::Cell;

/// What is left of some work.
#[derive(Clone, Debug)]
pub(super) struct Effort(Cell<u64>);

impl Effort {
    /// So much may be done.
    pub(super) fn of(most: u64) -> Self {
        Self(Cell::new(most))
    }

    /// Takes so much from what is left and says whether it was there; if it was not, nothing is left.
    pub(super) fn spend(&self, count: usize) -> bool {
        let rest = self.0.get().checked_sub(count as u64);
        self.0.set(rest.unwrap_or(0));
        rest.is_some()
    }
}
