//! What surrounds a value but is not part of it: the formula `="001"` around a text, which keeps a spreadsheet from
//! dropping its zeros, and marks at the end of a file. In: a cell as it is written; out: what is meant. Formulas that
//! compute something are not among these.

use std::ops::Range;

use crate::data::utf8::{before_end_marks, is_blank};

/// What such formulas begin with.
pub(super) const MARK: &[u8] = b"=\"";

/// The text within such a cell: its range in the cell, and whether quotes in it are doubled.
pub(super) fn within(cell: &[u8]) -> Option<(Range<usize>, bool)> {
    let before = cell.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let inside = cell.trim_ascii().strip_prefix(MARK)?.strip_suffix(b"\"")?;
    let (mut quotes, mut at) = (false, 0);
    while let Some(found) = memchr::memchr(b'"', &inside[at..]) {
        if inside.get(at + found + 1) != Some(&b'"') {
            return None;
        }
        quotes = true;
        at += found + 2;
    }
    let start = before + MARK.len();
    Some((start..start + inside.len(), quotes))
}

/// The text that a cell means.
pub(super) fn text(cell: String) -> String {
    match within(cell.as_bytes()) {
        Some((inside, true)) => cell[inside].replace("\"\"", "\""),
        Some((inside, false)) => cell[inside].to_owned(),
        None => cell,
    }
}

/// Whether a cell holds anything but blanks and control characters.
pub(super) fn is_filled(cell: &[u8]) -> bool {
    let inside = within(cell).map_or(cell, |(inside, _)| &cell[inside]);
    !is_blank(inside)
}

/// Where a text ends without its end-of-file marks, if these come right after a cell; on a line of their own they are a
/// row in which nothing is filled.
pub(super) fn without_end_mark(text: &str) -> usize {
    let kept = before_end_marks(text);
    if kept.is_empty() || kept.ends_with(['\n', '\r']) { text.len() } else { kept.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_is_meant_by_its_formula() {
        for (cell, meant) in [
            ("=\"001\"", "001"),
            (" =\"001\" ", "001"),
            ("=\"\"", ""),
            ("=\"5\"\" pipe\"", "5\" pipe"),
            ("=\"é\"", "é"),
        ] {
            assert_eq!(text(cell.to_owned()), meant);
        }
        for cell in ["=\"a\"&\"b\"", "=\"", "=\"a", "=001", "=A1", "\"001\"", "=\"a\"\"", "x=\"1\""] {
            assert_eq!(text(cell.to_owned()), cell);
        }
        assert!(!is_filled(b"=\" \"") && !is_filled(b"\x1a\0 ") && is_filled(b"=\"0\"") && is_filled(b"="));
    }
}
