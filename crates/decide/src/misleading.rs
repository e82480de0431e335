//! What no rule should be made of, whoever proposes it: what knows the answer, and numbers that name leads. In: counts of
//! leads that converted and did not; out: whether a field is suspicious, and why, for people.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use crate::statistic::Ranking;

/// What one field alone seldom reaches, unless it was filled in once the answer was known.
const TOO_WELL: f64 = 0.79;

/// Of each kind, so many leads are needed to learn from.
pub(crate) const FEWEST: usize = 50;

/// How many leads did not convert, and did.
pub(crate) type Fates = [u64; 2];

/// The share of the leads that converted, 0 to 1; 0 of no leads.
pub(crate) fn rate([no, yes]: Fates) -> f64 {
    yes as f64 / (no + yes).max(1) as f64
}

/// How well values rank leads, each standing for the rate of its leads (AUC, 0.5 to 1); 0.5 where all leads are of one kind.
pub(crate) fn area(values: impl IntoIterator<Item = Fates>) -> f64 {
    let mut values: Vec<Fates> = values.into_iter().filter(|fates| *fates != [0, 0]).collect();
    values.sort_by(|a, b| rate(*a).total_cmp(&rate(*b)));
    let mut ranking = Ranking::default();
    for (place, fates) in (0..).zip(values) {
        ranking.add_all(place, fates);
    }
    ranking.area(0.0).map_or(0.5, |area| area.auc)
}

/// How well a field alone ranks leads (AUC), and why that is suspicious, where it does so too well: `unknown` and `known` are the
/// fates of leads of which it is so, `by_value` how well its values rank them.
pub(crate) fn too_well(unknown: Fates, known: Fates, by_value: f64, is_time: bool) -> Option<(f64, String)> {
    let by_presence = area([unknown, known]);
    let auc = by_presence.max(by_value);
    if auc < TOO_WELL {
        return None;
    }
    if by_presence < TOO_WELL {
        let why =
            "no single fact known beforehand tells so much, as a rule; it may be filled in or changed after a contact";
        return Some((auc, why.to_owned()));
    }
    let filled = |kind: usize| format!("{:.0} %", rate([unknown[kind], known[kind]]) * 100.0);
    let when =
        if is_time { "it may be the time of the outcome itself" } else { "it may be filled in once that is known" };
    let why =
        format!("filled in for {} of the leads that converted and {} of the others: {when}", filled(1), filled(0));
    Some((auc, why))
}

/// Numbers of leads in the order of the rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbering {
    /// How many leads have one.
    pub(crate) numbers: u64,
    /// How many different ones there are.
    pub(crate) distinct: u64,
    /// How many are greater than the one before.
    pub(crate) rising: u64,
}

impl Numbering {
    /// Why whole numbers say nothing of the leads that have them: they are another for each, and go up or down with the rows or
    /// are called a number. Of fewer than `least` nothing is said.
    pub(crate) fn why(self, name: &str, least: u64) -> Option<&'static str> {
        const NAMES: &[&str] = &["id", "nr", "no", "num", "number", "nummer", "code", "key", "uuid", "index", "row"];
        if self.numbers < least || self.distinct * 100 < self.numbers * 98 {
            return None;
        }
        if self.rising * 100 >= self.numbers * 95 || self.rising * 100 <= self.numbers * 5 {
            return Some("it counts the rows");
        }
        let is_called = name.to_lowercase().split(['_', ' ', '-']).any(|word| NAMES.contains(&word));
        is_called.then_some("another number for each lead: it names leads and says nothing of them")
    }
}
