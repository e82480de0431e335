//! Why a cell does not fit. In: nothing; out: the reasons, as messages name them.

use std::fmt;

use leadrules_language::words::{Text, say};

/// Why a cell does not fit its field.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Not the form of a number.
    NotANumber,
    /// 10^12 or more.
    TooLarge,
    /// A fraction where a whole number is wanted.
    Fraction,
    /// Outside the range that the field allows.
    OutOfRange,
    /// None of the words for yes and no.
    NotYesNo,
    /// Not the form of a date, or one that does not exist.
    NotADate,
    /// Not an address.
    NotAnEmail,
    /// None of the options.
    NotAnOption,
    /// A list or an object where a single value is wanted, or an error of a spreadsheet.
    NotAValue,
}

impl Why {
    /// What the cell is instead: `not a number`.
    #[must_use]
    pub fn said(self) -> Text {
        match self {
            Self::NotANumber => say!("not a number"),
            Self::TooLarge => say!("too large: numbers stay under 10^12"),
            Self::Fraction => say!("not a whole number"),
            Self::OutOfRange => say!("outside the range"),
            Self::NotYesNo => say!("neither yes nor no"),
            Self::NotADate => say!("not a date"),
            Self::NotAnEmail => say!("not an e-mail address"),
            Self::NotAnOption => say!("not one of the options"),
            Self::NotAValue => say!("not a single value"),
        }
    }
}

/// In English.
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.said(), f)
    }
}
