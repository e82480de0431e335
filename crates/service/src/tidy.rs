//! Rule text in its canonical form, as edits of the lines that differ. In: a text, and which part of it; out: which bytes are
//! replaced by what. A text with lines that can't be read is left as it is, as `leadrules fmt` does; so is how its lines end.

use std::ops::Range;

use leadrules_language::ast::{Block, File, Item, Statement};
use leadrules_language::diagnostic::has_errors;
use leadrules_language::parse::parse;
use leadrules_language::source::Sources;
use leadrules_language::{codes::Severity, format::format};
use similar::TextDiff;

use crate::words::context;

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

/// The edits once a line was begun or a block was closed at a place: the line is indented, or the block is put in form, and so is a
/// statement of one line that stands before the new line. What is around stays: somebody types there.
#[must_use]
pub fn typed(text: &str, at: usize, is_line: bool) -> Edits {
    if !is_line {
        let closes = text[..at].ends_with('}');
        return if closes { part(text, at - 1..at) } else { Edits::new() };
    }
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let depth = context::depth(&text[..start]);
    let depth = if rest[blank..].starts_with('}') { depth.saturating_sub(1) } else { depth };
    let indented = " ".repeat(2 * depth);
    let mut edits = Edits::new();
    let before = text[..start].trim_end_matches(['\n', '\r']);
    let line = before.rfind('\n').map_or(0, |at| at + 1)..before.len();
    if depth == 0 && !before[line.clone()].trim().is_empty() && !before.ends_with('}') {
        let within = |(range, _): &(Range<usize>, String)| range.start >= line.start && range.end <= start;
        edits.extend(part(text, line.start..line.start).into_iter().filter(within));
    }
    if rest[..blank] != indented {
        edits.push((start..start + blank, indented));
    }
    edits
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

    /// The text with what is edited once something was typed at `|`.
    fn once_typed(text: &str, is_line: bool) -> String {
        let at = text.find('|').expect("somebody types");
        let text = text.replacen('|', "", 1);
        after(&text, &typed(&text, at, is_line))
    }

    #[test]
    fn a_new_line_is_indented_and_the_one_before_put_in_form() {
        assert_eq!(once_typed("score s {\n|", true), "score s {\n  ");
        assert_eq!(once_typed("score s {\r\n\t|é => +1\r\n}\r\n", true), "score s {\r\n  é => +1\r\n}\r\n");
        assert_eq!(once_typed("score s {\n    |}\n", true), "score s {\n}\n");
        assert_eq!(once_typed("score s {\n  a and\n|", true), "score s {\n  a and\n      ");
        assert_eq!(once_typed("define   x=a>1\n|", true), "define x = a > 1\n");
        assert_eq!(once_typed("define   é=\"{\n|", true), "define   é=\"{\n");
        assert_eq!(once_typed("|", true), "");
    }

    #[test]
    fn a_block_that_is_closed_is_put_in_form_and_nothing_else() {
        let text = "define  x=a>1\nscore s{\n a=>+1\n    budget>10k => +10\n}|\ndefine  y=b\n";
        let wanted = "define  x=a>1\nscore s {\n  a             => +1\n  budget > 10k  => +10\n}\ndefine  y=b\n";
        assert_eq!(once_typed(text, false), wanted);
        assert_eq!(once_typed("score s {\n  what is this\n}|\n", false), "score s {\n  what is this\n}\n");
        assert_eq!(once_typed("# }|\n", false), "# }\n");
    }
}
