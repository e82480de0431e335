//! Results as comma-separated values (RFC 4180, `\n` at the end of lines). In: a batch; out: its lines, ready to write.

use crate::columns::Results;

use super::layout::{Column, Layout, Pieces, Shown, What};

/// The header line.
pub(super) fn header(layout: &Layout, out: &mut Vec<u8>) {
    for (at, column) in layout.columns().iter().enumerate() {
        separate(at, out);
        text(&column.name, (layout.is_csv_safe(), true), out);
    }
    out.push(b'\n');
}

/// A line for each lead.
pub(super) fn rows(layout: &Layout, results: &Results, out: &mut Vec<u8>) {
    let mut pieces = Pieces::default();
    out.reserve(results.rows * 16 * layout.columns().len());
    let column = |column: &Column| (column.what, has_marks(layout, column.what, results));
    let columns: Vec<(What, bool)> = layout.columns().iter().map(column).collect();
    for row in 0..results.rows {
        for (at, &(what, marked)) in columns.iter().enumerate() {
            separate(at, out);
            match layout.cell(what, results, row) {
                Shown::Nothing => {}
                Shown::Text(cell) => text(cell, (layout.is_csv_safe(), marked), out),
                Shown::Points(points) => points.write_to(out),
                Shown::Why if marked || layout.is_csv_safe() => {
                    let mut why = String::new();
                    layout.write_why(results, row, &mut pieces, |piece| why.push_str(piece));
                    text(&why, (layout.is_csv_safe(), true), out);
                }
                Shown::Why => {
                    layout.write_why(results, row, &mut pieces, |piece| out.extend_from_slice(piece.as_bytes()));
                }
            }
        }
        out.push(b'\n');
    }
}

/// Whether any text that can occur in a column of this batch needs quotes: asked once, rather than for each cell.
fn has_marks(layout: &Layout, what: What, results: &Results) -> bool {
    fn any<'t>(mut texts: impl Iterator<Item = &'t str>) -> bool {
        texts.any(|text| is_marked(text.as_bytes()))
    }
    match what {
        What::Key => is_marked(results.keys.value_data()),
        What::Kept(at) => is_marked(results.kept[at].value_data()),
        What::Label(at) => any(results.labels[at].texts.iter().map(String::as_str)),
        What::Stage => any(layout.stages()),
        What::Excluded => any(layout.reasons()),
        What::PreviousStage | What::Reason => true,
        What::Why => any(layout.titles()),
        What::Leads | What::Score(_) | What::PreviousScore(_) | What::Rule(_) | What::Change => false,
    }
}

fn is_marked(bytes: &[u8]) -> bool {
    memchr::memchr3(b',', b'"', b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_some()
}

fn separate(at: usize, out: &mut Vec<u8>) {
    if at > 0 {
        out.push(b',');
    }
}

/// A cell with a text: `safe` says whether formulas are to be made harmless, `marked` whether any text in its column
/// needs quotes.
fn text(text: &str, (safe, marked): (bool, bool), out: &mut Vec<u8>) {
    if safe && is_formula(text) {
        quoted(&format!("'{text}"), out);
    } else if marked {
        quoted(text, out);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Whether a spreadsheet could take a cell for a formula: by its first character, unless it is a number.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(text)
}

/// Whether a text is a number with a sign: digits, perhaps a point and an exponent, and nothing else.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
        && text.parse::<f64>().is_ok()
}

/// A text, in quotes if it would otherwise be read as something else.
fn quoted(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    if !is_marked(bytes) {
        out.extend_from_slice(bytes);
        return;
    }
    out.push(b'"');
    for &byte in bytes {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_gets_an_apostrophe() {
        let cell = |cell: &str| {
            let mut out = Vec::new();
            text(cell, (true, true), &mut out);
            String::from_utf8(out).unwrap()
        };
        for formula in ["=1+1", "+32 2 000", "-2+3", "@SUM(A1)", "\tx", "-", "+inf", "--1", "-1e"] {
            assert_eq!(cell(formula), format!("'{formula}"));
        }
        assert_eq!(cell("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        assert_eq!(cell("\r=1"), "\"'\r=1\"");
        for plain in ["-5", "+5", "-5.25", "-1e6", "a=1", "", "5"] {
            assert_eq!(cell(plain), plain);
        }
    }
}
