//! Whether it can be read what became of leads. In: an outcome, and a request to run rules over data; out: a request that holds the
//! fields which the outcome looks at to what the fields are held to that rules look at, and what could not be read all the same.

use leadrules_engine::data::{Fitness, ReadOptions, ReadReport};
use leadrules_engine::run::{AccountSource, Request};
use leadrules_language::ir::Rules;
use leadrules_language::words::{Text, say};

use super::Outcome;
use super::facts::Facts;
use crate::whom::Whom;

/// How data is read that says what became of leads or accounts.
#[derive(Debug)]
pub struct Legible {
    leads: ReadOptions,
    accounts: Option<ReadOptions>,
}

impl Legible {
    /// As the request says, and so that the outcome can be read.
    #[must_use]
    pub fn new(outcome: Option<&Outcome>, whom: Whom, request: &Request<'_>) -> Self {
        let rules = request.rules;
        let facts = outcome.map(|outcome| Facts::of(rules, whom, &outcome.fields)).unwrap_or_default();
        let held = |options: &ReadOptions, of: &mut dyn Iterator<Item = String>| ReadOptions {
            fitness: options.fitness.clone().map(|mut fitness: Fitness| {
                fitness.fields.extend(of);
                fitness
            }),
            ..options.clone()
        };
        let of_leads = facts.leads.iter().map(|&id| rules.field(id).name.clone());
        let about = rules.accounts.as_ref().map(|accounts| &accounts.rules);
        let of_accounts = facts.accounts.iter().filter_map(|&id| Some(about?.field(id).name.clone()));
        let accounts = match request.accounts {
            Some(AccountSource::File(_, options)) => Some(held(options, &mut of_accounts.into_iter())),
            Some(AccountSource::None) | None => None,
        };
        Self { leads: held(request.options, &mut of_leads.into_iter()), accounts }
    }

    /// The request, with data read so.
    #[must_use]
    pub fn request<'a>(&'a self, request: Request<'a>) -> Request<'a> {
        let accounts = match (request.accounts, &self.accounts) {
            (Some(AccountSource::File(input, _)), Some(options)) => Some(AccountSource::File(input, options)),
            (accounts, _) => accounts,
        };
        Request { options: &self.leads, accounts, ..request }
    }
}

/// Of the fields of leads that the outcome looks at: which values could not be read, so that they count as empty.
#[must_use]
pub fn illegible(rules: &Rules, outcome: &Outcome, whom: Whom, report: &ReadReport) -> Vec<Text> {
    let of = whom.rules(rules).unwrap_or(rules);
    let fields = outcome.fields.iter().filter_map(|&id| Some((of.field(id), report.fields.get(usize::from(id.0))?)));
    let unread = fields.filter(|(_, report)| report.invalid.count > 0);
    let said = unread.map(|(field, report)| {
        let examples = report.invalid.examples.iter().map(|(place, misfit)| {
            let (text, why) = (&misfit.text, misfit.why.said());
            say!("\"{text}\" in {place} is {why}", text, place = place.said(), why)
        });
        say!(
            "{count} of {all} values of `{name}`, which the outcome looks at, do not fit the field and count as empty: {examples}",
            count = report.invalid.count,
            all = report.known + report.invalid.count,
            name = &field.name,
            examples = Text::row(examples.collect(), "; ")
        )
    });
    said.collect()
}
