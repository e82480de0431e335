//! Why a cell does not fit. In: nothing; out: the reasons, as messages name them.

use std::fmt;

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

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "not a number",
            Self::TooLarge => "too large: numbers stay under 10^12",
            Self::Fraction => "not a whole number",
            Self::OutOfRange => "outside the range",
            Self::NotYesNo => "neither yes nor no",
            Self::NotADate => "not a date",
            Self::NotAnEmail => "not an e-mail address",
            Self::NotAnOption => "not one of the options",
            Self::NotAValue => "not a single value",
        })
    }
}
