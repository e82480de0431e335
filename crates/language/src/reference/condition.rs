//! The truth of a condition. In: a condition, and inside a filter the event at hand; out: true, false or unknown.

use super::ctx::Ctx;
use super::lead::folded;
use crate::ast::TextOp;
use crate::ir::{Cond, CondKind, DateRange, Occurrences, Operand, Subject, TextTest};
use crate::lead::Event;
use crate::text;
use crate::types::{Truth, Value};

impl Ctx<'_> {
    /// Whether a condition holds for the lead; `event` is the one that a filter looks at, if any.
    pub(super) fn truth(&self, condition: &Cond, event: Option<&Event>) -> Truth {
        match &condition.kind {
            CondKind::Constant(truth) => Truth::from(*truth),
            CondKind::Not(inner) => !self.truth(inner, event),
            CondKind::And(all) => all.iter().map(|one| self.truth(one, event)).fold(Truth::True, Truth::and),
            CondKind::Or(all) => all.iter().map(|one| self.truth(one, event)).fold(Truth::False, Truth::or),
            CondKind::Defined(id) => self.defined(*id, event),
            CondKind::Known(Operand::Subject(subject)) => self.value(*subject, event).is_some().into(),
            CondKind::Known(Operand::Quantity(quantity)) => self.quantity(quantity, event).is_some().into(),
            CondKind::Truth(subject) => self.value(*subject, event).map(|value| value == Value::Truth(true)).into(),
            CondKind::Number(quantity, ranges) => {
                self.quantity(quantity, event).map(|number| ranges.iter().any(|range| range.contains(number))).into()
            }
            CondKind::Compare(comparison, left, right) => self
                .quantity(left, event)
                .zip(self.quantity(right, event))
                .map(|(left, right)| comparison.holds(left.cmp(&right)))
                .into(),
            CondKind::Date(subject, ranges) => {
                self.value(*subject, event).map(|value| ranges.iter().any(|range| self.is_in(&value, *range))).into()
            }
            CondKind::CompareDates(comparison, left, right) => self
                .value(*left, event)
                .zip(self.value(*right, event))
                .map(|(left, right)| comparison.holds(left.cmp(&right)))
                .into(),
            CondKind::Text(subject, test) => self.value(*subject, event).map(|value| passes(&value, test)).into(),
            CondKind::Choice(subject, options) => self
                .value(*subject, event)
                .map(|value| options.iter().any(|option| value == Value::Choice(*option)))
                .into(),
            CondKind::Choices { subject, options, all } => self
                .value(*subject, event)
                .map(|value| {
                    let Value::Choices(chosen) = value else { unreachable!("a list of choices") };
                    holds(options, *all, |option| chosen.contains(option))
                })
                .into(),
            CondKind::Texts { subject, texts, all } => self
                .value(*subject, event)
                .map(|value| {
                    let entries = value.folded_entries();
                    holds(texts, *all, |text| entries.contains(text))
                })
                .into(),
            CondKind::Same(left, right) => self
                .value(*left, event)
                .zip(self.value(*right, event))
                .map(|(left, right)| folded(&left) == folded(&right))
                .into(),
            CondKind::Happened { of, at_least, at_most } => self
                .occurrences(of)
                .map(|found| {
                    let found = u32::try_from(found.len()).unwrap_or(u32::MAX);
                    *at_least <= found && at_most.is_none_or(|most| found <= most)
                })
                .into(),
            CondKind::Stage(stages) => stages.contains(&self.stage).into(),
        }
    }

    /// The events that count among these; `None` without a log.
    pub(super) fn occurrences(&self, of: &Occurrences) -> Option<Vec<&Event>> {
        let log = self.log.as_ref()?;
        Some(log.iter().copied().filter(|event| self.is_one_of(of, event)).collect())
    }

    /// Whether an event is of these kinds, within the window, and passes the filter.
    pub(super) fn is_one_of(&self, of: &Occurrences, event: &Event) -> bool {
        let kind = of.kinds.as_ref().is_none_or(|kinds| event.kind.is_some_and(|kind| kinds.contains(&kind)));
        let window = of.window.is_none_or(|window| {
            let (first, last) = window.instants(self.as_of, &self.rules.zone);
            first <= event.time && event.time <= last
        });
        kind && window && of.filter.as_ref().is_none_or(|filter| self.truth(filter, Some(event)) == Truth::True)
    }

    /// The value of a subject, if it is known.
    pub(super) fn value(&self, subject: Subject, event: Option<&Event>) -> Option<Value> {
        let event = || event.expect("`resolve` lets properties stand in filters only");
        match subject {
            Subject::Field(id) => self.lead.fields[usize::from(id.0)].clone(),
            Subject::Property(id) => event().properties[usize::from(id.0)].clone(),
            Subject::FieldDomain(id) => self.value(Subject::Field(id), None).map(domain),
            Subject::PropertyDomain(id) => event().properties[usize::from(id.0)].clone().map(domain),
            Subject::Label(id) => self.labels[usize::from(id.0)].clone().map(Value::Text),
        }
    }

    fn is_in(&self, value: &Value, range: DateRange) -> bool {
        let Value::Date(day) = value else { unreachable!("a date") };
        let today = self.rules.zone.day_of(self.as_of);
        match range {
            DateRange::Days(first, last) => {
                first.is_none_or(|first| first <= *day) && last.is_none_or(|last| *day <= last)
            }
            DateRange::Window(window) => {
                let (first, last) = window.days(today);
                (first..=last).contains(day)
            }
        }
    }
}

fn domain(email: Value) -> Value {
    let Value::Text(email) = email else { unreachable!("an address is a text") };
    Value::Text(text::domain(&email))
}

/// Whether one of them passes, or each if `all` must.
fn holds<T>(wanted: &[T], all: bool, passes: impl Fn(&T) -> bool) -> bool {
    if all { wanted.iter().all(passes) } else { wanted.iter().any(passes) }
}

fn passes(value: &Value, test: &TextTest) -> bool {
    value.folded_entries().iter().any(|entry| match test {
        TextTest::In(texts) => texts.contains(entry),
        TextTest::Part(op, texts) => match op {
            TextOp::Contains => texts.iter().any(|text| entry.contains(text)),
            TextOp::ContainsAll => texts.iter().all(|text| entry.contains(text)),
            TextOp::StartsWith => texts.iter().any(|text| entry.starts_with(text)),
            TextOp::EndsWith => texts.iter().any(|text| entry.ends_with(text)),
            TextOp::Mentions => texts.iter().any(|text| text::mentions(entry, text)),
        },
        TextTest::Matches(pattern) => pattern.is_match(entry),
    })
}
