//! Where a command writes, and in which form. In: what was typed, the forms that the command has, and everything it
//! reads; out: a target, or why it can't be one. What is read is never written over, the name of a file decides its
//! form, and a file of another kind is kept unless the user insists. All this is settled before anything is read.

mod kind;

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use leadrules_language::source::Sources;
use leadrules_language::words::{Junction, Text, say};
use same_file::Handle;

use super::exit::{Failure, named, shown};
use super::terminal::{Terminal, note};
use super::written;
use kind::{ending, is_known};

pub(super) use kind::Kind;

/// What goes with every file that is written.
#[derive(Copy, Clone, Debug, clap::Args)]
pub(super) struct Writing {
    /// Write over a file that is there, also one of another kind; what is read is never written over
    #[arg(long, requires = "output")]
    pub(super) force: bool,

    /// Don't say what was written
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// What a command says about a file that it is to write.
#[derive(Copy, Clone, Debug)]
pub(super) struct Asked<'a> {
    /// The option that names the file.
    pub(super) option: &'static str,
    /// The forms that the command writes, the usual one first.
    pub(super) kinds: &'a [Kind],
    /// The form that `--format` gives.
    pub(super) format: Option<Kind>,
    /// Whether a file of another kind is written over.
    pub(super) force: bool,
}

/// A file that is read, and its role for the command.
pub(super) type ReadFile<'a> = (Text, &'a Path);

/// Names of standard output.
const OUTPUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// A file that may be written.
#[derive(Clone, Debug)]
pub(super) struct Target {
    option: &'static str,
    /// As it was typed.
    pub(super) path: PathBuf,
    /// In which form.
    pub(super) kind: Kind,
}

impl Target {
    /// The file, if one was named; `None` for standard output, which may also be named by `-` or what systems call it.
    pub(super) fn new(path: Option<&Path>, asked: Asked<'_>, read: &[ReadFile<'_>]) -> Result<Option<Self>, Failure> {
        let Some(path) = path.filter(|path| !OUTPUT.iter().any(|name| *path == Path::new(name))) else {
            return Ok(None);
        };
        not_read(asked.option, path, read)?;
        if path.is_dir() {
            return Err(Failure::new(say!(
                "can't write {path}: {why}",
                path = shown(path),
                why = say!("it is a folder")
            )));
        }
        let kind = asked.kind(path)?;
        if !asked.force {
            stays_if_other(path, kind)?;
        }
        Ok(Some(Self { option: asked.option, path: path.to_owned(), kind }))
    }

    /// Checks that nothing is there yet: what people go on to edit is not written over by the next run.
    pub(super) fn is_new(&self) -> Result<(), Failure> {
        if !self.path.metadata().is_ok_and(|meta| meta.is_file()) {
            return Ok(());
        }
        Err(Failure::new(say!("{path} is there already; name another file, or say --force", path = shown(&self.path))))
    }

    /// Checks that it is not one of the rule files. Rules take in further files, which are known only once the rules
    /// are read; those are not written over either.
    pub(super) fn spares(&self, sources: &Sources) -> Result<(), Failure> {
        spares(self.option, &self.path, sources)
    }

    /// Writes the file whole, and says so.
    pub(super) fn write(&self, bytes: &[u8], quiet: bool, terminal: &Terminal) -> Result<(), Failure> {
        written::write_file(&self.path, bytes)?;
        if !quiet {
            note(&(terminal.remark(&say!("wrote {path}", path = shown(&self.path))) + "\n"));
        }
        Ok(())
    }
}

/// Checks that a file is not one of the files of a rule set.
pub(super) fn spares(option: &'static str, path: &Path, sources: &Sources) -> Result<(), Failure> {
    let used = sources.iter().skip(1).map(|(_, file)| (say!("which the rules use"), Path::new(&file.path)));
    let lists = sources.lists().map(|list| (say!("of which the rules take a list"), Path::new(list)));
    not_read(option, path, &used.chain(lists).collect::<Vec<_>>())
}

/// Checks that a file is not one that is read, whatever name it is given.
pub(super) fn not_read(option: &str, path: &Path, read: &[ReadFile<'_>]) -> Result<(), Failure> {
    match read.iter().find(|(_, other)| is_same(path, other)) {
        None => Ok(()),
        Some((what, other)) if *other == path => Err(Failure::new(say!(
            "{option} {path} would write over itself, {what}; name another file to write",
            option,
            path = shown(path),
            what
        ))),
        Some((what, other)) => Err(Failure::new(say!(
            "{option} {path} would write over {other}, {what}; name another file to write",
            option,
            path = shown(path),
            other = named(other),
            what
        ))),
    }
}

/// Checks that two files written in one run are different files.
pub(super) fn two(one: Option<&Target>, other: Option<&Target>) -> Result<(), Failure> {
    let (Some(one), Some(other)) = (one, other) else { return Ok(()) };
    if is_same(&one.path, &other.path) || place(&one.path).is_some_and(|found| Some(found) == place(&other.path)) {
        let written = |target: &Target| format!("{} {}", target.option, shown(&target.path));
        return Err(Failure::new(say!(
            "{one} and {other} are one file; name two",
            one = written(one),
            other = written(other)
        )));
    }
    Ok(())
}

/// Where a file will be, however the path to its folder is written.
fn place(path: &Path) -> Option<PathBuf> {
    let path = written::behind(path).ok()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

/// Whether two names stand for the same regular file: through links, hard links, or different spellings. Pipes and
/// devices are never opened for this.
fn is_same(target: &Path, read: &Path) -> bool {
    let is_file = |path: &Path| path.metadata().is_ok_and(|meta| meta.is_file());
    if !is_file(target) {
        return false;
    }
    if read == Path::new("-") {
        // `… - -o leads.csv < leads.csv`
        let input = (!std::io::stdin().is_terminal()).then(|| Handle::stdin().ok()).flatten();
        return input.is_some() && input == Handle::from_path(target).ok();
    }
    if !is_file(read) {
        return false;
    }
    same_file::is_same_file(target, read).unwrap_or_else(|_| {
        // A file that can't be opened can still be found.
        let found = |path: &Path| path.canonicalize().ok();
        found(target).is_some_and(|target| found(read) == Some(target))
    })
}

impl Asked<'_> {
    /// The form of a file with this name.
    fn kind(&self, path: &Path) -> Result<Kind, Failure> {
        let usual = self.kinds.first().copied().unwrap_or(Kind::Text);
        let is_plain = path.metadata().map_or(true, |meta| meta.is_file());
        let Some(ending) = ending(path) else {
            return match self.format {
                Some(format) => Ok(format),
                None if self.kinds.len() == 1 || !is_plain => Ok(usual),
                None => Err(Failure::new(say!(
                    "the name {path} does not say in which form to write; end it in {endings}, or say --format",
                    path = shown(path),
                    endings = Text::list(
                        self.kinds.iter().map(|kind| Text::verbatim(format!(".{}", kind.extensions()[0]))),
                        Junction::Or
                    )
                ))),
            };
        };
        let says = |kind: &&Kind| kind.extensions().contains(&ending.as_str());
        match (self.format, self.kinds.iter().find(says)) {
            (Some(format), _) if says(&&format) || !is_known(&ending) => Ok(format),
            (Some(format), _) => Err(Failure::new(say!(
                "--format and the name {path} contradict each other: {kind} ends in .{ending}; leave out --format, or name \
                 another file",
                path = shown(path),
                kind = format.name(),
                ending = format.extensions()[0]
            ))),
            (None, Some(kind)) => Ok(*kind),
            (None, None) => {
                let kind = |kind: &Kind| {
                    Text::row(vec![kind.name(), Text::verbatim(format!("(.{})", kind.extensions()[0]))], " ")
                };
                Err(Failure::new(say!(
                    "{option} {path}: .{ending} can't be written here; what can be is {kinds}",
                    option = self.option,
                    path = shown(path),
                    ending = leadrules_language::visible::line(&ending).as_ref(),
                    kinds = Text::list(self.kinds.iter().map(kind), Junction::Or)
                )))
            }
        }
    }
}

/// How many bytes of a file are read to tell what it holds.
const HEAD: u64 = 4096;

/// Checks that there is no regular file that holds another kind of thing.
fn stays_if_other(path: &Path, kind: Kind) -> Result<(), Failure> {
    if !path.metadata().is_ok_and(|meta| meta.is_file()) {
        return Ok(());
    }
    let mut head = Vec::new();
    // If it can't be read, writing it will fail and say so.
    let Ok(_) = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)) else { return Ok(()) };
    let is_named = ending(path).is_some_and(|ending| kind.extensions().contains(&ending.as_str()));
    let fits = kind.is_shown_by(&head).unwrap_or(is_named && !kind.has_a_common_name());
    if fits || head.is_empty() {
        return Ok(());
    }
    Err(Failure::new(say!(
        "{path} is there already, and does not look like {kind} of an earlier run; name another file, or say --force",
        path = shown(path),
        kind = kind.name()
    )))
}
