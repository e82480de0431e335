//! What is known of a rule set while somebody types. In: a set as read after a key, and what was known before; out: its
//! findings, those included that can't be looked for at the moment. With an unfinished line in a file, nothing can be said
//! of what is unused or proved; what was said stays where its text stayed, so that findings do not flicker.

use std::collections::HashSet;

use leadrules_language::check::Checked;
use leadrules_language::codes::Severity;
use leadrules_language::diagnostic::{Diagnostic, Fix, Label, sort};
use leadrules_language::ir::Rules;
use leadrules_language::source::{FileId, Sources, Span};
use leadrules_language::words::Text;

/// What data says about a piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub topic: Topic,
    /// Where that stands.
    pub span: Span,
    /// What is to be said.
    pub text: Text,
}

/// What a note can be about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A field, by its name.
    Field,
    /// A line of a score.
    Rule,
    /// A score, by its name.
    Score,
    /// A stage, by its name.
    Stage,
    /// A line that excludes leads.
    Exclusion,
    /// What is promised.
    Promise,
}

/// A rule set, and what is known of it.
#[derive(Clone, Debug)]
pub struct Typing {
    /// As it was read last.
    pub checked: Checked,
    /// Found when there were no errors, and not looked for now.
    waiting: Vec<Diagnostic>,
    /// Proved of an earlier text.
    proved: Vec<Diagnostic>,
    /// What data said about this text, or about an earlier one.
    notes: Vec<Note>,
    /// The rules of the last text that could be read, unless that is this one.
    readable: Option<Rules>,
}

impl Typing {
    /// A set as read now; `before` is what was known until then.
    #[must_use]
    pub fn new(checked: Checked, before: Option<Self>) -> Self {
        let Some(before) = before else {
            return Self { checked, waiting: Vec::new(), proved: Vec::new(), notes: Vec::new(), readable: None };
        };
        let moves = Moves::new(before.checked.sources(), checked.sources());
        let known = if before.checked.has_errors() { before.waiting } else { before.checked.findings };
        let waits = |found: &&Diagnostic| checked.has_errors() && found.severity < Severity::Error;
        let waiting = known.iter().filter(waits).filter_map(|found| moves.finding(found)).collect();
        let proved = before.proved.iter().filter_map(|found| moves.finding(found)).collect();
        let notes = before.notes.into_iter();
        let notes = notes.filter_map(|note| Some(Note { span: moves.span(note.span)?, ..note })).collect();
        let readable = before.checked.rules.or(before.readable).filter(|_| checked.rules.is_none());
        Self { checked, waiting, proved, notes, readable }
    }

    /// The rules, or those of the last text that could be read.
    #[must_use]
    pub fn rules(&self) -> Option<&Rules> {
        self.checked.rules.as_ref().or(self.readable.as_ref())
    }

    /// Takes in what was proved of this very text.
    pub fn prove(&mut self, found: Vec<Diagnostic>) {
        self.proved = found;
    }

    /// Takes in what data says about this very text.
    pub fn note(&mut self, notes: Vec<Note>) {
        self.notes = notes;
    }

    /// What data says, as far as what it is about stands as it did.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// All findings, sorted by place.
    #[must_use]
    pub fn findings(&self) -> Vec<Diagnostic> {
        let mut all = self.checked.findings.clone();
        let key = |found: &Diagnostic| (found.code.id, found.span());
        let mut known: HashSet<_> = all.iter().map(key).collect();
        for found in self.waiting.iter().chain(&self.proved) {
            if known.insert(key(found)) {
                all.push(found.clone());
            }
        }
        sort(&mut all);
        all
    }
}

/// Where the texts of a set have changed: for each of the files before, the file now, and what is the same at both ends.
struct Moves {
    files: Vec<Option<Move>>,
}

struct Move {
    to: FileId,
    /// How many bytes are the same at the beginning.
    same: u32,
    /// From where on they are the same at the end, before and now.
    tail: (u32, u32),
}

impl Moves {
    fn new(before: &Sources, now: &Sources) -> Self {
        let same_file = |path: &str| now.iter().find(|(_, file)| file.path == path);
        let files =
            before.iter().map(|(_, old)| same_file(&old.path).map(|(to, new)| Move::new(&old.text, &new.text, to)));
        Self { files: files.collect() }
    }

    fn span(&self, span: Span) -> Option<Span> {
        self.files.get(span.file.0 as usize)?.as_ref()?.span(span)
    }

    /// The finding where it stands now; `None` if the text that it speaks of was changed.
    fn finding(&self, found: &Diagnostic) -> Option<Diagnostic> {
        let label = |label: &Label| Some(Label { span: self.span(label.span)?, text: label.text.clone() });
        let edit = |(span, text): &(Span, String)| Some((self.span(*span)?, text.clone()));
        let fix = |fix: &Fix| Some(Fix { edits: fix.edits.iter().map(edit).collect::<Option<_>>()?, ..fix.clone() });
        Some(Diagnostic {
            labels: found.labels.iter().map(label).collect::<Option<_>>()?,
            fixes: found.fixes.iter().filter_map(fix).collect(),
            ..found.clone()
        })
    }
}

impl Move {
    fn new(before: &str, now: &str, to: FileId) -> Self {
        let pairs = |(one, other): &(u8, u8)| one == other;
        let same = before.bytes().zip(now.bytes()).take_while(pairs).count();
        let most = before.len().min(now.len()) - same;
        let tail = before.bytes().rev().zip(now.bytes().rev()).take(most).take_while(pairs).count();
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { to, same: narrow(same), tail: (narrow(before.len() - tail), narrow(now.len() - tail)) }
    }

    fn span(&self, span: Span) -> Option<Span> {
        if span.end <= self.same {
            return Some(Span { file: self.to, ..span });
        }
        let (before, now) = self.tail;
        let moved = |at: u32| at - before + now;
        (span.start >= before).then(|| Span { file: self.to, start: moved(span.start), end: moved(span.end) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leadrules_language::check::read;

    fn typed(texts: &[&str]) -> Vec<Vec<String>> {
        let mut known = None;
        let mut said = Vec::new();
        for text in texts {
            let checked = read("a.leadrules", (*text).to_owned(), &mut |_| Err(Text::verbatim("there is none")));
            let now = Typing::new(checked, known.take());
            let sources = now.checked.sources();
            let shown = |found: &Diagnostic| format!("{} {}", found.code.id, sources.text(found.span()));
            said.push(now.findings().iter().map(shown).collect());
            known = Some(now);
        }
        said
    }

    #[test]
    fn what_is_unused_stays_so_while_a_line_is_unfinished() {
        let whole =
            "leadrules 1\nlead {\n  budget number\n}\ndefine rich = budget > 5\nscore s {\n  budget > 9 => +1\n}\n";
        let unfinished = whole.replace("budget > 9 => +1", "budget > 9 =>");
        let used = whole.replace("budget > 9 => +1", "rich => +1");
        let said = typed(&[whole, &unfinished, whole, &used]);
        let unused = |said: &[String]| said.iter().any(|found| found.ends_with(" rich"));
        assert!(unused(&said[0]), "{said:?}");
        assert!(unused(&said[1]) && said[1].len() > said[0].len(), "{said:?}");
        assert_eq!(said[2], said[0]);
        assert!(!unused(&said[3]), "{said:?}");
    }
}
