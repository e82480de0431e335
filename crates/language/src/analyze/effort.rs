//! Work that may still be done, counted and never timed, so that a verdict is the same on every machine. When it is
//! used up, something is left untried, which the caller must carry on as a doubt.

use std::cell::Cell;

/// How much work is left.
#[derive(Clone, Debug)]
pub(super) struct Effort(Cell<u64>);

impl Effort {
    /// At most this much may be done.
    pub(super) fn of(most: u64) -> Self {
        Self(Cell::new(most))
    }

    /// Takes `count` from what is left and returns whether there was that much; if not, nothing is left.
    pub(super) fn spend(&self, count: usize) -> bool {
        let rest = self.0.get().checked_sub(count as u64);
        self.0.set(rest.unwrap_or(0));
        rest.is_some()
    }
}
