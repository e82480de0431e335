//! How soon findings come after a key, in a file of 1,000 rules. Not part of the tests, which measure no time:
//!
//!     cargo test --release --test it -- --ignored --nocapture lsp::speed

use std::fmt::Write as _;

use serde_json::json;

use super::editor::{Editor, at, edit};

/// A file of 1,000 rules on 40 fields.
fn large() -> String {
    let mut text = "leadrules 1\nlead {\n".to_owned();
    for field in 0..40 {
        let _ = writeln!(text, "  field_{field} number 0..1000");
    }
    text += "}\nscore s {\n";
    for rule in 0..1_000 {
        let _ = writeln!(
            text,
            "  field_{} > {} and field_{} < {} => +{}",
            rule % 40,
            rule % 900,
            (rule + 7) % 40,
            rule,
            rule % 9 + 1
        );
    }
    text + "}\n"
}

#[test]
#[ignore = "it measures time"]
#[expect(clippy::disallowed_methods, reason = "it measures time")]
fn a_key_and_its_findings() {
    let text = large();
    let mut editor = Editor::open_folder("speed", &[]);
    editor.open("a.leadrules", &text);
    editor.found("a.leadrules");
    let line = text.lines().position(|line| line.contains("=> +5")).expect("there is one");
    let shown = |what: &str, mut times: Vec<std::time::Duration>| {
        times.sort_unstable();
        let at = |part: usize| times[times.len() * part / 100];
        eprintln!("{what}: half within {:?}, 95 of 100 within {:?}", at(50), at(95));
    };
    let mut keys = Vec::new();
    for key in 0..100 {
        let started = std::time::Instant::now();
        let change = if key % 2 == 0 { edit((line, 3), (line, 3), "x") } else { edit((line, 3), (line, 4), "") };
        editor.change("a.leadrules", &[change]);
        editor.found("a.leadrules");
        keys.push(started.elapsed());
    }
    shown("findings after a key", keys);
    for method in ["completion", "hover", "documentSymbol", "semanticTokens/full"] {
        let mut times = Vec::new();
        for _ in 0..30 {
            let started = std::time::Instant::now();
            let asked = json!({ "textDocument": { "uri": editor.uri("a.leadrules") }, "position": at(line, 6) });
            editor.ask(&format!("textDocument/{method}"), asked).expect("it is answered");
            times.push(started.elapsed());
        }
        shown(method, times);
    }
    editor.close();
}
