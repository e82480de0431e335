//! Conditions that are never or always true, rules that stand twice, and rules that another always outdoes. In: a model;
//! out: findings.

use super::super::formula::Formula;
use super::super::model::Model;
use super::super::points::is_in_force;
use super::super::query::Verdict;
use super::super::solve::next;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, Gain, Group, LabelBody, Part, Rule};

pub(super) fn findings(model: &Model<'_>, findings: &mut Vec<Diagnostic>) {
    let rules = model.space.rules;
    for score in &rules.scores {
        for part in score.parts() {
            rules_of(model, part, findings);
            if let Part::Group(group) = part {
                outdone(model, group, findings);
            }
        }
        doubles(model, score.parts(), findings);
    }
    for line in &rules.exclusions {
        never(model, &line.condition, "exclusion", findings);
    }
    // A line that asks for a stage which no lead has is the same mistake.
    let is_dead = |finding: &Diagnostic| [codes::LR0610.id, codes::LR0612.id].contains(&finding.code.id);
    let is_stage_dead = findings.iter().any(is_dead);
    for label in &rules.labels {
        match &label.body {
            LabelBody::Lines { lines, .. } => {
                for (condition, _) in lines {
                    if !(is_stage_dead && rules.looks_of_condition(condition).stage) {
                        never(model, condition, "line", findings);
                    }
                }
            }
            LabelBody::Joined(_) => {}
        }
    }
}

fn rules_of(model: &Model<'_>, part: &Part, findings: &mut Vec<Diagnostic>) {
    match part {
        Part::Rule(rule) => {
            if !never(model, &rule.condition, "rule", findings) {
                always(model, rule, findings);
            }
        }
        Part::Table(table) => {
            for row in &table.rows {
                never(model, &row.rule.condition, "row", findings);
            }
        }
        Part::Group(group) => group.parts.iter().for_each(|part| rules_of(model, part, findings)),
    }
}

/// Reports a condition that no lead meets.
fn never(model: &Model<'_>, condition: &Cond, what: &str, findings: &mut Vec<Diagnostic>) -> bool {
    if matches!(condition.kind, CondKind::Constant(_)) {
        return false;
    }
    let is_never = model.can_be_true(&model.space.formula(condition)) == Verdict::No;
    if is_never {
        findings.push(
            Diagnostic::new(
                &codes::LR0509,
                format!("this {what} can never be used"),
                condition.span,
                "true of no lead that could exist",
            )
            .help("Its parts exclude each other, or ask for values that the field can't hold."),
        );
    }
    is_never
}

/// Reports a condition that every lead meets, whatever is known of it.
fn always(model: &Model<'_>, rule: &Rule, findings: &mut Vec<Diagnostic>) {
    if matches!(rule.condition.kind, CondKind::Constant(_)) || matches!(rule.gain, Gain::PerOccurrence { .. }) {
        return;
    }
    let otherwise = Formula::not(model.space.certain(&rule.condition));
    if model.can_be_true(&otherwise) == Verdict::No {
        findings.push(
            Diagnostic::new(
                &codes::LR0510,
                "every lead gets these points",
                rule.condition.span,
                "true of every lead that could exist",
            )
            .help("Points that all leads get tell none of them apart."),
        );
    }
}

/// The answers of a condition by cell, as far as they can be told; two conditions with the same ask the same.
fn answers(model: &Model<'_>, condition: &Cond) -> Option<(Vec<usize>, Vec<i64>)> {
    const MOST: usize = 20_000;
    let formula = model.space.formula(condition);
    let variables = formula.variables();
    let sizes = &model.space.sizes;
    let count = variables.iter().try_fold(1_usize, |all, at| all.checked_mul(sizes[*at]).filter(|all| *all <= MOST))?;
    let mut cells = vec![0; sizes.len()];
    let table = (0..count)
        .map(|_| {
            let answer = formula.truth(&model.space.facts(&cells)) as i64;
            next(&mut cells, &variables, sizes);
            answer
        })
        .collect();
    Some((variables, table))
}

/// Reports two plain rules of a score that fire for the same leads.
fn doubles(model: &Model<'_>, parts: &[Part], findings: &mut Vec<Diagnostic>) {
    let mut seen: std::collections::HashMap<(Vec<usize>, Vec<i64>), &Rule> = std::collections::HashMap::new();
    for part in parts {
        let Part::Rule(rule) = part else {
            if let Part::Group(group) = part {
                doubles(model, &group.parts, findings);
            }
            continue;
        };
        if !matches!(rule.gain, Gain::Once { decay: None, .. }) || !is_in_force(&model.space, rule) {
            continue;
        }
        let Some(answers) = answers(model, &rule.condition).filter(|(variables, _)| !variables.is_empty()) else {
            continue;
        };
        // A rule that never fires is reported as such.
        if !answers.1.contains(&2) {
            continue;
        }
        if let Some(first) = seen.get(&answers) {
            findings.push(
                Diagnostic::new(
                    &codes::LR0511,
                    "two rules give points to the same leads",
                    rule.left,
                    "asks the same as the other",
                )
                .also(first.left, "the first of them")
                .help("Write one rule with the points of both, or take out the one that was left by mistake."),
            );
        } else {
            seen.insert(answers, rule);
        }
    }
}

/// Reports rules of a `best` group that are never the best.
fn outdone(model: &Model<'_>, group: &Group, findings: &mut Vec<Diagnostic>) {
    if !group.best {
        return;
    }
    let plain: Vec<&Rule> = group
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Rule(rule) if matches!(rule.gain, Gain::Once { decay: None, .. }) => Some(rule),
            Part::Rule(_) | Part::Table(_) | Part::Group(_) => None,
        })
        .filter(|rule| rule.gain.points().0 > 0 && is_in_force(&model.space, rule))
        .collect();
    for rule in &plain {
        let better = plain.iter().find(|other| {
            if other.id == rule.id || other.gain.points() < rule.gain.points() {
                return false;
            }
            if other.gain.points() == rule.gain.points() && other.id > rule.id {
                return false;
            }
            // No lead meets this one without the other.
            let alone = Formula::And(vec![
                model.space.certain(&rule.condition),
                Formula::not(model.space.certain(&other.condition)),
            ]);
            model.can_be_true(&alone) == Verdict::No
                && model.can_be_true(&model.space.formula(&rule.condition)) != Verdict::No
        });
        if let Some(better) = better {
            findings.push(
                Diagnostic::new(
                    &codes::LR0512,
                    "this rule never counts",
                    rule.left,
                    "whoever meets it meets the other too",
                )
                .also(better.left, "gives as much or more")
                .help("In a group with `best` only the rule that gives most counts."),
            );
        }
    }
}
