//! A question made ready: the sums that must be known together, and what is asked of them. In: a model, a formula or a
//! score; out: a problem for `solve`, and what its rows mean. No verdict is given here.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use super::doubt::Doubt;
use super::formula::{Facts, Formula, Measure, ScoreTest};
use super::model::Model;
use super::points;
use super::problem::{Factor, Join, Mode, NEVER, Problem, Sum, index};
use crate::ast::Arithmetic;
use crate::decimal::{Decimal, Points};
use crate::ir::{Comparison, NumberRange, ScoreBody, ScoreId};
use crate::types::Truth;
use crate::words::Text;

/// A question made ready.
pub(super) struct Question<'m, 'a> {
    model: &'m Model<'a>,
    sizes: Vec<usize>,
    joined: points::Joined,
    factors: Vec<Factor>,
    sums: Vec<Sum>,
    /// The scores that are needed: which of their values matter, and where their sum is.
    pub(super) modes: BTreeMap<usize, Mode>,
    places: BTreeMap<usize, usize>,
    /// The columns used in calculations: the variable, and the sum that tells its class.
    columns: Vec<(usize, usize)>,
    /// What is asked of fields together: its index in the space, and that of its tie among the factors.
    ties: Vec<(usize, usize)>,
}

/// A formula whose parts without scores are sums.
pub(super) enum Goal {
    Constant(Truth),
    Sum(usize),
    Scores(Rc<ScoreTest>),
    Not(Box<Goal>),
    And(Vec<Goal>),
    Or(Vec<Goal>),
}

impl<'m, 'a> Question<'m, 'a> {
    /// A question that asks nothing yet.
    pub(super) fn new(model: &'m Model<'a>) -> Self {
        Self {
            model,
            sizes: model.sizes.clone(),
            joined: points::Joined::default(),
            factors: Vec::new(),
            sums: Vec::new(),
            modes: BTreeMap::new(),
            places: BTreeMap::new(),
            columns: Vec::new(),
            ties: Vec::new(),
        }
    }

    /// Which values of which scores matter to a formula that should be true (or false, where it is turned).
    pub(super) fn modes_of(&mut self, formula: &Formula, turned: bool) {
        let mut needs: Vec<(ScoreId, Mode)> = Vec::new();
        formula.leaves(turned, &mut |leaf, turned| {
            let Formula::Scores(test) = leaf else { return };
            let mode = |mode: Mode| if turned { mode.turned() } else { mode };
            match test.as_ref() {
                ScoreTest::Number(of, ranges) => directions(of, mode(of_ranges(ranges)), &mut needs),
                ScoreTest::Compare(comparison, left, right) => {
                    let left_mode = match comparison {
                        Comparison::Eq | Comparison::Ne => Mode::All,
                        Comparison::Ge | Comparison::Gt => Mode::Most,
                        Comparison::Le | Comparison::Lt => Mode::Least,
                    };
                    directions(left, mode(left_mode), &mut needs);
                    directions(right, mode(left_mode).turned(), &mut needs);
                }
                ScoreTest::Known(of) => self.unknown_if(of, &mut needs),
            }
        });
        for (score, mode) in needs {
            self.needs(score, mode);
        }
    }

    /// Whether it asks whether a score made of rules is known: it always is.
    fn is_always_known(&self, test: &ScoreTest) -> bool {
        matches!(test, ScoreTest::Known(Measure::Score(id)) if self.model.computed(*id).is_none())
    }

    /// The scores that decide whether a quantity is known: computed ones, and all those used in a calculation, since a
    /// result may be a division by zero or too great.
    fn unknown_if(&self, of: &Measure, needs: &mut Vec<(ScoreId, Mode)>) {
        match of {
            Measure::Constant(_) | Measure::Column(_) => {}
            Measure::Score(id) => {
                if self.model.computed(*id).is_some() {
                    needs.push((*id, Mode::All));
                }
            }
            Measure::Binary(..) => needs.extend(of.scores().into_iter().map(|id| (id, Mode::All))),
        }
    }

    pub(super) fn needs(&mut self, score: ScoreId, mode: Mode) {
        let place = usize::from(score.0);
        let before = self.modes.get(&place).copied();
        let mode = before.map_or(mode, |before| before.and(mode));
        if before == Some(mode) {
            return;
        }
        self.modes.insert(place, mode);
        if let Some(of) = self.model.computed(score) {
            let mut needs = Vec::new();
            directions(of, mode, &mut needs);
            for (score, mode) in needs {
                self.needs(score, mode);
            }
        }
    }

    /// Turns the parts without scores into sums; `None` if one is too large.
    pub(super) fn goal(&mut self, formula: &Formula, turned: bool) -> Option<Goal> {
        if let Formula::Constant(truth) = formula {
            return Some(Goal::Constant(*truth));
        }
        if !formula.has_scores()
            && let Some(factor) = points::answers(&self.model.space, formula, &mut self.sizes, &mut self.joined)
        {
            let mode = if turned { Mode::Least } else { Mode::Most };
            return Some(Goal::Sum(self.sum_of(factor, mode)));
        }
        Some(match formula {
            Formula::Constant(truth) => Goal::Constant(*truth),
            Formula::Table(_) => return None,
            Formula::Scores(test) if self.is_always_known(test) => Goal::Constant(Truth::True),
            Formula::Scores(test) => Goal::Scores(Rc::clone(test)),
            Formula::Not(inner) => Goal::Not(Box::new(self.goal(inner, !turned)?)),
            Formula::And(all) => Goal::And(self.goals(all, turned, Formula::And)?),
            Formula::Or(all) => Goal::Or(self.goals(all, turned, Formula::Or)?),
        })
    }

    /// The parts of an `and` or `or`; those without scores are combined into one, if it is not too large.
    fn goals(&mut self, all: &[Formula], turned: bool, make: fn(Vec<Formula>) -> Formula) -> Option<Vec<Goal>> {
        let (open, plain): (Vec<&Formula>, Vec<&Formula>) = all.iter().partition(|one| one.has_scores());
        let mut goals = Vec::new();
        if plain.len() > 1 && !open.is_empty() {
            goals.push(self.goal(&make(plain.into_iter().cloned().collect()), turned)?);
        } else {
            for one in plain {
                goals.push(self.goal(one, turned)?);
            }
        }
        for one in open {
            goals.push(self.goal(one, turned)?);
        }
        Some(goals)
    }

    fn sum_of(&mut self, factor: Factor, mode: Mode) -> usize {
        let sum = self.sums.len();
        self.sums.push(Sum { join: Join::Sum, mode, low: None, high: None, part_of: None, cuts: None });
        self.factors.push(Factor { sum: Some(sum), ..factor });
        sum
    }

    /// Puts everything together as a problem.
    pub(super) fn problem(&mut self, formula: Option<&Formula>) -> Result<Problem, Text> {
        let cuts = formula.map(|formula| self.cuts(formula)).unwrap_or_default();
        for (place, mode) in self.modes.clone() {
            let score = &self.model.space.rules.scores[place];
            match &score.body {
                ScoreBody::Rules(_) => {
                    let tables = &self.model.tables[place];
                    if let Some(reason) = &tables.too_large {
                        return Err(reason.clone());
                    }
                    let first = self.sums.len();
                    let last = first + tables.sums.len() - 1;
                    for (at, (join, low, high)) in tables.sums.iter().enumerate() {
                        let is_score = first + at == last;
                        self.sums.push(Sum {
                            join: *join,
                            mode,
                            low: *low,
                            high: *high,
                            part_of: (!is_score).then_some(last),
                            cuts: is_score.then(|| cuts.get(&place).cloned()).flatten(),
                        });
                    }
                    for factor in &tables.factors {
                        self.factors.push(Factor { sum: factor.sum.map(|sum| sum + first), ..factor.clone() });
                    }
                    self.places.insert(place, last);
                }
                ScoreBody::Computed(_) => {
                    let of = self.model.computed(score_id(place)).expect("it is computed").clone();
                    self.add_columns(&of);
                }
            }
        }
        if let Some(formula) = formula {
            let mut measures: Vec<Measure> = Vec::new();
            formula.leaves(false, &mut |leaf, _| {
                if let Formula::Scores(test) = leaf {
                    measures.extend(test.measures().into_iter().cloned());
                }
            });
            for of in measures {
                self.add_columns(&of);
            }
        }
        if self.sums.is_empty() {
            self.sums.push(Sum { join: Join::Sum, mode: Mode::Most, low: None, high: None, part_of: None, cuts: None });
        }
        self.link();
        Ok(Problem { sizes: self.sizes.clone(), factors: self.factors.clone(), sums: self.sums.clone() })
    }

    /// Puts together what a group of a score would give without its cap.
    pub(super) fn group(&mut self, score: usize, group: usize, mode: Mode) -> Result<Problem, Text> {
        let tables = &self.model.tables[score];
        if let Some(reason) = &tables.too_large {
            return Err(reason.clone());
        }
        self.modes.insert(score, mode);
        let (join, _, _) = tables.sums[group];
        self.sums.push(Sum { join, mode, low: None, high: None, part_of: None, cuts: None });
        let own = tables.factors.iter().filter(|factor| factor.sum == Some(group));
        self.factors.extend(own.map(|factor| Factor { sum: Some(0), ..factor.clone() }));
        self.link();
        Ok(Problem { sizes: self.sizes.clone(), factors: self.factors.clone(), sums: self.sums.clone() })
    }

    fn add_columns(&mut self, of: &Measure) {
        for column in of.columns() {
            for (made, factor) in points::classes(&self.model.space, column, &mut self.sizes, &mut self.joined) {
                if !self.columns.iter().any(|(other, _)| *other == made) {
                    let sum = self.sum_of(factor, Mode::All);
                    self.columns.push((made, sum));
                }
            }
        }
    }

    /// Adds what ties variables to each other.
    fn link(&mut self) {
        let mut seen: HashSet<usize> = HashSet::new();
        let mut open: Vec<usize> = self.factors.iter().flat_map(|factor| factor.variables.clone()).collect();
        let mut chained = false;
        while let Some(variable) = open.pop() {
            if !seen.insert(variable) {
                continue;
            }
            let link =
                self.joined.link(variable, &self.sizes).or_else(|| self.model.joined.link(variable, &self.sizes));
            if let Some(link) = link {
                open.extend(&link.variables);
                self.factors.push(link);
            }
            if let Some((at, tie)) = self.model.space.tie(variable) {
                open.extend(&tie.variables);
                self.ties.push((at, self.factors.len()));
                self.factors.push(tie.clone());
            }
            if !chained && self.model.space.happenings.is_chained(variable) {
                chained = true;
                self.factors.extend(self.model.space.happenings.links.iter().cloned());
                open.extend(self.model.space.happenings.all_of_chain());
            }
        }
        // Those of which only some are asked about leave these free.
        let relations = self.model.space.relations.iter();
        let within = relations.filter(|relation| relation.variables.iter().all(|variable| seen.contains(variable)));
        self.factors.extend(within.cloned());
    }

    /// For scores that are only compared with given values: all that matters is between which of those they lie.
    fn cuts(&self, formula: &Formula) -> BTreeMap<usize, Vec<i64>> {
        let mut cuts: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        let mut others: Vec<ScoreId> = Vec::new();
        formula.leaves(false, &mut |leaf, _| {
            let Formula::Scores(test) = leaf else { return };
            match test.as_ref() {
                ScoreTest::Number(Measure::Score(id), ranges) => {
                    let entry = cuts.entry(usize::from(id.0)).or_default();
                    for range in ranges {
                        entry.extend(range.low.map(|(end, closed)| first_from(end, closed)));
                        entry.extend(range.high.map(|(end, closed)| first_from(end, !closed)));
                    }
                }
                ScoreTest::Known(Measure::Score(_)) => {}
                other => others.extend(other.measures().iter().flat_map(|of| of.scores())),
            }
        });
        for place in self.modes.keys() {
            others.extend(self.model.computed(score_id(*place)).iter().flat_map(|of| of.scores()));
        }
        for id in others {
            cuts.remove(&usize::from(id.0));
        }
        for entry in cuts.values_mut() {
            entry.sort_unstable();
            entry.dedup();
        }
        cuts
    }

    /// Whether something that was not found may exist all the same: this depends on everything that is asked, whatever
    /// part of it went into the problem.
    pub(super) fn doubt(&self, formula: Option<&Formula>) -> Doubt {
        let mut doubt = formula.map_or(Doubt::NONE, Formula::doubt);
        for place in self.modes.keys() {
            doubt = doubt.or(&self.model.doubt_of(score_id(*place)));
        }
        doubt.or(&self.doubt_of_ends())
    }

    /// Where points fade with every day, only the youngest and the oldest ages are exact: that is enough if everything
    /// that is asked wants the same end.
    fn doubt_of_ends(&self) -> Doubt {
        for cluster in &self.model.space.happenings.clusters {
            let Some(reason) = &cluster.ends_only else { continue };
            let of_cluster = self.model.fading.get(&cluster.variable).into_iter().flatten();
            let mut wants = of_cluster.filter_map(|fading| match (self.modes.get(&fading.score)?, fading.positive) {
                (Mode::All, _) => Some(None),
                (Mode::Most, positive) => Some(Some(positive)),
                (Mode::Least, positive) => Some(Some(!positive)),
            });
            let Some(first) = wants.next() else { continue };
            let is_there = cluster.has_oldest || first != Some(false);
            if !is_there || first.is_none() || wants.any(|other| other != first) {
                return Doubt::of(reason.clone());
            }
        }
        Doubt::NONE
    }

    /// Whether points of scores that it needs were not looked up: a total may then not occur.
    pub(super) fn is_guess(&self) -> bool {
        self.modes.keys().any(|score| self.model.tables[*score].is_guess)
    }

    /// Whether fields are asked about together.
    pub(super) fn is_tied(&self) -> bool {
        !self.ties.is_empty()
    }

    /// Rules out the answer that was given to what is asked of fields together, for these cells of them.
    pub(super) fn leave_out(&self, problem: &mut Problem, together: usize, cells: &[Option<usize>]) {
        for (_, at) in self.ties.iter().filter(|(at, _)| *at == together) {
            let factor = &mut problem.factors[*at];
            let cells: Vec<usize> = cells.iter().map(|cell| cell.unwrap_or(0)).collect();
            let mut table = factor.table.to_vec();
            table[index(&factor.variables, &cells, &problem.sizes)] = NEVER;
            factor.table = table.into();
        }
    }

    pub(super) fn truth(&self, goal: &Goal, row: &[i64]) -> Truth {
        match goal {
            Goal::Constant(truth) => *truth,
            Goal::Sum(sum) => match row[*sum] {
                2 => Truth::True,
                1 => Truth::Unknown,
                _ => Truth::False,
            },
            Goal::Scores(test) => {
                let cells = self.cells(row);
                let scores = self.scores(row);
                let facts = Facts { cells: &cells, sizes: &self.model.space.sizes, scores: &scores };
                Formula::Scores(Rc::clone(test)).truth(&facts)
            }
            Goal::Not(inner) => !self.truth(inner, row),
            Goal::And(all) => all.iter().map(|one| self.truth(one, row)).fold(Truth::True, Truth::and),
            Goal::Or(all) => all.iter().map(|one| self.truth(one, row)).fold(Truth::False, Truth::or),
        }
    }

    fn cells(&self, row: &[i64]) -> Vec<usize> {
        let mut cells = vec![0; self.model.space.sizes.len()];
        for (made, sum) in &self.columns {
            let class = usize::try_from(row[*sum]).expect("a class");
            if let Some((variable, cell)) = self.joined.cell_behind(*made, class) {
                cells[variable] = cell;
            }
        }
        cells
    }

    fn scores(&self, row: &[i64]) -> Vec<Option<Points>> {
        let count = self.model.space.rules.scores.len();
        (0..count).map(|place| self.score(score_id(place), row)).collect()
    }

    /// A score in an outcome; `None` if it is unknown, or not asked for.
    pub(super) fn score(&self, id: ScoreId, row: &[i64]) -> Option<Points> {
        let place = usize::from(id.0);
        if let Some(sum) = self.places.get(&place) {
            return Some(Points(row[*sum]));
        }
        let of = self.model.computed(id).filter(|_| self.modes.contains_key(&place))?;
        let mut scores = vec![None; self.model.space.rules.scores.len()];
        for id in of.scores() {
            scores[usize::from(id.0)] = self.score(id, row);
        }
        let cells = self.cells(row);
        let facts = Facts { cells: &cells, sizes: &self.model.space.sizes, scores: &scores };
        let points = of.value(&facts)?.round_to_points()?;
        let range = &self.model.space.rules.score(id).range;
        let high = range.high.map(|high| if range.half_open { Points(high.0 - 1) } else { high });
        Some(points.min(high.unwrap_or(points)).max(range.low.unwrap_or(Points(i64::MIN))))
    }
}

/// The score with this index.
fn score_id(place: usize) -> ScoreId {
    ScoreId(u16::try_from(place).expect("scores are counted in 16 bits"))
}

/// The first points, in hundredths, that are at (or beyond) this value.
fn first_from(end: Decimal, with_it: bool) -> i64 {
    let floor = end.0.div_euclid(10_000);
    let is_whole = end.0.rem_euclid(10_000) == 0;
    let first = if is_whole && with_it { floor } else { floor + 1 };
    i64::try_from(first).unwrap_or(if first < 0 { i64::MIN / 4 } else { i64::MAX / 4 })
}

fn of_ranges(ranges: &[NumberRange]) -> Mode {
    match ranges {
        [NumberRange { low: Some(_), high: None }] => Mode::Most,
        [NumberRange { low: None, high: Some(_) }] => Mode::Least,
        _ => Mode::All,
    }
}

/// Which values of each score matter if a quantity should be great (or small, or anything).
fn directions(of: &Measure, mode: Mode, needs: &mut Vec<(ScoreId, Mode)>) {
    let sign = |of: &Measure| match of {
        Measure::Constant(value) => Some(value.0.signum()),
        Measure::Column(_) | Measure::Score(_) | Measure::Binary(..) => None,
    };
    match of {
        Measure::Constant(_) | Measure::Column(_) => {}
        Measure::Score(id) => needs.push((*id, mode)),
        Measure::Binary(operation, left, right) => {
            let (left_mode, right_mode) = match operation {
                Arithmetic::Add => (mode, mode),
                Arithmetic::Subtract => (mode, mode.turned()),
                Arithmetic::Multiply => match (sign(left), sign(right)) {
                    (_, Some(1)) | (Some(1), _) => (mode, mode),
                    (_, Some(-1)) | (Some(-1), _) => (mode.turned(), mode.turned()),
                    _ => (Mode::All, Mode::All),
                },
                Arithmetic::Divide => match sign(right) {
                    Some(1) => (mode, mode),
                    Some(-1) => (mode.turned(), mode),
                    _ => (Mode::All, Mode::All),
                },
            };
            directions(left, left_mode, needs);
            directions(right, right_mode, needs);
        }
    }
}
