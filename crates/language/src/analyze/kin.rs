//! What it takes to show somebody of whom a question makes assumptions: of an account, what its leads come to; of a lead, what its account
//! is. In: cells; out: an account with leads that shows it, evaluated together.

use super::space::{Picked, Space};
use super::witness::Witness;

/// Makes what was picked real.
pub(super) trait Kin {
    /// An account and its leads in which the one that was picked shows what it should, as little as will do; `None` if none was found, which
    /// does not say that there is none.
    fn real(&self, space: &Space<'_>, picked: &Picked, shows: &dyn Fn(&Witness) -> bool) -> Option<Witness>;
}

/// Whom rules are about, in words.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// People
    Leads,
    /// The companies that they work for
    Accounts,
}

impl Who {
    /// One of them.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Leads => "lead",
            Self::Accounts => "account",
        }
    }

    /// The same with its article.
    pub(super) fn an(self) -> &'static str {
        match self {
            Self::Leads => "a lead",
            Self::Accounts => "an account",
        }
    }

    /// A text that speaks of leads, about these. Names that somebody gave have no place in it.
    pub(super) fn said(self, text: &str) -> String {
        match self {
            Self::Leads => text.to_owned(),
            Self::Accounts => {
                text.replace("a lead", "an account").replace("A lead", "An account").replace("lead", "account")
            }
        }
    }
}
