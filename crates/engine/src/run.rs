//! A whole run: events go into the ledger, then leads are scored batch by batch and handed on in their order. In:
//! rules, and where the data comes from; out: results, one batch at a time, and what was counted along the way.

mod counts;
mod scoring;

use std::collections::VecDeque;
use std::sync::Arc;

pub use crate::accounts::AccountSource;
use crate::accounts::{AccountResults, Accounts, AsLeads, Both};
use crate::columns::{Leads, Need, SetAside};
use crate::data::write::WriteError;
use crate::data::{self, EventsReport, Input, LeadReader, Position, ReadOptions, ReadReport};
pub use crate::engine::Strangers;
use crate::engine::{Asked, Ledger, Options, Plan};
pub use counts::{Breaches, Counts, Spread};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::words::{Text, say};
pub use scoring::{Scoring, score};

/// Where the events are.
#[derive(Copy, Clone, Debug)]
pub enum EventSource<'a> {
    /// In a log of their own.
    Log(&'a Input, &'a ReadOptions),
    /// In the leads, if there are any.
    Leads,
    /// Nowhere: every event condition is unknown.
    None,
}

/// What is to be run.
#[derive(Copy, Clone, Debug)]
pub struct Request<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The leads.
    pub leads: &'a Input,
    /// How they are read.
    pub options: &'a ReadOptions,
    /// The events.
    pub events: EventSource<'a>,
    /// Input columns to pass on.
    pub keep: &'a [String],
    /// The instant from which leads are seen.
    pub as_of: Instant,
    /// Whether the points of every rule are wanted.
    pub rule_points: bool,
    /// Whether [`Plan::trace`] is wanted.
    pub trace: bool,
    /// The accounts, if the rules say anything about them; without it nothing is known of any.
    pub accounts: Option<AccountSource<'a>>,
}

/// How far a run has got.
#[derive(Copy, Clone, Debug)]
pub struct Step {
    /// What is being read.
    pub phase: Phase,
    /// Rows so far.
    pub rows: u64,
    /// Bytes of the file so far.
    pub bytes: u64,
    /// Bytes of the whole file, where that is known.
    pub of: Option<u64>,
}

/// What is being read.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The log.
    Events,
    /// The leads.
    Leads,
}

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.said())]
pub enum Error {
    /// A file could not be read.
    Read(#[from] data::Error),
    /// The results could not be written.
    Write(#[from] WriteError),
    /// The rules use events and there are none.
    NoEvents {
        /// The file of the leads.
        leads: String,
    },
}

impl Error {
    /// Why, in no language yet.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::Read(error) => error.said(),
            Self::Write(error) => error.said(),
            Self::NoEvents { leads } => say!(
                "the rules use events, but {leads} holds none and no log was given: name it with --events, or say --no-events \
                 (then nothing is known of what leads did)",
                leads
            ),
        }
    }
}

impl From<&Error> for Text {
    fn from(error: &Error) -> Self {
        error.said()
    }
}

impl From<Error> for Text {
    fn from(error: Error) -> Self {
        error.said()
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct RunReport {
    /// The instant from which leads were seen.
    pub as_of: Instant,
    /// What was counted.
    pub counts: Counts,
    /// What reading the leads noticed.
    pub leads: ReadReport,
    /// What was noticed about the log, if one was read.
    pub log: Option<Log>,
    /// Whether the rules ask about events, but the run was told that there are none.
    pub without_events: bool,
    /// What comes out for accounts, if the rules say anything about them and all leads were looked at.
    pub accounts: Option<AccountResults>,
}

/// What was noticed about an event log.
#[derive(Debug)]
pub struct Log {
    /// What reading it noticed.
    pub report: ReadReport,
    /// Rows that do not count.
    pub set_aside: SetAside,
    /// The log's leads that are not in the data, and how many events they have.
    pub strangers: Strangers,
}

/// Data opened for a plan: the ledger is closed, the leads are still to come.
pub struct Opened {
    /// The rules, made ready.
    pub plan: Plan,
    /// All events of the log.
    pub ledger: Ledger,
    leads: LeadReader,
    /// Leads that have been read, since they ask something of their account, which is known once all of them are.
    waiting: Option<VecDeque<Leads>>,
    accounts: Option<Accounts>,
    log: Option<ReadReport>,
    without_events: bool,
    /// Whether events nested in leads are dropped because there is a log.
    drops_nested: bool,
}

/// Opens the leads, and reads the log to its end.
///
/// # Errors
/// When a file can't be read, or events are needed and there are none.
pub fn open(request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Opened, Error> {
    open_asking(request, &[], Fields::Needed, progress)
}

/// Which fields of the leads are read.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Fields {
    /// Those that the rules look at.
    #[default]
    Needed,
    /// All.
    All,
}

/// Like [`open`], but with further conditions, whose truth [`Plan::trace`] then gives, and more fields.
///
/// # Errors
/// As [`open`].
pub fn open_asking(
    request: &Request<'_>,
    conditions: &[Cond],
    fields: Fields,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Opened, Error> {
    let of_leads = Asked { conditions, ..Asked::default() };
    open_for(request, Asking { of_leads, fields, ..Asking::default() }, progress)
}

/// What a run is to tell besides its results.
#[derive(Copy, Clone, Debug, Default)]
pub struct Asking<'a> {
    /// Of each lead.
    pub of_leads: Asked<'a>,
    /// Of each account.
    pub of_accounts: Asked<'a>,
    /// Which fields of leads are read.
    pub fields: Fields,
    /// Which fields of accounts are read.
    pub fields_of_accounts: Fields,
}

/// Like [`open`], but with what else is asked.
///
/// # Errors
/// As [`open`].
pub fn open_for(
    request: &Request<'_>,
    asking: Asking<'_>,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Opened, Error> {
    let log = !matches!(request.events, EventSource::None);
    let options = Options { log, rule_points: request.rule_points, trace: request.trace };
    let (plan, accounts) = match request.rules.accounts.as_ref().zip(request.accounts) {
        Some((ir, source)) => {
            let asked = (asking.of_leads, asking.of_accounts);
            let (plan, of_accounts) = Plan::with_accounts(request.rules, ir, options, asked);
            let needs_all = asking.fields_of_accounts == Fields::All;
            (plan, Some(Accounts::open(ir, Arc::new(of_accounts), (request.as_of, needs_all), source)?))
        }
        None => (Plan::asking(request.rules, options, asking.of_leads), None),
    };
    let moment = plan.at(request.as_of);
    let mut needed = plan.needed_at(&moment);
    if let Some((ir, accounts)) = request.rules.accounts.as_ref().zip(accounts.as_ref()) {
        accounts.need(ir, &mut needed);
    }
    if asking.fields == Fields::All {
        needed.fields.fill(Need::Values);
    }
    let needed = &needed;
    let leads = data::read_leads(request.leads, request.rules, needed, request.keep, request.options)?;
    let mut ledger = plan.ledger(moment);
    let report = match request.events {
        EventSource::Log(input, options) if needed.events => {
            let mut events = data::read_events(input, request.rules, needed, options)?;
            loop {
                let is_full = || ledger.is_full();
                let noted = events.batches().until(&is_full).map(|events| plan.note_events(&ledger, events));
                let has_more = noted.for_each(&mut |(), Position { rows, bytes, of, .. }| {
                    progress(Step { phase: Phase::Events, rows, bytes, of });
                    Ok::<(), Error>(())
                })?;
                if !has_more {
                    break;
                }
                plan.add_up(&mut ledger);
            }
            Some(events.report().clone())
        }
        EventSource::Leads if needed.events && !leads.has_events() => {
            return Err(Error::NoEvents { leads: request.leads.name() });
        }
        EventSource::Log(..) | EventSource::Leads | EventSource::None => None,
    };
    plan.close_for_accounts(&mut ledger, accounts.as_ref().map_or(&[], Accounts::tallies));
    let without_events = request.rules.log.is_some() && !log;
    let drops_nested = report.is_some() || !log;
    let waiting = None;
    let mut opened = Opened { drops_nested, plan, ledger, leads, waiting, accounts, log: report, without_events };
    opened.settle_accounts(request.rules, progress)?;
    Ok(opened)
}

/// How many batches are scored together: enough to keep all threads busy for a while.
fn group_size() -> usize {
    8 * rayon::current_num_threads()
}

/// The next leads of those that wait.
fn group_of(waiting: &mut VecDeque<Leads>) -> Vec<Leads> {
    waiting.drain(..group_size().min(waiting.len())).collect()
}

/// The next leads of the file; none at its end.
fn read_group(leads: &mut LeadReader, drops_nested: bool) -> Result<Vec<Leads>, Error> {
    let group = leads.by_ref().take(group_size());
    let mut batches = group.collect::<Result<Vec<Leads>, _>>()?;
    for leads in &mut batches {
        drop_nested(leads, drops_nested);
    }
    Ok(batches)
}

/// Forgets the events nested in leads, if those of a log count instead.
fn drop_nested(leads: &mut Leads, drops_nested: bool) {
    if drops_nested {
        leads.events = None;
    }
}

impl RunReport {
    /// What was noticed about the events, and how many of them do not count, wherever they come from; `None` without
    /// events.
    #[must_use]
    pub fn events(&self) -> Option<(&EventsReport, &SetAside)> {
        match &self.log {
            Some(log) => Some((log.report.events.as_ref()?, &log.set_aside)),
            None => Some((self.leads.events.as_ref()?, &self.counts.set_aside)),
        }
    }
}

impl Opened {
    /// The next batches of leads, to be scored in parallel; none at the end.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn next_group(&mut self) -> Result<Vec<Leads>, Error> {
        match &mut self.waiting {
            Some(waiting) => Ok(group_of(waiting)),
            None => read_group(&mut self.leads, self.drops_nested),
        }
    }

    /// How far reading the leads has got.
    #[must_use]
    pub fn step(&self) -> Step {
        let (bytes, of) = self.leads.progress();
        Step { phase: Phase::Leads, rows: self.leads.report().rows, bytes, of }
    }

    /// Takes all leads that are still to come in for their accounts, which then are leads of the rules about accounts; `None` if the
    /// request names no accounts.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn into_accounts(
        mut self,
        rules: &Rules,
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Option<AsLeads>, Error> {
        let Some((ir, mut accounts)) = rules.accounts.as_ref().zip(self.accounts.take()) else { return Ok(None) };
        let both = Both { leads: rules, accounts: ir };
        if self.waiting.is_none() {
            accounts.begin(ir, 0, &self.ledger);
        }
        loop {
            let mut group = self.next_group()?;
            if group.is_empty() {
                return Ok(Some(accounts.into_leads(ir, &self.ledger)));
            }
            accounts.gather(both, &self.plan, &mut group, &self.ledger);
            progress(self.step());
        }
    }

    /// The report, once all leads have been read.
    #[must_use]
    pub fn finish(self, as_of: Instant, counts: Counts) -> RunReport {
        let strangers = self.ledger.strangers(data::EXAMPLES);
        let Ledger { late, ignored, repeated, .. } = self.ledger;
        let log = self.log.map(|report| Log { report, set_aside: SetAside { late, ignored, repeated }, strangers });
        let (leads, without_events) = (self.leads.report().clone(), self.without_events);
        RunReport { as_of, counts, leads, log, without_events, accounts: None }
    }

    /// If leads ask anything of their account: reads them all, and lets leads and accounts take turns until each lead knows what
    /// it asks. They then wait to be scored.
    fn settle_accounts(&mut self, rules: &Rules, progress: &mut (dyn FnMut(Step) + Send)) -> Result<(), Error> {
        let Self { plan, ledger, leads, accounts, drops_nested, waiting, .. } = self;
        let asked = rules.accounts.as_ref().filter(|ir| ir.are_asked());
        let Some((ir, accounts)) = asked.zip(accounts.as_mut()) else { return Ok(()) };
        let both = Both { leads: rules, accounts: ir };
        let (plan, ledger, drops_nested) = (&*plan, &*ledger, *drops_nested);
        accounts.begin(ir, 0, ledger);
        let mut all = Vec::new();
        loop {
            let mut group = read_group(leads, drops_nested)?;
            if group.is_empty() {
                break;
            }
            let first = all.len();
            all.append(&mut group);
            accounts.gather(both, plan, &mut all[first..], ledger);
            let (bytes, of) = leads.progress();
            progress(Step { phase: Phase::Leads, rows: leads.report().rows, bytes, of });
        }
        accounts.end(ir, ledger);
        accounts.take_turns(both, plan, &mut all, ledger);
        *waiting = Some(all.into());
        Ok(())
    }
}
