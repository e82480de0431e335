//! Leads: each row of the data is one, in order, with the fields that are needed and its key. In: the rules and a
//! batch; out: [`Leads`], with the events nested in them, if there are any.

mod one;

use arrow_array::{Array, RecordBatch, StringArray};
use arrow_schema::SchemaRef;

use super::before::{self, Before, Fill};
use super::cell::time::Clock;
use super::decode::{self, ColumnDecoder, ColumnNotes, RowSet};
use super::dialect::Format;
use super::events::{self, EventPart, EventPlan, MergeEvents};
use super::fitness::Fitness;
use super::frame::Frame;
use super::input::{Error, Input, ReadOptions};
use super::merge::{self, SeenNames, merge_fields, missing_columns, start_report};
use super::names;
use super::opening;
use super::pipeline::{Decode, Decoded, Pipeline};
use super::projection::ProjectedColumn;
use super::projection::{Header, Projection};
use super::repeats::{Keys, Seen};
use super::report::{EventsReport, FieldReport, Place, ReadReport};
use super::source::{About, Source};
use crate::columns::{Column, Events, Leads, Need, Needed};
use leadrules_language::calendar::Zone;
use leadrules_language::ir::{Field, FieldId, Log, Rules};
use leadrules_language::types::Type;
use leadrules_language::words::say;

pub use one::{LeadParser, OneLead};

/// How leads are read.
#[derive(Debug)]
pub(super) struct LeadPlan {
    /// By field id: how it is read, and its target.
    fields: Vec<Option<(ColumnDecoder, usize)>>,
    /// The key's target and type; and whether it is wanted as a field too.
    key: Option<(usize, Type, bool)>,
    /// The targets of columns passed on.
    kept: Vec<usize>,
    events: Option<EventPlan>,
    zone: Zone,
    /// Whether repeated keys are looked for.
    tells_repeats: bool,
}

/// What decoding a batch gave.
#[derive(Debug)]
pub(super) struct LeadPart {
    /// Its first row is 0; without a key field it has no keys.
    leads: Leads,
    noticed: Noticed,
}

/// What reading a batch noticed.
#[derive(Debug, Default)]
pub(super) struct Noticed {
    notes: Vec<ColumnNotes>,
    places: Vec<(usize, Place)>,
    keyless: Vec<(usize, Place)>,
    keyless_count: u64,
    keys: Option<Keys>,
    /// For each row its line, if the data has lines and keys.
    lines: Vec<u64>,
    events: Option<events::Noticed>,
}

impl LeadPlan {
    /// The plan, and the columns to look for.
    pub(super) fn new(
        rules: &Rules,
        needed: &Needed,
        keep: &[String],
        tells_repeats: bool,
        before: &Before,
    ) -> (Self, Projection) {
        let mut wanted = Vec::new();
        let mut plan = |id: usize, field: &Field| {
            let is_key = rules.key.is_some_and(|key| usize::from(key.0) == id);
            let need = if is_key { Need::Values } else { need_of(needed, id) };
            (need > Need::Nothing && before::is_read(rules, id, before)).then(|| {
                wanted.push(ProjectedColumn { names: field.columns.clone(), ..ProjectedColumn::default() });
                (ColumnDecoder::new(field, need), wanted.len() - 1)
            })
        };
        let fields = rules.fields.iter().enumerate().map(|(id, field)| plan(id, field)).collect();
        let key = rules.key.map(|key| {
            let id = usize::from(key.0);
            (id, rules.field(key).ty.clone(), need_of(needed, id) > Need::Nothing)
        });
        let kept = keep.iter().map(|name| {
            wanted.push(ProjectedColumn { names: vec![name.clone()], ..ProjectedColumn::default() });
            wanted.len() - 1
        });
        let kept = kept.collect();
        let events = rules.log.as_ref().filter(|_| needed.events).map(|log| EventPlan::new(rules, log, needed));
        let (events, event_wanted) = events.unzip();
        let plan = Self { fields, key, kept, events, zone: rules.zone.clone(), tells_repeats };
        let spoken = rules.fields.iter().map(|field| field.columns.clone()).collect();
        (plan, Projection { wanted, events: event_wanted, header: Header::Names(spoken) })
    }

    /// What is wanted of leads that were read before; `kept` are the columns to be passed on.
    fn again(&self, leads: &Leads, kept: &[usize]) -> Leads {
        let is_key_alone = |id: usize| self.key.as_ref().is_some_and(|&(key, _, wanted)| key == id && !wanted);
        let field = |(id, column): (usize, &Column)| {
            let is_wanted = self.fields[id].is_some() && !is_key_alone(id);
            if is_wanted { column.clone() } else { Column::Absent }
        };
        let nested = self.events.as_ref().zip(leads.events.as_ref());
        Leads {
            fields: leads.fields.iter().enumerate().map(field).collect(),
            keys: leads.keys.clone(),
            events: nested.map(|(plan, events)| plan.again(events)),
            kept: kept.iter().map(|&at| leads.kept[at].clone()).collect(),
            ..*leads
        }
    }

    /// Reads a batch.
    pub(super) fn read(&self, frame: &Frame<'_>) -> LeadPart {
        let rows = frame.rows();
        let mut clock = Clock::new(&self.zone);
        let mut notes = Vec::with_capacity(self.fields.len());
        let mut fields = Vec::with_capacity(self.fields.len());
        for field in &self.fields {
            let mut noted = ColumnNotes::default();
            let cells = field.as_ref().and_then(|(reading, target)| Some((reading, frame.cells(*target)?)));
            fields.push(cells.map_or(Column::Absent, |(reading, cells)| {
                cells.fill(reading, RowSet::All(rows), &mut clock, &mut noted)
            }));
            notes.push(noted);
        }
        let keys = self.key.as_ref().map(|(id, ty, wanted)| {
            let column = if *wanted { fields[*id].clone() } else { std::mem::take(&mut fields[*id]) };
            key_texts(decode::key_column(column, ty), rows)
        });
        let keyless = match keys.as_ref().filter(|keys| keys.null_count() > 0) {
            Some(keys) => {
                let rows = (0..rows).filter(|&row| keys.is_null(row)).take(super::report::EXAMPLES);
                rows.map(|row| (row, frame.place(row))).collect()
            }
            None => Vec::new(),
        };
        let keyless_count = keys.as_ref().map_or(0, |keys| keys.null_count() as u64);
        let lines = if keys.is_some() { frame.lines() } else { Vec::new() };
        let kept = self.kept.iter().map(|&target| frame.kept(target).unwrap_or_else(|| StringArray::new_null(rows)));
        let kept = kept.collect();
        let noted = notes.iter().flat_map(|notes: &ColumnNotes| notes.examples.iter().map(|(row, _)| *row));
        let places = noted.map(|row| (row, frame.place(row))).collect();
        let events = self.events.as_ref().and_then(|plan| {
            let (events, owners) = frame.events()?;
            let mut part = plan.read(&events, Some(owners), &self.zone);
            part.noticed.place_by_owner(owners, frame);
            Some(part)
        });
        let (events, events_noticed) = events.map(|EventPart { events, noticed }| (events, noticed)).unzip();
        let looked_up = keys.as_ref().filter(|_| self.tells_repeats).map(Keys::new);
        let keys = keys.unwrap_or_else(|| StringArray::new_null(0));
        LeadPart {
            leads: Leads { rows, first_row: 0, fields, keys, events, kept },
            noticed: Noticed { notes, places, keyless, keyless_count, keys: looked_up, lines, events: events_noticed },
        }
    }
}

fn need_of(needed: &Needed, field: usize) -> Need {
    needed.fields.get(field).copied().unwrap_or_default()
}

/// A column of keys as texts; those that are none are null.
pub(crate) fn key_texts(column: Column, rows: usize) -> StringArray {
    match column {
        Column::Text(texts) => texts,
        Column::CodedText(coded) => match coded.downcast_dict::<StringArray>() {
            Some(texts) => texts.into_iter().collect(),
            None => vec![None::<&str>; rows].into(),
        },
        Column::Absent
        | Column::Presence(_)
        | Column::Number(_)
        | Column::Wide(_)
        | Column::Truth(_)
        | Column::Date(_)
        | Column::Choice(_)
        | Column::Texts(_)
        | Column::Choices(_) => vec![None::<&str>; rows].into(),
    }
}

/// A file of leads, batch by batch.
pub type LeadReader = Pipeline<LeadDecoder>;

/// How frames of leads are decoded.
pub struct LeadDecoder {
    plan: LeadPlan,
    /// The fields that are read, and the names that their columns may have.
    wanted: Vec<(String, Vec<String>)>,
    /// The same for the properties of nested events.
    event_wanted: Vec<(String, Vec<String>)>,
    /// The names that the column with each event's own id may have.
    event_number: Vec<String>,
    /// The events of a batch in which no lead has any, if leads carry their events: that differs from having no log.
    no_events: Option<Events>,
    /// What the data must hold.
    fitness: Option<Fitness>,
    /// The names of fields and of properties of events, by their ids.
    named: [Vec<String>; 2],
    /// Of the columns passed on by leads that were read before, those that are wanted.
    held: Vec<usize>,
    /// The stages that leads had.
    before: Option<Fill>,
    /// The field that holds them: what names no stage there is none.
    had: Option<usize>,
}

/// Collects what batches noticed into one report.
pub(super) struct MergeLeads {
    report: ReadReport,
    /// Whether a lead so far has carried events, or the start of the file shows some.
    has_events: bool,
    events: MergeEvents,
    names: SeenNames,
    event_names: SeenNames,
    /// How many properties events have.
    event_columns: usize,
    seen: Seen,
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
    let (plan, asked) = LeadPlan::new(rules, needed, keep, !options.skip_repeated_keys, &options.before);
    let asks = |field: FieldId| need_of(needed, usize::from(field.0)) > Need::Nothing;
    let source = opening::open(input, options, &asked)?;
    let before = Fill::new(rules, asks, &options.before).map_err(|what| Error::new(&input.name(), what))?;
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
    let fitness = options.fitness.clone();
    if let (Some(fitness), Some(_)) = (&fitness, &source.found) {
        fitness.leads(&source.path, &source.columns, &wanted)?;
    }
    let of = |fields: &[Field]| fields.iter().map(|field| field.name.clone()).collect();
    let named = [of(&rules.fields), rules.log.as_ref().map(|log| of(&log.properties)).unwrap_or_default()];
    let event_columns = rules.log.as_ref().map_or(0, |log| log.properties.len());
    let no_events = (plan.events.is_some() && source.has_events).then(|| Events::nothing(event_columns));
    let merging = MergeLeads {
        report,
        has_events: source.has_events,
        events: MergeEvents::default(),
        names: SeenNames::new(&source.columns),
        event_names: SeenNames::new(&source.event_columns),
        event_columns,
        seen: Seen::default(),
    };
    let event_number = rules.log.as_ref().map(Log::number_columns).unwrap_or_default();
    let held = keep.iter().filter_map(|name| names::find(&source.columns, std::slice::from_ref(name))).collect();
    let had = rules.before.map(|field| usize::from(field.0));
    let decoder =
        LeadDecoder { plan, wanted, event_wanted, event_number, no_events, fitness, named, held, before, had };
    Ok(Pipeline::new(source, decoder, merging))
}

/// Reads leads that a program has as record batches: one batch of leads for each.
///
/// # Errors
/// As [`read_leads`], and if they are not what `fitness` requires.
pub fn leads_from_batches(
    rules: &Rules,
    needed: &Needed,
    schema: SchemaRef,
    batches: impl Into<Vec<RecordBatch>>,
    fitness: Option<&Fitness>,
) -> Result<LeadReader, Error> {
    let options = ReadOptions { fitness: fitness.cloned(), ..ReadOptions::default() };
    read_leads(&Input::batches("record batches", schema, batches), rules, needed, &[], &options)
}

/// Reads leads from JSON: one object, an array of them, or one object per line. Each may carry its `events`.
///
/// # Errors
/// When it is not JSON, holds something other than objects, or is not what `fitness` requires.
pub fn leads_from_json(
    rules: &Rules,
    needed: &Needed,
    json: &str,
    fitness: Option<&Fitness>,
) -> Result<LeadReader, Error> {
    let format = match Format::sniff(json.as_bytes()) {
        Format::Ndjson => Format::Ndjson,
        Format::Csv | Format::Json | Format::Parquet | Format::Sheet | Format::Arrow => Format::Json,
    };
    let options = ReadOptions { format: Some(format), fitness: fitness.cloned(), ..ReadOptions::default() };
    read_leads(&Input::bytes("JSON", json), rules, needed, &[], &options)
}

fn check_kept(source: &Source, keep: &[String]) -> Result<(), Error> {
    for name in keep {
        let one = std::slice::from_ref(name);
        if names::find(&source.columns, one).is_none() && !source.columns.is_empty() {
            let what = match names::near(&source.columns, one) {
                None => say!("there is no column `{name}` to keep", name),
                Some(near) => say!("there is no column `{name}` to keep; did you mean `{near}`?", name, near),
            };
            return Err(Error::new(&source.path, what));
        }
        let refused: Vec<String> = source.refused.iter().map(|(name, _)| name.clone()).collect();
        if let Some(at) = names::find(&refused, one) {
            let what = say!(
                "the column `{name}` can't be kept: no output can hold values of its type, {kind}",
                name,
                kind = &source.refused[at].1
            );
            return Err(Error::new(&source.path, what));
        }
    }
    Ok(())
}

impl LeadReader {
    /// Whether leads carry their events in a nested list, as far as the start of the file, and what has been read,
    /// shows.
    #[must_use]
    pub fn has_events(&self) -> bool {
        self.report.has_events
    }

    /// What reading noticed; complete once the last batch has been read.
    #[must_use]
    pub fn report(&self) -> &ReadReport {
        &self.report.report
    }
}

impl LeadDecoder {
    /// Gives leads the stage that they had.
    fn fill(&self, leads: &mut Leads) {
        if let Some(before) = &self.before {
            before.fill(leads);
        }
    }
}

impl Decoded for LeadDecoder {
    type Batch = Leads;
}

impl Decode for LeadDecoder {
    type Noticed = Noticed;
    type Report = MergeLeads;

    fn decode(&self, frame: &Frame<'_>) -> (Option<Leads>, Noticed) {
        if let Frame::Held(leads) = frame {
            let mut leads = self.plan.again(leads, &self.held);
            self.fill(&mut leads);
            return ((leads.rows > 0).then_some(leads), Noticed::default());
        }
        let LeadPart { mut leads, noticed } = self.plan.read(frame);
        leads.events = leads.events.or_else(|| self.no_events.clone());
        if self.plan.key.is_some() {
            self.fill(&mut leads);
        }
        ((leads.rows > 0).then_some(leads), noticed)
    }

    fn merge(&self, report: &mut MergeLeads, noticed: Noticed, about: &About) {
        report.merge(noticed, about);
    }

    fn place(&self, report: &mut MergeLeads, leads: &mut Leads, first_row: u64) {
        leads.first_row = first_row;
        if self.needs_places() {
            leads.keys =
                (first_row + 1..=first_row + leads.rows as u64).map(|number| Some(number.to_string())).collect();
            self.fill(leads);
        }
        // In a file whose start shows none, they may come later.
        report.has_events |= leads.events.is_some();
        if report.has_events && self.plan.events.is_some() && leads.events.is_none() {
            leads.events = Some(Events::nothing(report.event_columns));
        }
    }

    /// Without a key field the number of the row is the key.
    fn needs_places(&self) -> bool {
        self.plan.key.is_none()
    }

    fn finish(&self, merging: &mut MergeLeads, source: &Source) -> Result<(), Error> {
        let MergeLeads { report, events: merging, names, event_names, .. } = merging;
        merge::finish_fields(&mut report.fields);
        if source.found.is_none() {
            merge::found_later(&mut report.fields, names, self.wanted.iter());
        }
        report.missing_columns = missing_columns(names, &self.wanted, report.rows);
        if let Some(events) = &mut report.events {
            merging.finish(events);
            events.number = names::find(event_names, &self.event_number).map(|at| event_names[at].clone());
            merge::finish_fields(&mut events.properties);
            merge::found_later(&mut events.properties, event_names, self.event_wanted.iter());
            events.missing_columns = missing_columns(event_names, &self.event_wanted, events.rows);
        }
        let Some(fitness) = &self.fitness else { return Ok(()) };
        fitness.lines(&source.path, report)?;
        if source.found.is_none() && report.rows > 0 {
            fitness.objects(&source.path, names, &self.wanted, report.rows)?;
        }
        let [fields, properties] = &self.named;
        let key = self.plan.key.as_ref().map(|&(id, ..)| (&fields[id], &report.fields[id]));
        fitness.keys(&source.path, report, key)?;
        let all = fields.iter().zip(&report.fields).enumerate();
        fitness.values(&source.path, all.filter(|(at, _)| self.had != Some(*at)).map(|(_, field)| field))?;
        let Some(events) = &report.events else { return Ok(()) };
        fitness.values(&source.path, properties.iter().zip(&events.properties))?;
        fitness.events(&source.path, events)
    }
}

impl MergeLeads {
    fn merge(&mut self, noticed: Noticed, about: &About) {
        let base = about.base;
        merge::merge_about(&mut self.report, &mut self.names, about);
        self.event_names.add(&about.event_names);
        let place = |row: usize| {
            let found = noticed.places.iter().find(|(other, _)| *other == row);
            found.map(|(_, place)| place.after(base)).unwrap_or_default()
        };
        merge_fields(&mut self.report.fields, noticed.notes, place);
        self.report.rows += about.rows;
        self.report.keyless.count += noticed.keyless_count;
        for (_, place) in &noticed.keyless {
            if self.report.keyless.examples.len() < super::report::EXAMPLES {
                self.report.keyless.examples.push((place.after(base), ()));
            }
        }
        if let Some(keys) = &noticed.keys {
            let line = |row: usize| noticed.lines.get(row).copied().unwrap_or(0);
            for row in self.seen.repeated(keys) {
                let place = Place { row: row as u64 + 1, line: line(row) }.after(base);
                self.report.repeated_keys.add(place, || super::report::shorten(keys.texts.value(row)));
            }
        }
        if let Some(events) = noticed.events {
            let seen = self.report.events.get_or_insert_default();
            if seen.properties.len() < self.event_columns {
                seen.properties.resize(self.event_columns, FieldReport::default());
            }
            let mut properties = std::mem::take(&mut seen.properties);
            self.events.merge(events, about, seen, &mut properties);
            seen.properties = properties;
        }
    }
}
