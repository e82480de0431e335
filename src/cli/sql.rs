//! `leadrules sql`: the rules as one query, for the engine that already holds the leads. In: a rule file and the names of
//! tables; out: SQL text. Nothing is run.

#![allow(clippy::doc_markdown, reason = "what is said of arguments is shown in the help as it stands")]

mod project;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use leadrules_language::ir::Rules;
use leadrules_language::sql::dbt::{Model, ModelPrevious, Place};
use leadrules_language::sql::{self, AccountData, AsOf, Created, Dialect, Of, Options, Previous, Refusal};
use leadrules_language::words::say;

use super::args::RuleFile;
use super::exit::{Exit, Failure, named, shown};
use super::output;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, note, write_out};
use super::world;
use super::written;

/// Write the rules as SQL
///
/// One query that gives for each row of a table of leads what `leadrules score` gives: the key, scores, labels, stage, and
/// why a lead is excluded. With `--of accounts` the same for each account, with the number of its leads. docs/sql.md says which types the
/// tables' columns must have.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
#[command(after_help = "\
Examples:
  leadrules sql my.leadrules --dialect duckdb --leads crm.leads --events crm.events --as-of 2026-11-23
  leadrules sql my.leadrules --dialect postgres --as-of current_timestamp --create view --name scored
  leadrules sql my.leadrules --dialect duckdb --leads crm.leads --events crm.events --dbt models
  leadrules sql my.leadrules --dialect duckdb --leads \"ref('stg_leads')\" --no-events --dbt models
  leadrules sql my.leadrules --dialect duckdb --accounts crm.companies --of accounts

Exit codes: 0 fine, 1 could not run, 2 the rules are wrong, or can't be written for the engine.")]
pub(super) struct Args {
    #[command(flatten)]
    file: RuleFile,

    /// The engine that is to run it
    #[arg(long, value_parser = dialects(), value_name = "ENGINE")]
    dialect: Dialect,

    /// The table of leads; for dbt also `ref('stg_leads')` or `source('crm', 'leads')`
    #[arg(long, value_name = "TABLE", default_value = "leads")]
    leads: String,

    /// The table of events; for dbt the same
    #[arg(long, value_name = "TABLE", default_value = "events", conflicts_with = "no_events")]
    events: String,

    /// There are no events: all that rules ask of them is unknown
    #[arg(long)]
    no_events: bool,

    /// The table of accounts, for rules about them; for dbt the same
    #[arg(long, value_name = "TABLE", conflicts_with = "no_accounts")]
    accounts: Option<String>,

    /// There is no table of accounts: there are those that leads name, and their fields are unknown
    #[arg(long)]
    no_accounts: bool,

    /// Whose results the query gives
    #[arg(long, value_enum, value_name = "WHOM", default_value = "leads", conflicts_with = "dbt")]
    of: Whom,

    /// The table of the last results, for rules that ask for the stage before; for a dbt model also `self`: its own last run
    #[arg(long, value_name = "TABLE", conflicts_with = "no_previous")]
    previous: Option<String>,

    /// This is the first run: no lead had a stage
    #[arg(long)]
    no_previous: bool,

    /// The column of the events' ids, if the rules name none: of rows with the same id one counts
    #[arg(long, value_name = "COLUMN", conflicts_with = "no_events")]
    event_id: Option<String>,

    /// The instant from which leads are seen; now without it
    ///
    /// It is written into the query. With `current_timestamp` leads are seen from whenever the query runs, with `parameter`
    /// from the instant that is given to it: as `$as_of` to DuckDB, `$1` to PostgreSQL, `:as_of` to Spark and Snowflake,
    /// `@as_of` to BigQuery.
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,

    /// Add a column for the points of each rule
    #[arg(long)]
    explain: bool,

    /// Write a statement that creates a view or a table, in the place of the one of that name; for dbt, what the model is to become
    #[arg(long, value_enum, value_name = "WHAT")]
    create: Option<Create>,

    /// What --create creates; the name of a dbt model (scored_leads without it, and scored_accounts beside it; NAME_accounts with it)
    #[arg(long, value_name = "TABLE")]
    name: Option<String>,

    /// Write a model of dbt into this folder: the query, and a file with its sources, columns and tests; one of accounts beside it where
    /// the rules say anything about them
    ///
    /// `--leads crm.leads` becomes `source('crm', 'leads')`, which is declared unless the project around the folder declares it;
    /// `--leads "ref('stg_leads')"` is another model. `--as-of parameter` becomes dbt's variable `as_of`; without --as-of leads
    /// are seen from whenever the model runs.
    #[arg(long, value_name = "FOLDER")]
    dbt: Option<PathBuf>,
}

/// The dialects by name.
fn dialects() -> impl TypedValueParser<Value = Dialect> {
    let names = Dialect::ALL.iter().map(|dialect| PossibleValue::new(dialect.id()).help(dialect.about()));
    PossibleValuesParser::new(names).map(|id| Dialect::of_id(&id).expect("one of those that are offered"))
}

/// What `--previous` says for the own last run of a dbt model.
const SELF: &str = "self";

/// Whose results a query gives.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Whom {
    /// A row a lead
    Leads,
    /// A row an account
    Accounts,
}

/// What a statement creates.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Create {
    /// A view
    View,
    /// A table
    Table,
}

/// Writes the query.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let rules = match RuleSet::read(&args.file.rules, &args.file.allow)?.if_usable(terminal, Quiet::Yes) {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let dialect = args.dialect;
    if args.dbt.is_none() && args.create.is_some() != args.name.is_some() {
        return Err(Failure::new(say!("--create and --name go together: what is created has a name")));
    }
    let as_of = match args.as_of.as_deref() {
        Some("parameter") if args.dbt.is_none() && args.create.is_some() => {
            return Err(Failure::new(say!(
                "a view or a table has no parameters: leave out --create, or write --as-of current_timestamp"
            )));
        }
        Some("parameter") => AsOf::Parameter,
        Some("current_timestamp") => AsOf::CurrentTimestamp,
        None if args.dbt.is_some() => AsOf::CurrentTimestamp,
        given => AsOf::At(super::args::instant(given, &rules).map_err(|_| {
            Failure::new(say!(
                "`{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z), \
                     `current_timestamp`, or `parameter`",
                text = given.unwrap_or_default()
            ))
        })?),
    };
    let options = Options {
        dialect,
        as_of,
        leads: &args.leads,
        events: (!args.no_events).then_some(args.events.as_str()),
        of: match args.of {
            Whom::Leads => Of::Leads,
            Whom::Accounts => Of::Accounts,
        },
        accounts: match &args.accounts {
            Some(table) => AccountData::Table(table),
            None if args.no_accounts => AccountData::Nowhere,
            None => AccountData::NotSaid,
        },
        event_id: args.event_id.as_deref(),
        explain: args.explain,
        previous: match &args.previous {
            Some(table) => Previous::Table(table),
            None if args.no_previous => Previous::Nobody,
            None => Previous::Marked,
        },
    };
    if let Some(folder) = &args.dbt {
        return dbt(args, folder, &rules, &options, terminal);
    }
    if args.previous.as_deref() == Some(SELF) {
        return Err(Failure::new(say!("--previous self is a model's own last run: add --dbt FOLDER, or name a table")));
    }
    if let Some(call) = options.tables().into_iter().find(|table| Place::is_call(table)) {
        return Err(Failure::new(say!(
            "`{call}` is known to dbt alone: add --dbt FOLDER, or name the table itself",
            call
        )));
    }
    let query = match sql::select(&rules, &options) {
        Ok(query) => query,
        Err(refusals) => return Ok(refused(args, &rules, &refusals, terminal)),
    };
    let text = match (args.create, &args.name) {
        (Some(what), Some(name)) => {
            let what = if what == Create::View { Created::View } else { Created::Table };
            sql::create(dialect, what, name, &options.tables(), &query)
                .map_err(|why| Failure::new(say!("--name {why}", why)))?
        }
        _ => query,
    };
    write_out(text.as_bytes())?;
    Ok(Exit::Fine)
}

/// Says what can't be written.
fn refused(args: &Args, rules: &Rules, refusals: &[Refusal], terminal: &Terminal) -> Exit {
    for refusal in refusals {
        let path = named(&args.file.rules);
        let said = match refusal.span.map(|span| rules.text(span)) {
            None => say!("{path}: {what}", path, what = refusal.said()),
            Some(words) => say!("{path}: `{words}`: {what}", path, words, what = refusal.said()),
        };
        note(&(terminal.remark(&said) + "\n"));
    }
    Exit::RulesWrong
}

/// Writes a dbt model, and one of accounts beside it where rules say anything about them; a file that leadrules did not write is left
/// alone.
fn dbt(args: &Args, folder: &Path, rules: &Rules, options: &Options<'_>, terminal: &Terminal) -> Result<Exit, Failure> {
    let name = args.name.as_deref().unwrap_or("scored_leads");
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') || name.is_empty() {
        return Err(Failure::new(say!("`{name}` is no name for a dbt model: write letters, digits and `_`", name)));
    }
    let of_accounts =
        args.name.as_ref().map_or_else(|| "scored_accounts".to_owned(), |name| format!("{name}_accounts"));
    let mut models = vec![(name, Of::Leads)];
    if rules.accounts.is_some() {
        models.push((&of_accounts, Of::Accounts));
    }
    let schema = folder.join(format!("{name}.yml"));
    let declared = project::declared(folder, &schema, terminal);
    let place = |text: &str| match Place::of(text) {
        Ok(Place::Model { name: other, .. }) if models.iter().any(|(name, _)| other == *name) => Err(Failure::new(
            say!("the model `{name}` can't read itself: give it another name with --name", name = other),
        )),
        Ok(place) => Ok(place.among(&declared)),
        Err(why) => Err(Failure::new(why)),
    };
    let leads = place(options.leads)?;
    let events = options.events.map(place).transpose()?;
    let accounts = args.accounts.as_deref().map(place).transpose()?;
    let previous = match args.previous.as_deref() {
        None => ModelPrevious::Options,
        Some(_) if rules.before.is_none() => ModelPrevious::Options,
        Some(SELF) if args.create.is_some() => {
            return Err(Failure::new(say!("--previous self makes an incremental model: leave out --create")));
        }
        Some(SELF) if rules.accounts.is_some() => {
            return Err(Failure::new(say!(
                "--previous self: the model of accounts would not know the stage that leads had; keep the last run in a table of \
                 its own (a snapshot) and name that"
            )));
        }
        Some(SELF) => ModelPrevious::Itself,
        Some(table) => ModelPrevious::Table(place(table)?),
    };
    let rule_file =
        args.file.rules.file_name().map_or_else(|| shown(&args.file.rules), |name| name.to_string_lossy().into_owned());
    let mut written = Vec::new();
    for (name, of) in models {
        let model = Model {
            name,
            materialized: args.create.map(|create| if create == Create::View { "view" } else { "table" }),
            rules: &rule_file,
            leads: leads.clone(),
            events: events.clone(),
            accounts: accounts.clone(),
            previous: previous.clone(),
        };
        let files = match sql::dbt::model(rules, &Options { of, ..options.clone() }, &model) {
            Ok(files) => files,
            Err(refusals) => return Ok(refused(args, rules, &refusals, terminal)),
        };
        let both = [("sql", files.query), ("yml", files.schema)];
        written.extend(both.map(|(kind, text)| (folder.join(format!("{name}.{kind}")), text)));
    }
    for (path, _) in &written {
        output::not_read("--dbt", path, &[(say!("which is read as the rules"), &args.file.rules)])?;
        output::spares("--dbt", path, &rules.sources)?;
        if path.exists() && !world::read_text(path).is_ok_and(|text| text.contains("Written by leadrules")) {
            return Err(Failure::new(say!(
                "{path} is there, and leadrules did not write it: give the model another name with --name",
                path = shown(path)
            )));
        }
    }
    for (path, text) in &written {
        written::write_file(path, text.as_bytes())?;
        note(&(terminal.remark(&say!("wrote {path}", path = shown(path))) + "\n"));
    }
    Ok(Exit::Fine)
}
