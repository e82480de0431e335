//! The files that are being written under other names: they are removed when the program is stopped (Ctrl-C, a request
//! to end, a terminal that hangs up). In: paths as they are made and named; nothing else is ever removed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn files() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a file with `make`, and knows about it from its first moment.
pub(super) fn made(file: &Path, make: impl FnOnce(&Path) -> io::Result<std::fs::File>) -> io::Result<std::fs::File> {
    static WATCH: Once = Once::new();
    WATCH.call_once(watch);
    // Locked until the file is noted: a stopped run either finds it here, or it is not made.
    let mut files = files();
    let made = make(file)?;
    files.push(file.to_owned());
    Ok(made)
}

/// Forgets a file that has its name, or is gone.
pub(super) fn remove(file: &Path) {
    files().retain(|other| other != file);
}

#[cfg(unix)]
fn watch() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    // `nohup` asks for a hang-up to be ignored, and it is.
    let ignored = ignored();
    let wanted = [SIGINT, SIGTERM, SIGQUIT, SIGHUP].into_iter();
    let wanted = wanted.filter(|&signal| signal != SIGHUP || ignored >> (signal - 1) & 1 == 0);
    // If signals can't be caught, a stopped run leaves its unfinished file behind: that is no reason not to run.
    let Ok(mut signals) = signal_hook::iterator::Signals::new(wanted) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // Locked to the end, so that no further file is made.
            let mut files = files();
            for file in files.drain(..) {
                let _ = std::fs::remove_file(file);
            }
            // The exit code by the convention of shells.
            std::process::exit(128 + signal);
        }
    });
}

#[cfg(not(unix))]
fn watch() {}

/// The signals that this program was started to ignore, one bit each; none if the system does not say.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = super::world::read_text(Path::new("/proc/self/status")).unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}
