//! Rows of a table that overlap: some value fits two of them. In: the rows as meant; out: findings with that value. The
//! values tried are made from the rows' own: for numbers, dates and options that finds every overlap.

use std::collections::HashMap;

use crate::ast::TextOp;
use crate::calendar::format_day;
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, DateRange, NumberRange, Row, RowKind, TextTest};
use crate::types::Value;
use crate::words::{Text, say};

use super::operand::{Kind, Numbers, Operand};
use super::resolver::Resolver;

/// At most this many pairs of rows that search in texts are compared.
const MOST_ROWS: usize = 500_000;

/// At most this many pairs of texts are joined to find one that fits two rows.
const MOST_PAIRS: usize = 20_000;

impl<'a> Resolver<'a> {
    /// Reports rows of which two can hold at once.
    pub(super) fn overlaps(&mut self, operand: &Operand<'a>, rows: &[Row]) {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.kind == RowKind::Values).collect();
        let is_text = matches!(operand, Operand::Subject(_, Kind::Text | Kind::Label(_) | Kind::Texts));
        let values = Values::new(candidates(operand, &rows));
        // For each value, the first row that it fits.
        let mut first: Vec<Option<usize>> = vec![None; values.all.len()];
        let is_part = |cond: &Cond| matches!(&cond.kind, CondKind::Text(_, test) if !matches!(test, TextTest::In(_)));
        // Rows that fit more than their own texts, pairs of which are joined.
        let mut parts: Vec<usize> = Vec::new();
        let mut left = MOST_ROWS;
        for (at, row) in rows.iter().enumerate() {
            let taken = values.taken_by(&row.rule.condition);
            let by_value = taken.iter().filter_map(|value| Some((first[*value]?, *value))).min();
            for value in taken {
                first[value].get_or_insert(at);
            }
            let before = by_value.map_or(at, |(other, _)| other);
            let mut by_text = None;
            if is_part(&row.rule.condition) {
                for other in parts.iter().copied().take_while(|other| *other < before) {
                    let Some(rest) = left.checked_sub(1).filter(|_| by_text.is_none()) else { break };
                    left = rest;
                    by_text =
                        text_in_both(&rows[other].rule.condition, &row.rule.condition).map(|value| (other, value));
                }
                parts.push(at);
            }
            let earlier = by_text.or_else(|| by_value.map(|(other, value)| (other, values.all[value].clone())));
            let Some((other, value)) = earlier.map(|(other, value)| (rows[other], value)) else { continue };
            let shown = show(operand, &value);
            let finding = Diagnostic::new(
                &codes::LR0406,
                say!("two rows of this table overlap"),
                row.rule.left,
                say!("this row takes it too"),
            )
            .also(other.rule.left, say!("this row takes it"));
            let finding = if is_text {
                finding.help(say!(
                    "{shown} falls in both, and a table gives the points of one row; where several may hold, write \
                     them as rules in a `group \"…\", best {{ … }}`, of which the one that gives most counts.",
                    shown
                ))
            } else {
                finding.help(say!(
                    "{shown} falls in both, and a table gives the points of one row: let them part the values.",
                    shown
                ))
            };
            self.findings.push(finding);
            if is_text {
                // Rows that search in texts nearly all overlap, so one finding is enough.
                return;
            }
        }
    }
}

/// Values, with an index that finds those of a range or a list without trying all.
struct Values {
    all: Vec<Value>,
    /// Their indexes, in the order of the numbers or days.
    ordered: Vec<usize>,
    texts: HashMap<String, Vec<usize>>,
}

impl Values {
    fn new(all: Vec<Value>) -> Self {
        let mut ordered: Vec<usize> =
            (0..all.len()).filter(|at| matches!(all[*at], Value::Number(_) | Value::Date(_))).collect();
        ordered.sort_by_key(|at| position(&all[*at]));
        let mut texts: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, value) in all.iter().enumerate() {
            if let Value::Text(text) = value {
                texts.entry(text.clone()).or_default().push(at);
            }
        }
        Self { all, ordered, texts }
    }

    /// The indexes of the values that fit a row.
    fn taken_by(&self, cond: &Cond) -> Vec<usize> {
        let between = |low: Option<i128>, high: Option<i128>| {
            let from = low.map_or(0, |low| self.ordered.partition_point(|at| position(&self.all[*at]) < low));
            let to = high
                .map_or(self.ordered.len(), |high| self.ordered.partition_point(|at| position(&self.all[*at]) <= high));
            self.ordered.get(from..to).unwrap_or_default()
        };
        let near: Vec<usize> = match &cond.kind {
            CondKind::Number(_, ranges) => {
                let ends =
                    ranges.iter().map(|range| (range.low.map(|(end, _)| end.0), range.high.map(|(end, _)| end.0)));
                ends.flat_map(|(low, high)| between(low, high)).copied().collect()
            }
            CondKind::Date(_, ranges) => {
                let days = ranges.iter().filter_map(|range| match range {
                    DateRange::Days(low, high) => Some((low.map(i128::from), high.map(i128::from))),
                    DateRange::Window(_) => None,
                });
                days.flat_map(|(low, high)| between(low, high)).copied().collect()
            }
            CondKind::Text(_, TextTest::In(texts)) if !self.texts.is_empty() => {
                texts.iter().filter_map(|text| self.texts.get(text)).flatten().copied().collect()
            }
            CondKind::Text(_, test) => {
                let passes = |value: &Value| match value {
                    Value::Text(text) => test.passes(text),
                    Value::Texts(texts) => texts.iter().any(|text| test.passes(text)),
                    Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Choice(_) | Value::Choices(_) => false,
                };
                return (0..self.all.len()).filter(|at| passes(&self.all[*at])).collect();
            }
            _ => (0..self.all.len()).collect(),
        };
        let mut taken: Vec<usize> = near.into_iter().filter(|at| holds(cond, &self.all[*at]) == Some(true)).collect();
        taken.sort_unstable();
        taken.dedup();
        taken
    }
}

/// Where a number or a day comes in the order of its kind.
fn position(value: &Value) -> i128 {
    match value {
        Value::Number(number) => number.0,
        Value::Date(day) => i128::from(*day),
        Value::Text(_) | Value::Truth(_) | Value::Choice(_) | Value::Texts(_) | Value::Choices(_) => 0,
    }
}

fn show(operand: &Operand<'_>, value: &Value) -> Text {
    let list = |texts: &mut dyn Iterator<Item = Text>| {
        let texts = texts.reduce(|before, text| say!("{before} and {text}", before, text));
        say!("a list with {texts}", texts = texts.unwrap_or_else(Text::empty))
    };
    match (value, operand) {
        (Value::Text(text), _) => Text::verbatim(format!("\"{text}\"")),
        (Value::Number(number), _) => Text::verbatim(number.to_string()),
        (Value::Truth(truth), _) => Text::verbatim(if *truth { "yes" } else { "no" }),
        (Value::Date(day), _) => Text::verbatim(format_day(*day)),
        (Value::Choice(at), Operand::Subject(_, Kind::Choice(choice))) => choice
            .options
            .get(usize::from(*at))
            .map_or_else(Text::empty, |option| Text::verbatim(format!("`{}`", option.name))),
        (Value::Texts(texts), _) => list(&mut texts.iter().map(|text| Text::verbatim(text.as_str()))),
        (Value::Choices(options), Operand::Subject(_, Kind::Choices(choice))) => {
            let options = options.iter().filter_map(|at| choice.options.get(usize::from(*at)));
            list(&mut options.map(|option| Text::verbatim(format!("`{}`", option.name))))
        }
        (Value::Choice(_) | Value::Choices(_), _) => Text::empty(),
    }
}

/// Whether a row's condition holds for a value of its subject; `None` if it asks something else.
fn holds(cond: &Cond, value: &Value) -> Option<bool> {
    match (&cond.kind, value) {
        (CondKind::Constant(constant), _) => Some(*constant),
        (CondKind::Not(inner), _) => holds(inner, value).map(|holds| !holds),
        (CondKind::Number(_, ranges), Value::Number(number)) => {
            Some(ranges.iter().any(|range| range.contains(*number)))
        }
        (CondKind::Date(_, ranges), Value::Date(day)) => {
            let inside = |range: &DateRange| match range {
                DateRange::Days(low, high) => {
                    Some(low.is_none_or(|low| low <= *day) && high.is_none_or(|high| *day <= high))
                }
                DateRange::Window(_) => None,
            };
            ranges.iter().map(inside).collect::<Option<Vec<_>>>().map(|inside| inside.contains(&true))
        }
        (CondKind::Choice(_, options), Value::Choice(option)) => Some(options.contains(option)),
        (CondKind::Truth(_), Value::Truth(truth)) => Some(*truth),
        (CondKind::Text(_, test), Value::Text(value)) => Some(test.passes(value)),
        (CondKind::Text(_, test), Value::Texts(texts)) => Some(texts.iter().any(|text| test.passes(text))),
        (CondKind::Texts { texts, all, .. }, Value::Texts(held)) => Some(if *all {
            texts.iter().all(|text| held.contains(text))
        } else {
            texts.iter().any(|text| held.contains(text))
        }),
        (CondKind::Choices { options, all, .. }, Value::Choices(held)) => Some(if *all {
            options.iter().all(|option| held.contains(option))
        } else {
            options.iter().any(|option| held.contains(option))
        }),
        _ => None,
    }
}

/// Values of the subject with which every overlap of ranges and options comes to light.
fn candidates(operand: &Operand<'_>, rows: &[&Row]) -> Vec<Value> {
    let mut values = Vec::new();
    match operand {
        Operand::Number(_, numbers) => {
            for row in rows {
                number_ends(&row.rule.condition, *numbers, &mut values);
            }
            values.retain(|value| match value {
                Value::Number(number) => numbers.range.contains(*number) && (!numbers.whole || number.is_whole()),
                Value::Text(_)
                | Value::Truth(_)
                | Value::Date(_)
                | Value::Choice(_)
                | Value::Texts(_)
                | Value::Choices(_) => false,
            });
        }
        Operand::Subject(_, Kind::Date(range)) => {
            for row in rows {
                date_ends(&row.rule.condition, &mut values);
            }
            values.retain(|value| match value {
                Value::Date(day) => range.contains(*day),
                Value::Text(_)
                | Value::Truth(_)
                | Value::Number(_)
                | Value::Choice(_)
                | Value::Texts(_)
                | Value::Choices(_) => false,
            });
        }
        Operand::Subject(_, Kind::YesNo) => values.extend([Value::Truth(true), Value::Truth(false)]),
        Operand::Subject(_, Kind::Choice(choice)) => {
            values.extend((0..choice.options.len()).filter_map(|at| u16::try_from(at).ok()).map(Value::Choice));
        }
        Operand::Subject(_, Kind::Choices(choice)) => {
            values.push(Value::Choices((0..choice.options.len()).filter_map(|at| u16::try_from(at).ok()).collect()));
        }
        Operand::Subject(_, Kind::Text | Kind::Label(_)) => {
            for row in rows {
                for text in texts(&row.rule.condition) {
                    values.push(Value::Text(text.clone()));
                }
            }
        }
        Operand::Subject(_, Kind::Texts) => {
            for row in rows {
                values.push(Value::Texts(texts(&row.rule.condition).to_vec()));
            }
            values.push(Value::Texts(rows.iter().flat_map(|row| texts(&row.rule.condition)).cloned().collect()));
        }
        Operand::Condition(_) | Operand::Stage(_) | Operand::Text(_) | Operand::Date(_) | Operand::Truth(_) => {}
    }
    values
}

/// The ends of the ranges, and their neighbours on either side.
fn number_ends(cond: &Cond, numbers: Numbers, values: &mut Vec<Value>) {
    let step = if numbers.whole { Decimal::ONE } else { Decimal(1) };
    match &cond.kind {
        CondKind::Not(inner) => number_ends(inner, numbers, values),
        CondKind::Number(_, ranges) => {
            for NumberRange { low, high } in ranges {
                for (end, _) in [low, high].into_iter().flatten() {
                    // For a fraction, the whole numbers around it.
                    let floor = Decimal(end.0.div_euclid(step.0) * step.0);
                    for near in [Decimal(floor.0 - step.0), floor, Decimal(floor.0 + step.0), *end] {
                        values.push(Value::Number(near));
                    }
                }
            }
        }
        _ => {}
    }
}

fn date_ends(cond: &Cond, values: &mut Vec<Value>) {
    match &cond.kind {
        CondKind::Not(inner) => date_ends(inner, values),
        CondKind::Date(_, ranges) => {
            for range in ranges {
                if let DateRange::Days(low, high) = range {
                    for end in [low, high].into_iter().flatten() {
                        values.extend([end - 1, *end, end + 1].map(Value::Date));
                    }
                }
            }
        }
        _ => {}
    }
}

fn texts(cond: &Cond) -> &[String] {
    match &cond.kind {
        CondKind::Not(inner) => texts(inner),
        CondKind::Texts { texts, .. } => texts,
        CondKind::Text(_, test) => test.texts(),
        _ => &[],
    }
}

/// A text that fits two rows, made by joining theirs.
fn text_in_both(first: &Cond, second: &Cond) -> Option<Value> {
    let (CondKind::Text(_, a), CondKind::Text(_, b)) = (&first.kind, &second.kind) else { return None };
    if let (TextTest::In(_), _) | (_, TextTest::In(_)) = (a, b) {
        // Such a row fits only its own texts, which have been tried already.
        return None;
    }
    let whole = |test: &TextTest| match test {
        TextTest::Part(TextOp::ContainsAll, texts) => vec![texts.join(" ")],
        other => other.texts().to_vec(),
    };
    let (left, right) = (whole(a), whole(b));
    let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (x, y)));
    let joined = pairs.take(MOST_PAIRS).flat_map(|(x, y)| [format!("{x} {y}"), format!("{y} {x}")]);
    joined.map(Value::Text).find(|value| holds(first, value) == Some(true) && holds(second, value) == Some(true))
}
