//! What is known about a lead while it is evaluated: its events that count, and its scores, labels and stage so far.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::lead::first_of_each_id;
use crate::calendar::Instant;
use crate::decimal::{Decimal, Points};
use crate::ir::{self, DefinitionBody, DefinitionId, Rules, StageId};
use crate::lead::{Event, Lead};
use crate::types::Truth;

/// What is known so far.
pub(super) struct Ctx<'a> {
    pub(super) rules: &'a Rules,
    pub(super) as_of: Instant,
    pub(super) lead: &'a Lead,
    /// The events that count, if there is a log.
    pub(super) log: Option<Vec<&'a Event>>,
    pub(super) scores: Vec<Option<Points>>,
    pub(super) stage: StageId,
    pub(super) labels: Vec<Option<String>>,
    pub(super) overflowed: Cell<bool>,
    /// The truth of conditions with a name, by how much was known at the time; each is evaluated once, however many
    /// times it is named.
    pub(super) defined: RefCell<BTreeMap<(DefinitionId, usize, usize), Truth>>,
    /// The same for quantities with a name.
    pub(super) quantities: RefCell<BTreeMap<(DefinitionId, usize, usize), Option<Decimal>>>,
}

impl<'a> Ctx<'a> {
    /// Nothing is known yet but the lead and its events.
    pub(super) fn new(rules: &'a Rules, as_of: Instant, lead: &'a Lead, events: Option<&'a [Event]>) -> Self {
        let mut ctx = Self {
            rules,
            as_of,
            lead,
            log: None,
            scores: Vec::new(),
            stage: StageId::None,
            labels: Vec::new(),
            overflowed: Cell::new(false),
            defined: RefCell::default(),
            quantities: RefCell::default(),
        };
        ctx.log = events.map(|events| ctx.counting(events));
        ctx
    }

    /// The truth of a condition that has a name.
    pub(super) fn defined(&self, id: DefinitionId, event: Option<&Event>) -> Truth {
        let key = (id, self.scores.len(), self.labels.len());
        if let Some(known) = self.defined.borrow().get(&key) {
            return *known;
        }
        let DefinitionBody::Cond(body) = &self.rules.definition(id).body else {
            unreachable!("`resolve` lets only conditions stand here")
        };
        let truth = self.truth(body, event);
        self.defined.borrow_mut().insert(key, truth);
        truth
    }

    /// The value of a quantity that has a name.
    pub(super) fn defined_quantity(&self, id: DefinitionId, event: Option<&Event>) -> Option<Decimal> {
        let key = (id, self.scores.len(), self.labels.len());
        if let Some(known) = self.quantities.borrow().get(&key) {
            return *known;
        }
        let DefinitionBody::Quantity(body) = &self.rules.definition(id).body else {
            unreachable!("`resolve` lets only quantities stand here")
        };
        let value = self.quantity(body, event);
        self.quantities.borrow_mut().insert(key, value);
        value
    }

    pub(super) fn is_true(&self, condition: &ir::Cond) -> bool {
        self.truth(condition, None) == Truth::True
    }

    /// Settles the stage, once the scores are there; returns the index of the exclusion that excludes the lead.
    pub(super) fn decide(&mut self) -> Option<usize> {
        let exclusion = self.rules.exclusions.iter().position(|line| self.is_true(&line.condition));
        let step = self.rules.stages.steps.iter().rposition(|step| self.is_true(&step.condition));
        self.stage = match (exclusion, step) {
            (Some(_), _) => StageId::Excluded,
            (None, Some(step)) => StageId::Step(u16::try_from(step).expect("stages are counted in 16 bits")),
            (None, None) => StageId::None,
        };
        exclusion
    }

    /// The events that count: of those with the same id one, none that are ignored, none after `as of`.
    pub(super) fn counting(&self, events: &'a [Event]) -> Vec<&'a Event> {
        let is_ignored = |event: &Event| {
            let ignored = self.rules.log.as_ref().map_or(&[][..], |log| &log.ignored);
            ignored.iter().any(|of| self.is_one_of(of, event))
        };
        let first = first_of_each_id(events);
        let first = events.iter().zip(first).filter(|&(_, first)| first).map(|(event, _)| event);
        first.filter(|event| !is_ignored(event) && event.time <= self.as_of).collect()
    }

    pub(super) fn label(&self, body: &ir::LabelBody) -> Option<String> {
        match body {
            ir::LabelBody::Lines { lines, otherwise } => {
                let first = lines.iter().find(|(condition, _)| self.truth(condition, None) == Truth::True);
                first.map(|(_, text)| text.clone()).or_else(|| otherwise.clone())
            }
            ir::LabelBody::Joined(labels) => {
                labels.iter().map(|label| self.labels[usize::from(label.0)].clone()).collect()
            }
        }
    }
}
