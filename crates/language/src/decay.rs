//! How much of its points an occurrence keeps as it ages: factors with six decimal places, worked out with integers
//! alone, so that every engine can take them from the same table.

use crate::decimal::{SCALE, divide_rounded};
use crate::ir::{Decay, DecayShape};

/// The factor of an occurrence `age` full days ago, in millionths, rounded half away from zero.
#[must_use]
pub fn factor(decay: Decay, age: u32) -> i64 {
    let steps = age / decay.days;
    match decay.shape {
        DecayShape::Halving => halving(age, decay.days),
        DecayShape::Fading => {
            let left = i128::from(decay.days.saturating_sub(age));
            narrow(divide_rounded(left * SCALE, i128::from(decay.days)))
        }
        DecayShape::Linear(share) => narrow((SCALE - share.0.saturating_mul(i128::from(steps))).max(0)),
        DecayShape::Compound(share) => narrow(power(SCALE - share.0, steps)),
    }
}

/// The factors by age in days, from 0; the last one holds for every later age. Where factors are still falling after
/// `horizon` days, the table ends there: give the age of the oldest event.
#[must_use]
pub fn table(decay: Decay, horizon: u32) -> Vec<i64> {
    let mut factors = vec![factor(decay, 0)];
    for age in 1..=horizon {
        if factors.last() == Some(&0) {
            break;
        }
        factors.push(factor(decay, age));
    }
    factors
}

/// No two instants of the calendar, the years 1 to 9999, are more days apart.
const LONGEST: u32 = 3_660_000;

/// The ages in days at which the factor changes, the youngest first, and at most so many of them. If there are more, the last one is
/// that from which it changes no more.
#[must_use]
pub fn changes(decay: Decay, at_most: usize) -> Vec<u32> {
    if let DecayShape::Compound(share) = decay.shape {
        return changes_of_power(SCALE - share.0, decay.days, at_most);
    }
    let mut ages = Vec::new();
    let (mut age, last) = (0, factor(decay, LONGEST));
    while ages.len() < at_most && factor(decay, age) != last {
        let from = factor(decay, age);
        age = first_with(age, |factor| factor != from, decay);
        ages.push(age);
    }
    if ages.len() == at_most
        && let Some(oldest) = ages.last_mut()
        && factor(decay, *oldest) != last
    {
        *oldest = first_with(*oldest, |factor| factor == last, decay);
    }
    ages
}

/// The same of a power, step by step: each is worked out from the one before.
fn changes_of_power(base: i128, days: u32, at_most: usize) -> Vec<u32> {
    let mut ages = Vec::new();
    let (mut value, mut last) = (CARRIED, SCALE);
    for step in 1..=LONGEST / days.max(1) {
        value = value * base / SCALE;
        let factor = divide_rounded(value, UNIT);
        if factor != last {
            if ages.len() == at_most {
                ages.pop();
            }
            ages.push(step * days);
            last = factor;
        }
        if value < UNIT / 2 || base == SCALE {
            break;
        }
    }
    ages
}

/// The first age after this one whose factor is as wanted, which holds from then on: factors only fall.
fn first_with(after: u32, is_wanted: impl Fn(i64) -> bool, decay: Decay) -> u32 {
    let (mut before, mut reached) = (after, LONGEST);
    let mut step = 1;
    while step < LONGEST - before {
        if is_wanted(factor(decay, before + step)) {
            reached = before + step;
            break;
        }
        before += step;
        step *= 2;
    }
    while reached - before > 1 {
        let middle = before + (reached - before) / 2;
        if is_wanted(factor(decay, middle)) {
            reached = middle;
        } else {
            before = middle;
        }
    }
    reached
}

fn narrow(factor: i128) -> i64 {
    i64::try_from(factor).expect("a factor lies between 0 and 1")
}

/// One half to the power of `age / days`, with 63 places after the binary point: the whole part of the exponent is a
/// shift; each binary digit of the rest multiplies by a root of one half (`2^-1/2`, `2^-1/4`, …).
fn halving(age: u32, days: u32) -> i64 {
    let Some((scaled, shift)) = halving_scaled(age, days) else { return 0 };
    i64::try_from((scaled + (1 << (shift - 1))) >> shift).expect("a factor lies between 0 and 1")
}

/// The factor in millionths with so many places after the binary point; `None` if it is less than half a millionth.
fn halving_scaled(age: u32, days: u32) -> Option<(u128, u32)> {
    const PLACES: u32 = 63;
    let (whole, rest) = (age / days, age % days);
    if whole > 21 {
        return None;
    }
    let mut value = 1_u128 << PLACES;
    let mut root = value / 2;
    let mut fraction = u64::from(rest);
    for _ in 0..PLACES {
        if fraction == 0 {
            break;
        }
        root = (root << PLACES).isqrt();
        fraction *= 2;
        if fraction >= u64::from(days) {
            fraction -= u64::from(days);
            value = (value * root) >> PLACES;
        }
    }
    Some((value * SCALE.unsigned_abs(), PLACES + whole))
}

/// Whether binary fractions give the same factors, up to the age from which they are 0, if the millionths are taken from
/// a power and rounded: whether none is within a hundred-thousandth of a tie, apart from whole powers of two, which are
/// exact there. Up to `longest` days are looked at, and at most 20,000 steps, by which no power is off by more.
#[must_use]
pub fn is_power(decay: Decay, longest: u32) -> bool {
    const APART: u32 = 100_000;
    for age in 0..longest {
        let is_near_tie = match decay.shape {
            DecayShape::Fading | DecayShape::Linear(_) => return false,
            DecayShape::Halving => halving_scaled(age, decay.days).is_some_and(|(scaled, shift)| {
                let (unit, rest) = (1_u128 << shift, scaled & ((1 << shift) - 1));
                !age.is_multiple_of(decay.days) && rest.abs_diff(unit / 2) * u128::from(APART) < unit
            }),
            DecayShape::Compound(share) => {
                let steps = age / decay.days;
                let rest = carried(SCALE - share.0, steps).rem_euclid(UNIT);
                steps > 20_000 || rest.abs_diff(UNIT / 2) * u128::from(APART) < UNIT.unsigned_abs()
            }
        };
        if is_near_tie {
            return false;
        }
        if factor(decay, age) == 0 {
            return true;
        }
    }
    false
}

/// `base / 10^6` to the power of `steps`, in millionths. Thirty decimal places are carried: a power that could be a tie
/// at the seventh place has no more than seven, so it is exact.
fn power(base: i128, steps: u32) -> i128 {
    divide_rounded(carried(base, steps), UNIT)
}

const CARRIED: i128 = 1_000_000_000_000_000_000_000_000_000_000;
const UNIT: i128 = CARRIED / SCALE;

/// The power with all places that are carried.
fn carried(base: i128, steps: u32) -> i128 {
    let mut value = CARRIED;
    for _ in 0..steps {
        value = value * base / SCALE;
        if value < UNIT / 2 || base == SCALE {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;

    fn factors(shape: DecayShape, days: u32, ages: &[u32]) -> Vec<i64> {
        ages.iter().map(|&age| factor(Decay { shape, days }, age)).collect()
    }

    #[test]
    fn halving_follows_the_power() {
        let ages = [0, 1, 15, 30, 45, 60, 210, 600, 660, 10_000];
        let expected = [1_000_000, 977_160, 707_107, 500_000, 353_553, 250_000, 7_813, 1, 0, 0];
        assert_eq!(factors(DecayShape::Halving, 30, &ages), expected);
    }

    #[test]
    fn changes_are_where_the_table_changes() {
        let share = |percent: i128| Decimal(percent * SCALE / 100);
        let shapes = [
            (DecayShape::Halving, 3),
            (DecayShape::Halving, 400_000_000),
            (DecayShape::Fading, 50),
            (DecayShape::Fading, 90_000),
            (DecayShape::Linear(share(25)), 2_000),
            (DecayShape::Linear(share(30)), 1),
            (DecayShape::Compound(share(20)), 365),
            (DecayShape::Compound(share(99)), 4_000),
            (DecayShape::Compound(Decimal(1)), 1),
        ];
        for (shape, days) in shapes {
            let decay = Decay { shape, days };
            let table = table(decay, 60_000);
            let wanted = table.windows(2).enumerate().filter(|(_, two)| two[0] != two[1]);
            let wanted: Vec<u32> = wanted.map(|(age, _)| u32::try_from(age).unwrap() + 1).take(20).collect();
            let found = changes(decay, 21);
            let all = found.len() < 21;
            let near: Vec<u32> = found.iter().copied().take(20).filter(|age| *age <= 60_000).collect();
            assert_eq!(near, wanted, "{decay:?}");
            let (last, settled) = (factor(decay, LONGEST), *found.last().unwrap());
            assert!(all || found[19] < settled, "{decay:?}");
            assert_eq!(factor(decay, settled), last, "{decay:?}");
            assert!(factor(decay, settled - 1) > last, "{decay:?}");
        }
    }

    #[test]
    fn halving_agrees_with_floating_point() {
        for days in [1, 2, 3, 7, 30, 90, 365] {
            for age in 0..days * 22 {
                let exact = 1e6 * (-f64::from(age) / f64::from(days)).exp2();
                let off =
                    exact - f64::from(u32::try_from(factor(Decay { shape: DecayShape::Halving, days }, age)).unwrap());
                assert!(off.abs() <= 0.500_001, "{age}/{days}: {off}");
            }
        }
    }

    #[test]
    fn fading_and_losing() {
        assert_eq!(factors(DecayShape::Fading, 90, &[0, 30, 89, 90, 91]), [1_000_000, 666_667, 11_111, 0, 0]);
        let quarter = Decimal(250_000);
        assert_eq!(
            factors(DecayShape::Linear(quarter), 30, &[29, 30, 90, 120, 150]),
            [1_000_000, 750_000, 250_000, 0, 0]
        );
        assert_eq!(
            factors(DecayShape::Compound(quarter), 30, &[29, 30, 60, 90]),
            [1_000_000, 750_000, 562_500, 421_875]
        );
        assert_eq!(factors(DecayShape::Compound(Decimal(500_000)), 1, &[7, 40]), [7_813, 0]);
    }

    #[test]
    fn a_table_ends_where_nothing_is_left() {
        let table = table(Decay { shape: DecayShape::Fading, days: 3 }, 1_000);
        assert_eq!(table, [1_000_000, 666_667, 333_333, 0]);
    }

    #[test]
    fn powers_are_taken_where_nothing_is_near_a_tie() {
        let quarter = Decimal(250_000);
        let is_power = |shape, days| super::is_power(Decay { shape, days }, 20_000);
        assert!(is_power(DecayShape::Halving, 30));
        assert!(is_power(DecayShape::Halving, 1), "1/2^7 is a tie, and exact");
        assert!(is_power(DecayShape::Compound(quarter), 28));
        assert!(!is_power(DecayShape::Compound(Decimal(500_000)), 30), "a tie that is no power of two there");
        assert!(!is_power(DecayShape::Compound(Decimal(1)), 1), "too many steps");
        assert!(!is_power(DecayShape::Fading, 60));
    }
}
