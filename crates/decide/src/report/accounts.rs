//! The part of the page about accounts: where they stand, and the first of them with the people behind them and why. In: leads, then
//! accounts, as `sample` gives them; out: what the template shows.

use std::cmp::Reverse;

use arrow_array::Array;
use hashbrown::HashMap;

use super::answer::{Answer, Table, answer};
use super::sentence::spoken;
use crate::call_list::{self, CallList};
use crate::sample::Part;
use leadrules_engine::accounts::{Both, keys};
use leadrules_engine::columns::Results;
use leadrules_engine::run::Counts;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Accounts, EXCLUDED, Rules, StageId};
use leadrules_language::types::Truth;
use leadrules_language::words::{Locale, Text, Value, say};

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
    name: Text,
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
            let name = kept.chain(called).find(|name| !name.is_empty());
            let person = Person {
                stage: results.stages[row],
                points: self.order.iter().map(points).collect(),
                name: name.map_or_else(|| say!("row {row}", row = (part.rows[row] + 1).to_string()), Text::verbatim),
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
    pub(super) fn said(&self) -> Option<Text> {
        let (top, count) = (self.about().stages.steps.last()?, self.counts.stages.last()?);
        let stage = &top.name;
        Some(say!(
            "{accounts} {accounts|account is|accounts are} at {stage}, the highest of their stages.",
            accounts = *count,
            stage
        ))
    }

    fn about(&self) -> &'a Rules {
        &self.both.accounts.rules
    }

    /// The part of the page.
    pub(super) fn shown(&mut self, locale: Locale) -> Answer {
        let rules = self.about();
        let mut stages = Table::new(locale, 1, vec![say!("stage"), say!("accounts"), say!("share")]);
        let names = std::iter::once(&rules.stages.none).chain(rules.stages.steps.iter().map(|step| &step.name));
        let all = self.counts.leads;
        let line = |name: &str, count: u64| vec![Text::verbatim(name), Text::figure(count), Text::share(count, all)];
        let mut lines: Vec<_> = names.zip(&self.counts.stages).map(|(name, count)| line(name, *count)).collect();
        lines.reverse();
        if !rules.exclusions.is_empty() {
            lines.push(line(EXCLUDED, self.counts.excluded()));
        }
        for line in lines {
            stages.add(line);
        }
        let said = say!(
            "The highest stage first. The people behind an account are its leads that have come furthest, of {accounts} accounts in all.",
            accounts = all
        );
        let first = (say!("The first accounts, the people behind them, and why"), self.first(locale).folded());
        let tables = vec![first, (say!("Where the accounts are"), stages)];
        answer(locale, "accounts", &say!("Accounts"), &[said], tables)
    }

    fn first(&mut self, locale: Locale) -> Table {
        let rules = self.about();
        let mut heads = vec![say!("account"), say!("stage"), say!("the people behind it"), say!("why")];
        let texts = heads.len();
        heads.extend(rules.scores.iter().map(|score| Text::verbatim(spoken(&score.name))));
        let mut table = Table::new(locale, texts, heads);
        let names: Vec<&str> = rules.rules().iter().map(|(_, rule)| rule.title.as_str()).collect();
        let called = self.calls.finish();
        let results = called.results.iter();
        let places = results.flat_map(|results| (0..results.rows).map(move |row| (results, row)));
        places.for_each(|(results, row)| table.add(self.row(results, row, &names)));
        table
    }

    /// What is said of an account.
    fn row(&mut self, results: &Results, row: usize, names: &[&str]) -> Vec<Text> {
        let rules = self.about();
        let key = results.keys.is_valid(row).then(|| results.keys.value(row));
        let given = results.rules.iter().flatten().map(|points| points[row]).zip(names);
        let mut reasons: Vec<(i64, &&str)> = given.filter(|(points, _)| *points != 0).collect();
        reasons.sort_by_key(|(points, _)| Reverse(points.abs()));
        let said = |(points, name): &(i64, &&str)| {
            Text::row(vec![Text::figure(Value::Signed(Points(*points))), Text::verbatim(**name)], " ")
        };
        let why: Vec<Text> = reasons.iter().take(REASONS).map(said).collect();
        let mut cells = vec![
            key.map_or_else(|| say!("(without a key)"), Text::verbatim),
            Text::verbatim(rules.stages.name(StageId::of_number(results.stages[row]))),
            key.map_or_else(Text::empty, |key| self.people_of(key)),
            Text::row(why, ", "),
        ];
        let score = |at| points_in(results, at, row).map_or_else(Text::empty, |points| Text::figure(Points(points)));
        cells.extend((0..rules.scores.len()).map(score));
        cells
    }

    /// The people of an account, those that have come furthest first: `Tine Lambert (Hot), Luc Maes (MQL), 3 more`.
    fn people_of(&mut self, key: &str) -> Text {
        let stages = &self.both.leads.stages;
        let Some(people) = self.people.get_mut(&self.both.accounts.compared(key)) else { return say!("nobody") };
        people.sort_by(|one, other| (other.stage, &other.points).cmp(&(one.stage, &one.points)));
        let named = |person: &Person| {
            let stage = stages.name(StageId::of_number(person.stage));
            say!("{name} ({stage})", name = &person.name, stage)
        };
        let mut named: Vec<Text> = people.iter().take(PEOPLE).map(named).collect();
        if people.len() > PEOPLE {
            named.push(say!("{count} more", count = people.len() - PEOPLE));
        }
        Text::row(named, ", ")
    }
}

/// The points of a score, in hundredths, if they are known.
fn points_in(results: &Results, score: usize, row: usize) -> Option<i64> {
    let points = &results.scores[score].points;
    points.is_valid(row).then(|| points.value(row))
}
