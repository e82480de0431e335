//! Differential test: whole runs over files of leads, events and accounts are held to the reference evaluator, which takes
//! one account at a time. Data is made up for the cases about accounts, on the seams of what their rules ask.

use std::collections::{BTreeMap, BTreeSet};

use leadrules::{AsOf, RuleSet, ScoredLead};
use leadrules_decide::company::{Companies, Plans, Together};
use leadrules_decide::replay::{Case, Everybody, Extra};
use leadrules_decide::sample::{self, Part, Wanted};
use leadrules_decide::timeline::{self, ReachedDays};
use leadrules_decide::whom::Whom;
use leadrules_engine::columns::Results;
use leadrules_engine::data::{Input, ReadOptions};
use leadrules_engine::engine::LeadTrace;
use leadrules_engine::run::{self, AccountSource, EventSource, Fields, Request};
use leadrules_language::calendar::{Instant, format_day, format_instant};
use leadrules_language::ir::{Accounts, Field, Rules, StageId, Subject};
use leadrules_language::reference::{self, Event, Lead, LeadOutcome};
use leadrules_language::text;
use leadrules_language::types::{Type, Value};
use serde_json::{Map, Value as Json, json};

use crate::generate::{self, Dice, Seeds};
use crate::rules::{read_file, usable};
use crate::typed::Plain;
use crate::{files, share};

/// Leads, what they did, and the accounts' own data.
pub struct Data {
    pub plain: Plain,
    pub accounts: Vec<(Option<String>, Lead)>,
}

/// The keys that accounts have, and that leads bear: some in other letters, some that no account has.
const KEYS: [&str; 8] = ["acme.example", "Acme.example", "één.example", "b", "gmail.com", "c9", "ACME.EXAMPLE", "x y"];

/// Leaves out what data can't hold: fields that no file declares, and values outside their range, which are read as unknown.
fn readable(rules: &Rules, lead: &mut Lead) {
    let is_within = |field: &Field, value: &Value| match (value, &field.ty) {
        (Value::Number(number), ty) => ty.numbers().is_some_and(|numbers| numbers.range.contains(*number)),
        (Value::Date(day), Type::Date(date)) => date.range.contains(*day),
        _ => true,
    };
    let declared = rules.declared().count();
    for (at, (field, value)) in rules.fields.iter().zip(&mut lead.fields).enumerate() {
        if at >= declared || value.as_ref().is_some_and(|value| !is_within(field, value)) {
            *value = None;
        }
    }
}

/// Data for the rules, by chance.
pub fn made_up(number: u64, rules: &Rules, accounts: &Accounts) -> Data {
    let mut dice = Dice(number);
    let some = |dice: &mut Dice, most: usize| (0..dice.below(most)).map(|_| dice.next()).collect::<Vec<u64>>();
    let (leads, events) = (some(&mut dice, 9), some(&mut dice, 30));
    let seeds = Seeds { head: dice.next(), lines: Vec::new(), ends: Vec::new(), leads, events };
    let mut plain = generate::data(&seeds, rules);
    for (_, lead) in &mut plain.leads {
        readable(rules, lead);
        let (Subject::Field(by) | Subject::FieldDomain(by)) = accounts.by else { panic!("leads bear keys in fields") };
        let is_address = matches!(accounts.by, Subject::FieldDomain(_)) || accounts.by_is_email;
        let key = (!dice.one_in(5)).then(|| dice.pick(&KEYS));
        let key = key.filter(|key| !is_address || key.contains('.'));
        if let Type::Text | Type::Email = rules.field(by).ty {
            let text = |key: &str| if is_address { format!("someone@{key}") } else { key.to_owned() };
            lead.fields[usize::from(by.0)] = key.map(|key| Value::Text(text(key)));
        }
    }
    let seeds = Seeds { head: seeds.head, leads: some(&mut dice, 7), ..seeds };
    let mut of_accounts = generate::data(&seeds, &accounts.rules).leads;
    for (key, account) in &mut of_accounts {
        readable(&accounts.rules, account);
        *key = (!dice.one_in(9)).then(|| dice.pick(&KEYS).to_owned());
        account.fields[usize::from(accounts.key.0)] = key.clone().map(Value::Text);
    }
    Data { plain, accounts: of_accounts }
}

/// A value as data has it.
fn cell(field: &Field, value: Option<&Value>) -> Json {
    let Some(value) = value else { return Json::Null };
    match (value, &field.ty) {
        (Value::Texts(texts), _) => json!(texts),
        (Value::Choices(options), ty) => {
            let choice = ty.options().expect("a list of choices");
            json!(options.iter().map(|at| choice.options[usize::from(*at)].name.clone()).collect::<Vec<_>>())
        }
        (value, ty) => json!(value.shown(ty)),
    }
}

fn object(rules: &Rules, lead: &Lead) -> Map<String, Json> {
    let cells = rules.declared().zip(&lead.fields);
    cells.map(|((_, field), value)| (field.columns[0].clone(), cell(field, value.as_ref()))).collect()
}

fn of_event(rules: &Rules, event: &Event) -> Map<String, Json> {
    let log = rules.log.as_ref().expect("a log");
    let kind = event.kind.map_or("something else", |kind| log.kind(kind).texts[0].as_str());
    let mut object = Map::new();
    object.insert(log.event[0].clone(), json!(kind));
    object.insert(log.time[0].clone(), json!(format_instant(event.time)));
    if let Some(id) = log.number_columns().first() {
        object.insert(id.clone(), json!(event.id));
    }
    for (property, value) in log.properties.iter().zip(&event.properties) {
        if value.is_some() {
            object.insert(property.columns[0].clone(), cell(property, value.as_ref()));
        }
    }
    object
}

fn lines(objects: impl IntoIterator<Item = Map<String, Json>>) -> Vec<u8> {
    objects.into_iter().flat_map(|object| format!("{}\n", Json::Object(object)).into_bytes()).collect()
}

/// What comes out: of leads and of accounts, each with its key, points and the rest; of accounts also how many leads.
pub type Out = (Vec<Row>, Vec<(Row, u32)>);

/// What comes out for a lead or an account; points are in hundredths.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub key: Option<String>,
    pub scores: Vec<Option<i64>>,
    pub labels: Vec<Option<String>>,
    pub stage: String,
    pub excluded: Option<usize>,
    pub rules: Vec<i64>,
}

fn rows(rules: &Rules, results: &Results) -> Vec<Row> {
    let row = |row: usize| Row {
        key: results.keys.iter().nth(row).flatten().map(str::to_owned),
        scores: results.scores.iter().map(|score| score.points.iter().nth(row).flatten()).collect(),
        labels: results
            .labels
            .iter()
            .map(|label| label.values.iter().nth(row).flatten().map(|at| label.texts[usize::from(at)].clone()))
            .collect(),
        stage: rules.stages.name(StageId::of_number(results.stages[row])).to_owned(),
        excluded: results.exclusions.iter().nth(row).flatten().map(usize::from),
        rules: results.rules.as_ref().expect("asked for").iter().map(|rule| rule[row]).collect(),
    };
    (0..results.rows).map(row).collect()
}

fn row(rules: &Rules, key: Option<String>, outcome: &LeadOutcome) -> Row {
    Row {
        key,
        scores: outcome.scores.iter().map(|score| score.points.map(|points| points.0)).collect(),
        labels: outcome.labels.clone(),
        stage: rules.stages.name(outcome.stage).to_owned(),
        excluded: outcome.exclusion,
        rules: outcome.rules.iter().map(|rule| rule.counted.0).collect(),
    }
}

/// The column that says when something was known: of every other row, right after the instant from which it is seen.
const KNOWN_AT: &str = "known at";

/// Data as files; each row also says when it was known what became of it.
pub struct Files {
    leads: Input,
    log: Input,
    accounts: Input,
    options: ReadOptions,
    has_log: bool,
    is_nested: bool,
}

impl Files {
    pub fn new(rules: &Rules, as_of: Instant, data: &Data, is_nested: bool) -> Self {
        let known_at = |(at, mut object): (usize, Map<String, Json>)| {
            let moment = (at % 2 == 1).then(|| format_instant(as_of.saturating_add(1)));
            object.insert(KNOWN_AT.to_owned(), json!(moment));
            object
        };
        let about = rules.accounts.as_ref().expect("rules about accounts");
        let log = data.plain.events.iter().flatten().map(|(lead, event)| {
            let mut object = of_event(rules, event);
            object.insert(rules.log.as_ref().expect("a log").lead[0].clone(), json!(lead));
            object
        });
        let accounts = data.accounts.iter().map(|(_, account)| object(&about.rules, account));
        Self {
            leads: Input::bytes(
                "leads.ndjson",
                lines(leads_of(rules, data, is_nested).into_iter().enumerate().map(known_at)),
            ),
            log: Input::bytes("events.ndjson", lines(log)),
            accounts: Input::bytes("accounts.ndjson", lines(accounts.enumerate().map(known_at))),
            options: ReadOptions::default(),
            has_log: data.plain.events.is_some(),
            is_nested,
        }
    }

    pub fn request<'a>(&'a self, rules: &'a Rules, as_of: Instant) -> Request<'a> {
        Request {
            rules,
            leads: &self.leads,
            options: &self.options,
            events: match (self.has_log, self.is_nested) {
                (false, _) => EventSource::None,
                (true, true) => EventSource::Leads,
                (true, false) => EventSource::Log(&self.log, &self.options),
            },
            keep: &[],
            as_of,
            rule_points: true,
            trace: false,
            accounts: Some(AccountSource::File(&self.accounts, &self.options)),
        }
    }
}

/// The leads as objects, with what they did in them if that is asked for.
fn leads_of(rules: &Rules, data: &Data, is_nested: bool) -> Vec<Map<String, Json>> {
    let lead = |(key, lead): &(Option<String>, Lead)| {
        let mut object = object(rules, lead);
        if is_nested && data.plain.events.is_some() {
            let events = data.plain.events_of(key.as_deref()).unwrap_or_default();
            let events = events.iter().map(|event| Json::Object(of_event(rules, event))).collect();
            object.insert("events".to_owned(), Json::Array(events));
        }
        object
    };
    data.plain.leads.iter().map(lead).collect()
}

fn by_engine(request: &Request<'_>) -> Out {
    let rules = request.rules;
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let mut all = Vec::new();
    let mut sink = |results: Results, _| {
        all.extend(rows(rules, &results));
        Ok(())
    };
    let scoring = run::score(request, &mut |_| ()).expect("data that can be read");
    let report = scoring.for_each(&mut sink, &mut |_| ()).expect("data that can be read");
    let accounts = report.accounts.expect("rules about accounts").results.into_iter().flat_map(|results| {
        let leads = results.leads.clone().expect("of accounts");
        rows(&about.rules, &results).into_iter().zip(leads).collect::<Vec<_>>()
    });
    (all, accounts.collect())
}

/// What comes out for accounts as leads of the rules about them.
fn as_leads(request: &Request<'_>) -> Vec<Row> {
    let request = Request { trace: true, ..*request };
    let opened = run::open(&request, &mut |_| ()).expect("data that can be read");
    let accounts = opened.into_accounts(request.rules, &mut |_| ()).expect("data that can be read");
    let accounts = accounts.expect("rules about accounts");
    let about = &request.rules.accounts.as_ref().expect("rules about accounts").rules;
    accounts.leads.iter().flat_map(|leads| rows(about, &accounts.plan.score(leads, &accounts.ledger))).collect()
}

/// What comes out for leads, or for accounts, each seen right before a moment of its own; in no order.
fn by_moment(request: &Request<'_>, whom: Whom) -> Vec<String> {
    let at = Some(KNOWN_AT);
    let wanted = Wanted { request: *request, whom, outcome: None, at, asked: &[], draw: false, fields: Fields::Needed };
    let about = whom.rules(request.rules).expect("rules about accounts");
    let mut all = Vec::new();
    let mut take = |part: Part| all.extend(rows(about, &part.trace.results));
    sample::each(&wanted, &mut take, &mut |_| ()).expect("data that can be read");
    in_no_order(&all)
}

fn in_no_order(rows: &[Row]) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    all.sort();
    all
}

/// The key of a lead's account, as the language says it.
fn account_of(rules: &Rules, accounts: &Accounts, lead: &Lead) -> Option<String> {
    let (id, is_domain) = match accounts.by {
        Subject::FieldDomain(id) => (id, true),
        Subject::Field(id) => (id, false),
        _ => panic!("leads bear keys in fields"),
    };
    let text = lead.fields[usize::from(id.0)].as_ref()?.shown(&rules.field(id).ty);
    let text = if is_domain { text::domain(&text) } else { text };
    let folds = accounts.folds_keys();
    let is_kept = !accounts.except.contains(&text::fold(&text));
    is_kept.then(|| if folds { text::fold(&text) } else { text })
}

/// What the reference gives for it.
pub fn by_reference(rules: &Rules, as_of: Instant, data: &Data) -> Out {
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let folded = |key: &str| if about.folds_keys() { text::fold(key) } else { key.to_owned() };
    let plain = data.plain.without_repeats();
    let has_log = plain.events.is_some();
    let events = |key: Option<&str>| plain.events_of(key).unwrap_or_default();
    // The accounts in their order, and the leads of each.
    let mut order: Vec<(Option<String>, Lead)> = Vec::new();
    for (key, account) in &data.accounts {
        let is_new = key
            .as_deref()
            .is_none_or(|key| !order.iter().any(|(other, _)| other.as_deref().map(folded) == Some(folded(key))));
        if is_new {
            order.push((key.clone(), account.clone()));
        }
    }
    let mut leads_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut member: Vec<Option<usize>> = Vec::new();
    for (at, (key, lead)) in plain.leads.iter().enumerate() {
        let first = key.as_ref().is_none_or(|key| seen.insert(key.clone()));
        let account = account_of(rules, about, lead).map(|name| {
            let known = order.iter().position(|(other, _)| other.as_deref().map(folded) == Some(name.clone()));
            known.unwrap_or_else(|| {
                let mut account = Lead { fields: vec![None; about.rules.fields.len()] };
                account.fields[usize::from(about.key.0)] = Some(Value::Text(name.clone()));
                order.push((Some(name), account));
                order.len() - 1
            })
        });
        member.push(account);
        if let (Some(account), true) = (account, first) {
            leads_of.entry(account).or_default().push(at);
        }
    }
    let mut leads: Vec<Option<Row>> = plain.leads.iter().map(|_| None).collect();
    let mut accounts = Vec::new();
    for (at, (key, account)) in order.iter().enumerate() {
        let own = leads_of.get(&at).cloned().unwrap_or_default();
        let members: Vec<(Lead, Vec<Event>)> =
            own.iter().map(|&at| (plain.leads[at].1.clone(), events(plain.leads[at].0.as_deref()))).collect();
        let company = reference::company(rules, as_of, account, &members, has_log);
        let counted = company.leads.iter().filter(|lead| lead.outcome.exclusion.is_none()).count();
        accounts.push((row(&about.rules, key.clone(), &company.account.outcome), u32::try_from(counted).expect("few")));
        // A row that repeats a lead is none of the account's, but asks it all the same.
        for (lead, _) in member.iter().enumerate().filter(|(_, member)| **member == Some(at)) {
            let (key, plain_lead) = &plain.leads[lead];
            let mut asking = plain_lead.clone();
            for asked in &about.asked {
                let known = company.leads.first().map(|first| first.lead.fields[usize::from(asked.field.0)].clone());
                let known = known.unwrap_or_else(|| asked_of_nobody(rules, as_of, account, has_log, asked.field.0));
                asking.fields[usize::from(asked.field.0)] = known;
            }
            let done = events(key.as_deref());
            let outcome = reference::evaluate(rules, as_of, &asking, has_log.then_some(done.as_slice()));
            leads[lead] = Some(row(rules, key.clone(), &outcome));
        }
    }
    let leads = leads.into_iter().zip(&plain.leads).map(|(known, (key, lead))| {
        known.unwrap_or_else(|| {
            let done = events(key.as_deref());
            row(rules, key.clone(), &reference::evaluate(rules, as_of, lead, has_log.then_some(done.as_slice())))
        })
    });
    (leads.collect(), accounts)
}

/// What a lead asks of an account that has no leads: that of one that is set beside it without being one of them.
fn asked_of_nobody(rules: &Rules, as_of: Instant, account: &Lead, has_log: bool, field: u16) -> Option<Value> {
    use leadrules_language::ir::OfAccount;
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let company = reference::company(rules, as_of, account, &[], has_log);
    let asked = about.asked.iter().find(|asked| asked.field.0 == field)?;
    let outcome = &company.account.outcome;
    match asked.of {
        OfAccount::Itself => Some(Value::Truth(true)),
        OfAccount::Field(id) => company.account.lead.fields[usize::from(id.0)].clone(),
        OfAccount::Score(id) => {
            outcome.scores[usize::from(id.0)].points.map(|points| Value::Number(points.to_decimal()))
        }
        OfAccount::Label(id) => outcome.labels[usize::from(id.0)].clone().map(Value::Text),
        OfAccount::Stage => Rules::had(Some(outcome.stage)).map(Value::Choice),
    }
}

/// The cases about accounts whose rules can be used.
pub fn cases() -> Vec<(String, Rules)> {
    let all = files::under("tests/cases/accounts", "leadrules");
    let read = |path: std::path::PathBuf| {
        let checked = read_file(&path);
        let is_usable = checked.rules.as_ref().is_some_and(|rules| rules.accounts.is_some()) && !checked.has_errors();
        is_usable.then(|| (path.display().to_string(), usable(&checked).clone()))
    };
    all.into_iter().filter_map(read).collect()
}

#[test]
fn runs_over_files_give_what_the_reference_gives() {
    let cases = cases();
    assert!(!cases.is_empty(), "there are cases about accounts");
    for (name, rules) in cases {
        let about = rules.accounts.as_ref().expect("about accounts");
        for number in share::of(0..300) {
            let data = made_up(number * 7919 + 1, &rules, about);
            let as_of = moment(number, &rules);
            let expected = by_reference(&rules, as_of, &data);
            // Events with ids are told apart over the whole log, and nested ones in each lead.
            let has_ids = data.plain.events.iter().flatten().any(|(_, event)| event.id.is_some());
            let repeats = data.plain.leads.iter().filter_map(|(key, _)| key.as_ref()).collect::<Vec<_>>();
            let repeats = repeats.iter().collect::<BTreeSet<_>>().len() < repeats.len();
            for is_nested in [false, true] {
                let is_empty = data.plain.leads.is_empty() || data.plain.events.is_none();
                if is_nested && (has_ids || repeats || is_empty) {
                    continue;
                }
                let what = format!("{name}, data {number}, nested {is_nested}, as of {}", format_instant(as_of));
                let files = Files::new(&rules, as_of, &data, is_nested);
                let request = &files.request(&rules, as_of);
                let came = by_engine(request);
                assert_eq!(came.1, expected.1, "accounts of {what}");
                assert_eq!(came.0, expected.0, "leads of {what}");
                let accounts: Vec<Row> = came.1.into_iter().map(|(row, _)| row).collect();
                assert_eq!(as_leads(request), accounts, "accounts as leads, of {what}");
                // Each account is a run of its own there.
                if number.is_multiple_of(4) {
                    assert_eq!(by_moment(request, Whom::Leads), in_no_order(&came.0), "leads by moment, of {what}");
                    assert_eq!(
                        by_moment(request, Whom::Accounts),
                        in_no_order(&accounts),
                        "accounts by moment, of {what}"
                    );
                }
            }
        }
    }
}

/// An instant from which data is seen.
fn moment(number: u64, rules: &Rules) -> Instant {
    let none = Vec::new();
    generate::as_of(
        &Seeds { head: number, lines: none.clone(), ends: none.clone(), leads: none.clone(), events: none },
        rules,
    )
}

/// Each account sent with its leads, as one object, comes to what a run over all of them comes to.
#[test]
fn an_account_with_its_leads_as_one_object_comes_out_as_in_files() {
    for path in files::under("tests/cases/accounts", "leadrules") {
        let Ok(set) = RuleSet::from_path(&path) else { continue };
        let rules = set.rules();
        let Some(about) = rules.accounts.as_ref() else { continue };
        for number in share::of(0..100) {
            let data = made_up(number * 7919 + 1, rules, about);
            let as_of = moment(number, rules);
            let has_ids = data.plain.events.iter().flatten().any(|(_, event)| event.id.is_some());
            // A lead that is there twice counts for the account of its first row, which an object of another does not show.
            let mut keys = BTreeSet::new();
            let repeats = data.plain.leads.iter().filter_map(|(key, _)| key.as_ref()).any(|key| !keys.insert(key));
            if has_ids || repeats || data.plain.events.is_none() {
                continue;
            }
            let (mut of_leads, mut of_accounts) = by_reference(rules, as_of, &data);
            of_leads.iter_mut().chain(of_accounts.iter_mut().map(|(row, _)| row)).for_each(|row| row.rules.clear());
            let scorer = set.account_scorer(AsOf::from_micros(as_of)).expect("about accounts").lenient();
            let objects = leads_of(rules, &data, true);
            for (expected, _) in of_accounts {
                let Some(key) = &expected.key else { continue };
                let key = about.compared(key);
                let known = data
                    .accounts
                    .iter()
                    .find(|(other, _)| other.as_deref().map(|key| about.compared(key)).as_ref() == Some(&key));
                let mut account = known.map(|(_, account)| object(&about.rules, account)).unwrap_or_default();
                account.entry(about.rules.field(about.key).columns[0].clone()).or_insert(json!(key));
                let is_its = |at: &usize| account_of(rules, about, &data.plain.leads[*at].1).as_ref() == Some(&key);
                let own: Vec<usize> = (0..objects.len()).filter(is_its).collect();
                account.insert("leads".to_owned(), own.iter().map(|at| Json::Object(objects[*at].clone())).collect());
                let text = Json::Object(account).to_string();
                let scored = scorer.score_json(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
                let what = format!("{}, data {number}, as of {}: {text}", path.display(), format_instant(as_of));
                assert_eq!(said(&about.rules, &scored.account), expected, "account of {what}");
                let came: Vec<Row> = scored.leads.iter().map(|lead| said(rules, lead)).collect();
                let expected: Vec<&Row> = own.iter().map(|at| &of_leads[*at]).collect();
                assert_eq!(came.iter().collect::<Vec<_>>(), expected, "leads of {what}");
            }
        }
    }
}

/// What the library says of a lead or an account, as a row, but for its rules.
fn said(rules: &Rules, scored: &ScoredLead) -> Row {
    Row {
        key: scored.key.clone(),
        scores: scored.scores.iter().map(|score| score.value.map(|points| points.0.0)).collect(),
        labels: scored.labels.iter().map(|label| label.value.clone()).collect(),
        stage: scored.stage.clone(),
        excluded: scored
            .excluded
            .as_ref()
            .and_then(|reason| rules.exclusions.iter().position(|line| line.reason == *reason)),
        rules: Vec::new(),
    }
}

/// An account and its leads that are followed come at any instant to what the reference gives for that instant.
#[test]
fn companies_that_are_followed_are_at_each_instant_what_the_reference_gives() {
    for (name, rules) in cases() {
        let about = rules.accounts.as_ref().expect("about accounts");
        for number in share::of(0..60) {
            let data = made_up(number * 7919 + 1, &rules, about);
            let plain = data.plain.without_repeats();
            let Some(events) = &plain.events else { continue };
            // Of rows with one key a company has only the first: what its lead did would count twice otherwise.
            let mut keys = std::collections::HashSet::new();
            let first = plain.leads.iter().filter(|(key, _)| key.is_none() || keys.insert(key.clone()));
            let members: Vec<(Lead, Vec<Event>)> =
                first.map(|(key, lead)| (lead.clone(), sorted(plain.events_of(key.as_deref())))).collect();
            let plans = Plans::new(&rules, true).expect("about accounts");
            let nothing = Lead { fields: vec![None; about.rules.fields.len()] };
            let account = data.accounts.first().map_or(nothing, |(_, account)| account.clone());
            let some: Vec<_> = members.iter().map(|(lead, events)| (lead, events.as_slice(), true)).collect();
            let mut together = Together::new(&plans, &account, &some);
            // Back and forth: what was known at another instant must not matter.
            let times = events.iter().map(|(_, event)| event.time);
            for at in times.chain([moment(number, &rules)]) {
                let expected = reference::company(&rules, at, &account, &members, true);
                let came = together.at(at);
                let what = format!("{name}, data {number}, as of {}", format_instant(at));
                let points = |outcome: &LeadOutcome| {
                    (outcome.scores.clone(), outcome.stage, outcome.labels.clone(), outcome.exclusion)
                };
                let (account, leads) = (came.account, came.leads);
                let traced = |trace: LeadTrace| (trace.scores, trace.stage, trace.labels, trace.exclusion);
                assert_eq!(traced(account), points(&expected.account.outcome), "the account of {what}");
                for (lead, expected) in leads.into_iter().zip(&expected.leads) {
                    assert_eq!(traced(lead), points(&expected.outcome), "a lead of {what}");
                }
            }
        }
    }
}

fn sorted(events: Option<Vec<Event>>) -> Vec<Event> {
    let mut events = events.unwrap_or_default();
    events.sort_by_key(|event| event.time);
    events
}

/// The days on which leads of companies reached their steps are those that are found by looking at every event and every night.
#[test]
fn days_reached_in_companies_are_found_by_looking_every_night() {
    let mut reached_later = 0;
    for (name, rules) in cases() {
        let about = rules.accounts.as_ref().expect("about accounts");
        if !about.are_asked() || rules.before.is_some() {
            continue;
        }
        for number in share::of(0..40) {
            let data = made_up(number * 7919 + 1, &rules, about);
            let as_of = moment(number, &rules);
            let files = Files::new(&rules, as_of, &data, false);
            let request = files.request(&rules, as_of);
            let plain = data.plain.without_repeats();
            let all = Everybody::read(&request, Extra { fields: &[], events: true }, &mut |_| ()).expect("data");
            let companies = Companies::of(&request, &all, &mut |_| ()).expect("data").expect("leads ask");
            let found: BTreeMap<u64, (Case, ReachedDays)> =
                timeline::follow(&rules, &all, Some(&companies), as_of, |case, reached| (case.row, (case, reached)))
                    .collect();
            assert_eq!(found.len(), data.plain.leads.len(), "every lead comes out once");
            for grouped in &companies.companies {
                let cases: Vec<(Case, bool)> =
                    grouped.leads.iter().map(|(place, counts)| (all.case(*place), *counts)).collect();
                // Not what was read, but what there is.
                let plain: Vec<(Lead, Vec<Event>)> = cases
                    .iter()
                    .map(|(case, _)| {
                        let (key, lead) = &data.plain.leads[usize::try_from(case.row).expect("few")];
                        let events = sorted(plain.events_of(key.as_deref()));
                        (lead.clone(), events.into_iter().filter(|event| event.time <= as_of).collect())
                    })
                    .collect();
                let members: Vec<_> = (cases.iter().zip(&plain))
                    .map(|((_, counts), (lead, events))| (lead, events.as_slice(), *counts))
                    .collect();
                let plans = Plans::new(&rules, all.has_log()).expect("about accounts");
                let mut together = Together::new(&plans, &grouped.account, &members);
                let mut looks: Vec<Instant> =
                    plain.iter().flat_map(|(_, events)| events).map(|event| event.time).collect();
                looks.sort_unstable();
                let Some(first) = looks.first().copied() else { continue };
                let zone = &rules.zone;
                looks.extend((zone.day_of(first)..=zone.day_of(as_of)).map(|day| zone.end_of(day).min(as_of)));
                looks.sort_unstable();
                let mut expected: Vec<Vec<String>> = vec![vec![String::new(); rules.stages.steps.len()]; cases.len()];
                for (at, said) in std::iter::once((first - 1, "before".to_owned()))
                    .chain(looks.into_iter().map(|at| (at, format_day(zone.day_of(at)))))
                {
                    for (lead, days) in together.at(at).leads.iter().zip(&mut expected) {
                        let StageId::Step(step) = lead.stage else { continue };
                        for day in days[..=usize::from(step)].iter_mut().filter(|day| day.is_empty()) {
                            day.clone_from(&said);
                        }
                    }
                }
                for ((case, _), expected) in cases.iter().zip(&expected) {
                    let (_, reached) = &found[&case.row];
                    let came: Vec<String> = reached.days.iter().map(ToString::to_string).collect();
                    reached_later += came.iter().filter(|day| day.starts_with('2')).count();
                    assert_eq!(
                        &came,
                        expected,
                        "{name}, data {number}, row {}, as of {}",
                        case.row,
                        format_instant(as_of)
                    );
                }
            }
        }
    }
    assert!(reached_later > 10, "only {reached_later} steps were reached on a day");
}

/// The example: of the companies that became customers, those that its accounts show, and those that single leads show.
#[test]
fn the_example_finds_deals_that_leads_alone_miss() {
    let folder = "examples/companies";
    let rules = usable(&read_file(std::path::Path::new("examples/companies/companies.leadrules"))).clone();
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let file = |name: &str| Input::bytes(name, files::read_bytes(format!("{folder}/{name}")));
    let (leads, events, accounts) = (file("people.csv"), file("events.csv"), file("companies.csv"));
    let options = ReadOptions::default();
    let request = Request {
        rules: &rules,
        leads: &leads,
        options: &options,
        events: EventSource::Log(&events, &options),
        keep: &["Email".to_owned()],
        as_of: rules.zone.parse_as_of("2026-11-23").expect("a day"),
        rule_points: true,
        trace: false,
        accounts: Some(AccountSource::File(&accounts, &options)),
    };
    let mut hot: BTreeSet<String> = BTreeSet::new();
    let mut sink = |results: Results, _| {
        for (row, lead) in rows(&rules, &results).iter().enumerate().filter(|(_, lead)| lead.stage == "Hot") {
            assert!(lead.excluded.is_none(), "who has left is not called");
            hot.insert(text::domain(results.kept[0].value(row)));
        }
        Ok(())
    };
    let scoring = run::score(&request, &mut |_| ()).expect("data that can be read");
    let report = scoring.for_each(&mut sink, &mut |_| ()).expect("data that can be read");
    let results = report.accounts.expect("rules about accounts").results;
    let scored: Vec<Row> = results.iter().flat_map(|results| rows(&about.rules, results)).collect();
    let data = files::read(format!("{folder}/companies.csv"));
    let won: BTreeSet<&str> =
        data.lines().filter(|line| line.ends_with(",yes")).filter_map(|line| line.split(',').next()).collect();
    let ready = |row: &&Row| ["Engaged", "Buying"].contains(&row.stage.as_str());
    let ready: BTreeSet<&str> = scored.iter().filter(ready).filter_map(|row| row.key.as_deref()).collect();
    let alone: BTreeSet<&str> =
        scored.iter().filter_map(|row| row.key.as_deref()).filter(|key| hot.contains(*key)).collect();
    let deals = |shown: &BTreeSet<&str>| (shown.len(), shown.intersection(&won).count());
    assert_eq!((scored.len(), won.len()), (300, 31));
    assert_eq!(deals(&alone), (34, 5), "companies with a lead that is hot, and how many of them bought");
    assert_eq!(deals(&ready), (41, 21), "companies that are engaged, and how many of them bought");
}

/// For a pull request: accounts follow the leads, and what an account asks of its leads says why it moves.
#[test]
fn accounts_that_move_are_in_a_comment() {
    let folder = "examples/companies";
    let done = crate::files::program()
        .current_dir(files::root())
        .args(["diff", "examples/companies/companies.leadrules", "tests/cmd/companies-now.leadrules", "--data"])
        .arg(format!("{folder}/people.csv"))
        .arg(format!("--events={folder}/events.csv"))
        .arg(format!("--accounts={folder}/companies.csv"))
        .args(["--as-of", "2026-11-23", "--leads", "1", "--format", "markdown"])
        .output()
        .expect("the program is there");
    let page = String::from_utf8(done.stdout).expect("UTF-8");
    let (leads, accounts) = page.split_once("### Who moves: 300 accounts as of").expect("accounts follow");
    assert!(leads.contains("### Who moves: 2,000 leads as of") && leads.contains("<summary>Leads that move</summary>"));
    assert!(accounts.contains("**5 accounts move; 199 more have other scores at the stage that they had.**"));
    assert!(accounts.contains("<summary>Accounts that move</summary>"));
    assert!(accounts.contains("count of leads where (engagement \\>= 8) 5 to 2"), "{accounts}");
}
