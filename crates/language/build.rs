//! Says where the pages of the codes stand: among the documents of the repository, or in a packaged crate beside `src`
//! (`scripts/package` puts them there), and makes one file a language of its catalogue, without the English sentences that stand in it as
//! comments: the program has these anyway.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = [here.join("../../docs/codes"), here.join("codes")].into_iter().find(|folder| folder.is_dir());
    let pages = pages.expect("the repository and the package both have the pages");
    println!("cargo::rerun-if-changed={}", pages.display());
    println!("cargo::rustc-env=LEADRULES_CODES={}", pages.display());
    let made = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where"));
    for language in ["nl", "fr"] {
        let folder = here.join("words").join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let text = sentences(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        fs::write(made.join(language).with_extension("ftl"), text).expect("cargo's folder can be written to");
    }
}

/// The sentences of all rooms.
#[expect(clippy::disallowed_methods, reason = "what is built is made of files")]
fn sentences(folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    let mut text = String::new();
    for file in files {
        for line in fs::read_to_string(file)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            text.push_str(line);
            text.push('\n');
        }
    }
    Ok(text)
}
