//! Takes the page into the program. In: what Node built into `workbench/dist`, if it is there, or what a packaged crate has
//! of it in `page` (`scripts/package` puts it there); out: `BUILT`, a table of its files. Whenever something in that folder
//! changes, it is made anew.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = here.join("../../workbench");
    let dist = if sources.is_dir() { sources.join("dist") } else { here.join("page") };
    // Cargo takes a path that is not there for one that changes all the time.
    if let Some(there) = [&dist, &sources].into_iter().find(|folder| folder.is_dir()) {
        println!("cargo::rerun-if-changed={}", there.display());
    }
    let mut table = String::from("pub static BUILT: &[Asset] = &[\n");
    for file in files(&dist)? {
        let inside = file.strip_prefix(&dist).expect("found below it");
        let path: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        let (path, file) = (path.join("/"), file.to_str().expect("the sources lie where paths are UTF-8"));
        writeln!(table, "    Asset {{ path: {path:?}, bytes: include_bytes!({file:?}) }},").expect("a String takes it");
    }
    table += "];\n";
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    fs::write(out.join("built.rs"), table)
}

/// The files in a folder and below, sorted; none if there is no such folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = if folder.is_dir() { vec![folder.to_owned()] } else { Vec::new() };
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { &mut open } else { &mut files }.push(path);
        }
    }
    files.sort();
    Ok(files)
}
