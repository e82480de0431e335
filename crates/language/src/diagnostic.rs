//! Findings about a rule file or its data: a code, the author's own text underlined, why it matters, and a fix. They are
//! collected, never thrown. Drawing them for a person is left to `render`, a feature that a web page or an editor does
//! without.

#[cfg(feature = "render")]
mod render;

use crate::codes::{Code, Severity};
use crate::source::Span;
use crate::words::Text;

#[cfg(feature = "render")]
pub use render::render;

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind.
    pub code: &'static Code,
    /// How much it matters here (`--deny warnings` raises it).
    pub severity: Severity,
    /// What is wrong, in business language, with the author's names.
    pub message: Text,
    /// The places it speaks of, the main one first; they do not overlap.
    pub labels: Vec<Label>,
    /// Why it matters, and what to do.
    pub help: Option<Text>,
    /// Edits that would mend it, the best first.
    pub fixes: Vec<Fix>,
    /// A lead (and its events) that shows it, in the language's own lines.
    pub witness: Option<String>,
}

/// A place, with a few words about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is wrong there; may be empty.
    pub text: Text,
}

/// An edit that a program can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does: `write "=>"`.
    pub title: Text,
    /// Which stretches of text are replaced by what; they do not overlap.
    pub edits: Vec<(Span, String)>,
    /// Whether it is certainly what the author meant; otherwise it is a guess (the nearest name, say) for them to
    /// judge.
    pub sure: bool,
}

impl Diagnostic {
    /// A finding at `span`; `text` says what stands there.
    #[must_use]
    pub fn new(code: &'static Code, message: Text, span: Span, text: Text) -> Self {
        Self {
            code,
            severity: code.severity,
            message,
            labels: vec![Label { span, text }],
            help: None,
            fixes: Vec::new(),
            witness: None,
        }
    }

    /// A finding at `span`, where nothing needs to be said beside its message.
    #[must_use]
    pub fn bare(code: &'static Code, message: Text, span: Span) -> Self {
        Self::new(code, message, span, Text::empty())
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span, text: Text) -> Self {
        self.labels.push(Label { span, text });
        self
    }

    /// Says why it matters and what to do.
    #[must_use]
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    /// Offers an edit of one stretch, which is certainly meant.
    #[must_use]
    pub fn fix(self, title: Text, span: Span, text: impl Into<String>) -> Self {
        self.fix_all(title, vec![(span, text.into())])
    }

    /// Offers an edit of several stretches, which is certainly meant.
    #[must_use]
    pub fn fix_all(mut self, title: Text, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(Fix { title, edits, sure: true });
        self
    }

    /// Offers an edit of one stretch, which may be meant.
    #[must_use]
    pub fn guess(self, title: Text, span: Span, text: impl Into<String>) -> Self {
        self.guess_all(title, vec![(span, text.into())])
    }

    /// Offers an edit of several stretches, which may be meant.
    #[must_use]
    pub fn guess_all(mut self, title: Text, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(Fix { title, edits, sure: false });
        self
    }

    /// Shows a lead for which the finding holds.
    #[must_use]
    pub fn witness(mut self, witness: impl Into<String>) -> Self {
        self.witness = Some(witness.into());
        self
    }

    /// The main place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}

/// Whether any of the findings stops the file from being used.
#[must_use]
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Sorts findings by file and place.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by_key(|finding| (finding.span(), finding.code.id));
}

/// No suggestion is made for a name longer than this, nor where there are more names than the second.
const LONGEST_NAME: usize = 1_000;
const MOST_NAMES: usize = 5_000;

/// The name nearest to `wanted`, if it is near enough to be meant: at most max(1, a third of the length of `wanted`)
/// edits away.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = crate::text::key(wanted);
    let length = folded.chars().count();
    // Nobody means another name by a misspelling that is pages long.
    if length > LONGEST_NAME {
        return None;
    }
    let limit = (length / 3).max(1);
    names
        .into_iter()
        .take(MOST_NAMES)
        .map(|name| (crate::text::key(name), name))
        .filter(|(key, _)| key.chars().count().abs_diff(length) <= limit)
        .map(|(key, name)| (strsim::damerau_levenshtein(&folded, &key), name))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, name)| name)
}
