//! The part of a plan that looks at events: made by `plan`, counted by `count`, added up by `ledger`.

use std::sync::Arc;

use super::factors::Factors;
use super::moment::Moment;
use super::numbering::Numbering;
use super::program::{NodeId, Program};
use super::tally::{Layout, Tally};
use leadrules_language::calendar::{Window, Zone};

/// The part of a plan that looks at events.
#[derive(Debug)]
pub struct EventPlan {
    pub(super) zone: Zone,
    /// The windows of tallies.
    pub(super) windows: Vec<Window>,
    pub(super) program: Program,
    pub(super) tallies: Vec<Tally>,
    /// By tally: how many occurrences are enough to know.
    pub(super) enough: Vec<u32>,
    /// How many properties events have.
    pub(super) properties: usize,
    pub(super) factors: Vec<Option<Arc<Factors>>>,
    pub(super) counted: ByKind,
    pub(super) ignored: Vec<(Option<Vec<u16>>, Option<NodeId>)>,
}

impl EventPlan {
    /// How the records of leads are laid out, seen from a moment.
    pub(super) fn layout(&self, moment: &Moment) -> Layout {
        Layout::new(&self.tallies, &self.enough, moment)
    }

    /// No value of a property has a number yet.
    pub(super) fn numbering(&self) -> Numbering {
        Numbering::new(self.properties)
    }
}

/// Which tallies count which kinds of event.
#[derive(Debug)]
pub(super) struct ByKind {
    /// Those that count any activity.
    any: Vec<usize>,
    /// By kind: the other tallies that count it.
    by_kind: Vec<Vec<usize>>,
}

impl ByKind {
    /// For `kinds` declared kinds.
    pub(super) fn new(tallies: &[Tally], kinds: usize) -> Self {
        let mut counted = Self { any: Vec::new(), by_kind: vec![Vec::new(); kinds] };
        for (at, tally) in tallies.iter().enumerate() {
            match &tally.kinds {
                None => counted.any.push(at),
                Some(kinds) => kinds.iter().for_each(|&kind| counted.by_kind[usize::from(kind)].push(at)),
            }
        }
        counted
    }

    /// How many kinds are declared.
    pub(super) fn kinds(&self) -> usize {
        self.by_kind.len()
    }

    /// The tallies that count events of a kind; one that is not declared only counts as any activity.
    pub(super) fn of(&self, kind: u16) -> impl Iterator<Item = usize> + '_ {
        let own = self.by_kind.get(usize::from(kind)).map_or(&[][..], Vec::as_slice);
        self.any.iter().chain(own).copied()
    }
}
