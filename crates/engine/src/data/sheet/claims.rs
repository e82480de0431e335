//! What a workbook claims before it is unpacked into cells, and how much of that is believed.

use leadrules_language::words::{Text, say};

/// The most cells, including blank ones, that the sheets of a workbook may span, since they all take up memory.
pub(super) const CELLS: u64 = 16 << 20;

/// What is wrong with a workbook.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It is damaged or breaks off.
    Damaged(String),
    /// It spans too many cells; with what to say about that.
    Large(Text),
}

impl Wrong {
    /// Damaged, by what a reader said of it.
    pub(super) fn damaged(cause: &dyn std::fmt::Display) -> Self {
        Self::Damaged(cause.to_string())
    }

    /// This many cells over all sheets, none of which is too large by itself.
    pub(super) fn together(cells: u64) -> Self {
        Self::Large(say!(
            "its sheets span {cells} cells together, nearly all of them blank; take out the cells that stand far from the others, \
             or save it as .xlsx",
            cells
        ))
    }
}
