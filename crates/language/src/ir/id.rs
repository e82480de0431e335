//! Ids: how the parts of a rule set refer to each other.

/// A lead's stage, ordered as the steps are, with no step lowest; `excluded` stands apart.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageId {
    /// No step.
    None,
    /// The step at this index in [`Stages::steps`](super::Stages::steps).
    Step(u16),
    /// Excluded.
    Excluded,
}

impl StageId {
    /// The number of the stage `excluded`.
    pub const EXCLUDED_NUMBER: u16 = u16::MAX;

    /// A number for it, as columns hold it: 0 for no step, then the number of the step from 1;
    /// [`Self::EXCLUDED_NUMBER`] for `excluded`.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Step(at) => at + 1,
            Self::Excluded => Self::EXCLUDED_NUMBER,
        }
    }

    /// The stage that has this number.
    #[must_use]
    pub fn of_number(number: u16) -> Self {
        match number {
            0 => Self::None,
            Self::EXCLUDED_NUMBER => Self::Excluded,
            step => Self::Step(step - 1),
        }
    }
}

/// A field of the lead: its index in [`Rules::fields`](super::Rules::fields).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// A kind of event: its index in [`Log::kinds`](super::Log::kinds).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(pub u16);

/// A property of events: its index in [`Log::properties`](super::Log::properties).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PropertyId(pub u16);

/// A definition: its index in [`Rules::definitions`](super::Rules::definitions).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DefinitionId(pub u16);

/// A score: its index in [`Rules::scores`](super::Rules::scores).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreId(pub u16);

/// A label: its index in [`Rules::labels`](super::Rules::labels).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

/// A condition: its number among all in the set.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CondId(pub u32);

/// A quantity: its number among all in the set.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuantityId(pub u32);

/// A rule or a row of a table: its number among all rules of the set, in the order they are written.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub u32);
