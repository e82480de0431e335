//! What may be written: nothing that is read, by whatever name it goes; only the form that the name says; nothing over a
//! file of another kind unless the user insists.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::files;
use crate::share;

const RULES: &str = "leadrules 1\nuse \"parts.leadrules\"\nlead {\n  id text key\n  mail email\n  won yes/no\n  size number\n}\n\
                     events {\n  demo\n}\nlist free from \"free.txt\"\nscore fit {\n  size > 10 => +5\n  \
                     mail.domain in free => -2\n}\nscore heat {\n  demo => +5\n}\nstages {\n  fit >= 5 => Warm\n}\n\
                     test \"t\" {\n  lead size 50\n  expect fit = 5\n}\n";

/// What every command reads, and what each may come across.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("targets").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("x")).expect("cargo's own folder can be written to");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("it can be written");
    write("my.leadrules", RULES);
    write("old.leadrules", &RULES.replace("+5", "+4"));
    write("parts.leadrules", "leadrules 1\nscore part {\n  size > 99 => +1\n}\n");
    write("free.txt", "free.example\n");
    // Large ones win more often, so that there is something to suggest.
    let won = |at: usize| if at * 7 % 10 < if at > 99 { 8 } else { 2 } { "yes" } else { "no" };
    let leads: String = (0..200).map(|at| format!("{at},a{at}@free.example,{},{at}\n", won(at))).collect();
    write("leads.csv", &format!("id,mail,won,size\n{leads}"));
    write("events.csv", "lead,event,time\n1,demo,2026-11-01\n");
    write("last.csv", "id,fit,heat,part,stage,excluded\n1,0,5,0,contact,\n");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).args(args).output().expect("the program is there")
}

fn said(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

const SEEN: [&str; 2] = ["--as-of", "2026-11-23"];
const DATA: [&str; 4] = ["my.leadrules", "leads.csv", "--events", "events.csv"];

/// A command that writes a file: its name here, how it is called, the option for the file, the endings it can write with
/// what a file of that form begins with, and what it reads besides rules, leads and events.
struct Writes {
    name: &'static str,
    call: Vec<&'static str>,
    option: &'static str,
    forms: &'static [(&'static str, &'static str)],
    reads: Vec<&'static str>,
}

fn commands() -> Vec<Writes> {
    let over = |command: &'static str, more: &[&'static str]| [&[command][..], &DATA, &SEEN, more].concat();
    let all = ["my.leadrules", "leads.csv", "events.csv", "parts.leadrules", "free.txt"];
    let with = |more: &[&'static str]| [&all[..], more].concat();
    let score: &[(&str, &str)] = &[
        ("csv", "id,"),
        ("ndjson", "{"),
        ("jsonl", "{"),
        ("json", "["),
        ("parquet", "PAR1"),
        ("xlsx", "PK"),
        ("txt", "id"),
    ];
    vec![
        Writes { name: "score", call: over("score", &[]), option: "-o", forms: score, reads: all.into() },
        Writes {
            name: "score --previous",
            call: over("score", &["--previous", "last.csv"]),
            option: "-o",
            forms: score,
            reads: with(&["last.csv"]),
        },
        Writes {
            name: "report",
            call: over("report", &[]),
            option: "-o",
            forms: &[("html", "<!"), ("htm", "<!")],
            reads: all.into(),
        },
        Writes {
            name: "report --previous",
            call: over("report", &["--previous", "old.leadrules"]),
            option: "-o",
            forms: &[("html", "<!")],
            reads: with(&["old.leadrules"]),
        },
        Writes {
            name: "timeline",
            call: over("timeline", &["--lead", "1"]),
            option: "-o",
            forms: &[("txt", "1 is"), ("json", "{"), ("svg", "<svg")],
            reads: all.into(),
        },
        Writes {
            name: "timeline --reached",
            call: over("timeline", &["--reached"]),
            option: "-o",
            forms: &[("txt", "id"), ("json", "{"), ("csv", "id,")],
            reads: all.into(),
        },
        Writes {
            name: "diff",
            call: vec!["diff", "old.leadrules", "my.leadrules", "--as-of", "2026-11-23"],
            option: "-o",
            forms: &[("txt", "every lead"), ("md", "### "), ("json", "{")],
            reads: vec!["old.leadrules", "my.leadrules", "parts.leadrules", "free.txt"],
        },
        Writes {
            name: "diff --data",
            call: vec![
                "diff",
                "old.leadrules",
                "my.leadrules",
                "--data",
                "leads.csv",
                "--events",
                "events.csv",
                "--as-of",
                "2026-11-23",
            ],
            option: "-o",
            forms: &[("txt", "200 leads"), ("markdown", "### "), ("json", "{")],
            reads: with(&["old.leadrules"]),
        },
        Writes {
            name: "init",
            call: vec!["init", "leads.csv", "--events", "events.csv"],
            option: "-o",
            forms: &[("leadrules", "leadrules 1")],
            reads: vec!["leads.csv", "events.csv"],
        },
        Writes {
            name: "suggest",
            call: over("suggest", &["--outcome", "won"]),
            option: "-o",
            forms: &[("leadrules", "leadrules 1")],
            reads: all.into(),
        },
        Writes {
            name: "suggest --patch",
            call: over("suggest", &["--outcome", "won"]),
            option: "--patch",
            forms: &[("patch", ""), ("diff", "")],
            reads: all.into(),
        },
        Writes {
            name: "test",
            call: vec!["test", "my.leadrules"],
            option: "--junit",
            forms: &[("xml", "<?xml")],
            reads: vec!["my.leadrules", "parts.leadrules", "free.txt"],
        },
    ]
}

/// Other names for a file: itself, two spellings, by links and by a hard link, with an ending that could be written.
fn names_of(folder: &Path, file: &str, ending: &str) -> Vec<String> {
    let mut names = vec![file.to_owned(), format!("./{file}"), format!("x/../{file}")];
    names.push(folder.join(file).to_str().expect("a path in UTF-8").to_owned());
    let (link, hard) = (format!("x/link-{file}.{ending}"), format!("x/hard-{file}.{ending}"));
    let _ = std::fs::remove_file(folder.join(&link));
    let _ = std::fs::remove_file(folder.join(&hard));
    std::fs::hard_link(folder.join(file), folder.join(&hard)).expect("the folder has hard links");
    names.push(hard);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(format!("../{file}"), folder.join(&link)).expect("the folder has links");
        names.push(link);
    }
    names
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let folder = folder("read");
    let mut wrong = Vec::new();
    let mut tried = share::tried();
    for Writes { name, call, option, forms, reads } in commands() {
        for file in &reads {
            let before = files::read(folder.join(file));
            for target in names_of(&folder, file, forms[0].0) {
                for force in [false, true] {
                    if !tried.next().expect("they have no end") {
                        continue;
                    }
                    let mut call = [&call[..], &[option, &target]].concat();
                    call.extend(force.then_some("--force"));
                    let done = run(&folder, &call);
                    let said = said(&done);
                    let is_fine = done.status.code() == Some(1)
                        && done.stdout.is_empty()
                        && said.lines().count() == 1
                        && (said.contains("would write over")
                            || said.contains("can't be written here")
                            || said.contains("is there already"))
                        && said.contains(&target);
                    if !is_fine || files::read(folder.join(file)) != before {
                        wrong.push(format!("{name} {option} {target}: {:?}, {said}", done.status.code()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn both_files_and_the_way_out_are_named() {
    let folder = folder("named");
    let done = run(&folder, &["score", "my.leadrules", "leads.csv", "--events", "events.csv", "-o", "./leads.csv"]);
    assert_eq!(
        said(&done),
        "error: -o ./leads.csv would write over leads.csv, which is read as the leads; name another file to write\n"
    );
    // Refused before the rules are read or, for files that the rules take in, before the data is.
    std::fs::write(folder.join("my.leadrules"), "leadrules 1\nnonsense\n").unwrap();
    let done = run(&folder, &["score", "my.leadrules", "leads.csv", "--events", "events.csv", "-o", "leads.csv"]);
    assert!(said(&done).contains("would write over itself, which is read as the leads"), "{}", said(&done));
    std::fs::write(folder.join("my.leadrules"), RULES).unwrap();
    std::fs::hard_link(folder.join("free.txt"), folder.join("free.csv")).unwrap();
    let done = run(&folder, &["score", "my.leadrules", "none.csv", "--no-events", "-o", "free.csv"]);
    assert!(said(&done).contains("would write over free.txt, of which the rules take a list"), "{}", said(&done));
}

#[test]
fn charts_models_and_a_file_on_standard_input_are_spared_too() {
    let folder = folder("more");
    std::fs::create_dir(folder.join("plots")).unwrap();
    std::fs::hard_link(folder.join("leads.csv"), folder.join("plots/fit.svg")).unwrap();
    let call = [&["backtest"][..], &DATA, &SEEN, &["--outcome", "won", "--plots", "plots", "--force"]].concat();
    let done = run(&folder, &call);
    assert!(said(&done).contains("would write over leads.csv"), "{}", said(&done));
    std::fs::remove_file(folder.join("plots/fit.svg")).unwrap();
    std::fs::write(folder.join("plots/fit.svg"), "my notes\n%PDF").unwrap();
    std::fs::write(folder.join("plots/heat.svg"), "%PDF-1.7").unwrap();
    let call = &call[..call.len() - 1];
    assert!(said(&run(&folder, call)).contains("does not look like a drawing"), "{}", said(&run(&folder, call)));

    std::fs::write(folder.join("scored.yml"), format!("# Written by leadrules\n{RULES}")).unwrap();
    let text = files::read(folder.join("scored.yml")).replace("# Written by leadrules\n", "");
    std::fs::write(folder.join("scored.yml"), format!("{text}# Written by leadrules\n")).unwrap();
    let done = run(&folder, &["sql", "scored.yml", "--dialect", "duckdb", "--dbt", ".", "--name", "scored"]);
    assert!(said(&done).contains("would write over"), "{}", said(&done));

    let input = std::fs::File::open(folder.join("leads.csv")).unwrap();
    let mut command = crate::files::program();
    command.current_dir(&folder).args(["score", "my.leadrules", "-", "--no-events", "-o", "leads.csv"]).stdin(input);
    let done = command.output().unwrap();
    assert!(said(&done).contains("would write over standard input"), "{}", said(&done));

    let both =
        ["suggest", "my.leadrules", "leads.csv", "--no-events", "--outcome", "won", "-o", "two", "--patch", "./two"];
    assert!(said(&run(&folder, &both)).contains("are one file; name two"), "{}", said(&run(&folder, &both)));
}

#[test]
fn the_name_says_the_form_or_is_refused() {
    let folder = folder("forms");
    let endings = [
        "csv",
        "ndjson",
        "jsonl",
        "json",
        "parquet",
        "pq",
        "xlsx",
        "txt",
        "md",
        "markdown",
        "svg",
        "html",
        "htm",
        "leadrules",
        "patch",
        "diff",
        "xml",
        "pdf",
        "xls",
        "ods",
        "tsv",
        "docx",
        "png",
        "gz",
        "zip",
        "sql",
        "odd",
    ];
    let also = [("pq", "parquet"), ("jsonl", "ndjson"), ("markdown", "md"), ("htm", "html"), ("diff", "patch")];
    let mut wrong = Vec::new();
    let mut tried = share::tried();
    for Writes { name, call, option, forms, .. } in commands() {
        let canonical =
            |ending: &'static str| also.iter().find(|(other, _)| *other == ending).map_or(ending, |found| found.1);
        for small in endings {
            for ending in [small.to_owned(), small.to_uppercase()] {
                if !tried.next().expect("they have no end") {
                    continue;
                }
                let out = format!("out.{ending}");
                let path = folder.join(&out);
                let _ = std::fs::remove_file(&path);
                let done = run(&folder, &[&call[..], &[option, &out]].concat());
                let written = forms.iter().find(|(one, _)| canonical(one) == canonical(small));
                let said = said(&done);
                let is_right = match written {
                    Some((_, begins)) => {
                        done.status.success()
                            && files::read_bytes(&path).starts_with(begins.as_bytes())
                            && said.lines().filter(|line| line.starts_with("wrote ") && line.contains(&out)).count()
                                == 1
                    }
                    None => {
                        done.status.code() == Some(1)
                            && !path.exists()
                            && said.lines().count() == 1
                            && forms.iter().all(|(one, _)| said.contains(&format!(".{}", canonical(one))))
                    }
                };
                if !is_right {
                    wrong.push(format!("{name} {option} {out}: {:?}, {said}", done.status.code()));
                }
                // A second run writes over what the first one wrote, unless people go on to edit it.
                let stays = ["init", "suggest", "suggest --patch"].contains(&name);
                if written.is_some() && !stays {
                    let again = run(&folder, &[&call[..], &[option, &out]].concat());
                    if !again.status.success() {
                        wrong.push(format!("{name} {option} {out} once more: {}", self::said(&again)));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_format_that_contradicts_the_name_is_refused() {
    let folder = folder("contradicted");
    let formats: [(&str, &[&str]); 4] = [
        ("score", &["csv", "ndjson", "json", "parquet", "xlsx", "table"]),
        ("timeline", &["text", "json", "svg"]),
        ("timeline --reached", &["text", "json", "csv"]),
        ("diff", &["text", "json", "markdown"]),
    ];
    let ending = |format: &'static str| match format {
        "text" | "table" => "txt",
        "markdown" => "md",
        format => format,
    };
    for (name, formats) in formats {
        let command = commands().into_iter().find(|command| command.name == name).expect("it is one of them");
        for format in formats {
            for other in
                ["csv", "ndjson", "json", "parquet", "xlsx", "txt", "md", "svg", "html", "pdf", "tsv", "leadrules"]
            {
                let out = format!("out.{other}");
                let _ = std::fs::remove_file(folder.join(&out));
                let done = run(&folder, &[&command.call[..], &["-o", &out, "--format", format]].concat());
                let is_written = folder.join(&out).exists();
                assert_eq!(is_written, other == ending(format), "{name} --format {format} -o {out}: {}", said(&done));
                assert_eq!(done.status.code(), Some(i32::from(!is_written)));
                assert!(is_written || said(&done).contains("contradict"), "{}", said(&done));
            }
            // A name that tells nothing leaves the form to the option; without an option there is nothing to go by.
            for out in ["plain", "out.2026-11"] {
                let _ = std::fs::remove_file(folder.join(out));
                let done = run(&folder, &[&command.call[..], &["-o", out, "--format", format]].concat());
                assert!(done.status.success() && folder.join(out).exists(), "{name} {out}: {}", said(&done));
            }
        }
        let _ = std::fs::remove_file(folder.join("plain"));
        let done = run(&folder, &[&command.call[..], &["-o", "plain"]].concat());
        assert!(said(&done).contains("does not say in which form to write"), "{name}: {}", said(&done));
        assert!(!folder.join("plain").exists());
    }
}

#[test]
fn a_file_of_another_kind_stays_unless_the_user_insists() {
    let folder = folder("kinds");
    let others: [(&str, &[u8]); 8] = [
        ("rules", RULES.as_bytes()),
        ("notes", b"milk\nbread\n"),
        ("pdf", b"%PDF-1.7\n"),
        ("sheet", b"PK\x03\x04rest"),
        ("columns", b"PAR1rest"),
        ("page", b"<!DOCTYPE html><html>"),
        ("drawing", b"<svg xmlns='x'/>"),
        ("object", b"{\"a\": 1}\n"),
    ];
    let mut wrong = Vec::new();
    let mut tried = share::tried();
    for Writes { name, call, option, forms, .. } in commands() {
        for (ending, begins) in forms {
            for (what, held) in others {
                if !tried.next().expect("they have no end") {
                    continue;
                }
                let fits = match what {
                    "rules" => *ending == "leadrules",
                    // A file called .csv is taken for what its name says; a .txt can be anything.
                    "notes" => ["csv", "ndjson", "jsonl", "json", "svg", "html", "htm", "leadrules"].contains(ending),
                    "pdf" => false,
                    "sheet" => *ending == "xlsx",
                    "columns" => *ending == "parquet",
                    "page" => ending.starts_with("htm"),
                    "drawing" => *ending == "svg",
                    _ => ["json", "ndjson", "jsonl"].contains(ending),
                };
                // What people go on to edit is never replaced unasked.
                let fits = fits && !["init", "suggest", "suggest --patch"].contains(&name);
                let out = format!("x/{what}.{ending}");
                std::fs::write(folder.join(&out), held).unwrap();
                let plain = run(&folder, &[&call[..], &[option, &out]].concat());
                let is_kept = files::read_bytes(folder.join(&out)) == held;
                if plain.status.success() != fits || is_kept == fits || (!fits && !said(&plain).contains("--force")) {
                    wrong.push(format!("{name} {option} {out}: {:?}, {}", plain.status.code(), said(&plain)));
                }
                std::fs::write(folder.join(&out), held).unwrap();
                let forced = run(&folder, &[&call[..], &[option, &out, "--force"]].concat());
                if !forced.status.success() || !files::read_bytes(folder.join(&out)).starts_with(begins.as_bytes()) {
                    wrong.push(format!("{name} {option} {out} --force: {}", said(&forced)));
                }
            }
        }
    }
    std::fs::write(folder.join("page"), "my page\n").unwrap();
    let report = commands().into_iter().find(|command| command.name == "report").expect("it is there");
    let done = run(&folder, &[&report.call[..], &["-o", "page"]].concat());
    if done.status.success() || files::read(folder.join("page")) != "my page\n" {
        wrong.push("report -o page".to_owned());
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_meant_to_be_edited_is_and_standard_output_is_no_file() {
    let folder = folder("edited");
    std::fs::write(
        folder.join("untidy.leadrules"),
        "leadrules 1\nlead { id text key\n size number }\nscore a {   size > 1  => +1 }\n",
    )
    .unwrap();
    assert!(run(&folder, &["fmt", "untidy.leadrules"]).status.success());
    assert!(files::read(folder.join("untidy.leadrules")).contains("score a {\n"));
    for call in [
        [&["timeline"][..], &DATA, &SEEN, &["--lead", "1", "-o", "-"]].concat(),
        [&["diff", "old.leadrules", "my.leadrules", "-o", "-"][..]].concat(),
        [&["report"][..], &DATA, &SEEN, &["-o", "-"]].concat(),
        [&["score"][..], &DATA, &SEEN, &["-q", "-o", "-"]].concat(),
    ] {
        let done = run(&folder, &call);
        assert!(done.status.success() && !done.stdout.is_empty(), "{call:?}: {}", said(&done));
        assert!(!folder.join("-").exists());
    }
    // Nothing is said with -q.
    for Writes { name, call, option, forms, .. } in commands() {
        let out = format!("quiet.{}", forms[0].0);
        let done = run(&folder, &[&call[..], &[option, &out, "--force", "-q"]].concat());
        if name != "test" {
            assert!(done.status.success() && !said(&done).contains("wrote"), "{name}: {}", said(&done));
        }
    }
}
