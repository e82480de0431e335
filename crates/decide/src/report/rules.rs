//! The part of the page that says what the rules are: scores, groups and rules in sentences, with how often each fired. In: rules and
//! counts; out: what the template shows.

use serde::Serialize;

use super::answer::{length, range};
use super::gather::Gatherer;
use super::judged::{RuleJudged, rule_judged};
use super::sentence::{Sentences, quoted, spoken};
use crate::backtest::Backtest;
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::{Group, Part, RowKind, Rule, Score, ScoreBody};
use leadrules_language::words::{Locale, Text, Value, say};

#[derive(Serialize)]
pub(super) struct RulesPart {
    score: String,
    /// How many rules, the range, and who keeps it.
    about: String,
    formula: Option<String>,
    groups: Vec<GroupPart>,
}

#[derive(Serialize)]
struct GroupPart {
    head: Option<String>,
    rules: Vec<RulePart>,
}

#[derive(Serialize)]
struct RulePart {
    title: Option<String>,
    when: String,
    points: String,
    because: Option<String>,
    fired: String,
    length: String,
    mean: String,
    judged: Option<RuleJudged>,
}

/// What a score consists of.
pub(super) fn rules_part(
    gathered: &Gatherer<'_>,
    sentences: Sentences<'_>,
    score: &Score,
    backtest: Option<&Backtest>,
    locale: Locale,
) -> RulesPart {
    let leads = gathered.counts.leads;
    let say = |text: &Text| text.in_locale(locale);
    let rule = |rule: &Rule, kind: RowKind| {
        let id = rule.id.0 as usize;
        let when = match (sentences.rule(rule), kind) {
            (when, RowKind::Otherwise) if when.is_empty() => say!(", and no other row holds"),
            (when, RowKind::Otherwise) => say!("{when}, and no other row holds", when),
            (when, _) => when,
        };
        let fired = gathered.counts.fired[id];
        let mean = i64::try_from(divide_rounded(gathered.given[id], i128::from(leads.max(1)))).unwrap_or(0);
        RulePart {
            title: rule.titled.then(|| rule.title.clone()),
            when: say(&when),
            points: say(&Text::figure(Value::Signed(rule.gain.points()))),
            because: rule.because.clone(),
            fired: say(&Text::share(fired, leads)),
            length: length(fired, leads),
            mean: say(&Text::figure(Points(mean))),
            judged: backtest.map(|backtest| rule_judged(&backtest.rules[id], locale)),
        }
    };
    let mut groups: Vec<GroupPart> = Vec::new();
    let alone = |rule: RulePart, groups: &mut Vec<GroupPart>| match groups.last_mut() {
        Some(GroupPart { head: None, rules }) => rules.push(rule),
        _ => groups.push(GroupPart { head: None, rules: vec![rule] }),
    };
    let rows = |part: &Part| -> Vec<RulePart> {
        match part {
            Part::Rule(one) => vec![rule(one, RowKind::Values)],
            Part::Table(table) => table.rows.iter().map(|row| rule(&row.rule, row.kind)).collect(),
            Part::Group(_) => Vec::new(),
        }
    };
    let formula = match &score.body {
        ScoreBody::Computed(quantity) => Some(say(&say!("is {formula}.", formula = sentences.quantity(quantity)))),
        ScoreBody::Rules(parts) => {
            for part in parts {
                match part {
                    Part::Rule(one) => alone(rule(one, RowKind::Values), &mut groups),
                    Part::Table(table) => {
                        let by = spoken(gathered.rules.text(table.span));
                        let head = say(&say!("At most one of these, by {by}", by));
                        groups.push(GroupPart { head: Some(head), rules: rows(part) });
                    }
                    Part::Group(group) => {
                        let rules = group.parts.iter().flat_map(rows).collect();
                        groups.push(GroupPart { head: Some(say(&group_head(group))), rules });
                    }
                }
            }
            None
        }
    };
    let count: u64 = groups.iter().map(|group| group.rules.len() as u64).sum();
    let about = [
        Some(say!("{rules} {rules|rule|rules}", rules = count)),
        range(score),
        score.owner.as_ref().map(|owner| say!("kept by {owner}", owner)),
    ];
    RulesPart {
        score: spoken(&score.name),
        about: say(&Text::row(about.into_iter().flatten().collect(), ", ")),
        formula,
        groups,
    }
}

/// What a group is called, and how its rules limit each other.
fn group_head(group: &Group) -> Text {
    let name = quoted(group.title.as_str());
    let name = if group.best { say!("{group}: only what gives most counts", group = name) } else { name };
    let limits = [
        group.up_to.map(|cap| say!("at most {cap} in all", cap)),
        group.down_to.map(|cap| say!("at least {cap} in all", cap)),
    ];
    Text::row(std::iter::once(name).chain(limits.into_iter().flatten()).collect(), ", ")
}
