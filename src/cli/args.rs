//! Arguments that several subcommands take, with the same words and the same help everywhere: rule files, the instant,
//! for whom results are shown. In: what was typed; out: what it means. No file is read here.

use std::ops::{Bound, RangeBounds};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use leadrules::Folders;
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::codes::{self, Severity};
use leadrules_language::decimal::Decimal;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::Rules;
use leadrules_language::words::say;

use super::exit::{Failure, shown};
use super::mistyped::Mistyped;
use super::world;

/// For whom results are shown.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For reading
    #[default]
    #[value(alias = "human")]
    Text,
    /// For programs
    Json,
}

/// For whom results are shown, if there are more forms than [`Format`] has.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Form<Further> {
    /// For reading.
    Text,
    /// For programs.
    Json,
    /// In a form of the command's own.
    Further(Further),
}

/// A form for workflows alone.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Github {
    /// For GitHub Actions, which shows them beside the changed lines
    Github,
}

/// Reads the words of [`Format`] and the further ones of a command.
pub(super) fn form<Further>() -> impl TypedValueParser<Value = Form<Further>>
where
    Further: ValueEnum + Send + Sync + 'static,
{
    let shared = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let further = Further::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    PossibleValuesParser::new(shared.chain(further)).try_map(|word| match Format::from_str(&word, false) {
        Ok(Format::Text) => Ok(Form::Text),
        Ok(Format::Json) => Ok(Form::Json),
        Err(_) => Further::from_str(&word, false).map(Form::Further),
    })
}

/// A rule file.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct RuleFile {
    /// The rule file (`-` is standard input)
    #[arg(value_name = "RULES")]
    pub(super) rules: PathBuf,

    #[command(flatten)]
    pub(super) allow: Allow,
}

/// Rule files.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct RuleFiles {
    /// Rule files, or folders of them (`-` is standard input)
    #[arg(value_name = "RULES", required = true)]
    pub(super) rules: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) allow: Allow,
}

/// Where rule files may take further files from.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Allow {
    /// Let rules take files from this folder too, beside that of the first rule file; can be given several times
    #[arg(long, value_name = "DIR")]
    allow_path: Vec<PathBuf>,
}

impl Allow {
    /// The folders from which the rule set of this first file may read.
    pub(super) fn folders(&self, first: &Path) -> Result<Folders, Failure> {
        let mut folders = Folders::of(first).map_err(|error| Failure::reading(first, &error))?;
        for folder in &self.allow_path {
            folders.allow(folder).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotFound => {
                    Failure::new(say!("--allow-path {folder}: there is no such folder", folder = shown(folder)))
                }
                _ => Failure::reading(folder, &error),
            })?;
        }
        Ok(folders)
    }
}

/// Reads a span of time, as in `2 days`, `4h` or `30 minutes`; in microseconds.
pub(super) fn span(text: &str) -> Result<i64, Mistyped> {
    const UNITS: [(&[&str], i64); 4] = [
        (&["m", "min", "minute", "minutes"], 60_000_000),
        (&["h", "hour", "hours"], 3_600_000_000),
        (&["d", "day", "days"], DAY),
        (&["w", "week", "weeks"], 7 * DAY),
    ];
    let said = || Mistyped(say!("it is a number of minutes, hours, days or weeks, as in `2 days` or `4h`"));
    let (number, unit) = text.trim().split_at(text.trim().bytes().take_while(u8::is_ascii_digit).count());
    let unit = UNITS.iter().find(|(names, _)| names.contains(&unit.trim().to_lowercase().as_str())).ok_or_else(said)?.1;
    let number: i64 = number.parse().ok().filter(|&number| (1..=100_000).contains(&number)).ok_or_else(said)?;
    Ok(number * unit)
}

/// How many leads there is time for, and within how many days.
#[derive(Copy, Clone, Debug)]
pub(super) struct Capacity {
    pub(super) leads: u64,
    pub(super) days: Option<f64>,
}

/// Reads `200` or `50/week`.
pub(super) fn capacity(text: &str) -> Result<Capacity, Mistyped> {
    let (leads, time) = text.split_once('/').map_or((text, None), |(leads, time)| (leads, Some(time.trim())));
    let leads = leads
        .trim()
        .replace('_', "")
        .parse()
        .map_err(|_| Mistyped(say!("it is a number of leads, as in 200 or 50/week")))?;
    let days = match time {
        None => None,
        Some("day") => Some(1.0),
        Some("week") => Some(7.0),
        Some("month") => Some(365.25 / 12.0),
        Some("year") => Some(365.25),
        Some(_) => return Err(Mistyped(say!("it is so many leads a day, week, month or year, as in 50/week"))),
    };
    Ok(Capacity { leads, days })
}

/// Reads a whole number in this range; a range without an end goes up to the limit of `Number`.
pub(super) fn whole<Number: TryFrom<u64>>(
    range: impl RangeBounds<u64>,
) -> impl Fn(&str) -> Result<Number, Mistyped> + Clone + Send + Sync + 'static {
    let least = match range.start_bound() {
        Bound::Included(&least) => least,
        Bound::Excluded(&below) => below + 1,
        Bound::Unbounded => 0,
    };
    let most = match range.end_bound() {
        Bound::Included(&most) => Some(most),
        Bound::Excluded(&above) => Some(above - 1),
        Bound::Unbounded => None,
    };
    move |text| {
        let number =
            text.parse().ok().filter(|&number: &u64| number >= least && most.is_none_or(|most| number <= most));
        let shown = |number: u64| Decimal::whole(number.cast_signed());
        number.and_then(|number| number.try_into().ok()).ok_or_else(|| {
            Mistyped(match most {
                Some(most) => {
                    say!("it is a whole number from {least} to {most}", least = shown(least), most = shown(most))
                }
                None => say!("it is a whole number from {least} on", least = shown(least)),
            })
        })
    }
}

/// What is not to be found.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Denied {
    /// Make errors of warnings (`warnings`), or of all findings of a code (`LR0902`); can be given several times
    #[arg(long, value_name = "WHAT", value_parser = denied, value_delimiter = ',')]
    deny: Vec<Deny>,
}

/// What `--deny` raises.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Deny {
    Warnings,
    Code(&'static str),
}

fn denied(text: &str) -> Result<Deny, Mistyped> {
    if text.eq_ignore_ascii_case("warnings") {
        return Ok(Deny::Warnings);
    }
    match codes::find(text) {
        Some(code) => Ok(Deny::Code(code.id)),
        None => Err(Mistyped(say!("it is `warnings` or a code, which `leadrules codes` lists"))),
    }
}

impl Denied {
    /// Whether nothing is denied.
    pub(super) fn is_empty(&self) -> bool {
        self.deny.is_empty()
    }

    /// Whether this finding is to be an error.
    pub(super) fn has(&self, finding: &Diagnostic) -> bool {
        self.deny.iter().any(|deny| match deny {
            Deny::Warnings => finding.severity == Severity::Warning,
            Deny::Code(code) => finding.code.id == *code,
        })
    }
}

/// The instant from which all is seen.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct AsOf {
    /// The instant from which time is seen: a day, or an ISO 8601 date and time; now without it
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,
}

impl AsOf {
    /// This instant, as typed.
    pub(super) fn at(as_of: &str) -> Self {
        Self { as_of: Some(as_of.to_owned()) }
    }

    /// This instant if there is one, or now.
    #[cfg(feature = "mcp")]
    pub(super) fn if_at(as_of: Option<&String>) -> Self {
        Self { as_of: as_of.cloned() }
    }

    /// The instant that was given, if one was.
    #[cfg(feature = "serve")]
    pub(super) fn given(&self, rules: &Rules) -> Result<Option<Instant>, Failure> {
        self.as_of.as_deref().map(|text| instant(Some(text), rules)).transpose()
    }

    /// The instant that was given, or now.
    pub(super) fn instant(&self, rules: &Rules) -> Result<Instant, Failure> {
        instant(self.as_of.as_deref(), rules)
    }
}

/// The instant that was given, or now.
pub(super) fn instant(given: Option<&str>, rules: &Rules) -> Result<Instant, Failure> {
    let Some(text) = given else { return Ok(world::now()) };
    rules.zone.parse_as_of(text).ok_or_else(|| {
        Failure::new(say!(
            "`{text}` is no instant for --as-of; write a day (2026-11-23) or a time (2026-11-23T12:00Z)",
            text
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
    enum Drawn {
        Svg,
    }

    #[test]
    fn one_vocabulary_and_its_old_word() {
        let read = |word: &str| {
            let arg = clap::Arg::new("format").value_parser(form::<Drawn>());
            let found = clap::Command::new("test").no_binary_name(true).arg(arg).try_get_matches_from([word]);
            found.ok().and_then(|found| found.get_one::<Form<Drawn>>("format").copied())
        };
        assert_eq!(read("text"), Some(Form::Text));
        assert_eq!(read("human"), Some(Form::Text));
        assert_eq!(read("json"), Some(Form::Json));
        assert_eq!(read("svg"), Some(Form::Further(Drawn::Svg)));
        assert_eq!(read("pdf"), None);
        assert_eq!(Format::from_str("human", false), Ok(Format::Text));
    }
}
