//! The names of stages. In: names, the lowest first; out: the stage of a name.

use std::collections::HashMap;

use crate::ir::{self, EXCLUDED};

/// The names of the stages.
#[derive(Debug)]
pub(super) struct StageNames {
    /// Lowest first.
    pub steps: Vec<String>,
    /// The stage of a lead that reaches no step.
    pub none: String,
    /// By name, the index of a step.
    places: HashMap<String, usize>,
}

impl StageNames {
    /// No step yet; `none` is the stage of a lead that reaches no step.
    pub(super) fn new(none: &str) -> Self {
        Self { steps: Vec::new(), none: none.to_owned(), places: HashMap::new() }
    }

    /// No step, then all steps from the lowest.
    pub(super) fn ids(&self) -> impl Iterator<Item = ir::StageId> {
        let steps = (0..self.steps.len()).map(|at| ir::StageId::Step(u16::try_from(at).unwrap_or(u16::MAX)));
        std::iter::once(ir::StageId::None).chain(steps)
    }

    /// The stage with this name.
    pub(super) fn find(&self, name: &str) -> Option<ir::StageId> {
        if let Some(at) = self.places.get(name) {
            return Some(ir::StageId::Step(u16::try_from(*at).unwrap_or(u16::MAX)));
        }
        (name == self.none).then_some(ir::StageId::None).or((name == EXCLUDED).then_some(ir::StageId::Excluded))
    }

    /// Adds a step above the others.
    pub(super) fn push(&mut self, name: &str) {
        self.places.entry(name.to_owned()).or_insert(self.steps.len());
        self.steps.push(name.to_owned());
    }

    /// All names, those of the steps first.
    pub(super) fn all(&self) -> Vec<&str> {
        self.steps.iter().map(String::as_str).chain([self.none.as_str(), EXCLUDED]).collect()
    }
}
