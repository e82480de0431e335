//! Findings while somebody types.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::editor::{Editor, codes, edit};

const MAIN: &str = "leadrules 1\r\nuse \"parts/fields.leadrules\"\r\nscore s {\r\n  # « é 😀 »\r\n  budget > 9  => +1, as \"réservé 😀\", becuase \"x\"\r\n  country is NL => +1\r\n}\r\n";
const FIELDS: &str = "leadrules 1\nlead {\n  budget number\n  country choice { BE, DE }\n}\n";

#[test]
fn findings_have_all_that_a_person_needs() {
    let mut editor = Editor::open_folder("needs", &[("parts/fields.leadrules", FIELDS)]);
    editor.open("main.leadrules", MAIN);
    let found = editor.found("main.leadrules");
    insta::assert_snapshot!(editor.shown(&json!(found)));
    editor.close();
}

#[test]
fn a_part_is_judged_in_the_sets_that_take_it_in() {
    let whole = MAIN.replace("becuase", "because").replace("is NL", "is BE");
    let mut editor = Editor::open_folder("parts", &[("main.leadrules", &whole), ("parts/fields.leadrules", FIELDS)]);
    editor.open("parts/fields.leadrules", FIELDS);
    assert_eq!(codes(&editor.found("parts/fields.leadrules")), Vec::<&str>::new());
    editor.change("parts/fields.leadrules", &[edit((2, 2), (2, 8), "turnover")]);
    assert!(codes(&editor.next_found("main.leadrules")).is_empty(), "as first seen");
    assert_eq!(codes(&editor.next_found("main.leadrules")), ["LR0201"]);
    editor.change("parts/fields.leadrules", &[edit((2, 2), (2, 10), "budget")]);
    assert!(editor.next_found("main.leadrules").is_empty());
    editor.close();
}

#[test]
fn what_is_proved_comes_after_a_rest_and_stays_while_a_line_is_unfinished() {
    let text =
        "leadrules 1\nlead {\n  budget number 0..100\n}\nscore s {\n  budget > 9 => +1\n  budget > 200 => +5\n}\n";
    let mut editor = Editor::open_folder("proofs", &[]);
    editor.open("a.leadrules", text);
    let first: Vec<Value> = editor.next_found("a.leadrules");
    let proved = loop {
        let next = editor.next_found("a.leadrules");
        if next.len() > first.len() {
            break next;
        }
    };
    editor.change("a.leadrules", &[edit((5, 12), (5, 18), "")]);
    let unfinished = editor.found("a.leadrules");
    for found in &proved {
        let kept = unfinished.iter().any(|other| other["code"] == found["code"] && other["range"] == found["range"]);
        assert!(kept, "{} is gone: {unfinished:?}", found["code"]);
    }
    editor.close();
}

#[test]
fn a_proof_that_is_stopped_is_begun_again() {
    let mut text = "leadrules 1\nlead {\n".to_owned();
    for field in 0..12 {
        let _ = writeln!(text, "  field_{field} number 0..100");
    }
    text += "}\nscore s {\n";
    for rule in 0..60 {
        let _ = writeln!(text, "  field_{} > {} and field_{} < {} => +1", rule % 12, rule, (rule + 5) % 12, rule + 9);
    }
    text += "  field_0 > 200 => +5\n}\n";
    let mut editor = Editor::open_folder("stopped", &[]);
    editor.open("a.leadrules", &text);
    // What happens to another file stops it, and is no other text of this one.
    let other = json!({ "changes": [{ "uri": editor.uri("b.csv"), "type": 2 }] });
    for wait in (301..340).step_by(3) {
        std::thread::sleep(std::time::Duration::from_millis(wait));
        editor.tell("workspace/didChangeWatchedFiles", other.clone());
    }
    let proved = |found: &[Value]| found.iter().any(|found| codes(std::slice::from_ref(found))[0].starts_with("LR05"));
    while !proved(&editor.next_found("a.leadrules")) {}
    editor.close();
}
