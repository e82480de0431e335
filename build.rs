//! Says what a program is built from: for which machine and, unless it is built for work on it, from which commit. In:
//! what Cargo noted in the packaged crate, or git; out: two values for `leadrules --version --json`.

use std::env;
use std::fs::File;
use std::io::Read;
use std::process::Command;

/// What `cargo package` writes beside the sources.
const NOTED: &str = ".cargo_vcs_info.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = env::var_os("TARGET").expect("cargo says for what it builds");
    println!("cargo::rustc-env=LEADRULES_TARGET={}", target.display());
    // While the sources are worked on, a commit is no reason to build again.
    let for_use = env::var_os("PROFILE").is_some_and(|profile| profile != "debug");
    if let Some(commit) = noted().or_else(|| for_use.then(checked_out).flatten()) {
        println!("cargo::rustc-env=LEADRULES_COMMIT={commit}");
    }
}

/// The commit of a packaged crate.
fn noted() -> Option<String> {
    let mut noted = String::new();
    File::open(NOTED).ok()?.read_to_string(&mut noted).ok()?;
    let (_, rest) = noted.split_once("\"sha1\"")?;
    rest.split('"').nth(1).map(str::to_owned)
}

/// The commit that is checked out, if these sources are what the repository holds and don't just lie in one.
fn checked_out() -> Option<String> {
    let asked =
        Command::new("git").args(["rev-parse", "--show-cdup", "HEAD", "--git-path", "logs/HEAD"]).output().ok()?;
    let answer = String::from_utf8(asked.stdout).ok()?;
    let [above, commit, log] = answer.lines().collect::<Vec<_>>().try_into().ok()?;
    if !above.is_empty() {
        return None;
    }
    println!("cargo::rerun-if-changed={log}");
    Some(commit.to_owned())
}
