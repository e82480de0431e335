//! All accounts with their leads. In: all leads, and the accounts' own data; out: who belongs together.

use hashbrown::{HashMap, HashSet};
use leadrules_engine::run::{Error, Request, Step};
use leadrules_language::ir::Accounts;
use leadrules_language::lead::Lead;

use super::{borne_in, named, of_data};
use crate::replay::{Everybody, Place};

/// An account and its leads.
#[derive(Clone, Debug)]
pub struct Grouped {
    /// What is known of the account.
    pub account: Lead,
    /// Where its leads are, in the order of the data, and whether each counts: one that repeats another does not.
    pub leads: Vec<(Place, bool)>,
}

/// All of them.
#[derive(Clone, Debug)]
pub struct Companies {
    /// Those that have a lead.
    pub companies: Vec<Grouped>,
    /// The leads that have no account.
    pub alone: Vec<Place>,
}

impl Companies {
    /// Parts all leads by their accounts; nothing if they ask nothing of them.
    ///
    /// # Errors
    /// When the accounts' own data can't be read.
    pub fn of(
        request: &Request<'_>,
        all: &Everybody,
        progress: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Option<Self>, Error> {
        let Some(about) = request.rules.accounts.as_deref().filter(|about| about.are_asked()) else { return Ok(None) };
        let known = known(request, about, progress)?;
        let (by, is_address) = borne_in(about);
        let ty = &request.rules.field(by).ty;
        let (mut places, mut seen): (HashMap<String, usize>, HashSet<&str>) = Default::default();
        let mut found = Self { companies: Vec::new(), alone: Vec::new() };
        for (place, key, borne) in all.places(by) {
            let is_first = key.is_none_or(|key| seen.insert(key));
            let Some(account) = borne.and_then(|borne| about.key_in(&borne.shown(ty), is_address)) else {
                found.alone.push(place);
                continue;
            };
            let next = found.companies.len();
            let at = *places.entry(account.clone()).or_insert(next);
            if at == next {
                let account = known.get(&account).cloned().unwrap_or_else(|| named(about, &account));
                found.companies.push(Grouped { account, leads: Vec::new() });
            }
            found.companies[at].leads.push((place, is_first));
        }
        Ok(Some(found))
    }
}

/// What the accounts' own data says, by their keys: of several rows with one key, the first.
fn known(
    request: &Request<'_>,
    about: &Accounts,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<HashMap<String, Lead>, Error> {
    let mut known = HashMap::new();
    for case in of_data(request, about, &mut |_| true, progress)? {
        if let Some(key) = case.key {
            known.entry(about.compared(&key)).or_insert(case.lead);
        }
    }
    Ok(known)
}
