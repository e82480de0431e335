//! The files of the page, as they were when the program was built: `workbench/dist`, taken in by `build.rs`. None if it
//! was not there.

/// A file of the page.
#[derive(Copy, Clone, Debug)]
pub struct Asset {
    /// Its path below the root, with `/`.
    pub path: &'static str,
    pub bytes: &'static [u8],
}

/// The file that a page begins with.
pub const INDEX: &str = "index.html";

// `BUILT`, the table of them.
include!(concat!(env!("OUT_DIR"), "/built.rs"));

/// The file at a path.
pub fn find(assets: &[Asset], path: &str) -> Option<Asset> {
    assets.iter().find(|asset| asset.path == path).copied()
}

/// Whether this program holds the page. Without it, a server shows how to get it.
#[must_use]
pub fn has_page() -> bool {
    find(BUILT, INDEX).is_some()
}
