//! A whole run: events go into the ledger, then leads are scored batch by batch and handed on in their order. In:
//! rules, and where the data comes from; out: results, one batch at a time, and what was counted along the way.

use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::Array;
use leadrules_language::ir::StageId;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

pub use crate::accounts::AccountSource;
use crate::accounts::{AccountResults, Accounts, AsLeads, Both};
use crate::columns::{Leads, Need, Results, SetAside};
use crate::data::write::WriteError;
use crate::data::{self, EventsReport, Input, LeadReader, Position, ReadOptions, ReadReport};
pub use crate::engine::Strangers;
use crate::engine::{Asked, Ledger, Options, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::words::{Text, say};

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

/// What was counted over all leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many leads there are.
    pub leads: u64,
    /// How many are at no step, and at each step.
    pub stages: Vec<u64>,
    /// How many are excluded, by the index of the exclusion.
    pub exclusions: Vec<u64>,
    /// By score id.
    pub scores: Vec<Spread>,
    /// By rule id: for how many leads it fired.
    pub fired: Vec<u64>,
    /// For each line of the promises, in the order they are written: the leads that break it.
    pub broken: Vec<Breaches>,
    /// Of the events nested in leads, how many do not count.
    pub set_aside: SetAside,
}

/// Leads that break a line of a promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breaches {
    /// How many.
    pub leads: u64,
    /// The first of them: the row, from 0, and the key.
    pub examples: Vec<(u64, Option<String>)>,
}

/// At most this many leads that break a promise are named.
const EXAMPLES: usize = 3;

impl Breaches {
    /// The first leads, as a person names them: `L1, L2, row 5, …`.
    #[must_use]
    pub fn named(&self) -> Text {
        let name = |(row, key): &(u64, Option<String>)| match key {
            Some(key) => Text::verbatim(key),
            None => say!("row {row}", row = (row + 1).to_string()),
        };
        let mut names: Vec<Text> = self.examples.iter().map(name).collect();
        if self.leads > names.len() as u64 {
            names.push(Text::verbatim("…"));
        }
        Text::row(names, ", ")
    }

    fn join(&mut self, leads: u64, examples: Vec<(u64, Option<String>)>) {
        self.leads += leads;
        self.examples.extend(examples);
        // Batches come in any order.
        self.examples.sort();
        self.examples.truncate(EXAMPLES);
    }
}

/// How a score is spread over the leads.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The least, in hundredths.
    pub least: Option<i64>,
    /// The most, in hundredths.
    pub most: Option<i64>,
    /// The sum, in hundredths.
    pub sum: i128,
    /// How many leads it is known for.
    pub known: u64,
}

impl Counts {
    /// Whether a lead breaks a promise.
    #[must_use]
    pub fn breaks_promises(&self) -> bool {
        self.broken.iter().any(|breaches| breaches.leads > 0)
    }

    /// Nothing yet.
    #[must_use]
    pub fn new(rules: &Rules) -> Self {
        Self {
            leads: 0,
            stages: vec![0; rules.stages.steps.len() + 1],
            exclusions: vec![0; rules.exclusions.len()],
            scores: vec![Spread::default(); rules.scores.len()],
            fired: vec![0; rules.rule_count()],
            broken: rules.promises.iter().flat_map(|promise| &promise.lines).map(|_| Breaches::default()).collect(),
            set_aside: SetAside::default(),
        }
    }

    /// Of all accounts of a run; `rules` are those about accounts.
    #[must_use]
    pub fn of_accounts(rules: &Rules, accounts: &AccountResults) -> Self {
        let mut counts = Self::new(rules);
        accounts.results.iter().for_each(|results| counts.add(results));
        counts
    }

    /// Takes in a batch.
    pub fn add(&mut self, results: &Results) {
        self.leads += results.rows as u64;
        self.set_aside.add(results.set_aside);
        for &stage in results.stages.iter().filter(|&&stage| stage != StageId::EXCLUDED_NUMBER) {
            self.stages[usize::from(stage)] += 1;
        }
        for place in results.exclusions.iter().flatten() {
            self.exclusions[usize::from(place)] += 1;
        }
        for (spread, score) in self.scores.iter_mut().zip(&results.scores) {
            for points in score.points.iter().flatten() {
                spread.least = Some(spread.least.map_or(points, |least| least.min(points)));
                spread.most = Some(spread.most.map_or(points, |most| most.max(points)));
                spread.sum += i128::from(points);
                spread.known += 1;
            }
        }
        for (sum, fired) in self.fired.iter_mut().zip(&results.fired) {
            *sum += fired;
        }
        let lead = |&row: &u32| {
            let key = results.keys.is_valid(row as usize).then(|| results.keys.value(row as usize).to_owned());
            (results.first_row + u64::from(row), key)
        };
        for (breaches, rows) in self.broken.iter_mut().zip(&results.broken) {
            breaches.join(rows.len() as u64, rows.iter().take(EXAMPLES).map(lead).collect());
        }
    }

    /// The same for leads that start at this row of the data.
    fn placed(mut self, first_row: u64) -> Self {
        for (row, _) in self.broken.iter_mut().flat_map(|breaches| &mut breaches.examples) {
            *row += first_row;
        }
        self
    }

    /// Takes in what was counted over other leads.
    pub fn join(&mut self, other: Self) {
        fn add(sums: &mut [u64], others: &[u64]) {
            sums.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
        }
        self.leads += other.leads;
        self.set_aside.add(other.set_aside);
        add(&mut self.stages, &other.stages);
        add(&mut self.exclusions, &other.exclusions);
        add(&mut self.fired, &other.fired);
        for (breaches, other) in self.broken.iter_mut().zip(other.broken) {
            breaches.join(other.leads, other.examples);
        }
        for (spread, other) in self.scores.iter_mut().zip(other.scores) {
            spread.least = spread.least.into_iter().chain(other.least).min();
            spread.most = spread.most.into_iter().chain(other.most).max();
            spread.sum += other.sum;
            spread.known += other.known;
        }
    }

    /// How many leads are excluded.
    #[must_use]
    pub fn excluded(&self) -> u64 {
        self.exclusions.iter().sum()
    }
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
        // Enough to keep all threads busy for a while.
        let enough = 8 * rayon::current_num_threads();
        if let Some(waiting) = &mut self.waiting {
            return Ok(waiting.drain(..enough.min(waiting.len())).collect());
        }
        let group = self.leads.by_ref().take(enough);
        let mut batches = group.collect::<Result<Vec<Leads>, _>>()?;
        for leads in batches.iter_mut().filter(|_| self.drops_nested) {
            leads.events = None;
        }
        Ok(batches)
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
            let group = leads.by_ref().take(8 * rayon::current_num_threads());
            let mut group = group.collect::<Result<Vec<Leads>, _>>()?;
            if group.is_empty() {
                break;
            }
            for leads in group.iter_mut().filter(|_| drops_nested) {
                leads.events = None;
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

/// The leads of opened data on their way to results, and what is done with the results on the thread that scored them.
#[must_use = "nothing is scored before `for_each`"]
pub struct Scoring<'r, F> {
    opened: Opened,
    request: Request<'r>,
    work: F,
}

/// Opens the leads, reads the log to its end, and prepares to score what comes.
///
/// # Errors
/// As [`open`].
pub fn score<'r>(
    request: &Request<'r>,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Scoring<'r, impl Fn(Results) -> Results + Sync + use<'r>>, Error> {
    Ok(Scoring { opened: open(request, progress)?, request: *request, work: std::convert::identity })
}

impl<'r, T: Send, F: Fn(Results) -> T + Sync> Scoring<'r, F> {
    /// Does something more with each batch of results, several at a time; their first row is 0 wherever they are in the
    /// data.
    pub fn map<U: Send>(self, then: impl Fn(T) -> U + Sync) -> Scoring<'r, impl Fn(Results) -> U + Sync> {
        let Self { opened, request, work } = self;
        Scoring { opened, request, work: move |results| then(work(results)) }
    }

    /// Scores all leads. `sink` gets what was made of them, in the order of the data, with the number of the first row.
    ///
    /// # Errors
    /// When a file can't be read, or `sink` fails.
    pub fn for_each(
        self,
        sink: &mut (dyn FnMut(T, u64) -> Result<(), WriteError> + Send),
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<RunReport, Error> {
        let Self { mut opened, request, work } = self;
        let mut counts = Counts::new(request.rules);
        let none = counts.clone();
        let counted = |results: Results| {
            let mut counts = none.clone();
            counts.add(&results);
            (counts, work(results))
        };
        let Opened { plan, ledger, leads, waiting, accounts, drops_nested, .. } = &mut opened;
        let (plan, ledger, drops_nested) = (&*plan, &*ledger, *drops_nested);
        let mut take = |(counted, made): (Counts, T), Position { first_row, rows, bytes, of }| {
            counts.join(counted.placed(first_row));
            sink(made, first_row)?;
            progress(Step { phase: Phase::Leads, rows, bytes, of });
            Ok::<(), Error>(())
        };
        let apart = |leads: &mut Leads| {
            if drops_nested {
                leads.events = None;
            }
        };
        match request.rules.accounts.as_ref().zip(accounts.as_mut()) {
            None => {
                let scored = leads.batches().map(|mut leads| {
                    apart(&mut leads);
                    counted(plan.score(&leads, ledger))
                });
                scored.for_each(&mut take)?;
            }
            Some((ir, accounts)) => {
                let both = Both { leads: request.rules, accounts: ir };
                if let Some(waiting) = waiting {
                    let rows = waiting.iter().map(|leads| leads.rows as u64).sum();
                    let mut all = std::mem::take(waiting);
                    while !all.is_empty() {
                        let group = all.drain(..all.len().min(8 * rayon::current_num_threads()));
                        let group: Vec<Leads> = group.collect();
                        let (known, taking) = accounts.apart();
                        let scored = group.into_par_iter().map(|leads| {
                            let (results, share) = known.score(both, plan, &leads, ledger);
                            // Wherever they are in the data, results count from their first row until they are placed.
                            (counted(Results { first_row: 0, ..results }), leads.first_row, share)
                        });
                        for (made, first_row, share) in scored.collect::<Vec<_>>() {
                            take(made, Position { first_row, rows, bytes: 0, of: None })?;
                            taking.take(share);
                        }
                    }
                } else {
                    accounts.begin(ir, 0, ledger);
                    let (known, taking) = accounts.apart();
                    let scored = leads.batches().map(|mut leads| {
                        apart(&mut leads);
                        let (results, share) = known.score(both, plan, &leads, ledger);
                        (counted(results), share)
                    });
                    scored.for_each(&mut |(made, share), position| {
                        take(made, position)?;
                        taking.take(share);
                        Ok::<(), Error>(())
                    })?;
                }
                accounts.end(ir, ledger);
            }
        }
        let accounts = opened.accounts.take().map(Accounts::finish);
        Ok(RunReport { accounts, ..opened.finish(request.as_of, counts) })
    }
}
