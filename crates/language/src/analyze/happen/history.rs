//! The histories of some kinds of event. In: those who look at them; out: for everything that they can see together,
//! one history with as few events as possible. Events are added one at a time to histories already found, until nothing
//! new is seen.

mod kept;
mod shared;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::super::doubt::Doubt;
use super::super::effort::Effort;
use super::cluster::{Cluster, Happened};
use super::observe::{MOST_AGES, Observer, What, added_up};
use super::sums::{self, Bounds, Sums};
use super::times::{self, Needs, Stretch, Stretches};
use crate::calendar::{DAY, Instant};
use crate::decay;
use crate::decimal::SCALE;
use crate::ir::{Bucket, Cond, Decay, KindId, Occurrences, PropertyId, Rules};
use crate::reference::{self, Event};
use crate::types::{Type, Value};

use super::super::cells::{self, Asked};
use crate::words::say;

/// At most this many histories of one cluster are told apart.
const MOST_STATES: usize = 2_000;

/// At most this many totals of them are told apart.
const MOST_TOTALS: usize = 12_000;

/// At most this many numbers are kept over all histories of one cluster.
const MOST_NUMBERS: usize = 1_000_000;

/// At most this many ways in which events of one kind differ are told apart.
const MOST_EVENTS: usize = 20_000;

/// At most this many texts, numbers or days are told apart by `once per`.
const MOST_DIFFERENT: usize = 200;

/// At most this many buckets, or groups of events, are told apart by who has counted them: as many bits are kept.
const MOST_BUCKETS: usize = 120;

/// The cost of keeping whether an observer sees an event.
const FIT_COST: usize = 8;

/// The cost of asking whether one observer sees an event.
const LOOK_COST: usize = 32;

/// The cost of adding an event to a history, on top of what the observers keep of it.
const ADD_COST: usize = 32;

/// The cost of keeping a number of a history, or one of its events.
const STATE_COST: usize = 32;

/// The histories of these kinds, as a cluster; its variable is added to `sizes`.
pub(super) fn cluster(
    rules: &Rules,
    as_of: Instant,
    mine: &[&Observer],
    number: usize,
    kinds: &[Option<KindId>],
    sizes: &mut Vec<usize>,
    effort: &Rc<Effort>,
) -> Cluster {
    let variable = sizes.len();
    let mut found = Search::new(rules, as_of, mine, number, kinds, Ages::All, effort).run();
    if !found.complete {
        let ends = Search::new(rules, as_of, mine, number, kinds, Ages::Ends, effort).run();
        if ends.complete || (!ends.is_spent && ends.states.len() < found.states.len()) {
            found = ends;
        }
    }
    sizes.push(found.states.len());
    let names = || {
        let log = rules.log.as_ref().expect("there are kinds");
        let names: Vec<String> = kinds.iter().flatten().map(|kind| format!("`{}`", log.kind(*kind).name)).collect();
        names.join(", ")
    };
    let doubt = found.doubt.or(&if found.complete {
        Doubt::NONE
    } else {
        Doubt::of(say!("{events} can happen in more ways than can be tried", events = names()))
    });
    let ends_only =
        (found.exact != Exact::All).then(|| say!("points for {events} fade with every day", events = names()));
    let has_oldest = found.exact != Exact::Youngest;
    Cluster { variable, states: found.states, events: found.events, doubt, ends_only, has_oldest }
}

/// Which ages of events are told apart where points fade.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Ages {
    All,
    Ends,
}

/// Which ages of events are exactly as they can be, where points fade.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Exact {
    /// All: none fade.
    All,
    /// The youngest and the oldest.
    Ends,
    /// The youngest.
    Youngest,
}

/// Events of one kind that nobody tells apart, except by `once per`.
struct Group {
    kind: Option<KindId>,
    /// Their properties, in as many variants as `once per` tells apart.
    variants: Vec<Vec<(PropertyId, Value)>>,
    /// For each observer, whether kind and filter fit.
    fits: Vec<bool>,
    /// For each observer that looks at a number, that number; for those that add up, only the bounds matter.
    numbers: Vec<Option<i128>>,
    /// For properties that are added up, the bounds of their numbers.
    bounds: Vec<(PropertyId, Bounds)>,
}

/// Whether an event is in a day, week or month, and has a value, that no earlier one of its kind has.
#[derive(Copy, Clone)]
struct Fresh {
    time: bool,
    value: bool,
}

/// An event that turns one history into another.
struct Step {
    before: usize,
    group: usize,
    stretch: usize,
    event: Happened,
}

/// What tells events apart: who sees them, which numbers they have, which values of `once per` are known, and the
/// bounds of numbers that are added up.
type Told = (Vec<bool>, Vec<Option<i128>>, Vec<bool>, Vec<(PropertyId, Bounds)>);

struct Found {
    states: Vec<Vec<i128>>,
    events: Vec<Vec<Happened>>,
    complete: bool,
    exact: Exact,
    /// Whether it was given up before the search ended by itself.
    is_spent: bool,
    doubt: Doubt,
}

struct Search<'a> {
    as_of: Instant,
    observers: Vec<&'a Observer>,
    slots: Vec<usize>,
    groups: Vec<Group>,
    stretches: Vec<Stretch>,
    width: usize,
    /// Spans of time in each of which events count once.
    bucket: Option<Bucket>,
    by_value: bool,
    exact: Exact,
    sums: Sums,
    /// For each group and stretch, the pieces of sums that its events belong to, if any, with the bounds of their
    /// numbers.
    pieces: HashMap<(usize, usize), Vec<(usize, Bounds)>>,
    doubt: Doubt,
    /// For each observer that looks at a number, its index among those that do.
    readers: Vec<Option<usize>>,
    /// For each decay and age, the factor.
    factors: RefCell<HashMap<(Decay, u32), i128>>,
    effort: Rc<Effort>,
    /// Whether kinds were skipped because it would have been too much.
    is_spent: bool,
}

impl<'a> Search<'a> {
    fn new(
        rules: &'a Rules,
        as_of: Instant,
        observers: &[&'a Observer],
        number: usize,
        kinds: &[Option<KindId>],
        ages: Ages,
        effort: &Rc<Effort>,
    ) -> Self {
        let is_value = |observer: &&&Observer| matches!(observer.once_per, Some(Bucket::Value(_)));
        let different = |observer: &&Observer| usize::try_from(observer.most / SCALE).unwrap_or(usize::MAX).max(1);
        let by_time = observers.iter().filter(|observer| observer.once_per.is_some() && !is_value(observer));
        // Distinct weeks are also distinct days.
        let coarse = |bucket: &Bucket| match bucket {
            Bucket::Days(count) => i64::from(*count),
            Bucket::Weeks(count) => i64::from(*count) * 7,
            Bucket::Months(count) => i64::from(*count) * 31,
            Bucket::Value(_) => 0,
        };
        let bucket = by_time.clone().filter_map(|observer| observer.once_per).max_by_key(coarse);
        // Those who look at other events, or at other times, may count other days.
        let days = by_time.clone().map(different).fold(0, usize::saturating_add).max(1);
        let most_days = days.min(MOST_DIFFERENT);
        let fades = observers.iter().any(|observer| observer.decay.is_some());
        let most_ages = if ages == Ages::All { MOST_AGES } else { MOST_AGES / 5 };
        let mut starts: HashSet<Instant> = HashSet::new();
        for observer in observers {
            if let Some((first, last)) = observer.window {
                starts.extend([first, last.saturating_add(1)]);
            }
            if observer.what == What::Latest {
                let faded = observer.faded(most_ages);
                // Looking backwards, an age of n days or more begins just after the instant n days ago.
                let days = (observer.borders.iter().chain(faded))
                    .map(|border| i64::try_from(border.div_euclid(SCALE)).unwrap_or(0));
                starts.extend(
                    days.flat_map(|days| [days, days + 1])
                        .map(|days| as_of.saturating_sub(days.saturating_mul(DAY)) + 1),
                );
            }
        }
        let dropped = observers.iter().any(|observer| observer.count_ages() > most_ages);
        let both_ends = fades || dropped;
        let starts = starts.into_iter().collect();
        // The oldest of all have the fewest points.
        let settled = observers.iter().map(|observer| observer.settled / SCALE).max().unwrap_or(0);
        let needs = Needs {
            zone: &rules.zone,
            as_of,
            starts,
            bucket,
            different: most_days,
            both_ends,
            settled: i64::try_from(settled).unwrap_or(0),
        };
        let Stretches { all: stretches, has_oldest, buckets, .. } = times::stretches(&needs);
        let mut doubt = Doubt::NONE;
        let counts_in = |stretch: &Stretch| by_time.clone().any(|observer| observer.sees(stretch.samples[0]));
        let is_short = days > MOST_DIFFERENT
            && stretches.iter().any(|stretch| stretch.samples.len() >= MOST_DIFFERENT && counts_in(stretch));
        if is_short || (bucket.is_some() && buckets > MOST_BUCKETS) {
            doubt = Doubt::of(say!("more days, weeks or months count than are told apart"));
        }
        if by_time.clone().map(|observer| observer.once_per).collect::<HashSet<_>>().len() > 1 {
            doubt = Doubt::of(say!("events are counted `once per` spans of different length"));
        }
        let by_value = observers.iter().filter(is_value);
        if by_value.clone().any(|observer| observer.decay.is_some()) {
            doubt = Doubt::of(say!("points that are given once per value fade"));
        }
        let is_whole = |property: PropertyId| {
            let log = rules.log.as_ref().expect("there are properties");
            matches!(log.property(property).ty, Type::Integer(_))
        };
        let sums = Sums::new(observers, is_whole);
        let valued = by_value.clone().filter_map(|observer| observer.once_per);
        if let Some((_, property)) =
            sums.observers().find(|(_, property)| valued.clone().any(|bucket| bucket == Bucket::Value(*property)))
        {
            doubt = added_up(rules, property);
        }
        let values = by_value.clone().map(different).fold(0, usize::saturating_add).max(1);
        let most_values = values.min(MOST_DIFFERENT);
        let mut search = Self {
            as_of,
            observers: observers.to_vec(),
            slots: observers.iter().map(|observer| observer.slots[&number]).collect(),
            groups: Vec::new(),
            width: observers.iter().map(|observer| observer.width()).sum(),
            bucket,
            by_value: by_value.clone().next().is_some(),
            stretches,
            exact: match (both_ends, has_oldest) {
                (false, _) => Exact::All,
                (true, true) => Exact::Ends,
                (true, false) => Exact::Youngest,
            },
            sums,
            pieces: HashMap::new(),
            doubt,
            readers: Vec::new(),
            factors: RefCell::default(),
            effort: Rc::clone(effort),
            is_spent: false,
        };
        let mut count = 0;
        for observer in observers {
            let place = observer.what.property().map(|_| count);
            count += usize::from(place.is_some());
            search.readers.push(place);
        }
        let breadth: usize = observers.iter().map(|observer| 1 + observer.of.kinds.as_ref().map_or(0, Vec::len)).sum();
        for kind in kinds {
            let log = rules.log.as_ref().expect("there are kinds");
            let cost = breadth + log.properties.len() + rules.definitions.len();
            if effort.spend(cost) {
                search.kind(rules, *kind, most_values);
            } else {
                search.is_spent = true;
            }
        }
        let is_short = |group: &Group| values > MOST_DIFFERENT && group.variants.len() >= MOST_DIFFERENT;
        if search.by_value && (search.groups.len() > MOST_BUCKETS || search.groups.iter().any(is_short)) {
            search.doubt = Doubt::of(say!("more values count `once per` than are told apart"));
        }
        search.doubt = search.doubt.or(&search.shared_values()).or(&search.shared());
        search.part();
        search
    }

    /// The groups of events of a kind.
    fn kind(&mut self, rules: &Rules, kind: Option<KindId>, most_values: usize) {
        let log = rules.log.as_ref().expect("there are kinds");
        let sees = |kinds: &Option<Vec<KindId>>| match (kinds, kind) {
            (None, _) => true,
            (Some(kinds), Some(kind)) => kinds.contains(&kind),
            (Some(_), None) => false,
        };
        let lookers: Vec<bool> = self.observers.iter().map(|observer| sees(&observer.of.kinds)).collect();
        let ignored: Vec<&Occurrences> = log.ignored.iter().filter(|of| sees(&of.kinds)).collect();
        let filters: Vec<&Cond> = self
            .observers
            .iter()
            .zip(&lookers)
            .filter(|(_, looks)| **looks)
            .filter_map(|(observer, _)| observer.of.filter.as_deref())
            .chain(ignored.iter().filter_map(|of| of.filter.as_deref()))
            .collect();
        let mut numbers: Vec<(usize, Vec<i128>)> = Vec::new();
        let mut valued: Vec<PropertyId> = Vec::new();
        for (observer, _) in self.observers.iter().zip(&lookers).filter(|(_, looks)| **looks) {
            if let Some(property) = observer.what.property() {
                let mut cuts = observer.borders.clone();
                cuts.push(0);
                // What is added up is followed by its bounds.
                if matches!(observer.what, What::Total(_)) {
                    cuts.clear();
                }
                numbers.push((usize::from(property.0), cuts));
            }
            if let Some(Bucket::Value(property)) = observer.once_per {
                valued.push(property);
                numbers.push((usize::from(property.0), Vec::new()));
            }
        }
        let today = rules.zone.day_of(self.as_of);
        let mut asked = Asked::of_events(rules, today, &filters, &numbers, &self.effort);
        for property in &valued {
            asked.tell_apart(usize::from(property.0), most_values);
        }
        let properties = kind.map_or(&[][..], |kind| &log.kind(kind).properties);
        let mut ways: Vec<Vec<(PropertyId, Value)>> = vec![Vec::new()];
        let mut spans: HashMap<PropertyId, Vec<(Value, Bounds)>> = HashMap::new();
        for property in properties {
            let at = usize::from(property.0);
            if !asked.of(at).asked {
                continue;
            }
            let cells = cells::of(log.property(*property), &asked, at);
            self.doubt = self.doubt.or(&cells.doubt);
            let known = cells.values.iter().zip(&cells.spans);
            spans.insert(*property, known.filter_map(|(value, span)| Some((value.clone()?, (*span)?))).collect());
            if ways.len() * cells.values.len() > MOST_EVENTS {
                self.doubt = Doubt::of(say!(
                    "events of `{kind}` differ in more ways than can be tried",
                    kind = kind.map_or("", |kind| log.kind(kind).name.as_str())
                ));
            }
            ways = ways
                .iter()
                .flat_map(|way| {
                    cells.values.iter().map(move |value| {
                        let one = value.clone().map(|value| (*property, value));
                        way.iter().cloned().chain(one).collect::<Vec<_>>()
                    })
                })
                .take(MOST_EVENTS)
                .collect();
        }
        let count = log.properties.len();
        let cost =
            FIT_COST * self.observers.len() + LOOK_COST * (filters.len() + self.readers.iter().flatten().count());
        let mut known_groups: HashMap<Told, usize> = HashMap::new();
        for way in ways {
            if !self.effort.spend(cost) {
                self.is_spent = true;
                break;
            }
            let mut values: Vec<Option<Value>> = vec![None; count];
            for (property, value) in &way {
                values[usize::from(property.0)] = Some(value.clone());
            }
            let event = Event { kind: None, time: self.as_of, id: None, properties: values };
            let values = &event.properties;
            let passes = |cond: &Cond| reference::passes(rules, self.as_of, cond, &event);
            if ignored.iter().any(|of| of.window.is_none() && of.filter.as_deref().is_none_or(passes)) {
                continue;
            }
            let fits: Vec<bool> = self
                .observers
                .iter()
                .zip(&lookers)
                .map(|(observer, looks)| *looks && observer.of.filter.as_deref().is_none_or(passes))
                .collect();
            let numbers: Vec<Option<i128>> = self
                .observers
                .iter()
                .filter(|observer| observer.what.property().is_some())
                .map(|observer| match values.get(usize::from(observer.what.property()?.0))? {
                    Some(Value::Number(number)) if !matches!(observer.what, What::Total(_)) => Some(number.0),
                    _ => None,
                })
                .collect();
            let mut bounds: Vec<(PropertyId, Bounds)> = Vec::new();
            for (_, property) in self.sums.observers().filter(|(observer, _)| fits[*observer]) {
                let value = values.get(usize::from(property.0)).and_then(Option::as_ref);
                let span = spans
                    .get(&property)
                    .zip(value)
                    .and_then(|(spans, value)| spans.iter().find(|(sample, _)| sample == value).map(|(_, span)| *span));
                bounds.extend(span.map(|span| (property, span)).filter(|one| !bounds.contains(one)));
            }
            // Unknown values count as one: they are not a further variant of a known one.
            let known: Vec<bool> = valued.iter().map(|property| values[usize::from(property.0)].is_some()).collect();
            let key = (fits, numbers, known, bounds);
            if let Some(at) = known_groups.get(&key) {
                let group = &mut self.groups[*at];
                let values_of = |variant: &[(PropertyId, Value)]| -> Vec<Value> {
                    variant.iter().filter(|(id, _)| valued.contains(id)).map(|(_, value)| value.clone()).collect()
                };
                let is_new = group.variants.iter().all(|other| values_of(other) != values_of(&way));
                if is_new && group.variants.len() < most_values {
                    group.variants.push(way);
                }
            } else {
                let (fits, numbers, bounds) = (key.0.clone(), key.1.clone(), key.3.clone());
                known_groups.insert(key, self.groups.len());
                self.groups.push(Group { kind, variants: vec![way], fits, numbers, bounds });
            }
        }
        if log.ignored.iter().any(|of| of.window.is_some()) {
            self.doubt = Doubt::of(say!("events are ignored within a window"));
        }
    }

    fn run(mut self) -> Found {
        let tail =
            self.stretches.len() * usize::from(self.bucket.is_some()) + self.groups.len() * usize::from(self.by_value);
        let mut first: Vec<i128> = self.observers.iter().flat_map(|observer| observer.nothing()).collect();
        first.resize(self.width + tail + self.sums.width(), 0);
        let (width, alike) = (first.len(), self.width + tail);
        // Histories that differ only in their sums, where none contains all sums of another.
        let mut places: HashMap<Vec<i128>, Vec<usize>> = HashMap::from([(first[..alike].to_vec(), vec![0])]);
        let mut all: Vec<Vec<i128>> = vec![first];
        let mut came: Vec<Option<Step>> = vec![None];
        let mut open = VecDeque::from([0]);
        let mut complete = !self.is_spent;
        let cost = width + ADD_COST + ADD_COST / 4 * self.observers.iter().filter(|one| one.decay.is_some()).count();
        'search: while let Some(at) = open.pop_front() {
            for group in 0..self.groups.len() {
                for stretch in 0..self.stretches.len() {
                    for fresh in self.freshness() {
                        if !self.effort.spend(cost) {
                            (complete, self.is_spent) = (false, true);
                            break 'search;
                        }
                        let Some((state, event)) = self.add(&all[at], group, stretch, fresh) else { continue };
                        let known = places.entry(state[..alike].to_vec()).or_default();
                        if known.iter().any(|other| Sums::within(&state[alike..], &all[*other][alike..])) {
                            continue;
                        }
                        let is_full = all.len() >= MOST_STATES.min(MOST_NUMBERS / width.max(1));
                        self.is_spent |= !is_full && !self.effort.spend(width * STATE_COST);
                        if is_full || self.is_spent {
                            complete = false;
                            break 'search;
                        }
                        known.push(all.len());
                        open.push_back(all.len());
                        all.push(state);
                        came.push(Some(Step { before: at, group, stretch, event }));
                    }
                }
            }
        }
        let (states, events, all_kept) = self.kept(&all, &came, alike);
        self.is_spent |= all_kept.is_none();
        let doubt = self.doubt.or(&all_kept.unwrap_or_default());
        Found {
            states,
            events,
            complete: complete && !self.is_spent,
            exact: self.exact,
            is_spent: self.is_spent,
            doubt,
        }
    }

    /// The factor of a decay at an age.
    fn factor(&self, decay: Decay, age: u32) -> i128 {
        let factor = || i128::from(decay::factor(decay, age));
        *self.factors.borrow_mut().entry((decay, age)).or_insert_with(factor)
    }

    /// In what an event can be the first: in its day, week or month, or with its value, independently of each other, as far as
    /// anybody asks.
    fn freshness(&self) -> Vec<Fresh> {
        let (times, values) =
            (&[false, true][..=usize::from(self.bucket.is_some())], &[false, true][..=usize::from(self.by_value)]);
        times.iter().flat_map(|&time| values.iter().map(move |&value| Fresh { time, value })).collect()
    }

    /// A history with one more event: in a day, week or month, or with a value, that was not there before, or in the first one.
    fn add(&self, state: &[i128], group: usize, stretch: usize, fresh: Fresh) -> Option<(Vec<i128>, Happened)> {
        let (of, samples) = (&self.groups[group], &self.stretches[stretch].samples);
        let mut after = state.to_vec();
        // Of a single bucket nobody needs to know but those who have counted it.
        let time_slot = (self.bucket.is_some() && samples.len() > 1).then_some(self.width + stretch);
        let value_slot =
            self.by_value.then_some(self.width + self.stretches.len() * usize::from(self.bucket.is_some()) + group);
        let mut place = |slot: Option<usize>, count: usize, is_fresh: bool| -> Option<usize> {
            let Some(slot) = slot else { return (!is_fresh).then_some(0) };
            let used = usize::try_from(after[slot]).expect("small");
            let at = if is_fresh { used } else { 0 };
            // The first one is not told apart from one that is there.
            if at >= count || (is_fresh && at == 0) {
                return None;
            }
            after[slot] = after[slot].max(at as i128 + 1);
            Some(at)
        };
        let at_time = place(time_slot, samples.len(), fresh.time)?;
        let at_value = place(value_slot, of.variants.len(), fresh.value)?;
        let time = samples[at_time];
        let age = (self.as_of - time) / DAY;
        let mut counts_fresh = false;
        for (number, (observer, slot)) in self.observers.iter().zip(&self.slots).enumerate() {
            if !of.fits[number] || !observer.sees(time) {
                continue;
            }
            match observer.what {
                What::Count => after[*slot] = (after[*slot] + 1).min(observer.most),
                What::Latest => after[*slot] = after[*slot].max(i128::from(time)),
                What::Points(_) => {
                    let factor = observer
                        .decay
                        .map_or(SCALE, |decay| self.factor(decay, u32::try_from(age).unwrap_or(u32::MAX)));
                    if let Some(bucket) = observer.once_per {
                        let (at, cell) = match bucket {
                            Bucket::Value(_) => (at_value, group),
                            Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_) => {
                                (at_time, self.stretches[stretch].bucket)
                            }
                        };
                        let bit = 1_i128 << cell.min(MOST_BUCKETS);
                        if at == 0 && after[slot + 1] & bit != 0 {
                            continue;
                        }
                        if at == 0 {
                            after[slot + 1] |= bit;
                        }
                        counts_fresh |= after[*slot] < observer.most;
                    }
                    after[*slot] = (after[*slot] + factor).min(observer.most);
                    if observer.once_per.is_some() && after[*slot] == observer.most {
                        // Nothing counts any more.
                        after[slot + 1] = -1;
                    }
                }
                // Handled by the pieces.
                What::Total(_) => {}
                What::Average(_) => {
                    if let Some(number) = self.readers[number].and_then(|at| of.numbers[at]) {
                        // Beyond three it is not followed any further.
                        if after[slot + 1] < 3 {
                            after[*slot] += number;
                            after[slot + 1] += 1;
                        }
                    }
                }
                What::Highest(_) | What::Lowest(_) | What::LatestOf(_) => {
                    if let Some(number) = self.readers[number].and_then(|at| of.numbers[at]) {
                        let mark = if matches!(observer.what, What::LatestOf(_)) { i128::from(time) } else { number };
                        let joined = observer.join(&after[*slot..slot + 2], &[mark, number]);
                        after[*slot..slot + 2].copy_from_slice(&joined);
                    }
                }
            }
        }
        if (fresh.time || fresh.value) && !counts_fresh {
            return None;
        }
        let sums = after.len() - self.sums.width();
        for (piece, bounds) in self.pieces(group, stretch) {
            self.sums.add(&mut after[sums..], *piece, *bounds);
        }
        Some((after, Happened { kind: of.kind, time, properties: of.variants[at_value].clone() }))
    }
}
