//! `leadrules.toml`: the leads that rules are tried on, written down once beside them. In: a rule file, or a command line that names no
//! leads; out: which leads there are and how they are read, in the words of the command line. No data is read here.

mod place;
mod settings;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::parser::ValueSource;
use leadrules_language::words::{Locale, Text, say};

use super::exit::{Failure, shown};
use super::world;
pub(super) use place::of;
#[cfg(feature = "lsp")]
pub(super) use settings::Named;
pub(super) use settings::Settings;

/// What a file says.
pub(super) fn read(path: &Path) -> Result<Settings, Failure> {
    let text = world::read_text(path).map_err(|error| Failure::reading(path, &error))?;
    Settings::new(path, &text).map_err(Failure::new)
}

/// A command line, and what is to be said of it.
#[derive(Debug)]
pub(super) struct Completed {
    pub(super) arguments: Vec<OsString>,
    pub(super) remark: Option<Text>,
}

/// The command line with the leads of `leadrules.toml`, where the command takes leads and none are named. Whoever names leads has
/// said all: the file is not looked at then.
pub(super) fn complete(arguments: Vec<OsString>, program: clap::Command) -> Result<Completed, Failure> {
    let Some((path, typed)) = unnamed(&arguments, program) else { return Ok(Completed { arguments, remark: None }) };
    let settings = read(&path)?;
    let Some(leads) = settings.leads() else { return Ok(Completed { arguments, remark: None }) };
    let remark = |text: Text| (!is_typed(&typed.matches, "quiet")).then_some(text);
    if typed.takes == Takes::Option && !leads.exists() {
        let text = say!(
            "{path} names {leads}, which is not there: no data is looked at",
            path = shown(&path),
            leads = shown(leads)
        );
        return Ok(Completed { arguments, remark: remark(text) });
    }
    let mut added: Vec<OsString> = Vec::new();
    let mut said = vec![Text::verbatim(shown(leads))];
    for option in settings.options().filter(|option| typed.wants(&option.id)) {
        added.push(option.written.clone());
        match option.id.as_str() {
            "events" => said.push(say!("with the events of {file}", file = &option.value)),
            "accounts" => said.push(say!("with the accounts of {file}", file = &option.value)),
            "as_of" => said.push(say!("as of {instant}", instant = &option.value)),
            _ => {}
        }
    }
    if typed.is_for_others() {
        added.push("--counts-only".into());
        said.push(say!("of which only is said how many, since others may read this"));
    }
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let mut completed = arguments;
    let rest = completed.split_off(end);
    match typed.takes {
        Takes::Option => added.push(joined("--data=", leads)),
        // A path that looks like an option is none.
        Takes::Place if leads.to_string_lossy().starts_with('-') => completed.push(Path::new(".").join(leads).into()),
        Takes::Place => completed.push(leads.into()),
    }
    completed.extend(added);
    completed.extend(rest);
    let text = say!("leads: {leads}, as {path} says", leads = Text::row(said, ", "), path = shown(&path));
    Ok(Completed { arguments: completed, remark: remark(text) })
}

fn joined(option: &str, path: &Path) -> OsString {
    let mut joined = OsString::from(option);
    joined.push(path);
    joined
}

/// How a command takes leads.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Takes {
    /// As `LEADS`.
    Place,
    /// As `--data LEADS`, and can do without.
    Option,
}

/// A command that takes leads, of which none were named.
struct Typed {
    takes: Takes,
    /// What the command knows of options.
    known: Vec<String>,
    matches: ArgMatches,
}

impl Typed {
    /// Whether the command takes this option, and nothing that was typed stands in its place.
    fn wants(&self, id: &str) -> bool {
        let is_other = |of: &str| {
            let no = format!("no_{of}");
            let is_of = id.starts_with(of) || id == no;
            is_of && [of, no.as_str()].iter().any(|id| is_typed(&self.matches, id))
        };
        let is_said = is_other("events") || is_other("accounts");
        self.known.iter().any(|known| known == id) && !is_typed(&self.matches, id) && !is_said
    }
}

impl Typed {
    /// Whether what is said of data goes where others read it: into annotations and files for programs, or the log of a build. Nobody
    /// named the data, so nobody said that it may be shown there.
    fn is_for_others(&self) -> bool {
        let knows = self.known.iter().any(|known| known == "counts_only");
        let is_for_programs = is_typed(&self.matches, "format")
            && self
                .matches
                .try_get_raw("format")
                .ok()
                .flatten()
                .and_then(|mut values| values.next())
                .is_some_and(|form| form != "text");
        let stands = is_typed(&self.matches, "counts_only") || is_typed(&self.matches, "fix");
        knows && !stands && (is_for_programs || super::world::is_in_build())
    }
}

/// The file for a command line whose command takes leads, and that names none; `None` for all others.
fn unnamed(arguments: &[OsString], program: clap::Command) -> Option<(PathBuf, Typed)> {
    let commands = program.clone();
    let matches = program.ignore_errors(true).try_get_matches_from(arguments).ok()?;
    let (name, matches) = matches.subcommand()?;
    let command = commands.find_subcommand(name)?;
    let has = |id: &str| command.get_arguments().any(|argument| argument.get_id() == id);
    let takes = match name {
        // Without data it compares any two rule sets; that is something else, and for whoever types to choose.
        "diff" => return None,
        "check" => Takes::Option,
        _ if has("leads") && has("rules") => Takes::Place,
        _ => return None,
    };
    let leads = if takes == Takes::Option { "data" } else { "leads" };
    if is_typed(matches, leads) {
        return None;
    }
    let mut rules = matches.try_get_many::<PathBuf>("rules").ok()??;
    let (Some(rules), None) = (rules.next(), rules.next()) else { return None };
    if !rules.is_file() || super::input::is_data(rules) {
        return None;
    }
    let known = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    Some((of(rules)?, Typed { takes, known, matches: matches.clone() }))
}

/// The language that the settings beside the rules ask for, whatever else they say, and however wrong it is.
pub(super) fn language(arguments: &[OsString], program: clap::Command) -> Option<Locale> {
    let matches = program.ignore_errors(true).try_get_matches_from(arguments).ok()?;
    let (_, matches) = matches.subcommand()?;
    let named = ["rules", "old", "new"].iter().find_map(|id| matches.try_get_many::<PathBuf>(id).ok().flatten());
    let settings = read(&of(named?.next()?)?).ok()?;
    settings.language()
}

fn is_typed(matches: &ArgMatches, id: &str) -> bool {
    matches.try_contains_id(id).is_ok() && matches.value_source(id) == Some(ValueSource::CommandLine)
}
