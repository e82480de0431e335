//! `leadrules.toml`: commands that name no leads take those that it names, and say so; whoever names leads has said all.

use std::path::{Path, PathBuf};

const RULES: &str = "leadrules 1\nlead {\n  id text key\n  budget number\n}\nscore fit {\n  budget > 9 => +20\n}\n";

/// A repository with rules, leads and settings.
fn repository(name: &str, settings: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("settings").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for below in [".git", "rules/sub", "data", "elsewhere"] {
        std::fs::create_dir_all(folder.join(below)).expect("cargo's own folder can be written to");
    }
    for (file, text) in [
        ("rules/sub/a.leadrules", RULES),
        ("rules/leadrules.toml", settings),
        ("data/leads é.csv", "id;budget\na;5\nb;20\n"),
        ("data/other.csv", "id,budget\nc,30\n"),
        ("data/events.csv", "lead,event,time\n"),
    ] {
        std::fs::write(folder.join(file), text).expect("it can be written");
    }
    folder
}

/// What a command writes, what it says, and how it ends.
fn run(folder: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    run_in(folder, args, "")
}

/// The same where the environment says that it is the build of a repository, or is not.
fn run_in(folder: &Path, args: &[&str], ci: &str) -> (String, String, Option<i32>) {
    let mut command = crate::files::program();
    let ran = command.args(args).current_dir(folder).env("CI", ci).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    (text(ran.stdout), text(ran.stderr), ran.status.code())
}

const NAMED: &str = "leads = \"../data/leads é.csv\"\nas_of = 2026-11-23\ndelimiter = \"semicolon\"\n";

#[test]
fn leads_that_are_not_named_are_those_of_the_settings() {
    let folder = repository("named", NAMED);
    let (out, said, code) = run(&folder, &["score", "rules/sub/a.leadrules"]);
    assert_eq!((out.as_str(), code), ("id,fit,stage,excluded\na,0,contact,\nb,20,contact,\n", Some(0)), "{said}");
    let first = said.lines().next().expect("something is said");
    assert_eq!(first, "leads: data/leads é.csv, as of 2026-11-23, as rules/leadrules.toml says");
    // In quiet, nothing is said; what was typed wins.
    let typed = ["score", "rules/sub/a.leadrules", "-q", "--as-of", "2026-01-01", "--"];
    assert_eq!(
        run(&folder, &typed),
        ("id,fit,stage,excluded\na,0,contact,\nb,20,contact,\n".to_owned(), String::new(), Some(0))
    );
    // From the folder itself, and for a command with options of its own.
    let explain = ["explain", "a.leadrules", "--lead", "b", "--no-events"];
    let (out, said, code) = run(&folder.join("rules/sub"), &explain);
    assert!(code == Some(0) && out.contains("20") && said.contains("leadrules.toml says"), "{said}");
}

#[test]
fn whoever_names_leads_has_said_all() {
    let folder = repository("typed", "no such setting");
    let (out, said, code) = run(&folder, &["score", "rules/sub/a.leadrules", "data/other.csv"]);
    assert_eq!((out.as_str(), code), ("id,fit,stage,excluded\nc,20,contact,\n", Some(0)), "{said}");
    assert!(!said.contains("leadrules.toml"), "{said}");
}

#[test]
fn settings_that_are_wrong_are_named_with_their_line() {
    let folder = repository("wrong", "leads = \"../data/other.csv\"\nas-of = 2026-11-23\n");
    let (out, said, code) = run(&folder, &["score", "rules/sub/a.leadrules"]);
    assert_eq!((out.as_str(), code), ("", Some(1)));
    assert_eq!(said, "error: rules/leadrules.toml:2: there is no setting `as-of`; did you mean `as_of`?\n");
    // A command that takes no leads does not look at them.
    assert_eq!(run(&folder, &["test", "rules/sub/a.leadrules"]).2, Some(0));
}

#[test]
fn check_compares_with_them_if_they_are_there() {
    let folder = repository("checked", NAMED);
    let (out, said, code) = run(&folder, &["check", "rules/sub/a.leadrules", "--counts-only"]);
    assert!(code == Some(0) && said.contains("leads é.csv") && out.contains("fine"), "{said}{out}");
    std::fs::write(folder.join("data/leads é.csv"), "id;turnover\na;5\n").expect("it can be written");
    let (out, _, code) = run(&folder, &["check", "rules/sub/a.leadrules", "-q"]);
    assert!(code == Some(2) && out.contains("LR09"), "{out}");
    std::fs::remove_file(folder.join("data/leads é.csv")).expect("it can be removed");
    let (out, said, code) = run(&folder, &["check", "rules/sub/a.leadrules"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("which is not there: no data is looked at") && out.contains("fine"), "{said}{out}");
    assert_eq!(run(&folder, &["score", "rules/sub/a.leadrules"]).2, Some(1));
}

/// Logs and annotations are read by others, and nobody said that leads may stand there.
#[test]
fn where_others_read_along_nothing_of_a_lead_is_said() {
    let folder = repository("shared", NAMED);
    std::fs::write(folder.join("data/leads é.csv"), "id;budget\nan@brewery.example;many of them\nb;20\n")
        .expect("it can be written");
    let check = |more: &[&str], ci: &str| {
        let (out, said, _) = run_in(&folder, &[&["check", "rules/sub/a.leadrules"], more].concat(), ci);
        assert!(out.contains("LR0902"), "{out}{said}");
        (out.contains("many of them") || said.contains("many of them"), said)
    };
    assert!(check(&[], "").0, "on one's own machine examples are shown");
    for (more, ci) in [
        (&["--format", "github"][..], ""),
        (&["--format=json"], ""),
        (&["--format", "sarif"], ""),
        (&[], "true"),
        (&["--counts-only"], ""),
    ] {
        assert!(!check(more, ci).0, "{more:?} {ci}");
    }
    assert!(check(&[], "true").1.contains("only is said how many"));
    // Whoever names the data has said that it may be told of.
    let named =
        ["check", "rules/sub/a.leadrules", "--data", "data/leads é.csv", "--delimiter", ";", "--format", "github"];
    assert!(run_in(&folder, &named, "true").0.contains("many of them"));
}

#[test]
fn settings_above_a_repository_or_without_one_do_not_count() {
    let folder = repository("above", NAMED);
    std::fs::create_dir_all(folder.join("rules/sub/.git")).expect("it can be made");
    let (_, said, code) = run(&folder, &["score", "rules/sub/a.leadrules"]);
    assert!(code == Some(1) && said.contains("<LEADS>"), "{said}");
    // Beside the rules they always do.
    std::fs::copy(folder.join("rules/leadrules.toml"), folder.join("elsewhere/leadrules.toml")).expect("it is copied");
    std::fs::copy(folder.join("rules/sub/a.leadrules"), folder.join("elsewhere/a.leadrules")).expect("it is copied");
    assert_eq!(
        run(&folder, &["score", "elsewhere/a.leadrules", "-q"]).0,
        "id,fit,stage,excluded\na,0,contact,\nb,20,contact,\n"
    );
}

#[test]
fn settings_can_not_say_what_is_read_outside_of_their_repository() {
    let folder = repository("outside", "leads = \"../../x.csv\"\n");
    let nested = folder.join("rules");
    std::fs::create_dir_all(nested.join(".git")).expect("it can be made");
    let run = |settings: &str| {
        std::fs::write(nested.join("leadrules.toml"), settings).expect("it can be written");
        run(&nested, &["score", "sub/a.leadrules"]).1
    };
    let refused = "`leads` lies outside of this repository: name it on the command line, or in your editor";
    for outside in ["../data/other.csv", "../data/none.csv", "/etc/hostname", "sub/link.csv"] {
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink(folder.join("data/other.csv"), nested.join("sub/link.csv"));
        let said = run(&format!("\nleads = \"{outside}\"\n"));
        assert_eq!(said, format!("error: leadrules.toml:2: {refused}\n"), "{outside}");
    }
}
