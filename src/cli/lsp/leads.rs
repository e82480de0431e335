//! Leads that rules are tried on, and what came of it. In: a set as it is at the moment, and where its leads come from; out: notes. Leads
//! are read once, and again when their files have changed; this is done on a thread, never on the way of a key.

use std::ffi::OsString;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use leadrules::Folders;
use leadrules_engine::data::{Before, ReadOptions};
use leadrules_language::calendar::Instant;
use leadrules_language::check::{self, Checked};
use leadrules_language::ir::Rules;
use leadrules_language::words::{Text, say};
use leadrules_service::data::{Data, Source};
use leadrules_service::facts::Sums;
use leadrules_service::typing::Note;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::super::exit::{plain, shown};
use super::super::project::{self, Named};
use super::super::{input, rules, world};
use super::names;

/// Where leads come from: files, how they are read, and what those were when they were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    leads: PathBuf,
    options: Vec<OsString>,
    /// When each file was changed last, and how long it is.
    stamps: Vec<Option<(SystemTime, u64)>>,
}

impl Origin {
    /// The leads that `leadrules.toml` names for rules; the error is a sentence.
    pub(super) fn of(first: &str) -> Result<Option<Self>, Text> {
        let Some(path) = Some(Path::new(first)).filter(|_| names::is_path(first)).and_then(project::of) else {
            return Ok(None);
        };
        let settings = project::read(&path).map_err(Text::from)?;
        let options = settings.options().map(|option| option.written.clone()).collect();
        Ok(settings.leads().map(|leads| Self::new(leads.to_owned(), options)))
    }

    /// These leads, read with these options.
    pub(super) fn new(leads: PathBuf, options: Vec<OsString>) -> Self {
        let stamp = |path: &Path| {
            let about = std::fs::metadata(path).ok()?;
            Some((about.modified().ok()?, about.len()))
        };
        let run = Named::new(&options).ok().map(|named| named.run);
        let (events, accounts) = run.map(|run| (run.events, run.of_accounts.accounts)).unwrap_or_default();
        let files = [Some(&leads), events.as_ref(), accounts.as_ref()];
        let stamps = files.into_iter().flatten().map(|path| stamp(path)).collect();
        Self { leads, options, stamps }
    }

    /// Opens the files, for these rules. The error is a sentence.
    fn open(&self, rules: &Rules) -> Result<(Source, Instant), Text> {
        let named = Named::new(&self.options)?;
        let as_of = named.run.as_of(rules).map_err(Text::from)?;
        let open = |path: &Path| match std::fs::metadata(path) {
            Ok(about) if about.is_file() => Ok(input::input(path)),
            Ok(_) => Err(say!("{path} is no file", path = shown(path).clone())),
            Err(error) => Err(say!("can't read {path}: {why}", path = shown(path).clone(), why = plain(&error))),
        };
        let options = ReadOptions { before: Before::IfMarked, ..named.read.leads() };
        let events = named.run.events.as_deref();
        let log = events.map(|events| Ok::<_, Text>((open(events)?, named.read.events()))).transpose()?;
        let mut source = Source::new((open(&self.leads)?, options), log, Some(rules));
        let listed = named.run.of_accounts.accounts.as_deref();
        let listed =
            listed.map(|accounts| Ok::<_, Text>((open(accounts)?, named.run.of_accounts.options(&named.read))));
        source.accounts = listed.transpose()?;
        source.without_events |= named.run.is_without_events();
        if let Some(events) = events {
            let both = ((self.leads.as_path(), &named.read.leads()), (events, &named.read.events()));
            input::not_swapped(rules, both.0, both.1).map_err(Text::from)?;
        }
        Ok((source, as_of))
    }
}

/// A set as it is at the moment, to be tried.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub first: String,
    pub reading: u64,
    pub rules: Arc<Rules>,
    /// What its texts are known by.
    pub texts: u64,
    pub origin: Origin,
    /// What is known of these or other leads already.
    pub known: Vec<Known>,
}

/// Leads in memory, and what came of them by the saved rules.
#[derive(Clone, Debug)]
pub(super) struct Known {
    origin: Origin,
    pub data: Arc<Data>,
    as_of: Instant,
    /// By the texts of the saved rules.
    saved: Option<(u64, Arc<Sums>)>,
}

/// What came of trying a set.
#[derive(Debug)]
pub(super) struct Tried {
    pub known: Option<Known>,
    /// A sentence if the leads can't be used; `None` if nobody waited for it.
    pub notes: Option<Result<Vec<Note>, Text>>,
}

/// Tries a set, as long as `goes_on` says that somebody waits. A processor is left to the keys, where there are two.
pub(super) fn tried(asked: Asked, goes_on: &(dyn Fn() -> bool + Sync)) -> Tried {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let threads = rayon::current_num_threads().saturating_sub(1).max(1);
    match POOL.get_or_init(|| ThreadPoolBuilder::new().num_threads(threads).build().ok()) {
        Some(pool) => pool.install(|| tried_here(asked, goes_on)),
        None => tried_here(asked, goes_on),
    }
}

fn tried_here(asked: Asked, goes_on: &(dyn Fn() -> bool + Sync)) -> Tried {
    let mut known = match asked.known() {
        Ok(known) => known,
        Err(why) => return Tried { known: None, notes: Some(Err(why)) },
    };
    let notes = asked.notes(&mut known, goes_on).map(Ok);
    Tried { known: Some(known), notes }
}

impl Asked {
    /// The leads, read unless they have been.
    fn known(&self) -> Result<Known, Text> {
        let is_it = |known: &&Known| known.origin == self.origin && known.data.rules.reads_like(&self.rules);
        if let Some(known) = self.known.iter().find(is_it) {
            return Ok(known.clone());
        }
        let (source, as_of) = self.origin.open(&self.rules)?;
        let data = Data::read(&source, &self.rules, as_of, &mut |_| ())?;
        world::give_back_memory();
        Ok(Known { origin: self.origin.clone(), data: Arc::new(data), as_of, saved: None })
    }

    fn notes(&self, known: &mut Known, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Note>> {
        let now = Sums::new(Arc::clone(&self.rules), &known.data, known.as_of, goes_on)?;
        let other = match saved(&self.first).map(|saved| (texts(&saved), saved.rules)) {
            Some((texts, Some(rules))) if texts != self.texts && known.data.rules.reads_like(&rules) => {
                if known.saved.as_ref().is_none_or(|(known, _)| *known != texts) {
                    let sums = Sums::new(Arc::new(rules), &known.data, known.as_of, goes_on)?;
                    known.saved = Some((texts, Arc::new(sums)));
                }
                known.saved.as_ref().map(|(_, sums)| &**sums)
            }
            Some(_) | None => None,
        };
        Some(now.notes(other, &known.data))
    }
}

/// A set as saved; `None` if it never was, or has errors.
fn saved(first: &str) -> Option<Checked> {
    let path = Some(Path::new(first)).filter(|_| names::is_path(first))?;
    let text = world::read_text(path).ok()?;
    let folders = Folders::of(path).ok()?;
    let checked = check::read(first, text, &mut |name| rules::further(name, &folders));
    Some(checked).filter(|checked| !checked.has_errors())
}

/// What the texts of a set are known by.
pub(super) fn texts(checked: &Checked) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    checked.sources().iter().for_each(|(_, file)| (&file.path, &file.text).hash(&mut hasher));
    hasher.finish()
}
