//! Finding the account that a command line names, or that of a lead. In: a key, or a lead; out: the account with its leads, or what the
//! user is told.

use leadrules_decide::company::{self, Company};
use leadrules_decide::replay::Case;
use leadrules_engine::run::Request;
use leadrules_language::words::say;

use super::exit::Failure;
use super::progress::Progress;
use super::terminal::Terminal;

/// The account with this key.
pub(super) fn find(request: &Request<'_>, key: &str, terminal: &Terminal) -> Result<Company, Failure> {
    if request.rules.accounts.is_none() {
        return Err(Failure::new(say!(
            "--account: the rules say nothing about accounts; declare them with `account {{ … }}`, or name a lead with --lead"
        )));
    }
    let mut progress = Progress::new(terminal.err.is_terminal);
    let found = company::find(request, key, &mut |step| progress.step(step));
    progress.clear();
    found.map_err(Failure::new)?.ok_or_else(|| {
        Failure::new(say!("there is no account `{key}`: neither the accounts' own data nor a lead names it", key))
    })
}

/// The company of a lead that asks something of its account, and the lead's place there.
pub(super) fn of_lead(request: &Request<'_>, case: &Case) -> Result<Option<(Company, usize)>, Failure> {
    match request.rules.accounts.as_ref().filter(|about| about.are_asked()) {
        Some(_) => company::of_lead(request, case, &mut |_| ()).map_err(Failure::new),
        None => Ok(None),
    }
}
