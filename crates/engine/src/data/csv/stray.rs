//! Quotes that open a cell and are probably never closed, so that the rows after them are read as part of it. In: a row
//! of several lines; out: where such a quote is, and how many lines it takes in. Cells are not read here, only judged:
//! a note or an address may have line breaks.

use memchr::{memchr, memchr_iter, memchr2};

/// This many whole rows within a cell are no accident, if the quotes are otherwise in order; more are needed where rows
/// have only one delimiter, as lines of a letter may have.
const ROWS: usize = 5;
const ROWS_OF_TWO: usize = 10;
/// This many are no accident even if the first line is not a row.
const MANY: usize = 50;

/// A quote that is probably never closed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Stray {
    /// How many lines of the row come before the quote's own.
    pub(super) before: u32,
    /// How many lines end within its cell.
    pub(super) lines: u32,
}

/// The delimiters of a file, and how many cells its rows have; for a header, that is not known.
#[derive(Copy, Clone, Debug)]
pub(super) struct Marks {
    pub(super) delimiter: u8,
    pub(super) line_end: u8,
    pub(super) width: Option<usize>,
}

/// The first such quote of a row.
pub(super) fn stray_quote(row: &[u8], marks: Marks) -> Option<Stray> {
    let Marks { delimiter, line_end, .. } = marks;
    let (mut at, mut column, mut before) = (0, 0, 0);
    while at < row.len() {
        if row[at] == b'"' {
            let (inside, after) = quoted(row, at + 1);
            let lines = memchr_iter(line_end, inside).count();
            if lines > 0 && is_stray(inside, row.get(after).copied(), column, marks) {
                return Some(Stray { before, lines: narrow(lines) });
            }
            before += narrow(lines);
            at = after;
        }
        // What follows the quotes is part of the cell too.
        at += memchr2(delimiter, line_end, row.get(at..)?)?;
        if row[at] == line_end {
            return None;
        }
        at += 1;
        column += 1;
    }
    None
}

fn narrow(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// What is between quotes, the first of which comes right before `from`, and the index after them.
fn quoted(row: &[u8], from: usize) -> (&[u8], usize) {
    let mut at = from;
    while let Some(quote) = memchr(b'"', &row[at..]).map(|found| at + found) {
        if row.get(quote + 1) != Some(&b'"') {
            return (&row[from..quote], quote + 1);
        }
        at = quote + 2;
    }
    (&row[from..], row.len())
}

/// Whether a quote that opens before `inside`, in this column, takes rows into its cell; `after` is the byte after the
/// quote that closes it.
fn is_stray(inside: &[u8], after: Option<u8>, column: usize, marks: Marks) -> bool {
    let Marks { delimiter, line_end, .. } = marks;
    let cells = |line: &[u8]| memchr_iter(delimiter, line).count() + 1;
    let mut lines: Vec<&[u8]> = inside.split(|&byte| byte == line_end).collect();
    // The line in which the quote closes is not a whole one.
    lines.pop();
    let first = column + cells(lines[0]);
    let width = marks.width.unwrap_or(first);
    let filled = || lines[1..].iter().filter(|line| !line.trim_ascii().is_empty());
    let (all, whole) = (filled().count(), filled().filter(|line| cells(line) == width).count());
    let rows = if whole * 10 >= all * 9 { whole } else { 0 };
    // The quote that closes it is where a cell opens.
    let is_within = after.is_some_and(|after| after != delimiter && !matches!(after, b'\n' | b'\r'));
    let opens = is_within && inside.last().is_some_and(|&last| last == delimiter || last == line_end || last == b'\n');
    let least = match width {
        1 => usize::MAX,
        _ if is_within => 1,
        2 => ROWS_OF_TWO,
        _ => ROWS,
    };
    first == width && (rows >= least || (opens && rows == all)) || (width > 1 && rows >= MANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stray(row: &str, width: impl Into<Option<usize>>) -> Option<(u32, u32)> {
        let marks = Marks { delimiter: b',', line_end: b'\n', width: width.into() };
        stray_quote(row.as_bytes(), marks).map(|stray| (stray.before, stray.lines))
    }

    #[test]
    fn rows_in_a_cell_are_told() {
        let rows = |count: usize| "2,b,c\n".repeat(count);
        // Closed by the quote that opens another cell.
        assert_eq!(stray(&format!("1,\"Acme,x\n{}4,\"Smith, J\",z\n", rows(1)), 3), Some((0, 2)));
        assert_eq!(stray("1,\"Acme,x\n4,\"Smith, J\",z\n", 3), Some((0, 1)));
        assert_eq!(stray("1,b,\"c\n2,b,\"d\"\n", 3), Some((0, 1)));
        assert_eq!(stray("\"1\",\"b\n\"2\",\"c\"\n", 2), Some((0, 1)));
        // Closed by a quote within a text, or after one.
        assert_eq!(stray(&format!("1,\"Acme,x\r\n{}4,5\" pipe,z\n", rows(1)), 3), Some((0, 2)));
        assert_eq!(stray(&format!("1,\"Acme,x\n{}4,5\",z\n", rows(300)), 3), Some((0, 301)));
        // After a cell of two lines, beyond which lines are still counted.
        assert_eq!(stray(&format!("\"a\nb\",\"Acme,x\n{}4,\"S\",z\n", rows(2)), 3), Some((1, 3)));
        // Never.
        assert_eq!(stray(&format!("1,\"Acme,x\n{}", rows(9)), 3), Some((0, 10)));
        // In a row that is itself uneven.
        assert_eq!(stray(&format!("1,\"Acme\n{}4,5\",z\n", rows(60)), 3), Some((0, 61)));
        // In a header.
        assert_eq!(stray(&format!("id,\"name,note\n{}4,5\",z\n", rows(5)), None), Some((0, 6)));
    }

    #[test]
    fn line_breaks_in_a_cell_are_not() {
        for (row, width) in [
            ("1,\"12 Main St, Apt 4\nSpringfield, IL\nUSA\",x\n", 3),
            ("1,x,\"Dear An,\n\nThanks, and see you.\nBo\"\n", 3),
            ("1,\"one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\"\n", 2),
            ("1,\"one, a\ntwo, b\nthree, c\",x\n", 3),
            ("1,\"a, 1\nb, 2\nc, 3\nd, 4\ne, 5\nf, 6\n\"\n", 2),
            ("\"a\n\nb\"\n", 1),
            ("1,\"a\nb \"said\" c\",x\n", 3),
            ("1,\"a\r\nb\"\r\n", 2),
        ] {
            assert_eq!(stray(row, width), None, "{row:?}");
        }
        assert_eq!(stray("id,\"Annual\nrevenue\",\"a\nb\nc\"\n", None), None);
    }
}
