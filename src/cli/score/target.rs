//! Where results go and in which form: a file or standard output, which is held back until all is known. In: what was typed; out: a
//! place to write to. What is written is decided elsewhere.

use std::io::{self, BufWriter, Write};

use leadrules_engine::data::write::{Fit, Format, Layout, WriteError, Writer};
use leadrules_engine::run;
use leadrules_language::words::say;

use super::super::exit::{Failure, shown};
use super::super::output;
use super::super::terminal;
use super::super::written::Atomic;

/// Where results go, and in which form.
pub(super) struct Target {
    /// `None` for standard output.
    pub(super) file: Option<output::Target>,
    pub(super) format: Format,
    pub(super) fit: Fit,
    /// Whether a person sees the results as they are written.
    pub(super) is_shown: bool,
}

impl Target {
    /// What the user is told if a run breaks off.
    pub(super) fn failure(&self, error: run::Error) -> Failure {
        match error {
            run::Error::Write(error) => self.write_failure(error),
            run::Error::Read(_) | run::Error::NoEvents { .. } => Failure::new(error),
        }
    }

    pub(super) fn write_failure(&self, error: WriteError) -> Failure {
        let path = self.file.as_ref().map(|file| file.path.as_path());
        match error {
            WriteError::Io(error) => match path {
                Some(path) => Failure::writing(path, &error),
                None if error.kind() == io::ErrorKind::BrokenPipe => Failure::Closed,
                None => Failure::new(say!("can't write to standard output: {why}", why = error.to_string())),
            },
            other => match path {
                Some(path) => Failure::new(say!("can't write {path}: {why}", path = shown(path), why = other.said())),
                None => Failure::new(other),
            },
        }
    }
}

/// This many bytes of what goes to standard output wait until it is known that the data is what the rules are about.
const HELD_BACK: usize = 64 << 20;

/// Standard output, to which nothing goes before everything is read, unless that becomes too much to hold.
struct HeldBack {
    out: io::Stdout,
    waiting: Vec<u8>,
}

impl HeldBack {
    fn new(out: io::Stdout) -> Self {
        Self { out, waiting: Vec::new() }
    }

    fn let_go(&mut self) -> io::Result<()> {
        self.out.write_all(&std::mem::take(&mut self.waiting))
    }
}

impl Write for HeldBack {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() > HELD_BACK {
            self.let_go()?;
        }
        Ok(bytes.len())
    }

    /// Called at the end: a run that stops before it has written nothing.
    fn flush(&mut self) -> io::Result<()> {
        self.let_go()?;
        self.out.flush()
    }
}

/// The results on their way out. The header is written with the first of them, so that nothing is written if nothing
/// could be read; a file gets its name once it is complete.
pub(super) struct Sink {
    format: Format,
    fit: Fit,
    pub(super) file: Option<Atomic>,
    /// What the writer will be made from.
    parts: Option<(Layout, Box<dyn Write + Send>)>,
    writer: Option<Writer>,
    /// Whether the run goes on when nobody reads the results any more.
    pub(super) goes_on: bool,
    /// Whether nobody reads them any more.
    is_closed: bool,
}

impl Sink {
    pub(super) fn open(target: &Target, layout: Layout) -> Result<Self, Failure> {
        let file = target.file.as_ref().map(|file| Atomic::create(&file.path)).transpose()?;
        let out: Box<dyn Write + Send> = match &file {
            Some(file) => Box::new(BufWriter::with_capacity(1 << 20, file.handle()?)),
            None => Box::new(BufWriter::with_capacity(1 << 16, HeldBack::new(terminal::out()?))),
        };
        Ok(Self {
            format: target.format,
            fit: target.fit.clone(),
            file,
            parts: Some((layout, out)),
            writer: None,
            goes_on: false,
            is_closed: false,
        })
    }

    fn writer(&mut self) -> Result<&mut Writer, WriteError> {
        if let Some((layout, out)) = self.parts.take() {
            self.writer = Some(Writer::new(self.format, layout, out, self.fit.clone())?);
        }
        // Without a header there was an error, which has ended the run.
        self.writer.as_mut().ok_or_else(|| WriteError::Format("the header could not be written".to_owned()))
    }

    /// Writes as long as somebody reads.
    pub(super) fn write(
        &mut self,
        write: impl FnOnce(&mut Writer) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        if self.is_closed {
            return Ok(());
        }
        let done = self.writer().and_then(write);
        self.noticed(done)
    }

    /// The error, unless it only says that a pipe was closed.
    fn noticed(&mut self, done: Result<(), WriteError>) -> Result<(), WriteError> {
        match done {
            Err(WriteError::Io(error)) if self.goes_on && error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            done => done,
        }
    }

    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        self.write(|_| Ok(()))?;
        if self.is_closed {
            return Ok(());
        }
        let done = self.writer.take().map_or(Ok(()), Writer::finish);
        self.noticed(done)
    }
}
