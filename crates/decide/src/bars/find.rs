//! The bars in the conditions of stages: a score that must have reached a number. In: rules; out: each bar, with the
//! conditions that say who gets to its stage wherever it lies, and who gets there only if it is met.

use leadrules_language::ir::{ChildMut, Cond, CondId, CondKind, NumberRange, QuantityKind, Rules, ScoreId};
use leadrules_language::source::Span;

/// A bar: what a stage asks of a score.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The step that asks, by its place, the lowest being 0.
    pub step: usize,
    /// The score.
    pub score: ScoreId,
    /// The least points, in hundredths, that meet it.
    pub least: i64,
    /// Where the score and the number stand.
    pub span: Span,
    /// Which condition it is.
    id: CondId,
    /// The condition once this is met: what else the range asks.
    met: CondKind,
}

/// How many hundredths there are to one unit in which numbers of rules are kept.
const PER_HUNDREDTH: i128 = 10_000;

/// The bars of all stages, in the order they stand; what keeps leads at a stage is none. Those under a `not`, and numbers that are no lower ends, are none.
#[must_use]
pub fn bars(rules: &Rules) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (step, stage) in rules.stages.steps.iter().enumerate() {
        look(stage.own(), step, &mut bars);
    }
    bars
}

fn look(condition: &Cond, step: usize, bars: &mut Vec<Bar>) {
    match &condition.kind {
        CondKind::And(parts) | CondKind::Or(parts) => parts.iter().for_each(|part| look(part, step, bars)),
        CondKind::Number(quantity, ranges) => {
            let (QuantityKind::Score(score), [range]) = (&quantity.kind, ranges.as_slice()) else { return };
            let Some((low, is_in)) = range.low else { return };
            // The least hundredth at or above the number, or above it.
            let least = low.0.div_euclid(PER_HUNDREDTH) + i128::from(!is_in || low.0.rem_euclid(PER_HUNDREDTH) != 0);
            let Ok(least) = i64::try_from(least) else { return };
            let met = match range.high {
                Some(_) => CondKind::Number(quantity.clone(), vec![NumberRange { low: None, ..*range }]),
                None => CondKind::Constant(true),
            };
            bars.push(Bar { step, score: *score, least, span: condition.span, id: condition.id, met });
        }
        _ => {}
    }
}

impl Bar {
    /// When a lead gets to the stage or a higher one, this bar being met; and when it does without it.
    pub(super) fn conditions(&self, rules: &Rules) -> [Cond; 2] {
        let own = &rules.stages.steps[self.step].condition;
        [self.met.clone(), CondKind::Constant(false)].map(|kind| {
            let mut own = own.clone();
            put(&mut own, self.id, &kind);
            let higher = rules.stages.steps[self.step + 1..].iter().map(|step| step.condition.clone());
            let mut any: Vec<Cond> = std::iter::once(own).chain(higher).collect();
            let span = any[0].span;
            if any.len() == 1 { any.remove(0) } else { Cond::sugar(CondKind::Or(any), span) }
        })
    }
}

/// Puts something else in the place of a condition.
fn put(condition: &mut Cond, id: CondId, kind: &CondKind) {
    if condition.id == id {
        condition.kind = kind.clone();
        return;
    }
    for child in condition.children_mut() {
        if let ChildMut::Cond(child) = child {
            put(child, id, kind);
        }
    }
}
