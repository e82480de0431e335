//! Changes in how a table is written that do not change what it says change no score: tables that people have, carried
//! in hundreds of ways that spreadsheets, services and people use, each giving the same when read.
#![expect(clippy::unwrap_used, reason = "a test, in functions that several tests share")]

mod carry;
mod chance;
mod change;
mod nested;
mod table;
mod values;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use leadrules_language::ir::{Field, Rules};
use leadrules_language::types::Type;

use crate::files;
use crate::rules;
use crate::share;
use crate::skip::skipped;
use carry::Carrier;
use chance::Chance;
use table::Table;

/// This many rows of a table are taken.
const ROWS: usize = 160;

/// A table, its events, and rules that look at every field of it.
struct Base {
    name: &'static str,
    folder: PathBuf,
    leads: Table,
    events: Option<Table>,
    rules: Rules,
    /// The same rules, except that they declare numbers with a decimal comma and days as `dd/mm/yyyy`.
    declared: Rules,
}

fn run(folder: &Path, args: &[&str]) -> Result<String, String> {
    let done = crate::files::program().current_dir(folder).args(args).output().unwrap();
    let (out, said) = (String::from_utf8_lossy(&done.stdout).into_owned(), String::from_utf8_lossy(&done.stderr));
    if done.status.success() { Ok(out) } else { Err(said.into_owned()) }
}

impl Base {
    /// With rules of its own, or those that `init` proposes.
    fn new(name: &'static str, leads: &Path, own: Option<(&str, Option<&str>)>) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unchanged").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let leads = Table::read(leads, ROWS);
        std::fs::write(folder.join("as-it-is.csv"), Carrier::plain().bytes(&leads, &[])).unwrap();
        let (text, events) = match own {
            Some((rules, events)) => {
                for beside in files::children(Path::new(rules).parent().unwrap()) {
                    if beside.is_file() {
                        std::fs::copy(&beside, folder.join(beside.file_name().unwrap())).unwrap();
                    }
                }
                let events = events.map(|events| Table::read(&files::root().join(events), 4000));
                (files::read(rules), events)
            }
            None => (run(&folder, &["init", "as-it-is.csv"]).unwrap(), None),
        };
        // The rules may take in files next to them, which were copied.
        let checked = match own {
            Some((path, _)) => rules::read_file(Path::new(path)),
            None => rules::read("made.leadrules", text.clone()),
        };
        let rules = rules::usable(&checked).clone();
        // A score may not look at what is known only afterwards; here such fields are read like all others.
        let text = text.replace(", outcome", "") + &probes(&rules, &leads);
        let declared = values::Words::Declared.declared(&text, &rules.fields);
        std::fs::write(folder.join("declared.leadrules"), &declared).unwrap();
        let path = own.map_or("declared.leadrules", |(path, _)| path);
        let declared = rules::usable(&rules::read(path, declared)).clone();
        std::fs::write(folder.join("my.leadrules"), text).unwrap();
        if let Some(events) = &events {
            std::fs::write(folder.join("as-they-are.csv"), Carrier::plain().bytes(events, &[])).unwrap();
        }
        Self { name, folder, leads, events, rules, declared }
    }

    /// The rows of results, by what they say; without the row number if no key tells rows apart.
    fn scored(&self, rules: &str, leads: &str, events: Option<&str>) -> Result<Vec<String>, String> {
        let events = events.map_or(vec!["--no-events"], |events| vec!["--events", events]);
        let is_nested = self.rules.log.is_some() && self.events.is_none();
        let events = if is_nested { Vec::new() } else { events };
        let fixed = ["score", rules, leads, "-q", "--explain=columns", "--as-of", "2026-11-23", "--format", "csv"];
        let out = run(&self.folder, &[&fixed[..], &events].concat())?;
        let mut rows: Vec<String> = out.lines().map(|line| self.row(line)).collect();
        rows.sort();
        Ok(rows)
    }

    fn row(&self, line: &str) -> String {
        let without = line.split_once(',').map_or(line, |(_, rest)| rest);
        if self.rules.key.is_some() { line } else { without }.to_owned()
    }
}

/// A score that looks at every field in many ways.
fn probes(rules: &Rules, table: &Table) -> String {
    let mut lines = Vec::new();
    for (_, field) in rules.declared() {
        let name = &field.name;
        lines.push(format!("{name} is known"));
        let options = |choice: &leadrules_language::types::ChoiceType, word: &str| {
            let options = choice.options.iter().take(12);
            options.map(|option| format!("{name} {word} {:?}", option.name)).collect::<Vec<_>>()
        };
        match &field.ty {
            Type::Number(_) | Type::Integer(_) => {
                lines.extend(["1", "2", "10", "50.5", "1000", "100_000"].map(|least| format!("{name} >= {least}")));
            }
            Type::YesNo => lines.push(name.clone()),
            Type::Date(_) => {
                lines.extend(["2025-06-01", "2026-04-01", "2026-11-01"].map(|day| format!("{name} before {day}")));
            }
            Type::Choice(choice) => lines.extend(options(choice, "is")),
            Type::ListOfChoice { choice, .. } => lines.extend(options(choice, "contains")),
            Type::Text | Type::Email => {
                let values = table.column(field).into_iter().flat_map(|at| table.rows.iter().map(move |row| &row[at]));
                let plain = |text: &&String| {
                    !text.trim().is_empty() && !text.contains(['"', '\\', '\n']) && !field.missing.contains(text)
                };
                lines.extend(values.filter(plain).take(5).map(|text| format!("{name} is \"{}\"", text.trim())));
            }
            Type::ListOfText { .. } => {}
        }
    }
    lines.sort();
    lines.dedup();
    let lines: String = lines.iter().map(|line| format!("  {line} => +1\n")).collect();
    format!("\nscore what_is_read {{\n{lines}}}\n")
}

fn properties(rules: &Rules) -> &[Field] {
    rules.log.as_ref().map_or(&[], |log| &log.properties)
}

/// Runs a base in many ways, and reports those that come out differently.
fn comes_out_the_same(base: &Base, chances: impl Iterator<Item = u64>) {
    let plain_events = base.events.as_ref().map(|_| "as-they-are.csv");
    let expected = base.scored("my.leadrules", "as-it-is.csv", plain_events).unwrap();
    assert!(expected.len() > 5, "{}", base.name);
    let mut wrong = BTreeMap::new();
    let mut tried = 0;
    for at in chances {
        tried += 1;
        let mut chance = Chance::new(at);
        // The first ones change one thing each.
        let how = change::Plan::chosen(at, &mut chance);
        let (leads, times) = how.change(&base.leads, &base.rules.fields, &mut chance);
        let is_declared = how.words == Some(values::Words::Declared);
        let (rules, fields) = if is_declared {
            ("declared.leadrules", &base.declared.fields)
        } else {
            ("my.leadrules", &base.rules.fields)
        };
        let file = format!("leads-{at}.{}", how.carrier.ending());
        std::fs::write(base.folder.join(&file), how.carrier.bytes(&leads, fields)).unwrap();
        let mut events_file = plain_events.map(str::to_owned);
        if let Some(events) = base.events.as_ref().filter(|_| at % 2 == 1) {
            let (events, _) =
                change::Plan { repeat: false, words: None, ..how.clone() }.change(events, &[], &mut chance);
            let name = format!("events-{at}.{}", how.carrier.ending());
            std::fs::write(base.folder.join(&name), how.carrier.bytes(&events, properties(&base.rules))).unwrap();
            events_file = Some(name);
        }
        let mut wanted: Vec<String> = expected.clone();
        if times > 1 {
            wanted = wanted.iter().flat_map(|row| vec![row.clone(); times]).collect();
        }
        let found = base.scored(rules, &file, events_file.as_deref());
        let is_same = found.as_ref().is_ok_and(|found| same(found, &wanted));
        if is_same {
            let _ = std::fs::remove_file(base.folder.join(&file));
        } else {
            let what = match found {
                Ok(found) => difference(&found, &wanted),
                Err(said) => said,
            };
            wrong.insert(at, format!("{} {how:?}\n{what}", base.folder.join(&file).display()));
        }
    }
    assert!(wrong.is_empty(), "{}: {} of {tried} come out otherwise: {wrong:#?}", base.name, wrong.len());
}

/// Whether the rows are the same, with one header, however often rows are repeated.
fn same(found: &[String], wanted: &[String]) -> bool {
    let mut wanted = wanted.to_vec();
    let is_header = |row: &String| row.contains("what_is_read");
    let mut seen = false;
    wanted.retain(|row| !is_header(row) || !std::mem::replace(&mut seen, true));
    found == wanted
}

fn difference(found: &[String], wanted: &[String]) -> String {
    let new = found.iter().find(|row| !wanted.contains(row));
    let gone = wanted.iter().find(|row| !found.contains(row));
    format!("{} rows, not {}: {new:?} for {gone:?}", found.len(), wanted.len())
}

#[test]
fn tables_of_the_examples() {
    for (name, leads, rules, events) in [
        ("brouwerij", "brouwerij/klanten.csv", "brouwerij/klanten.leadrules", Some("brouwerij/acties.csv")),
        ("inbound", "inbound/leads.csv", "inbound/inbound.leadrules", Some("inbound/events.csv")),
        ("first-hour", "first-hour/leads.csv", "first-hour/first.leadrules", Some("first-hour/events.csv")),
        ("signups", "signups/signups.csv", "signups/signups.leadrules", None),
    ] {
        let path = |path: &str| format!("examples/{path}");
        let (rules, events) = (path(rules), events.map(path));
        let base = Base::new(name, &files::root().join(path(leads)), Some((&rules, events.as_deref())));
        comes_out_the_same(&base, share::of(0..50));
    }
}

#[test]
fn tables_of_the_examples_as_init_sees_them() {
    for (name, leads) in [("brouwerij-init", "brouwerij/klanten.csv"), ("inbound-init", "inbound/leads.csv")] {
        comes_out_the_same(&Base::new(name, &files::root().join("examples").join(leads), None), share::of(44..74));
    }
}

#[test]
fn events_within_leads() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unchanged").join("nested");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for rules in ["scoring", "data", "marketing", "sales"] {
        let name = format!("{rules}.leadrules");
        std::fs::copy(files::root().join("examples/teams").join(&name), folder.join(name)).unwrap();
    }
    let leads = nested::objects("examples/teams/leads.ndjson");
    let (without, log) = nested::apart(&leads);
    std::fs::write(folder.join("apart.ndjson"), without).unwrap();
    std::fs::write(folder.join("log.csv"), log).unwrap();
    let scored = |files: &[&str]| {
        let how = ["score", "scoring.leadrules", "-q", "--explain=columns", "--as-of", "2026-11-23", "--format", "csv"];
        run(&folder, &[&how[..], files].concat()).unwrap_or_else(|said| panic!("{files:?}: {said}"))
    };
    let expected = scored(&["apart.ndjson", "--events", "log.csv"]);
    assert_eq!(expected.lines().count(), leads.len() + 1);
    for at in share::of(0..40) {
        let (ending, text) = nested::written(&leads, at, &mut Chance::new(at));
        let name = format!("leads-{at}.{ending}");
        std::fs::write(folder.join(&name), text).unwrap();
        assert_eq!(scored(&[&name]), expected, "{}", folder.join(name).display());
    }
}

#[test]
fn real_tables() {
    let folder = files::root().parent().expect("it lies somewhere").join("shared/data");
    let tables = [("xeducation", "xeducation/Leads.csv"), ("bank", "bank-marketing/bank-additional-full.csv")];
    for (name, path) in tables {
        if !folder.join(path).exists() {
            skipped(&format!("there is no shared/data/{path} beside the project"));
            return;
        }
        comes_out_the_same(&Base::new(name, &folder.join(path), None), share::of(0..80));
    }
}
