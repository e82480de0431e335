//! Options that say how data is read, shared by all commands that read data.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_engine::data::{Format, Input, ReadOptions};

use super::exit::Failure;

/// A format of data.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    // Cells parted by comma, semicolon or tab
    Csv,
    // One array of objects
    Json,
    // One object a line
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
#[derive(Clone, Debug, clap::Args)]
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
}

impl ReadArgs {
    /// For the leads.
    pub(super) fn leads(&self) -> ReadOptions {
        ReadOptions {
            format: self.input_format.map(Format::from),
            delimiter: self.delimiter,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
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
            ..ReadOptions::default()
        }
    }
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text {
        "tab" | "\\t" | "\t" => Ok(b'\t'),
        "comma" => Ok(b','),
        "semicolon" => Ok(b';'),
        "bar" | "pipe" => Ok(b'|'),
        _ => match text.as_bytes() {
            [byte] if byte.is_ascii_punctuation() || *byte == b' ' => Ok(*byte),
            _ => Err("it is one character, or tab, comma, semicolon or bar".to_owned()),
        },
    }
}

/// What a command line names: a path, or `-` for standard input.
pub(super) fn input(path: &Path) -> Input {
    if path == Path::new("-") { Input::stdin() } else { Input::path(path) }
}

/// The same, for data that is read more than once: what can be read once only is held in memory.
pub(super) fn held(path: &Path) -> Result<Input, Failure> {
    input(path).held().map_err(Failure::new)
}

/// Standard input can be read once only.
pub(super) fn one_standard_input<'a>(paths: impl IntoIterator<Item = Option<&'a PathBuf>>) -> Result<(), Failure> {
    let names = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].map(Path::new);
    let count = paths.into_iter().flatten().filter(|path| names.contains(&path.as_path())).count();
    if count > 1 {
        return Err(Failure::new("standard input (`-`, `/dev/stdin`) can stand for one file only"));
    }
    Ok(())
}
