//! What rules ask about events: counts, latest times, sums of points, numbers. In: the rule set; out: one observer for
//! each thing asked, with how far it needs to count, and the kinds that must be looked at together.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::super::doubt::Doubt;
use super::super::groups::Groups;
use crate::calendar::Instant;
use crate::decay;
use crate::decimal::SCALE;
use crate::ir::{
    Bucket, Cond, CondKind, Decay, Function, Gain, Item, KindId, Occurrences, PropertyId, Quantity, QuantityKind,
    RuleId, Rules,
};
use crate::words::say;

/// What is seen of events.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::analyze) enum What {
    Count,
    Latest,
    Points(RuleId),
    Total(PropertyId),
    Average(PropertyId),
    Highest(PropertyId),
    Lowest(PropertyId),
    LatestOf(PropertyId),
}

impl What {
    pub(super) fn of(function: Function) -> Self {
        match function {
            Function::Count => Self::Count,
            Function::Total(property) => Self::Total(property),
            Function::Average(property) => Self::Average(property),
            Function::Highest(property) => Self::Highest(property),
            Function::Lowest(property) => Self::Lowest(property),
            Function::Latest(property) => Self::LatestOf(property),
            Function::DaysSince => Self::Latest,
        }
    }

    pub(super) fn property(self) -> Option<PropertyId> {
        match self {
            Self::Count | Self::Latest | Self::Points(_) => None,
            Self::Total(property)
            | Self::Average(property)
            | Self::Highest(property)
            | Self::Lowest(property)
            | Self::LatestOf(property) => Some(property),
        }
    }
}

/// Something that looks at events.
#[derive(Clone, Debug)]
pub(super) struct Observer {
    /// The occurrences it looks at.
    pub(super) of: Occurrences,
    pub(super) what: What,
    pub(super) window: Option<(Instant, Instant)>,
    /// Beyond this nothing changes: a count, or a sum in millionths.
    pub(super) most: i128,
    pub(super) once_per: Option<Bucket>,
    pub(super) decay: Option<Decay>,
    /// The age, in millionths of a day, from which it fades no more.
    pub(super) settled: i128,
    /// Values at which an answer changes: in millionths, or in days for a latest time.
    pub(super) borders: Vec<i128>,
    /// Ages, in millionths of a day, at which the points for the latest event change.
    ages: Vec<Rc<[i128]>>,
    /// Whether there is more than the borders can express.
    pub(super) doubt: Doubt,
    /// The cluster that it looks at; `None` for any activity.
    pub(super) cluster: Option<usize>,
    /// For each cluster, where its numbers begin in a state.
    pub(super) slots: BTreeMap<usize, usize>,
}

impl Observer {
    /// Whether an event at this time is within its window.
    pub(super) fn sees(&self, time: Instant) -> bool {
        self.window.is_none_or(|(first, last)| first <= time && time <= last)
    }

    /// The ages at which the points for the latest event change.
    pub(super) fn ages(&self) -> impl Iterator<Item = &i128> {
        self.ages.iter().flat_map(|ages| ages.iter())
    }

    /// Those that are told apart if these many may be; only the last of all if there are more.
    pub(super) fn faded(&self, at_most: usize) -> impl Iterator<Item = &i128> {
        let all = self.count_ages() <= at_most;
        let last = self.ages.iter().filter_map(move |ages| ages.last().filter(|_| !all));
        self.ages().filter(move |_| all).chain(last)
    }

    /// How many there are.
    pub(super) fn count_ages(&self) -> usize {
        self.ages.iter().map(|ages| ages.len()).sum()
    }

    /// How many numbers it keeps.
    pub(super) fn width(&self) -> usize {
        match self.what {
            What::Count | What::Latest | What::Total(_) => 1,
            What::Points(_) => 1 + usize::from(self.once_per.is_some()),
            What::Average(_) | What::Highest(_) | What::Lowest(_) | What::LatestOf(_) => 2,
        }
    }

    /// What it keeps if nothing happened.
    pub(super) fn nothing(&self) -> Vec<i128> {
        match self.what {
            What::Latest => vec![i128::MIN],
            What::Highest(_) | What::Lowest(_) | What::LatestOf(_) => vec![i128::MIN, 0],
            What::Count | What::Points(_) | What::Total(_) | What::Average(_) => vec![0; self.width()],
        }
    }

    /// The numbers of two parts of a history, combined.
    pub(super) fn join(&self, a: &[i128], b: &[i128]) -> Vec<i128> {
        match self.what {
            What::Count => vec![(a[0] + b[0]).min(self.most)],
            What::Points(_) => {
                let sum = (a[0] + b[0]).min(self.most);
                std::iter::once(sum).chain(a.get(1).map(|_| 0)).collect()
            }
            What::Latest => vec![a[0].max(b[0])],
            What::Total(_) => vec![(a[0] + b[0]).clamp(-self.most, self.most)],
            What::Average(_) => vec![a[0] + b[0], a[1] + b[1]],
            What::Highest(_) | What::LatestOf(_) => a.max(b).to_vec(),
            What::Lowest(_) => match (a[0] == i128::MIN, b[0] == i128::MIN) {
                (true, _) => b.to_vec(),
                (_, true) => a.to_vec(),
                (false, false) => a.min(b).to_vec(),
            },
        }
    }
}

/// How much rules need to see of events, where only their scores can tell.
#[derive(Clone, Debug, Default)]
pub(in crate::analyze) struct Wanted {
    /// For each rule, the points (in hundredths, without sign) beyond which nothing changes.
    pub(in crate::analyze) points: BTreeMap<RuleId, i128>,
    /// Rules whose points have no limit beyond which more would change nothing.
    pub(in crate::analyze) open: BTreeSet<RuleId>,
}

/// At most this many ages are told apart where points fade; beyond, only the youngest and the oldest of each stretch.
pub(super) const MOST_AGES: usize = 60;

/// At most this many numbers that events are compared with are told apart, over everything that rules ask.
const MOST_BORDERS: usize = 1_000_000;

/// How many times at most a rule without a limit is followed.
const MOST_TIMES: i128 = 400;

/// All observers, and the kinds that belong together.
pub(super) fn observers(rules: &Rules, as_of: Instant, wanted: &Wanted) -> (Vec<Observer>, Vec<Vec<Option<KindId>>>) {
    let mut all = Collect {
        ages: HashMap::new(),
        rules,
        as_of,
        observers: Vec::new(),
        known: HashMap::new(),
        room: MOST_BORDERS,
    };
    rules.walk(&mut |item| match item {
        Item::Test(test) => all.test(test),
        Item::Quantity(quantity) => all.seen(quantity),
        Item::Gain(rule) => all.gain(rule, wanted),
    });
    let mut observers = all.observers;
    let groups = groups(rules, &mut observers);
    (observers, groups)
}

/// The doubt that numbers of events are added up, and not all ways were tried.
pub(super) fn added_up(rules: &Rules, property: PropertyId) -> Doubt {
    let log = rules.log.as_ref().expect("there are properties");
    Doubt::of(say!("`{property}` is added up over events", property = &log.property(property).name))
}

struct Collect<'a> {
    /// For each decay, the ages at which its factor changes.
    ages: HashMap<Decay, Rc<[i128]>>,
    rules: &'a Rules,
    as_of: Instant,
    observers: Vec<Observer>,
    /// The index of each of them.
    known: HashMap<(Occurrences, What), usize>,
    /// How many more borders observers may get.
    room: usize,
}

impl Collect<'_> {
    fn observe(&mut self, of: &Occurrences, what: What) -> &mut Observer {
        // The same question is asked only once.
        let known = self.known.get(&(of.clone(), what)).copied();
        let at = known.unwrap_or_else(|| {
            self.known.insert((of.clone(), what), self.observers.len());
            self.observers.push(Observer {
                of: of.clone(),
                what,
                window: of.window.map(|window| window.instants(self.as_of, &self.rules.zone)),
                most: 1,
                once_per: None,
                decay: None,
                settled: 0,
                borders: Vec::new(),
                ages: Vec::new(),
                doubt: match what {
                    // Averages are followed through some amounts only.
                    What::Average(property) => added_up(self.rules, property),
                    _ => Doubt::NONE,
                },
                cluster: None,
                slots: BTreeMap::new(),
            });
            self.observers.len() - 1
        });
        &mut self.observers[at]
    }

    /// The ages, in millionths of a day, at which the factor of a decay changes; if there are more than are told apart,
    /// only one more than that, the last of all.
    fn ages(&mut self, decay: Decay) -> Rc<[i128]> {
        let changing = || decay::changes(decay, MOST_AGES + 1).into_iter().map(|age| i128::from(age) * SCALE).collect();
        self.ages.entry(decay).or_insert_with(changing).clone()
    }

    fn test(&mut self, test: &Cond) {
        match &test.kind {
            CondKind::Happened { of, at_least, at_most } => {
                let most = i128::from((*at_least).max(at_most.map_or(0, |most| most.saturating_add(1))).max(1));
                let observer = self.observe(of, What::Count);
                observer.most = observer.most.max(most);
            }
            CondKind::Number(quantity, ranges) => {
                let borders = ranges.iter().flat_map(|range| [range.low, range.high]).flatten();
                self.borders(quantity, &borders.map(|(end, _)| end.0).collect::<Vec<_>>());
            }
            CondKind::Compare(_, left, right) => match (&self.rules.plain(left).kind, &self.rules.plain(right).kind) {
                (_, QuantityKind::Constant(value)) => self.borders(left, &[value.0]),
                (QuantityKind::Constant(value), _) => self.borders(right, &[value.0]),
                _ => {
                    self.loose(left);
                    self.loose(right);
                }
            },
            _ => {}
        }
    }

    /// Makes sure that the events a quantity is made from are observed, whatever is asked of it.
    fn seen(&mut self, quantity: &Quantity) {
        if let QuantityKind::Aggregate(function, of) = &quantity.kind {
            self.observe(of, What::of(*function));
        }
        if let QuantityKind::Binary(_, left, right) = &quantity.kind {
            self.loose(left);
            self.loose(right);
        }
    }

    fn borders(&mut self, quantity: &Quantity, borders: &[i128]) {
        match &self.rules.plain(quantity).kind {
            QuantityKind::Aggregate(function, of) => {
                let room = self.room.checked_sub(borders.len());
                self.room = room.unwrap_or(self.room);
                let observer = self.observe(of, What::of(*function));
                if room.is_some() {
                    observer.borders.extend(borders);
                } else {
                    observer.doubt = Doubt::of(say!("rules compare events with more numbers than can be told apart"));
                }
                let most = borders.iter().copied().max().unwrap_or(0);
                observer.most = match function {
                    Function::Count => observer.most.max(most / SCALE + 1),
                    Function::Total(_) => {
                        observer.most.max(borders.iter().map(|b| b.abs()).max().unwrap_or(0) * 2 + SCALE)
                    }
                    Function::Average(_)
                    | Function::Highest(_)
                    | Function::Lowest(_)
                    | Function::Latest(_)
                    | Function::DaysSince => observer.most,
                };
            }
            QuantityKind::Binary(..) => self.loose(quantity),
            _ => {}
        }
    }

    /// Events whose number is used in a calculation that borders do not cover.
    fn loose(&mut self, quantity: &Quantity) {
        let text = self.rules.text(quantity.span).to_owned();
        let mut found: Vec<(Function, Occurrences)> = Vec::new();
        self.rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(Quantity { kind: QuantityKind::Aggregate(function, of), .. }) = item {
                found.push((*function, of.clone()));
            }
        });
        for (function, of) in found {
            let observer = self.observe(&of, What::of(function));
            observer.doubt =
                Doubt::of(say!("`{calculation}` is reckoned from values that can't all be tried", calculation = &text));
            observer.most = observer.most.max(if function == Function::Count { 12 } else { 1000 * SCALE });
            observer.borders.extend([0, SCALE, 10 * SCALE, 100 * SCALE]);
        }
    }

    fn gain(&mut self, rule: &crate::ir::Rule, wanted: &Wanted) {
        let enough = wanted.points.get(&rule.id).copied().unwrap_or(0);
        let without_limit = if wanted.open.contains(&rule.id) {
            Doubt::of(say!("nothing limits how often `{rule}` is given", rule = &rule.title))
        } else {
            Doubt::NONE
        };
        match &rule.gain {
            Gain::Once { decay: None, .. } => {}
            Gain::Once { decay: Some((decay, of)), .. } => {
                let ages = self.ages(*decay);
                let observer = self.observe(of, What::Latest);
                observer.ages.push(ages);
            }
            Gain::PerUnit { points, per, of } => {
                let units = (enough / i128::from(points.0.unsigned_abs().max(1)) + 1).min(MOST_TIMES);
                let borders: Vec<i128> = (1..=units).map(|unit| unit * per.0).collect();
                self.borders(of, &borders);
                if let QuantityKind::Aggregate(function, of) = &self.rules.plain(of).kind {
                    let observer = self.observe(of, What::of(*function));
                    observer.doubt = observer.doubt.or(&without_limit);
                }
                if enough > units * i128::from(points.0.unsigned_abs().max(1)) {
                    self.loose(of);
                }
            }
            Gain::PerOccurrence { points, of, once_per, decay } => {
                let each = i128::from(points.0.unsigned_abs().max(1));
                let times = enough / each + 1;
                let settled = decay.and_then(|decay| self.ages(decay).last().copied()).unwrap_or(0);
                let observer = self.observe(of, What::Points(rule.id));
                observer.settled = settled;
                observer.most = times.min(MOST_TIMES) * SCALE;
                observer.doubt = observer.doubt.or(&without_limit);
                observer.once_per = *once_per;
                observer.decay = *decay;
                if times > MOST_TIMES {
                    observer.doubt = Doubt::of(say!(
                        "`{rule}` can be given more than {times} times",
                        rule = &rule.title,
                        times = MOST_TIMES.to_string()
                    ));
                }
            }
        }
    }
}

/// The kinds that some observer looks at together, and each other kind by itself.
fn groups(rules: &Rules, observers: &mut [Observer]) -> Vec<Vec<Option<KindId>>> {
    let count = rules.log.as_ref().map_or(0, |log| log.kinds.len());
    let mut group = Groups::new(count);
    let place = |kind: &KindId| usize::from(kind.0);
    let any = observers.iter().any(|observer| observer.of.kinds.is_none());
    let mut seen = vec![false; count];
    for kinds in observers.iter().filter_map(|observer| observer.of.kinds.as_ref()) {
        for kind in kinds {
            seen[place(kind)] = true;
            group.join(place(kind), place(&kinds[0]));
        }
    }
    let mut groups: Vec<Vec<Option<KindId>>> = Vec::new();
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for at in (0..count).filter(|at| seen[*at]) {
        let number = *numbers.entry(group.of(at)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[number].push(Some(KindId(u16::try_from(at).expect("kinds are counted in 16 bits"))));
    }
    // Kinds that are looked at only as any activity are all alike, as are those that are not declared. Where such kinds
    // reveal nothing, one of them stands for all.
    if any && let Some(log) = rules.log.as_ref() {
        let named: HashSet<KindId> = log.ignored.iter().filter_map(|of| of.kinds.as_ref()).flatten().copied().collect();
        let alike = (0..count).filter(|at| !seen[*at]);
        let alike = alike.map(|at| KindId(u16::try_from(at).expect("kinds are counted in 16 bits")));
        let (bare, telling): (Vec<KindId>, Vec<KindId>) =
            alike.partition(|kind| log.kind(*kind).properties.is_empty() && !named.contains(kind));
        groups.push(bare.into_iter().take(1).chain(telling).map(Some).chain([None]).collect());
    }
    for observer in observers.iter_mut() {
        observer.cluster =
            observer.of.kinds.as_ref().and_then(|kinds| numbers.get(&group.of(place(kinds.first()?))).copied());
    }
    groups
}
