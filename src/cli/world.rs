//! The outside world: the only place in the program that reads the clock, the environment and whole files. In: paths;
//! out: texts and the instant.
#![expect(clippy::disallowed_methods, reason = "the command line is where the world comes in; the library stays pure")]

use std::io;
use std::path::Path;

use leadrules_language::calendar::Instant;
use leadrules_language::source::whole_text;
use leadrules_language::words::Locale;

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

/// Whether this runs in the build of a repository, whose log others may read: `CI` is what GitHub, GitLab and their kind set.
pub(crate) fn is_in_build() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// The width that the environment asks for.
pub(crate) fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|&width| width > 0)
}

/// Whether the terminal draws more than ASCII: yes, unless the environment says otherwise.
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

/// The language that the system is set to; `None` if we don't speak it.
pub(crate) fn locale() -> Option<Locale> {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    named.into_iter().find(|value| !value.is_empty()).and_then(|value| Locale::named(&value))
}

/// Gives back to the system what memory is free: for a program that goes on after it has read much.
#[cfg(any(feature = "lsp", feature = "workbench"))]
pub(crate) fn give_back_memory() {
    #[cfg(feature = "mimalloc")]
    // SAFETY: it looks at nothing but what the allocator holds for this thread and what belongs to none, and may be called at any time.
    unsafe {
        libmimalloc_sys::mi_collect(true);
    }
}

/// Whether the program was opened like a document, from a desktop: nothing was typed, and nobody reads along. A program that is
/// opened on Windows gets a window of its own, which can't be told from one that was there.
#[cfg(feature = "workbench")]
pub(crate) fn is_opened_from_desktop() -> bool {
    use std::io::IsTerminal as _;
    let is_read = io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal();
    let has_desktop =
        cfg!(target_os = "macos") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var(name).is_ok());
    std::env::args_os().len() <= 1 && (cfg!(windows) || (!is_read && has_desktop))
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    if path == Path::new("-") { whole_text(io::stdin().lock()) } else { whole_text(std::fs::File::open(path)?) }
}
