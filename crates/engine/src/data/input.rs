//! Where data comes from: a path, standard input or bytes; unpacked, and as UTF-8 if it is text. This is the only
//! module that opens files.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use encoding_rs::{Decoder, Encoding, UTF_8};

use super::before::Before;
use super::dialect::{self, Dialect, Format, Packing};
use super::fitness::Fitness;
use super::no_table;
use super::packed;
use super::report::Place;
use crate::shelf::Shelf;
use leadrules_language::decimal::Decimal;
use leadrules_language::words::{self, say};

/// Data that can be read.
#[derive(Clone, Debug)]
pub struct Input {
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Path(PathBuf),
    Stdin,
    Bytes(String, bytes::Bytes),
    Batches(String, SchemaRef, Vec<RecordBatch>),
    Stream(String, Unread),
    Held(String, Held),
}

/// Record batches, one after the other.
pub(super) type Reader = Box<dyn RecordBatchReader + Send>;

/// Record batches that can be read once, by whoever asks first.
#[derive(Clone)]
struct Unread(Arc<Mutex<Option<Reader>>>);

impl std::fmt::Debug for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Unread")
    }
}

impl Unread {
    fn take(&self, name: &str) -> Result<Reader, Error> {
        let reader = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let read = || Error::new(name, say!("it is a stream, which can be read only once, and it was read before"));
        reader.ok_or_else(read)
    }
}

/// Leads as columns that were read before, with all fields and with their events nested in them.
#[derive(Clone, Debug)]
pub struct Held {
    /// The leads, as a reader gave them.
    pub leads: Shelf,
    /// The names of the columns that were passed on, as in [`Leads::kept`](crate::columns::Leads::kept).
    pub kept: Arc<[String]>,
}

/// What overrides what is detected about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Its format.
    pub format: Option<Format>,
    /// The delimiter between cells of CSV.
    pub delimiter: Option<u8>,
    /// The encoding of a text, by any of its names on the web: `windows-1252`, `latin1`, `utf-16le`.
    pub encoding: Option<String>,
    /// The sheet of a spreadsheet, by its name or its number from 1; otherwise the first that is not blank.
    pub sheet: Option<String>,
    /// The line of a text, or the row of a sheet, from 1, that holds the names of the columns; what is above it is
    /// ignored.
    pub header_row: Option<u64>,
    /// The most bytes that one row of a text or sheet may have; 64 MiB if not given.
    pub longest_row: Option<usize>,
    /// Whether to skip the search for leads with the same key, which takes a few bytes per lead.
    pub skip_repeated_keys: bool,
    /// What the data must hold; if not given, it is read whatever it holds.
    pub fitness: Option<Fitness>,
    /// Where the stage that leads had comes from, for rules that ask for it.
    pub before: Before,
}

/// A file that can't be read, or not to its end.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.said())]
pub struct Error {
    /// The file, as the user knows it.
    pub path: String,
    /// The row at fault, if it is a row.
    pub place: Option<Place>,
    /// The column at fault: its number in the line, or its name.
    pub column: Option<String>,
    /// What is wrong, and what to do.
    pub what: Box<words::Text>,
    /// Whether it can be read but is not what was [required](Fitness) of it.
    pub is_unfit: bool,
    /// What the system or a decoder said.
    #[source]
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(super) fn new(path: &str, what: impl Into<words::Text>) -> Self {
        Self {
            path: path.to_owned(),
            place: None,
            column: None,
            what: Box::new(what.into()),
            is_unfit: false,
            cause: None,
        }
    }

    pub(super) fn io(path: &str, doing: words::Text, cause: io::Error) -> Self {
        let why = match cause.kind() {
            io::ErrorKind::NotFound => say!("there is no such file"),
            io::ErrorKind::PermissionDenied => say!("permission to read it is missing"),
            io::ErrorKind::IsADirectory => say!("it is a folder, not a file"),
            _ => packed::said(&cause).unwrap_or_else(|| words::Text::verbatim(cause.to_string())),
        };
        Self { cause: Some(Box::new(cause)), ..Self::new(path, say!("{what}: {why}", what = doing, why)) }
    }

    /// What was read before can't be read back from where it waits.
    pub(crate) fn shelf(path: &str, cause: io::Error) -> Self {
        Self::io(path, say!("what was read of it waits in a file that can't be read back"), cause)
    }

    pub(super) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub(super) fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }

    /// Moves the place to where the row is in the whole.
    pub(super) fn shift(mut self, base: Place) -> Self {
        self.place = self.place.map(|place| place.after(base));
        self
    }

    /// All of it.
    #[must_use]
    pub fn said(&self) -> words::Text {
        let (path, what) = (&self.path, &*self.what);
        match (self.place.map(Place::said), &self.column) {
            (None, None) => say!("{path}: {what}", path, what),
            (Some(place), None) => say!("{path}, {place}: {what}", path, place, what),
            (None, Some(column)) => say!("{path}, column {column}: {what}", path, column, what),
            (Some(place), Some(column)) => {
                say!("{path}, {place}, column {column}: {what}", path, place, column, what)
            }
        }
    }
}

impl From<Error> for words::Text {
    fn from(error: Error) -> Self {
        error.said()
    }
}

impl Input {
    /// The file at this path.
    #[must_use]
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self { source: Source::Path(path.into()) }
    }

    /// Standard input, which can be read only once.
    #[must_use]
    pub fn stdin() -> Self {
        Self { source: Source::Stdin }
    }

    /// What a command line gives: a path, or `-` for standard input.
    #[must_use]
    pub fn argument(text: &str) -> Self {
        if text == "-" { Self::stdin() } else { Self::path(text) }
    }

    /// These bytes, under a name that messages use and whose extension tells the format.
    #[must_use]
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { source: Source::Bytes(name.into(), bytes.into().into()) }
    }

    /// Record batches of this schema, under a name that messages use.
    #[must_use]
    pub fn batches(name: impl Into<String>, schema: SchemaRef, batches: impl Into<Vec<RecordBatch>>) -> Self {
        Self { source: Source::Batches(name.into(), schema, batches.into()) }
    }

    /// Record batches that come one after the other and can be read only once, under a name that messages use. Those read
    /// are not kept, so that only a few of them are in memory at a time.
    #[must_use]
    pub fn stream(name: impl Into<String>, batches: Box<dyn RecordBatchReader + Send>) -> Self {
        Self { source: Source::Stream(name.into(), Unread(Arc::new(Mutex::new(Some(batches))))) }
    }

    /// Leads that were read before, under a name that messages use. They must be read for the rules that they were read
    /// for, or for rules with the same fields, events and time zone.
    #[must_use]
    pub fn columns(name: impl Into<String>, held: Held) -> Self {
        Self { source: Source::Held(name.into(), held) }
    }

    /// The same, but readable any number of times: what can be read only once, standard input, a pipe or a stream, is held
    /// in memory.
    ///
    /// # Errors
    /// If it can't be read, or there is too much of it.
    pub fn held(self) -> Result<Self, Error> {
        let name = self.name();
        let failed = |cause| Error::io(&name, say!("it can't be read"), cause);
        let stream: Box<dyn Read + Send> = match &self.source {
            Source::Stdin => Box::new(io::stdin()),
            Source::Path(path) if is_read_once(path) => Box::new(File::open(path).map_err(failed)?),
            Source::Stream(name, stream) => {
                let reader = stream.take(name)?;
                let (schema, batches) = (reader.schema(), reader.collect::<Result<Vec<_>, _>>());
                let broken = |cause: ArrowError| {
                    Error::new(name, say!("it can't be read to its end: {cause}", cause = cause.to_string()))
                };
                return Ok(Self::batches(name, schema, batches.map_err(broken)?));
            }
            Source::Path(_) | Source::Bytes(..) | Source::Batches(..) | Source::Held(..) => return Ok(self),
        };
        let bytes = held(&name, Vec::new(), stream, HELD, &say!("save it as a file, and name that"))?;
        Ok(Self::bytes(name, bytes))
    }

    /// Its name in messages.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.source {
            Source::Path(path) => path.display().to_string(),
            Source::Stdin => "standard input".to_owned(),
            Source::Bytes(name, _) | Source::Batches(name, ..) | Source::Stream(name, _) | Source::Held(name, _) => {
                name.clone()
            }
        }
    }

    /// The folder in which lists and other files that it names would be.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.source {
            Source::Path(path) => path.parent(),
            Source::Stdin | Source::Bytes(..) | Source::Batches(..) | Source::Stream(..) | Source::Held(..) => None,
        }
    }
}

/// How much of a file has been read.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    pub(super) done: Arc<AtomicU64>,
    pub(super) total: Option<u64>,
}

impl Progress {
    /// How many bytes have been read.
    pub(super) fn bytes(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    pub(super) fn add(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// An opened input.
pub(super) enum Opened {
    /// A text, from its first character, in UTF-8.
    Text(Text),
    /// A Parquet file.
    Parquet(Chunks),
    /// The bytes of a spreadsheet.
    Sheet(Vec<u8>),
    /// Record batches that are all there.
    Batches(Reader),
    /// Record batches that come one after the other.
    Stream(Reader),
    /// Leads that were read before.
    Held(Held),
}

/// A text in UTF-8 (except for odd bytes), with what was read ahead of it.
pub(super) struct Text {
    /// What was read ahead.
    pub(super) head: Vec<u8>,
    /// Whether that is everything.
    pub(super) whole: bool,
    /// The rest.
    pub(super) rest: Box<dyn Read + Send>,
}

/// A file whose parts are read in any order.
#[derive(Clone)]
pub(super) enum Chunks {
    /// Opened anew by each reader, since they would otherwise share a position in it.
    Path(PathBuf),
    /// Bytes in memory.
    Bytes(bytes::Bytes),
}

/// How much of a stream is held in memory if it has to be read more than once, or not from its beginning: 4 GiB.
const HELD: u64 = 4 << 30;

/// A stream's head together with the rest of it, for when nothing can be said before everything is there; `instead` is
/// the way out if that is too much.
pub(super) fn held(
    name: &str,
    mut head: Vec<u8>,
    rest: Box<dyn Read + Send>,
    limit: u64,
    instead: &words::Text,
) -> Result<Vec<u8>, Error> {
    let room = (limit + 1).saturating_sub(head.len() as u64);
    rest.take(room).read_to_end(&mut head).map_err(|cause| Error::io(name, say!("it can't be read"), cause))?;
    if head.len() as u64 <= limit {
        return Ok(head);
    }
    let size = if limit < 1 << 30 {
        say!("{bytes} bytes", bytes = Decimal::whole(limit.cast_signed()))
    } else {
        words::Text::verbatim(format!("{} GiB", limit >> 30))
    };
    Err(Error::new(
        name,
        say!("it has to be in memory as a whole, and is longer than {size}; {instead}", size, instead),
    ))
}

/// Whether what is at a path gives its bytes only once, as a pipe does.
fn is_read_once(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}

/// How many bytes are looked at to find out how a text is written.
const HEAD: usize = 256 * 1024;

/// Opens an input, finds out its format, unpacks and decodes it.
pub(super) fn open(input: &Input, options: &ReadOptions) -> Result<(Opened, Dialect, Progress), Error> {
    let name = input.name();
    let failed = |cause| Error::io(&name, say!("it can't be read"), cause);
    let mut progress = Progress::default();
    let mut raw: Box<dyn Read + Send> = match &input.source {
        Source::Path(path) => {
            let file = File::open(path).map_err(|cause| Error::io(&name, say!("it can't be opened"), cause))?;
            let about = file.metadata().map_err(failed)?;
            if about.is_dir() {
                return Err(Error::new(&name, say!("it is a folder, not a file")));
            }
            progress.total = about.is_file().then_some(about.len());
            Box::new(file)
        }
        Source::Stdin => Box::new(io::stdin()),
        Source::Bytes(_, bytes) => {
            progress.total = u64::try_from(bytes.len()).ok();
            Box::new(Cursor::new(bytes.clone()))
        }
        Source::Batches(_, schema, batches) => {
            let dialect = Dialect { format: Format::Arrow, ..Dialect::default() };
            let reader = RecordBatchIterator::new(batches.clone().into_iter().map(Ok), Arc::clone(schema));
            return Ok((Opened::Batches(Box::new(reader)), dialect, progress));
        }
        Source::Stream(_, stream) => {
            let dialect = Dialect { format: Format::Arrow, ..Dialect::default() };
            return Ok((Opened::Stream(stream.take(&name)?), dialect, progress));
        }
        Source::Held(_, held) => {
            let dialect = Dialect { format: Format::Arrow, ..Dialect::default() };
            return Ok((Opened::Held(held.clone()), dialect, progress));
        }
    };
    let mut start = Vec::new();
    raw.by_ref().take(8).read_to_end(&mut start).map_err(failed)?;
    let packing = match start.as_slice() {
        [0x1f, 0x8b, ..] => Some(Packing::Gzip),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Packing::Zstd),
        _ => None,
    };
    let raw = Counting { inner: Cursor::new(start).chain(raw), progress: progress.clone() };
    let mut plain = packed::unpacked(raw, packing).map_err(failed)?;
    let mut head = Vec::new();
    plain.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(failed)?;
    let whole = head.len() < HEAD;
    let format = options.format.or_else(|| Format::of_path(&name)).unwrap_or_else(|| Format::sniff(&head));
    let mut dialect = Dialect { format, packing, ..Dialect::default() };
    if let Some(real) = no_table::said(&head) {
        return Err(not_that(&name, format, real));
    }
    let opened = match format {
        Format::Csv | Format::Json | Format::Ndjson => {
            check_is_text(&name, format, &head)?;
            let (encoding, mark) = encoding_of(&name, options, &head, whole)?;
            let is_plain = options.encoding.is_none() && (encoding == UTF_8 || encoding == encoding_rs::WINDOWS_1252);
            if is_plain && no_table::is_no_text(&head) {
                return Err(not_that(&name, format, (no_table::Way::Export, say!("no text at all"))));
            }
            dialect.encoding = Some(dialect::encoding_name(encoding));
            head.drain(..mark);
            Opened::Text(decoded(head, whole, plain, encoding).map_err(failed)?)
        }
        Format::Parquet => Opened::Parquet(match (&input.source, packing) {
            (Source::Path(path), None) if progress.total.is_some() => Chunks::Path(path.clone()),
            (Source::Bytes(_, bytes), None) => Chunks::Bytes(bytes.clone()),
            _ => Chunks::Bytes(
                held(&name, head, plain, HELD, &say!("save it as a file, unpacked, and name that"))?.into(),
            ),
        }),
        Format::Arrow => return Err(Error::new(&name, say!("record batches come from a program, not from a file"))),
        Format::Sheet => Opened::Sheet(held(&name, head, plain, HELD, &say!("save it as .csv or .parquet"))?),
    };
    Ok((opened, dialect, progress))
}

/// Checks that a file is text: a spreadsheet named `.csv` would read as a few rows of rubbish.
fn check_is_text(name: &str, format: Format, head: &[u8]) -> Result<(), Error> {
    let real = match Format::sniff(head) {
        Format::Parquet => (no_table::Way::Rename, say!("a Parquet file")),
        Format::Sheet => no_table::packed(head),
        Format::Csv | Format::Json | Format::Ndjson | Format::Arrow => return Ok(()),
    };
    Err(not_that(name, format, real))
}

fn not_that(name: &str, format: Format, (way, real): (no_table::Way, words::Text)) -> Error {
    let wanted = match format {
        Format::Sheet => say!("a spreadsheet"),
        format => Dialect { format, ..Dialect::default() }.said(),
    };
    let what = match way {
        no_table::Way::Rename => say!(
            "it should be {wanted}, but it is {real}; give it the right extension, or say its format",
            wanted,
            real
        ),
        no_table::Way::Unpack => {
            say!("it should be {wanted}, but it is {real}; unpack it, and name the file that was in it", wanted, real)
        }
        no_table::Way::Export => {
            say!(
                "it should be {wanted}, but it is {real}; name the file with the rows, or export it as CSV",
                wanted,
                real
            )
        }
    };
    Error::new(name, what)
}

fn encoding_of(
    name: &str,
    options: &ReadOptions,
    head: &[u8],
    whole: bool,
) -> Result<(&'static Encoding, usize), Error> {
    let (found, mark) = dialect::detect_encoding(head, whole);
    match &options.encoding {
        None => Ok((found, mark)),
        Some(label) => match Encoding::for_label(label.as_bytes()) {
            Some(encoding) => Ok((encoding, if encoding == found { mark } else { 0 })),
            None => Err(Error::new(
                name,
                say!("there is no encoding `{label}`; common ones are utf-8, windows-1252 and utf-16le", label),
            )),
        },
    }
}

fn decoded(head: Vec<u8>, whole: bool, rest: Box<dyn Read + Send>, encoding: &'static Encoding) -> io::Result<Text> {
    if encoding == UTF_8 {
        return Ok(Text { head, whole, rest });
    }
    let inner = Cursor::new(head).chain(rest);
    let decoder = encoding.new_decoder_without_bom_handling();
    let mut rest = Decoding {
        inner: Box::new(inner),
        decoder,
        bytes: vec![0; 64 * 1024],
        text: Vec::new(),
        given: 0,
        ended: false,
    };
    let mut head = Vec::new();
    rest.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = head.len() < HEAD;
    Ok(Text { head, whole, rest: Box::new(rest) })
}

struct Counting<R> {
    inner: R,
    progress: Progress,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.progress.add(read as u64);
        Ok(read)
    }
}

/// Converts another encoding to UTF-8.
struct Decoding {
    inner: Box<dyn Read + Send>,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Read for Decoding {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            let filled = self.inner.read(&mut self.bytes)?;
            self.ended = filled == 0;
            let room = self.decoder.max_utf8_buffer_length(filled).ok_or(io::ErrorKind::OutOfMemory)?;
            self.text.resize(room, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.bytes[..filled], &mut self.text, self.ended);
            self.text.truncate(written);
            self.given = 0;
        }
        let rest = &self.text[self.given..];
        let given = rest.len().min(buffer.len());
        buffer[..given].copy_from_slice(&rest[..given]);
        self.given += given;
        Ok(given)
    }
}

impl Chunks {
    /// Opens it for one reader.
    pub(super) fn open(&self) -> io::Result<Opening> {
        Ok(match self {
            Self::Path(path) => Opening::File(File::open(path)?),
            Self::Bytes(bytes) => Opening::Bytes(bytes.clone()),
        })
    }
}

/// A Parquet file opened for a single reader.
pub(super) enum Opening {
    File(File),
    Bytes(bytes::Bytes),
}
