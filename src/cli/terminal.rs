//! What standard output and standard error can show, and writing to them. In: the user's wish and the environment; out:
//! colours, width, and texts that end quietly when nobody reads them. What people read never controls their terminal;
//! what programs read is written as it is.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use leadrules_language::page::{Style, Tone};
use leadrules_language::visible;
use leadrules_language::words::{Locale, Text, say};

use super::exit::Failure;
use super::{mistyped, world};

/// When to use colours.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColourChoice {
    // On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    // Even into files and pipes.
    Always,
    // Never.
    Never,
}

/// One of the two streams.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Stream {
    /// Whether a person looks at it.
    pub(crate) is_terminal: bool,
    /// How findings are shown on it.
    pub(crate) style: Style,
    /// The language of what people read in forms that are for programs.
    pub(crate) in_programs: Locale,
}

/// Both streams.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Terminal {
    /// Standard output.
    pub(crate) out: Stream,
    /// Standard error.
    pub(crate) err: Stream,
}

/// How wide a text is if no terminal tells, in columns.
const WIDTH: usize = 100;

impl Terminal {
    /// What the streams can show.
    pub(crate) fn detect(colour: ColourChoice, locale: Locale, in_programs: Locale) -> Self {
        let unicode = world::unicode();
        let stream = |is_terminal: bool, size: Option<(terminal_size::Width, terminal_size::Height)>| {
            let wanted = match colour {
                ColourChoice::Auto => is_terminal && !world::no_colour(),
                ColourChoice::Always => true,
                ColourChoice::Never => false,
            };
            let width = world::columns()
                .or(size.map(|(width, _)| usize::from(width.0)))
                .filter(|_| is_terminal)
                .unwrap_or(WIDTH)
                .max(40);
            let style = Style { colour: wanted, unicode: unicode || !is_terminal, width, locale };
            Stream { is_terminal, style, in_programs }
        };
        Self {
            out: stream(io::stdout().is_terminal(), terminal_size::terminal_size_of(io::stdout())),
            err: stream(io::stderr().is_terminal(), terminal_size::terminal_size_of(io::stderr())),
        }
    }

    /// A remark in the reader's language.
    pub(crate) fn remark(&self, text: &Text) -> String {
        text.in_locale(self.err.style.locale)
    }

    /// Says why the run could not go on.
    pub(crate) fn complain(&self, message: &Text) {
        let word = self.err.style.paint(Tone::Error, &self.remark(&say!("error")));
        let message = visible::lines(&self.remark(message)).into_owned();
        let _ = writeln!(io::stderr().lock(), "{}", self.remark(&say!("{what}: {why}", what = word, why = message)));
    }
}

impl Terminal {
    /// What clap has to say: in its own words and colours in English, without these if it repeats something that a terminal would
    /// obey.
    pub(crate) fn called_wrongly(&self, error: &clap::Error) {
        let is_ours = error.use_stderr() && self.err.style.locale != Locale::English;
        if let Some(said) = mistyped::said(error).filter(|_| is_ours) {
            return self.complain(&said);
        }
        let text = error.render().ansi().to_string();
        if visible::page(&text) == text {
            let _ = error.print();
        } else {
            note(&visible::lines(&error.render().to_string()));
        }
    }
}

/// Writes a text for people to standard output.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    write_out(visible::page(text).as_bytes())
}

/// Writes a text to standard output: made safe if people read it, as it is if a program does.
pub(crate) fn say_or_pass(is_read: bool, text: &str) -> Result<(), Failure> {
    if is_read { say(text) } else { write_out(text.as_bytes()) }
}

/// Writes a text for people to standard error. A closed standard error is no reason to stop.
pub(crate) fn note(text: &str) {
    let _ = io::stderr().lock().write_all(visible::page(text).as_bytes());
}

/// Standard output, if there is one.
pub(crate) fn out() -> Result<io::Stdout, Failure> {
    if crate::standard_output::is_closed() {
        return Err(Failure::new(say!("can't write to standard output: it is closed; name a file, or leave it open")));
    }
    Ok(io::stdout())
}

/// Writes bytes to standard output. It makes no difference if nobody reads them any more: how a run ends is decided by
/// what it found.
pub(crate) fn write_out(bytes: &[u8]) -> Result<(), Failure> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut out = out()?.lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(say!("can't write to standard output: {why}", why = error.to_string())))
        }
        _ => Ok(()),
    }
}
