//! Questions to the space of leads: can this condition be true of some lead, what is the most of a score, which totals are
//! there. In: a formula or a score; out: a verdict, with cells that show it, or the reason why there is none.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::formula::{Facts, Formula, Measure, ScoreTest};
use super::model::Model;
use super::points;
use super::solve::{self, Budget, Factor, Join, Mode, Problem, Sum};
use super::witness::Witness;
use crate::ast::Arithmetic;
use crate::decimal::{Decimal, Points};
use crate::ir::{Comparison, NumberRange, ScoreBody, ScoreId};
use crate::types::Truth;

/// What can be said of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// With these cells, by variable; where none is given, any will do.
    Yes(Vec<Option<usize>>),
    /// No lead that could exist.
    No,
    /// It was not decided, and why.
    Undecided(String),
}

/// The most or the least that a score can come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Extreme {
    pub(super) points: Points,
    pub(super) cells: Vec<Option<usize>>,
    /// Why there may be more.
    pub(super) open: Option<String>,
}

/// Why a question was given up.
pub(super) const SPENT: &str = "too many fields and events meet in these rules to try them all";

/// A formula as cases of which one must be true: each a list of formulas that must all be.
fn cases(formula: &Formula) -> Vec<Vec<Formula>> {
    match formula {
        Formula::Or(all) if formula.has_scores() && all.len() <= CASES => all.iter().flat_map(cases).collect(),
        Formula::And(all) if formula.has_scores() => {
            let mut together: Vec<Vec<Formula>> = vec![Vec::new()];
            for one in all {
                let mut ways = cases(one);
                if ways.len() * together.len() > CASES {
                    ways = vec![vec![one.clone()]];
                }
                let with = |before: &Vec<Formula>| -> Vec<Vec<Formula>> {
                    ways.iter().map(|way| before.iter().chain(way).cloned().collect()).collect()
                };
                together = together.iter().flat_map(with).collect();
            }
            together
        }
        Formula::Or(_)
        | Formula::And(_)
        | Formula::Constant(_)
        | Formula::Table(_)
        | Formula::Not(_)
        | Formula::Scores(_) => vec![vec![formula.clone()]],
    }
}

/// Whether two of these ask a score to be where the other forbids it: above what it must be below.
fn contradict(parts: &[Formula]) -> bool {
    let mut bounds: BTreeMap<ScoreId, NumberRange> = BTreeMap::new();
    for part in parts {
        let (test, is_turned) = match part {
            Formula::Scores(test) => (test, false),
            Formula::Not(inner) => match inner.as_ref() {
                Formula::Scores(test) => (test, true),
                _ => continue,
            },
            _ => continue,
        };
        let ScoreTest::Number(Measure::Score(id), ranges) = test.as_ref() else { continue };
        let [range] = ranges.as_slice() else { continue };
        let range = match (is_turned, range.low, range.high) {
            (false, ..) => *range,
            (true, Some((low, closed)), None) => NumberRange { low: None, high: Some((low, !closed)) },
            (true, None, Some((high, closed))) => NumberRange { low: Some((high, !closed)), high: None },
            (true, ..) => continue,
        };
        let known = bounds.entry(*id).or_default();
        // Of two ends the tighter one; at one number the one that leaves it out.
        if range.low.is_some_and(|(low, closed)| known.low.is_none_or(|(old, was)| (old, !was) < (low, !closed))) {
            known.low = range.low;
        }
        if range.high.is_some_and(|(high, closed)| known.high.is_none_or(|(old, was)| (high, closed) < (old, was))) {
            known.high = range.high;
        }
    }
    bounds.values().any(|range| match (range.low, range.high) {
        (Some((low, from)), Some((high, to))) => high < low || (low == high && !(from && to)),
        _ => false,
    })
}

/// A question made ready.
struct Question<'m, 'a> {
    model: &'m Model<'a>,
    sizes: Vec<usize>,
    joined: points::Joined,
    factors: Vec<Factor>,
    sums: Vec<Sum>,
    /// The scores that are needed: which of their values matter, and where their sum is.
    modes: BTreeMap<usize, Mode>,
    places: BTreeMap<usize, usize>,
    /// Columns that are reckoned with: the variable, and the sum that tells its class.
    columns: Vec<(usize, usize)>,
}

/// A formula whose parts without scores are sums.
enum Goal {
    Constant(Truth),
    Sum(usize),
    Scores(Rc<ScoreTest>),
    Not(Box<Goal>),
    And(Vec<Goal>),
    Or(Vec<Goal>),
}

/// A question is parted into at most so many cases.
const CASES: usize = 12;

impl<'a> Model<'a> {
    /// Whether a formula can be true. What is asked is parted first: one case of an `or` is enough; and where a part of an
    /// `and` can't be, or one that is easy to answer, the whole can't.
    pub(super) fn can_be_true(&self, formula: &Formula) -> Verdict {
        let mut undecided = None;
        for case in cases(&formula.positive()) {
            match self.case_can_be_true(&case) {
                Verdict::No => {}
                Verdict::Yes(cells) => return Verdict::Yes(cells),
                Verdict::Undecided(reason) => undecided = Some(reason),
            }
        }
        undecided.map_or(Verdict::No, Verdict::Undecided)
    }

    /// Whether all of these can be true together.
    fn case_can_be_true(&self, parts: &[Formula]) -> Verdict {
        let all = |parts: &[Formula]| match parts {
            [one] => one.clone(),
            parts => Formula::And(parts.to_vec()),
        };
        let whole = all(parts);
        if contradict(parts) {
            return Verdict::No;
        }
        let plain: Vec<Formula> = parts.iter().filter(|part| !part.has_scores()).cloned().collect();
        if plain.len() < parts.len() && !plain.is_empty() && self.solved(&all(&plain)) == Verdict::No {
            return Verdict::No;
        }
        let easy = self.easy(parts);
        if easy.len() < parts.len() {
            match self.solved(&all(&easy)) {
                Verdict::No => return Verdict::No,
                Verdict::Yes(cells) if self.is_true(&whole, &cells) => return Verdict::Yes(cells),
                Verdict::Yes(_) | Verdict::Undecided(_) => {}
            }
        }
        self.solved(&whole)
    }

    /// The parts that together ask of each score only that it is high, or only that it is low.
    fn easy(&self, parts: &[Formula]) -> Vec<Formula> {
        let mut together = self.question();
        let mut easy = Vec::new();
        for part in parts {
            let modes = together.modes.clone();
            together.modes_of(part, false);
            if together.modes.values().any(|mode| *mode == Mode::All) {
                together.modes = modes;
            } else {
                easy.push(part.clone());
            }
        }
        easy
    }

    /// Whether a formula is true of the lead of these cells, as far as they say all that it asks.
    fn is_true(&self, formula: &Formula, cells: &[Option<usize>]) -> bool {
        if formula.variables().iter().any(|variable| cells.get(*variable).copied().flatten().is_none()) {
            return false;
        }
        let outcome = Witness::of(&self.space, cells).outcome(self.space.rules);
        let scores: Vec<Option<Points>> = outcome.scores.iter().map(|score| score.points).collect();
        let cells: Vec<usize> = cells.iter().map(|cell| cell.unwrap_or(0)).collect();
        formula.truth(&Facts { cells: &cells, sizes: &self.space.sizes, scores: &scores }) == Truth::True
    }

    /// Whether a formula can be true, asked at once.
    fn solved(&self, formula: &Formula) -> Verdict {
        let mut question = self.question();
        question.modes_of(formula, false);
        let Some(goal) = question.goal(formula, false) else { return Verdict::Undecided(SPENT.to_owned()) };
        let problem = match question.problem(Some(formula)) {
            Ok(problem) => problem,
            Err(reason) => return Verdict::Undecided(reason),
        };
        let Ok(solution) = solve::solve(&problem, &mut Budget(self.steps)) else {
            return Verdict::Undecided(SPENT.to_owned());
        };
        let outcomes = solution.outcomes();
        match outcomes.iter().find(|row| question.truth(&goal, row) == Truth::True) {
            Some(row) => Verdict::Yes(solution.cells(row)),
            None => match question.doubt(&problem) {
                Some(reason) => Verdict::Undecided(reason),
                None => Verdict::No,
            },
        }
    }

    /// The most (or the least) of a score; none if it can't be known, and why.
    pub(super) fn extreme(&self, score: ScoreId, mode: Mode) -> Result<Option<Extreme>, String> {
        let mut question = self.question();
        question.needs(score, mode);
        let problem = question.problem(None)?;
        let solution = solve::solve(&problem, &mut Budget(self.steps)).map_err(|_| SPENT.to_owned())?;
        let values = solution.outcomes().into_iter().filter_map(|row| Some((question.score(score, row)?, row)));
        let best = match mode {
            Mode::Least => values.min_by_key(|(points, _)| *points),
            Mode::Most | Mode::All => values.max_by_key(|(points, _)| *points),
        };
        Ok(best.map(|(points, row)| Extreme { points, cells: solution.cells(row), open: question.doubt(&problem) }))
    }

    /// All totals that a score can come to, in order, and why there may be others.
    pub(super) fn totals(&self, score: ScoreId) -> Result<(Vec<Points>, Option<String>), String> {
        let mut question = self.question();
        question.needs(score, Mode::All);
        let problem = question.problem(None)?;
        let solution = solve::solve(&problem, &mut Budget(self.steps)).map_err(|_| SPENT.to_owned())?;
        let mut totals: Vec<Points> =
            solution.outcomes().into_iter().filter_map(|row| question.score(score, row)).collect();
        totals.sort_unstable();
        totals.dedup();
        Ok((totals, question.doubt(&problem)))
    }

    /// The least of a score among leads of which a formula is true; none if there are none, or it was not decided.
    pub(super) fn least_where(&self, score: ScoreId, formula: &Formula) -> Option<Points> {
        let mut question = self.question();
        question.modes_of(formula, false);
        question.needs(score, Mode::Least);
        let goal = question.goal(formula, false)?;
        let measured =
            Formula::Scores(Rc::new(ScoreTest::Compare(Comparison::Eq, Measure::Score(score), Measure::Score(score))));
        let all = Formula::And(vec![formula.clone(), measured]);
        let problem = question.problem(Some(&all)).ok()?;
        let solution = solve::solve(&problem, &mut Budget(self.steps)).ok()?;
        if question.doubt(&problem).is_some() {
            return None;
        }
        let outcomes = solution.outcomes().into_iter();
        let good = outcomes.filter(|row| question.truth(&goal, row) == Truth::True);
        good.filter_map(|row| question.score(score, row)).min()
    }

    fn question(&self) -> Question<'_, 'a> {
        Question {
            model: self,
            sizes: self.sizes.clone(),
            joined: points::Joined::default(),
            factors: Vec::new(),
            sums: Vec::new(),
            modes: BTreeMap::new(),
            places: BTreeMap::new(),
            columns: Vec::new(),
        }
    }
}

impl Question<'_, '_> {
    /// Which values of which scores matter to a formula that should be true (or false, where it is turned).
    fn modes_of(&mut self, formula: &Formula, turned: bool) {
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

    /// Whether it is asked whether a score of rules is known: it always is.
    fn is_always_known(&self, test: &ScoreTest) -> bool {
        matches!(test, ScoreTest::Known(Measure::Score(id)) if self.model.computed(*id).is_none())
    }

    /// The scores on which it depends whether a quantity is known: those in a computed score, and under a division.
    fn unknown_if(&self, of: &Measure, needs: &mut Vec<(ScoreId, Mode)>) {
        match of {
            Measure::Constant(_) | Measure::Column(_) => {}
            Measure::Score(id) => {
                if self.model.computed(*id).is_some() {
                    needs.push((*id, Mode::All));
                }
            }
            Measure::Binary(operation, left, right) => {
                if *operation == Arithmetic::Divide {
                    directions(right, Mode::All, needs);
                }
                self.unknown_if(left, needs);
                self.unknown_if(right, needs);
            }
        }
    }

    fn needs(&mut self, score: ScoreId, mode: Mode) {
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

    /// Turns the parts without scores into sums; none if one is too large.
    fn goal(&mut self, formula: &Formula, turned: bool) -> Option<Goal> {
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

    /// The parts of an `and` or `or`; those without scores as one, if it is not too large.
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

    /// Puts all together.
    fn problem(&mut self, formula: Option<&Formula>) -> Result<Problem, String> {
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
                    let id = ScoreId(u16::try_from(place).expect("scores are counted in 16 bits"));
                    let of = self.model.computed(id).expect("it is computed").clone();
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

    /// Adds what binds variables to each other.
    fn link(&mut self) {
        let mut seen: Vec<usize> = Vec::new();
        let mut open: Vec<usize> = self.factors.iter().flat_map(|factor| factor.variables.clone()).collect();
        let mut chained = false;
        while let Some(variable) = open.pop() {
            if seen.contains(&variable) {
                continue;
            }
            seen.push(variable);
            let link =
                self.joined.link(variable, &self.sizes).or_else(|| self.model.joined.link(variable, &self.sizes));
            if let Some(link) = link {
                open.extend(&link.variables);
                self.factors.push(link);
            }
            let more = self.model.space.happenings.with(variable);
            if !more.is_empty() && !chained {
                chained = true;
                self.factors.extend(self.model.space.happenings.links.iter().cloned());
            }
            open.extend(more);
        }
    }

    /// For scores that are compared with given values only: between which of those they lie is all that matters.
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
            let id = ScoreId(u16::try_from(*place).expect("scores are counted in 16 bits"));
            others.extend(self.model.computed(id).iter().flat_map(|of| of.scores()));
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

    /// Why what was not found may be there all the same.
    fn doubt(&self, problem: &Problem) -> Option<String> {
        let mut used = vec![false; problem.sizes.len()];
        for variable in problem.factors.iter().flat_map(|factor| &factor.variables) {
            used[*variable] = true;
        }
        let variables: Vec<usize> = (0..used.len()).filter(|at| used[*at]).collect();
        let sampled = variables.iter().find_map(|variable| self.model.space.sampled(*variable));
        sampled.map(str::to_owned).or_else(|| {
            // Where points fade, the young and the old ends are known: enough if all want the same.
            variables.iter().find_map(|variable| {
                let cluster = self.model.space.happenings.cluster(*variable)?;
                let reason = cluster.ends_only.as_ref()?;
                let mut wants = self.model.fading.iter().filter(|fading| fading.variable == *variable).filter_map(
                    |fading| match (self.modes.get(&fading.score)?, fading.positive) {
                        (Mode::All, _) => Some(None),
                        (Mode::Most, positive) => Some(Some(positive)),
                        (Mode::Least, positive) => Some(Some(!positive)),
                    },
                );
                let first = wants.next()?;
                (first.is_none() || wants.any(|other| other != first)).then(|| reason.clone())
            })
        })
    }

    fn truth(&self, goal: &Goal, row: &[i64]) -> Truth {
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
        (0..count)
            .map(|place| self.score(ScoreId(u16::try_from(place).expect("scores are counted in 16 bits")), row))
            .collect()
    }

    /// A score in an outcome; none if it is unknown, or not asked for.
    fn score(&self, id: ScoreId, row: &[i64]) -> Option<Points> {
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

/// The first points, in hundredths, from this value on (or beyond it).
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

/// Which values of each score matter where a quantity should be great (or small, or anything).
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
