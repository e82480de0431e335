//! Variables for what is asked of several fields together. In: such a question, and the cells of its fields; out: a
//! variable with a cell for each answer, tied to those of the fields by what interval arithmetic can't exclude. So no
//! possible answer is missing; whether an answer is possible is shown by values that are looked for when they are
//! needed.

use std::rc::Rc;

use super::cells::{Asked, Cells, Line, Together};
use super::problem::{Factor, NEVER, next};
use super::reckon::{self, Answer, Expr, Room};
use crate::calendar::Day;
use crate::decimal::{Decimal, RESULT_LIMIT, SCALE};
use crate::ir::{FieldId, Rules, Subject};
use crate::types::{Bounds, Type, Value};

/// No tie has more entries than this: its largest fields are left out instead, so that it excludes less.
const MOST_ENTRIES: usize = 60_000;

/// How many times values are tried to find some that give the answers of one lead.
const TRIES: u32 = 2_000;

/// At most this many quantities are given values at once.
const MOST_AT_ONCE: usize = 16;

/// What is asked of several fields, as a variable.
#[derive(Clone, Debug)]
pub(super) struct Combined {
    pub(super) variable: usize,
    pub(super) asked: Together,
    /// The fields, with their variables, in the order in which `how` numbers them.
    fields: Vec<(FieldId, usize)>,
    how: reckon::Asked,
    /// The answer of each cell.
    answers: Vec<Answer>,
    /// For each cell, a number that gives its answer; `None` if the answer is unknown.
    pub(super) values: Vec<Option<Decimal>>,
    /// What ties it to the fields.
    pub(super) link: Factor,
}

/// The variables for everything that is asked of fields together; they are added to `sizes`.
pub(super) fn all(
    rules: &Rules,
    today: Day,
    asked: &Asked<'_>,
    fields: &[Option<(usize, Cells)>],
    sizes: &mut Vec<usize>,
) -> Vec<Combined> {
    asked.together().iter().map(|(together, cuts)| combined(rules, today, together, cuts, fields, sizes)).collect()
}

fn combined(
    rules: &Rules,
    today: Day,
    together: &Together,
    cuts: &[i128],
    fields: &[Option<(usize, Cells)>],
    sizes: &mut Vec<usize>,
) -> Combined {
    let mut own: Vec<(FieldId, usize)> = Vec::new();
    let mut place = |subject: Subject| {
        let Subject::Field(id) = subject else { unreachable!("only fields are asked together") };
        let (variable, _) = fields[usize::from(id.0)].as_ref().expect("what is asked together is asked");
        own.iter().position(|(_, other)| other == variable).unwrap_or_else(|| {
            own.push((id, *variable));
            own.len() - 1
        })
    };
    let mut expr = |quantity| Expr::of(rules, today, quantity, &mut place).expect("nothing but fields is in it");
    let how = match together {
        Together::Value(of) => reckon::Asked::Value(expr(of)),
        Together::Order(left, right) => reckon::Asked::Order(expr(left), expr(right)),
    };
    let (mut answers, mut values) = (vec![Answer::Unknown], vec![None]);
    match &how {
        reckon::Asked::Value(expr) => {
            let rooms: Vec<(i128, i128)> =
                own.iter().map(|(id, _)| whole(rules, *id)).map(|room| (room.low, room.high)).collect();
            let (low, high) = expr.image(&rooms).known.unwrap_or((0, 0));
            let line = Line { low, high, step: 1, unit: SCALE, named: (false, false) };
            for sample in line.samples(cuts, 1) {
                answers.push(Answer::Within(sample.low, sample.high));
                values.push(Some(Decimal(sample.value)));
            }
        }
        reckon::Asked::Order(..) => {
            for order in [std::cmp::Ordering::Less, std::cmp::Ordering::Equal, std::cmp::Ordering::Greater] {
                answers.push(Answer::Ordered(order));
                values.push(None);
            }
        }
    }
    let variable = sizes.len();
    sizes.push(answers.len());
    let mut all = Combined {
        variable,
        asked: together.clone(),
        fields: own,
        how,
        answers,
        values,
        link: Factor { variables: Vec::new(), sum: None, table: Rc::new([]) },
    };
    all.link = all.tie(rules, fields, sizes);
    all
}

/// Everything that a field can hold.
fn whole(rules: &Rules, id: FieldId) -> Room {
    let line = match &rules.field(id).ty {
        Type::Number(ty) => Line::numbers(&ty.range, false),
        Type::Integer(ty) => Line::numbers(&ty.range, true),
        Type::Date(ty) => Line::days(&ty.range),
        _ => Line::days(&Bounds { low: None, high: None, half_open: false }),
    };
    Room { low: line.low, high: line.high, step: line.step, unit: line.unit }
}

impl Combined {
    /// The order that a cell stands for; `None` for the first cell, where it is unknown.
    pub(super) fn order(&self, cell: usize) -> Option<std::cmp::Ordering> {
        match self.answers[cell] {
            Answer::Ordered(order) => Some(order),
            Answer::Unknown | Answer::Within(..) => None,
        }
    }

    /// Which answers the values in each combination of cells can give.
    fn tie(&self, rules: &Rules, fields: &[Option<(usize, Cells)>], sizes: &[usize]) -> Factor {
        let mut told: Vec<usize> = self.fields.iter().map(|(_, variable)| *variable).collect();
        told.sort_unstable();
        let entries =
            |told: &[usize]| told.iter().map(|at| sizes[*at]).product::<usize>().saturating_mul(self.answers.len());
        while entries(&told) > MOST_ENTRIES {
            let largest = told.iter().copied().max_by_key(|at| sizes[*at]).expect("one entry is not too many");
            told.retain(|at| *at != largest);
        }
        let spans_of = |id: FieldId| &fields[usize::from(id.0)].as_ref().expect("it is asked").1.spans;
        let mut cells = vec![0; sizes.len()];
        let count = told.iter().map(|at| sizes[*at]).product();
        let mut table = Vec::with_capacity(count);
        for _ in 0..count {
            // A field that is left out may hold anything, or nothing.
            let mut is_known = true;
            let mut may_be_unknown = false;
            let spans: Vec<(i128, i128)> = self
                .fields
                .iter()
                .map(|(id, variable)| {
                    let room = whole(rules, *id);
                    if !told.contains(variable) {
                        may_be_unknown = true;
                        return (room.low, room.high);
                    }
                    let span = spans_of(*id)[cells[*variable]];
                    is_known &= span.is_some();
                    span.unwrap_or((room.low, room.high))
                })
                .collect();
            table.extend(self.answers.iter().map(|answer| {
                let can_be = match answer {
                    Answer::Unknown => !is_known || may_be_unknown || self.how.can_be(&spans, *answer),
                    Answer::Within(..) | Answer::Ordered(_) => is_known && self.how.can_be(&spans, *answer),
                };
                if can_be { 0 } else { NEVER }
            }));
            next(&mut cells, &told, sizes);
        }
        told.push(self.variable);
        Factor { variables: told, sum: None, table: table.into() }
    }
}

/// The variables that determine which values are looked for.
pub(super) fn told(combined: &[Combined]) -> impl Iterator<Item = usize> {
    let variables =
        |one: &Combined| one.fields.iter().map(|(_, variable)| *variable).chain([one.variable]).collect::<Vec<_>>();
    combined.iter().flat_map(variables)
}

/// Values of the fields that are asked about together, such that they give the answers of these cells; if none were
/// found, the index of an answer that may be the reason.
pub(super) fn realise(
    rules: &Rules,
    combined: &[Combined],
    fields: &[Option<(usize, Cells)>],
    cells: &[Option<usize>],
) -> Result<Vec<(FieldId, Option<Value>)>, usize> {
    let cell = |variable: usize| cells.get(variable).copied().flatten();
    let mine: Vec<(usize, &Combined, usize)> =
        combined.iter().enumerate().filter_map(|(at, one)| Some((at, one, cell(one.variable)?))).collect();
    let mut ids: Vec<(FieldId, usize)> = mine.iter().flat_map(|(_, one, _)| one.fields.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let place = |id: FieldId| ids.iter().position(|(other, _)| *other == id).expect("it was collected");
    let mut known = vec![true; ids.len()];
    let mut rooms = Vec::new();
    for (at, (id, variable)) in ids.iter().enumerate() {
        let mut room = whole(rules, *id);
        if let Some(cell) = cell(*variable) {
            match fields[usize::from(id.0)].as_ref().expect("it is asked").1.spans[cell] {
                Some((low, high)) => (room.low, room.high) = (low, high),
                None => known[at] = false,
            }
        }
        rooms.push(room);
    }
    let mut asked = Vec::new();
    for (at, one, cell) in &mine {
        let places: Vec<usize> = one.fields.iter().map(|(id, _)| place(*id)).collect();
        let answer = one.answers[*cell];
        if places.iter().all(|place| known[*place]) {
            asked.push((*at, (&one.how, answer, places)));
        } else if answer != Answer::Unknown {
            return Err(*at);
        }
    }
    if let Some((at, _)) = asked.get(MOST_AT_ONCE) {
        return Err(*at);
    }
    // The narrowest answers first.
    asked.sort_by_key(|(_, (_, answer, _))| match answer {
        Answer::Within(low, high) => high - low,
        Answer::Ordered(std::cmp::Ordering::Equal) => 0,
        Answer::Ordered(_) => RESULT_LIMIT,
        Answer::Unknown => 2 * RESULT_LIMIT,
    });
    let mut fixed: Vec<Option<i128>> = vec![None; ids.len()];
    let questions: Vec<_> = asked.iter().map(|(_, one)| one.clone()).collect();
    if !reckon::search(&questions, &rooms, &mut fixed, &mut TRIES.clone()) {
        let alone = |one: &(usize, (&reckon::Asked, Answer, Vec<usize>))| {
            let mut fixed = vec![None; ids.len()];
            reckon::search(std::slice::from_ref(&one.1), &rooms, &mut fixed, &mut TRIES.clone())
        };
        let first = asked.iter().find(|one| !alone(one)).or(asked.first());
        return Err(first.map_or(0, |(at, _)| *at));
    }
    let value = |id: FieldId, value: i128| match rules.field(id).ty {
        Type::Date(_) => Value::Date(i32::try_from(value).expect("a day of its room")),
        _ => Value::Number(Decimal(value)),
    };
    let given = ids.iter().zip(&known).zip(&fixed);
    Ok(given
        .filter_map(
            |(((id, _), known), fixed)| {
                if *known { fixed.map(|fixed| (*id, Some(value(*id, fixed)))) } else { Some((*id, None)) }
            },
        )
        .collect())
}
