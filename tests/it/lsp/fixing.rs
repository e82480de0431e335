//! Fixes and canonical form.

use serde_json::{Value, json};

use super::editor::{Editor, at, edit};

const TEXT: &str = "leadrules 1\r\nlead {\r\n  budget number\r\n  é text\r\n}\r\nscore s {\r\n  budget > 9 => +1 # 😀\r\n  budgte > 5 -> +2\r\n}\r\n";

fn text_after(text: &str, edits: &Value) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(units.iter().enumerate().filter(|(_, unit)| **unit == 10).map(|(at, _)| at + 1))
        .collect();
    let byte = |place: &Value| {
        let number = |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("it is small");
        starts.get(number("line")).map_or(usize::MAX, |start| start + number("character"))
    };
    let mut edits: Vec<(usize, usize, String)> = edits
        .as_array()
        .expect("edits are a list")
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (byte(&range["start"]), byte(&range["end"]), edit["newText"].as_str().expect("a text").to_owned())
        })
        .collect();
    edits.sort();
    for (start, end, new) in edits.into_iter().rev() {
        let end = end.min(units.len());
        units.splice(start.min(end)..end, new.encode_utf16());
    }
    String::from_utf16(&units).expect("characters are whole")
}

fn actions(editor: &mut Editor, line: usize, only: Value) -> Vec<Value> {
    let params = json!({
        "textDocument": { "uri": editor.uri("a.leadrules") },
        "range": { "start": at(line, 0), "end": at(line, 20) },
        "context": { "diagnostics": [], "only": only },
    });
    let found = editor.ask("textDocument/codeAction", params).expect("it is answered");
    found.as_array().expect("actions are a list").clone()
}

#[test]
fn sure_fixes_are_preferred_and_guesses_are_not() {
    let mut editor = Editor::open_folder("fixes", &[]);
    editor.open("a.leadrules", TEXT);
    let all = actions(&mut editor, 7, Value::Null);
    insta::assert_snapshot!(editor.shown(&json!(all)));
    let sure = actions(&mut editor, 0, json!(["source.fixAll"]));
    assert_eq!(sure.len(), 1, "{sure:?}");
    let edits = &sure[0]["edit"]["documentChanges"][0]["edits"];
    assert_eq!(text_after(TEXT, edits), TEXT.replace("->", "=>"));
    assert!(actions(&mut editor, 0, json!(["refactor"])).is_empty());
    editor.close();
}

#[test]
fn a_text_is_put_in_form_and_its_line_ends_stay() {
    let mut editor = Editor::open_folder("form", &[]);
    editor.open("a.leadrules", TEXT);
    let asked = json!({ "textDocument": { "uri": editor.uri("a.leadrules") }, "options": { "tabSize": 2, "insertSpaces": true } });
    let none = editor.ask("textDocument/formatting", asked.clone()).expect("it is answered");
    assert_eq!(none, json!([]), "a text that can't be read stays");
    editor.change("a.leadrules", &[edit((7, 13), (7, 15), "=>")]);
    let now = TEXT.replace("->", "=>");
    let edits = editor.ask("textDocument/formatting", asked).expect("it is answered");
    assert_eq!(
        text_after(&now, &edits),
        now.replace("=> +1 #", " => +1  #")
            .replace("5 =>", "5  =>")
            .replace("budget n", "budget  n")
            .replace("é t", "é       t")
    );
    editor.close();
}
