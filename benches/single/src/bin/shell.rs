//! What `leadrules serve` is measured beside: the same shell (axum) around a handler that reads what is sent and says always the same,
//! and around zen-engine. `shell ADDRESS` listens there; `shell --leads FOLDER` writes the leads that are sent, in the form of each.

use std::cell::RefCell;
use std::fmt::Write as _;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::routing::post;
use serde_json::{Value, json};
use single::leads::{self, DAY};
use single::rivals::{Zen, input};

/// An answer of `leadrules serve`, by its length.
const CONSTANT: &str = r#"{"rules":"0000000000000000000000000000000000000000000000000000000000000000","as_of":"2026-11-23T00:00:00Z","lead":{"key":"L1","stage":"MQL","excluded":null,"scores":{"profile":50,"engagement":60},"labels":{}}}
"#;

thread_local! {
    static ZEN: RefCell<Zen> = RefCell::new(Zen::new(&[]));
}

fn zen(body: &[u8]) -> String {
    let lead: Value = serde_json::from_slice(body).expect("a lead");
    let (profile, engagement, stage) = ZEN.with_borrow(|zen| zen.score_input(lead.into()));
    json!({ "stage": stage, "scores": { "profile": profile, "engagement": engagement } }).to_string()
}

fn main() {
    let said: Vec<String> = std::env::args().skip(1).collect();
    match said.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--leads", folder] => write(folder),
        [address] => listen(address),
        _ => eprintln!("shell ADDRESS, or shell --leads FOLDER"),
    }
}

fn listen(address: &str) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];
        let constant = post(|_: Bytes| async { (JSON, CONSTANT) });
        let zen = post(|body: Bytes| async move { (JSON, zen(&body)) });
        let router = Router::new().route("/constant", constant).route("/zen", zen);
        let listener = tokio::net::TcpListener::bind(address).await.expect("the address is free");
        axum::serve(listener, router).await.expect("it goes on");
    });
}

/// Writes 200 leads, one a line, as `leadrules` and as zen-engine take them.
fn write(folder: &str) {
    let (mut own, mut zen) = (String::new(), String::new());
    let time = |at: i64| {
        let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
        format!("{}T{:02}:{:02}:{:02}Z", date(day), second / 3600, second / 60 % 60, second % 60)
    };
    for at in 0..200 {
        let plain = leads::lead(at);
        writeln!(zen, "{}", input(&plain)).expect("text");
        let event = |event: &leads::PlainEvent| {
            let all = json!({ "event": event.event, "at": time(event.at), "minutes": event.minutes, "page": event.page });
            without_nulls(all)
        };
        let all = json!({
            "lead_id": format!("L{at}"), "name": plain.name, "email": plain.email, "phone": plain.phone, "company": plain.company,
            "country": plain.country, "industry": plain.industry, "employees": plain.employees, "revenue": plain.revenue,
            "budget": plain.budget, "job_title": plain.job_title, "source": plain.source, "created_at": date(plain.created_at),
            "consent": plain.consent, "events": plain.events.iter().map(event).collect::<Vec<_>>(),
        });
        writeln!(own, "{}", without_nulls(all)).expect("text");
    }
    for (name, text) in [("leadrules.ndjson", own), ("zen.ndjson", zen)] {
        std::fs::write(std::path::Path::new(folder).join(name), text).expect("the folder is there");
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        other => other,
    }
}

fn date(day: i64) -> String {
    leadrules_language::calendar::format_day(i32::try_from(day).expect("a day"))
}
