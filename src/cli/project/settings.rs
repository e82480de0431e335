//! What stands in `leadrules.toml`. In: its text; out: options as the command line has them, each checked as there, or what is wrong
//! and in which line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;
use leadrules::Folders;
use leadrules_language::diagnostic::nearest;
use leadrules_language::visible;
use leadrules_language::words::{Locale, Text, say};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::data::RunArgs;
use super::super::exit::shown;
use super::super::input::ReadArgs;
use super::super::mistyped;
use super::place::{NAME, near, root};

/// What a setting is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A file; its path begins at the folder of the settings.
    Path,
    Text,
    Number,
    /// `true` or `false`.
    Flag,
    Instant,
    /// `"20%"` or `20`.
    Share,
}

/// The settings: the options of the commands that take leads, spelt with `_`.
const SETTINGS: &[(&str, Kind)] = &[
    ("leads", Kind::Path),
    ("events", Kind::Path),
    ("no_events", Kind::Flag),
    ("accounts", Kind::Path),
    ("no_accounts", Kind::Flag),
    ("as_of", Kind::Instant),
    ("input_format", Kind::Text),
    ("delimiter", Kind::Text),
    ("encoding", Kind::Text),
    ("sheet", Kind::Text),
    ("header_row", Kind::Number),
    ("longest_row", Kind::Number),
    ("events_format", Kind::Text),
    ("events_delimiter", Kind::Text),
    ("events_encoding", Kind::Text),
    ("events_sheet", Kind::Text),
    ("events_header_row", Kind::Number),
    ("accounts_format", Kind::Text),
    ("accounts_delimiter", Kind::Text),
    ("accounts_encoding", Kind::Text),
    ("accounts_sheet", Kind::Text),
    ("accounts_header_row", Kind::Number),
    ("missing_columns", Kind::Text),
    ("max_invalid", Kind::Share),
    (LANGUAGE, Kind::Text),
];

/// The setting that is about who reads, and not about leads.
const LANGUAGE: &str = "language";

/// The files beside the leads: what says that there is none, and how the settings begin that say how it is read.
const FILES: [(&str, &str, &str); 2] = [("events", "no_events", "events_"), ("accounts", "no_accounts", "accounts_")];

/// What was written.
#[derive(Debug)]
pub(in super::super) struct Settings {
    leads: Option<PathBuf>,
    language: Option<Locale>,
    options: Vec<Written>,
}

/// An option.
#[derive(Clone, Debug)]
pub(in super::super) struct Written {
    /// As clap knows it.
    pub(in super::super) id: String,
    /// As people read it.
    pub(in super::super) value: String,
    /// As it is typed.
    pub(in super::super) written: OsString,
    line: usize,
}

/// The options, read as those of a command line.
#[derive(Clone, Debug, Parser)]
#[command(no_binary_name = true)]
pub(in super::super) struct Named {
    #[command(flatten)]
    pub(in super::super) run: RunArgs,
    #[command(flatten)]
    pub(in super::super) read: ReadArgs,
}

impl Named {
    /// Reads options; the error is a sentence.
    #[cfg(feature = "lsp")]
    pub(in super::super) fn new(options: &[OsString]) -> Result<Self, Text> {
        Self::try_parse_from(options).map_err(|error| sentence(&error))
    }
}

impl Settings {
    /// Reads the text of a file; the error is a sentence.
    pub(super) fn new(path: &Path, text: &str) -> Result<Self, Text> {
        let line = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let wrong = |line: usize, what: Text| say!("{path}: {what}", path = format!("{}:{line}", shown(path)), what);
        let table = DeTable::parse(text).map_err(|error| {
            let at = line(error.span().map_or(0, |span| span.start));
            wrong(at, Text::verbatim(visible::line(error.message())))
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut entries: Vec<(&str, usize, &DeValue<'_>)> = table
            .get_ref()
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), line(start(key)), value.get_ref()))
            .collect();
        entries.sort_by_key(|(_, line, _)| *line);
        let mut settings = Self { leads: None, language: None, options: Vec::new() };
        for (key, line, value) in entries {
            let Some(&(key, kind)) = SETTINGS.iter().find(|(name, _)| *name == key) else {
                return Err(wrong(line, unknown(key)));
            };
            let value = read(key, kind, value).map_err(|why| wrong(line, why))?;
            let (shown, value) = match kind {
                Kind::Path => {
                    let file = data_file(key, folder, &value).map_err(|why| wrong(line, why))?;
                    (shown(&file), file.into_os_string())
                }
                Kind::Flag if value == "false" => continue,
                _ => (value.clone(), OsString::from(value)),
            };
            if key == "leads" {
                settings.leads = Some(value.into());
                continue;
            }
            if key == LANGUAGE {
                let locale = Locale::ALL.into_iter().find(|locale| locale.code() == shown);
                let codes = || Locale::ALL.map(Locale::code).join(", ");
                settings.language = Some(locale.ok_or_else(|| wrong(line, of_setting(key, &one_of(codes()))))?);
                continue;
            }
            let mut written = OsString::from(format!("--{}", key.replace('_', "-")));
            if kind != Kind::Flag {
                written.push("=");
                written.push(value);
            }
            let option = Written { id: key.to_owned(), value: shown, written, line };
            settings.tried(&option).map_err(|why| wrong(line, why))?;
            settings.options.push(option);
        }
        settings.fit_together().map_err(|(line, why)| wrong(line, why))?;
        Ok(settings)
    }

    /// Reads an option as the command line would, by itself.
    fn tried(&self, option: &Written) -> Result<(), Text> {
        // How a file is read is only said of one that is named.
        let of = FILES.iter().find(|(_, _, how)| option.id.starts_with(how));
        let file = of.map(|(file, ..)| OsString::from(format!("--{file}=-")));
        let tried = Named::try_parse_from(std::iter::once(option.written.clone()).chain(file));
        tried.map(drop).map_err(|error| of_setting(&option.id, &sentence(&error)))
    }

    /// What needs or rules out something else.
    fn fit_together(&self) -> Result<(), (usize, Text)> {
        let find = |id: &str| self.options.iter().find(|option| option.id == id);
        let Some(first) = self.options.first() else { return Ok(()) };
        if self.leads.is_none() {
            return Err((first.line, say!("`leads` is missing: which leads is the rest about?")));
        }
        for (file, without, how) in FILES {
            if let (Some(_), Some(none)) = (find(file), find(without)) {
                return Err((none.line, say!("there is either `{file}` or `{without}`, not both", file, without)));
            }
            let read = self.options.iter().find(|option| option.id.starts_with(how));
            if let (Some(option), None) = (read, find(file)) {
                let why = say!(
                    "`{setting}` says how `{file}` are read, and there are no `{file}`",
                    setting = &option.id,
                    file
                );
                return Err((option.line, why));
            }
        }
        Ok(())
    }

    /// The leads.
    pub(in super::super) fn leads(&self) -> Option<&Path> {
        self.leads.as_deref()
    }

    /// The language of who reads.
    pub(super) fn language(&self) -> Option<Locale> {
        self.language
    }

    /// All else.
    pub(in super::super) fn options(&self) -> impl Iterator<Item = &Written> {
        self.options.iter()
    }
}

fn start<T>(spanned: &Spanned<T>) -> usize {
    spanned.span().start
}

/// A file that is named, which must lie in the repository of the settings, or in their folder: it is not for whoever wrote them to say
/// what may be read elsewhere.
fn data_file(key: &str, folder: &Path, written: &str) -> Result<PathBuf, Text> {
    let file = folder.join(written);
    let from = if folder == Path::new("") { Path::new(".") } else { folder };
    let is_within = Folders::of(&root(from).join(NAME)).and_then(|folders| folders.find(&file));
    match is_within {
        Ok(None) => Err(say!(
            "`{setting}` lies outside of this repository: name it on the command line, or in your editor",
            setting = key
        )),
        // It is shown to people: without ways up and down again.
        Ok(Some(found)) if written.starts_with("..") => Ok(near(found)),
        Ok(Some(_)) | Err(_) => Ok(file),
    }
}

fn unknown(key: &str) -> Text {
    let names = || SETTINGS.iter().map(|(name, _)| *name);
    let setting = visible::line(key);
    match nearest(&key.replace('-', "_"), names()) {
        Some(near) => say!("there is no setting `{setting}`; did you mean `{near}`?", setting = setting.as_ref(), near),
        None => say!(
            "there is no setting `{setting}`; there are {settings}",
            setting = setting.as_ref(),
            settings = names().collect::<Vec<_>>().join(", ")
        ),
    }
}

/// A value as it is typed after its option.
fn read(key: &str, kind: Kind, value: &DeValue<'_>) -> Result<String, Text> {
    Err(match (kind, value) {
        (Kind::Path | Kind::Text | Kind::Share, DeValue::String(text)) if !text.is_empty() => {
            return Ok(text.to_string());
        }
        (Kind::Number | Kind::Share, DeValue::Integer(number)) if number.radix() == 10 => return Ok(number.to_string()),
        (Kind::Flag, DeValue::Boolean(flag)) => return Ok(flag.to_string()),
        (Kind::Instant, DeValue::Datetime(instant)) => return Ok(instant.to_string()),
        (Kind::Instant, DeValue::String(text)) if !text.is_empty() => return Ok(text.to_string()),
        (Kind::Path, _) => say!("`{setting}` is a path in quotes", setting = key),
        (Kind::Text, _) => say!("`{setting}` is a text in quotes", setting = key),
        (Kind::Number, _) => say!("`{setting}` is a whole number", setting = key),
        (Kind::Flag, _) => say!("`{setting}` is true or false", setting = key),
        (Kind::Instant, _) => say!("`{setting}` is a day or an instant, as in 2026-11-23", setting = key),
        (Kind::Share, _) => say!("`{setting}` is a share, as in \"20%\"", setting = key),
    })
}

/// What clap has to say of a value, without how it says it.
fn sentence(error: &clap::Error) -> Text {
    mistyped::reason(error).unwrap_or_else(|| match error.get(clap::error::ContextKind::ValidValue) {
        Some(clap::error::ContextValue::Strings(valid)) => one_of(valid.join(", ")),
        _ => Text::verbatim(error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ")),
    })
}

fn one_of(values: String) -> Text {
    say!("it is one of {values}", values)
}

fn of_setting(setting: &str, why: &Text) -> Text {
    say!("`{setting}`: {why}", setting, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match Settings::new(Path::new("data/leadrules.toml"), text) {
            Err(why) => why.to_string(),
            Ok(settings) => {
                let options = settings.options.iter().map(|option| option.written.to_string_lossy().into_owned());
                let leads = settings.leads.iter().map(|leads| leads.display().to_string());
                leads.chain(options).collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn settings_are_options() {
        let text = "leads = \"a b.csv\" # all\nevents = '../é.csv'\nas_of = 2026-11-23\ndelimiter = \"bar\"\nheader_row = 3\n\
                    events_header_row = 2\nmax_invalid = 5\nmissing_columns = \"unknown\"\n";
        assert_eq!(
            said(text),
            "data/a b.csv --events=data/../é.csv --as-of=2026-11-23 --delimiter=bar --header-row=3 --events-header-row=2 \
             --max-invalid=5 --missing-columns=unknown"
        );
        assert_eq!(said("leads = 'x.csv'\nno_events = true\n"), "data/x.csv --no-events");
        assert_eq!(said("leads = 'x.csv'\nno_events = false\n"), "data/x.csv");
        assert_eq!(said("language = 'nl'"), "");
        assert_eq!(said(""), "");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (text, wanted) in [
            ("leads = 'x'\n\nlaeds = 'y'", "data/leadrules.toml:3: there is no setting `laeds`; did you mean `leads`?"),
            ("leads = 'x'\nas-of = 'y'", "data/leadrules.toml:2: there is no setting `as-of`; did you mean `as_of`?"),
            ("leads = 3", "data/leadrules.toml:1: `leads` is a path in quotes"),
            ("leads = ''", "data/leadrules.toml:1: `leads` is a path in quotes"),
            ("[leads]\nx = 1", "data/leadrules.toml:1: `leads` is a path in quotes"),
            ("leads = 'x'\nheader_row = 'three'", "data/leadrules.toml:2: `header_row` is a whole number"),
            (
                "leads = 'x'\nheader_row = 0",
                "data/leadrules.toml:2: `header_row`: it is the number of a line or row, from 1",
            ),
            (
                "leads = 'x'\ndelimiter = 'long'",
                "data/leadrules.toml:2: `delimiter`: it is one character, or tab, comma, semicolon or bar",
            ),
            (
                "leads = 'x'\ninput_format = 'cvs'",
                "data/leadrules.toml:2: `input_format`: it is one of csv, json, ndjson, parquet, xlsx",
            ),
            ("language = 'de'", "data/leadrules.toml:1: `language`: it is one of en, nl, fr"),
            ("as_of = 2026-11-23", "data/leadrules.toml:1: `leads` is missing: which leads is the rest about?"),
            (
                "leads = 'x'\nevents = 'y'\nno_events = true",
                "data/leadrules.toml:3: there is either `events` or `no_events`, not both",
            ),
            (
                "leads = 'x'\nevents_sheet = 'y'",
                "data/leadrules.toml:2: `events_sheet` says how `events` are read, and there are no `events`",
            ),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
        let broken = said("leads = 'x'\n\nevents =\n");
        assert!(broken.starts_with("data/leadrules.toml:3: "), "{broken}");
        let twice = said("leads = 'x'\nleads = 'y'\n");
        assert!(twice.starts_with("data/leadrules.toml:2: "), "{twice}");
    }
}
