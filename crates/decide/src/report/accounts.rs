//! The part of the page about accounts: where they stand, and the first of them with the people behind them and why. In: leads, then
//! accounts, as `sample` gives them; out: what the template shows.

use std::cmp::Reverse;

use arrow_array::Array;
use hashbrown::HashMap;

use super::sentence::spoken;
use super::weekly::{Answer, Table, answer};
use crate::call_list::{self, CallList};
use crate::sample::Part;
use leadrules_engine::accounts::{Both, keys};
use leadrules_engine::columns::Results;
use leadrules_engine::run::Counts;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Accounts, EXCLUDED, Rules, StageId};
use leadrules_language::page::share;
use leadrules_language::text::{counted, grouped};
use leadrules_language::types::Truth;

/// At most so many people of an account are named.
const PEOPLE: usize = 4;

/// At most so many reasons are given.
const REASONS: usize = 4;

/// Counts accounts as they come, after their leads.
#[derive(Debug)]
pub struct Companies<'a> {
    both: Both<'a>,
    counts: Counts,
    /// The accounts to call.
    calls: CallList,
    /// By the key of an account: its leads that are not set apart.
    people: HashMap<String, Vec<Person>>,
    order: Vec<usize>,
}

/// A lead of an account: how far it has come, with how many points, and what it is called.
#[derive(Debug)]
struct Person {
    stage: u16,
    points: Vec<i64>,
    name: String,
}

impl<'a> Companies<'a> {
    /// A counter that has counted nothing yet, of which so many accounts are to be shown; `None` if the rules say nothing about accounts.
    #[must_use]
    pub fn new(rules: &'a Rules, top: usize) -> Option<Self> {
        let accounts: &Accounts = rules.accounts.as_deref()?;
        let settings = call_list::Settings { most: Some(top), ..Default::default() };
        Some(Self {
            both: Both { leads: rules, accounts },
            counts: Counts::new(&accounts.rules),
            calls: CallList::new(&accounts.rules, settings),
            people: HashMap::new(),
            order: call_list::order(rules),
        })
    }

    /// Takes in a batch of leads.
    pub fn add_leads(&mut self, part: &Part) {
        let results = &part.trace.results;
        for (row, key) in keys(self.both, &part.leads).into_iter().enumerate() {
            let Some(key) = key.filter(|_| results.stages[row] != StageId::EXCLUDED_NUMBER) else { continue };
            let points = |&at: &usize| points_in(results, at, row).unwrap_or(i64::MIN);
            let kept = results.kept.iter().filter(|kept| kept.is_valid(row)).map(|kept| kept.value(row));
            let called = results.keys.is_valid(row).then(|| results.keys.value(row));
            let names: Vec<&str> = kept.chain(called).filter(|name| !name.is_empty()).collect();
            let person = Person {
                stage: results.stages[row],
                points: self.order.iter().map(points).collect(),
                name: names.first().map_or_else(|| format!("row {}", part.rows[row] + 1), |name| (*name).to_owned()),
            };
            self.people.entry(key).or_default().push(person);
        }
    }

    /// Takes in a batch of accounts, once all leads are in.
    pub fn add(&mut self, part: &Part) {
        self.counts.add(&part.trace.results);
        self.calls.add(&part.trace.results, |_| Truth::Unknown);
    }

    /// What is said of them on the page.
    pub(super) fn said(&self) -> Option<String> {
        let (top, count) = (self.about().stages.steps.last()?, self.counts.stages.last()?);
        let accounts = counted(*count, "account is", "accounts are");
        Some(format!("{accounts} at {}, the highest of their stages.", top.name))
    }

    fn about(&self) -> &'a Rules {
        &self.both.accounts.rules
    }

    /// The part of the page.
    pub(super) fn shown(&mut self) -> Answer {
        let rules = self.about();
        let mut stages = Table::new(1, &["stage", "accounts", "share"]);
        let names = std::iter::once(&rules.stages.none).chain(rules.stages.steps.iter().map(|step| &step.name));
        let all = self.counts.leads;
        let line = |name: &str, count: u64| vec![name.to_owned(), grouped(count), share(count, all)];
        stages.rows.extend(names.zip(&self.counts.stages).map(|(name, count)| line(name, *count)));
        stages.rows.reverse();
        if !rules.exclusions.is_empty() {
            stages.rows.push(line(EXCLUDED, self.counts.excluded()));
        }
        let said = format!(
            "The highest stage first. The people behind an account are its leads that have come furthest, of {} accounts in all.",
            grouped(all)
        );
        let first = ("The first accounts, the people behind them, and why".to_owned(), self.first().folded());
        answer("accounts", "Accounts", vec![said], vec![first, ("Where the accounts are".to_owned(), stages)])
    }

    fn first(&mut self) -> Table {
        let rules = self.about();
        let scores: Vec<String> = rules.scores.iter().map(|score| spoken(&score.name)).collect();
        let mut heads = vec!["account", "stage", "the people behind it", "why"];
        let texts = heads.len();
        heads.extend(scores.iter().map(String::as_str));
        let mut table = Table::new(texts, &heads);
        let names: Vec<&str> = rules.rules().iter().map(|(_, rule)| rule.title.as_str()).collect();
        let called = self.calls.finish();
        let results = called.results.iter();
        let places = results.flat_map(|results| (0..results.rows).map(move |row| (results, row)));
        table.rows.extend(places.map(|(results, row)| self.row(results, row, &names)));
        table
    }

    /// What is said of an account.
    fn row(&mut self, results: &Results, row: usize, names: &[&str]) -> Vec<String> {
        let rules = self.about();
        let key = results.keys.is_valid(row).then(|| results.keys.value(row));
        let given = results.rules.iter().flatten().map(|points| points[row]).zip(names);
        let mut reasons: Vec<(i64, &&str)> = given.filter(|(points, _)| *points != 0).collect();
        reasons.sort_by_key(|(points, _)| Reverse(points.abs()));
        let said = |(points, name): &(i64, &&str)| format!("{} {name}", Points(*points).signed());
        let why: Vec<String> = reasons.iter().take(REASONS).map(said).collect();
        let mut cells = vec![
            key.unwrap_or("(without a key)").to_owned(),
            rules.stages.name(StageId::of_number(results.stages[row])).to_owned(),
            key.map_or_else(String::new, |key| self.people_of(key)),
            why.join(", "),
        ];
        let score = |at| points_in(results, at, row).map_or_else(String::new, |points| Points(points).to_string());
        cells.extend((0..rules.scores.len()).map(score));
        cells
    }

    /// The people of an account, those that have come furthest first: `Tine Lambert (Hot), Luc Maes (MQL), 3 more`.
    fn people_of(&mut self, key: &str) -> String {
        let stages = &self.both.leads.stages;
        let Some(people) = self.people.get_mut(&self.both.accounts.compared(key)) else { return "nobody".to_owned() };
        people.sort_by(|one, other| (other.stage, &other.points).cmp(&(one.stage, &one.points)));
        let named = |person: &Person| format!("{} ({})", person.name, stages.name(StageId::of_number(person.stage)));
        let mut named: Vec<String> = people.iter().take(PEOPLE).map(named).collect();
        if people.len() > PEOPLE {
            named.push(format!("{} more", grouped((people.len() - PEOPLE) as u64)));
        }
        named.join(", ")
    }
}

/// The points of a score, in hundredths, if they are known.
fn points_in(results: &Results, score: usize, row: usize) -> Option<i64> {
    let points = &results.scores[score].points;
    points.is_valid(row).then(|| points.value(row))
}
