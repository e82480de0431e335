//! Results as comma-separated values (RFC 4180, `\n` at the end of lines). In: a batch; out: its lines, ready to write.

use crate::columns::Results;

use super::layout::{Layout, Pieces, Shown, What};

/// The line of names.
pub(super) fn header(layout: &Layout, out: &mut Vec<u8>) {
    for (at, column) in layout.columns().iter().enumerate() {
        separate(at, out);
        quoted(&column.name, out);
    }
    out.push(b'\n');
}

/// A line for each lead.
pub(super) fn rows(layout: &Layout, results: &Results, out: &mut Vec<u8>) {
    let (mut why, mut pieces) = (String::new(), Pieces::default());
    out.reserve(results.rows * 16 * layout.columns().len());
    let columns: Vec<What> = layout.columns().iter().map(|column| column.what).collect();
    for row in 0..results.rows {
        for (at, &what) in columns.iter().enumerate() {
            separate(at, out);
            match layout.cell(what, results, row) {
                Shown::Nothing => {}
                Shown::Text(text) => quoted(text, out),
                Shown::Points(points) => points.write_to(out),
                Shown::Why => {
                    why.clear();
                    layout.write_why(results, row, &mut pieces, &mut why);
                    quoted(&why, out);
                }
            }
        }
        out.push(b'\n');
    }
}

fn separate(at: usize, out: &mut Vec<u8>) {
    if at > 0 {
        out.push(b',');
    }
}

/// A text, in quotes where it would otherwise be read as something else.
fn quoted(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    if memchr::memchr3(b',', b'"', b'\n', bytes).is_none() && memchr::memchr(b'\r', bytes).is_none() {
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
