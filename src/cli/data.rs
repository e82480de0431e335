//! The data that a command line names, and the instant from which it is seen, for all commands that run rules over leads.
//! In: paths and options; out: a request to run. Nothing is read here, but standard input where it is needed twice.

use std::path::{Path, PathBuf};

use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;

use super::exit::Failure;
use super::input::{self, ReadArgs};
use super::world;

/// What every command that runs rules over leads takes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct RunArgs {
    /// The event log; events can also be nested in the leads
    #[arg(long, value_name = "EVENTS")]
    pub(super) events: Option<PathBuf>,

    /// Run without events: nothing is then known of what leads did
    #[arg(long, conflicts_with = "events")]
    no_events: bool,

    /// The instant from which time is seen: a day, or an ISO 8601 date and time; now without it
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,
}

/// The instant that was given, or now.
pub(super) fn as_of(given: Option<&str>, rules: &Rules) -> Result<Instant, Failure> {
    let Some(text) = given else { return Ok(world::now()) };
    rules.zone.parse_as_of(text).ok_or_else(|| {
        Failure::new(format!(
            "`{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z)"
        ))
    })
}

/// Leads and what they did.
#[derive(Debug)]
pub(super) struct Data {
    leads: (Input, ReadOptions),
    events: Option<(Input, ReadOptions)>,
    no_events: bool,
    /// The instant from which time is seen.
    pub(super) as_of: Instant,
}

impl RunArgs {
    /// The instant that was given, or now.
    pub(super) fn as_of(&self, rules: &Rules) -> Result<Instant, Failure> {
        as_of(self.as_of.as_deref(), rules)
    }

    /// The data, to be read once.
    pub(super) fn once(&self, leads: &Path, read: &ReadArgs, rules: &Rules) -> Result<Data, Failure> {
        self.data(leads, read, rules, |path| Ok(input::input(path)))
    }

    /// The data, to be read as often as needed.
    pub(super) fn held(&self, leads: &Path, read: &ReadArgs, rules: &Rules) -> Result<Data, Failure> {
        self.data(leads, read, rules, input::held)
    }

    fn data(
        &self,
        leads: &Path,
        read: &ReadArgs,
        rules: &Rules,
        input: impl Fn(&Path) -> Result<Input, Failure>,
    ) -> Result<Data, Failure> {
        let log = |path| Ok::<_, Failure>((input(path)?, read.events()));
        Ok(Data {
            as_of: self.as_of(rules)?,
            leads: (input(leads)?, read.leads()),
            events: self.events.as_deref().map(log).transpose()?,
            no_events: self.no_events,
        })
    }
}

impl Data {
    /// To run these rules over it; what else is wanted of the run, the caller adds.
    pub(super) fn request<'a>(&'a self, rules: &'a Rules) -> Request<'a> {
        let events = match &self.events {
            _ if self.no_events => EventSource::None,
            Some((log, options)) => EventSource::Log(log, options),
            None => EventSource::Leads,
        };
        let (leads, options) = &self.leads;
        Request { rules, leads, options, events, keep: &[], as_of: self.as_of, rule_points: false, trace: false }
    }
}
