//! Values of fields and properties: those that are tried, at and next to everything that conditions ask for, and how they are said. In:
//! a type and the conditions on it; out: values, and words for those that rules do not tell apart.

use std::collections::BTreeSet;

use leadrules_language::ast::TextOp;
use leadrules_language::calendar::{Day, Window};
use leadrules_language::decimal::{Decimal, SCALE};
use leadrules_language::ir::{Cond, CondKind, DateRange, FieldId, Rules, TextTest};
use leadrules_language::source::one_line;
use leadrules_language::types::{Type, Value};
use leadrules_language::words::{Junction, Text, say};

use super::amount;

/// The value that represents those that rules do not tell apart: of numbers the roundest, of others the middle one.
pub fn typical(values: &[Value]) -> Value {
    let middle = values.len() / 2;
    let digits = |value: &Value| if let Value::Number(number) = value { amount::digits(*number) } else { 0 };
    let roundest = (0..values.len()).min_by_key(|&at| (digits(&values[at]), at.abs_diff(middle)));
    values[roundest.unwrap_or(middle)].clone()
}

pub fn around(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(Decimal(number)) => [-SCALE, 0, SCALE].map(|by| Value::Number(Decimal(number + by))).to_vec(),
        Value::Date(day) => [-1, 0, 1].map(|by| Value::Date(day + by)).to_vec(),
        Value::Text(_) | Value::Truth(_) | Value::Choice(_) | Value::Texts(_) | Value::Choices(_) => {
            vec![value.clone()]
        }
    }
}

/// Whether it is a value of this type.
pub fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (Value::Number(number), Type::Number(range)) => range.range.contains(*number),
        (Value::Number(number), Type::Integer(range)) => range.range.contains(*number) && number.is_whole(),
        (Value::Date(day), Type::Date(date)) => date.range.contains(*day),
        (Value::Text(text), Type::Email) => leadrules_language::text::is_email(text),
        (Value::Text(_), Type::Text) | (Value::Truth(_), Type::YesNo) => true,
        (Value::Choice(option), Type::Choice(choice)) => usize::from(*option) < choice.options.len(),
        (Value::Texts(_), Type::ListOfText { .. }) | (Value::Choices(_), Type::ListOfChoice { .. }) => true,
        _ => false,
    }
}

/// Values of a type at, and next to, everything that conditions ask for.
pub fn values(ty: &Type, leaves: &[&Cond], numbers: &[Decimal], today: Day) -> Vec<Value> {
    match ty {
        Type::Number(_) | Type::Integer(_) => {
            let step = if matches!(ty, Type::Integer(_)) { SCALE } else { 1 };
            let mut values: Vec<i128> = numbers.iter().flat_map(|n| [n.0 - step, n.0, n.0 + step]).collect();
            values.extend(numbers.iter().zip(numbers.iter().skip(1)).map(|(a, b)| i128::midpoint(a.0, b.0)));
            if values.is_empty() {
                values.push(SCALE);
            }
            let whole = |value: i128| if step == SCALE { value.div_euclid(SCALE) * SCALE } else { value };
            values.into_iter().map(|value| Value::Number(Decimal(whole(value)))).collect()
        }
        Type::YesNo => vec![Value::Truth(true), Value::Truth(false)],
        Type::Date(_) => {
            let ends = leaves.iter().flat_map(|leaf| days(leaf, today));
            let since = numbers
                .iter()
                .filter_map(|n| Day::try_from(n.0 / SCALE).ok())
                .filter_map(|days| today.checked_sub(days));
            let ends: BTreeSet<Day> = ends.chain(since).filter(|day| day.unsigned_abs() < 700_000).collect();
            let near = ends.iter().flat_map(|day| [day - 1, *day, day + 1]).chain([today]);
            near.map(Value::Date).collect()
        }
        Type::Choice(choice) => (0..).zip(&choice.options).map(|(at, _)| Value::Choice(at)).collect(),
        Type::ListOfChoice { choice, .. } => {
            let mut values: Vec<Vec<u16>> = (0..).zip(&choice.options).map(|(at, _)| vec![at]).collect();
            values.extend(leaves.iter().filter_map(|leaf| match &leaf.kind {
                CondKind::Choices { options, all: true, .. } => Some(options.clone()),
                _ => None,
            }));
            let every: BTreeSet<u16> = leaves.iter().flat_map(|leaf| wanted(leaf)).collect();
            values.push(every.into_iter().collect());
            let sorted = values.into_iter().filter(|value| !value.is_empty()).map(|mut value| {
                value.sort_unstable();
                value
            });
            sorted.map(Value::Choices).collect()
        }
        Type::Text => texts(leaves).into_iter().chain(["x".to_owned()]).map(Value::Text).collect(),
        Type::Email => {
            let made = texts(leaves).into_iter().flat_map(|text| {
                let dotless = text.trim_start_matches(['.', '@']);
                [
                    text.clone(),
                    format!("name@{dotless}"),
                    format!("name@company{text}"),
                    format!("{text}@company.example"),
                ]
            });
            made.chain(["name@company.example".to_owned(), "name@company.test".to_owned()]).map(Value::Text).collect()
        }
        Type::ListOfText { .. } => {
            let all = leaves.iter().filter_map(|leaf| match &leaf.kind {
                CondKind::Texts { texts, all: true, .. } => Some(texts.clone()),
                _ => None,
            });
            let single = texts(leaves).into_iter().chain(["x".to_owned()]).map(|text| vec![text]);
            all.chain(single).map(Value::Texts).collect()
        }
    }
}

fn wanted(leaf: &Cond) -> Vec<u16> {
    match &leaf.kind {
        CondKind::Choices { options, .. } => options.clone(),
        _ => Vec::new(),
    }
}

fn days(leaf: &Cond, today: Day) -> Vec<Day> {
    match &leaf.kind {
        CondKind::Date(_, ranges) => {
            let ends = ranges.iter().flat_map(|range| match range {
                DateRange::Days(first, last) => [*first, *last],
                DateRange::Window(window) => {
                    let (first, last) = Window::days(*window, today);
                    [Some(first), Some(last)]
                }
            });
            ends.flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Texts that pass what conditions ask of texts: the first few of each list.
fn texts(leaves: &[&Cond]) -> Vec<String> {
    const FEW: usize = 4;
    let mut found = Vec::new();
    for leaf in leaves {
        match &leaf.kind {
            CondKind::Text(_, test) => match test {
                TextTest::Part(TextOp::ContainsAll, texts) => found.push(texts.join(" ")),
                // A text that matches is looked for only among the plain texts of the expression.
                TextTest::Matches(pattern) => {
                    let plain = |c: char| !c.is_alphanumeric() && c != ' ';
                    found.extend(
                        pattern.folded.split(plain).filter(|text| !text.is_empty()).take(FEW).map(str::to_owned),
                    );
                }
                other => found.extend(other.texts().iter().take(FEW).cloned()),
            },
            CondKind::Texts { texts, .. } => found.extend(texts.iter().take(FEW).cloned()),
            _ => {}
        }
    }
    found
}

/// Values in words: a range of numbers or dates, options by name, or the conditions that texts meet.
pub fn words(
    rules: &Rules,
    id: FieldId,
    leaves: &[&Cond],
    found: &[leadrules_language::types::Truth],
    values: &[Value],
    all: &[Value],
) -> Text {
    let ty = &rules.field(id).ty;
    match ty {
        Type::Number(_) | Type::Integer(_) | Type::Date(_) => ends(values, all, ty),
        Type::YesNo | Type::Choice(_) => Text::list(values.iter().map(|value| value.said(ty)), Junction::Or),
        Type::ListOfChoice { .. } => values[0].said(ty),
        Type::Text | Type::Email | Type::ListOfText { .. } => {
            let met = leaves.iter().zip(found).filter(|(leaf, truth)| {
                **truth == leadrules_language::types::Truth::True && !matches!(leaf.kind, CondKind::Known(_))
            });
            let mut texts: Vec<String> = met.map(|(leaf, _)| one_line(rules.text(leaf.span))).collect();
            texts.dedup();
            if texts.is_empty() {
                say!("known, and nothing that rules single out")
            } else {
                Text::verbatim(texts.join(" and "))
            }
        }
    }
}

/// `100 to 200`, `201 or more`, `9 or less`
fn ends(values: &[Value], all: &[Value], ty: &Type) -> Text {
    let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else { return Text::empty() };
    let (least, most) = (low.said(ty), high.said(ty));
    let date = matches!(ty, Type::Date(_));
    let is_first = all.iter().min() == Some(low);
    let is_last = all.iter().max() == Some(high);
    // Values of one kind need not be next to each other.
    let between = all.iter().any(|other| low < other && other < high && !values.contains(other));
    let (above, below) = (amount::just_above(low), amount::just_below(high));
    match (is_first, is_last) {
        _ if between => {
            let either = |one, other| say!("{one} or {other}", one, other);
            values.iter().map(|value| value.said(ty)).reduce(either).unwrap_or_else(Text::empty)
        }
        (true, true) => say!("known"),
        (true, false) => match below {
            Some(end) => say!("less than {end}", end),
            None if date => say!("{most} or before", most),
            None => say!("{most} or less", most),
        },
        (false, true) => match above {
            Some(end) => say!("more than {end}", end),
            None if date => say!("{least} or later", least),
            None => say!("{least} or more", least),
        },
        (false, false) if low == high => least,
        (false, false) => match (above, below) {
            (None, None) => say!("{least} to {most}", least, most),
            (None, Some(end)) => say!("{least} or more, and less than {end}", least, end),
            (Some(start), None) => say!("more than {start}, up to {most}", start, most),
            (Some(start), Some(end)) => say!("more than {start} and less than {end}", start, end),
        },
    }
}
