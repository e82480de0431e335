//! Whom rules are about: leads, or accounts, which are judged, compared and shown in the same way. Out: the words for each.

use leadrules_language::ir::Rules;
use leadrules_language::text::counted;

/// Leads, or accounts.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// The people.
    #[default]
    Leads,
    /// The companies they work for.
    Accounts,
}

impl Whom {
    /// One of them.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Leads => "lead",
            Self::Accounts => "account",
        }
    }

    /// What is said of leads, or what is said of accounts.
    #[must_use]
    pub fn either<T>(self, of_leads: T, of_accounts: T) -> T {
        match self {
            Self::Leads => of_leads,
            Self::Accounts => of_accounts,
        }
    }

    /// Several of them.
    #[must_use]
    pub fn many(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Accounts => "accounts",
        }
    }

    /// So many of them: `1 lead`, `2,000 leads`.
    #[must_use]
    pub fn counted(self, count: u64) -> String {
        counted(count, self.one(), self.many())
    }

    /// What a rule set says of them; `None` if it says nothing of accounts.
    #[must_use]
    pub fn rules(self, rules: &Rules) -> Option<&Rules> {
        match self {
            Self::Leads => Some(rules),
            Self::Accounts => rules.accounts.as_ref().map(|accounts| &accounts.rules),
        }
    }
}
