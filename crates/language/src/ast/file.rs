//! A whole file, and the statements that may stand in it.

use super::{
    Agreement, Block, Define, EventsLine, Exclusion, Happens, Label, LeadLine, List, Name, Promise, Score, StageLine,
    Test, Text,
};

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its statements, and the comments after the last one.
    pub body: Block<Item>,
    /// The words of statements that could not be read: the names among them count as neither missing nor unused.
    pub unread: Vec<Name>,
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
    /// `rank by total, engagement`
    Rank(Vec<Name>),
    /// `agreement "title" { between marketing, sales; covers stages }`
    Agreement(Agreement),
}
