//! An account with its leads, as one JSON object: from a CRM that sends a company whenever one of its people did something. In: such
//! objects; out: what is made of the account and of each lead. Whose the leads are is said by where they stand.

use std::sync::Arc;

use leadrules_engine::accounts::{Both, company, needed_of};
use leadrules_engine::columns::{Leads, Need, Needed};
use leadrules_engine::data::{Fitness, ReadReport, leads_from_json};
use leadrules_engine::engine::{Options, Plan};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, Rules};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{AsOf, Error, ErrorKind, ScoredAccount, ScoredLead, unread};

/// A rule set about accounts, prepared for an instant. It can be shared between threads.
#[derive(Debug)]
pub struct AccountScorer {
    rules: Arc<Rules>,
    of_leads: Arc<Plan>,
    of_accounts: Arc<Plan>,
    as_of: Instant,
    /// Whether columns that rules look at must be there, and values must fit.
    is_strict: bool,
}

/// What tells the leads of an account from what is known of it.
#[derive(Deserialize)]
struct Nested<'a> {
    #[serde(borrow)]
    leads: Option<&'a RawValue>,
}

impl AccountScorer {
    /// Nothing if the rules say nothing about accounts.
    pub(crate) fn new(rules: Arc<Rules>, as_of: Instant) -> Option<Self> {
        let options = Options { log: rules.log.is_some(), rule_points: true, trace: false };
        let accounts = rules.accounts.as_ref()?;
        let (of_leads, of_accounts) = Plan::with_accounts(&rules, accounts, options, Default::default());
        let (of_leads, of_accounts) = (Arc::new(of_leads), Arc::new(of_accounts));
        Some(Self { rules, of_leads, of_accounts, as_of, is_strict: true })
    }

    /// The same rule set for another instant, without preparing it again.
    #[must_use]
    pub fn at(&self, as_of: AsOf) -> Self {
        let (rules, of_leads, of_accounts) =
            (Arc::clone(&self.rules), Arc::clone(&self.of_leads), Arc::clone(&self.of_accounts));
        Self { rules, of_leads, of_accounts, as_of: as_of.micros(), is_strict: self.is_strict }
    }

    /// The same, taking whatever is missing or does not fit to be unknown; otherwise an account or leads that lack a column that rules
    /// look at are refused ([`ErrorKind::Unfit`]).
    #[must_use]
    pub fn lenient(self) -> Self {
        Self { is_strict: false, ..self }
    }

    /// Scores an account with its leads: an object with what is known of the account, and `leads`, a list of objects with what is known
    /// of each lead, which may carry its `events`. All of them are leads of the account, whatever account they name themselves; of
    /// several with one key the first counts, as in files.
    ///
    /// ```
    /// use leadrules::{Points, RuleSet};
    ///
    /// let rules = RuleSet::from_text(
    ///     "leadrules 1\nlead { id text key; company text }\naccount { id text key; size integer; leads by company }\n\
    ///      events { visit }\nscore interest { visit => +5 each, up to 20 }\n\
    ///      score heat of account { size 100.. => +10; total interest of leads >= 10 => +30 }\n\
    ///      stages { account.heat >= 40 => Hot }\n",
    /// )?;
    /// let scorer = rules.account_scorer(rules.as_of("2026-11-23")?).expect("rules about accounts");
    /// let scored = scorer.score_json(
    ///     r#"{"id": "C1", "size": 150, "leads": [
    ///         {"id": "L1", "events": [{"event": "visit", "time": "2026-11-20"}]},
    ///         {"id": "L2", "events": [{"event": "visit", "time": "2026-11-21"}]}
    ///     ]}"#,
    /// )?;
    /// assert_eq!(scored.account.score("heat"), Some(Points(40_00)));
    /// assert_eq!(scored.leads[1].stage, "Hot");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`] when it is not such an object, [`ErrorKind::Unfit`] when it is not what the rules are about, unless
    /// that is allowed ([`AccountScorer::lenient`]). Single values that do not fit are unknown.
    pub fn score_json(&self, json: &str) -> Result<ScoredAccount, Error> {
        self.score_json_noticing(json).map(|(scored, _)| scored)
    }

    /// The same, with what could not be read, in sentences: values that do not fit, events that say too little.
    ///
    /// # Errors
    /// As [`AccountScorer::score_json`].
    pub fn score_json_noticing(&self, json: &str) -> Result<(ScoredAccount, Vec<String>), Error> {
        let Self { rules, of_leads, of_accounts, .. } = self;
        let about = rules.accounts.as_deref().expect("it is made for rules about accounts");
        let list = leads_in(json)?;
        let own = needed_of(about, of_accounts, (self.as_of, false));
        let (mut account, of_account) = self.read(&about.rules, &own, json)?;
        let (leads, of_each) = match list {
            Some(list) => self.read(rules, &needed_of_leads(about, of_leads, self.as_of), list)?,
            None => Default::default(),
        };
        if account.len() > 1 || account.iter().any(|batch| batch.rows > 1) {
            return Err(Error::new(ErrorKind::Unreadable, "an account is one object, with `leads` in it"));
        }
        let account = account.pop().unwrap_or_else(|| Leads::nobody(about.rules.fields.len()));
        let both = Both { leads: rules, accounts: about };
        let (of_leads, of_itself) = company(both, (of_leads, of_accounts), self.as_of, (account, leads));
        let leads = of_leads.iter().flat_map(|some| (0..some.rows).map(|row| ScoredLead::new(rules, some, row)));
        let scored = ScoredAccount { account: ScoredLead::new(&about.rules, &of_itself, 0), leads: leads.collect() };
        let unread = [unread(&about.rules, &of_account), unread(rules, &of_each)].concat();
        Ok((scored, unread))
    }

    fn read(&self, rules: &Rules, needed: &Needed, json: &str) -> Result<(Vec<Leads>, ReadReport), Error> {
        let fitness = self.is_strict.then(|| Fitness::of(rules, needed).for_program());
        let mut reader = leads_from_json(rules, needed, json, fitness.as_ref())?;
        let batches = reader.by_ref().collect::<Result<Vec<Leads>, _>>()?;
        Ok((batches, reader.report().clone()))
    }
}

/// The text of the list of leads in an account; nothing if it has none.
fn leads_in(json: &str) -> Result<Option<&str>, Error> {
    let refused = |why: String| Error::new(ErrorKind::Unreadable, why);
    let shape =
        "an account is an object with its leads in a list, as in {\"id\": \"C1\", \"leads\": [{\"id\": \"L1\"}]}";
    if !json.trim_start().starts_with('{') {
        return Err(refused(shape.to_owned()));
    }
    let nested: Nested<'_> =
        serde_json::from_str(json).map_err(|error| refused(format!("this is no JSON: {error}")))?;
    let leads = nested.leads.map(RawValue::get).unwrap_or_default();
    if !leads.starts_with('[') {
        return Err(refused(format!(
            "the account has no list `leads`; {shape}; `\"leads\": []` says that it has none"
        )));
    }
    Ok(Some(leads).filter(|leads| leads[1..].trim_start() != "]"))
}

/// What is read of the leads: what rules look at, but for what they ask of their account.
fn needed_of_leads(about: &Accounts, plan: &Plan, as_of: Instant) -> Needed {
    let mut needed = plan.needed_at(&plan.at(as_of));
    for asked in &about.asked {
        needed.fields[usize::from(asked.field.0)] = Need::Nothing;
    }
    needed
}
