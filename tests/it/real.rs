//! Real lead data, if the machine has it (beside the project, in `shared/data`; it is not ours to pass on): `init`
//! gives a file that passes, `score` gives every row, and `explain` adds up to the score.

#![expect(clippy::unwrap_used, reason = "a test, in a function that two tests share")]

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::files;
use crate::skip::skipped;

/// The program's standard output; it must have ended well.
fn leadrules(args: &[&str]) -> String {
    let done = crate::files::program().args(args).output().expect("the program is there");
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("it writes UTF-8")
}

fn through(path: &str, rows: usize, name: &str) {
    let data = files::root().parent().unwrap().join("shared/data").join(path);
    if !data.exists() {
        skipped(&format!("there is no {}", data.display()));
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let rules = folder.join(format!("{name}.leadrules"));
    let (data, rules) = (data.to_str().unwrap(), rules.to_str().unwrap());

    leadrules(&["init", data, "-o", rules, "--force"]);
    let fresh: Value = serde_json::from_str(&leadrules(&["check", rules, "--format", "json"])).unwrap();
    assert_eq!(fresh["findings"], Value::Array(Vec::new()), "a fresh file is without a remark");
    let found: Value = serde_json::from_str(&leadrules(&["check", rules, "--data", data, "--format", "json"])).unwrap();
    assert_eq!(found["errors"], 0);
    let misfits: Vec<&Value> = found["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "LR0902").collect();
    assert!(misfits.is_empty(), "what init says of the data is so: {misfits:#?}");

    let scored = folder.join(format!("{name}.ndjson"));
    leadrules(&["score", rules, data, "-q", "--as-of", "2026-11-23", "--explain", "-o", scored.to_str().unwrap()]);
    let text = files::read(PathBuf::from(&scored));
    let leads: Vec<&str> = text.lines().collect();
    assert_eq!(leads.len(), rows);

    for line in [leads[0], leads[rows - 1]] {
        let lead: Value = serde_json::from_str(line).unwrap();
        let key = lead.as_object().unwrap().values().next().unwrap().as_str().unwrap();
        let why: i64 = lead["why"].as_array().unwrap().iter().map(|rule| rule["points"].as_i64().unwrap()).sum();
        assert_eq!(lead["profile"], why);
        let json = leadrules(&["explain", rules, data, "--lead", key, "--as-of", "2026-11-23", "--format", "json"]);
        let explained: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(explained["stage"], lead["stage"]);
        let score = &explained["scores"][0];
        let parts: i64 = score["parts"].as_array().unwrap().iter().map(|part| part["points"].as_i64().unwrap()).sum();
        assert_eq!((&score["points"], &score["sum"]), (&lead["profile"], &Value::from(parts)));
    }
}

#[test]
fn a_course_sellers_leads() {
    through("xeducation/Leads.csv", 9_240, "xeducation");
}

#[test]
fn a_banks_leads_without_a_key() {
    through("bank-marketing/bank-additional-full.csv", 41_188, "bank");
}
