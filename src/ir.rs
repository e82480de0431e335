//! A rule set as meant: every name resolved to an id, every value to its type, no sugar left. `resolve` makes it;
//! `analyze`, `sql`, `engine` and the reference evaluator read it. All files of the set are one here.

use std::sync::Arc;

use crate::ast::{Arithmetic, Unit};
use crate::calendar::{Day, Instant, Period, Window, Zone};
use crate::decimal::{Decimal, Points};
use crate::source::{Sources, Span};
use crate::types::{Bounds, Type, Value};

/// A field of the lead: its place in [`Rules::fields`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// A kind of event: its place in [`Log::kinds`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(pub u16);

/// A property of events: its place in [`Log::properties`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PropertyId(pub u16);

/// A definition: its place in [`Rules::definitions`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefinitionId(pub u16);

/// A score: its place in [`Rules::scores`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreId(pub u16);

/// A label: its place in [`Rules::labels`].
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

/// A rule or a row of a table: its place among all rules of the set, in the order they stand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub u32);

/// A rule set.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The files it was read from, which spans point into.
    pub sources: Arc<Sources>,
    /// In which dates and zone-less times are read.
    pub zone: Zone,
    /// What is known of a lead.
    pub fields: Vec<Field>,
    /// The field that tells leads apart; without one the row number does.
    pub key: Option<FieldId>,
    /// What leads do, where the set speaks of events.
    pub log: Option<Log>,
    /// Conditions and quantities that rules share; one names only those before it.
    pub definitions: Vec<Definition>,
    /// What sets a lead apart, the first that is true.
    pub exclusions: Vec<Exclusion>,
    /// In an order in which each names only those before it.
    pub scores: Vec<Score>,
    /// The steps, lowest first; none where the set has no `stages`.
    pub stages: Stages,
    /// In the order they stand.
    pub labels: Vec<Label>,
    /// In the order they stand.
    pub promises: Vec<Promise>,
    /// In the order they stand.
    pub tests: Vec<Test>,
}

impl Rules {
    /// The text that a span covers.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.sources.text(span)
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[usize::from(id.0)]
    }

    /// The definition with this id.
    #[must_use]
    pub fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[usize::from(id.0)]
    }

    /// The score with this id.
    #[must_use]
    pub fn score(&self, id: ScoreId) -> &Score {
        &self.scores[usize::from(id.0)]
    }

    /// The label with this id.
    #[must_use]
    pub fn label(&self, id: LabelId) -> &Label {
        &self.labels[usize::from(id.0)]
    }

    /// All rules and table rows, in the order of their ids.
    #[must_use]
    pub fn rules(&self) -> Vec<(&Score, &Rule)> {
        let mut rules: Vec<_> = self
            .scores
            .iter()
            .flat_map(|score| score.parts().iter().flat_map(Part::rules).map(move |rule| (score, rule)))
            .collect();
        rules.sort_by_key(|(_, rule)| rule.id);
        rules
    }
}

/// A field of the lead, or a property of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the rules.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// Its columns in the data, the first present being taken; its own name where the file names none.
    pub columns: Vec<String>,
    /// Texts that stand for an empty cell, those for all fields included. Compared by [`crate::text::key`].
    pub missing: Vec<String>,
    /// Known only afterwards.
    pub outcome: bool,
    /// Can't be changed by the lead.
    pub fixed: bool,
    /// Its name in the file.
    pub span: Span,
}

/// The event log.
#[derive(Clone, Debug)]
pub struct Log {
    /// The column names of the lead's key, in the order they are tried.
    pub lead: Vec<String>,
    /// Those of the kind.
    pub event: Vec<String>,
    /// Those of the time.
    pub time: Vec<String>,
    /// How times are written, where it is not ISO 8601: `dd/mm/yyyy hh:mm`.
    pub time_form: Option<String>,
    /// The column names of the row's id; empty where the file declares none and `id` is taken if it is there.
    pub id: Vec<String>,
    /// The kinds of event.
    pub kinds: Vec<Kind>,
    /// The properties of all kinds; kinds that declare one alike share it.
    pub properties: Vec<Field>,
    /// Events that never count.
    pub ignored: Vec<Occurrences>,
}

impl Log {
    /// The kind with this id.
    #[must_use]
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[usize::from(id.0)]
    }

    /// The property with this id.
    #[must_use]
    pub fn property(&self, id: PropertyId) -> &Field {
        &self.properties[usize::from(id.0)]
    }
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the rules.
    pub name: String,
    /// The texts it bears in the log, compared by [`crate::text::key`]; its own name where the file gives none.
    pub texts: Vec<String>,
    /// Its properties, in the order they are declared.
    pub properties: Vec<PropertyId>,
    /// Its name in the file.
    pub span: Span,
}

/// `define NAME = …`
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub body: DefinitionBody,
    /// Its name in the file.
    pub span: Span,
}

/// What a definition stands for.
#[derive(Clone, Debug)]
pub enum DefinitionBody {
    /// A condition.
    Cond(Cond),
    /// A quantity.
    Quantity(Quantity),
}

/// `condition => "reason"`
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// When.
    pub condition: Cond,
    /// Why.
    pub reason: String,
    /// The line.
    pub span: Span,
}

/// A score.
#[derive(Clone, Debug)]
pub struct Score {
    /// Its name.
    pub name: String,
    /// Who keeps it.
    pub owner: Option<String>,
    /// The points it stays within.
    pub range: Bounds<Points>,
    /// Its rules, or its formula.
    pub body: ScoreBody,
    /// Its name in the file.
    pub span: Span,
}

impl Score {
    /// Its rules, tables and groups; none if it is computed.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        match &self.body {
            ScoreBody::Rules(parts) => parts,
            ScoreBody::Computed(_) => &[],
        }
    }
}

/// What a score is made of.
#[derive(Clone, Debug)]
pub enum ScoreBody {
    /// The sum of what these give.
    Rules(Vec<Part>),
    /// A quantity, rounded to two places.
    Computed(Quantity),
}

/// A part of a score.
#[derive(Clone, Debug)]
pub enum Part {
    /// `condition => +20`
    Rule(Rule),
    /// `employees { … }`
    Table(Table),
    /// `group "title" { … }`; holds rules and tables only.
    Group(Group),
}

impl Part {
    /// Its rules and rows, in the order they stand.
    #[must_use]
    pub fn rules(&self) -> Vec<&Rule> {
        match self {
            Self::Rule(rule) => vec![rule],
            Self::Table(table) => table.rows.iter().map(|row| &row.rule).collect(),
            Self::Group(group) => group.parts.iter().flat_map(Self::rules).collect(),
        }
    }
}

/// `group "title" [, up to N] [, down to -N] [, best] { … }`
#[derive(Clone, Debug)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// The most it gives.
    pub up_to: Option<Points>,
    /// The least it gives.
    pub down_to: Option<Points>,
    /// Whether only the part that gives most counts.
    pub best: bool,
    /// Rules and tables; a table counts as one.
    pub parts: Vec<Part>,
    /// Its head.
    pub span: Span,
}

/// A table: the first row that holds gives its points, and no other.
#[derive(Clone, Debug)]
pub struct Table {
    /// Whether the subject is known.
    pub known: Cond,
    /// In the order they stand, `otherwise` and `unknown` included.
    pub rows: Vec<Row>,
    /// Its head: the subject.
    pub span: Span,
}

/// A row of a table. Its rule's condition is what the row says of the subject, standing alone: `employees in 50..99`
/// for `50..99`, "the subject is known" for `otherwise`, "it is unknown" for `unknown`.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which row it is.
    pub kind: RowKind,
    /// Its condition and what it gives.
    pub rule: Rule,
}

/// The rows of a table.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// One that names values; counts if no earlier one held.
    Values,
    /// `otherwise`; counts if the subject is known and no row of values held, wherever it stands.
    Otherwise,
    /// `unknown`
    Unknown,
}

/// A rule of a score, or a row of a table.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// `as "title"`; otherwise the text of its left side (of subject and row, in a table).
    pub title: String,
    /// Whether the author gave the title.
    pub titled: bool,
    /// `because "reason"`
    pub because: Option<String>,
    /// Its own owner, or else its score's.
    pub owner: Option<String>,
    /// The first day on which it holds.
    pub from: Option<Day>,
    /// The last day on which it holds.
    pub until: Option<Day>,
    /// When it fires; the dates are not in it.
    pub condition: Cond,
    /// What it then gives.
    pub gain: Gain,
    /// What it gives at most (of its sign), rounded sum before.
    pub cap: Option<Points>,
    /// The line, comments left out.
    pub span: Span,
    /// What stands left of `=>`.
    pub left: Span,
}

/// What a rule gives when its condition is true.
#[derive(Clone, Debug)]
pub enum Gain {
    /// `+20`; with a decay, of the age of the latest of these occurrences.
    Once {
        /// The points.
        points: Points,
        /// How they fade, and by whose age.
        decay: Option<(Decay, Occurrences)>,
    },
    /// `+10 each`, `+1 per 10` of a quantity: the points times the full units in it; nothing below zero or unknown.
    /// The rule's condition is `Constant(true)` then, unless others were joined to it by `and`.
    PerUnit {
        /// The points of one unit.
        points: Points,
        /// How much of the quantity is a unit: more than zero.
        per: Decimal,
        /// Of what.
        of: Quantity,
    },
    /// `+10 each`, `+2 once per day` of an event, for each occurrence that counts.
    PerOccurrence {
        /// The points of one.
        points: Points,
        /// Which occurrences.
        of: Occurrences,
        /// Of which only the latest in each of these counts.
        once_per: Option<Bucket>,
        /// How they fade, each by its own age.
        decay: Option<Decay>,
    },
}

impl Gain {
    /// The points as written, with their sign.
    #[must_use]
    pub fn points(&self) -> Points {
        match self {
            Self::Once { points, .. } | Self::PerUnit { points, .. } | Self::PerOccurrence { points, .. } => *points,
        }
    }
}

/// What `once per` parts occurrences into.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bucket {
    /// Blocks of so many local days from 1970-01-01.
    Days(u32),
    /// Blocks of so many weeks, starting on Monday; the first block holds 1970-01-01.
    Weeks(u32),
    /// Blocks of so many calendar months from January 1970.
    Months(u32),
    /// One for each distinct value (texts folded); occurrences whose value is unknown can't be told apart: one for them all.
    Value(PropertyId),
}

/// How event points fade with age; the factor is a decimal of six places.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decay {
    /// Along which line.
    pub shape: DecayShape,
    /// `n` of the formulas, in days: at least 1.
    pub days: u32,
}

/// The lines along which points fade, with `k` = age div n.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum DecayShape {
    /// ½^(age/n)
    Halving,
    /// max(0, 1 − age/n)
    Fading,
    /// max(0, 1 − k·p)
    Linear(Decimal),
    /// (1 − p)^k
    Compound(Decimal),
}

/// The steps of a lead.
#[derive(Clone, Debug)]
pub struct Stages {
    /// Lowest first.
    pub steps: Vec<Stage>,
    /// The stage of a lead that no step takes: `contact`, or what `otherwise` says.
    pub none: String,
}

/// The name of the stage of excluded leads.
pub const EXCLUDED: &str = "excluded";

/// One step.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// When a lead has reached it.
    pub condition: Cond,
    /// Its name in the file.
    pub span: Span,
}

/// A lead's stage; ordered as the steps are, with no step lowest and `excluded` apart.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageId {
    /// No step.
    None,
    /// The step at this place in [`Stages::steps`].
    Step(u16),
    /// Set apart.
    Excluded,
}

impl Stages {
    /// The name of a stage.
    #[must_use]
    pub fn name(&self, id: StageId) -> &str {
        match id {
            StageId::None => &self.none,
            StageId::Step(at) => &self.steps[usize::from(at)].name,
            StageId::Excluded => EXCLUDED,
        }
    }

    /// No step, all steps from the lowest, and `excluded`.
    pub fn ids(&self) -> impl Iterator<Item = StageId> {
        let steps = (0..u16::try_from(self.steps.len()).unwrap_or(u16::MAX)).map(StageId::Step);
        std::iter::once(StageId::None).chain(steps).chain([StageId::Excluded])
    }
}

/// A label.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its name.
    pub name: String,
    /// Its lines, or what it joins.
    pub body: LabelBody,
    /// Its name in the file.
    pub span: Span,
}

/// What a label is made of.
#[derive(Clone, Debug)]
pub enum LabelBody {
    /// The text of the first line that is true.
    Lines {
        /// In the order they stand.
        lines: Vec<(Cond, String)>,
        /// The text if none is; without it the label is unknown.
        otherwise: Option<String>,
    },
    /// Earlier labels joined; unknown if one of them is.
    Joined(Vec<LabelId>),
}

/// `promise "title" { … }`
#[derive(Clone, Debug)]
pub struct Promise {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<PromiseLine>,
    /// Its head.
    pub span: Span,
}

/// `never CONDITION` or `always CONDITION`
#[derive(Clone, Debug)]
pub struct PromiseLine {
    /// `true` for `always`: the condition is true of every lead; otherwise it is true of none.
    pub always: bool,
    /// What.
    pub condition: Cond,
}

/// `test "title" { … }`
#[derive(Clone, Debug)]
pub struct Test {
    /// Its title.
    pub title: String,
    /// When it is.
    pub as_of: Instant,
    /// The lead's fields; others are unknown.
    pub lead: Vec<(FieldId, Value)>,
    /// What the lead did; an empty log is still a log.
    pub events: Vec<Event>,
    /// What must be true.
    pub expectations: Vec<Cond>,
    /// Its head.
    pub span: Span,
}

/// One event of a test.
#[derive(Clone, Debug)]
pub struct Event {
    /// Which kind.
    pub kind: KindId,
    /// When.
    pub time: Instant,
    /// Its properties; others are unknown.
    pub properties: Vec<(PropertyId, Value)>,
}

/// A condition and where it stands.
#[derive(Clone, Debug)]
pub struct Cond {
    /// What it asks.
    pub kind: CondKind,
    /// Where it stands.
    pub span: Span,
}

/// What a condition asks: true, false or unknown.
#[derive(Clone, Debug)]
pub enum CondKind {
    /// Always this: what a bare quantity with `each` asks.
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
    /// `created since 2026-01-01`: a day in one of these
    Date(Subject, Vec<DateRange>),
    /// `closed < created`: two days
    CompareDates(Comparison, Subject, Subject),
    /// `company contains "brew"`: a text, or one entry of a list of texts, passes
    Text(Subject, TextTest),
    /// `country in BE, NL`: a choice that is one of these
    Choice(Subject, Vec<u16>),
    /// `interests contains a, b`: a list of choices that holds one (or `all`) of these
    Choices {
        /// The list.
        subject: Subject,
        /// Which options, by their places.
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
    /// `E at least 3 times`: so many occurrences; never unknown with a log
    Happened {
        /// Of what.
        of: Occurrences,
        /// At least.
        at_least: u32,
        /// At most.
        at_most: Option<u32>,
    },
    /// `stage is MQL`, `stage in A, B`, `stage at least S`: one of these; never unknown
    Stage(Vec<StageId>),
}

/// What `is known` may be asked of.
#[derive(Clone, Debug)]
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
    /// Whether it holds for two values that stand so.
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

/// An interval of numbers; an end that is not there is open to infinity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NumberRange {
    /// The lower end, and whether it belongs to the range.
    pub low: Option<(Decimal, bool)>,
    /// The upper end, and whether it belongs to the range.
    pub high: Option<(Decimal, bool)>,
}

impl NumberRange {
    /// The range that holds this value alone.
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

/// Days that a date may be.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum DateRange {
    /// From the first to the last, both with it.
    Days(Option<Day>, Option<Day>),
    /// Seen from `as of`, or named: hours are refused before.
    Window(Window),
}

/// What is asked of a text; all texts are folded, none is empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextTest {
    /// `is "a"`, `in "a", "b", list`: equal to one of these (sorted, without repeats)
    In(Vec<String>),
    /// `contains "a", "b"`: one of them occurs
    Contains(Vec<String>),
    /// `contains all "a", "b"`: each occurs
    ContainsAll(Vec<String>),
    /// `starts with "a", "b"`
    StartsWith(Vec<String>),
    /// `ends with "a", "b"`
    EndsWith(Vec<String>),
    /// `mentions "a", "b"`: one of them occurs as whole words
    Mentions(Vec<String>),
    /// `matches "re"`: the regular expression matches somewhere
    Matches(Pattern),
}

/// A regular expression that `resolve` has checked: literals (folded), `.`, `[…]`, groups, `|`, `* + ? {m,n}`, `^`, `$`,
/// ASCII `\d`, `\w`, `\s`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// As the author wrote it.
    pub written: String,
    /// With its literals folded and its classes spelt out, in the syntax that all engines share.
    pub folded: String,
}

/// A number made from a lead.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// What it is.
    pub kind: QuantityKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of quantity.
#[derive(Clone, Debug)]
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

/// What is made of occurrences.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// Their number.
    Count,
    /// The sum of a property; 0 of nothing.
    Total(PropertyId),
    /// The exact sum divided by the number of known values, rounded.
    Average(PropertyId),
    /// The greatest.
    Highest(PropertyId),
    /// The least.
    Lowest(PropertyId),
    /// That of the latest at which it is known; at equal times the greatest.
    Latest(PropertyId),
    /// The full 24-hour periods from the latest to `as of`.
    DaysSince,
}

/// Which events count.
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

/// The unit words that `once per` takes, with the bucket of `count` of them.
#[must_use]
pub fn bucket_of(period: Period) -> Option<Bucket> {
    match period.unit {
        Unit::Day => Some(Bucket::Days(period.count)),
        Unit::Week => Some(Bucket::Weeks(period.count)),
        Unit::Month => Some(Bucket::Months(period.count)),
        Unit::Year => period.count.checked_mul(12).map(Bucket::Months),
        Unit::Hour => None,
    }
}
