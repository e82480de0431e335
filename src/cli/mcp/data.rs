//! The leads that a call speaks of. In: names of files; out: data to run rules over, and why it can't be used, without what
//! stands in it where leads are not to be named.

use std::path::PathBuf;

use leadrules_engine::accounts::field_looked_at;
use leadrules_engine::run;
use leadrules_language::ir::Rules;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::data::{Data, RunArgs};
use super::super::exit::Failure;
use super::super::input::ReadArgs;
use super::given::as_of;
use super::refused::{Answer, Refused};
use super::session::{Session, Use};

/// Leads, and what they did.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub(super) struct DataGiven {
    /// The file of the leads, below a folder of this server: .csv, .json, .ndjson, .parquet or .xlsx.
    pub(super) leads: String,
    /// The file of the event log, unless events are nested in the leads.
    pub(super) events: Option<String>,
    /// True to run without events: nothing is then known of what leads did.
    pub(super) no_events: Option<bool>,
    /// The file of the accounts' own data, where rules look at fields of accounts.
    pub(super) accounts: Option<String>,
    /// True to run without the accounts' own data: nothing is then known of them but what their leads say and do.
    pub(super) no_accounts: Option<bool>,
    /// What an earlier run wrote, where rules ask for the stage that a lead had; without it every lead is new.
    pub(super) previous: Option<String>,
    /// The instant from which time is seen: a day (2026-11-23) or a time (2026-11-23T12:00Z); now without it.
    pub(super) as_of: Option<String>,
}

/// Data that was found, and what is said of it.
pub(super) struct Opened {
    /// The data.
    pub(super) data: Data,
    /// Where the leads are.
    pub(super) path: PathBuf,
}

impl DataGiven {
    /// Finds the data for these rule sets.
    pub(super) fn open(&self, session: &Session, rules: &[&Rules]) -> Answer<Opened> {
        let find = |path: &String| session.find(path, Use::Data);
        let path = find(&self.leads)?;
        let events = self.events.as_ref().map(find).transpose()?;
        let accounts = self.accounts.as_ref().map(find).transpose()?;
        let previous = self.previous.as_ref().map(find).transpose()?;
        as_of(self.as_of.as_ref(), rules[0])?;
        let is_unmarked = |rules: &&Rules| rules.before.is_some_and(|field| rules.field(field).columns.is_empty());
        let no_previous = previous.is_none() && rules.iter().any(is_unmarked);
        let no_accounts = self.no_accounts == Some(true);
        self.needs_accounts(rules)?;
        let run = RunArgs::asked(
            (events, self.no_events == Some(true)),
            (accounts, no_accounts),
            (previous, no_previous),
            self.as_of.as_ref(),
        );
        let data = run.held(&path, &ReadArgs::default(), rules).map_err(|failure| unusable(session, &failure))?;
        Ok(Opened { data, path })
    }
}

impl DataGiven {
    /// Whether it is said where the accounts' own data is, where rules look at it.
    fn needs_accounts(&self, rules: &[&Rules]) -> Answer<()> {
        let about = || rules.iter().filter_map(|rules| rules.accounts.as_deref());
        if self.accounts.is_some() && about().next().is_none() {
            return Err(Refused::new(
                "the rules say nothing about accounts",
                "leave `accounts` out, or declare them: `account { … }`",
            ));
        }
        let is_open = self.accounts.is_none() && self.no_accounts != Some(true);
        match about().find_map(field_looked_at).filter(|_| is_open) {
            Some(field) => Err(Refused::new(
                format!("the rules look at `{field}` of accounts, and there is no data of accounts"),
                "name it with `accounts`, or say `no_accounts: true` (then only what their leads say and do is known of them)",
            )),
            None => Ok(()),
        }
    }
}

/// Why data can't be run over.
pub(super) fn unread(session: &Session, error: &run::Error) -> Refused {
    match error {
        run::Error::NoEvents { .. } => Refused::new(
            "the rules ask what leads did, and there are no events",
            "name the event log with `events`, or say `no_events: true` to score without it",
        ),
        run::Error::Read(_) | run::Error::Write(_) => unusable(session, &Failure::new(error)),
    }
}

/// Why data can't be used: all of it where leads may be named, since it may quote them.
pub(super) fn unusable(session: &Session, failure: &Failure) -> Refused {
    const NEXT: &str = "`check` with the same `leads` and `events` says how many values do not fit which field, and which columns \
                        are missing; `files` with the path of the data gives its columns";
    if session.show_leads {
        return Refused::failure(failure, NEXT);
    }
    Refused::new("the data can't be used with these rules; why may quote leads, and is not said here", NEXT)
}
