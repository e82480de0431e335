//! Whether conditions are the same for every lead, whatever becomes of what they ask about scores. In: conditions; out: whether
//! it is proved.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::analyze::formula::{Formula, Measure, ScoreTest};
use crate::analyze::joint::Joint;
use crate::analyze::model::Model;
use crate::analyze::query::Verdict;
use crate::decimal::Decimal;
use crate::ir::{Cond, NumberRange};
use crate::types::Truth;

/// At most this many ways in which questions about scores can turn out are tried.
const MOST_WAYS: usize = 300;

impl Joint<'_> {
    /// Whether it is proved that two conditions are true of the same leads.
    pub(super) fn is_equivalent(&self, model: &Model<'_>, one: &Cond, other: &Cond) -> bool {
        if one == other {
            return true;
        }
        if !self.is_timeless {
            return false;
        }
        if self.is_dated([one, other]) {
            return false;
        }
        let (one, other) = (model.space.certain(one), model.space.certain(other));
        let differs = Formula::Or(vec![
            Formula::And(vec![one.clone(), Formula::not(other.clone())]),
            Formula::And(vec![Formula::not(one), other]),
        ]);
        matches!(model.can_be_true(&differs), Verdict::No(_)) || Self::is_never(model, &differs)
    }

    /// Whether something is never true, whatever becomes of each question that it asks about scores: so two conditions that ask the same
    /// of scores are compared by all else.
    pub(super) fn is_never(model: &Model<'_>, formula: &Formula) -> bool {
        // A score made of rules is always known; what is computed, or read from a field, may not be.
        let is_known = |of: &Measure| match of {
            Measure::Score(id) => model.computed(*id).is_none(),
            Measure::Constant(_) => true,
            Measure::Column(_) | Measure::Binary(..) => false,
        };
        // The questions about one measure are answered together.
        let mut asked: BTreeMap<String, (bool, Vec<&ScoreTest>)> = BTreeMap::new();
        formula.leaves(false, &mut |leaf, _| {
            if let Formula::Scores(test) = leaf {
                let of = test.measures();
                let key =
                    if matches!(**test, ScoreTest::Compare(..)) { format!("{test:?}") } else { format!("{of:?}") };
                let known = of.into_iter().all(is_known);
                asked.entry(key).or_insert((known, Vec::new())).1.push(test);
            }
        });
        let asked: Vec<Vec<Answers>> = asked.values().map(|(known, tests)| answers(*known, tests)).collect();
        let ways = asked.iter().fold(1_usize, |ways, of| ways.saturating_mul(of.len()));
        if asked.is_empty() || ways > MOST_WAYS {
            return false;
        }
        (0..ways).all(|way| {
            let mut rest = way;
            let mut answers = HashMap::new();
            for of in &asked {
                answers.extend(of[rest % of.len()].iter().map(|(test, answer)| (test.as_str(), *answer)));
                rest /= of.len();
            }
            matches!(model.can_be_true(&with_answers(formula, &answers)), Verdict::No(_))
        })
    }
}

/// Questions about a measure, as written, each with its answer.
type Answers = BTreeMap<String, Truth>;

/// The ways in which questions about one measure can turn out.
fn answers(is_known: bool, tests: &[&ScoreTest]) -> Vec<Answers> {
    let all = |answer: &dyn Fn(&ScoreTest) -> Truth| -> Answers {
        tests.iter().map(|test| (format!("{test:?}"), answer(test))).collect()
    };
    // Between two ends of ranges every value answers alike: just below an end, on it, and just above it.
    let mut ends: Vec<Decimal> = tests
        .iter()
        .filter_map(|test| if let ScoreTest::Number(_, ranges) = test { Some(ranges) } else { None })
        .flatten()
        .flat_map(|range| [range.low, range.high])
        .flatten()
        .map(|(end, _)| end)
        .collect();
    ends.push(Decimal::default());
    let places =
        ends.iter().flat_map(|end| [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|side| (*end, side)));
    let mut ways: Vec<Answers> = places
        .map(|place| {
            all(&|test| match test {
                ScoreTest::Number(_, ranges) => Truth::from(ranges.iter().any(|range| is_in(*range, place))),
                ScoreTest::Known(_) | ScoreTest::Compare(..) => Truth::True,
            })
        })
        .collect();
    if tests.iter().any(|test| matches!(test, ScoreTest::Compare(..))) {
        ways.push(all(&|_| Truth::False));
    }
    if !is_known {
        ways.push(all(&|test| if matches!(test, ScoreTest::Known(_)) { Truth::False } else { Truth::Unknown }));
    }
    ways.sort();
    ways.dedup();
    ways
}

/// Whether a range has what is just below a number, that number, or what is just above it.
fn is_in(range: NumberRange, (number, side): (Decimal, Ordering)) -> bool {
    let is_above = range.low.is_none_or(|(low, closed)| match number.cmp(&low).then(side) {
        Ordering::Less => false,
        Ordering::Equal => closed,
        Ordering::Greater => true,
    });
    is_above
        && range.high.is_none_or(|(high, closed)| match number.cmp(&high).then(side) {
            Ordering::Less => true,
            Ordering::Equal => closed,
            Ordering::Greater => false,
        })
}

/// A formula in which each question about scores has an answer.
fn with_answers(formula: &Formula, answers: &HashMap<&str, Truth>) -> Formula {
    let all = |parts: &[Formula]| parts.iter().map(|part| with_answers(part, answers)).collect();
    match formula {
        Formula::Scores(test) => answers
            .get(format!("{test:?}").as_str())
            .map_or_else(|| formula.clone(), |answer| Formula::Constant(*answer)),
        Formula::Not(inner) => Formula::not(with_answers(inner, answers)),
        Formula::And(parts) => Formula::And(all(parts)),
        Formula::Or(parts) => Formula::Or(all(parts)),
        Formula::Constant(_) | Formula::Table(_) => formula.clone(),
    }
}
