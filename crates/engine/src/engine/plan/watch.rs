//! On which nights a lead must be looked at, where its stage is followed for a long time. In: a plan, and the nights; out:
//! for each lead those on which its stage can have risen (or changed at all) although it did nothing; on all others
//! nothing is to be found.
//!
//! Between two events only time passes, and what time does is known: an occurrence comes into a window or leaves it, a
//! date does, points fade, a rule comes in or out of force. Each of these has a night. Of many it can also be said that
//! they never raise a stage: from the stages down to what they are made of, [`marks`] follows in which direction each part
//! would have to move for that. Points that are given for visits in the last 30 days, for one, can only go.
//!
//! That rests on everything being monotone: stages and points are, by how they are worked out (a sum, a cap, the best of
//! a group); where something is not, both of its directions are noted, and where nothing is known every night is watched.

mod marks;

use leadrules_language::calendar::{Day, Instant, Unit, Window};
use leadrules_language::ir::FieldId;
use leadrules_language::types::Value;

use super::{Course, Plan};
use marks::{Marks, Moves};

pub use marks::Looking;

/// The nights on which leads must be looked at.
#[derive(Debug)]
pub struct Watch {
    nights: Vec<Instant>,
    days: Vec<Day>,
    is_every_night: bool,
    /// Those on which something changes for all.
    common: Vec<usize>,
    /// Whether each night after an event must be looked at: what has left a window of months at some hour can be back in it
    /// at another.
    after_events: bool,
    tallies: Vec<(usize, Edges)>,
    dates: Vec<(FieldId, Edges)>,
}

/// A window, seen from each night, and what matters of it.
#[derive(Debug)]
struct Edges {
    /// By night: the first and the last instant (or day) in it.
    first: Vec<i64>,
    last: Vec<i64>,
    /// What comes into it matters.
    comes: bool,
    /// What leaves it does.
    goes: bool,
    /// What is in it fades, and that does.
    fades: bool,
}

impl Plan {
    /// Finds on which of these nights, in their order, leads must be looked at.
    #[must_use]
    pub fn watch(&self, nights: Vec<Instant>, looking: Looking) -> Watch {
        let days: Vec<Day> = nights.iter().map(|&at| self.events.zone.day_of(at)).collect();
        let moments: Vec<_> = nights.iter().map(|&at| self.at(at)).collect();
        let marks = Marks::of(self, looking);
        let daily = self.daily();
        let turns = |at: usize, rule: u32| moments[at - 1].is_in_force(rule) != moments[at].is_in_force(rule);
        let mut watch = Watch {
            common: (1..nights.len()).filter(|&at| marks.rules.iter().any(|&rule| turns(at, rule))).collect(),
            is_every_night: marks.is_unknown,
            after_events: looking != Looking::Rises,
            tallies: Vec::new(),
            dates: Vec::new(),
            nights,
            days,
        };
        for (at, (moves, fades)) in marks.tallies.iter().enumerate().filter(|(_, (moves, fades))| moves.any() || *fades)
        {
            let seen = || moments.iter().map(|moment| moment.window(at));
            let window = self.events.tallies[at].window.map(|window| self.events.windows[window]);
            watch.after_events |= window.is_some_and(goes_by_months);
            watch.is_every_night |= daily.contains(&at);
            let mut edges = Edges::new(seen().map(|seen| seen.0), seen().map(|seen| seen.1), *moves, *fades);
            // Other windows hold what happens from when it happens on, and then the lead is looked at anyway.
            edges.comes &= matches!(window, Some(Window::OlderThan(_)));
            watch.is_every_night |= edges.turn_back();
            watch.tallies.push((at, edges));
        }
        for (field, range, moves) in &marks.dates {
            let seen = || moments.iter().map(|moment| range.days(moment));
            let edges = Edges::new(seen().map(|seen| seen.0), seen().map(|seen| seen.1), *moves, false);
            watch.is_every_night |= edges.turn_back();
            watch.dates.push((*field, edges));
        }
        watch
    }
}

/// Whether the length of a window depends on the calendar.
fn goes_by_months(window: Window) -> bool {
    match window {
        Window::InLast(period) | Window::OlderThan(period) => match period.unit {
            Unit::Hour | Unit::Day | Unit::Week => false,
            Unit::Month | Unit::Year => true,
        },
        Window::InNext(_) | Window::Between(..) | Window::Since(_) | Window::Before(_) | Window::After(_) => false,
    }
}

impl Edges {
    fn new(first: impl Iterator<Item = i64>, last: impl Iterator<Item = i64>, moves: Moves, fades: bool) -> Self {
        Self { first: first.collect(), last: last.collect(), comes: moves.up, goes: moves.down, fades }
    }

    /// Whether either end ever moves back.
    fn turn_back(&self) -> bool {
        !self.first.is_sorted() || !self.last.is_sorted()
    }

    /// The first night on which something is in it, unless it has left it by then.
    fn coming(&self, value: i64) -> usize {
        self.last.partition_point(|&last| last < value)
    }

    /// The first night on which it has left.
    fn going(&self, value: i64) -> usize {
        self.first.partition_point(|&first| first <= value)
    }

    fn nights(&self, value: i64, into: &mut Vec<usize>) {
        if self.comes {
            into.push(self.coming(value));
        }
        if self.goes {
            into.push(self.going(value));
        }
    }
}

impl Watch {
    /// The instants.
    #[must_use]
    pub fn nights(&self) -> &[Instant] {
        &self.nights
    }

    /// The first night that is not before an instant.
    #[must_use]
    pub fn after(&self, at: Instant) -> usize {
        self.nights.partition_point(|&night| night < at)
    }
}

impl Course<'_> {
    /// The nights on which this lead must be looked at, by their places from `from` on, in their order. What is looked for is
    /// said by [`Looking`].
    pub fn watched(&self, watch: &Watch, from: usize, into: &mut Vec<usize>) {
        into.clear();
        let all = watch.nights.len();
        if watch.is_every_night {
            into.extend(from..all);
            return;
        }
        into.extend(&watch.common);
        for (at, edges) in &watch.tallies {
            let times = &self.tracks[*at].times;
            if let (true, [first, .., last] | [first @ last]) = (edges.fades, times.as_slice()) {
                into.extend((edges.coming(*first)..=edges.going(*last)).skip_while(|night| *night < from));
            } else {
                for &time in times {
                    edges.nights(time, into);
                }
            }
        }
        for (field, edges) in &watch.dates {
            if let Some(Value::Date(day)) = self.lead.fields[usize::from(field.0)] {
                edges.nights(day.into(), into);
            }
        }
        let zone = &self.single.plan.events.zone;
        for event in &self.events {
            let night = watch.after(event.time);
            // By some clocks that are set back, the day of an instant after a day's end is that day.
            if watch.after_events || watch.days.get(night) != Some(&zone.day_of(event.time)) {
                into.push(night);
            }
        }
        into.retain(|&night| from <= night && night < all);
        into.sort_unstable();
        into.dedup();
    }
}
