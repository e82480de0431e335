//! What scores lead to, as written: exclusions, stages, labels, promises and tests.

use super::{About, Block, Cond, Date, Name, OptionName, Period, Text, Value};
use crate::source::Span;

/// `condition => "reason"`
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// When it applies.
    pub condition: Cond,
    /// Why.
    pub reason: Text,
}

/// A line of `stages { … }`.
#[derive(Clone, Debug, PartialEq)]
pub struct StageLine {
    /// `None` for `otherwise`.
    pub condition: Option<Cond>,
    /// The stage it leads to.
    pub stage: OptionName,
    /// Other names that it has, or had, in the data.
    pub former: Vec<Text>,
    /// What keeps a lead there that was there before.
    pub kept: Option<Kept>,
}

/// `kept`, `kept while C`
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What must be true meanwhile; nothing where it is kept for good.
    pub condition: Option<Cond>,
    /// The word and the condition.
    pub span: Span,
}

/// `label NAME { … }`, `label NAME = a, b`
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its name.
    pub name: Name,
    /// Whom it describes.
    pub about: About,
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
    /// What the label says then.
    pub text: Text,
}

/// `promise "title" { never … ; always … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Its title.
    pub title: Text,
    /// Of whom it must hold.
    pub about: About,
    /// What it promises.
    pub lines: Block<PromiseLine>,
}

/// `never CONDITION`, `always CONDITION`
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseLine {
    /// `true` for `always`.
    pub always: bool,
    /// What is promised.
    pub condition: Cond,
}

/// `agreement "title" { between …; covers …; review by … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Its title.
    pub title: Text,
    /// Its lines.
    pub lines: Block<AgreementLine>,
}

/// A line of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub enum AgreementLine {
    /// `between marketing, sales`
    Between(Vec<Name>),
    /// `covers stages, label today`
    Covers(Vec<Covered>),
    /// `review by 2027-03-31`
    Review(Date),
}

/// What an agreement is about, and where that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    /// What.
    pub what: CoveredWhat,
    /// Where it stands.
    pub span: Span,
}

/// A part of a rule set that can be agreed upon.
#[derive(Clone, Debug, PartialEq)]
pub enum CoveredWhat {
    /// `everything`
    Everything,
    /// `stages`
    Stages,
    /// `exclude`
    Exclude,
    /// `stage SQL`
    Stage(OptionName),
    /// `score profile`
    Score(Name),
    /// `label owner`
    Label(Name),
    /// `promise "title"`
    Promise(Text),
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
    /// `lead name "An", employees 150`, `lead "An", email "an@brewery.example"`
    Lead {
        /// What the test calls it.
        called: Option<Text>,
        /// Its fields.
        fields: Vec<Setter>,
    },
    /// `account employees 150`
    Account(Vec<Setter>),
    /// `event webinar_attended 3 days ago, minutes 25`, `event of "An" email_opened 1 day ago`
    Event {
        /// Whose it is, as the test calls the lead.
        of: Option<Text>,
        /// Which kind.
        kind: Name,
        /// When.
        when: When,
        /// Its properties.
        properties: Vec<Setter>,
    },
    /// `expect CONDITION`
    Expect(Cond),
    /// `was SQL`: the stage before.
    Was(OptionName),
}

/// `country BE`, `interests "a", "b"`, `phone unknown`
#[derive(Clone, Debug, PartialEq)]
pub struct Setter {
    /// The field or property.
    pub name: Name,
    /// One value, or several for a list; empty for `unknown`.
    pub values: Vec<Value>,
    /// The whole setter.
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

/// `2026-01-01`, `2026-01-01T00:00Z`, `2026-01-01T12:00:00+01:00`, as written; the zone may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Instant {
    /// As written.
    pub written: String,
    /// Where it stands.
    pub span: Span,
}
