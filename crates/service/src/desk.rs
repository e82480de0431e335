//! Where all questions of a page come to. In: a call and its arguments as JSON; out: the answer as JSON, or a sentence that
//! says why there is none. A desk has the saved files, the leads, and what came of them by the newest draft.

mod answers;
mod run;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leadrules_decide::agreement::Copy;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;
use leadrules_language::words::Text;
use serde::Serialize;

pub use crate::data::Source;
pub use answers::spoken;

use crate::data::Data;
use crate::draft::{Draft, File};
use crate::leads::{Filter, Sort};
use crate::scored::{Batch, Side};
use crate::settled::Settled;

/// The files of the world outside.
pub trait Files: Send + Sync {
    /// The text of a file that the rules name. The error is a sentence.
    ///
    /// # Errors
    /// If it can't be read.
    fn read(&self, name: &str) -> Result<String, Text>;

    /// Writes a file of the set, whole or not at all. The error is a sentence.
    ///
    /// # Errors
    /// If it can't be written.
    fn write(&self, name: &str, text: &str) -> Result<(), Text>;

    /// The copies that the parties of these rules' agreements have signed. The error is a sentence.
    ///
    /// # Errors
    /// If one is there that can't be read.
    fn signed(&self, rules: &Rules) -> Result<Vec<Copy>, Text>;

    /// Whether files can be written at all.
    fn can_write(&self) -> bool;
}

/// What a desk begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The files of the set as saved, the first one first.
    pub files: Vec<File>,
    /// The leads, if there are any.
    pub source: Option<Source>,
    /// The instant from which leads are seen.
    pub as_of: Instant,
    /// The condition of those who converted.
    pub outcome: Option<String>,
    /// The version of the program.
    pub version: String,
    /// Samples that can be opened: their names, and how many leads and events they have.
    pub samples: Vec<Sample>,
}

/// A sample to look around with.
#[derive(Clone, Debug, Serialize)]
pub struct Sample {
    /// What opens it.
    pub name: String,
    /// How many leads it has.
    pub leads: usize,
    /// How many events.
    pub events: usize,
}

/// A draft, and what came of the leads by it.
#[derive(Debug)]
struct Scored {
    /// As the page counts its drafts.
    generation: u64,
    /// As the desk counts all of them.
    number: u64,
    draft: Draft,
    data: Arc<Data>,
    settled: Settled,
    batches: Vec<Batch>,
    /// The rows of the table that was asked for last.
    found: Mutex<Option<Found>>,
}

/// The rows that pass a filter, sorted.
#[derive(Debug)]
struct Found {
    filter: Filter,
    sort: Option<Sort>,
    rows: Arc<Vec<u32>>,
}

#[derive(Debug, Default)]
struct State {
    saved: Vec<File>,
    data: Option<Arc<Data>>,
    base: Option<Arc<Scored>>,
    newest: Option<Arc<Scored>>,
    /// The rules of the last draft that could be read, for what may stand in one that can't.
    readable: Option<Arc<Rules>>,
    source: Option<Source>,
    /// How many drafts there have been.
    drafts: u64,
}

/// Takes all questions of a page.
pub struct Desk {
    files: Box<dyn Files>,
    as_of: Instant,
    outcome: Option<String>,
    version: String,
    samples: Vec<Sample>,
    state: Mutex<State>,
    /// Held while leads are read, which nobody does twice.
    reading: Mutex<()>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A document.
    Json(String),
    /// A workbook for Excel.
    Workbook(Vec<u8>),
}

/// Why a call has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such call.
    NoSuchCall,
    /// It was called wrongly, or can't be answered now: a sentence for people.
    Wrong(Text),
    /// The world outside failed: a sentence for people.
    Failed(Text),
}

impl Desk {
    /// A desk for these files and leads.
    #[must_use]
    pub fn new(opening: Opening, files: Box<dyn Files>) -> Self {
        let Opening { files: saved, source, as_of, outcome, version, samples } = opening;
        Self {
            files,
            as_of,
            outcome,
            version,
            samples,
            state: Mutex::new(State { saved, source, ..State::default() }),
            reading: Mutex::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is half done while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether leads have been read.
    #[must_use]
    pub fn has_leads(&self) -> bool {
        self.state().data.is_some()
    }

    /// A draft of the saved files with these texts in their place.
    fn draft(&self, texts: &[String]) -> Draft {
        let saved = self.state().saved.clone();
        let files: Vec<File> = saved
            .into_iter()
            .enumerate()
            .map(|(at, file)| File { text: texts.get(at).cloned().unwrap_or(file.text), name: file.name })
            .collect();
        self.draft_of(&files)
    }

    fn draft_of(&self, files: &[File]) -> Draft {
        Draft::new(files, &|name| self.files.read(name), self.outcome.as_deref())
    }

    /// The leads as these rules read them; `None` if none are open. They are read again only if rules read data otherwise.
    fn data(&self, rules: &Rules, progress: &mut (dyn FnMut(u64) + Send)) -> Result<Option<Arc<Data>>, Text> {
        let _reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, source) = {
            let state = self.state();
            (state.data.clone(), state.source.clone())
        };
        if let Some(known) = known.filter(|known| known.rules.reads_like(rules)) {
            return Ok(Some(known));
        }
        let Some(source) = source else { return Ok(None) };
        let data = Arc::new(Data::read(&source, rules, self.as_of, progress)?);
        self.state().data = Some(Arc::clone(&data));
        Ok(Some(data))
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("as_of", &self.as_of).field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

impl Scored {
    fn rules(&self) -> &Rules {
        self.draft.rules().expect("only drafts that can be run are scored")
    }

    fn all(&self) -> Vec<&Batch> {
        self.batches.iter().collect()
    }
}

fn side<'a>(scored: &'a Scored, batches: &'a [&'a Batch]) -> Side<'a> {
    Side { rules: scored.rules(), batches }
}

fn json(answer: &impl Serialize) -> Answer {
    Answer::Json(serde_json::to_string(answer).expect("plain data becomes JSON"))
}

/// What a text is known by: it changes with every edit.
fn hash(text: &str) -> String {
    use std::hash::BuildHasher;
    format!("{:016x}", foldhash::quality::FixedState::default().hash_one(text))
}
