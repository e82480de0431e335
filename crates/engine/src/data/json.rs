//! JSON: objects, one per line or in an array, pushed cell by cell into columns. In: text; out: cells that point into
//! it. `scan` reads the usual forms in one pass, `serde_json` the rest; no tree of values is built.

mod document;
mod frame;
mod mend;
mod objects;
mod prefixes;
mod scan;
mod wanted;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use memchr::{memchr, memchr_iter};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::input::Error;
use super::report::{Counted, Place, shorten};
use super::utf8::{before_end_marks, is_blank, to_utf8};
pub(super) use document::starts_with_page;
use document::{Document, Wrong};
pub(super) use frame::{JsonCell, JsonFrame, JsonRow, Table};
use leadrules_language::words::{Text, say};
use objects::Object;
pub(super) use scan::one;
pub(super) use wanted::Wanted;

/// Objects to be read: a block of lines, or some values of one text.
pub(super) enum JsonBlock {
    Lines(Vec<u8>),
    Values { text: Arc<str>, values: Vec<(usize, usize)>, first_line: u64 },
}

/// For space to be reserved, an event is taken to have this many bytes.
const EVENT: usize = 100;

/// What is looked for in each object.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) wanted: Arc<Wanted>,
    pub(super) events: Option<Arc<Wanted>>,
    /// Whether nested objects are looked into whatever is wanted, to learn which names there are.
    pub(super) opens: bool,
}

/// How objects are read.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Reader {
    /// In one pass if possible.
    Fast,
    /// By `serde_json` alone, for comparison.
    Serde,
}

/// The text of a block, which its cells point into.
pub(super) struct JsonText {
    text: String,
    shared: Option<Arc<str>>,
    values: Vec<(usize, usize, u32)>,
    all_lines: u64,
    odd_lines: Counted,
    odd_values: Counted<Text>,
    broken: Counted,
}

impl JsonText {
    /// Finds the objects of a block.
    pub(super) fn new(block: JsonBlock) -> Self {
        match block {
            JsonBlock::Lines(bytes) => {
                let (mut text, odd_lines) = to_utf8(bytes);
                text.truncate(before_end_marks(&text).len());
                let (mut values, mut start, mut line) = (Vec::new(), 0, 0);
                while start < text.len() {
                    line += 1;
                    let end = memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at + 1);
                    if !is_blank(&text.as_bytes()[start..end]) {
                        values.push((start, end, line));
                    }
                    start = end;
                }
                let (odd_values, broken) = Default::default();
                Self { text, shared: None, values, all_lines: line.into(), odd_lines, odd_values, broken }
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
                let (odd_lines, odd_values, broken) = Default::default();
                Self { text: String::new(), shared: Some(text), values, all_lines: 0, odd_lines, odd_values, broken }
            }
        }
    }

    /// The same without what is odd in it; `error` says what is wrong with the first object that can't be read, and is
    /// returned if no more than half of them can be, or if the text breaks off within one.
    fn mended(&self, error: Error, path: &str) -> Result<Self, Error> {
        let all = self.shared.as_deref().unwrap_or(&self.text);
        let mut mended = Self {
            text: String::with_capacity(all.len()),
            shared: None,
            values: Vec::with_capacity(self.values.len()),
            all_lines: self.all_lines,
            odd_lines: self.odd_lines.clone(),
            odd_values: Counted::default(),
            broken: Counted::default(),
        };
        for &(start, end, line) in &self.values {
            let value = all[start..end].trim_ascii_end();
            let place = Place { row: mended.values.len() as u64 + 1, line: line.into() };
            let (text, odd) =
                mend::mend(value).map_or((Cow::Borrowed(value), Vec::new()), |(text, odd)| (text.into(), odd));
            let read = serde_json::from_str::<IgnoredObject>(&text);
            if let Err(wrong) = read {
                let is_cut = self.shared.is_none() && !all[start..end].ends_with('\n') && wrong.is_eof();
                if is_cut {
                    return Err(broken(path, &wrong, value, place));
                }
                mended.broken.add(place, || shorten(value));
                continue;
            }
            note(&mut mended.odd_values, odd, value, place);
            let from = mended.text.len();
            mended.text.push_str(&text);
            mended.values.push((from, mended.text.len(), line));
        }
        if mended.broken.count >= mended.values.len() as u64 || mended.odd_values.count + mended.broken.count == 0 {
            return Err(error);
        }
        Ok(mended)
    }

    /// How many bytes the objects take up.
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
        frame.odd_values = self.odd_values.clone();
        frame.broken = self.broken.clone();
        let mut table = Table::new(Arc::clone(&ask.wanted), String::new(), ask.events.is_some()).opening(ask.opens);
        let mut events = ask.events.as_ref().map(|wanted| {
            (
                Box::new(JsonFrame::new(wanted.len(), self.bytes() / EVENT)),
                Table::new(Arc::clone(wanted), String::new(), false).opening(ask.opens),
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

fn no_json() -> Text {
    say!("this is not JSON: a comma, a quote or a bracket is missing or in the wrong place")
}

/// An object of any kind.
struct IgnoredObject;

impl<'t> serde::Deserialize<'t> for IgnoredObject {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'t> Visitor<'t> for Each {
            type Value = IgnoredObject;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<IgnoredObject, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(IgnoredObject)
            }
        }
        deserializer.deserialize_map(Each)
    }
}

/// What is wrong with an object, in words.
fn broken(path: &str, error: &serde_json::Error, value: &str, at: Place) -> Error {
    let what = match error.classify() {
        serde_json::error::Category::Data if !value.starts_with('{') => {
            say!("a lead or an event is an object in braces, but here stands {value}", value = shorten(value))
        }
        serde_json::error::Category::Eof => say!("this object does not end: a brace or a quote is missing"),
        serde_json::error::Category::Data | serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            no_json()
        }
    };
    let line = at.line + (error.line() as u64).saturating_sub(1);
    let place = Place { line: if at.line == 0 { 0 } else { line }, ..at };
    let mut broken = Error::new(path, what).at(place).column(error.column().to_string());
    broken.cause = Some(error.to_string().into());
    broken
}

/// The objects of a whole JSON text; `known` are the names that the rules mention. Also, if odd places had to be put
/// right, the corrected text and these places.
pub(super) fn document(
    text: &str,
    known: &[String],
    path: &str,
) -> Result<(Document, Option<String>, Counted<Text>), Error> {
    let error = match document::read(text, known) {
        Ok(document) => return Ok((document, None, Counted::default())),
        Err(Wrong::Several(names)) => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            let what = say!(
                "it has several lists ({names}), and it can't be told which is meant; write that one into a file of its own",
                names = names.join(", ")
            );
            return Err(Error::new(path, what));
        }
        Err(Wrong::NoObjects) => {
            let what = say!("it should be JSON: a list of objects in square brackets");
            return Err(Error::new(path, what).at(Place { row: 0, line: 1 }));
        }
        Err(Wrong::Syntax(error)) => error,
    };
    let mended = mend::mend(text).and_then(|(mended, odd)| Some((document::read(&mended, known).ok()?, mended, odd)));
    let Some((document, mended, odd)) = mended else {
        let mut error = broken(path, &error, "{", Place { row: 0, line: 1 });
        error.what = Box::new(no_json());
        return Err(error);
    };
    let mut noted = Counted::default();
    note(&mut noted, odd, text, Place { row: 0, line: 1 });
    Ok((document, Some(mended), noted))
}

/// Notes the odd places of a text that begins at `place`.
fn note(into: &mut Counted<Text>, odd: Vec<mend::Odd>, text: &str, place: Place) {
    for odd in odd {
        let lines = memchr_iter(b'\n', &text.as_bytes()[..odd.at]).count() as u64;
        into.add(Place { line: place.line + lines, ..place }, || odd.said);
    }
}

/// Reads the objects of a block and gives them to `work`. If a block can't be read as it is, it is read again without
/// its odd places and without the lines that are not objects, and these are noted.
pub(super) fn read<R>(
    block: JsonBlock,
    ask: &Ask,
    path: &str,
    work: impl FnOnce(&JsonFrame<'_>) -> R,
) -> Result<R, Error> {
    let text = JsonText::new(block);
    let mended;
    let frame = match text.frame(ask, path) {
        Ok(frame) => frame,
        Err(error) => {
            mended = text.mended(error, path)?;
            mended.frame(ask, path)?
        }
    };
    Ok(work(&frame))
}

impl<'t> JsonFrame<'t> {
    /// A frame with room for this many rows.
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
            odd_values: Counted::default(),
            broken: Counted::default(),
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

    /// Notes the names that occur more than once in the row at hand, or in its events.
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
