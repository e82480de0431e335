//! In which direction each part of a plan must move for a stage to rise. In: a plan; out: the tallies, dates and rules that
//! matter, each with what about it matters. It is followed from the stages down: what is negated, or costs points, has to
//! move the other way; of what is compared, averaged or looked up in a table, either way is taken.

use leadrules_language::ir::{Comparison, FieldId, Subject};

use super::super::super::measure::Measure;
use super::super::super::moment::Moment;
use super::super::super::points::{GainPlan, PartPlan, RulePlan};
use super::super::super::program::{Node, NodeId, Number, NumberId, Reading, SpanId, TallyId};
use super::super::{LabelPlan, Plan, ScorePlan};
use leadrules_language::decimal::SCALE;

/// What is looked for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Looking {
    /// Nights on which the stage can be higher than it was at some earlier look, if the lead is looked at after each event,
    /// too.
    Rises,
    /// Nights on which anything that the stage depends on can be otherwise than on the night before.
    Changes,
    /// The same of anything that comes out, and of what is asked besides.
    Anything,
}

/// Which moves of a number or of a truth (false, unknown, true) matter.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moves {
    pub(super) up: bool,
    pub(super) down: bool,
}

impl Moves {
    const UP: Self = Self { up: true, down: false };
    const BOTH: Self = Self { up: true, down: true };

    pub(super) fn any(self) -> bool {
        self.up || self.down
    }

    fn turned(self) -> Self {
        Self { up: self.down, down: self.up }
    }

    /// Those of something that is multiplied by an amount.
    fn times(self, amount: i64) -> Self {
        match amount.signum() {
            1 => self,
            0 => Self::default(),
            _ => self.turned(),
        }
    }

    /// Adds to what is noted; whether that was more than what was known.
    fn add(&mut self, other: Self) -> bool {
        let was = *self;
        *self = Self { up: was.up || other.up, down: was.down || other.down };
        *self != was
    }
}

/// Days that a date can lie in, as they are seen from a day.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Span(SpanId),
    /// From so many days ago to so many days ago, if they end.
    Ago(Option<i64>, Option<i64>),
}

impl Range {
    /// The first and the last day.
    pub(super) fn days(self, moment: &Moment) -> (i64, i64) {
        match self {
            Self::Span(id) => {
                let (first, last) = moment.span(id);
                (first.into(), last.into())
            }
            Self::Ago(from, to) => {
                let back = |days: i64| i64::from(moment.today()).saturating_sub(days);
                (from.map_or(i64::MIN, back), to.map_or(i64::MAX, back))
            }
        }
    }
}

/// What matters of a plan.
#[derive(Debug)]
pub(super) struct Marks<'p> {
    plan: &'p Plan,
    nodes: Vec<Moves>,
    numbers: Vec<Moves>,
    scores: Vec<Moves>,
    /// By tally: which moves of its counter matter, and whether fading does.
    pub(super) tallies: Vec<(Moves, bool)>,
    pub(super) dates: Vec<(FieldId, Range, Moves)>,
    /// The rules whose points matter.
    pub(super) rules: Vec<u32>,
    /// Whether something can move at any time.
    pub(super) is_unknown: bool,
    /// Whether stages and labels are followed anyway, whoever asks for them.
    is_all: bool,
}

impl<'p> Marks<'p> {
    pub(super) fn of(plan: &'p Plan, looking: Looking) -> Self {
        let mut marks = Self {
            plan,
            nodes: vec![Moves::default(); plan.leads.nodes().len()],
            numbers: vec![Moves::default(); plan.leads.numbers().len()],
            scores: vec![Moves::default(); plan.parts.scores.len()],
            tallies: vec![(Moves::default(), false); plan.events.tallies.len()],
            dates: Vec::new(),
            rules: Vec::new(),
            is_unknown: false,
            is_all: looking == Looking::Anything,
        };
        let moves = match looking {
            Looking::Rises => Moves::UP,
            Looking::Changes | Looking::Anything => Moves::BOTH,
        };
        plan.parts.stages.iter().for_each(|&node| marks.node(node, moves));
        plan.parts.exclusions.iter().for_each(|&node| marks.node(node, moves.turned()));
        if marks.is_all {
            (0..plan.parts.scores.len()).for_each(|score| marks.score(score, moves));
            let lines = plan.parts.labels.iter().flat_map(|label| match label {
                LabelPlan::Lines { lines, .. } => lines.as_slice(),
                LabelPlan::Joined(_) => &[],
            });
            lines.for_each(|(node, _)| marks.node(*node, moves));
            plan.parts.expectations.iter().for_each(|&node| marks.node(node, moves));
            plan.parts.quantities.iter().for_each(|&number| marks.number(number, moves));
        }
        marks.rules.sort_unstable();
        marks.rules.dedup();
        marks
    }

    fn node(&mut self, id: NodeId, moves: Moves) {
        if !self.nodes[id.0 as usize].add(moves) {
            return;
        }
        match &self.plan.leads.nodes()[id.0 as usize] {
            Node::Constant(_) => {}
            Node::Not(inner) => self.node(*inner, moves.turned()),
            Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|&part| self.node(part, moves)),
            Node::NumberKnown(number) => self.number(*number, Moves::BOTH),
            Node::Number(number, ranges) => {
                let of = &self.plan.leads.numbers()[number.0 as usize];
                if let Number::DaysSince(Subject::Field(field)) = of {
                    self.dates.extend(ranges.iter().map(|&range| (*field, days_ago(range), moves)));
                    return;
                }
                let moves = match ranges[..] {
                    [(_, i128::MAX)] => moves,
                    [(i128::MIN, _)] => moves.turned(),
                    _ => Moves::BOTH,
                };
                self.number(*number, moves);
            }
            Node::Compare(comparison, left, right) => {
                let (of_left, of_right) = match comparison {
                    Comparison::Eq | Comparison::Ne => (Moves::BOTH, Moves::BOTH),
                    Comparison::Lt | Comparison::Le => (moves.turned(), moves),
                    Comparison::Gt | Comparison::Ge => (moves, moves.turned()),
                };
                self.number(*left, of_left);
                self.number(*right, of_right);
            }
            Node::Date(Subject::Field(field), spans) => {
                self.dates.extend(spans.iter().map(|&span| (*field, Range::Span(span), moves)));
            }
            Node::Stage(_) => self.is_unknown |= !self.is_all,
            Node::Date(..) => self.is_unknown = true,
            Node::Happened(tally, at_least, at_most) => {
                let moves = match (at_least, at_most) {
                    (_, None) => moves,
                    (0, Some(_)) => moves.turned(),
                    _ => Moves::BOTH,
                };
                self.tally(*tally, moves);
            }
            // Fields stay as they are. Labels come after stages; no stage may ask for one.
            Node::Known(subject)
            | Node::Truth(subject)
            | Node::Text(subject, _)
            | Node::Choice(subject, _)
            | Node::Choices(subject, ..)
            | Node::Texts(subject, ..) => self.is_unknown |= self.lacks(*subject),
            Node::CompareDates(_, left, right) | Node::Same(left, right) => {
                self.is_unknown |= self.lacks(*left) || self.lacks(*right);
            }
        }
    }

    /// Whether it is a label that is not followed.
    fn lacks(&self, subject: Subject) -> bool {
        match subject {
            Subject::Label(_) => !self.is_all,
            Subject::Field(_) | Subject::FieldDomain(_) | Subject::Property(_) | Subject::PropertyDomain(_) => false,
        }
    }

    fn number(&mut self, id: NumberId, moves: Moves) {
        if !self.numbers[id.0 as usize].add(moves) {
            return;
        }
        match &self.plan.leads.numbers()[id.0 as usize] {
            Number::Constant(_) | Number::Unknown | Number::Column(_) => {}
            Number::Score(score) => self.score(usize::from(score.0), moves),
            // It grows.
            Number::DaysSince(_) => self.is_unknown |= moves.up,
            Number::Tally(tally, Reading::Count) => self.tally(*tally, moves),
            // Of nothing they are unknown, which is neither more nor less; and what leaves may have been negative.
            Number::Tally(tally, Reading::Total | Reading::Value | Reading::Average) => {
                self.tally(*tally, Moves::BOTH);
            }
            Number::Tally(tally, Reading::DaysSince) => {
                self.is_unknown |= moves.up;
                self.tally(*tally, Moves::BOTH);
            }
            Number::Binary(_, left, right) => {
                self.number(*left, Moves::BOTH);
                self.number(*right, Moves::BOTH);
            }
        }
    }

    fn score(&mut self, at: usize, moves: Moves) {
        if !self.scores[at].add(moves) {
            return;
        }
        match &self.plan.parts.scores[at].1 {
            // It can be unknown.
            ScorePlan::Computed(number) => self.number(*number, Moves::BOTH),
            ScorePlan::Parts(parts) => parts.iter().for_each(|part| self.part(part, moves)),
        }
    }

    fn part(&mut self, part: &PartPlan, moves: Moves) {
        match part {
            PartPlan::Rule(rule) => self.rule(rule, moves),
            // The first row that is true counts.
            PartPlan::Table { known, rows } => {
                self.node(*known, Moves::BOTH);
                for (_, row) in rows {
                    // Whatever it gives, no later one does.
                    self.node(row.condition, Moves::BOTH);
                    self.rule(row, Moves::BOTH);
                }
            }
            PartPlan::Group(group) => group.parts.iter().for_each(|part| self.part(part, moves)),
        }
    }

    fn rule(&mut self, rule: &RulePlan, moves: Moves) {
        self.rules.push(rule.id);
        match &rule.gain {
            GainPlan::Once(points) => self.node(rule.condition, moves.times(*points)),
            GainPlan::Faded { points, latest, .. } => {
                let moves = moves.times(*points);
                self.node(rule.condition, moves);
                if let Some(tally) = latest {
                    self.fading(*tally, moves);
                }
            }
            GainPlan::PerUnit { points, of, .. } => {
                let moves = moves.times(*points);
                self.node(rule.condition, moves);
                self.number(*of, moves);
            }
            GainPlan::PerOccurrence { points, of } => {
                let moves = moves.times(*points);
                self.node(rule.condition, moves);
                match of.map(|tally| (tally, self.plan.events.tallies[tally.0 as usize].measure)) {
                    None => {}
                    Some((tally, Measure::Factors(_) | Measure::Buckets(_, Some(_)))) => self.fading(tally, moves),
                    Some((tally, _)) => self.tally(tally, moves),
                }
            }
        }
    }

    fn tally(&mut self, id: TallyId, moves: Moves) {
        self.tallies[id.0 as usize].0.add(moves);
    }

    /// The same for what is worth less from day to day.
    fn fading(&mut self, id: TallyId, moves: Moves) {
        self.tally(id, moves);
        self.tallies[id.0 as usize].1 |= moves.down;
    }
}

/// The days that are so many days ago, in millionths, ends included.
fn days_ago((low, high): (i128, i128)) -> Range {
    let days = |millionths: i128| i64::try_from(millionths.div_euclid(SCALE)).ok();
    // Rounded up, the least; what does not fit is further away than any date.
    let least = if low == i128::MIN { None } else { days(low.saturating_add(SCALE - 1)) };
    Range::Ago(days(high), least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_days_ago_are_whole_days() {
        assert_eq!(days_ago((1_500_000, 3_999_999)), Range::Ago(Some(3), Some(2)));
        assert_eq!(days_ago((-1_500_000, 2_000_000)), Range::Ago(Some(2), Some(-1)));
        assert_eq!(days_ago((30_000_000, i128::MAX)), Range::Ago(None, Some(30)));
        assert_eq!(days_ago((i128::MIN, 0)), Range::Ago(Some(0), None));
    }
}
