//! A plan seen from an instant: what depends on it, worked out once. In: a plan and an instant; out: a moment.

use leadrules_language::calendar::{Day, Instant};
use leadrules_language::ir::DateRange;

use super::super::moment::Moment;
use super::Plan;

impl Plan {
    /// The plan seen from an instant (microseconds since 1970-01-01T00:00Z). It costs little compared with making a
    /// plan.
    #[must_use]
    pub fn at(&self, as_of: Instant) -> Moment {
        let mut moment = Moment::default();
        self.see_day(&mut moment, self.events.zone.day_of(as_of));
        self.see_windows(&mut moment, as_of);
        moment
    }

    /// The same moment seen from another instant, whose local day is given: only what changes is worked out anew.
    pub(in crate::engine) fn move_to(&self, moment: &mut Moment, as_of: Instant, today: Day) {
        if today != moment.today {
            self.see_day(moment, today);
        }
        if as_of != moment.as_of {
            self.see_windows(moment, as_of);
        }
    }

    fn see_day(&self, moment: &mut Moment, today: Day) {
        let span = |range: &DateRange| match range {
            DateRange::Days(first, last) => (first.unwrap_or(Day::MIN), last.unwrap_or(Day::MAX)),
            DateRange::Window(window) => window.days(today),
        };
        let in_force = |(from, until): &(Option<Day>, Option<Day>)| {
            from.is_none_or(|from| from <= today) && until.is_none_or(|until| today <= until)
        };
        moment.today = today;
        moment.spans.clear();
        moment.spans.extend(self.spans.iter().map(span));
        moment.in_force.clear();
        moment.in_force.extend(self.dates.iter().map(in_force));
    }

    fn see_windows(&self, moment: &mut Moment, as_of: Instant) {
        let events = &self.events;
        // Many tallies share a window, and stepping by months takes a calendar.
        let seen: Vec<(Instant, Instant)> =
            events.windows.iter().map(|window| window.instants(as_of, &events.zone)).collect();
        let window = |at: Option<usize>| at.map_or((Instant::MIN, as_of), |at| (seen[at].0, seen[at].1.min(as_of)));
        moment.as_of = as_of;
        moment.windows.clear();
        moment.windows.extend(events.tallies.iter().map(|tally| window(tally.window)));
    }
}
