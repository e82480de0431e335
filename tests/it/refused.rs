//! Data that is not what the rules are about is refused by every command that reads it, and by the library: one table
//! of kinds, each tried everywhere.

use std::path::{Path, PathBuf};
use std::process::Output;

use leadrules::{ErrorKind, Fitness, RuleSet};

use crate::share;

const RULES: &str = "leadrules 1\nlead {\n  id text key, from \"Record-ID\"\n  size number\n  name text\n  won yes/no\n  \
                     note text, optional\n  plan choice { free, paid }\n}\nevents {\n  demo {\n    minutes number\n  }\n}\n\
                     score fit {\n  size > 10 => +5\n  name is known => +1\n  plan is paid => +2\n  note is known => +1\n}\n\
                     score heat {\n  demo where minutes > 3 => +5\n}\nstages {\n  fit >= 5 => Warm\n}\n";

const HEAD: &str = "Record-ID,size,name,won,plan";
/// Enough rows for something to be learnt from them.
const ROWS: usize = 240;
const LOG: &str = "lead,event,time,minutes";

fn table(head: &str, rows: usize, row: impl Fn(usize) -> String) -> String {
    (0..rows).fold(format!("{head}\n"), |text, at| text + &row(at) + "\n")
}

fn row(at: usize) -> String {
    // Those with more than 10 are mostly won, as the rules have it, but not so certainly that it tells too much.
    let size = at * 37 % 21;
    let is_won = (size > 10) != at.is_multiple_of(6);
    format!("{at},{size},n,{},paid", if is_won { "yes" } else { "no" })
}

/// The same rows as objects.
fn objects(table: &str) -> String {
    let mut lines = table.lines();
    let names: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let object = |line: &str| {
        let cells = names.iter().zip(line.split(','));
        let cells: Vec<String> = cells.map(|(name, cell)| format!("\"{name}\":\"{cell}\"")).collect();
        format!("{{{}}}\n", cells.join(","))
    };
    lines.map(object).collect()
}

/// Leads and events, and what `check --data` calls the fault and where it places it; `None` if nothing is wrong.
struct Kind {
    name: &'static str,
    leads: String,
    log: String,
    found: Option<(&'static str, &'static str)>,
}

fn kinds() -> Vec<Kind> {
    let good = || table(HEAD, ROWS, row);
    let log = || table(LOG, ROWS, |at| format!("{at},demo,2026-11-01,5"));
    let kind = |name, leads, log, found| Kind { name, leads, log, found };
    let odd = |count: usize, cell: &'static str, of: usize| {
        table(HEAD, ROWS, move |at| {
            let row = row(at);
            let cells = row.split(',').enumerate().map(|(nr, old)| if nr == of && at < count { cell } else { old });
            cells.collect::<Vec<_>>().join(",")
        })
    };
    vec![
        kind("good", good(), log(), None),
        kind("few-odd", odd(12, "many", 1), log(), None),
        kind("key", good().replace("Record-ID", "Number"), log(), Some(("LR0901", "3:3"))),
        kind("near-key", good().replace("Record-ID", "Record ID"), log(), Some(("LR0901", "3:3"))),
        kind("blank-key", odd(ROWS, "", 0), log(), Some(("LR0908", "3:3"))),
        kind("size", good().replace("size", "length"), log(), Some(("LR0901", "4:3"))),
        kind("near-size", good().replace("size", "siez"), log(), Some(("LR0901", "4:3"))),
        kind("other", table("a,b,c,d,e", ROWS, row), log(), Some(("LR0901", "3:3"))),
        kind("many-odd", odd(80, "many", 1), log(), Some(("LR0902", "4:3"))),
        kind("options", odd(80, "premium", 4), log(), Some(("LR0904", "8:3"))),
        kind("minutes", good(), log().replace("minutes", "length"), Some(("LR0901", "12:5"))),
        kind("odd-minutes", good(), log().replace(",5\n", ",long\n"), Some(("LR0902", "12:5"))),
        kind("odd-times", good(), log().replace("2026-11-01", "31.11.2026"), Some(("LR0909", "11:3"))),
    ]
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    std::fs::write(folder.join("my.leadrules"), RULES).expect("it can be written");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(args).output().expect("the program is there")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn by_every_command_and_by_check_at_its_place() {
    let mut tried = share::tried();
    for Kind { name, leads, log, found } in kinds() {
        for ending in ["csv", "ndjson"] {
            if !tried.next().expect("they have no end") {
                continue;
            }
            let folder = folder(&format!("{name}-{ending}"));
            let written = |text: &str| if ending == "csv" { text.to_owned() } else { objects(text) };
            let (leads_file, log_file) = (format!("leads.{ending}"), format!("log.{ending}"));
            std::fs::write(folder.join(&leads_file), written(&leads)).expect("it can be written");
            std::fs::write(folder.join(&log_file), written(&log)).expect("it can be written");
            let data = [leads_file.as_str(), "--events", &log_file];
            let calls: [(&str, &[&str]); 8] = [
                ("score", &["-q"]),
                ("explain", &["--lead", "1"]),
                ("timeline", &["--lead", "1"]),
                ("timeline", &["--reached"]),
                ("backtest", &["--outcome", "won"]),
                ("suggest", &["--outcome", "won"]),
                ("report", &["-q", "-o", "r.html"]),
                ("diff", &[]),
            ];
            for (command, more) in calls {
                let data =
                    if command == "diff" { [&["my.leadrules", "--data"][..], &data].concat() } else { data.to_vec() };
                let done = run(&folder, &[&[command, "my.leadrules"], &data[..], more].concat());
                let said = text(&done.stderr);
                let what = format!("{name} {ending} {command} {more:?}: {said}");
                if found.is_some() {
                    assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{what}");
                    assert!(!folder.join("r.html").exists(), "{what}");
                } else {
                    assert!(done.status.success(), "{what}");
                }
            }
            let check = |more: &[&str]| {
                let args = ["check", "my.leadrules", "--format", "plain", "--data"];
                run(&folder, &[&args[..], &data, more].concat())
            };
            let done = check(&[]);
            let said = text(&done.stdout);
            let errors: Vec<&str> = said.split("my.leadrules:").filter(|line| line.contains(": error[")).collect();
            match found {
                None => assert_eq!((done.status.code(), errors.len()), (Some(0), 0), "{name}: {said}"),
                Some((code, place)) => {
                    assert_eq!((done.status.code(), errors.len()), (Some(2), 1), "{name} {ending}: {said}");
                    assert!(errors[0].starts_with(&format!("{place}: error[{code}]")), "{name} {ending}: {said}");
                    let full = text(&run(&folder, &[&["check", "my.leadrules", "--data"], &data[..]].concat()).stdout);
                    assert!(full.contains("such data is refused") || full.contains("Such data is refused"), "{full}");
                }
            }
            // The same options make both lenient.
            let lenient = match found {
                Some(("LR0901", _)) if name != "other" && !name.contains("key") => ["--missing-columns", "unknown"],
                Some(("LR0902" | "LR0904" | "LR0909", _)) => ["--max-invalid", "100%"],
                Some(_) | None => continue,
            };
            let score = [&["score", "my.leadrules"], &data[..], &["-q"], &lenient].concat();
            let codes = (check(&lenient).status.code(), run(&folder, &score).status.code());
            assert_eq!(codes, (Some(0), Some(0)), "{name} {ending}");
        }
    }
}

#[test]
fn by_the_library() {
    let rules = RuleSet::from_text(RULES).expect("good rules");
    let scorer = rules.prepare_as_of("2026-11-23").expect("a day");
    for Kind { name, leads, found, .. } in kinds().into_iter().filter(|kind| !kind.name.contains("minutes")) {
        if matches!(name, "odd-times" | "blank-key") {
            continue;
        }
        let scored = scorer.score_json(&objects(&leads));
        assert_eq!(scored.as_ref().err().map(leadrules::Error::kind), found.map(|_| ErrorKind::Unfit), "{name}");
        let said = scored.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(!said.contains("--missing") && !said.contains("--max"), "{said}");
        assert_eq!(scorer.explain_json(&objects(&leads)).is_err(), found.is_some(), "{name}");
    }
    // Single leads may omit what is not known of them, including the key.
    for one in [r#"{"Record-ID": "1"}"#, r#"{"size": 50}"#, r#"[{"name": "An", "events": []}]"#] {
        assert_eq!(scorer.score_json(one).map(|leads| leads.len()).ok(), Some(1), "{one}");
    }
    let asked = scorer.fitness().expect("it asks something").clone();
    let lenient = scorer.asking(Some(Fitness { missing_is_unknown: true, max_invalid: 100, ..asked }));
    let text = table(&HEAD.replace("size", "length"), ROWS, row);
    assert_eq!(lenient.score_json(&objects(&text)).map(|leads| leads.len()).ok(), Some(ROWS));
    assert!(lenient.asking(None).score_json(r#"{"other": 1}"#).is_ok());
}

#[test]
fn batches_by_the_library() {
    use leadrules::arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
    let rules = RuleSet::from_text(RULES).expect("good rules");
    let scorer = rules.prepare_as_of("2026-11-23").expect("a day");
    let batch = |size: &str| {
        let texts = |text| std::sync::Arc::new(StringArray::from(vec![text; 3])) as ArrayRef;
        let sizes = std::sync::Arc::new(Int64Array::from(vec![5, 50, 500])) as ArrayRef;
        let columns = [("Record-ID", texts("1")), (size, sizes), ("name", texts("An")), ("plan", texts("paid"))];
        RecordBatch::try_from_iter(columns).expect("columns of one length")
    };
    let score = |batch: RecordBatch| scorer.score_batches(batch.schema(), vec![batch]).map(|scored| scored[0].rows);
    assert_eq!(score(batch("size")).ok(), Some(3));
    let refused = score(batch("siez")).expect_err("a column is missing");
    assert_eq!(refused.kind(), ErrorKind::Unfit);
    assert!(refused.to_string().contains("there is no column `size` (is it `siez`?)"), "{refused}");
}

#[test]
fn what_says_nothing_is_still_looked_at() {
    // A field that no rule looks at may hold anything, and its column may be missing.
    let folder = folder("unused");
    let rules = RULES.replace("  name is known => +1\n", "");
    std::fs::write(folder.join("my.leadrules"), rules).expect("it can be written");
    let leads = table(&HEAD.replace("name", "who"), ROWS, row);
    std::fs::write(folder.join("leads.csv"), leads).expect("it can be written");
    let done = run(&folder, &["check", "my.leadrules", "--data", "leads.csv", "--format", "plain"]);
    let said = text(&done.stdout);
    assert!(done.status.success() && said.contains("warning[LR0901]"), "{said}");
}
