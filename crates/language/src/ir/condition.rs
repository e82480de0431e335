//! Conditions and quantities as meant.

use super::text_test::TextTest;
use super::{CondId, DefinitionId, FieldId, KindId, LabelId, PropertyId, QuantityId, ScoreId, StageId};
use crate::ast::Arithmetic;
use crate::calendar::{Day, Window};
use crate::decimal::Decimal;
use crate::source::Span;

/// A condition and where it is written. Two that ask the same are equal, wherever they are written.
#[derive(Clone, Debug)]
pub struct Cond {
    /// Which condition.
    pub id: CondId,
    /// Where it comes from.
    pub origin: Origin,
    /// What it asks.
    pub kind: CondKind,
    /// Where it stands.
    pub span: Span,
}

impl Cond {
    /// A condition that the author wrote as such; it gets its id once the rule set is complete.
    #[must_use]
    pub fn written(kind: CondKind, span: Span) -> Self {
        Self { id: CondId::default(), origin: Origin::Written, kind, span }
    }

    /// A condition that stands for other words in its place.
    #[must_use]
    pub fn sugar(kind: CondKind, span: Span) -> Self {
        Self { id: CondId::default(), origin: Origin::Sugar, kind, span }
    }
}

impl Cond {
    /// `is not`, `not in`, `!=`: a `not` by the author around what the other words ask.
    #[must_use]
    pub fn negated(self, span: Span) -> Self {
        Self::written(CondKind::Not(Box::new(self.made())), span)
    }

    /// `is no`, `is unknown`, `no E`: a negation without a `not`.
    #[must_use]
    pub fn opposite(self, span: Span) -> Self {
        Self::sugar(CondKind::Not(Box::new(self.made())), span)
    }

    /// The same, as one that has no words of its own.
    #[must_use]
    pub fn made(self) -> Self {
        Self { origin: Origin::Sugar, ..self }
    }
}

/// Where a node of the ir comes from.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The author wrote it as such: its span covers its words, and a `not` there is theirs.
    Written,
    /// It was made: what a `not` in `is not` negates, what `is no` or `no E` says, one text in a list of texts. Its
    /// span is that of the words it is part of.
    Sugar,
}

/// What a condition asks: true, false or unknown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CondKind {
    /// Always this value: what a bare quantity with `each` asks.
    Constant(bool),
    /// `not C`, `is not`, `not in`
    Not(Box<Cond>),
    /// `C and D`; at least two
    And(Vec<Cond>),
    /// `C or D`; at least two
    Or(Vec<Cond>),
    /// `decision_maker`: a definition that is a condition
    Defined(DefinitionId),
    /// `X is known`, for anything with a value; never unknown. `is unknown` is its negation.
    Known(Operand),
    /// `consent`: a yes/no value that is yes
    Truth(Subject),
    /// `budget >= 10k`, `employees 100..200`, `count of E in 1, 5..9`: a number in one of these ranges
    Number(Quantity, Vec<NumberRange>),
    /// `profile > engagement`: two quantities
    Compare(Comparison, Quantity, Quantity),
    /// `created since 2026-01-01`: a day in one of these ranges
    Date(Subject, Vec<DateRange>),
    /// `closed < created`: two days
    CompareDates(Comparison, Subject, Subject),
    /// `company contains "brew"`: a text, or at least one entry of a list of texts, passes
    Text(Subject, TextTest),
    /// `country in BE, NL`: a choice that is one of these
    Choice(Subject, Vec<u16>),
    /// `interests contains a, b`: a list of choices that holds one (or `all`) of these
    Choices {
        /// The list.
        subject: Subject,
        /// Which options, by index.
        options: Vec<u16>,
        /// Whether each must be there.
        all: bool,
    },
    /// `interests contains "a", "b"` on a list of texts: it holds one (or `all`) of these, each folded
    Texts {
        /// The list.
        subject: Subject,
        /// Which texts, folded.
        texts: Vec<String>,
        /// Whether each must be there.
        all: bool,
    },
    /// `X is Y` of two texts (folded), two choices of the same options, or two yes/no values
    Same(Subject, Subject),
    /// `E at least 3 times`: the number of occurrences lies within these; never unknown if there is a log
    Happened {
        /// Occurrences of what.
        of: Occurrences,
        /// How many at least.
        at_least: u32,
        /// How many at most.
        at_most: Option<u32>,
    },
    /// `stage is MQL`, `stage in A, B`, `stage at least S`: one of these stages; never unknown
    Stage(Vec<StageId>),
}

/// What `is known` may be asked of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A field, a property, a domain or a label
    Subject(Subject),
    /// A quantity
    Quantity(Quantity),
}

/// Something with a value that is not computed.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A field of the lead.
    Field(FieldId),
    /// A property of the event at hand; only inside a filter.
    Property(PropertyId),
    /// `email.domain` of a field.
    FieldDomain(FieldId),
    /// `.domain` of a property.
    PropertyDomain(PropertyId),
    /// A label, whose value is a text.
    Label(LabelId),
}

/// The order of two values.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Comparison {
    /// Whether it holds for two values in this order.
    #[must_use]
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Self::Eq => ordering.is_eq(),
            Self::Ne => ordering.is_ne(),
            Self::Lt => ordering.is_lt(),
            Self::Le => ordering.is_le(),
            Self::Gt => ordering.is_gt(),
            Self::Ge => ordering.is_ge(),
        }
    }
}

/// An interval of numbers; a missing end means it extends to infinity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NumberRange {
    /// The lower end, and whether it is part of the range.
    pub low: Option<(Decimal, bool)>,
    /// The upper end, and whether it is part of the range.
    pub high: Option<(Decimal, bool)>,
}

impl NumberRange {
    /// The range that contains this value alone.
    #[must_use]
    pub fn only(value: Decimal) -> Self {
        Self { low: Some((value, true)), high: Some((value, true)) }
    }

    /// Whether `value` lies in it.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        self.low.is_none_or(|(low, closed)| low < value || (closed && low == value))
            && self.high.is_none_or(|(high, closed)| value < high || (closed && high == value))
    }
}

/// The days that a date may be.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum DateRange {
    /// From the first to the last, both included.
    Days(Option<Day>, Option<Day>),
    /// A window, seen from `as of` or with dates; `resolve` has ruled out hours.
    Window(Window),
}

/// A number made from a lead. Two that are computed the same way are equal, wherever they are written.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Which quantity.
    pub id: QuantityId,
    /// Where it comes from.
    pub origin: Origin,
    /// What it is.
    pub kind: QuantityKind,
    /// Where it stands.
    pub span: Span,
}

impl Quantity {
    /// A quantity that the author wrote as such; it gets its id once the rule set is complete.
    #[must_use]
    pub fn written(kind: QuantityKind, span: Span) -> Self {
        Self { id: QuantityId::default(), origin: Origin::Written, kind, span }
    }
}

/// The kinds of quantity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// `100`
    Constant(Decimal),
    /// A number or integer field
    Field(FieldId),
    /// A number or integer property of the event at hand; only inside a filter
    Property(PropertyId),
    /// A score
    Score(ScoreId),
    /// A definition that is a quantity
    Defined(DefinitionId),
    /// `days since created`: the day of `as of` minus the date
    DaysSince(Subject),
    /// `count of E`, `total P of E`, `days since E`
    Aggregate(Function, Occurrences),
    /// `a + b`
    Binary(Arithmetic, Box<Quantity>, Box<Quantity>),
}

/// What is worked out from occurrences.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// Their number.
    Count,
    /// The sum of a property; 0 if there is none.
    Total(PropertyId),
    /// The exact sum divided by the number of known values, rounded.
    Average(PropertyId),
    /// The greatest.
    Highest(PropertyId),
    /// The least.
    Lowest(PropertyId),
    /// Its value at the latest occurrence where it is known; of several at that time, the greatest.
    Latest(PropertyId),
    /// The full 24-hour periods from the latest to `as of`.
    DaysSince,
}

/// Which events count. Two that count the same events are equal, wherever they are written.
#[derive(Clone, Debug)]
pub struct Occurrences {
    /// Which kinds; `None` for any activity, kinds that are not declared included.
    pub kinds: Option<Vec<KindId>>,
    /// What must be true of each.
    pub filter: Option<Box<Cond>>,
    /// When.
    pub window: Option<Window>,
    /// Where it stands.
    pub span: Span,
}
