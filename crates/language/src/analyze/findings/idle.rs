//! Rules that never change a stage or a label. In: a model; out: findings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::model::Model;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::super::witness::Witness;
use super::found::{Findings, with_any};
use crate::codes;
use crate::decimal::{Decimal, Points};
use crate::diagnostic::Diagnostic;
use crate::ir::{Gain, LabelBody, NumberRange, Part, RowKind, Rule, ScoreId};
use crate::reference::LeadOutcome;
use crate::types::Truth;
use crate::words::{Text, say};

/// Larger files are not asked about: each rule takes a question of its own about all totals.
const MOST_RULES: usize = 120;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    let bars = Bars::of(model);
    if rules.rule_count() > MOST_RULES {
        if let Some(first) = rules.stages.steps.first().filter(|_| !bars.asked.is_empty()) {
            findings.undecided(
                first.span,
                say!("for each rule whether its points can decide a stage or a label"),
                say!("this is asked in files of up to {rules} rules", rules = MOST_RULES),
            );
        }
        return;
    }
    let questions = bars.asked.values().map(BTreeSet::len).sum::<usize>() * rules.rule_count();
    if !model.may_compare(questions) {
        findings.undecided(
            rules.stages.steps.first().map_or(rules.labels[0].span, |first| first.span),
            say!("for each rule whether its points can decide a stage or a label"),
            say!("stages and labels compare scores with too many numbers"),
        );
        return;
    }
    for (at, score) in rules.scores.iter().enumerate() {
        let id = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
        let Some(bars) = bars.asked.get(&id).filter(|_| !bars.open.contains(&id)) else { continue };
        for (rule, reach) in score.parts().iter().flat_map(reaches) {
            // A rule that may change the points by any amount may decide.
            let Some(reach) = reach else { continue };
            match decides(model, (id, bars), rule, reach) {
                Decides::Yes => {}
                Decides::Undecided(reason) => {
                    findings.undecided(rule.left, say!("whether these points can decide a stage or a label"), reason);
                }
                Decides::No(met) => {
                    let bars = bars.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                    let finding = Diagnostic::new(
                        &codes::LR0617,
                        say!("this rule never changes a stage or a label"),
                        rule.left,
                        say!(
                            "{points} to `{score}`, which carry nobody past {bars}",
                            points = rule.gain.points().signed(),
                            score = &score.name,
                            bars
                        ),
                    )
                    .help(say!("Whoever meets it is on the same side of each bar with these points and without. Give more points, or leave it out."));
                    findings.push(with_any(finding, rules, &met));
                }
            }
        }
    }
}

/// Whether the points of a rule can decide.
enum Decides {
    Yes,
    /// Not for a lead that meets it, such as this one.
    No(Reach<Witness>),
    Undecided(Text),
}

/// How far a lead's points can fall and rise when a rule is taken out, in hundredths.
#[derive(Copy, Clone)]
struct Shift {
    fall: i64,
    rise: i64,
}

/// The rules of a part, each with the most by which a lead's points can differ without it; `None` if there is no limit.
/// Caps and ranges never make this greater.
fn reaches(part: &Part) -> Vec<(&Rule, Option<Shift>)> {
    match part {
        Part::Rule(_) | Part::Table(_) => reaches_with(part, Some(0)),
        Part::Group(group) => {
            // The best one keeps the others from counting, including those below zero.
            let rules = group.parts.iter().flat_map(Part::rules);
            let kept_away = rules.filter(|rule| group.best && rule.gain.points() < Points::ZERO);
            let more = most(kept_away);
            group.parts.iter().flat_map(|part| reaches_with(part, more)).collect()
        }
    }
}

/// The same for a rule or a table, whose rules keep up to `more` points of other rules from counting.
fn reaches_with(part: &Part, more: Option<i64>) -> Vec<(&Rule, Option<Shift>)> {
    // A row keeps `otherwise` from counting.
    let rows = match part {
        Part::Table(table) => table.rows.as_slice(),
        Part::Rule(_) | Part::Group(_) => &[],
    };
    let otherwise = most(rows.iter().filter(|row| row.kind == RowKind::Otherwise).map(|row| &row.rule));
    let more = more.zip(otherwise).map(|(more, otherwise)| more + otherwise);
    let shift = |(points, more): (i64, i64)| Shift { fall: points.max(0) + more, rise: (-points).max(0) + more };
    let reach = |rule| given_once(rule).zip(more).map(shift);
    part.rules().into_iter().map(|rule| (rule, reach(rule))).collect()
}

/// The largest number of points, in magnitude, that one of these rules gives, if each gives them once.
fn most<'a>(mut rules: impl Iterator<Item = &'a Rule>) -> Option<i64> {
    rules.try_fold(0, |most, rule| Some(most.max(given_once(rule)?.abs())))
}

/// The points of a rule that gives them once and in full.
fn given_once(rule: &Rule) -> Option<i64> {
    matches!(rule.gain, Gain::Once { decay: None, .. }).then(|| rule.gain.points().0)
}

/// Whether a lead that meets the rule can be so near a bar that these points decide: above it by no more than the rule
/// gives, or below it by no more than it takes.
fn decides(model: &Model<'_>, (score, bars): (ScoreId, &BTreeSet<Decimal>), rule: &Rule, reach: Shift) -> Decides {
    let (fall, rise) = (Points(reach.fall).to_decimal().0, Points(reach.rise).to_decimal().0);
    if rule.gain.points() == Points::ZERO || !rule.in_force(model.space.today) {
        return Decides::Yes;
    }
    let meets = model.space.certain(&rule.condition);
    let met = model.can_be_true(&meets);
    // A rule that nobody meets is reported as such.
    if matches!(met, Verdict::No(_)) {
        return Decides::Yes;
    }
    let mut undecided = None;
    for bar in bars {
        let near = NumberRange { low: Some((Decimal(bar.0 - rise), true)), high: Some((Decimal(bar.0 + fall), true)) };
        let near = Formula::Scores(ScoreTest::Number(Measure::Score(score), vec![near]).into());
        match model.can_be_true(&Formula::And(vec![meets.clone(), near])) {
            Verdict::Yes(_) => return Decides::Yes,
            Verdict::No(_) => {}
            Verdict::Undecided(reason) => undecided = Some(reason),
        }
    }
    let is_met = |outcome: &LeadOutcome| outcome.rules[rule.id.0 as usize].truth == Truth::True;
    undecided.map_or_else(|| Decides::No(proof::confirmed(model, met, is_met)), Decides::Undecided)
}

/// Which numbers stages and labels compare scores with.
#[derive(Default)]
struct Bars {
    asked: BTreeMap<ScoreId, BTreeSet<Decimal>>,
    /// Scores that are asked about in other ways: every total may matter.
    open: BTreeSet<ScoreId>,
}

impl Bars {
    fn of(model: &Model<'_>) -> Self {
        let rules = model.space.rules;
        // What others ask of it may decide for them.
        let mut bars = Self::default();
        model.elsewhere.iter().for_each(|id| bars.all(model, &Measure::Score(*id)));
        for step in &rules.stages.steps {
            bars.note(model, &model.space.formula(&step.condition));
        }
        for label in &rules.labels {
            if let LabelBody::Lines { lines, .. } = &label.body {
                for (condition, _) in lines {
                    bars.note(model, &model.space.formula(condition));
                }
            }
        }
        bars
    }

    fn note(&mut self, model: &Model<'_>, formula: &Formula) {
        formula.leaves(false, &mut |leaf, _| {
            let Formula::Scores(test) = leaf else { return };
            match test.as_ref() {
                ScoreTest::Number(Measure::Score(id), ranges) if model.computed(*id).is_none() => {
                    let ends = ranges.iter().flat_map(|range| [range.low, range.high]).flatten().map(|(end, _)| end);
                    self.asked.entry(*id).or_default().extend(ends);
                }
                ScoreTest::Known(_) => {}
                ScoreTest::Number(..) | ScoreTest::Compare(..) => {
                    for of in test.measures() {
                        self.all(model, of);
                    }
                }
            }
        });
    }

    fn all(&mut self, model: &Model<'_>, of: &Measure) {
        for id in of.scores() {
            if self.open.insert(id)
                && let Some(of) = model.computed(id)
            {
                self.all(model, of);
            }
        }
    }
}
