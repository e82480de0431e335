//! What numbers of events can add up to. In: the observers that add them up, and events, each with a number between two
//! bounds; out: for each history the totals that rules tell apart, with numbers that give them.
//!
//! Events that the same totals count form one piece, and the sum of a piece is any number between the sum of the least
//! and the sum of the greatest that its events can hold. So pieces do not depend on each other, and a total is a sum of
//! some of them. Which totals can occur together is decided by the bounds alone (bounds consistency of linear
//! constraints; Schulte and Stuckey, "When do bounds and domain propagation lead to the same search space?", 2005);
//! numbers are then chosen for those that the bounds allow, and where none are found, nothing is called impossible.

use super::observe::{Observer, What};
use crate::decimal::SCALE;
use crate::ir::PropertyId;

/// Greater than any sum.
const ENDLESS: i128 = 1_000_000_000_000_000_000_000_000_000_000;

/// How many times bounds are narrowed.
const ROUNDS: usize = 20;

/// From and to, both included, in millionths.
pub(super) type Bounds = (i128, i128);

/// Events that the same totals count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    property: PropertyId,
    /// The totals that count them, by index.
    totals: Vec<usize>,
}

/// A total that rules look at.
#[derive(Clone, Debug)]
struct Total {
    /// Its index among the observers.
    observer: usize,
    property: PropertyId,
    /// Values that no rule tells apart, in order.
    regions: Vec<Bounds>,
    /// Sums beyond this are all alike.
    most: i128,
    is_whole: bool,
}

/// The totals that rules look at, and their pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    totals: Vec<Total>,
    pieces: Vec<Piece>,
}

/// The sums that the pieces of a history can have: two numbers each, the least and the greatest.
type Reached<'a> = &'a [i128];

impl Sums {
    /// The totals among these observers. `is_whole` says whether a property holds whole numbers.
    pub(super) fn new(observers: &[&Observer], is_whole: impl Fn(PropertyId) -> bool) -> Self {
        let total = |(at, observer): (usize, &&Observer)| match observer.what {
            What::Total(property) => Some(Total {
                observer: at,
                property,
                regions: regions(&observer.borders),
                most: observer.most,
                is_whole: is_whole(property),
            }),
            _ => None,
        };
        Self { totals: observers.iter().enumerate().filter_map(total).collect(), pieces: Vec::new() }
    }

    /// How many numbers a history keeps for them.
    pub(super) fn width(&self) -> usize {
        self.pieces.len() * 2
    }

    /// The observers that add up.
    pub(super) fn observers(&self) -> impl Iterator<Item = (usize, PropertyId)> {
        self.totals.iter().map(|total| (total.observer, total.property))
    }

    /// The piece of events whose property these observers count; `None` if none does.
    pub(super) fn piece(&mut self, property: PropertyId, counts: impl Fn(usize) -> bool) -> Option<usize> {
        let mine = |(at, total): (usize, &Total)| (total.property == property && counts(total.observer)).then_some(at);
        let totals: Vec<usize> = self.totals.iter().enumerate().filter_map(mine).collect();
        if totals.is_empty() {
            return None;
        }
        let piece = Piece { property, totals };
        let known = self.pieces.iter().position(|other| *other == piece);
        Some(known.unwrap_or_else(|| {
            self.pieces.push(piece);
            self.pieces.len() - 1
        }))
    }

    /// Adds an event to a piece. A bound that is beyond everything that matters stays there.
    pub(super) fn add(&self, reached: &mut [i128], piece: usize, (low, high): Bounds) {
        let most = self.pieces[piece].totals.iter().map(|total| self.totals[*total].most).max().unwrap_or(0);
        let (least, greatest) = (reached[piece * 2], reached[piece * 2 + 1]);
        if least > -most {
            reached[piece * 2] = (least + low).clamp(-most, most);
        }
        if greatest < most {
            reached[piece * 2 + 1] = (greatest + high).clamp(-most, most);
        }
    }

    /// Whether all sums of a history are among those of another.
    pub(super) fn within(one: Reached<'_>, other: Reached<'_>) -> bool {
        one.chunks(2).zip(other.chunks(2)).all(|(one, other)| other[0] <= one[0] && one[1] <= other[1])
    }

    /// Calls `take` with the totals that a history may have, each by its region, and the bounds of its pieces in that
    /// case. Stops, and returns false, once `take` returns false.
    pub(super) fn each(&self, reached: Reached<'_>, take: &mut dyn FnMut(&[usize], &[Bounds]) -> bool) -> bool {
        let bounds = self.pieces.iter().zip(reached.chunks(2)).map(|(piece, of)| {
            let most = piece.totals.iter().map(|total| self.totals[*total].most).max().unwrap_or(0);
            (if of[0] <= -most { -ENDLESS } else { of[0] }, if of[1] >= most { ENDLESS } else { of[1] })
        });
        self.each_from(&bounds.collect::<Vec<_>>(), &mut Vec::new(), take)
    }

    fn each_from(
        &self,
        bounds: &[Bounds],
        chosen: &mut Vec<usize>,
        take: &mut dyn FnMut(&[usize], &[Bounds]) -> bool,
    ) -> bool {
        let Some(total) = self.totals.get(chosen.len()) else { return take(chosen, bounds) };
        for region in 0..total.regions.len() {
            chosen.push(region);
            let goes_on = self.closer(bounds, chosen).is_none_or(|closer| self.each_from(&closer, chosen, take));
            chosen.pop();
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// The pieces that a total counts.
    fn pieces_of(&self, total: usize) -> impl Iterator<Item = usize> + Clone {
        self.pieces.iter().enumerate().filter(move |(_, piece)| piece.totals.contains(&total)).map(|(at, _)| at)
    }

    /// The bounds of the pieces if the first totals lie in these regions; `None` if they can't.
    fn closer(&self, bounds: &[Bounds], chosen: &[usize]) -> Option<Vec<Bounds>> {
        let wanted = chosen.iter().enumerate().map(|(at, region)| (at, self.totals[at].regions[*region]));
        self.drawn(bounds.to_vec(), &wanted.collect::<Vec<_>>())
    }

    /// Narrows the bounds of pieces, given those of totals.
    fn drawn(&self, mut bounds: Vec<Bounds>, wanted: &[(usize, Bounds)]) -> Option<Vec<Bounds>> {
        for _ in 0..ROUNDS {
            let before = bounds.clone();
            for (total, (low, high)) in wanted {
                let mine = self.pieces_of(*total);
                let least: i128 = mine.clone().map(|at| bounds[at].0).sum();
                let greatest: i128 = mine.clone().map(|at| bounds[at].1).sum();
                if greatest < *low || least > *high {
                    return None;
                }
                for at in mine {
                    let (from, to) = bounds[at];
                    let from = from.max(low - (greatest - to));
                    let to = to.min(high - (least - bounds[at].0));
                    let (from, to) = if self.totals[*total].is_whole { whole((from, to)) } else { (from, to) };
                    if from > to {
                        return None;
                    }
                    bounds[at] = (from, to);
                }
            }
            if bounds == before {
                break;
            }
        }
        Some(bounds)
    }

    /// Numbers for the pieces such that the totals lie in these regions, near the pieces' present numbers; `None` if
    /// none are found. Totals of few pieces are settled first.
    pub(super) fn chosen(&self, bounds: &[Bounds], regions: &[usize], now: &[i128]) -> Option<Vec<i128>> {
        let wanted: Vec<(usize, Bounds)> =
            regions.iter().enumerate().map(|(at, region)| (at, self.totals[at].regions[*region])).collect();
        let mut order: Vec<usize> = (0..self.totals.len()).collect();
        order.sort_by_key(|total| self.pieces_of(*total).count());
        self.settled(bounds.to_vec(), &wanted, &order, now)
    }

    fn settled(
        &self,
        bounds: Vec<Bounds>,
        wanted: &[(usize, Bounds)],
        order: &[usize],
        now: &[i128],
    ) -> Option<Vec<i128>> {
        let Some((total, rest)) = order.split_first() else {
            return self.free(bounds, wanted, now);
        };
        let (low, high) = wanted[*total].1;
        let mine = self.pieces_of(*total);
        let from = mine.clone().map(|at| bounds[at].0).sum::<i128>().max(low);
        let to = mine.clone().map(|at| bounds[at].1).sum::<i128>().min(high);
        let as_now: i128 = mine.map(|at| now[at]).sum();
        [as_now, plainest(from, to), from, to].into_iter().filter(|sum| (from..=to).contains(sum)).find_map(|sum| {
            let mut wanted = wanted.to_vec();
            wanted[*total].1 = (sum, sum);
            let bounds = self.drawn(bounds.clone(), &wanted)?;
            self.settled(bounds, &wanted, rest, now)
        })
    }

    /// Numbers for pieces whose totals are settled.
    fn free(&self, mut bounds: Vec<Bounds>, wanted: &[(usize, Bounds)], now: &[i128]) -> Option<Vec<i128>> {
        for at in 0..bounds.len() {
            let (from, to) = bounds[at];
            let sum = if (from..=to).contains(&now[at]) { now[at] } else { plainest(from, to) };
            bounds[at] = (sum, sum);
            bounds = self.drawn(bounds, wanted)?;
        }
        Some(bounds.into_iter().map(|(sum, _)| sum).collect())
    }

    /// The total of these sums for each observer that adds up.
    pub(super) fn observed(&self, sums: &[i128]) -> impl Iterator<Item = (usize, i128)> {
        self.totals
            .iter()
            .enumerate()
            .map(move |(at, total)| (total.observer, self.pieces_of(at).map(|piece| sums[piece]).sum()))
    }

    /// The property that a piece adds up.
    pub(super) fn property(&self, piece: usize) -> PropertyId {
        self.pieces[piece].property
    }
}

/// Changes the numbers of events as little as possible so that they add up to `sum`; false if their bounds do not allow
/// it.
pub(super) fn shared(values: &mut [i128], bounds: &[Bounds], sum: i128) -> bool {
    let mut missing = sum - values.iter().sum::<i128>();
    for (value, (low, high)) in values.iter_mut().zip(bounds) {
        let moved = (*value + missing).clamp(*low, *high);
        missing -= moved - *value;
        *value = moved;
    }
    missing == 0
}

/// The ranges of values that these borders do not separate.
fn regions(borders: &[i128]) -> Vec<Bounds> {
    let mut borders = borders.to_vec();
    borders.sort_unstable();
    borders.dedup();
    let mut regions = Vec::new();
    let mut from = -ENDLESS;
    for border in borders {
        regions.extend([(from, border - 1), (border, border)]);
        from = border + 1;
    }
    regions.push((from, ENDLESS));
    regions.retain(|(from, to)| from <= to);
    regions
}

fn whole((from, to): Bounds) -> Bounds {
    (-(-from).div_euclid(SCALE) * SCALE, to.div_euclid(SCALE) * SCALE)
}

/// The plainest number within these bounds: zero, or one with as few decimal places as possible, near the bound closest
/// to zero.
fn plainest(from: i128, to: i128) -> i128 {
    if from <= 0 && 0 <= to {
        return 0;
    }
    let near = |unit: i128| {
        let up = -(-from).div_euclid(unit) * unit;
        let down = to.div_euclid(unit) * unit;
        let value = if from > 0 { up } else { down };
        (from..=to).contains(&value).then_some(value)
    };
    [SCALE, SCALE / 10, SCALE / 100].into_iter().find_map(near).unwrap_or(from)
}
