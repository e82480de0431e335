//! Values that come again and again in a batch, told by where they lie. In: the cells of a column; out: how often each came.

use leadrules_engine::data::cell::Cell;

/// Texts that come again from the same place in memory, as those of coded columns do, and how often; of a column in which they are
/// counted, and nothing depends on where they stand.
#[derive(Debug, Default)]
pub(super) struct Again {
    known: [Option<(usize, String, u64)>; 16],
    tries: u32,
}

/// So often it is tried to find such texts in a batch.
const TRIES: u32 = 256;

impl Again {
    fn place(text: &str) -> (usize, usize) {
        let address = text.as_ptr() as usize;
        (address, (address >> 2 ^ text.len()) % 16)
    }

    /// Whether a cell is one of them; then it is counted.
    pub(super) fn is(&mut self, cell: &Cell<'_>) -> bool {
        let Cell::Text(text) = cell else { return false };
        let (address, place) = Self::place(text);
        match &mut self.known[place] {
            Some((known, same, times)) if *known == address && same == text => {
                *times += 1;
                true
            }
            _ => false,
        }
    }

    /// Notes a cell that its column has taken in, if it `is_still`: nothing depends on where it stands.
    pub(super) fn note(&mut self, cell: &Cell<'_>, is_still: impl FnOnce(&str) -> bool) {
        if let Cell::Text(text) = cell
            && self.tries < TRIES
        {
            let (address, place) = Self::place(text);
            self.tries += 1;
            if self.known[place].is_none() && is_still(text) {
                self.known[place] = Some((address, (*text).to_owned(), 0));
            }
        }
    }

    /// What was counted, and how often.
    pub(super) fn counted(self) -> impl Iterator<Item = (String, u64)> {
        self.known.into_iter().flatten().map(|(_, text, times)| (text, times))
    }
}
