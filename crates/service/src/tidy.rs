//! Rule text in its canonical form, as edits of the lines that differ. In: a text, and which part of it; out: which bytes are
//! replaced by what. A text with lines that can't be read is left as it is, as `leadrules fmt` does; so is how its lines end.

use std::ops::Range;

use leadrules_language::ast::{Block, File, Item, Statement};
use leadrules_language::diagnostic::has_errors;
use leadrules_language::parse::parse;
use leadrules_language::source::Sources;
use leadrules_language::{codes::Severity, format::format};
use similar::TextDiff;

/// Which bytes are replaced by what; they do not overlap.
pub type Edits = Vec<(Range<usize>, String)>;

/// The edits of a whole text.
#[must_use]
pub fn whole(text: &str) -> Edits {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse(&sources, id);
    if has_errors(&findings) {
        return Edits::new();
    }
    differing(text, &format(&file), 0)
}

/// The edits of the statements that a stretch touches, those only.
#[must_use]
pub fn part(text: &str, asked: Range<usize>) -> Edits {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let (file, findings) = parse(&sources, id);
    let touched = |statement: &Statement<Item>| {
        let own = reach(statement);
        own.start <= asked.end && asked.start <= own.end
    };
    let statements: Vec<_> = file.body.statements.into_iter().filter(touched).collect();
    let (Some(first), Some(last)) = (statements.first(), statements.last()) else { return Edits::new() };
    let lines = lines_of(text, reach(first).start..reach(last).end);
    let is_alone =
        text[lines.start..reach(first).start].trim().is_empty() && text[reach(last).end..lines.end].trim().is_empty();
    let is_broken = findings.iter().any(|found| {
        let place = found.span().range();
        found.severity == Severity::Error && place.start <= lines.end && lines.start <= place.end
    });
    if is_broken || !is_alone {
        return Edits::new();
    }
    let body = Block { statements, closing: Vec::new(), span: file.body.span };
    let tidy = format(&File { body, unread: Vec::new() });
    let tidy = if text[lines.clone()].ends_with('\n') { tidy.as_str() } else { tidy.trim_end() };
    differing(&text[lines.clone()], tidy, lines.start)
}

/// A statement with its comments.
fn reach(statement: &Statement<Item>) -> Range<usize> {
    let start = statement.before.first().map_or(statement.span, |comment| comment.span).range().start;
    let end = statement.after.as_ref().map_or(0, |comment| comment.span.range().end);
    start..statement.span.range().end.max(end)
}

/// The whole lines of a stretch.
fn lines_of(text: &str, stretch: Range<usize>) -> Range<usize> {
    let start = text[..stretch.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[stretch.end..].find('\n').map_or(text.len(), |at| stretch.end + at + 1);
    start..end
}

/// What differs, line by line; `from` is where the text begins.
fn differing(text: &str, tidy: &str, from: usize) -> Edits {
    let tidy = if text.contains("\r\n") { tidy.replace('\n', "\r\n") } else { tidy.to_owned() };
    let starts = |text: &str| -> Vec<usize> {
        let next = |at: &mut usize, line: &str| {
            *at += line.len();
            Some(*at)
        };
        std::iter::once(0).chain(text.split_inclusive('\n').scan(0, next)).collect()
    };
    let (old, new) = (starts(text), starts(&tidy));
    let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (before, after) = (lines(text), lines(&tidy));
    let diff = TextDiff::from_slices(&before, &after);
    let changed = diff.ops().iter().filter(|op| op.tag() != similar::DiffTag::Equal);
    let edit = |op: &similar::DiffOp| {
        let (gone, come) = (op.old_range(), op.new_range());
        (from + old[gone.start]..from + old[gone.end], tidy[new[come.start]..new[come.end]].to_owned())
    };
    changed.map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, edits: &Edits) -> String {
        let mut text = text.to_owned();
        for (range, new) in edits.iter().rev() {
            text.replace_range(range.clone(), new);
        }
        text
    }

    const UNTIDY: &str =
        "leadrules 1\nlead {\n   budget number\n}\n\ndefine  a=budget>1\n# né\ndefine  b=budget>2 # 😀\n";
    const TIDY: &str =
        "leadrules 1\nlead {\n  budget  number\n}\n\ndefine a = budget > 1\n# né\ndefine b = budget > 2  # 😀\n";

    #[test]
    fn a_text_keeps_how_its_lines_end() {
        assert_eq!(after(UNTIDY, &whole(UNTIDY)), TIDY);
        let crlf = UNTIDY.replace('\n', "\r\n");
        assert_eq!(after(&crlf, &whole(&crlf)), TIDY.replace('\n', "\r\n"));
        assert!(whole(TIDY).is_empty());
        assert!(whole("leadrules 1\nscore {").is_empty());
    }

    #[test]
    fn of_a_part_the_rest_stays() {
        let at = UNTIDY.find("b=").expect("it is there");
        let wanted = UNTIDY.replace("define  b=budget>2 #", "define b = budget > 2  #");
        assert_eq!(after(UNTIDY, &part(UNTIDY, at..at)), wanted);
        let broken = UNTIDY.replace("a=budget>1", "a=budget>");
        let at = broken.find("b=").expect("it is there");
        assert_eq!(after(&broken, &part(&broken, at..at)), wanted.replace("a=budget>1", "a=budget>"));
        assert!(part(&broken, 0..broken.len()).is_empty());
    }
}
