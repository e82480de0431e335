//! Any text as a rule file: it is read or its findings are shown, and each finding lies within the text.
#![no_main]

use leadrules_language::diagnostic::render;
use leadrules_language::page::Style;
use leadrules_language::fix::{Which, apply};
use leadrules_language::load::load;
use leadrules_language::resolve::resolve;
use leadrules_language::words::Text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let loaded = load("fuzzed.leadrules", text.to_owned(), &mut |path| Err(Text::verbatim(format!("there is no file {path} here"))));
    let (rules, findings) = resolve(&loaded);
    for finding in &findings {
        assert!(finding.labels.iter().all(|label| {
            let range = label.span.range();
            let text = &loaded.sources.file(label.span.file).text;
            range.start <= range.end && text.get(range).is_some()
        }));
        let _ = render(finding, &loaded.sources, Style::default());
    }
    for mended in apply(&findings, &loaded.sources, Which::Guesses) {
        let _ = load("mended.leadrules", mended.text, &mut |_| Err(Text::verbatim("there are no files")));
    }
    assert!(rules.is_some() || leadrules_language::diagnostic::has_errors(&findings), "no rules, and no word why");
});
