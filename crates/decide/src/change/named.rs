//! What changes are identified by: the names of rules, and the groups of a rule set.

use leadrules_language::decimal::{Decimal, divide_rounded};
use leadrules_language::ir::{Group, Part, Rule, RuleId, Rules};
use leadrules_language::source::Span;
use leadrules_language::source::one_line;

/// The groups of a rule set, in the order in which outcomes name them.
pub(crate) fn groups(rules: &Rules) -> Vec<(usize, &Group)> {
    let groups = rules.scores.iter().enumerate().flat_map(|(at, score)| {
        score.parts().iter().filter_map(move |part| match part {
            Part::Group(group) => Some((at, group)),
            Part::Rule(_) | Part::Table(_) => None,
        })
    });
    groups.collect()
}

/// What is said about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNamed {
    /// Its title.
    pub title: String,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The line.
    pub span: Span,
    /// The rule on a single line; a row of a table together with its subject: `employees { 100..200 => +20 }`.
    pub text: String,
    /// When it gives points: its left side, for a row together with its subject.
    pub(crate) left: String,
    /// The index of its score.
    pub(crate) score: usize,
}

impl RuleNamed {
    /// For all rules, by id.
    pub(super) fn all(rules: &Rules) -> Vec<Self> {
        let mut named: Vec<(RuleId, Self)> = Vec::new();
        for (score, body) in rules.scores.iter().enumerate() {
            body.parts().iter().for_each(|part| Self::of_part(rules, score, part, &mut named));
        }
        named.sort_by_key(|(id, _)| *id);
        named.into_iter().map(|(_, named)| named).collect()
    }

    pub(super) fn of_part(rules: &Rules, score: usize, part: &Part, named: &mut Vec<(RuleId, Self)>) {
        let mut add = |rule: &Rule, text: String, left: String| {
            let (title, owner) = (rule.title.clone(), rule.owner.clone());
            named.push((rule.id, Self { title, owner, span: rule.span, text, left, score }));
        };
        let text = |span: Span| one_line(rules.text(span));
        match part {
            Part::Rule(rule) => add(rule, text(rule.span), text(rule.left)),
            Part::Table(table) => {
                let subject = text(table.span);
                for row in &table.rows {
                    let (line, left) = (text(row.rule.span), text(row.rule.left));
                    add(&row.rule, format!("{subject} {{ {line} }}"), format!("{subject} {left}"));
                }
            }
            Part::Group(group) => group.parts.iter().for_each(|part| Self::of_part(rules, score, part, named)),
        }
    }
}

pub(super) fn times(weight: Decimal, points: Decimal) -> Decimal {
    Decimal(divide_rounded(weight.0.saturating_mul(points.0), leadrules_language::decimal::SCALE))
}
