//! Says where the pages of the codes stand: among the documents of the repository, or in a packaged crate beside `src`
//! (`scripts/package` puts them there).

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = [here.join("../../docs/codes"), here.join("codes")].into_iter().find(|folder| folder.is_dir());
    let pages = pages.expect("the repository and the package both have the pages");
    println!("cargo::rerun-if-changed={}", pages.display());
    println!("cargo::rustc-env=LEADRULES_CODES={}", pages.display());
}
