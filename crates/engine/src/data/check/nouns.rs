//! What findings about data call its rows. Out: nouns.

use leadrules_language::ir::About;
use leadrules_language::words::{Text, say};

/// What a file has in its rows.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    /// Leads.
    Leads,
    /// Accounts.
    Accounts,
    /// Events.
    Events,
}

impl Noun {
    /// `lead`
    pub(crate) fn one(self) -> Text {
        match self {
            Self::Leads => say!("lead"),
            Self::Accounts => say!("account"),
            Self::Events => say!("event"),
        }
    }

    /// `leads`
    pub(crate) fn many(self) -> Text {
        match self {
            Self::Leads => say!("leads"),
            Self::Accounts => say!("accounts"),
            Self::Events => say!("events"),
        }
    }
}

impl From<About> for Noun {
    fn from(about: About) -> Self {
        match about {
            About::Lead => Self::Leads,
            About::Account => Self::Accounts,
        }
    }
}
