//! Leads and what they did, read once and kept: to be scored again and again, by other rules over the same fields. In: a
//! run's request; out: leads with all their fields, each with its own events, and what reading them noticed. A log is
//! divided among the leads, so that any of them can be scored without the others.

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use hashbrown::HashMap;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use crate::columns::{Column, EventLeads, Events, Leads, Need, Needed, Picked, Repeats, SetAside};
use crate::data::{self, Held, Input, ReadOptions, ReadReport};
use crate::engine::{Strangers, repeated};
use crate::run::{Error, EventSource, Log, Phase, Request, Step};
use leadrules_language::ir::Rules;

/// What was read and kept.
#[derive(Debug)]
pub struct Kept {
    /// The leads, with their events nested in them.
    pub held: Held,
    /// The same, to be read by whatever reads leads.
    pub input: Input,
    /// How it is read: what was required of the data was required when it was read.
    pub options: ReadOptions,
    /// What reading the leads noticed.
    pub report: ReadReport,
    /// What was noticed about the log, if there is one. Rows later than the instant, and those to be ignored, are in the
    /// leads all the same.
    pub log: Option<Log>,
    /// How many events were read.
    pub events: u64,
    /// Whether it is known what leads did, if the rules ask.
    pub has_events: bool,
}

impl Kept {
    /// Where its events are.
    #[must_use]
    pub fn source(&self) -> EventSource<'static> {
        if self.has_events { EventSource::Leads } else { EventSource::None }
    }

    /// How many leads there are.
    #[must_use]
    pub fn leads(&self) -> u64 {
        self.report.rows
    }
}

/// Reads everything that the rules declare. The request's `keep` names further columns.
///
/// # Errors
/// As [`crate::run::open`].
pub fn read(request: &Request<'_>, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Kept, Error> {
    let Apart { mut leads, events, own, report, log } =
        read_apart(request, &everything(request.rules, request.events), None, progress)?;
    if log.is_some() {
        let events: Vec<Events> = events.into_iter().map(Events::written_out).collect();
        leads
            .par_iter_mut()
            .zip(own.into_par_iter())
            .for_each(|(leads, own)| leads.events = Some(nested(&events, &own)));
    }
    let nested = leads.iter().filter_map(|leads| leads.events.as_ref()).map(|events| events.rows as u64);
    let events = log.as_ref().map_or_else(|| nested.sum(), |log: &Log| log.report.rows);
    let held = Held { leads: leads.into(), kept: request.keep.into() };
    Ok(Kept {
        input: Input::columns(request.leads.name(), held.clone()),
        options: ReadOptions { before: request.options.before.clone(), ..ReadOptions::default() },
        held,
        report,
        log,
        events,
        has_events: !matches!(request.events, EventSource::None),
    })
}

/// Leads, and beside them a log of which it is known whose each event is.
#[derive(Debug)]
pub struct Apart {
    /// The leads; events that were nested in them are there.
    pub leads: Vec<Leads>,
    /// The log, without keys.
    pub events: Vec<Events>,
    /// By batch of leads: their events, in the order of the log. Those that repeat another are left out.
    pub own: Vec<Vec<Own>>,
    /// What reading the leads noticed.
    pub report: ReadReport,
    /// The same of the log, if one was read.
    pub log: Option<Log>,
}

/// An event of a log, and the lead that it is of.
#[derive(Copy, Clone, Debug)]
pub struct Own {
    /// The batch of the log that it is in.
    pub batch: u32,
    /// Its row there.
    pub row: u32,
    /// The row of its lead, in the lead's batch.
    pub lead: u32,
}

/// These events of a log, nested in their leads.
#[must_use]
pub fn nested(log: &[Events], own: &[Own]) -> Events {
    let picked = own.iter().map(|own| (own.batch as usize, own.row as usize)).collect::<Vec<_>>();
    Events::gather(log, &picked, own.iter().map(|own| own.lead).collect())
}

/// Those of the events nested in leads that belong to the leads in these rows, in rising order, and are now nested in them.
///
/// # Panics
/// If the events are not nested in leads.
#[must_use]
pub fn nested_in(events: &Events, leads: &[u32]) -> Events {
    let EventLeads::Rows(of) = &events.leads else {
        unreachable!("events nested in leads are told apart by their rows")
    };
    let place = |lead: &u32| leads.binary_search(lead).ok().map(number);
    let (picked, of): (Vec<Picked>, Vec<u32>) =
        of.iter().enumerate().filter_map(|(row, lead)| Some(((0, row), place(lead)?))).unzip();
    Events::gather(std::slice::from_ref(events), &picked, of)
}

/// Reads what is needed, and finds whose each event of the log is. `pick`, if given, picks the leads that are kept of a batch; of
/// the log nothing else is kept than what these did, and nothing is noticed about others.
///
/// # Errors
/// As [`crate::run::open`].
pub fn read_apart(
    request: &Request<'_>,
    needed: &Needed,
    mut pick: Option<&mut dyn FnMut(Leads) -> Leads>,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Apart, Error> {
    let rules = request.rules;
    let mut reader = data::read_leads(request.leads, rules, needed, request.keep, request.options)?;
    if matches!(request.events, EventSource::Leads) && needed.events && !reader.has_events() {
        return Err(Error::NoEvents { leads: request.leads.name() });
    }
    let has_log = matches!(request.events, EventSource::Log(..)) && needed.events;
    let mut leads = Vec::new();
    while let Some(batch) = reader.next() {
        let mut batch = batch?;
        if has_log {
            batch.events = None;
        }
        leads.push(match &mut pick {
            Some(pick) => pick(batch),
            None => batch,
        });
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
    }
    let mut apart = Apart { leads, events: Vec::new(), own: Vec::new(), report: reader.report().clone(), log: None };
    if let EventSource::Log(input, options) = request.events
        && needed.events
    {
        let keys: Vec<StringArray> = apart.leads.iter().map(|leads| leads.keys.clone()).collect();
        let mut dividing = Dividing::new(&keys, pick.is_none());
        let mut events = data::read_events(input, rules, needed, options)?;
        while let Some(batch) = events.next() {
            dividing.take(batch?);
            let (bytes, of) = events.progress();
            progress(Step { phase: Phase::Events, rows: events.report().rows, bytes, of });
        }
        let (strangers, repeated) = dividing.finish(&mut apart);
        let set_aside = SetAside { repeated, ..SetAside::default() };
        apart.log = Some(Log { report: events.report().clone(), set_aside, strangers });
    }
    Ok(apart)
}

fn everything(rules: &Rules, events: EventSource<'_>) -> Needed {
    Needed {
        fields: vec![Need::Values; rules.fields.len()],
        properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
        events: rules.log.is_some() && !matches!(events, EventSource::None),
    }
}

/// At no row.
const NONE: u32 = u32::MAX;

/// The rows of leads by their keys. Several rows can have one key; what such a lead did belongs to each.
struct Rows<'k> {
    first: HashMap<&'k str, u32, foldhash::fast::FixedState>,
    /// By row, the one before it with the same key.
    before: Vec<u32>,
}

impl<'k> Rows<'k> {
    fn new(keys: &'k [StringArray]) -> Self {
        let count = keys.iter().map(Array::len).sum();
        let mut rows = Self { first: HashMap::default(), before: vec![NONE; count] };
        rows.first.reserve(count);
        for (row, key) in (0_u32..).zip(keys.iter().flatten()) {
            if let Some(before) = key.and_then(|key| rows.first.insert(key, row)) {
                rows.before[row as usize] = before;
            }
        }
        rows
    }

    /// The rows with a key.
    fn with(&self, key: &str) -> impl Iterator<Item = u32> {
        let before = |&row: &u32| Some(self.before[row as usize]).filter(|&row| row != NONE);
        std::iter::successors(self.first.get(key).copied(), before)
    }
}

/// A log that is being divided among the leads, in its order.
struct Dividing<'k> {
    rows: Rows<'k>,
    /// The row of the first lead of each batch.
    starts: Vec<u32>,
    /// The log so far; without keys, once it is known whose the events are.
    events: Vec<Events>,
    /// By batch of leads.
    own: Vec<Vec<Own>>,
    /// Keys that no lead has, with how many events they have, if that is noted.
    others: Option<HashMap<String, u64, foldhash::fast::FixedState>>,
}

impl<'k> Dividing<'k> {
    fn new(keys: &'k [StringArray], notes_others: bool) -> Self {
        let start = |next: &mut u32, keys: &StringArray| {
            let start = *next;
            *next += u32::try_from(keys.len()).expect("leads are counted in 32 bits");
            Some(start)
        };
        Self {
            rows: Rows::new(keys),
            starts: keys.iter().scan(0, start).collect(),
            events: Vec::new(),
            own: vec![Vec::new(); keys.len()],
            others: notes_others.then(HashMap::default),
        }
    }

    /// Takes in a batch of the log. Of rows with ids it is only known at the end which of them count.
    fn take(&mut self, batch: Events) {
        let has_ids = batch.ids.is_some();
        self.events.push(batch);
        if !has_ids {
            self.divide(self.events.len() - 1, &[]);
        }
    }

    /// Finds out whose the events of a batch are, without those that are `dropped`, and forgets their keys.
    fn divide(&mut self, at: usize, dropped: &[bool]) {
        let Self { rows, starts, events, own, others } = self;
        let batch = &mut events[at];
        let mut kept: Vec<Picked> = Vec::new();
        for row in (0..batch.rows).filter(|&row| !dropped.get(row).copied().unwrap_or(false)) {
            let key = key(&batch.leads, row);
            let mut is_known = false;
            for lead in rows.with(key) {
                is_known = true;
                let of = starts.partition_point(|&start| start <= lead) - 1;
                own[of].push(Own { batch: number(at), row: number(row), lead: lead - starts[of] });
            }
            if is_known {
                kept.push((0, row));
            } else if let Some(others) = others {
                *others.entry_ref(key).or_default() += 1;
            }
        }
        batch.leads = EventLeads::Rows(Vec::new());
        batch.ids = None;
        if kept.len() * 2 < batch.rows {
            *batch = Events::gather(std::slice::from_ref(batch), &kept, Vec::new());
            let of_batch =
                own.iter_mut().flat_map(|own| own.iter_mut().rev().take_while(|own| own.batch == number(at)));
            for own in of_batch {
                own.row = number(kept.partition_point(|kept| kept.1 < own.row as usize));
            }
        }
    }

    /// Puts the log beside the leads.
    fn finish(mut self, apart: &mut Apart) -> (Strangers, Repeats) {
        let mut counts = Repeats::default();
        if self.events.iter().any(|batch| batch.ids.is_some()) {
            let repeated = repeated(&self.events);
            counts = repeated.counts;
            for (at, dropped) in repeated.dropped.iter().enumerate() {
                self.divide(at, dropped);
            }
        }
        let Self { events, own, others, .. } = self;
        (apart.events, apart.own) = (events, own);
        let others = others.unwrap_or_default();
        let (count, all) = (others.len() as u64, others.values().sum());
        let mut examples: Vec<String> = others.into_keys().collect();
        examples.sort_unstable();
        examples.truncate(data::EXAMPLES);
        (Strangers { leads: count, events: all, examples }, counts)
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("what is held in memory is counted in 32 bits")
}

/// Whose an event is.
fn key(leads: &EventLeads, row: usize) -> &str {
    match leads {
        EventLeads::Views(keys) => keys.value(row),
        EventLeads::Keys(Column::Text(keys)) => keys.value(row),
        EventLeads::Keys(Column::CodedText(keys)) => {
            let code = usize::try_from(keys.keys().value(row)).expect("codes are places");
            keys.values().as_string::<i32>().value(code)
        }
        EventLeads::Keys(_) | EventLeads::Rows(_) => unreachable!("the events of a log go by keys, which are texts"),
    }
}
