//! The rule sets that have a file open, each read again when one of its files changes, and what the editor shows of them. In: which
//! files have changed; out: what is to be shown anew. Of files in several sets, the findings of all are shown, each once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leadrules_language::diagnostic;
use leadrules_language::ir::Rules;
use leadrules_language::source::FileId;

use super::diagnostics;
use super::documents::Documents;
use super::protocol::types::{Diagnostic, PublishDiagnosticsParams};
use super::set::Set;

/// The sets, by their first files.
#[derive(Debug, Default)]
pub(super) struct Sets {
    sets: BTreeMap<String, Set>,
    found: BTreeMap<String, BTreeMap<String, Vec<Diagnostic>>>,
    shown: BTreeMap<String, Vec<Diagnostic>>,
    readings: u64,
}

/// What is to be proved: a reading, and its rules.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub first: String,
    pub reading: u64,
    pub rules: Arc<Rules>,
}

impl Sets {
    /// Reads again what depends on these files.
    pub(super) fn refresh(
        &mut self,
        changed: &BTreeSet<String>,
        documents: &Documents,
    ) -> Vec<PublishDiagnosticsParams> {
        let wanted = documents.first();
        self.sets.retain(|first, _| wanted.contains(first));
        let touched: BTreeSet<String> = changed.iter().flat_map(|name| documents.first_of(name)).collect();
        for first in &wanted {
            let is_old = |set: &Set| touched.contains(first) || changed.iter().any(|name| set.depends_on(name));
            if self.sets.get(first).is_none_or(is_old) {
                self.readings += 1;
                let before = self.sets.remove(first);
                self.sets.extend(Set::read(first, documents, before, self.readings).map(|set| (first.clone(), set)));
                self.found.remove(first);
            }
        }
        self.found.retain(|first, _| self.sets.contains_key(first));
        self.show(changed, documents)
    }

    /// What is to be shown anew: where findings have changed, and of the files that have, which are another version now.
    fn show(&mut self, changed: &BTreeSet<String>, documents: &Documents) -> Vec<PublishDiagnosticsParams> {
        for (first, set) in &self.sets {
            self.found.entry(first.clone()).or_insert_with(|| diagnostics::of(set, documents));
        }
        let mut now: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for (name, found) in self.found.values().flatten() {
            let all = now.entry(name.clone()).or_default();
            let new: Vec<_> = found.iter().filter(|one| all.is_empty() || !all.contains(one)).cloned().collect();
            all.extend(new);
        }
        let before = std::mem::take(&mut self.shown);
        let gone = before.keys().filter(|name| !now.contains_key(*name)).map(|name| (name, Vec::new()));
        let is_new = |(name, found): &(&String, &Vec<Diagnostic>)| {
            before.get(*name) != Some(*found) || (changed.contains(*name) && documents.get(name).is_some())
        };
        let new = now.iter().filter(is_new).map(|(name, found)| (name, found.clone()));
        let publish = |(name, diagnostics): (&String, Vec<Diagnostic>)| PublishDiagnosticsParams {
            uri: documents.uri(name),
            version: documents.get(name).map(|document| document.version),
            diagnostics,
        };
        let published = gone.chain(new).map(publish).collect();
        self.shown = now;
        published
    }

    /// The set that a file is part of, or the first of them.
    pub(super) fn of(&self, name: &str) -> Option<(&Set, FileId)> {
        self.sets.values().find_map(|set| Some((set, set.file(name)?)))
    }

    /// The first file of another set that a file is part of.
    pub(super) fn others(&self, name: &str) -> Option<&str> {
        let sets = self.sets.iter().filter(|(_, set)| set.file(name).is_some());
        sets.skip(1).map(|(first, _)| first.as_str()).next()
    }

    /// All sets.
    pub(super) fn all(&self) -> impl Iterator<Item = &Set> {
        self.sets.values()
    }

    /// Whether this is the first file of a set that is open.
    pub(super) fn has(&self, first: &str) -> bool {
        self.sets.contains_key(first)
    }

    /// The next set of which something is to be proved.
    pub(super) fn unproved(&self) -> Option<Asked> {
        let (first, set) = self.sets.iter().find(|(_, set)| !set.is_proved)?;
        Some(Asked { first: first.clone(), reading: set.reading, rules: set.rules()? })
    }

    /// The next set that is to be tried on leads.
    pub(super) fn untried(&self) -> Option<(&str, &Set)> {
        self.sets.iter().find(|(_, set)| !set.is_tried).map(|(first, set)| (first.as_str(), set))
    }

    /// All are to be tried again: leads may be others.
    pub(super) fn try_again(&mut self) {
        self.sets.values_mut().for_each(|set| set.is_tried = set.checked().rules.is_none());
    }

    /// A reading of a set, if that is still the one that is looked at.
    pub(super) fn reading(&mut self, first: &str, reading: u64) -> Option<&mut Set> {
        self.sets.get_mut(first).filter(|set| set.reading == reading)
    }

    /// The set that a file is part of, or the first of them, to note something.
    pub(super) fn of_mut(&mut self, name: &str) -> Option<(&String, &mut Set)> {
        self.sets.iter_mut().find(|(_, set)| set.file(name).is_some())
    }

    /// What is to be shown anew once something was noted in a set.
    pub(super) fn noted(&mut self, first: &str, documents: &Documents) -> Vec<PublishDiagnosticsParams> {
        self.found.remove(first);
        self.show(&BTreeSet::new(), documents)
    }

    /// Takes in what was proved, unless the set has been read again since.
    pub(super) fn proved(
        &mut self,
        asked: &Asked,
        found: Vec<diagnostic::Diagnostic>,
        documents: &Documents,
    ) -> Vec<PublishDiagnosticsParams> {
        let Some(set) = self.reading(&asked.first, asked.reading) else { return Vec::new() };
        set.is_proved = true;
        set.typing.prove(found);
        self.noted(&asked.first, documents)
    }
}
