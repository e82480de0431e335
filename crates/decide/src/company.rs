//! One account with all its leads, found in the data. In: a run's request, and the key of an account; out: what is known of the
//! account, and its leads with all that they did.

mod companies;
mod followed;
mod together;

use leadrules_engine::run::{AccountSource, Error, EventSource, Request, Step};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, FieldId, Rules, Subject};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::reference;
use leadrules_language::types::Value;

use crate::replay::{Case, Extra, Seen, read};

pub use companies::{Companies, Grouped};
pub use followed::Followed;
pub use together::{Look, Member, Plans, Together, Watches, Who};

/// An account and its leads, as they are in the data.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its key.
    pub key: String,
    /// What is known of it.
    pub account: Lead,
    /// Its leads, in the order of the data: of several rows with one key, the first.
    pub leads: Vec<Case>,
    /// Rows that repeat a lead, and are looked at all the same.
    pub beside: Vec<Case>,
    /// Whether it is in the accounts' own data.
    pub is_in_data: bool,
}

/// The account with this key; `None` if neither the accounts' data nor a lead names it.
///
/// # Errors
/// As [`leadrules_engine::run::open`].
///
/// # Panics
/// If the rules say nothing about accounts.
pub fn find(
    request: &Request<'_>,
    key: &str,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Option<Company>, Error> {
    let rules = request.rules;
    let about = rules.accounts.as_ref().expect("rules about accounts");
    let key = about.compared(key);
    let all: Vec<FieldId> = rules.declared().map(|(id, _)| id).collect();
    let (by, is_address) = borne_in(about);
    let mut keys = std::collections::HashSet::new();
    let mut is_member = |seen: &Seen<'_>| {
        let bears = seen.value(by).map(|value| value.shown(&rules.field(by).ty));
        let is_its = bears.and_then(|text| about.key_in(&text, is_address)).is_some_and(|bears| bears == key);
        is_its && seen.key.is_none_or(|key| keys.insert(key.to_owned()))
    };
    let leads = read(request, Extra { fields: &all, events: true }, &mut is_member, progress)?;
    let own = in_data(request, about, &key, progress)?;
    let is_in_data = own.is_some();
    if !is_in_data && leads.is_empty() {
        return Ok(None);
    }
    let account = own.unwrap_or_else(|| named(about, &key));
    Ok(Some(Company { key, account, leads, beside: Vec::new(), is_in_data }))
}

/// The company of a lead, and its place there; `None` if it has no account. A lead whose row repeats another is the last, and does not
/// count.
///
/// # Errors
/// As [`find`].
pub fn of_lead(
    request: &Request<'_>,
    case: &Case,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Option<(Company, usize)>, Error> {
    let Some(about) = &request.rules.accounts else { return Ok(None) };
    let Some(key) = key_of(request.rules, about, &case.lead) else { return Ok(None) };
    let Some(mut company) = find(request, &key, progress)? else { return Ok(None) };
    let place = company.leads.iter().position(|other| other.row == case.row).unwrap_or_else(|| {
        company.beside.push(case.clone());
        company.leads.len() + company.beside.len() - 1
    });
    Ok(Some((company, place)))
}

/// The key of a lead's account.
#[must_use]
pub fn key_of(rules: &Rules, about: &Accounts, lead: &Lead) -> Option<String> {
    let (by, is_address) = borne_in(about);
    let borne = lead.fields[usize::from(by.0)].as_ref()?.shown(&rules.field(by).ty);
    about.key_in(&borne, is_address)
}

/// The field in which leads bear the key of their account, and whether that is an address.
fn borne_in(about: &Accounts) -> (FieldId, bool) {
    match about.by {
        Subject::FieldDomain(id) => (id, true),
        Subject::Field(id) => (id, false),
        Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => {
            unreachable!("`resolve` lets only fields tell whose a lead is")
        }
    }
}

/// An account that only leads name.
fn named(about: &Accounts, key: &str) -> Lead {
    let mut fields = vec![None; about.rules.fields.len()];
    fields[usize::from(about.key.0)] = Some(Value::Text(key.to_owned()));
    Lead { fields }
}

/// What the accounts' own data says of an account.
fn in_data(
    request: &Request<'_>,
    about: &Accounts,
    key: &str,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Option<Lead>, Error> {
    let mut is_it = |seen: &Seen<'_>| seen.key.is_some_and(|other| about.compared(other) == key);
    Ok(of_data(request, about, &mut is_it, progress)?.into_iter().next().map(|case| case.lead))
}

/// The accounts in their own data that `wanted` accepts; none without such data.
fn of_data(
    request: &Request<'_>,
    about: &Accounts,
    wanted: &mut dyn FnMut(&Seen<'_>) -> bool,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Vec<Case>, Error> {
    let Some(AccountSource::File(input, options)) = request.accounts else { return Ok(Vec::new()) };
    let all: Vec<FieldId> = about.rules.declared().map(|(id, _)| id).collect();
    let events = EventSource::None;
    let request = Request { rules: &about.rules, leads: input, options, events, keep: &[], accounts: None, ..*request };
    read(&request, Extra { fields: &all, events: false }, wanted, progress)
}

impl Company {
    /// The account and its leads once all is known of both.
    #[must_use]
    pub fn evaluated(&self, rules: &Rules, as_of: Instant, has_log: bool) -> reference::Company {
        let leads: Vec<(Lead, Vec<Event>)> =
            self.leads.iter().map(|case| (case.lead.clone(), case.events.clone().unwrap_or_default())).collect();
        reference::company(rules, as_of, &self.account, &leads, has_log)
    }

    /// All leads, with what they did up to an instant.
    #[must_use]
    pub fn members(&self, as_of: Instant) -> Vec<Member<'_>> {
        let counted = self.leads.iter().map(|case| (&case.lead, up_to(case, as_of), true));
        counted.chain(self.beside.iter().map(|case| (&case.lead, up_to(case, as_of), false))).collect()
    }

    /// The lead in a place.
    #[must_use]
    pub fn lead(&self, place: usize) -> &Case {
        self.leads.get(place).unwrap_or_else(|| &self.beside[place - self.leads.len()])
    }

    /// Whether it is known what leads did.
    #[must_use]
    pub fn has_log(&self) -> bool {
        self.leads.iter().chain(&self.beside).any(|case| case.events.is_some())
    }
}

/// What a lead did up to an instant, earliest first.
fn up_to(case: &Case, as_of: Instant) -> &[Event] {
    let events = case.events.as_deref().unwrap_or_default();
    &events[..events.partition_point(|event| event.time <= as_of)]
}
