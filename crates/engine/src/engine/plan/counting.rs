//! Counting what one lead did, event by event. In: its events; out: the counters of the plan's tallies.

use leadrules_language::ir::{Bucket, StageId};
use leadrules_language::lead::Event;
use leadrules_language::types::{Truth, Value};

use crate::columns::OTHER_KIND;

use super::super::event_plan::EventPlan;
use super::super::measure::{BucketKey, Measure};
use super::super::moment::Moment;
use super::super::numbering::LocalDays;
use super::super::program::{NodeId, TallyId};
use super::super::row::{Counter, Row, World};
use super::Single;

const TRUE: u8 = Truth::True as u8;

impl Single<'_> {
    /// For each of the occurrences asked about: whether an event is one of them, whether or not it is ignored.
    pub fn is_one_of(&mut self, event: &Event) -> Vec<bool> {
        let (plan, moment) = (&self.plan.events, &self.moment);
        let counted: Vec<usize> = plan.counted.of(event.kind.map_or(OTHER_KIND, |kind| kind.0)).collect();
        let values = &event.properties;
        let world = World { moment, values, counters: &[], scores: &[], labels: &[], stage: StageId::None };
        self.events.clear();
        let mut passes = |tally: &TallyId| {
            let at = tally.0 as usize;
            let (first, last) = moment.window(at);
            let filter = plan.tallies[at].filter;
            counted.contains(&at)
                && first <= event.time
                && event.time <= last
                && filter.is_none_or(|filter| self.events.truth(&plan.program, &world, filter) == TRUE)
        };
        self.plan.parts.occurrences.iter().map(&mut passes).collect()
    }

    /// Counts the events of a lead.
    pub(super) fn count(&mut self, events: &[Event]) {
        let (plan, moment) = (&self.plan.events, &self.moment);
        self.counters.iter_mut().for_each(Counter::clear);
        if plan.tallies.is_empty() {
            return;
        }
        let mut days = LocalDays::new(&plan.zone);
        for event in events.iter().filter(|event| event.time <= moment.as_of()) {
            let in_window = |at: usize| {
                let (first, last) = moment.window(at);
                first <= event.time && event.time <= last
            };
            plan.hits(&mut self.events, moment, event, in_window, |at| {
                let tally = &plan.tallies[at];
                let factor = || plan.factors[at].as_ref().map_or(1_000_000, |of| of.at(moment.as_of(), event.time));
                match (&mut self.counters[at], tally.measure) {
                    (Counter::Count(count), _) => *count = count.saturating_add(1),
                    (Counter::Latest(latest), _) => *latest = (*latest).max(Some(event.time)),
                    (Counter::Factors(sum), _) => *sum += factor(),
                    (Counter::Buckets(buckets), Measure::Buckets(bucket, _)) => {
                        let (key, factor) = (bucket_key(bucket, event, &mut days), factor());
                        match buckets.iter_mut().find(|(other, _)| *other == key) {
                            Some((_, kept)) => *kept = factor.max(*kept),
                            None => buckets.push((key, factor)),
                        }
                    }
                    (Counter::Sum(sum, known), Measure::Sum(property)) => {
                        if let Some(value) = number(event, property) {
                            *sum += i128::from(value);
                            *known += 1;
                        }
                    }
                    (Counter::Highest(kept), Measure::Highest(property)) => {
                        *kept = (*kept).max(number(event, property));
                    }
                    (Counter::Lowest(kept), Measure::Lowest(property)) => {
                        *kept = (*kept).into_iter().chain(number(event, property)).min();
                    }
                    (Counter::LatestValue(kept), Measure::LatestValue(property)) => {
                        *kept = (*kept).max(number(event, property).map(|value| (event.time, value)));
                    }
                    (_, measure) => unreachable!("counters are made for {measure:?}"),
                }
            });
        }
    }
}

impl EventPlan {
    /// Finds the tallies that an event counts for, among those wanted.
    #[inline]
    pub(super) fn hits(
        &self,
        row: &mut Row,
        moment: &Moment,
        event: &Event,
        wanted: impl Fn(usize) -> bool,
        mut hit: impl FnMut(usize),
    ) {
        row.clear();
        let values = &event.properties;
        let world = World { moment, values, counters: &[], scores: &[], labels: &[], stage: StageId::None };
        let mut holds = |node: NodeId| row.truth(&self.program, &world, node) == TRUE;
        let kind = event.kind.map_or(OTHER_KIND, |kind| kind.0);
        let ignored = self.ignored.iter().any(|(kinds, filter)| {
            kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind)) && filter.is_none_or(&mut holds)
        });
        if ignored {
            return;
        }
        for at in self.counted.of(kind) {
            if wanted(at) && self.tallies[at].filter.is_none_or(&mut holds) {
                hit(at);
            }
        }
    }
}

/// The value of a number property of an event, in millionths.
pub(super) fn number(event: &Event, property: u16) -> Option<i64> {
    match &event.properties[usize::from(property)] {
        Some(Value::Number(value)) => i64::try_from(value.0).ok(),
        _ => None,
    }
}

pub(super) fn bucket_key(bucket: Bucket, event: &Event, days: &mut LocalDays<'_>) -> BucketKey {
    let value = |property: u16| event.properties[usize::from(property)].as_ref().map(BucketKey::of);
    BucketKey::in_bucket(bucket, || days.at(event.time), value)
}
