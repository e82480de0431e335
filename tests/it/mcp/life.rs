//! How a session begins, goes on and ends.

use std::fmt::Write;

use serde_json::json;

use super::client::{Client, folder};

const RULES: &str = "leadrules 1\nlead { id text key; size integer }\nscore fit { size > 9 => +20 }\n";

#[test]
fn it_ends_with_its_input() {
    let folder = folder("ends", &[]);
    assert!(Client::new(&folder, &[]).close().success());
    let nobody = Client::start(&folder, &[]);
    assert_eq!(nobody.close().code(), Some(1), "nobody greeted it");
    for odd in [&["nowhere"][..], &["--allow-write", "../ends/none"]] {
        assert_eq!(Client::start(&folder, odd).close().code(), Some(1), "{odd:?}");
    }
}

#[test]
fn greetings_say_what_there_is() {
    let folder = folder("greets", &[]);
    let mut client = Client::start(&folder, &[]);
    let greeted = client.greet();
    assert_eq!(greeted["protocolVersion"], "2025-06-18");
    assert_eq!(greeted["serverInfo"]["name"], "leadrules");
    assert!(greeted["instructions"].as_str().expect("a text").contains("`check`"));
    assert_eq!(greeted["capabilities"], json!({ "prompts": {}, "resources": {}, "tools": {} }));
}

#[test]
fn odd_messages_do_no_harm() {
    let folder = folder("odd", &[("a.leadrules", RULES)]);
    let mut client = Client::new(&folder, &[]);
    for odd in [
        "",
        "{",
        "null",
        "[]",
        "[1]",
        "\"text\"",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nothing\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":999}}",
        "Content-Length: 12",
    ] {
        client.say(odd);
    }
    client.ask("no/such/method", json!({})).expect_err("there is none");
    client.ask("tools/call", json!({ "nam": 1 })).expect_err("it is no call");
    client.ask("ping", json!({})).expect("it is still there");
    assert_eq!(client.call("check", json!({ "path": "a.leadrules" })).expect("it works")["ok"], json!(true));
    assert!(client.close().success());
}

#[test]
fn long_runs_hold_nobody_up_and_can_be_cancelled() {
    let mut leads = String::from("id,size\n");
    for n in 0..300_000 {
        writeln!(leads, "{n},{}", n % 100).expect("a text");
    }
    let folder = folder("long", &[("a.leadrules", RULES), ("leads.csv", &leads)]);
    let mut client = Client::new(&folder, &[]);
    let score = json!({ "name": "score", "arguments": { "path": "a.leadrules", "leads": "leads.csv" } });
    let long = client.ask_only("tools/call", score.clone());
    let ping = client.ask_only("ping", json!({}));
    assert_eq!(client.next()["id"], json!(ping), "a ping comes before a long run");
    assert_eq!(client.answer(long).expect("it is answered")["structuredContent"]["leads"], 300_000);
    for _ in 0..12 {
        let cancelled = client.ask_only("tools/call", score.clone());
        client.tell("notifications/cancelled", json!({ "requestId": cancelled }));
    }
    assert_eq!(client.call("check", json!({ "path": "a.leadrules" })).expect("it works")["ok"], json!(true));
    // What is still worked on does not keep it.
    client.ask_only("tools/call", score);
    assert!(client.close().success());
}
