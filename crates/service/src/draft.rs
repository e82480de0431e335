//! A draft of a rule set: texts as they are at the moment, checked. In: the names and texts of the files, and a function
//! that reads what they name besides; out: what was found, and the rules if there are no errors.

use leadrules_decide::outcome::{self, Outcome, Refused};
use leadrules_language::analyze;
use leadrules_language::calendar::Instant;
use leadrules_language::check::{self, Checked};
use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::{self, Diagnostic};
use leadrules_language::ir::Rules;
use leadrules_language::words::{Locale, Text};
use serde::Serialize;

use crate::place::{Place, Places};

/// A file of a rule set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, as other files name it; of the first one, as the user does.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Reads a file that the rules name: a further one of the set, or a list.
pub type ReadFile<'r> = dyn Fn(&str) -> Result<String, Text> + 'r;

/// A draft, checked.
#[derive(Debug)]
pub struct Draft {
    /// What was found in it.
    pub checked: Checked,
    /// Where its spans are.
    pub places: Places,
    /// The outcome that leads are judged by; `None` without one.
    pub outcome: Option<Outcome>,
    /// Why the outcome can't be used with these rules.
    pub refused: Option<Text>,
    /// The rules as they are run: with the outcome's condition, if there is one.
    ready: Option<Rules>,
}

impl Draft {
    /// Checks a draft; `outcome` is the condition of those who converted.
    #[must_use]
    pub fn new(files: &[File], read: &ReadFile<'_>, outcome: Option<&str>) -> Self {
        let Some((first, others)) = files.split_first() else {
            return Self::of(check::read("", String::new(), &mut |_| Err(Text::empty())));
        };
        let mut further = |name: &str| match others.iter().find(|file| file.name == name) {
            Some(file) => Ok(file.text.clone()),
            None => read(name),
        };
        let mut draft = Self::of(check::read(&first.name, first.text.clone(), &mut further));
        if let (Some(_), Some(condition)) = (&draft.ready, outcome) {
            match outcome::read(&draft.checked.loaded, condition) {
                Ok((rules, outcome)) => (draft.ready, draft.outcome) = (Some(rules), Some(outcome)),
                Err(refused) => draft.refused = Some(why(&refused)),
            }
        }
        draft
    }

    fn of(checked: Checked) -> Self {
        let places = Places::new(&checked.loaded);
        let ready = checked.rules.clone().filter(|_| !checked.has_errors());
        Self { checked, places, outcome: None, refused: None, ready }
    }

    /// The rules, if they can be run.
    #[must_use]
    pub fn rules(&self) -> Option<&Rules> {
        self.ready.as_ref()
    }

    /// What was found, for a page.
    #[must_use]
    pub fn findings(&self, locale: Locale) -> Vec<Finding> {
        self.checked.findings.iter().filter_map(|found| Finding::new(found, &self.places, locale)).collect()
    }

    /// The files of the set, in the order in which they were taken in.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        let sources = self.checked.sources();
        let file = |id| File { name: sources.file(id).path.clone(), text: sources.file(id).text.clone() };
        self.checked.loaded.files.iter().map(|(id, _)| file(*id)).collect()
    }

    /// Adds what is proved of all leads that could exist.
    pub fn prove(&mut self, as_of: Instant) {
        self.checked.prove(as_of);
    }

    /// What was asked and not decided.
    #[must_use]
    pub fn undecided(&self, locale: Locale) -> Vec<Undecided> {
        let one = |one: &analyze::Undecided| {
            let place = self.places.of(one.span)?;
            let (question, reason) = (one.question.in_locale(locale), one.reason.in_locale(locale));
            Some(Undecided { question, reason, place })
        };
        self.checked.undecided.iter().filter_map(one).collect()
    }
}

/// Why an outcome was refused, in a sentence.
fn why(refused: &Refused) -> Text {
    let errors = refused.findings.iter().filter(|found| found.severity == Severity::Error);
    Text::row(errors.map(|found| found.message.clone()).collect(), "; ")
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(flatten)]
    place: Place,
    label: String,
    also: Vec<Label>,
    help: Option<String>,
    witness: Option<String>,
    fixes: Vec<Fix>,
}

/// A further place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Label {
    #[serde(flatten)]
    place: Place,
    label: String,
}

/// An edit that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Fix {
    title: String,
    sure: bool,
    edits: Vec<Edit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Edit {
    #[serde(flatten)]
    place: Place,
    text: String,
}

/// A question that was not decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undecided {
    question: String,
    reason: String,
    #[serde(flatten)]
    place: Place,
}

impl Finding {
    /// For a page; `None` if it is about a file that the set does not have.
    fn new(found: &Diagnostic, places: &Places, locale: Locale) -> Option<Self> {
        let label = |label: &diagnostic::Label| Some((places.of(label.span)?, label.text.in_locale(locale)));
        let labels = || found.labels.iter().filter_map(label);
        let (place, label) = labels().next()?;
        let fix = |fix: &leadrules_language::diagnostic::Fix| {
            let edit = |(span, text): &(_, String)| Some(Edit { place: places.of(*span)?, text: text.clone() });
            let edits = fix.edits.iter().map(edit).collect::<Option<Vec<_>>>()?;
            Some(Fix { title: fix.title.in_locale(locale), sure: fix.sure, edits })
        };
        Some(Self {
            code: found.code.id,
            severity: found.severity.word(),
            message: found.message.in_locale(locale),
            place,
            label,
            also: labels().skip(1).map(|(place, label)| Label { place, label }).collect(),
            help: found.help.as_ref().map(|help| help.in_locale(locale)),
            witness: found.witness.clone(),
            fixes: found.fixes.iter().filter_map(fix).collect(),
        })
    }
}
