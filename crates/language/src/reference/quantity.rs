//! The value of a quantity. In: a quantity, and inside a filter the event at hand; out: a number, if it is known.

use super::ctx::Ctx;
use crate::ast::Arithmetic;
use crate::calendar::{DAY, Instant};
use crate::decimal::{Decimal, Points, RESULT_LIMIT, divide_rounded};
use crate::ir::{Function, Occurrences, PropertyId, Quantity, QuantityKind};
use crate::lead::Event;
use crate::types::Value;

/// The full 24-hour periods between two instants.
pub(super) fn age_in_days(as_of: Instant, time: Instant) -> i64 {
    as_of.saturating_sub(time) / DAY
}

impl Ctx<'_> {
    /// The value of a quantity, if it is known; `event` is the one that a filter looks at, if any.
    pub(super) fn quantity(&self, quantity: &Quantity, event: Option<&Event>) -> Option<Decimal> {
        match &quantity.kind {
            QuantityKind::Constant(value) => Some(*value),
            QuantityKind::Field(id) => number(self.lead.fields[usize::from(id.0)].as_ref()),
            QuantityKind::Property(id) => {
                property(event.expect("`resolve` lets properties stand in filters only"), *id)
            }
            QuantityKind::Score(id) => self.scores[usize::from(id.0)].map(Points::to_decimal),
            QuantityKind::Defined(id) => self.defined_quantity(*id, event),
            QuantityKind::DaysSince(subject) => {
                let Value::Date(day) = self.value(*subject, event)? else { unreachable!("a date") };
                Some(Decimal::whole(i64::from(self.rules.zone.day_of(self.as_of)) - i64::from(day)))
            }
            QuantityKind::Aggregate(function, of) => self.aggregate(*function, of),
            QuantityKind::Binary(operation, left, right) => {
                let (left, right) = (self.quantity(left, event)?, self.quantity(right, event)?);
                let result = match operation {
                    Arithmetic::Add => left.checked_add(right),
                    Arithmetic::Subtract => left.checked_sub(right),
                    Arithmetic::Multiply => left.checked_mul(right),
                    Arithmetic::Divide if right == Decimal::ZERO => return None,
                    Arithmetic::Divide => left.checked_div(right),
                };
                self.noting_overflow(result)
            }
        }
    }

    fn aggregate(&self, function: Function, of: &Occurrences) -> Option<Decimal> {
        let found = self.occurrences(of)?;
        let known = |id| found.iter().filter_map(move |event| property(event, id));
        let sum = |id| known(id).map(|value| value.0).sum::<i128>();
        let count = |number: usize| i64::try_from(number).expect("events are counted in 64 bits");
        match function {
            Function::Count => Some(Decimal::whole(count(found.len()))),
            Function::Total(id) => {
                let total = Decimal(sum(id));
                self.noting_overflow((total.0.abs() < RESULT_LIMIT).then_some(total))
            }
            Function::Average(id) => match known(id).count() {
                0 => None,
                number => Some(Decimal(divide_rounded(sum(id), i128::from(count(number))))),
            },
            Function::Highest(id) => known(id).max(),
            Function::Lowest(id) => known(id).min(),
            Function::Latest(id) => {
                let timed = found.iter().filter_map(|event| Some((event.time, property(event, id)?)));
                timed.max().map(|(_, value)| value)
            }
            Function::DaysSince => {
                let latest = found.iter().map(|event| event.time).max()?;
                Some(Decimal::whole(age_in_days(self.as_of, latest)))
            }
        }
    }

    /// Passes a result on; if it is missing, its magnitude was 10^18 or more.
    fn noting_overflow(&self, result: Option<Decimal>) -> Option<Decimal> {
        self.overflowed.set(self.overflowed.get() || result.is_none());
        result
    }
}

fn property(event: &Event, id: PropertyId) -> Option<Decimal> {
    number(event.properties[usize::from(id.0)].as_ref())
}

fn number(value: Option<&Value>) -> Option<Decimal> {
    match value? {
        Value::Number(number) => Some(*number),
        Value::Text(_) | Value::Truth(_) | Value::Date(_) | Value::Choice(_) | Value::Texts(_) | Value::Choices(_) => {
            unreachable!("a number")
        }
    }
}
