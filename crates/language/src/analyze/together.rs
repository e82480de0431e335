//! How many leads of which kind come to what is wanted of them together. In: what each kind of lead adds to what is gathered; out: numbers
//! of leads of each kind, those that come to it first.

use std::collections::BTreeMap;

use crate::decimal::{SCALE, divide_rounded};
use crate::ir::{Gathered, Over};

/// What is wanted of something that is gathered.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Want {
    Unknown,
    /// From the one to the other, in millionths.
    Within(i128, i128),
}

/// What is wanted of each thing that is gathered; `None` where anything will do.
pub(super) struct Wanted(pub(super) Vec<Option<Want>>);

/// The value of a lead for each thing that is gathered; `None` where it is not one of those it is made of.
pub(super) struct Contribution(pub(super) Vec<Option<i128>>);

/// Leads by kind: which, and how many.
pub(super) type Way = Vec<(usize, usize)>;

/// At most this many ways that come to it are given.
const MOST_FITTING: usize = 24;

/// Of those that come to all but the same things, this many.
const MOST_ALIKE_SHORT: usize = 3;

/// No more leads of one kind than this.
const MOST_ALIKE: i128 = 200;

/// So many ways are looked at.
const MOST_LOOKS: usize = 60_000;

/// Ways that come to what is wanted, together with the leads that are there; and a few that come to most of it, since more may be wanted
/// than is needed.
pub(super) fn ways(
    gathered: &[Gathered],
    wanted: &Wanted,
    there: &[&Contribution],
    kinds: &[&Contribution],
) -> (Vec<Way>, Vec<Way>) {
    let numbers = numbers(gathered, wanted, kinds);
    let mut fits = Vec::new();
    let mut short: BTreeMap<Vec<usize>, Vec<Way>> = BTreeMap::new();
    let mut looks = MOST_LOOKS;
    let mut look = |way: Way| {
        looks = looks.saturating_sub(1);
        let missed = missed(gathered, wanted, there, kinds, &way);
        if missed.is_empty() {
            fits.push(way);
        } else {
            let alike = short.entry(missed).or_default();
            if alike.len() < MOST_ALIKE_SHORT {
                alike.push(way);
            }
        }
        fits.len() < MOST_FITTING && looks > 0
    };
    let all = 0..kinds.len();
    let none = std::iter::once(Way::new());
    let one = all.clone().flat_map(|kind| numbers.iter().map(move |count| vec![(kind, *count)]));
    let two = all.clone().flat_map(|kind| (0..kind).map(move |other| (kind, other))).flat_map(|(kind, other)| {
        numbers.iter().flat_map(move |count| [vec![(kind, *count), (other, 1)], vec![(other, *count), (kind, 1)]])
    });
    let three = all.clone().flat_map(|kind| {
        (0..kind).flat_map(move |other| (0..other).map(move |third| vec![(kind, 1), (other, 1), (third, 1)]))
    });
    let pairs: Vec<(usize, usize)> =
        numbers.iter().flat_map(|count| numbers.iter().map(move |more| (*count, *more))).collect();
    let many = all.flat_map(|kind| (0..kind).map(move |other| (kind, other))).flat_map(|(kind, other)| {
        let several = pairs.iter().filter(|(count, more)| *count > 1 && *more > 1);
        several.map(move |(count, more)| vec![(kind, *count), (other, *more)])
    });
    let mut all = none.chain(one).chain(two).chain(three).chain(many);
    while all.next().is_some_and(&mut look) {}
    let mut short: Vec<(Vec<usize>, Vec<Way>)> = short.into_iter().collect();
    short.sort_by_key(|(missed, _)| missed.len());
    (fits, short.into_iter().flat_map(|(_, ways)| ways).collect())
}

/// How many leads of one kind may be needed.
fn numbers(gathered: &[Gathered], wanted: &Wanted, kinds: &[&Contribution]) -> Vec<usize> {
    let mut numbers: Vec<i128> = vec![1, 2, 3];
    for (at, (gathered, want)) in gathered.iter().zip(&wanted.0).enumerate() {
        let Some(Want::Within(low, high)) = want else { continue };
        match gathered.of {
            Over::Count | Over::CountOthers => numbers.extend([low / SCALE, low / SCALE - 1, high / SCALE]),
            Over::Total(_) => {
                let values = kinds.iter().filter_map(|kind| kind.0[at]).filter(|value| *value != 0);
                numbers.extend(values.flat_map(|value| [low / value, low / value + 1, high / value]));
            }
            Over::Average(_) | Over::Highest(_) | Over::Lowest(_) => {}
        }
    }
    numbers.retain(|number| (1..=MOST_ALIKE).contains(number));
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| usize::try_from(number).ok()).take(12).collect()
}

/// To what that is wanted leads do not come.
fn missed(
    gathered: &[Gathered],
    wanted: &Wanted,
    there: &[&Contribution],
    kinds: &[&Contribution],
    way: &[(usize, usize)],
) -> Vec<usize> {
    let comes_to = |at: usize, gathered: &Gathered, want: &Option<Want>| {
        let Some(want) = want else { return true };
        let more = way.iter().map(|(kind, count)| (kinds[*kind].0[at], *count));
        let values = there.iter().map(|one| (one.0[at], 1)).chain(more);
        let values: Vec<(i128, i128)> =
            values.filter_map(|(value, count)| Some((value?, i128::try_from(count).ok()?))).collect();
        let number: i128 = values.iter().map(|(_, count)| count).sum();
        let total: i128 = values.iter().map(|(value, count)| value * count).sum();
        let came = match gathered.of {
            Over::Count | Over::CountOthers => Some(number * SCALE),
            Over::Total(_) => Some(total),
            Over::Average(_) => (number > 0).then(|| divide_rounded(total, number)),
            Over::Highest(_) => values.iter().map(|(value, _)| *value).max(),
            Over::Lowest(_) => values.iter().map(|(value, _)| *value).min(),
        };
        match (want, came) {
            (Want::Unknown, None) => true,
            (Want::Within(low, high), Some(came)) => *low <= came && came <= *high,
            (Want::Unknown, Some(_)) | (Want::Within(..), None) => false,
        }
    };
    let all = gathered.iter().zip(&wanted.0).enumerate();
    all.filter(|(at, (gathered, want))| !comes_to(*at, gathered, want)).map(|(at, _)| at).collect()
}
