//! How a conversation begins and ends, and what is said out of turn.

use serde_json::{Value, json};

use super::editor::{Editor, codes, edit};

const SMALL: &str = "leadrules 1\nlead {\n  budget number\n}\nscore s {\n  budget > 9 => +1\n}\n";

#[test]
fn a_conversation_begins_and_ends_in_good_order() {
    let mut editor = Editor::start("order", &[]);
    let early = editor.ask("textDocument/hover", json!({})).expect_err("it is too early");
    assert_eq!(early.code, -32002);
    let greeting = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    let can = editor.ask("initialize", greeting.clone()).expect("it is greeted");
    assert_eq!(can["capabilities"]["positionEncoding"], json!("utf-16"));
    assert_eq!(editor.ask("initialize", greeting).expect_err("it comes once").code, -32600);
    assert_eq!(editor.ask("textDocument/moniker", json!({})).expect_err("it is unknown").code, -32601);
    editor.ask("shutdown", Value::Null).expect("it is answered");
    assert_eq!(editor.ask("textDocument/hover", json!({})).expect_err("it is too late").code, -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.code(), 0);
}

#[test]
fn an_end_without_a_word_is_no_good_end() {
    let mut editor = Editor::open_folder("exit", &[]);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.code(), 1);
    let mut editor = Editor::open_folder("gone", &[]);
    assert_eq!(editor.leave(), 1);
}

#[test]
fn what_is_said_out_of_turn_does_no_harm() {
    let mut editor = Editor::open_folder("turn", &[]);
    editor.change("never-opened.leadrules", &[edit((0, 0), (0, 0), "x")]);
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": editor.uri("never.leadrules") } }));
    editor.tell("textDocument/didOpen", json!({ "wrong": true }));
    editor.tell("$/unheard", Value::Null);
    editor.open("a.leadrules", SMALL);
    assert!(editor.found("a.leadrules").is_empty());
    editor.open("untitled:Untitled-1", &SMALL.replace("budget >", "budgte >"));
    assert_eq!(codes(&editor.found("untitled:Untitled-1")), ["LR0201"]);
    editor.close();
}

#[test]
fn what_is_no_longer_asked_is_answered_all_the_same() {
    let mut editor = Editor::open_folder("cancel", &[]);
    editor.open("a.leadrules", SMALL);
    let ids: Vec<i32> = (0..50).map(|_| editor.ask_only("textDocument/moniker", json!({}))).collect();
    editor.tell("$/cancelRequest", json!({ "id": ids[49] }));
    for id in ids {
        let answer = editor.answer(id).expect_err("nothing of it is known here");
        assert!([-32601, -32800].contains(&answer.code), "{answer:?}");
    }
    editor.close();
}

#[test]
fn columns_are_counted_as_the_editor_does() {
    let mut editor = Editor::start("bytes", &[]);
    let capabilities = json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } });
    let can = editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
    assert_eq!(can.expect("it is greeted")["capabilities"]["positionEncoding"], json!("utf-8"));
    editor.open("a.leadrules", "leadrules 1\nlead {\n  budget number\n}\ndefine é😀 = budget > 1\n");
    let bytes: Vec<_> = editor.found("a.leadrules").iter().map(|found| found["range"]["start"].clone()).collect();
    editor.change("a.leadrules", &[edit((4, 7), (4, 13), "rich")]);
    let after = editor.found("a.leadrules");
    assert!(!bytes.is_empty() && codes(&after).iter().all(|code| *code != "LR0101"), "{after:?}");
    editor.close();
}
