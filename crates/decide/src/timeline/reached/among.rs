//! The same for the leads of a company, of which each may be lifted by what another did. In: an account and its leads; out: days. They
//! are looked at together, just before anybody did anything, after each event of any of them, and at the end of each day.

use leadrules_engine::engine::LeadTrace;
use leadrules_language::calendar::Instant;
use leadrules_language::ir::StageId;

use super::{Day, Nights, ReachedDays, note};
use crate::company::{Grouped, Member, Plans, Together, Watches};
use crate::replay::{Case, Everybody, Place};

/// The days of the leads of a company, in their order; each lead knows what it asks of its account now.
pub(super) fn of_company(
    plans: &Plans<'_>,
    watches: &Watches,
    nights: &Nights,
    all: &Everybody,
    company: &Grouped,
) -> Vec<(Place, Case, ReachedDays)> {
    let cases: Vec<Case> = company.leads.iter().map(|(place, _)| all.case(*place)).collect();
    let members: Vec<Member<'_>> = (cases.iter().zip(&company.leads))
        .map(|(case, (_, is_counted))| {
            let events = case.events.as_deref().unwrap_or_default();
            let end = events.partition_point(|event| event.time <= nights.as_of);
            (&case.lead, &events[..end], *is_counted)
        })
        .collect();
    let mut times: Vec<Instant> =
        members.iter().flat_map(|(_, events, _)| events.iter().map(|event| event.time)).collect();
    times.sort_unstable();
    times.dedup();
    let together = Together::new(plans, &company.account, &members);
    let steps = plans.rules.stages.steps.len();
    let mut reaching = Reaching { plans, nights, together, times, days: vec![vec![Day::Never; steps]; cases.len()] };
    let now = reaching.follow(watches);
    let asked: Vec<_> = (0..cases.len()).map(|at| reaching.together.lead(at).clone()).collect();
    let days = reaching.days;
    let names = &plans.rules.stages;
    let mut leads = Vec::with_capacity(cases.len());
    let rest = asked.into_iter().zip(now).zip(days);
    for ((&(place, _), case), ((lead, now), days)) in company.leads.iter().zip(cases).zip(rest) {
        let (key, stage, kept) = (case.key.clone(), names.name(now.stage).to_owned(), case.kept.clone());
        let reached = ReachedDays { key, stage, days, kept, labels: now.labels };
        leads.push((place, Case { lead, ..case }, reached));
    }
    leads
}

/// Leads on their way.
struct Reaching<'a> {
    plans: &'a Plans<'a>,
    nights: &'a Nights,
    together: Together<'a>,
    /// When any of them did something up to now.
    times: Vec<Instant>,
    /// By lead.
    days: Vec<Vec<Day>>,
}

impl Reaching<'_> {
    /// Follows them to the end, and gives what comes out for them then.
    fn follow(&mut self, watches: &Watches) -> Vec<LeadTrace> {
        self.together.remember_nothing();
        let first = self.times.first().map_or(self.nights.as_of, |first| first - 1);
        let before = self.look(first, &Day::Before);
        if self.plans.rules.before.is_some() {
            self.night_by_night(watches, before);
        } else {
            self.by_events_and_nights(watches);
        }
        self.together.at(self.nights.as_of).leads
    }

    /// Where the first event of any of them is, among the nights.
    fn first(&self) -> Option<usize> {
        self.times.first().map(|time| self.nights.place(self.plans.rules.zone.day_of(*time)))
    }

    /// Looks at them, and notes what they have reached on a day.
    fn look(&mut self, at: Instant, day: &Day) -> Vec<StageId> {
        let stages: Vec<StageId> = self.together.at(at).leads.iter().map(|lead| lead.stage).collect();
        for (days, stage) in self.days.iter_mut().zip(&stages) {
            note(days, *stage, day);
        }
        stages
    }

    fn by_events_and_nights(&mut self, watches: &Watches) {
        let Some(first) = self.first() else { return };
        let zone = &self.plans.rules.zone;
        let event = |&time: &Instant| (time, Day::On(zone.day_of(time), time));
        let night = |place: usize| {
            let day = self.nights.day(place);
            (self.nights.watch.nights()[place], Day::On(day, zone.start_of(day)))
        };
        let mut looks: Vec<(Instant, Day)> = self.times.iter().map(event).collect();
        looks.extend(self.together.watched(watches, first).into_iter().map(night));
        looks.sort_by_key(|(at, _)| *at);
        for (at, day) in looks {
            self.look(at, &day);
        }
    }

    /// From the stages of each night to those of the next. A night on which nothing has changed gives the stages that the night before
    /// gave, if that one kept those that it found.
    fn night_by_night(&mut self, watches: &Watches, before: Vec<StageId>) {
        let watched = self.together.watched(watches, 0);
        let first = self.first();
        let (mut had, mut stages): (_, Option<Vec<StageId>>) = (before, None);
        for night in 0..self.nights.watch.nights().len() {
            let is_still = stages.as_ref() == Some(&had) && watched.binary_search(&night).is_err();
            if is_still && first != Some(night) {
                continue;
            }
            had = stages.take().unwrap_or(had);
            self.together.remember();
            let at = self.nights.watch.nights()[night];
            let day = self.nights.day(night);
            stages = Some(if first.is_some_and(|first| first <= night) {
                self.look(at, &Day::On(day, self.plans.rules.zone.start_of(day)))
            } else {
                self.together.at(at).leads.iter().map(|lead| lead.stage).collect()
            });
        }
    }
}
