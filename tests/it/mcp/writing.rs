//! What is written: rule files that hold, where nothing is lost.

use serde_json::json;

use super::client::{Client, folder};

const RULES: &str =
    "leadrules 1\nlead { id text key; size integer }\nscore fit { size > 9 => +20 }\nstages { fit >= 20 => Call }\n";

#[test]
fn only_what_holds_is_saved() {
    let folder = folder("saved", &[("sub/here.txt", ""), ("a.signed/sales.leadrules", RULES)]);
    let mut client = Client::new(&folder, &["--allow-write"]);
    let write =
        |client: &mut Client, path: &str, text: &str| client.call("write", json!({ "path": path, "text": text }));
    let broken = RULES.replace("=> +20", "-> +20");
    let failing = RULES.to_owned() + "test \"big\" {\n  lead size 100\n  expect fit = 30\n}\n";
    let promised = RULES.to_owned() + "promise \"no small firm\" {\n  never stage is Call and size < 50\n}\n";
    let wrong = [
        ("errors", write(&mut client, "a.leadrules", &broken)),
        ("a failing test", write(&mut client, "a.leadrules", &failing)),
        ("a broken promise", write(&mut client, "a.leadrules", &promised)),
        ("nothing", write(&mut client, "a.leadrules", "")),
        ("not of rules", write(&mut client, "a.txt", RULES)),
        ("hidden", write(&mut client, ".a.leadrules", RULES)),
        ("no folder", write(&mut client, "nowhere/a.leadrules", RULES)),
        ("outside", write(&mut client, "../a.leadrules", RULES)),
        ("a signature", write(&mut client, "a.signed/sales.leadrules", RULES)),
        (
            "twice",
            client.call("write", json!({ "path": "a.leadrules", "text": RULES, "further": [{ "path": "./a.leadrules", "text": RULES }] })),
        ),
    ];
    let said: Vec<String> =
        wrong.into_iter().map(|(what, done)| format!("{what}: {}", done.expect_err("it is refused"))).collect();
    insta::assert_snapshot!(said.join("\n\n"));
    let left: Vec<_> =
        std::fs::read_dir(&folder).expect("it is there").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
    let saved = write(&mut client, "sub/a.leadrules", RULES).expect("it holds");
    assert_eq!(saved["checked"]["ok"], json!(true));
    assert_eq!(
        std::fs::File::open(folder.join("sub/a.leadrules"))
            .map(std::io::read_to_string)
            .expect("it is there")
            .expect("it is text"),
        RULES
    );
    assert!(client.close().success());
}

#[test]
fn what_changed_meanwhile_is_not_lost() {
    let folder = folder("meanwhile", &[("a.leadrules", RULES)]);
    let mut client = Client::new(&folder, &["--allow-write"]);
    let longer = RULES.replace("+20", "+25");
    let write = |client: &mut Client, replaces: Option<&str>| {
        let mut asked = json!({ "path": "a.leadrules", "text": longer });
        if let Some(replaces) = replaces {
            asked["replaces"] = json!(replaces);
        }
        client.call("write", asked)
    };
    assert!(write(&mut client, None).expect_err("it is there").contains("nothing was written"));
    assert!(write(&mut client, Some("0")).expect_err("not that").contains("has changed"));
    let read = client.call("files", json!({ "path": "a.leadrules" })).expect("it is read");
    let hash = read["file"]["hash"].as_str().expect("a hash").to_owned();
    std::fs::write(folder.join("a.leadrules"), RULES.replace("> 9", "> 8")).expect("somebody saves");
    assert!(write(&mut client, Some(&hash)).expect_err("it changed").contains("has changed"));
    std::fs::write(folder.join("a.leadrules"), RULES).expect("somebody takes it back");
    let saved = write(&mut client, Some(&hash)).expect("it is what was read");
    let now = saved["written"][0]["hash"].clone();
    assert_eq!(client.call("files", json!({ "path": "a.leadrules" })).expect("it is read")["file"]["hash"], now);
    std::fs::remove_file(folder.join("a.leadrules")).expect("somebody removes it");
    assert!(write(&mut client, Some(&hash)).expect_err("it is gone").contains("not there any more"));
}

#[test]
fn a_part_is_judged_by_the_sets_that_take_it_in() {
    let whole = "leadrules 1\nuse \"part.leadrules\"\nscore fit { size > 9 => +20 }\n\
                 test \"big\" {\n  lead size 100\n  expect fit = 20\n}\n";
    let part = "lead { id text key; size integer }\n";
    let folder = folder("parts", &[("whole.leadrules", whole), ("part.leadrules", part)]);
    let mut client = Client::new(&folder, &["--allow-write"]);
    let hash = |client: &mut Client, path: &str| {
        client.call("files", json!({ "path": path })).expect("it is read")["file"]["hash"].clone()
    };
    let before = hash(&mut client, "part.leadrules");
    let renamed = part.replace("size", "people");
    let asked = json!({ "path": "part.leadrules", "text": renamed, "replaces": before });
    let refused = client.call("write", asked.clone()).expect_err("another set would break");
    assert!(refused.contains("whole.leadrules") && refused.contains("LR0201"), "{refused}");
    // Both together hold.
    let mut both = asked;
    both["further"] = json!([{ "path": "whole.leadrules", "text": whole.replace("size", "people"),
                               "replaces": hash(&mut client, "whole.leadrules") }]);
    let saved = client.call("write", both).expect("together they hold");
    assert_eq!(saved["written"].as_array().map(Vec::len), Some(2));
    assert_eq!(client.call("check", json!({ "path": "whole.leadrules" })).expect("it is read")["ok"], json!(true));
}
