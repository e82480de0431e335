//! Rows of a log that are repetitions of the same event. In: batches of events; out: which rows another one counts for,
//! and how often events that are not repetitions share an id. An event is identified by its id, its lead, its kind and
//! its time; rows that differ in one of these are different events, whatever their ids say.

use std::cmp::Ordering;

use arrow_array::Array;
use arrow_array::cast::AsArray;
use hashbrown::HashMap;

use super::measure::BucketKey;
use crate::columns::{Column, EventLeads, Events, Repeats};

/// What the ids of events say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeated {
    /// By batch and row: whether another row of the same event counts in its place.
    pub dropped: Vec<Vec<bool>>,
    /// How often that was so, and what else shares an id.
    pub counts: Repeats,
}

/// Whose an event is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
enum Lead<'e> {
    Row(u32),
    Key(&'e str),
}

/// A row, by the index of its batch and its index within that.
type Row = (usize, usize);

/// What tells events with the same id apart.
type Told<'e> = (Lead<'e>, u16, i64);

/// Finds the rows in whose place another row of the same event counts.
#[must_use]
pub fn repeated(batches: &[Events]) -> Repeated {
    let mut found =
        Repeated { dropped: batches.iter().map(|batch| vec![false; batch.rows]).collect(), counts: Repeats::default() };
    // The ids of events that are nested in leads are told apart by lead.
    let mut first: HashMap<(Option<u32>, &str), Row, foldhash::fast::FixedState> = HashMap::default();
    let mut others: HashMap<(&str, Told<'_>), Row, foldhash::fast::FixedState> = HashMap::default();
    for (at, batch) in batches.iter().enumerate() {
        let Some(ids) = &batch.ids else { continue };
        for row in (0..batch.rows).filter(|&row| ids.is_valid(row)) {
            let own = told(batch, row);
            let nested = match own.0 {
                Lead::Row(row) => Some(row),
                Lead::Key(_) => None,
            };
            let Some(kept) = first.get_mut(&(nested, ids.value(row))) else {
                first.insert((nested, ids.value(row)), (at, row));
                continue;
            };
            let theirs = told(&batches[kept.0], kept.1);
            let kept = if theirs == own {
                kept
            } else if let Some(kept) = others.get_mut(&(ids.value(row), own)) {
                kept
            } else {
                others.insert((ids.value(row), own), (at, row));
                let counts = &mut found.counts;
                *(if theirs.0 == own.0 { &mut counts.other_events } else { &mut counts.other_leads }) += 1;
                continue;
            };
            let order = properties(batch, row, &batches[kept.0], kept.1);
            found.counts.rows += 1;
            found.counts.unlike += u64::from(order.is_ne());
            if order.is_lt() {
                found.dropped[kept.0][kept.1] = true;
                *kept = (at, row);
            } else {
                found.dropped[at][row] = true;
            }
        }
    }
    found
}

fn told(events: &Events, row: usize) -> Told<'_> {
    let lead = match &events.leads {
        EventLeads::Rows(rows) => Lead::Row(rows[row]),
        EventLeads::Views(keys) => Lead::Key(keys.value(row)),
        EventLeads::Keys(Column::Text(keys)) => Lead::Key(keys.value(row)),
        EventLeads::Keys(Column::CodedText(keys)) => {
            let code = usize::try_from(keys.keys().value(row)).expect("codes are places");
            Lead::Key(keys.values().as_string::<i32>().value(code))
        }
        EventLeads::Keys(other) => unreachable!("keys are texts, not {other:?}"),
    };
    (lead, events.kinds[row], events.times[row])
}

/// Which of two rows of the same event counts: the one with the lower properties, in the order they are declared,
/// unknown first.
fn properties(left: &Events, left_row: usize, right: &Events, right_row: usize) -> Ordering {
    let pairs = left.properties.iter().zip(&right.properties);
    let mut orders =
        pairs.map(|(left, right)| BucketKey::in_column(left, left_row).cmp(&BucketKey::in_column(right, right_row)));
    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}
