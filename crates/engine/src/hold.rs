//! Leads and what they did, read once and kept: to be scored again and again, by other rules over the same fields. In: a
//! run's request; out: leads with all their fields, each with its own events, and what reading them noticed. A log is
//! divided among the leads, so that any of them can be scored without the others.

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use hashbrown::HashMap;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use crate::columns::{Column, EventLeads, Events, Leads, Need, Needed, Picked, Repeats, SetAside};
use crate::data::{self, Held, Input, ReadReport};
use crate::engine::{Repeated, Strangers, repeated};
use crate::run::{Error, EventSource, Log, Phase, Request, Step};
use leadrules_language::ir::Rules;

/// What was read and kept.
#[derive(Debug)]
pub struct Kept {
    /// The leads, with their events nested in them.
    pub held: Held,
    /// The same, to be read by whatever reads leads.
    pub input: Input,
    /// What reading the leads noticed.
    pub report: ReadReport,
    /// What was noticed about the log, if there is one. Rows later than the instant, and those to be ignored, are in the
    /// leads all the same.
    pub log: Option<Log>,
    /// How many events there are.
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
    let rules = request.rules;
    let needed = everything(rules, request.events);
    let mut reader = data::read_leads(request.leads, rules, &needed, request.keep, request.options)?;
    let mut log: Option<(Vec<Events>, ReadReport)> = None;
    match request.events {
        EventSource::Log(input, options) if needed.events => {
            let mut events = data::read_events(input, rules, &needed, options)?;
            let mut batches = Vec::new();
            while let Some(batch) = events.next() {
                batches.push(batch?.written_out());
                let (bytes, of) = events.progress();
                progress(Step { phase: Phase::Events, rows: events.report().rows, bytes, of });
            }
            log = Some((batches, events.report().clone()));
        }
        EventSource::Leads if needed.events && !reader.has_events() => {
            return Err(Error::NoEvents { leads: request.leads.name() });
        }
        EventSource::Log(..) | EventSource::Leads | EventSource::None => {}
    }
    let mut leads = Vec::new();
    while let Some(batch) = reader.next() {
        let mut batch = batch?;
        if log.is_some() {
            batch.events = None;
        }
        leads.push(batch);
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
    }
    let log = log.map(|(events, report)| {
        let Repeated { dropped, counts } = repeated(&events);
        let strangers = divide(&mut leads, events, &dropped);
        Log { report, set_aside: set_aside(counts), strangers }
    });
    let events = leads.iter().filter_map(|leads| leads.events.as_ref()).map(|events| events.rows as u64).sum();
    let held = Held { leads: leads.into(), kept: request.keep.into() };
    Ok(Kept {
        input: Input::columns(request.leads.name(), held.clone()),
        held,
        report: reader.report().clone(),
        log,
        events,
        has_events: !matches!(request.events, EventSource::None),
    })
}

fn everything(rules: &Rules, events: EventSource<'_>) -> Needed {
    Needed {
        fields: vec![Need::Values; rules.fields.len()],
        properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
        events: rules.log.is_some() && !matches!(events, EventSource::None),
    }
}

fn set_aside(repeated: Repeats) -> SetAside {
    SetAside { repeated, ..SetAside::default() }
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

/// Gives each lead its events, in the order of the log, without those that are `dropped`.
fn divide(leads: &mut [Leads], events: Vec<Events>, dropped: &[Vec<bool>]) -> Strangers {
    let keys: Vec<StringArray> = leads.iter().map(|leads| leads.keys.clone()).collect();
    let rows = Rows::new(&keys);
    let starts: Vec<u32> = leads
        .iter()
        .scan(0, |next, leads| {
            let start = *next;
            *next += u32::try_from(leads.rows).expect("leads are counted in 32 bits");
            Some(start)
        })
        .collect();
    // By batch of leads: which events are theirs, and of which row.
    let mut own: Vec<(Vec<Picked>, Vec<u32>)> = vec![Default::default(); leads.len()];
    let mut others: HashMap<&str, u64, foldhash::fast::FixedState> = HashMap::default();
    for (at, (batch, dropped)) in events.iter().zip(dropped).enumerate() {
        for row in (0..batch.rows).filter(|&row| !dropped.get(row).copied().unwrap_or(false)) {
            let key = key(&batch.leads, row);
            let mut is_known = false;
            for lead in rows.with(key) {
                is_known = true;
                let of = starts.partition_point(|&start| start <= lead) - 1;
                own[of].0.push((at, row));
                own[of].1.push(lead - starts[of]);
            }
            if !is_known {
                *others.entry(key).or_default() += 1;
            }
        }
    }
    let mut examples: Vec<String> = others.keys().map(|key| (*key).to_owned()).collect();
    examples.sort_unstable();
    examples.truncate(data::EXAMPLES);
    let strangers = Strangers { leads: others.len() as u64, events: others.values().sum(), examples };
    drop(others);
    leads.par_iter_mut().zip(own.into_par_iter()).for_each(|(leads, (picked, of))| {
        leads.events = Some(Events { ids: None, ..Events::gather(&events, &picked, of) });
    });
    strangers
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
