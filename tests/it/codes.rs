//! Every finding code has its page, and a case with a rule file that raises it and one that does not; and there is no
//! page or case without a code.

mod case;

use std::collections::BTreeSet;

use leadrules_language::check::Checked;
use leadrules_language::codes::{self, Code, Severity};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::fix;
use leadrules_language::words::Locale;

use crate::{cases, files, rules, written};
pub use case::{Case, Section};

fn ids() -> BTreeSet<String> {
    codes::ALL.iter().map(|code| code.id.to_owned()).collect()
}

/// The codes that have a page or a case, judging by the names in `folder`.
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

/// What stands in a page in every language alike: its blocks of rules, and all that is quoted of them.
fn quoted(page: &str) -> (Vec<&str>, Vec<String>) {
    let blocks = page.lines().filter(|line| line.starts_with("    ")).collect();
    let prose: Vec<&str> = page.lines().filter(|line| !line.starts_with("    ")).collect();
    let prose = prose.join(" ");
    let mut spans: Vec<String> = prose.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    spans.sort();
    (blocks, spans)
}

#[test]
fn pages_in_other_languages_quote_the_same_rules() {
    for locale in [Locale::Dutch, Locale::French] {
        assert_same(&format!("docs/codes/{}", locale.code()));
        for code in codes::ALL {
            let (english, page) = (code.page(Locale::English), code.page(locale));
            assert_eq!(quoted(page), quoted(english), "{} in {locale:?}", code.id);
            let blank = if locale == Locale::French { "\u{a0}" } else { "" };
            let heading = format!("# {}{blank}: {}", code.id, code.said().in_locale(locale));
            assert_eq!(page.lines().next(), Some(heading.as_str()), "{} in {locale:?}", code.id);
        }
    }
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
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

/// Findings that a lead can show, and which therefore must: those that say that some lead exists, or what every lead
/// has.
const SHOWN: &[&str] = &[
    "LR0407", "LR0408", "LR0510", "LR0511", "LR0512", "LR0513", "LR0515", "LR0518", "LR0610", "LR0611", "LR0612",
    "LR0613", "LR0614", "LR0615", "LR0616", "LR0617", "LR0618", "LR0619", "LR0706",
];

#[test]
fn what_a_lead_can_show_comes_with_a_lead() {
    for code in SHOWN {
        let raised = Case::read(code).section("raises").expect("it has one").check("raises.leadrules");
        let own = own(&raised, code);
        assert!(!own.is_empty() && own.iter().all(|finding| finding.witness.is_some()), "{code}: {own:#?}");
    }
}

#[test]
fn a_page_begins_with_its_code_and_is_short() {
    for code in codes::ALL {
        let mut lines = code.page(Locale::English).lines();
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
    let case = Case::read(code.id);
    let section = |name: &str| case.section(name).ok_or_else(|| format!("{}: there is no section `{name}`", code.id));
    let path = format!("{}.leadrules", code.id);
    let raises = section("raises")?;
    let raised = raises.check(&path);
    let own = own(&raised, code.id);
    if own.is_empty() {
        return Err(format!("{}: `raises` does not raise it, but {:?}", code.id, ids_of(&raised.findings)));
    }
    let clean = section("clean")?.check(&path);
    if clean.has_errors() || clean.findings.iter().any(|finding| finding.code.id == code.id) {
        return Err(format!("{}: `clean` raises {:?}", code.id, ids_of(&clean.findings)));
    }
    shown(code.id, &rules::rendered(&raised, &own));
    fixed(&case, raises, &raised, own)
}

/// The findings of a code as the snapshot of its case shows them.
fn shown(code: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(files::root().join("tests/cases/codes/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(code, text));
}

#[test]
fn rule_files_of_codes_are_as_every_case() {
    for code in codes::ALL {
        for (name, text) in Case::read(code.id).texts() {
            let checked = rules::read(&name, text.to_owned());
            let Some(rules) = &checked.rules else { continue };
            for (_, file) in &checked.loaded.files {
                written::kept_by_the_formatter(file);
            }
            cases::tests(rules);
        }
    }
}

#[test]
fn every_snapshot_of_a_code_has_its_case() {
    let found = files::under("tests/cases/codes", "snap");
    assert_eq!(found.len(), codes::ALL.len(), "a snapshot for each code: {found:?}");
    assert!(found.iter().all(|path| ids().contains(&*path.file_stem().expect("a name").to_string_lossy())));
}

/// `fixed` is `raises` with the first fix of its findings applied, if they have one; the finding is then gone.
fn fixed(case: &Case, raises: &Section, raised: &Checked, mut own: Vec<Diagnostic>) -> Result<(), String> {
    let (code, fixed) = (&case.code, case.section("fixed"));
    if own.iter().all(|finding| finding.fixes.is_empty()) {
        return if fixed.is_some() { Err(format!("{code}: there is no fix, but a section `fixed`")) } else { Ok(()) };
    }
    for finding in &mut own {
        finding.severity = Severity::Error; // otherwise, advice is not applied
    }
    let mended = fix::apply(&own, raised.sources(), fix::Which::Guesses);
    let Some(mended) = mended.first() else { return Err(format!("{code}: its fix changes nothing")) };
    if fixed.map(|fixed| fixed.text.as_str()) != Some(&mended.text) {
        return Err(format!("{code}: the section `fixed` is not what the fix gives:\n{}", mended.text));
    }
    let left = raises.with_text(mended.text.clone()).check("fixed.leadrules");
    match self::own(&left, code).len() {
        left if left < own.len() => Ok(()),
        left => Err(format!("{code}: {left} are left after the fix")),
    }
}

fn own(checked: &Checked, code: &str) -> Vec<Diagnostic> {
    checked.findings.iter().filter(|finding| finding.code.id == code).cloned().collect()
}

fn ids_of(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.id).collect()
}
