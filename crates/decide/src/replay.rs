//! Leads as plain values, each with everything it did: to be evaluated again at other instants or under other
//! circumstances. In: what a run reads, and which leads are wanted; out: these leads. Events that another row with
//! their id stands for are left out here; those later than `as of` are not, since whoever replays a lead decides how
//! far.

mod everybody;

use std::borrow::Cow;

use arrow_array::Array;
use hashbrown::HashMap;

use leadrules_engine::columns::{Column, EventLeads, Events, Leads, Need, Needed, OTHER_KIND};
use leadrules_engine::data;
use leadrules_engine::engine::{Options, Plan, repeated};
use leadrules_engine::run::{Error, EventSource, Phase, Request, Step};
use leadrules_language::ir::{FieldId, Rules, Subject};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::Value;

pub use everybody::{Chunk, Everybody, Place};

/// A lead and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The number of its row in the data, from 0.
    pub row: u64,
    /// Its key; `None` if the data has none for it.
    pub key: Option<String>,
    /// What is known of it: every field that any rule may look at.
    pub lead: Lead,
    /// What it did, earliest first; `None` without a log.
    pub events: Option<Vec<Event>>,
    /// The columns of the input that the request passes on, as they are.
    pub kept: Vec<Option<String>>,
}

/// A lead as it is read.
pub struct Seen<'a> {
    /// The number of its row in the data, from 0.
    pub row: u64,
    /// Its key.
    pub key: Option<&'a str>,
    leads: &'a Leads,
    at: usize,
}

impl Seen<'_> {
    /// The value of a field that was asked for.
    #[must_use]
    pub fn value(&self, field: FieldId) -> Option<Value> {
        self.leads.fields[field.0 as usize].value(self.at)
    }
}

/// What is read beside what the rules look at.
#[derive(Copy, Clone, Debug, Default)]
pub struct Extra<'a> {
    /// Fields.
    pub fields: &'a [FieldId],
    /// Events, although no rule may look at any.
    pub events: bool,
}

/// Reads the leads that `wanted` accepts, in the order of the data; it is given the values of the further fields.
///
/// # Errors
/// As [`leadrules_engine::run::open`].
pub fn read(
    request: &Request<'_>,
    extra: Extra<'_>,
    wanted: &mut dyn FnMut(&Seen<'_>) -> bool,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Vec<Case>, Error> {
    let rules = request.rules;
    let log = !matches!(request.events, EventSource::None);
    let needed = needed(request, extra);
    let mut reader = data::read_leads(request.leads, rules, &needed, request.keep, request.options)?;
    let nested = matches!(request.events, EventSource::Leads);
    if nested && needed.events && !reader.has_events() {
        return Err(Error::NoEvents { leads: request.leads.name() });
    }
    let mut cases = Vec::new();
    while let Some(batch) = reader.next() {
        let batch = batch?;
        let key = |row: usize| batch.keys.is_valid(row).then(|| batch.keys.value(row));
        let seen = |row: usize| Seen { row: batch.first_row + row as u64, key: key(row), leads: &batch, at: row };
        let rows: Vec<usize> = (0..batch.rows).filter(|&row| wanted(&seen(row))).collect();
        if !rows.is_empty() {
            let mut events = if nested { nested_events(&batch) } else { HashMap::default() };
            for row in rows {
                let done = events.remove(&row).unwrap_or_default();
                cases.push(Case {
                    row: batch.first_row + row as u64,
                    key: key(row).map(str::to_owned),
                    lead: batch.lead(row),
                    events: log.then_some(done),
                    kept: batch.kept_in(row),
                });
            }
        }
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
    }
    if let EventSource::Log(input, options) = request.events
        && needed.events
    {
        let mut events = data::read_events(input, rules, &needed, options)?;
        let mut found = Log::new(&cases);
        while let Some(batch) = events.next() {
            found.add(batch?, &mut cases);
            let (bytes, of) = events.progress();
            progress(Step { phase: Phase::Events, rows: events.report().rows, bytes, of });
        }
        found.give(&mut cases);
    }
    for case in &mut cases {
        case.events.iter_mut().for_each(|events| events.sort_by_key(|event| event.time));
    }
    Ok(cases)
}

/// What is read of leads and events.
fn needed(request: &Request<'_>, extra: Extra<'_>) -> Needed {
    let log = !matches!(request.events, EventSource::None);
    let options = Options { log, rule_points: false, trace: true };
    let plan = match &request.rules.accounts {
        // What accounts ask of leads is looked at, too.
        Some(about) => Plan::with_accounts(request.rules, about, options, Default::default()).0,
        None => Plan::new(request.rules, options),
    };
    let mut needed = plan.needed().clone();
    needed.events |= extra.events && request.rules.log.is_some() && log;
    // Whose a lead is, is asked before anything else.
    if let Some(Subject::Field(id) | Subject::FieldDomain(id)) = request.rules.accounts.as_ref().map(|about| about.by) {
        needed.fields[usize::from(id.0)] = Need::Values;
    }
    for field in extra.fields {
        needed.fields[field.0 as usize] = Need::Values;
    }
    needed
}

/// The events nested in the leads of a batch, by row; of those with the same id, the one that counts.
fn nested_events(batch: &Leads) -> HashMap<usize, Vec<Event>, foldhash::fast::FixedState> {
    let mut by_row = HashMap::default();
    let Some(events) = &batch.events else { return by_row };
    let EventLeads::Rows(rows) = &events.leads else {
        unreachable!("events nested in leads are told apart by their rows")
    };
    let repeated = repeated(std::slice::from_ref(events)).dropped.remove(0);
    for at in (0..events.rows).filter(|&at| !repeated[at]) {
        by_row.entry(rows[at] as usize).or_insert_with(Vec::new).push(without_id(events.event(at)));
    }
    by_row
}

fn without_id(event: Event) -> Event {
    Event { id: None, ..event }
}

/// The events of the wanted leads, as they come out of a log.
struct Log {
    wanted: HashMap<String, Vec<usize>, foldhash::fast::FixedState>,
    /// If rows have ids, any row may be the one that counts in place of another.
    waiting: Vec<Events>,
}

impl Log {
    fn new(cases: &[Case]) -> Self {
        let mut wanted: HashMap<String, Vec<usize>, foldhash::fast::FixedState> = HashMap::default();
        for (at, case) in cases.iter().enumerate() {
            if let Some(key) = &case.key {
                wanted.entry(key.clone()).or_default().push(at);
            }
        }
        Self { wanted, waiting: Vec::new() }
    }

    fn add(&mut self, batch: Events, cases: &mut [Case]) {
        if batch.ids.is_some() {
            self.waiting.push(batch);
        } else {
            self.take(&batch, 0..batch.rows, cases);
        }
    }

    fn give(mut self, cases: &mut [Case]) {
        let waiting = std::mem::take(&mut self.waiting);
        let dropped = repeated(&waiting).dropped;
        for (batch, repeated) in waiting.into_iter().zip(dropped) {
            self.take(&batch, (0..batch.rows).filter(|&row| !repeated[row]), cases);
        }
    }

    /// Gives these rows of a batch to the leads that they are of.
    fn take(&self, batch: &Events, rows: impl Iterator<Item = usize>, cases: &mut [Case]) {
        for row in rows {
            let Some((last, others)) = self.wanted.get(&*key(batch, row)).and_then(|cases| cases.split_last()) else {
                continue;
            };
            let event = without_id(batch.event(row));
            for &case in others {
                cases[case].events.get_or_insert_default().push(event.clone());
            }
            cases[*last].events.get_or_insert_default().push(event);
        }
    }
}

fn key(batch: &Events, row: usize) -> Cow<'_, str> {
    let keys = match &batch.leads {
        EventLeads::Keys(keys) => keys,
        EventLeads::Views(keys) => return keys.value(row).into(),
        EventLeads::Rows(_) => unreachable!("the events of a log bear keys"),
    };
    match keys.value(row) {
        Some(Value::Text(key)) => key.into(),
        _ => unreachable!("a row of the log has its lead"),
    }
}

/// Leads and what they did as one batch for the engine, with the events nested in it.
#[must_use]
pub fn columns(rules: &Rules, leads: &[(Lead, Vec<Event>)]) -> Leads {
    let properties = rules.log.as_ref().map_or(&[][..], |log| &log.properties);
    let events = || leads.iter().flat_map(|(_, events)| events);
    let rows = (0..).zip(leads).flat_map(|(row, (_, events))| std::iter::repeat_n(row, events.len()));
    let values = |at: usize| leads.iter().map(|(lead, _)| lead.fields[at].clone()).collect::<Vec<_>>();
    Leads {
        rows: leads.len(),
        first_row: 0,
        fields: rules
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| Column::from_values(&field.ty, &values(at)))
            .collect(),
        keys: (1..=leads.len()).map(|row| Some(row.to_string())).collect(),
        events: rules.log.as_ref().map(|_| Events {
            rows: events().count(),
            leads: EventLeads::Rows(rows.collect()),
            kinds: events().map(|event| event.kind.map_or(OTHER_KIND, |kind| kind.0)).collect(),
            times: events().map(|event| event.time).collect(),
            ids: None,
            properties: properties
                .iter()
                .enumerate()
                .map(|(at, property)| {
                    let values: Vec<Option<Value>> = events().map(|event| event.properties[at].clone()).collect();
                    Column::from_values(&property.ty, &values)
                })
                .collect(),
        }),
        kept: Vec::new(),
    }
}
