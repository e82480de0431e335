//! Why leads moved since an earlier run, for the rows that are written. In: results held against that run, and its instant; out: the
//! same results with a reason each. The leads that moved are read once more, with what they did.

use std::collections::HashMap;

use arrow_array::{Array, StringArray};
use leadrules_decide::reason::Since;
use leadrules_decide::replay::{self, Case, Extra};
use leadrules_engine::columns::{Change, Results};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::calendar::Instant;
use leadrules_language::words::Locale;

use super::super::exit::Failure;
use super::super::progress::Progress;

/// The results with their reasons, in a language; leads that are new, gone or as they were have none.
pub(super) fn with_reasons(
    request: &Request<'_>,
    mut batches: Vec<Results>,
    (then, locale): (Instant, Locale),
    progress: &mut Progress,
) -> Result<Vec<Results>, Failure> {
    let moved = |results: &Results, row: usize| {
        let change = results.changes.as_ref().map(|changes| changes.changes[row]);
        matches!(change, Some(Change::Up | Change::Down)) && results.keys.is_valid(row)
    };
    let keys = batches.iter().flat_map(|results| {
        (0..results.rows).filter(|&row| moved(results, row)).map(|row| results.keys.value(row).to_owned())
    });
    let mut cases: HashMap<String, Option<Case>> = keys.map(|key| (key, None)).collect();
    let mut is_wanted = |seen: &replay::Seen<'_>| seen.key.is_some_and(|key| cases.contains_key(key));
    let read = replay::read(request, Extra::default(), &mut is_wanted, &mut |step| progress.step(step));
    progress.clear();
    for case in read.map_err(Failure::new)? {
        if let Some(place) = case.key.as_ref().and_then(|key| cases.get_mut(key)) {
            place.get_or_insert(case);
        }
    }
    let log = !matches!(request.events, EventSource::None);
    let since = Since::new(request.rules, log, then, request.as_of);
    for results in &mut batches {
        let Some(changes) = &results.changes else { continue };
        let was = |row: usize| {
            let of = |score: &arrow_array::Int64Array| score.is_valid(row).then(|| score.value(row));
            changes.scores.iter().map(of).collect::<Vec<_>>()
        };
        let reason = |row: usize| {
            let case = moved(results, row).then(|| cases.get(results.keys.value(row)).and_then(Option::as_ref))?;
            Some(since.reason(case?, &was(row)).in_locale(locale))
        };
        let reasons: StringArray = (0..results.rows).map(reason).collect();
        if let Some(changes) = &mut results.changes {
            changes.reasons = reasons;
        }
    }
    Ok(batches)
}
