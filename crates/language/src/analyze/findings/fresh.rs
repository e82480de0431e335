//! Bars that fading points are above for a day only: as high as the points are when they are new. In: a model; out:
//! findings.
//!
//! The question is put to the same rules with everything that fades as it is after a day, and never less: a lead whose
//! events are all at least a day old has at least its own points there. So if no lead gets over the bar there, none of
//! those does.

use super::super::formula::{Formula, Measure, ScoreTest};
use super::super::model::{Model, fades};
use super::super::problem::Mode;
use super::super::proof::{self, Reach};
use super::super::query::Verdict;
use super::found::{Findings, STEPS, with_witness};
use crate::ast::Arithmetic;
use crate::codes;
use crate::decay;
use crate::decimal::{Points, SCALE};
use crate::diagnostic::Diagnostic;
use crate::ir::{Cond, Gain, LabelBody, NumberRange, Part, Rule, Rules, ScoreBody, ScoreId};
use crate::words::{Text, say};

/// Larger files are not asked about: the rules have to be made ready for questions a second time.
const MOST_RULES: usize = 120;

pub(super) fn findings(model: &Model<'_>, findings: &mut Findings) {
    let rules = model.space.rules;
    let fading: Vec<ScoreId> = (0..)
        .map(ScoreId)
        .zip(&rules.scores)
        .filter(|(_, score)| {
            score
                .parts()
                .iter()
                .flat_map(Part::rules)
                .any(|rule| fades(rule).is_some() && rule.in_force(model.space.today))
        })
        .map(|(id, _)| id)
        .collect();
    let bars: Vec<(&Cond, Text)> =
        bars(rules).into_iter().filter(|(condition, _)| asks_for(model, condition, &fading)).collect();
    let Some((first, _)) = bars.first() else { return };
    let question = || say!("whether points that fade are above a bar for longer than a day");
    if rules.rule_count() > MOST_RULES {
        findings.undecided(
            first.span,
            question(),
            say!("this is asked in files of up to {rules} rules", rules = MOST_RULES),
        );
        return;
    }
    let aged = aged(rules);
    let aged = Model::new(&aged, model.space.as_of, STEPS);
    for (condition, what) in bars {
        match aged.can_be_true(&aged.space.certain(condition)) {
            Verdict::Yes(_) => {}
            Verdict::Undecided(reason) => findings.undecided(condition.span, question(), reason),
            Verdict::No(_) => {
                // What no lead gets over at all is reported as such.
                let Reach::Proved(witness) = proof::meeting(model, condition) else { continue };
                // Where leads and accounts ask each other, what there could be at most need not be.
                let most = fading.iter().filter(|_| model.kin.is_none()).filter_map(|id| {
                    let score = rules.score(*id);
                    let most =
                        |model: &Model<'_>| model.extreme(*id, Mode::Most).ok().flatten().map(|most| most.points);
                    Some(say!(
                        "`{score}` comes to {points} with new events and to {later} a day later.",
                        score = &score.name,
                        points = most(model)?,
                        later = most(&aged)?
                    ))
                });
                let mut help: Vec<Text> = most.collect();
                help.push(say!("Lower the bar, or give more points: what fades is less from the second day on."));
                let finding = Diagnostic::new(
                    &codes::LR0619,
                    model.who.choose(
                        say!("leads stay over this bar for a day only: {what}", what = &what),
                        say!("accounts stay over this bar for a day only: {what}", what = &what),
                    ),
                    condition.span,
                    say!("as high as points are before they fade"),
                )
                .help(Text::row(help, " "));
                findings.push(with_witness(finding, rules, &witness));
            }
        }
    }
}

/// What leads must get over, and what they have then.
fn bars(rules: &Rules) -> Vec<(&Cond, Text)> {
    let stages =
        rules.stages.steps.iter().map(|step| (&step.condition, say!("the stage `{stage}`", stage = &step.name)));
    let labels = rules.labels.iter().flat_map(|label| match &label.body {
        LabelBody::Lines { lines, .. } => lines.as_slice(),
        LabelBody::Joined(_) => &[],
    });
    // What is asked of the stage before is about a day, and meant so.
    let is_lasting = |condition: &&Cond| {
        rules.before.is_none_or(|before| !rules.dependencies_of_condition(condition).fields.contains(&before))
    };
    let labels = labels.map(|(condition, text)| (condition, say!("the label \"{label}\"", label = text)));
    stages.chain(labels.filter(|(condition, _)| is_lasting(condition))).collect()
}

/// Whether a condition asks of scores only that they are high, and one of them fades.
fn asks_for(model: &Model<'_>, condition: &Cond, fading: &[ScoreId]) -> bool {
    let mut asks = false;
    let mut only = true;
    let formula = model.space.certain(condition).positive();
    formula.leaves(false, &mut |leaf, turned| {
        let Formula::Scores(test) = leaf else { return };
        match test.as_ref() {
            ScoreTest::Number(of, ranges) => {
                let is_bar = |range: &NumberRange| range.low.is_some() && range.high.is_none();
                only &= !turned && ranges.iter().all(is_bar) && rises(model, of);
                asks |= depends(model, of, fading);
            }
            ScoreTest::Compare(..) => only = false,
            ScoreTest::Known(_) => {}
        }
    });
    asks && only
}

/// Whether what is measured never falls as points rise.
fn rises(model: &Model<'_>, of: &Measure) -> bool {
    let is_plain = |of: &Measure| of.scores().is_empty();
    let at_least_zero = |of: &Measure| matches!(of, Measure::Constant(number) if number.0 >= 0);
    match of {
        Measure::Constant(_) | Measure::Column(_) => true,
        Measure::Score(id) => model.computed(*id).is_none_or(|of| rises(model, of)),
        Measure::Binary(Arithmetic::Add, left, right) => rises(model, left) && rises(model, right),
        Measure::Binary(Arithmetic::Subtract, left, right) => rises(model, left) && is_plain(right),
        Measure::Binary(Arithmetic::Multiply, left, right) => {
            at_least_zero(left) && rises(model, right) || rises(model, left) && at_least_zero(right)
        }
        Measure::Binary(Arithmetic::Divide, left, right) => rises(model, left) && at_least_zero(right),
    }
}

fn depends(model: &Model<'_>, of: &Measure, fading: &[ScoreId]) -> bool {
    of.scores().iter().any(|id| fading.contains(id) || model.computed(*id).is_some_and(|of| depends(model, of, fading)))
}

/// The same rules with the points that fade as they are after a day, for good: a lead whose events are all at least a
/// day old has no fewer points there.
fn aged(rules: &Rules) -> Rules {
    let mut aged = rules.clone();
    for score in &mut aged.scores {
        if let ScoreBody::Rules(parts) = &mut score.body {
            parts.iter_mut().for_each(age);
        }
    }
    aged
}

fn age(part: &mut Part) {
    match part {
        Part::Rule(rule) => age_rule(rule),
        Part::Table(table) => table.rows.iter_mut().for_each(|row| age_rule(&mut row.rule)),
        Part::Group(group) => group.parts.iter_mut().for_each(age),
    }
}

fn age_rule(rule: &mut Rule) {
    let Some((_, decay)) = fades(rule) else { return };
    let after = |points: Points| {
        let left = i128::from(points.0) * i128::from(decay::factor(decay, 1));
        // Points below zero may have all but vanished.
        Points(if points.0 < 0 { 0 } else { i64::try_from(-(-left).div_euclid(SCALE)).expect("a share of points") })
    };
    match &mut rule.gain {
        Gain::Once { points, decay } => {
            *points = after(*points);
            *decay = None;
        }
        Gain::PerOccurrence { points, decay, .. } => {
            *points = after(*points);
            *decay = None;
        }
        Gain::PerUnit { .. } => {}
    }
}
