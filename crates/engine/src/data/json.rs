//! JSON: objects, one a line or in an array, pushed cell by cell into columns. In: text; out: cells that point into it.
//! `scan` reads what is usual in one pass, `serde_json` the rest; no tree of values is built.

mod frame;
mod objects;
mod scan;

use std::fmt;
use std::sync::Arc;

use memchr::{memchr, memchr_iter};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::csv::to_utf8;
use super::input::Error;
use super::projection::ProjectedColumn;
use super::report::{Counted, Place, shorten};
use frame::Table;
pub(super) use frame::{JsonCell, JsonFrame};
use leadrules_language::text;
use objects::Object;

/// Objects to be read: a block of lines, or some values of one text.
pub(super) enum JsonBlock {
    Lines(Vec<u8>),
    Values { text: Arc<str>, values: Vec<(usize, usize)>, first_line: u64 },
}

/// Events of so many bytes fit into the room that is made for them at first.
const EVENT: usize = 100;

/// What is looked for in each object.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) wanted: Arc<[ProjectedColumn]>,
    pub(super) events: Option<Arc<[ProjectedColumn]>>,
}

/// How objects are read.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Reader {
    /// In one pass where that will do.
    Fast,
    /// By `serde_json` alone, to compare with.
    Serde,
}

/// The text of a block, which its cells point into.
pub(super) struct JsonText {
    text: String,
    shared: Option<Arc<str>>,
    values: Vec<(usize, usize, u32)>,
    all_lines: u64,
    odd_lines: Counted<()>,
}

impl JsonText {
    /// Finds the objects of a block.
    pub(super) fn new(block: JsonBlock) -> Self {
        match block {
            JsonBlock::Lines(bytes) => {
                let (text, odd_lines) = to_utf8(bytes);
                let (mut values, mut start, mut line) = (Vec::new(), 0, 0);
                while start < text.len() {
                    line += 1;
                    let end = memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at + 1);
                    if !text[start..end].trim_ascii().is_empty() {
                        values.push((start, end, line));
                    }
                    start = end;
                }
                Self { text, shared: None, values, all_lines: line.into(), odd_lines }
            }
            JsonBlock::Values { text, values, first_line } => {
                let bytes = text.as_bytes();
                let (mut line, mut at) = (0, values.first().map_or(0, |&(start, _)| start));
                let values = values
                    .into_iter()
                    .map(|(start, end)| {
                        line += memchr_iter(b'\n', &bytes[at..start]).count();
                        at = start;
                        (start, end, u32::try_from(line as u64 + first_line).unwrap_or(u32::MAX))
                    })
                    .collect();
                Self { text: String::new(), shared: Some(text), values, all_lines: 0, odd_lines: Counted::default() }
            }
        }
    }

    /// How many bytes the objects take.
    fn bytes(&self) -> usize {
        self.values.first().zip(self.values.last()).map_or(0, |(first, last)| last.1 - first.0)
    }

    /// Reads the objects.
    pub(super) fn frame<'t>(&'t self, ask: &Ask, path: &str) -> Result<JsonFrame<'t>, Error> {
        self.frame_by(ask, path, Reader::Fast)
    }

    fn frame_by<'t>(&'t self, ask: &Ask, path: &str, reader: Reader) -> Result<JsonFrame<'t>, Error> {
        let text: &'t str = self.shared.as_deref().unwrap_or(&self.text);
        let mut frame = JsonFrame::new(ask.wanted.len(), self.values.len());
        frame.all_lines = self.all_lines;
        frame.odd_lines = self.odd_lines.clone();
        let mut table = Table::new(Arc::clone(&ask.wanted), String::new(), ask.events.is_some());
        let mut events = ask.events.as_ref().map(|wanted| {
            (
                Box::new(JsonFrame::new(wanted.len(), self.bytes() / EVENT)),
                Table::new(Arc::clone(wanted), String::new(), false),
            )
        });
        for &(start, end, line) in &self.values {
            let value = text[start..end].trim_ascii_end();
            let nested = events.as_mut().map(|(events, table)| scan::Nested { events, table });
            if reader == Reader::Serde || !scan::object(value, &mut frame, &mut table, nested) {
                let mut deserializer = serde_json::Deserializer::from_str(value);
                let seed = Object { frame: &mut frame, table: &mut table, events: events.as_mut(), depth: 0 };
                let read = seed.deserialize(&mut deserializer).and_then(|()| deserializer.end());
                if let Err(error) = read {
                    let place = Place { row: frame.rows as u64 + 1, line: line.into() };
                    return Err(broken(path, &error, value, place));
                }
            }
            let of_events = events.as_mut().map(|(_, table)| &mut table.repeated);
            frame.note_repeated(&mut table.repeated, of_events, line);
            frame.lines.push(line);
            frame.end_row();
        }
        table.names(&mut frame.names);
        if let Some((mut events, table)) = events {
            table.names(&mut events.names);
            frame.events = Some(events);
        }
        Ok(frame)
    }
}

/// What is wrong with an object, in words.
fn broken(path: &str, error: &serde_json::Error, value: &str, at: Place) -> Error {
    let what = match error.classify() {
        serde_json::error::Category::Data if !value.starts_with('{') => {
            format!("a lead or an event is an object in braces, but here stands {}", shorten(value))
        }
        serde_json::error::Category::Eof => "this object does not end: a brace or a quote is missing".to_owned(),
        serde_json::error::Category::Data | serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            "this is not JSON: a comma, a quote or a bracket is missing or in the wrong place".to_owned()
        }
    };
    let line = at.line + (error.line() as u64).saturating_sub(1);
    let place = Place { line: if at.line == 0 { 0 } else { line }, ..at };
    let mut broken = Error::new(path, what).at(place).column(error.column().to_string());
    broken.cause = Some(error.to_string().into());
    broken
}

/// The objects of a whole JSON text: an array of them, an object with one such array, or one object alone.
pub(super) fn values(text: &str, path: &str) -> Result<Vec<(usize, usize)>, Error> {
    let start = Place { row: 0, line: 1 };
    let whole = |error: &serde_json::Error| {
        let mut error = broken(path, error, "{", start);
        error.what = "this is not JSON: a comma, a quote or a bracket is missing or in the wrong place".to_owned();
        error
    };
    let entries = |raw: &'_ str| -> Result<Vec<(usize, usize)>, serde_json::Error> {
        let values: Vec<&RawValue> = serde_json::from_str(raw)?;
        let range = |value: &&RawValue| {
            let at = value.get().as_ptr().addr() - text.as_ptr().addr();
            (at, at + value.get().len())
        };
        Ok(values.iter().map(range).collect())
    };
    let trimmed = text.trim();
    match trimmed.as_bytes().first() {
        None => Ok(Vec::new()),
        Some(b'[') => entries(trimmed).map_err(|error| whole(&error)),
        Some(b'{') => {
            let members: Members = serde_json::from_str(trimmed).map_err(|error| whole(&error))?;
            let is_array = |raw: &RawValue| {
                let inside = raw.get().strip_prefix('[').map(str::trim_start);
                inside.is_some_and(|inside| inside.starts_with(['{', ']']))
            };
            let arrays: Vec<_> = members
                .0
                .iter()
                .filter(|(name, value)| text::column_key(name) != "events" && is_array(value))
                .collect();
            match arrays.as_slice() {
                // A lead by itself.
                [] => {
                    let at = trimmed.as_ptr().addr() - text.as_ptr().addr();
                    Ok(vec![(at, at + trimmed.len())])
                }
                [(_, value)] => entries(value.get()).map_err(|error| whole(&error)),
                several => {
                    let names: Vec<_> = several.iter().map(|(name, _)| format!("`{name}`")).collect();
                    let names = names.join(", ");
                    Err(Error::new(
                        path,
                        format!("it has several lists ({names}), and it can't be told which is meant"),
                    ))
                }
            }
        }
        Some(_) => Err(Error::new(path, "it should be JSON: a list of objects in square brackets").at(start)),
    }
}

struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> serde::Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'t> Visitor<'t> for Each {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

impl<'t> JsonFrame<'t> {
    /// With room for so many rows.
    fn new(targets: usize, rows: usize) -> Self {
        Self {
            columns: (0..targets).map(|_| Vec::with_capacity(rows)).collect(),
            ranks: vec![0; targets],
            seen: vec![false; targets],
            rows: 0,
            lines: Vec::new(),
            events: None,
            owners: Vec::new(),
            has_events: false,
            not_events: Counted::default(),
            repeated: Counted::default(),
            names: Vec::new(),
            all_lines: 0,
            odd_lines: Counted::default(),
        }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn cells(&self, target: usize) -> Option<&[JsonCell<'t>]> {
        self.seen[target].then_some(self.columns[target].as_slice())
    }

    pub(super) fn place(&self, row: usize) -> Place {
        Place { row: row as u64 + 1, line: self.lines.get(row).copied().unwrap_or(0).into() }
    }

    /// The names that nested events had.
    pub(super) fn event_names(&self) -> &[String] {
        self.events.as_ref().map_or(&[], |events| &events.names)
    }

    pub(super) fn events(&self) -> Option<(&JsonFrame<'t>, &[u32])> {
        self.events.as_ref().filter(|_| self.has_events).map(|events| (&**events, self.owners.as_slice()))
    }

    /// Of several values for a target the one whose name comes first counts; of the same name the last.
    #[inline]
    fn set(&mut self, target: usize, rank: usize, cell: JsonCell<'t>) {
        let column = &mut self.columns[target];
        if column.len() == self.rows {
            column.push(cell);
            self.ranks[target] = rank;
            self.seen[target] = true;
        } else if rank <= self.ranks[target] {
            column[self.rows] = cell;
            self.ranks[target] = rank;
        }
    }

    /// Notes the names that stand more than once in the row at hand, or in its events.
    #[inline]
    fn note_repeated(&mut self, own: &mut Vec<String>, of_events: Option<&mut Vec<String>>, line: u32) {
        let place = Place { row: self.rows as u64 + 1, line: line.into() };
        own.drain(..).for_each(|name| self.repeated.add(place, || name));
        if let Some(names) = of_events {
            names.drain(..).for_each(|name| self.repeated.add(place, || format!("events.{name}")));
        }
    }

    fn end_row(&mut self) {
        self.rows += 1;
        for column in &mut self.columns {
            if column.len() < self.rows {
                column.push(JsonCell::Missing);
            }
        }
    }
}
