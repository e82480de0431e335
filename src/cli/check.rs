//! `leadrules check`: what is wrong with rule files, and with data seen through them. In: files; out: findings, in the
//! form asked for, and how many there are.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules::codes::Severity;
use leadrules::diagnostic;
use leadrules::fix;

use super::exit::{Exit, Failure, shown};
use super::report::{self, Counts, Format, Found};
use super::rules::{self, RuleSet};
use super::terminal::{Paint, Terminal, counted};
use super::world;

/// Look for mistakes in rule files, before any data is scored
///
/// Finds what is wrong with names, types, tables and declarations, shows the line it stands in, says why it matters and
/// how to mend it. Each finding has a code that `leadrules codes` explains.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules check my.leadrules
  leadrules check rules/                            every .leadrules file in a folder
  leadrules check my.leadrules --data leads.csv     also compare the data with the rules
  leadrules check my.leadrules --fix                apply the fixes that are sure
  leadrules check --format github --deny warnings rules/     in a workflow
  cat my.leadrules | leadrules check -

Exit codes: 0 no errors, 1 a file could not be read, 2 the rules have errors.")]
pub(super) struct Args {
    /// Rule files, or folders of them (`-` is standard input)
    #[arg(value_name = "RULES", required = true)]
    rules: Vec<PathBuf>,

    /// How findings are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,

    /// Make warnings errors
    #[arg(long, value_name = "WHAT", value_enum)]
    deny: Option<Deny>,

    /// Mend what can be mended, in place
    ///
    /// Takes the first fix of every error and warning and writes the files; what is left is shown. Advice is never
    /// applied: it is for you to decide.
    #[arg(long)]
    fix: bool,

    /// Say nothing where nothing is wrong
    #[arg(short, long)]
    quiet: bool,
}

/// What `--deny` raises.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings count as errors
    Warnings,
}

/// Checks the files and shows what was found.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut sets = rules::read_all(&args.rules)?;
    if args.fix {
        for set in &mut sets {
            mend(set, terminal)?;
        }
    }
    if args.deny == Some(Deny::Warnings) {
        for finding in sets.iter_mut().flat_map(|set| &mut set.findings) {
            if finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
        }
    }
    let found: Vec<Found<'_>> =
        sets.iter().map(|set| Found { sources: &set.sources, findings: &set.findings }).collect();
    terminal.say(&report::write(args.format, &found, &terminal.out))?;
    let counts = sets.iter().map(|set| Counts::of(&set.findings)).fold(Counts::default(), Counts::and);
    if args.format == Format::Human {
        let mut text = String::new();
        for set in sets.iter().filter(|set| set.findings.is_empty() && !args.quiet) {
            text.push_str(&fine(set, terminal));
        }
        if counts != Counts::default() {
            text.push_str(&format!("{}\n", total(&counts, terminal)));
        }
        terminal.say(&text)?;
    }
    Ok(if counts.errors > 0 { Exit::RulesWrong } else { Exit::Fine })
}

/// `my.leadrules: fine (12 fields, 23 rules, 3 stages)`
fn fine(set: &RuleSet, terminal: &Terminal) -> String {
    let Some(rules) = &set.rules else { return String::new() };
    let mut parts = vec![counted(rules.fields.len(), "field", "fields")];
    if let Some(log) = &rules.log {
        parts.push(counted(log.kinds.len(), "kind of event", "kinds of event"));
    }
    parts.push(counted(rules.rules().len(), "rule", "rules"));
    parts.push(counted(rules.stages.steps.len(), "stage", "stages"));
    if !rules.tests.is_empty() {
        parts.push(counted(rules.tests.len(), "test", "tests"));
    }
    let word = terminal.out.paint("fine", Paint::Good);
    format!("{}: {word} ({})\n", shown(&set.path), parts.join(", "))
}

/// `2 errors, 1 warning`, in the colour of the worst.
fn total(counts: &Counts, terminal: &Terminal) -> String {
    let paint = match (counts.errors, counts.warnings) {
        (0, 0) => Paint::Advice,
        (0, _) => Paint::Warning,
        _ => Paint::Error,
    };
    terminal.out.paint(&counts.to_string(), paint)
}

/// A file is mended at most so often: each time may show what a mistake before hid.
const ROUNDS: usize = 20;

/// Applies fixes until none is left, and reads the set again.
fn mend(set: &mut RuleSet, terminal: &Terminal) -> Result<(), Failure> {
    let mut count = 0;
    let mut written: Vec<String> = Vec::new();
    for _ in 0..ROUNDS {
        let mended = fix::apply(&set.findings, &set.sources);
        if mended.is_empty() {
            break;
        }
        if set.path == Path::new("-") {
            return Err(Failure::new("--fix writes files; it can't mend standard input"));
        }
        for file in &mended {
            let path = &set.sources.file(file.file).path;
            world::write_file(Path::new(path), file.text.as_bytes())?;
            count += file.count;
            if !written.contains(path) {
                written.push(path.clone());
            }
        }
        let again = RuleSet::read(&set.path)?;
        let worse = diagnostic::has_errors(&again.findings) && !diagnostic::has_errors(&set.findings);
        *set = again;
        if worse {
            break;
        }
    }
    if count > 0 {
        terminal.note(&format!("mended {} in {}\n", counted(count, "finding", "findings"), written.join(", ")));
    }
    Ok(())
}
