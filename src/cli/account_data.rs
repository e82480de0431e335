//! The accounts' own data that a command line names. In: options; out: an input and how it is read, or what the user is told.

use std::path::{Path, PathBuf};

use leadrules_engine::accounts::field_looked_at;
use leadrules_engine::data::{Fitness, Input, ReadOptions};
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::words::say;

use super::exit::{Failure, shown};
use super::input::{ReadAccountsArgs, ReadArgs};

/// Where the accounts' own data is.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct AccountsArgs {
    /// What is known of accounts, the companies that leads work for, where rules ask
    #[arg(long, value_name = "ACCOUNTS")]
    pub(super) accounts: Option<PathBuf>,

    /// Run without the accounts' own data: nothing is then known of them but what their leads say and do
    #[arg(long, conflicts_with = "accounts")]
    no_accounts: bool,

    #[command(flatten)]
    read: ReadAccountsArgs,
}

/// What is said of data of accounts where rules say nothing about any.
pub(super) fn no_accounts(path: &Path) -> Failure {
    Failure::new(say!(
        "--accounts {path}: the rules say nothing about accounts; declare them with `account {{ … }}`, or leave this out",
        path = shown(path)
    ))
}

impl AccountsArgs {
    /// What somebody else than a command line asks for.
    #[cfg(feature = "mcp")]
    pub(super) fn asked(accounts: Option<PathBuf>, no_accounts: bool) -> Self {
        Self { accounts, no_accounts, read: ReadAccountsArgs::default() }
    }

    /// How it is read, beside leads that are read so.
    pub(super) fn options(&self, leads: &ReadArgs) -> ReadOptions {
        self.read.options(leads)
    }

    /// The data, if there is any; rules that look at it need it, or have to be told that there is none. `fitness` says what it must hold.
    pub(super) fn open(
        &self,
        rule_sets: &[&Rules],
        leads: &ReadArgs,
        fitness: impl FnOnce(&[&Accounts]) -> Option<Fitness>,
        open: impl FnOnce(&Path) -> Result<Input, Failure>,
    ) -> Result<Option<(Input, ReadOptions)>, Failure> {
        let about: Vec<&Accounts> = rule_sets.iter().filter_map(|rules| rules.accounts.as_deref()).collect();
        let Some(path) = &self.accounts else {
            let asking = about.iter().find_map(|accounts| field_looked_at(accounts));
            return match asking.filter(|_| !self.no_accounts) {
                Some(field) => Err(Failure::new(say!(
                    "the rules look at `{field}` of accounts: name their data with --accounts, or say --no-accounts (then nothing is \
                     known of accounts but what their leads say and do)",
                    field
                ))),
                None => Ok(None),
            };
        };
        if about.is_empty() {
            return Err(no_accounts(path));
        }
        Ok(Some((open(path)?, ReadOptions { fitness: fitness(&about), ..self.options(leads) })))
    }
}
