//! Conditions that are never or always true, rules that are written twice, and rules that another always outdoes. In: a
//! model; out: findings.

use std::collections::{HashMap, HashSet};

use super::super::formula::Formula;
use super::super::kin::Who;
use super::super::model::Model;
use super::super::problem::next;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::super::space::Picked;
use super::super::witness::Witness;
use super::found::{Findings, with_any};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, CondKind, Gain, Group, LabelBody, Part, RowKind, Rule, Table};
use crate::reference::LeadOutcome;
use crate::types::Truth;
use crate::words::{Text, say};

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
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
        let said = (say!("this exclusion can never be used"), say!("whether this exclusion can ever be used"));
        never(model, &line.condition, said, findings);
    }
    // What accounts ask of their leads is asked of each of them.
    let gathered = rules.accounts.iter().flat_map(|accounts| &accounts.gathered);
    for filter in gathered.filter(|gathered| gathered.is_written()).filter_map(|gathered| gathered.filter.as_ref()) {
        let said = (say!("this condition can never be used"), say!("whether this condition can ever be used"));
        never(model, filter, said, findings);
    }
    // A line that asks for a stage that no lead has is the same mistake.
    let is_dead = |finding: &Diagnostic| [codes::LR0610.id, codes::LR0612.id].contains(&finding.code.id);
    let is_stage_dead = findings.found.iter().any(is_dead);
    for label in &rules.labels {
        match &label.body {
            LabelBody::Lines { lines, .. } => {
                for (condition, _) in lines {
                    if !(is_stage_dead && rules.dependencies_of_condition(condition).stage) {
                        let said = (say!("this line can never be used"), say!("whether this line can ever be used"));
                        never(model, condition, said, findings);
                    }
                }
            }
            LabelBody::Joined(_) => {}
        }
    }
}

fn rules_of(model: &Model<'_>, part: &Part, findings: &mut Findings) {
    match part {
        Part::Rule(rule) => {
            let said = (say!("this rule can never be used"), say!("whether this rule can ever be used"));
            if !never(model, &rule.condition, said, findings) {
                always(model, rule, findings);
            }
        }
        Part::Table(table) => {
            for row in &table.rows {
                let said = (say!("this row can never be used"), say!("whether this row can ever be used"));
                never(model, &row.rule.condition, said, findings);
            }
            left_over(model, table, findings);
        }
        Part::Group(group) => group.parts.iter().for_each(|part| rules_of(model, part, findings)),
    }
}

/// Reports a condition that no lead meets, with what is found then, and what is asked.
fn never(model: &Model<'_>, condition: &Cond, (found, asked): (Text, Text), findings: &mut Findings) -> bool {
    if matches!(condition.kind, CondKind::Constant(_)) {
        return false;
    }
    let verdict = model.can_be_true(&model.space.formula(condition));
    let is_never = findings.is_never(&verdict, condition.span, || asked);
    if is_never {
        findings.push(
            Diagnostic::new(&codes::LR0509, found, condition.span, true_of_none(model.who))
                .help(say!("Its parts exclude each other, or ask for values that the field can't hold.")),
        );
    }
    is_never
}

/// Why a condition is of no use.
pub(super) fn true_of_none(who: Who) -> Text {
    who.choose(say!("true of no lead that could exist"), say!("true of no account that could exist"))
}

/// Reports an `otherwise` to which the other rows leave nothing: what is none of the options is unknown.
fn left_over(model: &Model<'_>, table: &Table, findings: &mut Findings) {
    let of_kind = |kind: RowKind| table.rows.iter().filter(move |row| row.kind == kind).map(|row| &row.rule);
    let Some(otherwise) = of_kind(RowKind::Otherwise).next() else { return };
    let taken = of_kind(RowKind::Values).map(|rule| model.space.certain(&rule.condition)).collect();
    let left = Formula::And(vec![model.space.formula(&otherwise.condition), Formula::not(Formula::Or(taken))]);
    let verdict = model.can_be_true(&left);
    if findings.is_never(&verdict, otherwise.condition.span, || say!("whether this `otherwise` can ever be used")) {
        findings.push(
            Diagnostic::new(
                &codes::LR0509,
                say!("this `otherwise` can never be used"),
                otherwise.condition.span,
                say!("each value that can be known has a row"),
            )
            .help(say!(
                "A value in the data that does not fit the field, being none of its options for one, is unknown and gets nothing here. If \
                 it is to count, write a row `unknown`, or declare the field as a text."
            )),
        );
    }
}

/// Reports a condition that every lead meets, whatever is known of the lead.
fn always(model: &Model<'_>, rule: &Rule, findings: &mut Findings) {
    if matches!(rule.condition.kind, CondKind::Constant(_)) || matches!(rule.gain, Gain::PerOccurrence { .. }) {
        return;
    }
    let otherwise = Formula::not(model.space.certain(&rule.condition));
    let verdict = model.can_be_true(&otherwise);
    if findings.is_never(&verdict, rule.condition.span, || {
        model.who.choose(say!("whether every lead gets these points"), say!("whether every account gets these points"))
    }) {
        let finding = Diagnostic::new(
            &codes::LR0510,
            model.who.choose(say!("every lead gets these points"), say!("every account gets these points")),
            rule.condition.span,
            model
                .who
                .choose(say!("true of every lead that could exist"), say!("true of every account that could exist")),
        )
        .help(model.who.choose(
            say!("Points that all leads get tell none of them apart."),
            say!("Points that all accounts get tell none of them apart."),
        ));
        // Even a lead of which nothing is known.
        let nobody = proof::confirmed(model, Verdict::Yes(Picked::default()), |outcome| is_met(outcome, rule));
        findings.push(with_any(finding, model.space.rules, &nobody));
    }
}

fn is_met(outcome: &LeadOutcome, rule: &Rule) -> bool {
    outcome.rules[rule.id.0 as usize].truth == Truth::True
}

/// A lead that meets this rule and also confirms what is said.
fn met(model: &Model<'_>, rule: &Rule, confirms: impl Fn(&LeadOutcome) -> bool) -> Reach<Witness> {
    let verdict = model.can_be_true(&model.space.certain(&rule.condition));
    proof::confirmed(model, verdict, |outcome| is_met(outcome, rule) && confirms(outcome))
}

/// The answers of a condition for each combination of cells, if there are not too many; two conditions with the same
/// answers ask the same.
fn answers(model: &Model<'_>, condition: &Cond, variables: Vec<usize>) -> Option<(Vec<usize>, Vec<u8>)> {
    const MOST: usize = 20_000;
    let formula = model.space.formula(condition);
    let sizes = &model.space.sizes;
    let count = variables.iter().try_fold(1_usize, |all, at| all.checked_mul(sizes[*at]).filter(|all| *all <= MOST))?;
    if !model.space.may_look_up(count) || !model.space.may_evaluate(count * formula.weight()) {
        return None;
    }
    let mut cells = vec![0; sizes.len()];
    let table = (0..count)
        .map(|_| {
            let answer = formula.truth(&model.space.facts(&cells)) as u8;
            next(&mut cells, &variables, sizes);
            answer
        })
        .collect();
    Some((variables, table))
}

/// Reports two plain rules of a score that fire for the same leads.
fn doubles(model: &Model<'_>, parts: &[Part], findings: &mut Findings) {
    let mut seen: HashMap<(Vec<usize>, Vec<u8>), &Rule> = HashMap::new();
    let mut large: HashSet<Vec<usize>> = HashSet::new();
    for part in parts {
        let Part::Rule(rule) = part else {
            if let Part::Group(group) = part {
                doubles(model, &group.parts, findings);
            }
            continue;
        };
        if !matches!(rule.gain, Gain::Once { decay: None, .. }) || !rule.in_force(model.space.today) {
            continue;
        }
        let variables = model.space.formula(&rule.condition).variables();
        if variables.is_empty() {
            continue;
        }
        if let Some(reason) = model.space.formula(&rule.condition).doubt().reason() {
            findings.undecided(rule.left, say!("whether this rule asks the same as another"), reason);
            continue;
        }
        let Some(answers) = answers(model, &rule.condition, variables.clone()) else {
            if !large.insert(variables) {
                findings.undecided(
                    rule.left,
                    say!("whether this rule asks the same as another of the same fields and events"),
                    say!("there are too many combinations of their values to compare them all"),
                );
            }
            continue;
        };
        // A rule that never fires is reported as such.
        if !answers.1.contains(&2) {
            continue;
        }
        if let Some(first) = seen.get(&answers) {
            let finding = Diagnostic::new(
                &codes::LR0511,
                model.who.choose(
                    say!("two rules give points to the same leads"),
                    say!("two rules give points to the same accounts"),
                ),
                rule.left,
                say!("asks the same as the other"),
            )
            .also(first.left, say!("the first of them"))
            .help(say!("Write one rule with the points of both, or take out the one that was left by mistake."));
            let both = met(model, rule, |outcome| is_met(outcome, first));
            findings.push(with_any(finding, model.space.rules, &both));
        } else {
            seen.insert(answers, rule);
        }
    }
}

/// Reports rules of a `best` group that are never the best.
fn outdone(model: &Model<'_>, group: &Group, findings: &mut Findings) {
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
        .filter(|rule| rule.gain.points().0 > 0 && rule.in_force(model.space.today))
        .collect();
    if !model.may_compare(plain.len() * plain.len()) {
        findings.undecided(
            group.span,
            say!("for each rule of the group whether another always outdoes it"),
            say!("there are too many rules in groups with `best` to compare each with each"),
        );
        return;
    }
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
            let question = || {
                let (one, other) = (model.space.rules.text(rule.left), model.space.rules.text(other.left));
                say!("whether `{one}` is met without `{other}`", one, other)
            };
            findings.is_never(&model.can_be_true(&alone), rule.left, question)
                && !matches!(model.can_be_true(&model.space.formula(&rule.condition)), Verdict::No(_))
        });
        if let Some(better) = better {
            let finding = Diagnostic::new(
                &codes::LR0512,
                say!("this rule never counts"),
                rule.left,
                say!("whoever meets it meets the other too"),
            )
            .also(better.left, say!("gives as much or more"))
            .help(say!("In a group with `best` only the rule that gives most counts."));
            let both = met(model, rule, |outcome| is_met(outcome, better));
            findings.push(with_any(finding, model.space.rules, &both));
        }
    }
}
