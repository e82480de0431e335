//! Leads and accounts beside each other: what one side is given by the other as columns, and what it gives. In: which side is
//! written and from which steps; out: columns and steps of its query.

use crate::ir::{Accounts, FieldId, Rules, Subject};
use crate::types::Type;

/// What the rows of a query have to do with accounts.
#[derive(Copy, Clone, Debug)]
pub(super) enum Side<'a> {
    /// Nothing: nobody asks.
    Alone,
    /// They are leads, which may ask their account.
    Lead(OfLeads<'a>),
    /// They are accounts, which may ask their leads.
    Account(OfAccounts<'a>),
}

/// Leads with their accounts.
#[derive(Copy, Clone, Debug)]
pub(super) struct OfLeads<'a> {
    pub accounts: &'a Accounts,
    /// The step with what is known of accounts, if anything is but their keys.
    pub known: Option<&'a str>,
    /// Until which turn leads know what they ask.
    pub turn: u16,
}

/// Accounts with their leads.
#[derive(Copy, Clone, Debug)]
pub(super) struct OfAccounts<'a> {
    pub accounts: &'a Accounts,
    pub leads: &'a Rules,
    /// The table of accounts; without one there are those that leads name.
    pub table: Option<&'a str>,
    /// The fields by which one of several rows with the same key is chosen.
    pub told_apart: &'a [FieldId],
    /// The steps with the leads, and with what is asked over them by account; without them all of that is unknown.
    pub leads_steps: Option<(&'a str, &'a str)>,
}

/// What a query is to give.
#[derive(Copy, Clone, Debug)]
pub(super) enum Wanted<'a> {
    /// What comes out for leads or accounts.
    Results,
    /// What accounts ask of each lead: those things at these places.
    OfLeads(&'a [usize]),
    /// What leads ask of their account, the same.
    OfAccounts(&'a [usize]),
}

impl Side<'_> {
    pub(super) fn is_account(&self) -> bool {
        matches!(self, Self::Account(_))
    }
}

/// The column with the key of an account, in steps of leads.
pub(super) const ACCOUNT_KEY: &str = "account_key";
/// The column with the lead of an event, in steps of accounts.
pub(super) const OF_LEAD: &str = "of_lead";
/// The column with the account of an event, until it takes the lead's place.
pub(super) const OF_ACCOUNT: &str = "of_account";
/// The column that says whether a row is one of the leads that an account counts.
pub(super) const COUNTS: &str = "counts";
/// The column that numbers rows with the same key.
pub(super) const ROW_OF_KEY: &str = "row_of_key";

/// The column of what leads ask of their account, by its place.
pub(super) fn asked(at: usize) -> String {
    format!("asked_{}", at + 1)
}

/// The column that says whether a lead is one of those that an account asks about.
pub(super) fn takes(at: usize) -> String {
    format!("takes_{}", at + 1)
}

/// The column with the number of each lead that an account asks about.
pub(super) fn number(at: usize) -> String {
    format!("number_{}", at + 1)
}

/// The column with what is asked over leads.
pub(super) fn over(at: usize) -> String {
    format!("over_{}", at + 1)
}

/// The column with the number of leads of which it is known.
pub(super) fn known(at: usize) -> String {
    format!("known_{}", at + 1)
}

/// Whether the keys of accounts are told apart whatever the case of their letters.
pub(super) fn folds(leads: &Rules, accounts: &Accounts) -> bool {
    let is_address = match accounts.by {
        Subject::Field(id) => leads.field(id).ty == Type::Email,
        Subject::FieldDomain(_) => true,
        Subject::Property(_) | Subject::PropertyDomain(_) | Subject::Label(_) => false,
    };
    is_address || accounts.rules.field(accounts.key).ty == Type::Email
}
