//! One lead seen from many instants. In: a lead with everything it did; out: what comes out for it at any instant. What
//! each tally counts is kept sorted by time, with prefix sums, so that the cost of an instant depends on the rules and
//! not on the events.
//!
//! Only occurrences that decay need more: their sum is carried over from one instant to the next, adjusted for those
//! that come, those that go, and those that grow a day older in between. Instants may come in any order; neighbouring
//! ones are cheap.

use std::borrow::Cow;

use hashbrown::HashMap;

use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::ir::{FieldId, Rules, StageId};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::Value;

use super::super::factors::Factors;
use super::super::measure::{BucketKey, Measure};
use super::super::numbering::LocalDays;
use super::super::program::Passing;
use super::super::row::Counter;
use super::counting::{bucket_key, number};
use super::{LeadTrace, Plan, Single};

/// A lead whose outcome can be asked for at any instant.
#[derive(Debug)]
pub struct Course<'p> {
    pub(super) single: Single<'p>,
    pub(super) lead: Cow<'p, Lead>,
    /// Those of the log, earliest first.
    pub(super) events: Vec<&'p Event>,
    /// By tally.
    pub(super) tracks: Vec<Track<'p>>,
    /// The tallies whose occurrences differ from day to day, because a `where` compares dates with the day of `as of`.
    daily: Vec<usize>,
    days: LocalDays<'p>,
}

impl Plan {
    /// A lead with everything it did, in any order, to be seen from many instants. Each event counts: leave duplicates
    /// out beforehand.
    ///
    /// # Panics
    /// If a value is not of its field's type, or there are fewer values than the rules have fields.
    #[must_use]
    pub fn course<'p>(&'p self, lead: &'p Lead, events: &'p [Event]) -> Course<'p> {
        self.course_of(Cow::Borrowed(lead), events.iter().collect())
    }

    /// The same with events that do not stand side by side.
    ///
    /// # Panics
    /// As [`Plan::course`].
    #[must_use]
    pub fn course_of<'p>(&'p self, lead: Cow<'p, Lead>, mut events: Vec<&'p Event>) -> Course<'p> {
        events.sort_by_key(|event| event.time);
        let tallies = || 0..self.events.tallies.len();
        let mut course = Course {
            single: self.single(events.first().map_or(0, |event| event.time)),
            lead,
            events,
            tracks: tallies().map(|at| Track::new(self, at)).collect(),
            daily: self.daily(),
            days: LocalDays::new(&self.events.zone),
        };
        course.fill(&tallies().collect::<Vec<_>>());
        course
    }

    /// The tallies whose occurrences differ from day to day.
    pub(super) fn daily(&self) -> Vec<usize> {
        let passing = Passing::of(&self.events.program, &self.spans);
        let passes = |filter| passing.nodes.binary_search(&filter).is_ok();
        let all = self.events.ignored.iter().any(|(_, filter)| filter.is_some_and(passes));
        let is_daily = |at: &usize| all || self.events.tallies[*at].filter.is_some_and(passes);
        (0..self.events.tallies.len()).filter(is_daily).collect()
    }
}

impl Course<'_> {
    /// Everything that comes out for the lead at an instant.
    pub fn at(&mut self, as_of: Instant) -> LeadTrace {
        self.see_from(as_of);
        self.single.noted(&self.lead)
    }

    /// Makes the lead one that had this stage, or none, for rules that ask for it.
    pub fn remember(&mut self, stage: Option<StageId>) {
        if let Some(field) = self.single.plan.before {
            self.learn(field, Rules::had(stage).map(Value::Choice));
        }
    }

    /// Gives a field of the lead another value, or none; whether it had another one.
    pub fn learn(&mut self, field: FieldId, value: Option<Value>) -> bool {
        let place = usize::from(field.0);
        let is_other = self.lead.fields[place] != value;
        if is_other {
            self.lead.to_mut().fields[place] = value;
            self.single.forget();
        }
        is_other
    }

    /// What is known of the lead.
    #[must_use]
    pub fn lead(&self) -> &Lead {
        &self.lead
    }

    /// Its stage at an instant.
    pub fn stage_at(&mut self, as_of: Instant) -> StageId {
        self.see_from(as_of);
        self.single.stage(&self.lead)
    }

    fn see_from(&mut self, as_of: Instant) {
        let today = self.days.at(as_of);
        let is_another_day = today != self.single.moment.today();
        self.single.plan.move_to(&mut self.single.moment, as_of, today);
        if is_another_day && !self.daily.is_empty() {
            let daily = std::mem::take(&mut self.daily);
            self.fill(&daily);
            self.daily = daily;
        }
        self.single.forget_passing();
        for (at, track) in self.tracks.iter_mut().enumerate() {
            let window = self.single.moment.window(at);
            track.count(window, as_of, &mut self.single.counters[at]);
        }
    }

    /// Finds the occurrences of some tallies, whatever their windows.
    fn fill(&mut self, tallies: &[usize]) {
        let plan = &self.single.plan.events;
        for &at in tallies {
            self.tracks[at].clear();
        }
        let mut wanted = vec![false; plan.tallies.len()];
        for &at in tallies {
            wanted[at] = true;
        }
        let mut days = LocalDays::new(&plan.zone);
        for event in &self.events {
            let (row, moment) = (&mut self.single.events, &self.single.moment);
            plan.hits(row, moment, event, |at| wanted[at], |at| self.tracks[at].push(event, &mut days));
        }
        for &at in tallies {
            self.tracks[at].finish();
        }
    }
}

/// The occurrences of a tally, earliest first, and what is made of them.
#[derive(Debug)]
pub(super) struct Track<'p> {
    pub(super) times: Vec<Instant>,
    kept: Kept<'p>,
}

/// What is kept besides the times of occurrences.
#[derive(Debug)]
enum Kept<'p> {
    /// Nothing: they are counted, or only the latest is asked for.
    Times,
    /// What each is worth.
    Weights(Box<Weights<'p>>),
    /// For a property: the sum up to and including each occurrence, and how many had a value.
    Sum(u16, Vec<(i128, u32)>),
    /// Its greatest (or least) value.
    Extreme(u16, Tree),
    /// Up to and including each occurrence: when the property was last known, and its greatest value at that time.
    LatestValue(u16, Vec<Option<(Instant, i64)>>),
}

impl<'p> Track<'p> {
    fn new(plan: &'p Plan, at: usize) -> Self {
        let measure = plan.events.tallies[at].measure;
        let kept = match measure {
            Measure::Count | Measure::Latest => Kept::Times,
            Measure::Factors(_) | Measure::Buckets(..) => {
                Kept::Weights(Box::new(Weights::new(measure, plan.events.factors[at].as_deref())))
            }
            Measure::Sum(property) => Kept::Sum(property, Vec::new()),
            Measure::Highest(property) => Kept::Extreme(property, Tree::new(i64::max)),
            Measure::Lowest(property) => Kept::Extreme(property, Tree::new(i64::min)),
            Measure::LatestValue(property) => Kept::LatestValue(property, Vec::new()),
        };
        Self { times: Vec::new(), kept }
    }

    fn clear(&mut self) {
        self.times.clear();
        match &mut self.kept {
            Kept::Times => {}
            Kept::Weights(weights) => weights.clear(),
            Kept::Sum(_, sums) => sums.clear(),
            Kept::Extreme(_, tree) => tree.leaves.clear(),
            Kept::LatestValue(_, values) => values.clear(),
        }
    }

    /// Takes in the next occurrence.
    fn push(&mut self, event: &Event, days: &mut LocalDays<'_>) {
        match &mut self.kept {
            Kept::Times => {}
            Kept::Weights(weights) => weights.push(event, self.times.len(), days),
            Kept::Sum(property, sums) => {
                let (sum, known) = sums.last().copied().unwrap_or_default();
                let value = number(event, *property);
                sums.push((sum + i128::from(value.unwrap_or(0)), known + u32::from(value.is_some())));
            }
            Kept::Extreme(property, tree) => tree.leaves.push(number(event, *property)),
            Kept::LatestValue(property, values) => {
                let known = number(event, *property).map(|value| (event.time, value));
                values.push(values.last().copied().flatten().max(known));
            }
        }
        self.times.push(event.time);
    }

    /// Called when all occurrences are in.
    fn finish(&mut self) {
        match &mut self.kept {
            Kept::Times | Kept::Sum(..) | Kept::LatestValue(..) => {}
            Kept::Weights(weights) => weights.finish(&self.times),
            Kept::Extreme(_, tree) => tree.finish(),
        }
    }

    /// Counts those in a window, both ends included, as seen from an instant that is not before the window's end.
    fn count(&mut self, (first, last): (Instant, Instant), as_of: Instant, counter: &mut Counter) {
        let from = self.times.partition_point(|&time| time < first);
        let to = self.times.partition_point(|&time| time <= last).max(from);
        match (&mut self.kept, counter) {
            (Kept::Times, Counter::Count(count)) => *count = u32::try_from(to - from).unwrap_or(u32::MAX),
            (Kept::Times, Counter::Latest(latest)) => *latest = (from < to).then(|| self.times[to - 1]),
            (Kept::Weights(weights), counter) => {
                *counter = Counter::Factors(weights.sum(&self.times, (from, to), as_of));
            }
            (Kept::Sum(_, sums), Counter::Sum(sum, known)) => {
                let up_to = |end: usize| end.checked_sub(1).map_or((0, 0), |last| sums[last]);
                let (before, with) = (up_to(from), up_to(to));
                (*sum, *known) = (with.0 - before.0, with.1 - before.1);
            }
            (Kept::Extreme(_, tree), Counter::Highest(value) | Counter::Lowest(value)) => *value = tree.of(from, to),
            (Kept::LatestValue(_, values), Counter::LatestValue(value)) => {
                let latest = if from < to { values[to - 1] } else { None };
                *value = latest.filter(|(time, _)| *time >= first);
            }
            (kept, counter) => unreachable!("{counter:?} is not what {kept:?} comes to"),
        }
    }
}

/// Occurrences that are each worth something (if they decay, the less the older they are), or only the latest of each
/// bucket; and the sum of those in a range.
#[derive(Debug)]
struct Weights<'p> {
    measure: Measure,
    factors: Option<&'p Factors>,
    /// For each, the one before and the one after it in its bucket; empty if each counts.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
    latest: HashMap<BucketKey, usize, foldhash::fast::FixedState>,
    /// The time of day at which each grows a day older, with its index, sorted; empty if none decays.
    turns: Vec<(Instant, usize)>,
    from: usize,
    to: usize,
    as_of: Instant,
    sum: i64,
}

/// What an occurrence that does not decay is worth, in millionths.
const WHOLE: i64 = 1_000_000;

impl<'p> Weights<'p> {
    fn new(measure: Measure, factors: Option<&'p Factors>) -> Self {
        Self {
            measure,
            factors,
            before: Vec::new(),
            after: Vec::new(),
            latest: HashMap::default(),
            turns: Vec::new(),
            from: 0,
            to: 0,
            as_of: 0,
            sum: 0,
        }
    }

    fn clear(&mut self) {
        *self = Self::new(self.measure, self.factors);
    }

    fn push(&mut self, event: &Event, at: usize, days: &mut LocalDays<'_>) {
        if let Measure::Buckets(bucket, _) = self.measure {
            let before = self.latest.insert(bucket_key(bucket, event, days), at);
            if let Some(before) = before {
                self.after[before] = Some(at);
            }
            self.before.push(before);
            self.after.push(None);
        }
    }

    fn finish(&mut self, times: &[Instant]) {
        self.latest.clear();
        if self.factors.is_some() {
            self.turns = times.iter().zip(0..).map(|(time, at)| (time.rem_euclid(DAY), at)).collect();
            self.turns.sort_unstable();
        }
    }

    fn worth(&self, time: Instant, as_of: Instant) -> i64 {
        self.factors.map_or(WHOLE, |factors| factors.at(as_of, time))
    }

    /// Whether one of those in the range counts: no later one of its bucket is among them.
    fn counts(&self, at: usize) -> bool {
        self.after.get(at).copied().flatten().is_none_or(|after| after >= self.to)
    }

    /// The one that stops counting because of this one, and counts again without it.
    fn other(&self, at: usize) -> Option<usize> {
        self.before.get(at).copied().flatten().filter(|&before| before >= self.from)
    }

    /// The sum of the occurrences in this range of indexes, seen from an instant.
    fn sum(&mut self, times: &[Instant], (from, to): (usize, usize), as_of: Instant) -> i64 {
        // First those that go, at their old age; then the others grow older; then those that come.
        while self.to > to.max(self.from) {
            let at = self.to - 1;
            self.sum -= self.worth(times[at], self.as_of);
            self.sum += self.other(at).map_or(0, |other| self.worth(times[other], self.as_of));
            self.to -= 1;
        }
        while self.from < from.min(self.to) {
            let at = self.from;
            self.sum -= if self.counts(at) { self.worth(times[at], self.as_of) } else { 0 };
            self.from += 1;
        }
        self.grow_older(times, as_of);
        if self.from == self.to {
            (self.from, self.to) = (from, from);
        }
        while self.from > from {
            self.from -= 1;
            let at = self.from;
            self.sum += if self.counts(at) { self.worth(times[at], as_of) } else { 0 };
        }
        while self.to < to {
            let at = self.to;
            self.sum += self.worth(times[at], as_of);
            self.sum -= self.other(at).map_or(0, |other| self.worth(times[other], as_of));
            self.to += 1;
        }
        self.sum
    }

    fn grow_older(&mut self, times: &[Instant], as_of: Instant) {
        let was = std::mem::replace(&mut self.as_of, as_of);
        if self.factors.is_none() || self.from == self.to || was == as_of {
            return;
        }
        if was.abs_diff(as_of) >= DAY.unsigned_abs() {
            let counting = (self.from..self.to).filter(|&at| self.counts(at));
            self.sum = counting.map(|at| self.worth(times[at], as_of)).sum();
            return;
        }
        // Within a day, those whose time of day lies in between become a day older, or younger.
        let (earlier, later) = (was.min(as_of).rem_euclid(DAY), was.max(as_of).rem_euclid(DAY));
        let place = |time: Instant| self.turns.partition_point(|&(turn, _)| turn <= time);
        let (start, end) = (place(earlier), place(later));
        let ranges = if earlier <= later { [start..end, 0..0] } else { [start..self.turns.len(), 0..end] };
        let turned = ranges.into_iter().flat_map(|range| &self.turns[range]).map(|&(_, at)| at);
        let here = turned.filter(|&at| self.from <= at && at < self.to && self.counts(at));
        self.sum += here.map(|at| self.worth(times[at], as_of) - self.worth(times[at], was)).sum::<i64>();
    }
}

/// The greatest or least of the values in any range: a segment tree.
#[derive(Debug)]
struct Tree {
    better: fn(i64, i64) -> i64,
    leaves: Vec<Option<i64>>,
    /// The root is at 1, the children of a node at twice its index and one more; the leaves come last.
    nodes: Vec<Option<i64>>,
}

impl Tree {
    fn new(better: fn(i64, i64) -> i64) -> Self {
        Self { better, leaves: Vec::new(), nodes: Vec::new() }
    }

    fn join(&self, left: Option<i64>, right: Option<i64>) -> Option<i64> {
        match (left, right) {
            (Some(left), Some(right)) => Some((self.better)(left, right)),
            (left, right) => left.or(right),
        }
    }

    fn finish(&mut self) {
        let count = self.leaves.len();
        self.nodes = vec![None; count];
        self.nodes.extend_from_slice(&self.leaves);
        for at in (1..count).rev() {
            self.nodes[at] = self.join(self.nodes[2 * at], self.nodes[2 * at + 1]);
        }
    }

    /// The greatest or least value from `from` on, before `to`.
    fn of(&self, from: usize, to: usize) -> Option<i64> {
        let count = self.leaves.len();
        let (mut from, mut to, mut found) = (from + count, to + count, None);
        while from < to {
            if from % 2 == 1 {
                found = self.join(found, self.nodes[from]);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                found = self.join(found, self.nodes[to]);
            }
            (from, to) = (from / 2, to / 2);
        }
        found
    }
}
