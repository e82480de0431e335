//! A backtest with moments: each lead as it was right before its outcome, wherever its events come from.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

fn backtest(leads: &str, more: &[&str]) -> Value {
    let done = Command::new(env!("CARGO_BIN_EXE_leadrules"))
        .current_dir(crate::files::root())
        .args(["backtest", "tests/cmd/closed.leadrules", leads, "--outcome", "status is won", "--format", "json"])
        .args(["--as-of", "2026-03-01"])
        .args(more)
        .output()
        .expect("the program is there");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("it writes JSON")
}

#[test]
fn events_in_leads_and_in_a_log_are_the_same() {
    let leads = [
        json!({"id": "1", "closed": "2026-01-03", "status": "won", "size": 12,
               "events": [{"event": "visit", "time": "2026-01-02T10:00Z"}]}),
        json!({"id": "2", "closed": "2026-02-03", "status": "lost", "size": 3,
               "events": [{"event": "visit", "time": "2026-02-03T10:00Z"}, {"event": "visit", "time": "2025-12-03T10:00Z"}]}),
        json!({"id": "3", "closed": null, "status": "won", "size": 30, "events": []}),
        json!({"id": "4", "closed": "2026-02-10", "status": null, "size": 3, "events": []}),
    ];
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("closed.ndjson");
    let text: String = leads.iter().map(|lead| format!("{lead}\n")).collect();
    std::fs::write(&path, text).expect("a file can be written");
    for at in [&[][..], &["--at", "closed"]] {
        let nested = backtest(path.to_str().expect("UTF-8"), at);
        let log = backtest("tests/cmd/closed.csv", &[&["--events", "tests/cmd/closed-events.csv"], at].concat());
        assert_eq!(nested, log);
    }
}

#[test]
fn what_comes_later_does_not_count() {
    let events = ["--events", "tests/cmd/closed-events.csv"];
    let fired =
        |at: &[&str]| backtest("tests/cmd/closed.csv", &[&events, at].concat())["rules"][1]["with"]["leads"].clone();
    // Lead 1 visited the day before it was won; lead 2 on the very day it was lost, and two months earlier.
    assert_eq!(fired(&["--at", "closed"]), json!(1));
    // Seen from March, the visit on the day of the outcome lies within 30 days.
    assert_eq!(fired(&[]), json!(1));
    let both = backtest("tests/cmd/closed.csv", &[&events[..], &["--at", "closed"]].concat());
    assert_eq!(both["rules"][1]["with"]["conversions"], json!(1), "the one that was won");
    let today = backtest("tests/cmd/closed.csv", &events);
    assert_eq!(today["rules"][1]["with"]["conversions"], json!(0), "the one that was lost");
}
