//! What belongs together, from pairs that do. In: pairs of places; out: for each place the one that stands for its group.

/// Groups of places; each place alone at first.
#[derive(Clone, Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    /// Of so many places.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Puts two places, and all that belong to them, into one group.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        // The lowest stands for all.
        self.0[a.max(b)] = a.min(b);
    }

    /// The lowest place of the group.
    pub(super) fn of(&mut self, at: usize) -> usize {
        let mut lowest = at;
        while self.0[lowest] != lowest {
            self.0[lowest] = self.0[self.0[lowest]];
            lowest = self.0[lowest];
        }
        lowest
    }
}
