//! Leads and what they did, read once and kept: to be scored again and again, by other rules over the same fields. In: a
//! run's request; out: leads with all their fields, each with its own events, and what reading them noticed. A log is
//! divided among the leads, so that any of them can be scored without the others.

use std::hash::BuildHasher;
use std::io;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use hashbrown::hash_table::Entry;
use hashbrown::{HashMap, HashTable};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::columns::{Column, EventLeads, Events, Leads, Need, Needed, Picked, Repeats, SetAside};
use crate::data::{self, Held, Input, ReadOptions, ReadReport};
use crate::engine::{Strangers, repeated};
use crate::run::{Error, EventSource, Log, Phase, Request, Step};
use crate::shelf::{Filling, Shelf};
use crate::short_key::same;
use leadrules_language::ir::{Accounts, FieldId, Rules};

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

/// Reads everything that the rules declare onto a shelf. The request's `keep` names further columns.
///
/// # Errors
/// As [`crate::run::open`], and if what waits in a file can't be read back.
pub fn read(request: &Request<'_>, filling: Filling, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Kept, Error> {
    let mut shelving = Shelving { filling, nested: 0 };
    let needed = everything(request.rules, request.events);
    let Apart { mut events, mut own, report, log, .. } = read_into(request, &needed, &mut shelving, true, progress)?;
    shelving.put(&mut events, &mut own);
    let properties = needed.properties.len();
    let nothing = log.is_some().then(|| Events::nothing(properties));
    let Shelving { filling, nested } = shelving;
    let leads = filling.finish(nothing.as_ref()).map_err(|cause| data::Error::shelf(&request.leads.name(), cause))?;
    let held = Held { leads, kept: request.keep.into() };
    Ok(Kept {
        input: Input::columns(request.leads.name(), held.clone()),
        options: ReadOptions { before: request.options.before.clone(), ..ReadOptions::default() },
        held,
        report,
        events: log.as_ref().map_or(nested, |log| log.report.rows),
        log,
        has_events: !matches!(request.events, EventSource::None),
    })
}

/// Puts what is read on a shelf. Of leads, only their keys are needed further.
#[derive(Debug)]
struct Shelving {
    filling: Filling,
    /// How many events were nested in leads.
    nested: u64,
}

impl Hands for Shelving {
    fn leads(&mut self, batch: Leads) -> Leads {
        let keys = Leads { keys: batch.keys.clone(), ..Leads::nobody(0) };
        self.nested += batch.events.as_ref().map_or(0, |events| events.rows as u64);
        self.filling.add(batch);
        keys
    }

    fn events(&mut self, events: &mut Vec<Events>, own: &mut [Vec<Own>]) {
        if own.iter().map(Vec::len).sum::<usize>() > self.filling.part() {
            self.put(events, own);
        }
    }
}

impl Shelving {
    /// Puts a part of the log beside its leads.
    fn put(&mut self, events: &mut Vec<Events>, own: &mut [Vec<Own>]) {
        let log: Vec<Events> = events.drain(..).map(Events::written_out).collect();
        let parts: Vec<Option<Events>> =
            own.par_iter().map(|own| (!own.is_empty()).then(|| nested(&log, own))).collect();
        for (at, part) in parts.into_iter().enumerate() {
            own[at] = Vec::new();
            if let Some(part) = part {
                self.filling.add_events(at, part);
            }
        }
    }
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
    pick: Option<&mut dyn FnMut(Leads) -> Leads>,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Apart, Error> {
    let notes_others = pick.is_none();
    read_into(request, needed, &mut Picking(pick), notes_others, progress)
}

/// What becomes of leads, and of what they did, while the others are read.
trait Hands {
    /// What is kept of a batch; its keys, if there is a log.
    fn leads(&mut self, batch: Leads) -> Leads;

    /// Takes in a part of the log, if it is large enough: both are empty then.
    fn events(&mut self, _events: &mut Vec<Events>, _own: &mut [Vec<Own>]) {}
}

/// Keeps what is picked.
struct Picking<'p>(Option<&'p mut dyn FnMut(Leads) -> Leads>);

impl Hands for Picking<'_> {
    fn leads(&mut self, batch: Leads) -> Leads {
        match &mut self.0 {
            Some(pick) => pick(batch),
            None => batch,
        }
    }
}

fn read_into(
    request: &Request<'_>,
    needed: &Needed,
    hands: &mut dyn Hands,
    notes_others: bool,
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
        leads.push(hands.leads(batch));
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
    }
    let mut apart = Apart { leads, events: Vec::new(), own: Vec::new(), report: reader.report().clone(), log: None };
    if let EventSource::Log(input, options) = request.events
        && needed.events
    {
        let keys: Vec<StringArray> = apart.leads.iter().map(|leads| leads.keys.clone()).collect();
        let mut dividing = Dividing::new(&keys, notes_others);
        let mut events = data::read_events(input, rules, needed, options)?;
        while let Some(batch) = events.next() {
            dividing.take(batch?);
            if !dividing.waits {
                hands.events(&mut dividing.events, &mut dividing.own);
            }
            let (bytes, of) = events.progress();
            progress(Step { phase: Phase::Events, rows: events.report().rows, bytes, of });
        }
        let (strangers, repeated) = dividing.finish(&mut apart);
        let set_aside = SetAside { repeated, ..SetAside::default() };
        apart.log = Some(Log { report: events.report().clone(), set_aside, strangers });
    }
    Ok(apart)
}

/// Reads the accounts' own data: everything that the rules about accounts declare.
///
/// # Errors
/// When it can't be read.
pub fn read_accounts(accounts: &Accounts, input: &Input, options: &ReadOptions) -> Result<(Held, ReadReport), Error> {
    let needed = everything(&accounts.rules, EventSource::None);
    let mut reader = data::read_leads(input, &accounts.rules, &needed, &[], options)?;
    let leads = reader.by_ref().collect::<Result<Vec<Leads>, _>>()?;
    Ok((Held { leads: Shelf::from(leads), kept: [].into() }, reader.report().clone()))
}

/// What was read, laid out for other rules that [read data alike](Rules::reads_like): what leads and accounts ask of each other is
/// in no data, and not known yet.
///
/// # Errors
/// If what was written can't be read back.
pub fn laid_out(held: &Held, read_for: &Rules, rules: &Rules) -> io::Result<Vec<Leads>> {
    let from = |id: FieldId| match (rules.before, read_for.before) {
        (Some(before), Some(place)) if before == id => Some(place),
        _ => rules.is_declared(id).then_some(id),
    };
    let column = |leads: &Leads, id: usize| {
        let id = FieldId(u16::try_from(id).expect("fields are counted in 16 bits"));
        from(id).map_or(Column::Absent, |id| leads.fields[usize::from(id.0)].clone())
    };
    let again = |leads: Arc<Leads>| {
        let fields = (0..rules.fields.len()).map(|id| column(&leads, id)).collect();
        Leads { fields, ..Arc::unwrap_or_clone(leads) }
    };
    held.leads.iter().map(|leads| leads.map(again)).collect()
}

/// All that the data holds: what leads and accounts ask of each other is not in it.
fn everything(rules: &Rules, events: EventSource<'_>) -> Needed {
    let is_in_data = |id: u16| rules.is_declared(FieldId(id)) || rules.before == Some(FieldId(id));
    let fields = u16::try_from(rules.fields.len()).expect("fields are counted in 16 bits");
    Needed {
        fields: (0..fields).map(|id| if is_in_data(id) { Need::Values } else { Need::Nothing }).collect(),
        properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
        events: rules.log.is_some() && !matches!(events, EventSource::None),
    }
}

/// Where a lead is: its batch, and its row there.
type Place = (u32, u32);

/// Where leads are by their keys. Several can have one key; what such a lead did belongs to each.
struct Rows<'k> {
    keys: &'k [StringArray],
    last: HashTable<Place>,
    /// Of a lead, the one before it with the same key.
    before: HashMap<Place, Place, foldhash::fast::FixedState>,
    hasher: foldhash::fast::FixedState,
}

impl<'k> Rows<'k> {
    fn new(keys: &'k [StringArray]) -> Self {
        let count = keys.iter().map(Array::len).sum();
        let hasher = foldhash::fast::FixedState::default();
        let (mut last, mut before) = (HashTable::<Place>::with_capacity(count), HashMap::default());
        let of = |&(batch, row): &Place| keys[batch as usize].value(row as usize);
        let places = (0_u32..)
            .zip(keys)
            .flat_map(|(batch, keys)| (0_u32..).zip(keys).map(move |(row, key)| ((batch, row), key)));
        for (place, key) in places.filter_map(|(place, key)| Some((place, key?))) {
            match last.entry(hasher.hash_one(key), |other| of(other) == key, |other| hasher.hash_one(of(other))) {
                Entry::Occupied(mut other) => {
                    before.insert(place, *other.get());
                    *other.get_mut() = place;
                }
                Entry::Vacant(free) => {
                    free.insert(place);
                }
            }
        }
        Self { keys, last, before, hasher }
    }

    /// The last lead with a key.
    fn last(&self, key: &str) -> Option<Place> {
        let of = |&(batch, row): &Place| self.keys[batch as usize].value(row as usize).as_bytes();
        self.last.find(self.hasher.hash_one(key), |place| same(of(place), key.as_bytes())).copied()
    }

    /// This lead, and those before it with the same key.
    fn from(&self, last: Option<Place>) -> impl Iterator<Item = Place> {
        std::iter::successors(last, |place| self.before.get(place).copied())
    }
}

/// A log that is being divided among the leads, in its order.
struct Dividing<'k> {
    rows: Rows<'k>,
    /// The log so far; without keys, once it is known whose the events are.
    events: Vec<Events>,
    /// By batch of leads.
    own: Vec<Vec<Own>>,
    /// Whether a batch with ids was there: it and those behind it are divided when all are there.
    waits: bool,
    /// Keys that no lead has, with how many events they have, if that is noted.
    others: Option<HashMap<String, u64, foldhash::fast::FixedState>>,
}

impl<'k> Dividing<'k> {
    fn new(keys: &'k [StringArray], notes_others: bool) -> Self {
        Self {
            rows: Rows::new(keys),
            events: Vec::new(),
            own: vec![Vec::new(); keys.len()],
            waits: false,
            others: notes_others.then(HashMap::default),
        }
    }

    /// Takes in a batch of the log. Of rows with ids it is only known at the end which of them count; batches behind them wait too, since
    /// the order of the log is kept.
    fn take(&mut self, batch: Events) {
        self.waits |= batch.ids.is_some();
        self.events.push(batch);
        if !self.waits {
            self.divide(self.events.len() - 1, &[]);
        }
    }

    /// Finds out whose the events of a batch are, without those that are `dropped`, and forgets their keys.
    fn divide(&mut self, at: usize, dropped: &[bool]) {
        let Self { rows, events, own, others, .. } = self;
        let batch = &mut events[at];
        // Waiting for memory is most of it, which several can do at a time.
        let find = |row: usize| rows.last(key(&batch.leads, row));
        let found: Vec<Option<Place>> = (0..batch.rows).into_par_iter().with_min_len(1 << 10).map(find).collect();
        let mut kept: Vec<Picked> = Vec::new();
        for row in (0..batch.rows).filter(|&row| !dropped.get(row).copied().unwrap_or(false)) {
            for (of, lead) in rows.from(found[row]) {
                own[of as usize].push(Own { batch: number(at), row: number(row), lead });
            }
            if found[row].is_some() {
                kept.push((0, row));
            } else if let Some(others) = others {
                *others.entry_ref(key(&batch.leads, row)).or_default() += 1;
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
        if self.waits {
            let repeated = repeated(&self.events);
            counts = repeated.counts;
            for (at, dropped) in repeated.dropped.iter().enumerate() {
                // Batches before the first one with ids were divided as they came.
                if !matches!(self.events[at].leads, EventLeads::Rows(_)) {
                    self.divide(at, dropped);
                }
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
