//! What no rule should be made of, whoever proposes it: what knows the answer, and numbers that name leads. In: counts of
//! leads that converted and did not; out: whether a field is suspicious, and why, for people.
#![expect(clippy::cast_precision_loss, reason = "counts of leads stay far under 2^52")]

use leadrules_language::words::{Text, say};

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

/// How well a field alone ranks leads (AUC), and why that is suspicious, where it does so too well or only leads of one kind have
/// it: `unknown` and `known` are the fates of leads of which it is so, `by_value` how well its values rank them.
pub(crate) fn too_well(unknown: Fates, known: Fates, by_value: f64, is_time: bool) -> Option<(f64, Text)> {
    let by_presence = area([unknown, known]);
    let auc = by_presence.max(by_value);
    if by_presence >= TOO_WELL || is_of_one_kind(unknown, known) {
        let filled = |kind: usize| Text::percent(rate([unknown[kind], known[kind]]), 0);
        let (converted, others) = (filled(1), filled(0));
        let why = if is_time {
            say!(
                "filled in for {converted} of the leads that converted and {others} of the others: it may be the time of the outcome itself",
                converted,
                others
            )
        } else {
            say!(
                "filled in for {converted} of the leads that converted and {others} of the others: it may be filled in once that is known",
                converted,
                others
            )
        };
        return Some((auc, why));
    }
    let why = say!(
        "no single fact known beforehand tells so much, as a rule; it may be filled in or changed after a contact"
    );
    (auc >= TOO_WELL).then_some((auc, why))
}

/// Whether only leads that converted have a field, or only others, where chance would give it to at least ten of either.
fn is_of_one_kind(unknown: Fates, known: Fates) -> bool {
    let all = [unknown[0] + known[0], unknown[1] + known[1]];
    let expected = |kind: usize| (known[0] + known[1]) as f64 * all[kind] as f64 / (all[0] + all[1]).max(1) as f64;
    let is_missing = |kind: usize| known[kind] == 0 && expected(kind) >= 10.0;
    is_missing(0) || is_missing(1)
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
    pub(crate) fn why(self, name: &str, least: u64) -> Option<Text> {
        const NAMES: &[&str] = &["id", "nr", "no", "num", "number", "nummer", "code", "key", "uuid", "index", "row"];
        if self.numbers < least || self.distinct * 100 < self.numbers * 98 {
            return None;
        }
        if (self.rising + 1) * 100 >= self.numbers * 95 || self.rising * 100 <= self.numbers * 5 {
            return Some(say!("it counts the rows"));
        }
        let is_called = name.to_lowercase().split(['_', ' ', '-']).any(|word| NAMES.contains(&word));
        is_called.then(|| say!("another number for each lead: it names leads and says nothing of them"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_leads_of_one_kind_have_is_suspicious() {
        let seen = |unknown, known| too_well(unknown, known, 0.5, false).map(|(auc, _)| (auc * 1000.0).round());
        // 30 of 100 winners and none of 300 others: chance would have given it to more than 22 of these.
        assert_eq!(seen([300, 70], [0, 30]), Some(650.0));
        assert_eq!(seen([300, 70], [1, 30]), None);
        // None of 100 winners, where chance would have given it to 10, and to 9.
        assert_eq!(seen([260, 100], [40, 0]), Some(567.0));
        assert_eq!(seen([264, 100], [36, 0]), None);
        // Who converts nearly always has all there is.
        assert_eq!(seen([5, 300], [0, 100]), None);
        // By its share, though some of the others have it.
        assert_eq!(seen([290, 20], [10, 80]), Some(883.0));
    }

    #[test]
    fn values_stand_for_their_rates() {
        assert!((area([[50, 0], [50, 50], [0, 50]]) - 0.875).abs() < 1e-9);
        assert!((area([[0, 50], [50, 0]]) - 1.0).abs() < 1e-9);
        assert!((area([[10, 0]]) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn numbers_that_rise_or_are_called_so_name_leads() {
        let why = |numbers, distinct, rising, name: &str| {
            let why = Numbering { numbers, distinct, rising }.why(name, 5);
            why.map(|why| why.to_string()).unwrap_or_default()
        };
        assert_eq!(why(12, 12, 11, "x"), "it counts the rows");
        assert_eq!(why(100, 100, 0, "x"), "it counts the rows");
        assert_eq!(why(100, 100, 50, "x"), "");
        assert!(why(100, 99, 50, "lead_nr").contains("names leads"));
        assert_eq!(why(100, 90, 99, "lead_nr"), "");
        assert_eq!(why(4, 4, 3, "row"), "");
    }
}
