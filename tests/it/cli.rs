//! The program as a program: what it prints, and how it ends. The cases are in `tests/cmd/`; run with
//! `TRYCMD=overwrite` to accept what it prints now.

use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::files;

/// The program, as cargo built it.
fn leadrules() -> Command {
    let mut command = crate::files::program();
    command.env_remove("NO_COLOR").current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(args: &[&str]) -> Output {
    leadrules().args(args).output().expect("the program is there")
}

/// A folder for this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    folder
}

const RULES: &str = "examples/inbound/inbound.leadrules";
const LEADS: &str = "examples/inbound/leads.csv";
const EVENTS: &str = "examples/inbound/events.csv";

fn score(more: &[&str]) -> Output {
    let mut args = vec!["score", RULES, LEADS, "--events", EVENTS, "--as-of", "2026-11-23"];
    args.extend(more);
    run(&args)
}

#[test]
fn commands_print_what_their_cases_say() {
    trycmd::TestCases::new()
        .env("COLUMNS", "100")
        .env("LC_ALL", "C.UTF-8")
        .default_bin_path(env!("CARGO_BIN_EXE_leadrules"))
        .case("docs/backtest.md")
        .case("docs/decide.md")
        .case("docs/suggest.md")
        .case("tests/cmd/*.trycmd");
}

#[test]
fn nobody_hears_of_a_reader_that_has_seen_enough() {
    let folder = folder("pipe");
    let mut leads = String::from("id,name\n");
    for number in 0..50_000 {
        writeln!(leads, "{number},Somebody with a longer name").unwrap();
    }
    std::fs::write(folder.join("leads.csv"), leads).unwrap();
    std::fs::write(
        folder.join("my.leadrules"),
        "leadrules 1\nlead {\n  id text key\n  name text\n}\nscore a { name is known => +1 }\n",
    )
    .unwrap();
    for format in ["csv", "ndjson", "json", "parquet", "xlsx"] {
        let mut child = leadrules()
            .current_dir(&folder)
            .args(["score", "my.leadrules", "leads.csv", "-q", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 1]).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}");
        assert!(ended.status.success(), "{format}");
    }
}

#[test]
fn every_format_holds_every_lead() {
    let folder = folder("formats");
    let rows = files::read(LEADS).lines().count() - 1;
    for name in ["out.csv", "out.ndjson", "out.json", "out.parquet", "out.xlsx", "out.txt"] {
        let path = folder.join(name);
        let done = score(&["-q", "--explain", "--keep", "name", "-o", path.to_str().unwrap()]);
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
        assert_eq!((done.stdout.len(), done.stderr.len()), (0, 0), "{name}");
        let text = || files::read(&path);
        let count = match name {
            "out.csv" => text().lines().count() - 1,
            "out.ndjson" => text().lines().count(),
            "out.json" => serde_json::from_str::<serde_json::Value>(&text()).unwrap().as_array().unwrap().len(),
            "out.txt" => text().lines().count() - 2,
            // What the program writes, it can read.
            _ => {
                std::fs::write(
                    folder.join("again.leadrules"),
                    "leadrules 1\nlead {\n  id text key\n  profile number\n}\n",
                )
                .unwrap();
                let rules = folder.join("again.leadrules");
                let again = run(&["score", rules.to_str().unwrap(), path.to_str().unwrap(), "-q"]);
                String::from_utf8(again.stdout).unwrap().lines().count() - 1
            }
        };
        assert_eq!(count, rows, "{name}");
    }
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 7, "no temporary file is left behind: {left:?}");
}

#[test]
fn threads_change_nothing() {
    let one = score(&["--threads", "1", "--explain"]);
    let four = score(&["--threads", "4", "--explain"]);
    assert_eq!(one, four);
}

#[test]
fn a_run_that_fails_leaves_the_old_file() {
    let folder = folder("old");
    let (leads, out) = (folder.join("leads.csv"), folder.join("out.csv"));
    std::fs::write(&leads, "Record ID,name\n1,\"An\n").unwrap();
    std::fs::write(&out, "precious\n").unwrap();
    let done = run(&["score", RULES, leads.to_str().unwrap(), "--no-events", "-o", out.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(files::read(&out), "precious\n");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let wrong = folder("colour").join("wrong.leadrules");
    std::fs::write(&wrong, "leadrules 1\nlead {\n  id text key\n}\nscore a { nme is known => +1 }\n").unwrap();
    let check = |colour: &str| run(&["check", wrong.to_str().unwrap(), "--color", colour]).stdout;
    assert!(!check("auto").contains(&0x1b));
    assert!(!check("never").contains(&0x1b));
    assert!(check("always").contains(&0x1b));
}

#[test]
fn standard_input_can_stand_for_any_file() {
    let (rules, leads) = ("examples/first-hour/first.leadrules", "examples/first-hour/leads.csv");
    let rows = files::read(leads).lines().count();
    let arguments = [["score", "-", leads, "--no-events", "-q"], ["score", rules, "-", "--no-events", "-q"]];
    for (args, file) in arguments.into_iter().zip([rules, leads]) {
        let mut command = leadrules();
        command.args(args).args(["--as-of", "2026-11-23"]).stdin(std::fs::File::open(file).unwrap());
        let lines = String::from_utf8(command.output().unwrap().stdout).unwrap().lines().count();
        assert_eq!(lines, rows, "{args:?}");
    }
}

#[test]
fn shells_and_manuals_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).stdout;
        assert!(String::from_utf8(script).unwrap().contains("explain"), "{shell}");
    }
    let folder = folder("man");
    assert!(run(&["man", folder.to_str().unwrap()]).status.success());
    for page in ["leadrules.1", "leadrules-score.1", "leadrules-init.1"] {
        assert!(folder.join(page).exists(), "{page}");
    }
}

#[test]
fn fixes_are_applied_until_none_is_left() {
    let folder = folder("fix");
    let path = folder.join("my.leadrules");
    let text = files::read("tests/cmd/wrong.leadrules").replace("id         text\n", "id         text key\n");
    std::fs::write(&path, text.replace("> 50             =>", "> 50             ->")).unwrap();
    // The arrow is certainly meant; the name is the nearest one, which the author must judge.
    let done = run(&["check", path.to_str().unwrap(), "--fix"]);
    assert_eq!(done.status.code(), Some(2), "{}", String::from_utf8_lossy(&done.stdout));
    let mended = files::read(&path);
    assert!(mended.contains("job_titel mentions \"owner\" =>") && mended.contains("> 50             =>"), "{mended}");
    assert!(String::from_utf8_lossy(&done.stderr).starts_with("mended 1 finding in "));
    let done = run(&["check", path.to_str().unwrap(), "--fix=guesses"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    assert!(files::read(&path).contains("job_title mentions \"owner\" =>"));
}

#[test]
fn build_servers_get_a_report() {
    let path = folder("junit").join("report.xml");
    let done = run(&["test", "tests/cmd/failing.leadrules", "--junit", path.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(3));
    let report = files::read(&path);
    assert!(report.contains("tests=\"2\" skipped=\"0\" failures=\"1\""), "{report}");
    assert!(report.contains("name=\"a middling company\""), "{report}");
    let json = run(&["test", "tests/cmd/failing.leadrules", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json[0]["report"]["tests"][1]["failures"][0]["expected"], "profile = 20");
}

#[test]
fn code_scanning_gets_every_code_and_place() {
    let done = run(&["check", "tests/cmd/wrong.leadrules", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), leadrules_language::codes::ALL.len());
    let result = run["results"].as_array().unwrap().iter().find(|result| result["ruleId"] == "LR0201").unwrap();
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "tests/cmd/wrong.leadrules");
    assert_eq!(place["region"]["startLine"], 10);
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "job_title");
}

#[test]
#[cfg(unix)]
fn a_run_that_is_stopped_leaves_nothing_behind() {
    use std::io::Write as _;
    let folder = folder("stopped");
    let out = folder.join("scored.csv");
    let args = ["score", RULES, "-", "--no-events", "--as-of", "2026-11-23", "-o", out.to_str().unwrap()];
    let pipe = std::process::Stdio::piped;
    let mut running = leadrules().args(args).stdin(pipe()).stderr(pipe()).spawn().expect("the program is there");
    let mut leads = running.stdin.take().unwrap();
    let header = "Record ID,name,email,phone,company,job_title,country,industry,Number of employees,budget,consent,created,Lifecycle stage\n";
    leads.write_all(header.as_bytes()).unwrap();
    let line = "1,An,an@brewery.example,,,,BE,,150,,yes,2026-01-01,\n".repeat(1000);
    let files = || std::fs::read_dir(&folder).unwrap().count();
    // The pipe stays open, so the run waits for more leads until somebody stops it.
    while files() == 0 {
        leads.write_all(line.as_bytes()).expect("the run goes on");
    }
    let stopped = Command::new("kill").args(["-INT", &running.id().to_string()]).status().expect("kill is there");
    assert!(stopped.success());
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(files(), 0, "an unfinished file is left");
}

#[test]
fn a_lead_that_breaks_a_promise_is_saved_as_a_test_once() {
    let folder = folder("witness");
    let planted = crate::files::read("tests/planted/a-promise-without-the-bar.leadrules");
    std::fs::write(folder.join("my.leadrules"), &planted).unwrap();
    let run = |args: &[&str]| leadrules().current_dir(&folder).args(args).output().unwrap();
    let check = ["check", "my.leadrules", "--save-witness", "--as-of", "2026-01-01T00:00Z"];
    assert_eq!(run(&check).status.code(), Some(3));
    let saved = crate::files::read(folder.join("my.leadrules"));
    assert!(saved.starts_with(planted.trim_end()), "the rules stay as they are");
    assert_eq!(run(&["test", "my.leadrules"]).status.code(), Some(3), "it fails until the rules are mended");
    run(&check);
    assert_eq!(crate::files::read(folder.join("my.leadrules")), saved, "it is written once");
    let mended = saved.replace("engagement >= 60 =>", "engagement >= 60 and email is known =>");
    std::fs::write(folder.join("my.leadrules"), mended).unwrap();
    assert_eq!(run(&["test", "my.leadrules"]).status.code(), Some(0));
    assert_eq!(run(&check).status.code(), Some(0));
}

#[test]
fn what_score_wrote_is_read_back_as_the_earlier_run() {
    let folder = folder("previous");
    for format in ["csv", "json", "ndjson", "parquet", "xlsx"] {
        let last = folder.join(format!("last.{format}"));
        let last = last.to_str().unwrap();
        assert!(score(&["-o", last, "--quiet"]).status.success(), "{format}");
        let again = score(&["--previous", last, "--only-changes", "--quiet", "--format", "csv"]);
        assert_eq!(String::from_utf8_lossy(&again.stdout).lines().count(), 1, "{format}: nothing changed since");
    }
}
