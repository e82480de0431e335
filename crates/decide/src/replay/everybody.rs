//! All leads with what they did, as columns until they are wanted: plain values take five times as much memory. In: what a run
//! reads; out: some leads at a time, as plain values, in the order of the data.

use arrow_array::Array;
use leadrules_engine::columns::{EventLeads, Events, Leads};
use leadrules_engine::data::ReadReport;
use leadrules_engine::engine::repeated;
use leadrules_engine::hold::{self, Apart, Own};
use leadrules_engine::run::{Error, EventSource, Request, Step};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::FieldId;
use leadrules_language::lead::Event;
use leadrules_language::types::Value;
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use super::{Case, Extra, needed, without_id};

/// This many leads are made plain at a time.
const CHUNK: usize = 1024;

/// All leads.
#[derive(Debug)]
pub struct Everybody {
    has_log: bool,
    leads: Vec<Leads>,
    log: Vec<Events>,
    /// By batch of leads: their events in the log, lead by lead.
    own: Vec<Vec<Own>>,
    /// What reading the leads noticed.
    pub report: ReadReport,
}

/// Where a lead is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    batch: usize,
    row: usize,
}

/// Some leads that follow each other.
#[derive(Copy, Clone, Debug)]
pub struct Chunk {
    batch: usize,
    first: usize,
    end: usize,
}

impl Everybody {
    /// Reads all leads.
    ///
    /// # Errors
    /// As [`leadrules_engine::run::open`].
    pub fn read(
        request: &Request<'_>,
        extra: Extra<'_>,
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Self, Error> {
        let Apart { mut leads, events: mut log, mut own, report, .. } =
            hold::read_apart(request, &needed(request, extra), None, progress)?;
        own.resize(leads.len(), Vec::new());
        for (leads, own) in leads.iter_mut().zip(&mut own) {
            let nested = leads.events.take();
            if let (EventSource::Leads, Some(events)) = (request.events, nested) {
                *own = nested_in(&events, log.len());
                log.push(events);
            }
        }
        own.par_iter_mut().for_each(|own| own.sort_by_key(|own| own.lead));
        Ok(Self { has_log: !matches!(request.events, EventSource::None), leads, log, own, report })
    }

    /// Whether it is known what leads did.
    #[must_use]
    pub fn has_log(&self) -> bool {
        self.has_log
    }

    /// When anybody did anything first, up to an instant.
    #[must_use]
    pub fn first(&self, as_of: Instant) -> Option<Instant> {
        let own = self.own.iter().flatten().map(|own| self.log[own.batch as usize].times[own.row as usize]);
        own.filter(|time| *time <= as_of).min()
    }

    /// All of them in pieces, in the order of the data.
    #[must_use]
    pub fn chunks(&self) -> Vec<Chunk> {
        let of = |(batch, leads): (usize, &Leads)| {
            let rows = leads.rows;
            (0..rows).step_by(CHUNK).map(move |first| Chunk { batch, first, end: (first + CHUNK).min(rows) })
        };
        self.leads.iter().enumerate().flat_map(of).collect()
    }

    /// The leads of a piece.
    #[must_use]
    pub fn cases(&self, chunk: Chunk) -> Vec<Case> {
        (chunk.first..chunk.end).map(|row| self.case(Place { batch: chunk.batch, row })).collect()
    }

    /// The lead in a place.
    #[must_use]
    pub fn case(&self, Place { batch, row }: Place) -> Case {
        let leads = &self.leads[batch];
        let own = &self.own[batch];
        let start = |row: usize| own.partition_point(|own| (own.lead as usize) < row);
        let logged = own[start(row)..start(row + 1)].iter();
        let mut events: Vec<Event> =
            logged.map(|own| without_id(self.log[own.batch as usize].event(own.row as usize))).collect();
        events.sort_by_key(|event| event.time);
        Case {
            row: leads.first_row + row as u64,
            key: leads.keys.is_valid(row).then(|| leads.keys.value(row).to_owned()),
            lead: leads.lead(row),
            events: self.has_log.then_some(events),
            kept: leads.kept_in(row),
        }
    }

    /// The places of all leads in the order of the data, each with its key and the value of a field that was read.
    pub fn places(&self, field: FieldId) -> impl Iterator<Item = (Place, Option<&str>, Option<Value>)> {
        self.leads.iter().enumerate().flat_map(move |(batch, leads)| {
            let key = |row: usize| leads.keys.is_valid(row).then(|| leads.keys.value(row));
            let value = move |row: usize| leads.fields[usize::from(field.0)].value(row);
            (0..leads.rows).map(move |row| (Place { batch, row }, key(row), value(row)))
        })
    }
}

/// The events nested in a batch of leads, of which those count that no other stands for; they are a batch of the log.
fn nested_in(events: &Events, batch: usize) -> Vec<Own> {
    let EventLeads::Rows(rows) = &events.leads else {
        unreachable!("events nested in leads are told apart by their rows")
    };
    let number = |at: usize| u32::try_from(at).expect("what is held in memory is counted in 32 bits");
    let repeated = repeated(std::slice::from_ref(events)).dropped.remove(0);
    let counting = rows.iter().enumerate().filter(|(at, _)| !repeated[*at]);
    counting.map(|(at, &lead)| Own { batch: number(batch), row: number(at), lead }).collect()
}
