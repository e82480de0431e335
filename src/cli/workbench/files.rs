//! The rule files that the command line names: the only files that the page reads, besides what they name, and the only
//! ones that it writes.

use std::path::{Path, PathBuf};

use leadrules::Folders;
use leadrules_decide::agreement::Copy;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Text, say};
use leadrules_service::desk::Files;
use leadrules_service::draft::File;

use super::super::args::Allow;
use super::super::exit::{Failure, plain};
use super::super::rules;
use super::super::signed;
use super::super::world;
use super::super::written;

/// A rule set on disk.
#[derive(Debug)]
pub(super) struct OnDisk {
    /// Its first file.
    first: PathBuf,
    /// Where the others may be.
    folders: Folders,
}

impl OnDisk {
    /// The set whose first file this is.
    pub(super) fn new(first: &Path, allow: &Allow) -> Result<Self, Failure> {
        Ok(Self { folders: allow.folders(first)?, first: first.to_owned() })
    }

    /// The first file.
    pub(super) fn first(&self) -> Result<File, Failure> {
        let text = world::read_text(&self.first).map_err(|error| Failure::reading(&self.first, &error))?;
        Ok(File { name: self.name(), text })
    }

    /// A file that the rules name.
    pub(super) fn further(&self, name: &str) -> Result<String, Text> {
        rules::further(name, &self.folders)
    }

    fn name(&self) -> String {
        self.first.display().to_string()
    }
}

impl Files for OnDisk {
    fn read(&self, name: &str) -> Result<String, Text> {
        if name != self.name() {
            return self.further(name);
        }
        world::read_text(&self.first)
            .map_err(|error| say!("can't read {path}: {why}", path = name, why = plain(&error)))
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Text> {
        let found;
        let path = if name == self.name() {
            &self.first
        } else {
            found = self.folders.find(Path::new(name)).map_err(|error| plain(&error))?;
            found.as_ref().ok_or_else(|| say!("{name} lies outside of the folder of the rules", name))?
        };
        written::write_file(path, text.as_bytes()).map_err(Text::from)
    }

    fn signed(&self, rules: &Rules) -> Result<Vec<Copy>, Text> {
        signed::copies(&self.first, rules).map_err(Text::from)
    }

    fn can_write(&self) -> bool {
        true
    }
}
