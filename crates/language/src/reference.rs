//! The plain evaluator: one lead, walked from the top of the rule set to the bottom. In: a rule set, an instant, a lead
//! and its events; out: everything that can be said about the lead. Every engine is held to it, so it is kept small
//! enough to be obviously right: nothing is cached, reordered or skipped, and nothing is read or written here.

mod company;
mod condition;
mod ctx;
mod evaluation;
mod lead;
mod outcome;
mod quantity;
mod score;

pub use crate::lead::{Event, GroupOutcome, Lead, RuleOutcome, ScoreOutcome};
pub use company::{CameOut, Company, Evaluated, company, company_of_test, of_account, over_leads};
pub use evaluation::{Evaluation, evaluate, meets, occurs, passes, test, values};
pub use lead::{first_of_each_id, of_test};
pub use outcome::LeadOutcome;
pub use score::{best, clamp};
