//! Leads and accounts as some rules see them. In: what was read, and rules that read data alike; out: leads that know what they
//! ask of their accounts, and accounts that know what they ask of their leads.

use std::io;
use std::sync::Arc;

use leadrules_engine::accounts::{self, AsLeads, Both};
use leadrules_engine::columns::Leads;
use leadrules_engine::data::{Held, Input, ReadOptions};
use leadrules_engine::engine::{Options, Plan};
use leadrules_engine::hold;
use leadrules_engine::run::{AccountSource, EventSource, Request};
use leadrules_engine::shelf::Shelf;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::{Accounts, Rules};
use leadrules_language::words::Text;

use crate::data::Data;

/// Leads and accounts as some rules see them.
#[derive(Debug)]
pub struct Settled {
    /// The leads.
    pub leads: Held,
    /// The accounts, as leads of the rules about them; `None` where the rules say nothing about accounts.
    pub accounts: Option<AsLeads>,
    /// The leads, to be read by whatever reads leads.
    input: Input,
    options: ReadOptions,
    events: EventSource<'static>,
    /// The accounts' own data, to be read likewise.
    listed: Option<(Input, ReadOptions)>,
}

impl Settled {
    /// Lets leads and accounts take turns. The error is a sentence.
    ///
    /// # Errors
    /// If leads that were read can't be read back.
    pub fn new(data: &Data, rules: &Rules, as_of: Instant) -> Result<Self, Text> {
        Self::taking_turns(data, rules, as_of).map_err(|error| Text::verbatim(error.to_string()))
    }

    fn taking_turns(data: &Data, rules: &Rules, as_of: Instant) -> io::Result<Self> {
        let kept = &data.kept;
        let (leads, listed, accounts) = match (&rules.accounts, &data.rules.accounts) {
            (Some(about), Some(read_for)) => {
                let leads = hold::laid_out(&kept.held, &data.rules, rules)?;
                let listed = data.accounts.as_ref();
                let listed =
                    listed.map(|(listed, _)| hold::laid_out(listed, &read_for.rules, &about.rules)).transpose()?;
                let own = listed.clone().unwrap_or_default();
                let (leads, accounts) = settle((rules, about), (as_of, kept.has_events), leads, own);
                (Held { leads: Shelf::from(leads), kept: kept.held.kept.clone() }, listed, Some(accounts))
            }
            (Some(_), None) | (None, _) => (kept.held.clone(), None, None),
        };
        let listed = listed.map(|leads| Held { leads: Shelf::from(leads), kept: [].into() });
        Ok(Self {
            input: Input::columns(data.source.leads.name(), leads.clone()),
            options: kept.options.clone(),
            events: kept.source(),
            listed: listed.map(|held| (Input::columns("accounts", held), ReadOptions::default())),
            leads,
            accounts,
        })
    }

    /// What a command is given that runs these rules over them.
    #[must_use]
    pub fn request<'r>(&'r self, rules: &'r Rules, as_of: Instant) -> Request<'r> {
        let listed = self.listed.as_ref();
        let listed = listed.map_or(AccountSource::None, |(input, options)| AccountSource::File(input, options));
        Request {
            rules,
            leads: &self.input,
            options: &self.options,
            events: self.events,
            keep: &[],
            as_of,
            rule_points: true,
            trace: false,
            accounts: rules.accounts.as_ref().map(|_| listed),
        }
    }
}

fn settle(
    (rules, about): (&Rules, &Accounts),
    (as_of, log): (Instant, bool),
    mut leads: Vec<Leads>,
    listed: Vec<Leads>,
) -> (Vec<Leads>, AsLeads) {
    let options = Options { log, rule_points: false, trace: false };
    let (plan, of_accounts) = Plan::with_accounts(rules, about, options, Default::default());
    let both = Both { leads: rules, accounts: about };
    let settled = accounts::settle(both, (&plan, &Arc::new(of_accounts)), as_of, (&mut leads, &[]), listed);
    (leads, settled)
}
