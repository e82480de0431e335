//! What was odd about the data: values that do not fit, missing columns, rows of the log that did not count.

use leadrules_engine::columns::{Repeats, SetAside};
use leadrules_engine::data::{Counted, FieldReport, MissingColumn, Place, ReadReport};
use leadrules_engine::run::{Log, RunReport, Strangers};
use leadrules_language::ir::{About, Field, Rules};
use leadrules_language::page::Page;
use leadrules_language::words::{Junction, Text, say};

/// At most this many unknown kinds or texts are named.
const NAMED: usize = 8;

/// What was noticed about the leads, or the accounts.
pub(super) fn leads(page: &mut Page, rules: &Rules, report: &ReadReport, about: About) {
    let (of, missing) = match about {
        About::Lead => (say!("rows of leads"), say!("columns that the data does not have: unknown of every lead")),
        About::Account => {
            (say!("rows of accounts"), say!("columns that the data does not have: unknown of every account"))
        }
    };
    rows(page, &of, report);
    columns(page, &missing, &report.missing_columns);
    let declared = rules.declared().count().min(report.fields.len());
    let (fields, before) = report.fields.split_at(declared);
    let unfit = say!("values that do not fit their field: unknown to every rule");
    values(page, &unfit, &rules.fields[..declared], fields);
    let unknown = say!("stages that these rules do not have: such leads count as new");
    values(page, &unknown, &rules.fields[declared..], before);
}

/// What was noticed about the events.
pub(super) fn events(page: &mut Page, rules: &Rules, outcome: &RunReport) {
    let Some(log) = &rules.log else { return };
    let properties = outcome.log.as_ref().map_or_else(
        || outcome.leads.events.as_ref().map_or(&[][..], |events| &events.properties),
        |log| &log.report.fields,
    );
    let Some((seen, aside)) = outcome.events() else { return };
    page.head(&page.say(&say!("events")));
    page.line(2, &page.say(&say!("{events} {events|event|events}", events = seen.rows)));
    // Something that is read although no line says so is mentioned here.
    if let Some(number) = seen.number.as_ref().filter(|_| log.id.is_empty()) {
        let text = say!(
            "the column {column} taken for the number of each event, as no rule says what it is",
            column = quoted(number)
        );
        page.line(2, &page.say(&text));
    }
    set_aside(page, aside);
    if let Some(log) = &outcome.log {
        strangers(page, &log.strangers);
    }
    if !seen.unknown_kinds.is_empty() {
        let kinds = seen.unknown_kinds.iter().map(|(kind, count)| format!("{kind} ({})", page.figure(*count)));
        let text = say!(
            "{events} {events|event of a kind|events of kinds} that the rules do not declare: {kinds}",
            events = seen.unknown_kind_rows,
            kinds = some(kinds, seen.unknown_kinds.len())
        );
        page.notice(&page.say(&text));
    }
    left_out(
        page,
        &seen.without_lead,
        |text| quoted(text),
        |events, named| say!("{events} left out: no lead named: {named}", events, named),
    );
    left_out(
        page,
        &seen.without_kind,
        |()| String::new(),
        |events, named| say!("{events} left out: no kind named: {named}", events, named),
    );
    left_out(
        page,
        &seen.without_time,
        |text| quoted(text),
        |events, named| say!("{events} left out: its time can't be read: {named}", events, named),
    );
    left_out(
        page,
        &seen.not_events,
        |text| quoted(text),
        |events, named| say!("{events} left out: not an event: {named}", events, named),
    );
    if let Some(Log { report, .. }) = &outcome.log {
        rows(page, &say!("rows of the log"), report);
        columns(page, &say!("columns that the log does not have"), &report.missing_columns);
    } else {
        columns(page, &say!("properties that no event has"), &seen.missing_columns);
    }
    values(page, &say!("values that do not fit their property"), &log.properties, properties);
}

/// Events that could be read but do not count.
fn set_aside(page: &mut Page, aside: &SetAside) {
    if aside.late > 0 {
        page.line(2, &page.say(&say!("{events} later than this instant, left out", events = aside.late)));
    }
    if aside.ignored > 0 {
        page.line(2, &page.say(&say!("{events} ignored, as the rules say", events = aside.ignored)));
    }
    numbers(page, aside.repeated);
}

/// Leads that are in the log but not in the data.
fn strangers(page: &mut Page, strangers: &Strangers) {
    if strangers.leads > 0 {
        let names = some(strangers.examples.iter().cloned(), usize::try_from(strangers.leads).unwrap_or(usize::MAX));
        let text = say!(
            "{events} {events|event|events} of {leads} {leads|lead that is|leads that are} not in the data: {names}",
            events = strangers.events,
            leads = strangers.leads,
            names
        );
        page.notice(&page.say(&text));
    }
}

/// Events with the id of an earlier one.
fn numbers(page: &mut Page, repeated: Repeats) {
    if repeated.rows > 0 {
        let text = say!(
            "{rows} {rows|row repeats|rows repeat} the number, lead, kind and time of another, each such event counted once",
            rows = repeated.rows
        );
        page.line(2, &page.say(&text));
    }
    if repeated.unlike > 0 {
        let text = say!(
            "{rows} of these {rows|says|say} something else in its properties: the lowest values count",
            rows = repeated.unlike
        );
        page.notice(&page.say(&text));
    }
    if repeated.other_leads > 0 {
        let text = say!(
            "{events} {events|event has|events have} the number of another lead's event; each counts for its own lead",
            events = repeated.other_leads
        );
        page.line(2, &page.say(&text));
    }
    if let Some(said) = repeated.other_events_said() {
        page.notice(&page.say(&said));
    }
}

/// What was odd about whole rows.
fn rows(page: &mut Page, of: &Text, report: &ReadReport) {
    let mut lines: Vec<Text> = Vec::new();
    if report.keyless.count > 0 {
        let places = at(page, report.keyless.examples.iter().map(|(place, ())| *place));
        lines.push(say!("{rows} without a key{places}", rows = report.keyless.count, places));
    }
    if report.repeated_keys.count > 0 {
        let repeated =
            report.repeated_keys.examples.iter().map(|(place, key)| format!("{key} ({})", said(page, *place)));
        let keys = repeated.collect::<Vec<_>>().join(", ");
        lines.push(say!("{rows} with a key that an earlier one has: {keys}", rows = report.repeated_keys.count, keys));
    }
    let places = |examples: &[(Place, usize)]| at(page, examples.iter().map(|(place, _)| *place));
    if report.short_rows.count > 0 {
        let (rows, places) = (report.short_rows.count, places(&report.short_rows.examples));
        lines.push(say!("{rows} with fewer cells than columns, the rest unknown{places}", rows, places));
    }
    if report.long_rows.count > 0 {
        let (rows, places) = (report.long_rows.count, places(&report.long_rows.examples));
        lines.push(say!("{rows} with more cells than columns, the rest left out{places}", rows, places));
    }
    if report.blank_rows > 0 {
        lines.push(say!("{rows} blank, left out", rows = report.blank_rows));
    }
    if report.odd_lines.count > 0 {
        let odd = report.odd_lines.examples.iter();
        let odd = odd.map(|(place, text)| format!("{} ({})", quoted(text), said(page, *place)));
        let odd = some(odd, usize::try_from(report.odd_lines.count).unwrap_or(usize::MAX));
        lines.push(say!("{rows} not in UTF-8, read as Windows-1252: {odd}", rows = report.odd_lines.count, odd));
    }
    if report.repeated_headers.count > 0 {
        let places = at(page, report.repeated_headers.examples.iter().map(|(place, ())| *place));
        let rows = report.repeated_headers.count;
        lines.push(say!("{rows} with the header again or a line under it, left out{places}", rows, places));
    }
    lines.extend(report.open_quotes.said());
    lines.extend(report.odd_json_said());
    lines.extend(report.odd_cells_said());
    lines.extend(report.odd_end_said());
    lines.extend(report.repeated_names_said());
    for (name, new) in &report.repeated_columns {
        let (column, new) = (quoted(name), quoted(new));
        lines.push(say!("the column {column} stands there again, here called {new}", column, new));
    }
    if !lines.is_empty() {
        page.head(&page.say(of));
        for line in &lines {
            page.notice(&page.say(line));
        }
    }
}

fn said(page: &Page, place: Place) -> String {
    page.say(&place.said())
}

/// ` (line 3, line 9)`
fn at(page: &Page, places: impl Iterator<Item = Place>) -> String {
    let places: Vec<String> = places.map(|place| said(page, place)).collect();
    if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) }
}

fn columns(page: &mut Page, title: &Text, missing: &[MissingColumn]) {
    if missing.is_empty() {
        return;
    }
    page.head(&page.say(title));
    for column in missing {
        let wanted = Text::list(column.wanted.iter().map(|name| Text::verbatim(quoted(name))), Junction::Or);
        let name = &column.name;
        page.notice(&page.say(&match &column.near {
            Some(near) => say!("{name}: no {wanted}; is it {near}?", name, wanted, near = quoted(near)),
            None => say!("{name}: no {wanted}", name, wanted),
        }));
    }
}

fn values(page: &mut Page, title: &Text, fields: &[Field], reports: &[FieldReport]) {
    let odd = |report: &FieldReport| report.invalid.count > 0 || report.rounded > 0 || report.dropped > 0;
    if !reports.iter().any(odd) {
        return;
    }
    page.head(&page.say(title));
    for (field, report) in fields.iter().zip(reports).filter(|(_, report)| odd(report)) {
        let (name, invalid) = (&field.name, &report.invalid);
        if invalid.count > 0 {
            let of = page.share(invalid.count, invalid.count + report.known);
            // A reason that all share is given once.
            let first = invalid.examples.first().map(|(_, misfit)| misfit.why);
            let is_one = invalid.examples.iter().all(|(_, misfit)| Some(misfit.why) == first);
            let examples = invalid.examples.iter().map(|(place, misfit)| {
                let why = if is_one { String::new() } else { format!(", {}", page.say(&misfit.why.said())) };
                format!("{} ({}{why})", quoted(&misfit.text), said(page, *place))
            });
            let named = some(examples, usize::try_from(invalid.count).unwrap_or(usize::MAX));
            let why = first.filter(|_| is_one);
            page.notice(&page.say(&match why {
                Some(why) => say!(
                    "{name}: {count} ({of}), {why}: {named}",
                    name,
                    count = invalid.count,
                    of,
                    why = why.said(),
                    named
                ),
                None => say!("{name}: {count} ({of}), {named}", name, count = invalid.count, of, named),
            }));
        }
        if report.dropped > 0 {
            let named = report.unlisted.iter().take(NAMED).map(|(text, count)| format!("{} ({count})", quoted(text)));
            let named = some(named, report.unlisted.len());
            let text = say!("{name}: {entries} entries are no option, {named}", name, entries = report.dropped, named);
            page.notice(&page.say(&text));
        }
        if report.rounded > 0 {
            let text = say!("{name}: {values} rounded to six places", name, values = report.rounded);
            page.line(2, &page.say(&text));
        }
    }
}

fn left_out<T>(page: &mut Page, of: &Counted<T>, show: impl Fn(&T) -> String, says: fn(u64, String) -> Text) {
    if of.count == 0 {
        return;
    }
    let examples = of.examples.iter();
    let examples = examples.map(|(place, what)| format!("{} ({})", show(what), said(page, *place)).trim().to_owned());
    let named = some(examples, usize::try_from(of.count).unwrap_or(usize::MAX));
    page.notice(&page.say(&says(of.count, named)));
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
