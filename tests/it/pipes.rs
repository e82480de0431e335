//! Data that can be read only once, and outputs that accept no more: every command gives from a pipe what it gives from
//! a file, and says where it could not write.
#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::skip::skipped;

const RULES: &str = "examples/inbound/inbound.leadrules";
const LEADS: &str = "examples/inbound/leads.csv";
const EVENTS: &str = "examples/inbound/events.csv";

/// Runs a line of bash, in which `leadrules` is the program.
fn bash(line: &str) -> Option<Output> {
    let program = Path::new(env!("CARGO_BIN_EXE_leadrules")).parent().expect("it lies in a folder");
    let script = format!("PATH={}:$PATH; {line}", program.display());
    let run = Command::new("bash").arg("-c").arg(script).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    if run.is_err() {
        skipped("bash");
    }
    run.ok()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipes").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_pipe_gives_what_its_file_gives() {
    let seen = "--as-of 2026-11-23";
    for command in [
        format!("score {RULES} LEADS --events EVENTS {seen} -q"),
        format!("explain {RULES} LEADS --lead L1001 --events EVENTS {seen}"),
        format!("timeline {RULES} LEADS --lead L1001 --events EVENTS {seen}"),
        format!("check {RULES} --data LEADS --events EVENTS {seen}"),
        "init LEADS --events EVENTS".to_owned(),
    ] {
        let with = |leads: &str, events: &str| {
            let line = command.replace("LEADS", leads).replace("EVENTS", events);
            bash(&format!("leadrules {line}"))
        };
        let Some(wanted) = with(LEADS, EVENTS) else { return };
        let Some(found) = with(&format!("<(cat {LEADS})"), &format!("<(cat {EVENTS})")) else { return };
        assert!(wanted.stdout.len() > 100, "{command}: {}", text(&wanted.stderr));
        // What `init` says about where the data came from is its name.
        let shown = |output: &Output| {
            let lines = text(&output.stdout);
            lines.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(shown(&found), shown(&wanted), "{command}: {}", text(&found.stderr));
        assert_eq!(found.status.code(), wanted.status.code(), "{command}: {}", text(&found.stderr));
    }
}

#[test]
fn what_is_judged_comes_through_a_pipe_too() {
    let (closed, first) = ("tests/cmd/closed", "examples/first-hour");
    for (command, leads, events) in [
        (
            format!(
                "backtest {closed}.leadrules LEADS --events EVENTS --outcome 'status is won' --at closed --as-of 2026-03-01"
            ),
            format!("{closed}.csv"),
            format!("{closed}-events.csv"),
        ),
        (
            format!(
                "backtest {closed}.leadrules LEADS --no-events --outcome 'status is won' --as-of 2026-03-01 --format json"
            ),
            format!("{closed}.csv"),
            String::new(),
        ),
        (
            format!(
                "diff {first}/first.leadrules {first}/next.leadrules --data LEADS --events EVENTS --as-of 2026-11-23 \
                 --capacity Call=2"
            ),
            format!("{first}/leads.csv"),
            format!("{first}/events.csv"),
        ),
    ] {
        let with = |leads: &str, events: &str| {
            bash(&format!("leadrules {}", command.replace("LEADS", leads).replace("EVENTS", events)))
        };
        let Some(wanted) = with(&leads, &events) else { return };
        assert!(wanted.stdout.len() > 100, "{command}: {}", text(&wanted.stderr));
        for (before, piped) in [(String::new(), format!("<(cat {leads})")), (format!("cat {leads} | "), "-".to_owned())]
        {
            let line = command.replace("LEADS", &piped).replace("EVENTS", &format!("<(cat {events})"));
            let line = format!("{before}leadrules {line}");
            let found = bash(&line).expect("it was there before");
            assert_eq!(text(&found.stdout), text(&wanted.stdout), "{line}: {}", text(&found.stderr));
            assert_eq!(found.status.code(), wanted.status.code(), "{line}: {}", text(&found.stderr));
        }
    }
}

#[test]
fn parquet_comes_through_a_pipe_too() {
    let folder = folder("parquet");
    let file = folder.join("leads.parquet");
    let file = file.display();
    let seen = "--no-events --as-of 2026-11-23 -q";
    let keep = "--keep name --keep country";
    let made = bash(&format!("leadrules score {RULES} {LEADS} {seen} {keep} -o {file}"));
    if made.is_none() {
        return;
    }
    let rules = folder.join("kept.leadrules");
    let kept = "leadrules 1\nlead { id text key; name text }\nscore s { name is known => +1 }\n";
    std::fs::write(&rules, kept).expect("cargo's own folder can be written to");
    let rules = rules.display();
    let from = |data: &str| bash(&format!("{data} {rules} - --input-format parquet --as-of 2026-11-23 -q"));
    let by_file = bash(&format!("leadrules score {rules} {file} --as-of 2026-11-23 -q")).expect("it was there before");
    let by_pipe = from(&format!("cat {file} | leadrules score")).expect("it was there before");
    assert_eq!(text(&by_pipe.stdout), text(&by_file.stdout), "{}", text(&by_pipe.stderr));
    assert!(by_pipe.stdout.len() > 100, "{}", text(&by_pipe.stderr));
}

#[test]
fn standard_input_stands_for_one_file_by_any_of_its_names() {
    let line = format!("cat {LEADS} | leadrules score {RULES} - --events /dev/stdin --as-of 2026-11-23 -q");
    let Some(found) = bash(&line) else { return };
    assert_ne!(found.status.code(), Some(0), "leads and events can't both be standard input");
    assert!(found.stdout.is_empty() && text(&found.stderr).contains("standard input"), "{}", text(&found.stderr));
}

#[test]
fn output_goes_into_pipes_by_any_of_their_names() {
    let folder = folder("names");
    let score = format!("leadrules score {RULES} {LEADS} --no-events --as-of 2026-11-23 --format csv -q");
    let Some(wanted) = bash(&score) else { return };
    assert!(wanted.stdout.len() > 100, "{}", text(&wanted.stderr));
    let log = folder.join("log.csv");
    let log = log.display();
    for line in [
        format!("{score} -o /dev/stdout"),
        format!("{score} -o /dev/stdout | cat"),
        format!("{{ {score} -o /dev/fd/3 3>&1 >/dev/null; }} | cat"),
        // What is appended to a file stays after what was there.
        format!("{score} > {log}; {score} -o /dev/stdout >> {log}; tail -n +$(($(wc -l < {log}) / 2 + 1)) {log}"),
    ] {
        let found = bash(&line).expect("it was there before");
        assert_eq!(text(&found.stdout), text(&wanted.stdout), "{line}: {}", text(&found.stderr));
    }
}

#[test]
fn a_full_disk_is_said() {
    if !Path::new("/dev/full").exists() {
        return skipped("/dev/full");
    }
    for more in ["", "--format json", "--format csv"] {
        let line = format!("leadrules score {RULES} {LEADS} --no-events --as-of 2026-11-23 -q {more} > /dev/full");
        let Some(found) = bash(&line) else { return };
        assert_eq!(found.status.code(), Some(1), "{line}: {}", text(&found.stderr));
        assert!(!text(&found.stderr).trim().is_empty(), "{line}");
        assert!(!text(&found.stderr).contains("panicked"), "{}", text(&found.stderr));
    }
}

#[test]
fn a_disk_that_fills_up_leaves_what_was_there() {
    let folder = folder("full");
    let disk = folder.display();
    // A disk with 8 KiB, for a result of 15.
    let mount = format!("mount -t tmpfs -o size=8k none {disk} 2>/dev/null");
    let inside = |line: &str| bash(&format!("unshare -rm bash -c '{mount} || exit 77; {line}' 2>&1"));
    let Some(tried) = inside("exit 0") else { return };
    if !tried.status.success() {
        return skipped("unshare -rm, and a disk of its own in it");
    }
    for name in ["y.csv", "y.json", "y.ndjson", "y.parquet", "y.xlsx"] {
        let score = format!(
            "leadrules score {RULES} {LEADS} --no-events --as-of 2026-11-23 -q --explain --force -o {disk}/{name}"
        );
        let line = format!("echo old > {disk}/{name}; {score}; code=$?; ls -A {disk}; cat {disk}/{name}; exit $code");
        let found = inside(&line).expect("it was there before");
        let said = text(&found.stdout);
        assert_eq!(found.status.code(), Some(1), "{name}: {said}");
        assert_eq!(said, format!("error: can't write {disk}/{name}: no space left\n{name}\nold\n"), "{name}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_run_in_silence() {
    for command in
        [format!("score {RULES} {LEADS} --no-events --as-of 2026-11-23 -q --format csv"), format!("init {LEADS}")]
    {
        let Some(found) = bash(&format!("set -o pipefail; leadrules {command} | head -1")) else { return };
        assert_eq!(text(&found.stdout).lines().count(), 1, "{command}");
        assert!(text(&found.stderr).trim().is_empty(), "{command}: {}", text(&found.stderr));
    }
}
