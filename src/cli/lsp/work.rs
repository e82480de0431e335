//! What takes longer than a key: proofs, and what leads say. In: the sets as they are; out: what came of it, once it is there. It is done
//! beside the conversation, one piece of each kind at a time, and a key throws it away.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use leadrules_language::analyze::{self, Reach};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::{Rules, ScoreId};
use leadrules_language::words::{Text, say};
use leadrules_service::typing::Note;

use super::super::world;
use super::client::Client;
use super::documents::Documents;
use super::job::Job;
use super::leads::{self, Known, Origin, Tried};
use super::protocol::transport::Request;
use super::protocol::types::PublishDiagnosticsParams;
use super::sets::{Asked, Sets};
use super::settings::Show;

/// So many texts are remembered with what leads said about them: for whoever goes back and forth.
const REMEMBERED: usize = 32;

/// Which score of which reading somebody points at, and how that was asked.
#[derive(Clone, Debug)]
pub(super) struct Pointed {
    pub request: Request,
    pub first: String,
    pub reading: u64,
    pub score: u16,
    pub rules: Arc<Rules>,
}

/// Work that is under way, and what is remembered of earlier work.
#[derive(Default)]
pub(super) struct Work {
    proof: Option<Job<Asked, Option<Vec<Diagnostic>>>>,
    trial: Option<Job<leads::Asked, Tried>>,
    ends: Option<Job<Pointed, Option<Text>>>,
    /// By the first files of sets.
    known: BTreeMap<String, Known>,
    remembered: VecDeque<(Origin, u64, Vec<Note>)>,
    /// What was said last of leads that can't be used.
    complaint: Option<Text>,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Done {
    pub published: Vec<PublishDiagnosticsParams>,
    /// Whether something else is to be said beside lines.
    pub is_noted: bool,
    /// A sentence for people.
    pub complaint: Option<Text>,
    /// What can be answered now.
    pub answer: Option<Request>,
}

impl Work {
    /// Whether something is under way.
    pub(super) fn is_busy(&self) -> bool {
        self.proof.is_some() || self.trial.is_some() || self.ends.is_some()
    }

    /// Nobody waits for it any more.
    pub(super) fn stop(&self) {
        self.proof.iter().for_each(Job::stop);
        self.trial.iter().for_each(Job::stop);
        self.ends.iter().for_each(Job::stop);
    }

    /// What is remembered may not hold any more.
    pub(super) fn forget(&mut self) {
        self.remembered.clear();
        self.complaint = None;
    }

    /// Begins what is to be done.
    pub(super) fn begin(&mut self, sets: &mut Sets, client: &Client) -> Done {
        if self.proof.is_none()
            && let Some(asked) = sets.unproved()
        {
            let as_of = world::now();
            self.proof = Job::start(asked, move |asked, goes_on| {
                analyze::findings_while(&asked.rules, as_of, goes_on).map(|proved| proved.found)
            });
        }
        if self.trial.is_none() { self.try_on_leads(sets, client) } else { Done::default() }
    }

    fn try_on_leads(&mut self, sets: &mut Sets, client: &Client) -> Done {
        let Some((first, set)) = sets.untried() else { return Done::default() };
        let (first, reading) = (first.to_owned(), set.reading);
        let origin = match client.data() {
            _ if client.show() == Show::Off => Ok(None),
            Some((leads, options)) => Ok(Some(Origin::new(leads, options))),
            None => Origin::of(&first),
        };
        let texts = leads::texts(set.checked());
        let (origin, rules) = match (origin, set.rules()) {
            (Ok(Some(origin)), Some(rules)) => (origin, rules),
            (Ok(_), _) => {
                self.known.remove(&first);
                return noted(sets, &first, reading, Vec::new());
            }
            (Err(why), _) => return self.failed(sets, &first, reading, why),
        };
        let is_it = |(from, of, _): &&(Origin, u64, Vec<Note>)| *from == origin && *of == texts;
        if let Some((.., notes)) = self.remembered.iter().find(is_it) {
            let notes = notes.clone();
            return noted(sets, &first, reading, notes);
        }
        let known = self.known.values().cloned().collect();
        self.trial = Job::start(leads::Asked { first, reading, rules, texts, origin, known }, leads::tried);
        Done::default()
    }

    fn failed(&mut self, sets: &mut Sets, first: &str, reading: u64, why: Text) -> Done {
        let done = noted(sets, first, reading, Vec::new());
        let is_new = self.complaint.as_ref() != Some(&why);
        self.complaint = Some(why.clone());
        Done { complaint: is_new.then_some(why), ..done }
    }

    /// Works out between which points a score stays, for somebody who points at it. Returns what is to be answered as it is: whoever
    /// pointed at another one before does not wait any more.
    pub(super) fn point(&mut self, pointed: Pointed) -> Vec<Request> {
        let before = self.ends.take();
        before.iter().for_each(Job::stop);
        let (as_of, request) = (world::now(), pointed.request.clone());
        self.ends = Job::start(pointed, move |pointed, goes_on| {
            let ends = analyze::ends_while(&pointed.rules, as_of, ScoreId(pointed.score), goes_on)?;
            Some(between(&ends.map(|end| match end {
                Reach::Proved((points, _)) => Some(points),
                Reach::Never | Reach::Undecided(..) => None,
            })))
        });
        let not_begun = self.ends.is_none().then_some(request);
        before.map(|before| before.asked.request).into_iter().chain(not_begun).collect()
    }

    /// Takes in what is there; what was worked out of an older text is thrown away.
    pub(super) fn take(&mut self, sets: &mut Sets, documents: &Documents) -> Done {
        let mut done = Done::default();
        if let Some((asked, found)) = Job::taken(&mut self.proof) {
            // If the work failed, it would fail again; if it was stopped, it is begun again.
            if let Some(found) = found.unwrap_or(Some(Vec::new())) {
                done.published = sets.proved(&asked, found, documents);
            }
        }
        if let Some((pointed, ends)) = Job::taken(&mut self.ends) {
            if let (Some(set), Some(ends)) = (sets.reading(&pointed.first, pointed.reading), ends.flatten()) {
                set.ends.insert(pointed.score, ends);
            }
            done.answer = Some(pointed.request);
        }
        if let Some((asked, tried)) = Job::taken(&mut self.trial) {
            let leads::Asked { first, reading, texts, origin, .. } = asked;
            let tried = tried.unwrap_or(Tried { known: None, notes: Some(Err(say!("the leads can't be used"))) });
            if let Some(known) = tried.known {
                if let Some(set) = sets.reading(&first, reading) {
                    set.data = Some(known.data.clone());
                }
                self.known.insert(first.clone(), known);
            }
            let noted = match tried.notes {
                Some(Ok(notes)) => {
                    self.complaint = None;
                    self.remembered.push_front((origin, texts, notes.clone()));
                    self.remembered.truncate(REMEMBERED);
                    noted(sets, &first, reading, notes)
                }
                Some(Err(why)) => self.failed(sets, &first, reading, why),
                None => Done::default(),
            };
            done = Done { published: done.published, answer: done.answer, ..noted };
        }
        self.known.retain(|first, _| sets.has(first));
        done
    }
}

fn noted(sets: &mut Sets, first: &str, reading: u64, notes: Vec<Note>) -> Done {
    let Some(set) = sets.reading(first, reading) else { return Done::default() };
    set.is_tried = true;
    let is_noted = set.typing.notes() != notes;
    set.typing.note(notes);
    Done { is_noted, ..Done::default() }
}

/// `Every lead has 0 to 45, by proof.`
fn between(ends: &[Option<leadrules_language::decimal::Points>; 2]) -> Text {
    match *ends {
        [Some(least), Some(most)] => say!("By proof, a lead can have {least} to {most} points.", least, most),
        [Some(least), None] => {
            say!("By proof, a lead can have {least} points at least; the most was not decided.", least)
        }
        [None, Some(most)] => say!("By proof, a lead can have {most} points at most; the least was not decided.", most),
        [None, None] => say!("Which points a lead can have was not decided."),
    }
}
