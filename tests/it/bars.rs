//! What `bars` says of each place of a bar is what comes out when the bar is put there.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{files, share};

fn run(args: &[&str]) -> Vec<u8> {
    let mut command = crate::files::program();
    let done = command.current_dir(files::root()).args(args).output().expect("the program is there");
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// How many leads are at these stages, and how many of them converted, where `outcome` is a column that says yes.
fn at_stages(rules: &str, data: &[&str], stages: &[&str], outcome: Option<&str>) -> (u64, u64) {
    let keep = outcome.map_or(vec![], |column| vec!["--keep", column]);
    let fixed = ["-q", "--as-of", "2026-11-23", "--format", "json"];
    let written = run(&[&["score", rules], data, &fixed, &keep].concat());
    let leads: Vec<Value> = serde_json::from_slice(&written).expect("it writes JSON");
    let there = leads.iter().filter(|lead| lead["stage"].as_str().is_some_and(|stage| stages.contains(&stage)));
    let converted = there.clone().filter(|lead| outcome.is_some_and(|column| lead[column] == "yes"));
    (there.count() as u64, converted.count() as u64)
}

/// A folder with copies of the files beside this one, of which it may be made.
fn beside(rules: &Path) -> PathBuf {
    let name = rules.file_stem().expect("it has a name");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bars").join(name);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    for file in files::children(rules.parent().expect("it lies in a folder")).iter().filter(|file| file.is_file()) {
        std::fs::copy(file, folder.join(file.file_name().expect("a file"))).expect("it can be copied");
    }
    folder
}

/// Holds all places of a file's bars to runs with the bar there; the lines of bars are told apart by their texts.
fn holds(rules: &str, data: &[&str], outcome: Option<(&str, &str)>, stages: &[&str]) {
    let condition = outcome.map_or(vec![], |(condition, _)| vec!["--outcome", condition]);
    let fixed = ["--as-of", "2026-11-23", "--format", "json"];
    let written = run(&[&["bars", rules], data, &fixed, &condition].concat());
    let judged: Value = serde_json::from_slice(&written).expect("it writes JSON");
    let text = files::read(rules);
    let folder = beside(Path::new(rules));
    let bars = judged["bars"].as_array().expect("a list");
    assert!(bars.len() > 1, "{rules}");
    let (mut compared, mut tried) = (0, share::tried());
    for bar in bars {
        let (stage, score, now) = (&bar["stage"], bar["score"].as_str().expect("a name"), &bar["now"]);
        let stage = stage.as_str().expect("a name");
        let from = stages.iter().position(|name| *name == stage).expect("one of them");
        // A step ends with its name, on the same line or the next.
        let asks = format!("{score} >= {now}");
        let is_of =
            |line: &str| line.split("=> ").nth(1).is_some_and(|end| end.split([' ', ',']).next() == Some(stage));
        let line = text
            .lines()
            .zip(text.lines().skip(1))
            .find(|(line, next)| line.contains(&asks) && (is_of(line) || !line.contains("=>") && is_of(next)))
            .expect("the bar stands in a line")
            .0;
        for place in bar["places"].as_array().expect("a list") {
            compared += 1;
            if tried.next() == Some(false) {
                continue;
            }
            let moved = line.replace(&format!("{score} >= {now}"), &format!("{score} >= {}", place["at"]));
            let path = folder.join("moved.leadrules");
            std::fs::write(&path, text.replace(line, &moved)).expect("a file can be written");
            let path = path.to_str().expect("UTF-8");
            let (leads, converted) = at_stages(path, data, &stages[from..], outcome.map(|(_, column)| column));
            assert_eq!((&place["leads"], &place["rate"]["conversions"]), (&leads.into(), &converted.into()), "{moved}");
            assert_eq!(place["kept"]["conversions"], converted);
        }
    }
    assert!(compared > 20, "{rules}: {compared}");
}

#[test]
fn each_place_is_what_comes_out_with_the_bar_there() {
    let inbound = ["examples/inbound/leads.csv", "--events", "examples/inbound/events.csv"];
    holds("examples/inbound/inbound.leadrules", &inbound, None, &["Lead", "MQL", "SQL"]);
    let signups = ["examples/signups/signups.csv"];
    holds("examples/signups/signups.leadrules", &signups, Some(("customer", "Became a customer")), &["Watch", "Call"]);
}
