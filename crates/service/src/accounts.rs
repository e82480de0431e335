//! The accounts of a draft. In: leads and accounts in memory, as the draft and the saved rules see them; out: how many accounts are at
//! each stage, a window of their table, and why one of them is where it is.

use std::io;

use leadrules_decide::company::{self, Company, Who};
use leadrules_decide::reach::{self, Limits, Reach};
use leadrules_decide::timeline::{self, Span, Timeline};
use leadrules_engine::columns::Leads;
use leadrules_engine::run::{EventSource, Request};
use leadrules_engine::shelf::Shelf;
use leadrules_language::calendar::Instant;
use leadrules_language::explain::{AccountExplanation, explain_account};
use leadrules_language::ir::{self, Rules};
use leadrules_language::words::{Text, say};
use serde::Serialize;

use crate::figures::{self, Stage};
use crate::leads::{Rows, Table, Window};
use crate::scored::{Batch, Side};
use crate::settled::Settled;

/// Accounts and what came of them.
#[derive(Debug)]
pub struct Accounts<'a> {
    rules: &'a Rules,
    leads: &'a [Leads],
    batches: Vec<Batch>,
    /// Of each account, how many leads it has that count.
    members: &'a [u32],
}

/// A window of the table, and how many accounts are at each stage.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// How many there are in all.
    accounts: usize,
    stages: Vec<Stage>,
    /// The names of their scores.
    scores: Vec<String>,
    #[serde(flatten)]
    rows: Rows,
    /// By row: how many leads it has.
    members: Vec<u32>,
}

impl<'a> Accounts<'a> {
    /// Scores the accounts; `None` where the rules say nothing about any.
    #[must_use]
    pub fn new(rules: &'a Rules, settled: &'a Settled) -> Option<Self> {
        let (about, accounts) = rules.accounts.as_deref().zip(settled.accounts.as_ref())?;
        let batch = |leads: &Leads| Batch::of(&about.rules, accounts.plan.score(leads, &accounts.ledger));
        let batches = accounts.leads.iter().map(batch).collect();
        Some(Self { rules: &about.rules, leads: &accounts.leads, batches, members: &accounts.members })
    }

    /// A window of the table; `saved` are the accounts by the saved rules, if these can be run.
    ///
    /// # Errors
    /// As [`Table::rows`].
    pub fn shown(&self, saved: Option<&Self>, window: &Window, generation: u64) -> io::Result<Shown> {
        let own: Vec<&Batch> = self.batches.iter().collect();
        // Rules that find other accounts put others in their places.
        let saved = saved.filter(|saved| saved.keys().eq(self.keys()));
        let theirs: Option<Vec<&Batch>> = saved.map(|saved| saved.batches.iter().collect());
        let draft = Side { rules: self.rules, batches: &own };
        let before = saved.zip(theirs.as_ref()).map(|(saved, batches)| Side { rules: saved.rules, batches });
        let leads = Shelf::from(self.leads.to_vec());
        let table = Table::new(&leads, &[], draft, before);
        let found = table.rows(&window.filter, window.sort.as_ref())?;
        let rows = table.window(&found, window, generation)?;
        Ok(Shown {
            accounts: self.members.len(),
            stages: figures::at_stages(draft, before),
            scores: self.rules.scores.iter().map(|score| score.name.clone()).collect(),
            members: rows.numbers().map(|row| self.members.get(row as usize).copied().unwrap_or(0)).collect(),
            rows,
        })
    }

    fn keys(&self) -> impl Iterator<Item = Option<&str>> {
        self.leads.iter().flat_map(|leads| leads.keys.iter())
    }
}

/// One account with its leads, and the rules that it is looked at with.
#[derive(Debug)]
pub struct Account<'a> {
    rules: &'a Rules,
    about: &'a ir::Accounts,
    as_of: Instant,
    has_log: bool,
    company: Company,
}

impl<'a> Account<'a> {
    /// The account with this key. The error is a sentence.
    ///
    /// # Errors
    /// If there is none.
    pub fn find(request: &Request<'a>, key: &str) -> Result<Self, Text> {
        let Request { rules, as_of, events, .. } = *request;
        let about = rules.accounts.as_deref().ok_or_else(|| say!("the rules say nothing about accounts"))?;
        let found = company::find(request, key, &mut |_| ()).map_err(Text::from)?;
        let company = found.ok_or_else(|| say!("there is no account `{key}`", key))?;
        let has_log = !matches!(events, EventSource::None) && rules.log.is_some();
        Ok(Self { rules, about, as_of, has_log, company })
    }

    /// As `leadrules explain --account KEY --format json`.
    #[must_use]
    pub fn explained(&self) -> AccountExplanation {
        let Self { rules, about, as_of, has_log, company } = self;
        let keys: Vec<Option<String>> = company.leads.iter().map(|case| case.key.clone()).collect();
        let evaluated = company.evaluated(rules, *as_of, *has_log);
        explain_account(rules, about, *as_of, (company.key.clone(), &keys), &evaluated)
    }

    /// As `leadrules explain --account KEY --to STAGE --format json`. The error is a sentence.
    ///
    /// # Errors
    /// If there is no such stage of accounts.
    ///
    /// # Panics
    /// Never: the account was found by rules about accounts.
    pub fn reach(&self, stage: &str) -> Result<Reach, Text> {
        let step = self.about.rules.stages.steps.iter().position(|step| step.name == stage);
        let step =
            step.and_then(|at| u16::try_from(at).ok()).ok_or_else(|| say!("there is no stage `{stage}`", stage))?;
        let who = (&self.company, Who::Account);
        let found = reach::reach_among(self.rules, who, self.as_of, step, Limits::default());
        Ok(found.expect("an account is found by rules about accounts"))
    }

    /// As `leadrules timeline --account KEY --format json`, looking so many days ahead.
    ///
    /// # Panics
    /// Never: the account was found by rules about accounts.
    #[must_use]
    pub fn timeline(&self, ahead: u32) -> Timeline {
        let span = Span { since: None, as_of: self.as_of, ahead };
        let found = timeline::timeline_among(self.rules, &self.company, Who::Account, span);
        found.expect("an account is found by rules about accounts")
    }
}
