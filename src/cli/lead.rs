//! Finding the lead that a command line names. In: a key; out: the lead with all it did, or what the user is told.

use std::path::Path;

use leadrules_decide::replay::{self, Case};
use leadrules_engine::run::Request;
use leadrules_language::diagnostic;
use leadrules_language::ir::Rules;
use leadrules_language::text;
use leadrules_language::types::Type;

use super::exit::{Failure, shown};
use super::progress::Progress;
use super::terminal::Terminal;

/// A key as the data has it: cleaned, and folded where it is an address.
pub(super) fn wanted(rules: &Rules, key: &str) -> String {
    match rules.key.map(|id| &rules.field(id).ty) {
        Some(Type::Email) => text::key(key),
        _ => text::clean(key).into_owned(),
    }
}

/// What is said where no lead has the key.
pub(super) fn no_such_lead(leads: &Path, key: &str, near: Option<String>) -> Failure {
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Failure::new(format!("{}: there is no lead `{key}`{near}", shown(leads)))
}

/// The first lead with this key.
pub(super) fn find(request: &Request<'_>, path: &Path, key: &str, terminal: &Terminal) -> Result<Case, Failure> {
    let wanted = wanted(request.rules, key);
    let mut near: Option<String> = None;
    let mut found = false;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let mut is_it = |_: u64, other: Option<&str>| {
        let is_it = !found && other == Some(wanted.as_str());
        found |= is_it;
        if !found {
            let keys = near.iter().map(String::as_str).chain(other);
            near = diagnostic::nearest(&wanted, keys).map(str::to_owned);
        }
        is_it
    };
    let cases = replay::read(request, &mut is_it, &mut |step| progress.step(step));
    progress.clear();
    let case = cases.map_err(Failure::new)?.into_iter().next();
    case.ok_or_else(|| no_such_lead(path, key, near))
}
