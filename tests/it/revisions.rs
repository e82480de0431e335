//! Rule files as of a revision of a git repository, with what they take in.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const RULES: &str = "leadrules 1\nuse \"data.leadrules\"\nlist friends from \"friends.txt\"\nscore fit 0..10 {\n  name in friends => +10\n}\n\
                     stages {\n  fit >= 10 => MQL\n}\n";
const DATA: &str = "leadrules 1\nlead {\n  id   text key\n  name text\n}\n";

/// A repository whose branch `main` has the rules of before in `rules/`; what is on disk has one friend more.
fn repository(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("revisions").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let write = |path: &str, text: &str| std::fs::write(folder.join(path), text).expect("a file can be written");
    std::fs::create_dir_all(folder.join("rules")).expect("cargo's own folder can be written to");
    write("rules/my.leadrules", RULES);
    write("rules/data.leadrules", DATA);
    write("rules/friends.txt", "An\n");
    write("leads.csv", "id,name\n1,An\n2,Bo\n3,Cy\n");
    for arguments in [
        &["init", "-q", "-b", "main"][..],
        &["add", "."],
        &["-c", "user.name=An", "-c", "user.email=an@x.example", "commit", "-q", "-m", "before"],
    ] {
        let done = Command::new("git").current_dir(&folder).args(arguments).status().expect("git is there");
        assert!(done.success(), "{arguments:?}");
    }
    write("rules/friends.txt", "An\nBo\n");
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
fn a_revision_has_the_files_and_lists_of_its_own() {
    let folder = repository("diff");
    let data = ["--data", "leads.csv", "--no-events", "--as-of", "2026-11-23"];
    let diff =
        |old: &str, more: &[&str]| run(&folder, &[&["diff", old, "rules/my.leadrules"], &data[..], more].concat());
    let found = diff("main:rules/my.leadrules", &[]);
    assert!(said(&found).contains("1 lead moves"), "{}", said(&found));
    assert_eq!(found.status.code(), Some(0));
    let commit = Command::new("git").current_dir(&folder).args(["rev-parse", "HEAD"]).output().expect("git is there");
    let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
    for same in
        ["HEAD:rules/my.leadrules", "main:./rules/my.leadrules", &format!("{}:rules/my.leadrules", &commit[..10])]
    {
        assert_eq!(said(&diff(same, &[])), said(&found), "{same}");
    }
    // More leads than can be handled: a gate can tell.
    assert_eq!(diff("main:rules/my.leadrules", &["--capacity", "MQL=1"]).status.code(), Some(3));
    assert_eq!(diff("main:rules/my.leadrules", &["--capacity", "MQL=2"]).status.code(), Some(0));
    // Both sides may be revisions; the same one moves nobody.
    let both = run(&folder, &[&["diff", "main:rules/my.leadrules", "HEAD:rules/my.leadrules"], &data[..]].concat());
    assert!(said(&both).contains("No lead moves"), "{}", said(&both));
}

#[test]
fn what_is_not_there_is_said() {
    let folder = repository("missing");
    for (old, says) in [
        ("mian:rules/my.leadrules", "there is no revision `mian` here"),
        ("main:my.leadrules", "there is no file `my.leadrules` in `main`"),
        ("rules/other.leadrules", "can't read rules/other.leadrules"),
    ] {
        let output = run(&folder, &["diff", old, "rules/my.leadrules"]);
        assert!(said(&output).contains(says), "{old}: {}", said(&output));
        assert_eq!(output.status.code(), Some(1));
    }
    // Rules of a revision read no more than those on disk: what is above their folder stays unread.
    std::fs::write(folder.join("rules/my.leadrules"), RULES.replace("friends.txt", "../leads.csv"))
        .expect("it is ours");
    let commit = ["-c", "user.name=An", "-c", "user.email=an@x.example", "commit", "-q", "-a", "-m", "after"];
    assert!(Command::new("git").current_dir(&folder).args(commit).status().expect("git is there").success());
    let output = run(&folder, &["diff", "main:rules/my.leadrules", "rules/my.leadrules"]);
    assert!(said(&output).contains("outside of the folder of the first rule file"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(2));
    // A file whose name has a colon is a file.
    std::fs::write(folder.join("main:rules.leadrules"), format!("{DATA}score a 0..1 {{\n  name is known => +1\n}}\n"))
        .expect("it is ours");
    let output = run(&folder, &["check", "main:rules.leadrules"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}
