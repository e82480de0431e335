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
