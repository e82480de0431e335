//! Groups of values as lines of the language. In: a factor, its groups, their points; out: a rule or a table for a score.

use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{Field, Rules};
use leadrules_language::resolve::written;
use leadrules_language::types::{ChoiceType, Type};

use super::factor::{Factor, Level, Of, name};
use super::fuse::Grouped;

/// Lines for a factor that is a field, without the ones that give nothing.
pub(super) fn lines(rules: &Rules, factor: &Factor, grouped: &Grouped, points: &[i64]) -> Vec<String> {
    match factor.of {
        Of::Rule(_) => Vec::new(),
        Of::Entry(field, entry) => {
            let option = option(choice(rules.field(field)), entry);
            let given = grouped.groups.iter().zip(points).find(|(group, points)| group.contains(&1) && **points != 0);
            given
                .map(|(_, points)| format!("{} contains {option} => {}", name(rules, field), signed(*points)))
                .into_iter()
                .collect()
        }
        Of::Field(field) if factor.ordered => ranges(name(rules, field), rules.field(field), factor, grouped, points),
        Of::Field(field) => {
            let mut groups: Vec<(&Vec<usize>, i64)> =
                grouped.groups.iter().zip(points.iter().copied()).filter(|(_, points)| *points != 0).collect();
            groups.sort_by_key(|(_, points)| -points);
            values(name(rules, field), rules.field(field), factor, &groups)
        }
    }
}

/// How many rules these lines hold.
pub(super) fn count(lines: &[String]) -> usize {
    lines.iter().map(|line| line.matches("=>").count()).sum()
}

fn values(name: &str, field: &Field, factor: &Factor, groups: &[(&Vec<usize>, i64)]) -> Vec<String> {
    if field.ty == Type::YesNo {
        let line = |level: &Level, points: i64| match level {
            Level::Truth(true) => format!("{name} => {}", signed(points)),
            _ => format!("{name} is no => {}", signed(points)),
        };
        let lines = groups.iter().flat_map(|(group, points)| {
            group.iter().filter(|level| **level > 0).map(|level| line(&factor.levels[*level], *points))
        });
        return lines.collect();
    }
    let options = |group: &[usize]| {
        let options = group.iter().filter_map(|level| match factor.levels[*level] {
            Level::Option(at) => Some(option(choice(field), at)),
            Level::Unknown | Level::Truth(_) | Level::Range(..) | Level::Rule => None,
        });
        options.collect::<Vec<_>>()
    };
    match groups {
        [] => Vec::new(),
        // All but a few rare ones: that something is known is what counts.
        [(group, points)] if (1..factor.levels.len()).all(|level| group.contains(&level)) => {
            vec![format!("{name} is known => {}", signed(*points))]
        }
        [(group, points)] => {
            let options = options(group);
            let word = if options.len() == 1 { "is" } else { "in" };
            vec![format!("{name} {word} {} => {}", options.join(", "), signed(*points))]
        }
        _ => {
            let rows = groups
                .iter()
                .map(|(group, points)| format!("  {} => {}\n", options(group).join(", "), signed(*points)));
            vec![format!("{name} {{\n{}}}", rows.collect::<String>())]
        }
    }
}

/// Neighbouring ranges of the same points are one; those at the ends that give nothing are left out.
fn ranges(name: &str, field: &Field, factor: &Factor, grouped: &Grouped, points: &[i64]) -> Vec<String> {
    let whole = matches!(field.ty, Type::Integer(_));
    let mut rows: Vec<(Option<i64>, Option<i64>, i64)> = Vec::new();
    for (at, level) in factor.levels.iter().enumerate() {
        let Level::Range(low, high) = level else { continue };
        let group = grouped.groups.iter().position(|group| group.contains(&at));
        let given = group.map_or(0, |group| points[group]);
        match rows.last_mut() {
            Some((_, end, last)) if *last == given => *end = *high,
            _ => rows.push((*low, *high, given)),
        }
    }
    while rows.last().is_some_and(|(_, _, points)| *points == 0) {
        rows.pop();
    }
    let leading = rows.iter().take_while(|(_, _, points)| *points == 0).count();
    let rows = &rows[leading..];
    let range = |low: Option<i64>, high: Option<i64>| {
        let low = low.map(number).unwrap_or_default();
        match high {
            None => format!("{low}.."),
            Some(high) if whole => {
                let last = number(high - 1_000_000);
                if low == last { low } else { format!("{low}..{last}") }
            }
            Some(high) => format!("{low}..<{}", number(high)),
        }
    };
    match rows {
        [] => Vec::new(),
        [(None, None, points)] => vec![format!("{name} is known => {}", signed(*points))],
        [(low, high, points)] => vec![format!("{name} {} => {}", range(*low, *high), signed(*points))],
        _ => {
            let lines =
                rows.iter().map(|(low, high, points)| format!("  {} => {}\n", range(*low, *high), signed(*points)));
            vec![format!("{name} {{\n{}}}", lines.collect::<String>())]
        }
    }
}

/// A number as rules write it. Three places after the point could be read as thousands: such a number gets a fourth.
fn number(millionths: i64) -> String {
    let text = Decimal(millionths.into()).to_string();
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    if places == 3 { text + "0" } else { text }
}

fn choice(field: &Field) -> &ChoiceType {
    field.ty.options().unwrap_or_else(|| unreachable!("a {} field has no options", field.ty.word()))
}

fn option(choice: &ChoiceType, at: u16) -> String {
    written(&choice.options[usize::from(at)].name)
}

/// `+5`, `-5`, `0`
pub(super) fn signed(points: i64) -> String {
    if points > 0 { format!("+{points}") } else { points.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read_in_one_way_only() {
        assert_eq!(number(4_858_000), "4.8580");
        assert_eq!(number(4_850_000), "4.85");
        assert_eq!(number(-1_000_000), "-1");
    }
}
