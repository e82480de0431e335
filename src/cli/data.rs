//! The data that a command line names, and the instant from which it is seen, for all commands that run rules over leads.
//! In: paths and options; out: a request to run. Nothing is read here except standard input, if it is needed twice.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use leadrules_decide::previous::Previous;
use leadrules_decide::whom::Whom;
use leadrules_engine::data::{Before, Fitness, Input, ReadOptions};
use leadrules_engine::engine::{Options, Plan};
use leadrules_engine::run::{AccountSource, EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, OfAccount, Rules};
use leadrules_language::words::say;

use super::account_data::AccountsArgs;
use super::args::{Allow, AsOf, RuleFile};
use super::exit::{Failure, shown};
use super::input::{self, ReadArgs};
use super::keep;
use super::mistyped::Mistyped;
use super::output::ReadFile;
use super::terminal::{Terminal, note};

/// What every command that runs rules over leads takes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct RunArgs {
    /// The event log; events can also be nested in the leads
    #[arg(long, value_name = "EVENTS")]
    pub(super) events: Option<PathBuf>,

    /// Run without events: nothing is then known of what leads did
    #[arg(long, conflicts_with = "events")]
    no_events: bool,

    #[command(flatten)]
    pub(super) of_accounts: AccountsArgs,

    /// What an earlier run wrote: the stage that each lead had, where rules ask for it
    #[arg(id = "last", long = "previous", value_name = "LAST")]
    pub(super) previous: Option<PathBuf>,

    /// Run as if for the first time: no lead had a stage
    #[arg(long, conflicts_with = "last")]
    no_previous: bool,

    #[command(flatten)]
    as_of: AsOf,

    #[command(flatten)]
    strict: Strictness,
}

/// How strictly data is held to what the rules speak of.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Strictness {
    /// What to do where a column that rules look at is not there
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    missing_columns: MissingColumns,

    /// How many of a field's values, or of the events, may be unreadable before the data is refused
    #[arg(long, value_name = "SHARE", default_value = "20%", value_parser = percent)]
    max_invalid: u8,
}

/// What becomes of a run whose data lacks a column.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
enum MissingColumns {
    /// The data is refused
    #[default]
    Refuse,
    /// All its values are unknown
    Unknown,
}

fn percent(text: &str) -> Result<u8, Mistyped> {
    let number = text.strip_suffix('%').unwrap_or(text).trim().parse().ok();
    number.filter(|&percent| percent <= 100).ok_or_else(|| Mistyped(say!("it is a share from 0% to 100%")))
}

/// Refuses a log that is not there where it is not read, since the rules declare no events: a slip in its name should be seen.
pub(super) fn is_there(events: &Path, rules: &Rules) -> Result<(), Failure> {
    if rules.log.is_none() && events != Path::new("-") {
        File::open(events).map_err(|error| Failure::reading(events, &error))?;
    }
    Ok(())
}

/// Says so if a log is named but not read, since the rules declare no events.
pub(super) fn say_if_unread(events: Option<&Path>, rules: &[&Rules], terminal: &Terminal) {
    if let Some(path) = events.filter(|_| rules.iter().all(|rules| rules.log.is_none())) {
        let said = say!(
            "--events {path}: the rules declare no events, so it was not read; an `events` block says what its columns mean",
            path = shown(path)
        );
        note(&(terminal.remark(&said) + "\n"));
    }
}

/// Leads and what they did.
#[derive(Debug)]
pub(super) struct Data {
    leads: (Input, ReadOptions),
    events: Option<(Input, ReadOptions)>,
    no_events: bool,
    accounts: Option<(Input, ReadOptions)>,
    /// The instant from which time is seen.
    pub(super) as_of: Instant,
}

impl RunArgs {
    /// Whether nothing is to be known of what leads did.
    pub(super) fn is_without_events(&self) -> bool {
        self.no_events
    }

    /// The instant that was given, or now.
    pub(super) fn as_of(&self, rules: &Rules) -> Result<Instant, Failure> {
        self.as_of.instant(rules)
    }

    /// The data, to be read once.
    pub(super) fn once(&self, leads: &Path, read: &ReadArgs, rules: &Rules) -> Result<Data, Failure> {
        self.data(leads, read, &[rules], |path| Ok(input::input(path)))
    }

    /// The data, readable any number of times.
    pub(super) fn held(&self, leads: &Path, read: &ReadArgs, rules: &[&Rules]) -> Result<Data, Failure> {
        self.data(leads, read, rules, input::held)
    }

    fn data(
        &self,
        leads: &Path,
        read: &ReadArgs,
        rule_sets: &[&Rules],
        open: impl Fn(&Path) -> Result<Input, Failure>,
    ) -> Result<Data, Failure> {
        let rules = rule_sets[0];
        if let Some(events) = self.events.as_deref() {
            input::not_swapped(rules, (leads, &read.leads()), (events, &read.events()))?;
            is_there(events, rules)?;
        }
        let as_of = self.as_of(rules)?;
        let fitness = self.strict.fitness(rule_sets, as_of, !self.no_events);
        let of_events = ReadOptions { fitness: fitness.clone(), ..read.events() };
        let log = |path| Ok::<_, Failure>((open(path)?, of_events.clone()));
        let fitness_of_accounts = |about: &[&Accounts]| self.strict.fitness_of_accounts(about, as_of);
        let accounts = self.of_accounts.open(rule_sets, read, fitness_of_accounts, &open)?;
        Ok(Data {
            accounts,
            as_of,
            leads: (open(leads)?, ReadOptions { fitness, before: self.before(rule_sets)?, ..read.leads() }),
            events: self.events.as_deref().map(log).transpose()?,
            no_events: self.no_events,
        })
    }
}

#[cfg(feature = "mcp")]
impl RunArgs {
    /// What somebody else than a command line asks for: a log, or that there is none; the accounts' own data, or that there is none;
    /// an earlier run, or that there was none; an instant.
    pub(super) fn asked(
        (events, no_events): (Option<PathBuf>, bool),
        (accounts, no_accounts): (Option<PathBuf>, bool),
        (previous, no_previous): (Option<PathBuf>, bool),
        as_of: Option<&String>,
    ) -> Self {
        Self {
            events,
            no_events,
            of_accounts: AccountsArgs::asked(accounts, no_accounts),
            previous,
            no_previous,
            as_of: AsOf::if_at(as_of),
            strict: Strictness::usual(),
        }
    }
}

/// What the accounts' own data must hold if nobody says otherwise.
#[cfg(feature = "mcp")]
pub(super) fn usual_fitness_of_accounts(about: &Accounts, as_of: Instant) -> Option<Fitness> {
    Strictness::usual().fitness_of_accounts(&[about], as_of)
}

/// What data must hold if nobody says otherwise.
#[cfg(feature = "mcp")]
pub(super) fn usual_fitness(rule_sets: &[&Rules], as_of: Instant, with_events: bool) -> Option<Fitness> {
    Strictness::usual().fitness(rule_sets, as_of, with_events)
}

impl RunArgs {
    /// Where the stage that leads had comes from.
    fn before(&self, rule_sets: &[&Rules]) -> Result<Before, Failure> {
        let Some(rules) = rule_sets.iter().find(|rules| rules.before.is_some()) else { return Ok(Before::default()) };
        match &self.previous {
            Some(path) => {
                let run = Previous::read(rules, &input::held(path)?, &ReadOptions::default()).map_err(Failure::new)?;
                Ok(Before::Run(Arc::new(run.stages())))
            }
            None if self.no_previous => Ok(Before::Nobody),
            None => Ok(Before::Marked),
        }
    }
}

impl Strictness {
    /// As if nothing were said of it.
    #[cfg(feature = "mcp")]
    fn usual() -> Self {
        Self { missing_columns: MissingColumns::Refuse, max_invalid: Fitness::MAX_INVALID }
    }

    /// What the data must hold to be scored by these rule sets: what the rules in force look at.
    pub(super) fn fitness(&self, rule_sets: &[&Rules], as_of: Instant, with_events: bool) -> Option<Fitness> {
        let of = |rules: &&Rules| {
            let plan = Plan::new(rules, Options { log: with_events, rule_points: false, trace: false });
            Fitness::of(rules, &plan.needed_at(&plan.at(as_of)))
        };
        let missing_is_unknown = self.missing_columns == MissingColumns::Unknown;
        let all = rule_sets.iter().map(of).reduce(Fitness::and)?;
        Some(Fitness { missing_is_unknown, max_invalid: self.max_invalid, ..all })
    }

    /// The same of the accounts' own data: what is looked at in what is said of accounts, and what leads ask of them.
    pub(super) fn fitness_of_accounts(&self, about: &[&Accounts], as_of: Instant) -> Option<Fitness> {
        let rules: Vec<&Rules> = about.iter().map(|accounts| &accounts.rules).collect();
        let mut fitness = self.fitness(&rules, as_of, false)?;
        for accounts in about {
            fitness.fields.extend(accounts.asked.iter().filter_map(|asked| match asked.of {
                OfAccount::Field(id) => Some(accounts.rules.field(id).name.clone()),
                OfAccount::Itself | OfAccount::Score(_) | OfAccount::Label(_) | OfAccount::Stage => None,
            }));
        }
        Some(fitness)
    }
}

/// Rules, and the leads that they are run over.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct OverLeads {
    #[command(flatten)]
    file: RuleFile,

    /// The leads: .csv, .json, .ndjson, .parquet or .xlsx; text also as .gz or .zst (`-` is standard input);
    /// without it, those that leadrules.toml names
    #[arg(value_name = "LEADS")]
    pub(super) leads: PathBuf,

    #[command(flatten)]
    pub(super) run: RunArgs,

    #[command(flatten)]
    pub(super) read: ReadArgs,
}

impl OverLeads {
    /// The same with other leads, and another log and instant where they are named.
    pub(super) fn with_leads(&self, leads: &Path, events: Option<&PathBuf>, as_of: Option<&String>) -> Self {
        let mut other = Self { leads: leads.to_owned(), ..self.clone() };
        if let Some(events) = events {
            other.run.events = Some(events.clone());
        }
        if let Some(as_of) = as_of {
            other.run.as_of = AsOf::at(as_of);
        }
        other
    }

    /// The rule file.
    pub(super) fn rules(&self) -> &PathBuf {
        &self.file.rules
    }

    /// Where it may take further files from.
    pub(super) fn allow(&self) -> &Allow {
        &self.file.allow
    }

    /// The rule file, and where it may take further files from.
    pub(super) fn rule_set(&self) -> (&Path, &Allow) {
        (self.rules(), self.allow())
    }

    /// Checks that each file is in the right place, and that standard input is used for only one of them, including
    /// further ones.
    pub(super) fn in_place(&self, further: &[Option<&PathBuf>]) -> Result<(), Failure> {
        input::in_place(self.rules(), Some(&self.leads), self.run.events.as_deref())?;
        let run = &self.run;
        let own = [
            Some(self.rules()),
            Some(&self.leads),
            run.events.as_ref(),
            run.of_accounts.accounts.as_ref(),
            run.previous.as_ref(),
        ];
        input::one_standard_input(own.into_iter().chain(further.iter().copied()))
    }

    /// All files that are read, including a further one.
    pub(super) fn read_files<'a>(&'a self, further: Option<ReadFile<'a>>) -> Vec<ReadFile<'a>> {
        let events = self.run.events.as_deref().map(|events| (say!("which is read as the events"), events));
        let accounts =
            self.run.of_accounts.accounts.as_deref().map(|accounts| (say!("which is read as the accounts"), accounts));
        [
            (say!("which is read as the rules"), self.rules().as_path()),
            (say!("which is read as the leads"), &self.leads),
        ]
        .into_iter()
        .chain(events)
        .chain(accounts)
        .chain(further)
        .collect()
    }

    /// Where those that are looked at come from: the accounts' own data, if accounts are meant and there is any, or the leads.
    pub(super) fn data_of(&self, whom: Whom) -> &Path {
        match (whom, &self.run.of_accounts.accounts) {
            (Whom::Accounts, Some(accounts)) => accounts,
            (Whom::Accounts, None) | (Whom::Leads, _) => &self.leads,
        }
    }

    /// The columns that `--keep` names; standard input is not looked at for this.
    pub(super) fn kept(&self, typed: &[String]) -> Vec<String> {
        keep::of_file(typed, &self.leads, &self.read)
    }

    /// The data, to be read once.
    pub(super) fn once(&self, rules: &Rules, terminal: &Terminal) -> Result<Data, Failure> {
        let data = self.run.once(&self.leads, &self.read, rules)?;
        say_if_unread(self.run.events.as_deref(), &[rules], terminal);
        Ok(data)
    }

    /// The data, readable any number of times.
    pub(super) fn held(&self, rules: &[&Rules], terminal: &Terminal) -> Result<Data, Failure> {
        let data = self.run.held(&self.leads, &self.read, rules)?;
        say_if_unread(self.run.events.as_deref(), rules, terminal);
        Ok(data)
    }
}

impl Data {
    /// The same with leads that had no stage, for what follows them from their first day on.
    pub(super) fn followed(mut self) -> Result<Self, Failure> {
        if matches!(self.leads.1.before, Before::Run(_)) {
            return Err(Failure::new(say!(
                "--previous: here each lead is followed night by night from its first event on, and starts from no earlier run; \
                 leave it out"
            )));
        }
        self.leads.1.before = Before::Nobody;
        Ok(self)
    }

    /// A request to run these rules over it; the caller adds what else is wanted of the run.
    pub(super) fn request<'a>(&'a self, rules: &'a Rules) -> Request<'a> {
        let events = match &self.events {
            _ if self.no_events => EventSource::None,
            Some((log, options)) => EventSource::Log(log, options),
            None => EventSource::Leads,
        };
        let (leads, options) = &self.leads;
        let accounts = match &self.accounts {
            Some((accounts, options)) => AccountSource::File(accounts, options),
            None => AccountSource::None,
        };
        let accounts = rules.accounts.as_ref().map(|_| accounts);
        let as_of = self.as_of;
        Request { rules, leads, options, events, keep: &[], as_of, rule_points: false, trace: false, accounts }
    }
}
