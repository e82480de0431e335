//! All leads that could exist, as combinations of cells. In: a rule set and the instant from which leads are seen; out:
//! one variable for each field that rules ask about and for each kind of event, with a value or a history in each cell.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::cells::{self, Asked, Cells, Together, Way};
use super::combined::{self, Combined};
use super::doubt::Doubt;
use super::effort::Effort;
use super::formula::{Facts, Formula, Guess, Table};
use super::happen::{Happenings, Wanted};
use super::problem::Factor;
use crate::calendar::{Day, Instant};
use crate::ir::{FieldId, Gain, Group, LabelId, Part, Quantity, QuantityKind, Rules, Subject};
use crate::types::Value;

/// So many answers are looked up for one space; it bounds what rules and tables cost that have many values.
const MOST_ANSWERS: u64 = 20_000_000;

/// So often parts of formulas are evaluated to join tables.
const MOST_EVALUATED: u64 = 200_000_000;

/// A table has at most so many.
const MOST_TOGETHER: usize = 200_000;

/// The space of leads.
pub(super) struct Space<'a> {
    pub(super) rules: &'a Rules,
    pub(super) as_of: Instant,
    pub(super) today: Day,
    /// The number of cells of each variable: fields first, then events.
    pub(super) sizes: Vec<usize>,
    /// By field: its variable and cells.
    fields: Vec<Option<(usize, Cells)>>,
    /// What is asked of several fields together.
    combined: Vec<Combined>,
    asked: Asked<'a>,
    /// By variable: whether its cells are all that there is.
    doubts: Vec<Doubt>,
    /// By subject, as they are needed: its value in each cell, and its folded texts.
    columns: RefCell<HashMap<Subject, Rc<[Option<Value>]>>>,
    folded: RefCell<HashMap<Subject, Folded>>,
    /// The first cell of every variable, to count from.
    first: RefCell<Vec<usize>>,
    /// How many answers may still be looked up to make tables.
    left: Effort,
    /// How often parts of formulas may still be evaluated.
    evaluations: Effort,
    /// By definition, how much it stands for.
    pub(super) weights: Vec<u64>,
    /// By label, the formulas of its texts, as they are needed, with how much stands in all of them.
    pub(super) ways: RefCell<HashMap<LabelId, Weighed>>,
    /// What was found for them so far, by the cells that it depends on.
    realised: RefCell<HashMap<Vec<Option<usize>>, Realised>>,
    pub(super) happenings: Happenings,
}

/// The texts of a label, each with a formula that is true of the leads that have it.
pub(super) type Ways = Vec<(String, Formula)>;

/// The texts of a label, with how much stands in all their formulas; none if it is too much.
pub(super) type Weighed = Rc<Option<(Ways, usize)>>;

/// By cell: folded texts, none where they are unknown.
type Folded = Rc<[Option<Vec<String>>]>;

/// Values of fields, or the place of what they were not found for.
type Realised = Result<Vec<(FieldId, Option<Value>)>, usize>;

/// A lead, by cells: where none is given, any will do. What cells do not say of fields that are asked together stands beside
/// them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Picked {
    /// By variable.
    pub(super) cells: Vec<Option<usize>>,
    pub(super) values: Vec<(FieldId, Option<Value>)>,
}

impl<'a> Space<'a> {
    pub(super) fn new(rules: &'a Rules, as_of: Instant) -> Self {
        let today = rules.zone.day_of(as_of);
        let mut sizes = Vec::new();
        let asked = Asked::of_rules(rules, today);
        let fields: Vec<Option<(usize, Cells)>> = cells::of_fields(rules, &asked)
            .into_iter()
            .map(|cells| {
                cells.map(|cells| {
                    sizes.push(cells.values.len());
                    (sizes.len() - 1, cells)
                })
            })
            .collect();
        let combined = combined::all(rules, today, &asked, &fields, &mut sizes);
        let happenings = Happenings::new(rules, as_of, &wanted(rules), &mut sizes);
        let mut doubts: Vec<Doubt> = (0..sizes.len()).map(|variable| happenings.doubt(variable)).collect();
        for (variable, cells) in fields.iter().flatten() {
            doubts[*variable] = cells.doubt.clone();
        }
        Self {
            rules,
            as_of,
            today,
            doubts,
            columns: RefCell::default(),
            folded: RefCell::default(),
            first: RefCell::new(vec![0; sizes.len()]),
            sizes,
            fields,
            combined,
            asked,
            left: Effort::of(MOST_ANSWERS),
            evaluations: Effort::of(MOST_EVALUATED),
            weights: rules.weights(),
            ways: RefCell::default(),
            realised: RefCell::default(),
            happenings,
        }
    }

    /// The variable and the cells of a field that rules ask about.
    pub(super) fn field(&self, id: FieldId) -> (usize, &Cells) {
        let (variable, cells) =
            self.fields[usize::from(id.0)].as_ref().expect("every field that a rule asks about was collected");
        (*variable, cells)
    }

    /// The fields that have variables.
    pub(super) fn fields(&self) -> impl Iterator<Item = (FieldId, usize, &Cells)> {
        self.fields.iter().enumerate().filter_map(|(at, field)| {
            let (variable, cells) = field.as_ref()?;
            Some((FieldId(u16::try_from(at).expect("fields are counted in 16 bits")), *variable, cells))
        })
    }

    /// Cells alone, no scores.
    pub(super) fn facts<'f>(&'f self, cells: &'f [usize]) -> Facts<'f> {
        Facts { cells, sizes: &self.sizes, scores: &[] }
    }

    /// Answers by the cells of these variables, with what there is to doubt about their cells.
    pub(super) fn table<T: Copy + Guess>(&self, variables: Vec<usize>, answer: impl FnMut(&[usize]) -> T) -> Table<T> {
        let doubt = variables.iter().map(|variable| self.doubt(*variable)).fold(Doubt::NONE, |all, one| all.or(&one));
        self.doubted_table(variables, doubt, answer)
    }

    /// Answers by the cells of these variables; a guess where they would be too many.
    pub(super) fn doubted_table<T: Copy + Guess>(
        &self,
        variables: Vec<usize>,
        doubt: Doubt,
        answer: impl FnMut(&[usize]) -> T,
    ) -> Table<T> {
        let count = variables.iter().try_fold(1_usize, |all, at| all.checked_mul(self.sizes[*at]));
        match count.filter(|count| *count <= MOST_TOGETHER && self.may_look_up(*count)) {
            Some(_) => Table::make(variables, (&self.sizes, &mut self.first.borrow_mut()), doubt, answer),
            None => Table::guess(),
        }
    }

    /// Whether so many answers more may be looked up; they count as looked up then.
    pub(super) fn may_look_up(&self, count: usize) -> bool {
        self.left.spend(count)
    }

    /// Whether parts of formulas may be evaluated so often; they count as evaluated then.
    pub(super) fn may_evaluate(&self, count: usize) -> bool {
        self.evaluations.spend(count)
    }

    /// The value of a subject in each cell of its variable.
    pub(super) fn column(&self, subject: Subject) -> (usize, Rc<[Option<Value>]>) {
        let (Subject::Field(id) | Subject::FieldDomain(id)) = subject else {
            unreachable!("properties stand in filters only, and labels are asked for their texts")
        };
        let (variable, cells) = self.field(id);
        let domain = |value: &Option<Value>| match value {
            Some(Value::Text(address)) => Some(Value::Text(crate::text::domain(address))),
            _ => None,
        };
        let mut columns = self.columns.borrow_mut();
        let column = columns.entry(subject).or_insert_with(|| match subject {
            Subject::FieldDomain(_) => cells.values.iter().map(domain).collect(),
            _ => cells.values.clone().into(),
        });
        (variable, Rc::clone(column))
    }

    /// The folded text of a subject, or texts of its list, in each cell of its variable.
    pub(super) fn folded(&self, subject: Subject) -> (usize, Folded) {
        let (variable, values) = self.column(subject);
        let entries = |value: &Option<Value>| value.as_ref().map(Value::folded_entries);
        let mut folded = self.folded.borrow_mut();
        let of_cells = folded.entry(subject).or_insert_with(|| values.iter().map(entries).collect());
        (variable, Rc::clone(of_cells))
    }

    /// Whether a variable's cells are all that there is.
    pub(super) fn doubt(&self, variable: usize) -> Doubt {
        self.doubts[variable].clone()
    }

    /// In which way the values of a quantity are covered, with the variable that covers them where it has one.
    pub(super) fn way(&self, of: &Quantity) -> (Way, Option<&Combined>) {
        let asked = Together::Value(self.rules.plain(of).clone());
        (self.asked.way(of), self.asked.place_of(&asked).map(|at| &self.combined[at]))
    }

    /// The same of how two quantities stand to each other.
    pub(super) fn way_of_both(&self, left: &Quantity, right: &Quantity) -> (Way, Option<&Combined>) {
        let asked = Together::Order(left.clone(), right.clone());
        (self.asked.way_of_both(left, right), self.asked.place_of(&asked).map(|at| &self.combined[at]))
    }

    /// Whether a rule can count more units than are told apart.
    pub(super) fn doubt_of_units(&self, rule: &crate::ir::Rule) -> Doubt {
        self.asked.doubt_of_units(rule)
    }

    /// What ties a variable to others, if it is of several fields together: its place among them, and the tie.
    pub(super) fn tie(&self, variable: usize) -> Option<(usize, &Factor)> {
        let at = self.combined.iter().position(|one| one.variable == variable)?;
        Some((at, &self.combined[at].link))
    }

    /// The lead of these cells, with values that give what fields are asked together; if they were not found, the place of
    /// one that may be the reason.
    pub(super) fn realise(&self, cells: Vec<Option<usize>>) -> Result<Picked, usize> {
        // The same is often asked again, by another question.
        let key: Vec<Option<usize>> =
            combined::told(&self.combined).map(|at| cells.get(at).copied().flatten()).collect();
        if let Some(known) = self.realised.borrow().get(&key) {
            return known.clone().map(|values| Picked { cells, values });
        }
        let values = combined::realise(self.rules, &self.combined, &self.fields, &cells);
        self.realised.borrow_mut().insert(key, values.clone());
        values.map(|values| Picked { cells, values })
    }

    /// What is asked of fields together at this place, as the author wrote it.
    pub(super) fn text_together(&self, at: usize) -> &str {
        match &self.combined[at].asked {
            Together::Value(of) | Together::Order(of, _) => self.rules.text(of.span),
        }
    }
}

/// How many points (in hundredths) of a rule can matter: up to its cap and its group's, or else so many that they outweigh
/// all that the score's other rules can take away, its range and every value that it is compared with.
fn wanted(rules: &Rules) -> Wanted {
    let compared = compared(rules);
    let mut points = BTreeMap::new();
    for (at, score) in rules.scores.iter().enumerate() {
        let range = [score.range.low, score.range.high].into_iter().flatten().map(|end| i128::from(end.0).abs());
        let mass: i128 = score.parts().iter().map(weight).sum::<i128>()
            + range.max().unwrap_or(0)
            + compared.get(&at).copied().unwrap_or(0);
        for part in score.parts() {
            limits(part, mass, &mut points);
        }
    }
    Wanted { points, open: rules.scores.iter().flat_map(open).collect() }
}

/// The rules of a score that can give more and more, and that no end on their side stops for good: where points of the other
/// sign can take the sum back from it, it matters how far beyond it was.
fn open(score: &crate::ir::Score) -> Vec<crate::ir::RuleId> {
    let is_up = |rule: &crate::ir::Rule| rule.gain.points().0 > 0;
    let one_sided = |parts: &[Part], up: bool| parts.iter().flat_map(Part::rules).all(|rule| is_up(rule) == up);
    let has_end = |up: bool| if up { score.range.high.is_some() } else { score.range.low.is_some() };
    let is_stopped = |part: &Part, rule: &crate::ir::Rule| {
        let up = is_up(rule);
        let by_group = match part {
            Part::Group(group) => {
                (if up { group.up_to } else { group.down_to }).is_some() && one_sided(&group.parts, up)
            }
            Part::Rule(_) | Part::Table(_) => false,
        };
        by_group || (has_end(up) && one_sided(score.parts(), up))
    };
    let endless = |rule: &crate::ir::Rule| rule.cap.is_none() && !matches!(rule.gain, Gain::Once { .. });
    let of_part = |part: &Part| -> Vec<crate::ir::RuleId> {
        part.rules().into_iter().filter(|rule| endless(rule) && !is_stopped(part, rule)).map(|rule| rule.id).collect()
    };
    score.parts().iter().flat_map(of_part).collect()
}

/// What a part can give at least in magnitude, unlimited rules counted a few times.
fn weight(part: &Part) -> i128 {
    match part {
        Part::Rule(rule) => {
            let points = i128::from(rule.gain.points().0).abs();
            match (&rule.gain, rule.cap) {
                (Gain::Once { .. }, _) => points,
                (_, Some(cap)) => i128::from(cap.0).abs(),
                (Gain::PerUnit { .. } | Gain::PerOccurrence { .. }, None) => points * 2,
            }
        }
        Part::Table(table) => {
            table.rows.iter().map(|row| i128::from(row.rule.gain.points().0).abs()).max().unwrap_or(0)
        }
        Part::Group(group) => {
            let all: i128 = group.parts.iter().map(weight).sum();
            let cap = |cap: Option<crate::decimal::Points>| cap.map(|cap| i128::from(cap.0).abs());
            match (cap(group.up_to), cap(group.down_to)) {
                (Some(up), Some(down)) => all.min(up.max(down)),
                (Some(_) | None, None) | (None, Some(_)) => all,
            }
        }
    }
}

fn limits(part: &Part, mass: i128, points: &mut BTreeMap<crate::ir::RuleId, i128>) {
    let of_group = |group: &Group| {
        let inner: i128 = group.parts.iter().map(weight).sum();
        group.up_to.map_or(mass, |up| (i128::from(up.0).abs() + inner).min(mass))
    };
    match part {
        Part::Rule(rule) => {
            points.insert(rule.id, rule.cap.map_or(mass, |cap| i128::from(cap.0).abs()));
        }
        Part::Table(table) => {
            for row in &table.rows {
                points.insert(row.rule.id, row.rule.cap.map_or(mass, |cap| i128::from(cap.0).abs()));
            }
        }
        Part::Group(group) => {
            let most = of_group(group);
            for part in &group.parts {
                limits(part, most, points);
            }
        }
    }
}

/// The greatest magnitude that each score is compared with, in hundredths.
fn compared(rules: &Rules) -> BTreeMap<usize, i128> {
    use crate::ir::CondKind;
    use crate::ir::Item;
    let mut compared: BTreeMap<usize, i128> = BTreeMap::new();
    let mut note = |quantity: &Quantity, most: i128| {
        rules.walk_quantity(quantity, &mut |item| {
            if let Item::Quantity(Quantity { kind: QuantityKind::Score(id), .. }) = item {
                let entry = compared.entry(usize::from(id.0)).or_default();
                *entry = (*entry).max(most);
            }
        });
    };
    for condition in rules.conditions() {
        rules.walk_condition(condition, &mut |item| {
            let Item::Test(test) = item else { return };
            match &test.kind {
                CondKind::Number(quantity, ranges) => {
                    let ends = ranges.iter().flat_map(|range| [range.low, range.high]).flatten();
                    note(quantity, ends.map(|(end, _)| end.0.abs() / 10_000 + 1).max().unwrap_or(0));
                }
                CondKind::Compare(_, left, right) => {
                    for side in [left, right] {
                        note(side, 100_000);
                    }
                }
                _ => {}
            }
        });
    }
    compared
}
