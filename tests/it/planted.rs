//! Whole rule files with one mistake each: it is found, and nothing else is. Each file says at its end what was planted
//! in it.

use std::path::Path;

use crate::{files, rules};

/// The codes of everything that `check` finds in a file.
fn found(path: &Path) -> Vec<&'static str> {
    let checked = rules::check(&path.to_string_lossy(), files::read(path));
    checked.findings.iter().map(|finding| finding.code.id).collect()
}

#[test]
fn each_planted_mistake_is_found_and_nothing_else() {
    let files = files::under("tests/planted", "leadrules");
    assert!(files.len() > 40, "only {} files", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let text = files::read(&file);
        let planted =
            text.lines().last().and_then(|line| line.strip_prefix("# found: ")).expect("the last line says it");
        let expected: Vec<&str> = Some(planted).filter(|planted| *planted != "nothing").into_iter().collect();
        let found = found(&file);
        if found != expected {
            wrong.push(format!("{}: {found:?}, not {expected:?}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn examples_have_no_findings() {
    let files = files::under("examples", "leadrules");
    assert!(files.len() >= 14, "only {} files", files.len());
    for file in files {
        // One is there to show mistakes, the other is part of a set: its events are for another part.
        let expected: &[&str] = if file.ends_with("first-hour/mistakes.leadrules") {
            &["LR0107", "LR0201"]
        } else if file.ends_with("teams/sales.leadrules") {
            &["LR0503"]
        } else {
            &[]
        };
        assert_eq!(found(&file), expected, "{}", file.display());
    }
}
