//! Runs a program over one batch of rows, condition by condition on whole columns, each at most once and only when asked
//! for. Truth is one byte per row (0 false, 1 unknown, 2 true), so that `and` is the minimum and `or` the maximum.

use arrow_array::cast::AsArray;
use arrow_array::types::UInt16Type;
use arrow_array::{Array, Int64Array, ListArray};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use hashbrown::HashMap;

use crate::columns::{Column, LabelColumn, ScoreColumn, SetAside};
use leadrules_language::ast::Arithmetic;
use leadrules_language::calendar::Day;
use leadrules_language::decimal::{Decimal, Points};
use leadrules_language::ir::{Comparison, Subject};
use leadrules_language::types::Truth;

use super::folded::{Folded, domains, fold};
use super::moment::Moment;
use super::program::{Node, NodeId, Number, NumberId, Program, Reading, TallyId};
use super::tallied::Tallied;

const FALSE: u8 = Truth::False as u8;
const UNKNOWN: u8 = Truth::Unknown as u8;
const TRUE: u8 = Truth::True as u8;

fn byte(value: bool) -> u8 {
    if value { TRUE } else { FALSE }
}

/// The values of a quantity by row.
#[derive(Clone, Debug)]
pub enum Numbers {
    /// The same in every row.
    Constant(Option<Decimal>),
    /// In millionths.
    Narrow(Int64Array),
    /// Those that may be larger.
    Wide(Vec<Option<Decimal>>),
}

impl Numbers {
    /// The value in a row, if it is known.
    pub fn get(&self, row: usize) -> Option<Decimal> {
        match self {
            Self::Constant(value) => *value,
            Self::Narrow(values) => values.is_valid(row).then(|| Decimal(values.value(row).into())),
            Self::Wide(values) => values[row],
        }
    }

    fn from_score(score: &ScoreColumn) -> Self {
        const NARROW: i64 = i64::MAX / 10_000;
        let points = &score.points;
        if points.values().iter().all(|value| value.unsigned_abs() <= NARROW.unsigned_abs()) {
            let values: ScalarBuffer<i64> = points.values().iter().map(|&value| value * 10_000).collect();
            Self::Narrow(Int64Array::new(values, points.nulls().cloned()))
        } else {
            Self::Wide(points.iter().map(|value| value.map(|value| Points(value).to_decimal())).collect())
        }
    }
}

/// One batch, being evaluated.
pub struct Frame<'a> {
    program: &'a Program,
    rows: usize,
    columns: &'a [Column],
    /// What the batch's leads did; `None` for a batch of events.
    tallied: Option<Tallied<'a>>,
    moment: &'a Moment,
    truths: Vec<Option<Vec<u8>>>,
    /// Whether every truth is kept, for questions asked when everything is done.
    keeps_all: bool,
    numbers: Vec<Option<Numbers>>,
    texts: HashMap<Subject, Folded>,
    /// How many results were too large, and so unknown.
    pub overflows: u64,
    /// Of the events nested in the leads, how many do not count.
    pub set_aside: SetAside,
    /// By score id, as they become ready.
    pub scores: Vec<ScoreColumn>,
    /// By label id, as they become ready.
    pub labels: Vec<LabelColumn>,
    /// As in [`crate::columns::Results`], once they are ready.
    pub stages: Vec<u16>,
}

impl<'a> Frame<'a> {
    /// A batch of leads or events with these columns by field or property id, seen from an instant.
    pub fn new(program: &'a Program, moment: &'a Moment, rows: usize, columns: &'a [Column]) -> Self {
        Self {
            program,
            rows,
            columns,
            tallied: None,
            moment,
            truths: vec![None; program.nodes().len()],
            keeps_all: false,
            numbers: vec![None; program.numbers().len()],
            texts: HashMap::new(),
            overflows: 0,
            set_aside: SetAside::default(),
            scores: Vec::new(),
            labels: Vec::new(),
            stages: Vec::new(),
        }
    }

    /// The same batch, with what its leads did.
    pub fn with_tallied(mut self, tallied: Tallied<'a>) -> Self {
        self.tallied = Some(tallied);
        self
    }

    /// The instant from which it is seen.
    pub fn moment(&self) -> &'a Moment {
        self.moment
    }

    /// How many rows the batch has.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What the batch's leads did.
    pub fn tallied(&self) -> &Tallied<'a> {
        self.tallied.as_ref().expect("only leads are asked what they did")
    }

    /// The truth of a condition, one byte per row.
    pub fn truth(&mut self, id: NodeId) -> &[u8] {
        self.need(id);
        self.ready(id)
    }

    /// The truth of a condition that is looked at here and nowhere else, unless it is shared: this way the many
    /// conditions of a large rule set take no more memory than a few.
    pub fn taken(&mut self, id: NodeId) -> Vec<u8> {
        self.need(id);
        if self.keeps(id) { self.ready(id).to_vec() } else { self.truths[id.0 as usize].take().unwrap_or_default() }
    }

    /// Forgets no truth from here on.
    pub fn keep_all(&mut self) {
        self.keeps_all = true;
    }

    fn keeps(&self, id: NodeId) -> bool {
        self.keeps_all || self.program.is_shared(id)
    }

    /// Forgets the truth of a condition that has been looked at, unless it is shared.
    pub fn let_go(&mut self, id: NodeId) {
        if !self.keeps(id) {
            self.truths[id.0 as usize] = None;
        }
    }

    /// The values of a quantity.
    pub fn number(&mut self, id: NumberId) -> &Numbers {
        self.need_number(id);
        self.ready_number(id)
    }

    fn ready(&self, id: NodeId) -> &[u8] {
        self.truths[id.0 as usize].as_deref().expect("a condition is evaluated before it is read")
    }

    fn ready_number(&self, id: NumberId) -> &Numbers {
        self.numbers[id.0 as usize].as_ref().expect("a quantity is evaluated before it is read")
    }

    fn need(&mut self, id: NodeId) {
        if self.truths[id.0 as usize].is_none() {
            let program = self.program;
            let truth = self.evaluate(id, &program.nodes()[id.0 as usize]);
            self.truths[id.0 as usize] = Some(truth);
        }
    }

    fn need_number(&mut self, id: NumberId) {
        if self.numbers[id.0 as usize].is_none() {
            let program = self.program;
            let numbers = self.compute(&program.numbers()[id.0 as usize]);
            self.numbers[id.0 as usize] = Some(numbers);
        }
    }

    fn by_row(&self, truth: impl FnMut(usize) -> u8) -> Vec<u8> {
        (0..self.rows).map(truth).collect()
    }

    fn evaluate(&mut self, id: NodeId, node: &Node) -> Vec<u8> {
        match node {
            Node::Constant(truth) => vec![*truth as u8; self.rows],
            Node::Not(inner) => {
                let mut truth = self.taken(*inner);
                for truth in &mut truth {
                    *truth = TRUE - *truth;
                }
                truth
            }
            Node::All(parts) => self.fold(parts, std::cmp::Ord::min),
            Node::Any(parts) => self.fold(parts, std::cmp::Ord::max),
            Node::Known(subject) => self.known(*subject),
            Node::NumberKnown(number) => {
                self.need_number(*number);
                let numbers = self.ready_number(*number);
                self.by_row(|row| byte(numbers.get(row).is_some()))
            }
            Node::Truth(subject) => match self.column(*subject) {
                Column::Truth(values) => {
                    let values = values.clone();
                    with_nulls(self.by_row(|row| byte(values.value(row))), values.nulls())
                }
                Column::Absent => self.unknown(),
                other => mismatch("yes/no", other),
            },
            Node::Number(number, ranges) => {
                self.need_number(*number);
                self.in_ranges(*number, ranges)
            }
            Node::Compare(comparison, left, right) => {
                self.need_number(*left);
                self.need_number(*right);
                let (left, right) = (self.ready_number(*left), self.ready_number(*right));
                self.by_row(|row| compared(*comparison, left.get(row), right.get(row)))
            }
            Node::Date(subject, spans) => match self.column(*subject) {
                Column::Date(days) => {
                    let ranges: Vec<(Day, Day)> = spans.iter().map(|&span| self.moment.span(span)).collect();
                    let truth = if let [(first, last)] = ranges[..] {
                        days.values().iter().map(|&day| byte(first <= day && day <= last)).collect()
                    } else {
                        let holds = |day: Day| ranges.iter().any(|&(first, last)| first <= day && day <= last);
                        days.values().iter().map(|&day| byte(holds(day))).collect()
                    };
                    with_nulls(truth, days.nulls())
                }
                Column::Absent => self.unknown(),
                other => mismatch("date", other),
            },
            Node::CompareDates(comparison, left, right) => {
                let (left, right) = (self.column(*left), self.column(*right));
                self.by_row(|row| compared(*comparison, day(left, row), day(right, row)))
            }
            Node::Text(subject, _) => self.search(*subject, id),
            Node::Choice(subject, options) => match self.column(*subject) {
                Column::Choice(values) => {
                    let most = options.iter().copied().max().unwrap_or(0);
                    let mut by_option = vec![FALSE; usize::from(most) + 2];
                    for &option in options {
                        by_option[usize::from(option)] = TRUE;
                    }
                    // The last entry stands for all later options.
                    let last = usize::from(most) + 1;
                    let truth = |&value: &u16| by_option[usize::from(value).min(last)];
                    with_nulls(values.values().iter().map(truth).collect(), values.nulls())
                }
                Column::Absent => self.unknown(),
                other => mismatch("choice", other),
            },
            Node::Choices(subject, options, all) => match self.column(*subject) {
                Column::Choices(lists) => self.by_row(|row| {
                    if lists.is_null(row) {
                        return UNKNOWN;
                    }
                    let entries = lists.value(row);
                    let entries = entries.as_primitive::<UInt16Type>().values();
                    byte(if *all {
                        options.iter().all(|option| entries.contains(option))
                    } else {
                        options.iter().any(|option| entries.contains(option))
                    })
                }),
                Column::Absent => self.unknown(),
                other => mismatch("list of choice", other),
            },
            Node::Texts(subject, texts, all) => match self.column(*subject) {
                Column::Texts(lists) => {
                    let entries = &self.folded(*subject).values;
                    let has = |row, text: &String| entries_of(lists, row).any(|at| entries.value(at) == text);
                    let truth = |row| {
                        byte(if *all {
                            texts.iter().all(|text| has(row, text))
                        } else {
                            texts.iter().any(|text| has(row, text))
                        })
                    };
                    with_nulls((0..lists.len()).map(truth).collect(), lists.nulls())
                }
                Column::Absent => self.unknown(),
                other => mismatch("list of text", other),
            },
            Node::Same(left, right) => self.same(*left, *right),
            Node::Happened(tally, at_least, at_most) => {
                let counts = self.tallied().counts(*tally);
                let holds = |count: u32| *at_least <= count && at_most.is_none_or(|most| count <= most);
                counts.into_iter().map(|count| byte(holds(count))).collect()
            }
            Node::Stage(stages) => {
                let wanted: Vec<u16> = stages.iter().map(|stage| stage.number()).collect();
                self.stages.iter().map(|stage| byte(wanted.contains(stage))).collect()
            }
        }
    }

    fn unknown(&self) -> Vec<u8> {
        vec![UNKNOWN; self.rows]
    }

    fn fold(&mut self, parts: &[NodeId], join: impl Fn(u8, u8) -> u8) -> Vec<u8> {
        let mut truth = self.taken(parts[0]);
        for &part in &parts[1..] {
            for (truth, &other) in truth.iter_mut().zip(self.truth(part)) {
                *truth = join(*truth, other);
            }
            self.let_go(part);
        }
        truth
    }

    fn column(&self, subject: Subject) -> &'a Column {
        match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => &self.columns[usize::from(id.0)],
            Subject::Property(id) | Subject::PropertyDomain(id) => &self.columns[usize::from(id.0)],
            Subject::Label(_) => unreachable!("labels are read through `labels`"),
        }
    }

    fn known(&self, subject: Subject) -> Vec<u8> {
        let nulls = match subject {
            Subject::Label(id) => self.labels[usize::from(id.0)].values.nulls().cloned(),
            _ => match self.column(subject) {
                Column::Absent => return vec![FALSE; self.rows],
                Column::Presence(is_there) => return is_there.iter().map(byte).collect(),
                Column::Text(values) => values.nulls().cloned(),
                Column::CodedText(values) => values.logical_nulls(),
                Column::Number(values) => values.nulls().cloned(),
                Column::Wide(values) => values.nulls().cloned(),
                Column::Truth(values) => values.nulls().cloned(),
                Column::Date(values) => values.nulls().cloned(),
                Column::Choice(values) => values.nulls().cloned(),
                Column::Texts(values) | Column::Choices(values) => values.nulls().cloned(),
            },
        };
        valid(self.rows, nulls.as_ref())
    }

    fn in_ranges(&self, number: NumberId, ranges: &[(i128, i128)]) -> Vec<u8> {
        let holds = |value: i128| ranges.iter().any(|&(low, high)| low <= value && value <= high);
        match self.ready_number(number) {
            Numbers::Constant(value) => vec![value.map_or(UNKNOWN, |value| byte(holds(value.0))); self.rows],
            Numbers::Narrow(values) => {
                let clamp = |end: i128| i64::try_from(end).unwrap_or(if end < 0 { i64::MIN } else { i64::MAX });
                let truth = match ranges[..] {
                    [(low, high)] if low <= high && (i64::try_from(low).is_ok() || low == i128::MIN) => {
                        let (low, high) = (clamp(low), clamp(high));
                        // A single comparison for both ends: what is below wraps around to far above.
                        let above = |value: i64| value.wrapping_sub(low).cast_unsigned();
                        let most = above(high);
                        values.values().iter().map(|&value| byte(above(value) <= most)).collect()
                    }
                    _ => values.values().iter().map(|&value| byte(holds(value.into()))).collect(),
                };
                with_nulls(truth, values.nulls())
            }
            Numbers::Wide(values) => {
                values.iter().map(|value| value.map_or(UNKNOWN, |value| byte(holds(value.0)))).collect()
            }
        }
    }

    /// The folded texts of a subject, or of the entries of its lists, made once per batch.
    fn folded(&mut self, subject: Subject) -> &Folded {
        if !self.texts.contains_key(&subject) {
            let folded = match subject {
                Subject::Label(id) => Folded::label(&self.labels[usize::from(id.0)]),
                Subject::FieldDomain(_) | Subject::PropertyDomain(_) => {
                    Folded::column(self.column(subject), self.rows, domains)
                }
                Subject::Field(_) | Subject::Property(_) => Folded::column(self.column(subject), self.rows, fold),
            };
            self.texts.insert(subject, folded);
        }
        &self.texts[&subject]
    }

    fn search(&mut self, subject: Subject, id: NodeId) -> Vec<u8> {
        let matcher = self.program.matcher(id);
        if let Subject::Field(_) | Subject::Property(_) = subject
            && let Column::Texts(lists) = self.column(subject)
        {
            let entries = &self.folded(subject).values;
            let truth = |row| byte(entries_of(lists, row).any(|at| matcher.holds(entries.value(at))));
            return with_nulls((0..lists.len()).map(truth).collect(), lists.nulls());
        }
        let folded = self.folded(subject);
        let by_value: Vec<u8> =
            folded.values.iter().map(|value| value.map_or(UNKNOWN, |value| byte(matcher.holds(value)))).collect();
        match &folded.codes {
            None => by_value,
            Some(codes) => {
                // Where there is a null, the code may be anything.
                let truth = |&code: &i32| usize::try_from(code).ok().and_then(|code| by_value.get(code));
                let truth = codes.values().iter().map(|code| truth(code).copied().unwrap_or(UNKNOWN)).collect();
                with_nulls(truth, codes.nulls())
            }
        }
    }

    fn same(&mut self, left: Subject, right: Subject) -> Vec<u8> {
        let is_plain = |subject| matches!(subject, Subject::Field(_) | Subject::Property(_));
        if is_plain(left) && is_plain(right) {
            match (self.column(left), self.column(right)) {
                (Column::Choice(left), Column::Choice(right)) => {
                    return left.iter().zip(right).map(|(left, right)| same_values(left, right)).collect();
                }
                (Column::Truth(left), Column::Truth(right)) => {
                    return left.iter().zip(right).map(|(left, right)| same_values(left, right)).collect();
                }
                (Column::Absent, _) | (_, Column::Absent) => return self.unknown(),
                _ => {}
            }
        }
        self.folded(left);
        self.folded(right);
        let (left, right) = (&self.texts[&left], &self.texts[&right]);
        self.by_row(|row| same_values(left.get(row), right.get(row)))
    }

    fn compute(&mut self, number: &Number) -> Numbers {
        match number {
            Number::Constant(value) => Numbers::Constant(Some(*value)),
            Number::Unknown => Numbers::Constant(None),
            Number::Column(subject) => match self.column(*subject) {
                Column::Number(values) => Numbers::Narrow(values.clone()),
                Column::Wide(values) => Numbers::Wide(values.iter().map(|value| value.map(Decimal)).collect()),
                Column::Absent => Numbers::Constant(None),
                other => mismatch("number", other),
            },
            Number::Score(id) => Numbers::from_score(&self.scores[usize::from(id.0)]),
            Number::DaysSince(subject) => match self.column(*subject) {
                Column::Date(days) => {
                    let today = self.moment.today();
                    let since = |&day: &Day| (i64::from(today) - i64::from(day)) * 1_000_000;
                    Numbers::Narrow(Int64Array::new(days.values().iter().map(since).collect(), days.nulls().cloned()))
                }
                Column::Absent => Numbers::Constant(None),
                other => mismatch("date", other),
            },
            Number::Tally(tally, reading) => self.amount(*tally, *reading),
            Number::Binary(op, left, right) => {
                self.need_number(*left);
                self.need_number(*right);
                let (left, right) = (self.ready_number(*left), self.ready_number(*right));
                let apply = match op {
                    Arithmetic::Add => Decimal::checked_add,
                    Arithmetic::Subtract => Decimal::checked_sub,
                    Arithmetic::Multiply => Decimal::checked_mul,
                    Arithmetic::Divide => Decimal::checked_div,
                };
                let mut overflows = 0;
                let mut value = |row| {
                    let (left, right) = left.get(row).zip(right.get(row))?;
                    let value = apply(left, right);
                    let by_zero = *op == Arithmetic::Divide && right == Decimal::ZERO;
                    overflows += u64::from(value.is_none() && !by_zero);
                    value
                };
                let values = (0..self.rows).map(&mut value).collect();
                self.overflows += overflows;
                Numbers::Wide(values)
            }
        }
    }

    fn amount(&mut self, tally: TallyId, reading: Reading) -> Numbers {
        let tallied = self.tallied();
        match reading {
            Reading::Count => {
                let counts = tallied.counts(tally);
                Numbers::Narrow(counts.into_iter().map(|count| Some(i64::from(count) * 1_000_000)).collect())
            }
            Reading::Total => {
                let totals = tallied.totals(tally);
                self.overflows += totals.iter().filter(|total| total.is_none()).count() as u64;
                Numbers::Wide(totals)
            }
            Reading::Average => Numbers::Wide(tallied.averages(tally)),
            Reading::Value => Numbers::Narrow(tallied.values(tally).into()),
            Reading::DaysSince => {
                let days = |age: Option<u32>| age.map(|age| i64::from(age) * 1_000_000);
                Numbers::Narrow(tallied.ages(tally).into_iter().map(days).collect())
            }
        }
    }
}

fn mismatch(wanted: &str, column: &Column) -> ! {
    unreachable!("readers fill a {wanted} field with values of its type, not {column:?}")
}

/// Unknown where the value is null; 64 rows at a time, most of which have none.
fn with_nulls(mut truth: Vec<u8>, nulls: Option<&NullBuffer>) -> Vec<u8> {
    if let Some(nulls) = nulls {
        let words = nulls.inner().bit_chunks();
        for (rows, word) in truth.chunks_mut(64).zip(words.iter_padded()) {
            if word != u64::MAX {
                for (at, truth) in rows.iter_mut().enumerate() {
                    *truth = if word >> at & 1 == 1 { *truth } else { UNKNOWN };
                }
            }
        }
    }
    truth
}

/// True where there is a value, false elsewhere.
fn valid(rows: usize, nulls: Option<&NullBuffer>) -> Vec<u8> {
    let mut truth = vec![TRUE; rows];
    if let Some(nulls) = nulls {
        let words = nulls.inner().bit_chunks();
        for (rows, word) in truth.chunks_mut(64).zip(words.iter_padded()) {
            if word != u64::MAX {
                for (at, truth) in rows.iter_mut().enumerate() {
                    *truth = if word >> at & 1 == 1 { TRUE } else { FALSE };
                }
            }
        }
    }
    truth
}

fn compared<T: Ord>(comparison: Comparison, left: Option<T>, right: Option<T>) -> u8 {
    left.zip(right).map_or(UNKNOWN, |(left, right)| byte(comparison.holds(left.cmp(&right))))
}

fn same_values<T: PartialEq>(left: Option<T>, right: Option<T>) -> u8 {
    left.zip(right).map_or(UNKNOWN, |(left, right)| byte(left == right))
}

fn day(column: &Column, row: usize) -> Option<Day> {
    match column {
        Column::Date(days) => days.is_valid(row).then(|| days.value(row)),
        Column::Absent => None,
        other => mismatch("date", other),
    }
}

/// The indexes of a list's entries among the entries of all lists.
fn entries_of(lists: &ListArray, row: usize) -> std::ops::Range<usize> {
    let place = |at: usize| usize::try_from(lists.value_offsets()[at]).expect("offsets are not negative");
    place(row)..place(row + 1)
}
