//! The folders of the codes: what each file raises on its data, and what its fix makes of it.

use std::path::{Path, PathBuf};

use crate::data::{Input, ReadOptions};
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::Rules;

fn folder(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/codes").join(code)
}

fn rules(path: &Path) -> Rules {
    let mut text = String::new();
    std::io::Read::read_to_string(&mut std::fs::File::open(path).unwrap(), &mut text).unwrap();
    rules_of(&path.display().to_string(), text)
}

fn rules_of(path: &str, text: String) -> Rules {
    let loaded = leadrules_language::load::load(path, text, &mut |_| Err("no further files".to_owned()));
    let (rules, findings) = leadrules_language::resolve::resolve(&loaded);
    let shown: Vec<_> = findings.iter().map(|finding| (finding.code.id, &finding.message)).collect();
    rules.unwrap_or_else(|| panic!("{path}: {shown:?}"))
}

fn check(rules: &Rules, leads: &Path) -> Vec<Diagnostic> {
    let options = ReadOptions::default();
    let log = PathBuf::from(leads.display().to_string().replace(".csv", "-events.csv"));
    let log = log.exists().then(|| Input::path(log));
    super::check(rules, (&Input::path(leads), &options), log.as_ref().map(|log| (log, &options))).unwrap()
}

#[test]
fn each_code_is_raised_by_its_file_and_not_by_the_clean_one() {
    for code in ["LR0901", "LR0902", "LR0903", "LR0904", "LR0905", "LR0906", "LR0907", "LR0908", "LR0909"] {
        let folder = folder(code);
        let set = rules(&folder.join("raises.leadrules"));
        let raised = check(&set, &folder.join("raises.csv"));
        let finding = raised.iter().find(|finding| finding.code.id == code);
        let finding = finding.unwrap_or_else(|| panic!("{code} is not raised: {raised:?}"));
        let clean = check(&rules(&folder.join("clean.leadrules")), &folder.join("clean.csv"));
        assert!(clean.is_empty(), "{code}: {clean:?}");
        let fixed = folder.join("fixed.leadrules");
        assert_eq!(fixed.exists(), !finding.fixes.is_empty(), "{code}: a fix has its fixed file");
        if let Some(fix) = finding.fixes.first() {
            let mut text = set.sources.file(finding.span().file).text.clone();
            let mut edits = fix.edits.clone();
            edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
            for (span, new) in edits {
                text.replace_range(span.range(), &new);
            }
            let wanted = rules(&fixed);
            assert_eq!(text, wanted.sources.file(finding.span().file).text, "{code}");
            let left = check(&rules_of("fixed", text), &folder.join("raises.csv"));
            assert!(left.iter().all(|finding| finding.code.id != code), "{code}: {left:?}");
        }
    }
}

#[test]
fn findings_read_well() {
    let mut shown = String::new();
    for code in ["LR0901", "LR0902", "LR0903", "LR0904", "LR0905", "LR0906", "LR0907", "LR0908", "LR0909"] {
        let folder = folder(code);
        let set = rules(&folder.join("raises.leadrules"));
        for finding in check(&set, &folder.join("raises.csv")) {
            shown.push_str(&format!(
                "{} {}\n  {}\n",
                finding.code.id,
                finding.message,
                finding.help.unwrap_or_default()
            ));
            finding.fixes.iter().for_each(|fix| shown.push_str(&format!("  fix: {}\n", fix.title)));
        }
    }
    insta::assert_snapshot!(shown);
}
