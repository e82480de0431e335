//! One lead of many: why it has its stage, what would lift it, how it came there, and the lead as a test. The answers are
//! those of the commands. In: a lead in memory, and all others where it asks something of its account; out: what the command prints
//! as JSON.

use leadrules_decide::company::{self, Company, Who};
use leadrules_decide::reach::{self, Limits};
use leadrules_decide::replay::{self, Case, Extra};
use leadrules_decide::timeline::{self, Span};
use leadrules_engine::columns::Leads;
use leadrules_engine::data::{Held, Input, ReadOptions};
use leadrules_engine::run::Request;
use leadrules_engine::shelf::Shelf;
use leadrules_language::analyze::Witness;
use leadrules_language::calendar::Instant;
use leadrules_language::explain;
use leadrules_language::ir::Rules;
use leadrules_language::reference::evaluate;
use leadrules_language::words::{Text, say};
use serde::Serialize;

/// A lead, and the rules that it is looked at with.
#[derive(Debug)]
pub struct Single<'a> {
    rules: &'a Rules,
    as_of: Instant,
    case: Case,
    all: Request<'a>,
}

/// Why a lead has its scores and its stage.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    #[serde(flatten)]
    explanation: explain::Explanation,
    /// The key of its account, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    account_key: Option<String>,
}

impl<'a> Single<'a> {
    /// The lead in a place of these batches, which know what they ask of their accounts; `number` is that of its row in the data, `all`
    /// the request for all leads. The error is a sentence.
    ///
    /// # Errors
    /// If it can't be read back.
    pub fn new(all: &Request<'a>, leads: &Shelf, (batch, row): (usize, usize), number: u32) -> Result<Self, Text> {
        let Request { rules, as_of, .. } = *all;
        let leads = leads.batch(batch).map_err(|error| Text::verbatim(error.to_string()))?;
        let mut one = Leads::gather(std::slice::from_ref(&*leads), &[(0, row)]);
        one.events = leads.events.as_ref().map(|events| events.of_row(row));
        one.kept = Vec::new();
        let input = Input::columns("leads", Held { leads: Shelf::from(vec![one]), kept: [].into() });
        let request =
            Request { leads: &input, options: &ReadOptions::default(), rule_points: false, accounts: None, ..*all };
        let cases = replay::read(&request, Extra::default(), &mut |_| true, &mut |_| ()).map_err(Text::from)?;
        let case = cases.into_iter().next().ok_or_else(|| say!("there is no such lead"))?;
        Ok(Self { rules, as_of, case: Case { row: number.into(), ..case }, all: *all })
    }

    /// As `leadrules explain --format json`.
    #[must_use]
    pub fn explained(&self) -> Explained {
        let Case { key, lead, events, .. } = &self.case;
        let about = self.rules.accounts.as_ref();
        Explained {
            explanation: explain::explain(self.rules, self.as_of, key.clone(), lead, events.as_deref()),
            account_key: about.and_then(|about| company::key_of(self.rules, about, lead)),
        }
    }

    /// The lead's company and its place there, where it asks something of its account.
    fn company(&self) -> Result<Option<(Company, usize)>, Text> {
        let is_asking = self.rules.accounts.as_ref().is_some_and(|about| about.are_asked());
        let found = is_asking.then(|| company::of_lead(&self.all, &self.case, &mut |_| ()));
        found.transpose().map(Option::flatten).map_err(Text::from)
    }

    /// As `leadrules explain --to STAGE --format json`.
    ///
    /// # Errors
    /// If there is no such stage.
    pub fn reach(&self, stage: &str) -> Result<reach::Reach, Text> {
        let step = self.rules.stages.steps.iter().position(|step| step.name == stage);
        let step =
            step.and_then(|at| u16::try_from(at).ok()).ok_or_else(|| say!("there is no stage `{stage}`", stage))?;
        let (rules, as_of, limits) = (self.rules, self.as_of, Limits::default());
        let among = self
            .company()?
            .and_then(|(company, place)| reach::reach_among(rules, (&company, Who::Lead(place)), as_of, step, limits));
        Ok(among.unwrap_or_else(|| reach::reach(rules, &self.case, as_of, step, limits)))
    }

    /// As `leadrules timeline --format json`, looking so many days ahead.
    ///
    /// # Errors
    /// If its company can't be read, which would be a mistake of ours.
    pub fn timeline(&self, ahead: u32) -> Result<timeline::Timeline, Text> {
        let span = Span { since: None, as_of: self.as_of, ahead };
        let company = self.company()?;
        let among =
            company.and_then(|(company, place)| timeline::timeline_among(self.rules, &company, Who::Lead(place), span));
        Ok(among.unwrap_or_else(|| timeline::timeline(self.rules, &self.case, span)))
    }

    /// The lead as a `test`, which expects what came out for it.
    ///
    /// # Errors
    /// If a test can't express it.
    pub fn test(&self, title: &str) -> Result<Test, Text> {
        if self.rules.accounts.as_ref().is_some_and(|about| about.are_asked()) {
            return Err(say!(
                "it asks something of its account, so a test needs the account and its other leads too: write one that begins with \
                 `account`"
            ));
        }
        let events = self.case.events.clone().unwrap_or_default();
        let known = events.iter().filter(|event| event.time <= self.as_of).cloned().collect();
        let witness = Witness { lead: self.case.lead.clone(), events: known, as_of: self.as_of, company: None };
        if !witness.is_writable() {
            return Err(say!("it did something that the rules do not declare, which a test can't say"));
        }
        let outcome = evaluate(self.rules, self.as_of, &self.case.lead, self.case.events.as_deref());
        let scores = self.rules.scores.iter().zip(&outcome.scores);
        let mut expected: Vec<String> =
            scores.filter_map(|(score, of)| Some(format!("{} = {}", score.name, of.points?))).collect();
        if !self.rules.stages.steps.is_empty() {
            let name = self.rules.stages.name(outcome.stage);
            expected.push(format!("stage is {}", leadrules_language::source::quoted(name)));
        }
        Ok(Test { text: witness.as_test(self.rules, title, &expected) })
    }
}

/// A test block.
#[derive(Clone, Debug, Serialize)]
pub struct Test {
    text: String,
}
