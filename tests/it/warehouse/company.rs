//! Rules about accounts as SQL: what the query of leads and that of accounts give on engines is what the reference gives. Data is made
//! up for the cases about accounts.

use std::collections::HashMap;

use leadrules_language::calendar::{self, Instant};
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::sql;
use leadrules_language::text;
use serde_json::{Value as Json, json};

use crate::accounts::{self, Data, Row};
use crate::generate::{self, Seeds};
use crate::typed::Plain;

use super::{engine, id_column, run, tables, variable};

/// Rows of a table have no order, so that none of those with one key is the first: here they are all alike.
fn alike(accounts: &Accounts, data: &mut Data) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..data.plain.leads.len() {
        if let Some(key) = data.plain.leads[at].0.clone() {
            let first = *first.entry(key).or_insert(at);
            data.plain.leads[at].1 = data.plain.leads[first].1.clone();
        }
    }
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..data.accounts.len() {
        if let Some(key) = &data.accounts[at].0 {
            let key = if accounts.folds_keys() { text::fold(key) } else { key.clone() };
            let first = *first.entry(key).or_insert(at);
            data.accounts[at] = data.accounts[first].clone();
        }
    }
}

/// A row as the engine is to give it.
fn expected(rules: &Rules, row: &Row, leads: Option<u32>) -> Json {
    let mut cells = vec![json!(row.key)];
    cells.extend(leads.map(|leads| json!(i64::from(leads) * 100)));
    cells.extend(row.scores.iter().map(|points| json!(points)));
    cells.extend(row.labels.iter().map(|label| json!(label)));
    cells.push(json!(row.stage));
    cells.push(json!(row.excluded.map(|at| rules.exclusions[at].reason.clone())));
    cells.extend(row.rules.iter().map(|points| json!(points)));
    Json::Array(cells)
}

/// Which columns are numbers, given in hundredths.
fn exact(rules: &Rules, with_leads: bool) -> Vec<bool> {
    let mut exact = vec![false];
    exact.extend(with_leads.then_some(true));
    exact.extend(rules.scores.iter().map(|_| true));
    exact.extend(rules.labels.iter().map(|_| false));
    exact.extend([false, false]);
    exact.extend(rules.rules().iter().map(|_| true));
    exact
}

/// A job for the query of leads or of accounts; or why there is none.
fn job(
    name: &str,
    rules: &Rules,
    as_of: Instant,
    data: &Data,
    (of, with_table): (sql::Of, bool),
) -> Result<Json, String> {
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let (_, dialect) = engine();
    let event_id = id_column(rules, &data.plain);
    let options = sql::Options {
        dialect,
        as_of: sql::AsOf::At(as_of),
        leads: "leads",
        events: data.plain.events.as_ref().map(|_| "events"),
        of,
        accounts: if with_table { sql::AccountData::Table("accounts") } else { sql::AccountData::Nowhere },
        event_id: event_id.as_deref(),
        explain: true,
        previous: sql::Previous::Marked,
    };
    let query = sql::select(rules, &options)
        .map_err(|refusals| refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let (leads, events) = tables(rules, &data.plain).ok_or("fields share a column")?;
    let of_accounts = Plain { leads: data.accounts.clone(), events: None };
    let (table, _) = tables(&about.rules, &of_accounts).ok_or("fields of accounts share a column")?;
    let (of_leads, of_accounts) = accounts::by_reference(rules, as_of, data);
    let (exact, rows): (_, Vec<Json>) = match of {
        sql::Of::Leads => (exact(rules, false), of_leads.iter().map(|row| expected(rules, row, None)).collect()),
        sql::Of::Accounts => {
            let rows = of_accounts.iter().map(|(row, leads)| expected(&about.rules, row, Some(*leads)));
            (exact(&about.rules, true), rows.collect())
        }
    };
    let of = if of == sql::Of::Leads { "leads" } else { "accounts" };
    let name = format!("{name}, {of}, as of {}", calendar::format_instant(as_of));
    let accounts = if with_table { table } else { Json::Null };
    Ok(json!({"name": name, "leads": leads, "events": events, "accounts": accounts, "sql": query, "as_of": null,
        "expected": {"exact": exact, "rows": rows}}))
}

#[test]
fn accounts_come_out_the_same_as_by_sql() {
    let number =
        |name: &str, otherwise: u64| variable(name).map_or(otherwise, |text| text.parse().expect("a whole number"));
    let (each, seed) = (number("LEADRULES_CASES", 50).div_ceil(10), number("LEADRULES_SEED", 0));
    let mut jobs = Vec::new();
    let mut refused: HashMap<String, u64> = HashMap::new();
    for (name, rules) in accounts::cases() {
        let about = rules.accounts.as_ref().expect("rules about accounts");
        for number in seed..seed + each {
            let seeds =
                Seeds { head: number, lines: Vec::new(), ends: Vec::new(), leads: Vec::new(), events: Vec::new() };
            let as_of = generate::as_of(&seeds, &rules);
            let mut data = accounts::made_up(number * 7919 + 1, &rules, about);
            alike(about, &mut data);
            let without = Data { plain: data.plain.clone(), accounts: Vec::new() };
            for of in [sql::Of::Leads, sql::Of::Accounts] {
                let with_table = !number.is_multiple_of(4);
                let data = if with_table { &data } else { &without };
                match job(&format!("{name}, data {number}"), &rules, as_of, data, (of, with_table)) {
                    Ok(job) => jobs.push(job),
                    Err(why) => *refused.entry(format!("{name}: {why}")).or_default() += 1,
                }
            }
        }
    }
    println!("{} written; not written: {refused:#?}", jobs.len());
    assert!(jobs.len() > 100, "most cases can be written");
    run("accounts", &jobs);
}
