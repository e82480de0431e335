//! Rules that never change a stage or a label. In: a model; out: findings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::model::Model;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::super::witness::Witness;
use super::found::{Findings, with_any};
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{Gain, LabelBody, NumberRange, Rule, ScoreId};
use crate::reference::LeadOutcome;
use crate::types::Truth;

/// In larger files it is not asked: each rule takes a question of its own about all totals.
const MOST_RULES: usize = 120;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    let bars = Bars::of(model);
    if rules.rule_count() > MOST_RULES {
        if let Some(first) = rules.stages.steps.first().filter(|_| !bars.asked.is_empty()) {
            findings.undecided(
                first.span,
                "for each rule whether its points can decide a stage or a label",
                format!("this is asked in files of up to {MOST_RULES} rules"),
            );
        }
        return;
    }
    let questions = bars.asked.values().map(BTreeSet::len).sum::<usize>() * rules.rule_count();
    if !model.may_compare(questions) {
        findings.undecided(
            rules.stages.steps.first().map_or(rules.labels[0].span, |first| first.span),
            "for each rule whether its points can decide a stage or a label",
            "stages and labels compare scores with too many numbers",
        );
        return;
    }
    for (at, score) in rules.scores.iter().enumerate() {
        let id = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
        let Some(bars) = bars.asked.get(&id).filter(|_| !bars.open.contains(&id)) else { continue };
        for rule in score.parts().iter().flat_map(crate::ir::Part::rules) {
            match decides(model, id, rule, bars) {
                Decides::Yes => {}
                Decides::Undecided(reason) => {
                    findings.undecided(rule.left, "whether these points can decide a stage or a label", reason);
                }
                Decides::No(met) => {
                    let bars = bars.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                    let finding = Diagnostic::new(
                        &codes::LR0617,
                        "this rule never changes a stage or a label",
                        rule.left,
                        format!("{} to `{}`, for nobody near {bars}", rule.gain.points().signed(), score.name),
                    )
                    .help("No lead that meets it is so near to a bar that these points decide. Give more points, or leave it out.");
                    findings.push(with_any(finding, rules, &met));
                }
            }
        }
    }
}

/// Whether the points of a rule can decide.
enum Decides {
    Yes,
    /// Not of a lead that meets it, such as this one.
    No(Reach<Witness>),
    Undecided(String),
}

/// Whether a lead that meets the rule can be so near to a bar that its points decide. Caps and ranges never make a
/// difference greater than the points themselves.
fn decides(model: &Model<'_>, score: ScoreId, rule: &Rule, bars: &BTreeSet<Decimal>) -> Decides {
    let points = rule.gain.points().to_decimal().0.abs();
    if points == 0 || !matches!(rule.gain, Gain::Once { decay: None, .. }) || !rule.in_force(model.space.today) {
        return Decides::Yes;
    }
    let meets = model.space.certain(&rule.condition);
    let met = model.can_be_true(&meets);
    // One that nobody meets is found as such.
    if matches!(met, Verdict::No(_)) {
        return Decides::Yes;
    }
    let mut undecided = None;
    for bar in bars {
        let near =
            NumberRange { low: Some((Decimal(bar.0 - points), true)), high: Some((Decimal(bar.0 + points), true)) };
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
        let mut bars = Self::default();
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
