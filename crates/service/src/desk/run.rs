//! A run: what a draft does, said as it becomes known. Findings come first, then the figures of some leads, then those of
//! all. Whoever asks says when nobody listens any more.

use std::sync::Arc;

use leadrules_language::words::{Text, written_in};
use serde::{Deserialize, Serialize};

use super::answers::{DataShown, spoken};
use super::{Data, Desk, Scored, side};
use crate::draft::{Draft, Finding};
use crate::figures::Figures;
use crate::outline::Outline;
use crate::scored::{Batch, Scorer, Side, Stopped};
use crate::settled::Settled;

/// So many leads are scored first, where there are more than twice as many.
const SAMPLE: usize = 20_000;

/// What is asked for.
#[derive(Debug, Deserialize)]
struct Asked {
    generation: u64,
    texts: Vec<String>,
}

/// A line of the answer.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Line {
    Findings { generation: u64, findings: Vec<Finding>, outline: Option<Outline> },
    Data { generation: u64, data: DataShown },
    Progress { generation: u64, leads: u64, of: u64 },
    Figures { generation: u64, figures: Box<Figures> },
    Failed { generation: u64, message: Text },
    Overtaken { generation: u64 },
}

/// Which draft it is, as the page and as the desk count, and whether somebody listens.
#[derive(Copy, Clone)]
struct Turn<'t> {
    generation: u64,
    number: u64,
    goes_on: &'t (dyn Fn() -> bool + Sync),
}

impl Desk {
    /// Runs a draft, as long as `goes_on` says that somebody listens.
    pub fn run(&self, body: &[u8], goes_on: &(dyn Fn() -> bool + Sync), say: &mut (dyn FnMut(String) + Send)) {
        let locale = spoken(body);
        let json = |line: &Line| serde_json::to_string(line).expect("plain data becomes JSON");
        let mut say = |line: &Line| say(written_in(locale, || json(line)));
        let asked: Asked = match serde_json::from_slice(body) {
            Ok(asked) => asked,
            Err(error) => return say(&Line::Failed { generation: 0, message: Text::verbatim(error.to_string()) }),
        };
        let generation = asked.generation;
        let number = self.next_draft();
        let draft = self.draft(&asked.texts);
        let outline = draft.rules().map(|rules| Outline::new(rules, &draft.places));
        say(&Line::Findings { generation, findings: draft.findings(locale), outline });
        let Some(rules) = draft.rules() else { return };
        self.state().readable = Some(Arc::new(rules.clone()));
        if let Some(why) = &draft.refused {
            say(&Line::Failed { generation, message: why.clone() });
        }
        let mut progress = |leads| say(&Line::Progress { generation, leads, of: 0 });
        let data = match self.data(rules, &mut progress) {
            Ok(Some(data)) => data,
            Ok(None) => return,
            Err(message) => return say(&Line::Failed { generation, message }),
        };
        say(&Line::Data { generation, data: DataShown::new(&data) });
        let base = self.base(&data, goes_on);
        match self.scored(draft, &data, base.as_deref(), Turn { generation, number, goes_on }, &mut say) {
            Ok(()) => {}
            Err(Stopped::Overtaken) => say(&Line::Overtaken { generation }),
            Err(Stopped::Failed(message)) => say(&Line::Failed { generation, message }),
        }
    }

    fn next_draft(&self) -> u64 {
        let mut state = self.state();
        state.drafts += 1;
        state.drafts
    }

    /// What came of the leads by the saved rules; `None` if these can't be run, or read leads otherwise than the draft.
    pub(super) fn base(&self, data: &Arc<Data>, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Arc<Scored>> {
        if let Some(base) = self.state().base.clone() {
            return Some(base);
        }
        let saved = self.state().saved.clone();
        let draft = self.draft_of(&saved);
        let rules = draft.rules()?;
        let own =
            if data.rules.reads_like(rules) { Arc::clone(data) } else { self.data(rules, &mut |_| ()).ok()?? };
        let scorer = Scorer::new(rules, draft.outcome.as_ref(), self.as_of, own.kept.has_events);
        let settled = Settled::new(&own, rules, self.as_of).ok()?;
        let all: Vec<usize> = (0..settled.leads.leads.len()).collect();
        let batches = scorer.batches(&settled.leads.leads, &all, goes_on).ok()?;
        let base = Arc::new(Scored {
            generation: 0,
            number: 0,
            draft,
            data: own,
            settled,
            batches,
            found: std::sync::Mutex::default(),
        });
        self.state().base = Some(Arc::clone(&base));
        Some(base)
    }

    fn scored(
        &self,
        draft: Draft,
        data: &Arc<Data>,
        base: Option<&Scored>,
        Turn { generation, number, goes_on }: Turn<'_>,
        say: &mut dyn FnMut(&Line),
    ) -> Result<(), Stopped> {
        let rules = draft.rules().expect("only drafts that can be run are scored");
        let scorer = Scorer::new(rules, draft.outcome.as_ref(), self.as_of, data.kept.has_events);
        let has_outcome = draft.outcome.is_some();
        let settled = Settled::new(data, rules, self.as_of).map_err(Stopped::Failed)?;
        let leads = &settled.leads.leads;
        let count = usize::try_from(data.kept.leads()).unwrap_or(usize::MAX);
        // Every so manieth batch, so that the sample is not only the oldest leads.
        let every = if count > 2 * SAMPLE { (count / SAMPLE).min(leads.len()).max(1) } else { 1 };
        let (first, rest): (Vec<usize>, Vec<usize>) = (0..leads.len()).partition(|at| at % every == 0);
        let sample = scorer.batches(leads, &first, goes_on)?;
        let mut batches: Vec<Option<Batch>> = leads.rows().map(|_| None).collect();
        first.into_iter().zip(sample).for_each(|(at, batch)| batches[at] = Some(batch));
        let figures = |batches: &[Option<Batch>]| {
            let places: Vec<usize> = (0..batches.len()).filter(|&at| batches[at].is_some()).collect();
            let own: Vec<&Batch> = batches.iter().flatten().collect();
            let theirs: Option<Vec<&Batch>> = base.map(|base| places.iter().map(|&at| &base.batches[at]).collect());
            let complete = own.len() == batches.len();
            let before = base.zip(theirs.as_ref()).map(|(base, batches)| side(base, batches));
            let draft = Side { rules, batches: &own };
            let figures = Box::new(Figures::new(draft, before, complete, has_outcome));
            Line::Figures { generation, figures }
        };
        if !rest.is_empty() {
            say(&figures(&batches));
            let step = (leads.len() / 8).max(4);
            let of = data.kept.leads();
            let mut done: u64 = batches.iter().flatten().map(|batch| batch.rows() as u64).sum();
            for part in rest.chunks(step) {
                for (at, batch) in part.iter().zip(scorer.batches(leads, part, goes_on)?) {
                    done += batch.rows() as u64;
                    batches[*at] = Some(batch);
                }
                say(&Line::Progress { generation, leads: done, of });
            }
        }
        if !goes_on() {
            return Err(Stopped::Overtaken);
        }
        let line = figures(&batches);
        let batches: Vec<Batch> = batches.into_iter().flatten().collect();
        let found = std::sync::Mutex::default();
        let scored = Scored { generation, number, draft, data: Arc::clone(data), settled, batches, found };
        {
            let mut state = self.state();
            if state.newest.as_ref().is_none_or(|newest| newest.number <= number) {
                state.newest = Some(Arc::new(scored));
            }
        }
        // Whoever hears of it may ask for its leads at once.
        say(&line);
        Ok(())
    }
}
