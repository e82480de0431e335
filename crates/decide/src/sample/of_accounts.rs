//! Accounts with what became of them, all seen at the instant of the request.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::{Noticed, Part, Wanted};
use leadrules_engine::columns::Leads;
use leadrules_engine::data::ReadReport;
use leadrules_engine::engine::Asked;
use leadrules_engine::run::{self, Asking, Error, Request, Step};

/// Hands on all accounts, in the order of their data, then those that only leads name.
pub(super) fn at_once(
    wanted: &Wanted<'_>,
    take: &mut dyn FnMut(Part),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Noticed, Error> {
    let conditions = wanted.conditions();
    let request = Request { rule_points: true, trace: true, ..wanted.request };
    let of_accounts = Asked { conditions: &conditions, ..Asked::default() };
    let asking = Asking { of_accounts, fields_of_accounts: wanted.fields, ..Asking::default() };
    let opened = run::open_for(&request, asking, progress)?;
    let accounts = opened.into_accounts(request.rules, progress)?.expect("rules about accounts");
    let trace = |leads: &Leads| {
        let trace = accounts.plan.trace(leads, &accounts.ledger);
        let rows = (leads.first_row..).take(leads.rows).collect();
        wanted.part(leads.clone(), rows, trace, (None, None))
    };
    let parts: Vec<Part> = accounts.leads.par_iter().map(trace).collect();
    parts.into_iter().for_each(&mut *take);
    let rows = accounts.members.len() as u64;
    let leads = ReadReport { rows, ..accounts.report.unwrap_or_default() };
    Ok(Noticed { leads, ..Noticed::default() })
}
