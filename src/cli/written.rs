//! Files that are written whole or not at all. In: paths and bytes; out: files that get their names once they are
//! finished. What was there before is never half replaced, and no file made by others is ever written into.

use std::collections::hash_map::RandomState;
use std::fs::{File, Metadata, OpenOptions};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use leadrules_language::words::say;

use super::exit::{Failure, shown};
use super::unfinished;

/// Writes a whole file at once: nobody ever sees half of it.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = Atomic::create(path)?;
    (&file.file).write_all(bytes).map_err(|error| Failure::writing(path, &error))?;
    file.finish()
}

/// A file that gets its name once it is complete. If dropped before that, it leaves no trace.
#[derive(Debug)]
pub(super) struct Atomic {
    file: File,
    path: PathBuf,
    /// `None` once it has its name, or when it writes to something that is not a regular file (a pipe, a device).
    temporary: Option<PathBuf>,
}

/// Among names that nobody can foresee, one is free long before this many are tried.
const TRIES: usize = 64;

impl Atomic {
    /// Starts the file `path`, under another name in the same folder.
    pub(super) fn create(path: &Path) -> Result<Self, Failure> {
        let fail = |error: io::Error| Failure::writing(path, &error);
        // A pipe has no other name than this: `>(gzip > leads.csv.gz)`.
        if std::fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
            let file = OpenOptions::new().write(true).open(path).map_err(fail)?;
            return Ok(Self { file, path: path.to_owned(), temporary: None });
        }
        // A link is followed, so that the file behind it is replaced rather than the link.
        let target = behind(path).map_err(fail)?;
        let before = std::fs::metadata(&target).ok();
        if target.is_dir() {
            return Err(fail(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        if let Some(meta) = &before {
            writable(&target, meta).map_err(|error| match error.kind() {
                io::ErrorKind::PermissionDenied => Failure::new(say!(
                    "can't write {path}: the file is read-only; allow writing to it, or give another name",
                    path = shown(path)
                )),
                _ => fail(error),
            })?;
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(Failure::new(say!(
                "can't write {path}: there is no folder {folder}",
                path = shown(path),
                folder = shown(folder)
            )));
        }
        let (file, temporary) = alone(folder, before.as_ref()).map_err(fail)?;
        if let Some(meta) = before {
            let _ = file.set_permissions(meta.permissions());
        }
        Ok(Self { file, path: target, temporary: Some(temporary) })
    }

    /// Another handle on the file, to write through.
    pub(super) fn handle(&self) -> Result<File, Failure> {
        self.file.try_clone().map_err(|error| Failure::writing(&self.path, &error))
    }

    /// Gives the file its name.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        match self.temporary.take() {
            Some(temporary) => {
                let named = std::fs::rename(&temporary, &self.path);
                if named.is_err() {
                    let _ = std::fs::remove_file(&temporary);
                }
                unfinished::remove(&temporary);
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
            unfinished::remove(temporary);
        }
    }
}

/// A file in a folder that is ours alone and that nobody else sees before it exists: it is created anew, or not at all,
/// so that no other run writes into it and no existing link is followed.
fn alone(folder: &Path, before: Option<&Metadata>) -> io::Result<(File, PathBuf)> {
    for _ in 0..TRIES {
        let temporary = folder.join(format!(".leadrules-{:016x}.tmp", RandomState::new().build_hasher().finish()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        if let Some(meta) = before {
            as_private_as(&mut options, meta);
        }
        match unfinished::made(&temporary, |temporary| options.open(temporary)) {
            Ok(file) => return Ok((file, temporary)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// What only some people may read is at no moment open to others.
#[cfg(unix)]
fn as_private_as(options: &mut OpenOptions, meta: &Metadata) {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    options.mode(meta.permissions().mode() & 0o777);
}

#[cfg(not(unix))]
fn as_private_as(_: &mut OpenOptions, _: &Metadata) {}

/// Whether an existing file may be written to: replacing a file requires the same permission as changing it.
fn writable(path: &Path, meta: &Metadata) -> io::Result<()> {
    if meta.permissions().readonly() {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    OpenOptions::new().write(true).open(path).map(|_| ())
}

/// At most this many links may lead from one to the next.
const LINKS: usize = 40;

/// What a path finally leads to, whether or not that exists.
pub(super) fn behind(path: &Path) -> io::Result<PathBuf> {
    if let Ok(found) = std::fs::canonicalize(path) {
        return Ok(found);
    }
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match std::fs::read_link(&path) {
            // A relative link is resolved from where the link is.
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}
