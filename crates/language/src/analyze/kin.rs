//! What it takes to show somebody of whom a question makes assumptions: of an account, what its leads come to; of a lead, what its account
//! is. In: cells; out: an account with leads that shows it, evaluated together.

use super::space::{Picked, Space};
use super::witness::Witness;
use crate::words::Text;

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
    /// One of them, as rules are written.
    pub(super) fn an(self) -> &'static str {
        match self {
            Self::Leads => "a lead",
            Self::Accounts => "an account",
        }
    }

    /// What is said of these.
    pub(super) fn choose(self, of_leads: Text, of_accounts: Text) -> Text {
        match self {
            Self::Leads => of_leads,
            Self::Accounts => of_accounts,
        }
    }
}
