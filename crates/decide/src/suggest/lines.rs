//! Groups of values as lines of the language. In: a factor, its groups, their points; out: a rule or a table for a score.

use leadrules_language::ir::{Field, FieldId, Rules};
use leadrules_language::resolve::written;
use leadrules_language::types::{ChoiceType, Type};

use super::candidates::Candidate;
use super::factor::{Factor, Grouped, Of, name};
use super::number::{number, signed};
use super::rows::{Left, rows};

/// Lines for a factor that is not yet a rule, without those that give nothing.
pub(super) fn lines(
    rules: &Rules,
    factor: &Factor,
    grouped: &Grouped,
    points: &[i64],
    tried: &[Candidate],
) -> Vec<String> {
    let rows = rows(factor, &grouped.groups, points);
    match factor.of {
        Of::Rule(_) => Vec::new(),
        Of::Line(at, most) => rows.iter().map(|(_, points)| tried[at].line(*points, most)).collect(),
        Of::Entry(field, entry) => {
            let option = option(choice(rules.field(field)), entry);
            let name = name(rules, field);
            rows.iter().map(|(_, points)| format!("{name} contains {option} => {}", signed(*points))).collect()
        }
        Of::Field(field) => of_field(name(rules, field), rules.field(field), &rows),
    }
}

/// How many rules these lines hold.
pub(super) fn count(lines: &[String]) -> usize {
    lines.iter().map(|line| line.matches("=>").count()).sum()
}

fn of_field(name: &str, field: &Field, rows: &[(Left, i64)]) -> Vec<String> {
    // Yes, no and unknown get lines of their own.
    let apart = rows.len() == 1 || field.ty == Type::YesNo;
    let line = |(left, points): &(Left, i64)| format!("{} => {}", condition(name, field, left), signed(*points));
    if rows.is_empty() || apart {
        return rows.iter().map(line).collect();
    }
    let row = |(left, points): &(Left, i64)| format!("  {} => {}\n", in_table(field, left), signed(*points));
    vec![format!("{name} {{\n{}}}", rows.iter().map(row).collect::<String>())]
}

/// As the condition of a rule.
pub(super) fn alone(rules: &Rules, field: FieldId, left: &Left) -> String {
    condition(name(rules, field), rules.field(field), left)
}

fn condition(name: &str, field: &Field, left: &Left) -> String {
    match left {
        Left::Options(options) if options.len() == 1 => format!("{name} is {}", in_table(field, left)),
        Left::Options(_) => format!("{name} in {}", in_table(field, left)),
        Left::Range(..) => format!("{name} {}", in_table(field, left)),
        Left::Known | Left::Otherwise => format!("{name} is known"),
        Left::Unknown => format!("{name} is unknown"),
        Left::Truth(false) => format!("{name} is no"),
        Left::Truth(true) | Left::Counts => name.to_owned(),
    }
}

/// As the row of a table.
fn in_table(field: &Field, left: &Left) -> String {
    match left {
        Left::Options(options) => options.iter().map(|at| option(choice(field), *at)).collect::<Vec<_>>().join(", "),
        Left::Range(low, high) => range(*low, *high, matches!(field.ty, Type::Integer(_))),
        Left::Otherwise | Left::Known => "otherwise".to_owned(),
        Left::Unknown => "unknown".to_owned(),
        Left::Truth(_) | Left::Counts => unreachable!("stands in a line of its own"),
    }
}

fn range(low: Option<i64>, high: Option<i64>, whole: bool) -> String {
    let low = low.map(number).unwrap_or_default();
    match high {
        None => format!("{low}.."),
        Some(high) if whole => {
            let last = number(high - 1_000_000);
            if low == last { low } else { format!("{low}..{last}") }
        }
        Some(high) => format!("{low}..<{}", number(high)),
    }
}

fn choice(field: &Field) -> &ChoiceType {
    field.ty.options().unwrap_or_else(|| unreachable!("a {} field has no options", field.ty.word()))
}

fn option(choice: &ChoiceType, at: u16) -> String {
    written(&choice.options[usize::from(at)].name)
}
