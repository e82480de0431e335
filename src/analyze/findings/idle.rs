//! Rules that never change a stage or a label. In: a model; out: findings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::model::Model;
use super::super::points::is_in_force;
use super::super::query::Verdict;
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{Gain, LabelBody, NumberRange, Rule, ScoreId};

/// In larger files it is not asked: each rule takes a question of its own about all totals.
const MOST_RULES: usize = 120;

pub(super) fn findings(model: &Model<'_>, findings: &mut Vec<Diagnostic>) {
    let rules = model.space.rules;
    if rules.rules().len() > MOST_RULES {
        return;
    }
    let bars = Bars::of(model);
    for (at, score) in rules.scores.iter().enumerate() {
        let id = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
        let Some(bars) = bars.asked.get(&id).filter(|_| !bars.open.contains(&id)) else { continue };
        for rule in score.parts().iter().flat_map(crate::ir::Part::rules) {
            if matters(model, id, rule, bars) {
                continue;
            }
            let bars = bars.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            findings.push(
                Diagnostic::new(
                    &codes::LR0617,
                    "this rule never changes a stage or a label",
                    rule.left,
                    format!("{} to `{}`, for nobody near {bars}", rule.gain.points().signed(), score.name),
                )
                .help("No lead that meets it is so near to a bar that these points decide. Give more points, or leave it out."),
            );
        }
    }
}

/// Whether a lead that meets the rule can be so near to a bar that its points decide. Caps and ranges never make a
/// difference greater than the points themselves.
fn matters(model: &Model<'_>, score: ScoreId, rule: &Rule, bars: &BTreeSet<Decimal>) -> bool {
    let points = rule.gain.points().to_decimal().0.abs();
    if points == 0 || !matches!(rule.gain, Gain::Once { decay: None, .. }) || !is_in_force(&model.space, rule) {
        return true;
    }
    let meets = model.space.certain(&rule.condition);
    // One that nobody meets is found as such.
    if model.can_be_true(&meets) == Verdict::No {
        return true;
    }
    bars.iter().any(|bar| {
        let near =
            NumberRange { low: Some((Decimal(bar.0 - points), true)), high: Some((Decimal(bar.0 + points), true)) };
        let near = Formula::Scores(ScoreTest::Number(Measure::Score(score), vec![near]).into());
        model.can_be_true(&Formula::And(vec![meets.clone(), near])) != Verdict::No
    })
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
