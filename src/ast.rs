//! A rule file as written: names are text, every node has its span, comments are kept. `parse` makes it, `format`
//! prints it, `resolve` gives it a meaning. Nothing is looked up here.

use crate::calendar;
pub use crate::calendar::Unit;
use crate::decimal::Decimal;
use crate::source::Span;

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its statements, and the comments after the last one.
    pub body: Block<Item>,
    /// The words of statements that could not be read: what they name is neither missing nor unused.
    pub unread: Vec<Name>,
}

/// Statements between braces (or those of a whole file).
#[derive(Clone, Debug, PartialEq)]
pub struct Block<T> {
    /// In the order they stand.
    pub statements: Vec<Statement<T>>,
    /// Comments after the last statement, before the closing brace.
    pub closing: Vec<Comment>,
    /// From the opening brace to the closing one.
    pub span: Span,
}

/// A statement with the comments that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement<T> {
    /// What it says.
    pub node: T,
    /// From its first character to its last, comments left out.
    pub span: Span,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// Whether a blank line stands right above it, below its comments.
    pub blank_before: bool,
    /// The comment at the end of its last line (of its opening line, for a block).
    pub after: Option<Comment>,
}

/// `# text`
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// With its `#`, without blanks at the end.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether a blank line stands above it.
    pub blank_before: bool,
}

/// A name as written, in NFC.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// `"text"`, with its escapes undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What stands between the quotes.
    pub value: String,
    /// With the quotes.
    pub span: Span,
}

/// `100`, `2.5`, `10k`, `15%`, `-5`
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// As the author wrote it (`10k`), which the formatter keeps.
    pub written: String,
    /// Where it stands.
    pub span: Span,
}

/// `2026-11-23`: a day that exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// Where it stands.
    pub span: Span,
}

/// `30 days`
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// How many.
    pub count: u32,
    /// Of which unit.
    pub unit: Unit,
    /// Where it stands.
    pub span: Span,
}

/// An option, a stage or a label's name where a text may stand for it: `BE`, `"real estate"`.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionName {
    /// The name itself.
    pub text: String,
    /// With quotes, if any.
    pub span: Span,
    /// Whether it was written as a text.
    pub quoted: bool,
}

/// A statement of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// `leadrules 1`
    Version(u32),
    /// `use "marketing.leadrules"`
    Use(Text),
    /// `time zone "Europe/Brussels"`
    TimeZone(Text),
    /// `lead { … }`
    Lead(Block<LeadLine>),
    /// `events { … }`
    Events(Block<EventsLine>),
    /// `ignore { email_opened where client contains "bot" }`
    Ignore(Block<Happens>),
    /// `list free_mail { "gmail.com" }`, `list competitors from "competitors.txt"`
    List(List),
    /// `define benelux = country in BE, NL, LU`
    Define(Define),
    /// `exclude { condition => "reason" }`
    Exclude(Block<Exclusion>),
    /// `score profile 0..100, by sales { … }`, `score total = profile + engagement`
    Score(Score),
    /// `stages { condition => MQL }`
    Stages(Block<StageLine>),
    /// `label owner { … }`, `label grade = fit, heat`
    Label(Label),
    /// `promise "title" { never condition }`
    Promise(Promise),
    /// `test "title" { … }`
    Test(Test),
}

/// A line of `lead { … }`.
#[derive(Clone, Debug, PartialEq)]
pub enum LeadLine {
    /// `missing "n/a", 999`, for all fields
    Missing(Vec<Value>),
    /// `employees integer 0..10M, from "Number of employees"`
    Field(Field),
}

/// A field of a lead, or a property of an event: `NAME TYPE [RANGE] [key] [, from …] [, missing …] [, outcome] [, fixed]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name in the rules.
    pub name: Name,
    /// What it holds.
    pub ty: Type,
    /// Where the type stands.
    pub ty_span: Span,
    /// The values it may have.
    pub range: Option<Range>,
    /// Where `key` stands, if it does.
    pub key: Option<Span>,
    /// `from "A", "B"`: its columns in the data.
    pub from: Vec<Text>,
    /// `missing "Select"`: what stands for an empty cell.
    pub missing: Vec<Value>,
    /// Where `outcome` stands: known only afterwards.
    pub outcome: Option<Span>,
    /// Where `fixed` stands: a lead can't change it.
    pub fixed: Option<Span>,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `text`
    Text,
    /// `email`
    Email,
    /// `number`, `number decimal comma`
    Number {
        /// Whether `decimal comma` follows.
        decimal_comma: bool,
    },
    /// `integer`, `integer decimal comma`
    Integer {
        /// Whether `decimal comma` follows.
        decimal_comma: bool,
    },
    /// `yes/no`
    YesNo,
    /// `date`, `date as "dd/mm/yyyy"`
    Date {
        /// The form it is written in, where it is not ISO 8601.
        form: Option<Text>,
    },
    /// `choice { BE ("Belgium"), NL }`
    Choice(Vec<ChoiceOption>),
    /// `list of text [split by ","]`
    ListOfText {
        /// What parts the entries, where it is not `;`.
        split: Option<Text>,
    },
    /// `list of choice { a, b } [split by ","]`
    ListOfChoice {
        /// The options that an entry may be.
        options: Vec<ChoiceOption>,
        /// What parts the entries, where it is not `;`.
        split: Option<Text>,
    },
}

/// `BE ("Belgium", "België")`
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// The option.
    pub name: OptionName,
    /// Other texts that mean it.
    pub synonyms: Vec<Text>,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// The comment at the end of its line.
    pub after: Option<Comment>,
}

/// A line of `events { … }`.
#[derive(Clone, Debug, PartialEq)]
pub enum EventsLine {
    /// `lead from "Contact ID"`, `time from "At" as "dd/mm/yyyy hh:mm"`
    Column {
        /// Which column of the log.
        role: LogColumn,
        /// The word itself.
        span: Span,
        /// Its names in the log.
        from: Vec<Text>,
        /// The form of `time`, where it is not ISO 8601.
        form: Option<Text>,
    },
    /// `webinar_attended from "Webinar" { minutes number }`
    Kind(Kind),
}

/// The columns that every event log has.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum LogColumn {
    /// `lead`: the key of the lead.
    Lead,
    /// `event`: the kind.
    Event,
    /// `time`: when it happened.
    Time,
    /// `id`: by which a repeated row counts once.
    Id,
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// Its name in the rules.
    pub name: Name,
    /// The texts it bears in the log.
    pub from: Vec<Text>,
    /// What an event of this kind says.
    pub properties: Option<Block<Field>>,
}

/// `list NAME …`
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Its name.
    pub name: Name,
    /// Where its entries come from.
    pub source: ListSource,
}

/// Where a list's entries come from.
#[derive(Clone, Debug, PartialEq)]
pub enum ListSource {
    /// `{ "a", "b" }`
    Inline {
        /// In the order they stand; names stand for options.
        entries: Vec<ListEntry>,
        /// Comments after the last entry.
        closing: Vec<Comment>,
    },
    /// `from "file.txt"`
    File(Text),
}

/// One entry of an inline list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    /// The entry.
    pub value: Value,
    /// Comments on lines of their own above it.
    pub before: Vec<Comment>,
    /// The comment at the end of its line.
    pub after: Option<Comment>,
}

/// `define NAME = …`
#[derive(Clone, Debug, PartialEq)]
pub struct Define {
    /// Its name.
    pub name: Name,
    /// What it stands for.
    pub value: Term,
}

/// A condition or a quantity, where both may stand. A bare name is a condition here ([`Cond::Happens`]); `resolve`
/// decides what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// `job_title mentions "owner"`
    Cond(Cond),
    /// `count of page_viewed`, `budget / 12`
    Expr(Expr),
}

/// `condition => "reason"`
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// When.
    pub condition: Cond,
    /// Why.
    pub reason: Text,
}

/// `score NAME [RANGE] [, by OWNER] { … }` or `… = quantity`
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Its name.
    pub name: Name,
    /// The points it stays within.
    pub range: Option<Range>,
    /// Who keeps it.
    pub owner: Option<Name>,
    /// Its rules, or its formula.
    pub body: ScoreBody,
}

/// What a score is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreBody {
    /// `{ rules }`
    Rules(Block<ScoreLine>),
    /// `= profile + 0.5 * engagement`
    Computed(Expr),
}

/// A line of a score or a group.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreLine {
    /// `condition => +20`
    Rule(Rule),
    /// `employees { ..9 => -10 }`
    Table(Table),
    /// `group "e-mail", up to 20 { … }`
    Group(Group),
}

/// `left => outcome`
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// A condition, or what `each` and `per` count.
    pub left: Term,
    /// What it gives.
    pub outcome: Outcome,
}

/// A table on one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// A field or a quantity.
    pub subject: Expr,
    /// Its rows.
    pub rows: Block<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which values it takes.
    pub matcher: Matcher,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a row of a table takes; the subject stands at the table's head.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// `software, logistics`, `50..99`
    Entries(Vec<Entry>, Span),
    /// `< 10`, `contains "director"`
    Tail(Tail, Span),
    /// `otherwise`
    Otherwise(Span),
    /// `unknown`
    Unknown(Span),
}

/// `group "title" [, up to N] [, down to -N] [, DECAY] [, best] { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its title.
    pub title: Text,
    /// Its options, in the order they stand: `UpTo`, `DownTo`, `Decay`, `Best` (others are an error of `resolve`).
    pub options: Vec<Setting>,
    /// Rules and tables; a group in a group is an error of `resolve`.
    pub body: Block<ScoreLine>,
}

/// `POINTS [each | per N | once | once per X] [, option]…`
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// With its sign.
    pub points: Number,
    /// How often they are given.
    pub times: Option<Times>,
    /// In the order they stand.
    pub options: Vec<Setting>,
    /// All of it.
    pub span: Span,
}

/// How often points are given.
#[derive(Clone, Debug, PartialEq)]
pub enum Times {
    /// `each`
    Each(Span),
    /// `per 10`
    Per(Number),
    /// `once`
    Once(Span),
    /// `once per day`, `once per 3 days`
    OncePer(Period),
    /// `once per title`
    OncePerValue(Name),
}

impl Times {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Each(span) | Self::Once(span) => *span,
            Self::Per(number) => number.span,
            Self::OncePer(period) => period.span,
            Self::OncePerValue(name) => name.span,
        }
    }
}

/// What follows an outcome or a group's title after a comma.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Which one.
    pub kind: SettingKind,
    /// Where it stands.
    pub span: Span,
}

/// The settings of rules and groups.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingKind {
    /// `up to 20 [points]`
    UpTo(Number),
    /// `down to -20 [points]`
    DownTo(Number),
    /// `halving every 30 days`
    Halving(Period),
    /// `fading over 90 days`
    Fading(Period),
    /// `losing 25% every 30 days, compound` or `, linear`
    Losing {
        /// How much, as a part of one.
        share: Number,
        /// How often.
        every: Period,
        /// `compound` or `linear`; the word is required, `resolve` says so.
        shape: Option<LosingShape>,
    },
    /// `as "title"`
    As(Text),
    /// `because "reason"`
    Because(Text),
    /// `by OWNER`
    By(Name),
    /// `from DATE`
    From(Date),
    /// `until DATE`
    Until(Date),
    /// `best`, of a group
    Best,
}

/// How `losing` goes on.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum LosingShape {
    /// `compound`: of what is left.
    Compound,
    /// `linear`: of what it was.
    Linear,
}

/// A line of `stages { … }`.
#[derive(Clone, Debug, PartialEq)]
pub struct StageLine {
    /// `None` for `otherwise`.
    pub condition: Option<Cond>,
    /// The step.
    pub stage: OptionName,
}

/// `label NAME { … }`, `label NAME = a, b`
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its name.
    pub name: Name,
    /// Its lines, or the labels it joins.
    pub body: LabelBody,
}

/// What a label is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum LabelBody {
    /// `{ condition => "text"; otherwise => "text" }`
    Lines(Block<LabelLine>),
    /// `= fit_grade, heat_grade`
    Joined(Vec<Name>),
}

/// A line of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelLine {
    /// `None` for `otherwise`.
    pub condition: Option<Cond>,
    /// What the label then says.
    pub text: Text,
}

/// `promise "title" { never … ; always … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Its title.
    pub title: Text,
    /// What it promises.
    pub lines: Block<PromiseLine>,
}

/// `never CONDITION`, `always CONDITION`
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseLine {
    /// `true` for `always`.
    pub always: bool,
    /// What.
    pub condition: Cond,
}

/// `test "title" { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// Its title.
    pub title: Text,
    /// Its lines.
    pub lines: Block<TestLine>,
}

/// A line of a test.
#[derive(Clone, Debug, PartialEq)]
pub enum TestLine {
    /// `as of 2026-01-01`
    AsOf(Instant),
    /// `lead name "An", employees 150`
    Lead(Vec<Setter>),
    /// `event webinar_attended 3 days ago, minutes 25`
    Event {
        /// Which kind.
        kind: Name,
        /// When.
        when: When,
        /// Its properties.
        properties: Vec<Setter>,
    },
    /// `expect CONDITION`
    Expect(Cond),
}

/// `country BE`, `interests "a", "b"`, `phone unknown`
#[derive(Clone, Debug, PartialEq)]
pub struct Setter {
    /// The field or property.
    pub name: Name,
    /// One value, or several for a list; empty for `unknown`.
    pub values: Vec<Value>,
    /// All of it.
    pub span: Span,
}

/// When a test's event happened.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// `3 days ago`
    Ago(Period),
    /// `on 2026-01-01`
    On(Date),
    /// `2026-01-01T12:00Z`
    At(Instant),
}

/// `2026-01-01`, `2026-01-01T00:00Z`, `2026-01-01T12:00:00+01:00`, as written; a zone may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Instant {
    /// As written.
    pub written: String,
    /// Where it stands.
    pub span: Span,
}

/// True, false or unknown of a lead or an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    /// `C and D and …`, two or more
    And(Vec<Cond>, Span),
    /// `C or D or …`, two or more
    Or(Vec<Cond>, Span),
    /// `not C`
    Not(Box<Cond>, Span),
    /// `( C )`
    Paren(Box<Cond>, Span),
    /// `budget >= 10k`, `country in BE, NL`
    Test(Question),
    /// A bare name, or a happening: `consent`, `benelux`, `created in last 30 days`, `no activity in last 60 days`,
    /// `page_viewed where page is "/pricing" at least 3 times`
    Happens(Happens),
}

impl Cond {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::And(_, span) | Self::Or(_, span) | Self::Not(_, span) | Self::Paren(_, span) => *span,
            Self::Test(test) => test.span,
            Self::Happens(happens) => happens.span,
        }
    }
}

/// A subject and what is asked of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked about.
    pub subject: Expr,
    /// What is asked.
    pub tail: Tail,
    /// Both.
    pub span: Span,
}

/// What a condition asks of its subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Tail {
    /// `is V`, `is not V`, `= V`, `< V`, …
    Compare {
        /// Which way.
        op: Compare,
        /// With what.
        right: Expr,
    },
    /// `100..200`, `10..`, `..<5`
    Range(Range),
    /// `in V, W, LIST`, `not in …`
    In {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// What it may be.
        entries: Vec<Entry>,
    },
    /// `contains "a", "b"` (and the like)
    Texts {
        /// Which operator.
        op: TextOp,
        /// The texts, options or lists.
        values: Vec<Value>,
    },
    /// `matches "re"`
    Matches(Text),
    /// `is known` (also `is not unknown`)
    Known,
    /// `is unknown` (also `is not known`)
    Unknown,
    /// `at least MQL`, of `stage`
    AtLeast(OptionName),
    /// `below SQL`, of `stage`
    Below(OptionName),
}

/// How two values are compared.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `is`
    Is,
    /// `is not`
    IsNot,
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

/// The operators that look into a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextOp {
    /// `contains`
    Contains,
    /// `contains all`
    ContainsAll,
    /// `starts with`
    StartsWith,
    /// `ends with`
    EndsWith,
    /// `mentions`
    Mentions,
}

/// `A..B`, `A..`, `..B`, `A..<B`
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lower end, which belongs to it.
    pub low: Option<Value>,
    /// The upper end.
    pub high: Option<Value>,
    /// Whether the upper end is left out (`..<`).
    pub half_open: bool,
    /// All of it.
    pub span: Span,
}

/// An entry of `in` or of a table's row.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// `BE`, `"x"`, `5`, a list's name
    Value(Value),
    /// `50..99`
    Range(Range),
}

/// A literal, or a bare name.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `10k`
    Number(Number),
    /// `"text"`
    Text(Text),
    /// `2026-11-23`
    Date(Date),
    /// `yes`, `no`
    Truth(bool, Span),
    /// An option, a list, a field
    Name(Name),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Number(number) => number.span,
            Self::Text(text) => text.span,
            Self::Date(date) => date.span,
            Self::Truth(_, span) => *span,
            Self::Name(name) => name.span,
        }
    }
}

/// Something with a value: a literal, a field, a quantity.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A literal or a bare name
    Value(Value),
    /// `email.domain`
    Member {
        /// `email`
        of: Name,
        /// `domain`
        member: Name,
    },
    /// `count of E …`, `total P of E …`, `days since E …`
    Aggregate(Aggregate),
    /// `a + b`
    Binary {
        /// Which operation.
        op: Arithmetic,
        /// Left of it.
        left: Box<Expr>,
        /// Right of it.
        right: Box<Expr>,
        /// All of it.
        span: Span,
    },
    /// `( a )`
    Paren(Box<Expr>, Span),
}

impl Expr {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Value(value) => value.span(),
            Self::Member { of, member } => of.span.to(member.span),
            Self::Aggregate(aggregate) => aggregate.span,
            Self::Binary { span, .. } | Self::Paren(_, span) => *span,
        }
    }
}

/// `+ - * /`
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// A quantity made from events: the happening has no frequency; its `where` is in brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// Which one.
    pub function: Function,
    /// `P`, for those that take a property.
    pub property: Option<Name>,
    /// The events; for `days since F` a bare name that is a date.
    pub of: Happens,
    /// All of it.
    pub span: Span,
}

/// What is made of events.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// `count of E`
    Count,
    /// `total P of E`
    Total,
    /// `average P of E`
    Average,
    /// `highest P of E`
    Highest,
    /// `lowest P of E`
    Lowest,
    /// `latest P of E`
    Latest,
    /// `days since E`, `days since F`
    DaysSince,
}

/// `[no] E [where …] [FREQUENCY] [WINDOW]`, or a bare name.
#[derive(Clone, Debug, PartialEq)]
pub struct Happens {
    /// Where `no` stands before it.
    pub negated: Option<Span>,
    /// Which events (or a field, or a definition).
    pub what: What,
    /// Which of them count.
    pub filter: Option<Where>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// When.
    pub window: Option<Window>,
    /// All of it.
    pub span: Span,
}

/// Which kinds of event.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// One kind; or the bare name of a field or a definition
    Name(Name),
    /// `activity` (after `any` or `no`)
    Activity(Span),
    /// `any of E1, E2`
    AnyOf(Vec<Name>, Span),
}

/// `where …`
#[derive(Clone, Debug, PartialEq)]
pub struct Where {
    /// One test, or a bracketed condition ([`Cond::Paren`]).
    pub condition: Box<Cond>,
    /// With the word `where`.
    pub span: Span,
}

/// How often something must have happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Frequency {
    /// `N` of `at least N`, `exactly N`, `N..M`.
    pub at_least: Option<u32>,
    /// `M` of `at most M`, `exactly M`, `N..M`.
    pub at_most: Option<u32>,
    /// All of it.
    pub span: Span,
}

/// When something must have happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Which one.
    pub kind: WindowKind,
    /// All of it.
    pub span: Span,
}

/// The forms of a window.
#[derive(Clone, Debug, PartialEq)]
pub enum WindowKind {
    /// `in last 30 days`
    InLast(Period),
    /// `older than 30 days`
    OlderThan(Period),
    /// `in next 30 days`
    InNext(Period),
    /// `between D and D`
    Between(Date, Date),
    /// `since D`
    Since(Date),
    /// `before D`
    Before(Date),
    /// `after D`
    After(Date),
}

impl calendar::Window {
    /// The window that was written, if its dates exist.
    #[must_use]
    pub fn from_written(kind: &WindowKind) -> Option<Self> {
        let day = |date: &Date| calendar::day(date.year, date.month, date.day);
        let period = |period: &Period| calendar::Period { count: period.count, unit: period.unit };
        Some(match kind {
            WindowKind::InLast(span) => Self::InLast(period(span)),
            WindowKind::OlderThan(span) => Self::OlderThan(period(span)),
            WindowKind::InNext(span) => Self::InNext(period(span)),
            WindowKind::Between(first, last) => Self::Between(day(first)?, day(last)?),
            WindowKind::Since(date) => Self::Since(day(date)?),
            WindowKind::Before(date) => Self::Before(day(date)?),
            WindowKind::After(date) => Self::After(day(date)?),
        })
    }
}
