//! What leads can have done, as far as rules can tell. In: all that rules ask of events; out: for each kind of event (or
//! kinds that are counted together) its histories: one for each combination of counts, latest times and sums that there
//! is. What is asked of any activity comes together in a chain over the kinds. Since every count is made from histories,
//! the order between counts (a shorter window never counts more, nor does `where`) is kept by construction.

mod cluster;
mod history;
mod observe;
mod times;

use std::collections::HashMap;

use crate::calendar::{DAY, Instant};
use crate::decimal::{Decimal, divide_rounded};
use crate::ir::{Function, Occurrences, RuleId, Rules};

use super::problem::{Factor, NEVER};
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
    /// The variables of the chain, what is seen in each cell of the last, and what binds them.
    chain: Vec<usize>,
    chained: Vec<Vec<i128>>,
    pub(super) links: Vec<Factor>,
}

/// Dependencies up something by the cells of all variables.
type Look<T> = Box<dyn Fn(&[usize]) -> T>;

impl Happenings {
    /// The histories that matter to these rules; variables are added to `sizes`.
    pub(super) fn new(rules: &Rules, as_of: Instant, wanted: &Wanted, sizes: &mut Vec<usize>) -> Self {
        let mut all = Self { as_of, ..Self::default() };
        if rules.log.is_none() {
            return all;
        }
        let (mut observers, groups) = observe::observers(rules, as_of, wanted);
        for (number, kinds) in groups.iter().enumerate() {
            all.clusters.push(history::cluster(rules, as_of, &mut observers, number, kinds, sizes));
        }
        all.by_key = observers.iter().enumerate().map(|(at, one)| ((one.of.clone(), one.what), at)).collect();
        all.observers = observers;
        all.chain(sizes);
        all
    }

    /// Joins what all kinds did for those who ask about any activity.
    fn chain(&mut self, sizes: &mut Vec<usize>) {
        let any: Vec<&Observer> = self.observers.iter().filter(|observer| observer.cluster.is_none()).collect();
        if any.is_empty() {
            return;
        }
        let nothing: Vec<i128> = any.iter().flat_map(|observer| observer.nothing()).collect();
        let mut before: Vec<Vec<i128>> = vec![nothing];
        let mut last: Option<usize> = None;
        for (number, cluster) in self.clusters.iter().enumerate() {
            let mut after: Vec<Vec<i128>> = Vec::new();
            let mut places: HashMap<Vec<i128>, usize> = HashMap::new();
            let mut to: Vec<usize> = Vec::new();
            for prior in &before {
                for state in &cluster.states {
                    let mut at = 0;
                    let mut joined = Vec::new();
                    for observer in &any {
                        let width = observer.width();
                        let from = observer.slots[number].expect("any activity is seen in every cluster");
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

    fn look(&self, what: What, of: &Occurrences) -> Option<(usize, Vec<Vec<i128>>)> {
        let at = *self.by_key.get(&(of.clone(), what))?;
        let observer = &self.observers[at];
        let width = observer.width();
        if let Some(number) = observer.cluster {
            let cluster = &self.clusters[number];
            let from = observer.slots[number].expect("it is seen there");
            let seen = cluster.states.iter().map(|state| state[from..from + width].to_vec()).collect();
            return Some((cluster.variable, seen));
        }
        let any = self.observers[..at].iter().filter(|other| other.cluster.is_none());
        let before: usize = any.map(Observer::width).sum();
        let seen = self.chained.iter().map(|state| state[before..before + width].to_vec()).collect();
        Some((*self.chain.last()?, seen))
    }

    /// How many there are, as far as it matters.
    pub(super) fn count(&self, of: &Occurrences) -> (Vec<usize>, Look<i128>) {
        let (variable, seen) = self.look(What::Count, of).expect("every count was collected");
        (vec![variable], Box::new(move |cells| seen[cells[variable]][0]))
    }

    /// What a function of events comes to.
    pub(super) fn aggregate(&self, function: Function, of: &Occurrences) -> (Vec<usize>, Look<Option<Decimal>>) {
        let what = What::of(function);
        let (variable, seen) = self.look(what, of).expect("every quantity was collected");
        let as_of = self.as_of;
        let value = move |cells: &[usize]| {
            let slots = &seen[cells[variable]];
            match function {
                Function::Count => Some(Decimal(slots[0] * crate::decimal::SCALE)),
                Function::Total(_) => Some(Decimal(slots[0])),
                Function::Average(_) => (slots[1] > 0).then(|| Decimal(divide_rounded(slots[0], slots[1]))),
                Function::Highest(_) | Function::Lowest(_) | Function::Latest(_) => {
                    (slots[0] != i128::MIN).then(|| Decimal(slots[1]))
                }
                Function::DaysSince => (slots[0] != i128::MIN).then(|| {
                    let time = Instant::try_from(slots[0]).expect("an instant");
                    Decimal::whole(as_of.saturating_sub(time) / DAY)
                }),
            }
        };
        (vec![variable], Box::new(value))
    }

    /// The latest of these events, if there is one.
    pub(super) fn latest(&self, of: &Occurrences) -> (Vec<usize>, Look<Option<Instant>>) {
        let (variable, seen) = self.look(What::Latest, of).expect("every latest was collected");
        (
            vec![variable],
            Box::new(move |cells| {
                let time = seen[cells[variable]][0];
                (time != i128::MIN).then(|| Instant::try_from(time).expect("an instant"))
            }),
        )
    }

    /// The sum of the factors of the events that a rule counts, in millionths, as far as it matters.
    pub(super) fn factors(&self, rule: RuleId, of: &Occurrences) -> (Vec<usize>, Look<i128>) {
        let (variable, seen) = self.look(What::Points(rule), of).expect("every rule was collected");
        (vec![variable], Box::new(move |cells| seen[cells[variable]][0]))
    }

    /// The variables that come with these: a chain is nothing without its kinds.
    pub(super) fn with(&self, variable: usize) -> Vec<usize> {
        if self.chain.contains(&variable) {
            self.chain.iter().copied().chain(self.clusters.iter().map(|cluster| cluster.variable)).collect()
        } else {
            Vec::new()
        }
    }

    /// The cluster of a variable.
    pub(super) fn cluster(&self, variable: usize) -> Option<&Cluster> {
        self.clusters.iter().find(|cluster| cluster.variable == variable)
    }
}
