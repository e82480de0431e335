//! Finding the lead that a command line names. In: a key; out: the lead with everything it did, or what the user is
//! told.

use std::path::Path;

use leadrules_decide::replay::{self, Case, Extra, Seen};
use leadrules_engine::run::Request;
use leadrules_language::diagnostic;
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::text;
use leadrules_language::types::{Type, Value};
use leadrules_language::words::say;

use super::exit::{Failure, named};
use super::progress::Progress;
use super::terminal::{Terminal, note};

/// A key as the data has it: cleaned, and folded if it is an address.
pub(super) fn wanted(rules: &Rules, key: &str) -> String {
    match rules.key.map(|id| &rules.field(id).ty) {
        Some(Type::Email) => text::key(key),
        _ => text::clean(key).into_owned(),
    }
}

/// What is said if no lead has the key.
pub(super) fn no_such_lead(leads: &Path, key: &str, near: Option<String>) -> Failure {
    let path = named(leads);
    Failure::new(match near {
        None => say!("{path}: there is no lead `{key}`", path, key),
        Some(near) => say!("{path}: there is no lead `{key}`; did you mean `{near}`?", path, key, near),
    })
}

/// At most this many leads with the same name are listed, for the user to choose from.
const SHOWN: usize = 10;

/// The leads with this key; if there are none, those that have it in a text field: found by e-mail address or name.
pub(super) fn find_all(
    request: &Request<'_>,
    path: &Path,
    key: &str,
    terminal: &Terminal,
) -> Result<Vec<Case>, Failure> {
    let rules = request.rules;
    let wanted = wanted(rules, key);
    let mut near: Option<String> = None;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let mut is_it = |seen: &Seen<'_>| {
        let keys = near.iter().map(String::as_str).chain(seen.key);
        near = diagnostic::nearest(&wanted, keys).map(str::to_owned);
        seen.key == Some(wanted.as_str())
    };
    let by_key = replay::read(request, Extra::default(), &mut is_it, &mut |step| progress.step(step));
    let by_key = by_key.map_err(Failure::new)?;
    if !by_key.is_empty() {
        progress.clear();
        return Ok(by_key);
    }
    let texts: Vec<FieldId> = (0_u16..)
        .zip(&rules.fields)
        .filter(|(_, field)| matches!(field.ty, Type::Text | Type::Email))
        .map(|(at, _)| FieldId(at))
        .collect();
    let folded = text::key(key);
    let mut bears_it = |seen: &Seen<'_>| {
        texts.iter().any(|field| matches!(seen.value(*field), Some(Value::Text(text)) if text::key(&text) == folded))
    };
    let by_text =
        replay::read(request, Extra { fields: &texts, events: false }, &mut bears_it, &mut |step| progress.step(step));
    progress.clear();
    let by_text = by_text.map_err(Failure::new)?;
    if by_text.len() > SHOWN {
        let keys: Vec<&str> = by_text.iter().filter_map(|case| case.key.as_deref()).take(SHOWN).collect();
        return Err(Failure::new(say!(
            "{path}: {count} leads bear `{key}`; name one by its key: {keys} …",
            path = named(path),
            count = by_text.len(),
            key,
            keys = keys.join(", ")
        )));
    }
    if by_text.is_empty() { Err(no_such_lead(path, key, near)) } else { Ok(by_text) }
}

/// The first of the leads that a command line names; if there are more, that is said.
pub(super) fn find(request: &Request<'_>, path: &Path, key: &str, terminal: &Terminal) -> Result<Case, Failure> {
    let mut cases = find_all(request, path, key, terminal)?;
    if cases.len() > 1 {
        let (count, row) = (cases.len(), cases[0].row + 1);
        let said = say!(
            "{path}: {count} rows are `{key}`; this is row {row}",
            path = named(path),
            count,
            key,
            row = row.to_string()
        );
        note(&(terminal.remark(&said) + "\n"));
    }
    Ok(cases.remove(0))
}
