//! Files of the project, by paths from its root.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, for somebody whose system speaks English.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadrules"));
    command.env("LC_ALL", "C.UTF-8");
    command
}

/// The text of a file.
pub fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    String::from_utf8(read_bytes(&path)).unwrap_or_else(|_| panic!("{} is not UTF-8", path.display()))
}

/// The bytes of a file.
pub fn read_bytes(path: impl AsRef<Path>) -> Vec<u8> {
    let path = root().join(path);
    #[expect(clippy::disallowed_methods, reason = "tests open files")]
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether there is a file or a folder.
pub fn exists(path: impl AsRef<Path>) -> bool {
    root().join(path).exists()
}

/// The files under a folder with this extension, sorted. There must be some: a walk over nothing would test nothing.
pub fn under(folder: impl AsRef<Path>, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let folder = root().join(folder);
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for path in children(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path.strip_prefix(root()).expect("found below it").to_owned());
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "there is no .{extension} file under {}", folder.display());
    files
}

/// What is in a folder, sorted; nothing if there is no such folder.
pub fn children(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root().join(folder)) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.sort();
    paths
}
