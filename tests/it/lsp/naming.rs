//! Names across the files of a set.

use serde_json::{Value, json};

use super::editor::{Editor, at};

const FIELDS: &str = "leadrules 1\nlead {\n  budget number 0..100\n  country choice { BE, DE (\"Germany\") }\n}\nevents {\n  webinar { minutes number }\n}\n";
const RULES: &str = "leadrules 1\nuse \"parts/fields.leadrules\"\ndefine near = country in BE, DE\nscore s {\n  # é 😀\n  near and budget > 9 => +1, as \"budget 😀\"\n  webinar where minutes > 5 => +2 each\n}\nstages {\n  s > 1 => MQL\n}\ntest \"a\" {\n  lead budget 50, country BE\n  event webinar 2 days ago, minutes 7\n  expect s = 3\n}\n";

fn opened(name: &str) -> Editor {
    let mut editor = Editor::open_folder(name, &[("parts/fields.leadrules", FIELDS), ("main.leadrules", RULES)]);
    editor.open("main.leadrules", RULES);
    editor
}

fn place(editor: &Editor, text: &str, word: &str) -> Value {
    let byte = text.find(word).expect("it is there");
    let line = text[..byte].matches('\n').count();
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let column = text[start..byte].encode_utf16().count();
    json!({ "textDocument": { "uri": editor.uri("main.leadrules") }, "position": at(line, column) })
}

#[test]
fn a_name_leads_to_its_declaration_and_to_all_that_name_it() {
    let mut editor = opened("names");
    assert_eq!(editor.found("main.leadrules"), Vec::<Value>::new());
    let mut asked = place(&editor, RULES, "budget > 9");
    let declared = editor.ask("textDocument/definition", asked.clone()).expect("it is answered");
    let hover = editor.ask("textDocument/hover", asked.clone()).expect("it is answered");
    asked["context"] = json!({ "includeDeclaration": true });
    let uses = editor.ask("textDocument/references", asked).expect("it is answered");
    let all = json!({ "declared": declared, "hover": hover, "uses": uses });
    insta::assert_snapshot!(editor.shown(&all));
    editor.close();
}

#[test]
fn a_name_is_changed_in_all_files_and_data_is_read_as_before() {
    let mut editor = opened("rename");
    let mut changes = Vec::new();
    for (word, new) in
        [("budget > 9", "turnover"), ("BE, DE", "Belgium"), ("webinar where", "seminar"), ("MQL", "ready now")]
    {
        let mut asked = place(&editor, RULES, word);
        asked["newName"] = json!(new);
        let changed = editor.ask("textDocument/rename", asked).expect("it can be renamed");
        let edits: Vec<Value> = changed["documentChanges"]
            .as_array()
            .expect("it changes files")
            .iter()
            .map(|file| json!({ "file": file["textDocument"], "edits": short(&file["edits"]) }))
            .collect();
        changes.push(json!({ "to": new, "changes": edits }));
    }
    insta::assert_snapshot!(editor.shown(&json!(changes)));
    editor.close();
}

/// `2:4-10 turnover`
fn short(edits: &Value) -> Vec<String> {
    let one = |edit: &Value| {
        let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
        format!(
            "{}:{}-{} {}",
            start["line"],
            start["character"],
            end["character"],
            edit["newText"].as_str().unwrap_or("")
        )
    };
    edits.as_array().expect("edits are a list").iter().map(one).collect()
}

#[test]
fn names_that_would_change_what_rules_mean_are_refused() {
    let mut editor = opened("refused");
    let mut said = Vec::new();
    for (word, new) in [
        ("budget > 9", "near"),
        ("budget > 9", "and"),
        ("budget > 9", "two words"),
        ("near and", "stage"),
        ("BE, DE", "DE"),
    ] {
        let mut asked = place(&editor, RULES, word);
        asked["newName"] = json!(new);
        let refused = editor.ask("textDocument/rename", asked).expect_err("it is refused");
        said.push(format!("{word} -> {new}: {}", refused.message));
    }
    insta::assert_snapshot!(editor.shown(&json!(said)));
    editor.close();
}

#[test]
fn what_fits_is_proposed_and_a_file_has_a_shape() {
    let mut editor = opened("shape");
    let mut asked = place(&editor, RULES, "BE, DE");
    let words = editor.ask("textDocument/completion", asked.clone()).expect("it is answered");
    let words: Vec<&Value> = words.as_array().expect("they are a list").iter().map(|word| &word["label"]).collect();
    assert_eq!(json!(words), json!(["BE", "DE"]));
    let document = asked["textDocument"].take();
    let asked = json!({ "textDocument": document, "positions": [at(5, 3)] });
    let all = json!({
        "symbols": names(&editor.ask("textDocument/documentSymbol", asked.clone()).expect("it is answered")),
        "folds": editor.ask("textDocument/foldingRange", asked.clone()).expect("it is answered").as_array().map(Vec::len),
        "links": editor.ask("textDocument/documentLink", asked.clone()).expect("it is answered"),
        "tokens": editor.ask("textDocument/semanticTokens/full", asked.clone()).expect("it is answered")["data"].to_string(),
        "selection": editor.ask("textDocument/selectionRange", asked).expect("it is answered")[0].to_string(),
        "everywhere": names(&editor.ask("workspace/symbol", json!({ "query": "b" })).expect("it is answered")),
    });
    insta::assert_snapshot!(editor.shown(&all));
    editor.close();
}

fn names(symbols: &Value) -> Vec<Value> {
    let one = |symbol: &Value| match symbol.get("children") {
        Some(children) => json!({ symbol["name"].as_str().unwrap_or(""): names(children) }),
        None => symbol["name"].clone(),
    };
    symbols.as_array().expect("they are a list").iter().map(one).collect()
}
