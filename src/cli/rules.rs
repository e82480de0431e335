//! Reading a rule set for a command: its files, their findings, and the rules if they can be used. The library decides
//! what the findings are.

use std::path::{Path, PathBuf};

use leadrules::Folders;
use leadrules_decide::agreement;
use leadrules_language::calendar::Instant;
use leadrules_language::check::{self, Checked};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::Rules;
use leadrules_language::load::{self, Loaded};
use leadrules_language::words::{Text, say};

use super::args::{Allow, RuleFiles};
use super::exit::{Exit, Failure, named, pasted, shown};
use super::findings::{self, Counts, Format, Found};
use super::input;
use super::revision::Revision;
use super::signed;
use super::terminal::{Terminal, note};
use super::world;

/// Reads a further file of a rule set. The error is a sentence.
pub(super) type ReadFurther = dyn Fn(&str) -> Result<String, Text>;

/// A rule set that was read.
#[derive(Debug)]
pub(super) struct RuleSet {
    /// Its first file, as given.
    pub(super) path: PathBuf,
    /// Its files, what they mean, and what was found in them.
    pub(super) checked: Checked,
}

impl RuleSet {
    /// Reads the rule set whose first file this is.
    pub(super) fn read(path: &Path, allow: &Allow) -> Result<Self, Failure> {
        let (name, text, further) = Self::opened(path, allow)?;
        let checked = check::read(&name, text, &mut |path| further(path));
        Ok(Self { path: path.to_owned(), checked })
    }

    /// The name and the text of a first file, and what reads the further ones: on disk, or as of a revision.
    pub(super) fn opened(path: &Path, allow: &Allow) -> Result<(String, String, Box<ReadFurther>), Failure> {
        if let Some(revision) = Revision::of(path) {
            let text = revision.first()?;
            return Ok((path.display().to_string(), text, Box::new(move |path| revision.further(path))));
        }
        let (name, text) = Self::first(path)?;
        let folders = allow.folders(path)?;
        Ok((name, text, Box::new(move |path| further(path, &folders))))
    }

    /// The name and the text of a first file.
    fn first(path: &Path) -> Result<(String, String), Failure> {
        if input::is_data(path) {
            return Err(Failure::new(say!(
                "{path} holds data, by its name; the name of a rule file ends in .leadrules",
                path = shown(path)
            )));
        }
        let text = world::read_text(path).map_err(|error| Failure::reading(path, &error))?;
        let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
        Ok((name, text))
    }

    /// The files of the rule set whose first file this is.
    pub(super) fn load(path: &Path, allow: &Allow) -> Result<Loaded, Failure> {
        let (name, text, further) = Self::opened(path, allow)?;
        Ok(load::load(&name, text, &mut |path| further(path)))
    }

    /// Reads a rule set that is to be run: warnings are mentioned, errors end the run.
    pub(super) fn usable(
        (path, allow): (&Path, &Allow),
        terminal: &Terminal,
        quiet: Quiet,
    ) -> Result<Result<Rules, Exit>, Failure> {
        let rules = Self::usable_with_accounts((path, allow), terminal, quiet)?;
        if let Ok(rules) = &rules {
            without_accounts(rules)?;
        }
        Ok(rules)
    }

    /// The same for commands that look at accounts too.
    pub(super) fn usable_with_accounts(
        (path, allow): (&Path, &Allow),
        terminal: &Terminal,
        quiet: Quiet,
    ) -> Result<Result<Rules, Exit>, Failure> {
        Ok(Self::read(path, allow)?.if_usable(terminal, quiet))
    }

    /// Whether the agreements of rules hold that were read from this file.
    pub(super) fn agreed(
        (path, allow): (&Path, &Allow),
        rules: &Rules,
        as_of: Instant,
    ) -> Result<Vec<agreement::Status>, Failure> {
        if rules.agreements.is_empty() || path == Path::new("-") {
            return Ok(Vec::new());
        }
        signed::status(path, &Self::read(path, allow)?.checked, rules, as_of)
    }

    /// Says in a line whether what is run was agreed, by whom and when; nothing where there is no agreement.
    pub(super) fn say_agreed(
        &self,
        as_of: impl FnOnce(&Rules) -> Result<Instant, Failure>,
        terminal: &Terminal,
    ) -> Result<(), Failure> {
        let Some(rules) = self.checked.rules.as_ref().filter(|rules| !rules.agreements.is_empty()) else {
            return Ok(());
        };
        let statuses = signed::status(&self.path, &self.checked, rules, as_of(rules)?)?;
        agreement::remark(&statuses).map_or(Ok(()), |remark| {
            note(&(terminal.remark(&remark) + "\n"));
            Ok(())
        })
    }

    /// The rules, if they have no errors; otherwise those are shown.
    pub(super) fn if_usable(self, terminal: &Terminal, quiet: Quiet) -> Result<Rules, Exit> {
        let (path, set) = (&self.path, self.checked);
        let has_errors = set.has_errors();
        if let Some(rules) = set.rules.filter(|_| !has_errors) {
            if quiet == Quiet::No {
                let counts = Counts::of(&set.findings);
                if counts.warnings > 0 {
                    let command = format!("leadrules check {}", pasted(path));
                    let said = say!(
                        "{path}: {counts}; `{command}` shows them",
                        path = named(path),
                        counts = counts.said(),
                        command
                    );
                    note(&(terminal.remark(&said) + "\n"));
                }
            }
            return Ok(rules);
        }
        let errors: Vec<Diagnostic> = set
            .findings
            .iter()
            .filter(|finding| finding.severity == leadrules_language::codes::Severity::Error)
            .cloned()
            .collect();
        let found = Found { sources: &set.loaded.sources, findings: &errors, undecided: &[] };
        note(&findings::write(Format::Text, &[found], &terminal.err));
        let said = say!("{path}: {errors}; nothing was run", path = named(path), errors = Counts::of(&errors).said());
        note(&(terminal.remark(&said) + "\n"));
        Err(Exit::RulesWrong)
    }
}

/// The text of a further file of a rule set. It is not for whoever wrote the rules to say what may be read here.
pub(super) fn further(path: &str, folders: &Folders) -> Result<String, Text> {
    let plain = |error| super::exit::plain(&error);
    match folders.find(Path::new(path)).map_err(plain)? {
        Some(found) => world::read_text(&found).map_err(plain),
        None => Err(say!(
            "it lies outside of the folder of the first rule file; if the rules may read it, say `--allow-path DIR` with the folder \
             that it lies in"
        )),
    }
}

/// Whether remarks are left out.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Quiet {
    /// They are shown.
    No,
    /// They are left out.
    Yes,
}

impl From<bool> for Quiet {
    fn from(quiet: bool) -> Self {
        if quiet { Self::Yes } else { Self::No }
    }
}

/// The rule files that arguments name: a folder stands for all `.leadrules` files in it and below. A file that another
/// of them takes in by `use` is checked as part of that one.
pub(super) fn files(arguments: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            let before = files.len();
            below(argument, &mut files)?;
            if files.len() == before {
                return Err(Failure::new(say!("there is no .leadrules file in {folder}", folder = shown(argument))));
            }
        } else {
            files.push(argument.clone());
        }
    }
    Ok(files)
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fail = |error: std::io::Error| Failure::reading(folder, &error);
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(fail)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(fail)?;
    entries.sort();
    for entry in entries {
        let hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let signed = entry.extension().is_some_and(|extension| extension == signed::FOLDER);
        if entry.is_dir() && !hidden && !signed && !entry.is_symlink() {
            below(&entry, files)?;
        } else if entry.extension().is_some_and(|extension| extension == "leadrules") {
            files.push(entry);
        }
    }
    Ok(())
}

/// Reads the rule sets; one whose first file another set takes in is left out.
pub(super) fn read_all(arguments: &RuleFiles) -> Result<Vec<RuleSet>, Failure> {
    let mut failed = Vec::new();
    let sets = read_those_there(arguments, &mut failed)?;
    failed.pop().map_or(Ok(sets), Err)
}

/// The same, and why the others can't be read.
pub(super) fn read_those_there(arguments: &RuleFiles, failed: &mut Vec<Failure>) -> Result<Vec<RuleSet>, Failure> {
    let mut sets = Vec::new();
    for file in &files(&arguments.rules)? {
        match RuleSet::read(file, &arguments.allow) {
            Ok(set) => sets.push(set),
            Err(failure) => failed.push(failure),
        }
    }
    let whole = |path: &str| std::fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let used: Vec<PathBuf> = sets
        .iter()
        .flat_map(|set| set.checked.sources().iter().skip(1).map(|(_, file)| whole(&file.path)).collect::<Vec<_>>())
        .collect();
    let is_part = |set: &RuleSet| used.contains(&whole(&set.path.display().to_string()));
    // Files in a circle take each other in: then each is a set of its own.
    if sets.iter().all(is_part) {
        return Ok(sets);
    }
    Ok(sets.into_iter().filter(|set| !is_part(set)).collect())
}

/// Refuses rules about accounts where only leads are looked at.
pub(super) fn without_accounts(rules: &Rules) -> Result<(), Failure> {
    if rules.accounts.is_none() {
        return Ok(());
    }
    Err(Failure::new(say!(
        "the rules are about accounts too, which this command does not look at yet; most others do, `score`, `explain` and `backtest` among \
         them"
    )))
}
