//! `leadrules sql`: the rules as one query, for the engine that already holds the leads. In: a rule file and the names of
//! tables; out: SQL text. Nothing is run.

use std::path::PathBuf;

use clap::ValueEnum;
use leadrules::sql::{self, Dialect, Options};

use super::data;
use super::exit::{Exit, Failure, shown};
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, note, say};

/// Write the rules as SQL
///
/// One query that gives for each row of a table of leads what `leadrules score` gives: the key, scores, labels, stage, and
/// why a lead is excluded. docs/sql.md says which types the tables' columns must have.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules sql my.leadrules --dialect duckdb --leads crm.leads --events crm.events --as-of 2026-11-23
  leadrules sql my.leadrules --dialect postgres --leads leads --events events --create view --name scored

Exit codes: 0 fine, 1 could not run, 2 the rules are wrong, or can't be written for the engine.")]
pub(super) struct Args {
    /// The rule file
    #[arg(value_name = "RULES")]
    rules: PathBuf,

    /// The engine that is to run it
    #[arg(long, value_enum, value_name = "ENGINE")]
    dialect: Engine,

    /// The table of leads
    #[arg(long, value_name = "TABLE", default_value = "leads")]
    leads: String,

    /// The table of events
    #[arg(long, value_name = "TABLE", default_value = "events", conflicts_with = "no_events")]
    events: String,

    /// There are no events: all that rules ask of them is unknown
    #[arg(long)]
    no_events: bool,

    /// The column of the events' ids, if the rules name none: of rows with the same id one counts
    #[arg(long, value_name = "COLUMN", conflicts_with = "no_events")]
    event_id: Option<String>,

    /// The instant from which leads are seen; now without it
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,

    /// Add a column for the points of each rule
    #[arg(long)]
    explain: bool,

    /// Write a statement that creates a view or a table
    #[arg(long, value_enum, value_name = "WHAT", requires = "name")]
    create: Option<Create>,

    /// What --create creates
    #[arg(long, value_name = "TABLE", requires = "create")]
    name: Option<String>,
}

/// An engine that may run the query. What the first three give is compared with what `leadrules score` gives.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// `DuckDB`
    Duckdb,
    /// `PostgreSQL`
    Postgres,
    /// Spark SQL
    Spark,
    /// Snowflake: parsed, never run
    Snowflake,
    /// `BigQuery`: parsed, never run
    Bigquery,
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
    let rules = match RuleSet::usable(&args.rules, terminal, Quiet::Yes)? {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let dialect = match args.dialect {
        Engine::Duckdb => Dialect::DuckDb,
        Engine::Postgres => Dialect::Postgres,
        Engine::Spark => Dialect::Spark,
        Engine::Snowflake => Dialect::Snowflake,
        Engine::Bigquery => Dialect::BigQuery,
    };
    let options = Options {
        dialect,
        as_of: data::as_of(args.as_of.as_deref(), &rules)?,
        leads: &args.leads,
        events: (!args.no_events).then_some(args.events.as_str()),
        event_id: args.event_id.as_deref(),
        explain: args.explain,
    };
    let query = match sql::select(&rules, &options) {
        Ok(query) => query,
        Err(refusals) => {
            for refusal in refusals {
                let place = refusal.span.map(|span| format!(": `{}`", rules.text(span))).unwrap_or_default();
                note(&format!("{}{place}: {refusal}\n", shown(&args.rules)));
            }
            return Ok(Exit::RulesWrong);
        }
    };
    let head = match (args.create, &args.name) {
        (Some(create), Some(name)) => {
            let what = if create == Create::View { "VIEW" } else { "TABLE" };
            format!("CREATE {what} {} AS\n", dialect.table(name))
        }
        _ => String::new(),
    };
    say(&format!("{head}{query}"))?;
    Ok(Exit::Fine)
}
