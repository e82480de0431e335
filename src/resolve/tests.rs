//! Rule text in, codes out.

use std::path::Path;

use super::*;
use crate::diagnostic::{Style, render};
use crate::load::load;

/// What is found in a rule set of one file.
fn check(text: &str) -> (Option<ir::Rules>, Vec<Diagnostic>) {
    resolve(&load("rules.leadrules", text.to_owned(), &mut |path| Err(format!("there is no file {path}"))))
}

/// A rule set of the usual declarations and these lines.
fn with(lines: &str) -> String {
    format!(
        "leadrules 1
lead {{
  id text key
  name text
  email email
  phone text
  country choice {{ BE (\"Belgium\"), NL, \"real estate\" }}
  home choice {{ BE (\"Belgium\"), NL, \"real estate\" }}
  size choice {{ s, m, l }}
  employees integer 0..10M
  budget number
  consent yes/no
  created date
  closed date
  tags list of text
  likes list of choice {{ a, b, c }}
  won yes/no, outcome
}}
events {{
  opened {{ client text; seconds number }}
  clicked {{ link text; seconds number; tags list of text }}
  visited {{ page text; minutes integer; paid yes/no; due date }}
}}
{lines}
"
    )
}

/// The codes found in these lines, advice and unused declarations left out.
fn codes(lines: &str) -> Vec<&'static str> {
    let text = with(lines);
    let (_, findings) = check(&text);
    findings
        .iter()
        .map(|finding| finding.code.id)
        .filter(|id| !["LR0301", "LR0501", "LR0502", "LR0503", "LR0508"].contains(id))
        .collect()
}

/// The codes of one condition in a rule.
fn rule(condition: &str) -> Vec<&'static str> {
    codes(&format!("score s {{\n {condition} => +1\n}}"))
}

#[track_caller]
fn fine(condition: &str) {
    assert_eq!(rule(condition), Vec::<&str>::new(), "{condition}");
}

#[track_caller]
fn wrong(condition: &str, code: &str) {
    assert_eq!(rule(condition), [code], "{condition}");
}

fn files(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "leadrules") {
            into.push(path);
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn examples_and_language_cases_are_fine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("examples"), &mut paths);
    files(&root.join("tests/cases"), &mut paths);
    assert!(paths.len() > 50, "the cases are found");
    let mut wrong = String::new();
    for path in paths {
        if path
            .components()
            .any(|part| ["codes", "resolve", "poor-messages"].iter().any(|name| part.as_os_str() == *name))
        {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let loaded = load(&path.to_string_lossy(), text, &mut |path| {
            std::fs::read_to_string(path).map_err(|error| error.to_string())
        });
        let (rules, findings) = resolve(&loaded);
        for finding in findings.iter().filter(|finding| finding.severity == crate::codes::Severity::Error) {
            wrong += &render(finding, &loaded.sources, Style::default());
        }
        if rules.is_none() && wrong.is_empty() {
            wrong += &format!("no rules: {}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
