//! What a session may see and do: folders, whether it writes, whether leads are named. In: what was started with; out:
//! paths that are allowed, and names for files and leads that may be told.

use std::path::{Component, Path, PathBuf};

use leadrules::Folders;
use leadrules_language::diagnostic;
use leadrules_language::words::say;
use sha2::{Digest, Sha256};

use super::super::exit::{Failure, plain, shown};
use super::super::input;
use super::super::signed;
use super::super::world;
use super::refused::{Answer, Refused};

/// What an assistant is let do.
pub(super) struct Session {
    /// The folders, the first one first, with all links followed.
    roots: Vec<PathBuf>,
    folders: Folders,
    /// Whether rule files may be written.
    pub(super) allow_write: bool,
    /// Whether leads may be named, and their values told.
    pub(super) show_leads: bool,
    /// Makes the names of leads those of this session alone.
    salt: [u8; 32],
}

/// What a file is taken for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Rules, or a part of them.
    Rules,
    /// A list that rules name.
    List,
    /// Leads or events.
    Data,
}

/// The most bytes of a file: more is no rule file, no list, or would keep everybody waiting.
const MOST: [(Use, u64); 3] = [(Use::Rules, 1 << 20), (Use::List, 16 << 20), (Use::Data, 1 << 30)];

/// So many files are looked at when they are listed.
const FILES: usize = 5_000;

impl Session {
    /// A session over these folders.
    pub(super) fn new(folders: &[PathBuf], allow_write: bool, show_leads: bool) -> Result<Self, Failure> {
        let here = [PathBuf::from(".")];
        let folders = if folders.is_empty() { &here } else { folders };
        let failed = |folder: &Path, error: &std::io::Error| {
            Failure::new(say!("{what} can't be served: {why}", what = shown(folder), why = plain(error)))
        };
        let mut roots = Vec::new();
        for folder in folders {
            let root = std::fs::canonicalize(folder).map_err(|error| failed(folder, &error))?;
            if !root.is_dir() {
                return Err(Failure::new(say!(
                    "{path} is a file; name the folder that it is in",
                    path = shown(folder)
                )));
            }
            roots.push(root);
        }
        let first = &roots[0];
        let mut allowed = Folders::of(&first.join("any")).map_err(|error| failed(first, &error))?;
        for root in &roots[1..] {
            allowed.allow(root).map_err(|error| failed(root, &error))?;
        }
        let mut salt = [0; 32];
        getrandom::fill(&mut salt)
            .map_err(|error| Failure::new(say!("the system has no randomness: {why}", why = error.to_string())))?;
        Ok(Self { roots, folders: allowed, allow_write, show_leads, salt })
    }

    /// Where a file is that an assistant names, if it may read it.
    pub(super) fn find(&self, given: &str, what: Use) -> Answer<PathBuf> {
        self.fits(given, what)?;
        let mut is_outside = false;
        for candidate in self.candidates(given) {
            match self.folders.find(&candidate) {
                Ok(Some(found)) => return self.readable(&found, given, what),
                Ok(None) => is_outside = true,
                Err(_) => {}
            }
        }
        if is_outside {
            return Err(self.outside(given));
        }
        let names = self.listed(what);
        let near = diagnostic::nearest(given, names.iter().map(String::as_str));
        let next = match (near, names.as_slice()) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, []) => "there is no such file in the folders of this server; `files` lists what there is".to_owned(),
            (None, names) => {
                format!("these are there: {}; `files` lists them all", names[..names.len().min(8)].join(", "))
            }
        };
        Err(Refused::new(format!("there is no file `{given}`"), next))
    }

    /// The text of a file.
    pub(super) fn text(&self, found: &Path) -> Answer<String> {
        world::read_text(found).map_err(|error| {
            Refused::new(
                format!("{} can't be read: {}", self.name(found), plain(&error)),
                "rule files and lists are text in UTF-8: save it so, or name another file",
            )
        })
    }

    /// Where a rule file may be written, whether or not it is there.
    pub(super) fn target(&self, given: &str) -> Answer<PathBuf> {
        self.fits(given, Use::Rules)?;
        let found = self.place(given)?;
        if found.ancestors().skip(1).any(is_signed) {
            return Err(Refused::new(
                format!("`{given}` would be a signature"),
                "people sign, with `leadrules sign`; write the rule file itself",
            ));
        }
        Ok(found)
    }

    fn place(&self, given: &str) -> Answer<PathBuf> {
        let candidates = self.candidates(given);
        let there = candidates.iter().find(|path| matches!(self.folders.find(path), Ok(Some(_))));
        if let Some(there) = there {
            return self.find(&there.to_string_lossy(), Use::Rules);
        }
        let path = &candidates[0];
        let name = path.file_name().filter(|name| !name.to_string_lossy().starts_with('.'));
        let folder = path.parent().and_then(|folder| self.folders.find(folder).ok());
        // A link that leads nowhere, or elsewhere, is no place for a file.
        let is_link = std::fs::symlink_metadata(path).is_ok();
        match (name, folder) {
            (Some(name), Some(Some(folder))) if folder.is_dir() && !is_link => Ok(folder.join(name)),
            (_, Some(None)) => Err(self.outside(given)),
            (_, None) => Err(Refused::new(
                format!("`{given}`: there is no such folder"),
                "name a file in a folder that is there; this server makes no folders",
            )),
            _ => Err(Refused::new(
                format!("`{given}` is no place for a rule file"),
                "write a plain name that ends in .leadrules, such as `scoring.leadrules`",
            )),
        }
    }

    /// What a file is called when it is spoken of.
    pub(super) fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.roots[0]).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// A text that may name files in full, with the names that are spoken of.
    pub(super) fn told(&self, text: &str) -> String {
        let first = format!("{}{}", self.roots[0].display(), std::path::MAIN_SEPARATOR);
        text.replace(&first, "")
    }

    /// What a lead is called: its key where leads may be named, otherwise a name that means something in this session alone.
    pub(super) fn lead(&self, key: &str) -> String {
        if self.show_leads { key.to_owned() } else { self.hidden(key) }
    }

    /// The name of a lead in this session.
    pub(super) fn hidden(&self, key: &str) -> String {
        let hash = Sha256::new().chain_update(self.salt).chain_update(key).finalize();
        let digits: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("lead-{digits}")
    }

    /// The names of the files for a use below the folders, in order.
    pub(super) fn listed(&self, what: Use) -> Vec<String> {
        let mut names = Vec::new();
        let mut left = FILES;
        for root in &self.roots {
            self.below(root, what, &mut names, &mut left);
        }
        names.sort();
        names.dedup();
        names
    }

    /// The names of the folders.
    pub(super) fn roots(&self) -> Vec<String> {
        let name =
            |root: &PathBuf| root.file_name().map_or_else(|| "/".to_owned(), |name| name.to_string_lossy().into());
        self.roots.iter().map(name).collect()
    }

    fn below(&self, folder: &Path, what: Use, names: &mut Vec<String>, left: &mut usize) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            if *left == 0 {
                return;
            }
            *left -= 1;
            let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && !is_hidden && !is_signed(&path) {
                self.below(&path, what, names, left);
            } else if kind.is_file() && !is_hidden && is_for(&path, what) {
                names.push(self.name(&path));
            }
        }
    }

    fn candidates(&self, given: &str) -> Vec<PathBuf> {
        let path = Path::new(given);
        if path.is_absolute() { vec![path.to_owned()] } else { self.roots.iter().map(|root| root.join(path)).collect() }
    }

    /// Whether a path is one at all, and its name that of what is asked for.
    fn fits(&self, given: &str, what: Use) -> Answer<()> {
        let is_foreign = cfg!(not(windows)) && given.contains('\\');
        let is_odd =
            given.trim().is_empty() || given.len() > 1_000 || given.chars().any(char::is_control) || is_foreign;
        let is_stream =
            Path::new(given).components().next_back().is_none_or(|last| !matches!(last, Component::Normal(_)));
        if is_odd || is_stream || given == "-" {
            return Err(Refused::new("this is no path of a file", "`files` lists the files that can be named"));
        }
        if is_for(Path::new(given), what) {
            return Ok(());
        }
        Err(match what {
            Use::Rules => Refused::new(
                format!("`{given}` is no rule file, by its name"),
                "the name of a rule file ends in .leadrules; `files` lists them",
            ),
            Use::List => Refused::new(
                format!("`{given}` is no list, by its name"),
                "a list is a .txt with one entry a line, or a .csv of one column; `use` takes in .leadrules files",
            ),
            Use::Data => Refused::new(
                format!("`{given}` is no data, by its name"),
                "data is .csv, .tsv, .json, .ndjson, .parquet or .xlsx, also .csv.gz; `files` lists what there is",
            ),
        })
    }

    fn outside(&self, given: &str) -> Refused {
        Refused::new(
            format!("`{given}` lies outside of the folders of this server"),
            format!("name a file below {}; `files` lists them", self.roots().join(", ")),
        )
    }

    fn readable(&self, found: &Path, given: &str, what: Use) -> Answer<PathBuf> {
        let next = "`files` lists the files that can be read";
        // Where links lead, the name must be right too.
        if !is_for(found, what) {
            return Err(Refused::new(format!("`{given}` leads to a file of another kind"), next));
        }
        let metadata = std::fs::metadata(found)
            .map_err(|error| Refused::new(format!("`{given}` can't be read: {}", plain(&error)), next))?;
        if !metadata.is_file() {
            return Err(Refused::new(format!("`{given}` is a folder, a pipe or a device, and no file"), next));
        }
        let most = MOST.iter().find(|(of, _)| *of == what).map_or(0, |(_, most)| *most);
        if metadata.len() > most {
            let (size, most) = (metadata.len() >> 20, most >> 20);
            return Err(Refused::new(
                format!("`{given}` has {size} MiB, and at most {most} MiB are read here"),
                "the command line has no such limit: ask the user to run `leadrules` there",
            ));
        }
        Ok(found.to_owned())
    }
}

/// Whether a folder holds what people signed: copies of rules, and no rules of their own.
fn is_signed(folder: &Path) -> bool {
    folder.extension().is_some_and(|extension| extension == signed::FOLDER)
}

fn is_for(path: &Path, what: Use) -> bool {
    match what {
        Use::Rules => input::is_rules(path),
        Use::List => {
            path.extension().is_some_and(|end| ["txt", "csv"].iter().any(|known| end.eq_ignore_ascii_case(known)))
        }
        Use::Data => input::is_data(path),
    }
}
