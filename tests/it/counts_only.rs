//! With `--counts-only` nothing of a lead is printed, in no form, however the data is damaged: every text of the data is
//! `zz…`, and none may come out.

use std::path::{Path, PathBuf};
use std::process::Output;

const RULES: &str = "leadrules 1\nlead {\n  id text key, from \"Id\"\n  mail email, from \"Mail\"\n  size integer 0..1000, from \"Size\"\n  \
                     land choice { Belgium, France }, from \"Land\"\n}\nevents {\n  lead from \"Lead\"\n  event from \"What\"\n  time from \
                     \"When\"\n  visit\n}\nscore fit 0..50 {\n  size > 10 => +20\n  mail is known => +5\n  visit => +10\n}\nstages {\n  \
                     fit >= 20 => Call\n}\npromise \"small firms are not called\" {\n  never stage is Call and size < 500\n}\n";

/// Each field wrong in some rows, a key twice, one missing; and kinds and options that the rules lack.
fn leads(wrong: usize) -> String {
    let row = |n: usize| {
        let (mail, size) = if n < wrong {
            (format!("zzmail{n}"), "zzsize".to_owned())
        } else {
            (format!("zz{n}@zz.example"), n.to_string())
        };
        format!("zzkey{},{mail},{size},{}\n", n / 2 * 2, if n.is_multiple_of(3) { "zzland" } else { "Belgium" })
    };
    format!("Id,Mail,Size,Land\n{}", (0..60).map(row).collect::<String>())
}

fn events(wrong: usize) -> String {
    let row = |n: usize| {
        let time = if n < wrong { "zztime" } else { "2026-11-20" };
        format!("zzkey{n},{},{time}\n", if n.is_multiple_of(2) { "visit" } else { "zzkind" })
    };
    format!("Lead,What,When\n{}", (0..60).map(row).collect::<String>())
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counts-only").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    let good = leads(3);
    let without_header = good.split_once('\n').map_or("", |(_, rows)| rows).to_owned();
    for (name, text) in [
        ("old.leadrules", RULES.to_owned()),
        (
            "new.leadrules",
            RULES.replace("size > 10 => +20", "size > 30 => +20").replace("mail is known => +5", "mail is known => +9"),
        ),
        ("good.csv", good.clone()),
        ("odd.csv", leads(40)),
        ("headless.csv", without_header),
        ("renamed.csv", good.replace("Size", "zzcolumn")),
        ("keyless.csv", good.replace("Id,", "zzcolumn,")),
        ("open.csv", format!("{good}zzkey99,\"zzmail,3,Belgium\nzzkey100,zz,4,Belgium\n")),
        ("ragged.csv", format!("{good}zzkey99,zz,zz,zz,zz,zz,zz\n")),
        ("broken.json", "[{\"Id\": \"zzkey1\", \"Mail\": \"zzmail\", \"zzcolumn\": \"zz".to_owned()),
        ("broken.ndjson", "{\"Id\": \"zzkey1\", \"Size\": 3}\nzzline {\n".repeat(40)),
        ("text.csv", "zztext\n".to_owned()),
        ("events.csv", events(3)),
        ("odd-events.csv", events(40)),
        ("no-events.csv", events(0).replace("What", "zzcolumn")),
    ] {
        std::fs::write(folder.join(name), text).expect("a folder of our own");
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(arguments).output().expect("the program is there")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn nothing_of_a_lead_is_printed() {
    let folder = folder("printed");
    let leads = [
        "good.csv",
        "odd.csv",
        "headless.csv",
        "renamed.csv",
        "keyless.csv",
        "open.csv",
        "ragged.csv",
        "broken.json",
        "broken.ndjson",
        "text.csv",
        "events.csv",
        "missing.csv",
    ];
    let logs = ["events.csv", "odd-events.csv", "no-events.csv", "good.csv", "broken.json", "missing.csv"];
    let pairs = leads.map(|leads| (leads, "events.csv")).into_iter().chain(logs.map(|log| ("good.csv", log)));
    let mut quoted = 0;
    for (leads, log) in pairs {
        let data = ["--data", leads, "--events", log, "--as-of", "2026-11-23"];
        for command in [
            &["check", "old.leadrules"][..],
            &["check", "old.leadrules", "--deny", "warnings", "--format", "github"],
            &["check", "old.leadrules", "--format", "json"],
            &["check", "old.leadrules", "--format", "plain"],
            &["check", "old.leadrules", "--format", "sarif"],
            &["diff", "old.leadrules", "new.leadrules"],
            &["diff", "old.leadrules", "new.leadrules", "--format", "markdown"],
            &["diff", "old.leadrules", "new.leadrules", "--format", "json"],
            &["diff", "old.leadrules", "new.leadrules", "--since", "2026-11-01"],
            &["diff", "old.leadrules", "new.leadrules", "--since", "2026-11-01", "--format", "json"],
        ] {
            let open = run(&folder, &[command, &data].concat());
            quoted += usize::from(said(&open).contains("zz"));
            let counted = run(&folder, &[command, &data, &["--counts-only"]].concat());
            assert!(!said(&counted).contains("zz"), "{command:?} {leads} {log}: {}", said(&counted));
            assert_eq!(counted.status.code(), open.status.code(), "{command:?} {leads} {log}");
        }
    }
    // Otherwise there was nothing to leave out.
    assert!(quoted > 60, "{quoted}");
}

#[test]
fn how_many_is_said() {
    let folder = folder("said");
    let counts = |arguments: &[&str]| {
        let data = ["--data", "good.csv", "--as-of", "2026-11-23", "--counts-only"];
        said(&run(&folder, &[arguments, &data].concat()))
    };
    let checked = counts(&["check", "old.leadrules", "--format", "plain", "--events", "events.csv"]);
    for says in ["LR0902]: 3 of 60 values of `mail` do not fit", "LR0904]: values that are", "leads break the promise"]
    {
        assert!(checked.contains(says), "{says}: {checked}");
    }
    let moved = counts(&["diff", "old.leadrules", "new.leadrules", "--events", "events.csv"]);
    assert!(moved.contains("leads move") && !moved.contains("leads that move"), "{moved}");
    // What quotes nothing is said.
    assert!(counts(&["diff", "old.leadrules", "new.leadrules"]).contains("say --no-events"));
    let gone = run(
        &folder,
        &["diff", "old.leadrules", "new.leadrules", "--data", "missing.csv", "--no-events", "--counts-only"],
    );
    assert!(said(&gone).contains("there is no such file"), "{}", said(&gone));
    for wrong in [&["--keep", "Mail"][..], &["--leads", "3"]] {
        let both = [&["diff", "old.leadrules", "new.leadrules", "--data", "good.csv", "--counts-only"], wrong].concat();
        assert_eq!(run(&folder, &both).status.code(), Some(1), "{wrong:?}");
    }
}
