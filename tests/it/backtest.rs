//! A backtest with moments: each lead as it was right before its outcome, wherever its events come from.

use std::path::Path;

use serde_json::{Value, json};

fn backtest(leads: &str, more: &[&str]) -> Value {
    let done = crate::files::program()
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

/// An account is seen right before its moment, with all its leads as they were then: of two events, one came too late.
#[test]
fn accounts_are_seen_before_their_moments() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("accounts-by-moment");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file can be written");
    write(
        "of.leadrules",
        "leadrules 1\nlead { id text key\n company text }\naccount { id text key\n won yes/no, outcome\n leads by company }\n\
         events { visit }\nscore warmth of account { visit => +10 each\n count of leads => +1 each }\n\
         stages of account { warmth >= 12 => Warm }\n",
    );
    write("leads.csv", "id,company\n1,a\n2,a\n3,b\n4,c\n");
    write("accounts.csv", "id,won,decided\na,yes,2026-01-10\nb,no,2026-01-10\nd,no,2026-02-10\n");
    write(
        "events.csv",
        "lead,event,time\n1,visit,2026-01-09T10:00Z\n2,visit,2026-01-10T10:00Z\n3,visit,2026-01-11T10:00Z\n",
    );
    let run = |more: &[&str]| -> Value {
        let done = crate::files::program()
            .current_dir(&folder)
            .args(["backtest", "of.leadrules", "leads.csv", "--events", "events.csv", "--accounts", "accounts.csv"])
            .args(["--as-of", "2026-03-01", "--of", "accounts", "--outcome", "won", "--format", "json"])
            .args(more)
            .output()
            .expect("the program is there");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).expect("it writes JSON")
    };
    let bands = |document: &Value| -> Vec<(Value, Value)> {
        let bands = document["scores"][0]["bands"].as_array().expect("bands").iter();
        bands.map(|band| (band["to"].clone(), band["conversions"].clone())).collect()
    };
    let at_once = run(&[]);
    // Account `a`: two leads and two visits; `b`: one of each; `d`: nothing. Of `c` nobody knows what became.
    assert_eq!(bands(&at_once), [(json!(22), json!(1)), (json!(11), json!(0)), (json!(0), json!(0))]);
    assert_eq!((&at_once["of"], &at_once["leads"], &at_once["unknown"]), (&json!("accounts"), &json!(4), &json!(1)));
    let before = run(&["--at", "decided"]);
    assert_eq!(bands(&before), [(json!(12), json!(1)), (json!(1), json!(0)), (json!(0), json!(0))]);
    assert_eq!(before["months"].as_array().map(Vec::len), Some(2));
}
