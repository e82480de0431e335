//! One account with all its leads, of which nobody asks whose they are. In: what is known of the account, and its leads; out: what comes
//! out for each of them.

use std::sync::Arc;

use super::{Accounts, Both};
use crate::columns::{Leads, Results};
use crate::engine::Plan;
use leadrules_language::calendar::Instant;

/// Scores an account (a batch of one) and its leads, with the plans of
/// [`Plan::with_accounts`]. Results of leads come in the order of their batches; the last ones are those of the account.
#[must_use]
pub fn company(
    rules: Both<'_>,
    (plan, of_accounts): (&Plan, &Arc<Plan>),
    as_of: Instant,
    (account, mut leads): (Leads, Vec<Leads>),
) -> (Vec<Results>, Results) {
    let ir = rules.accounts;
    let mut accounts = Accounts::new(ir, Arc::clone(of_accounts), as_of, vec![account]);
    accounts.known.is_of_all = true;
    let mut ledger = plan.ledger(plan.at(as_of));
    plan.close_for_accounts(&mut ledger, accounts.tallies());
    accounts.begin(ir, 0, &ledger);
    if ir.are_asked() {
        accounts.gather(rules, plan, &mut leads, &ledger);
        accounts.end(ir, &ledger);
        accounts.take_turns(rules, plan, &mut leads, &ledger);
    }
    let (known, taking) = accounts.apart();
    let score = |leads: &Leads| {
        let (results, share) = known.score(rules, plan, leads, &ledger);
        taking.take(share);
        results
    };
    let of_leads = leads.iter().map(score).collect();
    accounts.end(ir, &ledger);
    let of_account = accounts.finish().results.pop().expect("one account is one batch");
    (of_leads, of_account)
}
