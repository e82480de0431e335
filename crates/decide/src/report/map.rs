//! Two scores against each other as a map: how many leads have which points in both, and where stages begin as far as
//! scores decide it. In: rules and counts; out: cells, borders and names for a chart.

use hashbrown::HashMap;

use crate::chart::Heat;
use leadrules_language::ast::Arithmetic;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{
    Cond, CondKind, DefinitionBody, Operand, Quantity, QuantityKind, Rules, ScoreBody, ScoreId,
};

/// How many cells each score is divided into.
const CELLS: usize = 12;

/// How many times finer than the cells the borders are searched for.
const FINER: usize = 5;

/// The map of two scores; `counts` says how many leads have which points, in hundredths, in both.
pub(super) fn map(rules: &Rules, pair: [ScoreId; 2], counts: &HashMap<(i64, i64), u64>) -> Option<Heat> {
    let seen = |pick: fn(&(i64, i64)) -> i64| Some((counts.keys().map(pick).min()?, counts.keys().map(pick).max()?));
    let ends = [ends(rules, pair[0], seen(|points| points.0)?), ends(rules, pair[1], seen(|points| points.1)?)];
    let place = |points: i64, (low, high): (i64, i64)| {
        let cell = i128::from(points - low) * CELLS as i128 / i128::from(high - low);
        usize::try_from(cell).unwrap_or(0).min(CELLS - 1)
    };
    let mut cells = vec![0; CELLS * CELLS];
    for ((x, y), count) in counts {
        cells[place(*y, ends[1]) * CELLS + place(*x, ends[0])] += count;
    }
    let whole = |points: i64| {
        #[expect(clippy::cast_precision_loss, reason = "a place in a chart")]
        let points = points as f64;
        points / 100.0
    };
    let fine = CELLS * FINER;
    let at = |step: usize, half: usize, (low, high): (i64, i64)| {
        low + i64::try_from(i128::from(high - low) * (2 * step + half) as i128 / (2 * fine) as i128).unwrap_or(0)
    };
    let stage = |column: usize, row: usize| {
        let points = [(pair[0], at(column, 1, ends[0])), (pair[1], at(row, 1, ends[1]))];
        stage_at(rules, &points)
    };
    let stages: Vec<usize> = (0..fine * fine).map(|cell| stage(cell % fine, cell / fine)).collect();
    let corner = |column: usize, row: usize| (whole(at(column, 0, ends[0])), whole(at(row, 0, ends[1])));
    let mut borders = Vec::new();
    for row in 0..fine {
        for column in 0..fine {
            let here = stages[row * fine + column];
            if column + 1 < fine && stages[row * fine + column + 1] != here {
                borders.push([corner(column + 1, row), corner(column + 1, row + 1)]);
            }
            if row + 1 < fine && stages[(row + 1) * fine + column] != here {
                borders.push([corner(column, row + 1), corner(column + 1, row + 1)]);
            }
        }
    }
    let mut names = Vec::new();
    for (number, name) in
        std::iter::once(&rules.stages.none).chain(rules.stages.steps.iter().map(|step| &step.name)).enumerate()
    {
        // The upper left of the area, so that the name has room to the right.
        let first = (0..fine).rev().find_map(|row| {
            let column = (0..fine).find(|column| stages[row * fine + column] == number)?;
            Some((column, row))
        });
        if let Some((column, row)) = first {
            let (x, y) = corner(column, row + 1);
            names.push((x, y, format!("\u{a0}{name}")));
        }
    }
    let name = |id: ScoreId| rules.score(id).name.clone();
    Some(Heat {
        title: String::new(),
        across: name(pair[0]),
        up: name(pair[1]),
        ends: [(whole(ends[0].0), whole(ends[0].1)), (whole(ends[1].0), whole(ends[1].1))],
        cells: [CELLS, CELLS],
        counts: cells,
        borders,
        names,
    })
}

/// The range of a score, or the range that is seen if it has none.
fn ends(rules: &Rules, id: ScoreId, seen: (i64, i64)) -> (i64, i64) {
    let range = rules.score(id).range;
    let low = range.low.map_or(seen.0.min(0), |low| low.0);
    let high = range.high.map_or(seen.1, |high| high.0);
    (low, high.max(low + 100))
}

/// The highest stage that a lead with these points has, as far as points decide it: 0 for no step.
fn stage_at(rules: &Rules, points: &[(ScoreId, i64)]) -> usize {
    let eye = Eye { rules, points };
    let reached = |step: &leadrules_language::ir::Stage| eye.holds(&step.condition).unwrap_or(true);
    rules.stages.steps.iter().rposition(reached).map_or(0, |at| at + 1)
}

/// Sees points and nothing else.
struct Eye<'a> {
    rules: &'a Rules,
    points: &'a [(ScoreId, i64)],
}

impl Eye<'_> {
    /// Whether a condition holds, ignoring what points do not decide; `None` if they decide nothing.
    fn holds(&self, cond: &Cond) -> Option<bool> {
        match &cond.kind {
            CondKind::Constant(holds) => Some(*holds),
            CondKind::Not(inner) => self.holds(inner).map(|holds| !holds),
            CondKind::And(parts) => parts.iter().filter_map(|part| self.holds(part)).reduce(|one, other| one && other),
            CondKind::Or(parts) => parts.iter().filter_map(|part| self.holds(part)).reduce(|one, other| one || other),
            CondKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Cond(cond) => self.holds(cond),
                DefinitionBody::Quantity(_) => None,
            },
            CondKind::Known(Operand::Quantity(quantity)) => self.value(quantity).map(|_| true),
            CondKind::Number(quantity, ranges) => {
                self.value(quantity).map(|value| ranges.iter().any(|range| range.contains(value)))
            }
            CondKind::Compare(comparison, one, other) => {
                let both = self.value(one).zip(self.value(other));
                both.map(|(one, other)| comparison.holds(one.cmp(&other)))
            }
            _ => None,
        }
    }

    /// A number that points decide.
    fn value(&self, quantity: &Quantity) -> Option<Decimal> {
        match &quantity.kind {
            // A constant by itself decides nothing, but together with points it does.
            QuantityKind::Constant(number) => Some(*number),
            QuantityKind::Score(id) => match self.points.iter().find(|(other, _)| other == id) {
                Some((_, points)) => Some(Points(*points).to_decimal()),
                None => match &self.rules.score(*id).body {
                    ScoreBody::Computed(formula) => self.value(formula),
                    ScoreBody::Rules(_) => None,
                },
            },
            QuantityKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Quantity(quantity) => self.value(quantity),
                DefinitionBody::Cond(_) => None,
            },
            QuantityKind::Binary(operator, one, other) => {
                let (one, other) = (self.value(one)?, self.value(other)?);
                match operator {
                    Arithmetic::Add => one.checked_add(other),
                    Arithmetic::Subtract => one.checked_sub(other),
                    Arithmetic::Multiply => one.checked_mul(other),
                    Arithmetic::Divide => one.checked_div(other),
                }
            }
            _ => None,
        }
    }
}
