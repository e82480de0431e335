//! What `where` asks of one event. In: a filter and the values of the event's properties; out: true, false or unknown.

use super::compile::Prepared;
use crate::ast::Arithmetic;
use crate::calendar::Day;
use crate::decimal::Decimal;
use crate::ir::{Cond, CondKind, DateRange, DefinitionBody, Operand, Quantity, QuantityKind, Rules, Subject};
use crate::text;
use crate::types::{Truth, Value};

/// Whether an event with these properties passes.
pub(super) fn truth(rules: &Rules, today: Day, condition: &Cond, properties: &[Option<Value>]) -> Truth {
    Filter { rules, today, properties }.truth(condition)
}

struct Filter<'a> {
    rules: &'a Rules,
    today: Day,
    properties: &'a [Option<Value>],
}

impl Filter<'_> {
    fn truth(&self, condition: &Cond) -> Truth {
        let both = |left, right| self.value(left).zip(self.value(right));
        match &condition.kind {
            CondKind::Constant(truth) => (*truth).into(),
            CondKind::Not(inner) => !self.truth(inner),
            CondKind::And(all) => all.iter().map(|one| self.truth(one)).fold(Truth::True, Truth::and),
            CondKind::Or(all) => all.iter().map(|one| self.truth(one)).fold(Truth::False, Truth::or),
            CondKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Cond(body) => self.truth(body),
                DefinitionBody::Quantity(_) => unreachable!("`resolve` lets only conditions stand here"),
            },
            CondKind::Known(Operand::Subject(subject)) => self.value(*subject).is_some().into(),
            CondKind::Known(Operand::Quantity(quantity)) => self.quantity(quantity).is_some().into(),
            CondKind::Truth(subject) => self.value(*subject).map(|value| value == Value::Truth(true)).into(),
            CondKind::Number(quantity, ranges) => {
                self.quantity(quantity).map(|number| ranges.iter().any(|range| range.contains(number))).into()
            }
            CondKind::Compare(comparison, left, right) => self
                .quantity(left)
                .zip(self.quantity(right))
                .map(|(left, right)| comparison.holds(left.cmp(&right)))
                .into(),
            CondKind::Date(subject, ranges) => self
                .value(*subject)
                .map(|value| {
                    let Value::Date(day) = value else { unreachable!("a date") };
                    ranges.iter().any(|range| match range {
                        DateRange::Days(first, last) => {
                            first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
                        }
                        DateRange::Window(window) => {
                            let (first, last) = window.days(self.today);
                            (first..=last).contains(&day)
                        }
                    })
                })
                .into(),
            CondKind::CompareDates(comparison, left, right) => {
                both(*left, *right).map(|(left, right)| comparison.holds(left.cmp(&right))).into()
            }
            CondKind::Text(subject, test) => {
                let test = Prepared::new(test);
                self.value(*subject).map(|value| test.passes(&value)).into()
            }
            CondKind::Choice(subject, options) => {
                self.value(*subject).map(|value| options.iter().any(|option| value == Value::Choice(*option))).into()
            }
            CondKind::Choices { subject, options, all } => self
                .value(*subject)
                .map(|value| {
                    let Value::Choices(chosen) = value else { unreachable!("a list of choices") };
                    let has = |option: &u16| chosen.contains(option);
                    if *all { options.iter().all(has) } else { options.iter().any(has) }
                })
                .into(),
            CondKind::Texts { subject, texts, all } => self
                .value(*subject)
                .map(|value| {
                    let Value::Texts(entries) = value else { unreachable!("a list of texts") };
                    let has = |text: &String| entries.iter().any(|entry| text::fold(entry) == *text);
                    if *all { texts.iter().all(has) } else { texts.iter().any(has) }
                })
                .into(),
            CondKind::Same(left, right) => both(*left, *right)
                .map(|(left, right)| match (left, right) {
                    (Value::Text(left), Value::Text(right)) => text::fold(&left) == text::fold(&right),
                    (left, right) => left == right,
                })
                .into(),
            CondKind::Happened { .. } | CondKind::Stage(_) => unreachable!("`where` asks about one event"),
        }
    }

    fn value(&self, subject: Subject) -> Option<Value> {
        match subject {
            Subject::Property(id) => self.properties[usize::from(id.0)].clone(),
            Subject::PropertyDomain(id) => match self.properties[usize::from(id.0)].as_ref()? {
                Value::Text(address) => Some(Value::Text(text::domain(address))),
                _ => None,
            },
            Subject::Field(_) | Subject::FieldDomain(_) | Subject::Label(_) => {
                unreachable!("`where` asks about the event")
            }
        }
    }

    fn quantity(&self, quantity: &Quantity) -> Option<Decimal> {
        match &quantity.kind {
            QuantityKind::Constant(value) => Some(*value),
            QuantityKind::Property(id) => match self.properties[usize::from(id.0)].as_ref()? {
                Value::Number(number) => Some(*number),
                _ => None,
            },
            QuantityKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Quantity(body) => self.quantity(body),
                DefinitionBody::Cond(_) => None,
            },
            QuantityKind::DaysSince(subject) => match self.value(*subject)? {
                Value::Date(day) => Some(Decimal::whole(i64::from(self.today) - i64::from(day))),
                _ => None,
            },
            QuantityKind::Binary(operation, left, right) => {
                let (left, right) = (self.quantity(left)?, self.quantity(right)?);
                match operation {
                    Arithmetic::Add => left.checked_add(right),
                    Arithmetic::Subtract => left.checked_sub(right),
                    Arithmetic::Multiply => left.checked_mul(right),
                    Arithmetic::Divide => left.checked_div(right),
                }
            }
            QuantityKind::Field(_) | QuantityKind::Score(_) | QuantityKind::Aggregate(..) => {
                unreachable!("`where` asks about the event")
            }
        }
    }
}
