//! An account and its leads, evaluated together. In: what is known of the account, and its leads with their events; out: what
//! comes out for each. Nothing is skipped: every turn evaluates all leads and the account again, and from a turn in which
//! something is not known yet nothing is taken that depends on it.

use crate::calendar::Instant;
use crate::decimal::{Decimal, Points, RESULT_LIMIT, divide_rounded};
use crate::ir::{self, Accounts, Gathered, OfAccount, Over, Rules, StageId};
use crate::lead::{Event, Lead, ScoreOutcome};
use crate::types::{Truth, Value};

use super::evaluation::{Evaluation, evaluate};
use super::lead::of_member;
use super::outcome::LeadOutcome;

/// A lead or an account as it is once everything is known, and what comes out for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// Its fields, with what it has asked.
    pub lead: Lead,
    /// What it did; `None` without a log.
    pub events: Option<Vec<Event>>,
    /// What comes out.
    pub outcome: LeadOutcome,
}

/// An account and its leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// The account, which did what its leads did that are not set apart.
    pub account: Evaluated,
    /// Its leads, in the order in which they were given.
    pub leads: Vec<Evaluated>,
}

impl Company {
    /// What a lead of this account asks of it.
    #[must_use]
    pub fn answer(&self, of: OfAccount) -> Option<Value> {
        of_account(of, &self.account.lead, Some(&CameOut::from(&self.account.outcome)))
    }
}

/// Evaluates an account and all its leads, each of which stands here once. Without `has_log` there is no log, whatever the
/// leads have.
///
/// # Panics
/// If the rule set says nothing about accounts.
#[must_use]
pub fn company(rules: &Rules, as_of: Instant, account: &Lead, leads: &[(Lead, Vec<Event>)], has_log: bool) -> Company {
    let accounts = rules.accounts.as_ref().expect("a rule set that declares accounts");
    let mut account = account.clone();
    account.fields.resize(accounts.rules.fields.len(), None);
    let mut leads = leads.to_vec();
    for asked in &accounts.asked {
        if let OfAccount::Itself | OfAccount::Field(_) = asked.of {
            let value = of_account(asked.of, &account, None);
            for (lead, _) in &mut leads {
                lead.fields[usize::from(asked.field.0)].clone_from(&value);
            }
        }
    }
    let mut turn = 0;
    loop {
        let outcomes: Vec<Evaluation<'_>> = leads
            .iter()
            .map(|(lead, events)| Evaluation::new(rules, as_of, lead, has_log.then_some(events.as_slice())))
            .collect();
        let counted: Vec<&Evaluation<'_>> =
            outcomes.iter().filter(|evaluation| evaluation.outcome().exclusion.is_none()).collect();
        for gathered in accounts.gathered.iter().filter(|gathered| gathered.turn <= turn) {
            account.fields[usize::from(gathered.field.0)] = over(gathered, &counted).map(Value::Number);
        }
        let outcomes: Vec<LeadOutcome> = outcomes.into_iter().map(|evaluation| evaluation.outcome().clone()).collect();
        let counted = leads.iter().zip(&outcomes).filter(|(_, outcome)| outcome.exclusion.is_none());
        let events: Vec<Event> = counted.flat_map(|((_, events), _)| events.iter().cloned()).collect();
        let events = has_log.then_some(events);
        let outcome = evaluate(&accounts.rules, as_of, &account, events.as_deref());
        if turn == accounts.turns {
            let leads = leads.into_iter().zip(outcomes);
            let lead = |((lead, events), outcome)| Evaluated { lead, events: has_log.then_some(events), outcome };
            return Company { account: Evaluated { lead: account, events, outcome }, leads: leads.map(lead).collect() };
        }
        turn += 1;
        fill(accounts, turn, (&account, &outcome), &mut leads);
    }
}

/// The account and the leads of a test about one.
#[must_use]
pub fn company_of_test(rules: &Rules, test: &ir::Test, said: &ir::Company) -> Company {
    let accounts = rules.accounts.as_ref().expect("a test of an account is there where accounts are declared");
    let (account, _) = of_member(&accounts.rules, (&said.account, &[]));
    let leads: Vec<_> = said.leads.iter().map(|member| of_member(rules, (&member.lead, &member.events))).collect();
    company(rules, test.as_of, &account, &leads, rules.log.is_some())
}

/// Tells leads what is known of their account in this turn.
fn fill(accounts: &Accounts, turn: u16, (account, outcome): (&Lead, &LeadOutcome), leads: &mut [(Lead, Vec<Event>)]) {
    for asked in accounts.asked.iter().filter(|asked| asked.turn <= turn) {
        let value = of_account(asked.of, account, Some(&CameOut::from(outcome)));
        for (lead, _) in &mut *leads {
            lead.fields[usize::from(asked.field.0)].clone_from(&value);
        }
    }
}

/// What came out for an account, as far as leads ask for it.
#[derive(Copy, Clone, Debug)]
pub struct CameOut<'a> {
    /// By score id.
    pub scores: &'a [ScoreOutcome],
    /// By label id.
    pub labels: &'a [Option<String>],
    /// Its stage.
    pub stage: StageId,
}

impl<'a> From<&'a LeadOutcome> for CameOut<'a> {
    fn from(outcome: &'a LeadOutcome) -> Self {
        Self { scores: &outcome.scores, labels: &outcome.labels, stage: outcome.stage }
    }
}

/// What a lead asks of its account, as far as it is known.
#[must_use]
pub fn of_account(of: OfAccount, account: &Lead, outcome: Option<&CameOut<'_>>) -> Option<Value> {
    match of {
        OfAccount::Itself => Some(Value::Truth(true)),
        OfAccount::Field(id) => account.fields[usize::from(id.0)].clone(),
        OfAccount::Score(id) => {
            outcome?.scores[usize::from(id.0)].points.map(|points: Points| Value::Number(points.to_decimal()))
        }
        OfAccount::Label(id) => outcome?.labels[usize::from(id.0)].clone().map(Value::Text),
        OfAccount::Stage => Rules::had(Some(outcome?.stage)).map(Value::Choice),
    }
}

/// What is worked out over leads, given of each whether it is taken, and its quantity.
#[must_use]
pub fn over_leads(of: &Over, leads: &[(bool, Option<Decimal>)]) -> Option<Decimal> {
    let values = || leads.iter().filter(|(is_taken, _)| *is_taken).filter_map(|(_, value)| *value);
    let sum = || values().map(|value| value.0).sum::<i128>();
    let count = |number: usize| i64::try_from(number).expect("leads are counted in 64 bits");
    let taken = || count(leads.iter().filter(|(is_taken, _)| *is_taken).count());
    match of {
        Over::Count => Some(Decimal::whole(taken())),
        Over::CountOthers => Some(Decimal::whole(count(leads.len()) - taken())),
        Over::Total(_) => Some(sum()).filter(|total| total.abs() < RESULT_LIMIT).map(Decimal),
        Over::Average(_) => match values().count() {
            0 => None,
            number => Some(Decimal(divide_rounded(sum(), i128::from(count(number))))),
        },
        Over::Highest(_) => values().max(),
        Over::Lowest(_) => values().min(),
    }
}

/// The same over leads that are evaluated.
fn over(gathered: &Gathered, leads: &[&Evaluation<'_>]) -> Option<Decimal> {
    let is_taken =
        |lead: &Evaluation<'_>| gathered.filter.as_ref().is_none_or(|filter| lead.truth(filter) == Truth::True);
    let value = |lead: &Evaluation<'_>| gathered.of.quantity().and_then(|of| lead.value(of));
    over_leads(&gathered.of, &leads.iter().map(|lead| (is_taken(lead), value(lead))).collect::<Vec<_>>())
}
