//! The documents and the examples say what the language does. In Markdown a block marked `leadrules` is a whole file if it
//! begins with `leadrules 1`, and passes `check`; otherwise it is a piece of one (declarations, lines of a score, or
//! conditions), which is read without errors. Blocks that no program should read have no mark.

use std::path::{Path, PathBuf};

use crate::rules::{self, read, read_file};
use crate::{cases, files, written};

/// Documents whose blocks are read.
fn documents() -> Vec<PathBuf> {
    let mut documents = files::under("docs", "md");
    documents.extend(files::under("examples", "md"));
    documents.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "src/cli/mcp/language.md"].map(PathBuf::from));
    documents.into_iter().filter(|path| files::exists(path)).collect()
}

/// The blocks marked `leadrules`, with the line that each begins on.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, line) in text.lines().enumerate() {
        match &mut open {
            Some(_) if line.trim_start().starts_with("```") => blocks.extend(open.take()),
            Some((_, block)) => *block += &format!("{line}\n"),
            None if line.trim() == "```leadrules" => open = Some((at + 2, String::new())),
            None => {}
        }
    }
    blocks
}

/// The blocks of all documents, each as it may occur in a file, with names.
pub fn all_blocks() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for path in documents() {
        for (line, block) in blocks(&files::read(&path)) {
            let texts = if block.starts_with("leadrules 1") { vec![block] } else { wrapped(&block) };
            all.extend(texts.into_iter().map(|text| (format!("{}:{line}", path.display()), text)));
        }
    }
    all
}

/// The ways in which a piece may occur in a file.
fn wrapped(piece: &str) -> Vec<String> {
    let conditions =
        piece.lines().map(|line| line.split(" #").next().unwrap_or("").trim()).filter(|line| !line.is_empty());
    let conditions: String = conditions.map(|line| format!("{line} => +1\n")).collect();
    vec![
        format!("leadrules 1\n{piece}"),
        format!("leadrules 1\nscore x {{\n{piece}}}\n"),
        format!("leadrules 1\nscore x {{\n{conditions}}}\n"),
    ]
}

#[test]
fn blocks_of_documents_are_in_the_language() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in documents() {
        for (line, block) in blocks(&files::read(&path)) {
            count += 1;
            let place = format!("{}:{line}", path.display());
            if block.starts_with("leadrules 1") {
                let checked = read(&place, block);
                if checked.rules.is_none() {
                    wrong.push(format!("{place}\n{}", rules::rendered(&checked, &checked.findings)));
                }
            } else if wrapped(&block).iter().all(|text| written::read(text).1) {
                wrong.push(format!("{place} can't be read:\n{block}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 0, "no block is marked `leadrules`");
}

#[test]
fn examples_pass_check_and_their_tests() {
    let examples = files::under("examples", "leadrules");
    assert!(!examples.is_empty());
    for path in examples.iter().filter(|path| !is_part(path, &examples) && !is_mistaken(path)) {
        let checked = read_file(path);
        let rules = rules::usable(&checked);
        for (_, file) in &checked.loaded.files {
            written::kept_by_the_formatter(file);
        }
        cases::tests(rules);
        let failed: Vec<String> = leadrules_language::testing::run(rules, &|_| true)
            .tests
            .into_iter()
            .filter(|test| !test.passed())
            .map(|test| format!("{}: {:?}", test.title, test.failures.iter().map(|f| &f.expected).collect::<Vec<_>>()))
            .collect();
        assert!(failed.is_empty(), "{}\n{}", path.display(), failed.join("\n"));
    }
}

/// Whether another example in the folder takes it in with `use`: it is then not complete by itself.
fn is_part(path: &Path, examples: &[PathBuf]) -> bool {
    let name = path.file_name().expect("a file").to_string_lossy();
    let beside = examples.iter().filter(|other| other.parent() == path.parent() && *other != path);
    beside.into_iter().any(|other| files::read(other).contains(&format!("use \"{name}\"")))
}

/// A file that shows mistakes on purpose.
fn is_mistaken(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "mistakes")
}
