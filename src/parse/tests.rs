//! Whole files: the language's example, and every case of the repository.

use super::parse;
use crate::ast;
use crate::diagnostic::{Diagnostic, Style, has_errors, render};
use crate::source::Sources;

const EXAMPLE: &str = include_str!("fixtures/inbound.leadrules");

fn read(text: &str) -> (ast::File, Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let file = sources.add("test.leadrules", text);
    let (ast, found) = parse(&sources, file);
    (ast, found, sources)
}

fn shown(found: &[Diagnostic], sources: &Sources) -> String {
    found.iter().map(|finding| render(finding, sources, Style::default())).collect()
}

#[test]
fn the_example_is_read_whole() {
    let (file, found, sources) = read(EXAMPLE);
    assert!(found.is_empty(), "{}", shown(&found, &sources));
    assert_eq!(file.body.statements.len(), 16);
}

#[test]
fn the_cases_are_read_whole() {
    let mut wrong = String::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))];
    folders.push(concat!(env!("CARGO_MANIFEST_DIR"), "/examples").into());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("codes") && !path.ends_with("poor-messages") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "leadrules")
                && !path.ends_with("mistakes.leadrules")
            {
                #[expect(clippy::disallowed_methods, reason = "a test reads the cases")]
                let text = std::fs::read_to_string(&path).unwrap();
                let (_, found, sources) = read(&text);
                if has_errors(&found) {
                    wrong += &format!("{}\n{}", path.display(), shown(&found, &sources));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The file with one line in a block of this kind.
fn around(block: &str, line: &str) -> String {
    match block {
        "file" => format!("leadrules 1\n{line}\n"),
        "table" => format!("leadrules 1\nscore s {{\n  employees {{\n    {line}\n  }}\n}}\n"),
        "score" => format!("leadrules 1\nscore s {{\n  {line}\n}}\n"),
        "label" => format!("leadrules 1\nlabel l {{\n  {line}\n}}\n"),
        "promise" | "test" => format!("leadrules 1\n{block} \"p\" {{\n  {line}\n}}\n"),
        _ => format!("leadrules 1\n{block} {{\n  {line}\n}}\n"),
    }
}

/// The text with the first fix of its first finding.
fn mended(text: &str, found: &[Diagnostic]) -> Option<String> {
    let mut edits = found.first()?.fixes.first()?.edits.clone();
    edits.sort_by_key(|(span, _)| std::cmp::Reverse((span.start, span.end)));
    let mut text = text.to_owned();
    for (span, new) in edits {
        text.replace_range(span.range(), &new);
    }
    Some(text)
}

#[test]
fn what_people_write_is_mended() {
    let mut wrong = String::new();
    for line in include_str!("fixtures/mistakes.txt").lines().filter(|line| !line.trim().is_empty()) {
        let (block, rest) = line.split_once(" | ").unwrap();
        let (mistake, meant) = rest.split_once(" || ").unwrap_or((rest, ""));
        let (mistake, meant) = (mistake.trim(), meant.trim());
        let text = around(block, mistake);
        let (_, found, sources) = read(&text);
        let fixed = mended(&text, &found);
        let say = |what: &str| format!("--- {what}: {line}\n{}{}\n", shown(&found, &sources), fixed.as_deref().unwrap_or(""));
        if found.len() != 1 {
            wrong += &say("not one finding");
        } else if meant == "-" {
            if fixed.is_some() {
                wrong += &say("a fix where none is known");
            }
        } else if fixed.as_deref() != Some(around(block, meant).as_str()) {
            wrong += &say("another fix");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
