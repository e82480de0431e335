//! Events that two rules of a score count without a limit. In: a model; out: findings.

use super::super::model::Model;
use super::found::Findings;
use crate::calendar::{Period, Unit, Window};
use crate::codes;
use crate::decimal::Points;
use crate::diagnostic::Diagnostic;
use crate::ir::{CondKind, Gain, Occurrences, Part, Rule};
use crate::words::{Text, say};

/// At most this many pairs of rules are looked at.
const MOST_PAIRS: usize = 50_000;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let mut left = MOST_PAIRS;
    for score in &model.space.rules.scores {
        twice(model, score.parts(), &mut left, findings);
    }
}

fn twice(model: &Model<'_>, parts: &[Part], left: &mut usize, findings: &mut Findings) {
    let mut seen: Vec<(&Rule, &Occurrences)> = Vec::new();
    for part in parts {
        let rule = match part {
            Part::Rule(rule) => rule,
            // Where a limit holds them together, or only one of them counts, both may be meant.
            Part::Group(group) if !group.best && group.up_to.is_none() && group.down_to.is_none() => {
                twice(model, &group.parts, left, findings);
                continue;
            }
            Part::Group(_) | Part::Table(_) => continue,
        };
        let Some(of) = each(rule).filter(|_| rule.in_force(model.space.today)) else { continue };
        for (other, theirs) in &seen {
            if *left == 0 {
                findings.undecided(
                    rule.left,
                    say!("which events further rules count twice"),
                    say!("there are more than {most} pairs of rules that count events", most = MOST_PAIRS.to_string()),
                );
                return;
            }
            *left -= 1;
            if same_sign(rule, other)
                && let Some(period) = in_both((of, theirs))
            {
                let (one, two) = (rule.gain.points(), other.gain.points());
                let finding = Diagnostic::new(
                    &codes::LR0517,
                    match period {
                        None => say!("an event is counted by two rules"),
                        Some(period) => say!("an event of the last {period} is counted by two rules", period = said(period)),
                    },
                    rule.left,
                    say!("gives {points} for it", points = one.signed()),
                )
                .also(other.left, say!("gives {points} for it", points = two.signed()))
                .help(say!(
                    "Rules add up: such an event gives {points}. If that is too much, let one of them give less, or take it out. If both \
                     are meant, a limit on one of them (`up to`) says so.",
                    points = Points(one.0 + two.0).signed()
                ));
                findings.push(finding);
                break;
            }
        }
        seen.push((rule, of));
    }
}

/// `30 days`
fn said(period: Period) -> Text {
    let (count, number) = (period.count, period.count.to_string());
    match period.unit {
        Unit::Hour => say!("{number} {count|hour|hours}", number, count),
        Unit::Day => say!("{number} {count|day|days}", number, count),
        Unit::Week => say!("{number} {count|week|weeks}", number, count),
        Unit::Month => say!("{number} {count|month|months}", number, count),
        Unit::Year => say!("{number} {count|year|years}", number, count),
    }
}

/// The events for each of which a rule gives its full points without a limit, whatever else there is.
fn each(rule: &Rule) -> Option<&Occurrences> {
    let asks_no_more = matches!(&rule.condition.kind, CondKind::Happened { at_least: ..=1, at_most: None, .. });
    match &rule.gain {
        Gain::PerOccurrence { of, once_per: None, decay: None, .. } if rule.cap.is_none() && asks_no_more => Some(of),
        Gain::PerOccurrence { .. } | Gain::Once { .. } | Gain::PerUnit { .. } => None,
    }
}

fn same_sign(one: &Rule, other: &Rule) -> bool {
    one.gain.points().0.signum() * other.gain.points().0.signum() > 0
}

/// Within what an event that both count happened, if within anything; `None` if there may be no event that both count.
fn in_both((one, other): (&Occurrences, &Occurrences)) -> Option<Option<Period>> {
    if one.kinds != other.kinds || one.filter != other.filter {
        return None;
    }
    match (one.window, other.window) {
        (left, right) if left == right => Some(None),
        (Some(Window::InLast(period)), None) | (None, Some(Window::InLast(period))) => Some(Some(period)),
        (Some(Window::InLast(one)), Some(Window::InLast(other))) => {
            let shorter = if one.days()? <= other.days()? { one } else { other };
            Some(Some(shorter))
        }
        _ => None,
    }
}
