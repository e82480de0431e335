//! `X is not A or X is not B`: whatever `X` is, it is not one of the two, so this is true wherever `X` is known. In: the parts
//! of an `or`; out: a warning that offers `and`. Only the form is looked at; nothing is proved here.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, DateRange, NumberRange, Origin, Rules, TextTest};
use crate::words::say;

/// A warning, if two of the parts of this `or` can't both be false.
pub(super) fn always(rules: &Rules, whole: &Cond, parts: &[Cond]) -> Option<Diagnostic> {
    let excluded: Vec<Option<&CondKind>> = parts.iter().map(excluded).collect();
    let is_alone =
        |at: usize| excluded[at].is_some_and(|one| excluded[..at].iter().flatten().any(|other| differ(one, other)));
    let second = (1..parts.len()).find(|&at| is_alone(at))?;
    let one = excluded[second]?;
    let first = excluded.iter().position(|other| other.is_some_and(|other| differ(one, other)))?;
    let words = |at: usize| rules.text(parts[at].span);
    let finding = Diagnostic::new(
        &codes::LR0519,
        say!("one of these is always so"),
        whole.span,
        say!("true of every lead of which it is known"),
    )
    .help(say!(
        "Nothing is both, so whatever fails `{first}` passes `{second}`. Write `and` if it should be neither.",
        first = words(first),
        second = words(second)
    ));
    let all: Vec<&str> = (0..parts.len()).map(words).collect();
    // If all parts are negations about the same thing, it is plain what was meant.
    let are_all = excluded
        .iter()
        .enumerate()
        .all(|(at, one)| at == second || one.zip(excluded[second]).is_some_and(|(one, other)| differ(one, other)));
    Some(if are_all { finding.guess(say!("write `and`"), whole.span, all.join(" and ")) } else { finding })
}

/// What a negation by the author excludes.
fn excluded(cond: &Cond) -> Option<&CondKind> {
    match (&cond.kind, cond.origin) {
        (CondKind::Not(inner), Origin::Written) => Some(&inner.kind),
        _ => None,
    }
}

/// Whether these ask the same thing for values that have none in common.
fn differ(one: &CondKind, other: &CondKind) -> bool {
    match (one, other) {
        (CondKind::Choice(a, x), CondKind::Choice(b, y)) => a == b && apart(x, y),
        (CondKind::Text(a, TextTest::In(x)), CondKind::Text(b, TextTest::In(y))) => a == b && apart(x, y),
        (CondKind::Number(a, x), CondKind::Number(b, y)) => {
            a == b && x.iter().chain(y).all(is_one_number) && apart(x, y)
        }
        (CondKind::Date(a, x), CondKind::Date(b, y)) => a == b && x.iter().chain(y).all(is_one_day) && apart(x, y),
        (CondKind::Stage(x), CondKind::Stage(y)) => apart(x, y),
        _ => false,
    }
}

fn apart<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().all(|value| !other.contains(value))
}

fn is_one_number(range: &NumberRange) -> bool {
    range.low.is_some() && range.low == range.high
}

fn is_one_day(range: &DateRange) -> bool {
    matches!(range, DateRange::Days(Some(first), Some(last)) if first == last)
}
