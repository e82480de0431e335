//! Twenty tasks in words, each to a file that holds: a draft with usual slips, what `check` says, what `fix` mends, the first
//! draft as it was written from the page alone, the file as it was saved, and cases that the user has in mind.

use serde_json::json;

use super::client::{Client, folder};
use crate::files;

/// The blocks of a task, by their headings.
fn section(text: &str, heading: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("\n## {heading}\n"))?;
    let (_, block) = rest.split_once("```\n")?;
    Some(block.split_once("\n```")?.0.to_owned() + "\n")
}

#[test]
fn tasks_end_in_files_that_hold() {
    let folder = folder("trial", &[]);
    let mut client = Client::new(&folder, &["--allow-write"]);
    let mut lines = Vec::new();
    let mut tasks = files::under("tests/mcp/tasks", "md");
    tasks.sort();
    assert_eq!(tasks.len(), 20);
    let (mut first_holds, mut meant, mut all_mended) = (0, 0, 0);
    for task in tasks {
        let name = task.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = files::read(&task);
        let part = |heading: &str| section(&text, heading);
        let first = part("First draft").expect("each has a first draft");
        let saved = part("Saved").unwrap_or_else(|| first.clone());
        let cases = part("Cases").expect("each has cases");
        let slips = part("Slips").expect("each has slips");
        let ok = |client: &mut Client, text: &str| {
            client.call("check", json!({ "text": text })).expect("it is checked")["ok"] == json!(true)
        };
        let of_first = (ok(&mut client, &first), ok(&mut client, &format!("{first}\n{cases}")));
        first_holds += usize::from(of_first.0);
        meant += usize::from(of_first.1);
        // A draft with slips is found wrong, and mended as far as that is certain.
        let checked = client.call("check", json!({ "text": slips })).expect("it is checked");
        assert_eq!(checked["ok"], json!(false), "{name}: a slip that nothing finds");
        let fixed = client.call("fix", json!({ "text": slips })).expect("it is mended");
        let mended = fixed["files"][0]["text"].as_str().map_or(slips, str::to_owned);
        let whole = ok(&mut client, &mended);
        all_mended += usize::from(whole);
        if whole && of_first.1 {
            assert!(ok(&mut client, &format!("{mended}\n{cases}")), "{name}: mended to something else");
        }
        // What is saved holds, and does what the user has in mind.
        let path = format!("{name}.leadrules");
        let written =
            client.call("write", json!({ "path": path, "text": saved })).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(written["checked"]["errors"], 0);
        let checked = client.call("check", json!({ "path": path })).expect("it is read");
        assert_eq!(checked["ok"], json!(true), "{name}: {checked}");
        let with_cases = client.call("check", json!({ "text": format!("{saved}\n{cases}") })).expect("it is checked");
        assert_eq!(with_cases["ok"], json!(true), "{name}: {with_cases}");
        let word = |yes: bool| if yes { "yes" } else { "no" };
        lines.push(format!(
            "{name:26} first draft holds: {:3}  and means it: {:3}  slips: {} errors, {} mended, {} left",
            word(of_first.0),
            word(of_first.1),
            checked_errors(&client.call("check", json!({ "text": part("Slips") })).expect("it is checked")),
            fixed["mended"],
            fixed["left"]["errors"],
        ));
    }
    lines.push(format!("first drafts that hold: {first_holds} of 20; that mean what was said: {meant} of 20; drafts with slips that `fix` mends whole: {all_mended} of 20"));
    // The page says what came out.
    let page = files::read("docs/assistants.md");
    for (what, count) in [
        ("first drafts that passed `check` with their tests and promises", first_holds),
        ("of these, drafts that also did what was meant", meant),
        ("of these, mended whole by `fix`, without a guess", all_mended),
    ] {
        assert!(page.contains(&format!("| {what} | {count} |")), "{what}: {count}");
    }
    insta::assert_snapshot!(lines.join("\n"));
    assert!(client.close().success());
}

fn checked_errors(checked: &serde_json::Value) -> String {
    checked["errors"].to_string()
}
