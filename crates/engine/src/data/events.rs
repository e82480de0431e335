//! Events: who did what, when, from a file of their own or nested in leads. In: the rules' log and a batch; out:
//! [`Events`], without the rows that lack one of these three, which are counted.

mod one;
mod reader;

use std::borrow::Cow;

use arrow_array::{Array, StringArray, StringViewArray};
use arrow_buffer::{BooleanBuffer, BooleanBufferBuilder};
use hashbrown::HashMap;

use super::cell::time::Clock;
use super::cell::{self, Cell};
use super::cells::{Cells, Codes};
use super::decode::{self, ColumnDecoder, ColumnNotes, RowSet};
use super::frame::Frame;
use super::memo::Memo;
use super::projection::ProjectedColumn;
use super::report::{Counted, EventsReport, Place, shorten};
use crate::columns::{Column, EventLeads, Events, Need, Needed, OTHER_KIND};
use leadrules_language::calendar::Zone;
use leadrules_language::calendar::form::Form;
use leadrules_language::ir::{Log, Rules};
use leadrules_language::text;
use leadrules_language::types::Type;

pub use reader::{EventReader, read_events};
pub(super) use reader::{MergeEvents, column_of};

/// Targets of the log's own columns; properties follow.
const LEAD: usize = 0;
const EVENT: usize = 1;
const TIME: usize = 2;
const ID: usize = 3;
const PROPERTIES: usize = 4;

/// At most this many different unknown kinds are told apart.
const UNKNOWN_KINDS: usize = 10_000;

/// How events are read.
#[derive(Debug)]
pub(super) struct EventPlan {
    /// The key's field and type; without one, the row number of the lead serves, as a text.
    key: Option<(ColumnDecoder, Type)>,
    /// By folded text.
    kinds: HashMap<String, u16, foldhash::fast::FixedState>,
    kind_count: usize,
    form: Option<Form>,
    /// The form is not valid, so it fits no text.
    bad_form: bool,
    /// By property id.
    properties: Vec<PropertyPlan>,
}

/// How a property is read.
#[derive(Debug)]
struct PropertyPlan {
    reading: ColumnDecoder,
    target: usize,
    /// For each kind, whether it has the property.
    kinds: Vec<bool>,
    /// Whether it is asked for. The others are read only if rows have ids: of rows with the same id, everything they
    /// say decides which counts.
    needed: bool,
}

/// What decoding a batch of events gave.
#[derive(Debug)]
pub(super) struct EventPart {
    pub(super) events: Events,
    pub(super) noticed: Noticed,
}

/// What reading a batch of events noticed.
#[derive(Debug)]
pub(super) struct Noticed {
    notes: Vec<ColumnNotes>,
    seen: EventsReport,
    unknown: HashMap<String, u64, foldhash::fast::FixedState>,
    /// For the notes: for each event row, the row in the frame by which its place is found.
    places: Vec<(usize, Place)>,
}

impl EventPlan {
    /// The plan, and the columns to look for.
    pub(super) fn new(rules: &Rules, log: &Log, needed: &Needed) -> (Self, Vec<ProjectedColumn>) {
        let loose = |names: &[String]| ProjectedColumn { names: names.to_vec(), ..ProjectedColumn::default() };
        let mut wanted = vec![
            ProjectedColumn { views: true, ..loose(&log.lead) },
            loose(&log.event),
            loose(&log.time),
            loose(&log.number_columns()),
        ];
        debug_assert_eq!(wanted.len(), PROPERTIES, "the log's own columns come first");
        let mut kinds = HashMap::default();
        for (at, kind) in log.kinds.iter().enumerate() {
            let Ok(at) = u16::try_from(at) else { break };
            for text in &kind.texts {
                kinds.entry(text::key(text)).or_insert(at);
            }
        }
        let properties = log.properties.iter().enumerate().map(|(id, property)| {
            let needed = needed.properties.get(id).copied().unwrap_or(false);
            let has =
                |kind: &leadrules_language::ir::Kind| kind.properties.iter().any(|other| usize::from(other.0) == id);
            wanted.push(ProjectedColumn { beside: (!needed).then_some(ID), ..loose(&property.columns) });
            let kinds = log.kinds.iter().map(has).collect();
            PropertyPlan {
                reading: ColumnDecoder::new(property, Need::Values),
                target: wanted.len() - 1,
                kinds,
                needed,
            }
        });
        let properties = properties.collect();
        let form = log.time_form.as_ref().map(|form| Form::new(form));
        let key =
            rules.key.map(|key| (ColumnDecoder::new(rules.field(key), Need::Values), rules.field(key).ty.clone()));
        let plan = Self {
            key,
            kinds,
            kind_count: log.kinds.len(),
            bad_form: matches!(form, Some(Err(_))),
            form: form.and_then(Result::ok),
            properties,
        };
        (plan, wanted)
    }

    /// What is wanted of events that were read before.
    pub(super) fn again(&self, events: &Events) -> Events {
        let property = |(plan, column): (&PropertyPlan, &Column)| {
            if plan.needed || events.ids.is_some() { column.clone() } else { Column::Absent }
        };
        Events { properties: self.properties.iter().zip(&events.properties).map(property).collect(), ..events.clone() }
    }

    /// Reads a batch; `owners` says whose the nested events are.
    pub(super) fn read(&self, frame: &Frame<'_>, owners: Option<&[u32]>, zone: &Zone) -> EventPart {
        let rows = frame.rows();
        let mut clock = Clock::new(zone);
        let mut part = Sorting::new(rows, self.kind_count);
        self.read_kinds(frame, &mut part);
        self.read_times(frame, &mut clock, &mut part);
        let keys = match owners {
            Some(_) => None,
            None => Some(match self.view_keys(frame) {
                Some(views) => EventLeads::Views(views),
                None => EventLeads::Keys(self.read_keys(frame, &mut clock, &mut part)),
            }),
        };
        part.count(frame, owners.is_none());
        let picks = part.picks();
        let chosen = picks.as_ref().map_or(RowSet::All(rows), |picks| RowSet::Some(picks));
        let pick = |column: Column| match &picks {
            Some(picks) => decode::pick(&column, picks),
            None => column,
        };
        let at = |index: usize| chosen.at(index);
        let kinds: Vec<u16> = match &picks {
            Some(_) => (0..chosen.len()).map(|index| part.kinds[at(index)]).collect(),
            None => std::mem::take(&mut part.kinds),
        };
        let times: Vec<i64> = match &picks {
            Some(_) => (0..chosen.len()).map(|index| part.times[at(index)]).collect(),
            None => std::mem::take(&mut part.times),
        };
        let leads = match (owners, keys) {
            (Some(owners), _) => EventLeads::Rows((0..chosen.len()).map(|index| owners[at(index)]).collect()),
            (None, Some(EventLeads::Views(keys))) => EventLeads::Views(match &picks {
                Some(picks) => decode::pick_views(&keys, picks),
                None => keys,
            }),
            (None, Some(EventLeads::Keys(keys))) => EventLeads::Keys(pick(keys)),
            (None, Some(EventLeads::Rows(_)) | None) => unreachable!("without owners keys are read"),
        };
        let ids = frame.cells(ID).map(|cells| read_ids(&cells, chosen));
        let mut notes = Vec::with_capacity(self.properties.len());
        let mut properties = Vec::with_capacity(self.properties.len());
        for property in &self.properties {
            let mut noted = ColumnNotes::default();
            properties.push(if property.needed || ids.is_some() {
                property.read(frame, chosen, &kinds, &mut clock, &mut noted)
            } else {
                Column::Absent
            });
            notes.push(noted);
        }
        let mut counts = vec![0; self.kind_count];
        for &kind in &kinds {
            match counts.get_mut(usize::from(kind)) {
                Some(count) => *count += 1,
                None => part.seen.unknown_kind_rows += 1,
            }
        }
        part.seen.kinds = counts;
        part.seen.rows = kinds.len() as u64;
        let rows_noted = notes.iter().flat_map(|notes| notes.examples.iter().map(|(row, _)| *row));
        let places = rows_noted.map(|row| (row, frame.place(row))).collect();
        let events = Events { rows: kinds.len(), leads, kinds, times, ids, properties };
        EventPart { events, noticed: Noticed { notes, seen: part.seen, unknown: part.unknown, places } }
    }

    fn read_kinds(&self, frame: &Frame<'_>, part: &mut Sorting) {
        let rows = RowSet::All(frame.rows());
        let Some(cells) = frame.cells(EVENT) else {
            part.kinds = vec![OTHER_KIND; frame.rows()];
            part.no_kind = vec![true; frame.rows()];
            return;
        };
        if let Cells::Coded(codes, count, values) = &cells
            && *count <= frame.rows()
            && self.read_coded_kinds(codes, *count, values, part)
        {
            return;
        }
        let mut known: Memo<'_, (u16, Option<usize>)> = Memo::default();
        // The names of kinds that are not declared, each with its place among their counts.
        let mut others: HashMap<String, usize, foldhash::fast::FixedState> = HashMap::default();
        let mut counts: Vec<u64> = Vec::new();
        let mut buffer = String::new();
        cells.each(rows, |_, cell| {
            let text = match cell {
                Cell::Text(text) => Cow::Borrowed(text),
                Cell::List(_) | Cell::Array(_) | Cell::Other(_) => Cow::Borrowed(""),
                _ => decode::plain_text(&cell),
            };
            let mut find = |text: &str| {
                let folded = cell::fold_into(text, &mut buffer);
                if folded.is_empty() {
                    return (OTHER_KIND, None);
                }
                if let Some(&kind) = self.kinds.get(folded) {
                    return (kind, None);
                }
                let place = *others.entry(shorten(&cell::clean(text))).or_insert_with(|| {
                    counts.push(0);
                    counts.len() - 1
                });
                (OTHER_KIND, Some(place))
            };
            let (kind, other) = match text {
                Cow::Borrowed(text) => known.get(text, UNKNOWN_KINDS, find),
                Cow::Owned(text) => find(&text),
            };
            part.kinds.push(kind);
            part.no_kind.push(kind == OTHER_KIND && other.is_none());
            if let Some(other) = other {
                counts[other] += 1;
            }
        });
        part.unknown = others.into_iter().map(|(name, place)| (name, counts[place])).collect();
    }

    /// Reads kinds that come as codes, each looked up once; false (with nothing read) if one of them is not declared.
    fn read_coded_kinds<'f>(
        &self,
        codes: &Codes<'f>,
        count: usize,
        values: &dyn Fn(usize) -> Cell<'f>,
        part: &mut Sorting,
    ) -> bool {
        let mut buffer = String::new();
        let mut kind = |value: usize| match values(value) {
            Cell::Text(text) => self.kinds.get(cell::fold_into(text, &mut buffer)).copied(),
            _ => None,
        };
        let Some(kinds) = (0..count).map(&mut kind).collect::<Option<Vec<u16>>>() else { return false };
        if codes.nulls.is_none() {
            part.kinds.extend(codes.places.iter().map(|place| kinds[place.cast_unsigned() as usize]));
            part.no_kind.resize(part.rows, false);
            return true;
        }
        let of_row = |row: usize| codes.at(row).map_or(OTHER_KIND, |value| kinds[value]);
        part.kinds.extend((0..part.rows).map(of_row));
        part.no_kind.extend(part.kinds.iter().map(|&kind| kind == OTHER_KIND));
        true
    }

    fn read_times(&self, frame: &Frame<'_>, clock: &mut Clock<'_>, part: &mut Sorting) {
        let rows = frame.rows();
        let Some(cells) = frame.cells(TIME) else {
            part.times = vec![0; rows];
            part.no_time = vec![true; rows];
            return;
        };
        if let (Some(times), false) = (cells.instants(), self.bad_form) {
            part.times.extend_from_slice(times);
            part.no_time.resize(rows, false);
            return;
        }
        let is_iso = self.form.is_none() && !self.bad_form;
        cells.each(RowSet::All(rows), |_, cell| {
            if let Cell::Text(text) = cell
                && is_iso
                && let Some(time) = clock.second_in_utc(text)
            {
                part.times.push(time);
                part.no_time.push(false);
                return;
            }
            let read = match decode::moment(&cell, self.form.as_ref(), clock, |_| false) {
                Ok(Some(moment)) if !self.bad_form => Some(clock.instant_of(moment)),
                Ok(_) | Err(_) => None,
            };
            part.times.push(read.unwrap_or_default());
            part.no_time.push(read.is_none());
        });
    }

    /// The keys as they are stored in the data, if that is how they are read, and none is missing.
    fn view_keys(&self, frame: &Frame<'_>) -> Option<StringViewArray> {
        let (reading, _) = self.key.as_ref().filter(|(_, ty)| *ty == Type::Text)?;
        frame.cells(LEAD)?.views(reading, frame.rows())
    }

    fn read_keys(&self, frame: &Frame<'_>, clock: &mut Clock<'_>, part: &mut Sorting) -> Column {
        let rows = frame.rows();
        let cells = frame.cells(LEAD);
        let mut notes = ColumnNotes::default();
        let column = match (cells, &self.key) {
            (None, _) => Column::Absent,
            (Some(cells), Some((reading, ty))) => {
                decode::key_column(cells.fill(reading, RowSet::All(rows), clock, &mut notes), ty)
            }
            (Some(cells), None) => {
                let mut texts = arrow_array::builder::StringBuilder::new();
                cells.each(RowSet::All(rows), |_, cell| {
                    let text = decode::plain_text(&cell);
                    let text = cell::clean(&text);
                    texts.append_option((!text.is_empty()).then_some(text));
                });
                Column::Text(texts.finish())
            }
        };
        let is_null = |row: usize| match &column {
            Column::Text(texts) => texts.is_null(row),
            Column::CodedText(texts) => texts.is_null(row),
            Column::Absent
            | Column::Presence(_)
            | Column::Number(_)
            | Column::Wide(_)
            | Column::Truth(_)
            | Column::Date(_)
            | Column::Choice(_)
            | Column::Texts(_)
            | Column::Choices(_) => true,
        };
        if decode::known(&column) < rows as u64 && (0..rows).any(is_null) {
            part.no_lead = (0..rows).map(is_null).collect();
        }
        if matches!(column, Column::Absent) {
            let none: StringArray = vec![None::<&str>; rows].into();
            return Column::Text(none);
        }
        column
    }
}

impl PropertyPlan {
    fn read(
        &self,
        frame: &Frame<'_>,
        rows: RowSet<'_>,
        kinds: &[u16],
        clock: &mut Clock<'_>,
        notes: &mut ColumnNotes,
    ) -> Column {
        let Some(cells) = frame.cells(self.target) else { return Column::Absent };
        if self.kinds.iter().all(|&has| has) && kinds.iter().all(|&kind| kind != OTHER_KIND) {
            return cells.fill(&self.reading, rows, clock, notes);
        }
        // Cells of kinds that do not have the property are not even looked at.
        let has = |kind: u16| self.kinds.get(usize::from(kind)).copied().unwrap_or(false);
        let by_row = match rows {
            RowSet::All(count) => BooleanBuffer::collect_bool(count, |row| has(kinds[row])),
            RowSet::Some(picks) => {
                let mut by_row = BooleanBufferBuilder::new(frame.rows());
                by_row.append_n(frame.rows(), false);
                picks.iter().zip(kinds).for_each(|(&row, &kind)| by_row.set_bit(row as usize, has(kind)));
                by_row.finish()
            }
        };
        cells.fill_where(&self.reading, rows, &by_row, clock, notes)
    }
}

impl Noticed {
    /// Moves the places of nested events to the rows of their leads.
    pub(super) fn place_by_owner(&mut self, owners: &[u32], leads: &Frame<'_>) {
        let lead = |row: usize| owners.get(row).map(|&lead| leads.place(lead as usize)).unwrap_or_default();
        for (row, place) in &mut self.places {
            *place = lead(*row);
        }
        fn each<T>(counted: &mut Counted<T>, lead: impl Fn(usize) -> Place) {
            for (place, _) in &mut counted.examples {
                *place = lead(usize::try_from(place.row.saturating_sub(1)).unwrap_or(usize::MAX));
            }
        }
        each(&mut self.seen.without_kind, lead);
        each(&mut self.seen.without_time, lead);
    }
}

/// The log's own columns of a batch, before rows are left out.
struct Sorting {
    kinds: Vec<u16>,
    times: Vec<i64>,
    no_kind: Vec<bool>,
    no_time: Vec<bool>,
    no_lead: Vec<bool>,
    unknown: HashMap<String, u64, foldhash::fast::FixedState>,
    seen: EventsReport,
    rows: usize,
}

impl Sorting {
    fn new(rows: usize, kinds: usize) -> Self {
        Self {
            kinds: Vec::with_capacity(rows),
            times: Vec::with_capacity(rows),
            no_kind: Vec::with_capacity(rows),
            no_time: Vec::with_capacity(rows),
            no_lead: vec![false; rows],
            unknown: HashMap::default(),
            seen: EventsReport { kinds: vec![0; kinds], ..EventsReport::default() },
            rows,
        }
    }

    fn is_left_out(&self, row: usize) -> bool {
        self.no_lead[row] || self.no_kind[row] || self.no_time[row]
    }

    /// Whether every row stays.
    fn is_whole(&self) -> bool {
        let none = |flags: &[bool]| flags.iter().fold(0, |any, &flag| any | u8::from(flag)) == 0;
        none(&self.no_lead) && none(&self.no_kind) && none(&self.no_time)
    }

    /// The rows that stay, unless all do.
    fn picks(&self) -> Option<Vec<u32>> {
        if self.is_whole() {
            return None;
        }
        let stay = (0..self.rows).filter(|&row| !self.is_left_out(row));
        Some(stay.filter_map(|row| u32::try_from(row).ok()).collect())
    }

    /// Counts what is left out, and takes its kinds from the unknown ones.
    fn count(&mut self, frame: &Frame<'_>, of_file: bool) {
        if self.is_whole() {
            return;
        }
        let written = |target: usize, row: usize| {
            frame.cells(target).map(|cells| shorten(&cells.one(row).text())).unwrap_or_default()
        };
        for row in (0..self.rows).filter(|&row| self.is_left_out(row)).collect::<Vec<_>>() {
            let place = frame.place(row);
            if of_file && self.no_lead[row] {
                self.seen.without_lead.add(place, || written(LEAD, row));
            } else if self.no_kind[row] {
                self.seen.without_kind.add(place, || ());
            } else {
                self.seen.without_time.add(place, || written(TIME, row));
            }
            if self.kinds[row] == OTHER_KIND
                && !self.no_kind[row]
                && let Some(cells) = frame.cells(EVENT)
            {
                let name = shorten(&cell::clean(&cells.one(row).text()));
                if let Some(count) = self.unknown.get_mut(&name) {
                    *count -= 1;
                }
            }
        }
        self.unknown.retain(|_, count| *count > 0);
    }
}

fn read_ids(cells: &Cells<'_>, rows: RowSet<'_>) -> StringArray {
    let mut ids = arrow_array::builder::StringBuilder::new();
    cells.each(rows, |_, cell| {
        let text = decode::plain_text(&cell);
        let text = cell::clean(&text);
        ids.append_option((!text.is_empty()).then_some(text));
    });
    ids.finish()
}
