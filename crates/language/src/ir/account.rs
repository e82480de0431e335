//! What leads and accounts ask of each other, as meant: fields that no file declares hold it, so that whatever reads conditions
//! knows it, and only whoever evaluates leads and accounts together fills them in.

use super::{Cond, FieldId, LabelId, Quantity, ScoreId};
use crate::source::Span;

/// Something that an account asks of its leads, with the exception of those that are set apart.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The field of the accounts' rules that holds it.
    pub field: FieldId,
    /// What is worked out.
    pub of: Over,
    /// Which leads it is about; all of them without one. Those for which it is unknown are left out.
    pub filter: Option<Cond>,
    /// In which turn it is known, once leads are evaluated.
    pub turn: u16,
    /// Where it stands.
    pub span: Span,
}

impl Gathered {
    /// Whether it stands in a file: analysis asks for more.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.span != Span::default()
    }
}

/// What is worked out over the leads of an account. Leads of which the quantity is unknown are skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Their number.
    Count,
    /// The number of those that the filter does not take.
    CountOthers,
    /// The exact sum; 0 of nothing.
    Total(Quantity),
    /// The exact sum divided by their number, rounded half away from zero to six places; unknown of nothing.
    Average(Quantity),
    /// The greatest; unknown of nothing.
    Highest(Quantity),
    /// The least; unknown of nothing.
    Lowest(Quantity),
}

impl Over {
    /// What is looked at in each lead.
    #[must_use]
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Count | Self::CountOthers => None,
            Self::Total(of) | Self::Average(of) | Self::Highest(of) | Self::Lowest(of) => Some(of),
        }
    }

    /// The same, to be changed.
    pub(super) fn quantity_mut(&mut self) -> Option<&mut Quantity> {
        match self {
            Self::Count | Self::CountOthers => None,
            Self::Total(of) | Self::Average(of) | Self::Highest(of) | Self::Lowest(of) => Some(of),
        }
    }
}

/// Something that a lead asks of its account. It is unknown of a lead without one.
#[derive(Copy, Clone, Debug)]
pub struct Asked {
    /// The field of the leads' rules that holds it.
    pub field: FieldId,
    /// What it is.
    pub of: OfAccount,
    /// In which turn it is known of leads.
    pub turn: u16,
}

/// What can be asked of an account.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum OfAccount {
    /// Whether there is one: yes, or unknown.
    Itself,
    /// A field that the file declares.
    Field(FieldId),
    /// A score.
    Score(ScoreId),
    /// A label.
    Label(LabelId),
    /// The stage, as a choice: no step, `excluded`, then the steps from the lowest.
    Stage,
}
