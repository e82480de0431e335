//! Every name of every example and case gets another one: the set means the same afterwards, tests come out the same, and leads get the
//! same points.

use std::collections::BTreeMap;
use std::path::Path;

use leadrules_language::check::{self, Checked};
use leadrules_language::load::tidy;
use leadrules_language::resolve::{Mention, What};
use leadrules_language::testing;
use leadrules_language::words::Text;
use leadrules_service::names::{Edits, Names};

use crate::decide::EXAMPLES;
use crate::files;

fn read(path: &Path, texts: &BTreeMap<String, String>) -> Checked {
    let name = tidy(&path.to_string_lossy());
    let text = |name: &str| texts.get(&tidy(name)).cloned();
    let first = text(&name).unwrap_or_else(|| files::read(path));
    check::read(&name, first, &mut |name| {
        from_disk(name)
            .or(text(name))
            .map_or_else(|| Err(Text::verbatim("none")), |disk| Ok(text(name).unwrap_or(disk)))
    })
}

fn from_disk(name: &str) -> Option<String> {
    files::exists(name).then(|| files::read(name))
}

/// The texts after edits, by name.
fn edited(checked: &Checked, edits: &Edits) -> BTreeMap<String, String> {
    let after = |(id, file): (leadrules_language::source::FileId, &leadrules_language::source::SourceFile)| {
        let mut text = file.text.clone();
        for (span, new) in edits.iter().rev().filter(|(span, _)| span.file == id) {
            text.replace_range(span.range(), new);
        }
        (tidy(&file.path), text)
    };
    checked.sources().iter().map(after).collect()
}

/// Everything that is declared.
fn declared(names: &Names) -> Vec<Mention> {
    names.all().iter().filter(|one| one.span == one.declared && one.what != What::Text).copied().collect()
}

/// How tests came out: points and steps, without what they are called.
fn outcomes(checked: &Checked) -> Vec<(String, usize, Vec<String>)> {
    let Some(rules) = &checked.rules else { return Vec::new() };
    let points = |test: &testing::TestOutcome| {
        let scores = test.explanation.scores.iter();
        scores.map(|score| serde_json::to_value(score).expect("it is shown")["points"].to_string()).collect()
    };
    let outcome = |test: &testing::TestOutcome| (test.title.clone(), test.failures.len(), points(test));
    testing::run(rules, &|_| true).tests.iter().map(outcome).collect()
}

#[test]
fn every_name_can_be_another_one() {
    let mut paths = files::under("tests/cases", "leadrules");
    paths.extend(files::under("examples", "leadrules"));
    let (mut renamed, mut refused) = (0, BTreeMap::<String, usize>::new());
    for path in paths {
        let checked = read(&path, &BTreeMap::new());
        if checked.has_errors() {
            continue;
        }
        let names = Names::new(&checked.loaded);
        let before = outcomes(&checked);
        for name in declared(&names) {
            match names
                .rename(&checked, name, "another_né", &|name| from_disk(name).ok_or_else(|| Text::verbatim("none")))
            {
                Ok(edits) => {
                    assert!(!edits.is_empty());
                    let after = read(&path, &edited(&checked, &edits));
                    let text = checked.sources().text(name.span);
                    assert!(!after.has_errors(), "{}: {text}", path.display());
                    assert_eq!(outcomes(&after), before, "{}: {text}", path.display());
                    renamed += 1;
                }
                Err(why) => {
                    let what = format!(
                        "{}: {} {}: {why}",
                        path.display(),
                        name.what.word(),
                        checked.sources().text(name.span)
                    );
                    *refused.entry(what).or_default() += 1;
                }
            }
        }
    }
    eprintln!("{renamed} renamed");
    assert!(renamed > 1_000, "{renamed}");
    insta::assert_debug_snapshot!(refused.keys().collect::<Vec<_>>());
}

#[test]
fn leads_get_the_same_points() {
    for (path, leads, events) in EXAMPLES {
        let checked = read(Path::new(path), &BTreeMap::new());
        let names = Names::new(&checked.loaded);
        let wanted = scored(path, leads, *events);
        for name in declared(&names).iter().step_by(7) {
            // What a stage or a label is called is in the results.
            if name.what == What::Stage {
                continue;
            }
            let read = |name: &str| from_disk(name).ok_or_else(|| Text::verbatim("none"));
            let Ok(edits) = names.rename(&checked, *name, "another", &read) else { continue };
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp/renamed");
            let _ = std::fs::remove_dir_all(&folder);
            copy(Path::new(path).parent().expect("it is in a folder"), &folder);
            let home = Path::new(path).parent().expect("it is in a folder");
            for (file, text) in edited(&checked, &edits) {
                let below = Path::new(&file).strip_prefix(home).expect("it is below").to_owned();
                std::fs::write(folder.join(below), text).expect("it can be written");
            }
            let first = folder.join(Path::new(path).file_name().expect("it has a name"));
            let got = scored(&first.to_string_lossy(), leads, *events);
            assert_eq!(got, wanted, "{path}: {}", checked.sources().text(name.span));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("it can be made");
    for path in files::children(from) {
        let name = path.file_name().expect("it has a name");
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).expect("it can be copied");
        }
    }
}

/// The results without the names of their columns.
fn scored(rules: &str, leads: &str, events: Option<&str>) -> Vec<String> {
    let mut run = crate::files::program();
    run.current_dir(files::root()).args(["score", rules, leads, "--as-of", "2026-11-23", "-q"]);
    run.args(events.into_iter().flat_map(|events| ["--events", events]));
    let output = run.output().expect("the program is there");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    text.lines().skip(1).map(str::to_owned).collect()
}
