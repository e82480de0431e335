//! Conditions into formulas. In: a condition as meant, and the space of cells; out: the formula. `stage` and labels are
//! replaced by the conditions that make them.

use std::rc::Rc;

use super::cells::Way;
use super::doubt::Doubt;
use super::formula::{Formula, Guess, Measure, ScoreTest, Table};
use super::happen::Seen;
use super::space::{Space, Ways, Weighed};
use crate::decimal::Decimal;
use crate::ir::{
    Comparison, Cond, CondKind, DateRange, DefinitionBody, Function, LabelBody, LabelId, Operand, Quantity,
    QuantityKind, StageId, Subject, TextTest,
};
use crate::text;
use crate::types::{Truth, Value};

/// A definition that stands for more conditions than this is not looked into.
const MOST_PARTS: u64 = 1_000;

/// A label is not looked into if its texts depend on more tests than this, including those of the labels that it asks
/// for.
const MOST_LEAVES: usize = 20_000;

/// The cost of a step of a stage's formula, in answers looked up.
const STEP_COST: usize = 8;

/// The cost of a part of a label's formula, in answers looked up.
const WAY_COST: usize = 4;

/// Joined labels have at most this many texts.
const MOST_WAYS: usize = 2_000;

impl Space<'_> {
    /// A condition over cells, as a formula.
    pub(super) fn formula(&self, condition: &Cond) -> Formula {
        match &condition.kind {
            CondKind::Constant(truth) => Formula::Constant((*truth).into()),
            CondKind::Not(inner) => Formula::not(self.formula(inner)),
            CondKind::And(all) => Formula::And(all.iter().map(|one| self.formula(one)).collect()),
            CondKind::Or(all) => Formula::Or(all.iter().map(|one| self.formula(one)).collect()),
            CondKind::Defined(id) if !self.may_write_out(self.weights[usize::from(id.0)]) => Formula::guess(),
            CondKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Cond(body) => self.formula(body),
                DefinitionBody::Quantity(_) => unreachable!("`resolve` lets only conditions stand here"),
            },
            CondKind::Known(Operand::Subject(Subject::Label(id))) => self.label_known(*id),
            CondKind::Known(Operand::Subject(subject)) => self.of_value(*subject, |value| Truth::from(value.is_some())),
            CondKind::Known(Operand::Quantity(quantity)) => self.of_measures(
                vec![self.measure(quantity)],
                |values| values[0].is_some().into(),
                |mut of| ScoreTest::Known(of.remove(0)),
            ),
            CondKind::Truth(subject) => self.test(*subject, |value| *value == Value::Truth(true)),
            CondKind::Number(quantity, ranges) => self.of_measures(
                vec![self.measure(quantity)],
                |values| values[0].map(|number| ranges.iter().any(|range| range.contains(number))).into(),
                |mut of| ScoreTest::Number(of.remove(0), ranges.clone()),
            ),
            CondKind::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            CondKind::Date(subject, ranges) => self.test(*subject, |value| {
                let Value::Date(day) = value else { unreachable!("a date") };
                ranges.iter().any(|range| match range {
                    DateRange::Days(first, last) => {
                        first.is_none_or(|first| first <= *day) && last.is_none_or(|last| *day <= last)
                    }
                    DateRange::Window(window) => {
                        let (first, last) = window.days(self.today);
                        (first..=last).contains(day)
                    }
                })
            }),
            CondKind::CompareDates(comparison, left, right) => {
                self.of_two(*left, *right, |left, right| comparison.holds(left.cmp(right)))
            }
            CondKind::Text(Subject::Label(id), test) => self.label_text(*id, test),
            CondKind::Text(subject, test) => {
                self.of_entries(*subject, |entries| entries.iter().any(|entry| test.passes(entry)))
            }
            CondKind::Choice(subject, options) => {
                self.test(*subject, |value| options.iter().any(|option| *value == Value::Choice(*option)))
            }
            CondKind::Choices { subject, options, all } => self.test(*subject, |value| {
                let Value::Choices(chosen) = value else { unreachable!("a list of choices") };
                holds(options, *all, |option| chosen.contains(option))
            }),
            CondKind::Texts { subject, texts, all } => {
                self.of_entries(*subject, |entries| holds(texts, *all, |text| entries.contains(text)))
            }
            CondKind::Same(left, right) => self.of_two(*left, *right, |left, right| folded(left) == folded(right)),
            CondKind::Happened { of, at_least, at_most } => {
                let seen = self.happenings.count(of);
                Formula::Table(self.seen(&seen, |count| {
                    let most = at_most.is_none_or(|most| *count <= i128::from(most));
                    (i128::from(*at_least) <= *count && most).into()
                }))
            }
            CondKind::Stage(stages) => Formula::Or(stages.iter().map(|stage| self.stage(*stage)).collect()),
        }
    }

    /// That a lead has this stage.
    pub(super) fn stage(&self, stage: StageId) -> Formula {
        let exclusions: Vec<&Cond> = self.rules.exclusions.iter().map(|line| &line.condition).collect();
        let steps: Vec<&Cond> = self.rules.stages.steps.iter().map(|step| &step.condition).collect();
        self.stage_of(&exclusions, &steps, stage)
    }

    /// That a lead has this stage, given these exclusions and these steps.
    pub(super) fn stage_of(&self, exclusions: &[&Cond], steps: &[&Cond], stage: StageId) -> Formula {
        // With very many stages, each asks about all those above it.
        if !self.may_look_up(steps.len() * STEP_COST) {
            return Formula::guess();
        }
        let excluded = || Formula::Or(exclusions.iter().map(|line| self.certain(line)).collect());
        let above = |from: usize| steps[from..].iter().map(|step| Formula::not(self.certain(step))).collect::<Vec<_>>();
        let mut all = vec![Formula::not(excluded())];
        match stage {
            StageId::Excluded => return excluded(),
            StageId::None => all.extend(above(0)),
            StageId::Step(at) => {
                all.push(self.certain(steps[usize::from(at)]));
                all.extend(above(usize::from(at) + 1));
            }
        }
        Formula::And(all)
    }

    /// A condition in two-valued logic: unknown counts as false.
    pub(super) fn certain(&self, condition: &Cond) -> Formula {
        certain(self.formula(condition))
    }

    /// That a label has a text that passes.
    pub(super) fn label(&self, id: LabelId, passes: &dyn Fn(&str) -> bool) -> Formula {
        let ways = self.ways(id);
        let Some((ways, weight)) = ways.as_ref() else { return Formula::guess() };
        // A label of labels is as long as all of them together.
        if !self.may_look_up(weight * WAY_COST) {
            return Formula::guess();
        }
        Formula::Or(ways.iter().filter(|(text, _)| passes(text)).map(|(_, way)| way.clone()).collect())
    }

    /// That two labels have different texts, or one of them none; `None` if they depend on too much. Texts that differ in capitals alone
    /// are different.
    pub(super) fn other_texts(&self, one: LabelId, other: LabelId) -> Option<Formula> {
        let mut texts: Vec<String> = Vec::new();
        for id in [one, other] {
            texts.extend(self.ways(id).as_ref().as_ref()?.0.iter().map(|(text, _)| text.clone()));
        }
        texts.sort_unstable();
        texts.dedup();
        let has = |id: LabelId, text: &String| self.label(id, &|found| found == text);
        let only = |one: LabelId, other: LabelId| {
            let texts = texts.iter().map(|text| Formula::And(vec![has(one, text), Formula::not(has(other, text))]));
            texts.collect::<Vec<_>>()
        };
        Some(Formula::Or(only(one, other).into_iter().chain(only(other, one)).collect()))
    }

    /// The texts that a label can have, each with a formula that is true of the leads that have it; a text may occur
    /// more than once. `None` if there are too many, or if they depend on too much.
    fn ways(&self, id: LabelId) -> Weighed {
        if let Some(known) = self.ways.borrow().get(&id) {
            return Rc::clone(known);
        }
        let made = match &self.rules.label(id).body {
            LabelBody::Lines { lines, otherwise } => self.ways_of_lines(lines, otherwise.as_ref()),
            LabelBody::Joined(parts) => self.ways_of_parts(parts),
        };
        let weight = |ways: &Ways| ways.iter().map(|(_, way)| way.weight()).sum::<usize>();
        let weighed = made.map(|ways| (weight(&ways), ways)).filter(|(weight, _)| *weight <= MOST_LEAVES);
        let ways = Rc::new(weighed.map(|(weight, ways)| (ways, weight)));
        self.ways.borrow_mut().insert(id, Rc::clone(&ways));
        ways
    }

    fn ways_of_lines(&self, lines: &[(Cond, String)], otherwise: Option<&String>) -> Option<Ways> {
        let mut ways = Vec::new();
        let mut before: Vec<Formula> = Vec::new();
        let (mut all, mut whole) = (0, 0);
        for (condition, text) in lines {
            let now = self.certain(condition);
            // Each line also depends on all those before it.
            all += now.weight();
            whole += all;
            if whole > MOST_LEAVES {
                return None;
            }
            ways.push((text.clone(), Formula::And(before.iter().cloned().chain([now.clone()]).collect())));
            before.push(Formula::not(now));
        }
        ways.extend(otherwise.iter().map(|text| ((*text).clone(), Formula::And(before.clone()))));
        Some(ways)
    }

    fn ways_of_parts(&self, parts: &[LabelId]) -> Option<Ways> {
        let mut ways: Ways = vec![(String::new(), Formula::And(Vec::new()))];
        for part in parts {
            let of_part = self.ways(*part);
            let mut texts: Vec<&String> = of_part.as_ref().as_ref()?.0.iter().map(|(text, _)| text).collect();
            texts.sort();
            texts.dedup();
            if ways.len() * texts.len() > MOST_WAYS {
                return None;
            }
            let with = |(before, all): &(String, Formula)| -> Ways {
                let joined = |text: &&String| {
                    let this = self.label(*part, &|other| other == *text);
                    (format!("{before}{text}"), Formula::And(vec![all.clone(), this]))
                };
                texts.iter().map(joined).collect()
            };
            ways = ways.iter().flat_map(with).collect();
        }
        Some(ways)
    }

    fn label_known(&self, id: LabelId) -> Formula {
        self.label(id, &|_| true)
    }

    /// That a label's text passes; unknown where the label is.
    fn label_text(&self, id: LabelId, test: &TextTest) -> Formula {
        let passes = self.label(id, &|text| test.passes(&text::fold(text)));
        // True where it passes, unknown where the label is unknown, false otherwise.
        let known = self.label_known(id);
        Formula::Or(vec![passes, Formula::And(vec![Formula::Constant(Truth::Unknown), Formula::not(known)])])
    }

    fn test(&self, subject: Subject, test: impl Fn(&Value) -> bool) -> Formula {
        self.of_value(subject, |value| value.map(&test).into())
    }

    fn of_entries(&self, subject: Subject, test: impl Fn(&[String]) -> bool) -> Formula {
        let (variable, texts) = self.folded(subject);
        Formula::Table(self.table(vec![variable], |cells| texts[cells[variable]].as_deref().map(&test).into()))
    }

    /// Whether a definition of this weight may be looked into; if so, it counts as looked up.
    fn may_write_out(&self, weight: u64) -> bool {
        weight <= MOST_PARTS && usize::try_from(weight).is_ok_and(|weight| self.may_look_up(weight))
    }

    fn of_value(&self, subject: Subject, test: impl Fn(Option<&Value>) -> Truth) -> Formula {
        let (variable, values) = self.column(subject);
        Formula::Table(self.table(vec![variable], |cells| test(values[cells[variable]].as_ref())))
    }

    fn of_two(&self, left: Subject, right: Subject, holds: impl Fn(&Value, &Value) -> bool) -> Formula {
        let ((left, lefts), (right, rights)) = (self.column(left), self.column(right));
        let mut variables = vec![left, right];
        variables.dedup();
        Formula::Table(self.table(variables, |cells| {
            let both = lefts[cells[left]].as_ref().zip(rights[cells[right]].as_ref());
            both.map(|(left, right)| holds(left, right)).into()
        }))
    }

    /// A formula on quantities: a table if they are made from cells alone.
    fn of_measures(
        &self,
        of: Vec<Measure>,
        answer: impl Fn(&[Option<Decimal>]) -> Truth,
        open: impl Fn(Vec<Measure>) -> ScoreTest,
    ) -> Formula {
        if of.iter().any(|measure| !measure.scores().is_empty()) {
            return Formula::Scores(Rc::new(open(of)));
        }
        let mut variables: Vec<usize> = of.iter().flat_map(Measure::variables).collect();
        variables.sort_unstable();
        variables.dedup();
        let doubt = of.iter().fold(Doubt::NONE, |all, one| all.or(&one.doubt()));
        Formula::Table(self.doubted_table(variables, doubt, |cells| {
            let facts = self.facts(cells);
            answer(&of.iter().map(|measure| measure.value(&facts)).collect::<Vec<_>>())
        }))
    }

    /// The comparison of two quantities.
    fn compare(&self, comparison: Comparison, left: &Quantity, right: &Quantity) -> Formula {
        let (left, right) = match self.way_of_both(left, right) {
            (Way::Together, Some(combined)) => {
                let variable = combined.variable;
                return Formula::Table(self.table(vec![variable], |cells| {
                    combined.order(cells[variable]).map(|order| comparison.holds(order)).into()
                }));
            }
            (Way::Sampled(doubt), _) => (self.reckoned(left).doubted(&doubt), self.reckoned(right).doubted(&doubt)),
            (Way::Cells | Way::Together, _) => (self.measure(left), self.measure(right)),
        };
        self.of_measures(
            vec![left, right],
            |values| values[0].zip(values[1]).map(|(left, right)| comparison.holds(left.cmp(&right))).into(),
            |mut of| {
                let right = of.remove(1);
                ScoreTest::Compare(comparison, of.remove(0), right)
            },
        )
    }

    /// A quantity over cells.
    pub(super) fn measure(&self, quantity: &Quantity) -> Measure {
        match self.way(quantity) {
            (Way::Cells, _) => self.reckoned(quantity),
            (Way::Sampled(_), _) if self.rules.weight_of(quantity, &self.weights) > MOST_PARTS => {
                Measure::Column(Table::guess())
            }
            (Way::Sampled(doubt), _) => self.reckoned(quantity).doubted(&doubt),
            (Way::Together, combined) => {
                let combined = combined.expect("what is asked of fields together was collected");
                let variable = combined.variable;
                Measure::Column(self.table(vec![variable], |cells| combined.values[cells[variable]]))
            }
        }
    }

    /// A quantity calculated from the cells of what is in it.
    fn reckoned(&self, quantity: &Quantity) -> Measure {
        match &quantity.kind {
            QuantityKind::Constant(value) => Measure::Constant(*value),
            QuantityKind::Field(id) => {
                let (variable, cells) = self.field(*id);
                let number = |value: &Option<Value>| match value {
                    Some(Value::Number(number)) => Some(*number),
                    _ => None,
                };
                Measure::Column(self.table(vec![variable], |at| number(&cells.values[at[variable]])))
            }
            QuantityKind::Property(_) => unreachable!("properties stand in filters only"),
            QuantityKind::Score(id) => Measure::Score(*id),
            QuantityKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Quantity(body) => self.reckoned(body),
                DefinitionBody::Cond(_) => unreachable!("`resolve` lets only quantities stand here"),
            },
            QuantityKind::DaysSince(subject) => {
                let (variable, values) = self.column(*subject);
                let days = |value: &Option<Value>| match value {
                    Some(Value::Date(day)) => Some(Decimal::whole(i64::from(self.today) - i64::from(*day))),
                    _ => None,
                };
                Measure::Column(self.table(vec![variable], |at| days(&values[at[variable]])))
            }
            QuantityKind::Aggregate(function, of) => self.aggregate(*function, of),
            QuantityKind::Binary(operation, left, right) => {
                Measure::Binary(*operation, Rc::new(self.reckoned(left)), Rc::new(self.reckoned(right)))
            }
        }
    }

    fn aggregate(&self, function: Function, of: &crate::ir::Occurrences) -> Measure {
        Measure::Column(self.seen(&self.happenings.aggregate(function, of), |value| *value))
    }

    /// Answers that depend on what is seen of events.
    pub(super) fn seen<S, T: Copy + Guess>(&self, seen: &Seen<'_, S>, answer: impl Fn(&S) -> T) -> Table<T> {
        let table = self.table(vec![seen.variable], |cells| answer(&seen.at(cells[seen.variable])));
        Table { doubt: seen.doubt.or(&table.doubt), ..table }
    }
}

/// A formula in two-valued logic: true where `formula` is true, and false otherwise.
fn certain(formula: Formula) -> Formula {
    match formula {
        Formula::Constant(truth) => Formula::Constant((truth == Truth::True).into()),
        Formula::Table(table) => Formula::Table(table.map(|truth| Truth::from(truth == Truth::True))),
        Formula::And(all) => Formula::And(all.into_iter().map(certain).collect()),
        Formula::Or(all) => Formula::Or(all.into_iter().map(certain).collect()),
        // Not true means false or unknown. The negation is true where the inner formula is false.
        Formula::Not(inner) => Formula::not(possible(inner.as_ref().clone())),
        // A score is unknown only if it is computed from something that is.
        Formula::Scores(test) => match known(&test) {
            Some(known) => Formula::And(vec![Formula::Scores(test), known]),
            None => Formula::Scores(test),
        },
    }
}

/// True where the formula is true or unknown, and false otherwise.
fn possible(formula: Formula) -> Formula {
    match formula {
        Formula::Constant(truth) => Formula::Constant((truth != Truth::False).into()),
        Formula::Table(table) => Formula::Table(table.map(|truth| Truth::from(truth != Truth::False))),
        Formula::And(all) => Formula::And(all.into_iter().map(possible).collect()),
        Formula::Or(all) => Formula::Or(all.into_iter().map(possible).collect()),
        Formula::Not(inner) => Formula::not(certain(inner.as_ref().clone())),
        Formula::Scores(test) => match known(&test) {
            Some(known) => Formula::Or(vec![Formula::Scores(test), Formula::not(known)]),
            None => Formula::Scores(test),
        },
    }
}

/// That all quantities of a question are known; `None` if the answer is known even where they are not.
fn known(test: &ScoreTest) -> Option<Formula> {
    let known = |of: &Measure| Formula::Scores(Rc::new(ScoreTest::Known(of.clone())));
    match test {
        ScoreTest::Known(_) => None,
        ScoreTest::Number(..) | ScoreTest::Compare(..) => {
            Some(Formula::And(test.measures().into_iter().map(known).collect()))
        }
    }
}

/// Whether one of them passes, or each if `all` must.
fn holds<T>(wanted: &[T], all: bool, passes: impl Fn(&T) -> bool) -> bool {
    if all { wanted.iter().all(passes) } else { wanted.iter().any(passes) }
}

fn folded(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text::fold(text)),
        Value::Number(_)
        | Value::Truth(_)
        | Value::Date(_)
        | Value::Choice(_)
        | Value::Texts(_)
        | Value::Choices(_) => value.clone(),
    }
}
