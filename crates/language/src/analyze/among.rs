//! An account and its leads that show something together. In: what is known of each, without keys; out: a witness that the oracle
//! evaluated, with keys by which leads and account belong together, with as little known and done as still shows it.

use super::witness::{Company, Witness, event_line, quoted, written};
use crate::calendar::Instant;
use crate::decimal::Decimal;
use crate::ir::{Accounts, Field, FieldId, Rules, Subject};
use crate::lead::{Event, Lead};
use crate::reference;
use crate::text;
use crate::types::{Type, Value};

/// A lead and what it did.
pub(super) type Member = (Lead, Vec<Event>);

/// How often an account and its leads are evaluated at most to leave out what is not needed.
const MOST_TRIES: usize = 400;

/// Names of leads, as tests give them.
const NAMES: [&str; 8] = ["An", "Bo", "Cas", "Dirk", "Els", "Fien", "Gert", "Hilde"];

/// What accounts and leads are evaluated with.
pub(super) struct Among<'a> {
    /// The rules about leads, with those about accounts.
    pub(super) whole: &'a Rules,
    pub(super) accounts: &'a Accounts,
    pub(super) as_of: Instant,
    /// Whether rules ask of leads what joins them to their account, their own key, or accounts for theirs: only then are they worth
    /// saying.
    pub(super) says_by: bool,
    pub(super) says_key: bool,
    pub(super) says_account_key: bool,
}

impl Among<'_> {
    /// These together, as the one that is asked about comes out; `None` if they can't belong together.
    pub(super) fn witness(&self, account: &Lead, leads: &[Member], about: Option<usize>) -> Option<Witness> {
        let (mut joined, mut members) = (account.clone(), leads.to_vec());
        self.join(&mut joined, &mut members)?;
        let mut came = reference::company(self.whole, self.as_of, &joined, &members, self.whole.log.is_some());
        let shown = match about {
            None => came.account,
            Some(at) => came.leads.swap_remove(at),
        };
        let company = Company { account: account.clone(), leads: leads.to_vec(), about, lines: Vec::new() };
        let events = shown.events.unwrap_or_default();
        Some(Witness { lead: shown.lead, events, as_of: self.as_of, company: Some(Box::new(company)) })
    }

    /// A lead as it is in an account of its own.
    pub(super) fn alone(&self, account: &Lead, member: &Member) -> Option<reference::Evaluated> {
        let (mut joined, mut members) = (account.clone(), vec![member.clone()]);
        self.join(&mut joined, &mut members)?;
        let came = reference::company(self.whole, self.as_of, &joined, &members, self.whole.log.is_some());
        came.leads.into_iter().next()
    }

    /// What a lead says of which account it belongs to.
    fn by(&self, lead: &Lead) -> Option<String> {
        let rules = self.whole;
        let value = |id: FieldId| lead.fields[usize::from(id.0)].as_ref().map(|value| value.shown(&rules.field(id).ty));
        match self.accounts.by {
            Subject::Field(id) => value(id),
            Subject::FieldDomain(id) => value(id).map(|address| text::domain(&address)),
            Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => None,
        }
    }

    /// Gives the account and its leads keys by which they belong together, where they have none; `None` if those that they
    /// have say otherwise.
    fn join(&self, account: &mut Lead, leads: &mut [Member]) -> Option<()> {
        if leads.is_empty() {
            return Some(());
        }
        let key_type = &self.accounts.rules.field(self.accounts.key).ty;
        let (Subject::Field(by) | Subject::FieldDomain(by)) = self.accounts.by else { return None };
        let by_type = &self.whole.field(by).ty;
        let is_domain = matches!(self.accounts.by, Subject::FieldDomain(_));
        let is_folded = is_domain || *by_type == Type::Email || *key_type == Type::Email;
        let place = usize::from(self.accounts.key.0);
        let known = account.fields[place].as_ref().map(|value| value.shown(key_type));
        let said = leads.iter().find_map(|(lead, _)| self.by(lead));
        let wanted = match known.or(said) {
            Some(text) => text,
            None => invented(by_type, key_type, is_domain),
        };
        let alike = |text: &str| if is_folded { text::fold(text) } else { text.to_owned() };
        if account.fields[place].is_none() {
            account.fields[place] = Some(value_of(key_type, &wanted)?);
        }
        let key = account.fields[place].as_ref()?.shown(key_type);
        if self.accounts.except.contains(&text::fold(&key)) {
            return None;
        }
        for (at, (lead, _)) in leads.iter_mut().enumerate() {
            if lead.fields[usize::from(by.0)].is_none() {
                let text = if is_domain { format!("lead{}@{wanted}", at + 1) } else { wanted.clone() };
                lead.fields[usize::from(by.0)] = Some(value_of(by_type, &text)?);
            }
            if alike(&self.by(lead)?) != alike(&key) {
                return None;
            }
        }
        self.tell_apart(leads)
    }

    /// Gives each lead a key of its own.
    fn tell_apart(&self, leads: &mut [Member]) -> Option<()> {
        let Some(key) = self.whole.key else { return Some(()) };
        let ty = &self.whole.field(key).ty;
        let place = usize::from(key.0);
        let mut taken: Vec<String> =
            leads.iter().filter_map(|(lead, _)| Some(lead.fields[place].as_ref()?.shown(ty))).collect();
        let known = taken.len();
        taken.sort();
        taken.dedup();
        if taken.len() < known {
            return None;
        }
        // Where rules ask for keys, one that is not known is meant to be so; only what it did is lost then.
        if self.says_key {
            return leads.iter().all(|(lead, events)| lead.fields[place].is_some() || events.is_empty()).then_some(());
        }
        let mut next = 1..;
        for (lead, _) in leads.iter_mut().filter(|(lead, _)| lead.fields[place].is_none()) {
            let texts = next.by_ref().take(taken.len() + 1).map(|number: usize| match ty {
                Type::Email => format!("lead{number}@x.example"),
                _ => number.to_string(),
            });
            let text = texts.into_iter().find(|text| !taken.contains(text))?;
            lead.fields[place] = value_of(ty, &text);
            taken.push(text);
        }
        Some(())
    }

    /// The same with as little as still shows it, and with the lines that say it.
    pub(super) fn least(&self, found: Witness, shows: &dyn Fn(&Witness) -> bool) -> Witness {
        let mut tries = MOST_TRIES;
        let mut least = found;
        let mut put = |account: &Lead, leads: &[Member], about: Option<usize>, least: &mut Witness| {
            if tries == 0 {
                return false;
            }
            tries -= 1;
            let Some(fewer) = self.witness(account, leads, about).filter(|fewer| shows(fewer)) else { return false };
            *least = fewer;
            true
        };
        let Some(mut company) = least.company.clone() else { return least };
        for at in (0..company.leads.len()).rev() {
            let mut fewer = company.clone();
            fewer.leads.remove(at);
            fewer.about = match company.about {
                Some(about) if about == at => continue,
                about => about.map(|about| if about > at { about - 1 } else { about }),
            };
            if put(&fewer.account, &fewer.leads, fewer.about, &mut least) {
                company = fewer;
            }
        }
        for at in 0..company.leads.len() {
            for event in (0..company.leads[at].1.len()).rev() {
                let mut fewer = company.clone();
                fewer.leads[at].1.remove(event);
                if put(&fewer.account, &fewer.leads, fewer.about, &mut least) {
                    company = fewer;
                }
            }
            for field in 0..company.leads[at].0.fields.len() {
                let mut fewer = company.clone();
                if fewer.leads[at].0.fields[field].take().is_some()
                    && put(&fewer.account, &fewer.leads, fewer.about, &mut least)
                {
                    company = fewer;
                }
            }
        }
        for field in 0..company.account.fields.len() {
            let mut fewer = company.clone();
            if fewer.account.fields[field].take().is_some()
                && put(&fewer.account, &fewer.leads, fewer.about, &mut least)
            {
                company = fewer;
            }
        }
        company.lines = self.lines(&company);
        least.company = Some(company);
        least
    }

    /// What is known of the account and its leads, as a test writes it.
    fn lines(&self, company: &Company) -> Vec<String> {
        let of_account = &self.accounts.rules;
        let shown = of_account.declared().filter(|(id, _)| self.says_account_key || *id != self.accounts.key);
        let known = said(shown, &company.account);
        let mut lines = vec![if known.is_empty() { "account".to_owned() } else { format!("account {known}") }];
        let (Subject::Field(by) | Subject::FieldDomain(by)) = self.accounts.by else { return lines };
        let mut events = Vec::new();
        for (at, (lead, did)) in company.leads.iter().enumerate() {
            let name = NAMES.get(at).map_or_else(|| format!("Lead {}", at + 1), |name| (*name).to_owned());
            let name = quoted(&name);
            let shown = self
                .whole
                .declared()
                .filter(|(id, _)| (self.says_by || *id != by) && (self.says_key || self.whole.key != Some(*id)));
            let known = said(shown, lead);
            let mut line = format!("lead {name}");
            if !known.is_empty() {
                line += &format!(", {known}");
            }
            if company.about == Some(at) && company.leads.len() > 1 {
                line += super::witness::SHOWS_IT;
            }
            lines.push(line);
            if let Some(field) = self.whole.before
                && let Some(value) = &lead.fields[usize::from(field.0)]
            {
                lines.push(format!("# {name} was {}", written(self.whole.field(field), value)));
            }
            events.extend(did.iter().map(|event| event_line(self.whole, self.as_of, event, &format!(" of {name}"))));
        }
        lines.extend(events);
        lines
    }
}

fn said<'f>(fields: impl Iterator<Item = (FieldId, &'f Field)>, lead: &Lead) -> String {
    let known = fields.filter_map(|(id, field)| {
        let value = lead.fields[usize::from(id.0)].as_ref()?;
        Some(format!("{} {}", field.name, written(field, value)))
    });
    known.collect::<Vec<_>>().join(", ")
}

/// A key for an account of which none is known.
fn invented(by: &Type, key: &Type, is_domain: bool) -> String {
    let option = |ty: &Type| ty.options().and_then(|choice| choice.options.first()).map(|option| option.name.clone());
    let number = |ty: &Type| ty.numbers().map(|of| of.range.low.map_or_else(|| "1".to_owned(), |low| low.to_string()));
    if is_domain {
        return "acme.example".to_owned();
    }
    let of_type = option(key).or_else(|| option(by)).or_else(|| number(key)).or_else(|| number(by));
    of_type.unwrap_or_else(|| {
        if *by == Type::Email || *key == Type::Email { "an@acme.example" } else { "acme" }.to_owned()
    })
}

/// The value of a type that is shown as this text.
fn value_of(ty: &Type, shown: &str) -> Option<Value> {
    let value = match ty {
        Type::Text | Type::Email => Value::Text(shown.to_owned()),
        Type::Number(_) | Type::Integer(_) => Value::Number(Decimal::parse(shown).ok()?.0),
        Type::Choice(choice) => {
            let at = choice.options.iter().position(|option| option.name == shown)?;
            Value::Choice(u16::try_from(at).ok()?)
        }
        Type::YesNo | Type::Date(_) | Type::ListOfText { .. } | Type::ListOfChoice { .. } => return None,
    };
    Some(value)
}
