//! How a run ends: exit codes, and why one could not go on.

use std::io;
use std::path::Path;

use leadrules_language::visible;

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
    Said(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Closed => f.write_str("nobody reads the output"),
            Self::Said(message) => f.write_str(message),
        }
    }
}

impl Failure {
    /// A failure with a message of our own.
    pub(crate) fn new(message: impl std::fmt::Display) -> Self {
        Self::Said(message.to_string())
    }

    /// A file that could not be read.
    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::Said(format!("can't read {}: {}", shown(path), plain(error)))
    }

    /// A file that could not be written.
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::Said(format!("can't write {}: {}", shown(path), plain(error)))
    }
}

/// A path as the user knows it, on one line.
pub(crate) fn shown(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        visible::line(&path.display().to_string()).into_owned()
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
pub(crate) fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "something on the way there is a file, and no folder".to_owned(),
        io::ErrorKind::InvalidData => "it is not text in UTF-8".to_owned(),
        io::ErrorKind::StorageFull => "no space left".to_owned(),
        _ => error.to_string(),
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
