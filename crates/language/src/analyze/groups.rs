//! What belongs together, worked out from pairs that do. In: pairs of indexes; out: for each index the one that
//! represents its group.

/// Groups of indexes; at first each index is a group of its own.
#[derive(Clone, Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    /// Groups of `count` indexes.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Merges the groups of two indexes.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        // The lowest index represents all.
        self.0[a.max(b)] = a.min(b);
    }

    /// The lowest index of the group.
    pub(super) fn of(&mut self, at: usize) -> usize {
        let mut lowest = at;
        while self.0[lowest] != lowest {
            self.0[lowest] = self.0[self.0[lowest]];
            lowest = self.0[lowest];
        }
        lowest
    }
}
