//! Which leads are held out, to try on them what was learnt from the others: the latest, if it is known when each came
//! or was decided, otherwise some by their keys. In: keys and a seed, or moments; out: yes or no. The same data gives
//! the same answer on any machine, in any order of the leads.

use arrow_array::Array;
use leadrules_engine::columns::Leads;
use leadrules_language::calendar::{Instant, format_day};
use leadrules_language::ir::Rules;
use leadrules_language::types::Truth;

use crate::sample::{Clock, Part};
use crate::statistic::drawn;

/// Which leads are held out.
#[derive(Clone, Debug, PartialEq)]
pub enum HeldOut {
    /// Some, by their keys and a seed.
    ByKey {
        /// Decides which leads those are.
        seed: u64,
        /// The share, 0 to 1.
        share: f64,
    },
    /// Those from an instant on
    Latest {
        /// What says when.
        by: Clocked,
        /// The first instant of those held out.
        from: Instant,
    },
}

/// What says when, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocked {
    pub(super) clock: Clock,
    /// Its name.
    pub name: String,
}

impl HeldOut {
    /// Whether a lead of a batch is held out.
    #[must_use]
    pub fn has(&self, rules: &Rules, part: &Part, row: usize) -> bool {
        match self {
            Self::ByKey { seed, share } => by_key(key(&part.leads, row), *seed, *share),
            Self::Latest { by, from } => by.clock.of(rules, part, row).is_some_and(|moment| moment >= *from),
        }
    }

    /// When a lead of a batch came or was decided, if that decides.
    pub(super) fn moment(&self, rules: &Rules, part: &Part, row: usize) -> Option<Instant> {
        match self {
            Self::ByKey { .. } => None,
            Self::Latest { by, .. } => by.clock.of(rules, part, row),
        }
    }

    /// Leaves the batch with an outcome only for the leads held out, and with the month of each if it is known.
    pub fn keep(&self, rules: &Rules, part: &mut Part) {
        for row in 0..part.outcome.len() {
            if !self.has(rules, part, row) {
                part.outcome[row] = Truth::Unknown;
            }
            if let Self::Latest { by, .. } = self
                && let Some(moment) = by.clock.of(rules, part, row)
            {
                part.months[row] = Some(format_day(rules.zone.day_of(moment))[..7].to_owned());
            }
        }
    }
}

/// The key of a lead; empty if it has none.
pub(super) fn key(leads: &Leads, row: usize) -> &str {
    if leads.keys.is_valid(row) { leads.keys.value(row) } else { "" }
}

/// The instant from which on about this share of the leads lies; `None` if most leads, of those that converted or of
/// the others, have no moment, or nearly all have the same one.
pub(super) fn latest(moments: &[(Option<Instant>, bool)], share: f64) -> Option<Instant> {
    for kind in [true, false] {
        let of_kind = moments.iter().filter(|(_, converted)| *converted == kind);
        let known = of_kind.clone().filter(|(moment, _)| moment.is_some()).count();
        if known * 10 < of_kind.count() * 9 {
            return None;
        }
    }
    let mut sorted: Vec<Instant> = moments.iter().filter_map(|(moment, _)| *moment).collect();
    sorted.sort_unstable();
    let at = whole(sorted.len(), 1.0 - share);
    let from = *sorted.get(at)?;
    // All leads of one instant stay together, on the side where they change the share least.
    let (below, above) =
        (sorted.partition_point(|moment| *moment < from), sorted.partition_point(|moment| *moment <= from));
    let cut = if at - below <= above - at || above == sorted.len() { below } else { above };
    let held = sorted.len() - cut;
    let is_fair = held * 20 >= sorted.len() && cut * 20 >= sorted.len();
    is_fair.then(|| sorted[cut])
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of leads"
)]
fn whole(count: usize, share: f64) -> usize {
    (count as f64 * share) as usize
}

/// Whether the lead with this key is held out, given that a `share` (0 to 1) of all leads is.
#[must_use]
pub fn by_key(key: &str, seed: u64, share: f64) -> bool {
    drawn(key, seed) < share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_a_share_by_key() {
        let held = |seed| (0..10_000).filter(|key| by_key(&key.to_string(), seed, 0.3)).count();
        assert!((2800..3200).contains(&held(1)), "{}", held(1));
        let both = (0..10_000).filter(|key| by_key(&key.to_string(), 1, 0.3) && by_key(&key.to_string(), 2, 0.3));
        assert!((700..1100).contains(&both.count()), "seeds part leads independently of each other");
    }

    #[test]
    fn the_latest_are_held_out_where_it_is_known_of_both_kinds() {
        let moments: Vec<(Option<Instant>, bool)> = (0..100).map(|at| (Some(at / 10), at % 2 == 0)).collect();
        assert_eq!(latest(&moments, 0.3), Some(7));
        assert_eq!(latest(&moments, 0.27), Some(7));
        // Only those that converted have a moment, so it says nothing about the others.
        let of_winners: Vec<(Option<Instant>, bool)> =
            moments.iter().map(|(at, converted)| (at.filter(|_| *converted), *converted)).collect();
        assert_eq!(latest(&of_winners, 0.3), None);
        assert_eq!(latest(&[(Some(1), true), (Some(1), false)], 0.3), None);
    }
}
