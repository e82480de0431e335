//! Mending files by the edits that findings offer. In: findings and the texts they point into; out: new texts. Nothing
//! is written here, and no edit is made up.

use crate::codes::Severity;
use crate::diagnostic::{Diagnostic, Fix};
use crate::source::{FileId, Sources, Span};

/// A file after its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Which file.
    pub file: FileId,
    /// Its new text.
    pub text: String,
    /// How many findings were mended in it.
    pub count: usize,
}

/// Which fixes are applied.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that are certainly meant: the only fix of their finding, and not a guess.
    Sure,
    /// The first of each finding, even if it is a guess.
    Guesses,
}

impl Which {
    fn of(self, finding: &Diagnostic) -> Option<&Fix> {
        match (self, &finding.fixes[..]) {
            (Self::Sure, [only]) => Some(only).filter(|fix| fix.sure),
            (Self::Sure, _) => None,
            (Self::Guesses, fixes) => fixes.first(),
        }
    }
}

/// The fix of a finding that [`apply`] makes for certain: the only one, meant without doubt, of an error or a warning.
#[must_use]
pub fn certain(finding: &Diagnostic) -> Option<&Fix> {
    Which::Sure.of(finding).filter(|_| finding.severity > Severity::Advice)
}

/// The files that change when fixes of errors and warnings are applied. Advice is left to the author: its fixes are
/// alternatives to choose from. A fix that overlaps an earlier one is skipped; checking again finds what remains.
#[must_use]
pub fn apply(findings: &[Diagnostic], sources: &Sources, which: Which) -> Vec<Mended> {
    let mut taken: Vec<(Span, &str)> = Vec::new();
    let mut counts = std::collections::BTreeMap::<FileId, usize>::new();
    for finding in findings.iter().filter(|finding| finding.severity > Severity::Advice) {
        let Some(fix) = which.of(finding) else { continue };
        if fix.edits.iter().any(|(span, _)| taken.iter().any(|(other, _)| overlaps(*span, *other))) {
            continue;
        }
        taken.extend(fix.edits.iter().map(|(span, text)| (*span, text.as_str())));
        for file in fix.edits.iter().map(|(span, _)| span.file).collect::<std::collections::BTreeSet<_>>() {
            *counts.entry(file).or_default() += 1;
        }
    }
    taken.sort_by_key(|(span, _)| *span);
    let mended = counts.into_iter().map(|(file, count)| {
        let edits = taken.iter().filter(|(span, _)| span.file == file);
        Mended { file, text: edited(&sources.file(file).text, edits), count }
    });
    mended.filter(|mended| mended.text != sources.file(mended.file).text).collect()
}

/// Whether two edits touch the same text; two insertions at the same place do.
fn overlaps(a: Span, b: Span) -> bool {
    a.file == b.file && (a.start < b.end && b.start < a.end || a.start == b.start)
}

/// A text after its edits, which are in order and do not overlap.
fn edited<'a>(text: &str, edits: impl Iterator<Item = &'a (Span, &'a str)>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    for (span, replacement) in edits {
        let range = span.range();
        new.push_str(&text[from..range.start]);
        new.push_str(replacement);
        from = range.end;
    }
    new.push_str(&text[from..]);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::LR0101;
    use crate::words::Text;

    fn bare(span: Span) -> Diagnostic {
        Diagnostic::bare(&LR0101, Text::empty(), span)
    }

    #[test]
    fn the_first_of_two_overlapping_fixes_is_taken() {
        let mut sources = Sources::default();
        let file = sources.add("a.leadrules", "a -> b -> c");
        let at = |start, end| Span::new(file, start, end);
        let finding = |span: Span, text: &str| bare(span).fix(Text::empty(), span, text);
        let findings = [finding(at(2, 4), "=>"), finding(at(2, 6), "x"), finding(at(7, 9), "=>")];
        let mended = apply(&findings, &sources, Which::Sure);
        assert_eq!(mended, [Mended { file, text: "a => b => c".to_owned(), count: 2 }]);
    }

    #[test]
    fn guesses_and_choices_wait_for_the_author() {
        let mut sources = Sources::default();
        let file = sources.add("a.leadrules", "nmae 10.000");
        let name = Span::new(file, 0, 4);
        let number = Span::new(file, 5, 11);
        let findings = [
            bare(name).guess(Text::empty(), name, "name"),
            bare(number).fix(Text::empty(), number, "10_000").fix(Text::empty(), number, "10"),
        ];
        assert_eq!(apply(&findings, &sources, Which::Sure), []);
        assert_eq!(apply(&findings, &sources, Which::Guesses)[0].text, "name 10_000");
    }
}
