//! How a run ends: exit codes, and why one could not go on.

use std::io;
use std::path::Path;

use leadrules_language::visible;
use leadrules_language::words::{Text, say};

/// How a run ended. Part of the interface: scripts rely on these numbers.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All went well.
    Fine = 0,
    /// The program was called wrongly, or a file could not be read or written.
    CouldNotRun = 1,
    /// The rules have errors (with `fmt --check`: are not in their canonical form).
    RulesWrong = 2,
    /// A test or a promise failed, or more leads come than can be handled.
    TestFailed = 3,
}

/// Why a run could not go on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads what we write any more; nothing need be said.
    Closed,
    /// What the user is told, after `error: `.
    Said(Text),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Closed => f.write_str("nobody reads the output"),
            Self::Said(message) => message.fmt(f),
        }
    }
}

impl Failure {
    /// A failure with a message of our own.
    pub(crate) fn new(message: impl Into<Text>) -> Self {
        Self::Said(message.into())
    }

    /// A file that could not be read.
    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::Said(say!("can't read {path}: {why}", path = named(path), why = plain(error)))
    }

    /// A file that could not be written.
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::Said(say!("can't write {path}: {why}", path = shown(path), why = plain(error)))
    }
}

impl From<Failure> for Text {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Closed => say!("nobody reads the output"),
            Failure::Said(message) => message,
        }
    }
}

/// A path as the user knows it, on one line.
pub(crate) fn shown(path: &Path) -> String {
    named(path).to_string()
}

/// A path as the user knows it, in no language yet.
pub(crate) fn named(path: &Path) -> Text {
    if path == Path::new("-") {
        say!("standard input")
    } else {
        Text::verbatim(visible::line(&path.display().to_string()))
    }
}

/// A path as it can be pasted after a command, quoted if a shell would split it.
pub(crate) fn pasted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ',' | ':' | '@' | '%' | '+');
    let text = if text.starts_with('-') && text != "-" { format!("./{text}") } else { text };
    if cfg!(windows) {
        let is_plain = |c: char| c == '\\' || is_plain(c);
        return if text.chars().all(is_plain) { text } else { format!("\"{text}\"") };
    }
    if !text.is_empty() && text.chars().all(is_plain) {
        text
    } else if visible::line(&text) == text {
        format!("'{}'", text.replace('\'', r"'\''"))
    } else {
        // Characters that a terminal would obey are spelt out, in a way that shells read.
        let spell = |c: char| match c {
            '\'' | '\\' => format!("\\{c}"),
            c if visible::is_obeyed(c) && !c.is_ascii() => format!("\\u{:04x}", u32::from(c)),
            c if visible::is_obeyed(c) => visible::spelt(c),
            c => c.to_string(),
        };
        format!("$'{}'", text.chars().map(spell).collect::<String>())
    }
}

/// What went wrong with a file, in words.
pub(crate) fn plain(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => say!("there is no such file"),
        io::ErrorKind::PermissionDenied => say!("permission denied"),
        io::ErrorKind::IsADirectory => say!("it is a folder"),
        io::ErrorKind::NotADirectory => say!("something on the way there is a file, and no folder"),
        io::ErrorKind::InvalidData => say!("it is not text in UTF-8"),
        io::ErrorKind::StorageFull => say!("no space left"),
        _ => Text::verbatim(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_can_be_pasted() {
        if cfg!(windows) {
            return;
        }
        let quoted = |path: &str| pasted(Path::new(path));
        assert_eq!(quoted("leads.csv"), "leads.csv");
        assert_eq!(quoted("./más/été.csv"), "./más/été.csv");
        assert_eq!(quoted("Export contacten.csv"), "'Export contacten.csv'");
        assert_eq!(quoted("l'export (2).csv"), r"'l'\''export (2).csv'");
        assert_eq!(quoted("a$HOME;b&c.csv"), "'a$HOME;b&c.csv'");
        assert_eq!(quoted("-x.csv"), "./-x.csv");
        assert_eq!(quoted("-"), "-");
        assert_eq!(quoted("a\u{1b}b\u{202e}.csv"), "$'a\\x1bb\\u202e.csv'");
    }
}
