//! What of a plan looks at events: made by `plan`, counted by `count`, added up by `ledger`.

use std::sync::Arc;

use super::factors::Factors;
use super::program::{NodeId, Program};
use super::tally::{Layout, Tally};
use leadrules_language::calendar::{Window, Zone};

/// What of a plan looks at events.
#[derive(Debug)]
pub struct EventPlan {
    pub(super) zone: Zone,
    /// The windows of tallies.
    pub(super) windows: Vec<Window>,
    pub(super) program: Program,
    pub(super) tallies: Vec<Tally>,
    pub(super) layout: Layout,
    pub(super) factors: Vec<Option<Arc<Factors>>>,
    /// By kind, the kinds that are not declared last: the tallies that count it.
    pub(super) by_kind: Vec<Vec<usize>>,
    pub(super) ignored: Vec<(Option<Vec<u16>>, Option<NodeId>)>,
}
