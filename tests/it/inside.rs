//! Rule files take further files only from the folder of the first one, unless whoever runs the program allows more.

use std::path::{Path, PathBuf};
use std::process::Output;

use leadrules::RuleSet;

const SECRET: &str = "TOKEN_s3cr3t";

/// Rules in one folder; beside it a secret, and a part that several folders of rules share.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("inside").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for below in ["rules/parts", "shared", "rules-too"] {
        std::fs::create_dir_all(folder.join(below)).expect("cargo's own folder can be written to");
    }
    let rules =
        |more: &str| format!("leadrules 1\n{more}\nlead {{\n  id text key\n}}\nscore a {{ id in some => +1 }}\n");
    let files = [
        ("secret.txt", SECRET.to_owned()),
        ("rules-too/secret.txt", SECRET.to_owned()),
        ("shared/some.leadrules", "list some { \"a\" }\n".to_owned()),
        ("rules/parts/some.leadrules", "list some { \"a\" }\n".to_owned()),
        ("rules/parts/list.txt", "a\n".to_owned()),
        ("rules/used.leadrules", rules("use \"parts/../parts/some.leadrules\"")),
        ("rules/listed.leadrules", rules("list some from \"parts/list.txt\"")),
        ("rules/shared.leadrules", rules("use \"../shared/some.leadrules\"")),
        ("rules/up.leadrules", rules("list some from \"../secret.txt\"")),
        ("rules/beside.leadrules", rules("use \"../rules-too/secret.txt\"")),
        ("rules/link.leadrules", rules("use \"link.txt\"")),
        ("rules/gone.leadrules", rules("use \"../gone.txt\"")),
        ("rules/through.leadrules", rules("use \"parts/far.leadrules\"")),
        ("rules/parts/far.leadrules", "list some from \"../../secret.txt\"\n".to_owned()),
        ("rules/environment.leadrules", rules("use \"/proc/self/environ\"")),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a folder of our own");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", folder.join("rules/link.txt")).expect("a folder of our own");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = crate::files::program();
    command.current_dir(folder).env("TOKEN", SECRET).args(args).output().expect("the program is there")
}

#[test]
#[cfg(unix)]
fn what_lies_outside_is_refused_and_never_shown() {
    let folder = folder("refused");
    for name in ["up", "beside", "link", "gone", "through", "environment", "shared"] {
        let path = format!("rules/{name}.leadrules");
        let leads = "no-such-leads.csv";
        for args in [
            &["check", path.as_str()][..],
            &["check", "--format", "json", &path],
            &["test", &path],
            &["prove", &path],
            &["sql", &path, "--dialect", "duckdb"],
            &["score", &path, leads],
            &["explain", &path, leads, "--lead", "1"],
            &["timeline", &path, leads, "--lead", "1"],
            &["backtest", &path, leads, "--outcome", "won"],
            &["suggest", &path, leads, "--outcome", "won"],
            &["report", &path, leads],
            &["diff", &path, &path],
        ] {
            let done = run(&folder, args);
            let text = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).replace("\n  │ ", " ");
            assert!(!text.contains(SECRET), "{args:?}: {text}");
            assert!(matches!(done.status.code(), Some(2 | 3)), "{args:?}: {text}");
            assert!(text.contains("outside of the folder") && text.contains("--allow-path"), "{args:?}: {text}");
        }
    }
    let path = folder.join("rules/up.leadrules");
    let refused = RuleSet::from_path(path).expect_err("it is outside").to_string();
    let refused = refused.replace("\n  │ ", " ");
    assert!(refused.contains("outside of the folder") && !refused.contains(SECRET), "{refused}");
}

#[test]
fn what_lies_below_or_is_allowed_is_read() {
    let folder = folder("allowed");
    for args in [
        &["check", "rules/used.leadrules"][..],
        &["check", "rules/listed.leadrules"],
        &["check", "rules/shared.leadrules", "--allow-path", "shared"],
        &["check", "rules/shared.leadrules", "--allow-path", "rules-too", "--allow-path", "."],
        &["diff", "rules/shared.leadrules", "rules/used.leadrules", "--allow-path", "shared"],
    ] {
        let done = run(&folder, args);
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stdout));
    }
    let done = run(&folder.join("rules"), &["check", "used.leadrules"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    assert!(RuleSet::from_path(folder.join("rules/used.leadrules")).is_ok());
    let wrong = run(&folder, &["check", "rules/used.leadrules", "--allow-path", "nowhere"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("--allow-path nowhere: there is no such folder"));
}
