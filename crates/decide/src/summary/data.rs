//! What was odd about the data: values that do not fit, missing columns, rows of the log that did not count.

use leadrules_engine::columns::{Repeats, SetAside};
use leadrules_engine::data::{Counted, FieldReport, MissingColumn, Place, ReadReport};
use leadrules_engine::run::{Log, RunReport, Strangers};
use leadrules_language::ir::{Field, Rules};
use leadrules_language::page::{Page, share};
use leadrules_language::text::{counted, grouped};

/// At most this many unknown kinds or texts are named.
const NAMED: usize = 8;

/// What was noticed about the leads, or the accounts.
pub(super) fn leads(page: &mut Page, rules: &Rules, report: &ReadReport, (one, many): (&str, &str)) {
    rows(page, many, report);
    let missing = format!("columns that the data does not have: unknown of every {one}");
    columns(page, &missing, &report.missing_columns);
    let declared = rules.declared().count().min(report.fields.len());
    let (fields, before) = report.fields.split_at(declared);
    values(page, "values that do not fit their field: unknown to every rule", &rules.fields[..declared], fields);
    values(page, "stages that these rules do not have: such leads count as new", &rules.fields[declared..], before);
}

/// What was noticed about the events.
pub(super) fn events(page: &mut Page, rules: &Rules, outcome: &RunReport) {
    let Some(log) = &rules.log else { return };
    let properties = outcome.log.as_ref().map_or_else(
        || outcome.leads.events.as_ref().map_or(&[][..], |events| &events.properties),
        |log| &log.report.fields,
    );
    let Some((seen, aside)) = outcome.events() else { return };
    page.head("events");
    page.line(2, &counted(seen.rows, "event", "events"));
    // Something that is read although no line says so is mentioned here.
    if let Some(number) = seen.number.as_ref().filter(|_| log.id.is_empty()) {
        page.line(
            2,
            &format!("the column {} taken for the number of each event, as no rule says what it is", quoted(number)),
        );
    }
    set_aside(page, aside);
    if let Some(log) = &outcome.log {
        strangers(page, &log.strangers);
    }
    if !seen.unknown_kinds.is_empty() {
        let kinds = seen.unknown_kinds.iter().map(|(kind, count)| format!("{kind} ({})", grouped(*count)));
        let rows = counted(seen.unknown_kind_rows, "event of a kind", "events of kinds");
        page.notice(&format!("{rows} that the rules do not declare: {}", some(kinds, seen.unknown_kinds.len())));
    }
    left_out(page, "left out: no lead named", &seen.without_lead, |text| quoted(text));
    left_out(page, "left out: no kind named", &seen.without_kind, |()| String::new());
    left_out(page, "left out: its time can't be read", &seen.without_time, |text| quoted(text));
    left_out(page, "left out: not an event", &seen.not_events, |text| quoted(text));
    if let Some(Log { report, .. }) = &outcome.log {
        rows(page, "the log", report);
        columns(page, "columns that the log does not have", &report.missing_columns);
    } else {
        columns(page, "properties that no event has", &seen.missing_columns);
    }
    values(page, "values that do not fit their property", &log.properties, properties);
}

/// Events that could be read but do not count.
fn set_aside(page: &mut Page, aside: &SetAside) {
    if aside.late > 0 {
        page.line(2, &format!("{} later than this instant, left out", grouped(aside.late)));
    }
    if aside.ignored > 0 {
        page.line(2, &format!("{} ignored, as the rules say", grouped(aside.ignored)));
    }
    numbers(page, aside.repeated);
}

/// Leads that are in the log but not in the data.
fn strangers(page: &mut Page, strangers: &Strangers) {
    if strangers.leads > 0 {
        let leads = if strangers.leads == 1 { "lead that is" } else { "leads that are" };
        let names = some(strangers.examples.iter().cloned(), usize::try_from(strangers.leads).unwrap_or(usize::MAX));
        let events = counted(strangers.events, "event", "events");
        page.notice(&format!("{events} of {} {leads} not in the data: {names}", grouped(strangers.leads)));
    }
}

/// Events with the id of an earlier one.
fn numbers(page: &mut Page, repeated: Repeats) {
    if repeated.rows > 0 {
        let rows = counted(repeated.rows, "row repeats", "rows repeat");
        page.line(2, &format!("{rows} the number, lead, kind and time of another, each such event counted once"));
    }
    if repeated.unlike > 0 {
        let rows = counted(repeated.unlike, "of these says", "of these say");
        page.notice(&format!("{rows} something else in its properties: the lowest values count"));
    }
    if repeated.other_leads > 0 {
        let rows = counted(repeated.other_leads, "event has", "events have");
        page.line(2, &format!("{rows} the number of another lead's event; each counts for its own lead"));
    }
    if let Some(said) = repeated.other_events_said() {
        page.notice(&said.to_string());
    }
}

/// What was odd about whole rows.
fn rows(page: &mut Page, what: &str, report: &ReadReport) {
    let mut lines = Vec::new();
    let mut note = |count: u64, text: &str, places: String| {
        if count > 0 {
            lines.push(format!("{} {text}{places}", grouped(count)));
        }
    };
    let places = |examples: &[(Place, usize)]| at(examples.iter().map(|(place, _)| *place));
    note(report.keyless.count, "without a key", at(report.keyless.examples.iter().map(|(place, ())| *place)));
    let repeated = report.repeated_keys.examples.iter().map(|(place, key)| format!("{key} ({place})"));
    let repeated = repeated.collect::<Vec<_>>().join(", ");
    note(report.repeated_keys.count, "with a key that an earlier one has: ", repeated);
    note(
        report.short_rows.count,
        "with fewer cells than columns, the rest unknown",
        places(&report.short_rows.examples),
    );
    note(report.long_rows.count, "with more cells than columns, the rest left out", places(&report.long_rows.examples));
    note(report.blank_rows, "blank, left out", String::new());
    let odd = report.odd_lines.examples.iter().map(|(place, text)| format!("{} ({place})", quoted(text)));
    let odd = some(odd, usize::try_from(report.odd_lines.count).unwrap_or(usize::MAX));
    note(report.odd_lines.count, "not in UTF-8, read as Windows-1252: ", odd);
    let headers = at(report.repeated_headers.examples.iter().map(|(place, ())| *place));
    note(report.repeated_headers.count, "with the header again or a line under it, left out", headers);
    lines.extend(report.open_quotes.said().map(|said| said.to_string()));
    lines.extend(report.odd_json_said());
    lines.extend(report.odd_cells_said());
    lines.extend(report.odd_end_said());
    lines.extend(report.repeated_names_said().map(|said| said.to_string()));
    for (name, new) in &report.repeated_columns {
        lines.push(format!("the column {} stands there again, here called {}", quoted(name), quoted(new)));
    }
    if !lines.is_empty() {
        page.head(&format!("rows of {what}"));
        for line in &lines {
            page.notice(line);
        }
    }
}

/// ` (line 3, line 9)`
fn at(places: impl Iterator<Item = Place>) -> String {
    let places: Vec<String> = places.map(|place| place.to_string()).collect();
    if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) }
}

fn columns(page: &mut Page, title: &str, missing: &[MissingColumn]) {
    if missing.is_empty() {
        return;
    }
    page.head(title);
    for column in missing {
        let wanted: Vec<String> = column.wanted.iter().map(|name| quoted(name)).collect();
        let near = column.near.as_ref().map_or_else(String::new, |near| format!("; is it {}?", quoted(near)));
        page.notice(&format!("{}: no {}{near}", column.name, wanted.join(" or ")));
    }
}

fn values(page: &mut Page, title: &str, fields: &[Field], reports: &[FieldReport]) {
    let odd = |report: &FieldReport| report.invalid.count > 0 || report.rounded > 0 || report.dropped > 0;
    if !reports.iter().any(odd) {
        return;
    }
    page.head(title);
    for (field, report) in fields.iter().zip(reports).filter(|(_, report)| odd(report)) {
        let invalid = &report.invalid;
        if invalid.count > 0 {
            let of = share(invalid.count, invalid.count + report.known);
            // A reason that all share is given once.
            let first = invalid.examples.first().map(|(_, misfit)| misfit.why);
            let is_one = invalid.examples.iter().all(|(_, misfit)| Some(misfit.why) == first);
            let examples = invalid.examples.iter().map(|(place, misfit)| {
                let why = if is_one { String::new() } else { format!(", {}", misfit.why) };
                format!("{} ({place}{why})", quoted(&misfit.text))
            });
            let named = some(examples, usize::try_from(invalid.count).unwrap_or(usize::MAX));
            let why = first.filter(|_| is_one).map_or_else(String::new, |why| format!("{why}: "));
            page.notice(&format!("{}: {} ({of}), {why}{named}", field.name, grouped(invalid.count)));
        }
        if report.dropped > 0 {
            let named = report.unlisted.iter().take(NAMED).map(|(text, count)| format!("{} ({count})", quoted(text)));
            let named = some(named, report.unlisted.len());
            page.notice(&format!("{}: {} entries are no option, {named}", field.name, grouped(report.dropped)));
        }
        if report.rounded > 0 {
            page.line(2, &format!("{}: {} rounded to six places", field.name, grouped(report.rounded)));
        }
    }
}

fn left_out<T>(page: &mut Page, what: &str, of: &Counted<T>, show: impl Fn(&T) -> String) {
    if of.count == 0 {
        return;
    }
    let examples = of.examples.iter().map(|(place, what)| format!("{} ({place})", show(what)).trim().to_owned());
    let named = some(examples, usize::try_from(of.count).unwrap_or(usize::MAX));
    page.notice(&format!("{} {what}: {named}", grouped(of.count)));
}

/// The first of several, and that there are more.
fn some(named: impl Iterator<Item = String>, count: usize) -> String {
    let shown: Vec<String> = named.take(NAMED).collect();
    let more = if shown.len() < count { ", …" } else { "" };
    shown.join(", ") + more
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
