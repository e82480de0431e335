//! Leads with what became of them: each is scored, and its outcome looked up. In: a run's request, an outcome, and (if
//! wanted) the column that says when it was known; out: batches of leads with everything that the rules did to them.
//! With such a column each lead is seen as it was right before that moment, without its later events.

mod clock;
mod few;

use arrow_array::Array;
use hashbrown::HashMap;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

pub(crate) use self::clock::{Clock, created};
pub use self::few::Rows;
use crate::outcome::Outcome;
use crate::statistic;
use leadrules_engine::columns::{Column, EventLeads, Events, Leads, Need, Needed, Picked};
use leadrules_engine::data::{self, ReadReport};
use leadrules_engine::engine::{Asked, Options, Plan, Trace};
use leadrules_engine::run::{self, Error, EventSource, Fields, Phase, Request, Step};
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::types::{Truth, Type};

/// What is to be looked at.
#[derive(Copy, Clone, Debug)]
pub struct Wanted<'a> {
    /// The rules, the data, and the instant for leads without one of their own.
    pub request: Request<'a>,
    /// What became of them; without it, that is unknown for all.
    pub outcome: Option<&'a Outcome>,
    /// The field or column that says when that was known, if wanted.
    pub at: Option<&'a str>,
    /// Further conditions; each part says which of its leads meet them.
    pub asked: &'a [Cond],
    /// Whether leads without such a moment are given one drawn from those of the others.
    pub draw: bool,
    /// Which fields are read.
    pub fields: Fields,
}

/// A batch of leads and what the rules did to it.
#[derive(Debug)]
pub struct Part {
    /// The leads.
    pub leads: Leads,
    /// The number of the row of each in the data, from 0.
    pub rows: Vec<u64>,
    /// Everything that happened to them.
    pub trace: Trace,
    /// By further condition: whether each meets it.
    pub met: Vec<Vec<Truth>>,
    /// What became of each; unknown without an outcome.
    pub outcome: Vec<Truth>,
    /// For each lead, the month (`2026-11`) of its moment, if one was asked for and is known.
    pub months: Vec<Option<String>>,
    /// The moment itself.
    pub moments: Vec<Option<Instant>>,
}

/// What was noticed along the way.
#[derive(Clone, Debug, Default)]
pub struct Noticed {
    /// Of the leads.
    pub leads: ReadReport,
    /// Leads for which it is known what became of them.
    pub with_outcome: u64,
    /// Leads without a moment.
    pub without_moment: u64,
    /// Leads that were given a drawn one.
    pub drawn: u64,
    /// For the leads that converted, and for the others: how many have a moment, and how many there are.
    pub moments: [(u64, u64); 2],
    /// Leads whose moment can't be read, and the first such texts.
    pub odd_moments: (u64, Vec<String>),
}

impl Noticed {
    /// Whether moments are known for a far larger share of the leads that converted than of the others, or the other
    /// way round: leads seen from before their outcome would then be compared with leads seen from the end, and any
    /// score would look right or wrong.
    #[must_use]
    pub fn is_lopsided(&self) -> bool {
        let [(one, all_of_one), (other, all_of_other)] = self.moments;
        // The shares, cross-multiplied: one is less than half of the other.
        let (one, other) = (u128::from(one) * u128::from(all_of_other), u128::from(other) * u128::from(all_of_one));
        all_of_one.min(all_of_other) > 0 && one.min(other) * 2 < one.max(other)
    }
}

/// Hands on all leads, batch by batch. If they have moments of their own, leads with the same moment come together;
/// otherwise they come in the order of the data.
///
/// # Errors
/// When a file can't be read, or events are needed and there are none.
pub fn each(
    wanted: &Wanted<'_>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let mut moments = [(0, 0); 2];
    let mut counted = |part: Part| {
        for (outcome, moment) in part.outcome.iter().zip(&part.moments) {
            let of = match outcome {
                Truth::True => &mut moments[0],
                Truth::False => &mut moments[1],
                Truth::Unknown => continue,
            };
            of.0 += u64::from(moment.is_some());
            of.1 += 1;
        }
        take(part);
    };
    let noticed = match wanted.at {
        None => at_once(wanted, &mut counted, progress),
        Some(at) => by_moment(wanted, at, None, &mut counted, progress),
    };
    Ok(Noticed { with_outcome: moments[0].1 + moments[1].1, moments, ..noticed? })
}

/// Hands on the leads in some rows of the data, as [`each`] does all. Of a log only their events are kept.
///
/// # Errors
/// As [`each`].
pub fn some(
    wanted: &Wanted<'_>,
    rows: &Rows,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<(), Error> {
    match wanted.at {
        None => {
            let mut part = |(leads, rows, trace): few::Traced| take(wanted.part(leads, rows, trace, (None, None)));
            few::at_once(&wanted.request, (&wanted.conditions(), wanted.fields), rows, &mut part, progress)
        }
        Some(at) => by_moment(wanted, at, Some(rows), take, progress).map(drop),
    }
}

impl Wanted<'_> {
    /// What the engine is asked of each lead: the further conditions, then the outcome.
    fn conditions(&self) -> Vec<Cond> {
        self.asked.iter().chain(self.outcome.map(|outcome| &outcome.condition)).cloned().collect()
    }

    fn part(&self, leads: Leads, rows: Vec<u64>, mut trace: Trace, (moment, month): Moments) -> Part {
        let mut met = std::mem::take(&mut trace.expectations);
        let outcome = self.outcome.and_then(|_| met.pop()).unwrap_or_else(|| vec![Truth::Unknown; leads.rows]);
        let (months, moments) = (vec![month; leads.rows], vec![moment; leads.rows]);
        Part { leads, rows, trace, met, outcome, months, moments }
    }
}

/// The moment of some leads, and its month.
type Moments = (Option<Instant>, Option<String>);

fn at_once(
    wanted: &Wanted<'_>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let conditions = wanted.conditions();
    let request = Request { rule_points: true, trace: true, ..wanted.request };
    let mut opened = run::open_asking(&request, &conditions, wanted.fields, progress)?;
    loop {
        let batches = opened.next_group()?;
        if batches.is_empty() {
            break;
        }
        let trace = |leads: Leads| {
            let trace = opened.plan.trace(&leads, &opened.ledger);
            let rows = (leads.first_row..).take(leads.rows).collect();
            wanted.part(leads, rows, trace, (None, None))
        };
        let parts: Vec<Part> = batches.into_par_iter().map(trace).collect();
        parts.into_iter().for_each(&mut *take);
        progress(opened.step());
    }
    let outcome = opened.finish(request.as_of, run::Counts::new(request.rules));
    Ok(Noticed { leads: outcome.leads, ..Noticed::default() })
}

/// The leads of one moment.
#[derive(Debug, Default)]
struct Moment {
    rows: Vec<Picked>,
    at: Option<Instant>,
    month: Option<String>,
}

fn by_moment(
    wanted: &Wanted<'_>,
    at: &str,
    only: Option<&Rows>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let Request { rules, .. } = wanted.request;
    let held = Held::read(wanted, at, progress)?;
    let mut noticed = Noticed { leads: held.report.clone(), ..Noticed::default() };
    let mut moments: HashMap<(Instant, bool), Moment> = HashMap::new();
    let mut said: Vec<Vec<Option<Instant>>> = Vec::new();
    for leads in &held.leads {
        said.push((0..leads.rows).map(|row| held.moment(rules, leads, row, &mut noticed)).collect());
    }
    if wanted.draw {
        noticed.drawn = draw(&held.leads, &mut said);
    }
    for (batch, said) in said.into_iter().enumerate() {
        for (row, moment) in said.into_iter().enumerate() {
            if only.is_some_and(|only| only.place(held.row((batch, row))).is_none()) {
                continue;
            }
            let key = moment.map_or((wanted.request.as_of, false), |moment| (moment.saturating_sub(1), true));
            let entry = moments.entry(key).or_default();
            entry.rows.push((batch, row));
            if entry.at.is_none() {
                entry.at = moment;
                entry.month = moment.map(|moment| format_day(rules.zone.day_of(moment))[..7].to_owned());
            }
        }
    }
    let by_key = held.by_key();
    let mut moments: Vec<_> = moments.into_iter().collect();
    moments.sort_unstable_by_key(|(key, _)| *key);
    let conditions = wanted.conditions();
    let log = !matches!(wanted.request.events, EventSource::None);
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let plan = Plan::asking(rules, Options { log, rule_points: true, trace: true }, asked);
    for group in moments.chunks(64) {
        let parts: Vec<Part> = group
            .par_iter()
            .map(|((as_of, _), moment)| {
                let leads = held.leads_at(&moment.rows, &by_key, log);
                let trace = plan.trace(&leads, &plan.no_ledger(*as_of));
                let rows = moment.rows.iter().map(|&picked| held.row(picked)).collect();
                wanted.part(leads, rows, trace, (moment.at, moment.month.clone()))
            })
            .collect();
        parts.into_iter().for_each(&mut *take);
    }
    Ok(noticed)
}

/// Gives each lead without a moment one of those of the others, chosen by its key; returns how many were given one.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "moments are counted in far less than 2^52, and a fraction of their number is one of them"
)]
fn draw(leads: &[Leads], said: &mut [Vec<Option<Instant>>]) -> u64 {
    let mut all: Vec<Instant> = said.iter().flatten().flatten().copied().collect();
    all.sort_unstable();
    let mut drawn = 0;
    for (leads, said) in leads.iter().zip(said) {
        for (row, moment) in said.iter_mut().enumerate().filter(|(_, moment)| moment.is_none()) {
            let row_number = || (leads.first_row + row as u64).to_string();
            let key = if leads.keys.is_valid(row) { leads.keys.value(row).to_owned() } else { row_number() };
            *moment = all.get((statistic::drawn(&key, 0) * all.len() as f64) as usize).copied();
            drawn += u64::from(moment.is_some());
        }
    }
    drawn
}

/// All leads and events, in memory.
struct Held {
    leads: Vec<Leads>,
    events: Vec<Events>,
    /// The events of leads that carry their own, by batch and row.
    nested: HashMap<Picked, Vec<Picked>>,
    report: ReadReport,
    /// The date field that says when, if it is a field; otherwise the only column kept says it.
    field: Option<usize>,
}

impl Held {
    fn read(wanted: &Wanted<'_>, at: &str, progress: &mut (dyn FnMut(Step) + Send)) -> Result<Self, Error> {
        let Request { rules, events, .. } = wanted.request;
        let field = rules.fields.iter().position(|field| field.name == at && matches!(field.ty, Type::Date(_)));
        let column = rules.fields.iter().find(|field| field.name == at).and_then(|field| field.columns.first());
        let keep = if field.is_some() { vec![] } else { vec![column.map_or(at, String::as_str).to_owned()] };
        // Which rules are in force depends on the moment, and so does what they look at.
        let needed = Needed {
            fields: vec![Need::Values; rules.fields.len()],
            properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
            events: rules.log.is_some() && !matches!(events, EventSource::None),
        };
        let mut reader = data::read_leads(wanted.request.leads, rules, &needed, &keep, wanted.request.options)?;
        let mut held = Self {
            leads: Vec::new(),
            events: Vec::new(),
            nested: HashMap::new(),
            report: ReadReport::default(),
            field,
        };
        match events {
            EventSource::Log(input, options) if needed.events => {
                let mut log = data::read_events(input, rules, &needed, options)?;
                for events in log.by_ref() {
                    held.events.push(events?.written_out());
                }
            }
            EventSource::Leads if needed.events && !reader.has_events() => {
                return Err(Error::NoEvents { leads: wanted.request.leads.name() });
            }
            EventSource::Log(..) | EventSource::Leads | EventSource::None => {}
        }
        for leads in reader.by_ref() {
            let mut leads = leads?;
            if let Some(events) = leads.events.take().filter(|_| matches!(wanted.request.events, EventSource::Leads)) {
                held.take_nested(events);
            }
            held.leads.push(leads.written_out());
        }
        let (bytes, of) = reader.progress();
        progress(Step { phase: Phase::Leads, rows: reader.report().rows, bytes, of });
        held.report = reader.report().clone();
        Ok(held)
    }

    /// The number of a lead's row in the data.
    fn row(&self, (batch, row): Picked) -> u64 {
        self.leads[batch].first_row + row as u64
    }

    /// Adds the events nested in the batch of leads that comes next.
    fn take_nested(&mut self, events: Events) {
        let EventLeads::Rows(leads) = &events.leads else { unreachable!("nested events name the rows of their leads") };
        let (batch, at) = (self.leads.len(), self.events.len());
        for (row, &lead) in leads.iter().enumerate() {
            self.nested.entry((batch, lead as usize)).or_default().push((at, row));
        }
        self.events.push(events.written_out());
    }

    /// When the outcome of a lead was known: a day is its first instant.
    fn moment(&self, rules: &Rules, leads: &Leads, row: usize, noticed: &mut Noticed) -> Option<Instant> {
        if let Some(field) = self.field {
            let day = match &leads.fields[field] {
                Column::Date(days) => days.is_valid(row).then(|| days.value(row)),
                _ => None,
            };
            noticed.without_moment += u64::from(day.is_none());
            return day.map(|day| rules.zone.start_of(day));
        }
        let text = Some(&leads.kept[0])
            .filter(|kept| kept.is_valid(row))
            .map(|kept| leadrules_language::text::trim(kept.value(row)))
            .filter(|text| !text.is_empty());
        let Some(text) = text else {
            noticed.without_moment += 1;
            return None;
        };
        let moment = rules.zone.parse_time(text);
        if moment.is_none() {
            let (count, examples) = &mut noticed.odd_moments;
            *count += 1;
            if examples.len() < data::EXAMPLES {
                examples.push(text.to_owned());
            }
        }
        moment
    }

    /// The events of the log, by the key of their lead.
    fn by_key(&self) -> HashMap<&str, Vec<Picked>> {
        let mut by_key: HashMap<&str, Vec<Picked>> = HashMap::new();
        for (batch, events) in self.events.iter().enumerate() {
            for (row, key) in keys(&events.leads).into_iter().enumerate() {
                by_key.entry(key).or_default().push((batch, row));
            }
        }
        by_key
    }

    /// Some leads, with their events nested in them.
    fn leads_at(&self, rows: &[Picked], by_key: &HashMap<&str, Vec<Picked>>, log: bool) -> Leads {
        let mut leads = Leads::gather(&self.leads, rows);
        if !log || self.events.is_empty() {
            return leads;
        }
        let (mut picked, mut of) = (Vec::new(), Vec::new());
        for ((lead, row), key) in (0..).zip(rows).zip(leads.keys.iter()) {
            let own = self.nested.get(row);
            for &event in own.or_else(|| by_key.get(key?)).into_iter().flatten() {
                picked.push(event);
                of.push(lead);
            }
        }
        leads.events = Some(Events::gather(&self.events, &picked, of));
        leads
    }
}

/// The key of the lead of each event.
fn keys(leads: &EventLeads) -> Vec<&str> {
    use arrow_array::cast::AsArray;
    match leads {
        EventLeads::Rows(_) => Vec::new(),
        EventLeads::Views(keys) => keys.iter().map(Option::unwrap_or_default).collect(),
        EventLeads::Keys(Column::Text(keys)) => keys.iter().map(Option::unwrap_or_default).collect(),
        EventLeads::Keys(Column::CodedText(codes)) => {
            let texts: &arrow_array::StringArray = codes.values().as_string();
            let place = |code: Option<i32>| code.and_then(|code| usize::try_from(code).ok());
            codes.keys().iter().map(|code| place(code).map_or("", |code| texts.value(code))).collect()
        }
        EventLeads::Keys(other) => unreachable!("keys are texts, not {other:?}"),
    }
}
