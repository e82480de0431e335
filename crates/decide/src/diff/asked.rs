//! What a lead asks of its account, or an account of its leads, where two rule sets answer otherwise.

use serde::Serialize;

use leadrules_engine::engine::Known;
use leadrules_language::ir::{Field, Rules};
use leadrules_language::source::one_line;
use leadrules_language::words::{Text, say};

/// Something that is asked of the others, and what it is under each rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// As it is written: `account.fit`, `count of leads where (engagement >= 8)`.
    pub what: String,
    /// What it is before; `None` if it is unknown.
    pub before: Option<String>,
    /// What it is after.
    pub after: Option<String>,
}

impl Answer {
    /// `account.fit 30 to 45`
    #[must_use]
    pub fn said(&self) -> Text {
        let value = |value: &Option<String>| value.as_ref().map_or_else(|| say!("unknown"), Text::verbatim);
        say!("{what} {before} to {after}", what = &self.what, before = value(&self.before), after = value(&self.after))
    }
}

/// What both rule sets ask, where the answers differ.
pub(super) fn answers(old: (&Rules, &Known), new: (&Rules, &Known)) -> Vec<Answer> {
    let before = of(old);
    let after = of(new);
    let both = after.into_iter().filter_map(|(what, after)| {
        let before = before.iter().find(|(other, _)| *other == what)?.1.clone();
        (before != after).then_some(Answer { what, before, after })
    });
    both.collect()
}

/// What a rule set asks, and what it is: the fields that no file declares.
fn of((rules, known): (&Rules, &Known)) -> Vec<(String, Option<String>)> {
    let first = usize::from(rules.declared_fields);
    let asked = rules.fields.iter().zip(&known.lead.fields).enumerate().skip(first);
    let is_asked = |at: usize| rules.before.is_none_or(|before| usize::from(before.0) != at);
    let answer = |(field, value): (&Field, &Option<leadrules_language::types::Value>)| {
        (one_line(&field.name), value.as_ref().map(|value| value.shown(&field.ty)))
    };
    asked.filter(|(at, _)| is_asked(*at)).map(|(_, asked)| answer(asked)).collect()
}
