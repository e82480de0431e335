//! Holds the answers of the workbench to those of the commands, for every example: the same figures, the same leads, the same
//! sums. And that drafts come and go as a person types: broken ones, newer ones, those that read data otherwise.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use leadrules_decide::agreement::Copy;
use leadrules_decide::bars::{Gather, Settings};
use leadrules_decide::company::{self, Who};
use leadrules_decide::reach::{self, Limits};
use leadrules_decide::sample::{self, Wanted};
use leadrules_decide::whom::Whom;
use leadrules_decide::{call_list, diff, replay, timeline};
use leadrules_engine::columns::Results;
use leadrules_engine::data::{Fitness, Input, ReadOptions};
use leadrules_engine::engine::{Options, Plan};
use leadrules_engine::run::{self, AccountSource, EventSource, Fields, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::explain::{explain, explain_account};
use leadrules_language::ir::{Rules, StageId};
use leadrules_language::words::{Text, say};
use leadrules_service::desk::{Answer, Desk, Files, Opening, Refused, Source};
use leadrules_service::draft::{Draft, File};
use serde_json::{Value, json};

use crate::decide::EXAMPLES;
use crate::{files, share};

/// A file, and how it is read.
type Table = (Input, ReadOptions);

/// Files in memory that anybody may change.
#[derive(Debug)]
struct Disk {
    folder: String,
    files: &'static Mutex<Vec<File>>,
}

impl Files for Disk {
    fn read(&self, name: &str) -> Result<String, Text> {
        let known = self.files.lock().expect("no test panicked").iter().find(|file| file.name == name).cloned();
        let path = format!("{}/{name}", self.folder);
        match known {
            Some(file) => Ok(file.text),
            None if files::exists(&path) => Ok(files::read(&path)),
            None => Err(Text::verbatim(format!("there is no {name}"))),
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Text> {
        let mut files = self.files.lock().expect("no test panicked");
        let file =
            files.iter_mut().find(|file| file.name == name).ok_or_else(|| Text::verbatim("there is no such file"))?;
        text.clone_into(&mut file.text);
        Ok(())
    }

    fn signed(&self, rules: &Rules) -> Result<Vec<Copy>, Text> {
        let parties = rules.agreements.iter().flat_map(|agreement| &agreement.parties);
        let copies = parties.filter_map(|party| {
            let path = format!("{}/inbound.signed/{party}.leadrules", self.folder);
            files::exists(&path).then(|| Copy { text: files::read(&path), party: party.clone(), path })
        });
        Ok(copies.collect())
    }

    fn can_write(&self) -> bool {
        true
    }
}

/// A desk and what it was given.
struct Open {
    desk: Desk,
    disk: &'static Mutex<Vec<File>>,
    rules: Rules,
    source: Source,
    as_of: Instant,
}

/// Where an example about companies is: its rules, leads, events and accounts.
const COMPANIES: [&str; 4] = [
    "examples/companies/companies.leadrules",
    "examples/companies/people.csv",
    "examples/companies/events.csv",
    "examples/companies/companies.csv",
];

impl Open {
    fn example(path: &str, leads: &str, events: Option<&str>) -> Self {
        Self::with_accounts(path, leads, events, None)
    }

    fn with_accounts(path: &str, leads: &str, events: Option<&str>, accounts: Option<&str>) -> Self {
        let input = |path: &str| (Input::path(files::root().join(path)), ReadOptions::default());
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let file = File { name, text: files::read(path) };
        Self::of(file, folder, input(leads).0, (events.map(input), accounts.map(input)))
    }

    fn companies() -> Self {
        let [rules, leads, events, accounts] = COMPANIES;
        Self::with_accounts(rules, leads, Some(events), Some(accounts))
    }

    /// All examples, each with where its rules are.
    fn examples() -> impl Iterator<Item = (&'static str, Self)> {
        let of_leads = EXAMPLES.iter().map(|(path, leads, events)| (*path, Self::example(path, leads, *events)));
        of_leads.chain(std::iter::once_with(|| (COMPANIES[0], Self::companies())))
    }

    fn new(file: File, folder: String, leads: Input, events: Option<(Input, ReadOptions)>) -> Self {
        Self::of(file, folder, leads, (events, None))
    }

    fn of(file: File, folder: String, leads: Input, (events, accounts): (Option<Table>, Option<Table>)) -> Self {
        let disk: &'static Mutex<Vec<File>> = Box::leak(Box::default());
        let reads = Disk { folder: folder.clone(), files: disk };
        let draft = Draft::new(&[file], &|name| reads.read(name), None);
        let rules = draft.rules().expect("examples have no errors").clone();
        *disk.lock().expect("nobody else has it") = draft.files();
        let as_of = rules.zone.parse_as_of("2026-11-23").expect("a day");
        // As the program does, which refuses data that the rules are not about.
        let plan = Plan::new(&rules, Options { log: true, rule_points: false, trace: false });
        let fitness = Some(Fitness::of(&rules, plan.needed()).for_program());
        let options = ReadOptions { fitness, ..ReadOptions::default() };
        let source = Source { leads, options, events, without_events: false, accounts, keep: Vec::new() };
        let opening = Opening {
            files: draft.files(),
            source: Some(source.clone()),
            as_of,
            outcome: None,
            version: "0".to_owned(),
            samples: Vec::new(),
        };
        let desk = Desk::new(opening, Box::new(Disk { folder, files: disk }));
        Self { desk, disk, rules, source, as_of }
    }

    fn request<'r>(&'r self, rules: &'r Rules) -> Request<'r> {
        Request {
            rules,
            leads: &self.source.leads,
            options: &self.source.options,
            events: self
                .source
                .events
                .as_ref()
                .map_or(EventSource::Leads, |(log, options)| EventSource::Log(log, options)),
            keep: &[],
            as_of: self.as_of,
            rule_points: true,
            trace: false,
            accounts: rules.accounts.as_ref().map(|_| match &self.source.accounts {
                Some((accounts, options)) => AccountSource::File(accounts, options),
                None => AccountSource::None,
            }),
        }
    }

    fn texts(&self) -> Vec<String> {
        self.disk.lock().expect("no test panicked").iter().map(|file| file.text.clone()).collect()
    }

    /// The lines of a run.
    fn run(&self, generation: u64, texts: &[String]) -> Vec<Value> {
        let mut lines = Vec::new();
        let asked = json!({ "generation": generation, "texts": texts }).to_string();
        self.desk.run(asked.as_bytes(), &|| true, &mut |line| lines.push(serde_json::from_str(&line).expect("JSON")));
        lines
    }

    fn call(&self, call: &str, body: &Value) -> Result<Value, Refused> {
        match self.desk.answer(call, body.to_string().as_bytes())? {
            Answer::Json(text) => Ok(serde_json::from_str(&text).expect("JSON")),
            Answer::Workbook(bytes) => Ok(json!(bytes.len())),
        }
    }
}

fn figures(lines: &[Value]) -> &Value {
    let last = lines.last().expect("something is said");
    assert_eq!((&last["kind"], &last["figures"]["complete"]), (&json!("figures"), &json!(true)), "{lines:?}");
    &last["figures"]
}

fn plain(document: &impl serde::Serialize) -> Value {
    serde_json::to_value(document).expect("plain data")
}

/// A draft of an example: rules that give ten give eleven, and bars lie elsewhere.
fn edited(text: &str) -> String {
    text.replace("=> +10", "=> +11").replace(">= 40", ">= 41").replace(">= 20", ">= 15")
}

#[test]
fn figures_are_those_of_the_commands() {
    for (path, open) in Open::examples() {
        let mut texts = open.texts();
        texts[0] = edited(&texts[0]);
        let lines = open.run(1, &texts);
        let said = figures(&lines);
        let name = open.disk.lock().expect("no test panicked")[0].name.clone();
        let disk = Disk { folder: path.rsplit_once('/').expect("a folder").0.to_owned(), files: open.disk };
        let draft = Draft::new(&[File { name, text: texts[0].clone() }], &|name| disk.read(name), None);
        let rules = draft.rules().expect("the edit makes no errors");
        let request = open.request(rules);
        let scoring = run::score(&request, &mut |_| ()).expect("it can be read");
        let counts = scoring.for_each(&mut |_, _| Ok(()), &mut |_| ()).expect("it can be read").counts;
        assert_eq!(said["leads"], json!(counts.leads));
        for (at, step) in rules.stages.steps.iter().enumerate() {
            let stage =
                said["stages"].as_array().and_then(|all| all.iter().find(|stage| stage["name"] == json!(step.name)));
            assert_eq!(
                stage.map(|stage| &stage["count"]),
                Some(&json!(counts.stages[at + 1])),
                "{path}: {}",
                step.name
            );
        }
        for (rule, fired) in counts.fired.iter().enumerate() {
            assert_eq!(said["rules"][rule]["fired"], json!(fired), "{path}: rule {rule}");
        }
        for (score, spread) in counts.scores.iter().enumerate() {
            let of = &said["scores"][score];
            let sum = |side: &str| {
                of["histogram"].as_array().map_or(0, |bins| bins.iter().filter_map(|bin| bin[side].as_u64()).sum())
            };
            assert_eq!(
                (sum("count"), of["unknown"].as_u64()),
                (spread.known, Some(counts.leads - spread.known)),
                "{path}"
            );
        }
        let moves =
            plain(&diff::moves(&open.request(&open.rules), &request, &[], &mut |_| ()).expect("both can be run"));
        assert_eq!(said["moved"]["total"], moves["moved"], "{path}");
        assert_eq!(said["moved"]["only_scores"], moves["only_scores"], "{path}");
        assert_eq!(open.call("movers", &json!({ "texts": texts })), Ok(moves), "{path}");
        let mut gather = Gather::new(rules, None, None, None);
        let wanted = Wanted {
            request,
            whom: Whom::Leads,
            outcome: None,
            at: None,
            asked: &gather.asked(),
            draw: false,
            fields: Fields::Needed,
        };
        let mut parts = Vec::new();
        sample::each(&wanted, &mut |part| parts.push(part), &mut |_| ()).expect("it can be read");
        for part in &parts {
            gather.add(part);
        }
        let judged = plain(&gather.finish(Settings { confidence: 0.95, capacity: None, rate: None, keeps: None }));
        for (bar, of) in judged["bars"].as_array().expect("bars").iter().enumerate() {
            let places = |of: &Value| -> Vec<(Value, Value)> {
                let all = of["places"].as_array().expect("places").iter();
                all.map(|place| (place["at"].clone(), place["leads"].clone())).collect()
            };
            assert_eq!(places(&said["bars"][bar]), places(of), "{path}: bar {bar}");
        }
    }
}

#[test]
fn leads_are_those_of_the_commands() {
    let shown = share::of_number(10);
    for (path, open) in Open::examples() {
        figures(&open.run(1, &open.texts()));
        let request = open.request(&open.rules);
        let mut list = call_list::CallList::new(&open.rules, call_list::Settings::default());
        let mut take = |results: leadrules_engine::columns::Results, _| {
            list.add(&results, |_| leadrules_language::types::Truth::Unknown);
        };
        call_list::score(&request, None, &mut take, &mut |_| ()).expect("it can be read");
        let called = list.finish();
        let window = open.call("leads", &json!({ "from": 0, "count": 1000 })).expect("there are leads");
        let rows: Vec<u64> =
            window["rows"].as_array().expect("rows").iter().filter_map(|row| row["row"].as_u64()).collect();
        let most = called.rows.len().min(1000);
        assert_eq!(rows[..most], called.rows[..most], "{path}: the best come first");
        let cases = replay::read(&request, replay::Extra::default(), &mut |seen| seen.row < shown, &mut |_| ())
            .expect("it can be read");
        for case in &cases {
            let stage = &open.rules.stages.steps[0].name;
            let row = json!({ "row": case.row, "stage": stage, "title": "it" });
            let company = company::of_lead(&request, case, &mut |_| ()).expect("it can be read");
            let mut lead = case.lead.clone();
            if let Some((company, _)) = &company {
                let came = company.evaluated(&open.rules, open.as_of, true);
                for asked in open.rules.accounts.iter().flat_map(|about| &about.asked) {
                    lead.fields[usize::from(asked.field.0)] = came.answer(asked.of);
                }
            }
            let explained = explain(&open.rules, open.as_of, case.key.clone(), &lead, case.events.as_deref());
            let mut said = plain(&explained);
            if let Some((company, _)) = &company {
                said["account_key"] = json!(company.key);
            }
            assert_eq!(open.call("explain", &row), Ok(said), "{path}");
            let span = timeline::Span { since: None, as_of: open.as_of, ahead: 30 };
            let among = |(company, place): &(company::Company, usize)| {
                timeline::timeline_among(&open.rules, company, Who::Lead(*place), span).expect("rules about accounts")
            };
            let course = company.as_ref().map_or_else(|| timeline::timeline(&open.rules, case, span), among);
            assert_eq!(open.call("timeline", &row), Ok(plain(&course)), "{path}");
            let limits = Limits::default();
            let ways = match &company {
                Some((company, place)) => {
                    let who = Who::Lead(*place);
                    reach::reach_among(&open.rules, (company, who), open.as_of, 0, limits).expect("a company")
                }
                None => reach::reach(&open.rules, case, open.as_of, 0, limits),
            };
            assert_eq!(open.call("reach", &row), Ok(plain(&ways)), "{path}");
            let Ok(test) = open.call("test", &row) else { continue };
            let mut texts = open.texts();
            texts[0] = format!("{}\n{}", texts[0], test["text"].as_str().expect("a text"));
            let proved = open.call("prove", &json!({ "texts": texts })).expect("it can be proved");
            let last = proved["tests"].as_array().and_then(|tests| tests.last()).expect("a test");
            assert_eq!((&last["title"], &last["passed"]), (&json!("it"), &json!(true)), "{path}: {proved}");
        }
        assert!(
            open.call("list", &json!({ "most": 5 })).expect("a workbook").as_u64().is_some_and(|bytes| bytes > 1000)
        );
    }
}

#[test]
fn accounts_are_those_of_the_commands() {
    let open = Open::companies();
    let mut texts = open.texts();
    texts[0] = texts[0].replace("account_heat >= 40", "account_heat >= 50").replace("=> +30 as", "=> +25 as");
    figures(&open.run(1, &texts));
    let draft = Draft::new(&[File { name: "it".to_owned(), text: texts[0].clone() }], &|_| Err(Text::empty()), None);
    let rules = draft.rules().expect("the edit makes no errors");
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let run = |rules: &Rules| -> BTreeMap<String, (String, u64)> {
        let scoring = run::score(&open.request(rules), &mut |_| ()).expect("it can be read");
        let report = scoring.for_each(&mut |_, _| Ok(()), &mut |_| ()).expect("it can be read");
        let stages = &rules.accounts.as_ref().expect("rules about accounts").rules.stages;
        let one = |results: &Results, row: usize| {
            let leads = results.leads.as_ref().map_or(0, |leads| u64::from(leads[row]));
            (
                results.keys.value(row).to_owned(),
                (stages.name(StageId::of_number(results.stages[row])).to_owned(), leads),
            )
        };
        let all = report.accounts.expect("accounts").results;
        all.iter().flat_map(|results| (0..results.rows).map(move |row| one(results, row))).collect()
    };
    let (before, now) = (run(&open.rules), run(rules));
    assert!(before != now, "the edit moves accounts");
    let said = open.call("accounts", &json!({ "from": 0, "count": 1000 })).expect("accounts");
    assert_eq!((&said["accounts"], &said["total"]), (&json!(now.len()), &json!(now.len())));
    let list = |of: &Value| of.as_array().expect("a list").clone();
    for (row, leads) in list(&said["rows"]).iter().zip(list(&said["members"])) {
        let key = row["key"].as_str().expect("a key");
        let (stage, members) = &now[key];
        assert_eq!((&row["stage"], &leads), (&json!(stage), &json!(members)), "{key}");
        let was = &before[key].0;
        assert_eq!(row["before"], if was == stage { Value::Null } else { json!(was) }, "{key}");
    }
    for stage in list(&said["stages"]) {
        let count =
            |all: &BTreeMap<String, (String, u64)>| all.values().filter(|one| stage["name"] == json!(one.0)).count();
        assert_eq!((&stage["count"], &stage["before"]), (&json!(count(&now)), &json!(count(&before))), "{stage}");
    }
    let ranks: Vec<usize> = list(&said["rows"])
        .iter()
        .filter_map(|row| about.rules.stages.steps.iter().rposition(|step| json!(step.name) == row["stage"]))
        .collect();
    assert!(ranks.is_sorted_by(|one, next| one >= next), "the best come first");
    for row in list(&said["rows"]).iter().take(5) {
        let key = row["key"].as_str().expect("a key");
        let found =
            company::find(&open.request(rules), key, &mut |_| ()).expect("it can be read").expect("it is there");
        let keys: Vec<Option<String>> = found.leads.iter().map(|case| case.key.clone()).collect();
        let company = found.evaluated(rules, open.as_of, true);
        let explained = explain_account(rules, about, open.as_of, (found.key.clone(), &keys), &company);
        let places = |said: Value| said.to_string().replace("companies.leadrules:", "it:");
        let answer = open.call("account", &json!({ "key": key })).expect("an explanation");
        assert_eq!(places(answer), places(plain(&explained)), "{key}");
    }
    let refused = Refused::Wrong(say!("there is no account `{key}`", key = "nobody.example"));
    assert_eq!(open.call("account", &json!({ "key": "nobody.example" })), Err(refused));
}

#[test]
fn the_table_is_filtered_and_sorted() {
    let open = Open::example(EXAMPLES[1].0, EXAMPLES[1].1, EXAMPLES[1].2);
    let mut texts = open.texts();
    texts[0] = edited(&texts[0]);
    let lines = open.run(1, &texts);
    let said = figures(&lines);
    let rows = |filter: Value, sort: Value| {
        open.call("leads", &json!({ "filter": filter, "sort": sort, "from": 0, "count": 500 })).expect("a table")
    };
    let sql = rows(json!({ "stage": "SQL" }), Value::Null);
    assert_eq!(sql["total"], said["stages"][0]["count"]);
    let moved = rows(json!({ "moved": "any" }), Value::Null);
    assert_eq!(moved["total"], said["moved"]["total"]);
    let (up, down) = (rows(json!({ "moved": "up" }), Value::Null), rows(json!({ "moved": "down" }), Value::Null));
    assert_eq!((&up["total"], &down["total"]), (&said["moved"]["up"], &said["moved"]["down"]));
    assert!(
        moved["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["before"] != row["stage"] && !row["before"].is_null())
    );
    let near = rows(
        json!({ "near": { "score": "profile", "at": 20, "within": 2.5 } }),
        json!({ "by": "profile", "descending": false }),
    );
    let points: Vec<f64> =
        near["rows"].as_array().expect("rows").iter().filter_map(|row| row["scores"][0].as_f64()).collect();
    assert!(
        !points.is_empty() && points.is_sorted() && points.iter().all(|points| (17.5..=22.5).contains(points)),
        "{points:?}"
    );
    let found = rows(json!({ "search": "GOOSSENS" }), Value::Null);
    assert!(found["rows"].to_string().contains("Goossens") && found["total"].as_u64() < Some(10), "{found}");
    // As people type it: without capitals and accents, a part of it.
    assert_eq!(rows(json!({ "search": "goöss" }), Value::Null)["total"], found["total"]);
    let part = rows(json!({ "column": { "name": "owner", "value": "BÉNELUX" } }), Value::Null);
    let owner = rows(json!({ "column": { "name": "owner", "value": "Benelux sales" } }), Value::Null);
    assert!(owner["total"].as_u64() > Some(0) && owner["labels"] == json!(["owner", "today"]), "{owner}");
    assert_eq!(part["total"], owner["total"]);
    let far = open.call("leads", &json!({ "from": 100_000, "count": 5 })).expect("a table");
    assert_eq!((far["rows"].as_array().map(Vec::len), &far["total"]), (Some(0), &json!(120)));
}

/// The best come first whether their points fit in one number or not, unknown points last, and those alike as they stand.
#[test]
fn the_best_come_first_whatever_the_points_are() {
    let text = "leadrules 1\nlead { id text key; a number; b number; c number }\n\
                score p = a\nscore q = b\nscore r = c\nrank by p, q, r\n";
    let numbers = |large: i64| {
        let odd = [Some(0), Some(1), Some(-1), Some(large), Some(-large), None];
        let row = |at: usize| -> [Option<i64>; 3] { [odd[at % 6], odd[at / 6 % 6], odd[(at * 7 + at / 36) % 6]] };
        (0..300).map(row).collect::<Vec<_>>()
    };
    for large in [7, 90_000_000_000] {
        let rows = numbers(large);
        let cell = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
        let line = |(at, row): (usize, &[Option<i64>; 3])| format!("{at},{}\n", row.map(cell).join(","));
        let csv = "id,a,b,c\n".to_owned() + &rows.iter().enumerate().map(line).collect::<String>();
        let file = File { name: "ranked.leadrules".to_owned(), text: text.to_owned() };
        let open = Open::of(file, String::new(), Input::bytes("leads.csv", csv), (None, None));
        open.run(1, &open.texts());
        let table = open.call("leads", &json!({ "from": 0, "count": 500 })).expect("a table");
        let keys: Vec<usize> = table["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row["key"].as_str().and_then(|key| key.parse().ok()).expect("a number"))
            .collect();
        let mut expected: Vec<usize> = (0..rows.len()).collect();
        expected.sort_by_key(|&at| (std::cmp::Reverse(rows[at]), at));
        assert_eq!(keys, expected, "{large}");
    }
}

#[test]
fn each_bar_stands_where_its_number_does() {
    let bars = [
        ("fit >= 1k", "1k", 1000.0),
        ("fit > 20%", "20%", 0.21),
        ("fit >= 1_000", "1_000", 1000.0),
        ("fit >= 0.0015M", "0.0015M", 1500.0),
        ("fit -5..20", "-5", -5.0),
        ("größe20 >= 20", "20", 20.0),
        ("fit2 >= 2", "2", 2.0),
    ];
    let stages: String = bars.iter().enumerate().map(|(at, (bar, ..))| format!("  {bar} => Step{at}\n")).collect();
    let score = |name| format!("score {name} {{ size >= 100 => +20 }}\n");
    let text = format!(
        "leadrules 1\nlead {{ id text key; size integer }}\n{}{}{}stages {{\n{stages}}}\n",
        score("fit"),
        score("fit2"),
        score("größe20"),
    );
    let file = File { name: "fit.leadrules".to_owned(), text: text.clone() };
    let open = Open::new(file, String::new(), Input::bytes("leads.csv", "id,size\n1,100\n2,\n"), None);
    let lines = open.run(1, &open.texts());
    let outline = lines.iter().find_map(|line| line.get("outline")).expect("an outline");
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a place")).expect("small");
    let units: Vec<u16> = text.encode_utf16().collect();
    let shown = outline["bars"].as_array().expect("bars").iter().map(|bar| {
        let written = String::from_utf16(&units[number(&bar["from"])..number(&bar["to"])]).expect("whole characters");
        (written, bar["at"].as_f64().expect("a number"), bar["is_fixed"].clone())
    });
    let wanted = bars.map(|(_, written, at)| (written.to_owned(), at, Value::Bool(false)));
    assert_eq!(shown.collect::<Vec<_>>(), wanted);
}

#[test]
fn broken_drafts_are_told_and_the_last_figures_stay() {
    let open = Open::example(EXAMPLES[1].0, EXAMPLES[1].1, EXAMPLES[1].2);
    figures(&open.run(1, &open.texts()));
    let mut broken = open.texts();
    broken[0] = broken[0].replace("employees {", "employes {");
    let lines = open.run(2, &broken);
    assert_eq!((lines.len(), &lines[0]["outline"]), (1, &Value::Null));
    let finding = &lines[0]["findings"][0];
    assert_eq!((&finding["code"], &finding["fixes"][0]["edits"][0]["text"]), (&json!("LR0201"), &json!("employees")));
    let (from, to) = (finding["from"].as_u64().expect("a place"), finding["to"].as_u64().expect("a place"));
    let units: Vec<u16> = broken[0].encode_utf16().collect();
    let shown = String::from_utf16(&units[usize::try_from(from).expect("small")..usize::try_from(to).expect("small")]);
    assert_eq!(shown.expect("whole characters"), "employes");
    assert_eq!(open.call("leads", &json!({ "from": 0, "count": 1 })).expect("a table")["generation"], json!(1));
    let words = open.call("complete", &json!({ "texts": broken, "file": 0, "at": from + 4 })).expect("words");
    assert_eq!(words["items"][0]["label"], json!("employees"), "{words}");
}

#[test]
fn a_draft_that_reads_data_otherwise_reads_it_again() {
    let open = Open::example(EXAMPLES[1].0, EXAMPLES[1].1, EXAMPLES[1].2);
    figures(&open.run(1, &open.texts()));
    let mut texts = open.texts();
    texts[0] = texts[0].replace("  consent    yes/no", "  consent    yes/no\n  source     text, from \"Company\"");
    texts[0] = texts[0].replace("  benelux                    => +10", "  benelux  => +10\n  source is known => +7");
    assert!(texts[0].contains("source is known"), "the example changed");
    let lines = open.run(2, &texts);
    let said = figures(&lines);
    assert!(said["moved"]["only_scores"].as_u64() > Some(50), "{said}");
    figures(&open.run(3, &open.texts()));
    assert_eq!(open.call("leads", &json!({ "from": 0, "count": 1 })).expect("a table")["generation"], json!(3));
}

#[test]
fn a_newer_draft_ends_an_older_one() {
    let rows: String = (0..50_000).map(|row| format!("L{row},{}\n", row % 300)).collect();
    let rules = "leadrules 1\nlead { id text key; size integer }\nscore fit 0..100 { size >= 100 => +20 }\n\
                 stages { fit >= 20 => Fit }\n";
    let file = File { name: "fit.leadrules".to_owned(), text: rules.to_owned() };
    let open = Open::new(file, String::new(), Input::bytes("leads.csv", format!("id,size\n{rows}")), None);
    figures(&open.run(1, &open.texts()));
    let asked = json!({ "generation": 2, "texts": [rules.replace("+20", "+30")] }).to_string();
    let lines = Mutex::new(Vec::new());
    let looks = AtomicUsize::new(0);
    // Whoever asked goes away after the first batch.
    let goes_on = || looks.fetch_add(1, Ordering::Relaxed) < 1;
    open.desk.run(asked.as_bytes(), &goes_on, &mut |line| lines.lock().expect("free").push(line));
    let lines = lines.into_inner().expect("free");
    assert!(lines.last().is_some_and(|line| line.contains("overtaken")), "{lines:?}");
    assert_eq!(open.call("leads", &json!({ "from": 0, "count": 1 })).expect("a table")["generation"], json!(1));
    // A page that is loaded again counts from the start.
    let lines = open.run(1, &[rules.replace("+20", "+10")]);
    assert!(lines.iter().any(|line| line["figures"]["complete"] == json!(false)), "a sample comes first");
    assert_eq!(figures(&lines)["stages"][0]["count"], json!(0));
    let kinds: Vec<&Value> = lines.iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds[..2], [&json!("findings"), &json!("data")]);
}

#[test]
fn saving_writes_what_differs_and_never_over_what_others_wrote() {
    let open = Open::example(EXAMPLES[1].0, EXAMPLES[1].1, EXAMPLES[1].2);
    let session = open.call("session", &json!({})).expect("a session");
    let base = &session["files"][0]["hash"];
    let text = edited(&open.texts()[0]);
    let saved = open.call("save", &json!({ "files": [{ "text": text, "base": base }] })).expect("it is saved");
    assert_eq!((&saved["kind"], &saved["files"][0]["text"]), (&json!("saved"), &json!(text)));
    assert_eq!(open.texts()[0], text);
    let again = open.call("save", &json!({ "files": [{ "text": "leadrules 1\n", "base": base }] })).expect("an answer");
    assert_eq!(again["kind"], json!("conflict"));
    assert_eq!(open.texts()[0], text, "nothing was written");
    assert_eq!(again["files"][0]["hash"], saved["files"][0]["hash"]);
    // What is saved is what drafts are compared with.
    assert_eq!(figures(&open.run(1, &open.texts()))["moved"]["total"], json!(0));
    let tidy = open.call("format", &json!({ "texts": open.texts(), "file": 0 })).expect("it can be read");
    assert_eq!(tidy["text"], json!(leadrules::format(&text)));
    assert_eq!(open.call("nothing", &json!({})), Err(Refused::NoSuchCall));
    assert!(matches!(open.call("code", &json!({ "code": "LR9999" })), Err(Refused::Wrong(_))));
    assert!(open.call("code", &json!({ "code": "LR0201" })).is_ok());
}

#[test]
fn a_file_keeps_its_line_ends() {
    let rules = "leadrules 1\r\nlead { id text key; size integer }\r\nscore fit 0..100 { size >= 100 => +20 }\r\n\
                 stages { fit >= 20 => Fit }";
    let file = File { name: "fit.leadrules".to_owned(), text: rules.to_owned() };
    let open = Open::new(file, String::new(), Input::bytes("leads.csv", "id,size\nL1,100\n"), None);
    let session = open.call("session", &json!({})).expect("a session");
    let shown = session["files"][0]["text"].as_str().expect("a text").to_owned();
    assert_eq!(shown, rules.replace("\r\n", "\n"));
    let save = |text: &str, base: &Value| {
        open.call("save", &json!({ "files": [{ "text": text, "base": base }] })).expect("it is saved")
    };
    let unchanged = save(&shown, &session["files"][0]["hash"]);
    assert_eq!((&unchanged["kind"], open.texts()[0].as_str()), (&json!("saved"), rules));
    let edited = save(&shown.replace("+20", "+30"), &unchanged["files"][0]["hash"]);
    assert_eq!((&edited["kind"], open.texts()[0].as_str()), (&json!("saved"), &*rules.replace("+20", "+30")));
    assert_eq!(figures(&open.run(1, &[shown.replace("+20", "+30")]))["moved"]["total"], json!(0));
}

/// The page says who has signed what the draft means, and who must sign again.
#[test]
fn it_says_whether_the_rules_were_agreed() {
    let (leads, events) = ("examples/inbound/leads.csv", Some("examples/inbound/events.csv"));
    let open = Open::example("examples/inbound/inbound.leadrules", leads, events);
    let text = files::read("examples/inbound/inbound.leadrules");
    let proved = |text: &str| open.call("prove", &json!({ "texts": [text] })).expect("it can be proved");
    let codes = |proved: &Value| -> Vec<String> {
        let findings = proved["findings"].as_array().expect("a list");
        findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    };
    let as_signed = proved(&text);
    assert_eq!(as_signed["agreements"][0]["parties"][0]["signed"], "holds", "{}", as_signed["agreements"]);
    assert_eq!(codes(&as_signed), Vec::<String>::new());
    let edited = proved(&text.replace("engagement >= 60)", "engagement >= 55)"));
    let parties = &edited["agreements"][0]["parties"];
    assert_eq!((&parties[0]["signed"], &parties[1]["signed"]), (&json!("changed"), &json!("changed")));
    assert!(parties[1]["parts"][0]["lead"].as_array().is_some_and(|lead| !lead.is_empty()), "{parties}");
    assert_eq!(codes(&edited), ["LR0807", "LR0807"]);
}
