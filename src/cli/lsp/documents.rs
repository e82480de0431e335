//! The texts: those that are open in the editor, as typed, and those that are not, as saved. In: what the editor says of its
//! texts; out: texts by their names, and which sets they are part of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use leadrules::Folders;
use leadrules_language::load::tidy;
use leadrules_language::words::{Locale, Text, say};
use leadrules_service::lines::{Lines, Units};
use leadrules_service::sets::Taken;

use super::super::exit::plain;
use super::super::{rules, world};
use super::names;
use super::protocol::place;
use super::protocol::types::{TextDocumentContentChangeEvent, Uri};

/// How many files and folders are looked at for rule files, and how deep: somebody may have opened a whole disk.
const MOST: usize = 20_000;
const DEEPEST: usize = 12;

/// A text that is open in the editor.
#[derive(Debug)]
pub(super) struct Document {
    /// As the editor calls it.
    pub uri: Uri,
    /// As the editor counts.
    pub version: i32,
    /// As it is now.
    pub lines: Lines,
}

/// All texts.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// What the editor counts columns in.
    pub units: Units,
    /// Whether the editor takes edits with the versions that they are for.
    pub takes_versions: bool,
    /// The language of who reads.
    pub locale: Locale,
    open: BTreeMap<String, Document>,
    taken: Taken,
    /// Folders whose rule files are known.
    known: BTreeSet<PathBuf>,
}

impl Documents {
    /// Finds the rule files of a folder and below.
    pub(super) fn look_in(&mut self, folder: &Path) {
        self.look(folder, DEEPEST, &mut MOST.clone());
    }

    fn look(&mut self, folder: &Path, deep: usize, left: &mut usize) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        self.known.insert(folder.to_owned());
        for entry in entries.flatten() {
            let Some(rest) = left.checked_sub(1) else { return };
            *left = rest;
            let path = entry.path();
            if path.extension().is_some_and(|extension| extension == "leadrules") {
                self.saved(&path);
            } else if deep > 0 && !is_aside(&path) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.look(&path, deep - 1, left);
            }
        }
    }

    /// A file that is on disk, if it is not open.
    fn saved(&mut self, path: &Path) {
        let name = tidy(&path.to_string_lossy());
        if self.open.contains_key(&name) {
            return;
        }
        match world::read_text(path) {
            Ok(text) => self.taken.note(&name, &text),
            Err(_) => self.taken.forget(&name),
        }
    }

    /// A text was opened. Files in its folder and in the one above may take it in.
    pub(super) fn open(&mut self, uri: Uri, version: i32, text: String) -> String {
        let name = names::name(&uri.0);
        if names::is_path(&name) {
            for folder in Path::new(&name).ancestors().skip(1).take(2) {
                if !self.known.contains(folder) {
                    self.look(folder, 0, &mut MOST.clone());
                }
            }
        }
        self.taken.note(&name, &text);
        self.open.insert(name.clone(), Document { uri, version, lines: Lines::new(text) });
        name
    }

    /// A text was changed; `None` if it was never opened.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
    ) -> Option<String> {
        let name = names::name(&uri.0);
        let document = self.open.get_mut(&name)?;
        document.version = version;
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    document.lines.edit(place(part.range.start), place(part.range.end), &part.text, self.units);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    document.lines = Lines::new(whole.text);
                }
            }
        }
        self.taken.note(&name, document.lines.text());
        Some(name)
    }

    /// A text was closed: what is saved counts from now on.
    pub(super) fn close(&mut self, uri: &Uri) -> Option<String> {
        let name = names::name(&uri.0);
        self.open.remove(&name)?;
        self.changed_on_disk(uri);
        Some(name)
    }

    /// A file was made, changed or removed.
    pub(super) fn changed_on_disk(&mut self, uri: &Uri) -> String {
        let name = names::name(&uri.0);
        if name.ends_with(".leadrules") {
            self.saved(Path::new(&name));
        }
        name
    }

    /// A text that is open.
    pub(super) fn get(&self, name: &str) -> Option<&Document> {
        self.open.get(name)
    }

    /// The first files of the sets that have a file open.
    pub(super) fn first(&self) -> BTreeSet<String> {
        self.open.keys().flat_map(|name| self.taken.first(name)).collect()
    }

    /// The first files of the sets that this file is part of.
    pub(super) fn first_of(&self, name: &str) -> BTreeSet<String> {
        self.taken.first(name)
    }

    /// The text of a set's first file.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let open = self.open.get(name).map(|document| document.lines.text().to_owned());
        open.or_else(|| world::read_text(Path::new(name)).ok())
    }

    /// The text of a file that a set names whose first file is `first`. It is not for whoever wrote the rules to say what may be
    /// read here.
    pub(super) fn further(&self, first: &str, name: &str) -> Result<String, Text> {
        let open = self.open.get(&tidy(name)).map(|document| document.lines.text().to_owned());
        if !names::is_path(first) || !names::is_path(name) {
            return open.ok_or_else(|| say!("save the file that names it first, so that it has a folder"));
        }
        let folders = Folders::of(Path::new(first)).map_err(|error| plain(&error))?;
        match open {
            // It may not be saved yet, but must not lie elsewhere.
            Some(text) if !matches!(folders.find(Path::new(name)), Ok(None)) => Ok(text),
            _ => rules::further(name, &folders),
        }
    }

    /// What the editor calls a file.
    pub(super) fn uri(&self, name: &str) -> Uri {
        self.open.get(name).map_or_else(|| Uri(names::uri(name)), |document| document.uri.clone())
    }
}

/// Folders in which nobody keeps rules.
fn is_aside(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name == "node_modules" || name == "target"
}
