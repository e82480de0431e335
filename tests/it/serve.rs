//! The service, called as its users call it: over HTTP, by a program that runs.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::files;

/// A service that runs.
struct Running {
    child: Child,
    address: String,
    said: BufReader<std::process::ChildStderr>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}\n{}", self.head, self.body))
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

impl Running {
    fn new(rules: &Path, more: &[&str]) -> Self {
        let mut command = crate::files::program();
        command.current_dir(files::root()).arg("serve").arg(rules).args(["--listen", "127.0.0.1:0"]).args(more);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program is there");
        let mut said = BufReader::new(child.stderr.take().expect("it was asked for"));
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            assert!(said.read_line(&mut line).expect("it says where it is") > 0, "it ended");
        }
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split(';').next()).expect("an address").to_owned();
        Self { child, address, said }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("it listens")
    }

    fn call(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let mut stream = self.connect();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).expect("it reads");
        // It may answer before all was sent.
        let _ = stream.write_all(body);
        answer(&mut stream)
    }

    fn post(&self, path: &str, body: &str) -> Answer {
        self.call("POST", path, "Content-Type: application/json\r\n", body.as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.call("GET", path, "", b"")
    }
}

fn answer(stream: &mut TcpStream) -> Answer {
    let mut whole = Vec::new();
    let _ = stream.read_to_end(&mut whole);
    let end = whole.windows(4).position(|four| four == b"\r\n\r\n").expect("headers end");
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let mut rest = &whole[end + 4..];
    let mut body = Vec::new();
    if head.contains("transfer-encoding: chunked") {
        while let Some(at) = rest.windows(2).position(|two| two == b"\r\n") {
            let size = usize::from_str_radix(&String::from_utf8_lossy(&rest[..at]), 16).expect("a size");
            body.extend_from_slice(&rest[at + 2..at + 2 + size]);
            rest = &rest[at + 4 + size..];
        }
    } else {
        body.extend_from_slice(rest);
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Answer { status, head, body: String::from_utf8(body).expect("UTF-8") }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    folder
}

/// One by one, as a list and as lines: each lead is what the command makes of it.
/// The company of the example's test, sent as one object.
#[test]
fn an_account_comes_with_its_leads_and_goes_with_them() {
    let running = Running::new(Path::new("examples/companies/companies.leadrules"), &["--as-of", "2026-11-23"]);
    let event = |what: &str, when: &str| json!({ "Activity": what, "Occurred at": when });
    let company = json!({
        "Domain": "brouwerij.example", "Employees": 150, "Country": "BE", "leads": [
            { "Contact ID": "An", "Job title": "Director", "events": [event("ebook_downloaded", "2026-11-03")] },
            { "Contact ID": "Bo", "Email": "bo@gmail.com", "events": [event("webinar_attended", "2026-11-13")] },
            { "Contact ID": "Cy", "Left the company": "maybe",
              "events": [event("webinar_attended", "2026-11-13"), event("pricing_viewed", "2026-11-21")] },
        ],
    });
    let said = running.post("/v1/score/account", &company.to_string()).json();
    let account = &said["account"];
    assert_eq!(account["key"], "brouwerij.example", "{said}");
    assert_eq!(account["scores"], json!({ "account_fit": 50, "account_heat": 49 }), "{said}");
    assert_eq!((&account["stage"], &account["excluded"]), (&json!("Engaged"), &Value::Null));
    assert_eq!(account["unread"], json!(["left: \"maybe\", neither yes nor no"]), "{said}");
    let leads = account["leads"].as_array().expect("its leads");
    assert_eq!(leads.iter().map(|lead| &lead["key"]).collect::<Vec<_>>(), ["An", "Bo", "Cy"]);
    assert_eq!((&leads[1]["stage"], &leads[1]["labels"]["next"]), (&json!("MQL"), &json!("write")), "{said}");

    let list = format!("[{company}, 5, {{\"Domain\": \"x.example\"}}, {{\"Domain\": \"y.example\", \"leads\": []}}]");
    let said = running.post("/v1/score/account", &list).json();
    assert_eq!(said["accounts"][0], *account);
    assert!(said["accounts"][1]["error"].is_string(), "{said}");
    let missing = said["accounts"][2]["error"].as_str().expect("an error");
    assert!(missing.contains("no list `leads`"), "{missing}");
    assert_eq!(said["accounts"][3]["stage"], "account", "{said}");

    let alone = json!({ "Contact ID": "An", "Email": "an@brouwerij.example" });
    assert_eq!(running.post("/v1/score", &alone.to_string()).json()["lead"]["stage"], "Lead");
    let described = running.get("/openapi.json").json();
    assert!(described["paths"]["/v1/score/account"]["post"].is_object());
    assert_eq!(running.get("/v1/rules").json()["accounts"]["scores"], json!(["account_fit", "account_heat"]));
    let other = Running::new(Path::new("examples/inbound/inbound.leadrules"), &[]);
    assert_eq!(other.post("/v1/score/account", &company.to_string()).status, 404);
}

#[test]
fn leads_come_out_as_from_the_command() {
    let (rules, leads) = ("examples/teams/scoring.leadrules", "examples/teams/leads.ndjson");
    let as_of = ["--as-of", "2026-11-23"];
    let mut command = crate::files::program();
    let done =
        command.current_dir(files::root()).args(["score", rules, leads, "-q", "--format", "json"]).args(as_of).output();
    let wanted: Vec<Value> = serde_json::from_slice(&done.expect("the program is there").stdout).expect("JSON");
    let running = Running::new(Path::new(rules), &as_of);
    let text = files::read(leads);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), wanted.len());
    let is_wanted = |lead: &Value, wanted: &Value| {
        let scores = lead["scores"].as_object().expect("scores");
        assert_eq!(lead["stage"], wanted["stage"]);
        assert!(scores.iter().all(|(name, points)| wanted[name] == *points), "{lead} {wanted}");
        let labels = lead["labels"].as_object().expect("labels");
        assert!(labels.iter().all(|(name, text)| wanted[name] == *text), "{lead} {wanted}");
    };
    for (line, wanted) in lines.iter().zip(&wanted) {
        let answer = running.post("/v1/score", line);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let said = answer.json();
        assert_eq!(
            (said["as_of"].as_str(), said["rules"].as_str()),
            (answer.header("leadrules-as-of"), answer.header("leadrules-rules"))
        );
        is_wanted(&said["lead"], wanted);
    }
    let list = running.post("/v1/score", &format!("[{}]", lines.join(","))).json();
    list["leads"].as_array().expect("a list").iter().zip(&wanted).for_each(|(lead, wanted)| is_wanted(lead, wanted));
    let streamed = running.call("POST", "/v1/score", "Content-Type: application/x-ndjson\r\n", text.as_bytes());
    assert!(streamed.header("leadrules-rules").is_some());
    let streamed: Vec<Value> = streamed.body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(streamed.len(), wanted.len());
    streamed.iter().zip(&wanted).for_each(|(lead, wanted)| is_wanted(lead, wanted));
    let explained = running.post("/v1/explain", lines[0]).json();
    assert_eq!(explained["explanation"]["stage"], wanted[0]["stage"]);
}

/// What is wrong is said where it is, and takes nothing else with it.
#[test]
fn what_is_wrong_is_said_in_its_place() {
    let running = Running::new(Path::new("examples/inbound/inbound.leadrules"), &[]);
    let said = running
        .post("/v1/score", r#"[{"Record ID": "1"}, 5, {"Record ID": "2", "Number of employees": "many"}, null]"#)
        .json();
    let leads = said["leads"].as_array().expect("a list");
    assert_eq!((&leads[0]["key"], &leads[2]["key"]), (&json!("1"), &json!("2")));
    assert!(leads[1]["error"].is_string() && leads[3]["error"].is_string() && leads[0]["unread"].is_null(), "{said}");
    assert_eq!(leads[2]["unread"], json!(["employees: \"many\", not a number"]));
    let lines = b"{\"Record ID\": \"1\"}\n{\"Record ID\": \n\xff\xfe\n\n{\"Record ID\": \"2\"}";
    let said = running.call("POST", "/v1/score", "Content-Type: application/x-ndjson\r\n", lines);
    let said: Vec<Value> = said.body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((said.len(), &said[0]["key"], &said[3]["key"]), (4, &json!("1"), &json!("2")));
    assert!(said[1]["error"].is_string() && said[2]["error"].is_string());
    for (answer, status) in [
        (running.post("/v1/score", "nothing"), 422),
        (running.post("/v1/score", "[1, 2"), 400),
        (running.post("/v1/score", ""), 400),
        (running.post("/v1/score?as_of=lately", "{}"), 400),
        (running.post("/v1/score?asof=2026-11-23", "{}"), 400),
        (running.post("/v1/explain", "[]"), 422),
        (running.post("/v2/score", "{}"), 404),
        (running.get("/v1/score"), 405),
        (running.call("POST", "/v1/explain", "Content-Type: application/x-ndjson\r\n", b"{}"), 415),
        (running.call("POST", "/v1/score", "", &vec![b' '; (8 << 20) + 1]), 413),
    ] {
        assert_eq!(answer.status, status, "{}", answer.body);
        assert_eq!(
            (answer.header("content-type"), answer.json()["status"].as_u64()),
            (Some("application/problem+json"), Some(status.into()))
        );
    }
    assert_eq!(running.get("/health/live").status, 200);
    let figures = running.get("/metrics").body;
    assert!(figures.contains("leadrules_requests_total{call=\"other\",status=\"404\"} 1"), "{figures}");
    assert!(figures.trim_end().ends_with("# EOF"));
    assert_eq!(running.get("/openapi.json").json()["openapi"], "3.1.0");
}

/// Without a token nobody calls it by a name of elsewhere; with one, nobody calls it without.
#[test]
fn it_answers_whom_it_may() {
    let rules = Path::new("examples/signups/signups.leadrules");
    let running = Running::new(rules, &[]);
    let mut stream = running.connect();
    stream.write_all(b"GET /v1/rules HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").expect("it reads");
    assert_eq!(answer(&mut stream).status, 421);
    let file = folder("token").join("token.txt");
    std::fs::write(&file, "a-token-of-this-test\n").expect("a file can be written");
    let running = Running::new(rules, &["--token-file", file.to_str().expect("UTF-8")]);
    assert_eq!(running.get("/v1/rules").status, 401);
    assert_eq!(running.get("/metrics").status, 401);
    assert_eq!(running.call("GET", "/v1/rules", "Authorization: Bearer a-token-of-this-tesT\r\n", b"").status, 401);
    assert_eq!(running.call("GET", "/v1/rules", "Authorization: Bearer a-token-of-this-test\r\n", b"").status, 200);
    assert_eq!(running.get("/health/ready").status, 200);
    let open =
        crate::files::program().arg("serve").arg(files::root().join(rules)).args(["--listen", "0.0.0.0:0"]).output();
    let open = open.expect("the program is there");
    assert_eq!(open.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&open.stderr).contains("--token-file"));
}

/// A file without a score or a stage would call every lead the same: it is a slip, not a service.
#[test]
fn rules_without_scores_are_not_served() {
    let path = folder("nothing").join("my.leadrules");
    std::fs::write(&path, "leadrules 1\nlead {\n  id text key\n}\n").expect("a file can be written");
    let mut command = crate::files::program();
    let tried =
        command.arg("serve").arg(&path).args(["--listen", "127.0.0.1:0"]).output().expect("the program is there");
    assert_eq!(tried.status.code(), Some(2));
    let said = String::from_utf8_lossy(&tried.stderr).into_owned();
    assert!(said.contains("nothing to score by") && said.contains("score fit 0..100"), "{said}");
}

fn version(points: usize) -> String {
    format!("leadrules 1\nlead {{\n  id text key\n}}\nscore fit 0..100_000 {{\n  id is known => +{points}\n}}\n")
}

/// A thousand changes of the rules while they answer: no call fails, and no answer is of two versions; broken rules never replace good ones.
#[test]
fn rules_change_while_they_answer() {
    let path = folder("changes").join("my.leadrules");
    let write = |text: &str| {
        let new = path.with_extension("new");
        std::fs::write(&new, text).expect("a file can be written");
        std::fs::rename(&new, &path).expect("it can take its place");
    };
    write(&version(1));
    let running = Running::new(&path, &[]);
    let asked = || {
        let answer = running.post("/v1/score", "[{\"id\": \"1\"}, {\"id\": \"2\"}]");
        assert_eq!(answer.status, 200, "{}", answer.body);
        let said = answer.json();
        assert_eq!(said["leads"][0]["scores"], said["leads"][1]["scores"]);
        (
            said["rules"].as_str().expect("a hash").to_owned(),
            said["leads"][0]["scores"]["fit"].as_u64().expect("points"),
        )
    };
    let mut known: HashMap<String, u64> = HashMap::new();
    for points in 2..=1001 {
        // Every third is broken for a moment.
        if points % 3 == 0 {
            write("leadrules 1\nscore {");
            std::thread::sleep(Duration::from_millis(1));
        }
        write(&version(points));
        std::thread::sleep(Duration::from_millis(3));
        let (hash, points) = asked();
        assert_eq!(*known.entry(hash).or_insert(points), points);
    }
    assert!(known.len() > 1, "{known:?}");
    write(&version(5000));
    let within_two_seconds = |is_so: &dyn Fn() -> bool| {
        (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            is_so()
        })
    };
    assert!(within_two_seconds(&|| asked().1 == 5000), "they were not taken in time");
    let refused = || running.get("/health/ready").json()["refused"].as_str().unwrap_or_default().to_owned();
    // An emptied file, as a program leaves it that was stopped while it wrote, is no change that anybody meant.
    for (text, why) in [("leadrules 1\nscore {", "the rules have errors"), ("", "nothing to score by")] {
        write(text);
        assert!(
            within_two_seconds(&|| refused().contains(why)),
            "it does not say why they were refused: {}",
            refused()
        );
        assert_eq!(asked().1, 5000);
    }
    assert!(running.get("/metrics").body.contains("leadrules_rules_current 0.0"));
}

/// Told to terminate, it answers what is under way, and ends with 0.
#[test]
#[cfg(unix)]
fn it_ends_in_order() {
    let mut running = Running::new(Path::new("examples/signups/signups.leadrules"), &[]);
    let mut stream = running.connect();
    let body = "{\"Number\": 1}";
    let head =
        format!("POST /v1/score HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n\r\n", running.address, body.len());
    stream.write_all(head.as_bytes()).expect("it reads");
    std::thread::sleep(Duration::from_millis(100));
    let stopped =
        Command::new("kill").args(["-TERM", &running.child.id().to_string()]).status().expect("kill is there");
    assert!(stopped.success());
    std::thread::sleep(Duration::from_millis(200));
    assert!(TcpStream::connect(&running.address).is_err(), "nobody new is taken");
    stream.write_all(body.as_bytes()).expect("it reads");
    assert_eq!(answer(&mut stream).status, 200);
    assert_eq!(running.child.wait().expect("it ends").code(), Some(0));
    let mut rest = String::new();
    running.said.read_to_string(&mut rest).expect("text");
    assert!(!rest.contains("panicked"), "{rest}");
}
