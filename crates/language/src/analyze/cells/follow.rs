//! A quantity made from one field in which it is monotonic: `budget * 12`, `days since created - 30`. In: the steps
//! from the field's value to the quantity's; out: the field's values at which the quantity passes a border, found by
//! bisection, since each step rounds.

use crate::ast::Arithmetic;
use crate::calendar::Day;
use crate::decimal::{Decimal, SCALE, VALUE_LIMIT};

/// A step from a field's value to that of a quantity.
#[derive(Copy, Clone, Debug)]
pub(super) enum Step {
    /// `days since X`
    DaysBefore(Day),
    /// `X + 1`
    Right(Arithmetic, Decimal),
    /// `1 - X`
    Left(Decimal, Arithmetic),
}

/// A quantity as a function of one field.
#[derive(Clone, Debug)]
pub(super) struct Follow {
    steps: Vec<Step>,
    limit: i128,
    falls: bool,
}

impl Follow {
    /// The number itself.
    pub(super) fn number() -> Self {
        Self { steps: Vec::new(), limit: VALUE_LIMIT - 1, falls: false }
    }

    /// The days since a date.
    pub(super) fn days_since(today: Day) -> Self {
        Self { steps: vec![Step::DaysBefore(today)], limit: 4_000_000, falls: true }
    }

    /// With one more step; `None` if it is no longer monotonic then.
    pub(super) fn then(mut self, step: Step) -> Option<Self> {
        let is_flat = match step {
            Step::Right(Arithmetic::Multiply | Arithmetic::Divide, value) | Step::Left(value, Arithmetic::Multiply) => {
                value == Decimal::ZERO
            }
            // It jumps at zero.
            Step::Left(_, Arithmetic::Divide) => true,
            Step::DaysBefore(_)
            | Step::Right(Arithmetic::Add | Arithmetic::Subtract, _)
            | Step::Left(_, Arithmetic::Add | Arithmetic::Subtract) => false,
        };
        if is_flat {
            return None;
        }
        self.falls ^= turns(step);
        self.steps.push(step);
        Some(self)
    }

    /// The field's values on both sides of the points where the quantity first reaches `border`, and first exceeds it,
    /// in millionths or days.
    pub(super) fn passes(&self, border: i128) -> Vec<i128> {
        [border, border + 1]
            .into_iter()
            .flat_map(|border| self.turns(&|value| value >= Followed::Known(border)))
            .collect()
    }

    /// The field's values at which the quantity begins and ceases to be known: beyond them, its magnitude is 10^18 or
    /// more.
    pub(super) fn known(&self) -> Vec<i128> {
        let ends = [self.turns(&|value| value > Followed::TooLow), self.turns(&|value| value == Followed::TooHigh)];
        ends.concat()
    }

    /// The field's values on both sides of the point where the answer to a question about the quantity changes; `asked`
    /// must be true of great values.
    fn turns(&self, asked: &dyn Fn(Followed) -> bool) -> Vec<i128> {
        let is_there = |value: i128| asked(self.value(value)) != self.falls;
        let (mut below, mut there) = (-self.limit, self.limit);
        if is_there(below) || !is_there(there) {
            return Vec::new();
        }
        while there - below > 1 {
            let middle = below + (there - below) / 2;
            if is_there(middle) {
                there = middle;
            } else {
                below = middle;
            }
        }
        vec![below, there]
    }

    /// What the quantity comes to.
    fn value(&self, field: i128) -> Followed {
        let mut value = Decimal(field);
        for (at, step) in self.steps.iter().enumerate() {
            let next = match step {
                Step::DaysBefore(today) => Some(Decimal((i128::from(*today) - field) * SCALE)),
                Step::Right(operation, right) => reckon(*operation, value, *right),
                Step::Left(left, operation) => reckon(*operation, *left, value),
            };
            let Some(next) = next else { return self.beyond(at, value) };
            value = next;
        }
        Followed::Known(value.0)
    }

    /// On which side a quantity lies whose magnitude is too great from this step on.
    fn beyond(&self, at: usize, value: Decimal) -> Followed {
        let mut is_high = match self.steps[at] {
            Step::DaysBefore(_) => false,
            Step::Right(Arithmetic::Add, right) => right > Decimal::ZERO,
            Step::Right(Arithmetic::Subtract, right) => right < Decimal::ZERO,
            Step::Right(Arithmetic::Multiply | Arithmetic::Divide, right) => {
                (value > Decimal::ZERO) == (right > Decimal::ZERO)
            }
            Step::Left(left, Arithmetic::Multiply | Arithmetic::Divide) => {
                (value > Decimal::ZERO) == (left > Decimal::ZERO)
            }
            Step::Left(left, Arithmetic::Add | Arithmetic::Subtract) => left > Decimal::ZERO,
        };
        for step in &self.steps[at + 1..] {
            is_high ^= turns(*step);
        }
        if is_high { Followed::TooHigh } else { Followed::TooLow }
    }
}

/// The value of a quantity, as far as it can be known.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Followed {
    TooLow,
    /// In millionths.
    Known(i128),
    TooHigh,
}

/// Whether a step is decreasing.
fn turns(step: Step) -> bool {
    match step {
        Step::DaysBefore(_) | Step::Left(_, Arithmetic::Subtract) => true,
        Step::Right(Arithmetic::Add | Arithmetic::Subtract, _)
        | Step::Left(_, Arithmetic::Add | Arithmetic::Divide) => false,
        Step::Right(Arithmetic::Multiply | Arithmetic::Divide, value) | Step::Left(value, Arithmetic::Multiply) => {
            value < Decimal::ZERO
        }
    }
}

fn reckon(operation: Arithmetic, left: Decimal, right: Decimal) -> Option<Decimal> {
    match operation {
        Arithmetic::Add => left.checked_add(right),
        Arithmetic::Subtract => left.checked_sub(right),
        Arithmetic::Multiply => left.checked_mul(right),
        Arithmetic::Divide => left.checked_div(right),
    }
}
