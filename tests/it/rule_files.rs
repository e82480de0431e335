//! Every rule file of the project, whatever it is there for: the formatter keeps what it says, it is read without
//! errors unless it is there to show one, and breaking it in any way does not make the language panic.

use std::path::PathBuf;

use leadrules_language::codes::{self, Severity};
use leadrules_language::diagnostic::{Diagnostic, has_errors, render};
use leadrules_language::load::load;
use leadrules_language::page::Style;
use leadrules_language::resolve::resolve;

use crate::{codes as cases_of_codes, files, rules, written};

/// The rule files in folders of the project.
fn rule_files() -> Vec<PathBuf> {
    ["examples", "tests/cases", "tests/planted"]
        .into_iter()
        .flat_map(|folder| {
            let found = files::under(folder, "leadrules");
            assert!(found.len() > 10, "only {} files in {folder}", found.len());
            found
        })
        .collect()
}

#[test]
fn the_formatter_keeps_what_every_file_says() {
    let in_files = rule_files().into_iter().map(|path| files::read(&path));
    let of_codes = codes::ALL.iter().flat_map(|code| {
        let case = cases_of_codes::Case::read(code.id);
        case.texts().map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
    });
    let mut count = 0;
    for text in in_files.chain(of_codes) {
        let (file, has_errors) = written::read(&text);
        if !has_errors {
            written::kept_by_the_formatter(&file);
            count += 1;
        }
    }
    assert!(count > 300, "only {count} files could be read");
}

#[test]
fn whatever_a_file_says_can_be_looked_into() {
    for path in rule_files() {
        let text = files::read(&path);
        let checked = std::panic::catch_unwind(|| rules::check(&path.to_string_lossy(), text));
        assert!(checked.is_ok(), "nothing can be proved of {}", path.display());
    }
}

#[test]
fn files_are_without_errors_unless_they_show_one() {
    let mut wrong = String::new();
    for path in rule_files().into_iter().filter(|path| !path.starts_with("tests/planted")) {
        let shows = |names: &[&str]| path.components().any(|part| names.iter().any(|name| part.as_os_str() == *name));
        if shows(&["poor-messages", "mistakes.leadrules", "not-in-scores.leadrules"]) {
            continue;
        }
        // In `resolve` there are files with the right form and the wrong meaning.
        let is_wrong = if shows(&["resolve"]) {
            written::read(&files::read(&path)).1
        } else {
            let checked = rules::read_file(&path);
            let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
            let errors: Vec<Diagnostic> = errors.cloned().collect();
            wrong += &rules::rendered(&checked, &errors);
            checked.rules.is_none()
        };
        if is_wrong {
            wrong += &format!("{} can't be used\n", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The words and signs of a text, each with the position where it ends.
fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let word = leadrules_language::text::is_word(c) || c == '"';
        if let (Some(from), false) = (start, word) {
            tokens.push(from..at);
            start = None;
        }
        match (word, start) {
            (true, None) => start = Some(at),
            (false, _) if !c.is_whitespace() => tokens.push(at..at + c.len_utf8()),
            _ => {}
        }
    }
    tokens
}

#[test]
fn nothing_panics_and_no_rules_without_a_reason() {
    let text = files::read("examples/inbound/inbound.leadrules");
    let tokens = tokens(&text);
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("it fits") % below
    };
    for _ in 0..150 {
        let at = tokens[random(tokens.len())].clone();
        let other = &text[tokens[random(tokens.len())].clone()];
        let mut broken = text.clone();
        match random(4) {
            0 => broken.replace_range(at, ""),
            1 => broken.replace_range(at, other),
            2 => broken.insert_str(at.end, &format!(" {other}")),
            _ => broken.replace_range(at.clone(), &text[at.start..at.end][..0]),
        }
        let loaded = load("rules.leadrules", broken.clone(), &mut |_| Ok("rival".to_owned()));
        let (rules, findings) = resolve(&loaded);
        assert!(rules.is_some() || has_errors(&findings), "{broken}");
        for finding in &findings {
            let _ = render(finding, &loaded.sources, Style::default());
        }
    }
}
