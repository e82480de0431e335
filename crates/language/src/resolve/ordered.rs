//! Values that have an order: numbers and dates, compared and in ranges. In: two sides, or a subject and its values;
//! out: an [`ir::Cond`](crate::ir::Cond) of ranges, or a finding; also a warning about a number that decides nothing.

use crate::ast;
use crate::calendar::{Day, Zone};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{Comparison, Cond, CondKind, DateRange, NumberRange, QuantityKind};
use crate::source::Span;
use crate::words::say;

use super::fields;
use super::operand::{Kind, Numbers, Operand};
use super::question::Asked;
use super::resolver::{Place, Resolver};

impl<'a> Resolver<'a> {
    /// Compares numbers or dates.
    pub(super) fn compare_ordered(
        &mut self,
        left: &Operand<'a>,
        comparison: Comparison,
        right: &'a ast::Expr,
        asked: Asked,
        place: Place,
    ) -> Option<Cond> {
        let other = self.operand(right, place)?;
        let span = asked.whole;
        let not = |cond: Cond| Some(cond.negated(span));
        match (left, &other) {
            (Operand::Number(a, a_numbers), Operand::Number(b, b_numbers)) => {
                let (quantity, numbers, comparison, value) = match (&a.kind, &b.kind) {
                    (QuantityKind::Constant(_), QuantityKind::Constant(_)) => {
                        self.findings.push(
                            Diagnostic::new(
                                &codes::LR0209,
                                say!("two fixed numbers are compared"),
                                span,
                                say!("the same for every lead"),
                            )
                            .help(say!("Compare a field, a score or a quantity with a number.")),
                        );
                        return None;
                    }
                    (_, QuantityKind::Constant(value)) => (a, a_numbers, comparison, *value),
                    (QuantityKind::Constant(value), _) => (b, b_numbers, flipped(comparison), *value),
                    _ => {
                        return Some(Cond::written(CondKind::Compare(comparison, a.clone(), b.clone()), span));
                    }
                };
                let place = if matches!(a.kind, QuantityKind::Constant(_)) { asked.subject } else { right.span() };
                self.fits(value, *numbers, asked, place);
                let end = |closed| Some((value, closed));
                let range = match comparison {
                    Comparison::Eq | Comparison::Ne => NumberRange::only(value),
                    Comparison::Lt => NumberRange { low: None, high: end(false) },
                    Comparison::Le => NumberRange { low: None, high: end(true) },
                    Comparison::Gt => NumberRange { low: end(false), high: None },
                    Comparison::Ge => NumberRange { low: end(true), high: None },
                };
                let cond = Cond::written(CondKind::Number(quantity.clone(), vec![range]), span);
                if comparison == Comparison::Ne { not(cond) } else { Some(cond) }
            }
            (Operand::Subject(a, Kind::Date(_)), Operand::Subject(b, Kind::Date(_))) => {
                Some(Cond::written(CondKind::CompareDates(comparison, *a, *b), span))
            }
            (Operand::Subject(subject, Kind::Date(_)), Operand::Date(day)) => {
                let cond = Cond::written(CondKind::Date(*subject, vec![days(comparison, *day)]), span);
                if comparison == Comparison::Ne { not(cond) } else { Some(cond) }
            }
            (Operand::Date(day), Operand::Subject(subject, Kind::Date(_))) => {
                let cond = Cond::written(CondKind::Date(*subject, vec![days(flipped(comparison), *day)]), span);
                if comparison == Comparison::Ne { not(cond) } else { Some(cond) }
            }
            (Operand::Number(..), Operand::Text(text)) if Decimal::parse(text.value.trim()).is_ok() => {
                self.findings.push(
                    Diagnostic::new(&codes::LR0209, say!("a number stands without quotes"), text.span, say!("a text"))
                        .help(say!("In quotes it is a text, which can't be compared with a number."))
                        .fix(say!("take the quotes off"), text.span, text.value.trim()),
                );
                None
            }
            (Operand::Subject(_, Kind::Date(_)), Operand::Number(..)) => {
                let words = self.findings.text(asked.subject);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        say!("`{words}` is a date, not a number", words),
                        right.span(),
                        say!("a number"),
                    )
                    .help(say!("Compare it with a date, or compare the days that have passed since."))
                    .guess(
                        say!("write `days since {words}`", words),
                        asked.subject,
                        format!("days since {words}"),
                    ),
                );
                None
            }
            (Operand::Subject(_, Kind::Date(_)), Operand::Text(text)) => {
                let finding =
                    Diagnostic::new(&codes::LR0209, say!("a date stands without quotes"), text.span, say!("a text"))
                        .help(say!("Dates are written year, month, day: `2026-11-23`."));
                let written = text.value.trim();
                let is_date = written.len() == 10 && Zone::utc().parse_as_of(written).is_some();
                self.findings.push(if is_date {
                    finding.fix(say!("take the quotes off"), text.span, written)
                } else {
                    finding
                });
                None
            }
            _ => self.unlike(left, &other, right.span(), asked, say!("Compare things of one type.")),
        }
    }

    /// Warns about a number that the subject can never be.
    pub(super) fn fits(&mut self, value: Decimal, numbers: Numbers, asked: Asked, span: Span) {
        let words = self.findings.text(asked.subject);
        if self.is_share_of_points(value, numbers, span) {
            self.share(value, numbers, words, span);
            return;
        }
        let outside =
            numbers.range.low.is_some_and(|low| value < low) || numbers.range.high.is_some_and(|high| high < value);
        if outside {
            let end = |end: Option<Decimal>| end.map_or_else(String::new, |end| end.to_string());
            let range = format!("{}..{}", end(numbers.range.low), end(numbers.range.high));
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0403,
                    say!("`{words}` is never {value}", words, value),
                    span,
                    say!("outside {range}", range),
                )
                .help(say!(
                    "Its values all lie on one side of this number, so the comparison decides nothing; change the \
                     number, or the range."
                )),
            );
        } else if numbers.whole && !value.is_whole() {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0404,
                    say!("`{words}` is a whole number, and {value} is not", words, value),
                    span,
                    say!("a fraction"),
                )
                .help(say!("Write the whole number that you mean, so that it is plain which side of it counts.")),
            );
        }
    }

    /// Whether a number is written as a percentage although values go far beyond that scale.
    fn is_share_of_points(&self, value: Decimal, numbers: Numbers, span: Span) -> bool {
        let is_far = |high: Decimal| high >= Decimal::whole(10) && value.0 != 0 && value.0.abs() * 10 <= high.0;
        self.findings.text(span).ends_with('%') && numbers.range.high.is_some_and(is_far)
    }

    /// Warns about `60%`, which is 0.6, on a scale of 0 to 100.
    fn share(&mut self, value: Decimal, numbers: Numbers, words: &str, span: Span) {
        let written = self.findings.text(span).to_owned();
        let high = numbers.range.high.map_or_else(String::new, |high| high.to_string());
        let low = numbers.range.low.map_or_else(String::new, |low| low.to_string());
        let finding = Diagnostic::new(
            &codes::LR0409,
            say!(
                "`{written}` is {value}, and `{words}` goes up to {high}",
                written = &written,
                value,
                words,
                high = &high
            ),
            span,
            say!("hardly above nothing in {low}..{high}", low = &low, high = &high),
        )
        .help(say!(
            "Per cent are hundredths of one, not of the most that there can be; write the number that you mean."
        ));
        let number = written.trim_end_matches('%').trim_end().to_owned();
        let is_of_hundred = high == "100" && low == "0";
        self.findings.push(if is_of_hundred {
            finding.guess(say!("write `{text}`", text = &number), span, number)
        } else {
            finding
        });
    }

    pub(super) fn number_range(&mut self, range: &ast::Range, numbers: Numbers, asked: Asked) -> Option<NumberRange> {
        let mut broken = false;
        let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
            ast::Value::Number(number) => {
                self.fits(number.value, numbers, asked, number.span);
                Some(number.value)
            }
            other @ (ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
                self.findings.push(fields::not_an_end(other.span(), say!("a number")));
                broken = true;
                None
            }
        };
        let (low, high) = (end(&range.low), end(&range.high));
        let before = self.findings.list.len();
        fields::upside_down(range, low, high, &mut self.findings);
        (!broken && self.findings.list.len() == before)
            .then(|| NumberRange { low: low.map(|low| (low, true)), high: high.map(|high| (high, !range.half_open)) })
    }

    pub(super) fn date_range(&mut self, range: &ast::Range) -> Option<DateRange> {
        let before = self.findings.list.len();
        let mut end = |value: &Option<ast::Value>| match value.as_ref()? {
            ast::Value::Date(date) => fields::day(date, &mut self.findings),
            other @ (ast::Value::Text(_) | ast::Value::Number(_) | ast::Value::Truth(..) | ast::Value::Name(_)) => {
                self.findings.push(fields::not_an_end(other.span(), say!("a date such as 2026-11-23")));
                None
            }
        };
        let (low, high) = (end(&range.low), end(&range.high));
        fields::upside_down(range, low, high, &mut self.findings);
        let high = if range.half_open { high.map(|high| high - 1) } else { high };
        (self.findings.list.len() == before).then_some(DateRange::Days(low, high))
    }

    pub(super) fn number_entry(
        &mut self,
        entry: &'a ast::Entry,
        numbers: Numbers,
        asked: Asked,
    ) -> Option<Vec<NumberRange>> {
        match entry {
            ast::Entry::Range(range) => self.number_range(range, numbers, asked).map(|range| vec![range]),
            ast::Entry::Value(ast::Value::Number(number)) => {
                self.fits(number.value, numbers, asked, number.span);
                Some(vec![NumberRange::only(number.value)])
            }
            ast::Entry::Value(ast::Value::Name(name)) => {
                let values = self.list_numbers(name)?;
                Some(values.into_iter().map(NumberRange::only).collect())
            }
            ast::Entry::Value(value @ (ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..))) => {
                let words = self.findings.text(asked.subject);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        say!("`{words}` is a number", words),
                        value.span(),
                        say!("not a number"),
                    )
                    .help(say!("Give numbers, written without quotes.")),
                );
                None
            }
        }
    }

    pub(super) fn date_entry(&mut self, entry: &'a ast::Entry, asked: Asked) -> Option<Vec<DateRange>> {
        match entry {
            ast::Entry::Range(range) => self.date_range(range).map(|range| vec![range]),
            ast::Entry::Value(ast::Value::Date(date)) => {
                let day = fields::day(date, &mut self.findings)?;
                Some(vec![DateRange::Days(Some(day), Some(day))])
            }
            ast::Entry::Value(ast::Value::Name(name)) => {
                let days = self.list_days(name)?;
                Some(days.into_iter().map(|day| DateRange::Days(Some(day), Some(day))).collect())
            }
            ast::Entry::Value(value @ (ast::Value::Text(_) | ast::Value::Number(_) | ast::Value::Truth(..))) => {
                let words = self.findings.text(asked.subject);
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        say!("`{words}` is a date", words),
                        value.span(),
                        say!("not a date"),
                    )
                    .help(say!("Give dates, written year, month, day: `2026-11-23`.")),
                );
                None
            }
        }
    }
}

/// The comparison with its sides swapped.
fn flipped(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Eq | Comparison::Ne => comparison,
        Comparison::Lt => Comparison::Gt,
        Comparison::Le => Comparison::Ge,
        Comparison::Gt => Comparison::Lt,
        Comparison::Ge => Comparison::Le,
    }
}

fn days(comparison: Comparison, day: Day) -> DateRange {
    match comparison {
        Comparison::Eq | Comparison::Ne => DateRange::Days(Some(day), Some(day)),
        Comparison::Lt => DateRange::Days(None, Some(day.saturating_sub(1))),
        Comparison::Le => DateRange::Days(None, Some(day)),
        Comparison::Gt => DateRange::Days(Some(day.saturating_add(1)), None),
        Comparison::Ge => DateRange::Days(Some(day), None),
    }
}
