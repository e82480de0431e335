//! The world outside: the only place of the program that reads the clock, the environment and whole files. In: paths;
//! out: texts and the instant.
#![expect(clippy::disallowed_methods, reason = "the command line is where the world comes in; the library stays pure")]

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use leadrules_language::calendar::Instant;

use super::exit::{Exit, Failure};

/// What the clock says, in microseconds since 1970, to the second: an instant that a person can type again.
pub(crate) fn now() -> Instant {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Instant::try_from(since.as_secs()).ok().and_then(|seconds| seconds.checked_mul(1_000_000)).unwrap_or(Instant::MAX)
}

/// A stopwatch that starts now.
pub(crate) fn stopwatch() -> std::time::Instant {
    std::time::Instant::now()
}

/// Whether the user wants no colours (<https://no-color.org>), or the terminal has none.
pub(crate) fn no_colour() -> bool {
    std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty()) || std::env::var("TERM").is_ok_and(|t| t == "dumb")
}

/// The width that the environment asks for.
pub(crate) fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|&width| width > 0)
}

/// Whether the terminal draws more than ASCII: unless the environment says otherwise.
pub(crate) fn unicode() -> bool {
    if std::env::var("TERM").is_ok_and(|term| term == "linux" || term == "dumb") {
        return false;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .map(|value| value.to_lowercase());
    locale.is_none_or(|locale| locale.contains("utf-8") || locale.contains("utf8"))
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(path)
}

/// Writes a whole file at once: nobody ever sees half of it.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = Atomic::create(path)?;
    (&file.file).write_all(bytes).map_err(|error| Failure::writing(path, &error))?;
    file.finish()
}

/// A file that takes its name when it is whole. Dropped before, it leaves no trace.
#[derive(Debug)]
pub(crate) struct Atomic {
    file: std::fs::File,
    path: PathBuf,
    /// `None` once it has its name, or when it writes to what is no plain file (`/dev/stdout`, a pipe).
    temporary: Option<PathBuf>,
}

impl Atomic {
    /// Starts the file `path`, under another name in the same folder.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        let fail = |error: io::Error| Failure::writing(path, &error);
        // A link is followed, so that the file behind it is replaced and not the link.
        let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if target.is_dir() {
            return Err(fail(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        if std::fs::metadata(&target).is_ok_and(|meta| !meta.is_file()) {
            let file = std::fs::OpenOptions::new().write(true).open(&target).map_err(fail)?;
            return Ok(Self { file, path: target, temporary: None });
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(Failure::new(format!(
                "can't write {}: there is no folder {}",
                path.display(),
                folder.display()
            )));
        }
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
        let file = std::fs::File::create(&temporary).map_err(fail)?;
        Unfinished::add(&temporary);
        if let Ok(meta) = std::fs::metadata(&target) {
            let _ = file.set_permissions(meta.permissions());
        }
        Ok(Self { file, path: target, temporary: Some(temporary) })
    }

    /// Another hand on the file, to write through.
    pub(crate) fn handle(&self) -> Result<std::fs::File, Failure> {
        self.file.try_clone().map_err(|error| Failure::writing(&self.path, &error))
    }

    /// Gives the file its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        match self.temporary.take() {
            Some(temporary) => {
                let named = std::fs::rename(&temporary, &self.path);
                if named.is_err() {
                    let _ = std::fs::remove_file(&temporary);
                }
                Unfinished::remove(&temporary);
                named.map_err(|error| Failure::writing(&self.path, &error))
            }
            None => Ok(()),
        }
    }
}

impl Drop for Atomic {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            let _ = std::fs::remove_file(temporary);
            Unfinished::remove(temporary);
        }
    }
}

/// The files that are being written under other names: they go when the user stops the program (Ctrl-C, or a request to
/// end).
struct Unfinished;

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

impl Unfinished {
    fn files() -> MutexGuard<'static, Vec<PathBuf>> {
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(file: &Path) {
        static WATCH: Once = Once::new();
        WATCH.call_once(Self::watch);
        Self::files().push(file.to_owned());
    }

    #[cfg(unix)]
    fn watch() {
        use signal_hook::consts::{SIGINT, SIGTERM};
        // Where there are no signals to be had, a stopped run leaves its unfinished file behind: no reason not to run.
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) else { return };
        std::thread::spawn(move || {
            if signals.forever().next().is_some() {
                for file in Self::files().drain(..) {
                    let _ = std::fs::remove_file(file);
                }
                std::process::exit(Exit::Interrupted as i32);
            }
        });
    }

    #[cfg(not(unix))]
    fn watch() {}

    fn remove(file: &Path) {
        Self::files().retain(|other| other != file);
    }
}
