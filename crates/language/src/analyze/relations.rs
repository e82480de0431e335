//! Which values of what leads and accounts ask of each other go together. In: questions put to the leads of an account, or to
//! accounts; out: tables that rule out what can't be. What is not ruled out may be impossible all the same.

use std::cell::RefCell;
use std::collections::HashMap;

use super::effort::Effort;
use super::formula::{Formula, Measure, ScoreTest};
use super::groups::Groups;
use super::model::Model;
use super::problem::{Factor, NEVER, next};
use super::query::Verdict;
use super::space::Space;
use crate::decimal::Decimal;
use crate::ir::{
    Accounts, Cond, CondKind, FieldId, Gathered, LabelBody, LabelId, NumberRange, OfAccount, Over, Quantity, Rules,
    ScoreBody, StageId, Subject,
};
use crate::source::Span;
use crate::types::{Truth, Type, Value};

/// At most this many questions are asked about what goes together.
const MOST_QUESTIONS: u64 = 400;

/// Values that go together are tabled as long as those in one heap have no more combinations than this.
const MOST_TOGETHER: usize = 4_000;

/// A label has at most this many texts that are each told apart.
const MOST_TEXTS: usize = 64;

/// Of more numbers of leads than this, it is not asked whether two make up a third.
const MOST_COUNTS: usize = 6;

/// The leads of which something that is gathered is made.
pub(super) fn makes(leads: &Model<'_>, gathered: &Gathered) -> Formula {
    let rules = leads.space.rules;
    let mut all: Vec<Formula> =
        rules.exclusions.iter().map(|line| Formula::not(leads.space.certain(&line.condition))).collect();
    let filter = gathered.filter.as_ref().map(|filter| leads.space.certain(filter));
    match (&gathered.of, filter) {
        (Over::CountOthers, Some(filter)) => all.push(Formula::not(filter)),
        (Over::CountOthers, None) => all.push(Formula::Constant(Truth::False)),
        (_, filter) => all.extend(filter),
    }
    all.extend(gathered.of.quantity().map(|of| within(leads, of, NumberRange::default())));
    Formula::And(all)
}

/// That a quantity of a lead is in a range.
pub(super) fn within(leads: &Model<'_>, of: &Quantity, range: NumberRange) -> Formula {
    leads.space.certain(&Cond::written(CondKind::Number(of.clone(), vec![range]), Span::default()))
}

pub(super) fn closed((low, high): (i128, i128)) -> NumberRange {
    NumberRange { low: Some((Decimal(low), true)), high: Some((Decimal(high), true)) }
}

/// A value that is gathered, in one cell; `None` is unknown.
type Cell = Option<(i128, i128)>;

struct One<'g> {
    gathered: &'g Gathered,
    makes: Formula,
    variable: usize,
    cells: Vec<Cell>,
}

impl One<'_> {
    /// Whether there are leads of which it is made, where the cell says so.
    fn has_some(&self, cell: Cell) -> Option<bool> {
        match (&self.gathered.of, cell) {
            (Over::Count | Over::CountOthers, Some((low, high))) => {
                if low > 0 {
                    Some(true)
                } else {
                    (high <= 0).then_some(false)
                }
            }
            (Over::Count | Over::CountOthers, None) => None,
            (Over::Total(_), Some((low, high))) => (low > 0 || high < 0).then_some(true),
            (Over::Total(_), None) => Some(true),
            (Over::Average(_) | Over::Highest(_) | Over::Lowest(_), cell) => Some(cell.is_some()),
        }
    }

    fn is_count(&self) -> bool {
        matches!(self.gathered.of, Over::Count | Over::CountOthers)
    }
}

struct Relations<'m, 'a, 'g> {
    leads: &'m Model<'a>,
    all: Vec<One<'g>>,
    left: Effort,
    implied: RefCell<HashMap<(usize, usize), bool>>,
}

/// What goes together of what accounts ask of their leads.
pub(super) fn of_gathered(space: &Space<'_>, leads: &Model<'_>, gathered: &[Gathered]) -> Vec<Factor> {
    let one = |gathered| {
        let gathered: &Gathered = gathered;
        let (variable, cells) = space.field_asked(gathered.field)?;
        Some(One { gathered, makes: makes(leads, gathered), variable, cells: cells.spans.clone() })
    };
    let all = gathered.iter().filter_map(one).collect();
    let relations = Relations { leads, all, left: Effort::of(MOST_QUESTIONS), implied: RefCell::default() };
    let mut factors =
        Kept { space, heaps: Groups::new(space.sizes.len()), sizes: space.sizes.clone(), factors: Vec::new() };
    for at in 0..relations.all.len() {
        relations.alone(at, &mut factors);
    }
    for at in 0..relations.all.len() {
        for other in 0..at {
            relations.pair(at, other, &mut factors);
        }
    }
    relations.sums(&mut factors);
    factors.factors
}

impl Relations<'_, '_, '_> {
    /// Whether no lead is like this.
    fn never(&self, formula: &Formula) -> bool {
        self.left.spend(1) && self.leads.may_ask_more() && matches!(self.leads.can_be_true(formula), Verdict::No(_))
    }

    /// Whether all leads of which one is made are among those of the other.
    fn implies(&self, one: usize, other: usize) -> bool {
        if one == other {
            return true;
        }
        if let Some(known) = self.implied.borrow().get(&(one, other)) {
            return *known;
        }
        let (left, right) = (&self.all[one], &self.all[other]);
        let is_same = left.gathered.filter == right.gathered.filter
            && (left.gathered.of == Over::CountOthers) == (right.gathered.of == Over::CountOthers);
        let is_all = right.gathered.of == Over::Count && right.gathered.filter.is_none();
        let is_plain = right.gathered.of.quantity().is_none_or(|of| left.gathered.of.quantity() == Some(of));
        let implied = is_all
            || is_same && is_plain
            || self.never(&Formula::And(vec![left.makes.clone(), Formula::not(right.makes.clone())]));
        self.implied.borrow_mut().insert((one, other), implied);
        implied
    }

    fn alone(&self, at: usize, factors: &mut Kept<'_, '_>) {
        let one = &self.all[at];
        let is_none = self.never(&one.makes);
        let extreme = extreme(&one.gathered.of);
        let cannot = |cell: Cell| {
            one.is_count() && cell.is_none()
                || is_none && one.has_some(cell) == Some(true)
                || !is_none
                    && extreme.zip(cell).is_some_and(|((of, _), span)| {
                        self.never(&Formula::And(vec![one.makes.clone(), within(self.leads, of, closed(span))]))
                    })
        };
        let ruled_out: Vec<bool> = one.cells.iter().map(|cell| cannot(*cell)).collect();
        factors.rule_out(vec![one.variable], |cells| ruled_out[cells[0]]);
    }

    fn pair(&self, at: usize, other: usize, factors: &mut Kept<'_, '_>) {
        let (one, two) = (&self.all[at], &self.all[other]);
        let (forth, back) = (self.implies(at, other), self.implies(other, at));
        let passed = [self.passed(one, two), self.passed(two, one)];
        factors.rule_out(vec![one.variable, two.variable], |cells| {
            let (left, right) = (one.cells[cells[0]], two.cells[cells[1]]);
            forth && contradict((one, left), (two, right))
                || back && contradict((two, right), (one, left))
                || passed[0][cells[0]].is_some_and(|some| two.has_some(right) == Some(!some))
                || passed[1][cells[1]].is_some_and(|some| one.has_some(left) == Some(!some))
        });
    }

    /// For each cell of the greatest or the least of a quantity: that there must then be leads of which the other is made, or that there
    /// can't be any.
    fn passed(&self, one: &One<'_>, other: &One<'_>) -> Vec<Option<bool>> {
        let Some((of, is_greatest)) = extreme(&one.gathered.of) else { return vec![None; one.cells.len()] };
        let passed = |cell: Cell| {
            let span = cell?;
            let there = Formula::And(vec![one.makes.clone(), within(self.leads, of, closed(span))]);
            if self.never(&Formula::And(vec![there, Formula::not(other.makes.clone())])) {
                return Some(true);
            }
            let beyond = if is_greatest {
                NumberRange { low: Some((Decimal(span.1), false)), high: None }
            } else {
                NumberRange { low: None, high: Some((Decimal(span.0), false)) }
            };
            let beyond = Formula::And(vec![one.makes.clone(), within(self.leads, of, beyond)]);
            self.never(&Formula::And(vec![other.makes.clone(), Formula::not(beyond)])).then_some(false)
        };
        one.cells.iter().map(|cell| passed(*cell)).collect()
    }

    /// Numbers of leads of which two make up a third.
    fn sums(&self, factors: &mut Kept<'_, '_>) {
        let counts: Vec<usize> = (0..self.all.len()).filter(|at| self.all[*at].is_count()).collect();
        if counts.len() > MOST_COUNTS {
            return;
        }
        for whole in &counts {
            for one in counts.iter().filter(|one| *one != whole) {
                for other in counts.iter().filter(|other| *other < one && *other != whole) {
                    let of = |at: &usize| &self.all[*at];
                    let [all, left, right] = [of(whole), of(one), of(other)];
                    let neither = [&left.makes, &right.makes].map(|makes| Formula::not(makes.clone()));
                    let covers = self.never(&Formula::And(std::iter::once(all.makes.clone()).chain(neither).collect()));
                    let apart = self.implies(*one, *whole)
                        && self.implies(*other, *whole)
                        && self.never(&Formula::And(vec![left.makes.clone(), right.makes.clone()]));
                    factors.rule_out(vec![all.variable, left.variable, right.variable], |cells| {
                        let known = [all.cells[cells[0]], left.cells[cells[1]], right.cells[cells[2]]];
                        let [Some(all), Some(left), Some(right)] = known else { return false };
                        covers && all.0 > left.1.saturating_add(right.1)
                            || apart && left.0.saturating_add(right.0) > all.1
                    });
                }
            }
        }
    }
}

/// The quantity of which something is the greatest or the least, and whether it is the greatest.
fn extreme(of: &Over) -> Option<(&Quantity, bool)> {
    match of {
        Over::Highest(of) => Some((of, true)),
        Over::Lowest(of) => Some((of, false)),
        Over::Count | Over::CountOthers | Over::Total(_) | Over::Average(_) => None,
    }
}

/// Whether these can't be together, where all leads of which the one is made are among those of the other.
fn contradict((one, left): (&One<'_>, Cell), (other, right): (&One<'_>, Cell)) -> bool {
    if one.has_some(left) == Some(true) && other.has_some(right) == Some(false) {
        return true;
    }
    let (Some(left), Some(right)) = (left, right) else { return false };
    if one.is_count() && other.is_count() {
        return left.0 > right.1;
    }
    let is_same = one.gathered.of.quantity() == other.gathered.of.quantity();
    match (&one.gathered.of, &other.gathered.of) {
        (Over::Highest(_) | Over::Lowest(_) | Over::Average(_), Over::Highest(_)) if is_same => left.0 > right.1,
        (Over::Highest(_) | Over::Lowest(_) | Over::Average(_), Over::Lowest(_)) if is_same => right.0 > left.1,
        _ => false,
    }
}

/// Tables that are kept, as long as not too much comes together.
struct Kept<'s, 'a> {
    space: &'s Space<'a>,
    heaps: Groups,
    /// For the first of each heap, how many combinations it has.
    sizes: Vec<usize>,
    factors: Vec<Factor>,
}

impl Kept<'_, '_> {
    fn rule_out(&mut self, variables: Vec<usize>, is_out: impl Fn(&[usize]) -> bool) {
        let mut heaps: Vec<usize> = variables.iter().map(|at| self.heaps.of(*at)).collect();
        heaps.sort_unstable();
        heaps.dedup();
        let together = heaps.iter().try_fold(1_usize, |all, heap| all.checked_mul(self.sizes[*heap]));
        let Some(together) = together.filter(|together| heaps.len() == 1 || *together <= MOST_TOGETHER) else { return };
        let sizes: Vec<usize> = variables.iter().map(|at| self.space.sizes[*at]).collect();
        let places: Vec<usize> = (0..variables.len()).collect();
        let mut cells = vec![0; variables.len()];
        let table: Vec<i64> = (0..sizes.iter().product())
            .map(|_| {
                let entry = if is_out(&cells) { NEVER } else { 0 };
                next(&mut cells, &places, &sizes);
                entry
            })
            .collect();
        if table.iter().all(|entry| *entry == 0) {
            return;
        }
        for heap in &heaps[1..] {
            self.heaps.join(heaps[0], *heap);
        }
        let root = self.heaps.of(heaps[0]);
        self.sizes[root] = together;
        self.factors.push(Factor { variables, sum: None, table: table.into() });
    }
}

/// What goes together of what leads ask of their account.
pub(super) fn of_asked(space: &Space<'_>, whole: &Rules, of: &Accounts, accounts: &Model<'_>) -> Vec<Factor> {
    let left = Effort::of(MOST_QUESTIONS);
    let never = |formula: Formula| {
        left.spend(1) && accounts.may_ask_more() && matches!(accounts.can_be_true(&formula), Verdict::No(_))
    };
    let mut factors =
        Kept { space, heaps: Groups::new(space.sizes.len()), sizes: space.sizes.clone(), factors: Vec::new() };
    let mut all = Vec::new();
    for asked in &of.asked {
        let Some((variable, cells)) = space.field_asked(asked.field) else { continue };
        // Texts that stand for others are no texts of a label.
        let is_told = match (asked.of, texts(of, asked.field)) {
            (OfAccount::Label(_), texts) => {
                let known: Vec<_> = cells.values.iter().skip(1).cloned().collect();
                texts.is_some_and(|texts| texts.into_iter().map(|text| Some(Value::Text(text))).eq(known))
            }
            _ => true,
        };
        let ways: Vec<Option<Formula>> = (0..cells.values.len())
            .map(|cell| {
                is_told.then(|| is_so(accounts, asked.of, (cells.spans[cell], cells.values[cell].as_ref()))).flatten()
            })
            .collect();
        let ruled_out: Vec<bool> = ways
            .iter()
            .zip(&cells.values)
            .map(|(way, value)| match asked.of {
                OfAccount::Itself => *value == Some(Value::Truth(false)),
                _ => way.as_ref().is_some_and(|way| never(way.clone())),
            })
            .collect();
        factors.rule_out(vec![variable], |cells| ruled_out[cells[0]]);
        all.push((variable, is_always_known(of, asked.of), ways));
    }
    // Without an account nothing is known of it, and with one, what always is.
    for (at, (one, is_known, ways)) in all.iter().enumerate() {
        for (other, other_known, other_ways) in &all[..at] {
            let both: Vec<Vec<bool>> = ways
                .iter()
                .map(|way| {
                    let out = |other: &Option<Formula>| {
                        way.clone().zip(other.clone()).is_some_and(|(one, other)| never(Formula::And(vec![one, other])))
                    };
                    other_ways.iter().map(out).collect()
                })
                .collect();
            factors.rule_out(vec![*one, *other], |cells| {
                *is_known && cells[0] == 0 && cells[1] != 0
                    || *other_known && cells[1] == 0 && cells[0] != 0
                    || both[cells[0]][cells[1]]
            });
        }
    }
    // Nor is anything known of the account of a lead that names none.
    if let Subject::Field(by) | Subject::FieldDomain(by) = of.by
        && whole.is_declared(by)
        && let Some((by, _)) = space.field_asked(by)
    {
        for (variable, ..) in &all {
            factors.rule_out(vec![by, *variable], |cells| cells[0] == 0 && cells[1] != 0);
        }
    }
    factors.factors
}

/// Whether every account has this.
fn is_always_known(accounts: &Accounts, of: OfAccount) -> bool {
    let rules = &accounts.rules;
    match of {
        OfAccount::Itself | OfAccount::Stage => true,
        OfAccount::Field(id) => id == accounts.key && rules.field(id).ty == Type::Text,
        OfAccount::Score(id) => matches!(rules.score(id).body, ScoreBody::Rules(_)),
        OfAccount::Label(id) => matches!(&rules.label(id).body, LabelBody::Lines { otherwise: Some(_), .. }),
    }
}

/// That an account has what a lead asks of it as it is in a cell, where accounts can be asked for that.
pub(super) fn is_so(
    accounts: &Model<'_>,
    of: OfAccount,
    (span, value): (Option<(i128, i128)>, Option<&Value>),
) -> Option<Formula> {
    match (of, value?) {
        (OfAccount::Score(id), _) => {
            Some(Formula::Scores(ScoreTest::Number(Measure::Score(id), vec![closed(span?)]).into()))
        }
        (OfAccount::Stage, Value::Choice(at)) => Some(accounts.space.stage(match at {
            0 => StageId::None,
            1 => StageId::Excluded,
            step => StageId::Step(step - 2),
        })),
        (OfAccount::Label(id), Value::Text(text)) => Some(accounts.space.label(id, &|other| other == text)),
        (OfAccount::Itself | OfAccount::Field(_) | OfAccount::Stage | OfAccount::Label(_), _) => None,
    }
}

/// The texts that a label of accounts can have, for what leads ask of it; `None` if they are very many.
pub(super) fn texts(accounts: &Accounts, asked: FieldId) -> Option<Vec<String>> {
    let of = accounts.asked.iter().find(|one| one.field == asked)?;
    let OfAccount::Label(id) = of.of else { return None };
    texts_of(&accounts.rules, id)
}

fn texts_of(rules: &Rules, id: LabelId) -> Option<Vec<String>> {
    let mut texts: Vec<String> = match &rules.label(id).body {
        LabelBody::Lines { lines, otherwise } => lines.iter().map(|(_, text)| text).chain(otherwise).cloned().collect(),
        LabelBody::Joined(parts) => {
            let mut joined = vec![String::new()];
            for part in parts {
                let of_part = texts_of(rules, *part)?;
                joined = joined.iter().flat_map(|one| of_part.iter().map(move |part| format!("{one}{part}"))).collect();
                if joined.len() > MOST_TEXTS {
                    return None;
                }
            }
            joined
        }
    };
    texts.sort();
    texts.dedup();
    (texts.len() <= MOST_TEXTS).then_some(texts)
}
