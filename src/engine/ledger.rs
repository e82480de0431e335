//! The counters of all leads that the log speaks of. Each batch of events adds to them and is forgotten. Ledgers that
//! were filled side by side are joined; only rows that bear an id wait until the end, since a later row may be the one
//! that counts.

use std::sync::atomic::{AtomicBool, Ordering};

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};

use crate::columns::{Column, EventLeads, Events};

use super::keys::{Keys, NO_SLOT};
use super::plan::EventPlan;
use super::tally::{Store, Tallied};

/// What leads did, as far as the rules ask.
#[derive(Debug, Default)]
pub struct Ledger {
    shards: Vec<Shard>,
    waiting: Vec<Events>,
    /// Rows later than `as of`, which are left out.
    pub late: u64,
    /// Rows that `ignore` names.
    pub ignored: u64,
    /// Rows whose id another row had that counts in their place.
    pub repeated: u64,
}

/// The counters of the events that one thread saw.
#[derive(Debug, Default)]
struct Shard {
    keys: Keys,
    store: Store,
    /// By slot: whether a lead asked for it.
    asked: Vec<AtomicBool>,
}

impl Ledger {
    /// Empty, for the tallies of a plan.
    pub(super) fn new(plan: &EventPlan) -> Self {
        Self { shards: vec![Shard { store: plan.layout.store(), ..Shard::default() }], ..Self::default() }
    }

    /// Takes in what another ledger of the same plan holds; both are open.
    pub fn join(&mut self, other: Self) {
        self.shards.extend(other.shards.into_iter().filter(|shard| shard.keys.len() > 0));
        self.waiting.extend(other.waiting);
        self.late += other.late;
        self.ignored += other.ignored;
    }

    /// Takes in a batch of events.
    pub(super) fn add(&mut self, plan: &EventPlan, events: &Events) {
        if events.ids.is_some() {
            self.waiting.push(events.clone());
        } else {
            self.count(plan, events, &[]);
        }
    }

    /// Counts the rows that waited for others of the same id, and adds up what needs all events.
    pub(super) fn close(&mut self, plan: &EventPlan) {
        self.waiting.sort_by_key(|events| events.first_row);
        let waiting = std::mem::take(&mut self.waiting);
        let dropped = plan.repeated(&waiting);
        for (events, dropped) in waiting.iter().zip(dropped) {
            self.repeated += dropped.iter().filter(|&&dropped| dropped).count() as u64;
            self.count(plan, events, &dropped);
        }
        if self.shards.len() > 1 && self.shards[0].keys.len() == 0 {
            self.shards.remove(0);
        }
        let (first, others) = self.shards.split_first_mut().expect("a ledger has a shard from the start");
        if first.store.has_buckets() {
            for other in others {
                let names: Vec<u32> = other.keys.iter().map(|(key, _)| first.keys.find_or_add(key, 0)).collect();
                first.store.grow(first.keys.len());
                first.store.take_buckets(&mut other.store, |slot| names[slot as usize]);
            }
        }
        for shard in &mut self.shards {
            shard.store.close();
            shard.asked = (0..shard.keys.len()).map(|_| AtomicBool::new(false)).collect();
        }
    }

    fn count(&mut self, plan: &EventPlan, events: &Events, dropped: &[bool]) {
        let Shard { keys, store, .. } = &mut self.shards[0];
        let slots = keys.slots_of(&events.leads);
        store.grow(keys.len());
        let (late, ignored) = plan.count(events, &slots, dropped, store);
        self.late += late;
        self.ignored += ignored;
    }

    /// What the leads with these keys did. The ledger is closed.
    pub(super) fn tallied<'a>(&'a self, plan: &'a EventPlan, keys: &StringArray) -> Tallied<'a> {
        let stores = self.shards.iter().map(|shard| {
            let slots = shard.keys.find_all(keys);
            for &slot in slots.iter().filter(|&&slot| slot != NO_SLOT) {
                shard.asked[slot as usize].store(true, Ordering::Relaxed);
            }
            (&shard.store, slots)
        });
        Tallied { places: &plan.layout.places, stores: stores.collect() }
    }

    /// The leads of the log that no batch asked for, sorted: the key, and how many events.
    #[must_use]
    pub fn without_lead(&self) -> Vec<(&str, u64)> {
        let mut found: Vec<(&str, u64)> = Vec::new();
        for (at, shard) in self.shards.iter().enumerate() {
            for ((key, events), asked) in shard.keys.iter().zip(&shard.asked) {
                let elsewhere = || self.shards[..at].iter().any(|shard| shard.keys.find(key) != NO_SLOT);
                if asked.load(Ordering::Relaxed) || elsewhere() {
                    continue;
                }
                let others = self.shards[at + 1..].iter().map(|shard| shard.keys.events_of(key)).sum::<u64>();
                found.push((key, u64::from(events) + others));
            }
        }
        found.sort_unstable();
        found
    }
}

impl Keys {
    fn slots_of(&mut self, leads: &EventLeads) -> Vec<u32> {
        match leads {
            EventLeads::Rows(_) => unreachable!("events nested in leads are counted with their batch"),
            EventLeads::Keys(Column::Text(keys)) => self.find_or_add_all(keys),
            EventLeads::Keys(Column::CodedText(keys)) => {
                let values: &StringArray = keys.values().as_string();
                let place = |&code: &i32| usize::try_from(code).expect("codes are places");
                let mut times = vec![0; values.len()];
                for code in keys.keys().values() {
                    times[place(code)] += 1;
                }
                let add = |(value, &times): (Option<&str>, &u32)| match times {
                    0 => NO_SLOT,
                    times => self.find_or_add(value.unwrap_or_default(), times),
                };
                let slots: Vec<u32> = values.iter().zip(&times).map(add).collect();
                keys.keys().values().iter().map(|code| slots[place(code)]).collect()
            }
            EventLeads::Keys(other) => unreachable!("keys are texts, not {other:?}"),
        }
    }
}
