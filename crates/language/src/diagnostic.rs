//! Findings about a rule file or its data: a code, the author's own text underlined, why it matters, and a fix. They are
//! collected, never thrown. How miette shows them stands here and nowhere else.

use crate::codes::{Code, Severity};
use crate::source::{Sources, Span};

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind.
    pub code: &'static Code,
    /// How much it matters here (`--deny warnings` raises it).
    pub severity: Severity,
    /// What is wrong, in business language, with the author's names.
    pub message: String,
    /// The places it speaks of, the main one first; they do not overlap.
    pub labels: Vec<Label>,
    /// Why it matters, and what to do.
    pub help: Option<String>,
    /// Edits that would mend it, the best first.
    pub fixes: Vec<Fix>,
    /// A lead (and its events) that shows it, in the language's own lines.
    pub witness: Option<String>,
}

/// A place with a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands there; may be empty.
    pub text: String,
}

/// An edit that a program can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does: `write "=>"`.
    pub title: String,
    /// Which stretches become which texts; they do not overlap.
    pub edits: Vec<(Span, String)>,
    /// Whether it is surely what the author meant; otherwise it is a guess (the nearest name, say) for them to judge.
    pub sure: bool,
}

impl Diagnostic {
    /// A finding at `span`; `text` says what stands there.
    #[must_use]
    pub fn new(code: &'static Code, message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            labels: vec![Label { span, text: text.into() }],
            help: None,
            fixes: Vec::new(),
            witness: None,
        }
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says why it matters and what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers an edit of one stretch that is surely meant.
    #[must_use]
    pub fn fix(self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fix_all(title, vec![(span, text.into())])
    }

    /// Offers an edit of several stretches that is surely meant.
    #[must_use]
    pub fn fix_all(mut self, title: impl Into<String>, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(Fix { title: title.into(), edits, sure: true });
        self
    }

    /// Offers an edit of one stretch that may be meant.
    #[must_use]
    pub fn guess(self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.guess_all(title, vec![(span, text.into())])
    }

    /// Offers an edit of several stretches that may be meant.
    #[must_use]
    pub fn guess_all(mut self, title: impl Into<String>, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(Fix { title: title.into(), edits, sure: false });
        self
    }

    /// Shows a lead for which it is so.
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

/// The name nearest to `wanted`, if it is near enough to be meant: within max(1, a third of its length) edits.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = crate::text::key(wanted);
    let limit = (folded.chars().count() / 3).max(1);
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&folded, &crate::text::key(name)), name))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// How findings are shown to a person.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are used.
    pub colour: bool,
    /// Whether box-drawing characters are used.
    pub unicode: bool,
    /// Columns to wrap at.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, unicode: true, width: 100 }
    }
}

/// A finding as a person reads it, its source lines underlined.
#[must_use]
pub fn render(finding: &Diagnostic, sources: &Sources, style: Style) -> String {
    let theme = match (style.colour, style.unicode) {
        (true, true) => miette::GraphicalTheme::unicode(),
        (true, false) => {
            miette::GraphicalTheme { characters: miette::ThemeCharacters::ascii(), styles: miette::ThemeStyles::ansi() }
        }
        (false, true) => miette::GraphicalTheme::unicode_nocolor(),
        (false, false) => miette::GraphicalTheme::none(),
    };
    let mut text = String::new();
    miette::GraphicalReportHandler::new_themed(theme)
        .with_width(style.width)
        .with_context_lines(1)
        .render_report(&mut text, &Shown { finding, code: Lines { sources, span: finding.span() } })
        .expect("writing to a string does not fail");
    text
}

/// A finding with its source, as miette wants it.
#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Diagnostic,
    code: Lines<'a>,
}

/// Source text that finds its lines by the index in [`Sources`] (miette's own scans from the start for each label).
#[derive(Debug)]
struct Lines<'a> {
    sources: &'a Sources,
    span: Span,
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.finding.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.finding.code.id))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Advice => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let mut parts: Vec<String> = self.finding.help.iter().cloned().collect();
        parts.extend(self.finding.fixes.iter().map(|fix| format!("fix: {}", fix.title)));
        if let Some(witness) = &self.finding.witness {
            parts.push(format!("shown by:\n{witness}"));
        }
        (!parts.is_empty()).then(|| Box::new(parts.join("\n")) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.code)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let main = self.finding.span();
        Some(Box::new(self.finding.labels.iter().filter(move |label| label.span.file == main.file).enumerate().map(
            |(at, label)| {
                let range = label.span.range();
                let text = (!label.text.is_empty()).then(|| label.text.clone());
                if at == 0 {
                    miette::LabeledSpan::new_primary_with_span(text, range)
                } else {
                    miette::LabeledSpan::new_with_span(text, range)
                }
            },
        )))
    }
}

impl miette::SourceCode for Lines<'_> {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn miette::SpanContents<'a> + 'a>, miette::MietteError> {
        let file = self.sources.file(self.span.file);
        let starts = file.line_starts();
        let line_of = |at: usize| starts.partition_point(|&start| start <= at).saturating_sub(1);
        let (first, last) = (line_of(span.offset()), line_of(span.offset() + span.len()));
        if span.offset() + span.len() > file.text.len() {
            return Err(miette::MietteError::OutOfBounds);
        }
        let top = first.saturating_sub(before);
        let end = starts.get(last + after + 1).copied().unwrap_or(file.text.len());
        let start = starts[top];
        Ok(Box::new(miette::MietteSpanContents::new_named(
            file.path.clone(),
            &file.text.as_bytes()[start..end],
            (start, end - start).into(),
            top,
            if top == first { span.offset() - start } else { 0 },
            starts.len(),
        )))
    }
}
