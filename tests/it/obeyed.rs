//! Nothing from data, titles, names or paths is ever obeyed by a terminal: people see it spelt out, programs get it as
//! it is.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::files;
use leadrules_language::visible;

/// A window title, a colour, a text that changes direction, and a line that was never there.
const HOSTILE: &str = "\u{1b}]0;x\u{7}\u{1b}[31m\u{202e}\u{9b}2J\u{7f}\u{2028}end";
const SPELT: &str = "\\x1b]0;x\\x07\\x1b[31m\\u{202e}\\u{9b}2J\\x7f\\u{2028}end";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("obeyed").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let rules = format!(
        "leadrules 1\nlead {{\n  id text key\n  name text\n  n number\n}}\n\
         score a {{\n  name mentions \"x\" and n < 9 => +5 # \u{1b}]0;x\u{7}\n  name is \"{HOSTILE}\" => +1\n}}\n\
         stages {{\n  a >= 5 => hot\n}}\n\
         test \"{HOSTILE}\" {{\n  lead name \"{HOSTILE}\"\n  expect a = 9\n}}\n"
    );
    std::fs::write(folder.join("my.leadrules"), rules).expect("a folder of our own");
    std::fs::write(
        folder.join("leads.csv"),
        format!("id,name,n,{HOSTILE}\n1,{HOSTILE},{HOSTILE},{HOSTILE}\n{HOSTILE},b,2,c\n"),
    )
    .expect("a folder of our own");
    std::fs::write(
        folder.join("wrong.leadrules"),
        format!("leadrules 1\nlead {{\n  id text key\n}}\nscore a {{ nme is \"{HOSTILE}\" => +1 }}\n"),
    )
    .expect("a folder of our own");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(args).output().expect("the program is there")
}

#[test]
fn people_see_what_a_terminal_would_obey() {
    let folder = folder("people");
    let commands: [&[&str]; 13] = [
        &["score", "my.leadrules", "leads.csv", "--format", "table", "--keep", HOSTILE],
        &["score", "my.leadrules", "leads.csv", "--format", "table", "--keep", "name", "--explain"],
        &["explain", "my.leadrules", "leads.csv", "--lead", "1"],
        &["explain", "my.leadrules", "leads.csv", "--lead", HOSTILE],
        &["explain", "my.leadrules", "leads.csv", "--lead", "1", "--to", "hot"],
        &["explain", "my.leadrules", "leads.csv", "--lead", "1", "--to", HOSTILE],
        &["explain", "my.leadrules", "leads.csv", "--lead", "\u{1b}]0;"],
        &["timeline", "my.leadrules", "leads.csv", "--lead", HOSTILE],
        &["test", "my.leadrules"],
        &["check", "wrong.leadrules"],
        &["check", "my.leadrules", "--data", "leads.csv"],
        &["check", HOSTILE],
        &["check", "--\u{1b}]0;"],
    ];
    let mut spelt = 0;
    for args in commands {
        for colour in ["never", "always"] {
            let mut args = args.to_vec();
            args.extend(["--color", colour]);
            if ["score", "explain", "timeline"].contains(&args[0]) {
                args.push("--no-events");
            }
            let done = run(&folder, &args);
            for bytes in [&done.stdout, &done.stderr] {
                let text = String::from_utf8_lossy(bytes);
                assert_eq!(visible::page(&text), text, "{args:?}");
                assert!(!text.contains("\u{1b}[31m\\u{202e}"), "{args:?} takes a colour from the data: {text:?}");
                assert!(colour == "always" || !text.contains('\u{1b}'), "{args:?}");
                assert!(!text.contains("nothing was run"), "{args:?}: {text}");
                spelt += usize::from(text.contains("\\x1b]0;"));
            }
        }
    }
    assert!(spelt >= 2 * commands.len() - 2, "only {spelt} show it");
}

#[test]
fn what_was_typed_wrongly_is_not_obeyed_either() {
    for argument in ["--\u{1b}]0;x\u{7}", "--\u{202e}"] {
        let mut command = crate::files::program();
        let done = command.args(["check", argument]).env("CLICOLOR_FORCE", "1").output().unwrap();
        let text = String::from_utf8(done.stderr).unwrap();
        assert_eq!(visible::page(&text), text);
        assert_eq!(done.status.code(), Some(1));
    }
}

#[test]
fn a_line_underlines_what_is_spelt_out() {
    let shown = String::from_utf8(run(&folder("underlined"), &["check", "wrong.leadrules"]).stdout).unwrap();
    assert!(shown.contains(SPELT), "{shown}");
}

#[test]
fn programs_get_values_as_they_are() {
    let folder = folder("programs");
    let csv = run(&folder, &["score", "my.leadrules", "leads.csv", "--no-events", "-q", "--keep", "name"]);
    assert!(String::from_utf8(csv.stdout).unwrap().contains(HOSTILE));
    for args in [
        &["score", "my.leadrules", "leads.csv", "--no-events", "-q", "--keep", "name", "--format", "json"][..],
        &["explain", "my.leadrules", "leads.csv", "--no-events", "--lead", HOSTILE, "--format", "json"],
    ] {
        let json: serde_json::Value = serde_json::from_slice(&run(&folder, args).stdout).unwrap();
        let kept = if args[0] == "score" { &json[0]["name"] } else { &json["key"] };
        assert_eq!(kept, HOSTILE, "{args:?}");
    }
    let sql = run(&folder, &["sql", "my.leadrules", "--dialect", "duckdb", "--no-events", "--as-of", "2026-01-01"]);
    assert!(String::from_utf8(sql.stdout).unwrap().contains("\u{202e}"));
    let tidy = run(&folder, &["fmt", "my.leadrules"]);
    assert!(tidy.status.success());
    assert!(files::read(folder.join("my.leadrules")).contains(HOSTILE));
}
