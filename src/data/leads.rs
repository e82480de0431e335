//! Leads: each row of the data is one, in its order, with the fields that are needed and its key. In: the rules and a
//! batch; out: [`Leads`], with the events nested in them where there are some.

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::SchemaRef;
use hashbrown::HashSet;

use super::Format;
use super::cell::Cell;
use super::cell::time::Clock;
use super::convert::{self, Notes, Reading, Rows};
use super::events::{EventPart, EventPlan, MergeEvents};
use super::frame::{Cells, Frame, Wanted};
use super::input::{Error, Input, ReadOptions};
use super::report::{EventsReport, FieldReport, Place, ReadReport};
use super::stream::{self, Asked, Stream};
use super::{merge_fields, missing_columns, names, start_report};
use crate::calendar::Zone;
use crate::columns::{Column, EventLeads, Events, Leads, Needed};
use crate::ir::Rules;
use crate::types::Type;

/// How leads are read.
#[derive(Debug)]
pub(super) struct LeadPlan {
    /// By field id: how it is read, and its target.
    fields: Vec<Option<(Reading, usize)>>,
    /// The place of the key and its type; whether it is wanted as a field too.
    key: Option<(usize, Type, bool)>,
    /// The targets of columns passed on.
    kept: Vec<usize>,
    events: Option<EventPlan>,
    zone: Zone,
}

/// What a batch came to.
#[derive(Debug)]
pub(super) struct LeadPart {
    rows: usize,
    fields: Vec<Column>,
    keys: Option<StringArray>,
    kept: Vec<StringArray>,
    notes: Vec<Notes>,
    places: Vec<(usize, Place)>,
    keyless: Vec<(usize, Place)>,
    keyless_count: u64,
    lines: Vec<u64>,
    events: Option<EventPart>,
}

impl LeadPlan {
    /// The plan, and the columns to look for.
    pub(super) fn new(rules: &Rules, needed: &Needed, keep: &[String]) -> (Self, Asked) {
        let mut wanted = Vec::new();
        let mut plan = |id: usize, field: &crate::ir::Field| {
            let is_key = rules.key.is_some_and(|key| usize::from(key.0) == id);
            let is_needed = needed.fields.get(id).copied().unwrap_or(false);
            (is_key || is_needed).then(|| {
                wanted.push(Wanted { names: field.columns.clone(), ..Wanted::default() });
                (Reading::new(field), wanted.len() - 1)
            })
        };
        let fields = rules.fields.iter().enumerate().map(|(id, field)| plan(id, field)).collect();
        let key = rules.key.map(|key| {
            let id = usize::from(key.0);
            (id, rules.field(key).ty.clone(), needed.fields.get(id).copied().unwrap_or(false))
        });
        let kept = keep.iter().map(|name| {
            wanted.push(Wanted { names: vec![name.clone()], ..Wanted::default() });
            wanted.len() - 1
        });
        let kept = kept.collect();
        let events = rules.log.as_ref().filter(|_| needed.events).map(|log| EventPlan::new(rules, log, needed));
        let (events, event_wanted) = events.unzip();
        (Self { fields, key, kept, events, zone: rules.zone.clone() }, Asked { wanted, events: event_wanted })
    }

    /// Reads a batch.
    pub(super) fn read(&self, frame: &Frame<'_>) -> LeadPart {
        let rows = frame.rows();
        let mut clock = Clock::new(&self.zone);
        let mut notes = Vec::with_capacity(self.fields.len());
        let mut fields = Vec::with_capacity(self.fields.len());
        for field in &self.fields {
            let mut noted = Notes::default();
            let cells = field.as_ref().and_then(|(reading, target)| Some((reading, frame.cells(*target)?)));
            fields.push(cells.map_or(Column::Absent, |(reading, cells)| {
                cells.fill(reading, Rows::All(rows), &mut clock, &mut noted)
            }));
            notes.push(noted);
        }
        let keys = self.key.as_ref().map(|(id, ty, wanted)| {
            let column = if *wanted { fields[*id].clone() } else { std::mem::take(&mut fields[*id]) };
            key_texts(convert::key_column(column, ty), rows)
        });
        let mut keyless = Vec::new();
        let mut keyless_count = 0;
        if let Some(keys) = keys.as_ref().filter(|keys| keys.null_count() > 0) {
            keyless_count = keys.null_count() as u64;
            let rows = (0..rows).filter(|&row| keys.is_null(row)).take(super::report::EXAMPLES);
            keyless = rows.map(|row| (row, frame.place(row))).collect();
        }
        let lines = match keys {
            Some(_) => (0..rows).map(|row| frame.place(row).line).collect(),
            None => Vec::new(),
        };
        let kept = self.kept.iter().map(|&target| keep(frame.cells(target).as_ref(), rows)).collect();
        let noted = notes.iter().flat_map(|notes: &Notes| notes.examples.iter().map(|(row, _)| *row));
        let places = noted.map(|row| (row, frame.place(row))).collect();
        let events = self.events.as_ref().and_then(|plan| {
            let (events, owners) = frame.events()?;
            let mut part = plan.read(&events, Some(owners), &self.zone);
            part.place_by_owner(owners, frame);
            Some(part)
        });
        LeadPart { rows, fields, keys, kept, notes, places, keyless, keyless_count, lines, events }
    }
}

fn key_texts(column: Column, rows: usize) -> StringArray {
    match column {
        Column::Text(texts) => texts,
        Column::CodedText(coded) => match coded.downcast_dict::<StringArray>() {
            Some(texts) => texts.into_iter().collect(),
            None => vec![None::<&str>; rows].into(),
        },
        Column::Absent
        | Column::Number(_)
        | Column::Truth(_)
        | Column::Date(_)
        | Column::Choice(_)
        | Column::Texts(_)
        | Column::Choices(_) => vec![None::<&str>; rows].into(),
    }
}

/// The cells as they are, for passing on.
fn keep(cells: Option<&Cells<'_>>, rows: usize) -> StringArray {
    let mut texts = StringBuilder::new();
    match cells {
        None => (0..rows).for_each(|_| texts.append_null()),
        Some(cells) => cells.each(Rows::All(rows), |_, cell| match cell {
            Cell::Missing => texts.append_null(),
            Cell::Text(text) => texts.append_value(text),
            _ => texts.append_value(cell.text()),
        }),
    }
    texts.finish()
}

/// Reads a file of leads, batch by batch.
pub struct LeadReader {
    stream: Stream<LeadPart>,
    plan: LeadPlan,
    report: ReadReport,
    events: MergeEvents,
    event_names: Vec<String>,
    names: Vec<String>,
    wanted: Vec<(String, Vec<String>)>,
    event_wanted: Vec<(String, Vec<String>)>,
    seen: Option<Seen>,
    /// How many properties events have.
    event_columns: usize,
    next_event: u64,
}

/// Opens a file of leads. Columns named in `keep` are passed on as they are.
///
/// # Errors
/// When it can't be read, or a column to keep is not there.
pub fn read_leads(
    input: &Input,
    rules: &Rules,
    needed: &Needed,
    keep: &[String],
    options: &ReadOptions,
) -> Result<LeadReader, Error> {
    let (plan, asked) = LeadPlan::new(rules, needed, keep);
    let source = stream::open(input, options, &asked)?;
    check_kept(&source, keep)?;
    let mut report = start_report(&source, rules.fields.len());
    let mut wanted = Vec::new();
    for (at, (field, plan)) in rules.fields.iter().zip(&plan.fields).enumerate() {
        if let Some((_, target)) = plan {
            wanted.push((field.name.clone(), field.columns.clone()));
            report.fields[at].column = super::events::column_of(&source, Some(*target), &field.columns);
            report.fields[at].read = true;
        }
    }
    let mut event_wanted = Vec::new();
    if let (Some(_), Some(log)) = (&plan.events, &rules.log) {
        let mut events =
            EventsReport { properties: vec![FieldReport::default(); log.properties.len()], ..EventsReport::default() };
        for (id, property) in log.properties.iter().enumerate() {
            if needed.properties.get(id).copied().unwrap_or(false) {
                event_wanted.push((property.name.clone(), property.columns.clone()));
                events.properties[id].read = true;
            }
        }
        report.events = source.has_events.then_some(events);
    }
    Ok(LeadReader {
        names: source.columns.clone(),
        event_names: source.event_columns.clone(),
        stream: Stream::new(source),
        plan,
        report,
        events: MergeEvents::default(),
        wanted,
        event_wanted,
        seen: (!options.skip_repeated_keys).then(Seen::default),
        event_columns: rules.log.as_ref().map_or(0, |log| log.properties.len()),
        next_event: 0,
    })
}

/// Reads leads that a program has as record batches, one batch of leads for each.
///
/// # Errors
/// As [`read_leads`]; batches in memory give no cause for one.
pub fn leads_from_batches(
    rules: &Rules,
    needed: &Needed,
    schema: SchemaRef,
    batches: impl Into<Vec<RecordBatch>>,
) -> Result<LeadReader, Error> {
    read_leads(&Input::batches("record batches", schema, batches), rules, needed, &[], &ReadOptions::default())
}

/// Reads leads from JSON: one object, an array of them, or one object a line. Each may carry its `events`.
///
/// # Errors
/// When it is not JSON, or holds something else than objects.
pub fn leads_from_json(rules: &Rules, needed: &Needed, json: &str) -> Result<LeadReader, Error> {
    let format = match Format::sniff(json.as_bytes()) {
        Format::Ndjson => Format::Ndjson,
        Format::Csv | Format::Json | Format::Parquet | Format::Sheet | Format::Arrow => Format::Json,
    };
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    read_leads(&Input::bytes("JSON", json), rules, needed, &[], &options)
}

fn no_events(properties: usize, first_row: u64) -> Events {
    Events {
        rows: 0,
        first_row,
        leads: EventLeads::Rows(Vec::new()),
        kinds: Vec::new(),
        times: Vec::new(),
        ids: None,
        properties: vec![Column::Absent; properties],
    }
}

fn check_kept(source: &stream::Source, keep: &[String]) -> Result<(), Error> {
    for name in keep {
        let one = std::slice::from_ref(name);
        if names::find(&source.columns, one).is_none() && !source.columns.is_empty() {
            let near = names::near(&source.columns, one).map(|near| format!("; did you mean `{near}`?"));
            let what = format!("there is no column `{name}` to keep{}", near.unwrap_or_default());
            return Err(Error::new(&source.path, what));
        }
    }
    Ok(())
}

impl LeadReader {
    /// Whether leads carry their events in a nested list, as far as the start of the file shows.
    #[must_use]
    pub fn has_events(&self) -> bool {
        self.stream.source.has_events
    }

    /// What reading noticed; whole when the last batch has come.
    #[must_use]
    pub fn report(&self) -> &ReadReport {
        &self.report
    }

    /// Whether batches are best read while those before them are worked on.
    #[must_use]
    pub fn reads_ahead(&self) -> bool {
        self.stream.is_fine()
    }

    /// How many bytes of the file have been taken, and how many it has, where that is known.
    #[must_use]
    pub fn progress(&self) -> (u64, Option<u64>) {
        super::progress_of(&self.stream.source)
    }

    fn finish(&mut self) {
        super::finish_fields(&mut self.report.fields);
        if self.stream.source.found.is_none() {
            super::found_later(&mut self.report.fields, &self.names, self.wanted.iter());
        }
        self.report.missing_columns = missing_columns(&self.names, &self.wanted, self.report.rows);
        if let Some(events) = &mut self.report.events {
            self.events.finish(events);
            super::finish_fields(&mut events.properties);
            super::found_later(&mut events.properties, &self.event_names, self.event_wanted.iter());
            events.missing_columns = missing_columns(&self.event_names, &self.event_wanted, events.rows);
        }
    }

    fn merge(&mut self, part: LeadPart, about: &stream::About) -> Leads {
        let base = about.base;
        super::merge_about(&mut self.report, &mut self.names, about);
        super::add_names(&mut self.event_names, &about.event_names);
        let place = |row: usize| {
            let found = part.places.iter().find(|(other, _)| *other == row);
            found.map(|(_, place)| place.after(base)).unwrap_or_default()
        };
        merge_fields(&mut self.report.fields, part.notes, place);
        self.report.rows += part.rows as u64;
        self.report.keyless.count += part.keyless_count;
        for (_, place) in &part.keyless {
            if self.report.keyless.examples.len() < super::report::EXAMPLES {
                self.report.keyless.examples.push((place.after(base), ()));
            }
        }
        let keys = if let Some(keys) = part.keys {
            self.look_for_repeats(&keys, &part.lines, base);
            keys
        } else {
            let numbers = base.row + 1..=base.row + part.rows as u64;
            numbers.map(|number| Some(number.to_string())).collect()
        };
        let events = part.events.map(|events| {
            let seen = self.report.events.get_or_insert_default();
            if seen.properties.len() < self.event_columns {
                seen.properties.resize(self.event_columns, FieldReport::default());
            }
            let mut properties = std::mem::take(&mut seen.properties);
            let mut events = self.events.merge(events, about, seen, &mut properties);
            seen.properties = properties;
            events.first_row = self.next_event;
            self.next_event += events.rows as u64;
            events
        });
        // Where leads carry their events, a batch in which none has any is still told from a log that is not there.
        let has_log = self.plan.events.is_some() && (self.has_events() || self.next_event > 0);
        let events = events.or_else(|| has_log.then(|| no_events(self.event_columns, self.next_event)));
        Leads { rows: part.rows, first_row: base.row, fields: part.fields, keys, events, kept: part.kept }
    }

    fn look_for_repeats(&mut self, keys: &StringArray, lines: &[u64], base: Place) {
        let Some(seen) = &mut self.seen else { return };
        for (row, key) in keys.iter().enumerate() {
            let Some(key) = key else { continue };
            if seen.is_repeated(key) {
                let place = Place { row: row as u64 + 1, line: lines.get(row).copied().unwrap_or(0) }.after(base);
                self.report.repeated_keys.add(place, || super::report::shorten(key));
            }
        }
    }
}

/// The keys that came so far, as hashes. While each is larger than the one before, as in most exports, none can repeat and
/// they need not be looked up.
#[derive(Default)]
struct Seen {
    hasher: foldhash::quality::FixedState,
    last: String,
    in_order: Vec<u64>,
    /// All of them, from the first key that is out of order.
    all: Option<HashSet<u64, foldhash::fast::FixedState>>,
}

impl Seen {
    /// Whether this key came before; it has come now.
    fn is_repeated(&mut self, key: &str) -> bool {
        use std::hash::BuildHasher;
        let hash = self.hasher.hash_one(key);
        if let Some(all) = &mut self.all {
            return !all.insert(hash);
        }
        // By length first: numbers count up so.
        if self.in_order.is_empty() || (key.len(), key) > (self.last.len(), self.last.as_str()) {
            self.in_order.push(hash);
            self.last.clear();
            self.last.push_str(key);
            return false;
        }
        let all = self.all.insert(std::mem::take(&mut self.in_order).into_iter().collect());
        !all.insert(hash)
    }
}

impl Iterator for LeadReader {
    type Item = Result<Leads, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Self { stream, plan, .. } = self;
            match stream.next(&|frame: &Frame<'_>| plan.read(frame)) {
                None => {
                    self.finish();
                    return None;
                }
                Some(Err(error)) => return Some(Err(error)),
                Some(Ok((part, about))) => {
                    let leads = self.merge(part, &about);
                    if leads.rows > 0 {
                        return Some(Ok(leads));
                    }
                }
            }
        }
    }
}
