//! Rule files as they were in a git repository. In: `main:scoring.leadrules`; out: the texts of that file and of those that it takes in, as
//! of that revision. git itself finds them.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use leadrules_language::source::whole_text;
use leadrules_language::words::{Text, say};

use super::exit::{Failure, plain};

/// A revision, and the folder that a rule set may read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revision {
    name: String,
    /// The first file, as git names it.
    first: String,
}

impl Revision {
    /// The revision that a path names; `None` for a path on disk.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let text = path.to_str().filter(|_| !path.exists())?;
        let (name, first) = text.split_once(':')?;
        // One letter is a drive.
        let is_named =
            name.chars().count() > 1 && !name.starts_with('-') && !name.contains(['/', '\\']) || is_ref(name);
        (is_named && !first.is_empty() && !first.starts_with(['/', '\\']))
            .then(|| Self { name: name.to_owned(), first: first.to_owned() })
    }

    /// The text of the first file.
    pub(super) fn first(&self) -> Result<String, Failure> {
        if git(&["rev-parse", "--verify", "--quiet", &format!("{}^{{commit}}", self.name)])?.is_none() {
            return Err(Failure::new(say!(
                "{revision}:{path}: there is no revision `{revision}` here; git names branches, tags and commits",
                revision = &self.name,
                path = &self.first
            )));
        }
        self.text(&self.first)?.ok_or_else(|| {
            Failure::new(say!(
                "{revision}:{path}: there is no file `{path}` in `{revision}`; paths start at the top of the repository, or with \
                 `./` at this folder",
                revision = &self.name,
                path = &self.first
            ))
        })
    }

    /// The text of a file that the rules name. The error is a sentence.
    pub(super) fn further(&self, path: &str) -> Result<String, Text> {
        let path = path.strip_prefix(&format!("{}:", self.name)).unwrap_or(path);
        let folder = self.first.rfind('/').map_or("", |at| &self.first[..=at]);
        if path.starts_with("../") || path.contains("/../") || !path.starts_with(folder) {
            return Err(say!("it lies outside of the folder of the first rule file"));
        }
        match self.text(path) {
            Ok(Some(text)) => Ok(text),
            Ok(None) => Err(say!("there is no such file in `{revision}`", revision = &self.name)),
            Err(failure) => Err(failure.into()),
        }
    }

    /// The text of a file beside the first one that is named like it, `main:my.signed/sales.leadrules`; `None` if there is none.
    pub(super) fn beside(&self, path: &Path) -> Result<Option<String>, Failure> {
        let path = path.to_string_lossy();
        self.text(path.strip_prefix(&format!("{}:", self.name)).unwrap_or(&path))
    }

    fn text(&self, path: &str) -> Result<Option<String>, Failure> {
        let Some(bytes) = git(&["cat-file", "blob", &format!("{}:{path}", self.name)])? else { return Ok(None) };
        let text = whole_text(Cursor::new(bytes));
        text.map(Some).map_err(|error| {
            Failure::new(say!("{path}: {what}", path = format!("{}:{path}", self.name), what = plain(&error)))
        })
    }
}

/// Whether a name with a slash is one of a branch or a tag (`origin/main`), and not of a folder.
fn is_ref(name: &str) -> bool {
    name.contains('/') && !name.starts_with(['.', '/', '-']) && !name.contains('\\')
}

/// What git prints; `None` if it found nothing.
fn git(arguments: &[&str]) -> Result<Option<Vec<u8>>, Failure> {
    let done = Command::new("git").args(arguments).output();
    let done = done.map_err(|error| Failure::new(say!("git can't be asked: {why}", why = plain(&error))))?;
    if done.status.success() {
        return Ok(Some(done.stdout));
    }
    let said = String::from_utf8_lossy(&done.stderr);
    if said.contains("not a git repository") {
        return Err(Failure::new(say!("this folder is in no git repository, so that it has no revisions")));
    }
    Ok(None)
}
