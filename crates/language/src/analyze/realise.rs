//! Accounts and leads that show what a question found. In: cells of an account, with what it asks of its leads, or of a lead, with what it
//! asks of its account; out: an account and leads that come to that, confirmed by the oracle. Leads that are likely to do are asked
//! for first, and then it is tried which of them do together.

use std::cell::OnceCell;

use super::among::{Among, Member};
use super::effort::Effort;
use super::formula::Formula;
use super::kin::Kin;
use super::model::Model;
use super::query::Verdict;
use super::relations::{closed, is_so, makes, within};
use super::space::{Picked, Space};
use super::together::{Contribution, Want, Wanted, Way, ways};
use super::witness::Witness;
use crate::calendar::Instant;
use crate::decimal::Decimal;
use crate::ir::{FieldId, Gathered, NumberRange, OfAccount, Over};
use crate::lead::{Event, Lead};
use crate::reference::Evaluation;
use crate::types::{Truth, Value};

/// At most this many leads are kept that are likely to be of use.
const MOST_LEADS: usize = 24;

/// At most this many questions are asked to find them.
const MOST_QUESTIONS: usize = 60;

/// At most this many questions are asked for leads, for all that is to be shown.
const MOST_ASKED: u64 = 3_000;

/// A lead is asked for by at most this many conditions of either kind.
const MOST_PARTS: usize = 6;

/// So many times of events are tried, each with so many leads.
const MOST_TIMES: usize = 8;
const MOST_OLDER: usize = 4;
const MOST_NEAR: usize = 12;

/// So many accounts are tried that are known otherwise in one thing.
const MOST_OTHERWISE: usize = 10;

/// Each time, at most this many accounts with leads are tried.
const MOST_TRIED: usize = 120;

/// So much work, in rules evaluated, may be done to try them.
const MOST_WORK: u64 = 6_000_000;

/// What makes accounts real: leads.
pub(super) struct OfAccounts<'a> {
    among: Among<'a>,
    leads: &'a Model<'a>,
    makes: Vec<Formula>,
    likely: OnceCell<Vec<Member>>,
    left: Effort,
    questions: Effort,
}

impl<'a> OfAccounts<'a> {
    pub(super) fn new(among: Among<'a>, leads: &'a Model<'a>) -> Self {
        let makes = among.accounts.gathered.iter().map(|gathered| makes(leads, gathered)).collect();
        Self {
            among,
            leads,
            makes,
            likely: OnceCell::new(),
            left: Effort::of(MOST_WORK),
            questions: Effort::of(MOST_ASKED),
        }
    }

    fn gathered(&self) -> &'a [Gathered] {
        &self.among.accounts.gathered
    }

    /// A lead of which this is true, without what it asks of its account.
    fn lead(&self, formula: &Formula) -> Option<Member> {
        if !self.questions.spend(1) {
            return None;
        }
        let Verdict::Yes(picked) = self.leads.can_be_true(formula) else { return None };
        let witness = Witness::of(&self.leads.space, &picked);
        Some((self.own(witness.lead), witness.events))
    }

    /// What a lead is without what it asks of its account.
    fn own(&self, mut lead: Lead) -> Lead {
        for asked in &self.among.accounts.asked {
            lead.fields[usize::from(asked.field.0)] = None;
        }
        lead
    }

    /// What an account is without what it asks of its leads.
    fn account(&self, mut account: Lead) -> Lead {
        for gathered in self.gathered() {
            account.fields[usize::from(gathered.field.0)] = None;
        }
        account
    }

    /// Leads that do, or don't do, what accounts ask.
    fn likely(&self) -> &[Member] {
        self.likely.get_or_init(|| {
            let mut asked: Vec<Formula> = vec![Formula::Constant(Truth::True)];
            asked.extend(self.makes.iter().cloned());
            asked.extend(self.makes.iter().map(|makes| Formula::not(makes.clone())));
            for (one, makes) in self.makes.iter().enumerate() {
                let others = self.makes.iter().enumerate().filter(|(other, _)| *other != one);
                asked.extend(others.map(|(_, other)| Formula::And(vec![makes.clone(), Formula::not(other.clone())])));
            }
            let mut likely: Vec<Member> = Vec::new();
            for formula in asked.iter().take(MOST_QUESTIONS) {
                if let Some(lead) = self.lead(formula)
                    && !likely.contains(&lead)
                    && likely.len() < MOST_LEADS
                {
                    likely.push(lead);
                }
            }
            likely
        })
    }

    /// Some of the times that rules tell apart, about accounts or about leads, the latest first.
    fn times(&self, accounts: &Space<'_>) -> Vec<Instant> {
        let clusters = [accounts, &self.leads.space].into_iter().flat_map(|space| &space.happenings.clusters);
        let events = clusters.flat_map(|cluster| cluster.events.iter().flatten());
        let mut times: Vec<Instant> = events.map(|event| event.time).filter(|time| *time < self.among.as_of).collect();
        times.sort_unstable_by(|one, other| other.cmp(one));
        times.dedup();
        let every = times.len().div_ceil(MOST_TIMES).max(1);
        times.into_iter().step_by(every).collect()
    }

    /// What is wanted of the leads of an account, as far as its cells say so.
    fn wanted(&self, space: &Space<'_>, picked: &Picked) -> Wanted {
        let want = |gathered: &Gathered| {
            let value = picked.values.iter().find(|(id, _)| *id == gathered.field);
            if let Some((_, value)) = value {
                return Some(match value {
                    Some(Value::Number(number)) => Want::Within(number.0, number.0),
                    _ => Want::Unknown,
                });
            }
            let (variable, cells) = space.field_asked(gathered.field)?;
            let cell = picked.cells.get(variable).copied().flatten()?;
            Some(cells.spans[cell].map_or(Want::Unknown, |(low, high)| Want::Within(low, high)))
        };
        Wanted(self.gathered().iter().map(want).collect())
    }

    /// Leads that are asked for because of what is wanted.
    fn aimed(&self, wanted: &Wanted) -> Vec<Member> {
        let mut bounds: Vec<Formula> = Vec::new();
        let mut each: Vec<Formula> = Vec::new();
        for ((gathered, want), makes) in self.gathered().iter().zip(&wanted.0).zip(&self.makes) {
            let below = |of, high| within(self.leads, of, NumberRange { low: None, high: Some((Decimal(high), true)) });
            let above = |of, low| within(self.leads, of, NumberRange { low: Some((Decimal(low), true)), high: None });
            let or_not = |bound| Formula::Or(vec![Formula::not(makes.clone()), bound]);
            let and = |bound| Formula::And(vec![makes.clone(), bound]);
            match (&gathered.of, want) {
                (_, None) => {}
                (Over::Count | Over::CountOthers, Some(Want::Within(low, high))) => {
                    if *high <= 0 {
                        bounds.push(Formula::not(makes.clone()));
                    } else if *low > 0 {
                        each.push(makes.clone());
                    }
                }
                (Over::Highest(of), Some(Want::Within(low, high))) => {
                    bounds.push(or_not(below(of, *high)));
                    each.push(and(within(self.leads, of, closed((*low, *high)))));
                }
                (Over::Lowest(of), Some(Want::Within(low, high))) => {
                    bounds.push(or_not(above(of, *low)));
                    each.push(and(within(self.leads, of, closed((*low, *high)))));
                }
                (Over::Average(of) | Over::Total(of), Some(Want::Within(low, high))) => {
                    each.push(and(within(self.leads, of, closed((*low, *high)))));
                    each.push(and(above(of, *high)));
                    each.push(and(below(of, *low)));
                    each.push(makes.clone());
                }
                (_, Some(Want::Unknown)) => bounds.push(Formula::not(makes.clone())),
            }
        }
        // Of very many conditions together, only some are asked for.
        bounds.truncate(MOST_PARTS);
        let all = each.iter().take(MOST_PARTS).chain(&bounds).cloned().collect();
        let one = |one: &Formula| Formula::And(std::iter::once(one.clone()).chain(bounds.iter().cloned()).collect());
        let asked = std::iter::once(Formula::And(all)).chain(each.iter().map(one));
        let asked = asked.chain([Formula::And(bounds.clone())]);
        let mut aimed: Vec<Member> = Vec::new();
        for formula in asked.take(MOST_LEADS) {
            aimed.extend(self.lead(&formula).filter(|lead| !aimed.contains(lead)));
        }
        aimed
    }

    /// What a lead adds to what its account asks of its leads, in an account where it is alone.
    fn contribution(&self, account: &Lead, member: &Member) -> Option<Contribution> {
        if !self.left.spend(self.cost() * (2 + member.1.len() / 8)) {
            return None;
        }
        let whole = self.among.whole;
        let alone = self.among.alone(account, member)?;
        let evaluation = Evaluation::new(whole, self.among.as_of, &alone.lead, alone.events.as_deref());
        let of = |gathered: &Gathered| {
            let is_taken = gathered.filter.as_ref().is_none_or(|filter| evaluation.truth(filter) == Truth::True);
            let is_wanted = is_taken != (gathered.of == Over::CountOthers);
            let value = match gathered.of.quantity() {
                None => Some(0),
                Some(of) => evaluation.value(of).map(|value| value.0),
            };
            value.filter(|_| is_wanted && alone.outcome.exclusion.is_none())
        };
        Some(Contribution(self.gathered().iter().map(of).collect()))
    }

    /// The cost of evaluating a lead, or an account, in rules.
    fn cost(&self) -> usize {
        let rules = self.among.whole.rule_count() + self.among.accounts.rules.rule_count() + 4;
        rules * (usize::from(self.among.accounts.turns) + 1)
    }

    /// An account with leads that come to what is wanted, some of which are given, in which the one that is asked about shows it; also one
    /// that is known otherwise in one thing, since what leads are told of it may have to be otherwise.
    fn found(
        &self,
        accounts: &Space<'_>,
        (account, events): (&Lead, &[Event]),
        wanted: &Wanted,
        given: &[Member],
        shows: &dyn Fn(&Witness) -> bool,
    ) -> Option<Witness> {
        let mut members = self.aimed(wanted);
        members.extend(self.likely().iter().filter(|lead| !members.contains(lead)).cloned().collect::<Vec<_>>());
        members.truncate(MOST_LEADS);
        let with = |account: &Lead, tries| {
            self.found_of(accounts, (account, events), wanted, (given, &members), (tries, shows))
        };
        with(account, MOST_TRIED).or_else(|| {
            let own = accounts.fields().filter(|(id, ..)| accounts.rules.is_declared(*id));
            let otherwise = own.flat_map(|(id, _, cells)| {
                let place = usize::from(id.0);
                let other = cells.values.iter().filter(move |value| **value != account.fields[place]);
                other.map(move |value| {
                    let mut other = account.clone();
                    other.fields[place].clone_from(value);
                    other
                })
            });
            otherwise.take(MOST_OTHERWISE).find_map(|account| with(&account, MOST_TRIED / MOST_OTHERWISE))
        })
    }

    /// The same for one account, with leads of these kinds.
    fn found_of(
        &self,
        accounts: &Space<'_>,
        (account, events): (&Lead, &[Event]),
        wanted: &Wanted,
        (given, members): (&[Member], &[Member]),
        (most, shows): (usize, &dyn Fn(&Witness) -> bool),
    ) -> Option<Witness> {
        let about = (!given.is_empty()).then_some(0);
        let mut tries = most;
        let mut is_shown = |leads: &[Member]| {
            let events: usize = leads.iter().map(|(_, events)| events.len()).sum();
            if tries == 0 || !self.left.spend(self.cost() * (leads.len() + 1 + events / 8)) {
                return None;
            }
            tries -= 1;
            self.among.witness(account, leads, about).filter(|witness| shows(witness))
        };
        // What the account did, one of its leads did.
        let did: Vec<Member> = if events.is_empty() {
            Vec::new()
        } else {
            let with = |(lead, own): &Member| {
                let mut all = own.clone();
                all.extend(events.iter().filter(|event| !own.contains(event)).cloned());
                (lead.clone(), all)
            };
            let only = members.iter().map(|(lead, _)| (lead.clone(), events.to_vec()));
            let mut did: Vec<Member> = only.collect();
            did.extend(members.iter().map(with));
            did
        };
        let contributions = |members: &[Member]| -> Vec<(Member, Contribution)> {
            let of = |member: &Member| Some((member.clone(), self.contribution(account, member)?));
            members.iter().filter_map(of).collect()
        };
        let (kinds, did) = (contributions(members), contributions(&did));
        let given_too: Vec<Contribution> = contributions(given).into_iter().map(|(_, of)| of).collect();
        let of_kinds: Vec<&Contribution> = kinds.iter().map(|(_, of)| of).collect();
        let firsts: Vec<Option<&(Member, Contribution)>> =
            if did.is_empty() { vec![None] } else { did.iter().map(Some).chain([None]).collect() };
        let times = self.times(accounts);
        let mut others: Vec<Vec<Member>> = Vec::new();
        for first in firsts {
            let fixed: Vec<&Contribution> = given_too.iter().chain(first.map(|(_, of)| of)).collect();
            let (fits, rest) = ways(self.gathered(), wanted, &fixed, &of_kinds);
            let company = |way: &[(usize, usize)]| -> Vec<Member> {
                let more = way.iter().flat_map(|(at, count)| std::iter::repeat_n(kinds[*at].0.clone(), *count));
                given.iter().chain(first.map(|(member, _)| member)).cloned().chain(more).collect()
            };
            for way in &fits {
                if let Some(witness) = is_shown(&company(way)) {
                    return Some(self.among.least(witness, shows));
                }
            }
            let near: Vec<&Way> = fits.iter().take(MOST_OLDER).chain(rest.iter().take(MOST_NEAR)).collect();
            others.extend(near.iter().skip(fits.len().min(MOST_OLDER)).map(|way| company(way)));
            // What others did may have to be longer ago, for the account not to have done it of late.
            for time in &times {
                others.extend(near.iter().map(|way| {
                    let mut leads = company(way);
                    let events = leads.iter_mut().skip(given.len()).flat_map(|(_, events)| events);
                    events.for_each(|event| event.time = event.time.min(*time));
                    leads
                }));
            }
        }
        let found = others.iter().find_map(|leads| is_shown(leads))?;
        Some(self.among.least(found, shows))
    }
}

impl Kin for OfAccounts<'_> {
    fn real(&self, space: &Space<'_>, picked: &Picked, shows: &dyn Fn(&Witness) -> bool) -> Option<Witness> {
        let witness = Witness::of(space, picked);
        let wanted = self.wanted(space, picked);
        self.found(space, (&self.account(witness.lead), &witness.events), &wanted, &[], shows)
    }
}

/// What makes leads real: their account, and its other leads.
pub(super) struct OfLeads<'a> {
    pub(super) accounts: &'a Model<'a>,
    pub(super) others: OfAccounts<'a>,
}

impl Kin for OfLeads<'_> {
    fn real(&self, space: &Space<'_>, picked: &Picked, shows: &dyn Fn(&Witness) -> bool) -> Option<Witness> {
        let witness = Witness::of(space, picked);
        let of = self.others.among.accounts;
        let asks = |field: FieldId| witness.lead.fields[usize::from(field.0)].is_some();
        if !of.asked.iter().any(|asked| asks(asked.field)) {
            // As it is where nothing is known of accounts.
            return shows(&witness).then(|| witness.least(shows));
        }
        let lead = (self.others.own(witness.lead.clone()), witness.events.clone());
        let mut parts: Vec<Formula> = Vec::new();
        let mut fields: Vec<(FieldId, Value)> = Vec::new();
        for asked in of.asked.iter().filter(|asked| asks(asked.field)) {
            let Some((variable, cells)) = space.field_asked(asked.field) else { continue };
            let value = witness.lead.fields[usize::from(asked.field.0)].clone();
            match (asked.of, value) {
                (OfAccount::Field(id), Some(value)) => fields.push((id, value)),
                (of, value) => {
                    let cell = picked.cells.get(variable).copied().flatten();
                    parts.extend(cell.and_then(|cell| is_so(self.accounts, of, (cells.spans[cell], value.as_ref()))));
                }
            }
        }
        parts.extend(fields.iter().filter_map(|(id, value)| has(&self.accounts.space, *id, value)));
        let taken = self.takes(&witness);
        let with_lead = Formula::And(parts.iter().chain(&taken).cloned().collect());
        for formula in [with_lead, Formula::And(parts)] {
            let Verdict::Yes(account) = self.accounts.can_be_true(&formula) else { continue };
            let wanted = self.others.wanted(&self.accounts.space, &account);
            let found = Witness::of(&self.accounts.space, &account);
            let mut account = self.others.account(found.lead);
            for (id, value) in &fields {
                account.fields[usize::from(id.0)] = Some(value.clone());
            }
            let given = std::slice::from_ref(&lead);
            let shown = self.others.found(&self.accounts.space, (&account, &found.events), &wanted, given, shows);
            if shown.is_some() {
                return shown;
            }
        }
        None
    }
}

impl OfLeads<'_> {
    /// What an account comes to at least that has this lead.
    fn takes(&self, lead: &Witness) -> Vec<Formula> {
        let among = &self.others.among;
        let events = among.whole.log.is_some().then_some(lead.events.as_slice());
        let evaluation = Evaluation::new(among.whole, among.as_of, &lead.lead, events);
        if evaluation.outcome().exclusion.is_some() {
            return Vec::new();
        }
        let space = &self.accounts.space;
        let of = |gathered: &Gathered| {
            let is_taken = gathered.filter.as_ref().is_none_or(|filter| evaluation.truth(filter) == Truth::True);
            if is_taken == (gathered.of == Over::CountOthers) {
                return None;
            }
            let value = gathered.of.quantity().map(|of| evaluation.value(of).map(|value| value.0));
            let (variable, cells) = space.field_asked(gathered.field)?;
            let fits = |span: Option<(i128, i128)>| match (&gathered.of, value.flatten()) {
                (Over::Count | Over::CountOthers, _) => span.is_some_and(|(_, high)| high > 0),
                (Over::Highest(_), Some(value)) => span.is_some_and(|(_, high)| high >= value),
                (Over::Lowest(_), Some(value)) => span.is_some_and(|(low, _)| low <= value),
                (Over::Average(_), Some(_)) => span.is_some(),
                _ => true,
            };
            Some(Formula::Table(space.table(vec![variable], |at| Truth::from(fits(cells.spans[at[variable]])))))
        };
        among.accounts.gathered.iter().filter_map(of).collect()
    }
}

/// That a field of an account has a value, as far as its cells tell.
fn has(space: &Space<'_>, id: FieldId, value: &Value) -> Option<Formula> {
    let (variable, cells) = space.field_asked(id)?;
    let spot = match value {
        Value::Number(number) => Some(number.0),
        Value::Date(day) => Some(i128::from(*day)),
        Value::Truth(_) | Value::Choice(_) => None,
        Value::Text(_) | Value::Texts(_) | Value::Choices(_) => return None,
    };
    let is_in = |cell: usize| match spot {
        Some(spot) => cells.spans[cell].is_some_and(|(low, high)| low <= spot && spot <= high),
        None => cells.values[cell].as_ref() == Some(value),
    };
    Some(Formula::Table(space.table(vec![variable], |at| Truth::from(is_in(at[variable])))))
}
