//! Where rule files may take further files from. In: the first file, further folders that are allowed, a path that a rule
//! file names; out: where it leads, if that is below one of them. Files are found here, and read elsewhere.

use std::io;
use std::path::{Path, PathBuf};

/// The folders from which `use` and `list … from` may read: that of the first file, those that were allowed, and
/// everything below them. What counts is where links and `..` lead.
#[derive(Debug, Clone)]
pub struct Folders {
    allowed: Vec<PathBuf>,
}

impl Folders {
    /// The folder of the first file.
    ///
    /// # Errors
    /// If it does not exist.
    pub fn of(first: &Path) -> io::Result<Self> {
        let folder = first.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { allowed: vec![std::fs::canonicalize(folder)?] })
    }

    /// Allows a further folder.
    ///
    /// # Errors
    /// If it does not exist.
    pub fn allow(&mut self, folder: &Path) -> io::Result<()> {
        self.allowed.push(std::fs::canonicalize(folder)?);
        Ok(())
    }

    /// Where a path leads; `None` if that is outside the folders, whether or not there is a file.
    ///
    /// # Errors
    /// If there is nothing there.
    pub fn find(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match std::fs::canonicalize(path) {
            Ok(found) => Ok(self.holds(&found).then_some(found)),
            Err(error) => {
                // Nothing is revealed about what is outside, not even whether it exists.
                let mut above =
                    path.ancestors().skip(1).map(|above| if above == Path::new("") { Path::new(".") } else { above });
                let there = above.find_map(|above| std::fs::canonicalize(above).ok());
                if there.is_some_and(|there| self.holds(&there)) { Err(error) } else { Ok(None) }
            }
        }
    }

    fn holds(&self, found: &Path) -> bool {
        self.allowed.iter().any(|folder| found.starts_with(folder))
    }
}
