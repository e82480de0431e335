//! What the program writes is whole, its own, and where it was asked for; or it says why not.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::files;
use crate::skip::skipped;

const RULES: &str = "examples/inbound/inbound.leadrules";
const LEADS: &str = "examples/inbound/leads.csv";

fn leadrules() -> Command {
    let mut command = crate::files::program();
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outputs").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    folder
}

fn scored(out: &Path) -> Output {
    let args = ["score", RULES, LEADS, "--no-events", "--as-of", "2026-11-23", "-q", "-o"];
    leadrules().args(args).arg(out).output().expect("the program is there")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A run that waits for more leads, and its unfinished output.
#[cfg(unix)]
#[expect(clippy::zombie_processes, reason = "whoever asked for it waits for it")]
fn waiting(folder: &Path, name: &str) -> (std::process::Child, std::process::ChildStdin, PathBuf) {
    use std::io::Write as _;
    let out = folder.join(name);
    let before = there(folder);
    let args = [
        "score",
        RULES,
        "-",
        "--no-events",
        "--as-of",
        "2026-11-23",
        "-q",
        "-o",
        out.to_str().expect("all is as it was made"),
    ];
    let mut running = leadrules().args(args).stdin(std::process::Stdio::piped()).spawn().expect("the program is there");
    let mut leads = running.stdin.take().expect("all is as it was made");
    let header = "Record ID,name,email,phone,company,job_title,country,industry,Number of employees,budget,consent,created,Lifecycle stage\n";
    leads.write_all(header.as_bytes()).expect("all is as it was made");
    let line = "1,An,an@brewery.example,,,,BE,,150,,yes,2026-01-01,\n".repeat(1000);
    loop {
        leads.write_all(line.as_bytes()).expect("the run goes on");
        if let Some(made) = there(folder).into_iter().find(|file| !before.contains(file)) {
            return (running, leads, made);
        }
    }
}

fn there(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .expect("all is as it was made")
        .map(|entry| entry.expect("all is as it was made").path())
        .collect()
}

#[test]
#[cfg(unix)]
fn two_runs_never_share_an_unfinished_file() {
    let folder = folder("alone");
    let (mut one, leads_of_one, first) = waiting(&folder, "out.csv");
    let (mut two, leads_of_two, second) = waiting(&folder, "out.csv");
    assert_ne!(first, second);
    for (run, made) in [(&one, &first), (&two, &second)] {
        let name = made.file_name().unwrap().to_str().unwrap();
        let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        // In two containers, two runs can have the same process number.
        assert!(!parts.contains(&run.id().to_string().as_str()), "{name} can be foreseen");
    }
    drop((leads_of_one, leads_of_two));
    assert!(one.wait().unwrap().success() && two.wait().unwrap().success());
    assert_eq!(there(&folder), [folder.join("out.csv")]);
}

/// In two containers that share a folder both runs have the same process number.
#[test]
#[cfg(target_os = "linux")]
fn two_containers_never_mix_their_rows() {
    let folder = folder("containers");
    let contained = |line: &str| {
        let mut command = Command::new("unshare");
        command.args(["-rpf", "--mount-proc", "bash", "-c", line]).current_dir(env!("CARGO_MANIFEST_DIR"));
        command.stdout(std::process::Stdio::piped()).spawn()
    };
    let allowed = contained("echo $$").and_then(std::process::Child::wait_with_output);
    if !allowed.is_ok_and(|done| done.status.success()) {
        return skipped("unshare -rpf, for containers");
    }
    let head = "Record ID,name,email,phone,company,job_title,country,industry,Number of employees,budget,consent,created,Lifecycle stage";
    let whole = |name: &str| {
        let rows: String =
            (0..20_000).map(|at| format!("{name}{at},An,an@brewery.example,,,,BE,,150,,yes,2026-01-01,\n")).collect();
        std::fs::write(folder.join(format!("{name}.csv")), format!("{head}\n{rows}"))
            .expect("the folder can be written to");
        let wanted = folder.join(format!("{name}.wanted.csv"));
        let args = ["score", RULES, "--no-events", "--as-of", "2026-11-23", "-q"];
        let leads = folder.join(format!("{name}.csv"));
        assert!(
            leadrules().args(args).arg(&leads).arg("-o").arg(&wanted).status().expect("the program is there").success()
        );
        files::read_bytes(&wanted)
    };
    let wanted = [whole("a"), whole("b")];
    let out = folder.join("out.csv");
    for _ in 0..5 {
        let run = |name: &str| {
            let leads = folder.join(format!("{name}.csv"));
            let program = env!("CARGO_BIN_EXE_leadrules");
            let seen = "--no-events --as-of 2026-11-23 -q --force";
            let line = format!("{program} score {RULES} {} {seen} -o {} && echo $$", leads.display(), out.display());
            contained(&line).expect("it was there before")
        };
        let runs = [run("a"), run("b")].map(|run| run.wait_with_output().expect("it ends"));
        assert!(runs.iter().all(|run| run.status.success() && run.stdout == runs[0].stdout));
        let found = files::read_bytes(&out);
        assert!(wanted.contains(&found), "{} bytes of both", found.len());
    }
    assert_eq!(there(&folder).len(), 5, "unfinished files are left: {:?}", there(&folder));
}

#[test]
#[cfg(unix)]
fn a_run_that_is_ended_or_hung_up_on_leaves_nothing_behind() {
    for (signal, code) in [("HUP", 129), ("INT", 130), ("QUIT", 131), ("TERM", 143)] {
        // What this run ignores (under `nohup`), a run that it starts ignores too, and waiting for that one would never
        // end.
        if is_ignored(code - 128) {
            skipped(&format!("{signal} is ignored here"));
            continue;
        }
        let folder = folder(signal);
        let (mut run, _leads, _) = waiting(&folder, "out.csv");
        assert!(Command::new("kill").args([&format!("-{signal}"), &run.id().to_string()]).status().unwrap().success());
        assert_eq!(run.wait().unwrap().code(), Some(code), "{signal}");
        assert!(there(&folder).is_empty(), "{signal}: an unfinished file is left");
    }
}

/// Whether this process ignores a signal, by its number; where that can't be told, it does not.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "what the system says of this process")]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[test]
#[cfg(unix)]
fn links_are_written_through_to_what_they_point_to() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    std::fs::create_dir(folder.join("far")).unwrap();
    std::fs::write(folder.join("far/there.csv"), "old\n").unwrap();
    // One points to a file, one to where a file may be made; one leads through another.
    for (link, to) in [("a.csv", "far/there.csv"), ("b.csv", "far/new.csv"), ("c.csv", "a.csv")] {
        symlink(to, folder.join(link)).unwrap();
        assert_eq!(said(&scored(&folder.join(link))), "", "{link}");
        assert!(folder.join(link).is_symlink(), "{link} is a link still");
        assert!(files::read(folder.join(link)).contains(",stage,"), "{link}");
    }
    assert_eq!(there(&folder.join("far")).len(), 2);
    symlink("e.csv", folder.join("d.csv")).unwrap();
    symlink("d.csv", folder.join("e.csv")).unwrap();
    let circle = scored(&folder.join("d.csv"));
    assert_eq!(circle.status.code(), Some(1));
    assert!(said(&circle).contains("its links lead in a circle"), "{}", said(&circle));
}

#[test]
#[cfg(unix)]
fn a_file_keeps_its_permissions_and_a_read_only_one_its_content() {
    use std::os::unix::fs::PermissionsExt;
    let out = folder("permissions").join("out.csv");
    std::fs::write(&out, "old\n").unwrap();
    let mode = |mode| std::fs::set_permissions(&out, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o640);
    assert!(scored(&out).status.success());
    assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o640);
    std::fs::write(&out, "old\n").unwrap();
    mode(0o444);
    let refused = scored(&out);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("the file is read-only; allow writing to it, or give another name"));
    assert_eq!(files::read(&out), "old\n");
    assert_eq!(there(out.parent().unwrap()), [out.clone()]);
}

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn a_closed_standard_output_is_said() {
    let commands = [
        format!("score {RULES} {LEADS} --no-events -q"),
        format!("check {RULES}"),
        format!("explain {RULES} {LEADS} --no-events --lead L1001 --format json"),
        "codes".to_owned(),
        "--help".to_owned(),
        "--version".to_owned(),
    ];
    for command in commands {
        let line = format!("exec \"$0\" {command} >&-");
        let mut shell = Command::new("sh");
        shell.current_dir(env!("CARGO_MANIFEST_DIR")).args(["-c", &line, env!("CARGO_BIN_EXE_leadrules")]);
        let done = shell.output().unwrap();
        assert_eq!(done.status.code(), Some(1), "{command}");
        assert!(said(&done).contains("can't write to standard output: it is closed"), "{command}: {}", said(&done));
    }
    // Whoever wants to hear nothing can say so; writing a file needs no standard output.
    let out = folder("closed").join("out.csv");
    for line in
        [format!("check {RULES} >/dev/null"), format!("score {RULES} {LEADS} --no-events -q -o {} >&-", out.display())]
    {
        let mut shell = Command::new("sh");
        shell.current_dir(env!("CARGO_MANIFEST_DIR"));
        let done =
            shell.args(["-c", &format!("exec \"$0\" {line}"), env!("CARGO_BIN_EXE_leadrules")]).output().unwrap();
        assert!(done.status.success(), "{line}: {}", said(&done));
    }
}

#[test]
fn no_cell_is_a_formula_where_that_is_asked_for() {
    let folder = folder("formulas");
    let rules =
        "leadrules 1\nlead {\n  id text key\n  n number\n}\nscore a {\n  n > 0 => +1 as \"=1+1\"\n  n < 0 => -5\n}\n";
    std::fs::write(folder.join("my.leadrules"), rules).unwrap();
    std::fs::write(folder.join("leads.csv"), "id,n,=x\n=1+1,1,\"@SUM(1,2)\"\n-7,-1,-5\n+a,1,b\n").unwrap();
    let score = |more: &[&str]| {
        let mut command = leadrules();
        command.current_dir(&folder).args(["score", "my.leadrules", "leads.csv", "-q", "--keep", "=x", "--explain"]);
        String::from_utf8(command.args(more).output().unwrap().stdout).unwrap()
    };
    let plain = "id,=x,a,stage,excluded,why\n=1+1,\"@SUM(1,2)\",1,contact,,=1+1: +1\n-7,-5,-5,contact,,n < 0: -5\n+a,b,1,contact,,=1+1: +1\n";
    let safe = plain
        .replace(",=x", ",'=x")
        .replace("\n=", "\n'=")
        .replace("\"@", "\"'@")
        .replace(",=1", ",'=1")
        .replace("\n+", "\n'+");
    assert_eq!(score(&[]), plain);
    assert_eq!(score(&["--csv-safe"]), safe);
    assert!(score(&["--csv-safe", "--format", "ndjson"]).contains("\"id\":\"=1+1\""));
}

/// Rows of a workbook wait in a temporary file; where none can be made, they wait in memory, and the same cells come out.
#[test]
#[cfg(unix)]
fn a_workbook_needs_no_room_for_temporary_files() {
    let folder = folder("workbook");
    let read = |temporary: &Path, name: &str| {
        let out = folder.join(name).join("scored.xlsx");
        std::fs::create_dir_all(out.parent().expect("it has a folder")).expect("cargo's own folder can be written to");
        let args = ["score", RULES, LEADS, "--no-events", "--as-of", "2026-11-23", "-q", "-o"];
        let wrote = leadrules().args(args).arg(&out).env("TMPDIR", temporary).output().expect("the program is there");
        assert!(wrote.status.success(), "{}", said(&wrote));
        let rules = leadrules().current_dir(folder.join(name)).args(["init", "scored.xlsx"]).output().expect("it runs");
        assert!(rules.status.success(), "{}", said(&rules));
        String::from_utf8(rules.stdout).expect("it is text")
    };
    let (nowhere, somewhere) = (read(&folder.join("is not there"), "memory"), read(&folder, "file"));
    assert!(nowhere.contains("profile") && nowhere.contains("stage"), "{nowhere}");
    assert_eq!(nowhere, somewhere);
}
