//! What leads say about rules: beside lines, in what is proposed and where somebody points; what is run by a test's lens.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::editor::{Editor, at, codes, edit};

const RULES: &str = "leadrules 1

lead {
  id      text key
  mail    email
  name    text
  sector  text
  country choice { BE, NL }
  budget  number
}

exclude {
  country is NL and budget < 5 => \"too far\"
}

score fit 0..50 {
  budget >= 10   => +20
  budget >= 1000 => +25   # né 😀
  country is NL  => +5
}

stages {
  fit >= 20 => warm
  fit >= 45 => hot
}

promise \"no poor lead is hot\" {
  never stage is hot and budget < 10
}

test \"a rich one\" {
  lead budget 2000
  expect fit = 45
}

test \"a poor one\" {
  lead budget 5
  expect fit = 20
  expect stage is warm
}
";

/// 200 leads: budgets 0 to 199, every tenth from the Netherlands, every fourth from France; each with a name of its own.
fn leads() -> String {
    let mut text = "id,mail,name,sector,country,budget\n".to_owned();
    for lead in 0..200 {
        let country = match lead {
            _ if lead % 10 == 0 => "NL",
            _ if lead % 4 == 1 => "FR",
            _ => "BE",
        };
        let sector = match lead {
            7 => "sailing",
            _ if lead % 2 == 0 => "réseaux & co",
            _ => "",
        };
        let _ = writeln!(text, "L{lead},p{lead}@x.example,Name {lead},{sector},{country},{lead}");
    }
    text
}

fn opened(name: &str, more: &[(&str, &str)], settings: Value) -> Editor {
    let leads = leads();
    let files: Vec<(&str, &str)> =
        [("a.leadrules", RULES), ("data/leads.csv", &leads)].into_iter().chain(more.iter().copied()).collect();
    let mut editor = Editor::open_with(name, &files, settings);
    editor.open("a.leadrules", RULES);
    editor
}

const NAMED: (&str, &str) = ("leadrules.toml", "leads = \"data/leads.csv\"\nas_of = 2026-11-23\n");

const SAID: &[&str] = &[
    "12: excludes 1 of 200 leads",
    "15: 0..50, leads reach 0..25",
    "16: fires for 95 % of 200 leads",
    "17: fires for none of 200 leads",
    "18: fires for 10 % of 200 leads",
    "22: 190 leads at this stage",
    "23: 0 leads at this stage",
    "27: kept for all leads",
];

fn sorted(mut said: Vec<String>) -> Vec<String> {
    said.sort_by_key(|said| said.split(':').next().and_then(|line| line.parse::<u32>().ok()));
    said
}

fn wanted() -> Vec<String> {
    sorted(SAID.iter().map(|said| (*said).to_owned()).collect())
}

#[test]
fn figures_stand_beside_the_lines_that_they_are_about() {
    let mut editor = opened("figures", &[NAMED], Value::Null);
    editor.asked_for("workspace/inlayHint/refresh");
    assert_eq!(sorted(editor.hints("a.leadrules")), wanted());
    assert_eq!(editor.lenses("a.leadrules"), ["30: ▶ run", "35: ▶ run"]);
    // Another bar: as long as nobody rests, what is said of other lines stays.
    editor.change("a.leadrules", &[edit((22, 9), (22, 11), "25")]);
    let moved = editor.hints("a.leadrules");
    assert!(moved.contains(&"16: fires for 95 % of 200 leads".to_owned()), "{moved:?}");
    editor.asked_for("workspace/inlayHint/refresh");
    assert!(editor.hints("a.leadrules").contains(&"22: 19 leads at this stage, 171 fewer than saved".to_owned()));
    // With a line above, an unfinished one: figures go down with their lines.
    editor.change("a.leadrules", &[edit((15, 0), (15, 0), "define x =\n")]);
    assert!(editor.hints("a.leadrules").contains(&"17: fires for 95 % of 200 leads".to_owned()));
    // And back to what was saved.
    editor.change("a.leadrules", &[json!({ "text": RULES })]);
    editor.asked_for("workspace/inlayHint/refresh");
    assert_eq!(sorted(editor.hints("a.leadrules")), wanted());
    editor.close();
}

#[test]
fn no_figure_says_who_a_lead_is() {
    let mut editor = opened("who", &[NAMED], json!({ "facts": "both" }));
    editor.asked_for("workspace/codeLens/refresh");
    let said = [editor.hints("a.leadrules"), editor.lenses("a.leadrules")].concat().join("\n");
    assert!(
        said.contains("200 leads") && !said.contains("Name") && !said.contains('@') && !said.contains('L'),
        "{said}"
    );
    let completed = |editor: &mut Editor, line: usize, text: &str| {
        editor.change("a.leadrules", &[edit((16, 0), (line, 0), text)]);
        let place = at(16, text.trim_end_matches('\n').chars().count());
        let asked = json!({ "textDocument": { "uri": editor.uri("a.leadrules") }, "position": place });
        let items = editor.ask("textDocument/completion", asked).expect("it is answered");
        let item = |item: &Value| format!("{} ({})", item["textEdit"]["newText"], item["detail"]).replace('"', "");
        items.as_array().expect("a list").iter().map(item).collect::<Vec<_>>()
    };
    // Of texts, what ten leads have; of names and mails nothing; of choices also what is no option yet.
    assert_eq!(completed(&mut editor, 16, "  sector is \n"), ["\\réseaux & co\\ (100 leads)"]);
    let names = completed(&mut editor, 17, "  name is \n");
    assert!(!names.iter().any(|name| name.contains("Name ")), "{names:?}");
    let mails = completed(&mut editor, 17, "  mail is \n");
    assert!(!mails.iter().any(|mail| mail.contains("x.example")), "{mails:?}");
    assert_eq!(
        completed(&mut editor, 17, "  country is \n"),
        ["BE (130 leads)", "NL (20 leads)", "FR (50 leads; no option yet)"]
    );
    editor.close();
}

#[test]
fn whoever_points_at_a_name_hears_what_leads_and_proofs_say() {
    let mut editor = opened("pointing", &[NAMED], Value::Null);
    editor.asked_for("workspace/inlayHint/refresh");
    let hover = |editor: &mut Editor, line: usize, column: usize| {
        let asked = json!({ "textDocument": { "uri": editor.uri("a.leadrules") }, "position": at(line, column) });
        let said = editor.ask("textDocument/hover", asked).expect("it is answered");
        said["contents"]["value"].as_str().expect("a text").to_owned()
    };
    assert!(hover(&mut editor, 6, 3).ends_with("known of 51 % of 200 leads"));
    assert!(hover(&mut editor, 16, 3).ends_with("known of all of 200 leads"));
    let score = hover(&mut editor, 22, 3);
    assert!(
        score.contains("By proof, a lead can have 0 to 50 points.") && score.contains("leads reach 0..25"),
        "{score}"
    );
    assert!(hover(&mut editor, 23, 15).ends_with("0 leads at this stage"));
    editor.close();
}

#[test]
fn settings_of_the_editor_win_over_those_of_the_folder() {
    let settings = json!({ "leads": "data/few.csv", "asOf": "2026-11-23", "facts": "lenses" });
    let few = ("data/few.csv", "id,budget,country\na,5,BE\nb,2000,BE\n");
    let mut editor = opened("settings", &[NAMED, few], settings);
    editor.asked_for("workspace/codeLens/refresh");
    assert!(editor.hints("a.leadrules").is_empty());
    assert!(editor.lenses("a.leadrules").contains(&"16: fires for 50 % of 2 leads".to_owned()));
    let other = json!({ "settings": { "leadrules": { "facts": "hints" } } });
    editor.tell("workspace/didChangeConfiguration", other);
    while sorted(editor.hints("a.leadrules")) != wanted() {
        editor.asked_for("workspace/inlayHint/refresh");
    }
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "facts": "off" } }));
    assert!(editor.hints("a.leadrules").is_empty());
    editor.close();
}

#[test]
fn leads_are_read_again_when_they_have_changed() {
    let mut editor = opened("again", &[NAMED], Value::Null);
    editor.asked_for("workspace/inlayHint/refresh");
    editor.write("data/leads.csv", "id,budget,country\na,2000,BE\n");
    let changed = json!({ "changes": [{ "uri": editor.uri("data/leads.csv"), "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", changed);
    editor.asked_for("workspace/inlayHint/refresh");
    assert!(editor.hints("a.leadrules").contains(&"17: fires for all of 1 lead".to_owned()));
    // Without the file of settings there are no figures.
    editor.write("leadrules.toml", "");
    let changed = json!({ "changes": [{ "uri": editor.uri("leadrules.toml"), "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", changed);
    editor.asked_for("workspace/inlayHint/refresh");
    assert!(editor.hints("a.leadrules").is_empty());
    editor.close();
}

#[test]
fn what_is_wrong_with_the_leads_is_said_once() {
    let mut editor = opened("wrong", &[("leadrules.toml", "leads = \"data/none.csv\"\n")], Value::Null);
    let said = editor.shown_message();
    assert!(said.contains("none.csv: there is no such file"), "{said}");
    editor.change("a.leadrules", &[edit((0, 0), (0, 0), "# x\n")]);
    editor.found("a.leadrules");
    editor.write("leadrules.toml", "leads = \"data/leads.csv\"\nheader_row = \"x\"\n");
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": editor.uri("a.leadrules") } }));
    let said = editor.shown_message();
    assert!(said.ends_with("leadrules.toml:2: `header_row` is a whole number"), "{said}");
    editor.close();
}

#[test]
fn a_test_is_run_where_it_stands() {
    let mut editor = opened("tests", &[], Value::Null);
    let run = |editor: &mut Editor, title: &str| {
        let arguments = json!([editor.uri("a.leadrules"), title]);
        editor.ask("workspace/executeCommand", json!({ "command": "leadrules.runTest", "arguments": arguments }))
    };
    assert_eq!(run(&mut editor, "a rich one").expect("it runs"), json!({ "passed": true, "failed": [] }));
    let failed = json!({
        "passed": false,
        "failed": ["expected fit = 20; fit is 0", "expected stage is warm; stage is contact"],
    });
    assert_eq!(run(&mut editor, "a poor one").expect("it runs"), failed);
    editor.asked_for("workspace/codeLens/refresh");
    assert_eq!(editor.lenses("a.leadrules"), ["30: ▶ run · passed", "35: ▶ run · failed: fit is 0, stage is contact"]);
    assert_eq!(editor.hints("a.leadrules"), ["30: passed", "35: failed: fit is 0, stage is contact"]);
    let sources = |found: &[Value]| found.iter().filter(|found| found["source"] == "leadrules test").count();
    while sources(&editor.next_found("a.leadrules")) != 2 {}
    // Other texts were not tested.
    editor.change("a.leadrules", &[edit((37, 15), (37, 17), "0")]);
    assert_eq!(sources(&editor.found("a.leadrules")), 0);
    assert_eq!(editor.lenses("a.leadrules"), ["30: ▶ run", "35: ▶ run"]);
    assert!(run(&mut editor, "no such one").expect_err("there is none").message.contains("no such one"));
    editor.change("a.leadrules", &[edit((37, 9), (37, 12), "fti")]);
    assert!(
        codes(
            &editor
                .found("a.leadrules")
                .iter()
                .filter(|found| found["code"] != Value::Null)
                .cloned()
                .collect::<Vec<_>>()
        )
        .contains(&"LR0201")
    );
    assert!(run(&mut editor, "a rich one").expect_err("there are errors").message.contains("errors"));
    let other = json!({ "command": "leadrules.other", "arguments": [] });
    assert_eq!(editor.ask("workspace/executeCommand", other).expect_err("it is unknown").code, -32602);
    editor.close();
}
