//! A program run over one row: each condition at most once, and only when it is asked for. In: a program and the values
//! of a lead or of an event; out: truth and quantities. It gives the same answers as `evaluate` does for whole columns.

use leadrules_language::ast::Arithmetic;
use leadrules_language::calendar::{DAY, Day, Instant};
use leadrules_language::decimal::{Decimal, Points, SCALE, divide_rounded};
use leadrules_language::ir::{Comparison, StageId, Subject};
use leadrules_language::text;
use leadrules_language::types::{Truth, Value};

use super::measure::{BucketKey, Measure};
use super::moment::Moment;
use super::program::{Node, NodeId, Number, NumberId, Passing, Program, Reading, TallyId};

const FALSE: u8 = Truth::False as u8;
const UNKNOWN: u8 = Truth::Unknown as u8;
const TRUE: u8 = Truth::True as u8;
/// In place of a truth: not worked out yet.
const OPEN: u8 = u8::MAX;

/// What is needed to evaluate a row.
#[derive(Copy, Clone, Debug)]
pub struct World<'a> {
    /// The instant from which it is seen.
    pub moment: &'a Moment,
    /// By field id, or by property id.
    pub values: &'a [Option<Value>],
    /// By tally: what was counted of the lead's events.
    pub counters: &'a [Counter],
    /// By score id, those that are ready.
    pub scores: &'a [Option<Points>],
    /// By label id, those that are ready.
    pub labels: &'a [Option<String>],
    /// The lead's stage, once it is ready.
    pub stage: StageId,
}

/// What has been worked out for a row; kept from row to row to reuse its memory.
#[derive(Debug)]
pub struct Row {
    truths: Vec<u8>,
    numbers: Vec<Option<Option<Decimal>>>,
    /// Texts that are searched, folded: whether they are ready, and whether there is one.
    texts: Vec<(Subject, Folding, String)>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Folding {
    Open,
    Absent,
    Ready,
}

/// What was counted of a lead's events for one tally.
#[derive(Clone, Debug)]
pub enum Counter {
    /// How many.
    Count(u32),
    /// The time of the latest.
    Latest(Option<Instant>),
    /// The sum of factors, in millionths.
    Factors(i64),
    /// The greatest factor of each bucket.
    Buckets(Vec<(BucketKey, i64)>),
    /// A sum in millionths, and of how many values.
    Sum(i128, u32),
    /// The greatest value.
    Highest(Option<i64>),
    /// The least value.
    Lowest(Option<i64>),
    /// Time and value.
    LatestValue(Option<(Instant, i64)>),
}

impl Counter {
    /// Nothing counted yet.
    pub fn new(measure: Measure) -> Self {
        match measure {
            Measure::Count => Self::Count(0),
            Measure::Latest => Self::Latest(None),
            Measure::Factors(_) => Self::Factors(0),
            Measure::Buckets(..) => Self::Buckets(Vec::new()),
            Measure::Sum(_) => Self::Sum(0, 0),
            Measure::Highest(_) => Self::Highest(None),
            Measure::Lowest(_) => Self::Lowest(None),
            Measure::LatestValue(_) => Self::LatestValue(None),
        }
    }

    /// Forgets what was counted.
    pub fn clear(&mut self) {
        match self {
            Self::Count(count) => *count = 0,
            Self::Latest(time) => *time = None,
            Self::Factors(sum) => *sum = 0,
            Self::Buckets(buckets) => buckets.clear(),
            Self::Sum(sum, known) => (*sum, *known) = (0, 0),
            Self::Highest(value) | Self::Lowest(value) => *value = None,
            Self::LatestValue(value) => *value = None,
        }
    }

    /// The time of the latest occurrence.
    pub fn latest(&self) -> Option<Instant> {
        match self {
            Self::Latest(time) => *time,
            other => unreachable!("only the latest is asked for its time, not {other:?}"),
        }
    }

    /// The sum of factors, in millionths.
    pub fn factors(&self) -> i128 {
        match self {
            Self::Count(count) => i128::from(*count) * SCALE,
            Self::Factors(sum) => (*sum).into(),
            Self::Buckets(buckets) => buckets.iter().map(|(_, factor)| i128::from(*factor)).sum(),
            other => unreachable!("only occurrences are worth points, not {other:?}"),
        }
    }

    fn count(&self) -> u32 {
        match self {
            Self::Count(count) => *count,
            other => unreachable!("only a count is asked how many, not {other:?}"),
        }
    }

    fn sum(&self) -> (i128, u32) {
        match self {
            Self::Sum(sum, known) => (*sum, *known),
            other => unreachable!("only a sum is asked for its total, not {other:?}"),
        }
    }

    fn value(&self) -> Option<i64> {
        match self {
            Self::Highest(value) | Self::Lowest(value) => *value,
            Self::LatestValue(value) => value.map(|(_, value)| value),
            other => unreachable!("only a value is asked for, not {other:?}"),
        }
    }
}

fn byte(value: bool) -> u8 {
    if value { TRUE } else { FALSE }
}

impl Row {
    /// For rows of a program.
    pub fn new(program: &Program) -> Self {
        let mut texts: Vec<(Subject, Folding, String)> = Vec::new();
        let mut text = |subject: Subject| {
            if !texts.iter().any(|(other, ..)| *other == subject) {
                texts.push((subject, Folding::Open, String::new()));
            }
        };
        for node in program.nodes() {
            match node {
                Node::Text(subject, _) => text(*subject),
                Node::Same(left, right) => {
                    text(*left);
                    text(*right);
                }
                _ => {}
            }
        }
        Self { truths: vec![OPEN; program.nodes().len()], numbers: vec![None; program.numbers().len()], texts }
    }

    /// Forgets the row.
    pub fn clear(&mut self) {
        self.truths.fill(OPEN);
        self.numbers.fill(None);
        self.texts.iter_mut().for_each(|(_, folding, _)| *folding = Folding::Open);
    }

    /// Forgets what can change for the same row with the instant.
    pub fn forget(&mut self, passing: &Passing) {
        for node in &passing.nodes {
            self.truths[node.0 as usize] = OPEN;
        }
        for number in &passing.numbers {
            self.numbers[number.0 as usize] = None;
        }
        let labels = self.texts.iter_mut().filter(|(subject, ..)| matches!(subject, Subject::Label(_)));
        labels.for_each(|(_, folding, _)| *folding = Folding::Open);
    }

    /// The truth of a condition.
    pub fn truth(&mut self, program: &Program, world: &World<'_>, id: NodeId) -> u8 {
        let known = self.truths[id.0 as usize];
        if known != OPEN {
            return known;
        }
        let truth = self.evaluate(program, world, id);
        self.truths[id.0 as usize] = truth;
        truth
    }

    fn evaluate(&mut self, program: &Program, world: &World<'_>, id: NodeId) -> u8 {
        match &program.nodes()[id.0 as usize] {
            Node::Constant(truth) => *truth as u8,
            Node::Not(inner) => TRUE - self.truth(program, world, *inner),
            Node::All(parts) => parts.iter().map(|&part| self.truth(program, world, part)).min().unwrap_or(TRUE),
            Node::Any(parts) => parts.iter().map(|&part| self.truth(program, world, part)).max().unwrap_or(FALSE),
            Node::Known(Subject::Label(label)) => byte(world.labels[usize::from(label.0)].is_some()),
            Node::Known(subject) => byte(value(world, *subject).is_some()),
            Node::NumberKnown(number) => byte(self.number(program, world, *number).is_some()),
            Node::Truth(subject) => match value(world, *subject) {
                None => UNKNOWN,
                Some(Value::Truth(value)) => byte(*value),
                Some(other) => mismatch("yes/no", other),
            },
            Node::Number(number, ranges) => match self.number(program, world, *number) {
                None => UNKNOWN,
                Some(Decimal(value)) => byte(ranges.iter().any(|&(low, high)| low <= value && value <= high)),
            },
            Node::Compare(comparison, left, right) => {
                let (left, right) = (self.number(program, world, *left), self.number(program, world, *right));
                compared(*comparison, left, right)
            }
            Node::Date(subject, spans) => match day(world, *subject) {
                None => UNKNOWN,
                Some(day) => byte(spans.iter().any(|&span| {
                    let (first, last) = world.moment.span(span);
                    first <= day && day <= last
                })),
            },
            Node::CompareDates(comparison, left, right) => compared(*comparison, day(world, *left), day(world, *right)),
            Node::Text(subject, _) => {
                let matcher = program.matcher(id);
                let listed = if is_plain(*subject) { value(world, *subject) } else { None };
                if let Some(Value::Texts(entries)) = listed {
                    byte(entries.iter().any(|entry| matcher.holds(&text::fold(entry))))
                } else {
                    self.folded(world, *subject).map_or(UNKNOWN, |text| byte(matcher.holds(text)))
                }
            }
            Node::Choice(subject, options) => match value(world, *subject) {
                None => UNKNOWN,
                Some(Value::Choice(value)) => byte(options.contains(value)),
                Some(other) => mismatch("choice", other),
            },
            Node::Choices(subject, options, all) => match value(world, *subject) {
                None => UNKNOWN,
                Some(Value::Choices(entries)) => byte(some_or_all(options, *all, |option| entries.contains(option))),
                Some(other) => mismatch("list of choice", other),
            },
            Node::Texts(subject, texts, all) => match value(world, *subject) {
                None => UNKNOWN,
                Some(Value::Texts(entries)) => {
                    byte(some_or_all(texts, *all, |text| entries.iter().any(|entry| text::fold(entry) == *text)))
                }
                Some(other) => mismatch("list of text", other),
            },
            Node::Same(left, right) => self.same(world, *left, *right),
            Node::Happened(tally, at_least, at_most) => {
                let count = counter(world, *tally).count();
                byte(*at_least <= count && at_most.is_none_or(|most| count <= most))
            }
            Node::Stage(stages) => byte(stages.contains(&world.stage)),
        }
    }

    fn same(&mut self, world: &World<'_>, left: Subject, right: Subject) -> u8 {
        if is_plain(left) && is_plain(right) {
            match (value(world, left), value(world, right)) {
                (None, _) | (_, None) => return UNKNOWN,
                (Some(Value::Text(_)), Some(Value::Text(_))) => {}
                (Some(left), Some(right)) => return byte(left == right),
            }
        }
        if self.folded(world, left).is_none() || self.folded(world, right).is_none() {
            return UNKNOWN;
        }
        let text = |subject| self.texts.iter().find(|(other, ..)| *other == subject).map(|(.., text)| text);
        byte(text(left) == text(right))
    }

    /// A text, folded; `None` if it is unknown.
    fn folded(&mut self, world: &World<'_>, subject: Subject) -> Option<&str> {
        let found = self.texts.iter_mut().find(|(other, ..)| *other == subject);
        let (_, folding, folded) = found.expect("every text that is searched has its buffer");
        if *folding == Folding::Open {
            folded.clear();
            let given = match subject {
                Subject::Label(label) => world.labels[usize::from(label.0)].as_deref(),
                _ => match value(world, subject) {
                    None => None,
                    Some(Value::Text(text)) => Some(text.as_str()),
                    Some(other) => mismatch("text", other),
                },
            };
            *folding = if given.is_some() { Folding::Ready } else { Folding::Absent };
            if let Some(given) = given {
                let given = match subject {
                    Subject::FieldDomain(_) | Subject::PropertyDomain(_) => given.rsplit('@').next().unwrap_or(given),
                    Subject::Field(_) | Subject::Property(_) | Subject::Label(_) => given,
                };
                if given.is_ascii() {
                    folded.push_str(given);
                    folded.make_ascii_lowercase();
                } else {
                    folded.extend(given.chars().map(text::fold_char));
                }
            }
        }
        (*folding == Folding::Ready).then_some(folded.as_str())
    }

    /// The value of a quantity, if it is known.
    pub fn number(&mut self, program: &Program, world: &World<'_>, id: NumberId) -> Option<Decimal> {
        if let Some(known) = self.numbers[id.0 as usize] {
            return known;
        }
        let number = match &program.numbers()[id.0 as usize] {
            Number::Constant(value) => Some(*value),
            Number::Unknown => None,
            Number::Column(subject) => match value(world, *subject) {
                None => None,
                Some(Value::Number(value)) => Some(*value),
                Some(other) => mismatch("number", other),
            },
            Number::Score(id) => world.scores[usize::from(id.0)].map(Points::to_decimal),
            Number::DaysSince(subject) => {
                let today = world.moment.today();
                day(world, *subject).map(|day| Decimal::whole(i64::from(today) - i64::from(day)))
            }
            Number::Tally(tally, reading) => read(counter(world, *tally), *reading, world.moment.as_of()),
            Number::Binary(op, left, right) => {
                let (left, right) = (self.number(program, world, *left), self.number(program, world, *right));
                let apply = match op {
                    Arithmetic::Add => Decimal::checked_add,
                    Arithmetic::Subtract => Decimal::checked_sub,
                    Arithmetic::Multiply => Decimal::checked_mul,
                    Arithmetic::Divide => Decimal::checked_div,
                };
                left.zip(right).and_then(|(left, right)| apply(left, right))
            }
        };
        self.numbers[id.0 as usize] = Some(number);
        number
    }
}

fn read(counter: &Counter, reading: Reading, as_of: Instant) -> Option<Decimal> {
    match reading {
        Reading::Count => Some(Decimal::whole(counter.count().into())),
        Reading::Total => Decimal::ZERO.checked_add(Decimal(counter.sum().0)),
        Reading::Average => {
            let (sum, known) = counter.sum();
            (known > 0).then(|| Decimal(divide_rounded(sum, known.into())))
        }
        Reading::Value => counter.value().map(|value| Decimal(value.into())),
        Reading::DaysSince => counter.latest().map(|time| Decimal::whole((as_of - time) / DAY)),
    }
}

fn counter<'a>(world: &World<'a>, tally: TallyId) -> &'a Counter {
    &world.counters[tally.0 as usize]
}

fn value<'a>(world: &World<'a>, subject: Subject) -> Option<&'a Value> {
    match subject {
        Subject::Field(id) | Subject::FieldDomain(id) => world.values[usize::from(id.0)].as_ref(),
        Subject::Property(id) | Subject::PropertyDomain(id) => world.values[usize::from(id.0)].as_ref(),
        Subject::Label(_) => unreachable!("labels are read through `labels`"),
    }
}

fn is_plain(subject: Subject) -> bool {
    matches!(subject, Subject::Field(_) | Subject::Property(_))
}

fn day(world: &World<'_>, subject: Subject) -> Option<Day> {
    match value(world, subject) {
        None => None,
        Some(Value::Date(day)) => Some(*day),
        Some(other) => mismatch("date", other),
    }
}

fn some_or_all<T>(wanted: &[T], all: bool, is_there: impl Fn(&T) -> bool) -> bool {
    if all { wanted.iter().all(is_there) } else { wanted.iter().any(is_there) }
}

fn compared<T: Ord>(comparison: Comparison, left: Option<T>, right: Option<T>) -> u8 {
    left.zip(right).map_or(UNKNOWN, |(left, right)| byte(comparison.holds(left.cmp(&right))))
}

fn mismatch(wanted: &str, value: &Value) -> ! {
    panic!("a {wanted} field has values of its type, not {value:?}")
}
