//! Findings as an assistant reads them: few words, where, and the way out. In: findings; out: what becomes JSON.

use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::source::{self, Sources};
use schemars::JsonSchema;
use serde::Serialize;

/// At most this many findings are told at once, the worst first.
const SHOWN: usize = 20;

/// Something that was found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Finding {
    /// Its code, which `language` explains.
    code: &'static str,
    /// `error`, `warning` or `advice`.
    severity: &'static str,
    /// What is wrong.
    message: String,
    /// The file.
    file: String,
    /// The line, from 1.
    line: usize,
    /// The column, from 1.
    column: usize,
    /// The text that it is about.
    text: String,
    /// What is said of that text.
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// Why it matters, and what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// What would mend it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
    /// A made-up lead that shows it, in the lines of a test.
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
}

/// A way to mend a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Fix {
    /// What it does.
    title: String,
    /// Whether `fix` applies it: it is certainly meant, and no guess.
    sure: bool,
}

/// How many findings there are of each severity.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Counts {
    /// What stops the rules from being used.
    pub(super) errors: usize,
    /// What is probably wrong.
    pub(super) warnings: usize,
    /// What is worth a look.
    pub(super) advice: usize,
}

impl Counts {
    pub(super) fn of(findings: &[Diagnostic]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), advice: count(Severity::Advice) }
    }
}

/// The first findings, the worst first, and how many more there are.
pub(super) fn shown(sources: &Sources, findings: &[Diagnostic]) -> (Vec<Finding>, usize) {
    let mut sorted: Vec<&Diagnostic> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let shown: Vec<Finding> = sorted.iter().take(SHOWN).map(|finding| Finding::new(sources, finding)).collect();
    (shown, findings.len().saturating_sub(SHOWN))
}

/// `my.leadrules:3: what is wrong`
pub(super) fn one_line(sources: &Sources, finding: &Diagnostic) -> String {
    let file = sources.file(finding.span().file);
    let (line, _) = file.line_column(finding.span().start as usize);
    format!("{}:{line}: {}", file.path, source::one_line(&finding.message.to_string()))
}

impl Finding {
    /// An error in a line; nothing if it is less.
    pub(super) fn error(&self) -> Option<String> {
        let Self { severity: "error", file, line, code, message, lead, .. } = self else { return None };
        let shown = lead.as_ref().map(|lead| format!("; shown by: {}", lead.replace('\n', "; "))).unwrap_or_default();
        Some(format!("{file}:{line}: {code} {message}{shown}"))
    }

    fn new(sources: &Sources, finding: &Diagnostic) -> Self {
        let span = finding.span();
        let file = sources.file(span.file);
        let sure = leadrules_language::fix::certain(finding).is_some();
        let (line, column) = file.line_column(span.start as usize);
        Self {
            code: finding.code.id,
            severity: finding.severity.word(),
            message: finding.message.to_string(),
            file: file.path.clone(),
            line,
            column,
            text: cut(&source::one_line(sources.text(span)), 120),
            note: finding.labels[0].text.to_string(),
            help: finding.help.as_ref().map(ToString::to_string),
            fixes: finding.fixes.iter().map(|fix| Fix { title: fix.title.to_string(), sure }).collect(),
            lead: finding.witness.as_deref().map(|witness| cut(witness, 1_500)),
        }
    }
}

/// A text of at most so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
