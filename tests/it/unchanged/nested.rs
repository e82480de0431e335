//! Leads in JSON with their events nested in them, written in other ways; and the same events in a log of their own.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::chance::Chance;
use crate::files;

/// The objects of a file of JSON lines.
pub fn objects(path: &str) -> Vec<Map<String, Value>> {
    let line = |line: &str| serde_json::from_str(line).expect("an object a line");
    files::read(path).lines().map(line).collect()
}

/// A way to write them: the ending of the file, and its text.
pub fn written(leads: &[Map<String, Value>], at: u64, chance: &mut Chance) -> (&'static str, String) {
    let mut leads = leads.to_vec();
    for lead in &mut leads {
        let mut entries: Vec<(String, Value)> = std::mem::take(lead).into_iter().collect();
        if at & 1 == 1 {
            chance.shuffle(&mut entries);
        }
        if at & 2 == 2 {
            entries.retain(|(_, value)| !value.is_null());
            entries.push(("zz notes".to_owned(), "with \"marks\", and\nlines".into()));
        }
        if at & 4 == 4 {
            for (name, _) in &mut entries {
                *name = name.to_uppercase();
            }
        }
        for (name, value) in &mut entries {
            match value {
                Value::Array(events) if name.eq_ignore_ascii_case("events") => chance.shuffle(events),
                Value::Number(_) if chance.once_in(2) => *value = Value::String(value.to_string()),
                _ => {}
            }
        }
        *lead = entries.into_iter().collect();
    }
    let objects = leads.into_iter().map(Value::Object).collect::<Vec<_>>();
    let lines = |end: &str| objects.iter().map(|object| format!("{object}{end}")).collect::<String>();
    let all = Value::Array(objects.clone());
    match chance.below(6) {
        0 => ("ndjson", lines("\n")),
        1 => ("ndjson", format!("\u{feff}{}\r\n", lines("\r\n"))),
        2 => ("json", all.to_string()),
        3 => ("json", format!("{all:#}")),
        4 => ("json", serde_json::json!({"errors": [], "data": {"items": all}}).to_string()),
        _ => ("json", lines("\n\n")),
    }
}

/// The leads without their events, and these as a log.
pub fn apart(leads: &[Map<String, Value>]) -> (String, String) {
    let (mut without, mut log) = (String::new(), String::from("lead,event,time,people,result\n"));
    for lead in leads {
        let mut lead = lead.clone();
        let text = |value: Option<&Value>| match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let key = text(lead.get("id"));
        for event in lead.remove("events").iter().filter_map(Value::as_array).flatten() {
            let cells = ["event", "time", "people", "result"].map(|name| text(event.get(name)));
            let _ = writeln!(log, "{key},{}", cells.join(","));
        }
        let _ = writeln!(without, "{}", Value::Object(lead));
    }
    (without, log)
}
