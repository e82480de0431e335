//! What may turn out and what may happen: for each unknown field, the values that rules tell apart; for each kind of
//! event, the properties and numbers of times that rules ask for.

use std::collections::BTreeSet;

use crate::replay::Case;
use leadrules_engine::engine::{Asked, Options, Plan};
use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Cond, FieldId, KindId, Occurrences, Rules, Subject};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::{Type, Value};

use super::gather::Gathered;
use super::standing::Standing;
use super::things::{Supposed, Thing, Whose};
use super::values::{around, fits, typical, values, words};
use leadrules_language::words::{Text, say};

/// No field and no event is tried with more values than this.
const MOST_VALUES: usize = 24;

/// What can be tried.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// For each field, its values, one for each way in which rules tell them apart.
    pub facts: Vec<Fact>,
    /// Events, and how often.
    pub events: Vec<Happening>,
    /// How many days of waiting may be worthwhile.
    pub waits: Vec<u32>,
    /// Whether some field has more values that rules tell apart than are tried.
    pub is_cut: bool,
}

/// A field that is unknown.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Whose it is.
    pub whose: Whose,
    /// The field.
    pub field: FieldId,
    /// What it may turn out to be.
    pub turns: Vec<Turn>,
}

/// What a field may turn out to be.
#[derive(Clone, Debug)]
pub struct Turn {
    /// A value.
    pub value: Value,
    /// All values that rules do not tell from it, in words.
    pub words: Text,
}

/// What may happen.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Who does it.
    pub whose: Whose,
    /// The first candidate that differs from this one only in amounts.
    pub family: usize,
    /// An event, without its time.
    pub event: Event,
    /// How often it may be worth happening.
    pub times: Vec<u32>,
    /// Properties by whose values rules tell occurrences apart.
    pub apart: Vec<usize>,
    /// How many days apart the occurrences are; 0 if all happen at once.
    pub every: u32,
}

/// A lead after some things: its fields, all its events, and the instant by then.
pub type After = (Lead, Vec<Event>, Instant);

/// One thing that is tried.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// A field (its index in the candidates) and what it turns out to be
    Fact(usize, usize),
    /// An event, and how often it happens
    Event(usize, u32),
    /// This many days pass before anything else
    Wait(u32),
}

impl Candidates {
    /// What is unknown, whether or not it can be asked for.
    pub fn unknown(standing: &Standing<'_>, gathered: &Gathered<'_>) -> Self {
        let (facts, is_cut) = facts((standing.rules, Whose::Own), standing.case, standing.as_of, gathered, &|_| true);
        Self { facts, is_cut, ..Self::default() }
    }

    /// What can be asked for, and what can happen.
    pub fn all(standing: &Standing<'_>, gathered: &Gathered<'_>) -> Self {
        let Standing { rules, case, .. } = *standing;
        let mut found = Self { waits: waits(standing), ..Self::default() };
        found.add_facts(standing, (Whose::Own, case), gathered);
        if case.events.is_some() {
            found.add_events(rules, standing.as_of, gathered, Whose::Own);
        }
        found
    }

    /// Adds what can be asked for of somebody.
    pub fn add_facts(&mut self, standing: &Standing<'_>, (whose, case): (Whose, &Case), gathered: &Gathered<'_>) {
        let rules = standing.rules_of(whose);
        let (mut facts, is_cut) =
            facts((rules, whose), case, standing.as_of, gathered, &|field| !rules.field(field).fixed);
        self.facts.append(&mut facts);
        self.is_cut |= is_cut;
    }

    /// Adds what somebody can do. What others look at too is not added again.
    pub fn add_events(&mut self, rules: &Rules, as_of: Instant, gathered: &Gathered<'_>, whose: Whose) {
        // By place among what was made: where it is now.
        let mut places: Vec<usize> = Vec::new();
        for happening in happenings(rules, as_of, gathered) {
            let is_same = |other: &Happening| other.event == happening.event && other.every == happening.every;
            let known = self.events.iter().position(|other| other.whose == whose && is_same(other));
            if let Some(known) = known {
                let times = &mut self.events[known].times;
                times.extend(&happening.times);
                times.sort_unstable();
                times.dedup();
            }
            let place = known.unwrap_or(self.events.len());
            places.push(place);
            if known.is_none() {
                let of_others = |other: &&Happening| whose.is_other() && other.whose.is_other() && is_same(other);
                let alike = self.events.iter().find(of_others).map(|other| other.family);
                let family = alike.unwrap_or(places[happening.family]);
                self.events.push(Happening { whose, family, ..happening });
            }
        }
    }

    /// All single things.
    pub fn moves(&self) -> Vec<Move> {
        let facts = self.facts.iter().enumerate();
        let facts = facts.flat_map(|(at, fact)| (0..fact.turns.len()).map(move |turn| Move::Fact(at, turn)));
        let events = self.events.iter().enumerate();
        let events = events.flat_map(|(at, event)| event.times.iter().map(move |times| Move::Event(at, *times)));
        facts.chain(events).chain(self.waits.iter().map(|days| Move::Wait(*days))).collect()
    }

    /// A thing, without how often and how much, and for other leads without which of them.
    pub fn alike(&self, one: &Move) -> Move {
        match *one {
            Move::Event(at, _) => Move::Event(self.events[at].family, 0),
            Move::Wait(_) => Move::Wait(0),
            Move::Fact(at, turn) => {
                let Fact { whose, field, turns } = &self.facts[at];
                let same = |other: &Fact| {
                    let is_alike = other.field == *field && other.whose.is_other() && whose.is_other();
                    let turn = other.turns.iter().position(|other| other.words == turns[turn].words);
                    turn.filter(|_| is_alike)
                };
                let first = self.facts.iter().enumerate().find_map(|(at, other)| Some(Move::Fact(at, same(other)?)));
                first.unwrap_or(*one)
            }
        }
    }

    /// How many days go by with these things: waiting comes first, repeated events take their days, and everything else
    /// happens at the end.
    pub fn days(&self, moves: &[Move]) -> u32 {
        let of = |one: &Move| match *one {
            Move::Fact(..) => (0, 0),
            Move::Event(at, times) => (0, self.events[at].every.saturating_mul(times.saturating_sub(1))),
            Move::Wait(days) => (days, 0),
        };
        let (waits, spreads): (Vec<u32>, Vec<u32>) = moves.iter().map(of).unzip();
        waits.iter().sum::<u32>().saturating_add(spreads.into_iter().max().unwrap_or(0))
    }

    /// Some of these things, supposed to happen together.
    pub fn supposed<'a>(&'a self, moves: &'a [Move]) -> impl Supposed + use<'a> {
        Chosen { candidates: self, moves }
    }

    /// Whose a thing is; nobody's if time passes.
    fn whose(&self, one: &Move) -> Option<Whose> {
        match *one {
            Move::Fact(at, _) => Some(self.facts[at].whose),
            Move::Event(at, _) => Some(self.events[at].whose),
            Move::Wait(_) => None,
        }
    }

    /// The lead after these things, all its events, and the instant by then.
    pub fn apply(&self, case: &Case, as_of: Instant, moves: &[Move]) -> After {
        let things = self.supposed(moves);
        let by_then = things.by_then(as_of);
        let before = (case.lead.clone(), case.events.clone().unwrap_or_default());
        let (lead, events) = things.applied(Whose::Own, before, by_then);
        (lead, events, by_then)
    }

    /// A thing in words.
    pub fn thing(&self, standing: &Standing<'_>, one: &Move) -> Thing {
        match *one {
            Move::Fact(at, turn) => {
                let Fact { whose, field, turns } = &self.facts[at];
                let example = turns[turn].value.said(&standing.rules_of(*whose).field(*field).ty);
                let (field, lead) = (standing.field_of(*whose, *field), standing.lead_of(*whose));
                Thing::Fact { field, turns_out: turns[turn].words.clone(), example, lead }
            }
            Move::Event(at, times) => {
                let happening = &self.events[at];
                let event = happening.words(standing.rules, times);
                let every = if times == 1 { 0 } else { happening.every };
                Thing::Event { event, times, every, lead: standing.lead_of(happening.whose) }
            }
            Move::Wait(days) => Thing::Wait { days },
        }
    }
}

/// Some of the things that can be tried.
struct Chosen<'a> {
    candidates: &'a Candidates,
    moves: &'a [Move],
}

impl Supposed for Chosen<'_> {
    fn by_then(&self, as_of: Instant) -> Instant {
        as_of.saturating_add(i64::from(self.candidates.days(self.moves)) * DAY)
    }

    fn concerns(&self, whose: Whose) -> bool {
        self.moves.iter().any(|one| self.candidates.whose(one) == Some(whose))
    }

    fn applied(
        &self,
        whose: Whose,
        (mut lead, mut events): (Lead, Vec<Event>),
        by_then: Instant,
    ) -> (Lead, Vec<Event>) {
        for one in self.moves.iter().filter(|one| self.candidates.whose(one) == Some(whose)) {
            match *one {
                Move::Fact(at, turn) => {
                    let fact = &self.candidates.facts[at];
                    lead.fields[usize::from(fact.field.0)] = Some(fact.turns[turn].value.clone());
                }
                Move::Event(at, times) => {
                    let happening = &self.candidates.events[at];
                    for number in 1..=times {
                        let before = i64::from(happening.every) * i64::from(times - number);
                        let mut event = Event { time: by_then - before * DAY, ..happening.event.clone() };
                        for &property in &happening.apart {
                            if let Some(Value::Text(text)) = &mut event.properties[property] {
                                *text = format!("{text} {number}");
                            }
                        }
                        events.push(event);
                    }
                }
                Move::Wait(_) => {}
            }
        }
        (lead, events)
    }
}

impl Happening {
    /// `webinar_attended (minutes 20)`; properties that only tell occurrences apart are written `each another title`.
    fn words(&self, rules: &Rules, times: u32) -> Text {
        let Some((log, kind)) = rules.log.as_ref().zip(self.event.kind) else { return say!("anything at all") };
        let kind = log.kind(kind);
        let said = kind.properties.iter().filter_map(|id| {
            let at = usize::from(id.0);
            let property = log.property(*id);
            let value = self.event.properties[at].as_ref()?;
            if self.apart.contains(&at) {
                let name = &property.name;
                let once = times == 1;
                return Some(if once { say!("another {name}", name) } else { say!("each another {name}", name) });
            }
            Some(Text::row(vec![Text::verbatim(&property.name), value.said(&property.ty)], " "))
        });
        let said: Vec<Text> = said.collect();
        let name = Text::verbatim(&kind.name);
        if said.is_empty() { name } else { say!("{what} ({said})", what = name, said = Text::row(said, ", ")) }
    }
}

/// The options of a plan that gives nothing but what is asked.
fn options(log: bool) -> Options {
    Options { log, rule_points: false, trace: true }
}

fn facts(
    (rules, whose): (&Rules, Whose),
    case: &Case,
    as_of: Instant,
    gathered: &Gathered<'_>,
    takes: &dyn Fn(FieldId) -> bool,
) -> (Vec<Fact>, bool) {
    let (mut facts, mut is_cut) = (Vec::new(), false);
    for (at, field) in (0..).zip(&rules.fields) {
        let id = FieldId(at);
        let is_known = case.lead.fields[usize::from(at)].is_some();
        let is_asked = gathered.leaves.contains_key(&id) || gathered.mixed.contains(&id);
        let is_of_others = at >= rules.declared_fields && rules.before != Some(id);
        if is_known || is_of_others || field.outcome || rules.key == Some(id) || !is_asked || !takes(id) {
            continue;
        }
        let (turns, cut) = turns(rules, case, as_of, gathered, id);
        is_cut |= cut;
        if !turns.is_empty() {
            facts.push(Fact { whose, field: id, turns });
        }
    }
    (facts, is_cut)
}

/// The values of a field, one for each way in which the conditions on it can turn out, and whether there were too many
/// of them.
fn turns(rules: &Rules, case: &Case, as_of: Instant, gathered: &Gathered<'_>, id: FieldId) -> (Vec<Turn>, bool) {
    let none = Vec::new();
    let leaves = gathered.leaves.get(&id).unwrap_or(&none);
    let today = rules.zone.day_of(as_of);
    let numbers: Vec<Decimal> = gathered.numbers.get(&id).into_iter().flatten().copied().collect();
    let mut values = values(&rules.field(id).ty, leaves, &numbers, today);
    for other in gathered.beside.get(&id).into_iter().flatten() {
        let known = case.lead.fields[usize::from(other.0)].clone();
        values.extend(known.into_iter().flat_map(|value| around(&value)));
    }
    values.retain(|value| fits(value, &rules.field(id).ty));
    values.sort();
    values.dedup();
    let mut is_cut = values.len() > MOST_VALUES * 8;
    values.truncate(MOST_VALUES * 8);
    let conditions: Vec<Cond> = leaves.iter().map(|leaf| (*leaf).clone()).collect();
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let plan = Plan::asking(rules, options(case.events.is_some()), asked);
    let mut single = plan.single(as_of);
    let mut known = single.known(&case.lead, case.events.as_deref().unwrap_or_default());
    let scores = vec![None; rules.scores.len()];
    let mut classes: Vec<(Vec<leadrules_language::types::Truth>, Vec<Value>)> = Vec::new();
    for value in values {
        known.lead.fields[usize::from(id.0)] = Some(value.clone());
        let mut supposed = single.suppose(&known, &scores);
        let found: Vec<_> = (0..leaves.len()).map(|leaf| supposed.truth(leaf)).collect();
        match classes.iter_mut().find(|(other, _)| *other == found && !gathered.mixed.contains(&id)) {
            Some((_, values)) => values.push(value),
            None => classes.push((found, vec![value])),
        }
    }
    is_cut |= classes.len() > MOST_VALUES;
    classes.truncate(MOST_VALUES);
    let all: Vec<Value> = classes.iter().flat_map(|(_, values)| values.clone()).collect();
    let turn = |(found, values): (Vec<leadrules_language::types::Truth>, Vec<Value>)| {
        let words = words(rules, id, leaves, &found, &values, &all);
        let value = typical(&values);
        Turn { value, words }
    };
    (classes.into_iter().map(turn).collect(), is_cut)
}

/// Numbers of days after which something changes for the lead if nothing happens: the first days on which a score rises
/// and, of the usual ones, those on which any score differs.
fn waits(standing: &Standing<'_>) -> Vec<u32> {
    const USUAL: [u32; 8] = [1, 7, 14, 30, 60, 90, 180, 365];
    const RISES: usize = 8;
    let scores = |days: u32| -> Vec<Option<i64>> {
        let then = standing.after(&Candidates::default().supposed(&[Move::Wait(days)]));
        then.scores.iter().map(|score| score.points.map(|points| points.0)).collect()
    };
    let now = scores(0);
    let (mut before, mut rises, mut usual) = (now.clone(), Vec::new(), Vec::new());
    for days in 1..=USUAL[USUAL.len() - 1] {
        let then = scores(days);
        if rises.len() < RISES && then.iter().zip(&before).any(|(then, before)| then > before) {
            rises.push(days);
        }
        if USUAL.contains(&days) && then != now {
            usual.push(days);
        }
        before = then;
    }
    let all: BTreeSet<u32> = rises.into_iter().chain(usual).collect();
    all.into_iter().collect()
}

/// Events of the kinds that rules look at, with properties such as their filters ask for.
fn happenings(rules: &Rules, as_of: Instant, gathered: &Gathered<'_>) -> Vec<Happening> {
    let Some(log) = &rules.log else { return Vec::new() };
    let today = rules.zone.day_of(as_of);
    let mut found: Vec<Happening> = Vec::new();
    for (kind, times) in &gathered.times {
        let filters: Vec<&Occurrences> = gathered
            .events
            .iter()
            .copied()
            .filter(|of| match (&of.kinds, kind) {
                (Some(kinds), Some(kind)) => kinds.contains(kind),
                (None, _) => true,
                (Some(_), None) => false,
            })
            .collect();
        let own: Vec<usize> = kind
            .map_or(Vec::new(), |kind: KindId| log.kind(kind).properties.iter().map(|id| usize::from(id.0)).collect());
        let mut made = vec![vec![None; log.properties.len()]];
        let mut apart = Vec::new();
        for property in own {
            let id = leadrules_language::ir::PropertyId(u16::try_from(property).unwrap_or(u16::MAX));
            let mut leaves: Vec<&Cond> = Vec::new();
            filters
                .iter()
                .filter_map(|of| of.filter.as_deref())
                .for_each(|filter| filter_leaves(filter, id, &mut leaves));
            let numbers: Vec<Decimal> = gathered.amounts.get(&id).into_iter().flatten().copied().collect();
            let ty = &log.property(id).ty;
            let is_apart = gathered.apart.contains(&id);
            if leaves.is_empty() && numbers.is_empty() && !is_apart {
                continue;
            }
            let mut values: Vec<Value> = if is_apart && matches!(ty, Type::Text) && leaves.is_empty() {
                apart.push(property);
                vec![Value::Text(format!("another {}", log.property(id).name))]
            } else {
                values(ty, &leaves, &numbers, today)
            };
            values.retain(|value| fits(value, ty));
            values.sort();
            values.dedup();
            values.truncate(MOST_VALUES);
            let mut next: Vec<Vec<Option<Value>>> = Vec::new();
            for properties in &made {
                for value in &values {
                    let mut properties = properties.clone();
                    properties[property] = Some(value.clone());
                    next.push(properties);
                }
            }
            next.truncate(MOST_VALUES * 8);
            if !next.is_empty() {
                made = next;
            }
        }
        let asked: Vec<Occurrences> = filters.iter().map(|of| (*of).clone()).collect();
        let plan = Plan::asking(rules, options(true), Asked { occurrences: &asked, ..Asked::default() });
        let mut single = plan.single(as_of);
        let mut classes: Vec<(Vec<bool>, Vec<Option<Value>>)> = Vec::new();
        let counted = gathered.summed.iter().any(|id| made[0].get(usize::from(id.0)).is_some_and(Option::is_some));
        for properties in made {
            let event = Event { kind: *kind, time: as_of, id: None, properties: properties.clone() };
            let passes = single.is_one_of(&event);
            if passes.iter().any(|passes| *passes)
                && (counted || !classes.iter().any(|(other, _)| *other == passes))
                && classes.len() < MOST_VALUES
            {
                classes.push((passes, properties));
            }
        }
        let times: Vec<u32> = times.iter().copied().collect();
        let first = found.len();
        let same = |passes: &Vec<bool>| classes.iter().position(|(other, _)| other == passes).unwrap_or(0);
        let families: Vec<usize> = classes.iter().map(|(passes, _)| first + same(passes)).collect();
        let made: Vec<Happening> = classes
            .into_iter()
            .zip(families)
            .map(|((_, properties), family)| Happening {
                whose: Whose::Own,
                family,
                event: Event { kind: *kind, time: as_of, id: None, properties },
                times: times.clone(),
                apart: apart.clone(),
                every: 0,
            })
            .collect();
        // What counts once a day is worth more on several days.
        let several: Vec<u32> = times.iter().copied().filter(|times| *times > 1).collect();
        let every: BTreeSet<u32> =
            [kind, &None].iter().filter_map(|kind| gathered.every.get(kind)).flatten().copied().collect();
        let spread = every.iter().flat_map(|&every| made.iter().cloned().map(move |one| Happening { every, ..one }));
        let spread: Vec<Happening> = spread.map(|one| Happening { times: several.clone(), ..one }).collect();
        found.extend(made.into_iter().chain(spread.into_iter().filter(|one| !one.times.is_empty())));
    }
    found
}

/// The single conditions of a filter that look at a property.
fn filter_leaves<'a>(cond: &'a Cond, id: leadrules_language::ir::PropertyId, found: &mut Vec<&'a Cond>) {
    let is_it = |subject| matches!(subject, Subject::Property(at) | Subject::PropertyDomain(at) if at == id);
    cond.parts().iter().for_each(|part| filter_leaves(part, id, found));
    found.extend(cond.subjects().any(is_it).then_some(cond));
}
