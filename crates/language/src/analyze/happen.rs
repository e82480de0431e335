//! What leads can have done, as far as rules can tell. In: everything that rules ask about events; out: for each kind
//! of event (or kinds that are counted together) its histories: one for each combination of counts, latest times and
//! sums that can occur. What is asked of any activity is brought together in a chain over the kinds. Since every count
//! is made from histories, the order between counts (a shorter window never counts more, nor does a `where`) is kept by
//! construction.

mod cluster;
mod history;
mod observe;
mod sums;
mod times;

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::calendar::{DAY, Instant};
use crate::decimal::{Decimal, divide_rounded};
use crate::ir::{Function, Occurrences, RuleId, Rules};

use super::doubt::Doubt;
use super::effort::Effort;
use super::problem::{Factor, NEVER};
use crate::words::say;
pub(super) use cluster::Cluster;
pub(super) use observe::Wanted;
use observe::{Observer, What};

/// What leads can have done.
#[derive(Debug, Default)]
pub(super) struct Happenings {
    as_of: Instant,
    observers: Vec<Observer>,
    by_key: HashMap<(Occurrences, What), usize>,
    pub(super) clusters: Vec<Cluster>,
    /// For each observer of any activity, where its numbers begin among those of all of them.
    before: HashMap<usize, usize>,
    is_chain_tried: bool,
    /// The variables of the chain, what is seen in each cell of the last, and what binds them.
    chain: Vec<usize>,
    chained: Vec<Vec<i128>>,
    chain_doubt: Doubt,
    pub(super) links: Vec<Factor>,
}

/// What kinds did is joined in tables of at most this many entries in total.
const MOST_JOINED: usize = 2_000_000;

/// How many times at most an observer of any activity may be joined to a kind of event.
const MOST_LOOKERS: usize = 400_000;

/// At most this much work is done to find histories.
const MOST_EFFORT: u64 = 600_000_000;

/// Reads a value from the numbers that an observer keeps.
type Read<'h, T> = Box<dyn Fn(&[i128]) -> T + 'h>;

/// What is seen of events, for each cell of a variable.
pub(super) struct Seen<'h, T> {
    pub(super) variable: usize,
    /// For each cell, what observers saw.
    states: &'h [Vec<i128>],
    /// Where its own numbers are among those.
    slots: Range<usize>,
    read: Read<'h, T>,
    /// Whether there may be more to see.
    pub(super) doubt: Doubt,
}

impl<T> Seen<'_, T> {
    /// What is seen in a cell.
    pub(super) fn at(&self, cell: usize) -> T {
        (self.read)(&self.states[cell][self.slots.clone()])
    }
}

impl Happenings {
    /// The histories that matter to these rules; their variables are added to `sizes`.
    pub(super) fn new(rules: &Rules, as_of: Instant, wanted: &Wanted, sizes: &mut Vec<usize>) -> Self {
        let mut all = Self { as_of, ..Self::default() };
        if rules.log.is_none() {
            return all;
        }
        let (mut observers, groups) = observe::observers(rules, as_of, wanted);
        // For each cluster, who looks at it.
        let mut lookers: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        let any: Vec<usize> = (0..observers.len()).filter(|at| observers[*at].cluster.is_none()).collect();
        all.is_chain_tried = any.len().saturating_mul(groups.len()) <= MOST_LOOKERS;
        for (at, observer) in observers.iter().enumerate() {
            match observer.cluster {
                Some(number) => lookers[number].push(at),
                None if all.is_chain_tried => lookers.iter_mut().for_each(|lookers| lookers.push(at)),
                None => {}
            }
        }
        let effort = Rc::new(Effort::of(MOST_EFFORT));
        for (number, kinds) in groups.iter().enumerate() {
            let mut width = 0;
            for at in &lookers[number] {
                observers[*at].slots.insert(number, width);
                width += observers[*at].width();
            }
            let mine: Vec<&Observer> = lookers[number].iter().map(|at| &observers[*at]).collect();
            all.clusters.push(history::cluster(rules, as_of, &mine, number, kinds, sizes, &effort));
        }
        let mut before = 0;
        for at in any {
            all.before.insert(at, before);
            before += observers[at].width();
        }
        all.by_key = observers.iter().enumerate().map(|(at, one)| ((one.of.clone(), one.what), at)).collect();
        all.observers = observers;
        all.chain(sizes);
        all
    }

    /// Joins what all kinds did, for those who ask about any activity.
    fn chain(&mut self, sizes: &mut Vec<usize>) {
        let any: Vec<&Observer> = self.observers.iter().filter(|observer| observer.cluster.is_none()).collect();
        if any.is_empty() {
            return;
        }
        // What kinds did is joined by adding it up, as if no two of them had a day or a value in common.
        if self.clusters.len() > 1 && any.iter().any(|observer| observer.once_per.is_some()) {
            self.chain_doubt =
                Doubt::of(say!("events of different kinds are counted on the same days, or with the same values"));
        }
        let nothing: Vec<i128> = any.iter().flat_map(|observer| observer.nothing()).collect();
        if !self.is_chain_tried {
            return self.give_up(&nothing, sizes);
        }
        let mut before: Vec<Vec<i128>> = vec![nothing];
        let mut last: Option<usize> = None;
        let mut left = MOST_JOINED;
        for (number, cluster) in self.clusters.iter().enumerate() {
            if before.len().saturating_mul(cluster.states.len()) > left {
                return self.give_up(&before[0].clone(), sizes);
            }
            let mut after: Vec<Vec<i128>> = Vec::new();
            let mut places: HashMap<Vec<i128>, usize> = HashMap::new();
            let mut to: Vec<usize> = Vec::new();
            for prior in &before {
                for state in &cluster.states {
                    let mut at = 0;
                    let mut joined = Vec::new();
                    for observer in &any {
                        let width = observer.width();
                        let from = observer.slots[&number];
                        joined.extend(observer.join(&prior[at..at + width], &state[from..from + width]));
                        at += width;
                    }
                    let place = *places.entry(joined.clone()).or_insert_with(|| {
                        after.push(joined);
                        after.len() - 1
                    });
                    to.push(place);
                }
            }
            let Some(rest) = left.checked_sub(to.len().saturating_mul(after.len())) else {
                return self.give_up(&before[0].clone(), sizes);
            };
            left = rest;
            let variable = sizes.len();
            sizes.push(after.len());
            let table = to
                .iter()
                .flat_map(|to| (0..after.len()).map(|at| if at == *to { 0 } else { NEVER }).collect::<Vec<_>>());
            let variables = last.into_iter().chain([cluster.variable, variable]).collect();
            self.links.push(Factor { variables, sum: None, table: table.collect() });
            self.chain.push(variable);
            last = Some(variable);
            before = after;
        }
        self.chained = before;
    }

    /// Says nothing about what all kinds did together, except that it is not known.
    fn give_up(&mut self, nothing: &[i128], sizes: &mut Vec<usize>) {
        self.links.clear();
        self.chain = vec![sizes.len()];
        sizes.push(1);
        self.chained = vec![nothing.to_vec()];
        self.chain_doubt = Doubt::of(say!("all activity together can be in more ways than can be tried"));
    }

    fn look<'h, T>(&'h self, what: What, of: &Occurrences, read: impl Fn(&[i128]) -> T + 'h) -> Seen<'h, T> {
        let at = *self.by_key.get(&(of.clone(), what)).expect("all that rules ask of events was collected");
        let observer = &self.observers[at];
        let (width, doubt) = (observer.width(), observer.doubt.clone());
        if let Some(number) = observer.cluster {
            let cluster = &self.clusters[number];
            let from = observer.slots[&number];
            let slots = from..from + width;
            return Seen { variable: cluster.variable, states: &cluster.states, slots, read: Box::new(read), doubt };
        }
        let variable = *self.chain.last().expect("any activity makes a chain");
        let slots = self.before[&at]..self.before[&at] + width;
        Seen { variable, states: &self.chained, slots, read: Box::new(read), doubt }
    }

    /// How many of these events there are, as far as it matters.
    pub(super) fn count(&self, of: &Occurrences) -> Seen<'_, i128> {
        self.look(What::Count, of, |slots| slots[0])
    }

    /// The value of a function of events.
    pub(super) fn aggregate(&self, function: Function, of: &Occurrences) -> Seen<'_, Option<Decimal>> {
        self.look(What::of(function), of, move |slots| match function {
            Function::Count => Some(Decimal(slots[0] * crate::decimal::SCALE)),
            Function::Total(_) => Some(Decimal(slots[0])),
            Function::Average(_) => (slots[1] > 0).then(|| Decimal(divide_rounded(slots[0], slots[1]))),
            Function::Highest(_) | Function::Lowest(_) | Function::Latest(_) => {
                (slots[0] != i128::MIN).then(|| Decimal(slots[1]))
            }
            Function::DaysSince => instant(slots[0]).map(|time| Decimal::whole(self.as_of.saturating_sub(time) / DAY)),
        })
    }

    /// The latest of these events, if there is one.
    pub(super) fn latest(&self, of: &Occurrences) -> Seen<'_, Option<Instant>> {
        self.look(What::Latest, of, |slots| instant(slots[0]))
    }

    /// The sum of the factors of the events that a rule counts, in millionths, as far as it matters.
    pub(super) fn factors(&self, rule: RuleId, of: &Occurrences) -> Seen<'_, i128> {
        self.look(What::Points(rule), of, |slots| slots[0])
    }

    /// Whether the cells of a variable are all that can have happened.
    pub(super) fn doubt(&self, variable: usize) -> Doubt {
        if self.is_chained(variable) {
            return self.clusters.iter().map(|cluster| &cluster.doubt).chain([&self.chain_doubt]).collect();
        }
        self.cluster(variable).map_or(Doubt::NONE, |cluster| cluster.doubt.clone())
    }

    /// Whether a variable is part of the chain, which says what all kinds did together.
    pub(super) fn is_chained(&self, variable: usize) -> bool {
        self.chain.first().zip(self.chain.last()).is_some_and(|(first, last)| (*first..=*last).contains(&variable))
    }

    /// The variables that come with the chain: it means nothing without its kinds.
    pub(super) fn all_of_chain(&self) -> impl Iterator<Item = usize> {
        self.chain.iter().copied().chain(self.clusters.iter().map(|cluster| cluster.variable))
    }

    /// The cluster of a variable.
    pub(super) fn cluster(&self, variable: usize) -> Option<&Cluster> {
        // Their variables are consecutive.
        self.clusters.get(variable.checked_sub(self.clusters.first()?.variable)?)
    }
}

/// A latest time, if there is one.
fn instant(slot: i128) -> Option<Instant> {
    (slot != i128::MIN).then(|| Instant::try_from(slot).expect("an instant"))
}
