//! A variable whose cells are histories: what can have happened of some kinds of event.

use super::super::doubt::Doubt;
use crate::calendar::Instant;
use crate::ir::{KindId, PropertyId};
use crate::types::Value;
use crate::words::Text;

/// An event of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analyze) struct Happened {
    /// `None` for a kind that the file does not declare.
    pub(in crate::analyze) kind: Option<KindId>,
    pub(in crate::analyze) time: Instant,
    pub(in crate::analyze) properties: Vec<(PropertyId, Value)>,
}

/// A variable whose cells are histories of some kinds.
#[derive(Debug)]
pub(in crate::analyze) struct Cluster {
    /// Its number among the variables.
    pub(in crate::analyze) variable: usize,
    /// For each cell, what the observers saw.
    pub(in crate::analyze) states: Vec<Vec<i128>>,
    /// For each cell, its events, as few as possible; none in the first cell.
    pub(in crate::analyze) events: Vec<Vec<Happened>>,
    /// Whether other histories may behave differently.
    pub(in crate::analyze) doubt: Doubt,
    /// Why only the most and the least are exact, if that is so.
    pub(in crate::analyze) ends_only: Option<Text>,
    /// Whether the oldest times are among them, or only the youngest.
    pub(in crate::analyze) has_oldest: bool,
}
