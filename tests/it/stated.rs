//! What the pages on data and on the command line state, with their numbers and words, holds: sentences are read from
//! the pages, so that what is added there is tried too.
#![expect(clippy::unwrap_used, reason = "a test, in functions that several tests share")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Output;

const DATA: &str = include_str!("../../docs/data.md");
const CLI: &str = include_str!("../../docs/cli.md");

const RULES: &str = "leadrules 1\nlead {\n  id text key\n  ok yes/no\n  n number\n}\nscore fit {\n  ok is yes => +1\n  ok is no => -1\n  \
                     n is known => +10\n}\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stated").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("my.leadrules"), RULES).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    crate::files::program().current_dir(folder).args(args).output().unwrap()
}

/// What is in backquotes in the part of a page that begins and ends in this way.
fn quoted(page: &str, begins: &str, ends: &str) -> Vec<String> {
    let (_, rest) = page.split_once(begins).unwrap();
    let (part, _) = rest.split_once(ends).unwrap();
    part.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether the page on data says this, however its lines are broken.
fn is_stated(words: &str) -> bool {
    DATA.split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
}

/// The points of each lead, and what was said.
fn scored(folder: &Path, name: &str, text: &[u8]) -> (Vec<String>, String) {
    std::fs::write(folder.join(name), text).unwrap();
    let done = run(folder, &["score", "my.leadrules", name, "--as-of", "2026-11-23"]);
    let rows = String::from_utf8(done.stdout).unwrap();
    let said = String::from_utf8_lossy(&done.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    (rows.lines().skip(1).map(|row| row.split(',').nth(1).unwrap().to_owned()).collect(), said)
}

#[test]
fn every_extension_is_read() {
    let folder = folder("extensions");
    let mut table = String::from("id\tok\tn\na\tyes\t1\n");
    let lines = "{\"id\": \"a\", \"ok\": true, \"n\": 1}\n";
    for extension in quoted(DATA, "| format | extensions |", "## CSV as it comes") {
        let text = match &*extension {
            ".json" | ".ndjson" | ".jsonl" | ".gz" | ".zst" => lines,
            ".csv" | ".tsv" | ".tab" | ".txt" => &*table,
            // What is described on other pages than these, and files that only a program can make.
            _ => continue,
        };
        if matches!(&*extension, ".gz" | ".zst") {
            continue;
        }
        let (points, said) = scored(&folder, &format!("x{extension}"), text.as_bytes());
        assert_eq!(points, ["11"], "{extension}: {said}");
        // Any of them can be written to a workbook and to Parquet, which are read under each of their names.
        for (written, names) in [("y.xlsx", ["z.xlsx", "z.xlsm"]), ("y.parquet", ["z.parquet", "z.pq"])] {
            let data = format!("x{extension}");
            let keep = ["score", "my.leadrules", &data, "--keep", "ok,n", "-o", written, "--force", "-q"];
            assert!(run(&folder, &keep).status.success(), "{extension}");
            for name in names {
                std::fs::copy(folder.join(written), folder.join(name)).unwrap();
                let done = run(&folder, &["score", "my.leadrules", name, "-q"]);
                assert!(String::from_utf8_lossy(&done.stdout).contains("a,11,"), "{name}");
            }
        }
    }
    // Any of the four delimiters.
    for mark in [",", ";", "|"] {
        table = table.replace(['\t', ',', ';'], mark);
        assert_eq!(scored(&folder, "x.csv", table.as_bytes()).0, ["11"], "{mark}");
    }
}

#[test]
fn every_word_for_yes_and_no_is_one() {
    let (_, rest) = DATA.split_once("- **Yes and no**: ").unwrap();
    let pairs = rest.split_once(", in any").unwrap().0.replace('\n', " ");
    let mut text = String::from("id,ok,n\n");
    let mut count = 0;
    for pair in pairs.split(", ") {
        let (yes, no) = pair.trim().split_once('/').unwrap();
        for word in [yes, no] {
            write!(text, "a,{word},\na,{},\n", word.to_uppercase()).unwrap();
        }
        count += 1;
    }
    let (points, said) = scored(&folder("words"), "x.csv", text.as_bytes());
    assert!(count >= 12, "{pairs}");
    assert_eq!(points, ["1", "1", "-1", "-1"].repeat(count), "{text}\n{said}");
}

#[test]
fn the_header_is_found_within_64_rows_that_hold_something() {
    assert!(is_stated("within the first 64 rows that hold something"));
    let folder = folder("header");
    let text = |above: usize| "# made by a program\n\n".repeat(above) + "id,ok,n\na,yes,\n";
    assert_eq!(scored(&folder, "x.csv", text(63).as_bytes()).0, ["1"]);
    let (points, said) = scored(&folder, "x.csv", text(64).as_bytes());
    assert!(points.is_empty() && said.contains("none of its columns is one that the rules speak of"), "{said}");
    let done = run(&folder, &["score", "my.leadrules", "x.csv", "--header-row", "129", "-q"]);
    assert!(String::from_utf8_lossy(&done.stdout).contains("a,1,"));
}

#[test]
fn one_line_of_ten_in_utf8_makes_a_file_that() {
    assert!(is_stated("of the lines with letters beyond ASCII one in ten is"));
    let folder = folder("encoding");
    let text = |odd: usize| [b"id,ok,n\nCaf\xc3\xa9,yes,\n".to_vec(), b"Caf\xe9,yes,\n".repeat(odd)].concat();
    let (_, said) = scored(&folder, "x.csv", &text(9));
    assert!(said.contains("(comma, UTF-8, LF)") && said.contains("9 not in UTF-8, read as Windows-1252"), "{said}");
    assert!(scored(&folder, "x.csv", &text(10)).1.contains("(comma, Windows-1252, LF)"));
}

#[test]
fn a_row_may_have_64_mib_and_more_where_that_is_said() {
    assert!(is_stated("may have 64 MiB each, or as many as `--longest-row` says"));
    let folder = folder("rows");
    let mib = 1 << 20;
    let lines = |size: usize| format!("{{\"id\": \"{}\", \"ok\": true}}\n", "x".repeat(size * mib));
    let csv = |size: usize| format!("id,ok,n\n{},yes,\n", "x".repeat(size * mib));
    let mut tried = crate::share::tried();
    for (name, text) in [("x.csv", csv(65)), ("x.ndjson", lines(65))] {
        if tried.next() == Some(false) {
            continue;
        }
        std::fs::write(folder.join(name), text).unwrap();
        let (points, said) = {
            let done = run(&folder, &["score", "my.leadrules", name, "-q"]);
            (done.stdout, String::from_utf8_lossy(&done.stderr).into_owned())
        };
        assert!(
            points.is_empty() && said.contains("longer than 64 MiB") && said.contains("--longest-row"),
            "{name}: {said}"
        );
        let done =
            run(&folder, &["score", "my.leadrules", name, "-q", "--longest-row", "70", "-o", "out.csv", "--force"]);
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
fn every_option_of_reading_is_one_of_every_command_that_reads() {
    let begins = "### Reading data";
    let (_, part) = CLI.split_once(begins).unwrap();
    let (part, _) = part.split_once("### When it is").unwrap();
    let options: Vec<&str> = part
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|line| line.split([' ', '`']).next().unwrap())
        .collect();
    let longest = options.iter().filter(|option| option.starts_with("--")).count();
    assert!(longest >= 8, "{options:?}");
    let folder = folder("options");
    for command in ["init", "check", "score", "explain", "diff", "timeline", "backtest", "suggest", "report"] {
        let help = String::from_utf8(run(&folder, &["help", command]).stdout).unwrap();
        for option in &options {
            // `init` has no rules that data could fail to fit.
            if command == "init" && matches!(*option, "--missing-columns" | "--max-invalid") {
                continue;
            }
            assert!(help.contains(&format!("{option} <")), "{command} {option}");
            let twin = match *option {
                "--longest-row" | "--missing-columns" | "--max-invalid" => continue,
                "--input-format" => "--events-format".to_owned(),
                option => option.replacen("--", "--events-", 1),
            };
            assert!(help.contains(&format!("{twin} <")), "{command} {twin}");
        }
    }
}

#[test]
fn an_explained_lead_has_every_part_that_is_named() {
    let folder = folder("explained");
    std::fs::write(folder.join("x.csv"), "id,ok,n\na,yes,1\n").unwrap();
    let done = run(&folder, &["explain", "my.leadrules", "x.csv", "--lead", "a", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let names = quoted(CLI, "As JSON it is an object with ", "(each `promise`");
    assert!(names.len() > 9, "{names:?}");
    for name in &names {
        assert!(found.get(name).is_some(), "{name}");
    }
    for name in ["points", "sum", "range_changed", "parts"] {
        assert!(found["scores"][0].get(name).is_some(), "{name}");
    }
    for name in ["kind", "raw", "cap_changed", "points", "outcome", "because", "place", "condition"] {
        assert!(found["scores"][0]["parts"][0].get(name).is_some(), "{name}");
    }
}

#[test]
fn a_number_that_is_none_is_told_in_words_of_people() {
    let folder = folder("numbers");
    std::fs::write(folder.join("x.csv"), "id,ok,n\na,yes,1\n").unwrap();
    let (rules, data) = ("my.leadrules", "x.csv");
    for (call, said) in [
        (vec!["score", rules, data, "--threads", "0"], "it is a whole number from 1 to 256"),
        (vec!["score", rules, data, "--longest-row", "x"], "it is a whole number from 1 to 65535"),
        (vec!["score", rules, data, "--header-row", "0"], "it is the number of a line or row, from 1"),
        (vec!["score", rules, data, "--max-invalid", "140%"], "it is a share from 0% to 100%"),
        (vec!["diff", rules, rules, "--data", data, "--leads", "many"], "it is a whole number from 0 on"),
        (vec!["timeline", rules, data, "--lead", "a", "--ahead", "4000"], "it is a whole number from 0 to 3660"),
        (
            vec!["backtest", rules, data, "--outcome", "n is known", "--bands", "1.5"],
            "it is a whole number from 2 to 50",
        ),
        (
            vec!["suggest", rules, data, "--outcome", "n is known", "--holdout", "99"],
            "it is a whole number from 5 to 90",
        ),
        (vec!["suggest", rules, data, "--outcome", "n is known", "--seed", "-"], "it is a whole number from 0 on"),
        (vec!["report", rules, data, "--top", "99999999"], "it is a whole number from 0 to 65535"),
    ] {
        let done = run(&folder, &call);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{call:?}: {told}");
        assert!(told.contains(said), "{call:?}: {told}");
    }
}
