//! Rule sets of the project's own files, and what was found in them.

use std::path::Path;

use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::{self, Diagnostic, Style};
use leadrules_language::ir::Rules;
use leadrules_language::load::{Loaded, load};
use leadrules_language::resolve::resolve;

use crate::files;

/// A rule set and all that was found in it.
pub struct Checked {
    /// Its files as written.
    pub loaded: Loaded,
    /// What they mean, where there are no errors.
    pub rules: Option<Rules>,
    /// In the order of the files.
    pub findings: Vec<Diagnostic>,
}

impl Checked {
    /// The errors alone.
    pub fn errors(&self) -> String {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| diagnostic::render(finding, &self.loaded.sources, Style::default())).collect()
    }

    /// What they mean.
    pub fn usable(&self) -> &Rules {
        self.rules.as_ref().unwrap_or_else(|| panic!("a rule set with errors:\n{}", self.errors()))
    }

    /// The findings as a person reads them.
    pub fn rendered(&self) -> String {
        let style = Style { width: 100, ..Style::default() };
        let texts = self.findings.iter().map(|finding| diagnostic::render(finding, &self.loaded.sources, style));
        let text = texts.collect::<Vec<_>>().join("\n");
        text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

/// The rule set of a file of the project.
pub fn check_file(path: &Path) -> Checked {
    check(&path.to_string_lossy(), files::read(path))
}

/// A rule set from text; the files that it names are taken from the project.
pub fn check(path: &str, text: String) -> Checked {
    let mut read = |path: &str| {
        if files::exists(path) { Ok(files::read(path)) } else { Err("there is no such file".to_owned()) }
    };
    let loaded = load(path, text, &mut read);
    let (rules, findings) = resolve(&loaded);
    Checked { loaded, rules, findings }
}
