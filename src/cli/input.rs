//! Options that say how data is read, shared by all commands that read data.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_engine::data::{self, Format, Input, ReadOptions};
use leadrules_engine::run::Error;
use leadrules_language::ir::Rules;
use leadrules_language::words::say;

use super::args::whole;
use super::exit::{Failure, named, shown};
use super::mistyped::Mistyped;

/// A format of data.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    // Cells separated by comma, semicolon or tab
    Csv,
    // One array of objects
    Json,
    // One object per line
    Ndjson,
    // Apache Parquet
    Parquet,
    // A spreadsheet: .xlsx, .xls, .ods
    Xlsx,
}

impl From<InputFormat> for Format {
    fn from(format: InputFormat) -> Self {
        match format {
            InputFormat::Csv => Self::Csv,
            InputFormat::Json => Self::Json,
            InputFormat::Ndjson => Self::Ndjson,
            InputFormat::Parquet => Self::Parquet,
            InputFormat::Xlsx => Self::Sheet,
        }
    }
}

/// How data is read.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Reading data (found out from the file where not given)")]
pub(super) struct ReadArgs {
    /// The format of LEADS
    #[arg(long, value_enum, value_name = "FORMAT")]
    input_format: Option<InputFormat>,

    /// What stands between the cells of LEADS: a character, `tab`, `comma`, `semicolon` or `bar`
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    delimiter: Option<u8>,

    /// The encoding of LEADS, such as utf-8, windows-1252 or utf-16le
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,

    /// The sheet of LEADS, by name or number
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,

    /// The line or row of LEADS that holds the names of the columns; what is above it is left out
    #[arg(long, value_name = "NUMBER", value_parser = row)]
    header_row: Option<u64>,

    /// The most that one row of LEADS or EVENTS may take, in MiB; 64 without it
    #[arg(long, value_name = "MIB", value_parser = whole::<u16>(1..=65_535))]
    longest_row: Option<u16>,

    /// The format of EVENTS
    #[arg(long, value_enum, value_name = "FORMAT", requires = "events")]
    events_format: Option<InputFormat>,

    /// What stands between the cells of EVENTS
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter, requires = "events")]
    events_delimiter: Option<u8>,

    /// The encoding of EVENTS
    #[arg(long, value_name = "NAME", requires = "events")]
    events_encoding: Option<String>,

    /// The sheet of EVENTS
    #[arg(long, value_name = "SHEET", requires = "events")]
    events_sheet: Option<String>,

    /// The line or row of EVENTS that holds the names of the columns
    #[arg(long, value_name = "NUMBER", value_parser = row, requires = "events")]
    events_header_row: Option<u64>,
}

impl ReadArgs {
    /// For the leads.
    pub(super) fn leads(&self) -> ReadOptions {
        ReadOptions {
            format: self.input_format.map(Format::from),
            delimiter: self.delimiter,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            longest_row: self.longest_row(),
            ..ReadOptions::default()
        }
    }

    /// For the events.
    pub(super) fn events(&self) -> ReadOptions {
        ReadOptions {
            format: self.events_format.map(Format::from),
            delimiter: self.events_delimiter,
            encoding: self.events_encoding.clone(),
            sheet: self.events_sheet.clone(),
            header_row: self.events_header_row,
            longest_row: self.longest_row(),
            ..ReadOptions::default()
        }
    }

    /// The longest row in bytes.
    fn longest_row(&self) -> Option<usize> {
        self.longest_row.map(|mebibytes| usize::from(mebibytes) << 20)
    }
}

/// How the accounts' own data is read.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct ReadAccountsArgs {
    /// The format of ACCOUNTS
    #[arg(long, value_enum, value_name = "FORMAT", requires = "accounts")]
    accounts_format: Option<InputFormat>,

    /// What stands between the cells of ACCOUNTS
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter, requires = "accounts")]
    accounts_delimiter: Option<u8>,

    /// The encoding of ACCOUNTS
    #[arg(long, value_name = "NAME", requires = "accounts")]
    accounts_encoding: Option<String>,

    /// The sheet of ACCOUNTS
    #[arg(long, value_name = "SHEET", requires = "accounts")]
    accounts_sheet: Option<String>,

    /// The line or row of ACCOUNTS that holds the names of the columns
    #[arg(long, value_name = "NUMBER", value_parser = row, requires = "accounts")]
    accounts_header_row: Option<u64>,
}

impl ReadAccountsArgs {
    /// For the accounts, beside leads that are read so.
    pub(super) fn options(&self, leads: &ReadArgs) -> ReadOptions {
        ReadOptions {
            format: self.accounts_format.map(Format::from),
            delimiter: self.accounts_delimiter,
            encoding: self.accounts_encoding.clone(),
            sheet: self.accounts_sheet.clone(),
            header_row: self.accounts_header_row,
            longest_row: leads.longest_row(),
            ..ReadOptions::default()
        }
    }
}

fn row(text: &str) -> Result<u64, Mistyped> {
    let number = text.parse().ok().filter(|&row: &u64| row > 0);
    number.ok_or_else(|| Mistyped(say!("it is the number of a line or row, from 1")))
}

fn delimiter(text: &str) -> Result<u8, Mistyped> {
    match text {
        "tab" | "\\t" | "\t" => Ok(b'\t'),
        "comma" => Ok(b','),
        "semicolon" => Ok(b';'),
        "bar" | "pipe" => Ok(b'|'),
        _ => match text.as_bytes() {
            [byte] if byte.is_ascii_punctuation() || *byte == b' ' => Ok(*byte),
            _ => Err(Mistyped(say!("it is one character, or tab, comma, semicolon or bar"))),
        },
    }
}

/// Data that can't be used, and nothing more: why may quote it.
pub(super) fn unsaid(path: &Path) -> Failure {
    Failure::new(say!(
        "{path} can't be used. Why may quote what stands in it, which --counts-only leaves out: run this without it where only you \
         read along",
        path = named(path)
    ))
}

/// Why data can't be used, as far as it quotes nothing of it.
pub(super) fn unread(error: &Error) -> Failure {
    match error {
        Error::Read(read) if !is_absent(read) => unsaid(Path::new(&read.path)),
        Error::NoEvents { .. } | Error::Read(_) | Error::Write(_) => Failure::new(error.said()),
    }
}

fn is_absent(error: &data::Error) -> bool {
    let cause = error.cause.as_ref().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::NotFound)
}

/// What a command line names: a path, or `-` for standard input.
pub(super) fn input(path: &Path) -> Input {
    if path == Path::new("-") { Input::stdin() } else { Input::path(path) }
}

/// The same for data that is read more than once: what can be read only once is held in memory.
pub(super) fn held(path: &Path) -> Result<Input, Failure> {
    input(path).held().map_err(Failure::new)
}

/// Whether a file holds data, judging by its name.
pub(super) fn is_data(path: &Path) -> bool {
    const DATA: [&str; 14] =
        ["csv", "tsv", "tab", "json", "ndjson", "jsonl", "parquet", "xlsx", "xlsm", "xls", "xlsb", "ods", "gz", "zst"];
    let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    extension.is_some_and(|extension| DATA.contains(&extension.as_str()))
}

/// Whether a file holds rules, judging by its name.
pub(super) fn is_rules(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("leadrules"))
}

/// Checks that rules, leads and events are each in their place, as far as their names tell.
pub(super) fn in_place(rules: &Path, leads: Option<&Path>, events: Option<&Path>) -> Result<(), Failure> {
    if let Some(leads) = leads.filter(|leads| is_rules(leads)) {
        return Err(Failure::new(if is_rules(rules) {
            say!("{path} is a rule file, by its name, and stands where the leads belong", path = shown(leads))
        } else {
            say!(
                "{one} and {other} are swapped: the rules come first, then the leads",
                one = named(rules),
                other = shown(leads)
            )
        }));
    }
    match events.filter(|events| is_rules(events)) {
        Some(events) => Err(Failure::new(say!("--events: {path} is a rule file, by its name", path = shown(events)))),
        None => Ok(()),
    }
}

/// Checks that leads and events are each in their place, as far as their columns tell. What can't be looked at twice,
/// or not at all, is taken as it is: reading it will say what is wrong.
pub(super) fn not_swapped(
    rules: &Rules,
    (leads, of_leads): (&Path, &ReadOptions),
    (events, of_events): (&Path, &ReadOptions),
) -> Result<(), Failure> {
    let names = |path: &Path, options: &ReadOptions| {
        let columns = path.is_file().then(|| data::read_columns(&Input::path(path), options).ok());
        columns.flatten().map(|columns| columns.names)
    };
    let (Some(log), Some(key)) = (&rules.log, rules.key) else { return Ok(()) };
    let (Some(of_leads), Some(of_events)) = (names(leads, of_leads), names(events, of_events)) else { return Ok(()) };
    let has = |names: &[String], columns: &[String]| columns.iter().any(|column| names.contains(column));
    let is_log = |names: &[String]| has(names, &log.event) && has(names, &log.time);
    let fields = |names: &[String]| rules.fields.iter().filter(|field| has(names, &field.columns)).count();
    let is_swapped = is_log(&of_leads)
        && !is_log(&of_events)
        && has(&of_events, &rules.field(key).columns)
        && fields(&of_events) > fields(&of_leads);
    if is_swapped {
        return Err(Failure::new(say!(
            "{one} and {other} are swapped: the one has the columns of the events, the other those of the leads",
            one = shown(leads),
            other = shown(events)
        )));
    }
    Ok(())
}

/// Checks that standard input is used at most once, since it can be read only once.
pub(super) fn one_standard_input<'a>(paths: impl IntoIterator<Item = Option<&'a PathBuf>>) -> Result<(), Failure> {
    let names = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].map(Path::new);
    let count = paths.into_iter().flatten().filter(|path| names.contains(&path.as_path())).count();
    if count > 1 {
        return Err(Failure::new(say!("standard input (`-`, `/dev/stdin`) can stand for one file only")));
    }
    Ok(())
}
