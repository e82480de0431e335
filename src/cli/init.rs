//! `leadrules init`: a first rule file from data. In: leads, and a log if there is one; out: a rule file that passes
//! `check` and scores them.

use std::path::{Path, PathBuf};

use leadrules_decide::init::{self, First, Quoted};
use leadrules_language::words::say;

use super::exit::{Exit, Failure, pasted, shown};
use super::input::{self, ReadAccountsArgs, ReadArgs};
use super::output::{Asked, Kind, ReadFile, Target, Writing};
use super::reader::Reader;
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
  leadrules init leads.csv --events events.csv -o my.leadrules
  leadrules init people.csv --accounts companies.csv -o my.leadrules")]
pub(super) struct Args {
    /// The leads: .csv, .json, .ndjson, .parquet or .xlsx (`-` is standard input)
    #[arg(value_name = "LEADS")]
    leads: PathBuf,

    /// The event log
    #[arg(long, value_name = "EVENTS")]
    events: Option<PathBuf>,

    /// What is known of accounts, the companies that leads work for; without it, accounts are proposed where leads share a company
    #[arg(long, value_name = "ACCOUNTS")]
    accounts: Option<PathBuf>,

    /// Where the rule file goes; standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    read: ReadArgs,

    #[command(flatten)]
    read_accounts: ReadAccountsArgs,
}

/// Writes the rule file.
pub(super) fn run(args: &Args, reader: Reader, terminal: &Terminal) -> Result<Exit, Failure> {
    input::in_place(Path::new("-"), None, args.events.as_deref())?;
    if input::is_rules(&args.leads) {
        return Err(Failure::new(say!(
            "{path} is a rule file, by its name; `init` makes one from leads",
            path = shown(&args.leads)
        )));
    }
    input::one_standard_input([Some(&args.leads), args.events.as_ref(), args.accounts.as_ref()])?;
    let events = args.events.as_deref().map(|events| (say!("which is read as the events"), events));
    let accounts = args.accounts.as_deref().map(|accounts| (say!("which is read as the accounts"), accounts));
    let leads = (say!("which is read as the leads"), args.leads.as_path());
    let read: Vec<ReadFile<'_>> = [Some(leads), events, accounts].into_iter().flatten().collect();
    let asked = Asked { option: "-o", kinds: &[Kind::Rules], format: None, force: args.writing.force };
    let target = Target::new(args.output.as_deref(), asked, &read)?;
    target.as_ref().filter(|_| !args.writing.force).map_or(Ok(()), Target::is_new)?;
    let leads = (input::held(&args.leads)?, args.read.leads());
    let events =
        args.events.as_ref().map(|path| Ok::<_, Failure>((input::held(path)?, args.read.events()))).transpose()?;
    let of_accounts = |path: &PathBuf| Ok::<_, Failure>((input::held(path)?, args.read_accounts.options(&args.read)));
    let accounts = args.accounts.as_ref().map(of_accounts).transpose()?;
    let [events_name, accounts_name] = [&args.events, &args.accounts].map(|path| path.as_deref().map(name));
    let sources = init::Sources {
        leads: &name(&args.leads),
        events: events_name.as_deref(),
        accounts: accounts_name.as_deref(),
        quoted: Quoted::All,
        language: reader.typed,
    };
    let [events, accounts] = [&events, &accounts].map(|from| from.as_ref().map(|(input, options)| (input, options)));
    let First { text, remarks } =
        init::read((&leads.0, &leads.1), events, accounts, sources).map_err(|error| match error {
            init::Error::Read(error) => Failure::new(error),
            init::Error::Nothing(said) => Failure::new(said),
        })?;
    for remark in remarks {
        note(&(terminal.remark(&remark) + "\n"));
    }
    let Some(target) = target else {
        say_or_pass(terminal.out.is_terminal, &text)?;
        return Ok(Exit::Fine);
    };
    let path = &target.path;
    target.write(text.as_bytes(), true, terminal)?;
    if args.writing.quiet {
        return Ok(Exit::Fine);
    }
    let named = [("--events", &args.events), ("--accounts", &args.accounts)];
    let named = named.into_iter().filter_map(|(option, path)| Some(format!(" {option} {}", pasted(path.as_ref()?))));
    let said = say!(
        "wrote {written}; next: leadrules score {path} {leads}{data}",
        written = shown(path),
        path = pasted(path),
        leads = pasted(&args.leads),
        data = named.collect::<String>()
    );
    note(&(terminal.remark(&said) + "\n"));
    Ok(Exit::Fine)
}

/// The name of a file without its folders, which only mean something on this machine.
fn name(path: &Path) -> String {
    path.file_name()
        .filter(|_| path != Path::new("-"))
        .map_or_else(|| shown(path), |name| name.to_string_lossy().into())
}
