//! A lead or an account that is looked at from one instant after the other: a lead by itself, or one of a company. In: what is known of
//! it and of the others; out: what comes out for it.

use leadrules_engine::engine::{Course, LeadTrace};
use leadrules_language::calendar::Instant;
use leadrules_language::ir::StageId;

use super::{Together, Who};

/// Who is looked at.
#[derive(Debug)]
pub enum Followed<'p> {
    /// A lead by itself.
    Alone(Box<Course<'p>>),
    /// One of a company.
    Among(Box<Together<'p>>, Who),
}

impl Followed<'_> {
    /// Everything that comes out at an instant.
    pub fn at(&mut self, as_of: Instant) -> LeadTrace {
        match self {
            Self::Alone(course) => course.at(as_of),
            Self::Among(together, who) => together.at(as_of).of(*who),
        }
    }

    /// Makes it one that had no stage, for rules that ask for it; and all leads of its company.
    pub fn remember_nothing(&mut self) {
        match self {
            Self::Alone(course) => course.remember(None),
            Self::Among(together, _) => together.remember_nothing(),
        }
    }

    /// Makes it one that had the stage that it had at the last instant, which is this one; and all leads of its company.
    pub fn remember(&mut self, stage: StageId) {
        match self {
            Self::Alone(course) => course.remember(Some(stage)),
            Self::Among(together, _) => together.remember(),
        }
    }
}
