//! Where `leadrules.toml` lies. In: a rule file, or a folder; out: the file that belongs to it, and how far it may reach.

use std::path::{Path, PathBuf};

/// What the file is called.
pub(super) const NAME: &str = "leadrules.toml";

/// The file that belongs to a rule file: beside it, or above it within the same repository. Outside of one, nobody is to put
/// settings above other people's folders.
pub(in super::super) fn of(rules: &Path) -> Option<PathBuf> {
    let folder = rules.parent()?;
    let beside = folder.join(NAME);
    if beside.is_file() {
        return Some(beside);
    }
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let folder = std::fs::canonicalize(folder).ok()?;
    let root = root(&folder);
    let within = folder.ancestors().skip(1).take_while(|above| above.starts_with(&root));
    within.map(|above| above.join(NAME)).find(|file| file.is_file()).map(near)
}

/// The repository that a folder is in; outside of one, the folder.
pub(super) fn root(folder: &Path) -> PathBuf {
    let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let root = whole.ancestors().find(|above| above.join(".git").exists()).map(Path::to_owned);
    root.unwrap_or(whole)
}

/// A path from here on, if that is the shorter way.
pub(super) fn near(path: PathBuf) -> PathBuf {
    let here = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    here.unwrap_or(path)
}
