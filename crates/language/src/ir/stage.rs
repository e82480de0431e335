//! What scores lead to, as meant: stages, labels, promises and tests.

use super::{Cond, CondKind, FieldId, KindId, LabelId, PropertyId, ScoreId, StageId};
use crate::calendar::{Day, Instant};
use crate::source::Span;
use crate::types::Value;

/// The steps of a lead.
#[derive(Clone, Debug)]
pub struct Stages {
    /// Lowest first.
    pub steps: Vec<Stage>,
    /// The stage of a lead that reaches no step: `contact`, or what `otherwise` says.
    pub none: String,
}

/// The name of the stage of excluded leads.
pub const EXCLUDED: &str = "excluded";

/// The stage before of a lead that was not there.
pub const NEW: &str = "new";

/// One step.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// When a lead is there: it reaches it, or is kept there.
    pub condition: Cond,
    /// Whether leads are kept there: the condition is an `or` of what reaches it and what keeps it.
    pub is_kept: bool,
    /// Its name in the file.
    pub span: Span,
}

impl Stage {
    /// What a lead must meet that was not there before.
    #[must_use]
    pub fn own(&self) -> &Cond {
        match &self.condition.kind {
            CondKind::Or(parts) if self.is_kept => &parts[0],
            _ => &self.condition,
        }
    }

    /// What must hold, beside its stage before, so that it is kept there; none if it is kept for good.
    #[must_use]
    pub fn kept_while(&self) -> Option<&Cond> {
        match &self.kept()?.kind {
            CondKind::And(parts) => parts.get(1),
            _ => None,
        }
    }

    /// What keeps a lead there.
    #[must_use]
    pub fn kept(&self) -> Option<&Cond> {
        match &self.condition.kind {
            CondKind::Or(parts) if self.is_kept => parts.get(1),
            _ => None,
        }
    }
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

    /// All stages: no step, all steps from the lowest, and `excluded`.
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
        /// In the order they are written.
        lines: Vec<(Cond, String)>,
        /// The text if no line is true; without it the label is then unknown.
        otherwise: Option<String>,
    },
    /// Earlier labels joined; unknown if any of them is.
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
    /// `true` for `always`: the condition is true of every lead. Otherwise it is true of none.
    pub always: bool,
    /// What is promised.
    pub condition: Cond,
}

impl PromiseLine {
    /// `always` or `never`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        if self.always { "always" } else { "never" }
    }
}

/// `agreement "title" { … }`
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Its title.
    pub title: String,
    /// Who must agree: two or more owners.
    pub parties: Vec<String>,
    /// On what.
    pub covers: Vec<Covered>,
    /// From which day on it must be looked at again.
    pub review: Option<Day>,
    /// Its head.
    pub span: Span,
}

/// A part of a rule set that is agreed upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covered {
    /// All of them.
    Everything,
    /// The stage of each lead.
    Stages,
    /// Who is set apart.
    Exclude,
    /// Who is at this stage.
    Stage(StageId),
    /// The points of a score.
    Score(ScoreId),
    /// The texts of a label.
    Label(LabelId),
    /// Who breaks the promise with this index.
    Promise(usize),
}

/// `test "title" { … }`
#[derive(Clone, Debug)]
pub struct Test {
    /// Its title.
    pub title: String,
    /// The instant from which the lead is seen.
    pub as_of: Instant,
    /// The lead's fields; others are unknown.
    pub lead: Vec<(FieldId, Value)>,
    /// What the lead did; an empty log still counts as a log.
    pub events: Vec<Event>,
    /// What must be true.
    pub expectations: Vec<Cond>,
    /// An account and its leads, which the test is then about instead of one lead.
    pub company: Option<Company>,
    /// Its head.
    pub span: Span,
}

/// The account of a test.
#[derive(Clone, Debug, Default)]
pub struct Company {
    /// Its fields; others are unknown.
    pub account: Vec<(FieldId, Value)>,
    /// Its leads.
    pub leads: Vec<Member>,
    /// What must be true.
    pub expectations: Vec<Expected>,
}

/// A lead of a test's account.
#[derive(Clone, Debug)]
pub struct Member {
    /// What the test calls it.
    pub called: String,
    /// Its fields; others are unknown.
    pub lead: Vec<(FieldId, Value)>,
    /// What it did.
    pub events: Vec<Event>,
}

/// What must be true of an account and its leads.
#[derive(Clone, Debug)]
pub struct Expected {
    /// What.
    pub kind: ExpectedKind,
    /// Where it stands.
    pub span: Span,
}

/// Of whom something must be true.
#[derive(Clone, Debug)]
pub enum ExpectedKind {
    /// All of these.
    All(Vec<Expected>),
    /// One of these.
    Any(Vec<Expected>),
    /// Not this.
    Not(Box<Expected>),
    /// Of the account.
    Account(Cond),
    /// Of the lead with this index.
    Lead(usize, Cond),
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
