//! The only way from the text of a rule set to everything that is found in it. In: a path, its text, a function that
//! reads further files, and the instant from which leads are seen; out: sources, findings, questions that were not
//! decided, and the rules if they can be used. What data shows about the rules builds on this, in the engine.

use std::sync::Arc;

use crate::analyze::{self, Undecided};
use crate::calendar::{Instant, Zone};
use crate::codes::Severity;
use crate::diagnostic::{Diagnostic, has_errors, sort};
use crate::ir::Rules;
use crate::load::{Loaded, load};
use crate::parse::kept;
use crate::resolve::resolve;
use crate::source::Sources;
use crate::words;

/// A rule set, and all that was found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Its files as written.
    pub loaded: Loaded,
    /// What they mean; `None` if there are errors.
    pub rules: Option<Rules>,
    /// Sorted by place.
    pub findings: Vec<Diagnostic>,
    /// What was asked of the rules and neither proved nor refuted, sorted by place.
    pub undecided: Vec<Undecided>,
}

impl Checked {
    /// The texts that findings are about.
    #[must_use]
    pub fn sources(&self) -> &Arc<Sources> {
        &self.loaded.sources
    }

    /// Whether any finding stops the rules from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        has_errors(&self.findings)
    }

    /// Adds what else was found: in data, say.
    pub fn add(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
        sort(&mut self.findings);
    }

    /// Adds what is proved about all leads that could exist, seen from an instant; nothing if there are errors.
    pub fn prove(&mut self, as_of: Instant) {
        if self.has_errors() {
            return;
        }
        if let Some(rules) = &self.rules {
            let proved = analyze::findings(rules, as_of);
            self.undecided = proved.undecided;
            self.add(proved.found);
        }
    }

    /// Turns the findings for which `is_denied` holds into errors.
    pub fn deny(&mut self, is_denied: impl Fn(&Diagnostic) -> bool) {
        for finding in self.findings.iter_mut().filter(|finding| is_denied(finding)) {
            finding.severity = Severity::Error;
        }
    }
}

/// Reads a rule set: names, types, meaning. `read` gives the text of a file that it names, by a path relative to the
/// same folder as `path`, or says why it can't.
pub fn read(path: &str, text: String, read: &mut dyn FnMut(&str) -> Result<String, words::Text>) -> Checked {
    let loaded = load(path, text, read);
    let (rules, mut findings) = resolve(&loaded);
    kept::downgrade(&mut findings, &loaded.sources);
    Checked { loaded, rules, findings, undecided: Vec::new() }
}

/// Like [`read`], but adds what is proved about all leads that could exist. `as_of` gives the instant from which they
/// are seen, in the time zone of the rule set.
pub fn check(
    path: &str,
    text: String,
    files: &mut dyn FnMut(&str) -> Result<String, words::Text>,
    as_of: impl FnOnce(&Zone) -> Instant,
) -> Checked {
    let mut checked = read(path, text, files);
    if let Some(zone) = checked.rules.as_ref().map(|rules| rules.zone.clone()) {
        checked.prove(as_of(&zone));
    }
    checked
}
