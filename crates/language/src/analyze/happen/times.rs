//! Times that stand for all times: between two instants at which some window begins or ends, or some points fade, nothing
//! changes. In: those instants; out: stretches of time with sample instants in each, in as many different days, weeks
//! or months as matter where rules count those.

use std::collections::HashSet;

use crate::calendar::{self, DAY, Instant, Zone};
use crate::ir::Bucket;

/// A stretch of time with sample instants, no two in one bucket.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) samples: Vec<Instant>,
}

/// What is looked for.
pub(super) struct Needs<'a> {
    pub(super) zone: &'a Zone,
    pub(super) as_of: Instant,
    /// Instants at which something changes.
    pub(super) starts: Vec<Instant>,
    /// The days, weeks or months of which `different` many are told apart.
    pub(super) bucket: Option<Bucket>,
    pub(super) different: usize,
    /// Whether both ends of a stretch matter, rather than just any time in it.
    pub(super) both_ends: bool,
}

/// The oldest events are at least this long ago, some fifty years; before everything that rules name, one time is as
/// good as another.
const LONG_AGO: i64 = 18_000 * DAY;

/// Earlier than the first day of the calendar.
const FIRST: Instant = i64::MIN / 2;

/// The stretches, latest first; and whether each has a sample in every bucket that lies in it.
pub(super) fn stretches(needs: &Needs<'_>) -> (Vec<Stretch>, bool) {
    // A window that is open to the past begins before all events.
    let first = needs.starts.iter().copied().filter(|start| *start > FIRST).min();
    let oldest = first.map_or(i64::MAX, |first| first - DAY).min(needs.as_of.saturating_sub(LONG_AGO));
    let mut starts: Vec<Instant> =
        needs.starts.iter().copied().filter(|start| oldest < *start && *start <= needs.as_of).collect();
    starts.push(oldest);
    starts.sort_unstable();
    starts.dedup();
    let mut stretches = Vec::new();
    let mut taken: HashSet<i32> = HashSet::new();
    let mut complete = true;
    let mut last = needs.as_of;
    for first in starts.into_iter().rev() {
        complete &= stretch(needs, first, last, &mut taken, &mut stretches);
        last = first - 1;
    }
    (stretches, complete)
}

fn stretch(
    needs: &Needs<'_>,
    first: Instant,
    last: Instant,
    taken: &mut HashSet<i32>,
    into: &mut Vec<Stretch>,
) -> bool {
    // Round ages read best: a whole number of days ago, if one lies within.
    let ago = |days: i64| needs.as_of.saturating_sub(days.saturating_mul(DAY));
    let youngest = (needs.as_of - last + DAY - 1) / DAY;
    // Where points fade, the latest sample must be as young as possible.
    let is_as_young = !needs.both_ends || (needs.as_of - last) / DAY == youngest;
    let latest = if is_as_young && ago(youngest) >= first { ago(youngest) } else { last };
    let oldest = (needs.as_of - first) / DAY;
    let earliest = if ago(oldest) <= last { ago(oldest) } else { first };
    let Some(bucket) = needs.bucket else {
        into.push(Stretch { samples: vec![latest] });
        if needs.both_ends && earliest != latest {
            into.push(Stretch { samples: vec![earliest] });
        }
        return true;
    };
    let step = match bucket {
        Bucket::Days(count) => i64::from(count),
        Bucket::Weeks(count) => i64::from(count) * 7,
        Bucket::Months(count) => i64::from(count) * 28,
        Bucket::Value(_) => 1,
    };
    let mut samples = Vec::new();
    let mut time = latest;
    while time >= first && samples.len() < needs.different {
        let number = number(needs.zone, bucket, time);
        if taken.insert(number) {
            samples.push(time);
        }
        time = time.saturating_sub(step * DAY);
    }
    let complete = !samples.is_empty();
    if samples.is_empty() {
        samples.push(latest);
    }
    into.push(Stretch { samples });
    if needs.both_ends && earliest != latest {
        let mut samples = Vec::new();
        let mut time = earliest;
        while time <= last && samples.len() < needs.different {
            let number = number(needs.zone, bucket, time);
            if taken.insert(number) {
                samples.push(time);
            }
            time = time.saturating_add(step * DAY);
        }
        if !samples.is_empty() {
            into.push(Stretch { samples });
        }
    }
    complete
}

/// The number of the day, week or month that a time is in.
fn number(zone: &Zone, bucket: Bucket, time: Instant) -> i32 {
    let day = zone.day_of(time);
    let block = |number: i32, count: u32| number.div_euclid(i32::try_from(count).unwrap_or(i32::MAX));
    match bucket {
        Bucket::Days(count) => block(day, count),
        Bucket::Weeks(count) => block(calendar::week_of(day), count),
        Bucket::Months(count) => block(calendar::month_of(day), count),
        Bucket::Value(_) => 0,
    }
}
