//! A quantity made of one field that goes only up, or only down, with it: `budget * 12`, `days since created - 30`. In: the
//! steps from the field's value to the quantity's; out: the field's values at which the quantity passes a border, found
//! by halving, since each step rounds.

use crate::ast::Arithmetic;
use crate::calendar::Day;
use crate::decimal::{Decimal, VALUE_LIMIT};

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

    /// With one step more; none if it then no longer follows.
    pub(super) fn then(mut self, step: Step) -> Option<Self> {
        let turns = match step {
            Step::DaysBefore(_) => true,
            Step::Right(Arithmetic::Add | Arithmetic::Subtract, _) | Step::Left(_, Arithmetic::Add) => false,
            Step::Left(_, Arithmetic::Subtract) => true,
            Step::Right(Arithmetic::Multiply | Arithmetic::Divide, value) | Step::Left(value, Arithmetic::Multiply) => {
                if value == Decimal::ZERO {
                    return None;
                }
                value < Decimal::ZERO
            }
            Step::Left(_, Arithmetic::Divide) => return None,
        };
        self.falls ^= turns;
        self.steps.push(step);
        Some(self)
    }

    /// The field's values with which the quantity comes to `border`, and to more than it, for the first time. The values
    /// are millionths, or days.
    pub(super) fn passes(&self, border: i128) -> Vec<i128> {
        [border, border + 1].into_iter().flat_map(|border| self.reaches(border)).collect()
    }

    fn reaches(&self, border: i128) -> Vec<i128> {
        let is_there = |value: i128| self.value(value).is_some_and(|value| (value >= border) != self.falls);
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

    /// The quantity, in millionths.
    fn value(&self, field: i128) -> Option<i128> {
        let mut value = Decimal(field);
        for step in &self.steps {
            value = match step {
                Step::DaysBefore(today) => Decimal::whole(i64::from(*today) - i64::try_from(field).ok()?),
                Step::Right(operation, right) => reckon(*operation, value, *right)?,
                Step::Left(left, operation) => reckon(*operation, *left, value)?,
            };
        }
        Some(value.0)
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
