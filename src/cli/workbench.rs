//! `leadrules workbench`: a page in the browser of this machine that shows what a change of rules does. In: rules, leads and
//! events; out: a server on the loopback interface that answers the page, until it is told to stop.

mod dropped;
mod files;
mod page;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use leadrules_decide::previous::Previous;
use leadrules_engine::data::{self, Before, Input, ReadOptions};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::words::say;
use leadrules_server::Server;
use leadrules_service::desk::{Desk, Opening, Source};
use leadrules_service::draft::Draft;

use super::account_data::AccountsArgs;
use super::args::{Allow, AsOf};
use super::data::Strictness;
use super::exit::{Exit, Failure, plain, shown};
use super::input::{self, ReadArgs};
use super::keep;
use super::terminal::{Terminal, note};
use super::world;
use files::OnDisk;
use page::Page;

/// See in your browser what a change of rules does to your leads
///
/// Opens a page on this machine: the rules in an editor that checks them as you type, what they do to your leads (stages, scores,
/// who moves), and the leads themselves, the best first. Saving writes the rule file; nothing else is written, and nothing
/// leaves this machine. Without arguments, files are dropped on the page. It ends with Ctrl-C.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules workbench                                    drop files on the page
  leadrules workbench leads.xlsx                         with a first rule file made from them
  leadrules workbench my.leadrules leads.xlsx --events events.csv
  leadrules workbench my.leadrules leads.csv --no-events --outcome won
  leadrules workbench my.leadrules leads.csv --events events.csv --accounts accounts.csv
  leadrules workbench my.leadrules leads.csv --no-browser     print the address only

The address holds a token: whoever has it can see your leads. On another machine, use a tunnel: ssh -L 8080:127.0.0.1:8080
HOST, and --port 8080 there.")]
pub(super) struct Args {
    /// The rule file; without one, a first one is made from the leads
    #[arg(value_name = "RULES")]
    rules: Option<PathBuf>,

    /// The leads: .csv, .json, .ndjson, .parquet or .xlsx; text also as .gz or .zst; without it, those that leadrules.toml names
    #[arg(value_name = "LEADS")]
    leads: Option<PathBuf>,

    /// The event log; events can also be nested in the leads
    #[arg(long, value_name = "EVENTS", requires = "rules")]
    events: Option<PathBuf>,

    /// Run without events: nothing is then known of what leads did
    #[arg(long, conflicts_with = "events")]
    no_events: bool,

    #[command(flatten)]
    of_accounts: AccountsArgs,

    /// What an earlier run wrote: the stage that each lead had, where rules ask for it; without it, the field that the rules mark
    /// `previous stage`, or none
    #[arg(long, value_name = "LAST", requires = "leads")]
    previous: Option<PathBuf>,

    #[command(flatten)]
    as_of: AsOf,

    /// What the leads were hoped to become: a condition on fields that no rule looks at, as in `won` or
    /// `status is "customer"`
    #[arg(long, value_name = "CONDITION", requires = "rules")]
    outcome: Option<String>,

    /// Columns of the input to show, with commas between them; can be given several times
    #[arg(long, value_name = "COLUMNS")]
    keep: Vec<String>,

    /// The port of the page; one that is free without it
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,

    /// Don't open the browser
    #[arg(long)]
    no_browser: bool,

    #[command(flatten)]
    allow: Allow,

    #[command(flatten)]
    strict: Strictness,

    #[command(flatten)]
    read: ReadArgs,
}

/// Serves the page.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    serve(args.desk(terminal)?, args.port, !args.no_browser, terminal)
}

/// Serves the page on which files are dropped.
pub(super) fn run_alone(terminal: &Terminal) -> Result<Exit, Failure> {
    serve(dropped::desk(world::now()), None, true, terminal)
}

fn serve(desk: Desk, port: Option<u16>, opens: bool, terminal: &Terminal) -> Result<Exit, Failure> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Failure::new(say!("that port is taken; name another one, or none: one that is free is found"))
        }
        _ => Failure::new(say!("the page can't be served: {why}", why = plain(&error))),
    };
    let server = Server::bind(Arc::new(Page::new(desk)), port).map_err(failed)?;
    let address = server.address().to_owned();
    note(&(terminal.remark(&say!("the workbench is at {address}", address = &address)) + "\n"));
    note(&(terminal.remark(&say!("it ends with Ctrl-C")) + "\n"));
    if opens && open::that_detached(&address).is_err() {
        note(&(terminal.remark(&say!("no browser could be opened; open that address yourself")) + "\n"));
    }
    server.run(leadrules_server::stopped()).map_err(failed)?;
    Ok(Exit::Fine)
}

impl Args {
    /// The desk with what the command line names.
    fn desk(&self, _terminal: &Terminal) -> Result<Desk, Failure> {
        let Some(rules) = &self.rules else { return Ok(dropped::desk(world::now())) };
        if self.leads.is_none() && input::is_data(rules) {
            return self.first_rules(rules);
        }
        let leads = self.leads.as_deref();
        input::in_place(rules, leads, self.events.as_deref())?;
        input::one_standard_input([
            Some(rules),
            self.leads.as_ref(),
            self.events.as_ref(),
            self.of_accounts.accounts.as_ref(),
        ])?;
        let disk = OnDisk::new(rules, &self.allow)?;
        let draft = Draft::new(&[disk.first()?], &|name| disk.further(name), None);
        if let (Some(known), Some(leads), Some(events)) = (draft.rules(), leads, self.events.as_deref()) {
            input::not_swapped(known, (leads, &self.read.leads()), (events, &self.read.events()))?;
        }
        let as_of = match draft.rules() {
            Some(known) => self.as_of.instant(known)?,
            None => world::now(),
        };
        let source = leads.map(|leads| self.source(leads, draft.rules(), as_of)).transpose()?;
        let opening = Opening {
            files: draft.files(),
            source,
            as_of,
            outcome: self.outcome.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            samples: Vec::new(),
        };
        Ok(Desk::new(opening, Box::new(disk)))
    }

    /// The leads and what they did. That they can be read at all is said here, and not on the page.
    fn source(&self, leads: &Path, rules: Option<&Rules>, as_of: Instant) -> Result<Source, Failure> {
        let fitness = rules.and_then(|rules| self.strict.fitness(&[rules], as_of, !self.no_events));
        let before = match (&self.previous, rules) {
            (None, _) => Before::IfMarked,
            (Some(path), Some(rules)) => {
                let run = Previous::read(rules, &input::held(path)?, &ReadOptions::default()).map_err(Failure::new)?;
                Before::Run(Arc::new(run.stages()))
            }
            (Some(path), None) => {
                return Err(Failure::new(say!(
                    "--previous {path}: the rules say which stages there are, and they have errors; open them without it first",
                    path = shown(path)
                )));
            }
        };
        let options = ReadOptions { fitness: fitness.clone(), before, ..self.read.leads() };
        let input = input::held(leads)?;
        data::read_columns(&input, &options).map_err(Failure::new)?;
        let events = match &self.events {
            Some(path) => {
                let (events, options) = (input::held(path)?, ReadOptions { fitness, ..self.read.events() });
                data::read_columns(&events, &options).map_err(Failure::new)?;
                Some((events, options))
            }
            None => None,
        };
        let keep = keep::of_file(&self.keep, leads, &self.read);
        let accounts = self.accounts(rules, as_of)?;
        Ok(Source { leads: input, options, events, without_events: self.no_events, accounts, keep })
    }

    /// The accounts' own data, if there is any. Rules with errors ask for none.
    fn accounts(&self, rules: Option<&Rules>, as_of: Instant) -> Result<Option<(Input, ReadOptions)>, Failure> {
        let accounts = match rules {
            Some(rules) => {
                let fitness = |about: &[&Accounts]| self.strict.fitness_of_accounts(about, as_of);
                self.of_accounts.open(&[rules], &self.read, fitness, input::held)?
            }
            None => self.listed()?,
        };
        if let Some((accounts, options)) = &accounts {
            data::read_columns(accounts, options).map_err(Failure::new)?;
        }
        Ok(accounts)
    }

    /// The file that is named as the accounts' own data.
    fn listed(&self) -> Result<Option<(Input, ReadOptions)>, Failure> {
        let accounts = self.of_accounts.accounts.as_deref().map(input::held).transpose()?;
        Ok(accounts.map(|accounts| (accounts, self.of_accounts.options(&self.read))))
    }

    /// A desk with leads, and a first rule file made from them.
    fn first_rules(&self, leads: &Path) -> Result<Desk, Failure> {
        let leads = input::held(leads)?;
        let events = self.events.as_deref().map(input::held).transpose()?;
        let (options, of_events) = (self.read.leads(), self.read.events());
        let events = events.map(|events| (events, of_events));
        dropped::desk_with_first_rules((leads, options), events, self.listed()?).map_err(Failure::new)
    }
}
