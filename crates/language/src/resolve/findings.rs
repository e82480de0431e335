//! What is found while resolving, kept together with the texts that it is about.

use std::cell::Cell;

use crate::diagnostic::Diagnostic;
use crate::source::{Sources, Span};

/// At most this many names are considered as what was meant. In a file with more wrong than that, no guess helps.
const MOST_CANDIDATES: usize = 2_000_000;

/// The findings so far.
pub(super) struct Findings<'a> {
    sources: &'a Sources,
    /// In the order they were found.
    pub list: Vec<Diagnostic>,
    candidates: Cell<usize>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, list: Vec::new(), candidates: Cell::new(MOST_CANDIDATES) }
    }

    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.list.push(finding);
    }

    pub(super) fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(findings);
    }

    /// These names, so that the one meant can be found among them; none once so many have been considered that it would
    /// take too long.
    pub(super) fn candidates<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
        let left = self.candidates.get();
        let names: Vec<&str> = names.into_iter().take(left).collect();
        self.candidates.set(left - names.len());
        names
    }

    pub(super) fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// The author's own words.
    pub(super) fn text(&self, span: Span) -> &'a str {
        self.sources.text(span)
    }
}
