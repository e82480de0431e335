//! The data of a language case, which is in comments at the end of its file:
//!
//! ```text
//! #= as of 2026-01-31
//! #= leads
//! # id,country
//! # 1,BE
//! #= events          or: #= no events
//! # lead,event,time
//! # 1,clicked,2026-01-10T10:00Z
//! ```

use leadrules_engine::columns::{Events, Leads, Need, Needed};
use leadrules_engine::data::{FieldReport, Input, ReadOptions, ReadReport, read_events, read_leads};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::Rules;

use crate::typed::{Plain, plain};

/// Data as it is written in a case.
#[derive(Debug, Default)]
pub struct Data {
    as_of: Option<String>,
    leads: String,
    events: Option<String>,
    no_events: bool,
}

impl Data {
    /// The data of a case, if it has any.
    pub fn of(text: &str) -> Option<Self> {
        let mut data = Self::default();
        let mut has_leads = false;
        let mut lines = text.lines().skip_while(|line| !line.starts_with("#=")).peekable();
        while let Some(line) = lines.next() {
            let Some(head) = line.strip_prefix("#=").map(str::trim) else { panic!("after the data stands: {line}") };
            let mut rows = String::new();
            while let Some(row) = lines.next_if(|line| line.starts_with('#') && !line.starts_with("#=")) {
                rows += row.strip_prefix("# ").or_else(|| row.strip_prefix('#')).expect("just seen");
                rows.push('\n');
            }
            match head {
                "leads" => (has_leads, data.leads) = (true, rows),
                "events" => data.events = Some(rows),
                "no events" => data.no_events = true,
                _ => match head.strip_prefix("as of ") {
                    Some(instant) => data.as_of = Some(instant.to_owned()),
                    None => panic!("`#= {head}` is none of: leads, events, no events, as of"),
                },
            }
        }
        has_leads.then_some(data)
    }

    /// The instant from which it is seen; if it gives none, that of tests without one.
    pub fn as_of(&self, rules: &Rules) -> Instant {
        let text = self.as_of.as_deref().unwrap_or("2026-01-01T00:00Z");
        rules.zone.parse_as_of(text).unwrap_or_else(|| panic!("`{text}` is no instant"))
    }

    /// The leads and events, and what reading them noticed.
    pub fn read(&self, rules: &Rules) -> (Plain, String) {
        let options = ReadOptions::default();
        let needed = Needed {
            fields: vec![Need::Values; rules.fields.len()],
            properties: vec![true; rules.log.as_ref().map_or(0, |log| log.properties.len())],
            events: true,
        };
        let input = Input::bytes("leads.csv", self.leads.clone());
        let mut reader = read_leads(&input, rules, &needed, &[], &options).expect("the leads of a case can be read");
        let leads: Vec<Leads> = reader.by_ref().map(|batch| batch.expect("a batch of leads")).collect();
        let mut notes = noticed("leads", reader.report(), &rules.fields);
        let mut events: Option<Vec<Events>> = (rules.log.is_some() && !self.no_events).then(Vec::new);
        if let (Some(text), Some(log), Some(events)) = (&self.events, &rules.log, &mut events) {
            let input = Input::bytes("events.csv", text.clone());
            let mut reader = read_events(&input, rules, &needed, &options).expect("the events of a case can be read");
            events.extend(reader.by_ref().map(|batch| batch.expect("a batch of events")));
            notes += &noticed("events", reader.report(), &log.properties);
        }
        (plain(&leads, events.as_deref()), notes)
    }
}

/// What reading noticed, one thing per line.
fn noticed(what: &str, report: &ReadReport, fields: &[leadrules_language::ir::Field]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut count = |number: u64, thing: &str| {
        if number > 0 {
            lines.push(format!("{number} {thing}"));
        }
    };
    count(report.blank_rows, "blank rows");
    count(report.short_rows.count, "short rows");
    count(report.long_rows.count, "long rows");
    count(report.repeated_keys.count, "repeated keys");
    count(report.keyless.count, "without a key");
    if let Some(events) = &report.events {
        count(events.unknown_kind_rows, "of a kind that is not declared");
        count(events.without_lead.count, "without a lead");
        count(events.without_kind.count, "without a kind");
        count(events.without_time.count, "without a time");
    }
    for missing in &report.missing_columns {
        lines.push(format!("no column for {}", missing.name));
    }
    for (field, report) in fields.iter().zip(&report.fields) {
        lines.extend(noticed_of(&field.name, report));
    }
    lines.iter().map(|line| format!("{what}: {line}\n")).collect()
}

fn noticed_of(name: &str, report: &FieldReport) -> Vec<String> {
    let mut lines = Vec::new();
    if report.invalid.count > 0 {
        let examples = report.invalid.examples.iter();
        let examples = examples.map(|(place, misfit)| format!("{place} `{}` {}", misfit.text, misfit.why));
        lines.push(format!("{name}: {} invalid ({})", report.invalid.count, examples.collect::<Vec<_>>().join("; ")));
    }
    if report.rounded > 0 {
        lines.push(format!("{name}: {} rounded", report.rounded));
    }
    if report.dropped > 0 {
        lines.push(format!("{name}: {} entries dropped", report.dropped));
    }
    lines
}
