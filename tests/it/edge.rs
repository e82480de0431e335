//! Messages at the edge: what people are told when files are in the wrong place, names look alike, many things are
//! wrong at once, or nobody reads on.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::rules;

/// A folder with rules, leads and events.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("edge-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    write(&folder, "my.leadrules", RULES);
    write(&folder, "leads.csv", LEADS);
    write(&folder, "events.csv", "lead,event,time\n1,demo,2026-11-01\n");
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("it can be written");
}

const RULES: &str = "leadrules 1\nlead {\n  id text key\n  mail email\n  name text\n  size number\n}\nevents {\n  demo\n}\n\
                     score fit { size > 10 => +5 }\nscore heat { demo => +5 }\nstages { fit >= 5 => Warm }\n";

const LEADS: &str = "id,mail,name,size,\"Omzet (k€, 2025)\"\n1,an@a.example,An Peeters,5,7\n1,bo@b.example,Bo Smets,50,8\n\
                     2,cy@c.example,Cy Maes,50,9\n";

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(args).output().expect("the program is there")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn what_stands_in_the_wrong_place_is_said_in_one_line() {
    let folder = folder("swapped");
    let mut calls: Vec<Vec<&str>> = vec![
        vec!["check", "leads.csv"],
        vec!["test", "leads.csv"],
        vec!["init", "my.leadrules"],
        vec!["check", "my.leadrules", "--data", "my.leadrules"],
        vec!["check", "my.leadrules", "--data", "events.csv", "--events", "leads.csv"],
        vec!["diff", "my.leadrules", "leads.csv"],
        vec!["diff", "my.leadrules", "my.leadrules", "--data", "events.csv", "--events", "leads.csv"],
    ];
    let more: [(&str, &[&str]); 6] = [
        ("score", &[]),
        ("explain", &["--lead", "1"]),
        ("timeline", &["--lead", "1"]),
        ("backtest", &["--outcome", "name is known"]),
        ("suggest", &["--outcome", "name is known"]),
        ("report", &["-o", "r.html"]),
    ];
    for (command, rest) in more {
        for files in [
            &["leads.csv", "my.leadrules"][..],
            &["leads.csv", "my.leadrules", "--events", "events.csv"],
            &["my.leadrules", "my.leadrules"],
            &["my.leadrules", "events.csv", "--events", "leads.csv"],
            &["my.leadrules", "leads.csv", "--events", "my.leadrules"],
        ] {
            calls.push([&[command], files, rest].concat());
        }
    }
    for call in calls {
        let done = run(&folder, &call);
        let said = text(&done.stderr);
        assert_eq!((done.status.code(), said.lines().count(), done.stdout.len()), (Some(1), 1, 0), "{call:?}: {said}");
        assert!(said.contains("swapped") || said.contains("by its name"), "{call:?}: {said}");
    }
    assert!(run(&folder, &["score", "my.leadrules", "leads.csv", "--events", "events.csv", "-q"]).status.success());
}

#[test]
fn of_one_kind_twenty_are_shown() {
    let folder = folder("many");
    let lines: String = (0..63).map(|at| format!("  size{at}x > 1 => +1\n")).collect();
    write(&folder, "raw.leadrules", &format!("{RULES}score many {{\n{lines}  size => 10 => +1\n}}\n"));
    let done = run(&folder, &["check", "raw.leadrules"]);
    let shown = text(&done.stdout);
    assert_eq!(shown.matches("LR0201\n").count(), 20, "{shown}");
    assert!(
        shown.contains("and 43 more of LR0201 (a name that is not declared); `leadrules check --format plain` lists")
    );
    assert_eq!(shown.matches("LR0105\n").count(), 1);
    assert!(shown.contains("64 errors"), "{shown}");
    for format in ["json", "plain", "sarif", "github"] {
        let all = text(&run(&folder, &["check", "raw.leadrules", "--format", format]).stdout);
        assert!(all.matches("there is no field").count() >= 63, "{format}");
    }
    // What a run says about rules that can't be used is just as long.
    let run = text(&run(&folder, &["score", "raw.leadrules", "leads.csv", "--no-events"]).stderr);
    assert_eq!(run.matches("LR0201\n").count(), 20, "{run}");
}

#[test]
fn how_a_run_ends_does_not_depend_on_who_reads() {
    let folder = folder("read");
    let lines: String = (0..400).map(|at| format!("  size{at}x > 1 => +1\n")).collect();
    write(&folder, "raw.leadrules", &format!("{RULES}score many {{\n{lines}}}\n"));
    let promise = "promise \"p\" {\n  never size > 10\n}\n";
    write(&folder, "promise.leadrules", &format!("{RULES}{promise}"));
    let tests: String =
        (0..200).map(|at| format!("test \"t{at}\" {{\n  lead size 5\n  expect fit = 9\n}}\n")).collect();
    write(&folder, "test.leadrules", &format!("{RULES}{tests}"));
    let leads: String = (0..40_000).map(|at| format!("{at},x@y.example,Somebody with a name,5,1\n")).collect();
    write(&folder, "long.csv", &format!("id,mail,name,size,x\n{leads}z,x@y.example,The last one,50,1\n"));
    let calls: [(&[&str], i32); 5] = [
        (&["check", "raw.leadrules"], 2),
        (&["check", "raw.leadrules", "--format", "json"], 2),
        (&["score", "promise.leadrules", "long.csv", "--no-events", "-q"], 3),
        (&["score", "my.leadrules", "long.csv", "--no-events", "-q"], 0),
        (&["test", "test.leadrules"], 3),
    ];
    for (args, wanted) in calls {
        for read in [0, 1, 300, 1 << 30] {
            let mut command = crate::files::program();
            command.current_dir(&folder).args(args).stdout(Stdio::piped()).stderr(Stdio::null());
            let mut child = command.spawn().expect("the program is there");
            let out = child.stdout.take().expect("it was piped");
            out.take(read).read_to_end(&mut Vec::new()).expect("it can be read");
            let code = child.wait().expect("it ends").code();
            assert_eq!(code, Some(wanted), "{args:?}, of which {read} bytes are read");
        }
    }
}

#[test]
fn a_lead_is_found_by_key_mail_or_name_in_all_its_rows() {
    let folder = folder("lead");
    let explain = |lead: &str, more: &[&str]| {
        let args =
            ["explain", "my.leadrules", "leads.csv", "--events", "events.csv", "--as-of", "2026-11-23", "--lead", lead];
        run(&folder, &[&args, more].concat())
    };
    let both = text(&explain("1", &[]).stdout);
    assert_eq!(both.matches("as of 2026-11-23").count(), 2, "{both}");
    let json: serde_json::Value = serde_json::from_slice(&explain("1", &["--format", "json"]).stdout).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(2));
    for lead in ["2", "CY@c.example", "cy maes"] {
        let one: serde_json::Value =
            serde_json::from_slice(&explain(lead, &["--format", "json"]).stdout).expect("JSON");
        assert_eq!(one["key"], "2", "{lead}");
    }
    assert_eq!(explain("nobody", &[]).status.code(), Some(1));
    let to = explain("1", &["--to", "Warm"]);
    assert_eq!(text(&to.stderr), "leads.csv: 2 rows are `1`; this is row 1\n");
}

#[test]
fn any_column_can_be_kept() {
    let folder = folder("keep");
    let kept = |keep: &str| {
        let done = run(&folder, &["score", "my.leadrules", "leads.csv", "--no-events", "-q", "--keep", keep]);
        let head = text(&done.stdout).lines().next().unwrap_or_default().to_owned();
        (head, text(&done.stderr))
    };
    assert!(kept("Omzet (k€, 2025)").0.starts_with("id,\"Omzet (k€, 2025)\",fit"), "{:?}", kept("Omzet (k€, 2025)"));
    assert!(kept("name,Omzet (k€, 2025)").0.starts_with("id,name,\"Omzet (k€, 2025)\",fit"));
    assert!(kept("naem").1.contains("did you mean `name`?"), "{:?}", kept("naem"));
}

#[test]
fn what_is_proposed_can_be_pasted() {
    let folder = folder("paste");
    write(&folder, "Export contacten.csv", LEADS);
    let done = run(&folder, &["init", "Export contacten.csv", "-o", "l'été.leadrules"]);
    assert!(
        text(&done.stderr).contains(r"next: leadrules score 'l'\''été.leadrules' 'Export contacten.csv'"),
        "{}",
        text(&done.stderr)
    );
}

/// The messages of everything that is found in rules with these lines.
fn messages(more: &str) -> Vec<String> {
    let checked = rules::read("edge.leadrules", format!("{RULES}{more}"));
    let said = |finding: &leadrules_language::diagnostic::Diagnostic| {
        format!(
            "{} {} {}",
            finding.code.id,
            finding.message,
            finding.help.as_ref().map(ToString::to_string).unwrap_or_default()
        )
    };
    checked.findings.iter().filter(|finding| finding.code.id != "LR0508").map(said).collect()
}

#[test]
fn what_looks_alike_is_named() {
    for (line, name) in [
        ("siz\u{435} > 3 => +1", "U+0435 CYRILLIC SMALL LETTER IE"),
        ("size > 3 => \u{2011}10", "U+2011 NON-BREAKING HYPHEN"),
        ("size > ３ => +1", "U+FF13 FULLWIDTH DIGIT THREE"),
        ("name is “x” => +1", "U+201C LEFT DOUBLE QUOTATION MARK"),
        ("size\u{a0}>\u{200b}3 => +1", "U+200B ZERO WIDTH SPACE"),
    ] {
        let found = messages(&format!("score more {{ {line} }}\n"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(found[0].contains(name), "{line}: {found:?}");
    }
}

#[test]
fn one_broken_declaration_is_one_finding() {
    let uses = "  x > 1 => +1\n  group \"g\" {\n    size > 3 => +1\n  }\n}\nscore all = broken + 3\nlabel l {\n  \
                broken > 5 => \"a\"\n  otherwise => \"b\"\n}\npromise \"p\" {\n  never broken > 8\n}\n";
    let uses = uses.replace("  x > 1", "  size > 1");
    for head in [
        "score 0..100 {",
        "score \"broken\" 0..100 {",
        "score broken 0..100 by by sales {",
        "score broken max 100 {",
        "score broken (0..100) {",
        "score broken 0.100 {",
        "scor broken 0..100 {",
        "score broken: {",
        "score {",
    ] {
        let found = messages(&format!("{head}\n{uses}"));
        assert_eq!(found.len(), 1, "{head}: {found:#?}");
    }
}

#[test]
fn a_line_too_long_to_be_drawn_is_told_by_its_place() {
    let kinds: String = (0..20_000).map(|at| format!("k{at}, ")).collect();
    let text = format!("leadrules 1\nlead {{\n  id text key\n}}\nscore s {{\n  any of {kinds}k => +1\n}}\n");
    let checked = crate::rules::read("long", text);
    let said = crate::rules::rendered(&checked, &checked.findings[..1]);
    assert!(said.contains("line 6, column"), "{}", said.chars().take(2000).collect::<String>());
}
