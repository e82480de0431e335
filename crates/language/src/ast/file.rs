//! A whole file, and the statements that may stand in it.

use super::{
    About, AccountLine, Agreement, Block, Define, EventsLine, Exclusion, Happens, Label, LeadLine, List, Name, Promise,
    Score, StageLine, Test, Text,
};

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its statements, and the comments after the last one.
    pub body: Block<Item>,
    /// The words of statements that could not be read: the names among them count as neither missing nor unused.
    pub unread: Vec<Name>,
}

impl Item {
    /// Whom the statement is about; `None` for those that are about both.
    #[must_use]
    pub fn about(&self) -> Option<About> {
        match self {
            Self::Lead(_) | Self::Rank(_) | Self::Agreement(_) | Self::Test(_) => Some(About::Lead),
            Self::Account(_) => Some(About::Account),
            Self::Exclude(about, _) | Self::Stages(about, _) => Some(*about),
            Self::Score(score) => Some(score.about),
            Self::Label(label) => Some(label.about),
            Self::Promise(promise) => Some(promise.about),
            Self::Version(_)
            | Self::Use(_)
            | Self::TimeZone(_)
            | Self::Events(_)
            | Self::Ignore(_)
            | Self::List(_)
            | Self::Define(_) => None,
        }
    }
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
    /// `account { … }`
    Account(Block<AccountLine>),
    /// `events { … }`
    Events(Block<EventsLine>),
    /// `ignore { email_opened where client contains "bot" }`
    Ignore(Block<Happens>),
    /// `list free_mail { "gmail.com" }`, `list competitors from "competitors.txt"`
    List(List),
    /// `define benelux = country in BE, NL, LU`
    Define(Define),
    /// `exclude { condition => "reason" }`, `exclude account { … }`
    Exclude(About, Block<Exclusion>),
    /// `score profile 0..100, by sales { … }`, `score total = profile + engagement`
    Score(Score),
    /// `stages { condition => MQL }`, `stages of account { … }`
    Stages(About, Block<StageLine>),
    /// `label owner { … }`, `label grade = fit, heat`
    Label(Label),
    /// `promise "title" { never condition }`
    Promise(Promise),
    /// `test "title" { … }`
    Test(Test),
    /// `rank by total, engagement`
    Rank(Vec<Name>),
    /// `agreement "title" { between marketing, sales; covers stages }`
    Agreement(Agreement),
}
