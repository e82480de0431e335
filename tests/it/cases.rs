//! Language cases: each file under `tests/cases` shows one thing; its snapshot beside it shows the source, what was found
//! in it, and what came out. For every case, whatever it is about: the formatter is idempotent and keeps the meaning of
//! its text, the engine gives what the reference evaluator gives, and nothing panics.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use leadrules_language::ir::{Accounts, Company, Rules, Test};
use leadrules_language::reference;
use leadrules_language::testing::{self, TestOutcome};
use leadrules_language::types::Truth;

use crate::case::Data;
use crate::rules::{self, read_file};
use crate::typed::Plain;
use crate::{files, same, show, written};

/// All cases: files in a folder `parts`, and those beside a `main.leadrules`, belong to another case.
pub fn all() -> Vec<PathBuf> {
    let is_case = |path: &PathBuf| {
        let folder = path.parent().expect("in tests/cases");
        let is_main = path.file_name().is_some_and(|name| name == "main.leadrules");
        !path.components().any(|part| part.as_os_str() == "parts")
            && (is_main || !files::exists(folder.join("main.leadrules")))
    };
    files::under("tests/cases", "leadrules").into_iter().filter(is_case).collect()
}

/// The snapshot of a case: that of a folder's `main` has the folder's name.
fn snapshot(case: &Path) -> (PathBuf, String) {
    let stem = |path: &Path| path.file_stem().expect("it has a name").to_string_lossy().into_owned();
    let folder = case.parent().expect("in tests/cases");
    (folder.join("snapshots"), stem(case))
}

#[test]
fn cases_come_out_as_their_snapshots_say() {
    let mut failed = Vec::new();
    let cases = all();
    for case in &cases {
        let run = || {
            let text = shown(case);
            let (folder, name) = snapshot(case);
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(files::root().join(folder));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(name, text));
        };
        if catch_unwind(AssertUnwindSafe(run)).is_err() {
            failed.push(case.display().to_string());
        }
    }
    assert!(failed.is_empty(), "{} of {} cases failed:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn every_snapshot_has_its_case() {
    let wanted: BTreeSet<PathBuf> = all()
        .iter()
        .map(|case| {
            let (folder, name) = snapshot(case);
            folder.join(format!("{name}.snap"))
        })
        .collect();
    // Cases of codes and of queries have tests of their own.
    let of_code = |path: &PathBuf| path.starts_with("tests/cases/codes") || path.starts_with("tests/cases/queries");
    let found: BTreeSet<PathBuf> =
        files::under("tests/cases", "snap").into_iter().filter(|path| !of_code(path)).collect();
    let orphans: Vec<_> = found.difference(&wanted).collect();
    assert!(orphans.is_empty(), "snapshots without a case: {orphans:?}");
}

/// The source of a case, what was found in it, and what came out.
fn shown(case: &Path) -> String {
    let checked = read_file(case);
    let mut text = files::read(case);
    text += &format!(
        "\n== findings\n{}",
        if checked.findings.is_empty() { "none\n".to_owned() } else { rules::rendered(&checked, &checked.findings) }
    );
    if let Some(rules) = &checked.rules {
        for (_, file) in &checked.loaded.files {
            written::kept_by_the_formatter(file);
        }
        text += &tests(rules);
        if let Some(data) = Data::of(&files::read(case)) {
            text += &leads(rules, &data);
        }
    }
    text
}

/// The tests of a rule set, by the engine and by the reference.
pub fn tests(rules: &Rules) -> String {
    if rules.tests.is_empty() {
        return String::new();
    }
    let report = testing::run(rules, &|_| true);
    let mut text = "\n== tests\n".to_owned();
    let mut outcomes = Vec::new();
    for (at, (test, run)) in rules.tests.iter().zip(&report.tests).enumerate() {
        if let (Some(company), Some(accounts)) = (&test.company, &rules.accounts) {
            text += &company_test(at + 1, rules, (test, company), accounts, run);
            continue;
        }
        let (truths, outcome) = reference::test(rules, test);
        let passed = truths.iter().all(|truth| *truth == Truth::True);
        assert_eq!(run.passed(), passed, "test \"{}\": the engine and the reference differ", test.title);
        let data = Plain::of_test(rules, test);
        let both =
            same::by_both(rules, test.as_of, &data).unwrap_or_else(|why| panic!("test \"{}\": {why}", test.title));
        assert_eq!(both, [outcome.clone()]);
        text += &format!("{}. {} {}\n", at + 1, if passed { "passed" } else { "FAILED" }, test.title);
        for (expected, truth) in test.expectations.iter().zip(&truths).filter(|(_, truth)| **truth != Truth::True) {
            text += &format!("   {truth:?}: {}\n", rules.text(expected.span));
        }
        outcomes.push(((at + 1).to_string(), outcome));
    }
    if outcomes.is_empty() { text } else { text + "\n" + &show::table(rules, &outcomes) }
}

/// A test about an account and its leads.
fn company_test(
    number: usize,
    rules: &Rules,
    (test, company): (&Test, &Company),
    accounts: &Accounts,
    run: &TestOutcome,
) -> String {
    let came = reference::company_of_test(rules, test, company);
    let mut text = format!("{number}. {} {}\n", if run.passed() { "passed" } else { "FAILED" }, test.title);
    for failure in &run.failures {
        text += &format!("   {:?}: {}\n", failure.pieces.outcome, failure.expected);
    }
    for gathered in &accounts.gathered {
        let field = accounts.rules.field(gathered.field);
        let value = came.account.lead.fields[usize::from(gathered.field.0)].as_ref();
        let value = value.map_or("unknown".to_owned(), |value| value.shown(&field.ty));
        text += &format!("   {}: {value}\n", field.name);
    }
    text += &show::table(&accounts.rules, &[("account".to_owned(), came.account.outcome)]);
    let names = company.leads.iter().map(|member| member.called.clone());
    let leads: Vec<_> = names.zip(came.leads.into_iter().map(|lead| lead.outcome)).collect();
    text + &show::table(rules, &leads) + "\n"
}

/// The leads of a case, by the engine and by the reference.
fn leads(rules: &Rules, data: &Data) -> String {
    let as_of = data.as_of(rules);
    let (plain, noticed) = data.read(rules);
    let outcomes = same::by_both(rules, as_of, &plain).unwrap_or_else(|why| panic!("{why}"));
    let names = plain.leads.iter().map(|(key, _)| key.clone().unwrap_or_else(|| "(no key)".to_owned()));
    let table = show::table(rules, &names.zip(outcomes).collect::<Vec<_>>());
    let log = if plain.events.is_none() && rules.log.is_some() { ", no log" } else { "" };
    format!("\n== leads as of {}{log}\n{noticed}{table}", leadrules_language::calendar::format_instant(as_of))
}
