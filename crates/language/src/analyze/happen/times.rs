//! Times that stand for all times: between two instants at which some window begins or ends, or some points fade, nothing
//! changes. In: those instants; out: stretches of time with sample instants in each, in as many different days, weeks
//! or months as matter where rules count those.

use std::collections::HashMap;

use crate::calendar::{self, DAY, Instant, Zone};
use crate::ir::Bucket;

/// A stretch of time with sample instants, no two in one bucket.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) samples: Vec<Instant>,
    /// The bucket of the first sample. A bucket in which something changes is in several stretches, each with that one sample: it
    /// counts once for who sees events in both.
    pub(super) bucket: usize,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    /// The latest first.
    pub(super) all: Vec<Stretch>,
    /// Whether the oldest times of each bucket are among the samples, where both ends matter.
    pub(super) has_oldest: bool,
    /// The buckets that are in several stretches, by their numbers.
    cut: HashMap<i32, usize>,
    /// How many buckets were told apart.
    pub(super) buckets: usize,
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
    /// The age in days from which no points fade any more.
    pub(super) settled: i64,
}

/// The oldest events are at least this long ago, some fifty years; before everything that rules name, one time is as
/// good as another.
const LONG_AGO: i64 = 18_000 * DAY;

/// Nothing happens before the calendar begins, whatever rules ask.
const FIRST: Instant = calendar::ENDS.0;

/// A span of time, both ends included.
#[derive(Copy, Clone, Debug)]
struct Span {
    first: Instant,
    last: Instant,
}

/// The stretches of all time until now.
pub(super) fn stretches(needs: &Needs<'_>) -> Stretches {
    // A window that is open to the past begins before all events.
    let first = needs.starts.iter().copied().filter(|start| *start > FIRST).min();
    let long_ago = needs.as_of.saturating_sub(LONG_AGO.max(needs.settled * DAY));
    let oldest = first.map_or(i64::MAX, |first| first - DAY).min(long_ago).max(FIRST);
    let mut starts: Vec<Instant> =
        needs.starts.iter().copied().filter(|start| oldest < *start && *start <= needs.as_of).collect();
    starts.push(oldest);
    starts.sort_unstable();
    starts.dedup();
    let mut found = Stretches { has_oldest: true, ..Stretches::default() };
    let mut last = needs.as_of;
    for first in starts.into_iter().rev() {
        let span = Span { first, last };
        match needs.bucket {
            None => found.plain(needs, span),
            // Nothing changes before the oldest: a bucket that begins before it is not cut.
            Some(bucket) => found.bucketed(needs, bucket, span, first > oldest),
        }
        last = first - 1;
    }
    found
}

impl Stretches {
    fn push(&mut self, samples: Vec<Instant>, bucket: usize) {
        self.all.push(Stretch { samples, bucket });
    }

    fn new_bucket(&mut self) -> usize {
        self.buckets += 1;
        self.buckets - 1
    }

    /// Where nobody counts buckets.
    fn plain(&mut self, needs: &Needs<'_>, span: Span) {
        let bucket = self.new_bucket();
        let latest = needs.latest(span);
        self.push(vec![latest], bucket);
        let oldest = (needs.as_of - span.first) / DAY;
        let ago = needs.ago(oldest);
        let earliest = if ago <= span.last { ago } else { span.first };
        if needs.both_ends && earliest != latest {
            self.push(vec![earliest], bucket);
        }
    }

    /// Where buckets are counted: those that lie in the span as a whole are alike, and those that it cuts stand for themselves.
    fn bucketed(&mut self, needs: &Needs<'_>, bucket: Bucket, span: Span, cuts_first: bool) {
        let cuts_last = span.last < needs.as_of;
        let is_cut = |whole: Span| (cuts_first && whole.first < span.first) || (cuts_last && whole.last > span.last);
        let within = |whole: Span| Span { first: whole.first.max(span.first), last: whole.last.min(span.last) };
        let mut latest: Vec<Span> = Vec::new();
        let mut at = span.last;
        let reached = loop {
            let whole = whole(needs.zone, bucket, at);
            if is_cut(whole) {
                self.part(needs, number(needs.zone, bucket, at), within(whole));
            } else {
                latest.push(within(whole));
            }
            if whole.first <= span.first || latest.len() >= needs.different {
                break whole.first;
            }
            at = whole.first - 1;
        };
        let mut earliest: Vec<Span> = Vec::new();
        let mut at = span.first;
        while at < reached {
            let whole = whole(needs.zone, bucket, at);
            if is_cut(whole) {
                self.part(needs, number(needs.zone, bucket, at), within(whole));
            } else if needs.both_ends {
                earliest.push(within(whole));
            }
            if !needs.both_ends || earliest.len() >= needs.different {
                break;
            }
            at = whole.last + 1;
        }
        // Of those whose latest times are samples, the oldest are not.
        self.has_oldest &= !needs.both_ends || latest.is_empty() || earliest.len() >= needs.different;
        for samples in [
            latest.into_iter().map(|span| needs.latest(span)).collect::<Vec<_>>(),
            earliest.into_iter().map(|span| span.first).collect(),
        ] {
            if !samples.is_empty() {
                let bucket = self.new_bucket();
                self.push(samples, bucket);
            }
        }
    }

    /// A part of a bucket that is cut.
    fn part(&mut self, needs: &Needs<'_>, number: i32, span: Span) {
        let known = self.cut.get(&number).copied();
        let bucket = known.unwrap_or_else(|| self.new_bucket());
        self.cut.insert(number, bucket);
        let latest = needs.latest(span);
        self.push(vec![latest], bucket);
        if needs.both_ends && needs.age(span.first) != needs.age(latest) {
            self.push(vec![span.first], bucket);
        }
    }
}

impl Needs<'_> {
    fn ago(&self, days: i64) -> Instant {
        self.as_of.saturating_sub(days.saturating_mul(DAY))
    }

    /// In whole days.
    fn age(&self, time: Instant) -> i64 {
        (self.as_of - time) / DAY
    }

    /// A late time of a span. Round ages read best: a whole number of days ago, if one lies within. Where points fade, it must be
    /// as young as possible.
    fn latest(&self, span: Span) -> Instant {
        let round = self.ago((self.as_of - span.last + DAY - 1) / DAY);
        let is_as_young = !self.both_ends || self.age(round) == self.age(span.last);
        if is_as_young && round >= span.first { round } else { span.last }
    }
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

/// The day, week or month that a time is in, from its first instant to its last.
fn whole(zone: &Zone, bucket: Bucket, time: Instant) -> Span {
    let block = number(zone, bucket, time);
    // Where the calendar ends, so does its last block.
    let start = |block: i32| {
        let times = |count: u32| block.saturating_mul(i32::try_from(count).unwrap_or(i32::MAX));
        let day = match bucket {
            Bucket::Days(count) => times(count),
            Bucket::Weeks(count) => times(count).saturating_mul(7).saturating_sub(3),
            Bucket::Months(count) => calendar::first_of_month(times(count)),
            Bucket::Value(_) => calendar::FIRST_DAY,
        };
        zone.start_of(day.clamp(calendar::FIRST_DAY, calendar::LAST_DAY))
    };
    let next = start(block.saturating_add(1));
    Span { first: start(block).min(time), last: if next > time { next - 1 } else { time } }
}
