//! The rules that answer at the moment. In: a rule file that changes; out: the newest version of it that has no errors. Each call takes one
//! version and keeps it to its end.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use std::time::{Duration, SystemTime};

use leadrules::{AccountScorer, AsOf, JsonScorer, RuleSet, Scorer};
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::words::Text;
use leadrules_server::HeaderValue;
use sha2::{Digest, Sha256};

use super::super::args::{Allow, AsOf as GivenAsOf};
use super::super::exit::{Exit, Failure, shown};
use super::super::rules;
use super::super::terminal::{Terminal, note};
use super::super::world;

/// How often it is looked whether files have changed. A change counts once it is seen twice, for whoever writes may not be done; or once
/// it was seen to go on for so many looks.
const LOOK: Duration = Duration::from_millis(250);
const LOOKS: u32 = 4;

/// A version of the rules.
#[derive(Debug)]
pub(super) struct Version {
    pub(super) rules: RuleSet,
    pub(super) scorer: Scorer,
    /// For leads that come one at a time.
    pub(super) singles: JsonScorer,
    /// For accounts with their leads; nothing if the rules say nothing about accounts.
    pub(super) accounts: Option<AccountScorer>,
    /// What its texts are known by: the SHA-256 of their names and contents.
    pub(super) hash: String,
    /// The hash as a header.
    pub(super) named: HeaderValue,
    /// When it was read.
    pub(super) since: String,
}

impl Version {
    /// The first digits of the hash, for people.
    pub(super) fn short(&self) -> &str {
        &self.hash[..12]
    }

    /// What is said of rules that score nothing: every lead would come out the same.
    fn is_nothing(&self, path: &Path) -> Option<String> {
        let rules = self.rules.rules();
        (rules.scores.is_empty() && rules.stages.steps.is_empty()).then(|| {
            format!(
                "{}: there is nothing to score by, neither a score nor a stage; a score begins with `score fit 0..100 {{`",
                shown(path)
            )
        })
    }
}

/// What a file is known by as long as it does not change.
type Print = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// The rules as they are served.
#[derive(Debug)]
pub(super) struct Live {
    path: PathBuf,
    allow: Allow,
    fixed: Option<Instant>,
    now: RwLock<Arc<Version>>,
    /// Why the files as they are now are not served.
    refused: Mutex<Option<String>>,
    /// How often other rules were taken, and refused.
    pub(super) taken: AtomicU64,
    pub(super) failed: AtomicU64,
    seen: Mutex<Print>,
}

impl Live {
    /// Reads the rules; those with errors are shown.
    pub(super) fn new(
        (path, allow): (&Path, &Allow),
        as_of: &GivenAsOf,
        terminal: &Terminal,
    ) -> Result<Result<Self, Exit>, Failure> {
        // As every command that runs rules says it.
        if let Err(exit) = rules::RuleSet::usable_with_accounts((path, allow), terminal, rules::Quiet::No)? {
            return Ok(Err(exit));
        }
        let (version, print) = read(path, allow).map_err(|why| Failure::new(Text::verbatim(why)))?;
        if let Some(why) = version.is_nothing(path) {
            note(&format!("{why}\n"));
            return Ok(Err(Exit::RulesWrong));
        }
        let fixed = as_of.given(version.rules.rules())?;
        Ok(Ok(Self {
            path: path.to_owned(),
            allow: allow.clone(),
            fixed,
            now: RwLock::new(Arc::new(version)),
            refused: Mutex::default(),
            taken: AtomicU64::new(0),
            failed: AtomicU64::new(0),
            seen: Mutex::new(print),
        }))
    }

    /// The version that answers now.
    pub(super) fn now(&self) -> Arc<Version> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Why the files as they are now are not served, if they are not.
    pub(super) fn refused(&self) -> Option<String> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The instant from which leads are seen where a call names none.
    pub(super) fn as_of(&self) -> AsOf {
        AsOf::from_micros(self.fixed.unwrap_or_else(world::now))
    }

    /// Takes what the files say now, unless it has errors.
    fn take(&self) {
        let read = read(&self.path, &self.allow);
        let read = read.and_then(|(version, print)| match version.is_nothing(&self.path) {
            Some(why) => Err(why),
            None => Ok((version, print)),
        });
        let said = match read {
            Ok((version, print)) => {
                // What changed while it was read counts as a change.
                *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = print;
                let is_other = version.hash != self.now().hash;
                if is_other {
                    note(&format!("other rules are served now: {}\n", version.short()));
                    *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(version);
                    self.taken.fetch_add(1, Ordering::Relaxed);
                }
                None
            }
            Err(why) => {
                note(&format!("{why}\nthe rules as they are now are not served; those before stay\n"));
                self.failed.fetch_add(1, Ordering::Relaxed);
                Some(why)
            }
        };
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = said;
    }
}

/// Looks after the files until nobody serves them any more.
pub(super) fn watch(live: &Arc<Live>) {
    let live: Weak<Live> = Arc::downgrade(live);
    std::thread::spawn(move || {
        let (mut before, mut looks): (Option<Print>, u32) = (None, 0);
        loop {
            std::thread::sleep(LOOK);
            let Some(live) = live.upgrade() else { return };
            let mut seen = live.seen.lock().unwrap_or_else(PoisonError::into_inner);
            let now = print(seen.iter().map(|(path, _)| path.as_path()));
            if *seen == now {
                (before, looks) = (None, 0);
                continue;
            }
            looks += 1;
            if before.as_ref() != Some(&now) && looks < LOOKS {
                before = Some(now);
                continue;
            }
            // If they can't be read, they are not tried again before they change again.
            seen.clone_from(&now);
            drop(seen);
            (before, looks) = (None, 0);
            live.take();
        }
    });
}

/// The rules as their files say them now, and what the files are known by.
fn read(path: &Path, allow: &Allow) -> Result<(Version, Print), String> {
    let mut files: Print = print([path].into_iter());
    let mut hash = Sha256::new();
    let mut add = |name: &str, text: &str| {
        for part in [name, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    };
    let (name, text, further) = rules::RuleSet::opened(path, allow).map_err(|failure| failure.to_string())?;
    add("", &text);
    let mut take = |name: &str| {
        // As it is before it is read.
        files.extend(print([Path::new(name)].into_iter()));
        let read = further(name).map_err(|why| why.to_string());
        if let Ok(text) = &read {
            add(name, text);
        }
        read
    };
    let rules = RuleSet::from_files(&name, text, &mut take);
    let rules = rules.map_err(|findings| format!("{}: the rules have errors\n{findings}", shown(path)))?;
    let scorer = rules.scorer(AsOf::from_micros(world::now())).asking(None);
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let named = HeaderValue::from_str(&hash).expect("digits and letters");
    let singles = rules.json_scorer();
    let accounts = rules.account_scorer(AsOf::from_micros(world::now())).map(AccountScorer::lenient);
    let version = Version { rules, scorer, singles, accounts, hash, named, since: format_instant(world::now()) };
    Ok((version, files))
}

fn print<'a>(files: impl Iterator<Item = &'a Path>) -> Print {
    let of = |path: &Path| std::fs::metadata(path).ok().and_then(|data| Some((data.modified().ok()?, data.len())));
    files.map(|path| (path.to_owned(), of(path))).collect()
}
