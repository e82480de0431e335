//! Rules as SQL on real engines: the query gives what the engine and the reference give. Engines are run by
//! `tests/engines/run_jobs.py`; `LEADRULES_ENGINES` names the Python that has them, and `LEADRULES_ENGINE` which one to ask
//! (duckdb by default; with `LEADRULES_SAMPLE=5` one job in five; the queries for Snowflake and `BigQuery` are parsed,
//! not run). Without a Python these tests say so and pass; `tests/engines/run` sets everything up.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::process::Command;

use leadrules_decide::replay;
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::form::Epoch;
use leadrules_language::calendar::{self, Day, Instant, Zone};
use leadrules_language::ir::{Field, Rules, Test};
use leadrules_language::reference::{Event, Lead};
use leadrules_language::sql::{self, Dialect};
use leadrules_language::types::{Type, Value};
use serde_json::{Value as Json, json};
use unicode_normalization::UnicodeNormalization;

use crate::case::Data;
use crate::generate;
use crate::rules::{self, read, read_file};
use crate::typed::Plain;
use crate::{files, same};

mod company;

#[expect(clippy::disallowed_methods, reason = "where the engines are is no part of a result")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn engine() -> (&'static str, Dialect) {
    let id = variable("LEADRULES_ENGINE").unwrap_or_else(|| "duckdb".to_owned());
    let dialect = Dialect::of_id(&id).unwrap_or_else(|| panic!("LEADRULES_ENGINE names a dialect, not `{id}`"));
    (dialect.id(), dialect)
}

/// Whether a date column holds times without a zone, whose day counts: some do, chosen by their names.
fn is_stamp(field: &Field) -> bool {
    matches!(&field.ty, Type::Date(date) if epoch_of(date.form.as_ref()).is_none()) && field.columns[0].len() % 3 == 1
}

fn type_of(field: &Field) -> &'static str {
    match &field.ty {
        Type::Date(_) if holds_instants(field) => "time",
        Type::Date(_) if is_stamp(field) => "stamp",
        Type::Text | Type::Email | Type::Choice(_) => "text",
        Type::Number(_) | Type::Integer(_) => "number",
        Type::YesNo => "truth",
        Type::Date(date) if epoch_of(date.form.as_ref()).is_some() => "count",
        Type::Date(_) => "date",
        Type::ListOfText { .. } | Type::ListOfChoice { .. } => "texts",
    }
}

/// Whether a date column holds instants, as others do.
fn holds_instants(field: &Field) -> bool {
    matches!(&field.ty, Type::Date(date) if epoch_of(date.form.as_ref()).is_none())
        && field.columns[0].len().is_multiple_of(3)
        && !matches!(engine().1, Dialect::Snowflake | Dialect::BigQuery)
}

/// An instant on a day: its first, its noon or an hour before its end.
fn instant_in(row: usize, day: Day, zone: &Zone) -> Json {
    let is_last = !(calendar::FIRST_DAY + 1..calendar::LAST_DAY).contains(&day);
    let instant = match row % 3 {
        0 if !is_last => zone.start_of(day),
        1 if !is_last => zone.end_of(day) - calendar::HOUR,
        _ => i64::from(day) * calendar::DAY + 10 * calendar::HOUR,
    };
    json!(calendar::format_instant(instant))
}

fn epoch_of(form: Option<&String>) -> Option<Epoch> {
    form.and_then(|form| Epoch::of_form(form))
}

/// An instant as a number counted since 1970.
fn counted(instant: Instant, epoch: Epoch) -> Json {
    let unit = 10_i64.pow(epoch.places());
    let (whole, rest) = (instant.div_euclid(unit), instant.rem_euclid(unit));
    let digits = epoch.places() as usize;
    json!(if digits == 0 { whole.to_string() } else { format!("{whole}.{rest:0>digits$}") })
}

/// What stands for an empty cell of a field.
fn stand_in(field: &Field) -> Option<Json> {
    match &field.ty {
        Type::Number(_) | Type::Integer(_) => field.missing_numbers().first().map(|number| json!(number.to_string())),
        Type::Date(date) if epoch_of(date.form.as_ref()).is_some() => {
            field.missing_numbers().first().map(|number| json!(number.to_string()))
        }
        Type::Date(_) => field.missing_days().first().map(|day| json!(calendar::format_day(*day))),
        Type::YesNo => field.missing_truths().first().map(|truth| json!(truth)),
        Type::Text | Type::Email | Type::Choice(_) => field.missing.first().map(|text| json!(text)),
        Type::ListOfText { .. } | Type::ListOfChoice { .. } => None,
    }
}

/// A value of a field as the table has it; an unknown one is null or, in every other row, what stands for an empty
/// cell.
fn cell_of(row: usize, value: Option<&Value>, field: &Field, zone: &Zone) -> Json {
    match (value, &field.ty) {
        (None, _) if row % 2 == 1 && holds_instants(field) => {
            field.missing_days().first().map_or(Json::Null, |day| instant_in(row, *day, zone))
        }
        (Some(Value::Date(day)), _) if holds_instants(field) => instant_in(row, *day, zone),
        (None, _) if row % 2 == 1 => stand_in(field).map_or(Json::Null, |cell| timed(cell, field)),
        (Some(Value::Date(day)), Type::Date(date)) if epoch_of(date.form.as_ref()).is_some() => {
            let epoch = epoch_of(date.form.as_ref()).expect("just seen");
            counted(zone.start_of(*day) + i64::try_from(row % 3).expect("small") * calendar::HOUR, epoch)
        }
        (value, _) => written(row, value, field),
    }
}

fn cell(value: Option<&Value>, ty: &Type) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Truth(yes)) => json!(yes),
        Some(Value::Texts(texts)) => json!(texts),
        Some(Value::Choices(places)) => {
            json!(places.iter().map(|at| Value::Choice(*at).shown(ty_of_entry(ty))).collect::<Vec<_>>())
        }
        Some(value) => json!(value.shown(ty)),
    }
}

fn ty_of_entry(ty: &Type) -> &Type {
    ty
}

/// A day as its table has it.
fn timed(cell: Json, field: &Field) -> Json {
    match cell.as_str() {
        Some(day) if is_stamp(field) => json!(format!("{day}T15:04:05")),
        _ => cell,
    }
}

fn written(row: usize, value: Option<&Value>, field: &Field) -> Json {
    let cell = timed(cell(value, &field.ty), field);
    if matches!(field.ty, Type::Text | Type::Email | Type::Choice(_)) { careless(row, cell) } else { cell }
}

/// A text as a careless hand writes it: in some rows with blanks around it, in others with accents as separate
/// characters, neither of which means anything.
fn careless(row: usize, cell: Json) -> Json {
    match cell {
        Json::String(text) if row % 3 == 1 => json!(format!(" {text}\u{a0}\t")),
        Json::String(text) if row % 3 == 2 => json!(text.nfd().collect::<String>()),
        other => other,
    }
}

/// A table of typed columns; fields that share a column must agree on what is in it.
struct Table {
    columns: Vec<(String, &'static str)>,
    places: HashMap<String, usize>,
    rows: Vec<Vec<Json>>,
}

impl Table {
    fn new() -> Self {
        Self { columns: Vec::new(), places: HashMap::new(), rows: Vec::new() }
    }

    fn column(&mut self, name: &str, ty: &'static str) -> Option<usize> {
        // Engines don't tell names apart by case.
        let key = name.to_lowercase();
        if let Some(&at) = self.places.get(&key) {
            return (self.columns[at].1 == ty).then_some(at);
        }
        self.columns.push((name.to_owned(), ty));
        self.places.insert(key, self.columns.len() - 1);
        Some(self.columns.len() - 1)
    }

    fn row(&mut self) -> &mut Vec<Json> {
        self.rows.push(vec![Json::Null; self.columns.len()]);
        self.rows.last_mut().expect("just pushed")
    }

    fn json(&self) -> Json {
        json!({"columns": self.columns, "rows": self.rows})
    }
}

/// The tables of leads and events; `None` if fields share a column that can't serve both.
fn tables(rules: &Rules, data: &Plain) -> Option<(Json, Json)> {
    let mut leads = Table::new();
    let key = rules.key?;
    // Keys that are numbers are whole, and come out as such.
    let key_type = if matches!(rules.field(key).ty, Type::Integer(_)) { "whole" } else { "text" };
    let key_column = rules.field(key).columns[0].as_str();
    let key_at = leads.column(key_column, key_type)?;
    let places = |table: &mut Table, fields: &[Field], key: &str| -> Option<Vec<usize>> {
        let ty = |field: &Field| if field.columns[0] == key { key_type } else { type_of(field) };
        fields.iter().map(|field| table.column(&field.columns[0], ty(field))).collect()
    };
    // What leads and accounts ask of each other is in no table.
    let fields: Vec<Field> = rules.fields.iter().take_while(|field| !field.columns.is_empty()).cloned().collect();
    let at = places(&mut leads, &fields, key_column)?;
    // Among fields that share a column, one may have a value that stands for an empty cell in another.
    let is_shared = |at: &[usize], place: usize| at.iter().filter(|other| **other == place).count() > 1;
    let key_is_text = !matches!(rules.field(key).ty, Type::Integer(_));
    for (at_row, (text, lead)) in data.leads.iter().enumerate() {
        let row = leads.row();
        for ((field, place), value) in rules.fields.iter().zip(&at).zip(&lead.fields) {
            if value.is_some() || !is_shared(&at, *place) {
                row[*place] = cell_of(at_row, value.as_ref(), field, &rules.zone);
            }
        }
        row[key_at] = if key_is_text { careless(at_row, json!(text)) } else { json!(text) };
    }
    let (Some(log), Some(happened)) = (&rules.log, &data.events) else { return Some((leads.json(), Json::Null)) };
    let mut events = Table::new();
    let lead_at = events.column(&log.lead[0], "text")?;
    let kind_at = events.column(&log.event[0], "text")?;
    let epoch = epoch_of(log.time_form.as_ref());
    let time_at = events.column(&log.time[0], if epoch.is_some() { "count" } else { "time" })?;
    let id_at = id_column(rules, data).map(|id| events.column(&id, "text"));
    let at = places(&mut events, &log.properties, "")?;
    for (at_row, (lead, event)) in happened.iter().enumerate() {
        let row = events.row();
        for ((property, place), value) in log.properties.iter().zip(&at).zip(&event.properties) {
            if value.is_some() || !is_shared(&at, *place) {
                row[*place] = cell_of(at_row, value.as_ref(), property, &rules.zone);
            }
        }
        row[lead_at] = careless(at_row, json!(lead));
        row[kind_at] = json!(event.kind.map_or("something else", |kind| log.kind(kind).texts[0].as_str()));
        row[time_at] = match epoch {
            Some(epoch) => counted(event.time, epoch),
            None => json!(calendar::format_instant(event.time)),
        };
        if let Some(id_at) = id_at {
            row[id_at?] = json!(event.id);
        }
    }
    Some((leads.json(), events.json()))
}

/// The column of the events' ids: the one that the rules name, or `id` if the data has it.
fn id_column(rules: &Rules, data: &Plain) -> Option<String> {
    let named = rules.log.as_ref()?.id.first().cloned();
    named.or_else(|| data.events.as_ref()?.iter().any(|(_, event)| event.id.is_some()).then(|| "id".to_owned()))
}

/// A job for an engine, or why there is none. Half the jobs have the instant written into them, and half are given it,
/// chosen by their names.
fn job(name: &str, rules: &Rules, as_of: Instant, data: &Plain, dialect: Dialect) -> Result<Json, String> {
    let turn = variable("LEADRULES_SEED").map_or(0, |seed| seed.bytes().map(u64::from).sum());
    let is_given = (name.len() as u64 + as_of.unsigned_abs() + data.leads.len() as u64 + turn) % 2 == 1;
    job_at(name, rules, as_of, is_given, data, dialect)
}

fn job_at(
    name: &str,
    rules: &Rules,
    as_of: Instant,
    is_given: bool,
    data: &Plain,
    dialect: Dialect,
) -> Result<Json, String> {
    let rules = &with_a_column(rules);
    let outcomes = same::by_both(rules, as_of, data)?;
    let event_id = id_column(rules, data);
    let options = sql::Options {
        dialect,
        as_of: if is_given { sql::AsOf::Parameter } else { sql::AsOf::At(as_of) },
        leads: "leads",
        events: data.events.as_ref().map(|_| "events"),
        of: sql::Of::Leads,
        accounts: sql::AccountData::NotSaid,
        event_id: event_id.as_deref(),
        explain: true,
        previous: sql::Previous::Marked,
    };
    let query = sql::select(rules, &options)
        .map_err(|refusals| refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let body: String = query.lines().filter(|line| !line.starts_with("--")).collect();
    let (leads, events) = tables(rules, data).ok_or("fields share a column")?;
    let rows: Vec<Json> = data
        .leads
        .iter()
        .zip(&outcomes)
        .map(|((key, _), outcome)| {
            let mut row = vec![json!(key)];
            row.extend(outcome.scores.iter().map(|score| json!(score.points.map(|points| points.0))));
            row.extend(outcome.labels.iter().map(|label| json!(label)));
            row.push(json!(rules.stages.name(outcome.stage)));
            row.push(json!(outcome.exclusion.map(|at| rules.exclusions[at].reason.clone())));
            row.extend(outcome.rules.iter().map(|rule| json!(rule.counted.0)));
            Json::Array(row)
        })
        .collect();
    let mut exact = vec![false];
    exact.extend(rules.scores.iter().map(|_| true));
    exact.extend(rules.labels.iter().map(|_| false));
    exact.extend([false, false]);
    exact.extend(rules.rules().iter().map(|_| true));
    Ok(
        json!({"name": name, "leads": leads, "events": events, "sql": query, "as_of": (is_given && body.contains(dialect.parameter())).then(|| calendar::format_instant(as_of)), "expected": {"exact": exact, "rows": rows}}),
    )
}

/// The same rules with the stage before in a column of the leads.
fn with_a_column(rules: &Rules) -> Rules {
    let mut rules = rules.clone();
    if let Some(field) = rules.before {
        let field = &mut rules.fields[usize::from(field.0)];
        if field.columns.is_empty() {
            field.columns = vec!["stage before".to_owned()];
        }
    }
    rules
}

/// The same job with what a query creates, twice: an existing view or table is replaced.
fn created(mut job: Json, dialect: Dialect, what: sql::Created) -> Json {
    let (kind, name) = match what {
        sql::Created::View => ("VIEW", "scored_view"),
        sql::Created::Table => ("TABLE", "scored_table"),
    };
    let query = job["sql"].as_str().expect("a query");
    job["sql"] = json!(sql::create(dialect, what, name, &["leads", "events"], query).expect("another name"));
    job["creates"] = json!([kind, name]);
    job
}

/// The lead of a test as data of its own.
fn alone(rules: &Rules, test: &Test) -> Plain {
    let mut lead = Lead { fields: vec![None; rules.fields.len()] };
    for (field, value) in &test.lead {
        lead.fields[usize::from(field.0)] = Some(value.clone());
    }
    let properties = rules.log.as_ref().map_or(0, |log| log.properties.len());
    let event = |event: &leadrules_language::ir::Event| {
        let mut values = vec![None; properties];
        for (property, value) in &event.properties {
            values[usize::from(property.0)] = Some(value.clone());
        }
        ("1".to_owned(), Event { kind: Some(event.kind), time: event.time, id: None, properties: values })
    };
    let events = rules.log.is_some().then(|| test.events.iter().map(event).collect());
    Plain { leads: vec![(Some("1".to_owned()), lead)], events }
}

/// Runs jobs, if there is an engine.
fn run(name: &str, jobs: &[Json]) {
    let Some(python) = variable("LEADRULES_ENGINES") else {
        crate::skip::skipped(&format!(
            "LEADRULES_ENGINES names no Python with the engines, so {name} are not run on one"
        ));
        return;
    };
    let root = files::root();
    let path = root.join("target/engines").join(format!("{name}-{}.jsonl", engine().0));
    std::fs::create_dir_all(path.parent().expect("it has one")).expect("target can be written");
    let every = variable("LEADRULES_SAMPLE").map_or(1, |text| text.parse().expect("a whole number"));
    let text = jobs.iter().step_by(every).fold(String::new(), |mut text, job| {
        writeln!(text, "{job}").expect("writing to a string does not fail");
        text
    });
    std::fs::write(&path, text).expect("target can be written");
    let done = Command::new(python)
        .arg(root.join("tests/engines/run_jobs.py"))
        .arg(engine().0)
        .arg(&path)
        .output()
        .expect("the Python that LEADRULES_ENGINES names can be started");
    let said = String::from_utf8_lossy(&done.stdout);
    println!("{said}");
    assert!(done.status.success(), "{said}\n{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn every_case_gives_the_same_as_sql() {
    let (_, dialect) = engine();
    let mut jobs = Vec::new();
    let mut refused = Vec::new();
    let paths = files::under("tests/cases", "leadrules");
    let texts = paths.iter().map(|path| (path.display().to_string(), files::read(path)));
    let codes = leadrules_language::codes::ALL.iter().flat_map(|code| {
        let case = crate::codes::Case::read(code.id);
        case.texts().map(|(name, text)| (name, text.to_owned())).collect::<Vec<_>>()
    });
    for (name, text) in texts.chain(codes) {
        let data = Data::of(&text);
        let checked = read(&name, text);
        let Some(rules) = &checked.rules else { continue };
        // Those about accounts have a test of their own.
        if rules.accounts.is_some() {
            continue;
        }
        let with_rows = data.map(|data| (data.as_of(rules), data.read(rules).0));
        for (as_of, plain) in
            with_rows.into_iter().chain(rules.tests.iter().map(|test| (test.as_of, alone(rules, test))))
        {
            match job(&name, rules, as_of, &plain, dialect) {
                Ok(job) => jobs.push(job),
                Err(why) => refused.push(format!("{name}: {why}")),
            }
        }
    }
    println!("{} cases; not written:\n{}", jobs.len(), refused.join("\n"));
    run("cases", &jobs);
}

/// An example with its data, as it is in its files.
fn example((path, leads, events): &(&str, &str, Option<&str>), dialect: Dialect) -> Result<Json, String> {
    let checked = read_file(std::path::Path::new(path));
    let rules = rules::usable(&checked);
    let as_of = rules.zone.parse_as_of("2026-11-23").expect("a day");
    let options = ReadOptions::default();
    let leads = Input::path(files::root().join(leads));
    let events = events.map(|events| Input::path(files::root().join(events)));
    let request = Request {
        rules,
        leads: &leads,
        options: &options,
        events: events.as_ref().map_or(EventSource::Leads, |events| EventSource::Log(events, &options)),
        keep: &[],
        as_of,
        rule_points: true,
        trace: false,
        accounts: None,
    };
    let cases =
        replay::read(&request, replay::Extra::default(), &mut |_| true, &mut |_| {}).expect("the example can be read");
    assert!(cases.len() > 5, "{path} has {} leads", cases.len());
    let mut data = Plain { leads: Vec::new(), events: rules.log.is_some().then(Vec::new) };
    for case in cases {
        let key = case.key.clone().expect("leads of examples have keys");
        if let Some(events) = &mut data.events {
            events.extend(case.events.into_iter().flatten().map(|event| (key.clone(), event)));
        }
        data.leads.push((Some(key), case.lead));
    }
    job(path, rules, as_of, &data, dialect)
}

#[test]
fn every_example_gives_the_same_as_sql() {
    let (_, dialect) = engine();
    let mut jobs = Vec::new();
    let mut refused = Vec::new();
    for of in crate::decide::EXAMPLES {
        match example(of, dialect) {
            Ok(job) => {
                // Tables of Spark need a warehouse; its views are made as on DuckDB.
                if matches!(dialect, Dialect::DuckDb | Dialect::Postgres) && job["as_of"].is_null() {
                    let each = [sql::Created::View, sql::Created::Table];
                    jobs.extend(each.map(|what| created(job.clone(), dialect, what)));
                }
                jobs.push(job);
            }
            Err(why) => refused.push(format!("{}: {why}", of.0)),
        }
    }
    for path in files::under("examples", "leadrules") {
        let checked = read_file(&path);
        let Some(rules) = &checked.rules else { continue };
        for test in &rules.tests {
            if test.company.is_some() || rules.accounts.is_some() {
                continue;
            }
            match job(&path.to_string_lossy(), rules, test.as_of, &alone(rules, test), dialect) {
                Ok(job) => jobs.push(job),
                Err(why) => refused.push(format!("{}: {why}", path.display())),
            }
        }
    }
    println!("{} examples; not written:\n{}", jobs.len(), refused.join("\n"));
    run("examples", &jobs);
}

#[test]
fn made_up_rules_give_the_same_as_sql() {
    let number =
        |name: &str, otherwise: u64| variable(name).map_or(otherwise, |text| text.parse().expect("a whole number"));
    let (cases, seed) = (number("LEADRULES_CASES", 50), number("LEADRULES_SEED", 0));
    println!("LEADRULES_SEED={seed} LEADRULES_CASES={cases}");
    let (_, dialect) = engine();
    let mut jobs = Vec::new();
    let mut refused: HashMap<String, u64> = HashMap::new();
    for at in seed..seed + cases {
        let seeds = generate::some(at);
        let text = generate::file(&seeds);
        let checked = read("made.leadrules", text.clone());
        // That made-up files have no errors is tested elsewhere.
        let Some(rules) = &checked.rules else {
            *refused.entry("a file with errors".to_owned()).or_default() += 1;
            continue;
        };
        let as_of = generate::as_of(&seeds, rules);
        let data = generate::data(&seeds, rules);
        match job(&format!("seed {at}\n{text}"), rules, as_of, &data, dialect) {
            Ok(job) => jobs.push(job),
            Err(why) => *refused.entry(why).or_default() += 1,
        }
    }
    println!("{} of {cases} written; not written: {refused:#?}", jobs.len());
    run("made-up", &jobs);
}
