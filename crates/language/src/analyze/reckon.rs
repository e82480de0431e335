//! What is calculated from several fields, or from one in a way that is not monotonic: `revenue / employees`,
//! `a * a - b`. In: such a quantity, and what its fields can hold; out: the values it can have (never too few, by
//! interval arithmetic with the language's own rounding), and values of the fields that give it a wanted value.
//!
//! Moore, Kearfott and Cloud, "Introduction to Interval Analysis", 2009, chapters 2 and 5: the image of a box under each
//! operation is taken from its corners; where a field occurs twice the result is only wider.

use crate::ast::Arithmetic;
use crate::calendar::Day;
use crate::decimal::{Decimal, RESULT_LIMIT, SCALE};
use crate::ir::{Quantity, QuantityKind, Rules, Subject};

/// A quantity over numbered values: numbers in millionths, dates as days.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    Constant(Decimal),
    Number(usize),
    /// The days from the date to today.
    DaysSince(usize, Day),
    Binary(Arithmetic, Box<Expr>, Box<Expr>),
}

/// The values that a quantity can have.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Image {
    /// The least and the greatest, in millionths.
    pub(super) known: Option<(i128, i128)>,
    /// Whether it can be unknown: through a division by zero, or a magnitude of 10^18.
    pub(super) unknown: bool,
}

impl Expr {
    /// A quantity of fields alone; `place` numbers them. `None` if events, scores or properties are in it.
    pub(super) fn of(
        rules: &Rules,
        today: Day,
        quantity: &Quantity,
        place: &mut dyn FnMut(Subject) -> usize,
    ) -> Option<Self> {
        Some(match &rules.plain(quantity).kind {
            QuantityKind::Constant(value) => Self::Constant(*value),
            QuantityKind::Field(id) => Self::Number(place(Subject::Field(*id))),
            QuantityKind::DaysSince(subject @ Subject::Field(_)) => Self::DaysSince(place(*subject), today),
            QuantityKind::Binary(operation, left, right) => {
                let left = Self::of(rules, today, left, place)?;
                Self::Binary(*operation, left.into(), Self::of(rules, today, right, place)?.into())
            }
            QuantityKind::DaysSince(_)
            | QuantityKind::Property(_)
            | QuantityKind::Score(_)
            | QuantityKind::Defined(_)
            | QuantityKind::Aggregate(..) => return None,
        })
    }

    /// Its value, if it is known.
    pub(super) fn value(&self, values: &[i128]) -> Option<Decimal> {
        match self {
            Self::Constant(value) => Some(*value),
            Self::Number(at) => Some(Decimal(values[*at])),
            Self::DaysSince(at, today) => Some(Decimal((i128::from(*today) - values[*at]) * SCALE)),
            Self::Binary(operation, left, right) => operate(*operation, left.value(values)?, right.value(values)?),
        }
    }

    /// The values it can have if each of its own lies between two ends.
    pub(super) fn image(&self, spans: &[(i128, i128)]) -> Image {
        match self {
            Self::Constant(value) => Image { known: Some((value.0, value.0)), unknown: false },
            Self::Number(at) => Image { known: Some(spans[*at]), unknown: false },
            Self::DaysSince(at, today) => {
                let (first, last) = spans[*at];
                let days = |day: i128| (i128::from(*today) - day) * SCALE;
                Image { known: Some((days(last), days(first))), unknown: false }
            }
            Self::Binary(operation, left, right) => {
                let (left, right) = (left.image(spans), right.image(spans));
                let mut image = Image { known: None, unknown: left.unknown || right.unknown };
                let (Some(a), Some(b)) = (left.known, right.known) else { return image };
                // A divisor is taken below and above zero separately.
                let parts: Vec<(i128, i128)> = if *operation == Arithmetic::Divide {
                    image.unknown |= b.0 <= 0 && 0 <= b.1;
                    [(b.0, b.1.min(-1)), (b.0.max(1), b.1)].into_iter().filter(|(low, high)| low <= high).collect()
                } else {
                    vec![b]
                };
                for b in parts {
                    for (x, y) in [(a.0, b.0), (a.0, b.1), (a.1, b.0), (a.1, b.1)] {
                        let made = operate(*operation, Decimal(x), Decimal(y));
                        image.unknown |= made.is_none();
                        let end = made.map_or_else(|| beyond(*operation, x, y), |made| made.0);
                        image.known = Some(image.known.map_or((end, end), |(low, high)| (low.min(end), high.max(end))));
                    }
                }
                image
            }
        }
    }
}

/// The last value that is still known, on the side where values are too great to be.
fn beyond(operation: Arithmetic, x: i128, y: i128) -> i128 {
    let is_up = match operation {
        Arithmetic::Add => x > 0,
        Arithmetic::Subtract => x > y,
        Arithmetic::Multiply | Arithmetic::Divide => (x > 0) == (y > 0),
    };
    if is_up { RESULT_LIMIT - 1 } else { 1 - RESULT_LIMIT }
}

fn operate(operation: Arithmetic, left: Decimal, right: Decimal) -> Option<Decimal> {
    match operation {
        Arithmetic::Add => left.checked_add(right),
        Arithmetic::Subtract => left.checked_sub(right),
        Arithmetic::Multiply => left.checked_mul(right),
        Arithmetic::Divide => left.checked_div(right),
    }
}

/// What is asked of values together.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// The value of a quantity.
    Value(Expr),
    /// How two quantities compare.
    Order(Expr, Expr),
}

/// An answer: that it is not known, that it lies between two values (in millionths), or how two quantities compare.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Unknown,
    Within(i128, i128),
    Ordered(std::cmp::Ordering),
}

impl Asked {
    /// Whether values between these ends can give the answer; a yes may be mistaken, a no never is.
    pub(super) fn can_be(&self, spans: &[(i128, i128)], answer: Answer) -> bool {
        use std::cmp::Ordering;
        match self {
            Self::Value(expr) => {
                let image = expr.image(spans);
                match answer {
                    Answer::Unknown => image.unknown,
                    Answer::Within(low, high) => image.known.is_some_and(|(from, to)| from <= high && low <= to),
                    Answer::Ordered(_) => false,
                }
            }
            Self::Order(left, right) => {
                let (left, right) = (left.image(spans), right.image(spans));
                let both = left.known.zip(right.known);
                match answer {
                    Answer::Unknown => left.unknown || right.unknown,
                    Answer::Within(..) => false,
                    Answer::Ordered(Ordering::Less) => both.is_some_and(|(a, b)| a.0 < b.1),
                    Answer::Ordered(Ordering::Equal) => both.is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1),
                    Answer::Ordered(Ordering::Greater) => both.is_some_and(|(a, b)| a.1 > b.0),
                }
            }
        }
    }

    /// Whether these values give the answer.
    pub(super) fn is(&self, values: &[i128], answer: Answer) -> bool {
        match self {
            Self::Value(expr) => match (expr.value(values), answer) {
                (None, Answer::Unknown) => true,
                (Some(value), Answer::Within(low, high)) => low <= value.0 && value.0 <= high,
                (_, Answer::Unknown | Answer::Within(..) | Answer::Ordered(_)) => false,
            },
            Self::Order(left, right) => match (left.value(values).zip(right.value(values)), answer) {
                (None, Answer::Unknown) => true,
                (Some((left, right)), Answer::Ordered(order)) => left.cmp(&right) == order,
                (_, Answer::Unknown | Answer::Within(..) | Answer::Ordered(_)) => false,
            },
        }
    }

    /// How far values are from the answer, with a sign: below zero if they are too low, zero if they give it.
    fn off(&self, values: &[i128], answer: Answer) -> Option<i128> {
        use std::cmp::Ordering;
        let (value, (low, high)) = match (self, answer) {
            (Self::Value(expr), Answer::Within(low, high)) => (expr.value(values)?.0, (low, high)),
            (Self::Order(left, right), Answer::Ordered(order)) => {
                let wanted = match order {
                    Ordering::Less => (-2 * RESULT_LIMIT, -1),
                    Ordering::Equal => (0, 0),
                    Ordering::Greater => (1, 2 * RESULT_LIMIT),
                };
                (left.value(values)?.0 - right.value(values)?.0, wanted)
            }
            _ => return None,
        };
        Some(if value < low { value - low } else { (value - high).max(0) })
    }
}

/// The values that one field can have.
#[derive(Copy, Clone, Debug)]
pub(super) struct Room {
    pub(super) low: i128,
    pub(super) high: i128,
    pub(super) step: i128,
    /// The distance between round values.
    pub(super) unit: i128,
}

/// Looks for values within their rooms that give every answer; `tries` is how many more times it may try. There may be
/// values that it does not find.
pub(super) fn search(
    asked: &[(&Asked, Answer, Vec<usize>)],
    rooms: &[Room],
    fixed: &mut Vec<Option<i128>>,
    tries: &mut u32,
) -> bool {
    let Some((first, rest)) = asked.split_first() else { return true };
    let (asked, answer, places) = first;
    let open: Vec<usize> = {
        let mut open: Vec<usize> = places.iter().copied().filter(|at| fixed[*at].is_none()).collect();
        open.dedup();
        open
    };
    let holds = |fixed: &[Option<i128>]| {
        let values: Vec<i128> = places.iter().map(|at| fixed[*at].expect("each is given")).collect();
        asked.is(&values, *answer)
    };
    if open.is_empty() {
        return holds(fixed) && search(rest, rooms, fixed, tries);
    }
    // All but one are taken from a few choices, and the last one is solved for.
    for solved in &open {
        let others: Vec<usize> = open.iter().copied().filter(|at| at != solved).collect();
        let choices: Vec<Vec<i128>> = others.iter().map(|at| plain(rooms[*at], others.len())).collect();
        let mut at = vec![0; others.len()];
        loop {
            if *tries == 0 {
                return false;
            }
            *tries -= 1;
            for (other, (choice, at)) in others.iter().zip(choices.iter().zip(&at)) {
                fixed[*other] = Some(choice[*at]);
            }
            let off = |value: i128| {
                let values: Vec<i128> = places.iter().map(|at| fixed[*at].unwrap_or(value)).collect();
                if asked.is(&values, *answer) { Some(0) } else { asked.off(&values, *answer) }
            };
            for value in solutions(rooms[*solved], &off) {
                fixed[*solved] = Some(value);
                if holds(fixed) && search(rest, rooms, fixed, tries) {
                    return true;
                }
                fixed[*solved] = None;
            }
            // The next choice, the last one varying fastest.
            let Some(turn) = (0..others.len()).rev().find(|turn| at[*turn] + 1 < choices[*turn].len()) else { break };
            at[turn] += 1;
            at[turn + 1..].iter_mut().for_each(|at| *at = 0);
        }
        for other in &others {
            fixed[*other] = None;
        }
    }
    false
}

/// Values of a room that are likely to do, plain ones first.
fn plain(room: Room, together: usize) -> Vec<i128> {
    let ceiling = |value: i128| -(-value).div_euclid(room.step) * room.step;
    let most: i128 = if together > 1 { 12 } else { 1200 };
    let mut values = Vec::new();
    for round in [0, 1, 2, 5, 10, 100, 1000, 10_000, 1_000_000] {
        values.extend([round * room.unit, -round * room.unit]);
    }
    values.extend([room.low, room.high, room.low + (room.high - room.low) / 2]);
    values.extend((0..most).flat_map(|at| [room.low + at * room.unit, at * room.unit, room.high - at * room.unit]));
    let mut values: Vec<i128> =
        values.into_iter().map(ceiling).filter(|value| room.low <= *value && *value <= room.high).collect();
    let mut seen = std::collections::HashSet::new();
    values.retain(|value| seen.insert(*value));
    values
}

/// Values of a room that are neither too low nor too high: between two points of different sign one is found by
/// bisection, and then the roundest near it.
fn solutions(room: Room, off: &dyn Fn(i128) -> Option<i128>) -> Vec<i128> {
    let on_step = |value: i128| value.div_euclid(room.step) * room.step;
    let mut points: Vec<i128> =
        vec![room.low, room.high, 0, room.unit, -room.unit, room.low + (room.high - room.low) / 2];
    points.extend([room.low + room.unit, room.high - room.unit, 100 * room.unit, 10_000 * room.unit]);
    let mut points: Vec<i128> =
        points.into_iter().map(on_step).filter(|value| room.low <= *value && *value <= room.high).collect();
    points.sort_unstable();
    points.dedup();
    let mut found: Vec<i128> = points.iter().copied().filter(|point| off(*point) == Some(0)).collect();
    for pair in points.windows(2) {
        let (mut a, mut b) = (pair[0], pair[1]);
        let (Some(at_a), Some(at_b)) = (off(a), off(b)) else { continue };
        if at_a.signum() * at_b.signum() >= 0 {
            continue;
        }
        while b - a > room.step {
            let middle = on_step(a + (b - a) / 2).max(a + room.step);
            if middle >= b {
                break;
            }
            match off(middle) {
                Some(0) => {
                    found.push(roundest(room, middle, (a, b), off));
                    break;
                }
                Some(other) if other.signum() == at_a.signum() => a = middle,
                Some(_) => b = middle,
                None => break,
            }
        }
    }
    found
}

/// The roundest value that does, near one that does.
fn roundest(room: Room, value: i128, (low, high): (i128, i128), off: &dyn Fn(i128) -> Option<i128>) -> i128 {
    let mut unit = room.unit;
    while unit < (high - low).max(1) && unit < RESULT_LIMIT / 10 {
        unit *= 10;
    }
    while unit > room.step {
        for near in [value.div_euclid(unit) * unit, (value.div_euclid(unit) + 1) * unit] {
            if low <= near && near <= high && near.rem_euclid(room.step) == 0 && off(near) == Some(0) {
                return near;
            }
        }
        unit /= 10;
    }
    value
}
