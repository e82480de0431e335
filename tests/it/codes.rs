//! Every finding code has its page, a file that raises it and one that does not; and no page or folder is without a code.
//! Codes that speak of data have `raises.csv`, `raises-events.csv` and the like beside the file.

use std::collections::BTreeSet;

use leadrules_engine::data::{self, Input, ReadOptions};
use leadrules_engine::run::{self, EventSource, Request};
use leadrules_engine::survey;
use leadrules_language::analyze;
use leadrules_language::codes::{self, Code, Severity};
use leadrules_language::diagnostic::{Diagnostic, has_errors};
use leadrules_language::fix;
use leadrules_language::ir::Rules;

use crate::files;
use crate::rules::{Checked, check_file};

fn ids() -> BTreeSet<String> {
    codes::ALL.iter().map(|code| code.id.to_owned()).collect()
}

/// The codes that have a page or a folder, by the names that stand in `folder`.
fn named(folder: &str) -> BTreeSet<String> {
    let names = files::children(folder).into_iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    names.filter(|name| name.starts_with("LR")).collect()
}

fn assert_same(folder: &str) {
    let (named, ids) = (named(folder), ids());
    let missing: Vec<_> = ids.difference(&named).collect();
    let extra: Vec<_> = named.difference(&ids).collect();
    assert!(missing.is_empty() && extra.is_empty(), "{folder}: not there {missing:?}; without a code {extra:?}");
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    assert_same("docs/codes");
}

#[test]
fn every_code_has_a_folder_of_cases_and_every_folder_a_code() {
    assert_same("tests/cases/codes");
}

#[test]
fn codes_stand_in_order_once() {
    let ids: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
}

/// Findings that a lead can show, and so must: those which say that some lead exists, or what every lead has.
const SHOWN: &[&str] = &[
    "LR0407", "LR0408", "LR0510", "LR0511", "LR0512", "LR0513", "LR0610", "LR0611", "LR0612", "LR0613", "LR0614",
    "LR0615", "LR0616", "LR0617", "LR0618", "LR0706",
];

#[test]
fn what_a_lead_can_show_comes_with_a_lead() {
    for code in SHOWN {
        let (_, found) = check(&format!("tests/cases/codes/{code}"), "raises");
        let own: Vec<&Diagnostic> = found.iter().filter(|finding| finding.code.id == *code).collect();
        assert!(!own.is_empty() && own.iter().all(|finding| finding.witness.is_some()), "{code}: {own:#?}");
    }
}

#[test]
fn a_page_begins_with_its_code_and_is_short() {
    for code in codes::ALL {
        let mut lines = code.page.lines();
        assert_eq!(lines.next(), Some(format!("# {}: {}", code.id, code.title).as_str()));
        let count = lines.count() + 1;
        assert!((8..=40).contains(&count), "docs/codes/{}.md has {count} lines", code.id);
    }
}

#[test]
fn the_index_of_pages_lists_every_code() {
    let index = files::read("docs/codes/README.md");
    let listed: Vec<&str> = index.lines().filter(|line| line.starts_with("| [LR")).collect();
    let line = |code: &&Code| format!("| [{0}]({0}.md) | {1} | {2} |", code.id, code.severity.word(), code.title);
    let wanted: Vec<String> = codes::ALL.iter().map(line).collect();
    assert_eq!(listed, wanted);
}

#[test]
fn cases_of_codes_raise_them_or_do_not() {
    let wrong: Vec<String> = codes::ALL.iter().filter_map(|code| case(code).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn case(code: &Code) -> Result<(), String> {
    let folder = format!("tests/cases/codes/{}", code.id);
    if !files::exists(&folder) {
        return Ok(()); // another test says so
    }
    let (raises, found) = check(&folder, "raises");
    let own: Vec<Diagnostic> = found.iter().filter(|finding| finding.code.id == code.id).cloned().collect();
    if own.is_empty() {
        return Err(format!("{folder}/raises.leadrules does not raise it, but {:?}", ids_of(&found)));
    }
    let (_, found) = check(&folder, "clean");
    if has_errors(&found) || found.iter().any(|finding| finding.code.id == code.id) {
        return Err(format!("{folder}/clean.leadrules raises {:?}", ids_of(&found)));
    }
    fixed(&folder, &raises, own)
}

/// `fixed.leadrules` is `raises.leadrules` with the first fix of its findings applied, where they have one.
fn fixed(folder: &str, raises: &Checked, mut own: Vec<Diagnostic>) -> Result<(), String> {
    let path = format!("{folder}/fixed.leadrules");
    if own.iter().all(|finding| finding.fixes.is_empty()) {
        return if files::exists(&path) { Err(format!("{path}: there is no fix")) } else { Ok(()) };
    }
    for finding in &mut own {
        finding.severity = Severity::Error; // advice is not applied otherwise
    }
    let mended = fix::apply(&own, &raises.loaded.sources, fix::Which::Guesses);
    let Some(mended) = mended.first() else { return Err(format!("{folder}: its fix changes nothing")) };
    if !files::exists(&path) {
        return Err(format!("{path} is not there; the fix gives:\n{}", mended.text));
    }
    if files::read(&path) == mended.text {
        Ok(())
    } else {
        Err(format!("{path} is not what the fix gives:\n{}", mended.text))
    }
}

fn ids_of(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.id).collect()
}

/// A rule set of a code's folder, and what is found in it and its data.
fn check(folder: &str, name: &str) -> (Checked, Vec<Diagnostic>) {
    let checked = check_file(format!("{folder}/{name}.leadrules").as_ref());
    let mut findings = checked.findings.clone();
    let as_of = |rules: &Rules| rules.zone.parse_as_of("2026-01-01T00:00Z").expect("an instant");
    if let Some(rules) = &checked.rules {
        findings.extend(analyze::findings(rules, as_of(rules)).found);
    }
    let leads = format!("{folder}/{name}.csv");
    if let (Some(rules), true) = (&checked.rules, files::exists(&leads)) {
        let options = ReadOptions::default();
        let leads = Input::path(files::root().join(leads));
        let events = format!("{folder}/{name}-events.csv");
        let events = files::exists(&events).then(|| Input::path(files::root().join(events)));
        let log = events.as_ref().map(|events| (events, &options));
        findings.extend(data::check(rules, (&leads, &options), log).expect("the data can be read"));
        let request = Request {
            rules,
            leads: &leads,
            options: &options,
            events: log.map_or(EventSource::Leads, |(input, options)| EventSource::Log(input, options)),
            keep: &[],
            as_of: as_of(rules),
            rule_points: false,
            trace: false,
        };
        if let Ok(outcome) = run::run(&request, &|_| (), &mut |(), _| Ok(()), &mut |_| ()) {
            findings.extend(survey::findings(rules, &outcome.counts));
        }
    }
    (checked, findings)
}
