//! Results as CSV that an Excel set to a country with decimal commas opens as they are: a byte order mark, semicolons, `12,5`, lines
//! that end in CR LF. What Excel would take for something else (a key with zeros in front, a long number, `1-2`, a formula) is written as
//! `="0012"`, which it shows as the text, and which we read as the text too.

use crate::columns::Results;
use leadrules_language::calendar::format_day;
use leadrules_language::decimal::Decimal;
use leadrules_language::types::{DateType, Type};

use super::csv::is_formula;
use super::layout::{Layout, Pieces, Shown, What};
use super::typed::{Typed, typed};

/// Excel shows longer whole numbers as `1,23E+12`, and keeps no more than fifteen digits.
const DIGITS: usize = 11;

/// A formula holds texts of at most this length, in characters; bytes are never fewer.
const LITERAL: usize = 255;

/// The byte order mark and the header line.
pub(super) fn header(layout: &Layout, out: &mut Vec<u8>) {
    out.extend_from_slice("\u{feff}".as_bytes());
    line(layout.columns().iter().map(|column| text(&column.name)), out);
}

/// A line for each lead.
pub(super) fn rows(layout: &Layout, results: &Results, out: &mut Vec<u8>) {
    let mut pieces = Pieces::default();
    for row in 0..results.rows {
        let cells = layout.columns().iter().map(|column| match layout.cell(column.what, results, row) {
            Shown::Nothing => String::new(),
            Shown::Text(cell) => match column.what {
                What::Kept(kept) => match layout.kept_type(kept).and_then(|of| typed(cell, of)) {
                    Some(Typed::Number(millionths)) => Decimal(millionths.into()).to_string().replace('.', ","),
                    Some(Typed::Day(day)) => format_day(day),
                    None => text(cell),
                },
                _ => text(cell),
            },
            Shown::Points(points) => points.to_string().replace('.', ","),
            Shown::Why => {
                let mut why = String::new();
                layout.write_why(results, row, &mut pieces, |piece| why.push_str(piece));
                text(&why)
            }
        });
        line(cells, out);
    }
}

fn line(cells: impl Iterator<Item = String>, out: &mut Vec<u8>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b';');
        }
        if cell.contains([';', '"', '\n', '\r']) {
            out.extend_from_slice(format!("\"{}\"", cell.replace('"', "\"\"")).as_bytes());
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}

/// A text that Excel shows as it is.
fn text(text: &str) -> String {
    if (is_changed(text) || is_formula(text)) && text.len() <= LITERAL {
        format!("=\"{}\"", text.replace('"', "\"\""))
    } else if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Whether Excel would take a text for a number, a date, a time or a fraction that it then shows otherwise.
fn is_changed(text: &str) -> bool {
    let is_short = text.len() <= DIGITS;
    let mut digits = 0;
    let mut others = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits += 1,
            '-' | '/' | '.' | ',' | ':' | '+' | 'e' | 'E' => others += 1,
            _ => return false,
        }
    }
    let is_whole = others == 0 && digits > 0;
    let is_day = typed(text, &Type::Date(DateType::default())).is_some();
    (is_whole && (!is_short || (text.starts_with('0') && text.len() > 1))) || (others > 0 && digits > 0 && !is_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_would_change_stays_what_it_is() {
        for (cell, written) in [
            ("12", "12"),
            ("0012", "=\"0012\""),
            ("0", "0"),
            ("541234567890123", "=\"541234567890123\""),
            ("1-2", "=\"1-2\""),
            ("3/4", "=\"3/4\""),
            ("1E5", "=\"1E5\""),
            ("10:30", "=\"10:30\""),
            ("1.234", "=\"1.234\""),
            ("+32470123456", "=\"+32470123456\""),
            ("2026-11-23", "2026-11-23"),
            ("=1+1", "=\"=1+1\""),
            ("=cmd(\"x\")", "=\"=cmd(\"\"x\"\")\""),
            ("@home", "=\"@home\""),
            ("Zoë; BV", "Zoë; BV"),
            ("12 rue", "12 rue"),
            ("", ""),
        ] {
            assert_eq!(text(cell), written, "{cell}");
        }
    }

    #[test]
    fn cells_are_in_quotes_where_they_must_be() {
        let mut out = Vec::new();
        line(["a;b", "say \"hi\"", "c,d"].map(str::to_owned).into_iter(), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\"a;b\";\"say \"\"hi\"\"\";c,d\r\n");
    }
}
