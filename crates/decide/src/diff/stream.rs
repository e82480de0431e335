//! The same leads under two rule sets, side by side: row for row. The data is read once for both, unless they read it
//! differently.

use std::collections::VecDeque;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::pair::Pair;
use super::reading::Reading;
use crate::change;
use leadrules_engine::columns::{Leads, Results};
use leadrules_engine::data::{self, LeadReader, Position};
use leadrules_engine::engine::{Ledger, Plan};
use leadrules_engine::run::{Error, EventSource, Phase, Request, Step};

/// Two rule sets, prepared, and the data that is read for them.
pub struct Both {
    plans: [Plan; 2],
    ledgers: [Ledger; 2],
    sources: Vec<Source>,
    /// For each rule set, what was scored and not yet taken.
    waiting: [VecDeque<(Leads, Results)>; 2],
    /// For each rule set, the row at hand in the first waiting batch; `None` before the first row.
    row: [Option<usize>; 2],
}

/// Leads on their way to one rule set or both.
struct Source {
    reading: Reading,
    leads: LeadReader,
    /// Whether leads carry their events.
    nested: bool,
}

impl Both {
    /// Opens the leads, and reads the log to its end.
    pub fn open(old: &Request<'_>, new: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Self, Error> {
        let log = !matches!(old.events, EventSource::None);
        let plans = [change::plan(old.rules, log), change::plan(new.rules, log)];
        let moments = [plans[0].at(old.as_of), plans[1].at(new.as_of)];
        let needed = [0, 1].map(|side| plans[side].needed_at(&moments[side]));
        let [first, second] = moments;
        let mut ledgers = [plans[0].ledger(first), plans[1].ledger(second)];
        let mut sources = Vec::new();
        for reading in Reading::of(old.rules, new.rules) {
            let needed = reading.needed(&needed);
            let leads = data::read_leads(new.leads, &reading.rules, &needed, new.keep, new.options)?;
            match new.events {
                EventSource::Log(input, options) if needed.events => {
                    let mut events = data::read_events(input, &reading.rules, &needed, options)?;
                    let sides = &reading.sides;
                    loop {
                        let is_full = || sides.iter().any(|(side, _)| ledgers[*side].is_full());
                        let noted = events.batches().until(&is_full).map(|events| {
                            for (side, own) in sides {
                                plans[*side].note_events(&ledgers[*side], own.events(&events));
                            }
                        });
                        let has_more = noted.for_each(&mut |(), Position { rows, bytes, of, .. }| {
                            progress(Step { phase: Phase::Events, rows, bytes, of });
                            Ok::<_, Error>(())
                        })?;
                        if !has_more {
                            break;
                        }
                        for (side, _) in sides {
                            plans[*side].add_up(&mut ledgers[*side]);
                        }
                    }
                }
                EventSource::Leads if needed.events && !leads.has_events() => {
                    return Err(Error::NoEvents { leads: new.leads.name() });
                }
                EventSource::Log(..) | EventSource::Leads | EventSource::None => {}
            }
            sources.push(Source { reading, leads, nested: matches!(new.events, EventSource::Leads) });
        }
        for (plan, ledger) in plans.iter().zip(&mut ledgers) {
            plan.close(ledger);
        }
        Ok(Self { plans, ledgers, sources, waiting: [VecDeque::new(), VecDeque::new()], row: [None, None] })
    }

    /// Both plans.
    pub fn plans(&self) -> [&Plan; 2] {
        self.plans.each_ref()
    }

    /// The next lead.
    pub fn next(&mut self, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Option<Pair<'_>>, Error> {
        let there = [self.advance(0, progress)?, self.advance(1, progress)?];
        if there != [true, true] {
            return Ok(None);
        }
        let at = [0, 1].map(|side| {
            let (leads, results) = &self.waiting[side][0];
            (leads, results, self.row[side].expect("both rule sets are at a row"))
        });
        Ok(Some(Pair { plans: self.plans.each_ref(), ledgers: self.ledgers.each_ref(), at }))
    }

    /// Goes to the next row of a rule set, if there is one.
    fn advance(&mut self, side: usize, progress: &mut (dyn FnMut(Step) + Send)) -> Result<bool, Error> {
        let mut row = self.row[side].map_or(0, |row| row + 1);
        loop {
            match self.waiting[side].front() {
                Some((_, batch)) if row < batch.rows => {
                    self.row[side] = Some(row);
                    return Ok(true);
                }
                Some(_) => {
                    self.waiting[side].pop_front();
                }
                None => {
                    if !self.score(side, progress)? {
                        return Ok(false);
                    }
                }
            }
            row = 0;
        }
    }

    /// Reads and scores enough leads to keep all threads busy for a while; none at the end.
    fn score(&mut self, side: usize, progress: &mut (dyn FnMut(Step) + Send)) -> Result<bool, Error> {
        let Self { plans, ledgers, sources, waiting, .. } = self;
        let source = sources.iter_mut().find(|source| source.reading.sides.iter().any(|(other, _)| *other == side));
        let Source { reading, leads, nested } = source.expect("each rule set is read for");
        let batches = leads.by_ref().take(8 * rayon::current_num_threads()).collect::<Result<Vec<Leads>, _>>()?;
        let score = |mut leads: Leads| {
            if !*nested {
                leads.events = None;
            }
            let scored = |(side, own): &(usize, super::reading::Own)| {
                let leads = own.leads(&leads);
                let results = plans[*side].score(&leads, &ledgers[*side]);
                (*side, leads, results)
            };
            reading.sides.iter().map(scored).collect::<Vec<_>>()
        };
        let scored: Vec<_> = batches.into_par_iter().map(score).collect();
        let any = !scored.is_empty();
        for (side, leads, results) in scored.into_iter().flatten() {
            waiting[side].push_back((leads, results));
        }
        let (bytes, of) = leads.progress();
        progress(Step { phase: Phase::Leads, rows: leads.report().rows, bytes, of });
        Ok(any)
    }
}
