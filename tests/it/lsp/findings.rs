//! Findings while somebody types.

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
