//! Scores as sums of tables. In: the rules of a score; out: for each rule, table and group the points that it gives in
//! each combination of cells. Where several variables meet in a rule, the cells that it does not tell apart are joined
//! first, so that its table stays small.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::doubt::Doubt;
use super::formula::{Formula, Table};
use super::problem::{Factor, Join, NEVER, next};
use super::space::Space;
use crate::decay;
use crate::decimal::{Points, RULE_LIMIT, SCALE, divide_rounded};
use crate::ir::{Gain, Part, RowKind, Rule, Score};
use crate::types::Truth;
use crate::words::{Text, say};

/// A table that would be larger than this is not made.
const MOST_ENTRIES: usize = 200_000;

/// Nor is one that says which cells are joined, if it would be larger than this.
const MOST_LINK: usize = 4_000_000;

/// The tables of one score.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// The groups, then the score itself: how their parts are combined, and the caps.
    pub(super) sums: Vec<(Join, Option<i64>, Option<i64>)>,
    /// Their `sum` is an index into `sums`.
    pub(super) factors: Vec<Factor>,
    /// Why the score can't be worked out.
    pub(super) too_large: Option<Text>,
    /// Whether its rules may give points that are in no table.
    pub(super) doubt: Doubt,
    /// Whether a table holds points that were not looked up.
    pub(super) is_guess: bool,
}

/// The variable that a new one is made from, the class of each of its cells, and one cell of each class.
type Made = (usize, Rc<[usize]>, Vec<usize>);

/// Variables made from others by joining cells.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// For each new variable, what it is made from.
    made: HashMap<usize, Made>,
    known: HashMap<(usize, Rc<[usize]>), usize>,
}

impl Joined {
    /// What ties a new variable to the one that it is made from.
    pub(super) fn link(&self, variable: usize, sizes: &[usize]) -> Option<Factor> {
        let (of, classes, _) = self.made.get(&variable)?;
        let size = sizes[variable];
        let table = classes.iter().flat_map(|class| (0..size).map(move |at| if at == *class { 0 } else { NEVER }));
        Some(Factor { variables: vec![*of, variable], sum: None, table: table.collect() })
    }

    /// A cell of the variable that this one is made from.
    pub(super) fn cell_behind(&self, variable: usize, cell: usize) -> Option<(usize, usize)> {
        let (of, _, cells) = self.made.get(&variable)?;
        Some((*of, cells[cell]))
    }

    /// A variable with these classes of cells; an earlier one if it is the same.
    fn variable(&mut self, of: usize, classes: Vec<usize>, sizes: &mut Vec<usize>) -> usize {
        let classes: Rc<[usize]> = classes.into();
        *self.known.entry((of, Rc::clone(&classes))).or_insert_with(|| {
            let count = classes.iter().max().map_or(0, |most| most + 1);
            let mut cells = vec![0; count];
            for (cell, class) in classes.iter().enumerate().rev() {
                cells[*class] = cell;
            }
            let variable = sizes.len();
            sizes.push(count);
            self.made.insert(variable, (of, Rc::clone(&classes), cells));
            variable
        })
    }
}

/// What a rule asks and gives, over cells.
struct Compiled {
    condition: Formula,
    gives: Table<i64>,
    kind: RowKind,
}

/// The tables of a score of rules.
pub(super) fn tables(space: &Space<'_>, score: &Score, sizes: &mut Vec<usize>, joined: &mut Joined) -> Tables {
    let mut tables = Tables::default();
    let mut parts: Vec<(&Part, usize)> = Vec::new();
    let groups = score.parts().iter().filter(|part| matches!(part, Part::Group(_))).count();
    for part in score.parts() {
        if let Part::Group(group) = part {
            let join = if group.best { Join::Best } else { Join::Sum };
            tables.sums.push((join, group.down_to.map(|cap| cap.0), group.up_to.map(|cap| cap.0)));
            parts.extend(group.parts.iter().map(|part| (part, tables.sums.len() - 1)));
        } else {
            parts.push((part, groups));
        }
    }
    let high = score.range.high.map(|high| high.0 - i64::from(score.range.half_open));
    tables.sums.push((Join::Sum, score.range.low.map(|low| low.0), high));
    let parts: Vec<(Given<'_>, usize)> = parts
        .into_iter()
        .filter_map(|(part, sum)| {
            let given = given(space, part);
            if given.is_none() {
                tables.too_large = Some(too_much(part));
            }
            Some((given??, sum))
        })
        .collect();
    tables.doubt = parts.iter().map(|(given, _)| &given.doubt).collect();
    let is_guess =
        |given: &Given<'_>| given.formulas.iter().any(Formula::is_guess) || given.gives.iter().any(Table::is_guess);
    tables.is_guess = parts.iter().any(|(given, _)| is_guess(given));
    let adds = |sum: usize| tables.sums[sum].0 == Join::Sum;
    let mut factors = Vec::new();
    for (together, sum) in clusters(&parts, &adds) {
        let mut make_of = |parts: &[&Given<'_>]| {
            let formulas: Vec<&Formula> = parts.iter().flat_map(|part| &part.formulas).collect();
            let gives: Vec<&Table<i64>> = parts.iter().flat_map(|part| &part.gives).collect();
            let value = |cells: &[usize]| parts.iter().map(|part| (part.value)(cells)).sum();
            make(space, &formulas, &gives, value, sizes, joined)
        };
        let whole = make_of(&together).filter(|whole| together.len() == 1 || whole.table.len() <= MOST_TOGETHER);
        let made: Vec<Option<Factor>> = match whole {
            Some(whole) => vec![Some(whole)],
            None => together.iter().map(|part| make_of(&[part])).collect(),
        };
        for (factor, part) in made.into_iter().zip(&together) {
            match factor {
                Some(factor) if factor.table.iter().all(|points| *points == 0) => {}
                Some(factor) => factors.push(Factor { sum: Some(sum), ..factor }),
                None => tables.too_large = Some(too_much(part.part)),
            }
        }
    }
    tables.factors = factors;
    tables
}

fn too_much(part: &Part) -> Text {
    let title = part.rules().first().map_or("", |rule| rule.title.as_str());
    say!("`{rule}` asks too much at once", rule = title)
}

/// What some rules of a sum give together is kept in one table, as long as that has no more entries than this.
const MOST_TOGETHER: usize = 20_000;

/// The points for each combination of cells.
type Value<'a> = Box<dyn Fn(&[usize]) -> i64 + 'a>;

/// What a rule or a table gives, over cells.
struct Given<'a> {
    part: &'a Part,
    formulas: Vec<Formula>,
    gives: Vec<Table<i64>>,
    value: Value<'a>,
    variables: BTreeSet<usize>,
    doubt: Doubt,
}

/// Parts of one sum that refer to no other variables than one of them does, so that a single table can hold them all.
fn clusters<'p, 'a>(parts: &'p [(Given<'a>, usize)], adds: &dyn Fn(usize) -> bool) -> Vec<(Vec<&'p Given<'a>>, usize)> {
    let mut order: Vec<&(Given<'a>, usize)> = parts.iter().collect();
    order.sort_by_key(|(part, _)| std::cmp::Reverse(part.variables.len()));
    let mut clusters: Vec<(Vec<&Given<'a>>, usize)> = Vec::new();
    // The parts of each sum that refer to a variable, and the first of each sum.
    let mut speak: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    let mut first: HashMap<usize, usize> = HashMap::new();
    for (part, sum) in order {
        let rarest = part.variables.iter().map(|at| speak.get(&(*sum, *at)).map_or(&[][..], Vec::as_slice));
        let holder = match rarest.min_by_key(|speak| speak.len()) {
            Some(speak) => speak.iter().copied().find(|at| part.variables.is_subset(&clusters[*at].0[0].variables)),
            None => first.get(sum).copied(),
        };
        if let Some(at) = holder.filter(|_| adds(*sum)) {
            clusters[at].0.push(part);
            continue;
        }
        for variable in &part.variables {
            speak.entry((*sum, *variable)).or_default().push(clusters.len());
        }
        first.entry(*sum).or_insert(clusters.len());
        clusters.push((vec![part], *sum));
    }
    clusters
}

/// What a rule or a table gives: the inner `None` for a rule that is not in force, the outer one if it asks too much.
#[expect(clippy::option_option, reason = "two reasons why there is nothing")]
fn given<'a>(space: &'a Space<'_>, part: &'a Part) -> Option<Option<Given<'a>>> {
    let in_force = |rule: &Rule| rule.in_force(space.today);
    let (formulas, gives, value): (Vec<Formula>, Vec<Table<i64>>, Value<'a>) = match part {
        Part::Rule(rule) => {
            if !in_force(rule) {
                return Some(None);
            }
            let compiled = compile(space, rule, RowKind::Values)?;
            let (formulas, gives) = (vec![compiled.condition.clone()], vec![compiled.gives.clone()]);
            let value = move |cells: &[usize]| {
                let holds = compiled.condition.truth(&space.facts(cells)) == Truth::True;
                if holds { compiled.gives.at(cells, &space.sizes) } else { 0 }
            };
            (formulas, gives, Box::new(value))
        }
        Part::Table(table) => {
            let known = space.formula(&table.known);
            let rows = table.rows.iter().filter(|row| in_force(&row.rule));
            let rows: Vec<Compiled> =
                rows.map(|row| compile(space, &row.rule, row.kind)).collect::<Option<Vec<Compiled>>>()?;
            let formulas = rows.iter().map(|row| row.condition.clone()).chain([known.clone()]).collect();
            let gives = rows.iter().map(|row| row.gives.clone()).collect();
            let value = move |cells: &[usize]| {
                let facts = space.facts(cells);
                let first = |kind: RowKind| {
                    rows.iter().find(|row| row.kind == kind && row.condition.truth(&facts) == Truth::True)
                };
                let other = if known.truth(&facts) == Truth::True { RowKind::Otherwise } else { RowKind::Unknown };
                let row = first(RowKind::Values).or_else(|| first(other));
                row.map_or(0, |row| row.gives.at(cells, &space.sizes))
            };
            (formulas, gives, Box::new(value))
        }
        Part::Group(_) => return None,
    };
    let variables =
        formulas.iter().flat_map(Formula::variables).chain(gives.iter().flat_map(|of| of.variables.clone()));
    let variables = variables.collect();
    let of_formulas: Vec<Doubt> = formulas.iter().map(Formula::doubt).collect();
    let doubt = of_formulas.iter().chain(gives.iter().map(|of| &of.doubt)).collect();
    Some(Some(Given { part, formulas, gives, value, variables, doubt }))
}

/// The answers of a formula, as 0 (false), 1 (unknown), 2 (true).
pub(super) fn answers(space: &Space<'_>, of: &Formula, sizes: &mut Vec<usize>, joined: &mut Joined) -> Option<Factor> {
    make(space, &[of], &[], |cells| of.truth(&space.facts(cells)) as i64, sizes, joined)
}

/// The cells of variables that a table tells apart: for each variable, a factor that gives the class.
pub(super) fn classes<T: Copy + Eq + std::hash::Hash>(
    space: &Space<'_>,
    table: &Table<T>,
    sizes: &mut Vec<usize>,
    joined: &mut Joined,
) -> Vec<(usize, Factor)> {
    let mut all = Vec::new();
    for variable in &table.variables {
        let mut known: HashMap<Vec<T>, usize> = HashMap::new();
        let classes: Vec<usize> = slices(table, *variable, &space.sizes)
            .into_iter()
            .map(|slice| {
                let next = known.len();
                *known.entry(slice).or_insert(next)
            })
            .collect();
        let made = joined.variable(*variable, classes, sizes);
        let table = (0..sizes[made]).map(|class| i64::try_from(class).expect("few classes")).collect();
        all.push((made, Factor { variables: vec![made], sum: None, table }));
    }
    all
}

/// For each cell of the variable, the table's answers.
fn slices<T: Copy>(table: &Table<T>, variable: usize, sizes: &[usize]) -> Vec<Vec<T>> {
    let mut slices = vec![Vec::new(); sizes[variable]];
    let mut cells = vec![0; sizes.len()];
    for answer in table.answers.iter() {
        slices[cells[variable]].push(*answer);
        next(&mut cells, &table.variables, sizes);
    }
    slices
}

fn make(
    space: &Space<'_>,
    formulas: &[&Formula],
    gives: &[&Table<i64>],
    value: impl Fn(&[usize]) -> i64,
    sizes: &mut Vec<usize>,
    joined: &mut Joined,
) -> Option<Factor> {
    let mut variables: Vec<usize> = formulas.iter().flat_map(|formula| formula.variables()).collect();
    variables.extend(gives.iter().flat_map(|table| table.variables.iter()));
    variables.sort_unstable();
    variables.dedup();
    let weight = formulas.iter().map(|formula| formula.weight()).sum::<usize>() + gives.len();
    let mut cells = vec![0; space.sizes.len()];
    if variables.len() < 2 {
        let count: usize = variables.iter().map(|at| space.sizes[*at]).product();
        if !space.may_look_up(count) || !space.may_evaluate(count.saturating_mul(weight)) {
            return None;
        }
        let table = (0..count)
            .map(|_| {
                let one = value(&cells);
                next(&mut cells, &variables, &space.sizes);
                one
            })
            .collect();
        return Some(Factor { variables, sum: None, table });
    }
    // Cells with the same answers everywhere are joined.
    let mut looks: Vec<Vec<Vec<i64>>> = variables.iter().map(|at| vec![Vec::new(); space.sizes[*at]]).collect();
    let mut note = |table: &[usize], slices: &dyn Fn(usize) -> Vec<Vec<i64>>| {
        for (look, variable) in looks.iter_mut().zip(&variables).filter(|(_, variable)| table.contains(variable)) {
            for (cell, slice) in look.iter_mut().zip(slices(*variable)) {
                cell.extend(slice);
            }
        }
    };
    for formula in formulas {
        formula.leaves(false, &mut |leaf, _| {
            if let Formula::Table(table) = leaf {
                let codes = table.map(|truth| truth as i64);
                note(&table.variables, &|variable| slices(&codes, variable, &space.sizes));
            }
        });
    }
    for table in gives {
        note(&table.variables, &|variable| slices(table, variable, &space.sizes));
    }
    let mut made = Vec::new();
    let mut entries = 1_usize;
    for (variable, look) in variables.iter().zip(looks) {
        let mut known: HashMap<Vec<i64>, usize> = HashMap::new();
        let classes: Vec<usize> = look
            .into_iter()
            .map(|answers| {
                let next = known.len();
                *known.entry(answers).or_insert(next)
            })
            .collect();
        let is_whole = known.len() == space.sizes[*variable];
        let new = if is_whole { *variable } else { joined.variable(*variable, classes, sizes) };
        // There must also be room for a link from all cells to their classes.
        space.sizes[*variable].checked_mul(sizes[new]).filter(|entries| *entries <= MOST_LINK)?;
        entries = entries.checked_mul(sizes[new]).filter(|entries| *entries <= MOST_ENTRIES)?;
        made.push(new);
    }
    if !space.may_look_up(entries) || !space.may_evaluate(entries.saturating_mul(weight)) {
        return None;
    }
    let mut at = vec![0; sizes.len()];
    let table = (0..entries)
        .map(|_| {
            for (new, variable) in made.iter().zip(&variables) {
                cells[*variable] = joined.cell_behind(*new, at[*new]).map_or(at[*new], |(_, cell)| cell);
            }
            let one = value(&cells);
            next(&mut at, &made, sizes);
            one
        })
        .collect();
    Some(Factor { variables: made, sum: None, table })
}

fn compile(space: &Space<'_>, rule: &Rule, kind: RowKind) -> Option<Compiled> {
    let cap = |points: i64| match rule.cap {
        Some(cap) if cap < Points::ZERO => points.max(cap.0),
        Some(cap) => points.min(cap.0),
        None => points,
    };
    let rounded = |points: Points, factors: i128| cap(limited(divide_rounded(i128::from(points.0) * factors, SCALE)));
    let gives = match &rule.gain {
        Gain::Once { points, decay: None } => space.table(Vec::new(), |_| cap(points.0)),
        Gain::Once { points, decay: Some((decay, of)) } => space.seen(&space.happenings.latest(of), |latest| {
            let factor = latest.map_or(0, |time| {
                let age = space.as_of.saturating_sub(time) / crate::calendar::DAY;
                decay::factor(*decay, u32::try_from(age).unwrap_or(u32::MAX))
            });
            rounded(*points, i128::from(factor))
        }),
        Gain::PerUnit { points, per, of } => {
            let measure = space.measure(of);
            let variables = measure.variables();
            let doubt = if measure.columns().is_empty() { Doubt::NONE } else { space.doubt_of_units(rule) };
            let doubt = measure.doubt().or(&doubt);
            space.doubted_table(variables, doubt, |cells| {
                let Some(quantity) = measure.value(&space.facts(cells)) else { return 0 };
                cap(limited((quantity.0.max(0) / per.0).saturating_mul(i128::from(points.0))))
            })
        }
        Gain::PerOccurrence { points, of, .. } => {
            space.seen(&space.happenings.factors(rule.id, of), |factors| rounded(*points, *factors))
        }
    };
    Some(Compiled { condition: space.formula(&rule.condition), gives, kind })
}

/// Points of one rule, within the limit of one.
fn limited(points: i128) -> i64 {
    let limit = i128::from(RULE_LIMIT);
    i64::try_from(points.clamp(-limit, limit)).expect("the limit fits")
}
