//! Damaged files of every kind, each with a byte changed at fifty places: a run ends with a result or an error, and in
//! little memory, whatever sizes the file then claims.
#![cfg(unix)]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::files;
use crate::skip::skipped;

const RULES: &str = "leadrules 1\nlead { id text key; name text; seats number }\n\
    score fit {\n  name is known => +1\n  seats >= 10 => +5\n}\n";
const LEADS: &str = "id,name,seats\na,Ada,40\nb,Ben,4\nc,Cem,12.5\n";
/// Files that other programs wrote.
const FIXTURES: &str = "crates/engine/src/data/tests/damaged";

/// How many places of a file are changed.
const PLACES: usize = 50;
/// How much memory a run may take, in KiB: no file here holds a thousandth of that.
const MEMORY: u32 = 2 << 20;
/// How long to wait before asking again whether a run has ended.
const WAIT: Duration = Duration::from_millis(2);
/// After this many times, at least a minute, it is taken to hang.
const WAITS: u32 = 30_000;

/// A run of the program on leads, in bounded memory: its exit code, if it ended by itself, and what it said.
fn run(rules: &Path, leads: &Path) -> (Option<i32>, String) {
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" score \"$1\" \"$2\" --as-of 2026-11-23 --threads 2 -q");
    let mut child = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_leadrules")])
        .args([rules, leads])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell is there, as was tried before");
    let ended = (0..WAITS).find_map(|_| {
        std::thread::sleep(WAIT);
        child.try_wait().expect("it is ours")
    });
    if ended.is_none() {
        child.kill().expect("it is ours");
    }
    let mut said = Vec::new();
    child.stderr.take().expect("it is piped").read_to_end(&mut said).expect("it ended");
    (ended.and_then(|status| status.code()), String::from_utf8_lossy(&said).into_owned())
}

/// A folder of the test's own, with the rules in it.
fn folder(name: &str) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged").join(name.replace('.', "-"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let rules = folder.join("rules.leadrules");
    std::fs::write(&rules, RULES).expect("cargo's own folder can be written to");
    (folder, rules)
}

/// Whether a run can be limited to that much memory here.
fn is_limited() -> bool {
    let tried = Command::new("sh").args(["-c", &format!("ulimit -v {MEMORY}")]).stderr(Stdio::null()).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        skipped("a shell with `ulimit -v`");
    }
    can
}

/// Reads the file whole, then with a byte changed at each of its places in turn.
fn changed_at_every_place(name: &str, bytes: &[u8]) {
    let (folder, rules) = folder(name);
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("cargo's own folder can be written to");
    let whole = run(&rules, &file);
    assert_eq!(whole, (Some(0), String::new()), "{name}, as it was");
    for place in 0..PLACES {
        let at = place * bytes.len() / PLACES;
        let mut changed = bytes.to_vec();
        changed[at] ^= 0xff;
        std::fs::write(&file, changed).expect("cargo's own folder can be written to");
        let (code, said) = run(&rules, &file);
        let place = format!("{name}, byte {at} of {}: {code:?} {said}", bytes.len());
        assert!(matches!(code, Some(0 | 1)), "{place}");
        assert!(!said.contains("panicked") && !said.contains("memory allocation"), "{place}");
        assert!(code == Some(0) || said.contains(name), "an error names the file: {place}");
    }
}

/// The leads, as a tool packs them.
fn packed(tool: &str) -> Option<Vec<u8>> {
    let (folder, _) = folder(tool);
    let plain = folder.join("leads.csv");
    std::fs::write(&plain, LEADS).expect("cargo's own folder can be written to");
    let done = Command::new(tool).arg("-c").arg(&plain).output();
    if done.is_err() {
        skipped(tool);
    }
    done.ok().map(|done| done.stdout)
}

/// The leads, as the program writes them.
fn written(name: &str) -> Vec<u8> {
    let (folder, rules) = folder(&format!("{name}-written"));
    let (plain, file) = (folder.join("plain.csv"), folder.join(name));
    std::fs::write(&plain, LEADS).expect("cargo's own folder can be written to");
    let done = crate::files::program()
        .arg("score")
        .args([&rules, &plain])
        .args(["--as-of", "2026-11-23", "-q", "--keep", "name", "--keep", "seats", "-o"])
        .arg(&file)
        .output()
        .expect("the program is there");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    files::read_bytes(file)
}

fn fixture(name: &str) -> Vec<u8> {
    files::read_bytes(Path::new(FIXTURES).join(name))
}

#[test]
fn plain_texts() {
    if is_limited() {
        changed_at_every_place("leads.csv", LEADS.as_bytes());
        changed_at_every_place(
            "leads.json",
            br#"[{"id": "a", "name": "Ada", "seats": 40}, {"id": "b", "name": "B\u00e9"}]"#,
        );
        changed_at_every_place("leads.ndjson", b"{\"id\": \"a\", \"name\": \"Ada\", \"seats\": 40}\n{\"id\": \"b\"}\n");
    }
}

#[test]
fn gzip() {
    if let Some(bytes) = is_limited().then(|| packed("gzip")).flatten() {
        changed_at_every_place("leads.csv.gz", &bytes);
    }
}

#[test]
fn zstd() {
    if let Some(bytes) = is_limited().then(|| packed("zstd")).flatten() {
        changed_at_every_place("leads.csv.zst", &bytes);
    }
}

#[test]
fn parquet() {
    if is_limited() {
        changed_at_every_place("leads.parquet", &written("leads.parquet"));
        changed_at_every_place("checksums.parquet", &fixture("checksums.parquet"));
    }
}

#[test]
fn xlsx() {
    if is_limited() {
        changed_at_every_place("leads.xlsx", &written("leads.xlsx"));
    }
}

#[test]
fn xls() {
    if is_limited() {
        changed_at_every_place("leads.xls", &fixture("leads.xls"));
    }
}

#[test]
fn ods() {
    if is_limited() {
        changed_at_every_place("leads.ods", &fixture("leads.ods"));
    }
}

#[test]
fn xlsb() {
    if is_limited() {
        changed_at_every_place("leads.xlsb", &fixture("leads.xlsb"));
    }
}

#[test]
fn a_row_has_an_end_that_can_be_set() {
    let (folder, rules) = folder("long-row");
    let leads = folder.join("leads.csv");
    std::fs::write(&leads, format!("id,name,seats\n1,{},2\n2,Ben,3\n", "x".repeat(2 << 20))).unwrap();
    let score = |more: &[&str]| {
        let mut score = crate::files::program();
        score.arg("score").arg(&rules).arg(&leads).args(["--no-events", "--as-of", "2026-11-23", "--quiet"]).args(more);
        let done = score.output().unwrap();
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    assert_eq!(score(&[]), (Some(0), String::new()));
    assert_eq!(score(&["--longest-row", "3"]), (Some(0), String::new()));
    let (code, said) = score(&["--longest-row", "1"]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("a row in it is longer than 1 MiB") && said.contains("`--longest-row` allows more"),
        "{said}"
    );
}
