//! An account and its leads, seen together from one instant after the other. In: what is known of them and what they did; out: what
//! comes out for each of them at an instant.
//!
//! At an instant, leads are evaluated, then the account with what it asks of them, then leads again with what they ask of it, until
//! nothing changes. That ends, and wherever it starts it ends in the same: what they ask of each other never runs in a circle.

use std::borrow::Cow;

use leadrules_engine::engine::{Asked, Course, LeadTrace, Looking, Plan, Watch};
use leadrules_language::calendar::Instant;
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Accounts, Cond, Gathered, Quantity, Rules, StageId};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::reference::{CameOut, of_account, over_leads};
use leadrules_language::types::{Truth, Value};

use crate::change;

/// The plans by which companies are looked at.
#[derive(Debug)]
pub struct Plans<'r> {
    /// What is said about leads.
    pub rules: &'r Rules,
    /// What is said about accounts.
    pub about: &'r Accounts,
    leads: Plan,
    accounts: Plan,
    /// How many quantities are asked of leads before those that accounts ask for.
    own: usize,
}

/// What is on its way in each of these is seen on these nights.
#[derive(Debug)]
pub struct Watches {
    leads: Watch,
    accounts: Watch,
}

/// Who of a company is meant.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The account.
    Account,
    /// The lead in this place.
    Lead(usize),
}

/// A lead of a company: what is known of it, what it did, and whether it counts there. One that repeats another does not.
pub type Member<'p> = (&'p Lead, &'p [Event], bool);

/// What came out for an account and its leads.
#[derive(Clone, Debug)]
pub struct Look {
    /// The account.
    pub account: LeadTrace,
    /// Its leads, in their order.
    pub leads: Vec<LeadTrace>,
}

impl Look {
    /// What came out for one of them.
    #[must_use]
    pub fn of(mut self, who: Who) -> LeadTrace {
        match who {
            Who::Account => self.account,
            Who::Lead(place) => self.leads.swap_remove(place),
        }
    }
}

/// An account and its leads.
#[derive(Debug)]
pub struct Together<'p> {
    plans: &'p Plans<'p>,
    members: Vec<Course<'p>>,
    events: Vec<&'p [Event]>,
    is_counted: Vec<bool>,
    account: Course<'p>,
    /// Whose events the account's course is made of.
    doers: Vec<bool>,
    /// The stages of the leads at the last instant.
    stages: Vec<StageId>,
}

impl<'r> Plans<'r> {
    /// Prepares the rules; nothing if they say nothing about accounts.
    #[must_use]
    pub fn new(rules: &'r Rules, has_log: bool) -> Option<Self> {
        let about = rules.accounts.as_deref()?;
        let conditions: Vec<Cond> = about.gathered.iter().filter_map(|one| one.filter.clone()).collect();
        let quantities: Vec<Quantity> = about.gathered.iter().filter_map(|one| one.of.quantity().cloned()).collect();
        let asked = Asked { conditions: &conditions, quantities: &quantities, ..Asked::default() };
        let (leads, own) = change::plan_asking(rules, has_log, asked);
        Some(Self { rules, about, leads, accounts: change::plan(&about.rules, has_log), own })
    }

    /// On which of these nights companies must be looked at.
    #[must_use]
    pub fn watches(&self, nights: &[Instant]) -> Watches {
        let watch = |plan: &Plan| plan.watch(nights.to_vec(), Looking::Anything);
        Watches { leads: watch(&self.leads), accounts: watch(&self.accounts) }
    }
}

impl<'p> Together<'p> {
    /// An account and its leads, of which nothing is known yet that they ask of each other.
    #[must_use]
    pub fn new(plans: &'p Plans<'p>, account: &'p Lead, members: &[Member<'p>]) -> Self {
        let events: Vec<&[Event]> = members.iter().map(|(_, events, _)| *events).collect();
        let is_counted: Vec<bool> = members.iter().map(|(.., is_counted)| *is_counted).collect();
        let doers = is_counted.clone();
        Self {
            plans,
            members: members.iter().map(|(lead, events, _)| plans.leads.course(lead, events)).collect(),
            account: plans.accounts.course_of(Cow::Borrowed(account), done(&events, &doers)),
            stages: vec![StageId::None; members.len()],
            events,
            is_counted,
            doers,
        }
    }

    /// Everything that comes out at an instant.
    pub fn at(&mut self, as_of: Instant) -> Look {
        let Plans { about, own, .. } = self.plans;
        loop {
            let leads: Vec<LeadTrace> = self.members.iter_mut().map(|lead| lead.at(as_of)).collect();
            let counts: Vec<bool> =
                leads.iter().zip(&self.is_counted).map(|(lead, counts)| *counts && lead.exclusion.is_none()).collect();
            if counts != self.doers {
                let account = Cow::Owned(self.account.lead().clone());
                self.account = self.plans.accounts.course_of(account, done(&self.events, &counts));
                self.doers.clone_from(&counts);
            }
            let counted: Vec<&LeadTrace> =
                leads.iter().zip(&counts).filter(|(_, counts)| **counts).map(|(lead, _)| lead).collect();
            let (mut filters, mut quantities) = (0.., *own..);
            for gathered in &about.gathered {
                let value = over(gathered, &counted, (&mut filters, &mut quantities));
                self.account.learn(gathered.field, value.map(Value::Number));
            }
            let account = self.account.at(as_of);
            if !self.answer(&account) {
                self.stages = leads.iter().map(|lead| lead.stage).collect();
                return Look { account, leads };
            }
        }
    }

    /// Tells leads what they ask of their account; whether any of it is new.
    fn answer(&mut self, account: &LeadTrace) -> bool {
        let came_out = CameOut { scores: &account.scores, labels: &account.labels, stage: account.stage };
        let mut is_new = false;
        for asked in &self.plans.about.asked {
            let value = of_account(asked.of, self.account.lead(), Some(&came_out));
            for lead in &mut self.members {
                is_new |= lead.learn(asked.field, value.clone());
            }
        }
        is_new
    }

    /// What is known of a lead, with what it asked at the last instant.
    #[must_use]
    pub fn lead(&self, member: usize) -> &Lead {
        self.members[member].lead()
    }

    /// The same of the account.
    #[must_use]
    pub fn account(&self) -> &Lead {
        self.account.lead()
    }

    /// Makes leads such as had no stage, for rules that ask for it.
    pub fn remember_nothing(&mut self) {
        self.members.iter_mut().for_each(|lead| lead.remember(None));
    }

    /// Makes leads such as had the stages that they had at the last instant.
    pub fn remember(&mut self) {
        for (lead, stage) in self.members.iter_mut().zip(&self.stages) {
            lead.remember(Some(*stage));
        }
    }

    /// The nights on which any of them must be looked at, by their places from `from` on, in their order: on no other night anything
    /// comes out otherwise than on the night before.
    #[must_use]
    pub fn watched(&self, watches: &Watches, from: usize) -> Vec<usize> {
        let (mut all, mut some) = (Vec::new(), Vec::new());
        for lead in &self.members {
            lead.watched(&watches.leads, from, &mut some);
            all.append(&mut some);
        }
        let everybody = done(&self.events, &vec![true; self.events.len()]);
        let account = self.plans.accounts.course_of(Cow::Borrowed(self.account.lead()), everybody);
        account.watched(&watches.accounts, from, &mut some);
        all.append(&mut some);
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What the leads did that count.
fn done<'p>(events: &[&'p [Event]], counts: &[bool]) -> Vec<&'p Event> {
    events.iter().zip(counts).filter(|(_, counts)| **counts).flat_map(|(events, _)| *events).collect()
}

/// What is worked out over leads, whose outcomes tell the truths of filters and the values of quantities in the order in which they
/// are gathered.
fn over(
    gathered: &Gathered,
    leads: &[&LeadTrace],
    (filters, quantities): (&mut impl Iterator<Item = usize>, &mut impl Iterator<Item = usize>),
) -> Option<Decimal> {
    let filter = gathered.filter.as_ref().and_then(|_| filters.next());
    let quantity = gathered.of.quantity().and_then(|_| quantities.next());
    let one = |lead: &&LeadTrace| {
        let is_taken = filter.is_none_or(|filter| lead.truths[filter] == Truth::True);
        (is_taken, quantity.and_then(|quantity| lead.values[quantity]))
    };
    over_leads(&gathered.of, &leads.iter().map(one).collect::<Vec<_>>())
}
