//! Values that a field never has, since its `missing` says that they stand for an empty cell. In: a field; out: what they are among
//! those that rules tell apart, and texts that stand for all others.

use std::borrow::Cow;

use super::super::effort::Effort;
use super::ask::{Ask, Holds};
use super::words;
use crate::decimal::Decimal;
use crate::ir::{Field, TextTest};
use crate::text;
use crate::types::Type;

/// The numbers (in millionths) or days that stand for an empty cell of a field.
pub(super) fn points(field: &Field) -> Vec<i128> {
    match &field.ty {
        Type::Number(_) | Type::Integer(_) => {
            let numbers = field.missing.iter().filter_map(|text| Decimal::parse(text.trim()).ok());
            numbers.map(|(number, _)| number.0).collect()
        }
        Type::Date(_) => field.missing_days().into_iter().map(i128::from).collect(),
        _ => Vec::new(),
    }
}

/// Texts for all combinations of answers that texts which stand for no empty cell can give, and whether that is all of them.
pub(super) fn texts(
    field: &Field,
    asks: &[Ask<'_>],
    holds: Holds,
    each: usize,
    effort: &Effort,
) -> (Vec<String>, bool) {
    let missing: Vec<String> = field.missing.iter().map(|text| text::key(text)).collect();
    let is_empty = |sample: &String| missing.contains(&text::key(sample));
    let (samples, complete) = words::samples(asks, holds, each, effort);
    if !samples.iter().any(is_empty) {
        return (samples, complete);
    }
    // Another text may give the same answers as one of these: they are told apart.
    let apart = Ask { test: Cow::Owned(TextTest::In(missing.clone())), of_domain: false };
    let asks: Vec<Ask<'_>> = asks.iter().cloned().chain([apart]).collect();
    let (mut samples, complete) = words::samples(&asks, holds, each, effort);
    samples.retain(|sample| !is_empty(sample));
    (samples, complete)
}
