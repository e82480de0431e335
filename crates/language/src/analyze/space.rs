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

/// At most this many answers are looked up for one space; this bounds the cost of rules and tables with many values.
const MOST_ANSWERS: u64 = 20_000_000;

/// How many times at most parts of formulas are evaluated to join tables.
const MOST_EVALUATED: u64 = 200_000_000;

/// A table has at most this many entries.
const MOST_TOGETHER: usize = 200_000;

/// The space of leads.
pub(super) struct Space<'a> {
    pub(super) rules: &'a Rules,
    pub(super) as_of: Instant,
    pub(super) today: Day,
    /// The number of cells of each variable: fields first, then events.
    pub(super) sizes: Vec<usize>,
    /// For each field, its variable and cells.
    fields: Vec<Option<(usize, Cells)>>,
    /// What is asked of several fields together.
    combined: Vec<Combined>,
    /// Which cells of fields that no file declares go together.
    pub(super) relations: Vec<Factor>,
    asked: Asked<'a>,
    /// For each variable, whether its cells are all there is.
    doubts: Vec<Doubt>,
    /// For each subject, filled as needed: its value in each cell, and its folded texts.
    columns: RefCell<HashMap<Subject, Rc<[Option<Value>]>>>,
    folded: RefCell<HashMap<Subject, Folded>>,
    /// The first cell of every variable, to count from.
    first: RefCell<Vec<usize>>,
    /// How many more answers may be looked up to make tables.
    left: Effort,
    /// How many more times parts of formulas may be evaluated.
    evaluations: Effort,
    /// For each definition, its weight: how much it stands for.
    pub(super) weights: Vec<u64>,
    /// For each label, filled as needed: the formulas of its texts, with the weight of all of them.
    pub(super) ways: RefCell<HashMap<LabelId, Weighed>>,
    /// The values found so far for what fields are asked together, by the cells that they depend on.
    realised: RefCell<HashMap<Vec<Option<usize>>, Realised>>,
    pub(super) happenings: Happenings,
}

/// The texts of a label, each with a formula that is true of the leads that have it.
pub(super) type Ways = Vec<(String, Formula)>;

/// The texts of a label, with the weight of all their formulas; `None` if it is too much.
pub(super) type Weighed = Rc<Option<(Ways, usize)>>;

/// For each cell, its folded texts; `None` if they are unknown.
type Folded = Rc<[Option<Vec<String>>]>;

/// Values of fields, or the index of the question for which none were found.
type Realised = Result<Vec<(FieldId, Option<Value>)>, usize>;

/// For fields that no file declares, all the texts that they can hold, where these are known.
pub(super) type Given = BTreeMap<FieldId, Vec<Value>>;

/// A lead as cells: where none is given, any will do. What cells do not say about fields that are asked about together
/// is kept beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Picked {
    /// For each variable, its cell.
    pub(super) cells: Vec<Option<usize>>,
    pub(super) values: Vec<(FieldId, Option<Value>)>,
}

impl<'a> Space<'a> {
    pub(super) fn new(rules: &'a Rules, as_of: Instant, given: &Given) -> Self {
        let today = rules.zone.day_of(as_of);
        let mut sizes = Vec::new();
        let asked = Asked::of_rules(rules, today);
        let fields: Vec<Option<(usize, Cells)>> = cells::of_fields(rules, &asked, given)
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
            relations: Vec::new(),
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

    /// The variable and the cells of a field, if anything asks about it.
    pub(super) fn field_asked(&self, id: FieldId) -> Option<(usize, &Cells)> {
        self.fields[usize::from(id.0)].as_ref().map(|(variable, cells)| (*variable, cells))
    }

    /// The fields that have variables.
    pub(super) fn fields(&self) -> impl Iterator<Item = (FieldId, usize, &Cells)> {
        self.fields.iter().enumerate().filter_map(|(at, field)| {
            let (variable, cells) = field.as_ref()?;
            Some((FieldId(u16::try_from(at).expect("fields are counted in 16 bits")), *variable, cells))
        })
    }

    /// Cells alone, without scores.
    pub(super) fn facts<'f>(&'f self, cells: &'f [usize]) -> Facts<'f> {
        Facts { cells, sizes: &self.sizes, scores: &[] }
    }

    /// Answers that depend on the cells of these variables, with any doubt about those cells.
    pub(super) fn table<T: Copy + Guess>(&self, variables: Vec<usize>, answer: impl FnMut(&[usize]) -> T) -> Table<T> {
        let doubt = variables.iter().map(|variable| self.doubt(*variable)).fold(Doubt::NONE, |all, one| all.or(&one));
        self.doubted_table(variables, doubt, answer)
    }

    /// Answers that depend on the cells of these variables; a placeholder if there would be too many.
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

    /// Whether this many more answers may be looked up; if so, they count as looked up.
    pub(super) fn may_look_up(&self, count: usize) -> bool {
        self.left.spend(count)
    }

    /// Whether parts of formulas may be evaluated this many more times; if so, they count as evaluated.
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

    /// The folded text of a subject, or the texts of its list, in each cell of its variable.
    pub(super) fn folded(&self, subject: Subject) -> (usize, Folded) {
        let (variable, values) = self.column(subject);
        let entries = |value: &Option<Value>| value.as_ref().map(Value::folded_entries);
        let mut folded = self.folded.borrow_mut();
        let of_cells = folded.entry(subject).or_insert_with(|| values.iter().map(entries).collect());
        (variable, Rc::clone(of_cells))
    }

    /// Whether a variable's cells are all there is.
    pub(super) fn doubt(&self, variable: usize) -> Doubt {
        self.doubts[variable].clone()
    }

    /// How the values of a quantity are covered, and by which variable if it has one of its own.
    pub(super) fn way(&self, of: &Quantity) -> (Way, Option<&Combined>) {
        let asked = Together::Value(self.rules.plain(of).clone());
        (self.asked.way(of), self.asked.place_of(&asked).map(|at| &self.combined[at]))
    }

    /// The same for the comparison of two quantities.
    pub(super) fn way_of_both(&self, left: &Quantity, right: &Quantity) -> (Way, Option<&Combined>) {
        let asked = Together::Order(left.clone(), right.clone());
        (self.asked.way_of_both(left, right), self.asked.place_of(&asked).map(|at| &self.combined[at]))
    }

    /// Whether a rule can count more units than are told apart.
    pub(super) fn doubt_of_units(&self, rule: &crate::ir::Rule) -> Doubt {
        self.asked.doubt_of_units(rule)
    }

    /// What ties a variable to others, if it is for several fields together: its index among those variables, and the
    /// tie.
    pub(super) fn tie(&self, variable: usize) -> Option<(usize, &Factor)> {
        let at = self.combined.iter().position(|one| one.variable == variable)?;
        Some((at, &self.combined[at].link))
    }

    /// The lead of these cells, with values that give what fields are asked together; if none were found, the index of
    /// a question that may be the reason.
    pub(super) fn realise(&self, cells: Vec<Option<usize>>) -> Result<Picked, usize> {
        // Other questions often ask the same again.
        let key: Vec<Option<usize>> =
            combined::told(&self.combined).map(|at| cells.get(at).copied().flatten()).collect();
        if let Some(known) = self.realised.borrow().get(&key) {
            return known.clone().map(|values| Picked { cells, values });
        }
        let values = combined::realise(self.rules, &self.combined, &self.fields, &cells);
        self.realised.borrow_mut().insert(key, values.clone());
        values.map(|values| Picked { cells, values })
    }

    /// The question about fields together that has this index, as the author wrote it.
    pub(super) fn text_together(&self, at: usize) -> &str {
        match &self.combined[at].asked {
            Together::Value(of) | Together::Order(of, _) => self.rules.text(of.span),
        }
    }
}

/// How many points (in hundredths) of a rule can matter: up to its cap and its group's, or else enough to outweigh
/// everything that the score's other rules can take away, its range and every value that it is compared with.
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

/// The rules of a score that can give more and more, and for which no end on their side is final: where points of the
/// other sign can bring the sum back from beyond it, it matters how far beyond it was.
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

/// The magnitude that a part can reach at least, with unlimited rules counted a few times.
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
