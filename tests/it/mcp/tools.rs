//! What is offered, and that answers keep to their schemas.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::client::Client;

fn examples() -> PathBuf {
    crate::files::root().join("examples")
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("it is an object").keys().cloned().collect()
}

#[test]
fn few_tools_are_offered_and_each_says_when_to_use_it() {
    let mut client = Client::new(&examples(), &[]);
    let offered = client.ask("tools/list", json!({})).expect("they are listed");
    let tools = offered["tools"].as_array().expect("a list").clone();
    assert!(tools.len() <= 12, "{}", tools.len());
    for tool in &tools {
        let name = tool["name"].as_str().expect("a name");
        assert!((30..400).contains(&tool["description"].as_str().expect("a text").len()), "{name}");
        assert_eq!(tool["inputSchema"]["type"], "object", "{name}");
        assert_eq!(tool["inputSchema"]["additionalProperties"], json!(false), "{name}");
        assert_eq!(tool["outputSchema"]["type"], "object", "{name}");
        let hints = &tool["annotations"];
        assert_eq!(hints["readOnlyHint"], json!(name != "write"), "{name}");
        assert_eq!(hints["openWorldHint"], json!(false), "{name}");
        let arguments = tool["inputSchema"]["properties"].as_object().expect("arguments");
        for (argument, schema) in arguments {
            let is_said =
                schema.get("description").is_some() || schema.get("$ref").is_some() || schema.get("anyOf").is_some();
            assert!(is_said, "{name} does not say what `{argument}` is");
        }
    }
    // What an assistant keeps in mind of them.
    let inputs: usize =
        tools.iter().map(|tool| tool["inputSchema"].to_string().len() + tool["description"].to_string().len()).sum();
    assert!(inputs < 20_000, "{inputs}");
    let all: Vec<&str> = tools.iter().filter_map(|tool| tool["name"].as_str()).collect();
    insta::assert_snapshot!(all.join(" "), @"language files init check fix prove score explain diff backtest suggest write");
}

#[test]
fn answers_have_what_their_schemas_ask_for() {
    let mut client = Client::new(&examples(), &[]);
    let tools = client.ask("tools/list", json!({})).expect("they are listed")["tools"].clone();
    let data = json!({ "leads": "first-hour/leads.csv", "events": "first-hour/events.csv", "as_of": "2026-11-23" });
    let first = "first-hour/first.leadrules";
    let with = |more: Value| {
        let mut all = data.clone();
        all.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        all
    };
    let top = client.call("score", with(json!({ "path": first }))).expect("it is scored");
    let lead = top["top"][0]["lead"].clone();
    assert!(lead.as_str().expect("a name").starts_with("lead-"));
    let signups = json!({ "path": "signups/signups.leadrules", "leads": "signups/signups.csv", "no_events": true,
                          "as_of": "2026-11-23", "outcome": "customer" });
    let calls = [
        ("language", json!({})),
        ("language", json!({ "topic": "LR0201" })),
        ("language", json!({ "topic": "points" })),
        ("files", json!({})),
        ("files", json!({ "path": first })),
        ("files", json!({ "path": "first-hour/leads.csv" })),
        ("init", json!({ "leads": "inbound/leads.csv", "events": "inbound/events.csv" })),
        ("check", json!({ "path": first })),
        ("check", json!({ "path": "first-hour/mistakes.leadrules" })),
        ("check", with(json!({ "path": first }))),
        ("fix", json!({ "path": "first-hour/mistakes.leadrules" })),
        ("prove", json!({ "path": "inbound/inbound.leadrules" })),
        ("score", with(json!({ "path": first, "top": 3, "stage": "Call" }))),
        ("explain", with(json!({ "path": first, "lead": lead, "to": "Call" }))),
        ("diff", json!({ "old": { "path": first }, "new": { "path": "first-hour/next.leadrules" } })),
        ("diff", json!({ "old": { "path": first }, "new": { "path": "first-hour/next.leadrules" }, "data": data })),
        ("backtest", signups.clone()),
        ("suggest", signups),
    ];
    for (tool, arguments) in calls {
        let answer = client.call(tool, arguments.clone()).unwrap_or_else(|error| panic!("{tool} {arguments}: {error}"));
        let described = tools.as_array().expect("a list").iter().find(|of| of["name"] == tool).expect("it is offered");
        let schema = &described["outputSchema"];
        let (has, may) = (names(&answer), names(&schema["properties"]));
        assert!(has.is_subset(&may), "{tool}: {:?}", has.difference(&may).collect::<Vec<_>>());
        let must: BTreeSet<String> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| Some(name.as_str()?.to_owned()))
            .collect();
        assert!(must.is_subset(&has), "{tool}: {:?}", must.difference(&has).collect::<Vec<_>>());
        assert!(answer.to_string().len() < 30_000, "{tool} {arguments}: {}", answer.to_string().len());
    }
}

#[test]
fn what_it_says_is_what_the_commands_say() {
    let mut client = Client::new(&examples(), &[]);
    let data = json!({ "path": "first-hour/first.leadrules", "leads": "first-hour/leads.csv",
                       "events": "first-hour/events.csv", "as_of": "2026-11-23", "top": 1 });
    let scored = client.call("score", data).expect("it is scored");
    assert_eq!(scored["leads"], 12);
    assert_eq!(scored["stages"][0], json!({ "stage": "Call", "leads": 3, "percent": 25.0 }));
    assert_eq!(scored["scores"][1]["mean"], "14.26");
    assert_eq!(scored["top"].as_array().map(Vec::len), Some(1));
    let proved = client.call("prove", json!({ "path": "first-hour/first.leadrules" })).expect("it is proved");
    assert_eq!(proved["scores"][0]["most"]["points"], "45");
    let mended = client
        .call("fix", json!({ "text": "leadrules 1\nlead { id text key; size integer }\nscore fit { size 100-200 -> 20 points }\n" }))
        .expect("it is mended");
    assert_eq!(mended["left"]["errors"], 0);
    let text = mended["files"][0]["text"].as_str().expect("a text");
    assert!(text.contains("size 100..200  => +20"), "{text}");
    let tested = "leadrules 1\nlead { id text key; size integer }\nscore fit { size > 9 => +20 }\n\
                  test \"big\" {\n  lead size 100\n  expect fit = 30\n}\n";
    let checked = client.call("check", json!({ "text": tested })).expect("it is checked");
    assert_eq!(checked["ok"], json!(false));
    let failed = json!([{ "title": "big", "place": "draft.leadrules:4", "expected": ["fit = 30; fit is 20"],
                          "points": ["fit: +20 size > 9"], "stage": "contact" }]);
    assert_eq!(checked["tests"]["failed"], failed);
}

#[test]
fn accounts_are_looked_at_where_there_is_data_of_them() {
    let mut client = Client::new(&examples(), &[]);
    let asked = |more: Value| {
        let mut all = json!({ "path": "companies/companies.leadrules", "leads": "companies/people.csv",
                              "events": "companies/events.csv", "as_of": "2026-11-23" });
        all.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        all
    };
    let with = || json!({ "accounts": "companies/companies.csv" });
    let scored = client.call("score", asked(with())).expect("it is scored");
    let of_accounts = &scored["accounts"];
    assert_eq!(of_accounts["accounts"], 300);
    assert_eq!(of_accounts["stages"][0]["stage"], "Buying");
    let lead = scored["top"][0]["lead"].clone();
    let mut explained = with();
    explained["lead"] = lead;
    client.call("explain", asked(explained)).expect("it is explained");
    let checked = client.call("check", asked(with())).expect("it is checked");
    assert_eq!(checked["errors"], 0, "{checked}");
    let proved = client.call("prove", json!({ "path": "companies/companies.leadrules" })).expect("it is proved");
    assert!(proved["accounts"].is_object(), "{proved}");
    let refused = client.call("score", asked(json!({}))).expect_err("there is no data of accounts");
    assert!(refused.contains("no_accounts"), "{refused}");
    let begun = json!({ "leads": "companies/people.csv", "accounts": "companies/companies.csv" });
    let begun = client.call("init", begun).expect("a first rule file");
    assert!(begun["text"].as_str().expect("a text").contains("leads by email.domain except"), "{begun}");
}

#[test]
fn errors_say_what_to_try() {
    let mut client = Client::new(&examples(), &[]);
    let mut said = |tool: &str, arguments: Value| client.call(tool, arguments).expect_err("it is refused");
    let all = [
        said("chek", json!({})),
        said("check", json!({})),
        said("check", json!({ "pth": "x" })),
        said("check", json!({ "path": "first-hour/frst.leadrules" })),
        said("check", json!({ "path": ["a"] })),
        said("language", json!({ "topic": "scors" })),
        said("score", json!({ "path": "first-hour/first.leadrules", "leads": "first-hour/leads.csv" })),
        said(
            "score",
            json!({ "path": "first-hour/first.leadrules", "leads": "first-hour/leads.csv", "no_events": true, "stage": "Cal" }),
        ),
        said("score", json!({ "text": "leadrules 1\nscore x { a => 1 }", "leads": "first-hour/leads.csv" })),
        said(
            "explain",
            json!({ "path": "first-hour/first.leadrules", "leads": "first-hour/leads.csv", "no_events": true, "lead": "lead-0" }),
        ),
        said(
            "backtest",
            json!({ "path": "first-hour/first.leadrules", "leads": "first-hour/leads.csv", "no_events": true, "outcome": "won" }),
        ),
        said("prove", json!({ "path": "first-hour/first.leadrules", "as_of": "yesterday" })),
        said("write", json!({ "path": "x.leadrules", "text": "leadrules 1\n" })),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn the_language_is_a_resource_and_a_wish_a_prompt() {
    let mut client = Client::new(&examples(), &[]);
    let listed = client.ask("resources/list", json!({})).expect("they are listed");
    assert_eq!(listed["resources"][0]["uri"], "leadrules://language");
    let read = |client: &mut Client, uri: &str| client.ask("resources/read", json!({ "uri": uri }));
    let page = read(&mut client, "leadrules://language").expect("it is read");
    assert!(page["contents"][0]["text"].as_str().expect("a text").starts_with("# The rule language"));
    let code = read(&mut client, "leadrules://codes/LR0201").expect("it is read");
    assert!(code["contents"][0]["text"].as_str().expect("a text").contains("LR0201"));
    for odd in ["leadrules://codes/LR9999", "leadrules://../secret", "file:///etc/passwd", ""] {
        read(&mut client, odd).expect_err("it is refused");
    }
    let prompts = client.ask("prompts/list", json!({})).expect("they are listed");
    assert_eq!(prompts["prompts"][0]["name"], "write_rules");
    let prompt = client.ask("prompts/get", json!({ "name": "write_rules", "arguments": { "wish": "big firms" } }));
    assert!(
        prompt.expect("it is made")["messages"][0]["content"]["text"].as_str().expect("a text").contains("big firms")
    );
}
