//! `leadrules init`: a first rule file from data. In: leads, and a log if there is one; out: a rule file that passes
//! `check` and scores them.

use std::path::{Path, PathBuf};

use leadrules_decide::init::{self, Counts, Crossing, Log, Nesting, Profile, Roles};
use leadrules_engine::data::{self, Columns, Input, ReadOptions, Table};
use leadrules_language::format;
use leadrules_language::parse;
use leadrules_language::source::Sources;

use super::exit::{Exit, Failure, pasted, shown};
use super::input::{self, ReadArgs};
use super::output::{Asked, Kind, ReadFile, Target, Writing};
use super::terminal::{Terminal, note, say_or_pass};

/// Make a first rule file from your data
///
/// Reads all leads (and events) and writes what it finds: fields with types, choices and the columns they come from,
/// words that stand for an empty cell, kinds of events, and a few rules to start from. The file passes `leadrules check`
/// and scores the data as it stands; everything in it is yours to change.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules init leads.csv                                 print it
  leadrules init leads.xlsx -o my.leadrules                write it to a file
  leadrules init leads.csv --events events.csv -o my.leadrules")]
pub(super) struct Args {
    /// The leads: .csv, .json, .ndjson, .parquet or .xlsx (`-` is standard input)
    #[arg(value_name = "LEADS")]
    leads: PathBuf,

    /// The event log
    #[arg(long, value_name = "EVENTS")]
    events: Option<PathBuf>,

    /// Where the rule file goes; standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    read: ReadArgs,
}

/// Writes the rule file.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    input::in_place(Path::new("-"), None, args.events.as_deref())?;
    if input::is_rules(&args.leads) {
        return Err(Failure::new(format!(
            "{} is a rule file, by its name; `init` makes one from leads",
            shown(&args.leads)
        )));
    }
    input::one_standard_input([Some(&args.leads), args.events.as_ref()])?;
    let events = args.events.as_deref().map(|events| ("which is read as the events", events));
    let read: Vec<ReadFile<'_>> =
        std::iter::once(("which is read as the leads", args.leads.as_path())).chain(events).collect();
    let asked = Asked { option: "-o", kinds: &[Kind::Rules], format: None, force: args.writing.force };
    let target = Target::new(args.output.as_deref(), asked, &read)?;
    target.as_ref().filter(|_| !args.writing.force).map_or(Ok(()), Target::is_new)?;
    let (leads, options) = (input::held(&args.leads)?, args.read.leads());
    let columns = data::read_columns(&leads, &options).map_err(Failure::new)?;
    if columns.names.is_empty() {
        return Err(Failure::new(format!("{}: there are no columns in it, so there is nothing to say", leads.name())));
    }
    let profile = profile(&leads, &options, &columns, Part::Rows)?;
    let crossed = crossed(&leads, &options, &columns, &profile)?;
    let log = match &args.events {
        Some(path) => {
            let (events, options) = (input::held(path)?, args.read.events());
            let columns = data::read_columns(&events, &options).map_err(Failure::new)?;
            Some(log(&events, &options, &columns, &profile, Part::Rows)?)
        }
        None if columns.nested.is_some() => Some(log(&leads, &options, &columns, &profile, Part::Nested)?),
        None => None,
    };
    let (leads_name, events_name) = (name(&args.leads), args.events.as_deref().map(name));
    let sources = init::Sources { leads: &leads_name, events: events_name.as_deref() };
    let text = tidy(init::write(&profile, crossed.as_ref(), log.as_ref(), sources));
    let Some(target) = target else {
        say_or_pass(terminal.out.is_terminal, &text)?;
        return Ok(Exit::Fine);
    };
    let path = &target.path;
    target.write(text.as_bytes(), true)?;
    if args.writing.quiet {
        return Ok(Exit::Fine);
    }
    let events = args.events.as_ref().map_or_else(String::new, |events| format!(" --events {}", pasted(events)));
    let (written, path, leads) = (shown(path), pasted(path), pasted(&args.leads));
    note(&format!("wrote {written}; next: leadrules score {path} {leads}{events}\n"));
    Ok(Exit::Fine)
}

/// The name of a file without its folders, which only mean something on this machine.
fn name(path: &Path) -> String {
    path.file_name()
        .filter(|_| path != Path::new("-"))
        .map_or_else(|| shown(path), |name| name.to_string_lossy().into())
}

/// Which rows of a file are meant.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Part {
    /// The rows of the file itself.
    Rows,
    /// The events nested in them.
    Nested,
}

impl Part {
    fn names(self, columns: &Columns) -> Vec<String> {
        match self {
            Self::Rows => columns.names.clone(),
            Self::Nested => columns.nested.clone().unwrap_or_default(),
        }
    }

    fn of<R>(self, table: &Table<'_>, look: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        match self {
            Self::Rows => Some(look(table)),
            Self::Nested => table.nested(look),
        }
    }
}

fn profile(input: &Input, options: &ReadOptions, columns: &Columns, part: Part) -> Result<Profile, Failure> {
    let names = part.names(columns);
    let mut profile = Profile::new(names.clone());
    let gather = |table: &Table<'_>| {
        let mut batch = Profile::new(names.clone());
        part.of(table, |table| batch.add_table(table));
        batch
    };
    let read = data::read_table(input, options, columns, gather, |batch| profile.merge(batch)).map_err(Failure::new)?;
    let header = columns.dialect.header.filter(|_| part == Part::Rows).map(|header| header.to_string());
    let said = [header, read.open_quotes.said(), read.repeated_names_said(), read.odd_end_said()];
    for said in said.into_iter().flatten().chain(read.odd_json_said()).chain(read.odd_cells_said()) {
        note(&format!("{}: {said}.\n", input.name()));
    }
    Ok(profile)
}

/// What became of the leads by their values, where a column says which of them converted.
fn crossed(
    input: &Input,
    options: &ReadOptions,
    columns: &Columns,
    leads: &Profile,
) -> Result<Option<(Crossing, Counts)>, Failure> {
    let Some(crossing) = Crossing::new(leads) else { return Ok(None) };
    let mut counts = crossing.nothing();
    data::read_table(input, options, columns, |table| crossing.look(table), |batch| counts.merge(batch))
        .map_err(Failure::new)?;
    Ok(Some((crossing, counts)))
}

fn log(input: &Input, options: &ReadOptions, columns: &Columns, leads: &Profile, part: Part) -> Result<Log, Failure> {
    let events = profile(input, options, columns, part)?;
    let nesting = if part == Part::Nested { Nesting::Nested } else { Nesting::Apart };
    let roles = Roles::find(&events, leads, nesting).map_err(|unsaid| {
        let names: Vec<&str> = events.names().collect();
        Failure::new(format!(
            "{}: this event log does not say {unsaid}; its columns are {}",
            input.name(),
            names.join(", ")
        ))
    })?;
    let mut log = Log::new(events, roles);
    let mut batches = Vec::new();
    let look = |table: &Table<'_>| part.of(table, |table| log.look(table));
    data::read_table(input, options, columns, look, |batch| batches.extend(batch)).map_err(Failure::new)?;
    for batch in batches {
        log.add(batch);
    }
    Ok(log)
}

/// The text in its canonical form.
fn tidy(text: String) -> String {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse::parse(&sources, id);
    if findings.is_empty() { format::format(&file) } else { sources.file(id).text.clone() }
}
