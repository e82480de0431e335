//! Where events count once per day, week, month or value, and are seen by several: what of that is followed event by event,
//! and where nothing is claimed. In: the groups of events and who sees them; out: a doubt, or none.

use std::collections::HashSet;

use super::{Doubt, Observer, Search};
use crate::ir::{Bucket, PropertyId};
use crate::types::Value;
use crate::words::say;

impl Search<'_> {
    /// Events count `once per` value, and what they count for is followed group by group: where one event can have the value of an
    /// event of another group, or is told apart by two values at once, not all that can be is looked at.
    pub(super) fn shared_values(&self) -> Doubt {
        let doubt = || Doubt::of(say!("events that differ are counted `once per` the same values"));
        let of_values = |observer: &Observer| match observer.once_per {
            Some(Bucket::Value(property)) => Some(property),
            Some(Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_)) | None => None,
        };
        let properties: HashSet<PropertyId> =
            self.observers.iter().filter_map(|observer| of_values(observer)).collect();
        for group in &self.groups {
            let told: HashSet<PropertyId> =
                group.variants.iter().flatten().map(|(id, _)| *id).filter(|id| properties.contains(id)).collect();
            if told.len() > 1 {
                return doubt();
            }
        }
        for (at, observer) in self.observers.iter().enumerate() {
            let Some(property) = of_values(observer) else { continue };
            let mut seen: Vec<&Value> = Vec::new();
            for group in self.groups.iter().filter(|group| group.fits[at]) {
                let values = group.variants.iter().flatten().filter(|(id, _)| *id == property).map(|(_, value)| value);
                let values: Vec<&Value> = values.collect();
                if !self.effort.spend(seen.len() + values.len()) || values.iter().any(|value| seen.contains(value)) {
                    return doubt();
                }
                seen.extend(values);
            }
        }
        Doubt::NONE
    }

    /// A new event is on a first day, week or month or on a new one, never on a second one that another event has. That finds all
    /// that can be where those who count days see the same events, some of what another sees, or nothing in common; not
    /// where one sees what two others see apart, or two see some in common. The same holds for values, which also events of
    /// different times share.
    pub(super) fn shared(&self) -> Doubt {
        let is_value = |observer: &Observer| matches!(observer.once_per, Some(Bucket::Value(_)));
        let counting = |by_value: bool| {
            let observers = self.observers.iter().enumerate();
            observers.filter(move |(_, one)| one.once_per.is_some() && is_value(one) == by_value)
        };
        let groups = |at: usize| self.groups.iter().map(move |group| group.fits[at]);
        let seen_days = counting(false).map(|(at, _)| groups(at).collect::<Vec<bool>>());
        if !self.is_plain(seen_days.collect()) {
            return Doubt::of(say!("events of different kinds are counted on the same days"));
        }
        let cost = self.groups.len() * self.stretches.len();
        if !self.effort.spend(counting(true).count() * cost) {
            return Doubt::of(say!("values of events of different times are counted"));
        }
        let seen_values = counting(true).map(|(at, observer)| {
            let times = || self.stretches.iter().map(|stretch| observer.sees(stretch.samples[0]));
            groups(at).flat_map(|fits| times().map(move |sees| fits && sees)).collect::<Vec<bool>>()
        });
        if !self.is_plain(seen_values.collect()) {
            return Doubt::of(say!("values of events of different times are counted"));
        }
        Doubt::NONE
    }

    /// Whether of these sets any two have nothing in common or one is within the other, and those within one are within each
    /// other; not if that is too much to find out.
    fn is_plain(&self, sets: HashSet<Vec<bool>>) -> bool {
        let all: Vec<Vec<bool>> = sets.into_iter().filter(|seen| seen.contains(&true)).collect();
        let width = all.first().map_or(0, Vec::len);
        if !self.effort.spend(all.len() * all.len() * width) {
            return false;
        }
        let is_within = |one: &[bool], other: &[bool]| one.iter().zip(other).all(|(one, other)| !one || *other);
        let meets = |one: &[bool], other: &[bool]| one.iter().zip(other).any(|(one, other)| *one && *other);
        all.iter().all(|of| {
            let inner: Vec<&Vec<bool>> = all.iter().filter(|other| *other != of && is_within(other, of)).collect();
            let is_chain = |one: &&Vec<bool>| inner.iter().all(|other| is_within(one, other) || is_within(other, one));
            let overlaps = |other: &Vec<bool>| meets(of, other) && !is_within(of, other) && !is_within(other, of);
            inner.iter().all(is_chain) && !all.iter().any(overlaps)
        })
    }
}
