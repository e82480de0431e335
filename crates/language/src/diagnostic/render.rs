//! A finding as a person reads it in a terminal. In: a finding and its sources; out: text, drawn by miette, which only
//! this file names. Characters that a terminal would obey are spelt out, in the message and in the lines it quotes.

use super::{Diagnostic, Label};
use crate::codes::Severity;
use crate::page::{Style, columns};
use crate::source::{Sources, Span};
use crate::visible;
use crate::words::{Locale, Text, say};

/// Lines that together are longer than this, in bytes, are not drawn: nobody could read them, and miette counts columns
/// in sixteen bits.
const MOST_DRAWN: usize = 10_000;

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
    let help = theme.styles.help;
    let mut text = String::new();
    let shown = Shown { finding, locale: style.locale, code: Lines { sources, span: finding.span() } };
    miette::GraphicalReportHandler::new_themed(theme)
        .with_width(style.width)
        .with_context_lines(1)
        .render_report(&mut text, &shown)
        .expect("writing to a string does not fail");
    if let Some(said) = shown.help() {
        let head = format!("  {} ", say!("help:").in_locale(style.locale));
        let below = " ".repeat(columns(&head));
        let head = help.style(head).to_string();
        let options =
            textwrap::Options::new(style.width.saturating_sub(2)).initial_indent(&head).subsequent_indent(&below);
        text += &textwrap::fill(&said, options);
        text.push('\n');
    }
    text
}

/// A finding with its source, as miette wants it.
#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Diagnostic,
    locale: Locale,
    code: Lines<'a>,
}

/// Source text that finds its lines by the index in [`Sources`] (miette's own type scans from the start for each
/// label).
#[derive(Debug)]
struct Lines<'a> {
    sources: &'a Sources,
    span: Span,
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&visible::lines(&self.finding.message.in_locale(self.locale)))
    }
}

impl Shown<'_> {
    /// Why it matters, what to do, and a lead that shows it; with its places, where its lines are not drawn.
    fn help(&self) -> Option<String> {
        let say = |text: &Text| text.in_locale(self.locale);
        let places = if self.code.is_drawn(self.finding) { &[] } else { self.finding.labels.as_slice() };
        let mut parts: Vec<String> = places.iter().map(|label| say(&self.code.place(label))).collect();
        parts.extend(self.finding.help.as_ref().map(say));
        parts.extend(self.finding.fixes.iter().map(|fix| say(&say!("fix: {title}", title = &fix.title))));
        if let Some(witness) = &self.finding.witness {
            parts.push(say(&say!("shown by:")) + "\n" + witness);
        }
        (!parts.is_empty()).then(|| visible::lines(&parts.join("\n")).into_owned())
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

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.code.is_drawn(self.finding).then_some(&self.code as &dyn miette::SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let main = self.finding.span();
        if !self.code.is_drawn(self.finding) {
            return None;
        }
        Some(Box::new(self.finding.labels.iter().filter(move |label| label.span.file == main.file).enumerate().map(
            |(at, label)| {
                let file = self.code.sources.file(label.span.file);
                let place = |at: u32| file.shown_at(at as usize);
                let range = place(label.span.start)..place(label.span.end);
                let text =
                    (!label.text.is_empty()).then(|| visible::lines(&label.text.in_locale(self.locale)).into_owned());
                if at == 0 {
                    miette::LabeledSpan::new_primary_with_span(text, range)
                } else {
                    miette::LabeledSpan::new_with_span(text, range)
                }
            },
        )))
    }
}

impl Lines<'_> {
    /// Whether the lines of a finding are short enough to be drawn.
    fn is_drawn(&self, finding: &Diagnostic) -> bool {
        let (text, starts) = self.sources.file(self.span.file).shown();
        finding.labels.iter().filter(|label| label.span.file == self.span.file).all(|label| {
            let file = self.sources.file(label.span.file);
            let line_of =
                |at: u32| starts.partition_point(|&start| start <= file.shown_at(at as usize)).saturating_sub(1);
            let end = starts.get(line_of(label.span.end) + 2).copied().unwrap_or(text.len());
            end - starts[line_of(label.span.start).saturating_sub(1)] <= MOST_DRAWN
        })
    }

    /// A place in words.
    fn place(&self, label: &Label) -> Text {
        let file = self.sources.file(label.span.file);
        let (line, column) = file.line_column(label.span.range().start);
        let (line, column) = (line.to_string(), column.to_string());
        if label.text.is_empty() {
            say!("{path}, line {line}, column {column}", path = &file.path, line, column)
        } else {
            say!("{path}, line {line}, column {column}: {said}", path = &file.path, line, column, said = &label.text)
        }
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
        let (text, starts) = file.shown();
        let line_of = |at: usize| starts.partition_point(|&start| start <= at).saturating_sub(1);
        let (first, last) = (line_of(span.offset()), line_of(span.offset() + span.len()));
        if span.offset() + span.len() > text.len() {
            return Err(miette::MietteError::OutOfBounds);
        }
        let top = first.saturating_sub(before);
        let end = starts.get(last + after + 1).copied().unwrap_or(text.len());
        let start = starts[top];
        Ok(Box::new(miette::MietteSpanContents::new_named(
            visible::line(&file.path).into_owned(),
            &text.as_bytes()[start..end],
            (start, end - start).into(),
            top,
            if top == first { span.offset() - start } else { 0 },
            starts.len(),
        )))
    }
}
