//! Data that is not what the rules are about is refused, with the way out, and nothing is written; everything else is
//! scored.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::files;
use crate::skip::skipped;

const RULES: &str = "leadrules 1\nlead {\n  id text key, from \"Record-ID\"\n  size number\n  name text\n  note text\n  won yes/no\n  \
                     plan choice { free, paid }\n}\nevents {\n  demo {\n    minutes number\n  }\n}\nscore fit {\n  size > 10 => +5\n  \
                     name is known => +1\n  plan is paid => +2\n}\nscore heat {\n  demo where minutes > 3 => +5\n}\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unfit").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    std::fs::write(folder.join("my.leadrules"), RULES).expect("it can be written");
    folder
}

/// A CSV file with this header and this many rows.
fn table(head: &str, rows: usize, row: impl Fn(usize) -> String) -> String {
    let rows: String = (0..rows).map(|at| row(at) + "\n").collect();
    format!("{head}\n{rows}")
}

fn leads(head: &str) -> String {
    table(head, 60, |at| format!("{at},{at},n,,{},paid", ["no", "yes"][at % 2]))
}

const HEAD: &str = "Record-ID,size,name,note,won,plan";

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(args).output().expect("the program is there")
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Runs `score` to a file and to standard output: it is refused, with all these words in one line and nothing written;
/// or the leads are scored.
fn expect(folder: &Path, data: &[&str], words: Option<&[&str]>) {
    for out in [&["-o", "out.csv"][..], &[]] {
        let _ = std::fs::remove_file(folder.join("out.csv"));
        let done = run(folder, &[&["score", "my.leadrules"], data, &["-q", "--as-of", "2026-11-23"], out].concat());
        let said = said(&done);
        let is_written = folder.join("out.csv").exists() || !done.stdout.is_empty();
        match words {
            Some(words) => {
                assert_eq!(
                    (done.status.code(), is_written, said.lines().count()),
                    (Some(1), false, 1),
                    "{data:?}: {said}"
                );
                assert!(words.iter().all(|word| said.contains(word)), "{data:?}: {said}");
            }
            None => assert!(done.status.success() && is_written, "{data:?}: {said}"),
        }
    }
}

#[test]
fn columns_that_are_not_there() {
    let folder = folder("columns");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write("good.csv", &leads(HEAD));
    write("key.csv", &leads("Record ID,size,name,note,won,plan"));
    write("size.csv", &leads("Record-ID,siez,name,note,won,plan"));
    write("note.csv", &leads("Record-ID,size,name,remark,won,plan"));
    write("other.csv", &leads("a,b,c,d,e,f"));
    write("semicolon.csv", &leads(HEAD).replace(',', ";"));
    write("empty.csv", &format!("{HEAD}\n"));
    let objects = |key: &str, size: &str| {
        let object = |at| format!("{{\"{key}\": \"{at}\", \"{size}\": {at}, \"name\": \"n\", \"plan\": \"paid\"}}\n");
        (0..60).map(object).collect::<String>()
    };
    write("few.ndjson", "{\"Record-ID\": \"1\", \"size\": 50}\n");
    write("few-renamed.ndjson", "{\"Record-ID\": \"1\", \"siez\": 50}\n");
    write("good.ndjson", &objects("Record-ID", "size"));
    write("key.ndjson", &objects("Record ID", "size"));
    write("size.ndjson", &objects("Record-ID", "other"));

    let none = "--no-events";
    for good in ["good.csv", "note.csv", "good.ndjson", "few.ndjson", "semicolon.csv", "empty.csv"] {
        expect(&folder, &[good, none], None);
    }
    let key: &[&str] =
        &["no column `Record-ID`", "is it `Record ID`?", "tells leads apart", "`from` at the field `id`"];
    let size: &[&str] = &["no column `size`", "--missing-columns unknown", "`from`"];
    expect(&folder, &["key.csv", none], Some(key));
    expect(&folder, &["key.csv", none, "--missing-columns", "unknown"], Some(key));
    expect(&folder, &["key.ndjson", none], Some(key));
    expect(&folder, &["size.csv", none], Some(size));
    expect(&folder, &["size.ndjson", none], Some(size));
    expect(&folder, &["few-renamed.ndjson", none], Some(size));
    for lenient in ["size.csv", "size.ndjson"] {
        expect(&folder, &[lenient, none, "--missing-columns", "unknown"], None);
    }
    expect(&folder, &["other.csv", none], Some(&["none of its columns", "is it the right file?"]));
    expect(&folder, &["semicolon.csv", none, "--delimiter", "comma"], Some(&["--delimiter"]));
    write("events.csv", &table("lead,event,time,length", 60, |at| format!("{at},demo,2026-11-01,5")));
    expect(&folder, &["good.csv", "--events", "events.csv"], Some(&["events.csv", "no column `minutes`"]));
    expect(&folder, &["good.csv", "--events", "events.csv", "--missing-columns", "unknown"], None);

    // A field can itself say that data may lack its column; the key can't.
    let optional =
        RULES.replace("  size number", "  size number, optional").replace("minutes number", "minutes number, optional");
    write("my.leadrules", &optional);
    for lenient in [&["size.csv", none][..], &["size.ndjson", none], &["good.csv", "--events", "events.csv"]] {
        expect(&folder, lenient, None);
        let done =
            run(&folder, &[&["check", "my.leadrules", "--deny", "warnings", "--data"][..], &lenient[..1]].concat());
        assert!(
            !String::from_utf8_lossy(&done.stdout).contains("no column `size`"),
            "{}",
            String::from_utf8_lossy(&done.stdout)
        );
    }
    expect(&folder, &["key.csv", none], Some(key));
    expect(&folder, &["other.csv", none], Some(&["none of its columns"]));
    write("my.leadrules", RULES);

    // Every command that runs rules over leads; `check --data` reports it as a finding.
    let calls: [&[&str]; 6] = [
        &["explain", "--lead", "1"],
        &["timeline", "--lead", "1"],
        &["timeline", "--reached"],
        &["report", "-o", "r.html"],
        &["backtest", "--outcome", "won"],
        &["suggest", "--outcome", "won"],
    ];
    for call in calls {
        for (file, words) in [("key.csv", "Record-ID"), ("size.csv", "no column `size`")] {
            let done = run(&folder, &[&call[..1], &["my.leadrules", file, none], &call[1..]].concat());
            assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{call:?}: {}", said(&done));
            assert!(said(&done).contains(words), "{call:?}: {}", said(&done));
        }
    }
    let done = run(&folder, &["diff", "my.leadrules", "my.leadrules", "--data", "size.csv", none]);
    assert!(said(&done).contains("no column `size`"), "{}", said(&done));
    let done = run(&folder, &["check", "my.leadrules", "--data", "size.csv"]);
    assert!(String::from_utf8_lossy(&done.stdout).contains("LR0901"));
}

#[test]
fn too_much_that_cannot_be_read() {
    let folder = folder("values");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let odd = |rows: usize, odd: usize| {
        table(HEAD, rows, |at| format!("{at},{},n,,yes,{}", if at < odd { "many" } else { "5" }, "paid"))
    };
    let none = "--no-events";
    // A share, and at least twenty cells.
    for (rows, count, is_refused) in
        [(19, 19, false), (20, 20, true), (100, 20, false), (99, 20, true), (200_000, 40_001, true)]
    {
        write("odd.csv", &odd(rows, count));
        let words: Option<&[&str]> =
            is_refused.then_some(&["values of `size` do not fit", "\"many\"", "--max-invalid"]);
        expect(&folder, &["odd.csv", none], words);
    }
    write("odd.csv", &odd(100, 60));
    expect(&folder, &["odd.csv", none, "--max-invalid", "60%"], None);
    expect(&folder, &["odd.csv", none, "--max-invalid", "59%"], Some(&["--max-invalid 60%"]));
    write("few.csv", &odd(100, 20));
    expect(&folder, &["few.csv", none, "--max-invalid", "0"], Some(&["20 of 100 values"]));
    let done = run(&folder, &["score", "my.leadrules", "few.csv", none, "--max-invalid", "120%"]);
    assert!(said(&done).contains("a share from 0% to 100%"), "{}", said(&done));
    // What no rule looks at may hold anything.
    write("won.csv", &table(HEAD, 60, |at| format!("{at},5,n,,perhaps,paid")));
    expect(&folder, &["won.csv", none], None);
    write("plan.csv", &table(HEAD, 60, |at| format!("{at},5,n,,yes,premium")));
    expect(&folder, &["plan.csv", none], Some(&["values of `plan`", "options"]));

    write("leads.csv", &leads(HEAD));
    let log = |bad: usize| {
        table("lead,event,time,minutes", 60, |at| {
            format!("{at},demo,{},5", if at < bad { "30.11.2026" } else { "2026-11-01" })
        })
    };
    write("log.csv", &log(30));
    expect(
        &folder,
        &["leads.csv", "--events", "log.csv"],
        Some(&["log.csv", "30 of 60 events", "\"30.11.2026\"", "`as`"]),
    );
    expect(&folder, &["leads.csv", "--events", "log.csv", "--max-invalid", "50%"], None);
    write("log.csv", &log(19));
    expect(&folder, &["leads.csv", "--events", "log.csv"], None);
}

#[test]
fn an_outcome_that_is_known_of_nobody() {
    let folder = folder("outcome");
    for (won, why) in [("", "of none of its 200 leads"), ("perhaps", "200 of 200 values of `won` do not fit")] {
        std::fs::write(folder.join("leads.csv"), table(HEAD, 200, |at| format!("{at},5,n,,{won},paid"))).unwrap();
        for call in [&["backtest"][..], &["suggest"], &["report", "-o", "r.html"]] {
            let args =
                [&call[..1], &["my.leadrules", "leads.csv", "--no-events", "--outcome", "won"], &call[1..]].concat();
            let done = run(&folder, &args);
            assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{call:?}: {}", said(&done));
            assert!(said(&done).contains(why), "{call:?}: {}", said(&done));
            assert!(!folder.join("r.html").exists());
        }
    }
}

#[test]
fn an_outcome_that_cannot_be_read_of_some() {
    let folder = folder("outcome-of-some");
    // Of ten, one can't be read: it counts as not converted, and that is said. Of ten, three are too many.
    for (unread, refused) in [(1, false), (3, true)] {
        let won = |at: usize| if at % 10 < unread { "perhaps" } else { ["yes", "no"][at % 2] };
        std::fs::write(folder.join("leads.csv"), table(HEAD, 200, |at| format!("{at},5,n,,{},paid", won(at)))).unwrap();
        for call in [&["backtest"][..], &["suggest"], &["score", "--top", "3"], &["report", "-o", "r.html"]] {
            let args =
                [&call[..1], &["my.leadrules", "leads.csv", "--no-events", "--outcome", "won"], &call[1..]].concat();
            let done = run(&folder, &args);
            let text = said(&done);
            if refused {
                assert_eq!(done.status.code(), Some(1), "{call:?}: {text}");
                assert!(text.contains("60 of 200 values of `won` do not fit the field"), "{call:?}: {text}");
            } else if call[0] != "score" {
                assert!(text.contains("20 of 200 values of `won`, which the outcome looks at"), "{call:?}: {text}");
            } else {
                // The summary of the run names all fields with such values.
                assert!(text.contains("won: 20 (10.0 %)"), "{call:?}: {text}");
            }
        }
    }
}

#[test]
fn a_log_that_is_not_read() {
    let folder = folder("log-not-read");
    std::fs::write(
        folder.join("plain.leadrules"),
        "leadrules 1\nlead {\n  id text key\n}\nscore fit {\n  id is known => +5\n}\n",
    )
    .unwrap();
    std::fs::write(folder.join("leads.csv"), "id\n1\n2\n").unwrap();
    std::fs::write(folder.join("log.csv"), "lead,event,time\n1,x,2026-01-01\n").unwrap();
    for call in [&["report", "-o", "r.html"][..], &["diff", "plain.leadrules"], &["check"]] {
        let args = match call[0] {
            "check" => vec!["check", "plain.leadrules", "--data", "leads.csv", "--events"],
            "diff" => vec!["diff", "plain.leadrules", "plain.leadrules", "--data", "leads.csv", "--events"],
            _ => [&call[..1], &["plain.leadrules", "leads.csv"], &call[1..], &["--events"]].concat(),
        };
        let with = |log| run(&folder, &[&args[..], &[log]].concat());
        assert!(said(&with("log.csv")).contains("the rules declare no events"), "{call:?}: {}", said(&with("log.csv")));
        let none = with("nope.csv");
        assert_eq!(none.status.code(), Some(1), "{call:?}: {}", said(&none));
        assert!(said(&none).contains("there is no such file"), "{call:?}: {}", said(&none));
    }
}

#[test]
fn what_is_no_table_is_said_by_what_it_is() {
    let folder = folder("tables");
    let mut state = 7_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(5000)
    .collect();
    let kinds: [(&[u8], &str); 10] = [
        (b"%PDF-1.7\n1 0 obj\n<<>>\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"GIF89a\x01\0", "a picture (GIF)"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "a page of the web"),
        (b"<?xml version=\"1.0\"?>\n<a/>", "an XML file"),
        (b"7z\xbc\xaf\x27\x1c\0", "packed (7-Zip)"),
        (b"{\\rtf1\\ansi", "a text document (RTF)"),
        (b"SQLite format 3\0", "a database"),
        (&noise, ""),
    ];
    for (bytes, what) in kinds {
        for ending in ["csv", "txt", "json", "ndjson", "parquet", "xlsx", "xls", "ods", "dat"] {
            let name = format!("x.{ending}");
            std::fs::write(folder.join(&name), bytes).unwrap();
            for call in [&["init", &name][..], &["score", "my.leadrules", &name, "--no-events"]] {
                let done = run(&folder, call);
                let said = said(&done);
                assert_eq!(
                    (done.status.code(), done.stdout.len(), said.lines().count()),
                    (Some(1), 0, 1),
                    "{what} {call:?}: {said}"
                );
                assert!(said.contains(what), "{what} {call:?}: {said}");
            }
        }
    }
    for (bytes, what) in
        [(&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"[..], "an old Office file"), (b"PK\x03\x04rest", "a ZIP archive")]
    {
        std::fs::write(folder.join("x.csv"), bytes).unwrap();
        assert!(said(&run(&folder, &["init", "x.csv"])).contains(what));
    }
}

#[test]
fn what_is_denied_ends_a_run() {
    let folder = folder("denied");
    std::fs::write(
        folder.join("odd.csv"),
        table(HEAD, 60, |at| format!("{at},{},n,,yes,paid", if at == 3 { "many" } else { "5" })),
    )
    .unwrap();
    expect(&folder, &["odd.csv", "--no-events"], None);
    let score = |deny: &[&str]| {
        let _ = std::fs::remove_file(folder.join("out.csv"));
        let call = ["score", "my.leadrules", "odd.csv", "--no-events", "-q", "-o", "out.csv"];
        run(&folder, &[&call[..], deny].concat())
    };
    let done = score(&["--deny", "LR0902"]);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert!(said(&done).contains("LR0902") && said(&done).contains("nothing was written"), "{}", said(&done));
    assert!(!folder.join("out.csv").exists());
    assert!(score(&["--deny", "LR0901"]).status.success());
    assert!(said(&score(&["--deny", "LR9999"])).contains("`leadrules codes` lists"));
    let check = |deny: &[&str]| {
        run(&folder, &[&["check", "my.leadrules", "--data", "odd.csv"][..], deny].concat()).status.code()
    };
    assert_eq!((check(&[]), check(&["--deny", "lr0902"]), check(&["--deny", "LR0901"])), (Some(0), Some(2), Some(0)));
    assert_eq!(check(&["--deny", "warnings,LR0901"]), Some(2));
}

/// Scores with rules made from the data itself.
fn through(data: &Path, name: &str) {
    let folder = folder(name);
    let rules = "made.leadrules";
    let data = data.to_str().expect("a path in UTF-8");
    let made = run(&folder, &["init", data, "-o", rules]);
    assert!(made.status.success(), "{data}: {}", said(&made));
    let done = run(&folder, &["score", rules, data, "--no-events", "-q", "--as-of", "2026-11-23", "-o", "out.csv"]);
    assert!(done.status.success(), "{data}: {}", said(&done));
}

#[test]
fn the_data_of_examples_is_what_their_own_rules_speak_of() {
    for data in files::under("examples", "csv") {
        let name = data.file_stem().and_then(|name| name.to_str()).expect("a name");
        let is_leads = !name.contains("event") && !name.contains("last") && !data.to_string_lossy().contains("lists");
        if is_leads {
            through(&files::root().join(&data), name);
        }
    }
}

#[test]
fn real_data_is_what_rules_made_from_it_speak_of() {
    let folder = files::root().parent().expect("it lies somewhere").join("shared/data");
    if !folder.exists() {
        skipped("there is no shared/data beside the project");
        return;
    }
    let mut data: Vec<PathBuf> = files::children(&folder).iter().flat_map(files::children).collect();
    data.retain(|path| {
        path.extension()
            .is_some_and(|extension| ["csv", "parquet", "xlsx", "json", "ndjson"].iter().any(|one| extension == *one))
    });
    assert!(!data.is_empty(), "there is no data in {}", folder.display());
    for (at, path) in data.iter().enumerate() {
        through(path, &format!("real{at}"));
    }
}
